//! Tables and sentences that reports have in common.

use super::suppress::{Grid, held};
use crate::facts;
use crate::statistics::small_below;
use breakwater_model::Instant;
use breakwater_model::platform::Unit;
use breakwater_model::statistics::{CohortView, MonthView, PartView, StatsView};
use breakwater_report::figures::{Cell, HELD, Table, grouped};
use breakwater_report::unit_words;
use std::fmt::Write as _;

/// What became of the referred: every item in one of these, in this order.
pub const ACTIONS: [&str; 9] = [
    "Removed or suspended",
    "Seen offline, no word",
    "Limited",
    "Left standing",
    "Not found",
    "More asked",
    "No answer",
    "Withdrawn or reversed",
    "Not seen live",
];

/// The counts of [`ACTIONS`] with their sum, the referred, last.
pub fn actions(cohort: &CohortView) -> Vec<u32> {
    vec![
        cohort.confirmed,
        cohort.inferred,
        cohort.limited,
        cohort.declined,
        cohort.not_found,
        cohort.more_asked,
        cohort.no_answer,
        cohort.withdrawn + cohort.reinstated,
        cohort.not_seen_live,
        cohort.referred,
    ]
}

/// A table of counts whose rows end in their sum; small ones held back where it is for publication.
pub fn counts(
    caption: String,
    columns: &[&str],
    names: Vec<String>,
    rows: &[Vec<u32>],
    (has_total, is_public): (bool, bool),
) -> Table {
    let hidden = if is_public {
        held(&Grid { rows, has_total }, small_below())
    } else {
        rows.iter().map(|row| vec![false; row.len()]).collect()
    };
    let cell = |count: &u32, is_held: &bool| {
        if *is_held {
            Cell::held()
        } else {
            Cell::Count(*count)
        }
    };
    let rows: Vec<(String, Vec<Cell>)> = names
        .into_iter()
        .zip(rows.iter().zip(&hidden))
        .map(|(name, (row, hidden))| {
            (
                name,
                row.iter()
                    .zip(hidden)
                    .map(|(count, held)| cell(count, held))
                    .collect(),
            )
        })
        .collect();
    let is_held = hidden.iter().flatten().any(|held| *held);
    Table {
        caption,
        columns: columns.iter().map(|name| (*name).to_owned()).collect(),
        rows,
        has_total,
        notes: if is_held {
            vec![held_note()]
        } else {
            Vec::new()
        },
    }
}

/// What the sign in a cell means.
pub fn held_note() -> String {
    format!(
        "{HELD}: held back. Counts of 1 to {} may point to a person and are not published; where a total would give one away, a further count is held back with it.",
        small_below().saturating_sub(1)
    )
}

/// Platforms, or laws, by what became of the items; the last row is the whole.
pub fn by_part(
    caption: String,
    first: &str,
    parts: &[PartView],
    whole: &StatsView,
    name: fn(&str) -> String,
    is_public: bool,
) -> Table {
    let parts: Vec<&PartView> = parts
        .iter()
        .filter(|part| part.cohort.referred > 0)
        .collect();
    let mut names: Vec<String> = parts.iter().map(|part| name(&part.name)).collect();
    let mut rows: Vec<Vec<u32>> = parts.iter().map(|part| actions(&part.cohort)).collect();
    names.push("All".into());
    rows.push(actions(&whole.cohort));
    let columns: Vec<&str> = std::iter::once(first)
        .chain(ACTIONS)
        .chain(["Referred"])
        .collect();
    counts(caption, &columns, names, &rows, (true, is_public))
}

/// Takedowns by month, confirmed and seen; the last row is the whole.
pub fn by_month(caption: String, months: &[MonthView], is_public: bool) -> Table {
    let row = |month: &MonthView| vec![month.confirmed, month.inferred, month.taken_down];
    let mut names: Vec<String> = months
        .iter()
        .map(|month| month_words(&month.month))
        .collect();
    let mut rows: Vec<Vec<u32>> = months.iter().map(row).collect();
    let sum = |at: usize| rows.iter().filter_map(|row| row.get(at)).sum();
    let total = vec![sum(0), sum(1), sum(2)];
    names.push("All".into());
    rows.push(total);
    let columns = [
        "Month",
        "Confirmed by the platform",
        "Seen offline",
        "Taken down",
    ];
    counts(caption, &columns, names, &rows, (true, is_public))
}

/// What stands in a sentence in the place of a count that is held back.
pub const A_NUMBER_HELD: &str = "a number held back";

/// True for a count too small to be published.
pub fn is_small(count: u32) -> bool {
    (1..small_below()).contains(&count)
}

/// True if two counts beside each other tell a count too small to be published: the difference between them.
pub fn tell_small(one: u32, other: u32) -> bool {
    is_small(one.abs_diff(other))
}

/// A count in a sentence: one too small to be told is not.
pub fn told(count: u32, is_public: bool) -> String {
    let below = small_below();
    if is_public && count > 0 && count < below {
        format!("fewer than {below}")
    } else {
        grouped(count)
    }
}

