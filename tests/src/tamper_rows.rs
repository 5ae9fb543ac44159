//! Exhibits, checkpoints and the log's end against someone who holds the keys, and what verify says
//! of a case it cannot come to.

use crate::ctl::{Case, DAMAGED, DONE, Desk};
use crate::keyholder::{close, files, open};
use crate::tamper::finished_case;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

/// Forges rows of a finished case; verify must find it. The rows are put right again afterwards.
#[track_caller]
fn found(case: &Case<'_>, what: &str, sql: &str) -> Value {
    let file = case.place.join("case.db");
    let whole = fs::read(&file).unwrap();
    let connection = open(case);
    connection
        .execute_batch(&format!("PRAGMA foreign_keys = OFF; {sql}"))
        .unwrap();
    assert!(connection.total_changes() > 0, "{what}: nothing was forged");
    close(connection);
    let answer = case.run("verify", &[] as &[&str]);
    fs::write(&file, whole).unwrap();
    assert_eq!(
        answer.code, DAMAGED,
        "{what}: {}{}",
        answer.stdout, answer.stderr
    );
    serde_json::from_str(&answer.stdout).unwrap()
}

#[test]
fn an_exhibit_is_tied_to_its_bytes_its_account_and_its_number() {
    let desk = Desk::new();
    let case = finished_case(&desk);
    let told = found(
        &case,
        "exchanged objects",
        "UPDATE exhibit SET object = CASE object WHEN 1 THEN 2 ELSE 1 END WHERE object IN (1, 2)",
    );
    assert_eq!(told["evidence"]["damaged"], json!(["4417/1", "4417/2"]));
    let told = found(
        &case,
        "exchanged files and hashes",
        "CREATE TEMP TABLE other AS SELECT * FROM object WHERE id IN (1, 2);
         UPDATE object SET name = 'x' || id, sha256 = randomblob(32) WHERE id IN (1, 2);
         UPDATE object SET (name, sha256, blake3, size) =
           (SELECT name, sha256, blake3, size FROM other WHERE other.id = 3 - object.id) WHERE id IN (1, 2);",
    );
    assert_eq!(told["evidence"]["damaged"], json!(["4417/1", "4417/2"]));
    let told = found(
        &case,
        "exchanged numbers",
        "UPDATE exhibit SET label = 'x' || label;
         UPDATE exhibit SET label = CASE id WHEN 1 THEN '4417/2' WHEN 2 THEN '4417/1' ELSE '4417/3' END",
    );
    assert_eq!(told["evidence"]["damaged"], json!(["4417/2", "4417/1"]));
    let told = found(
        &case,
        "another account",
        "UPDATE exhibit SET account = account + 10 WHERE id = 3",
    );
    assert_eq!(told["evidence"]["damaged"], json!(["4417/3"]));
    let told = found(&case, "taken out", "DELETE FROM exhibit WHERE id = 2");
    assert_eq!(told["audit"]["intact"], false, "{told}");
}

#[test]
fn a_word_taken_out_of_the_log_and_a_changed_checkpoint_are_found() {
    let desk = Desk::new();
    let case = finished_case(&desk);
    let first = "WHERE seq = (SELECT min(seq) FROM audit_checkpoint)";
    for sql in [
        "UPDATE audit_text SET text = NULL WHERE name = 'recipient'".to_owned(),
        format!("UPDATE audit_checkpoint SET root = randomblob(32) {first}"),
        format!("UPDATE audit_checkpoint SET frontier = randomblob(length(frontier)) {first}"),
        format!("UPDATE audit_checkpoint SET at_ms = at_ms - 60000 {first}"),
        format!("UPDATE audit_checkpoint SET officer = randomblob(16) {first}"),
    ] {
        let told = found(&case, &sql, &sql);
        assert_eq!(told["audit"]["intact"], false, "{sql}: {told}");
    }
}

