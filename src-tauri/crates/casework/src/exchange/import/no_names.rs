//! Words that sheets write where nobody is named: facts with a source and a date, in `data/no_names.csv`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

static WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut rows = csv::Reader::from_reader(include_str!("../../../data/no_names.csv").as_bytes());
    let words = rows.records().filter_map(Result::ok);
    words
        .filter_map(|row| row.get(0).map(str::to_owned))
        .collect()
});

/// Empties a cell for a name that says there is none, and tells so.
pub fn leave_out(cell: &mut String, what: &str) -> Option<String> {
    is_nobody(cell).then(|| {
        let said = std::mem::take(cell);
        format!("{said:?} as {what} names nobody; if somebody is called so, give the address")
    })
}

/// True if a cell for a name says that there is none.
fn is_nobody(cell: &str) -> bool {
    WORDS.contains(&cell.trim().trim_start_matches('@').to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_nobody_are_known_in_any_case_and_names_are_not() {
        for cell in ["N/A", " unknown ", "#N/A", "TRUE", "@none", "Tbc"] {
            assert!(is_nobody(cell), "{cell}");
        }
        for cell in ["nonestop", "angli.express", "n", ""] {
            assert!(!is_nobody(cell), "{cell}");
        }
        assert!(WORDS.len() >= 15);
    }
}
