//! How long accounts are kept is set by a supervisor who says why.

use crate::bench::{Bench, rule};
use breakwater_casework::audit::entries;
use breakwater_casework::case::officer;
use breakwater_casework::retention::{due, periods};
use breakwater_casework::{Error, Session};
use breakwater_model::case::{InviteRequest, Role};
use breakwater_model::erasure::{RetentionGroupView, SetPeriodRequest};

fn set(
    session: &Session,
    group: &str,
    days: Option<u32>,
    reason: &str,
) -> Result<RetentionGroupView, Error> {
    let request = SetPeriodRequest {
        group: group.into(),
        days,
        reason: reason.into(),
    };
    periods::set(session, &request)
}

/// The bench left by its officer, with a supervisor sitting down.
fn supervised() -> (Session, tempfile::TempDir) {
    let (bench, key) = Bench::with_recovery();
    let officer = set(
        &bench.session,
        "referred",
        Some(365),
        "The policy of the unit",
    );
    assert_eq!(rule(officer), "a-supervisor-sets-periods");
    let invitation = bench.folder.path().join("invitation");
    let request = InviteRequest {
        name: "Supervisor".into(),
        number: "9001".into(),
        role: Role::Supervisor,
        recovery_key: Some(key),
    };
    officer::invite(&bench.session, &request, &invitation).unwrap();
    let Bench { session, folder } = bench;
    session.lock().unwrap();
    let host = breakwater_machine::host(&breakwater_machine::Folders::under(folder.path()));
    let place = folder.path().join("a.case");
    let words = "seven slate roofs under morning fog";
    let session = officer::join(&host, &place, &invitation, words).unwrap();
    (session, folder)
}

fn days_of(session: &Session, group: &str) -> u32 {
    let groups = due::due(session).unwrap().groups;
    groups.iter().find(|one| one.group == group).unwrap().days
}

#[test]
fn every_period_is_set_by_a_supervisor_with_a_reason_and_put_back() {
    let (session, _folder) = supervised();
    let groups = due::due(&session).unwrap().groups;
    assert!(
        groups
            .iter()
            .all(|one| !one.is_own && one.days == one.comes_with)
    );
    for group in &groups {
        assert!(
            set(&session, &group.group, Some(400), " ").is_err(),
            "without a reason"
        );
        let own = set(&session, &group.group, Some(400), "The policy of the unit").unwrap();
        assert_eq!(
            (own.days, own.comes_with, own.is_own),
            (400, group.comes_with, true)
        );
    }
    for group in &groups {
        assert_eq!(days_of(&session, &group.group), 400);
        let back = set(&session, &group.group, None, "As it was").unwrap();
        assert_eq!(&back, group);
    }
    assert_eq!(
        session.no_action_days().unwrap(),
        90,
        "one clock of no action"
    );
    let mut log = Vec::new();
    entries::since(&session, 0, &mut |entry| {
        log.push(entry.action);
        Ok(())
    })
    .unwrap();
    let set = log.iter().filter(|one| *one == "retention-period-set");
    assert_eq!(set.count(), 2 * groups.len());
}

#[test]
fn a_period_that_is_none_is_refused_and_leaves_what_stood() {
    let (session, _folder) = supervised();
    let before = due::due(&session).unwrap().groups;
    for (group, days) in [
        ("referred", Some(0)),
        ("referred", Some(36_526)),
        ("referred", Some(2191)),
        ("referred", None),
        ("no-action", Some(3651)),
        ("no-action", Some(70_000)),
        ("bogus", Some(10)),
    ] {
        let refused = set(&session, group, days, "The policy of the unit");
        assert!(
            matches!(refused, Err(Error::Invalid(_))),
            "{group} {days:?}"
        );
    }
    assert_eq!(due::due(&session).unwrap().groups, before);
}
