//! Characters that hide or deceive.

use serde::Serialize;
use unicode_script::{Script, UnicodeScript};
use unicode_security::mixed_script::MixedScript;

/// What kind of deception.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HiddenKind {
    /// A control that changes the reading direction.
    Direction,
    /// A character without width.
    Invisible,
    /// Letters of several scripts in one word.
    MixedScripts,
    /// A whole word of letters that look like those of another script.
    LookAlike,
}

impl HiddenKind {
    /// The kind as a code, kebab case.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Direction => "direction-control",
            Self::Invisible => "invisible-character",
            Self::MixedScripts => "mixed-scripts",
            Self::LookAlike => "look-alike",
        }
    }
}

/// One finding, in plain words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HiddenWarning {
    /// What kind.
    pub kind: HiddenKind,
    /// What it is, in words.
    pub what: String,
}

/// True for a control that changes the reading direction.
pub const fn is_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// True for a character that is drawn with no width, or as nothing.
pub const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200d}'
            | '\u{2060}'..='\u{2065}'
            | '\u{206a}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// True for anything that is not seen and changes what is read.
pub const fn is_hidden(c: char) -> bool {
    is_direction(c) || is_invisible(c)
}

/// The text without what is not seen; the same text if there is nothing of it.
pub fn strip(text: &str) -> std::borrow::Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(is_hidden) {
        return text.into();
    }
    text.chars()
        .filter(|c| !is_hidden(*c))
        .collect::<String>()
        .into()
}

/// The characters of a text that are not seen, each kind once, by code and name. What only says how an emoji is
/// drawn is none of them.
pub fn named(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    if text.is_ascii() {
        return found;
    }
    let mut before = ' ';
    for c in text.chars() {
        let is_of_emoji = matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{200d}' | '\u{e0020}'..='\u{e007f}')
            && !before.is_alphabetic();
        if is_hidden(c) && !is_of_emoji {
            let name = format!("U+{:04X} {}", u32::from(c), name(c));
            if !found.contains(&name) {
                found.push(name);
            }
        } else if !is_hidden(c) {
            before = c;
        }
    }
    found
}

const fn name(c: char) -> &'static str {
    match c {
        '\u{ad}' => "soft hyphen",
        '\u{200b}' => "zero width space",
        '\u{200c}' => "zero width non-joiner",
        '\u{200d}' => "zero width joiner",
        '\u{2060}' => "word joiner",
        '\u{feff}' => "zero width no-break space",
        '\u{200e}' => "left-to-right mark",
        '\u{200f}' => "right-to-left mark",
        '\u{61c}' => "Arabic letter mark",
        '\u{202d}' | '\u{202e}' => "turns the reading direction round",
        _ if is_direction(c) => "changes the reading direction",
        _ => "not seen",
    }
}

/// What hides or deceives in a text of any length, such as a name or a bio.
///
/// Joiners where a script needs them, direction marks beside right-to-left
/// letters and the joined emoji are no deception and give no warning.
pub fn warnings(text: &str) -> Vec<HiddenWarning> {
    if text.is_ascii() {
        return Vec::new();
    }
    let mut found = Vec::new();
    if text
        .chars()
        .any(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
    {
        found.push(direction(text));
    }
    let odd = odd_invisibles(text);
    if odd > 0 {
        found.push(invisible(odd));
    }
    if text.chars().any(may_be_twin) {
        let words = text.split(|c: char| !c.is_alphanumeric());
        found.extend(
            words
                .filter(|word| !word.is_ascii())
                .filter_map(deceptive_mix)
                .take(3),
        );
    }
    found
}

/// What hides or deceives in a handle, where nothing unseen and no mixture has a place.
pub fn handle_warnings(handle: &str) -> Vec<HiddenWarning> {
    if handle.is_ascii() {
        return Vec::new();
    }
    let mut found = Vec::new();
    if handle.chars().any(is_direction) {
        found.push(direction(handle));
    }
    let unseen = handle.chars().filter(|c| is_invisible(*c)).count();
    if unseen > 0 {
        found.push(invisible(unseen));
    }
    let visible = strip(handle);
    if !visible.as_ref().is_single_script() {
        found.push(mixed(&visible));
    } else if let Some(twin) = ascii_twin(&visible) {
        found.push(HiddenWarning {
            kind: HiddenKind::LookAlike,
            what: format!(
                "{visible:?} is written in {} letters and looks like \"{twin}\".",
                scripts(&visible)
            ),
        });
    }
    found
}

fn direction(text: &str) -> HiddenWarning {
    let overrides = text.chars().any(|c| matches!(c, '\u{202d}' | '\u{202e}'));
    let what = if overrides {
        "Hidden characters turn the reading direction round: the text is not in the order it shows."
    } else {
        "Hidden characters change the reading direction of a part of the text."
    };
    HiddenWarning {
        kind: HiddenKind::Direction,
        what: what.to_owned(),
    }
}

fn invisible(count: usize) -> HiddenWarning {
    let what = if count == 1 {
        "It holds a character that is not seen.".to_owned()
    } else {
        format!("It holds {count} characters that are not seen.")
    };
    HiddenWarning {
        kind: HiddenKind::Invisible,
        what,
    }
}

/// Invisible characters that stand where no script and no emoji needs them.
fn odd_invisibles(text: &str) -> usize {
    let mut before = ' ';
    let mut odd = 0;
    let mut in_flag = false;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if c == '\u{1f3f4}' {
            in_flag = true;
        } else if !matches!(c, '\u{e0020}'..='\u{e007f}') {
            in_flag = false;
        }
        if is_invisible(c) {
            let needed = match c {
                '\u{200c}' | '\u{200d}' => {
                    !before.is_ascii()
                        && rest.peek().is_none_or(|next| !next.is_ascii_alphanumeric())
                }
                '\u{fe00}'..='\u{fe0f}' => before != ' ',
                '\u{e0020}'..='\u{e007f}' => in_flag,
                '\u{feff}' => before == ' ',
                _ => false,
            };
            if !needed {
                odd += 1;
            }
        } else {
            before = c;
        }
    }
    odd
}

