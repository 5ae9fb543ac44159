//! What a file says is taken in whole, under names that come back.

use crate::bench::{Bench, rule};
use breakwater_casework::exchange::{export, import};
use breakwater_casework::{Error, Progress, Quiet, account};
use breakwater_model::account::ExtraView;
use breakwater_model::import::{Field, ImportRequest, ImportWarning, RowFate};
use std::fs;
use std::sync::Mutex;

fn extra(bench: &Bench) -> Vec<(String, String)> {
    let view = account::read::read(&bench.session, bench.one()).unwrap();
    view.extra
        .into_iter()
        .map(|ExtraView { name, value }| (name, value))
        .collect()
}

fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

#[test]
fn columns_of_one_name_and_of_none_keep_all_their_cells() {
    let bench = Bench::new();
    let file = "platform,handle,foo,,foo,\ntiktok,angli.express,1,2,3,4\n";
    bench.import(file);
    let kept = pairs(&[
        ("foo", "1"),
        ("Column 4", "2"),
        ("foo (2)", "3"),
        ("Column 6", "4"),
    ]);
    assert_eq!(extra(&bench), kept);
    let again = bench.import(file);
    assert_eq!((again.counts.unchanged, again.counts.updated), (1, 0));
    let out = bench.folder.path().join("out.csv");
    export::export(&bench.session, &Bench::request(), &out, &Quiet).unwrap();
    let other = Bench::new();
    let preview = import::preview(&other.session, &out, &ImportRequest::default(), &Quiet).unwrap();
    import::commit(&other.session, &preview, &Quiet).unwrap();
    assert_eq!(extra(&other), kept, "an export gives all of them back");
}

#[test]
fn a_kept_column_never_bears_the_name_of_one_of_ours() {
    let bench = Bench::new();
    bench.import("platform,handle,url,Url,url\ntiktok,angli.express,https://www.tiktok.com/@angli.express,b,c\n");
    assert_eq!(extra(&bench), pairs(&[("Url (2)", "b"), ("url (2)", "c")]));
}

#[test]
fn what_stands_in_no_column_is_given_back_too() {
    let bench = Bench::new();
    bench.import("platform,handle,language,Column 5\ntiktok,angli.express,Klingon,x,beyond\n");
    let mut kept = extra(&bench);
    kept.sort();
    let expected = pairs(&[
        ("Column 5", "x"),
        ("Column 5 (2)", "beyond"),
        ("language as written", "Klingon"),
    ]);
    assert_eq!(kept, expected);
    let columns: Vec<String> = export::columns(&bench.session)
        .unwrap()
        .into_iter()
        .filter(|column| column.is_extra)
        .map(|column| column.name)
        .collect();
    assert_eq!(columns, ["Column 5", "Column 5 (2)", "language as written"]);
}

#[test]
fn rejected_rows_go_back_under_the_headers_as_written() {
    let bench = Bench::new();
    let preview = bench.preview("platform,handle,foo,foo\n,nobody,1,2\ntiktok,angli.express,,\n");
    let out = bench.folder.path().join("rejected.csv");
    assert_eq!(preview.save_rejected(&out).unwrap(), 1);
    let text = fs::read_to_string(&out).unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "platform,handle,foo,foo,breakwater_reason");
    assert!(
        lines[1].starts_with(",nobody,1,2,") && lines[1].contains("platform"),
        "{text}"
    );
}

const OWN: &str = "0192f0c1-2a5b-7c3d-8e4f-5a6b7c8d9e0f";

#[test]
fn two_rows_with_one_own_id_are_one_account() {
    let bench = Bench::new();
    let done = bench.import(&format!(
        "breakwater_account,platform,handle\n{OWN},tiktok,angli.express\n{OWN},tiktok,angli.renamed\n"
    ));
    assert_eq!((done.counts.created, done.counts.merged), (1, 1));
    assert_eq!(bench.one().to_string(), OWN);
}

#[test]
fn an_own_id_of_an_account_taken_back_brings_it_back() {
    let bench = Bench::new();
    let file =
        format!("breakwater_account,platform,url\n{OWN},website,https://crossing.example/offer\n");
    let batch = bench.batch(&file);
    account::undo::undo_import(
        &bench.session,
        batch,
        "the wrong file",
        &breakwater_casework::Quiet,
    )
    .unwrap();
    assert_eq!(bench.accounts().len(), 0);
    bench.import(&file);
    assert_eq!(bench.one().to_string(), OWN);
}

