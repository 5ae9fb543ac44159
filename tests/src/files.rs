//! Files in many shapes, taken in, told row by row, and taken back, with the real program.

use crate::ctl::{Case, DONE, Desk, id};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

fn fixture(name: &str) -> PathBuf {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/dialects");
    PathBuf::from(folder).join(name)
}

fn import(case: &Case<'_>, arguments: &[&str]) -> Value {
    case.run("import", arguments).json()
}

fn text(path: &std::path::Path) -> &str {
    path.to_str().unwrap()
}

const FILE: &str = "platform,handle,name\ntiktok,angli.one,One\ntiktok,angli.two,Two\n\
    tiktok,Angli.Two,\n,,\n";

#[test]
fn three_imports_of_one_file_are_taken_back_and_verify_is_clean() {
    let desk = Desk::new();
    let case = desk.new_case("case");
    let batches: Vec<Value> = (0..3).map(|_| case.import(FILE)).collect();
    let counts: Vec<[u64; 5]> = batches
        .iter()
        .map(|told| {
            ["created", "updated", "unchanged", "merged", "rejected"]
                .map(|name| told[name].as_u64().unwrap())
        })
        .collect();
    assert_eq!(counts, [[2, 0, 0, 1, 1], [0, 0, 2, 1, 1], [0, 0, 2, 1, 1]]);
    let worked = case.accounts();
    let is_two = |row: &&Value| {
        row["handle"]
            .as_str()
            .unwrap()
            .eq_ignore_ascii_case("angli.two")
    };
    let worked = worked.iter().find(is_two).unwrap();
    let decided = ["--decision", "no-action", "--reason", "news"];
    let call: Vec<&str> = [id(worked)].into_iter().chain(decided).collect();
    assert_eq!(case.run("assess", &call).code, DONE);
    for batch in batches.iter().rev() {
        let call = [
            batch["batch"].as_str().unwrap(),
            "--reason",
            "the wrong file",
        ];
        let told = case.run("import-undo", &call).json();
        if batch == &batches[0] {
            assert_eq!(told["accounts"], 1, "{told}");
            assert_eq!(told["kept_accounts"][0]["account"], id(worked));
            assert_eq!(told["kept_accounts"][0]["why"], "Account assessed (4417)");
        } else {
            assert_eq!(
                (&told["removed"], &told["kept"]),
                (&json!(0), &json!(0)),
                "{told}"
            );
        }
    }
    let left: Vec<String> = case
        .accounts()
        .iter()
        .map(|row| id(row).to_owned())
        .collect();
    assert_eq!(left, [id(worked)]);
    assert_eq!(case.verify().code, DONE);
}

#[test]
fn a_workbook_is_read_by_sheet() {
    let desk = Desk::new();
    let case = desk.new_case("case");
    let book = fixture("unit.xlsx");
    let told = import(&case, &[text(&book), "--dry-run"]);
    assert_eq!(
        (&told["encoding"], &told["sheet"]),
        (&json!("xlsx"), &json!("Liste & Notes"))
    );
    let kinds: Vec<&str> = told["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|warning| warning["kind"].as_str().unwrap())
        .collect();
    assert_eq!(
        kinds,
        [
            "digits-lost",
            "error-cells",
            "hidden-rows",
            "merged-cells",
            "other-sheets"
        ]
    );
    let told = import(&case, &[text(&book), "--sheet", "Old"]);
    assert_eq!(told["created"], 1);
    let wrong = case.run("import", &[text(&book), "--sheet", "None"]);
    assert!(
        wrong.error()["message"]
            .as_str()
            .unwrap()
            .contains("Liste & Notes")
    );
}

#[test]
fn a_known_form_is_named_and_a_mapping_is_kept_and_used_again() {
    let desk = Desk::new();
    let case = desk.new_case("case");
    let told = import(&case, &[text(&fixture("auto-archiver.csv")), "--dry-run"]);
    assert_eq!(told["mapping"], "auto-archiver");
    let list = desk.write("list.csv", "Netz,Wer\ntiktok,angli.one\n");
    let mapping = desk.write(
        "desk3.mapping",
        "# a remark\nNetz=platform\nWer=handle\nWo=url\n",
    );
    let plain = import(&case, &[text(&list), "--dry-run"]);
    assert_eq!(
        (&plain["mapping"], &plain["rejected"]),
        (&json!(null), &json!(1))
    );
    let call = [text(&list), "--dry-run", "--mapping", text(&mapping)];
    let answer = case.run(
        "import",
        &[&call[..], &["--save-mapping", "Desk 3"]].concat(),
    );
    assert!(
        answer.stderr.contains("Wo"),
        "what is missing is told: {}",
        answer.stderr
    );
    assert_eq!(answer.json()["created"], 1);
    let again = desk.write("again.csv", "Wer,Netz\nangli.two,tiktok\n");
    let told = import(&case, &[text(&again), "--dry-run"]);
    assert_eq!(
        (&told["mapping"], &told["created"]),
        (&json!("Desk 3"), &json!(1))
    );
    let told = import(&case, &[text(&again), "--dry-run", "--mapping", "none"]);
    assert_eq!(told["rejected"], 1);
    let unknown = case.run("import", &[text(&again), "--mapping", "Desk 9"]);
    assert!(
        unknown.error()["message"]
            .as_str()
            .unwrap()
            .contains("Desk 9")
    );
}

#[test]
fn the_rows_of_a_dry_run_are_saved_field_by_field() {
    let desk = Desk::new();
    let case = desk.new_case("case");
    case.import(FILE);
    let next = desk.write(
        "next.csv",
        "platform,handle,name\ntiktok,angli.one,Uno\n,,\n",
    );
    let out = desk.path("rows.csv");
    import(&case, &[text(&next), "--dry-run", "--rows", text(&out)]);
    let written = fs::read_to_string(&out).unwrap();
    let lines: Vec<&str> = written.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "line,outcome,account,field,old,new,why");
    assert_eq!(
        lines[1],
        "2,updated,tiktok: angli.one,display_name,One,Uno,"
    );
    assert!(lines[2].starts_with("3,rejected,"), "{written}");
}
