//! What is to be remembered stands on Today with its day, and goes when it is done.

use crate::sent::Sent;
use breakwater_casework::checks::due;
use breakwater_casework::review::{act, promise, today};
use breakwater_casework::{Error, account, case::describe, referral};
use breakwater_model::AccountId;
use breakwater_model::assessment::{
    ActRequest, ActionKind, ActionView, AnswerActionRequest, SafeguardingKind,
};
use breakwater_model::platform::Platform;
use breakwater_model::promise::{PromiseEnd, PromiseOn, PromiseRequest, PromisedView};
use breakwater_model::referral::{
    CheckMethod, CheckRequest, DraftReferralRequest, Observed, OutcomeRequest, PlatformDecision,
    ReferralFormat, SentRequest,
};
use breakwater_model::role::{PersonRole, RestsOn, SetRoleRequest};
use breakwater_model::today::TodaySection;

const DAY: i64 = 24;

fn section(sent: &Sent, key: &str) -> Option<TodaySection> {
    let view = today::today(sent.desk()).unwrap();
    view.sections.into_iter().find(|one| one.key == key)
}

fn acts(sent: &Sent, action: ActionKind) -> ActionView {
    let request = ActRequest {
        account: sent.accounts[0],
        action,
        kind: SafeguardingKind::Other,
        told: "Desk 3".into(),
        by: None,
        reference: None,
        known: None,
        at: None,
        grading: (action == ActionKind::Intelligence).then(|| "2BP".into()),
    };
    act::act(sent.desk(), &request).unwrap()
}

fn day(sent: &Sent, ahead: i64) -> String {
    let at = sent.desk().host().now().plus_ms(ahead * 86_400_000);
    at.to_string()[..10].to_owned()
}

fn promised(sent: &Sent, on: PromiseOn, due: String) -> Result<PromisedView, Error> {
    let request = PromiseRequest {
        account: sent.accounts[0],
        on,
        who: "Trust team".into(),
        what: "an answer".into(),
        due,
    };
    promise::promise(sent.desk(), &request)
}

fn seen(sent: &Sent, account: AccountId, observed: Observed) {
    let request = CheckRequest {
        account,
        observed,
        method: CheckMethod::Looked,
        at: None,
    };
    referral::check::check(sent.desk(), &request).unwrap();
}

#[test]
fn an_approval_older_than_a_look_may_be_leaves_once_every_item_was_seen_live_again() {
    let mut sent = Sent::of(1);
    let id = sent.approved(1..2);
    let out = sent.out("out.txt");
    let export = || referral::export::export(sent.desk(), id, ReferralFormat::Txt, &out);
    let aged = || {
        let view = referral::read::read(sent.desk(), id).unwrap();
        view.submission.unwrap().aged
    };
    sent.wait(23);
    assert_eq!(
        (export().unwrap().told, aged()),
        (None, None),
        "still fresh"
    );
    sent.wait(3);
    let refused = export().unwrap_err();
    let Error::Refused { rule, missing, .. } = refused else {
        panic!("{refused}");
    };
    assert_eq!(rule, "approved-items-may-still-be-referred");
    assert_eq!(missing, ["item.1.seen_live"]);
    assert!(referral::export::text(sent.desk(), id).is_err());
    assert!(
        aged().unwrap().starts_with("Approved 1 day ago"),
        "{:?}",
        aged()
    );
    seen(&sent, sent.accounts[1], Observed::Live);
    assert!(export().unwrap().told.is_some());
    seen(&sent, sent.accounts[1], Observed::Offline);
    assert!(export().is_err(), "it is gone since");
    let request = SentRequest {
        referral: id,
        reference: "TT-2".into(),
        channel: "portal".into(),
        at: None,
    };
    // It may have gone before.
    referral::after::sent(sent.desk(), &request).unwrap();
}

#[test]
fn an_account_live_again_after_it_was_taken_down_is_told_until_it_is_drafted() {
    let sent = Sent::of(1);
    let outcome = OutcomeRequest {
        referral: sent.referral,
        account: sent.accounts[0],
        decision: PlatformDecision::Removed,
        at: None,
        reason: String::new(),
    };
    referral::after::outcome(sent.desk(), &outcome).unwrap();
    let before = describe::counts(sent.desk()).unwrap().today;
    assert_eq!(section(&sent, "live-again"), None);
    sent.wait(2);
    seen(&sent, sent.accounts[0], Observed::Live);
    let told = section(&sent, "live-again").unwrap();
    assert_eq!(told.total, 1);
    assert_eq!(told.items[0].referral, Some(sent.referral));
    assert_eq!(describe::counts(sent.desk()).unwrap().today, before + 1);
    let again = DraftReferralRequest {
        platform: Platform("tiktok".into()),
        accounts: vec![sent.accounts[0]],
        policy: None,
        law: None,
        route: None,
        summary: None,
        seen_live: None,
    };
    referral::draft::draft(sent.desk(), &again).unwrap();
    assert_eq!(section(&sent, "live-again"), None);
}

#[test]
fn a_preservation_is_told_before_it_runs_out_and_a_new_request_takes_its_place() {
    let sent = Sent::of(1);
    acts(&sent, ActionKind::Preservation);
    assert_eq!(section(&sent, "preservation"), None);
    sent.wait(75 * DAY);
    assert_eq!(section(&sent, "preservation"), None);
    sent.wait(2 * DAY);
    let told = section(&sent, "preservation").unwrap();
    assert_eq!((told.total, told.items[0].is_overdue), (1, false));
    assert_eq!(told.items[0].account, Some(sent.accounts[0]));
    sent.wait(14 * DAY);
    assert!(section(&sent, "preservation").unwrap().items[0].is_overdue);
    acts(&sent, ActionKind::Preservation);
    assert_eq!(section(&sent, "preservation"), None);
    sent.wait(90 * DAY);
    assert!(section(&sent, "preservation").is_some());
    sent.wait(15 * DAY);
    assert_eq!(section(&sent, "preservation"), None, "it ran out long ago");
}

