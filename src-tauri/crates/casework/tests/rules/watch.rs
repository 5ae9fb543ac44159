//! Live visits are counted over all officers, and to watch an account has its authority.

use crate::bench::Bench;
use breakwater_casework::account::watch;
use breakwater_casework::{account, referral};
use breakwater_model::AccountId;
use breakwater_model::assessment::Answer;
use breakwater_model::lifecycle::{CheckMethod, Observed};
use breakwater_model::referral::CheckRequest;
use breakwater_model::watch::{VisitsView, WatchGround, WatchRequest};

const DAY_MS: i64 = 86_400_000;

fn bench() -> (Bench, AccountId) {
    let bench = Bench::new();
    bench.import("platform,handle,bio\ntiktok,angli.one,Nisje\n");
    let id = bench.accounts()[0].id;
    (bench, id)
}

fn visits(bench: &Bench, id: AccountId) -> VisitsView {
    watch::visits(&bench.session, id).unwrap()
}

fn checked(bench: &Bench, id: AccountId, days_ago: i64, method: CheckMethod) {
    let now = bench.session.host().now();
    let request = CheckRequest {
        account: id,
        observed: Observed::Live,
        at: Some(now.plus_ms(-days_ago * DAY_MS)),
        method,
    };
    referral::check::check(&bench.session, &request).unwrap();
}

fn request(id: AccountId, ground: WatchGround) -> WatchRequest {
    let factors = watch::factors().unwrap();
    WatchRequest {
        account: id,
        purpose: "Sails tonight, says the account".into(),
        factors: factors
            .into_iter()
            .map(|factor| (factor.name, Answer::Yes))
            .collect(),
        ground,
        decided_by: "Authorising officer".into(),
    }
}

fn authority(bench: &Bench, days: i64) -> WatchGround {
    WatchGround::Authority {
        reference: "DSA/7".into(),
        expires: bench.session.host().now().plus_ms(days * DAY_MS),
    }
}

#[test]
fn looks_at_the_profile_count_as_visits_and_our_own_record_does_not() {
    let (bench, id) = bench();
    account::consult::opened(&bench.session, id).unwrap();
    checked(&bench, id, 0, CheckMethod::PlatformReply);
    checked(&bench, id, 0, CheckMethod::Colleague);
    assert_eq!(visits(&bench, id).visits, 0);
    checked(&bench, id, 0, CheckMethod::Looked);
    checked(&bench, id, 2, CheckMethod::Screenshot);
    checked(&bench, id, 40, CheckMethod::Looked);
    let seen = visits(&bench, id);
    assert_eq!((seen.visits, seen.recent, seen.officers), (3, 2, 1));
    assert!(!seen.is_asked);
}

#[test]
fn as_many_visits_as_the_limit_ask_whether_the_account_is_watched() {
    let (bench, id) = bench();
    for days in 0..3 {
        checked(&bench, id, days, CheckMethod::Looked);
    }
    assert!(visits(&bench, id).is_asked);
    let done = watch::begin(&bench.session, &request(id, authority(&bench, 30))).unwrap();
    assert!(!done.visits.is_asked);
    account::undo::undo(&bench.session, done.set).unwrap();
    assert!(visits(&bench, id).is_asked);
    let none = WatchGround::NoneNeeded {
        why: "An open channel read once a week by any visitor".into(),
    };
    let done = watch::begin(&bench.session, &request(id, none)).unwrap();
    assert!(!done.visits.is_asked);
    let done = watch::end(&bench.session, id, "The channel is gone").unwrap();
    assert!(done.visits.watch.is_none() && done.visits.is_asked);
}

#[test]
fn an_account_is_not_watched_without_every_answer_and_an_authority_that_stands() {
    let (bench, id) = bench();
    let mut lacking = request(id, authority(&bench, -1));
    lacking.factors.remove("profile");
    lacking.decided_by = " ".into();
    let refused = watch::begin(&bench.session, &lacking).unwrap_err();
    assert_eq!(
        refused.view().rule.as_deref(),
        Some("a-watch-has-its-authority")
    );
    assert_eq!(
        refused.view().missing,
        ["factor.profile", "expires", "decided-by"]
    );
    let none = WatchGround::NoneNeeded { why: String::new() };
    let refused = watch::begin(&bench.session, &request(id, none)).unwrap_err();
    assert_eq!(refused.view().missing, ["none-needed"]);
    assert!(visits(&bench, id).watch.is_none());
    assert!(watch::end(&bench.session, id, "Over").is_err());
}

#[test]
fn the_newest_word_counts_and_one_that_a_later_word_followed_is_not_taken_back() {
    let (bench, id) = bench();
    let first = watch::begin(&bench.session, &request(id, authority(&bench, 30))).unwrap();
    watch::end(&bench.session, id, "Sailed").unwrap();
    let undone = account::undo::undo(&bench.session, first.set).unwrap();
    assert!(undone.kept > 0);
    assert!(visits(&bench, id).watch.is_none());
}
