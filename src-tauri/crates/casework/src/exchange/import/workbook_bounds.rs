//! What a workbook is before it is read: its parts are unpacked once, counted, and thrown away, so that a small
//! archive that unpacks to a huge one is refused before anything of it is held.

use crate::{Error, Progress, Result};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;
use zip::ZipArchive;

/// Parts of an archive.
const MOST_PARTS: usize = 10_000;
/// Bytes all parts may unpack to.
const MOST_BYTES: u64 = 1 << 30;
/// Bytes the shared words may unpack to, and any other part but a sheet.
const MOST_SHARED: u64 = 128 << 20;
const MOST_OTHER: u64 = 32 << 20;
/// Tags in the shared words, and in any other part but a sheet.
const MOST_SHARED_TAGS: u64 = 16 << 20;
const MOST_OTHER_TAGS: u64 = 1 << 20;
/// Bytes between two tags: a cell of Excel holds 32,767 signs.
const LONGEST_RUN: usize = 16 << 20;
/// Shared words a workbook may announce.
const MOST_SHARED_WORDS: u64 = 8 << 20;
/// Links of a sheet. Excel keeps 65,530.
const MOST_LINKS: u32 = 1 << 20;
/// Bytes kept of a tag: names and attributes of those looked at are shorter.
const TAG: usize = 2_048;
const CHUNK: usize = 1 << 16;

/// What a sheet hides and merges.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seen {
    /// Rows that are hidden, as by a filter.
    pub hidden: u32,
    /// The first of them.
    pub first_hidden: u32,
    /// Groups of cells merged into one.
    pub merged: u32,
    /// Cells, or groups of them, that are links.
    pub links: u32,
}

/// A workbook within bounds.
#[derive(Debug, Default)]
pub struct Bounds {
    sheets: HashMap<String, String>,
    targets: HashMap<String, String>,
    parts: HashMap<String, Seen>,
}

impl Bounds {
    /// What the sheet of this name hides and merges.
    pub fn of(&self, sheet: &str) -> Seen {
        let target = self.sheets.get(sheet).and_then(|id| self.targets.get(id));
        let part = target.and_then(|target| self.parts.get(&part_name(target)));
        part.copied().unwrap_or_default()
    }
}

/// The name of a part; nothing for one that cannot be read, which is bounded like any other.
fn part_of<R: Read>(part: &zip::read::ZipFile<'_, R>) -> String {
    part.name()
        .map(std::borrow::Cow::into_owned)
        .unwrap_or_default()
}

fn part_name(target: &str) -> String {
    let target = target.trim_start_matches('/');
    let target = target.strip_prefix("xl/").unwrap_or(target);
    target.to_lowercase()
}

/// Unpacks every part once and counts.
///
/// # Errors
/// Not an archive, or not of a workbook; larger than any workbook should be; cancelled.
pub fn check(path: &Path, name: &str, progress: &dyn Progress) -> Result<Bounds> {
    let file = File::open(path).map_err(Error::io(name))?;
    let mut archive =
        ZipArchive::new(BufReader::new(file)).map_err(|error| broken(name, &error))?;
    let is_workbook = archive.file_names().flatten().any(|part| {
        part.eq_ignore_ascii_case("xl/workbook.xml")
            || part.eq_ignore_ascii_case("[Content_Types].xml")
    });
    if !is_workbook {
        return Err(Error::Invalid(format!(
            "{name} is a ZIP archive and no XLSX workbook. Unpack it, or save the table as XLSX or CSV."
        )));
    }
    if archive.len() > MOST_PARTS {
        return Err(too_large(name));
    }
    let mut bounds = Bounds::default();
    let mut unpacked = 0;
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(|error| broken(name, &error))?;
        let named = part_of(&part);
        let kind = Kind::of(&named);
        let mut tags = Tags::new(kind, part_name(&named));
        let mut chunk = vec![0; CHUNK];
        loop {
            let read = part.read(&mut chunk).map_err(Error::io(name))?;
            let Some(bytes) = chunk.get(..read).filter(|bytes| !bytes.is_empty()) else {
                break;
            };
            unpacked += read as u64;
            if unpacked > MOST_BYTES || !tags.take(bytes, &mut bounds) {
                return Err(too_large(name));
            }
            progress.step(unpacked, None, "bytes");
            if progress.is_cancelled() {
                return Err(Error::Cancelled);
            }
        }
        if kind == Kind::Sheet {
            bounds.parts.insert(tags.part, tags.seen);
        }
    }
    Ok(bounds)
}

fn broken(name: &str, error: &zip::result::ZipError) -> Error {
    Error::Invalid(format!(
        "{name} begins like a workbook and cannot be unpacked: {error}. It may be cut short."
    ))
}

fn too_large(name: &str) -> Error {
    Error::Invalid(format!(
        "{name} unpacks to more than a workbook should hold. Save the sheet as CSV (UTF-8): a CSV file may have any size."
    ))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Sheet,
    Shared,
    Other,
}

impl Kind {
    fn of(part: &str) -> Self {
        let part = part.to_lowercase();
        if part.ends_with("sharedstrings.xml") {
            Self::Shared
        } else if part.contains("worksheets/") && !part.contains("_rels/") {
            Self::Sheet
        } else {
            Self::Other
        }
    }

    const fn most(self) -> (u64, u64) {
        match self {
            Self::Sheet => (MOST_BYTES, u64::MAX),
            Self::Shared => (MOST_SHARED, MOST_SHARED_TAGS),
            Self::Other => (MOST_OTHER, MOST_OTHER_TAGS),
        }
    }
}

