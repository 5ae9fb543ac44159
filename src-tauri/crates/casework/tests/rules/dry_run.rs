//! What the preview tells of a row is what the import then writes.

use crate::bench::Bench;
use breakwater_casework::exchange::{batches, import};
use breakwater_casework::{Quiet, account};
use breakwater_model::import::RowFate::{Created, Merged, Rejected, Unchanged, Updated};
use breakwater_model::import::{ImportResultView, RowFate, RowPreview};
use breakwater_model::{AccountId, assessment::Decision};
use std::collections::BTreeMap;

const FIRST: &str = "platform,handle,name,bio,colour,notes\n\
    tiktok,angli.one,One,Nisje,red,\ntiktok,angli.two,Two,,,\ntiktok,angli.three,Three,,,\n";
const SECOND: &str = "platform,handle,name,bio,colour,notes\n\
    tiktok,angli.one,One,Nisje sonte,blue,seen again\ntiktok,angli.two,Two,,,\n\
    tiktok,angli.four,Four,,,\ntiktok,Angli.Four,Other,A text,green,\n,nobody,,,,\n\
    tiktok,angli.one,Not taken,,,\ntiktok,angli.three,,New text,,\n";

fn rows(bench: &Bench, preview: &import::Preview, fate: Option<RowFate>) -> Vec<RowPreview> {
    preview
        .rows(&bench.session, fate, (0, 1_000), &Quiet)
        .unwrap()
        .rows
}

/// Field changes of accounts as the case keeps them: account, field, old, new.
type Written = Vec<(String, String, Option<String>, Option<String>)>;

fn written(bench: &Bench, done: &ImportResultView) -> Written {
    let mut all = Written::new();
    for row in batches::accounts(&bench.session, done.batch.unwrap(), 0, 1_000)
        .unwrap()
        .rows
    {
        let view = account::read::read(&bench.session, row.id).unwrap();
        let newest = view.history.iter().map(|line| line.at).max().unwrap();
        for line in view.history.iter().filter(|line| line.at == newest) {
            let Some(field) = line.what.strip_prefix("File imported: ") else {
                continue;
            };
            all.push((
                row.label.to_lowercase(),
                field.replace(' ', "_"),
                line.old.clone(),
                line.new.clone(),
            ));
        }
    }
    all.sort();
    all
}

/// The same from the preview: a kept column counts as one field.
fn told(rows: &[RowPreview]) -> Written {
    let fields = [
        "display_name",
        "bio",
        "language",
        "followers",
        "flagged_reason",
        "source",
    ];
    let mut all = Written::new();
    for row in rows {
        let label = row.label.replace("tiktok: ", "@").to_lowercase();
        for change in row
            .changes
            .iter()
            .filter(|change| fields.contains(&change.field.as_str()))
        {
            all.push((
                label.clone(),
                change.field.clone(),
                change.old.clone(),
                change.new.clone(),
            ));
        }
    }
    all.sort();
    all
}

#[test]
fn the_fields_a_preview_tells_are_the_fields_the_import_writes() {
    let bench = Bench::new();
    bench.import(FIRST);
    let preview = bench.preview(SECOND);
    let told = told(
        &rows(&bench, &preview, None)
            .into_iter()
            .filter(|row| row.fate != RowFate::Created)
            .collect::<Vec<_>>(),
    );
    let done = import::commit(&bench.session, &preview, &Quiet).unwrap();
    let written: Written = written(&bench, &done)
        .into_iter()
        .filter(|(_, field, ..)| field != "extra")
        .collect();
    assert_eq!(told, written);
    assert!(told.len() >= 3, "{told:?}");
}

