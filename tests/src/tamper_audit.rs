//! The audit log against someone who holds the keys.

use crate::ctl::{Case, DAMAGED, Desk};
use crate::keyholder::{close, open};
use crate::tamper::finished_case;
use rusqlite::{Connection, params};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fs;

#[track_caller]
fn check_forgery_is_found(what: &str, forge: impl Fn(&Case<'_>, &Connection)) -> Value {
    let desk = Desk::new();
    let case = finished_case(&desk);
    let connection = open(&case);
    forge(&case, &connection);
    close(connection);
    let answer = case.verify();
    assert_eq!(
        answer.code, DAMAGED,
        "{what}: {}{}",
        answer.stdout, answer.stderr
    );
    let told: Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(told["audit"]["intact"], false, "{what}: {told}");
    told
}

fn last(connection: &Connection) -> i64 {
    connection
        .query_row("SELECT max(seq) FROM audit", [], |row| row.get(0))
        .unwrap()
}

/// Deletes the last `count` entries with all that hangs on them.
fn drop_last(connection: &Connection, count: i64) {
    let from = last(connection) - count;
    connection
        .execute_batch("PRAGMA foreign_keys = OFF")
        .unwrap();
    for table in ["audit_text", "audit_checkpoint", "audit"] {
        connection
            .execute(
                &format!("DELETE FROM {table} WHERE seq > ?1"),
                params![from],
            )
            .unwrap();
    }
}

#[test]
fn a_changed_entry_is_found_and_numbered() {
    let told = check_forgery_is_found("changed", |_, connection| {
        connection
            .execute("UPDATE audit SET at_ms = at_ms + 1 WHERE seq = 2", [])
            .unwrap();
    });
    assert_eq!(told["audit"]["first_bad"], 2);
}

#[test]
fn a_changed_reason_is_found() {
    check_forgery_is_found("changed words", |_, connection| {
        let changed = connection
            .execute(
                "UPDATE audit_text SET text = 'nobody' WHERE text IS NOT NULL",
                [],
            )
            .unwrap();
        assert!(changed > 0);
    });
}

#[test]
fn an_entry_dropped_from_the_end_is_found() {
    check_forgery_is_found("dropped", |_, connection| drop_last(connection, 1));
}

#[test]
fn entries_dropped_from_the_middle_are_found() {
    check_forgery_is_found("dropped inside", |_, connection| {
        connection
            .execute_batch("PRAGMA foreign_keys = OFF")
            .unwrap();
        connection
            .execute("DELETE FROM audit WHERE seq = 2", [])
            .unwrap();
    });
}

#[test]
fn swapped_entries_are_found() {
    check_forgery_is_found("swapped", |_, connection| {
        connection
            .execute_batch("PRAGMA foreign_keys = OFF")
            .unwrap();
        for (from, to) in [(2, -2), (3, 2), (-2, 3)] {
            connection
                .execute(
                    "UPDATE audit SET seq = ?2 WHERE seq = ?1",
                    params![from, to],
                )
                .unwrap();
        }
    });
}

#[test]
fn a_head_put_back_to_an_earlier_one_is_found() {
    let desk = Desk::new();
    let case = finished_case(&desk);
    let earlier = fs::read(case.place.join("audit.head")).unwrap();
    case.export("again.csv");
    let connection = open(&case);
    let text = String::from_utf8(earlier.clone()).unwrap();
    let seq: i64 = text
        .lines()
        .find_map(|line| line.strip_prefix("seq "))
        .unwrap()
        .parse()
        .unwrap();
    let before = last(&connection) - seq;
    assert!(before > 0);
    drop_last(&connection, before + 1);
    close(connection);
    fs::write(case.place.join("audit.head"), earlier).unwrap();
    let answer = case.verify();
    assert_eq!(
        answer.code, DAMAGED,
        "a log that ends before its head: {}",
        answer.stdout
    );
}

/// Recomputes leaf and chain of every entry from its columns, as the format says.
fn chain_anew(connection: &Connection, case_id: uuid::Uuid) {
    let genesis = Sha256::new()
        .chain_update(b"breakwater audit 1")
        .chain_update(case_id.as_bytes())
        .finalize();
    let mut previous: [u8; 32] = genesis.into();
    let mut statement = connection
        .prepare(
            "SELECT seq, at_ms, officer, device, operation, action, subject_kind, subjects, set_uid, fields, texts, salt
             FROM audit ORDER BY seq",
        )
        .unwrap();
    let rows: Vec<(i64, Value)> = statement
        .query_map([], |row| {
            let uuid = |at| -> rusqlite::Result<String> { Ok(uuid::Uuid::from_bytes(row.get(at)?).to_string()) };
            let inner = |at| -> rusqlite::Result<Value> { Ok(serde_json::from_str(&row.get::<_, String>(at)?).unwrap()) };
            let salt: [u8; 16] = row.get(11)?;
            let salt = crate::secrecy::hex(&salt);
            Ok((
                row.get(0)?,
                json!({
                    "v": 1, "seq": row.get::<_, i64>(0)?, "at": row.get::<_, i64>(1)?, "officer": uuid(2)?,
                    "device": row.get::<_, String>(3)?, "operation": row.get::<_, String>(4)?,
                    "action": row.get::<_, String>(5)?, "subject_kind": row.get::<_, String>(6)?,
                    "subjects": inner(7)?, "set": uuid(8)?, "fields": inner(9)?, "texts": inner(10)?, "salt": salt,
                }),
            ))
        })
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for (seq, body) in rows {
        let leaf: [u8; 32] = Sha256::new()
            .chain_update([0])
            .chain_update(body.to_string())
            .finalize()
            .into();
        previous = Sha256::new()
            .chain_update([1])
            .chain_update(previous)
            .chain_update(leaf)
            .finalize()
            .into();
        connection
            .execute(
                "UPDATE audit SET leaf = ?2, chain = ?3 WHERE seq = ?1",
                params![seq, leaf, previous],
            )
            .unwrap();
    }
}

fn case_id(case: &Case<'_>) -> uuid::Uuid {
    let text = fs::read_to_string(case.place.join("case.json")).unwrap();
    let json: Value = serde_json::from_str(&text).unwrap();
    json["case_id"].as_str().unwrap().parse().unwrap()
}

#[test]
fn the_chain_is_what_the_format_says() {
    let desk = Desk::new();
    let case = finished_case(&desk);
    let connection = open(&case);
    let read = || -> Vec<Vec<u8>> {
        let mut statement = connection
            .prepare("SELECT chain FROM audit ORDER BY seq")
            .unwrap();
        statement
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect()
    };
    let before = read();
    chain_anew(&connection, case_id(&case));
    assert!(
        before == read(),
        "an independent reading of the format gives another chain"
    );
}

#[test]
fn an_entry_changed_and_chained_anew_is_found() {
    check_forgery_is_found("changed and chained anew", |case, connection| {
        connection
            .execute("UPDATE audit SET at_ms = at_ms + 60000 WHERE seq = 2", [])
            .unwrap();
        chain_anew(connection, case_id(case));
    });
}
