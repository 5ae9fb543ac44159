//! Links of a sheet: a cell shows words and leads somewhere. Where it leads is what names an account; the words are kept.
//!
//! Invariant: no address behind a cell is lost. It stands in the cell where that holds addresses and shows none, else in a
//! column of its own beside the others, which the officer sees and can take for something else.

use super::heading::headers;
use super::workbook::Sheet;
use crate::{Error, Result};
use breakwater_model::import::Field;
use breakwater_model::register::RegisterField;
use breakwater_text::identity::{self, Identified, Kind};
use breakwater_text::{handle, header, register};
use csv::StringRecord;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, LazyLock};

/// Where the cells of a sheet lead that are links, by record and column, both from 0; nothing where that cannot be told.
pub type Links = HashMap<(u64, u32), Option<String>>;

/// A column that links make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aside {
    /// Its place.
    pub at: usize,
    /// The place of the column whose cells are links.
    pub of: usize,
    /// What it holds.
    pub holds: Holds,
}

impl Aside {
    /// How well it names the account of a row beside a column of this field: least is best; `None` if it does not.
    pub fn may_name(&self, of: Field) -> Option<u8> {
        let rank = match of {
            Field::Handle => 0,
            Field::PlatformId => 1,
            Field::DisplayName => 2,
            Field::Platform | Field::Extra => 3,
            _ => return None,
        };
        (self.holds == Holds::Account).then_some(rank)
    }

    /// Why a row names nobody whose cell shows one account and leads to another.
    pub fn contradiction(&self, of: Option<&Field>, shown: &str, address: &str) -> Option<String> {
        if self.holds != Holds::Account || shown.is_empty() || address.is_empty() {
            return None;
        }
        let found = identity::normalise(address);
        let here = match of? {
            Field::Url | Field::PostUrl => identity::normalise(shown),
            Field::Handle => identity::normalise_handle(found.platform.as_deref()?, shown),
            _ => return None,
        };
        // An id and a handle may be two names of one account.
        let differ = match (&here.handle, &found.handle) {
            (Some(here), Some(there)) => {
                let platform = found.platform.as_deref().unwrap_or_default();
                handle::fold(platform, here) != handle::fold(platform, there)
            }
            _ => here.platform_id.is_some() && here.holder_key() != found.holder_key(),
        };
        let is_other = here.platform.is_some() && here.platform != found.platform;
        (differ || is_other).then(|| {
            format!("the cell shows {shown}, its link leads to {address}: say which account it is")
        })
    }
}

/// What a column that links make holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holds {
    /// The words shown.
    Words,
    /// The address behind.
    Address,
    /// The address behind, which names an account.
    Account,
}

/// What a column is for its links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    /// It holds addresses.
    Addresses,
    /// It holds handles.
    Handles,
    Other,
}

/// Words that cells show for a link: facts with a source and a date, in `data/link_words.csv`.
static WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut rows =
        csv::Reader::from_reader(include_str!("../../../data/link_words.csv").as_bytes());
    let words = rows.records().filter_map(std::result::Result::ok);
    let words = words.filter_map(|row| row.get(0).map(breakwater_text::fold::fold));
    words.collect()
});

/// A cell and what stands beside it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Told {
    cell: String,
    words: Option<String>,
    address: Option<String>,
}

/// The rows of a sheet as CSV with what its links tell. `heading` is the number of the header's record.
pub fn lay_out(sheet: &Sheet, heading: usize) -> Result<(Arc<[u8]>, Vec<Aside>)> {
    let (mut names, mut width) = (Vec::new(), 0);
    let mut told: BTreeMap<(usize, usize), Told> = BTreeMap::new();
    let mut links: BTreeMap<(usize, usize), Option<&str>> = BTreeMap::new();
    for ((record, column), address) in &*sheet.links {
        let at = (usize::try_from(*record), usize::try_from(*column));
        if let (Ok(record), Ok(column)) = at {
            links.insert((record, column), address.as_deref());
        }
    }
    each(sheet, &mut |number, record| {
        width = width.max(record.len());
        if number == heading {
            names = headers(record);
        }
        let here = links.range((number, 0)..(number + 1, 0));
        for ((_, column), address) in here.filter(|_| number > heading) {
            let words = record.get(*column).unwrap_or_default();
            let name = names.get(*column).map(String::as_str).unwrap_or_default();
            told.insert((number, *column), tell(kind(name), words.trim(), *address));
        }
        Ok(())
    })?;
    let asides = asides(&told, width);
    let titles: Vec<String> = asides.iter().map(|aside| name_of(*aside, &names)).collect();
    let mut out = csv::WriterBuilder::new()
        .flexible(true)
        .from_writer(Vec::new());
    each(sheet, &mut |number, record| {
        let mut cells: Vec<&str> = record.iter().collect();
        cells.resize(width, "");
        for ((_, column), told) in told.range((number, 0)..(number + 1, 0)) {
            if let Some(cell) = cells.get_mut(*column) {
                *cell = &told.cell;
            }
        }
        cells.extend(asides.iter().zip(&titles).map(|(aside, title)| {
            if number == heading {
                return title.as_str();
            }
            let told = told.get(&(number, aside.of));
            told.map_or("", |told| aside.holds.of(told))
        }));
        out.write_record(&cells).map_err(|error| bad(&error))
    })?;
    let csv = out
        .into_inner()
        .map_err(|error| bad(&error.into_error().into()))?;
    Ok((csv.into(), asides))
}

/// Gives every record of a sheet, numbered from 0.
fn each(sheet: &Sheet, give: &mut dyn FnMut(usize, &StringRecord) -> Result<()>) -> Result<()> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(&*sheet.csv);
    let (mut record, mut number) = (StringRecord::new(), 0);
    while reader
        .read_record(&mut record)
        .map_err(|error| bad(&error))?
    {
        give(number, &record)?;
        number += 1;
    }
    Ok(())
}