#[test]
fn every_row_says_what_it_creates_changes_leaves_merges_with_or_is_rejected_for() {
    let bench = Bench::new();
    bench.import(FIRST);
    let preview = bench.preview(SECOND);
    let all = rows(&bench, &preview, None);
    let fates: Vec<RowFate> = all.iter().map(|row| row.fate).collect();
    assert_eq!(
        fates,
        [
            Updated, Unchanged, Created, Merged, Rejected, Merged, Updated
        ]
    );
    let changes = |at: usize| -> BTreeMap<String, (Option<String>, Option<String>)> {
        let changes = all[at].changes.iter();
        changes
            .map(|change| {
                let name = change
                    .column
                    .clone()
                    .unwrap_or_else(|| change.field.clone());
                (name, (change.old.clone(), change.new.clone()))
            })
            .collect()
    };
    let some = |text: &str| Some(text.to_owned());
    let first = changes(0);
    assert_eq!(first["bio"], (some("Nisje"), some("Nisje sonte")));
    assert_eq!(first["colour"], (some("red"), some("blue")));
    assert_eq!(first["note"], (None, some("seen again")));
    assert_eq!(changes(1).len(), 0);
    assert_eq!(changes(2)["display_name"], (None, some("Four")));
    let merged = changes(3);
    assert_eq!(merged["bio"], (None, some("A text")));
    assert!(
        !merged.contains_key("display_name"),
        "a further row fills what is empty and no more"
    );
    assert!(all[3].why.contains("line 4"), "{}", all[3].why);
    assert!(all[4].why.contains("platform"), "{}", all[4].why);
    assert!(!changes(5).contains_key("display_name"));
}

#[test]
fn rows_are_given_in_parts_by_fate_and_every_one_is_reached() {
    let bench = Bench::new();
    let mut file = String::from("platform,handle\n");
    for number in 0..450 {
        let platform = if number % 3 == 0 { "" } else { "tiktok" };
        file.extend([platform, ",row.", &number.to_string(), "\n"]);
    }
    let preview = bench.preview(&file);
    let part = |offset| {
        let part = preview.rows(
            &bench.session,
            Some(RowFate::Created),
            (offset, 100),
            &Quiet,
        );
        part.unwrap()
    };
    let lines: Vec<u32> = [0, 100, 200, 300]
        .into_iter()
        .flat_map(|at| part(at).rows)
        .map(|row| row.line)
        .collect();
    let expected: Vec<u32> = (0..450)
        .filter(|number| number % 3 != 0)
        .map(|number| number + 2)
        .collect();
    assert_eq!((lines, part(0).total), (expected, 300));
    let out = bench.folder.path().join("rows.csv");
    assert_eq!(
        preview.save_rows(&bench.session, &out, &Quiet).unwrap(),
        450
    );
    let text = std::fs::read_to_string(&out).unwrap();
    assert_eq!(
        text.lines()
            .filter(|line| line.contains(",rejected,"))
            .count(),
        150
    );
}

#[test]
fn a_file_that_changed_since_the_preview_tells_no_rows() {
    let bench = Bench::new();
    let preview = bench.preview(FIRST);
    bench.file("in.csv", "platform,handle\n");
    assert!(preview.rows(&bench.session, None, (0, 10), &Quiet).is_err());
}

fn label(bench: &Bench, handle: &str) -> AccountId {
    let rows = bench.accounts();
    rows.iter()
        .find(|row| row.handle.as_deref() == Some(handle))
        .unwrap()
        .id
}

#[test]
fn what_was_worked_on_is_kept_by_undo_and_listed_with_why() {
    let bench = Bench::new();
    let batch = bench.batch(FIRST);
    let worked = label(&bench, "angli.two");
    bench.decide(worked, Decision::NoAction);
    let done = account::undo::undo_import(&bench.session, batch, "the wrong file", &Quiet).unwrap();
    assert_eq!(done.accounts, 1);
    let kept = &done.kept_accounts[0];
    assert_eq!(
        (kept.account, kept.why.as_str()),
        (worked, "Account assessed (4417)")
    );
    let listed = batches::list(&bench.session, 0, 10).unwrap();
    assert_eq!((listed.total, listed.rows[0].is_undone), (1, true));
    let stayed = batches::accounts(&bench.session, batch, 0, 10).unwrap();
    assert_eq!((stayed.total, stayed.rows[0].id), (1, worked));
}

#[test]
fn the_same_file_three_times_is_three_imports_of_which_one_says_something() {
    let bench = Bench::new();
    for created in [3, 0, 0] {
        assert_eq!(bench.import(FIRST).counts.created, created);
    }
    let listed = batches::list(&bench.session, 0, 10).unwrap();
    let created: Vec<u32> = listed.rows.iter().map(|row| row.counts.created).collect();
    assert_eq!(created, [0, 0, 3], "newest first");
}
