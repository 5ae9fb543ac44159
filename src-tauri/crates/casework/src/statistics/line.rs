//! One row an item, as officers hand it to each other: a pseudonym, no text.
//!
//! A cell of events holds entries parted by `;`, each `word@when`, then `~when` where the unit knew later, `^when` where
//! a correction was known from then on, `|when` where it is dated by day or month alone and stands from then on, `*` for
//! history that was brought in. Entries stand in the order of their numbers: what happened at the same time is told apart
//! by it.

use crate::{Error, Result};
use breakwater_model::Instant;
use breakwater_model::history::{Event, Mark};
use breakwater_model::platform::Unit;
use std::fmt::Write as _;

/// The columns.
pub const COLUMNS: [&str; 9] = [
    "item",
    "by_handle",
    "unit",
    "platform",
    "seen_live",
    "sent",
    "decisions",
    "withdrawn",
    "checks",
];

/// The column beside them that tells which secret the pseudonyms were made with.
pub const MARK: &str = "secret_mark";

/// Columns of events, with the words that can stand in each.
const CELLS: [&[(Mark, &str)]; 4] = [
    &[(Mark::Sent, "sent")],
    &[
        (Mark::Removed, "removed"),
        (Mark::Suspended, "suspended"),
        (Mark::Limited, "limited"),
        (Mark::Declined, "declined"),
        (Mark::NotFound, "not-found"),
        (Mark::MoreAsked, "more-asked"),
        (Mark::Reinstated, "reinstated"),
    ],
    &[(Mark::Withdrawn, "withdrawn")],
    &[
        (Mark::SeenLive, "live"),
        (Mark::SeenOffline, "offline"),
        (Mark::SeenRenamed, "renamed"),
        (Mark::SeenOther, "other"),
    ],
];

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Pseudonym of the item.
    pub item: String,
    /// Its pseudonym for those who know its handle alone; empty where that is `item`, or it has no handle.
    pub by_handle: String,
    /// Unit.
    pub unit: Unit,
    /// Code of the platform.
    pub platform: String,
    /// When it was seen live, as the referral says.
    pub live: Option<i64>,
    /// What happened, in the order of the numbers within each cell.
    pub events: Vec<Event>,
}

impl Line {
    /// The cells, in the order of [`COLUMNS`].
    pub fn cells(&self) -> Result<[String; COLUMNS.len()]> {
        let unit = serde_json::to_value(self.unit)?;
        let [sent, decisions, withdrawn, checks] = CELLS.map(|words| self.cell(words));
        Ok([
            self.item.clone(),
            self.by_handle.clone(),
            unit.as_str().unwrap_or_default().to_owned(),
            self.platform.clone(),
            self.live
                .map(|at| Instant(at).to_string())
                .unwrap_or_default(),
            sent,
            decisions,
            withdrawn,
            checks,
        ])
    }

    fn cell(&self, words: &[(Mark, &str)]) -> String {
        let mut of: Vec<(&Event, &str)> = self
            .events
            .iter()
            .filter_map(|event| {
                let found = words.iter().find(|(mark, _)| *mark == event.mark);
                found.map(|(_, word)| (event, *word))
            })
            .collect();
        of.sort_unstable_by_key(|(event, _)| event.seq);
        of.iter()
            .map(|(event, word)| entry(event, word))
            .collect::<Vec<_>>()
            .join(";")
    }

    /// Reads the cells of a row; what is wrong with it in words.
    ///
    /// # Errors
    /// A cell that does not read.
    pub fn read(row: &csv::StringRecord) -> Result<Self> {
        let cell = |at: usize| row.get(at).unwrap_or_default().trim();
        let unit = serde_json::from_value(cell(2).into())
            .map_err(|_| Error::Invalid(format!("{:?} is no unit", cell(2))))?;
        if cell(0).is_empty() {
            return Err(Error::Invalid("the item has no pseudonym".into()));
        }
        let live = match cell(4) {
            "" => None,
            text => Some(when(text)?),
        };
        let mut events = Vec::new();
        for (at, words) in (5..).zip(CELLS) {
            for text in cell(at).split(';').filter(|text| !text.is_empty()) {
                let seq = i64::try_from(events.len()).unwrap_or(i64::MAX);
                events.push(read_entry(text, words, seq)?);
            }
        }
        Ok(Self {
            item: cell(0).to_owned(),
            by_handle: cell(1).to_owned(),
            unit,
            platform: cell(3).to_owned(),
            live,
            events,
        })
    }
}

fn entry(event: &Event, word: &str) -> String {
    let mut text = format!("{word}@{}", Instant(event.happened));
    // Writing to a text does not fail.
    if event.known != event.happened {
        let _ = write!(text, "~{}", Instant(event.known));
    }
    if event.until != Event::STANDS {
        let _ = write!(text, "^{}", Instant(event.until));
    }
    if event.early != 0 {
        let _ = write!(text, "|{}", Instant(event.place()));
    }
    if event.is_imported {
        text.push('*');
    }
    text
}

fn read_entry(text: &str, words: &[(Mark, &str)], seq: i64) -> Result<Event> {
    let bad = || Error::Invalid(format!("{text:?} is no entry of this column"));
    let (rest, is_imported) = match text.strip_suffix('*') {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let (rest, place) = match rest.split_once('|') {
        Some((rest, place)) => (rest, Some(when(place)?)),
        None => (rest, None),
    };
    let (rest, until) = match rest.split_once('^') {
        Some((rest, until)) => (rest, when(until)?),
        None => (rest, Event::STANDS),
    };
    let (rest, known) = match rest.split_once('~') {
        Some((rest, known)) => (rest, Some(when(known)?)),
        None => (rest, None),
    };
    let (word, happened) = rest.split_once('@').ok_or_else(bad)?;
    let (mark, _) = words.iter().find(|(_, one)| *one == word).ok_or_else(bad)?;
    let happened = when(happened)?;
    let event = Event {
        happened,
        known: known.unwrap_or(happened),
        until,
        seq,
        early: 0,
        mark: *mark,
        is_imported,
    };
    Ok(event.placed(place.unwrap_or(happened)))
}

fn when(text: &str) -> Result<i64> {
    Instant::parse(text)
        .map(|at| at.0)
        .ok_or_else(|| Error::Invalid(format!("{text:?} is no time")))
}
