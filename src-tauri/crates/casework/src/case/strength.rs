//! How strong a passphrase is.

use crate::{Error, Result};
use breakwater_model::case::{StrengthRequest, StrengthView};

/// The score a case asks for: "safely unguessable, moderate protection from offline slow-hash scenario"
/// (zxcvbn, Wheeler 2016); the slow hash here is scrypt at N 2^18.
const ENOUGH: u8 = 3;

/// Judges a passphrase with zxcvbn.
pub fn judge(request: &StrengthRequest) -> StrengthView {
    let phrases: Vec<String> = request
        .known
        .iter()
        .map(|words| words.to_lowercase())
        .collect();
    let known: Vec<&str> = phrases
        .iter()
        .flat_map(|words| {
            words
                .split_whitespace()
                .chain(std::iter::once(words.as_str()))
        })
        .collect();
    let estimate = zxcvbn::zxcvbn(&request.passphrase, &known);
    let score = u8::from(estimate.score());
    let feedback = estimate.feedback();
    StrengthView {
        score,
        is_acceptable: score >= ENOUGH,
        warning: feedback
            .and_then(zxcvbn::feedback::Feedback::warning)
            .map(|warning| warning.to_string()),
        suggestions: feedback
            .map(|feedback| {
                feedback
                    .suggestions()
                    .iter()
                    .map(ToString::to_string)
                    .collect()
            })
            .unwrap_or_default(),
    }
}

/// Refuses a passphrase that is too easy to guess.
pub(crate) fn demand(request: &StrengthRequest) -> Result<()> {
    let judged = judge(request);
    if judged.is_acceptable {
        return Ok(());
    }
    let why = judged
        .warning
        .unwrap_or_else(|| "Too easy to guess.".into());
    Err(Error::Refused {
        rule: "passphrase-strength",
        message: format!(
            "{why} Use five or more words that have nothing to do with each other or with the case."
        ),
        missing: judged.suggestions,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(passphrase: &str) -> StrengthView {
        judge(&StrengthRequest {
            passphrase: passphrase.into(),
            known: vec!["Channel Q4 sweep".into()],
        })
    }

    #[test]
    fn easy_passphrases_are_refused() {
        for weak in ["", "password1", "Channel Q4 sweep", "qwertyuiop"] {
            assert!(!judged(weak).is_acceptable, "{weak} was accepted");
        }
    }

    #[test]
    fn five_unrelated_words_are_enough() {
        assert!(judged("harbour lantern nine quiet gulls").is_acceptable);
    }
}
