//! The second review: blind, by somebody else, once, and changing nothing.

use crate::bench::{Bench, rule};
use breakwater_casework::second_review::{agreement, answer, blind, settle, shares, waiting};
use breakwater_casework::{Error, Session, account, case, review};
use breakwater_model::AccountId;
use breakwater_model::assessment::{
    AccountStatus, Answer, DecideRequest, Decision, NoActionReason,
};
use breakwater_model::case::{InviteRequest, Role};
use breakwater_model::list::{AccountScope, ListRequest};
use breakwater_model::role::{PersonRole, RestsOn, SetRoleRequest};
use breakwater_model::second_review::{
    SecondReviewDoneView, SecondReviewRequest, SecondReviewShares, SettleRequest,
};
use std::cell::Cell;
use tempfile::TempDir;

const FIRST: &str = "harbour lantern nine quiet gulls";
const SECOND: &str = "seven patient geese by a grey river";
const FILE: &str = "platform,handle,language,bio\n\
    tiktok,angli.one,sq,Nisje sonte\ntiktok,angli.two,sq,Nisje çdo ditë\ntiktok,boat.three,en,A boat\n";
const WHY: &str = "Offers a crossing for a price.";

/// A case of two officers, opened by one of them at a time.
struct Two {
    folder: TempDir,
    /// True while the first has it open.
    is_first: Cell<bool>,
}

impl Two {
    /// The first officer decided no action on the first account, refer on the second, nothing on the third.
    fn new() -> (Self, Session) {
        let bench = Bench::new();
        bench.import(FILE);
        all(&bench.session);
        let out = bench.folder.path().join("invitation");
        let guest = InviteRequest {
            name: "Guest".into(),
            number: "5501".into(),
            role: Role::Officer,
            recovery_key: None,
        };
        case::officer::invite(&bench.session, &guest, &out).unwrap();
        decide(
            &bench.session,
            of(&bench.session, "angli.one"),
            Decision::NoAction,
        );
        decide(
            &bench.session,
            of(&bench.session, "angli.two"),
            Decision::Refer,
        );
        let Bench { session, folder } = bench;
        session.lock().unwrap();
        let folders = breakwater_machine::Folders::under(folder.path());
        let host = breakwater_machine::host(&folders);
        let second = case::officer::join(&host, &folder.path().join("a.case"), &out, SECOND);
        let is_first = Cell::new(false);
        (Self { folder, is_first }, second.unwrap())
    }

    /// The case, opened by the other officer.
    fn turn(&self, from: Session) -> Session {
        from.lock().unwrap();
        let folders = breakwater_machine::Folders::under(self.folder.path());
        let host = breakwater_machine::host(&folders);
        self.is_first.set(!self.is_first.get());
        let passphrase = if self.is_first.get() { FIRST } else { SECOND };
        case::open::open(&host, &self.folder.path().join("a.case"), passphrase, None).unwrap()
    }
}

fn all(session: &Session) {
    let shares = SecondReviewShares {
        refer: 100,
        no_action: 100,
    };
    shares::set(session, shares).unwrap();
}

fn of(session: &Session, handle: &str) -> AccountId {
    let request = ListRequest {
        scope: AccountScope::All,
        limit: 50,
        ..ListRequest::default()
    };
    let rows = account::list::list(session, &request).unwrap().rows;
    let found = rows
        .iter()
        .find(|row| row.handle.as_deref() == Some(handle));
    found.unwrap().id
}

fn decide(session: &Session, account: AccountId, decision: Decision) {
    let answers = review::exclusions::exclusions()
        .into_iter()
        .map(|line| (line.name, Answer::No))
        .collect();
    let request = DecideRequest {
        account,
        decision,
        reason: WHY.into(),
        no_action_reason: Some(NoActionReason::News),
        answers,
        review_by: None,
        grading: None,
    };
    review::decide::decide(session, &request).unwrap();
}

fn say(
    session: &Session,
    account: AccountId,
    decision: Decision,
) -> Result<SecondReviewDoneView, Error> {
    let request = SecondReviewRequest {
        account,
        decision,
        reason: "Reads so to me.".into(),
        no_action_reason: Some(NoActionReason::NotAnOffer),
    };
    answer::answer(session, &request)
}

