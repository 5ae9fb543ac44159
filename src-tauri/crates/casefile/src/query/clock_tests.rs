use super::tests::decide;
use super::{Waiting, list, standing, waiting};
use crate::testing::{PASSPHRASE, add, case, host_after, made, place, seen};
use crate::{Session, door, sheet};
use breakwater_model::assessment::Decision;
use breakwater_model::list::{AccountScope, ListRequest};

fn after(days: i64, folder: &std::path::Path) -> Session {
    door::open(&host_after(days), &place(folder), PASSPHRASE, None).unwrap()
}

fn total(session: &Session, scope: AccountScope) -> u32 {
    let request = ListRequest {
        scope,
        limit: 10,
        ..ListRequest::default()
    };
    list(session, &request).unwrap().total
}

#[test]
fn what_no_action_was_decided_of_leaves_lists_after_its_time_and_is_erased_by_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    session
        .write(made(), |w| {
            let (one, _) = add(w, &seen("one", None))?;
            add(w, &seen("two", None))?;
            decide(w, one, Decision::NoAction)
        })
        .unwrap();
    session.lock().unwrap();
    let session = after(89, folder.path());
    assert_eq!(total(&session, AccountScope::All), 2);
    assert_eq!(total(&session, AccountScope::DueForErasure), 0);
    session.lock().unwrap();
    let session = after(91, folder.path());
    let now = session.host().now();
    assert_eq!(total(&session, AccountScope::All), 1);
    assert_eq!(total(&session, AccountScope::DueForErasure), 1);
    assert_eq!(total(&session, AccountScope::Every), 2);
    assert_eq!(standing(&session, now).unwrap().accounts, 1);
    assert_eq!(
        waiting(&session, Waiting::DueForErasure, now, 5).unwrap().1,
        1
    );
    let exported = session
        .read(|reader| sheet::oldest_first(reader, now))
        .unwrap();
    assert_eq!(exported.len(), 1);
    session
        .write(made(), |w| w.set_no_action_days(365))
        .unwrap();
    assert_eq!(total(&session, AccountScope::All), 2);
    let refused = session.write(made(), |w| w.set_no_action_days(0));
    assert!(refused.is_err());
}
