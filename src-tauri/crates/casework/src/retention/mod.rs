//! Retention: what is due, what is held, and erasing what two officers agree on. Nothing is erased by itself.

pub mod certificate;
pub mod due;
pub mod erase;
pub mod hold;
mod kinds;
pub mod periods;
pub mod print;
pub(crate) mod waiting;

use crate::account::apart;
use crate::{Error, Result, Session};
use breakwater_casefile::table::officer;
use breakwater_casefile::{Reader, query};
use breakwater_model::case::OfficerView;
use breakwater_model::erasure::{ErasureState, RetentionView};
use breakwater_model::platform::Platform;

/// What is due, proposed, held and erased.
pub fn overview(session: &Session) -> Result<RetentionView> {
    let all = erase::list(session)?;
    let (erased, open): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|row| row.state == ErasureState::Erased);
    let proposed = open
        .into_iter()
        .filter(|row| row.state != ErasureState::Dropped);
    let holds = hold::list(session)?.into_iter();
    Ok(RetentionView {
        due: due::due(session)?,
        proposed: proposed.collect(),
        holds: holds.filter(|hold| hold.released_at.is_none()).collect(),
        erased,
    })
}

/// What an account is called here, and its platform; empty once it is erased.
fn called(session: &Session, reader: &Reader<'_>, row: i64) -> Result<(String, Platform)> {
    let found = query::rows(reader, &[row], session.officer().row)?;
    Ok(match found.first() {
        Some(found) => (apart::named(session, found).0, found.platform.clone()),
        None => (
            String::new(),
            breakwater_casefile::table::account::by_row(reader, row)?.platform,
        ),
    })
}

fn officer_of(reader: &Reader<'_>, row: i64) -> Result<OfficerView> {
    officer::by_row(reader, row)?.ok_or(Error::NotFound("officer"))
}

fn named(officer: &OfficerView) -> String {
    format!("{}, {}", officer.name, officer.number)
}

fn reason_of(text: &str) -> Result<&str> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::Invalid("Say why.".into()));
    }
    Ok(text)
}