#[test]
fn decisions_wait_for_another_officer_and_never_for_whoever_made_them() {
    let (two, session) = Two::new();
    let list = waiting::list(&session).unwrap();
    let mut labels: Vec<&str> = list.rows.iter().map(|row| row.label.as_str()).collect();
    labels.sort_unstable();
    assert_eq!(labels, ["@angli.one", "@angli.two"]);
    assert_eq!(list.own, 0);
    let one = of(&session, "angli.one");
    let session = two.turn(session);
    let list = waiting::list(&session).unwrap();
    assert_eq!((list.rows.len(), list.own), (0, 2));
    assert_eq!(
        rule(say(&session, one, Decision::Refer)),
        "nobody-reviews-their-own-decision"
    );
    assert_eq!(
        rule(blind::blind(&session, one)),
        "nobody-reviews-their-own-decision"
    );
}

#[test]
fn what_is_shown_before_the_answer_has_no_band_score_decision_or_reason() {
    let (_two, session) = Two::new();
    let one = of(&session, "angli.one");
    let list = serde_json::to_value(waiting::list(&session).unwrap().rows).unwrap();
    let view = serde_json::to_value(blind::blind(&session, one).unwrap()).unwrap();
    let mut names = Vec::new();
    names_in(&list, &mut names);
    names_in(&view, &mut names);
    for hidden in [
        "status",
        "band",
        "score",
        "sum",
        "halves",
        "points",
        "weight",
        "indicators",
        "reasons",
        "decision",
        "reason",
        "assessments",
        "history",
        "actions",
        "notes",
        "tags",
        "assignee",
        "referral",
        "due",
        "draft",
        "grading",
    ] {
        assert!(!names.iter().any(|name| name == hidden), "{hidden}");
    }
    let text = format!("{list}{view}");
    assert!(text.contains("Nisje sonte"), "what was published is shown");
    for said in [
        "no-action",
        "\"refer\"",
        "News or reporting",
        WHY,
        "priority",
    ] {
        assert!(!text.contains(said), "{said}");
    }
}

/// Every name of every object.
fn names_in(value: &serde_json::Value, names: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                names.push(name.clone());
                names_in(value, names);
            }
        }
        serde_json::Value::Array(all) => all.iter().for_each(|one| names_in(one, names)),
        _ => {}
    }
}

#[test]
fn an_answer_shows_the_first_decision_changes_nothing_and_is_given_once() {
    let (_two, session) = Two::new();
    let one = of(&session, "angli.one");
    let done = say(&session, one, Decision::Refer).unwrap();
    assert!(!done.agrees);
    assert_eq!(done.first.decision, Decision::NoAction);
    assert!(done.first.reason.contains(WHY), "{:?}", done.first);
    assert_eq!(done.first.officer, "4417");
    let view = account::read::read(&session, one).unwrap();
    assert_eq!(
        view.status,
        AccountStatus::NoAction,
        "an answer decides nothing"
    );
    assert_eq!(view.assessments.len(), 1);
    assert!(
        view.history
            .iter()
            .any(|line| line.what.starts_with("Second review")),
        "{:?}",
        view.history
    );
    assert_eq!(
        rule(say(&session, one, Decision::NoAction)),
        "a-decision-is-reviewed-once"
    );
    assert_eq!(
        rule(blind::blind(&session, one)),
        "a-decision-is-reviewed-once"
    );
    let three = of(&session, "boat.three");
    assert_eq!(
        rule(say(&session, three, Decision::Refer)),
        "only-sampled-decisions-are-reviewed"
    );
    let two = of(&session, "angli.two");
    let bare = SecondReviewRequest {
        account: two,
        decision: Decision::Hold,
        reason: " ".into(),
        no_action_reason: None,
    };
    assert_eq!(
        rule(answer::answer(&session, &bare)),
        "a-second-review-has-a-reason"
    );
    let list = waiting::list(&session).unwrap();
    assert_eq!(list.rows.len(), 1);
}

