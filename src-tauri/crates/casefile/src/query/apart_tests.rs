use super::tests::decide;
use super::{Waiting, all_rows_with_kept_apart, count, index_of, kept_apart_of, list};
use super::{standing, unread, waiting};
use crate::testing::{add, case, made, seen};
use crate::{Session, tally};
use breakwater_model::assessment::Decision;
use breakwater_model::list::{AccountScope, ListRequest};
use breakwater_model::role::{PersonRole, RestsOn};

fn of(scope: AccountScope, search: &str) -> ListRequest {
    ListRequest {
        scope,
        search: search.into(),
        limit: 50,
        ..ListRequest::default()
    }
}

fn total(session: &Session, scope: AccountScope) -> u32 {
    list(session, &of(scope, "")).unwrap().total
}

/// Two accounts, the second of a victim.
fn with_victim(session: &Session) -> (i64, i64) {
    let ((one, two), _) = session
        .write(made(), |w| {
            let (one, _) = add(w, &seen("one", None))?;
            let (two, _) = add(w, &seen("two", None))?;
            w.set_role(two, PersonRole::Victim, Some(RestsOn::Fact), None)?;
            Ok((one, two))
        })
        .unwrap();
    (one, two)
}

#[test]
fn accounts_kept_apart_are_in_a_list_of_their_own_and_in_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let (one, two) = with_victim(&session);
    assert_eq!(total(&session, AccountScope::All), 1);
    assert_eq!(total(&session, AccountScope::ToReview), 1);
    assert_eq!(total(&session, AccountScope::KeptApart), 1);
    assert_eq!(total(&session, AccountScope::Every), 2);
    session.settle();
    let found = |scope| count(&session, &of(scope, "two")).unwrap();
    assert_eq!(found(AccountScope::All), Some(0));
    assert_eq!(found(AccountScope::KeptApart), Some(1));
    let all = of(AccountScope::All, "");
    assert_eq!(index_of(&session, &all, two).unwrap(), None);
    assert_eq!(index_of(&session, &all, one).unwrap(), Some(0));
    let mut with = all_rows_with_kept_apart(&session, &all).unwrap();
    with.sort_unstable();
    assert_eq!(with, [one, two]);
    let apart = kept_apart_of(&session, &with).unwrap();
    assert_eq!(apart.into_iter().collect::<Vec<_>>(), [two]);
    let said = session.write(made(), |w| {
        w.set_role(two, PersonRole::Witness, Some(RestsOn::Opinion), None)
    });
    assert!(said.unwrap().0);
    assert_eq!(
        total(&session, AccountScope::All),
        2,
        "a witness is in every list"
    );
}

#[test]
fn a_role_narrows_a_search() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let (one, _) = with_victim(&session);
    session
        .write(made(), |w| {
            w.set_role(one, PersonRole::Suspect, Some(RestsOn::Opinion), None)
        })
        .unwrap();
    let found = |search: &str, scope| list(&session, &of(scope, search)).unwrap().total;
    assert_eq!(found("role:suspect", AccountScope::All), 1);
    assert_eq!(found("role:unknown", AccountScope::All), 0);
    assert_eq!(found("-role:suspect", AccountScope::All), 0);
    assert_eq!(found("role:victim,child", AccountScope::KeptApart), 1);
    let view = list(&session, &of(AccountScope::All, "role:thief")).unwrap();
    assert_eq!(view.mistakes.len(), 1);
}

#[test]
fn of_accounts_kept_apart_only_danger_and_erasure_wait_for_anybody() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let (_, two) = with_victim(&session);
    let now = session.host().now();
    session
        .write(made(), |w| {
            w.add_action(
                two,
                &crate::table::action::NewAction {
                    action: breakwater_model::assessment::ActionKind::Safeguarding,
                    kind: breakwater_model::assessment::SafeguardingKind::Child,
                    told: "Desk 3",
                    by: None,
                    reference: None,
                    known: None,
                    grading: None,
                },
            )?;
            decide(w, two, Decision::Refer)
        })
        .unwrap();
    let waits = |what| waiting(&session, what, now, 5).unwrap().1;
    let in_danger = session
        .read(|reader| crate::table::action::unanswered(reader.db()))
        .unwrap();
    assert_eq!(in_danger.len(), 1);
    assert_eq!(waits(Waiting::ToDraft), 0);
    let standing = standing(&session, now).unwrap();
    assert_eq!((standing.accounts, standing.review), (1, 1));
    assert_eq!((standing.urgent, standing.to_draft), (1, 0));
    assert_eq!(unread(&session, now).unwrap().get("sq"), None);
    let officer = session.officer().row;
    let candidates = session
        .read(|reader| tally::candidates(reader, officer))
        .unwrap();
    assert_eq!(candidates.len(), 0);
}
