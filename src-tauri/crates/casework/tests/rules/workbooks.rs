//! Workbooks: what an officer sees in a sheet is what is taken in, and a hostile one does no harm.

use crate::bench::Bench;
use crate::files::{request, rows, rows as rows_of, try_preview};
use breakwater_casework::exchange::import;
use breakwater_casework::{Quiet, account};
use breakwater_model::import::{ImportRequest, ImportWarning, RowFate};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use zip::write::SimpleFileOptions;

const BOOK: &str = "unit.xlsx";

#[test]
fn the_first_sheet_that_holds_something_is_read_and_the_others_are_offered() {
    let bench = Bench::new();
    let view = try_preview(&bench, BOOK, &request()).unwrap().view();
    assert_eq!(
        (view.encoding.as_str(), view.delimiter.as_str()),
        ("xlsx", "cells")
    );
    assert_eq!(view.sheet.as_deref(), Some("Liste & Notes"));
    let sheets: Vec<_> = view
        .sheets
        .iter()
        .map(|sheet| (sheet.name.as_str(), sheet.is_hidden))
        .collect();
    assert_eq!(
        sheets,
        [("Cover", false), ("Liste & Notes", false), ("Old", true)]
    );
    assert_eq!(
        (view.counts.read, view.counts.created, view.counts.rejected),
        (4, 3, 1)
    );
    assert!(
        view.warnings
            .iter()
            .any(|one| one.kind == ImportWarning::OtherSheets && one.rows == 1),
        "a sheet that holds something and is not read is told: {:?}",
        view.warnings
    );
    let other = ImportRequest {
        sheet: Some("Old".into()),
        ..request()
    };
    let preview = try_preview(&bench, BOOK, &other).unwrap();
    assert_eq!(rows(&bench, &preview)[0].label, "x: of_hidden_sheet");
    for (sheet, words) in [("Cover", "is empty"), ("None", "Liste & Notes")] {
        let other = ImportRequest {
            sheet: Some(sheet.into()),
            ..request()
        };
        let error = try_preview(&bench, BOOK, &other).err().unwrap().to_string();
        assert!(error.contains(words), "{error}");
    }
}

#[test]
fn cells_are_read_as_they_are_seen() {
    let bench = Bench::new();
    let preview = try_preview(&bench, BOOK, &request()).unwrap();
    let all = rows(&bench, &preview);
    let told = |at: usize, name: &str| {
        let mut changes = all[at].changes.iter();
        let found =
            changes.find(|change| change.column.as_deref().unwrap_or(&change.field) == name);
        found
            .and_then(|change| change.new.clone())
            .unwrap_or_default()
    };
    assert_eq!(
        all.iter().map(|row| row.line).collect::<Vec<_>>(),
        [3, 4, 5, 6]
    );
    assert_eq!(told(0, "seen at"), "2026-11-03T14:30:00");
    assert_eq!(
        (told(0, "note"), told(0, "followers")),
        ("قارب سريع".into(), "42".into())
    );
    assert_eq!(
        (told(1, "note"), told(1, "followers")),
        ("inline words".into(), String::new())
    );
    assert_eq!(told(1, "user id (digits lost)"), "7123456789012346000");
    assert_eq!(
        (told(3, "note"), told(3, "followers")),
        ("447700900123".into(), "TRUE".into())
    );
    assert_eq!(
        (all[2].fate, all[2].why.contains("lost its last digits")),
        (RowFate::Rejected, true)
    );
    import::commit(&bench.session, &preview, &Quiet).unwrap();
    let first = bench
        .accounts()
        .into_iter()
        .find(|row| row.handle.as_deref() == Some("sheet.one"))
        .unwrap();
    let view = account::read::read(&bench.session, first.id).unwrap();
    assert_eq!(view.platform_id.as_deref(), Some("7123456789012345678"));
    assert_eq!(
        view.aliases[0].first_seen.raw.as_deref(),
        Some("2026-11-03")
    );
}

