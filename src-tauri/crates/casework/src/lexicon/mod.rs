//! The lexicons and thresholds a case scores with: read, changed, exchanged as files, everything scored again.

mod calibration;
mod change;
mod file;
mod read;
mod scoring;

pub use calibration::calibration;
pub use change::{change, reset};
pub use file::{preview, save, take};
pub use read::{all, terms};
pub use scoring::{score_anew, set_bands, set_no_action_days, state};

use crate::{Error, Result, Session};
use breakwater_casefile::score::Scoring;
use breakwater_text::indicator::Lexicon;

/// The lexicon of a language that the case scores with.
///
/// # Errors
/// There is none of this language.
fn of<'a>(scoring: &'a Scoring, language: &str) -> Result<&'a Lexicon> {
    let all = scoring.lexicons().all();
    all.iter()
        .find(|lexicon| lexicon.language == language)
        .ok_or_else(|| Error::Invalid(format!("There is no lexicon {language:?}.")))
}

/// The lexicon as it stands now.
fn now(session: &Session, language: &str) -> Result<Lexicon> {
    of(&session.scoring(), language).cloned()
}
