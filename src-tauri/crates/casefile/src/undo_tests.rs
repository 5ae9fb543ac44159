use super::*;
use crate::Action;
use crate::table::sighting;
use crate::testing::{add, case, made, seen};
use breakwater_model::audit::Operation;

fn undone() -> Action {
    Action::new(Operation::Alteration, "undone", "account")
}

#[test]
fn an_adopted_id_goes_when_the_adoption_is_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let ((account, _), _) = session.write(made(), |w| add(w, &seen("a", None))).unwrap();
    let (_, adoption) = session
        .write(made(), |w| {
            w.add_sighting(account, "tiktok", &seen("a", Some("77")), None)
        })
        .unwrap();
    let holds = |db: &Connection| -> Result<(Option<i64>, Option<String>)> {
        Ok((
            sighting::holder_of_id(db, "tiktok", "77")?,
            sighting::id_of(db, account)?,
        ))
    };
    let adopted = session.read(|reader| holds(reader.db())).unwrap();
    assert_eq!(adopted, (Some(account), Some("77".into())));

    session
        .write(undone(), |w| w.undo(adoption.seq, &|_, _| true))
        .unwrap();
    let after = session.read(|reader| holds(reader.db())).unwrap();
    assert_eq!(after, (None, None));

    let ((other, _), _) = session
        .write(made(), |w| add(w, &seen("b", Some("77"))))
        .unwrap();
    let moved = session.read(|reader| holds(reader.db())).unwrap();
    assert_eq!(moved, (Some(other), None));
}

#[test]
fn a_set_larger_than_a_step_is_taken_back_whole() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let accounts = u32::try_from(STEP).unwrap() * 3 / 4;
    let ((), set) = session
        .write(made(), |w| {
            (0..accounts).try_for_each(|n| add(w, &seen(&format!("h{n}"), None)).map(|_| ()))
        })
        .unwrap();
    session
        .write(made(), |w| w.add_note(1, "worked on", None))
        .unwrap();
    let (view, _) = session
        .write(undone(), |w| w.undo(set.seq, &|_, _| true))
        .unwrap();
    assert_eq!(view.removed, (accounts - 1) * 2);
    assert_eq!(view.kept, 1);
}

/// The making of a record is in no index by record, so whoever asks for later changes must say so.
#[test]
fn changes_of_a_record_are_looked_up_and_never_read_through() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    session
        .read(|reader| {
            for sql in [
                value::IS_LAST,
                value::LATER,
                value::EARLIER,
                super::ON_RECORD,
                crate::writer::BASE,
            ] {
                let mut statement = reader.db().prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
                let lines: Vec<String> = statement
                    .raw_query()
                    .mapped(|row| row.get(3))
                    .collect::<rusqlite::Result<_>>()?;
                assert!(
                    lines
                        .iter()
                        .any(|line| line.contains("change_by_record (kind=? AND record=?")),
                    "{sql}: {lines:?}"
                );
            }
            Ok(())
        })
        .unwrap();
}
