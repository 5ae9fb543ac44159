//! How many accounts stand where, for the rail and Today: counted on the roll, since every write asks for it.

use super::order::{is_run_out, narrow, presses, waits};
use super::rows;
use crate::Result;
use crate::session::Session;
use breakwater_model::Instant;
use breakwater_model::assessment::AccountStatus;
use breakwater_model::list::AccountRow;
use breakwater_text::search::Has;

/// An account that waits, with the time it was or is due.
pub type Due = (AccountRow, Option<Instant>);

/// Accounts by where they stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// To review now.
    pub review: u32,
    /// All accounts but those due for erasure and those kept apart.
    pub accounts: u32,
    /// Decided refer and in no draft.
    pub to_draft: u32,
    /// With an unanswered safeguarding act, or to review and due within a day.
    pub urgent: u32,
    /// Waiting for a second look.
    pub second_look: u32,
    /// Holds whose date has come.
    pub holds: u32,
}

/// What can wait for an officer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// A safeguarding act without an answer.
    Safeguarding,
    /// A second look.
    SecondLook,
    /// A hold whose date has come.
    HoldEnded,
    /// Decided refer, in no draft.
    ToDraft,
    /// No action was decided, and its time has run.
    DueForErasure,
}

/// Counts everything at once. Accounts kept apart count where somebody is in danger, and nowhere else.
pub fn standing(session: &Session, now: Instant) -> Result<Standing> {
    let days = session.no_action_days()?;
    let roll = session.lists().roll(session)?;
    let mut all = Standing::default();
    for row in roll.present.rows() {
        let facts = roll.of(row);
        let is_apart = roll.kept_apart.contains(row);
        let to_review = !is_apart && waits(&roll, row, now);
        let is_hold = facts.is(AccountStatus::Hold);
        let is_due = presses(&roll, row, now);
        all.accounts += u32::from(!is_apart && !is_run_out(facts, days, now));
        all.review += u32::from(to_review);
        all.to_draft += u32::from(!is_apart && facts.is(AccountStatus::Refer));
        all.second_look += u32::from(!is_apart && facts.is(AccountStatus::SecondLook));
        all.holds += u32::from(is_hold && to_review);
        all.urgent += u32::from(
            facts.has(Has::Safeguarding) == Some(true) || (is_due && to_review && !is_hold),
        );
    }
    Ok(all)
}

/// Accounts of a language that wait and have no checked translation.
pub fn unread(session: &Session, language: &str, now: Instant) -> Result<u32> {
    let roll = session.lists().roll(session)?;
    let Some(code) = roll.languages.iter().position(|one| one == language) else {
        return Ok(0);
    };
    let waiting = roll.present.rows().filter(|row| {
        let facts = roll.of(*row);
        usize::from(facts.language) == code
            && facts.has(Has::Translation) != Some(true)
            && !roll.kept_apart.contains(*row)
            && waits(&roll, *row, now)
    });
    Ok(narrow(waiting.count()))
}

/// True for what is shown of accounts kept apart too: somebody may be in danger, or their data are to be erased.
const fn is_of_all(what: Waiting) -> bool {
    matches!(what, Waiting::Safeguarding | Waiting::DueForErasure)
}

/// Accounts that wait so, oldest first, each with the time it was or is due, and how many there are.
pub fn waiting(
    session: &Session,
    what: Waiting,
    now: Instant,
    most: u32,
) -> Result<(Vec<Due>, u32)> {
    let days = session.no_action_days()?;
    let roll = session.lists().roll(session)?;
    let mut found: Vec<u32> = roll
        .by_import
        .iter()
        .copied()
        .filter(|row| {
            let facts = roll.of(*row);
            if !is_of_all(what) && roll.kept_apart.contains(*row) {
                return false;
            }
            match what {
                Waiting::Safeguarding => facts.has(Has::Safeguarding) == Some(true),
                Waiting::SecondLook => facts.is(AccountStatus::SecondLook),
                Waiting::HoldEnded => facts.is(AccountStatus::Hold) && waits(&roll, *row, now),
                Waiting::ToDraft => facts.is(AccountStatus::Refer),
                Waiting::DueForErasure => is_run_out(facts, days, now),
            }
        })
        .collect();
    let of = |row: u32| roll.review.get(&row).copied();
    found.sort_by_key(|row| (of(*row).unwrap_or(roll.of(*row).imported), *row));
    let total = narrow(found.len());
    found.truncate(most as usize);
    let dues: Vec<Option<Instant>> = found.iter().map(|row| of(*row).map(Instant)).collect();
    drop(roll);
    let wanted: Vec<i64> = found.into_iter().map(i64::from).collect();
    let rows = session.read(|reader| rows(reader, &wanted, session.officer().row))?;
    Ok((rows.into_iter().zip(dues).collect(), total))
}
