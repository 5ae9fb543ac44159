//! How many accounts stand where, for the rail and Today: counted on the roll, since every write asks for it.

use super::order::{is_run_out, narrow, waits};
use super::queue::presses;
use super::{platform_view, rows};
use crate::Result;
use crate::session::Session;
use crate::table::warning;
use breakwater_model::Instant;
use breakwater_model::assessment::AccountStatus;
use breakwater_model::list::{AccountRow, FiltersView, StatusCountView, WarningCountView};
use breakwater_text::search::{Has, STATUSES};
use std::collections::BTreeMap;

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
        let is_due = presses(facts, now);
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

/// Accounts to review and how long they wait, over all and over those given to nobody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QueueAge {
    /// To review now: what [`Standing::review`] counts.
    pub waiting: u32,
    /// When the oldest of them came in.
    pub oldest: Option<Instant>,
    /// Of them, given to nobody.
    pub unassigned: u32,
    /// When the oldest of these came in.
    pub oldest_unassigned: Option<Instant>,
    /// Of them, given to each officer, by row.
    pub assigned: BTreeMap<i64, u32>,
}

/// How long accounts wait to be reviewed. Reads whom accounts were given to: asked when it is shown.
pub fn queue_age(session: &Session, now: Instant) -> Result<QueueAge> {
    let assigned = session.read(crate::supervise::assigned)?;
    let roll = session.lists().roll(session)?;
    let mut age = QueueAge::default();
    let earlier =
        |one: Option<Instant>, at: i64| Some(one.map_or(Instant(at), |one| one.min(Instant(at))));
    for row in roll.present.rows() {
        if roll.kept_apart.contains(row) || !waits(&roll, row, now) {
            continue;
        }
        let imported = roll.of(row).imported;
        age.waiting += 1;
        age.oldest = earlier(age.oldest, imported);
        if let Some(officer) = assigned.get(&i64::from(row)) {
            *age.assigned.entry(*officer).or_default() += 1;
        } else {
            age.unassigned += 1;
            age.oldest_unassigned = earlier(age.oldest_unassigned, imported);
        }
    }
    Ok(age)
}

/// Platforms and statuses with their counts.
pub fn filters(session: &Session) -> Result<FiltersView> {
    let roll = session.lists().roll(session)?;
    let mut platforms: BTreeMap<&str, u32> = BTreeMap::new();
    let mut statuses = [0u32; STATUSES.len()];
    let now = session.host().now();
    let mut warned = [0u32; warning::BITS.len()];
    for row in roll.present.rows() {
        let facts = roll.of(row);
        if let Some(code) = roll.platforms.get(usize::from(facts.platform)) {
            *platforms.entry(code).or_default() += 1;
        }
        if let Some(count) = statuses.get_mut(usize::from(facts.status)) {
            *count += 1;
        }
    }
    for (row, bits) in &roll.warned {
        if roll.kept_apart.contains(*row) || !waits(&roll, *row, now) {
            continue;
        }
        for (count, (_, bit)) in warned.iter_mut().zip(warning::BITS) {
            *count += u32::from(bits & bit != 0);
        }
    }
    let mut platforms: Vec<_> = platforms
        .into_iter()
        .map(|(code, accounts)| platform_view(code, accounts))
        .collect();
    platforms.sort_by_key(|platform| std::cmp::Reverse(platform.accounts));
    Ok(FiltersView {
        platforms,
        statuses: STATUSES
            .iter()
            .zip(statuses)
            .filter(|(_, count)| *count > 0)
            .map(|((_, status), count)| StatusCountView {
                status: *status,
                count,
            })
            .collect(),
        warnings: warning::BITS
            .iter()
            .zip(warned)
            .filter(|(_, accounts)| *accounts > 0)
            .map(|((tag, _), accounts)| WarningCountView {
                tag: *tag,
                accounts,
            })
            .collect(),
    })
}

/// For each language code, the accounts that wait for a reader of it: without a checked translation, and not yet
/// answered by such a reader that they cannot read it.
pub fn unread(session: &Session, now: Instant) -> Result<BTreeMap<String, u32>> {
    let roll = session.lists().roll(session)?;
    let mut counts = vec![0u32; roll.languages.len()];
    for row in roll.present.rows() {
        let facts = roll.of(row);
        let is_answered =
            facts.has(Has::Translation) == Some(true) || facts.has(Has::CannotRead) == Some(true);
        if !is_answered
            && !roll.kept_apart.contains(row)
            && waits(&roll, row, now)
            && let Some(count) = counts.get_mut(usize::from(facts.language))
        {
            *count += 1;
        }
    }
    Ok(roll
        .languages
        .iter()
        .cloned()
        .zip(counts)
        .filter(|(code, count)| !code.is_empty() && *count > 0)
        .collect())
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
            // Of accounts kept apart too, data are to be erased.
            if what != Waiting::DueForErasure && roll.kept_apart.contains(*row) {
                return false;
            }
            match what {
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
