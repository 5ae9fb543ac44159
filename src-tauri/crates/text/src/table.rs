//! The embedded tables. A row that cannot be read is left out here and makes
//! the test `embedded_tables_are_whole` fail, so that none ever ships.

use csv::{ReaderBuilder, StringRecord};

/// The rows of an embedded CSV file, without its header line. Lines beginning with `#` are remarks.
pub fn rows(text: &'static str) -> impl Iterator<Item = StringRecord> {
    ReaderBuilder::new()
        .comment(Some(b'#'))
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes())
        .into_records()
        .filter_map(Result::ok)
}

/// A cell, empty where the row ends before it.
pub fn cell(row: &StringRecord, index: usize) -> &str {
    row.get(index).unwrap_or_default()
}

/// A cell that lives as long as the program. Tables are built once.
pub fn kept(row: &StringRecord, index: usize) -> &'static str {
    cell(row, index).to_owned().leak()
}

#[cfg(test)]
mod tests {
    use csv::ReaderBuilder;

    /// Every table under `data/`, by name.
    const TABLES: &[(&str, &str)] = &[
        ("bands", include_str!("../data/bands.csv")),
        ("calling_codes", include_str!("../data/calling_codes.csv")),
        ("clocks", include_str!("../data/clocks.csv")),
        ("currencies", include_str!("../data/currencies.csv")),
        ("digit_letters", include_str!("../data/digit_letters.csv")),
        ("digit_words", include_str!("../data/digit_words.csv")),
        ("headers", include_str!("../data/headers.csv")),
        ("hosts", include_str!("../data/hosts.csv")),
        (
            "indicator_categories",
            include_str!("../data/indicator_categories.csv"),
        ),
        (
            "indicator_rules",
            include_str!("../data/indicator_rules.csv"),
        ),
        ("language_marks", include_str!("../data/language_marks.csv")),
        ("languages", include_str!("../data/languages.csv")),
        ("letters", include_str!("../data/letters.csv")),
        ("link_kinds", include_str!("../data/link_kinds.csv")),
        ("messengers", include_str!("../data/messengers.csv")),
        ("money_accounts", include_str!("../data/money_accounts.csv")),
        ("months", include_str!("../data/months.csv")),
        ("name_words", include_str!("../data/name_words.csv")),
        ("number_words", include_str!("../data/number_words.csv")),
        ("paths", include_str!("../data/paths.csv")),
        ("phone_forms", include_str!("../data/phone_forms.csv")),
        ("places", include_str!("../data/places.csv")),
        ("platform_names", include_str!("../data/platform_names.csv")),
        ("platforms", include_str!("../data/platforms.csv")),
        ("price_purposes", include_str!("../data/price_purposes.csv")),
        ("proclitics", include_str!("../data/proclitics.csv")),
        ("register_words", include_str!("../data/register_words.csv")),
        ("reserved", include_str!("../data/reserved.csv")),
        ("route_words", include_str!("../data/route_words.csv")),
        ("schedule_words", include_str!("../data/schedule_words.csv")),
        ("tlds", include_str!("../data/tlds.csv")),
        ("trackers", include_str!("../data/trackers.csv")),
    ];

    #[test]
    fn embedded_tables_are_whole() {
        for (name, text) in TABLES {
            let mut reader = ReaderBuilder::new()
                .comment(Some(b'#'))
                .from_reader(text.as_bytes());
            let headers = reader.headers().unwrap().clone();
            let place = |wanted| headers.iter().position(|header| header == wanted);
            assert!(
                place("source").is_some() && place("date").is_some(),
                "{name}: no source"
            );
            let date = place("date").unwrap();
            for row in reader.into_records() {
                let row = row.unwrap_or_else(|error| panic!("{name}: {error}"));
                let dated = chrono::NaiveDate::parse_from_str(&row[date], "%Y-%m-%d");
                assert!(dated.is_ok(), "{name}: {row:?} has no date");
            }
        }
    }

    #[test]
    fn every_table_file_is_checked() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
        for entry in std::fs::read_dir(folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if name == "lexicons" {
                continue;
            }
            let known = TABLES
                .iter()
                .any(|(table, _)| name == format!("{table}.csv"));
            assert!(known, "data/{name} is not in the list of tables");
        }
    }
}