fn bad(error: &csv::Error) -> Error {
    Error::Internal(format!("the links of a sheet: {error}"))
}

impl Holds {
    fn of(self, told: &Told) -> &str {
        let kept = match self {
            Self::Words => &told.words,
            Self::Address | Self::Account => &told.address,
        };
        kept.as_deref().unwrap_or_default()
    }
}

fn asides(told: &BTreeMap<(usize, usize), Told>, width: usize) -> Vec<Aside> {
    let mut found: BTreeMap<(usize, bool), Holds> = BTreeMap::new();
    for ((_, of), told) in told {
        if told.words.is_some() {
            found.insert((*of, true), Holds::Words);
        }
        if let Some(address) = &told.address {
            let is_account = identity::normalise(address).holder_key().is_some();
            let holds = if is_account {
                Holds::Account
            } else {
                Holds::Address
            };
            let kept = found.entry((*of, false)).or_insert(holds);
            *kept = (*kept).max(holds);
        }
    }
    let all = found.into_iter().zip(width..);
    all.map(|(((of, _), holds), at)| Aside { at, of, holds })
        .collect()
}

fn name_of(aside: Aside, names: &[String]) -> String {
    let name = names.get(aside.of).filter(|name| !name.is_empty());
    let name = name.map_or_else(|| format!("Column {}", aside.of + 1), Clone::clone);
    match aside.holds {
        Holds::Words => format!("Words shown ({name})"),
        // What names the row is called so that it does again when the file comes back.
        Holds::Account if aside.may_name(header::recognise(&name)).is_some() => {
            format!("Link ({name})")
        }
        Holds::Address | Holds::Account => format!("{name} leads to"),
    }
}

fn kind(name: &str) -> Column {
    match header::recognise(name) {
        Field::Url | Field::PostUrl => Column::Addresses,
        Field::Handle => Column::Handles,
        _ if register::column(name) == RegisterField::KeyOrUrl => Column::Addresses,
        _ => Column::Other,
    }
}

/// What a cell that is a link holds, and what is kept beside it.
fn tell(column: Column, words: &str, address: Option<&str>) -> Told {
    let found = identity::normalise(address.unwrap_or_default());
    let shown = identity::normalise(words);
    let is_address = words.contains(['/', '.']) && shown.kind != Kind::Unknown;
    let plain = Told {
        cell: words.to_owned(),
        ..Told::default()
    };
    let aside = Some(words.to_owned()).filter(|words| !words.is_empty());
    let is_for_words = column == Column::Handles && are_words(words, &found);
    let Some(address) = address else {
        if is_for_words && is_known(words) {
            return Told {
                words: aside,
                ..Told::default()
            };
        }
        return plain;
    };
    let is_same = is_address && shown.key.is_some() && shown.key == found.key;
    if is_same || words == address || address.strip_prefix("mailto:") == Some(words) {
        return plain;
    }
    match column {
        Column::Addresses if !is_address || shown.kind == Kind::ShortLink => Told {
            cell: address.to_owned(),
            words: aside,
            address: None,
        },
        Column::Handles if found.holder_key().is_some() && is_for_words => Told {
            cell: String::new(),
            words: aside,
            address: Some(address.to_owned()),
        },
        _ => Told {
            address: Some(address.to_owned()),
            ..plain
        },
    }
}

/// True for words that stand for a link and are no handle: `open profile`, a name. A word that could be the handle of another
/// account than the address names is none of these.
fn are_words(words: &str, found: &Identified) -> bool {
    let platform = found.platform.as_deref().unwrap_or_default();
    let folded = handle::fold(platform, words);
    let is_named = found
        .handle
        .as_deref()
        .is_some_and(|name| handle::fold(platform, name) == folded);
    !is_named
        && (words.contains(char::is_whitespace)
            || is_known(words)
            || !handle::is_valid(platform, words))
}

/// True for words that every sheet shows for a link.
fn is_known(words: &str) -> bool {
    WORDS.contains(&breakwater_text::fold::fold(words.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_cell_leads_and_what_it_shows_are_both_kept() {
        const ONE: &str = "https://www.tiktok.com/@angli.one";
        let told = |cell: &str, words: Option<&str>, address: Option<&str>| Told {
            cell: cell.into(),
            words: words.map(str::to_owned),
            address: address.map(str::to_owned),
        };
        for (column, words, expected) in [
            (Column::Addresses, "open", told(ONE, Some("open"), None)),
            (Column::Addresses, "", told(ONE, None, None)),
            (
                Column::Addresses,
                "tiktok.com/@Angli.One?x=1",
                told("tiktok.com/@Angli.One?x=1", None, None),
            ),
            (
                Column::Addresses,
                "https://x.com/other",
                told("https://x.com/other", None, Some(ONE)),
            ),
            (
                Column::Handles,
                "@angli.one",
                told("@angli.one", None, Some(ONE)),
            ),
            (
                Column::Handles,
                "open profile",
                told("", Some("open profile"), Some(ONE)),
            ),
            (Column::Handles, "Link", told("", Some("Link"), Some(ONE))),
            (
                Column::Handles,
                "@other.one",
                told("@other.one", None, Some(ONE)),
            ),
            (Column::Other, "Arben", told("Arben", None, Some(ONE))),
        ] {
            assert_eq!(
                tell(column, words, Some(ONE)),
                expected,
                "{column:?} {words}"
            );
        }
        let unread = |words: &str| tell(Column::Handles, words, None).cell;
        assert_eq!(
            (unread("open"), unread("@angli.one")),
            (String::new(), "@angli.one".into())
        );
        assert!(WORDS.len() > 30);
    }
}
