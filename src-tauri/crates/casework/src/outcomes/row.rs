//! A row of an outcomes file as what it says.

use super::columns::Columns;
use super::mapping::OutcomeField;
use super::words::{Decided, Meaning, Words, key, name_of};
use crate::exchange::import::cells::Cells;
use crate::exchange::import::heading;
use crate::exchange::import::row::Row;
use breakwater_model::import::Field;
use breakwater_model::platform::Unit;
use breakwater_model::referral::PlatformDecision;
use breakwater_model::{Instant, WorldTime};
use breakwater_text::identity::{self, Kind};
use breakwater_text::{date, platform};
use csv::StringRecord;

/// Milliseconds of a day.
pub const DAY: i64 = 86_400_000;
/// How far clocks may differ.
const CLOCKS: i64 = 60_000;

/// What a row says of an item.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The account it names.
    pub row: Row,
    /// The account as written.
    pub written: String,
    /// The unit, and whether the row says it itself.
    pub unit: Unit,
    /// True if the unit stands in its own cell.
    pub says_unit: bool,
    /// Key of the post; empty where the item is none or its address is not known.
    pub post: String,
    /// When it was referred.
    pub referred: Option<WorldTime>,
    /// The platform's reference as written; empty where there is none.
    pub reference: String,
    /// The reference for matching.
    pub reference_key: String,
    /// What was decided, and when.
    pub decided: Option<(Decided, WorldTime)>,
    /// Why, as the platform says.
    pub reason: String,
    /// The decision as written, where it is another word.
    pub wording: String,
}

/// True if two times from outside may be the same: equal, or of the same day or month where one says no more.
pub fn may_be_same(one: &WorldTime, other: &WorldTime) -> bool {
    one.begins().0 <= other.at.0 && other.begins().0 <= one.at.0
}

impl Outcome {
    /// What a row says.
    ///
    /// # Errors
    /// Why it cannot be taken, in words.
    pub fn read(
        columns: &Columns,
        words: &Words,
        record: &StringRecord,
        now: Instant,
    ) -> Result<Self, String> {
        if columns.are_again(record) {
            return Err(heading::AGAIN.into());
        }
        let cell = |field| columns.cell(record, field);
        let meaning = words.decision(cell(OutcomeField::Decision));
        if meaning == Ok(Meaning::LeftOut) {
            let wording = cell(OutcomeField::Decision);
            return Err(format!("{wording:?} is left out by the mapping"));
        }
        let unit_cell = words.unit(cell(OutcomeField::Unit))?;
        let (mut row, written) = account(columns, record, unit_cell, now)?;
        let referred = time(columns, record, OutcomeField::ReferredAt, now)?;
        let decided_at = time(columns, record, OutcomeField::DecidedAt, now)?;
        let decided = decided(meaning?, decided_at)?;
        if let (Some(referred), Some((_, decided))) = (&referred, &decided)
            && decided.at < referred.begins()
        {
            return Err(format!(
                "was decided on {} before it was referred on {}",
                said(decided),
                said(referred)
            ));
        }
        if let Some(referred) = &referred {
            row.seen = referred.clone();
            row.is_assumed = false;
        }
        let (unit, post) = unit_of(&row, unit_cell);
        let reference = cell(OutcomeField::Reference).to_owned();
        let wording = cell(OutcomeField::Decision);
        let is_other = decided
            .as_ref()
            .is_some_and(|(decided, _)| key(wording) != key(&decided.name()));
        Ok(Self {
            written,
            unit,
            says_unit: unit_cell.is_some(),
            post,
            referred,
            reference_key: reference_key(&reference),
            reference,
            decided,
            reason: cell(OutcomeField::Reason).to_owned(),
            wording: if is_other { wording } else { "" }.to_owned(),
            row,
        })
    }
}

impl Outcome {
    /// True if it says declined and no ground.
    pub fn lacks_ground(&self) -> bool {
        self.reason.is_empty() && self.says(PlatformDecision::Declined)
    }

    /// True if it says that it was put back.
    pub fn is_reinstated(&self) -> bool {
        self.says(PlatformDecision::Reinstated)
    }

    fn says(&self, decision: PlatformDecision) -> bool {
        let decided = self.decided.as_ref();
        decided.is_some_and(|(decided, _)| *decided == Decided::By(decision))
    }
}