#[test]
fn an_intelligence_report_is_told_once_its_answer_is_overdue_and_until_it_comes() {
    let sent = Sent::of(1);
    let report = acts(&sent, ActionKind::Intelligence);
    sent.wait(6 * DAY);
    assert_eq!(section(&sent, "intelligence"), None);
    sent.wait(2 * DAY);
    let told = section(&sent, "intelligence").unwrap();
    assert_eq!(told.items[0].act.as_ref().unwrap().id, report.id);
    let answer = AnswerActionRequest {
        action: report.id,
        answer: "Taken up".into(),
        at: None,
    };
    act::answer(sent.desk(), &answer).unwrap();
    assert_eq!(section(&sent, "intelligence"), None);
}

#[test]
fn a_promise_on_a_sent_item_is_told_by_its_day_overdue_after_it_and_until_its_end_is_said() {
    let sent = Sent::of(1);
    let on = PromiseOn::Referral {
        referral: sent.referral,
    };
    assert!(promised(&sent, on, day(&sent, -1)).is_err());
    assert!(promised(&sent, on, "soon".into()).is_err());
    let made = promised(&sent, on, day(&sent, 5)).unwrap();
    let before = describe::counts(sent.desk()).unwrap().today;
    assert_eq!(section(&sent, "promises"), None);
    sent.wait(4 * DAY);
    let told = section(&sent, "promises").unwrap();
    assert_eq!(told.items[0].promise, Some(made.promise.id));
    assert_eq!(told.items[0].referral, Some(sent.referral));
    assert!(!told.items[0].is_overdue);
    assert!(describe::counts(sent.desk()).unwrap().today > before);
    sent.wait(2 * DAY);
    assert!(section(&sent, "promises").unwrap().items[0].is_overdue);
    let ended = promise::end(sent.desk(), made.promise.id, PromiseEnd::Broken).unwrap();
    assert_eq!(section(&sent, "promises"), None);
    assert!(promise::end(sent.desk(), made.promise.id, PromiseEnd::Kept).is_err());
    account::undo::undo(sent.desk(), ended).unwrap();
    assert_eq!(section(&sent, "promises").unwrap().total, 1);
    promise::end(sent.desk(), made.promise.id, PromiseEnd::Kept).unwrap();
    let all = promise::of_account(sent.desk(), sent.accounts[0]).unwrap();
    assert_eq!(all[0].ended, Some(PromiseEnd::Kept));
}

#[test]
fn a_promise_is_on_an_act_or_an_item_of_its_own_account_and_is_taken_back_whole() {
    let sent = Sent::of(1);
    let report = acts(&sent, ActionKind::Intelligence);
    let on = PromiseOn::Action { action: report.id };
    let made = promised(&sent, on, day(&sent, 1)).unwrap();
    assert_eq!(section(&sent, "promises").unwrap().total, 1);
    account::undo::undo(sent.desk(), made.set).unwrap();
    assert_eq!(section(&sent, "promises"), None);
    let request = PromiseRequest {
        account: sent.accounts[1],
        on,
        who: "Desk 3".into(),
        what: "a report".into(),
        due: day(&sent, 1),
    };
    assert!(matches!(
        promise::promise(sent.desk(), &request),
        Err(Error::NotFound("action"))
    ));
    let other = PromiseRequest {
        on: PromiseOn::Referral {
            referral: sent.referral,
        },
        ..request
    };
    assert!(matches!(
        promise::promise(sent.desk(), &other),
        Err(Error::NotFound("item"))
    ));
}

#[test]
fn accounts_kept_apart_are_reminded_of_without_a_name_and_are_in_no_list_of_re_checks() {
    let sent = Sent::of(1);
    acts(&sent, ActionKind::Preservation);
    let on = PromiseOn::Referral {
        referral: sent.referral,
    };
    promised(&sent, on, day(&sent, 80)).unwrap();
    sent.wait(79 * DAY);
    assert_eq!(due::tally(sent.desk()).unwrap().overdue, 1);
    let request = SetRoleRequest {
        account: sent.accounts[0],
        role: PersonRole::Child,
        rests_on: Some(RestsOn::Fact),
        words: None,
    };
    account::role::set(sent.desk(), &request).unwrap();
    for key in ["preservation", "promises"] {
        let told = section(&sent, key).unwrap();
        assert_eq!((told.total, told.items[0].account), (1, None), "{key}");
        assert!(!told.items[0].label.contains("made_up"), "{key}");
    }
    assert_eq!(section(&sent, "rechecks"), None);
    let list = due::due(sent.desk(), true).unwrap();
    assert_eq!((list.rows.len(), list.kept_apart), (0, 1));
    assert_eq!(describe::counts(sent.desk()).unwrap().rechecks, 0);
    account::apart::open(sent.desk(), "To answer the family").unwrap();
    let told = section(&sent, "preservation").unwrap();
    assert_eq!(told.items[0].account, Some(sent.accounts[0]));
}

#[test]
fn no_answer_is_told_after_the_platforms_usual_time() {
    let sent = Sent::of(1);
    sent.wait(6 * DAY);
    assert_eq!(section(&sent, "no-answer"), None);
    sent.wait(2 * DAY);
    let told = section(&sent, "no-answer").unwrap();
    assert_eq!(told.items[0].referral, Some(sent.referral));
}
