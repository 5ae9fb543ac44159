use super::*;
use crate::Action;
use crate::testing::{add, case, made, seen};
use breakwater_model::audit::Operation;

fn last(session: &crate::Session) -> i64 {
    session.read(|reader| last_seq(reader.db())).unwrap()
}

#[test]
fn an_entry_the_index_knows_already_leaves_it_level() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    session.write(made(), |w| add(w, &seen("a", None))).unwrap();
    session.settle();
    let seq = last(&session);
    session.index().as_ref().unwrap().nudge(seq);
    assert_eq!(session.index_state(), "ok");
    session.settle();
}

#[test]
fn looks_and_disclosures_change_no_list() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let before = session.generation();
    for operation in [Operation::Consultation, Operation::Disclosure] {
        session
            .note(Action::new(operation, "looked", "case"))
            .unwrap();
    }
    assert_eq!(session.generation(), before);
    session.write(made(), |w| add(w, &seen("a", None))).unwrap();
    assert!(session.generation() > before);
}

#[test]
fn a_locked_case_leaves_an_index_that_knows_the_last_entry() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    session.write(made(), |w| add(w, &seen("a", None))).unwrap();
    session.settle();
    session
        .note(Action::new(Operation::Disclosure, "given-out", "account"))
        .unwrap();
    let (path, key) = (
        session.layout().search_db(),
        session.keyring().search_db.clone(),
    );
    let last = last(&session);
    session.lock().unwrap();
    let db = connection::open(&path, &key, Mode::Witness).unwrap();
    assert_eq!(header(&db).unwrap().unwrap().0, last);
}

#[test]
fn an_index_that_was_stopped_goes_on_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    session
        .write(made(), |w| {
            (0..5).try_for_each(|n| add(w, &seen(&format!("h{n}"), None)).map(|_| ()))
        })
        .unwrap();
    let apart = tempfile::tempdir().unwrap();
    let (mut db, _) = open_or_rebuild(
        &Layout::new(apart.path()),
        session.keyring(),
        last(&session),
    )
    .unwrap();
    session
        .read(|case| {
            assert_eq!(catch_up(case.db(), &mut db, 2, &|| true)?, None);
            let first = standing(&db)?.2;
            db.execute("DELETE FROM words WHERE rowid = ?1", [first])?;
            let known = catch_up(case.db(), &mut db, 2, &|| false)?;
            assert_eq!(known, Some(last_seq(case.db())?));
            let rows: i64 = db.query_row("SELECT count(*) FROM words", [], |row| row.get(0))?;
            assert_eq!(
                rows, 4,
                "what was indexed before the stop is not done again"
            );
            Ok(())
        })
        .unwrap();
}

#[test]
fn an_index_whose_accounts_are_mostly_gone_is_begun_anew_and_holds_what_stands() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    session
        .write(made(), |w| add(w, &seen("stays", None)).map(|_| ()))
        .unwrap();
    let ((), many) = session
        .write(made(), |w| {
            (0..9).try_for_each(|n| add(w, &seen(&format!("goes{n}"), None)).map(|_| ()))
        })
        .unwrap();
    let apart = tempfile::tempdir().unwrap();
    let layout = Layout::new(apart.path());
    let key = session.keyring().search_db.clone();
    let place = Place {
        searching: Arc::new(Searching::new(layout.search_db(), key.clone())),
        layout: layout.clone(),
        key,
    };
    let rows = || {
        let count = |db: &Connection| {
            Ok(db.query_row("SELECT count(*) FROM words", [], |row| row.get::<_, i64>(0))?)
        };
        place.searching.within(count).unwrap()
    };
    let (mut db, _) = open_or_rebuild(&layout, session.keyring(), last(&session)).unwrap();
    session
        .read(|case| catch_up(case.db(), &mut db, 4, &|| false).map(|_| ()))
        .unwrap();
    assert_eq!(rows(), 10);
    session
        .write(made(), |w| w.undo(many.seq, &|_, _| true).map(|_| ()))
        .unwrap();
    session
        .read(|case| {
            let is_gone = |many| anew::is_mostly_gone(case.db(), &db, many);
            assert!(!is_gone(1_000)?, "too few changes to begin anew");
            assert!(is_gone(9)?);
            let mut db = place.anew(db)?;
            assert_eq!((standing(&db)?, rows()), ((0, 0, 0), 0));
            assert!(!anew::is_mostly_gone(case.db(), &db, 9)?, "it is empty");
            let known = catch_up(case.db(), &mut db, 4, &|| false)?;
            assert_eq!(known, Some(last_seq(case.db())?));
            assert_eq!(rows(), 1, "and whoever read before reads the new one");
            Ok(())
        })
        .unwrap();
}

#[test]
fn an_index_whose_accounts_stand_is_never_begun_anew() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    session
        .write(made(), |w| {
            (0..9).try_for_each(|n| add(w, &seen(&format!("h{n}"), None)).map(|_| ()))
        })
        .unwrap();
    let apart = tempfile::tempdir().unwrap();
    let layout = Layout::new(apart.path());
    let (db, _) = open_or_rebuild(&layout, session.keyring(), last(&session)).unwrap();
    db.execute("UPDATE header SET seq = 1, target = 1", [])
        .unwrap();
    session
        .read(|case| {
            assert!(!anew::is_mostly_gone(case.db(), &db, 2)?);
            Ok(())
        })
        .unwrap();
}

#[test]
fn an_index_that_failed_once_is_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    session.settle();
    let other = connection::open(
        &session.layout().search_db(),
        &session.keyring().search_db,
        Mode::Writer,
    )
    .unwrap();
    other
        .execute_batch("ALTER TABLE header RENAME TO gone")
        .unwrap();
    session.write(made(), |w| add(w, &seen("a", None))).unwrap();
    session.settle();
    assert_eq!(session.index_state(), "behind");
    other
        .execute_batch("ALTER TABLE gone RENAME TO header")
        .unwrap();
    session.write(made(), |w| add(w, &seen("b", None))).unwrap();
    let deadline = std::time::Instant::now() + Duration::from_secs(20);
    while session.index_state() != "ok" && std::time::Instant::now() < deadline {
        session.settle_for(Duration::from_millis(50));
    }
    assert_eq!(session.index_state(), "ok");
}

#[test]
fn the_index_has_a_column_for_each_place_a_search_can_name() {
    let db = Connection::open_in_memory().unwrap();
    db.execute_batch(CREATE).unwrap();
    let columns: Vec<String> = db
        .prepare("SELECT name FROM pragma_table_info('words')")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    let places = breakwater_text::search::Place::ALL.map(|place| place.column().to_owned());
    assert_eq!(columns, places);
}

#[test]
fn an_index_holds_what_facts_give() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let ((row, _), _) = session
        .write(made(), |w| {
            let added = add(w, &seen("Handle", Some("7312004599172264")))?;
            w.add_note(added.0, "Ring ٠٧٧٠٠ ٩٠٠١٢٣", None)?;
            Ok(added)
        })
        .unwrap();
    session.settle();
    let stored = session
        .index()
        .as_ref()
        .unwrap()
        .searching()
        .within(|db| texts::stored(db, row))
        .unwrap()
        .unwrap();
    let given = session
        .read(|reader| texts::texts(reader.db(), &[row]))
        .unwrap()
        .remove(0)
        .1
        .unwrap();
    assert_eq!(stored, given);
    assert!(given.places.iter().any(|text| text == "ring 07700 900123"));
    assert!(given.short.contains("handle") && given.short.contains("7700900123"));
}