#[test]
fn a_case_that_changed_since_the_preview_is_not_written_to() {
    let bench = Bench::new();
    let preview = bench.preview("platform,handle\ntiktok,angli.express\n");
    let file = bench.file("other.csv", "platform,handle\ntiktok,angli.other\n");
    let other = import::preview(&bench.session, &file, &ImportRequest::default(), &Quiet).unwrap();
    import::commit(&bench.session, &other, &Quiet).unwrap();
    let refused = import::commit(&bench.session, &preview, &Quiet);
    assert_eq!(rule(refused), "case-as-previewed");
    assert_eq!(bench.accounts().len(), 1);
}

/// Stops when it is told of work in this unit.
struct StopAt(&'static str, Mutex<Vec<&'static str>>);

impl Progress for StopAt {
    fn step(&self, _: u64, _: Option<u64>, unit: &'static str) {
        self.1.lock().unwrap().push(unit);
    }
    fn is_cancelled(&self) -> bool {
        self.1.lock().unwrap().contains(&self.0)
    }
}

#[test]
fn an_import_tells_of_its_last_stage_and_can_be_stopped_in_it() {
    let bench = Bench::new();
    let preview = bench.preview("platform,handle\ntiktok,angli.express\n");
    let stop = StopAt("accounts", Mutex::default());
    let stopped = import::commit(&bench.session, &preview, &stop);
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert_eq!(bench.accounts().len(), 0);
    import::commit(&bench.session, &preview, &Quiet).unwrap();
    assert_eq!(bench.accounts().len(), 1);
}

#[test]
fn a_missing_quotation_mark_is_pointed_at() {
    let bench = Bench::new();
    let swallowed = "platform,handle,bio\ntiktok,angli.one,\"no end\ntiktok,angli.two,b\ntiktok,angli.three,c\ntiktok,angli.four,\"d\"\n";
    let preview = bench.preview(swallowed);
    let row = &preview.view().rows[0];
    assert_eq!(row.line, 2);
    assert!(row.why.contains("quotation mark"), "{row:?}");
    assert!(preview.warning().unwrap().contains("line 2"));
    let cut = "platform,handle,bio,first seen\ntiktok,boat1,\"call now,2026-03-01\ntiktok,boat2,nice \"boat\" trip,2026-03-01\ntiktok,boat3,x,2026-03-01\n";
    let preview = bench.preview(cut);
    assert!(
        preview.warning().unwrap().contains("line 2"),
        "one row went into another"
    );
    let verse = "platform,handle,bio\ntiktok,angli.one,\"Nisje, çdo natë\n100%, siguri\n£4,500\"\n";
    let quiet = bench.preview(verse);
    assert_eq!(quiet.warning(), None);
    assert_eq!(quiet.view().rows[0].fate, RowFate::Created);
}

#[test]
fn what_is_odd_of_rows_is_counted_with_its_first_line() {
    let bench = Bench::new();
    // A month that has begun has come, though it counts as its end.
    let month = bench.session.host().now().to_string()[..7].to_owned();
    let file = format!(
        "platform,handle,link,first seen\ntiktok,dt.one,,01-Mar-26\ntiktok,dt.two,,2026-02-30\ntiktok,dt.three,,2099-01-01\n\
        ,,https://x.com/boatuk;https://www.tiktok.com/@boat.uk,2026-03-01\ntiktok,bo\u{200b}at_zw,,2026-03-01\nmeta,boat9,,2026-03-01\ntiktok,dt.four,,{month}\n"
    );
    let preview = bench.preview(&file);
    let view = preview.view();
    let found: Vec<_> = view
        .warnings
        .iter()
        .map(|one| (one.kind, one.rows, one.first_line))
        .collect();
    let expected = [
        (ImportWarning::UnknownPlatform, 1, 7),
        (ImportWarning::UnreadDates, 2, 3),
        (ImportWarning::FurtherAddresses, 1, 5),
        (ImportWarning::HiddenSigns, 1, 6),
    ];
    for one in expected {
        assert!(found.contains(&one), "{one:?} in {found:?}");
    }
    assert_eq!((view.counts.created, view.counts.rejected), (7, 0));
    import::commit(&bench.session, &preview, &Quiet).unwrap();
    let again = bench.import(&file);
    assert_eq!((again.counts.unchanged, again.counts.read), (7, 7));
}

#[test]
fn columns_under_unknown_names_are_told_by_their_cells_and_a_file_without_any_says_so() {
    let bench = Bench::new();
    let view = bench
        .preview("Wer,Wo im Netz\nDover,https://www.tiktok.com/@boat.uk\n,https://x.com/boatuk\n")
        .view();
    assert_eq!(
        (view.columns[1].field, view.counts.created),
        (Field::Url, 2)
    );
    let view = bench.preview("Wer,Was\nDover,two boats\n").view();
    assert!(
        view.rows[0].why.contains("in a mapping"),
        "{:?}",
        view.rows[0]
    );
}
