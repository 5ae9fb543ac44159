//! Files in every shape are read for what they hold.

use crate::bench::Bench;
use breakwater_casework::exchange::import::{self, Preview};
use breakwater_casework::{Error, Quiet};
use breakwater_model::import::{
    Field, ImportPreviewView, ImportRequest, ImportWarning, ImportWarningView, RowPreview,
};
use serde::Deserialize;
use std::path::PathBuf;

const FOLDER: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../tests/fixtures/dialects"
);

#[derive(Debug, Deserialize)]
struct Expected {
    file: String,
    given: String,
    encoding: String,
    delimiter: String,
    read: u32,
    created: u32,
    merged: u32,
    rejected: u32,
    handle: String,
    field: String,
    value: String,
    warning: String,
    mapping: String,
}

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(FOLDER).join(name)
}

pub fn request() -> ImportRequest {
    ImportRequest::default()
}

pub fn try_preview(bench: &Bench, name: &str, request: &ImportRequest) -> Result<Preview, Error> {
    import::preview(&bench.session, &fixture(name), request, &Quiet)
}

pub fn rows(bench: &Bench, preview: &Preview) -> Vec<RowPreview> {
    let all = preview.rows(&bench.session, None, (0, 1_000), &Quiet);
    all.unwrap().rows
}

fn kinds(warnings: &[ImportWarningView]) -> String {
    let kinds = warnings
        .iter()
        .map(|warning| serde_json::to_value(warning.kind).unwrap());
    let kinds: Vec<String> = kinds
        .map(|kind| kind.as_str().unwrap().to_owned())
        .collect();
    kinds.join(" ")
}

/// What is wrong with a file, in words.
fn faults(bench: &Bench, expected: &Expected) -> Vec<String> {
    let request = ImportRequest {
        encoding: Some(expected.given.clone()).filter(|given| !given.is_empty()),
        ..request()
    };
    let preview = match try_preview(bench, &expected.file, &request) {
        Ok(preview) => preview,
        Err(error) => return vec![format!("{}: {error}", expected.file)],
    };
    let view: ImportPreviewView = preview.view();
    let (is, counts) = (&expected.file, view.counts);
    let mut found = Vec::new();
    let mut compare = |what: &str, is_so: String, wanted: String| {
        if is_so != wanted {
            found.push(format!("{is}: {what} is {is_so}, not {wanted}"));
        }
    };
    compare("encoding", view.encoding, expected.encoding.clone());
    compare("delimiter", view.delimiter, expected.delimiter.clone());
    compare(
        "read, created, merged, rejected",
        format!(
            "{:?}",
            (counts.read, counts.created, counts.merged, counts.rejected)
        ),
        format!(
            "{:?}",
            (
                expected.read,
                expected.created,
                expected.merged,
                expected.rejected
            )
        ),
    );
    let warned = kinds(&view.warnings);
    compare("warnings", warned, expected.warning.clone());
    let mapping = view.mapping.map(|mapping| mapping.name);
    compare(
        "mapping",
        mapping.unwrap_or_default(),
        expected.mapping.clone(),
    );
    if !expected.field.is_empty() {
        let value = value(bench, &preview, expected);
        let what = format!("{} of {}", expected.field, expected.handle);
        compare(
            &what,
            format!("{value:?}"),
            format!("{:?}", Some(&expected.value)),
        );
    }
    found
}

/// What the expected row fills the expected field with.
fn value(bench: &Bench, preview: &Preview, expected: &Expected) -> Option<String> {
    let all = rows(bench, preview);
    let label = format!(": {}", expected.handle);
    let changes = all
        .iter()
        .filter(|row| row.label.to_lowercase().ends_with(&label))
        .flat_map(|row| &row.changes);
    changes
        .filter(|change| change.column.as_ref().unwrap_or(&change.field) == &expected.field)
        .find_map(|change| change.new.clone())
}

