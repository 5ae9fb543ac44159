//! Grading is asked where intelligence leaves whoever has it, and nowhere else.

use crate::bench::{Bench, rule};
use breakwater_casework::exchange::export;
use breakwater_casework::{Error, Quiet, account, review};
use breakwater_model::assessment::{ActRequest, ActionKind, Decision, SafeguardingKind};
use breakwater_model::exchange::{ExportRequest, ExportView};

const FILE: &str = "platform,handle,bio\ntiktok,angli.one,Nisje\ntiktok,angli.two,Nisje\n";

fn report(bench: &Bench, action: ActionKind, grading: Option<&str>) -> Result<(), Error> {
    let request = ActRequest {
        account: of(bench, "angli.one"),
        action,
        kind: SafeguardingKind::Other,
        told: "Desk 3".into(),
        by: None,
        reference: None,
        known: Some("A number and a time".into()),
        at: None,
        grading: grading.map(str::to_owned),
    };
    review::act::act(&bench.session, &request).map(drop)
}

fn of(bench: &Bench, handle: &str) -> breakwater_model::AccountId {
    let rows = bench.accounts();
    let found = rows
        .iter()
        .find(|row| row.handle.as_deref() == Some(handle));
    found.unwrap().id
}

fn out(bench: &Bench, name: &str, request: &ExportRequest) -> Result<(ExportView, String), Error> {
    let file = bench.folder.path().join(name);
    let view = export::export(&bench.session, request, &file, &Quiet)?;
    Ok((view, std::fs::read_to_string(file).unwrap()))
}

fn request(grading: Option<&str>, keeps_grading: bool) -> ExportRequest {
    ExportRequest {
        columns: vec!["handle".into(), "breakwater_grading".into()],
        grading: grading.map(str::to_owned),
        keeps_grading,
        ..Bench::request()
    }
}

#[test]
fn an_intelligence_report_is_graded_and_nothing_else_is() {
    let bench = Bench::new();
    bench.import(FILE);
    let intelligence = ActionKind::Intelligence;
    assert_eq!(
        rule(report(&bench, intelligence, None)),
        "an-intelligence-report-is-graded"
    );
    assert_eq!(
        rule(report(&bench, intelligence, Some("  "))),
        "an-intelligence-report-is-graded"
    );
    for wrong in ["4BP", "2FP", "2BX", "2B", "B2P"] {
        let refused = report(&bench, intelligence, Some(wrong));
        assert!(matches!(refused, Err(Error::Invalid(_))), "{wrong}");
    }
    report(&bench, intelligence, Some("2bp")).unwrap();
    let view = account::read::read(&bench.session, of(&bench, "angli.one")).unwrap();
    assert_eq!(view.actions[0].grading.as_deref(), Some("2BP"));
    for other in [ActionKind::Safeguarding, ActionKind::Preservation] {
        report(&bench, other, None).unwrap();
        assert!(matches!(
            report(&bench, other, Some("2BP")),
            Err(Error::Invalid(_))
        ));
    }
}

#[test]
fn a_decision_asks_for_no_grading() {
    let bench = Bench::new();
    bench.import(FILE);
    bench.decide(of(&bench, "angli.one"), Decision::Refer);
    let view = account::read::read(&bench.session, of(&bench, "angli.one")).unwrap();
    assert_eq!(view.assessments[0].grading, None);
}

#[test]
fn an_export_tells_who_has_no_grading_and_gives_them_one_in_the_file_only() {
    let bench = Bench::new();
    bench.import(FILE);
    report(&bench, ActionKind::Intelligence, Some("1AP")).unwrap();
    let ahead = export::ahead(&bench.session, &Bench::request()).unwrap();
    assert_eq!((ahead.accounts, ahead.ungraded), (2, 1));
    let (view, text) = out(&bench, "bare.csv", &request(None, false)).unwrap();
    assert_eq!(view.ungraded, 1);
    assert!(
        text.contains("angli.one,1AP") && text.contains("angli.two,\r\n"),
        "{text}"
    );
    let (view, text) = out(&bench, "given.csv", &request(Some("3DC"), false)).unwrap();
    assert_eq!(view.ungraded, 1);
    assert!(
        text.contains("angli.one,1AP") && text.contains("angli.two,3DC"),
        "{text}"
    );
    let told = &bench.entries("accounts-exported")[0];
    assert!(
        told.texts
            .iter()
            .any(|text| text.name == "grading" && text.value == "3DC")
    );
    assert_eq!(
        bench.entries("accounts-graded").len(),
        0,
        "not a fact of the accounts"
    );
    let ahead = export::ahead(&bench.session, &Bench::request()).unwrap();
    assert_eq!(ahead.ungraded, 1);
}

#[test]
fn a_grading_is_kept_with_the_accounts_only_where_that_is_chosen_and_can_be_taken_back() {
    let bench = Bench::new();
    bench.import(FILE);
    report(&bench, ActionKind::Intelligence, Some("1AP")).unwrap();
    out(&bench, "kept.csv", &request(Some("3DC"), true)).unwrap();
    let ungraded = || {
        export::ahead(&bench.session, &Bench::request())
            .unwrap()
            .ungraded
    };
    assert_eq!(ungraded(), 0);
    let entry = &bench.entries("accounts-graded")[0];
    assert_eq!(entry.subjects, [of(&bench, "angli.two").to_string()]);
    let (_, text) = out(&bench, "again.csv", &request(Some("2BP"), false)).unwrap();
    assert!(
        text.contains("angli.two,3DC"),
        "what is known is not written over: {text}"
    );
    account::undo::undo(&bench.session, bench.set_of("accounts-graded")).unwrap();
    assert_eq!(ungraded(), 1);
}

#[test]
fn a_grading_that_is_none_or_has_no_column_leaves_no_file() {
    let bench = Bench::new();
    bench.import(FILE);
    let no_column = ExportRequest {
        columns: vec!["handle".into()],
        ..request(Some("2BP"), false)
    };
    for wrong in [request(Some("9ZP"), false), request(None, true), no_column] {
        let refused = out(&bench, "none.csv", &wrong);
        assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
        assert!(!bench.folder.path().join("none.csv").exists());
    }
    assert_eq!(bench.entries("accounts-exported").len(), 0);
}
