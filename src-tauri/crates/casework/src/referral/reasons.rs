//! Why an item that was sent is withdrawn: data with a source and a date.

use breakwater_model::platform::ChoiceView;
use serde::Deserialize;
use std::sync::LazyLock;

/// A reason.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// The code.
    pub code: String,
    /// A few words for it.
    pub words: String,
    /// When it applies.
    pub explanation: String,
    /// `yes` if the referral was wrong: the account goes on the protected register.
    protects: String,
    /// Where it comes from.
    pub source: String,
    /// The source's date, YYYY-MM-DD.
    pub date: String,
}

impl Withdrawal {
    /// True if the referral was wrong: the account goes on the protected register.
    pub fn is_wrong_referral(&self) -> bool {
        self.protects == "yes"
    }
}

static ALL: LazyLock<Vec<Withdrawal>> = LazyLock::new(|| {
    let text = include_str!("../../data/withdrawal_reasons.csv");
    let rows = csv::Reader::from_reader(text.as_bytes())
        .into_deserialize()
        .collect::<Result<_, _>>();
    rows.unwrap_or_default()
});

/// Every reason.
pub fn all() -> &'static [Withdrawal] {
    &ALL
}

/// Every reason, to choose from.
pub fn choices() -> Vec<ChoiceView> {
    let choice = |one: &Withdrawal| ChoiceView {
        code: one.code.clone(),
        label: one.words.clone(),
        detail: Some(if one.is_wrong_referral() {
            format!(
                "{} The account goes on the protected register.",
                one.explanation
            )
        } else {
            one.explanation.clone()
        }),
        source: Some(one.source.clone()),
        date: Some(one.date.clone()),
    };
    ALL.iter().map(choice).collect()
}

/// The reason with this code.
pub fn of(code: &str) -> Option<&'static Withdrawal> {
    ALL.iter().find(|reason| reason.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_its_words_and_its_source() {
        assert!(of("wrong-account").is_some_and(Withdrawal::is_wrong_referral));
        assert!(of("duplicate").is_some_and(|reason| !reason.is_wrong_referral()));
        for reason in all() {
            let is_told = [
                &reason.words,
                &reason.explanation,
                &reason.source,
                &reason.date,
            ]
            .iter()
            .all(|text| !text.is_empty());
            assert!(is_told, "{} lacks a word", reason.code);
            assert!(
                matches!(reason.protects.as_str(), "yes" | "no"),
                "{}",
                reason.code
            );
        }
    }
}