/// The tags of one part as its bytes go by.
struct Tags {
    kind: Kind,
    part: String,
    bytes: u64,
    begun: u64,
    run: usize,
    tag: Vec<u8>,
    is_in_tag: bool,
    seen: Seen,
    row: u32,
}

impl Tags {
    const fn new(kind: Kind, part: String) -> Self {
        Self {
            kind,
            part,
            bytes: 0,
            begun: 0,
            run: 0,
            tag: Vec::new(),
            is_in_tag: false,
            seen: Seen {
                hidden: 0,
                first_hidden: 0,
                merged: 0,
                links: 0,
            },
            row: 0,
        }
    }

    /// False if the part passes its bounds.
    fn take(&mut self, bytes: &[u8], bounds: &mut Bounds) -> bool {
        self.bytes += bytes.len() as u64;
        for byte in bytes {
            match byte {
                b'<' => {
                    self.begun += 1;
                    self.run = 0;
                    self.tag.clear();
                    self.is_in_tag = true;
                }
                b'>' if self.is_in_tag => {
                    self.is_in_tag = false;
                    if !self.tag_ends(bounds) {
                        return false;
                    }
                }
                other => {
                    self.run += 1;
                    if self.is_in_tag && self.tag.len() < TAG {
                        self.tag.push(*other);
                    }
                }
            }
        }
        let (most_bytes, most_tags) = self.kind.most();
        self.bytes <= most_bytes && self.begun <= most_tags && self.run <= LONGEST_RUN
    }

    fn tag_ends(&mut self, bounds: &mut Bounds) -> bool {
        let tag = String::from_utf8_lossy(&self.tag);
        let mut words = tag.splitn(2, char::is_whitespace);
        let name = words.next().unwrap_or_default();
        let name = name
            .rsplit(':')
            .next()
            .unwrap_or(name)
            .trim_end_matches('/');
        let rest = words.next().unwrap_or_default();
        match (self.kind, name) {
            (Kind::Shared, "sst") => {
                let announced = attribute(rest, "uniqueCount");
                let announced =
                    announced.map(|count| count.trim().parse::<u64>().unwrap_or(u64::MAX));
                return announced.unwrap_or(0) <= MOST_SHARED_WORDS;
            }
            (Kind::Sheet, "row") => {
                let told = attribute(rest, "r").and_then(|row| row.parse().ok());
                self.row = told.unwrap_or(self.row.saturating_add(1));
                if matches!(attribute(rest, "hidden").as_deref(), Some("1" | "true")) {
                    if self.seen.hidden == 0 {
                        self.seen.first_hidden = self.row;
                    }
                    self.seen.hidden = self.seen.hidden.saturating_add(1);
                }
            }
            (Kind::Sheet, "mergeCell") => self.seen.merged = self.seen.merged.saturating_add(1),
            (Kind::Sheet, "hyperlink") => {
                self.seen.links = self.seen.links.saturating_add(1);
                return self.seen.links <= MOST_LINKS;
            }
            (Kind::Other, "sheet") if self.part == "workbook.xml" => {
                if let (Some(sheet), Some(id)) = (attribute(rest, "name"), attribute(rest, "r:id"))
                {
                    bounds.sheets.insert(sheet, id);
                }
            }
            (Kind::Other, "Relationship") if self.part == "_rels/workbook.xml.rels" => {
                if let (Some(id), Some(target)) = (attribute(rest, "Id"), attribute(rest, "Target"))
                {
                    bounds.targets.insert(id, target);
                }
            }
            _ => {}
        }
        true
    }
}

/// The value of an attribute among those of a tag.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag;
    loop {
        let (before, after) = rest.split_once('=')?;
        let quote = after.trim_start().chars().next()?;
        let value = after.trim_start().strip_prefix(quote)?;
        let (value, next) = value.split_once(quote)?;
        if before.trim() == name {
            return Some(
                value
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&apos;", "'")
                    .replace("&amp;", "&"),
            );
        }
        rest = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within(kind: Kind, bytes: &[u8]) -> (bool, Seen) {
        let mut tags = Tags::new(kind, String::new());
        let is_within = bytes
            .chunks(7)
            .all(|bytes| tags.take(bytes, &mut Bounds::default()));
        (is_within, tags.seen)
    }

    #[test]
    fn hidden_rows_and_merged_cells_are_counted() {
        let sheet = br#"<sheetData><row r="1"><c/></row><row r="4" hidden="1"/><row hidden='true' r='5'>
            </row><row r="6" hidden="0"/></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>
            <hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks>"#;
        let seen = Seen {
            hidden: 2,
            first_hidden: 4,
            merged: 1,
            links: 1,
        };
        assert_eq!(within(Kind::Sheet, sheet), (true, seen));
    }

    #[test]
    fn announced_shared_words_are_bounded() {
        assert!(
            within(
                Kind::Shared,
                br#"<sst count="2" uniqueCount="2"><si/></sst>"#
            )
            .0
        );
        assert!(
            !within(
                Kind::Shared,
                br"<sst uniqueCount = '99999999999999'><si/></sst>"
            )
            .0
        );
        assert!(
            !within(
                Kind::Shared,
                br#"<x:sst uniqueCount="99999999999999999999999"/>"#
            )
            .0
        );
    }

    #[test]
    fn a_cell_longer_than_any_is_refused() {
        let long = vec![b'x'; LONGEST_RUN + 2];
        assert!(!within(Kind::Sheet, &[b"<t>".as_slice(), &long].concat()).0);
    }
}
