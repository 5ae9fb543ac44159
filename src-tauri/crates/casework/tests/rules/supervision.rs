//! How the unit stands is told by team; by person only to a supervisor who says why.

use crate::bench::Bench;
use crate::sent::Sent;
use breakwater_casework::audit::entries;
use breakwater_casework::case::{describe, officer};
use breakwater_casework::{Error, Session, referral, supervision};
use breakwater_model::case::{InviteRequest, Role};
use breakwater_model::referral::{OutcomeRequest, PlatformDecision, WithdrawRequest};
use breakwater_model::supervision::{ByPersonRequest, PersonLoadView};

fn asked(session: &Session, reason: &str) -> Result<Vec<PersonLoadView>, Error> {
    let request = ByPersonRequest {
        reason: reason.into(),
    };
    supervision::person::by_person(session, &request)
}

fn rule<T: std::fmt::Debug>(refused: Result<T, Error>) -> &'static str {
    match refused.unwrap_err() {
        Error::Refused { rule, .. } => rule,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_team_is_told_what_waits_what_was_returned_and_what_was_reversed_and_nobody_is_named() {
    let sent = Sent::of(2);
    let view = supervision::standing(sent.desk()).unwrap();
    assert_eq!(view.sent.count, 1);
    assert!(view.sent.oldest.is_some());
    assert_eq!(
        view.to_review.count,
        describe::counts(sent.desk()).unwrap().review
    );
    assert!(view.reversed.is_empty());
    let withdrawal = WithdrawRequest {
        referral: sent.referral,
        account: sent.accounts[0],
        reason: "wrong-account".into(),
        at: None,
    };
    referral::after::withdraw(sent.desk(), &withdrawal).unwrap();
    let outcome = OutcomeRequest {
        referral: sent.referral,
        account: sent.accounts[1],
        decision: PlatformDecision::Reinstated,
        at: None,
        reason: String::new(),
    };
    referral::after::outcome(sent.desk(), &outcome).unwrap();
    let view = supervision::standing(sent.desk()).unwrap();
    let told: Vec<Option<&str>> = view
        .reversed
        .iter()
        .map(|one| one.withdrawn.as_deref())
        .collect();
    assert_eq!(told, [None, Some("Another account was meant")]);
    let text = serde_json::to_string(&view).unwrap();
    for name in ["4417", "4418", "officer"] {
        assert!(!text.contains(name), "{name}");
    }
    sent.wait(31 * 24);
    assert!(
        supervision::standing(sent.desk())
            .unwrap()
            .reversed
            .is_empty()
    );
}

#[test]
fn accounts_to_review_are_told_with_the_age_of_the_oldest_and_of_the_oldest_given_to_nobody() {
    let bench = Bench::new();
    bench.import("platform,handle\ntiktok,first\ntiktok,second\n");
    let view = supervision::standing(&bench.session).unwrap();
    assert_eq!((view.to_review.count, view.unassigned.count), (2, 2));
    assert_eq!(view.to_review.oldest, view.unassigned.oldest);
    assert!(view.to_review.oldest.unwrap() <= view.as_at);
}

#[test]
fn who_has_how_much_is_told_to_a_supervisor_with_a_reason_and_logged() {
    let (bench, key) = Bench::with_recovery();
    assert_eq!(
        rule(asked(&bench.session, "Holiday cover")),
        "only-a-supervisor-asks-by-person"
    );
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
    let session = officer::join(
        &host,
        &place,
        &invitation,
        "seven slate roofs under morning fog",
    )
    .unwrap();
    assert_eq!(rule(asked(&session, "  ")), "by-person-needs-a-reason");
    let people = asked(&session, "Holiday cover").unwrap();
    assert_eq!(people.len(), 2);
    let mut log = Vec::new();
    entries::since(&session, 0, &mut |entry| {
        log.push(entry.action);
        Ok(())
    })
    .unwrap();
    let asked = log.iter().filter(|one| *one == "workload-by-person");
    assert_eq!(asked.count(), 1);
}
