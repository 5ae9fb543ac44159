//! Safeguarding acts end with an answer; whom to tell is the unit's own list.

use crate::bench::Bench;
use breakwater_casework::review::{act, duty, today};
use breakwater_model::assessment::{ActRequest, ActionKind, AnswerActionRequest, SafeguardingKind};
use breakwater_model::duty::{ContactStanding, DutyContactRequest};
use breakwater_model::today::TodayItem;
use breakwater_model::{AccountId, Instant};

const FILE: &str = "platform,handle\ntiktok,one\ntiktok,two\n";

fn tell(bench: &Bench, account: AccountId, told: &str, at: Option<Instant>) {
    let request = ActRequest {
        account,
        action: ActionKind::Safeguarding,
        kind: SafeguardingKind::LifeAtSea,
        told: told.into(),
        by: Some("telephone, 999".into()),
        reference: Some("CG 1148".into()),
        known: Some("Leaves tonight, forty people".into()),
        grading: None,
        at,
    };
    act::act(&bench.session, &request).unwrap();
}

fn waiting(bench: &Bench) -> Vec<TodayItem> {
    let today = today::today(&bench.session).unwrap();
    let found = today
        .sections
        .into_iter()
        .find(|one| one.key == "safeguarding");
    found.map(|section| section.items).unwrap_or_default()
}

#[test]
fn an_act_stands_on_top_of_today_until_it_is_answered() {
    let bench = Bench::new();
    bench.import(FILE);
    let account = bench.one();
    let now = bench.session.host().now();
    tell(&bench, account, "Desk 3", None);
    tell(
        &bench,
        account,
        "HM Coastguard",
        Some(now.plus_ms(-3_600_000)),
    );
    let today = today::today(&bench.session).unwrap();
    assert_eq!(today.sections[0].key, "safeguarding");
    let open = waiting(&bench);
    let told: Vec<_> = open.iter().map(|item| item.act.as_ref().unwrap()).collect();
    assert_eq!(told[0].told, "HM Coastguard", "told longest ago first");
    assert_eq!(told[0].at, now.plus_ms(-3_600_000));
    assert_eq!(
        told[0].known.as_deref(),
        Some("Leaves tonight, forty people")
    );
    assert_eq!(told[1].told, "Desk 3", "each act is an item of its own");
    let answer = AnswerActionRequest {
        action: told[0].id,
        answer: "Boat found, all ashore".into(),
        at: None,
    };
    let done = act::answer(&bench.session, &answer).unwrap();
    assert_eq!(done.answer.as_deref(), Some("Boat found, all ashore"));
    assert!(done.answered_at.is_some());
    assert_eq!(waiting(&bench).len(), 1);
    let empty = AnswerActionRequest {
        answer: " ".into(),
        ..answer
    };
    assert!(act::answer(&bench.session, &empty).is_err());
}

fn request(name: &str) -> DutyContactRequest {
    DutyContactRequest {
        code: None,
        kinds: vec![SafeguardingKind::Hostage, SafeguardingKind::Hostage],
        name: name.into(),
        how: "telephone".into(),
        number: "+44 7700 900123".into(),
        note: String::new(),
        review_by: None,
    }
}

#[test]
fn the_list_comes_with_the_program_until_the_unit_changes_it() {
    let bench = Bench::new();
    let own = duty::contacts(&bench.session).unwrap();
    assert!(
        own.iter()
            .all(|one| one.standing != ContactStanding::Confirmed)
    );
    assert!(own.iter().any(|one| one.number == "999"));
    let changed = duty::put(&bench.session, &request("Control room")).unwrap();
    assert_eq!(changed.len(), own.len() + 1);
    let added = changed.last().unwrap();
    assert_eq!(added.standing, ContactStanding::Confirmed);
    assert_eq!(added.kinds, [SafeguardingKind::Hostage]);
    assert!(!added.is_overdue && added.review_by > added.date);
    let again = DutyContactRequest {
        code: Some(own[0].code.clone()),
        review_by: Some("2999-01-31".into()),
        ..request("Coastguard, our liaison")
    };
    let changed = duty::put(&bench.session, &again).unwrap();
    assert_eq!(changed[0].name, "Coastguard, our liaison");
    assert_eq!(changed[0].review_by, "2999-01-31");
    let left = duty::remove(&bench.session, &own[1].code).unwrap();
    assert!(left.iter().all(|one| one.code != own[1].code));
    assert_eq!(duty::contacts(&bench.session).unwrap(), left);
}

#[test]
fn a_contact_without_what_it_takes_is_refused_and_changes_nothing() {
    let bench = Bench::new();
    let before = duty::contacts(&bench.session).unwrap();
    let nobody = request(" ");
    let no_kind = DutyContactRequest {
        kinds: vec![],
        ..request("Control room")
    };
    let passed = DutyContactRequest {
        review_by: Some("2001-01-31".into()),
        ..request("Control room")
    };
    let no_day = DutyContactRequest {
        review_by: Some("soon".into()),
        ..request("Control room")
    };
    let unknown = DutyContactRequest {
        code: Some("nobody".into()),
        ..request("Control room")
    };
    for bad in [nobody, no_kind, passed, no_day, unknown] {
        assert!(duty::put(&bench.session, &bad).is_err(), "{bad:?}");
    }
    assert!(duty::remove(&bench.session, "nobody").is_err());
    assert_eq!(duty::contacts(&bench.session).unwrap(), before);
}
