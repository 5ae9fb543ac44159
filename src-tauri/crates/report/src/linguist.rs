//! Texts for a linguist to read and write on: a print of plain pages.

use crate::notice::wrapped;
use crate::page::{self, Frame};
use crate::when;
use breakwater_model::Instant;

/// A text as it is given.
pub struct LinguistText<'a> {
    /// Its key, by which the answer comes back.
    pub key: String,
    /// Profile text, post, story …
    pub what: &'a str,
    /// The original words.
    pub original: &'a str,
}

/// What is printed.
pub struct LinguistSheet<'a> {
    /// The marking, head and foot of every page.
    pub marking: &'a str,
    /// The language, in English.
    pub language: &'a str,
    /// The date it bears.
    pub at: Instant,
    /// The texts, in order.
    pub texts: &'a [LinguistText<'a>],
}

const HOW: &str = "Please write the translation into English under each text, tick how far it was checked, and \
    write who made it. Gist: the gist, by anyone. Checked: checked by a linguist. Certified: certified for court. \
    If you cannot read a text, tick that: it is an answer too. The key says which text an answer belongs to; give \
    it back as it stands.";

const RULE: &str = "______________________________________________________________________";

/// The print: pages of 60 lines, each headed and footed by the marking. Nothing of the case is in it but the texts.
pub fn linguist_sheet(sheet: &LinguistSheet<'_>) -> String {
    let day = when::day(sheet.at);
    let count = sheet.texts.len();
    let texts = if count == 1 { "text" } else { "texts" };
    let mut blocks = vec![
        vec![format!("{count} {texts} in {}, {day}", sheet.language)],
        wrapped(HOW, 0),
    ];
    for (number, text) in (1..).zip(sheet.texts) {
        blocks.push(one(number, text));
    }
    let reference = format!("Texts in {}, {day}", sheet.language);
    page::pages(
        &Frame {
            marking: sheet.marking,
            standing: None,
            reference: &reference,
        },
        &blocks,
    )
}

fn one(number: usize, text: &LinguistText<'_>) -> Vec<String> {
    let mut lines = vec![
        format!("{number}. {}", text.what),
        format!("   Key {}", text.key),
        String::new(),
    ];
    lines.extend(
        wrapped(text.original, 3)
            .into_iter()
            .map(|line| format!("   {line}")),
    );
    lines.push(String::new());
    lines.push("   Translation".to_owned());
    lines.extend((0..3).map(|_| format!("   {RULE}")));
    lines.push(
        "   [ ] gist   [ ] checked   [ ] certified   By ___________________________".to_owned(),
    );
    lines.push(
        "   [ ] I cannot read this   Note ________________________________________".to_owned(),
    );
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn print(originals: &[String]) -> String {
        let texts: Vec<LinguistText<'_>> = (1..)
            .zip(originals)
            .map(|(number, original): (u32, _)| LinguistText {
                key: format!("post.{number}.0011223344556677"),
                what: "post",
                original,
            })
            .collect();
        linguist_sheet(&LinguistSheet {
            marking: "OFFICIAL-SENSITIVE",
            language: "Albanian",
            at: Instant(1_764_000_000_000),
            texts: &texts,
        })
    }

    proptest! {
        #[test]
        fn every_text_is_on_a_page_with_its_key_and_no_text_forges_a_page(
            originals in proptest::collection::vec(any::<String>(), 1..12),
        ) {
            let text = print(&originals);
            for number in 1..=originals.len() {
                let key = format!("Key post.{number}.0011223344556677");
                prop_assert_eq!(text.matches(&key).count(), 1);
            }
            for page in text.split('\u{c}') {
                let lines: Vec<&str> = page.lines().collect();
                prop_assert_eq!(lines.len(), page::PAGE_LINES);
                prop_assert_eq!(lines[0].trim(), "OFFICIAL-SENSITIVE");
                prop_assert_eq!(lines[59].trim(), "OFFICIAL-SENSITIVE");
            }
        }
    }

    #[test]
    fn the_words_stand_under_their_key() {
        let text = print(&["Nisje çdo natë".to_owned()]);
        assert!(text.contains("1 text in Albanian, "));
        let key = text.find("Key post.1.").unwrap();
        assert!(text.find("Nisje çdo natë").unwrap() > key);
    }
}
