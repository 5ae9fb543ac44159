//! Telephone numbers of a row: in columns of telephone numbers, in free text, in contact links.

use super::sheet::Roles;
use crate::exchange::import::row::Row;
use breakwater_model::platform::Unit;
use breakwater_text::identity::{self, Kind};
use csv::StringRecord;

/// Digits from which on a number in free text may be one that is dialled at home.
const AT_HOME: usize = 10;

/// The numbers of a row, each once: E.164 with `+` where the country is written, else as dialled at home. In free
/// text a number without `+`, `00` or `0` before it is a price or an id, in a column of telephone numbers it counts.
pub(super) fn numbers(record: &StringRecord, roles: &Roles, row: &Row) -> Vec<String> {
    let mut found = Vec::new();
    if row.unit == Unit::Phone
        && let Some(number) = &row.platform_id
    {
        found.push(number.clone());
    }
    for cell in roles.phones.iter().filter_map(|at| record.get(*at)) {
        found.extend(identity::numbers(cell).into_iter().map(|one| one.number));
        links(cell, &mut found);
    }
    for cell in roles.texts.iter().filter_map(|at| record.get(*at)) {
        let in_text = identity::numbers(cell).into_iter().filter(|one| {
            one.is_marked || one.number.starts_with('0') && one.number.len() >= AT_HOME
        });
        found.extend(in_text.map(|one| one.number));
        links(cell, &mut found);
    }
    for cell in roles.others.iter().filter_map(|at| record.get(*at)) {
        let plus = identity::numbers(cell).into_iter().filter(|one| {
            cell.get(one.range.clone())
                .is_some_and(|text| text.starts_with('+'))
        });
        found.extend(plus.map(|one| one.number));
        links(cell, &mut found);
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn links(cell: &str, found: &mut Vec<String>) {
    if !cell.contains('/') {
        return;
    }
    let links = identity::find(cell).into_iter();
    found.extend(
        links
            .filter(|link| link.identified.kind == Kind::Phone)
            .filter_map(|link| link.identified.platform_id),
    );
}
