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