#[test]
fn agreement_is_told_by_language_and_decision_with_kappa_and_how_few_there_are() {
    let (two, session) = Two::new();
    say(&session, of(&session, "angli.one"), Decision::Refer).unwrap();
    say(&session, of(&session, "angli.two"), Decision::Refer).unwrap();
    let told = agreement::agreement(&session).unwrap();
    let rows: Vec<_> = told
        .rows
        .iter()
        .map(|row| {
            (
                row.language_name.as_str(),
                row.decision,
                row.count.n,
                row.count.agreed,
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("Albanian", Decision::Refer, 1, 1),
            ("Albanian", Decision::NoAction, 1, 0)
        ]
    );
    assert!(told.rows.iter().all(|row| row.count.is_small));
    assert_eq!(told.kappas.len(), 2, "all together, and Albanian");
    assert_eq!(told.kappas[0].count.n, 2);
    assert_eq!(
        told.kappas[0].kappa,
        Some(0.0),
        "the second only ever said refer"
    );
    assert_eq!((told.not_blind, told.to_settle), (0, 1));
    assert!(told.small_below >= 30 && told.source.contains("kappa"));
    drop(two.turn(session));
}

#[test]
fn whoever_had_opened_the_account_after_the_decision_was_not_blind_and_is_counted_apart() {
    let (_two, session) = Two::new();
    let one = of(&session, "angli.one");
    account::consult::opened(&session, one).unwrap();
    say(&session, one, Decision::NoAction).unwrap();
    let told = agreement::agreement(&session).unwrap();
    assert_eq!((told.kappas[0].count.n, told.not_blind), (0, 1));
    assert_eq!(told.kappas[0].kappa, None);
}

#[test]
fn a_disagreement_is_on_today_of_the_first_officer_and_settled_by_them_not_by_the_second() {
    let (two, session) = Two::new();
    let one = of(&session, "angli.one");
    say(&session, one, Decision::Refer).unwrap();
    say(&session, of(&session, "angli.two"), Decision::NoAction).unwrap();
    let request = SettleRequest {
        account: one,
        words: "Talked it over: it is an advert.".into(),
    };
    let listed = settle::disagreements(&session).unwrap();
    assert_eq!(listed.len(), 2);
    assert!(!listed[0].can_settle);
    assert_eq!(
        rule(settle::settle(&session, &request)),
        "a-disagreement-is-settled-by-the-first-or-a-supervisor"
    );
    assert_eq!(
        section(&session, "disagreements"),
        None,
        "not the second officer's to settle"
    );
    let session = two.turn(session);
    assert_eq!(section(&session, "disagreements"), Some(2));
    settle::settle(&session, &request).unwrap();
    assert_eq!(section(&session, "disagreements"), Some(1));
    let second = of(&session, "angli.two");
    decide(&session, second, Decision::NoAction);
    assert_eq!(
        section(&session, "disagreements"),
        None,
        "another decision settles it too"
    );
    assert!(matches!(
        settle::settle(&session, &request),
        Err(Error::NotFound(_))
    ));
    let told = agreement::agreement(&session).unwrap();
    assert_eq!(
        told.kappas[0].count.n, 2,
        "what is settled still counts as it was said"
    );
}

/// How many a section of Today holds.
fn section(session: &Session, key: &str) -> Option<u32> {
    let today = review::today::today(session).unwrap();
    let found = today.sections.iter().find(|section| section.key == key);
    found.map(|section| section.total)
}

#[test]
fn what_waits_is_on_today_and_says_nothing_of_the_decision() {
    let (_two, session) = Two::new();
    assert_eq!(section(&session, "second-review"), Some(2));
    let today = review::today::today(&session).unwrap();
    let found = today
        .sections
        .iter()
        .find(|section| section.key == "second-review");
    for item in &found.unwrap().items {
        assert!(
            !item.why.contains("refer") && !item.why.contains("no action"),
            "{}",
            item.why
        );
    }
}

#[test]
fn a_reviewed_decision_is_not_taken_back_from_under_the_review() {
    let (two, session) = Two::new();
    let one = of(&session, "angli.one");
    say(&session, one, Decision::NoAction).unwrap();
    let session = two.turn(session);
    let view = account::read::read(&session, one).unwrap();
    let assessed = view
        .history
        .iter()
        .find(|line| line.kind == "assessed")
        .unwrap();
    assert_eq!(assessed.undo, None);
}

#[test]
fn victims_are_not_drawn_and_a_share_of_nothing_draws_nobody() {
    let (two, session) = Two::new();
    let request = SetRoleRequest {
        account: of(&session, "angli.one"),
        role: PersonRole::Victim,
        rests_on: Some(RestsOn::Opinion),
        words: None,
    };
    account::role::set(&session, &request).unwrap();
    let labels = |session: &Session| -> Vec<String> {
        let list = waiting::list(session).unwrap();
        list.rows.into_iter().map(|row| row.label).collect()
    };
    assert_eq!(labels(&session), ["@angli.two"]);
    let none = SecondReviewShares {
        refer: 0,
        no_action: 100,
    };
    shares::set(&session, none).unwrap();
    assert_eq!(labels(&session), [] as [String; 0]);
    let above = SecondReviewShares {
        refer: 101,
        no_action: 0,
    };
    assert!(matches!(
        shares::set(&session, above),
        Err(Error::Invalid(_))
    ));
    drop(two.turn(session));
}
