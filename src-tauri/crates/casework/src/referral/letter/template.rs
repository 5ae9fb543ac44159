//! What letters begin with: `data/letters.csv`, by kind and reason, each with a source and a date.

use breakwater_model::letter::LetterKind;
use serde::Deserialize;
use std::sync::LazyLock;

const ALL: &str = "*";

/// A template.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// What the letter does.
    pub kind: LetterKind,
    /// Key of the reason for a withdrawal; `*` for every other.
    pub reason: String,
    /// Subject line.
    pub subject: String,
    /// Text, with names in braces.
    pub text: String,
    /// Where it comes from.
    pub source: String,
    /// The date of the source.
    pub date: String,
}

static TEMPLATES: LazyLock<Vec<Template>> = LazyLock::new(|| {
    let text = include_str!("../../../data/letters.csv");
    let rows = csv::Reader::from_reader(text.as_bytes())
        .into_deserialize()
        .collect::<Result<_, _>>();
    rows.unwrap_or_default()
});

/// Every template.
pub fn all() -> &'static [Template] {
    &TEMPLATES
}

/// The template for a kind and reason: that reason's own, else that of all.
pub fn of(kind: LetterKind, reason: &str) -> Option<&'static Template> {
    let with = |wanted: &str| {
        let mut all = TEMPLATES.iter();
        all.find(|one| one.kind == kind && one.reason == wanted)
    };
    with(reason).or_else(|| with(ALL))
}

/// A text with its names filled in; what is filled in is not read for names again.
pub fn filled(text: &str, names: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        if let Some((_, value)) = names.iter().find(|(known, _)| *known == name) {
            out.push_str(value);
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::referral::reasons;

    #[test]
    fn every_reason_has_a_template_and_every_template_a_source_and_known_names() {
        const NAMES: [&str; 7] = [
            "platform",
            "reference",
            "sent",
            "item",
            "address",
            "theirs",
            "what",
        ];
        for reason in reasons::all() {
            assert!(of(LetterKind::Withdrawal, &reason.code).is_some());
        }
        assert!(of(LetterKind::Correction, "").is_some());
        assert_eq!(all().len(), 4, "a row does not read");
        for one in all() {
            assert!(!one.source.is_empty() && one.date.len() == 10, "{one:?}");
            for part in one.text.split('{').skip(1) {
                let name = part.split('}').next().unwrap();
                assert!(NAMES.contains(&name), "{name}");
            }
        }
    }

    #[test]
    fn a_letter_for_a_live_investigation_does_not_say_so() {
        let of = of(LetterKind::Withdrawal, "live-investigation").unwrap();
        assert!(!of.text.contains("investigation") && !of.text.contains("protected"));
    }

    #[test]
    fn what_is_filled_in_is_not_read_for_names_again() {
        let text = filled("{a} and {b}{c}", &[("a", "{b}"), ("b", "2")]);
        assert_eq!(text, "{b} and 2");
    }
}
