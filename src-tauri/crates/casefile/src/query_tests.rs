use super::*;
use crate::Action;
use crate::testing::{add, case, made, seen};
use breakwater_model::audit::Operation;

fn search(words: &str) -> ListRequest {
    ListRequest {
        search: words.into(),
        scope: AccountScope::All,
        ..ListRequest::default()
    }
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
    let first = listing(&session, &search("needle")).unwrap();
    assert_eq!(first.rows.len(), 1);
    session
        .note(Action::new(Operation::Consultation, "looked", "account"))
        .unwrap();
    let second = listing(&session, &search("needle")).unwrap();
    assert!(Arc::ptr_eq(&first, &second), "a look changes no list");

    write("needles");
    session.settle();
    let third = listing(&session, &search("needle")).unwrap();
    assert_eq!(third.rows.len(), 2);
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
    for order in [
        AccountOrder::Queue,
        AccountOrder::Imported,
        AccountOrder::Handle,
        AccountOrder::Platform,
        AccountOrder::Status,
        AccountOrder::Unit,
        AccountOrder::Language,
        AccountOrder::LastSeen,
    ] {
        let request = |is_descending| ListRequest {
            order,
            is_descending,
            ..ListRequest::default()
        };
        let forth = all_rows(&session, &request(false)).unwrap();
        let mut back = all_rows(&session, &request(true)).unwrap();
        for (at, row) in (0..).zip(&forth) {
            let found = index_of(&session, &request(false), *row).unwrap();
            assert_eq!(found, Some(at), "{order:?}");
        }
        back.reverse();
        assert_eq!(forth, back, "{order:?}");
    }
    assert_eq!(index_of(&session, &search("zzz"), 1).unwrap(), None);
}
