//! What columns are called and taken for, from their headers and cells, where nobody says anything else.

use super::columns::OWN;
use super::heading::{self, names_account};
use super::links::Aside;
use crate::exchange::export;
use breakwater_model::import::Field;
use breakwater_text::platform;
use csv::StringRecord;

/// Up to three cells of a column that hold something.
pub(super) fn samples(rows: &[StringRecord], at: usize) -> Vec<String> {
    rows.iter()
        .filter_map(|row| row.get(at))
        .filter(|cell| !cell.trim().is_empty())
        .take(3)
        .map(|cell| cell.chars().take(120).collect())
        .collect()
}

/// Of two columns taken for the same thing the first counts; the other is kept as it is.
pub(super) fn keep_first_of_each(fields: &mut [Field], headers: &[String]) {
    let mut seen = std::collections::BTreeSet::new();
    for (field, header) in fields.iter_mut().zip(headers) {
        if header.starts_with(OWN) || (*field != Field::Extra && !seen.insert(*field)) {
            *field = Field::Extra;
        }
    }
}

/// Says what the columns hold that a sheet's links make: the first that names accounts is the address of the row, where no
/// column has addresses already.
pub(super) fn place_asides(fields: &mut [Field], asides: &[Aside]) {
    for aside in asides {
        if let Some(field) = fields.get_mut(aside.at) {
            *field = Field::Extra;
        }
    }
    let rank = |aside: &&Aside| {
        let of = fields.get(aside.of).copied().unwrap_or(Field::Extra);
        aside.may_name(of)
    };
    let found = asides.iter().filter(|aside| rank(aside).is_some());
    let found = found.min_by_key(rank).map(|aside| aside.at);
    if fields.contains(&Field::Url) {
        return;
    }
    if let Some(field) = found.and_then(|at| fields.get_mut(at)) {
        *field = Field::Url;
    }
}

/// Every column's name once.
pub(super) fn told_apart(written: &[String], fields: &[Field]) -> Vec<String> {
    let mut taken = std::collections::HashSet::new();
    (1..)
        .zip(written.iter().zip(fields))
        .map(|(number, (header, field))| {
            let base = if header.is_empty() {
                format!("Column {number}")
            } else {
                header.clone()
            };
            let is_own = |name: &str| {
                *field == Field::Extra && !name.starts_with(OWN) && export::is_own_column(name)
            };
            let name = free_name(&base, |name| taken.contains(name) || is_own(name));
            taken.insert(name.clone());
            name
        })
        .collect()
}

/// The name, or the name with the first number from 2 on under which nobody has it.
pub(super) fn free_name(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(name) {
        return name.to_owned();
    }
    let mut number = 2u64;
    loop {
        let numbered = format!("{name} ({number})");
        if !is_taken(&numbered) {
            return numbered;
        }
        number += 1;
    }
}

/// What the columns hold of a file without a header. Beside the name of a platform and no address, the first word that could
/// be a handle is one.
pub(super) fn guess_all(cells: &[&str]) -> Vec<Field> {
    let mut fields: Vec<Field> = cells.iter().map(|cell| guess(cell)).collect();
    let names_it = |field: &Field| matches!(field, Field::Url | Field::Handle);
    if let Some(code) = heading::platform_of(cells)
        && !fields.iter().any(names_it)
    {
        let at = cells
            .iter()
            .position(|cell| heading::could_be_handle(code, cell));
        if let Some(field) = at.and_then(|at| fields.get_mut(at)) {
            *field = Field::Handle;
        }
    }
    fields
}

/// What columns under unknown names hold, by their cells, where no name says which account a row is about.
pub(super) fn by_cells(mut fields: Vec<Field>, rows: &[StringRecord]) -> Vec<Field> {
    if fields.iter().any(|field| field.names_account()) {
        return fields;
    }
    for (at, field) in fields.iter_mut().enumerate() {
        let cells = rows.iter().filter_map(|row| row.get(at)).map(str::trim);
        let mut held = cells
            .filter(|cell| !cell.is_empty())
            .map(guess)
            .collect::<Vec<_>>();
        held.dedup();
        if let ([only], Field::Extra) = (held.as_slice(), *field) {
            *field = *only;
        }
    }
    fields
}

fn guess(cell: &str) -> Field {
    if names_account(cell) {
        if cell.starts_with('@') {
            Field::Handle
        } else {
            Field::Url
        }
    } else if platform::code(cell).is_some() {
        Field::Platform
    } else {
        Field::Extra
    }
}
