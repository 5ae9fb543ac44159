//! People's text in a plain document: right-to-left words isolated, hidden characters shown.
//!
//! Invariant: nothing in people's text can end an isolate, reorder the lines around it, or forge
//! a page (form feed) or a line of the notice.

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';
const POP_ISOLATE: char = '\u{2069}';

/// The text with every control and reordering character written as `[U+202E]`. Line ends and tabs
/// become plain ones; joiners and left-to-right or right-to-left marks stay, since scripts need them.
pub fn show_hidden(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => shown.push('\n'),
            '\t' => shown.push(' '),
            c if is_hidden(c) => shown.push_str(&code_point(c)),
            c => shown.push(c),
        }
    }
    shown
}

/// The text on one line, hidden characters shown.
pub fn one_line(text: &str) -> String {
    show_hidden(text).replace('\n', " ").trim().to_owned()
}

/// `[U+202E]`.
pub fn code_point(c: char) -> String {
    format!("[U+{:04X}]", u32::from(c))
}

/// The line inside a first-strong isolate if it holds right-to-left letters, else as it is.
/// Runs of digits, such as telephone numbers, keep their order inside it.
pub fn isolate(line: &str) -> String {
    if !line.chars().any(is_right_to_left) {
        return line.to_owned();
    }
    let mut isolated = String::with_capacity(line.len() + 12);
    isolated.push(FIRST_STRONG_ISOLATE);
    let mut rest = line;
    while let Some((before, number, after)) = next_number(rest) {
        isolated.push_str(before);
        isolated.push(LEFT_TO_RIGHT_ISOLATE);
        isolated.push_str(number);
        isolated.push(POP_ISOLATE);
        rest = after;
    }
    isolated.push_str(rest);
    isolated.push(POP_ISOLATE);
    isolated
}

/// A stretch of a line, as the typesetter gets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Run<'a> {
    /// Words.
    Words(&'a str),
    /// A number with its gaps and signs: stays together and keeps its order.
    Number(&'a str),
    /// Here a line may end.
    Break,
}

/// Longest number kept together; a longer one is words, so that it can wrap.
const LONGEST_NUMBER: usize = 24;
/// Digits from which a number is kept together wherever it stands.
const LEAST_TELEPHONE: usize = 7;
/// Longest word of a text that is left whole.
pub const LONGEST_WORD: usize = 24;
/// Longest piece of a stretch that is cut, and longest name that is left whole in a narrow column.
pub const LONGEST_PIECE: usize = 12;

/// The line in stretches, nothing added and nothing lost; what has more than `longest` characters
/// without a gap may end a line within.
pub fn runs(line: &str, longest: usize) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut rest = line;
    let needs_order = line.chars().any(is_right_to_left);
    while let Some((before, number, after)) = next_number(rest) {
        push_words(&mut runs, before, longest);
        let digits = number.chars().filter(|c| is_digit(*c)).count();
        let is_kept = needs_order || digits >= LEAST_TELEPHONE;
        if is_kept && number.chars().count() <= LONGEST_NUMBER {
            runs.push(Run::Number(number));
        } else {
            push_words(&mut runs, number, longest);
        }
        rest = after;
    }
    push_words(&mut runs, rest, longest);
    runs
}

fn push_words<'a>(runs: &mut Vec<Run<'a>>, text: &'a str, longest: usize) {
    for token in text.split_inclusive(char::is_whitespace) {
        let pieces = if token.chars().count() > longest {
            pieces(token)
        } else {
            vec![token]
        };
        for (index, piece) in pieces.into_iter().enumerate() {
            if index > 0 {
                runs.push(Run::Break);
            }
            runs.push(Run::Words(piece));
        }
    }
}

/// A long stretch cut where an address may end its line: after a mark, or within long letters.
fn pieces(token: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut length = 0;
    let mut chars = token.char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        length += 1;
        let Some((end, next)) = chars.peek().copied() else {
            break;
        };
        let is_after_mark = matches!(c, '/' | '?' | '&' | '=' | '-' | '_' | '.' | '%' | ',' | ';');
        let is_cut = is_after_mark && next.is_alphanumeric() || length >= LONGEST_PIECE;
        let is_joined = is_joiner(next) || is_joiner(c) || offset == end;
        if is_cut && length > 4 && !is_joined {
            pieces.extend(token.get(start..end));
            start = end;
            length = 0;
        }
    }
    pieces.extend(token.get(start..));
    pieces
}

/// Never parted from what stands before: marks, joiners, selectors, parts of flags and skin tones.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{200c}'..='\u{200f}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{1f1e6}'..='\u{1f1ff}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e007f}')
}