fn seq_of(head: &[u8]) -> i64 {
    let text = std::str::from_utf8(head).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("seq "));
    line.unwrap().parse().unwrap()
}

/// Cuts the log back to the entry `seq` with all that hangs on what follows.
fn cut_back(connection: &Connection, seq: i64) {
    let sql = ["audit_text", "audit_checkpoint", "audit"]
        .map(|table| format!("DELETE FROM {table} WHERE seq > {seq};"))
        .concat();
    connection
        .execute_batch(&format!("PRAGMA foreign_keys = OFF; {sql}"))
        .unwrap();
}

/// What this machine remembers of the case's log.
fn memory(desk: &Desk) -> PathBuf {
    let all = files(&desk.path("home/config"));
    let is_head = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "head");
    all.into_iter().find(is_head).unwrap()
}

/// A case whose log was cut back to an earlier signed head, by exactly the entries after it.
fn cut_to_an_earlier_head(desk: &Desk, with_index: bool) -> Case<'_> {
    let case = finished_case(desk);
    let (head, index) = (case.place.join("audit.head"), case.place.join("search.db"));
    let (earlier, earlier_index) = (fs::read(&head).unwrap(), fs::read(&index).unwrap());
    case.export("again.csv");
    assert!(seq_of(&fs::read(&head).unwrap()) > seq_of(&earlier));
    let connection = open(&case);
    cut_back(&connection, seq_of(&earlier));
    close(connection);
    fs::write(&head, earlier).unwrap();
    if with_index {
        fs::write(&index, earlier_index).unwrap();
    }
    case
}

/// Verify finds it; the next unlock writes it into the log, and does so once.
fn check_cut_is_found(case: &Case<'_>) {
    let answer = case.verify();
    assert_eq!(answer.code, DAMAGED, "{}", answer.stdout);
    let told: Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(told["audit"]["intact"], false, "{told}");
    case.accounts();
    let entries = case.run("audit", &[] as &[&str]).lines();
    let told = entries.iter().filter(|one| one["action"] == "log-cut-back");
    assert_eq!(told.count(), 1);
    assert_eq!(case.verify().code, DONE);
}

#[test]
fn a_log_cut_back_to_an_earlier_head_is_shorter_than_its_index() {
    let desk = Desk::new();
    let case = cut_to_an_earlier_head(&desk, false);
    fs::remove_file(memory(&desk)).unwrap();
    check_cut_is_found(&case);
}

#[test]
fn a_log_and_index_cut_back_to_an_earlier_head_are_not_what_this_machine_saw() {
    let desk = Desk::new();
    let case = cut_to_an_earlier_head(&desk, true);
    check_cut_is_found(&case);
}

#[test]
fn a_case_of_a_newer_program_is_called_newer_and_not_damaged() {
    let desk = Desk::new();
    let case = desk.new_case("case");
    let connection = open(&case);
    connection.pragma_update(None, "user_version", 99).unwrap();
    close(connection);
    let answer = case.verify();
    assert_eq!(answer.code, 6, "{}{}", answer.stdout, answer.stderr);
}

#[test]
fn a_case_without_its_slots_is_damaged_and_says_which_files() {
    let desk = Desk::new();
    let case = desk.new_case("case");
    let slots = case.place.join("slots");
    fs::rename(&slots, desk.path("kept")).unwrap();
    let check = |what: &str| {
        let answer = case.verify();
        assert_eq!(answer.code, DAMAGED, "{what}: {}", answer.stderr);
        let told: Value = serde_json::from_str(&answer.stdout).unwrap();
        assert_eq!(told["files"], json!(["slots"]), "{what}");
        assert_eq!(told["database"], "unopened", "{what}");
    };
    check("no folder");
    fs::create_dir(&slots).unwrap();
    check("an empty folder");
    for file in files(&desk.path("kept")) {
        fs::write(slots.join(file.file_name().unwrap()), b"not age").unwrap();
    }
    check("files that are no slots");
}
