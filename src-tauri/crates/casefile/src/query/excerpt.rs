//! Where a search stands in the rows of a list: marks in what an account is
//! called, and in place of its first words those around what was found.

use crate::index::texts;
use crate::{Reader, Result};
use breakwater_model::list::{AccountRow, MarkView};
use breakwater_text::search::{self, Marks, Place, Search};

/// Texts in the order they are looked through for words to show.
const ORDER: [Place; 11] = [
    Place::Text,
    Place::More,
    Place::Note,
    Place::Tag,
    Place::Exhibit,
    Place::Reference,
    Place::Name,
    Place::Handle,
    Place::Id,
    Place::Link,
    Place::Source,
];

/// Marks what was found in rows of accounts.
pub fn mark(
    reader: &Reader<'_>,
    search: &Search,
    accounts: &[i64],
    rows: &mut [AccountRow],
) -> Result<()> {
    if !search.has_texts() || accounts.len() != rows.len() {
        return Ok(());
    }
    for (account, row) in accounts.iter().zip(rows) {
        let Some(originals) = texts::originals(reader.db(), *account)? else {
            continue;
        };
        let called = called(row);
        row.label_marks = views(&search::marks(search, called, &row.label));
        let is_in_label = !row.label_marks.is_empty();
        let found = ORDER
            .iter()
            .filter(|place| !(is_in_label && place.is_short()))
            .filter_map(|place| originals.iter().find(|(own, _)| own == place))
            .map(|(place, text)| (*place, text, search::marks(search, *place, text)))
            .find(|(_, _, marks)| !marks.is_empty());
        if let Some((place, text, marks)) = found {
            let excerpt = search::excerpt(text, &marks);
            row.snippet = excerpt.text;
            row.snippet_marks = views(&excerpt.marks);
            row.snippet_from = (place != Place::Text).then(|| place.column().to_owned());
        }
    }
    Ok(())
}

/// The place whose text an account is called by.
pub fn called(row: &AccountRow) -> Place {
    let ends_with =
        |own: &Option<String>| own.as_deref().is_some_and(|own| row.label.ends_with(own));
    if ends_with(&row.handle) {
        Place::Handle
    } else if ends_with(&row.platform_id) {
        Place::Id
    } else {
        Place::Name
    }
}

fn views(marks: &Marks) -> Vec<MarkView> {
    marks
        .iter()
        .map(|(start, end)| MarkView {
            start: *start,
            end: *end,
        })
        .collect()
}