#[test]
fn what_a_sheet_hides_merges_and_cannot_work_out_is_said() {
    let bench = Bench::new();
    let view = try_preview(&bench, BOOK, &request()).unwrap().view();
    let told: Vec<_> = view
        .warnings
        .iter()
        .map(|one| (one.kind, one.rows, one.first_line))
        .collect();
    assert_eq!(
        told,
        [
            (ImportWarning::DigitsLost, 2, 4),
            (ImportWarning::ErrorCells, 1, 4),
            (ImportWarning::HiddenRows, 1, 4),
            (ImportWarning::MergedCells, 1, 0),
            (ImportWarning::OtherSheets, 1, 0),
        ]
    );
}

#[test]
fn rejected_rows_of_a_sheet_are_saved_with_their_reason() {
    let bench = Bench::new();
    let preview = try_preview(&bench, BOOK, &request()).unwrap();
    let out = bench.folder.path().join("rejected.csv");
    assert_eq!(preview.save_rejected(&out).unwrap(), 1);
    let text = std::fs::read_to_string(&out).unwrap();
    assert!(
        text.contains("7123456789012346000") && text.contains("digits"),
        "{text}"
    );
}

/// A workbook with these parts, packed.
fn book(bench: &Bench, name: &str, parts: &[(&str, &[u8])]) -> PathBuf {
    let path = bench.folder.path().join(name);
    let mut archive = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    for (part, bytes) in parts {
        archive
            .start_file(*part, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap();
    path
}

const NAMES: &str = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

const LEADS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://www.tiktok.com/@angli.one" TargetMode="External"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://www.tiktok.com/@angli.two" TargetMode="External"/></Relationships>"#;

fn with_sheet(bench: &Bench, name: &str, sheet: &[u8], shared: &[u8]) -> PathBuf {
    let workbook = format!(
        r#"<workbook {NAMES}><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let rels = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    book(
        bench,
        name,
        &[
            ("[Content_Types].xml", b"<Types/>"),
            ("_rels/.rels", ROOT.as_bytes()),
            ("xl/workbook.xml", workbook.as_bytes()),
            ("xl/_rels/workbook.xml.rels", rels.as_bytes()),
            ("xl/worksheets/sheet1.xml", sheet),
            ("xl/sharedStrings.xml", shared),
            ("xl/worksheets/_rels/sheet1.xml.rels", LEADS.as_bytes()),
        ],
    )
}

/// A title, a header, and cells that lead to accounts, by a link, by a formula that is told and by one that is not.
fn sheet_of_links() -> String {
    let cell =
        |at: &str, words: &str| format!(r#"<c r="{at}" t="inlineStr"><is><t>{words}</t></is></c>"#);
    let formula = r#"<c r="B5" t="str"><f>HYPERLINK("https://www.tiktok.com/@"&amp;C5,"open")</f><v>open</v></c>"#;
    let unread = r#"<c r="B6" t="str"><f>IF(A6="","",HYPERLINK(D1))</f><v>open</v></c>"#;
    let mut rows = String::new();
    for (number, cells) in (1..).zip([
        cell("A1", "Week 47"),
        cell("A2", "Platform") + &cell("B2", "Handle") + &cell("C2", "Name"),
        cell("A3", "tiktok") + &cell("B3", "open profile") + &cell("C3", "One"),
        cell("A4", "tiktok") + &cell("B4", "other.two") + &cell("C4", "Two"),
        cell("A5", "tiktok") + formula + &cell("C5", "angli.three"),
        cell("A6", "tiktok") + unread + &cell("C6", "Four"),
    ]) {
        let _ = write!(rows, r#"<row r="{number}">{cells}</row>"#);
    }
    let links = r#"<hyperlinks><hyperlink ref="B3" r:id="rId1"/><hyperlink ref="B4" r:id="rId2"/></hyperlinks>"#;
    format!("<worksheet {NAMES}><sheetData>{rows}</sheetData>{links}</worksheet>")
}

#[test]
fn where_a_cell_leads_names_the_account_and_what_it_shows_is_kept() {
    let bench = Bench::new();
    let sheet = sheet_of_links();
    let file = with_sheet(&bench, "links.xlsx", sheet.as_bytes(), b"<sst/>");
    let preview = import::preview(&bench.session, &file, &request(), &Quiet).unwrap();
    let view = preview.view();
    let told: Vec<_> = view
        .warnings
        .iter()
        .map(|one| (one.kind, one.rows, one.first_line))
        .collect();
    assert_eq!(
        told,
        [
            (ImportWarning::AboveHeader, 1, 1),
            (ImportWarning::Links, 3, 3),
            (ImportWarning::LinksUnread, 1, 6),
        ]
    );
    let all = rows_of(&bench, &preview);
    assert_eq!(
        (all[0].label.as_str(), all[2].label.as_str()),
        ("tiktok: angli.one", "tiktok: angli.three")
    );
    let mut words = all[0]
        .changes
        .iter()
        .filter(|change| change.column.is_some());
    let kept = words
        .next()
        .map(|change| (change.column.clone(), change.new.clone()));
    assert_eq!(
        kept,
        Some((
            Some("Words shown (Handle)".into()),
            Some("open profile".into())
        ))
    );
    assert!(
        all[1].why.contains("other.two") && all[1].why.contains("@angli.two"),
        "{}",
        all[1].why
    );
    assert_eq!(
        (all[1].fate, all[3].fate),
        (RowFate::Rejected, RowFate::Rejected)
    );
    let out = bench.folder.path().join("rejected.csv");
    preview.save_rejected(&out).unwrap();
    let again = import::preview(&bench.session, &out, &request(), &Quiet).unwrap();
    assert_eq!(
        (again.view().counts.read, again.view().counts.rejected),
        (2, 2)
    );
}

fn of_rows(rows: &str) -> Vec<u8> {
    format!("<worksheet {NAMES}><sheetData>{rows}</sheetData></worksheet>").into_bytes()
}

#[test]
fn a_hostile_workbook_is_refused_in_words() {
    let bench = Bench::new();
    let plain = of_rows("");
    let bomb = [b"<sst>".as_slice(), &vec![b' '; 200 << 20]].concat();
    let announced =
        format!(r#"<sst {NAMES} uniqueCount="18446744073709551615"><si><t>x</t></si></sst>"#);
    let far = of_rows(r#"<row r="1"><c r="ZZZZ1"><v>1</v></c></row>"#);
    let index = of_rows(r#"<row r="1"><c r="A1" t="s"><v>99</v></c></row>"#);
    let mut wide = String::new();
    for row in 1..3_000 {
        let _ = write!(wide, r#"<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>"#);
    }
    let wide = of_rows(&wide);
    let whole = std::fs::read(with_sheet(&bench, "whole.xlsx", &plain, b"<sst/>")).unwrap();
    let cut = bench.folder.path().join("cut.xlsx");
    std::fs::write(&cut, &whole[..whole.len() / 2]).unwrap();
    let old = bench.folder.path().join("old.xls");
    std::fs::write(&old, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]).unwrap();
    let huge = "more than a workbook should hold";
    let broken = "cannot be read as a workbook";
    for (file, words) in [
        (with_sheet(&bench, "bomb.xlsx", &plain, &bomb), huge),
        (
            with_sheet(&bench, "announced.xlsx", &plain, announced.as_bytes()),
            huge,
        ),
        (with_sheet(&bench, "far.xlsx", &far, b"<sst/>"), broken),
        (with_sheet(&bench, "index.xlsx", &index, b"<sst/>"), broken),
        (
            with_sheet(&bench, "wide.xlsx", &wide, b"<sst/>"),
            "Save the sheet as CSV",
        ),
        (
            with_sheet(&bench, "none.xlsx", &plain, b"<sst/>"),
            "is empty",
        ),
        (
            book(&bench, "plain.zip", &[("a.txt", b"a")]),
            "no XLSX workbook",
        ),
        (cut, "cannot be unpacked"),
        (old, "old Excel workbook"),
    ] {
        let error = import::preview(&bench.session, &file, &request(), &Quiet).err();
        let said = error.map(|error| error.to_string()).unwrap_or_default();
        assert!(said.contains(words), "{}: {said:?}", file.display());
    }
}
