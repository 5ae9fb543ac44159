use super::*;
use crate::table::assessment::NewAssessment;
use crate::table::sighting::Sighting;
use crate::testing::{add, case, made, seen};
use crate::{Action, Reader, Writer};
use breakwater_model::assessment::Decision;
use breakwater_model::audit::Operation;
use breakwater_model::list::{AccountOrder, AccountScope};
use roll::Roll;
use std::collections::BTreeMap;

const ORDERS: [AccountOrder; 9] = [
    AccountOrder::Queue,
    AccountOrder::Imported,
    AccountOrder::Handle,
    AccountOrder::Platform,
    AccountOrder::Status,
    AccountOrder::Unit,
    AccountOrder::Language,
    AccountOrder::LastSeen,
    AccountOrder::Score,
];

fn search(words: &str) -> ListRequest {
    ListRequest {
        search: words.into(),
        scope: AccountScope::All,
        ..ListRequest::default()
    }
}

fn ordered(order: AccountOrder, is_descending: bool) -> ListRequest {
    ListRequest {
        order,
        is_descending,
        ..ListRequest::default()
    }
}

fn dated(handle: &str, day: i64) -> Sighting {
    let mut seen = seen(handle, None);
    seen.is_assumed = false;
    seen.seen.at = Instant(seen.seen.at.0 - day * 86_400_000);
    seen
}

pub(super) fn decide(w: &mut Writer<'_>, account: i64, decision: Decision) -> Result<()> {
    let assessment = NewAssessment {
        decision,
        reason: "made up",
        reason_key: None,
        review_by: None,
        grading: None,
        answers: &BTreeMap::new(),
    };
    w.add_assessment(account, &assessment).map(|_| ())
}

#[test]
fn a_search_is_worked_out_once_until_something_changes() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let write = |handle: &str| {
        session
            .write(made(), |w| add(w, &seen(handle, None)))
            .unwrap()
    };
    write("needle");
    session.settle();
    let asked = |words: &str| {
        let read = read(&session, words).unwrap().unwrap();
        listing(&session, &search(words), &read, None).unwrap()
    };
    let first = asked("needle");
    assert_eq!(first.list.rows.len(), 1);
    session
        .note(Action::new(Operation::Consultation, "looked", "account"))
        .unwrap();
    let second = asked("needle");
    assert!(Arc::ptr_eq(&first, &second), "a look changes no list");
    write("needles");
    session.settle();
    assert_eq!(asked("needle").list.rows.len(), 2);
}

#[test]
fn every_order_turned_round_is_the_same_list_from_its_end() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    for handle in ["b", "A", "c"] {
        session
            .write(made(), |w| add(w, &seen(handle, None)))
            .unwrap();
    }
    for order in ORDERS {
        let forth = all_rows(&session, &ordered(order, false)).unwrap();
        for (at, row) in (0..).zip(&forth) {
            let found = index_of(&session, &ordered(order, false), *row).unwrap();
            assert_eq!(found, Some(at), "{order:?}");
            let turned = index_of(&session, &ordered(order, true), *row).unwrap();
            assert_eq!(turned, Some(2 - at), "{order:?}");
        }
        let mut back = all_rows(&session, &ordered(order, true)).unwrap();
        back.reverse();
        assert_eq!(forth, back, "{order:?}");
        let window = ListRequest {
            offset: 2,
            limit: 50,
            ..ordered(order, true)
        };
        let last = list(&session, &window).unwrap();
        assert_eq!((last.rows.len(), last.total), (1, 3), "{order:?}");
    }
    assert_eq!(index_of(&session, &search("zzz"), 1).unwrap(), None);
}

