//! Several officers' figures read as one: what more than one of them sent is named and counted once.

use super::line::{COLUMNS, Line, MARK};
use super::stats::of;
use crate::{Error, Result};
use breakwater_casefile::layout;
use breakwater_model::Instant;
use breakwater_model::history::{Cut, Event, History, Item};
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

/// What several rows say of one item. The same thing at the same time was known when the first of them knew it, stands
/// as long as one of them lets it, and after what any of them had before it of the same day.
fn together(lines: &[Line]) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    let (mut met, mut said_in) = (HashMap::new(), HashMap::new());
    for (line, event) in (0..)
        .zip(lines)
        .flat_map(|(at, line): (usize, _)| line.events.iter().map(move |event| (at, event)))
    {
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
                before.early = before.early.min(event.early);
                before.is_imported &= event.is_imported;
            }
            None => events.push(Event {
                seq: i64::try_from(place).unwrap_or(i64::MAX),
                ..*event
            }),
        }
    }
    events
}
