//! Several officers' figures read as one: what more than one of them sent is named and counted once.

use super::line::{COLUMNS, Line, MARK};
use super::stats::of;
use crate::{Error, Result};
use breakwater_casefile::layout;
use breakwater_model::Instant;
use breakwater_model::history::{Cut, Event, History, Item, Mark};
use breakwater_model::platform::Unit;
use breakwater_model::pooled::{DuplicateView, FileRowsView, PooledView};
use breakwater_model::statistics::StatsRequest;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;

/// The figures of all files together.
///
/// # Errors
/// A file that cannot be read, or is none of figures: what, in which row; files whose pseudonyms were made with different
/// secrets: in them one item has several names, and would be counted once under each.
pub fn stats_of(files: &[PathBuf], request: &StatsRequest, now: Instant) -> Result<PooledView> {
    let mut lines = Vec::new();
    let mut told = Vec::new();
    let mut marks: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, path) in files.iter().enumerate() {
        let before = lines.len();
        for mark in read(path, |line| lines.push((file, line)))? {
            marks.entry(mark).or_default().push(layout::file_name(path));
        }
        told.push(FileRowsView {
            file: layout::file_name(path),
            rows: u32::try_from(lines.len() - before).unwrap_or(u32::MAX),
        });
    }
    let unmarked = marks.remove("").unwrap_or_default();
    refuse_other_secrets(&marks)?;
    let units: BTreeSet<Unit> = lines.iter().map(|(_, line)| line.unit).collect();
    let units = units.into_iter().collect();
    let pool = pool(lines);
    let duplicates = pool
        .iter()
        .filter(|(_, one)| one.lines.len() > 1)
        .map(|(item, one)| DuplicateView {
            item: item.clone(),
            files: one
                .files
                .iter()
                .filter_map(|file| told.get(*file).map(|file| file.file.clone()))
                .collect(),
            differs_at: differs_at(&one.lines),
        })
        .collect();
    Ok(PooledView {
        stats: of(&history(&pool), request, now, i64::MAX)?,
        items: u32::try_from(pool.len()).unwrap_or(u32::MAX),
        files: told,
        duplicates,
        units,
        unmarked,
    })
}

fn refuse_other_secrets(marks: &BTreeMap<String, Vec<String>>) -> Result<()> {
    if marks.len() < 2 {
        return Ok(());
    }
    let groups: Vec<String> = marks
        .iter()
        .map(|(mark, files)| format!("{} (mark {mark})", files.join(", ")))
        .collect();
    Err(Error::Invalid(format!(
        "These files were not made with one unit secret: {}. One account has another pseudonym in each, and would be counted several times. Write them anew with the same secret file.",
        groups.join("; ")
    )))
}

/// Gives every row to `take`, and which marks of secrets the file bears; an empty one for a row that bears none.
fn read(path: &PathBuf, mut take: impl FnMut(Line)) -> Result<BTreeSet<String>> {
    let name = layout::file_name(path);
    let bad = |error: csv::Error| Error::io(&name)(error.into());
    let mut reader = csv::Reader::from_path(path).map_err(bad)?;
    let header: Vec<&str> = reader.headers().map_err(bad)?.iter().collect();
    let (known, more) = header.split_at_checked(COLUMNS.len()).unwrap_or_default();
    if known != COLUMNS || !matches!(more, [] | [MARK]) {
        return Err(Error::Invalid(format!(
            "{name} is no file of figures: its columns are to be {}. Write it with `figures`.",
            COLUMNS.join(", ")
        )));
    }
    let mut marks = BTreeSet::new();
    for (number, row) in (2..).zip(reader.records()) {
        let row = row.map_err(bad)?;
        let line = Line::read(&row)
            .map_err(|error| Error::Invalid(format!("{name}, row {number}: {error}.")))?;
        let mark = row.get(COLUMNS.len()).unwrap_or_default().trim();
        if !marks.contains(mark) {
            marks.insert(mark.to_owned());
        }
        take(line);
    }
    Ok(marks)
}

/// The rows of one item.
#[derive(Default)]
struct Pooled {
    lines: Vec<Line>,
    files: BTreeSet<usize>,
}

/// Rows by the item they are of. Who knows a handle alone means the one account that is known to have it.
fn pool(lines: Vec<(usize, Line)>) -> BTreeMap<String, Pooled> {
    let mut holders: HashMap<String, BTreeSet<String>> = HashMap::new();
    for (_, line) in &lines {
        if !line.by_handle.is_empty() {
            let holder = holders.entry(line.by_handle.clone()).or_default();
            holder.insert(line.item.clone());
        }
    }
    let mut pool: BTreeMap<String, Pooled> = BTreeMap::new();
    for (file, line) in lines {
        let mut holder = holders.get(&line.item).into_iter().flatten();
        let item = match (holder.next(), holder.next()) {
            (Some(only), None) => only.clone(),
            _ => line.item.clone(),
        };
        let one = pool.entry(item).or_default();
        one.files.insert(file);
        one.lines.push(line);
    }
    for one in pool.values_mut() {
        put_in_order(&mut one.lines);
    }
    pool
}