/// What was decided and when: both, or neither.
fn decided(
    meaning: Meaning,
    at: Option<WorldTime>,
) -> Result<Option<(Decided, WorldTime)>, String> {
    match (meaning, at) {
        (Meaning::Decided(decision), Some(at)) => Ok(Some((decision, at))),
        (Meaning::Decided(decision), None) => Err(format!(
            "says {} but not when; fill in decided_at",
            decision.name()
        )),
        (Meaning::NoAnswer | Meaning::LeftOut, Some(_)) => {
            Err("has a date of decision but no decision".into())
        }
        (Meaning::NoAnswer | Meaning::LeftOut, None) => Ok(None),
    }
}

/// A reference for matching: case and the spaces around it do not count.
pub fn reference_key(reference: &str) -> String {
    breakwater_text::fold::fold(reference.trim())
}

/// A time as it was written.
pub fn said(time: &WorldTime) -> String {
    time.raw.clone().unwrap_or_else(|| time.at.to_string())
}

/// The account a row names, and as what it is written.
fn account(
    columns: &Columns,
    record: &StringRecord,
    unit: Option<Unit>,
    now: Instant,
) -> Result<(Row, String), String> {
    let mut cells = Cells::default();
    let platform = columns.cell(record, OutcomeField::Platform);
    cells.put(Field::Platform, "", platform);
    if let Some(unit) = unit {
        cells.put(Field::Unit, "", &name_of(&unit));
    }
    let named: Vec<&str> = columns.cells(record, OutcomeField::Account).collect();
    let (addresses, others): (Vec<&str>, Vec<&str>) =
        named.iter().copied().partition(|cell| cell.contains('/'));
    let address = addresses.first().copied();
    let other = others.first().copied();
    match (address, other) {
        (Some(address), other) => {
            cells.put(Field::Url, "", address);
            if let Some(other) = other {
                cells.put(into(platform, other), "", other);
            }
        }
        (None, Some(other)) => cells.put(into(platform, other), "", other),
        (None, None) => return Err("no address, handle or id".into()),
    }
    let written = address.or(other).unwrap_or_default().to_owned();
    let mut row = cells.row(now, date::Order::default(), "")?;
    if row.unit == Unit::ShortLink {
        return Err("only a short link; give the address it leads to".into());
    }
    if address.is_none() {
        row.url = None;
    }
    Ok((row, written))
}

/// What a cell that is no address holds: handle, id, or by its form something that stands for both.
fn into(platform: &str, text: &str) -> Field {
    let found = match platform::code(platform) {
        Some(code) => identity::normalise_on(code, text),
        None if platform.is_empty() => identity::normalise(text),
        None => return Field::Handle,
    };
    match found.kind {
        Kind::Unknown => Field::Handle,
        _ if found.handle.is_none() && found.platform_id.is_some() && !platform.is_empty() => {
            Field::PlatformId
        }
        _ if platform.is_empty() => Field::Url,
        _ => Field::Handle,
    }
}

fn unit_of(row: &Row, cell: Option<Unit>) -> (Unit, String) {
    let key = |row: &Row| {
        let post = row.post.as_ref();
        post.and_then(|post| post.key.clone()).unwrap_or_default()
    };
    let is_of_post = |unit: Unit| matches!(unit, Unit::Post | Unit::Story | Unit::Live | Unit::Ad);
    match (cell, &row.post) {
        (Some(unit), _) if is_of_post(unit) => (unit, key(row)),
        (Some(unit), _) => (unit, String::new()),
        (None, Some(post)) => (post.unit, key(row)),
        (None, None) => (row.unit, String::new()),
    }
}

fn time(
    columns: &Columns,
    record: &StringRecord,
    field: OutcomeField,
    now: Instant,
) -> Result<Option<WorldTime>, String> {
    let column = match field {
        OutcomeField::ReferredAt => "referred_at",
        _ => "decided_at",
    };
    let time = match date::read_in(columns.cell(record, field), columns.order(field)) {
        Ok(time) => time,
        Err(date::DateError::Empty) => return Ok(None),
        Err(error) => return Err(format!("{column}: {error}")),
    };
    if time.begins() > now.plus_ms(CLOCKS) {
        return Err(format!("{column} {} has not come yet", said(&time)));
    }
    Ok(Some(time))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_may_be_any_instant_of_it_and_no_other() {
        let day = date::read("2025-03-01").unwrap();
        let within = date::read("2025-03-01T10:00:00Z").unwrap();
        let after = date::read("2025-03-02T00:00:00Z").unwrap();
        let month = date::read("2025-03").unwrap();
        assert!(may_be_same(&day, &within) && may_be_same(&within, &day));
        assert!(!may_be_same(&day, &after) && !may_be_same(&within, &after));
        assert!(may_be_same(&month, &day) && may_be_same(&month, &after));
    }
}
