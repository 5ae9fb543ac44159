//! Who can read an account: its words are judged by somebody who reads them, or on a translation somebody checked.
//!
//! An officer who has not said which languages they read is not held to it: the rule begins with their own word.

use crate::{Error, Result, Session};
use breakwater_casefile::query;
use breakwater_casefile::table::officer;
use breakwater_model::account::NeedsReaderView;
use breakwater_text::language;

/// The language of the window and of the reasons officers write.
pub(crate) const OWN: &str = "en";

/// The reader this account needs before this officer may refer it; `None` where it needs none.
pub fn needed(
    session: &Session,
    code: Option<&str>,
    is_translated: bool,
) -> Result<Option<NeedsReaderView>> {
    let Some(code) = code.filter(|code| *code != OWN && !is_translated) else {
        return Ok(None);
    };
    let own = session.own().officer;
    let reads = session
        .read(|reader| officer::by_id(reader, own))?
        .map(|(_, officer)| officer.reads)
        .unwrap_or_default();
    if reads.is_empty() || reads.iter().any(|one| one == code) {
        return Ok(None);
    }
    Ok(Some(NeedsReaderView {
        language: language::name(code).unwrap_or(code).to_owned(),
        code: code.to_owned(),
        waiting: query::unread(session, session.host().now())?
            .get(code)
            .copied()
            .unwrap_or_default(),
    }))
}

/// Refuses a referral of what nobody has read.
///
/// # Errors
/// Refused by rule `needs-a-reader`.
pub(crate) fn check(session: &Session, code: Option<&str>, is_translated: bool) -> Result<()> {
    match needed(session, code, is_translated)? {
        None => Ok(()),
        Some(needs) => Err(Error::refused(
            "needs-a-reader",
            format!(
                "This account needs a reader of {}, or a checked translation, before it is referred.",
                needs.language
            ),
        )),
    }
}