#[test]
fn every_encoding_and_dialect_is_read_for_what_it_holds() {
    let bench = Bench::new();
    let mut table = csv::Reader::from_path(fixture("expected.csv")).unwrap();
    let all: Vec<Expected> = table.deserialize().map(Result::unwrap).collect();
    assert!(all.len() >= 24, "{} files", all.len());
    let found: Vec<String> = all.iter().flat_map(|one| faults(&bench, one)).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn an_empty_file_is_said_to_be_empty() {
    let bench = Bench::new();
    for (name, bytes) in [
        ("empty.csv", ""),
        ("mark.csv", "\u{feff}"),
        ("lines.csv", "\n\n\r\n"),
    ] {
        let file = bench.file(name, bytes);
        let error = import::preview(&bench.session, &file, &request(), &Quiet).err();
        let words = error.map(|error| error.to_string()).unwrap_or_default();
        assert!(words.contains("is empty"), "{name}: {words}");
    }
    for (name, bytes) in [
        ("title.csv", "Accounts of week 47\n"),
        (
            "page.xls",
            "<html><table><tr><td>platform</td></tr></table></html>",
        ),
        ("zeros.csv", "\0\0\0\0"),
    ] {
        let file = bench.file(name, bytes);
        let error = import::preview(&bench.session, &file, &request(), &Quiet).err();
        let words = error.map(|error| error.to_string()).unwrap_or_default();
        assert!(words.contains("holds no list"), "{name}: {words}");
    }
}

#[test]
fn a_cell_of_ten_megabytes_is_a_cell() {
    let bench = Bench::new();
    let long = "Udhëtim ".repeat(10 << 17);
    let file = format!("platform,handle,bio\ntiktok,long.cell,{long}\ntiktok,after.it,short\n");
    let done = bench.import(&file);
    assert_eq!((done.counts.read, done.counts.created), (2, 2));
    let id = bench
        .accounts()
        .iter()
        .find(|row| row.handle.as_deref() == Some("long.cell"))
        .unwrap()
        .id;
    let view = breakwater_casework::account::read::read(&bench.session, id).unwrap();
    assert_eq!(view.bio.as_deref(), Some(long.trim()));
}

#[test]
fn what_the_officer_says_of_encoding_and_delimiter_wins_and_is_shown_at_once() {
    let bench = Bench::new();
    let wrong = ImportRequest {
        encoding: Some("windows-1252".into()),
        delimiter: Some("tab".into()),
        ..request()
    };
    let view = try_preview(&bench, "windows-1256.csv", &wrong)
        .unwrap()
        .view();
    assert_eq!((view.columns.len(), view.counts.created), (1, 0));
    let right = ImportRequest {
        encoding: Some("windows-1256".into()),
        ..request()
    };
    let view = try_preview(&bench, "windows-1256.csv", &right)
        .unwrap()
        .view();
    assert_eq!(view.columns[2].samples[0], "رحلات آمنة كل ليلة إلى الجزيرة");
    for bad in [("encoding-x", None), ("utf-8", Some("x"))] {
        let request = ImportRequest {
            encoding: Some(bad.0.into()),
            delimiter: bad.1.map(str::to_owned),
            ..request()
        };
        assert!(
            try_preview(&bench, "utf-8.csv", &request).is_err(),
            "{bad:?}"
        );
    }
}

#[test]
fn fields_given_column_by_column_win_over_a_known_form() {
    let bench = Bench::new();
    let guessed = try_preview(&bench, "timesketch.csv", &request())
        .unwrap()
        .view();
    let mut fields: Vec<Field> = guessed.columns.iter().map(|column| column.field).collect();
    fields[0] = Field::Bio;
    let given = ImportRequest {
        fields: Some(fields),
        ..request()
    };
    let view = try_preview(&bench, "timesketch.csv", &given)
        .unwrap()
        .view();
    assert_eq!(view.columns[0].field, Field::Bio);
}

#[test]
fn a_date_of_a_form_that_puts_the_month_first_is_read_so() {
    let bench = Bench::new();
    let preview = try_preview(&bench, "tcap.csv", &request()).unwrap();
    import::commit(&bench.session, &preview, &Quiet).unwrap();
    let view = breakwater_casework::account::read::read(&bench.session, bench.one()).unwrap();
    assert_eq!(
        view.aliases[0].first_seen.at.to_string(),
        "2022-03-04T16:41:59Z"
    );
}

#[test]
fn a_number_that_lost_digits_is_no_id_and_is_kept_for_what_it_is() {
    let bench = Bench::new();
    let preview = try_preview(&bench, "shortened-ids.csv", &request()).unwrap();
    let all = rows(&bench, &preview);
    assert!(all[0].why.contains("lost its last digits"), "{:?}", all[0]);
    assert!(all[1].why.contains("lost its last digits"), "{:?}", all[1]);
    import::commit(&bench.session, &preview, &Quiet).unwrap();
    let view = breakwater_casework::account::read::read(&bench.session, bench.one()).unwrap();
    assert_eq!(view.platform_id, None);
    let warnings = preview.view().warnings;
    assert_eq!(
        (warnings[0].kind, warnings[0].rows, warnings[0].first_line),
        (ImportWarning::DigitsLost, 2, 2)
    );
}

#[test]
fn a_row_is_named_by_its_line_however_lines_end() {
    let bench = Bench::new();
    for name in [
        "utf-8.csv",
        "utf-8-bom.csv",
        "utf-16le-bom.csv",
        "cr-only.csv",
    ] {
        let preview = try_preview(&bench, name, &request()).unwrap();
        let lines: Vec<u32> = rows(&bench, &preview).iter().map(|row| row.line).collect();
        assert_eq!(lines, [2, 3], "{name}");
    }
    let preview = try_preview(&bench, "sep-semicolon.csv", &request()).unwrap();
    assert_eq!(rows(&bench, &preview)[0].line, 3);
}