/// True for the blocks of the scripts whose letters are taken for Latin ones.
const fn may_be_twin(c: char) -> bool {
    matches!(
        c,
        '\u{370}'..='\u{58f}'
            | '\u{13a0}'..='\u{13ff}'
            | '\u{1c80}'..='\u{1c8f}'
            | '\u{1f00}'..='\u{1fff}'
            | '\u{2de0}'..='\u{2dff}'
            | '\u{a640}'..='\u{a69f}'
            | '\u{ab70}'..='\u{abbf}'
    )
}

/// A word that mixes scripts whose letters are taken for each other.
fn deceptive_mix(word: &str) -> Option<HiddenWarning> {
    let has = |wanted: &[Script]| word.chars().any(|c| wanted.contains(&c.script()));
    let twins = [
        Script::Cyrillic,
        Script::Greek,
        Script::Armenian,
        Script::Cherokee,
    ];
    (has(&[Script::Latin]) && has(&twins)).then(|| mixed(word))
}

fn mixed(word: &str) -> HiddenWarning {
    HiddenWarning {
        kind: HiddenKind::MixedScripts,
        what: format!("{word:?} mixes {} letters.", scripts(word)),
    }
}

fn scripts(word: &str) -> String {
    let mut names: Vec<&str> = Vec::new();
    for c in word.chars() {
        let script = c.script();
        let counts = !matches!(script, Script::Common | Script::Inherited);
        if counts && !names.contains(&script.full_name()) {
            names.push(script.full_name());
        }
    }
    names.join(" and ")
}

/// The plain word a handle without one plain letter is taken for.
fn ascii_twin(word: &str) -> Option<String> {
    let twin: String = unicode_security::skeleton(word).collect();
    let has_letters = twin.bytes().any(|b| b.is_ascii_alphabetic());
    (twin.is_ascii() && has_letters && word.chars().any(|c| !c.is_ascii() && c.is_alphabetic()))
        .then_some(twin)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(found: &[HiddenWarning]) -> Vec<HiddenKind> {
        found.iter().map(|warning| warning.kind).collect()
    }

    #[test]
    fn what_every_script_needs_is_no_deception() {
        for text in [
            "Safe journey to England",
            "Udhëtim i sigurt në Angli",
            "می\u{200c}روم به انگلیس",
            "Đi Anh đường VIP 🚤🇬🇧",
            "👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}",
            "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "WhatsApp واتساب \u{200e}+44 7700 900123",
            "Дорога в England",
            "日本語カタカナ",
        ] {
            assert_eq!(warnings(text), [], "{text}");
        }
    }

    #[test]
    fn what_is_not_seen_is_named_and_an_emoji_is_not() {
        assert_eq!(
            named("ar\u{200b}b\u{200b}en\u{202e}"),
            [
                "U+200B zero width space",
                "U+202E turns the reading direction round"
            ]
        );
        assert!(named("arben \u{2764}\u{fe0f} \u{1f468}\u{200d}\u{1f469}").is_empty());
    }

    #[test]
    fn hiding_and_confusing_is_told_in_words() {
        for (text, expected) in [
            ("abc\u{202e}gnp.exe", HiddenKind::Direction),
            ("call \u{2066}me\u{2069}", HiddenKind::Direction),
            ("pay\u{200b}ment", HiddenKind::Invisible),
            ("hid\u{e0041}den", HiddenKind::Invisible),
            ("safe jоurney", HiddenKind::MixedScripts),
        ] {
            let found = warnings(text);
            assert_eq!(kinds(&found), [expected], "{text}");
            assert!(found.iter().all(|warning| warning.what.ends_with('.')));
        }
    }

    #[test]
    fn a_handle_of_look_alikes_is_told_with_what_it_looks_like() {
        assert_eq!(handle_warnings("udhetim_angli.24"), []);
        assert_eq!(handle_warnings("سفر_آمن"), []);
        assert_eq!(handle_warnings("дорога"), []);
        assert_eq!(
            kinds(&handle_warnings("udhеtim")),
            [HiddenKind::MixedScripts]
        );
        assert_eq!(
            kinds(&handle_warnings("udh\u{200d}etim")),
            [HiddenKind::Invisible]
        );
        let found = handle_warnings("сорас");
        assert_eq!(kinds(&found), [HiddenKind::LookAlike]);
        assert!(
            found
                .iter()
                .all(|warning| warning.what.contains("\"copac\"")),
            "{found:?}"
        );
    }
}
