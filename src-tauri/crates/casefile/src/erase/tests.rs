//! What an erasure leaves in the index, and that the log still tells what was taken out past it.

use super::{OnDisk, blank, tombstone, words};
use crate::connection::{self, Mode};
use crate::session::Session;
use crate::table::erasure::{self, NewErasure};
use crate::table::officer;
use crate::testing;
use crate::verify;
use breakwater_model::ErasureId;
use breakwater_model::erasure::Ground;
use rusqlite::types::ValueRef;

const WORD: &str = "plantedword";

/// Every text of every table of the index that holds the word.
fn in_index(session: &Session) -> Vec<String> {
    session.settle();
    let path = session.layout().search_db();
    let db = connection::open(&path, &session.keyring().search_db, Mode::Reader).unwrap();
    let mut tables = db
        .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'virtual'")
        .unwrap();
    let names: Vec<String> = tables
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let mut found = Vec::new();
    for name in names {
        let mut statement = db.prepare(&format!("SELECT * FROM {name}")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                let value = row.get_ref(column).unwrap();
                let (ValueRef::Text(bytes) | ValueRef::Blob(bytes)) = value else {
                    continue;
                };
                if String::from_utf8_lossy(bytes).contains(WORD) {
                    found.push(name.clone());
                }
            }
        }
    }
    found
}

fn intact(session: &Session) -> bool {
    let view = verify::open(session, true, &|_, _| true).unwrap();
    view.audit.unwrap().intact
}

/// A case in which an account with a note was erased.
fn erased(session: &Session) {
    let (account, _) = session
        .write(testing::made().word("reason", "plantedword"), |w| {
            let (account, id) = testing::add(w, &testing::seen(WORD, Some("77")))?;
            w.subject(id.uuid());
            w.add_note(account, WORD, None)?;
            Ok(account)
        })
        .unwrap();
    assert!(!in_index(session).is_empty(), "the word is found");
    erase(session, account);
}

/// Erases an account, once in a case; the confirmation is of a second officer's row.
pub(crate) fn erase(session: &Session, account: i64) {
    let action = crate::Action::new(
        breakwater_model::audit::Operation::Erasure,
        "account-erased",
        "account",
    );
    let (gone, _) = session
        .write(action, |w| {
            w.db().execute(
                "INSERT INTO officer (uid, number, name, role, public_key, joined_ms)
                 VALUES (randomblob(16), '2', 'second', 'officer', '', 0)",
                [],
            )?;
            let second = w.db().last_insert_rowid();
            assert!(officer::by_row(w.db(), second)?.is_some());
            w.propose_erasure(&NewErasure {
                id: ErasureId::from_uuid(w.uuid()),
                account,
                ground: Ground::Court,
                proposal: "{}",
                signature: "",
                upto: 0,
            })?;
            w.db()
                .execute("UPDATE erasure SET officer = ?1", [second])?;
            w.confirm_erasure(1, "")?;
            w.erase(session, 1, account)
        })
        .unwrap();
    assert_eq!(session.sweep_erased(&gone), OnDisk::default());
}

#[test]
fn no_word_of_an_erased_account_is_left_in_the_index() {
    let folder = tempfile::tempdir().unwrap();
    let session = testing::case(folder.path());
    erased(&session);
    assert_eq!(in_index(&session), Vec::<String>::new());
}

#[test]
fn a_word_that_no_erasure_lists_is_damage() {
    let folder = tempfile::tempdir().unwrap();
    let session = testing::case(folder.path());
    erased(&session);
    assert!(intact(&session), "what an erasure took out is no damage");
    let made = testing::made().word("reason", "a later word");
    let later = session.note(made).unwrap().seq;
    let tamper = |sql: &str| {
        session
            .derive(|d| Ok(d.db.execute(sql, [later]).map(|_| ())?))
            .unwrap();
    };
    tamper("UPDATE audit_text SET text = NULL WHERE seq = ?1");
    assert!(!intact(&session), "a word taken out past the program");
    tamper("INSERT INTO erased_word (seq, name, erasure) VALUES (?1, 'reason', 1)");
    assert!(!intact(&session), "and listed past the program");
}

/// How the database goes about a statement, in words of its own.
fn plan(session: &Session, sql: &str) -> String {
    session
        .read(|reader| {
            let mut statement = reader.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
            let rows = statement.raw_query().mapped(|row| row.get::<_, String>(3));
            Ok(rows.collect::<Result<Vec<_>, _>>()?.join("; "))
        })
        .unwrap()
}

#[test]
fn what_an_erasure_asks_for_is_found_by_an_index() {
    let folder = tempfile::tempdir().unwrap();
    let session = testing::case(folder.path());
    for (sql, index) in [
        (blank::REFERENCES, "past_item_by_reference"),
        (blank::VEIL, "past_item_by_reference"),
        (blank::SOURCES, "account_by_erasure"),
        (
            tombstone::ALL,
            "tombstone_by_erasure (erasure=? AND kind=?)",
        ),
        (erasure::TOMBSTONES, "tombstone_by_erasure (erasure=?)"),
        (words::LISTED, "PRIMARY KEY (erasure=?)"),
    ] {
        let plan = plan(&session, sql);
        assert!(plan.contains(index), "{index} in {plan}");
    }
}