/// Every order as it is kept is what the case, read anew, gives.
fn check_level(session: &Session, after: &str) {
    let mut anew = session.read(Roll::read).unwrap();
    for order in ORDERS {
        session.read(|reader| anew.prepare(reader, order)).unwrap();
        let expected = order::arrange(&anew, &ordered(order, false), None, session.host().now());
        let kept = all_rows(session, &ordered(order, false)).unwrap();
        let expected: Vec<i64> = expected.rows.iter().map(|row| i64::from(*row)).collect();
        assert_eq!(kept, expected, "{order:?} after {after}");
    }
    let noted = all_rows(session, &search("has:note")).unwrap();
    let expected: Vec<i64> = session
        .read(|reader| {
            let mut statement = reader.db().prepare(
                "SELECT DISTINCT n.account FROM note n JOIN account_state s ON s.account = n.account
                 WHERE n.is_retracted = 0 ORDER BY n.account",
            )?;
            let rows = statement.query_map([], |row| row.get(0))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
        .unwrap();
    assert_eq!(noted, expected, "notes after {after}");
}

#[test]
fn lists_kept_level_are_lists_worked_out_anew() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    check_level(&session, "nothing");
    let mut rows = Vec::new();
    for (day, handle) in (1..).zip(["mid", "Zed", "alpha", "ünder", "alpha2"]) {
        let ((row, _), _) = session
            .write(made(), |w| add(w, &dated(handle, day)))
            .unwrap();
        rows.push(row);
        check_level(&session, handle);
    }
    let write = |what: &str, work: &dyn Fn(&mut Writer<'_>) -> Result<()>| {
        let ((), done) = session.write(made(), |w| work(w)).unwrap();
        check_level(&session, what);
        done
    };
    write("a decision", &|w| decide(w, rows[1], Decision::NoAction));
    write("a hold", &|w| decide(w, rows[3], Decision::Hold));
    write("a note", &|w| w.add_note(rows[2], "told", None).map(|_| ()));
    let renamed = write("a new handle", &|w| {
        w.add_sighting(rows[0], "tiktok", &dated("aaa", 0), None)
            .map(|_| ())
    });
    let many = write("many at once", &|w| {
        (0..300).try_for_each(|n| add(w, &dated(&format!("x{}", n % 7), n)).map(|_| ()))
    });
    for (what, set) in [("the handle", renamed), ("the many", many)] {
        write(&format!("{what} taken back"), &|w| {
            w.undo(set.seq, &|_, _| true).map(|_| ())
        });
    }
}

#[test]
fn counts_of_views_are_the_lists_they_open() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    for handle in ["one", "two", "three"] {
        session
            .write(made(), |w| add(w, &seen(handle, None)))
            .unwrap();
    }
    session
        .write(made(), |w| decide(w, 1, Decision::NoAction))
        .unwrap();
    session.settle();
    for (words, expected) in [
        ("", Some(3)),
        ("status:no-action", Some(1)),
        ("-status:no-action", Some(2)),
        ("handle:t*", Some(2)),
        ("handle:two -two", Some(0)),
        ("platform:tiktok has:handle", Some(3)),
        ("imported:2026-11", Some(3)),
        ("seen:2026", Some(0)),
        ("lang:none", Some(3)),
        ("plattform:x", None),
    ] {
        let request = search(words);
        let counted = count(&session, &request).unwrap();
        assert_eq!(counted, expected, "{words}");
        let opened = list(&session, &request).unwrap();
        assert_eq!(opened.total, expected.unwrap_or(0), "{words}");
        assert_eq!(opened.mistakes.is_empty(), expected.is_some(), "{words}");
    }
    let refused = all_rows(&session, &search("plattform:x"));
    assert!(matches!(refused, Err(Error::Invalid(said)) if said.contains("platform")));
}

fn plan(reader: &Reader<'_>, sql: &str) -> Vec<String> {
    let mut statement = reader
        .db()
        .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
        .unwrap();
    let empty = roll::wanted(&[]);
    let values: Vec<&dyn rusqlite::ToSql> = (0..statement.parameter_count())
        .map(|_| &empty as _)
        .collect();
    let lines = statement
        .query_map(values.as_slice(), |row| row.get(3))
        .unwrap();
    lines.collect::<rusqlite::Result<_>>().unwrap()
}

/// The roll is read whole once, by one pass; everything asked after that is looked up by account.
#[test]
fn nothing_but_the_roll_reads_every_account() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    session
        .read(|reader| {
            assert_eq!(plan(reader, roll::READ), ["SCAN account_state"]);
            let touched = format!("{} WHERE account IN rarray(?1)", roll::READ);
            assert_eq!(
                plan(reader, &touched),
                [
                    "SEARCH account_state USING INTEGER PRIMARY KEY (rowid=?)",
                    "LIST SUBQUERY 1",
                    "SCAN rarray VIRTUAL TABLE INDEX 1:"
                ]
            );
            assert_eq!(
                plan(reader, order::BY_LABEL),
                ["SCAN account_state USING COVERING INDEX state_by_label"]
            );
            Ok(())
        })
        .unwrap();
}