/// True if the first letter with a direction runs from the right.
pub fn begins_right_to_left(line: &str) -> bool {
    line.chars()
        .find(|&c| is_right_to_left(c) || c.is_alphabetic())
        .is_some_and(is_right_to_left)
}

/// The next run of digits with their signs and gaps that holds a gap or a sign, and what is around it.
fn next_number(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(offset) = text.get(from..)?.find(begins_number) {
        let start = from + offset;
        let tail = text.get(start..)?;
        let span = tail
            .find(|c: char| !continues_number(c))
            .unwrap_or(tail.len());
        let is_in_word = text
            .get(..start)?
            .ends_with(|c: char| c.is_ascii_alphanumeric());
        let run = tail.get(..span)?.trim_end_matches(|c: char| !is_digit(c));
        let end = start + run.len();
        if !is_in_word && run.chars().any(is_digit) && run.chars().any(|c| !is_digit(c)) {
            return Some((text.get(..start)?, run, text.get(end..)?));
        }
        from = start + span.max(1);
    }
    None
}

fn begins_number(c: char) -> bool {
    c == '+' || is_digit(c)
}

fn continues_number(c: char) -> bool {
    is_digit(c) || matches!(c, '+' | ' ' | '\u{a0}' | '-' | '(' | ')' | '/')
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}')
}

fn is_right_to_left(c: char) -> bool {
    !is_digit(c)
        && matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0001}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn right_to_left_words_are_isolated_and_numbers_keep_their_order() {
        assert_eq!(
            isolate("رحلة يومية +44 7700 900417 مضمونة"),
            "\u{2068}رحلة يومية \u{2066}+44 7700 900417\u{2069} مضمونة\u{2069}"
        );
        assert_eq!(isolate("گەرەنتی ١٠٠٪"), "\u{2068}گەرەنتی ١٠٠٪\u{2069}");
        assert_eq!(isolate("udhëtim £4,500"), "udhëtim £4,500");
    }

    #[test]
    fn hidden_characters_are_shown_and_cannot_forge_a_page() {
        assert_eq!(
            show_hidden("a\u{202e}b\u{c}c\r\nd\u{2028}e"),
            "a[U+202E]b[U+000C]c\nd\ne"
        );
        assert_eq!(
            show_hidden("می\u{200c}رود 👨\u{200d}👩"),
            "می\u{200c}رود 👨\u{200d}👩"
        );
    }

    #[test]
    fn a_line_begins_in_the_direction_of_its_first_letter() {
        assert!(begins_right_to_left("١٠٠٪ رحلة"));
        assert!(begins_right_to_left("+44 ڕێگا UK"));
        assert!(!begins_right_to_left("UK ڕێگا"));
        assert!(!begins_right_to_left("100 €"));
        assert!(!begins_right_to_left(""));
    }

    #[test]
    fn numbers_stay_together_and_long_addresses_may_end_a_line() {
        let call = "zang +44 7700 900417 nu";
        let words = [Run::Words("zang "), Run::Number("+44 7700 900417")];
        assert!(runs(call, LONGEST_WORD).starts_with(&words));
        let address = "https://www.tiktok.com/@angli/video/73401122334455667789900112233";
        let found = runs(address, LONGEST_WORD);
        assert!(found.iter().filter(|run| **run == Run::Break).count() >= 4);
    }

    proptest! {
        #[test]
        fn stretches_of_a_line_are_the_line(text in any::<String>(), dense in "[a-z0-9/+? رح\u{301}-]{0,120}") {
            for line in [text, dense] {
                let joined: String = runs(&line, LONGEST_PIECE)
                    .into_iter()
                    .map(|run| match run {
                        Run::Words(text) | Run::Number(text) => text,
                        Run::Break => "",
                    })
                    .collect();
                prop_assert_eq!(joined, line);
            }
        }

        #[test]
        fn isolates_are_balanced_whatever_the_text(text in any::<String>()) {
            for line in show_hidden(&text).lines() {
                let mut depth = 0_i32;
                for c in isolate(line).chars() {
                    depth += match c {
                        FIRST_STRONG_ISOLATE | LEFT_TO_RIGHT_ISOLATE => 1,
                        POP_ISOLATE => -1,
                        _ => 0,
                    };
                    prop_assert!(depth >= 0);
                }
                prop_assert_eq!(depth, 0);
            }
        }

        #[test]
        fn isolating_changes_no_visible_character(text in "[رحلة 0-9+٠-٩()/ -]{0,40}") {
            let plain: String = isolate(&text)
                .chars()
                .filter(|c| !matches!(*c, FIRST_STRONG_ISOLATE | LEFT_TO_RIGHT_ISOLATE | POP_ISOLATE))
                .collect();
            prop_assert_eq!(plain, text);
        }
    }
}