/// A count of a table in a sentence: what the table holds back, the sentence does not tell.
pub fn told_in(table: &Table, column: &str) -> String {
    let at = table.columns.iter().position(|name| name == column);
    let last = table.rows.last().map(|(_, cells)| cells);
    let cell = at.and_then(|at| last?.get(at.checked_sub(1)?));
    match cell {
        Some(Cell::Words(words)) if words == HELD => A_NUMBER_HELD.to_owned(),
        Some(cell) => cell.words(),
        None => "–".to_owned(),
    }
}

/// True if a table holds the sum of a column back.
pub fn is_held_in(table: &Table, column: &str) -> bool {
    let at = table.columns.iter().position(|name| name == column);
    let last = table.rows.last().map(|(_, cells)| cells);
    let cell = at.and_then(|at| last?.get(at.checked_sub(1)?));
    cell.is_none_or(|cell| *cell == Cell::held())
}

/// A share in a sentence, with its parts; nothing where one of these is held back.
pub fn share(part: u32, whole: u32, is_public: bool) -> Option<String> {
    let below = if is_public { small_below() } else { 1 };
    let is_told =
        whole >= below && (part == 0 || part >= below) && (whole == part || whole - part >= below);
    (is_told && whole > 0).then(|| format!("{:.1} %", f64::from(part) / f64::from(whole) * 100.0))
}

/// Hours as people say them.
pub fn duration(hours: Option<f64>) -> String {
    match hours {
        None => "–".to_owned(),
        Some(hours) if hours < 1.0 => format!("{:.0} minutes", hours * 60.0),
        Some(hours) if hours < 48.0 => format!("{hours:.1} hours"),
        Some(hours) => format!("{:.1} days", hours / 24.0),
    }
}

/// "1 January 2026" for 2026-01-01.
pub fn day_words(day: &str) -> String {
    let read = chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d");
    read.map_or_else(
        |_| day.to_owned(),
        |day| day.format("%-d %B %Y").to_string(),
    )
}

/// "January 2026" for 2026-01.
fn month_words(month: &str) -> String {
    let read = chrono::NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d");
    read.map_or_else(|_| month.to_owned(), |day| day.format("%B %Y").to_string())
}

/// "Jan 26" for 2026-01.
pub fn month_short(month: &str) -> String {
    let read = chrono::NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d");
    read.map_or_else(|_| month.to_owned(), |day| day.format("%b %y").to_string())
}

/// "15 January 2027, 09:00 UTC".
pub fn moment_words(at: Instant) -> String {
    at.utc().format("%-d %B %Y, %H:%M UTC").to_string()
}

/// A unit at the head of a part.
pub fn unit_title(unit: Unit) -> String {
    let words = unit_words(unit, 2);
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// A platform by its name; one this program does not know is another.
pub fn platform_words(code: &str) -> String {
    facts::platform(code).map_or_else(|| "another platform".to_owned(), |fact| fact.name.clone())
}

/// A law by its name; what is not said is said to be so.
pub fn law_words(code: &str) -> String {
    facts::law(code).map_or_else(
        || "The platform's own terms, no law named".to_owned(),
        |law| law.name.clone(),
    )
}

/// Every name of a platform or a law.
pub fn every_name() -> String {
    let mut all = String::new();
    for fact in facts::platforms() {
        // Writing to a text does not fail.
        let _ = writeln!(all, "{}", fact.name);
    }
    for law in facts::laws() {
        let _ = writeln!(all, "{}", law.name);
    }
    all
}

/// What every report says of itself.
pub fn facts_of(stats: &StatsView, units: &[StatsView]) -> Vec<(String, String)> {
    let names: Vec<String> = units
        .iter()
        .map(|one| unit_words(one.unit, 2).to_owned())
        .collect();
    let imported = if stats.with_imported {
        "counted, known when it happened"
    } else {
        "left out"
    };
    [
        (
            "Period",
            format!(
                "{} to {}, both inclusive, UTC",
                day_words(&stats.from),
                day_words(&stats.to)
            ),
        ),
        (
            "As at",
            format!(
                "{}: what had happened and was known by then",
                moment_words(stats.as_at)
            ),
        ),
        (
            "Counted",
            format!("{}; each unit apart, never added up", names.join(", ")),
        ),
        ("Imported history", imported.to_owned()),
        (
            "Definitions",
            format!("of {}", month_words(&stats.definitions)),
        ),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

/// How the numbers are to be read.
pub fn definitions() -> Vec<String> {
    [
        "Referred: sent to the platform for the first time within the period. An item sent twice counts once.",
        "Removed or suspended: gone for everyone by the platform's last word, without end. Seen offline: the platform gave no decision, and two looks at least 24 hours apart found it gone, under no other name, and never live since.",
        "What became of an item is the platform's last decision, by when it happened. A decision dated by day alone stands after what was entered before it of that day.",
        "Limited: restricted, blocked in some countries, or suspended for a time. It is not counted as taken down.",
        "Left standing: the platform found no breach. Not found: it found no such item.",
        "Withdrawn or reversed: taken back by the unit, or put back by the platform.",
        "Not seen live: nobody saw it live before it was sent, so that nothing can be said of its end.",
        "A takedown is a decision of the platform under its own terms or the law. It says nothing of whether an offence was committed.",
    ]
    .map(str::to_owned)
    .into()
}