fn history(pool: &BTreeMap<String, Pooled>) -> History {
    let platforms: BTreeSet<&str> = pool
        .values()
        .flat_map(|one| &one.lines)
        .map(|line| line.platform.as_str())
        .collect();
    let places: HashMap<&str, u16> = platforms.iter().copied().zip(0..).collect();
    let (mut items, mut events) = (Vec::with_capacity(pool.len()), Vec::new());
    for (item, one) in (0u32..).zip(pool.values()) {
        let Some(first) = one.lines.first() else {
            continue;
        };
        let mut groups = [0; Cut::COUNT];
        if let Some(group) = groups.get_mut(Cut::Platform as usize) {
            *group = places
                .get(first.platform.as_str())
                .copied()
                .unwrap_or_default();
        }
        let live = one.lines.iter().filter_map(|line| line.live).min();
        items.push(Item::new(first.unit, groups, live));
        events.extend(together(&one.lines).into_iter().map(|event| (item, event)));
    }
    let mut names: [Vec<String>; Cut::COUNT] = std::array::from_fn(|_| vec![String::new()]);
    if let Some(names) = names.get_mut(Cut::Platform as usize) {
        *names = platforms.into_iter().map(str::to_owned).collect();
    }
    History::new(items, events, names)
}

/// Rows of one item in an order that is of what they say alone.
fn put_in_order(lines: &mut [Line]) {
    if lines.len() > 1 {
        lines.sort_by_cached_key(|line| line.cells().unwrap_or_default());
    }
}

/// What one row says at one place in one column, in its order.
type Said<'a> = (usize, Vec<&'a Event>);

/// What rows say, by place, then by column; within these a row keeps its order, and of several rows that with the word
/// further down [`RANKS`] stands last: where two know of one moment differently, what says less of a takedown counts.
fn in_order(lines: &[Line]) -> BTreeMap<(i64, u8), Vec<Said<'_>>> {
    let mut all: BTreeMap<(i64, u8), Vec<Said<'_>>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        let mut events: Vec<&Event> = line.events.iter().collect();
        events.sort_by_key(|event| (event.place(), event.seq));
        for event in events {
            let said = all.entry((event.place(), column(event.mark))).or_default();
            match said.last_mut() {
                Some((of, events)) if *of == at => events.push(event),
                _ => said.push((at, vec![event])),
            }
        }
    }
    for said in all.values_mut() {
        said.sort_by_cached_key(|(_, events)| {
            events
                .iter()
                .rev()
                .map(|event| rank(event.mark))
                .collect::<Vec<_>>()
        });
    }
    all
}

/// Marks, those that say most of a takedown first.
const RANKS: [Mark; 13] = [
    Mark::Sent,
    Mark::Removed,
    Mark::Suspended,
    Mark::Limited,
    Mark::NotFound,
    Mark::Declined,
    Mark::MoreAsked,
    Mark::Reinstated,
    Mark::Withdrawn,
    Mark::SeenOffline,
    Mark::SeenOther,
    Mark::SeenRenamed,
    Mark::SeenLive,
];

fn rank(mark: Mark) -> usize {
    let place = RANKS.iter().position(|one| *one == mark);
    place.unwrap_or(RANKS.len())
}

/// In which column of events it stands.
const fn column(mark: Mark) -> u8 {
    match mark {
        Mark::Sent => 0,
        Mark::Withdrawn => 2,
        Mark::SeenLive | Mark::SeenOffline | Mark::SeenRenamed | Mark::SeenOther => 3,
        _ => 1,
    }
}

/// When rows of one item say different decisions, or saw different things, of one moment.
fn differs_at(lines: &[Line]) -> Vec<Instant> {
    let differing = in_order(lines).into_values().filter_map(|said| {
        let last = |(_, events): &Said<'_>| events.last().map(|event| event.mark);
        let first = said.first()?;
        let differs = said.iter().any(|one| last(one) != last(first));
        let moment = first.1.last()?.happened;
        differs.then_some(Instant(moment))
    });
    let moments: BTreeSet<Instant> = differing.collect();
    moments.into_iter().collect()
}

/// What several rows say of one item. The same thing at the same time was known when the first of them knew it, stands
/// as long as one of them lets it, and after what any of them had before it of the same day. In which order the rows came
/// makes no difference.
fn together(lines: &[Line]) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    let (mut met, mut said_in) = (HashMap::new(), HashMap::new());
    let all = in_order(lines).into_values().flatten();
    let all = all.flat_map(|(line, events)| events.into_iter().map(move |one| (line, one)));
    for (seq, (line, event)) in (0..).zip(all) {
        // A row that says a thing twice, with another between, means it twice.
        let said = said_in
            .entry((line, event.mark, event.happened))
            .or_insert(0);
        *said += 1;
        let place = *met
            .entry((event.mark, event.happened, *said))
            .or_insert(events.len());
        match events.get_mut(place) {
            Some(before) => {
                before.known = before.known.min(event.known);
                before.until = before.until.max(event.until);
                before.is_imported &= event.is_imported;
                if event.early < before.early {
                    (before.early, before.seq) = (event.early, seq);
                }
            }
            None => events.push(Event { seq, ..*event }),
        }
    }
    events
}
