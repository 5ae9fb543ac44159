//! Warnings of whoever saw it first, and what an officer opened today: theirs alone.

use crate::bench::Bench;
use breakwater_casework::evidence::{attach, show, tag};
use breakwater_casework::exchange::export;
use breakwater_casework::screen::care;
use breakwater_casework::{Quiet, account};
use breakwater_model::AccountId;
use breakwater_model::audit::AuditRequest;
use breakwater_model::care::BreakRule;
use breakwater_model::evidence::WarningTag;
use breakwater_model::list::{AccountScope, ListRequest};

const FILE: &str = "platform,handle\ntiktok,one\ntiktok,two\ntiktok,three\n";

fn id(bench: &Bench, handle: &str) -> AccountId {
    let mut rows = bench.accounts().into_iter();
    rows.find(|row| row.handle.as_deref() == Some(handle))
        .unwrap()
        .id
}

fn warn(bench: &Bench, handle: &str, warnings: &[WarningTag]) {
    account::warn::warn(&bench.session, id(bench, handle), warnings).unwrap();
}

fn handles(bench: &Bench, without: &[WarningTag]) -> Vec<String> {
    let request = ListRequest {
        scope: AccountScope::ToReview,
        without: without.to_vec(),
        limit: 50,
        ..ListRequest::default()
    };
    let rows = account::list::list(&bench.session, &request).unwrap().rows;
    rows.into_iter().filter_map(|row| row.handle).collect()
}

#[test]
fn an_account_warns_of_what_whoever_saw_it_first_said() {
    let bench = Bench::new();
    bench.import(FILE);
    warn(&bench, "one", &[WarningTag::Body]);
    warn(&bench, "one", &[WarningTag::Body, WarningTag::Child]);
    let view = account::read::read(&bench.session, id(&bench, "one")).unwrap();
    let told: Vec<_> = view
        .warned
        .iter()
        .map(|one| (one.tag, one.officer.as_str()))
        .collect();
    assert_eq!(
        told,
        [(WarningTag::Body, "4417"), (WarningTag::Child, "4417")]
    );
    let rows = bench.accounts();
    let row = rows
        .iter()
        .find(|row| row.handle.as_deref() == Some("one"))
        .unwrap();
    assert_eq!(row.warnings, [WarningTag::Child, WarningTag::Body]);
    warn(&bench, "one", &[]);
    assert!(bench.accounts().iter().all(|row| row.warnings.is_empty()));
}

#[test]
fn the_queue_leaves_out_what_it_is_asked_to_and_counts_it() {
    let bench = Bench::new();
    bench.import(FILE);
    warn(&bench, "one", &[WarningTag::Violence]);
    let file = bench.file("a.txt", "words");
    let request = attach::Attach {
        account: id(&bench, "two"),
        files: vec![file],
        source_url: None,
        captured_at: None,
        method: None,
        warnings: vec![WarningTag::Sound],
    };
    let made = attach::attach(&bench.session, &request, &Quiet, &mut |_| {}).unwrap();
    assert_eq!(handles(&bench, &[]).len(), 3);
    assert_eq!(handles(&bench, &[WarningTag::Violence]), ["two", "three"]);
    assert_eq!(
        handles(&bench, &[WarningTag::Violence, WarningTag::Sound]),
        ["three"]
    );
    let filters = account::list::filters(&bench.session).unwrap();
    let counts: Vec<_> = filters
        .warnings
        .iter()
        .map(|one| (one.tag, one.accounts))
        .collect();
    assert_eq!(counts, [(WarningTag::Violence, 1), (WarningTag::Sound, 1)]);
    let exhibit = made[0].exhibit.as_ref().unwrap().id;
    tag::tag(&bench.session, exhibit, &[]).unwrap();
    assert_eq!(handles(&bench, &[WarningTag::Sound]).len(), 3);
}

#[test]
fn warnings_of_an_account_are_taken_back_by_one_press() {
    let bench = Bench::new();
    bench.import(FILE);
    warn(&bench, "one", &[WarningTag::Body]);
    let done =
        account::warn::warn(&bench.session, id(&bench, "one"), &[WarningTag::Child]).unwrap();
    account::undo::undo(&bench.session, done.set).unwrap();
    let view = account::read::read(&bench.session, id(&bench, "one")).unwrap();
    let tags: Vec<_> = view.warned.iter().map(|one| one.tag).collect();
    assert_eq!(tags, [WarningTag::Body]);
}

#[test]
fn what_an_officer_opened_is_counted_for_them_and_stands_nowhere_else() {
    let bench = Bench::new();
    bench.import(FILE);
    warn(&bench, "one", &[WarningTag::Body]);
    let file = bench.file("a.txt", "words");
    let request = attach::Attach {
        account: id(&bench, "two"),
        files: vec![file],
        source_url: None,
        captured_at: None,
        method: None,
        warnings: vec![WarningTag::Sound],
    };
    let made = attach::attach(&bench.session, &request, &Quiet, &mut |_| {}).unwrap();
    let exhibit = made[0].exhibit.as_ref().unwrap().id;
    assert_eq!(care::care(&bench.session).unwrap().opened_today, 0);
    account::consult::opened(&bench.session, id(&bench, "one")).unwrap();
    account::consult::opened(&bench.session, id(&bench, "three")).unwrap();
    show::view(&bench.session, exhibit).unwrap();
    show::view(&bench.session, exhibit).unwrap();
    let day = care::care(&bench.session).unwrap();
    assert_eq!(
        (day.opened_today, day.since_break),
        (2, 2),
        "each item once"
    );
    let log = AuditRequest {
        operation: None,
        offset: 0,
        limit: 500,
    };
    let log = breakwater_casework::audit::entries::list(&bench.session, &log).unwrap();
    let told = serde_json::to_string(&log.rows).unwrap();
    assert!(!told.contains("care") && !told.contains("break"), "{told}");
    let out = bench.folder.path().join("all.csv");
    export::export(&bench.session, &Bench::request(), &out, &Quiet).unwrap();
    let leaves = std::fs::read_to_string(out).unwrap();
    assert!(!leaves.contains("care"));
    let rested = care::rest(&bench.session).unwrap();
    assert_eq!((rested.opened_today, rested.since_break), (2, 0));
}

#[test]
fn the_units_rule_takes_the_place_of_the_programs() {
    let bench = Bench::new();
    bench.import(FILE);
    let own = care::rule(&bench.session).unwrap();
    assert!(!own.is_of_unit && own.source.contains("nibusinessinfo"));
    let rule = BreakRule {
        items: 1,
        minutes: 30,
        pause_minutes: 5,
        contact: " Welfare desk, extension 12 ".into(),
    };
    let set = care::set_rule(&bench.session, &rule).unwrap();
    assert!(set.is_of_unit);
    assert_eq!(set.rule.contact, "Welfare desk, extension 12");
    warn(&bench, "one", &[WarningTag::Body]);
    account::consult::opened(&bench.session, id(&bench, "one")).unwrap();
    assert!(care::care(&bench.session).unwrap().is_break_due);
    for bad in [
        BreakRule {
            items: 0,
            ..rule.clone()
        },
        BreakRule {
            minutes: 1,
            ..rule.clone()
        },
        BreakRule {
            pause_minutes: 0,
            ..rule
        },
    ] {
        assert!(care::set_rule(&bench.session, &bad).is_err(), "{bad:?}");
    }
}
