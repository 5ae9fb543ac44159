//! Saved views, completion and marks, as the window asks for them.

use crate::bench::Bench;
use breakwater_casework::Quiet;
use breakwater_casework::account::{list, note, search, undo};
use breakwater_casework::view::saved;
use breakwater_model::account::NoteRequest;
use breakwater_model::assessment::Decision;
use breakwater_model::list::{AccountScope, ListRequest};
use breakwater_model::search::{SavedViewRequest, TextKind};

const FILE: &str = "platform,handle,display name,bio,language
tiktok,boat_one,Boat One,Boat to England tonight,en
tiktok,boat_two,,varkë për në Angli,sq
instagram,visa_three,,visa and tickets,en
";

fn view(name: &str, words: &str, scope: AccountScope) -> SavedViewRequest {
    SavedViewRequest {
        name: name.into(),
        list: ListRequest {
            scope,
            search: words.into(),
            offset: 70,
            limit: 50,
            ..ListRequest::default()
        },
    }
}

/// Every view's count is what its opened list says.
#[track_caller]
fn check_counts(bench: &Bench, expected: &[Option<u32>]) {
    let views = saved::all(&bench.session).unwrap();
    let counts: Vec<_> = views.iter().map(|view| view.count).collect();
    assert_eq!(counts, expected);
    for view in views {
        let opened = list::list(&bench.session, &view.list).unwrap();
        assert_eq!(view.count.unwrap_or(0), opened.total, "{}", view.name);
    }
}

#[test]
fn counts_of_views_are_right_after_every_write() {
    let bench = Bench::new();
    bench.import(FILE);
    let views = vec![
        view("Boats", "boat", AccountScope::All),
        view("English, to review", "lang:en", AccountScope::ToReview),
        view("Noted", "has:note text:visa", AccountScope::All),
        view("Anything said", "ticket*", AccountScope::All),
    ];
    saved::keep(&bench.session, views).unwrap();
    check_counts(&bench, &[Some(2), Some(2), Some(0), Some(1)]);
    let of = |handle: &str| {
        let rows = bench.accounts();
        let row = rows
            .into_iter()
            .find(|row| row.handle.as_deref() == Some(handle));
        row.unwrap().id
    };
    let request = NoteRequest {
        account: of("visa_three"),
        text: "speaks of a boat".into(),
    };
    note::note(&bench.session, &request).unwrap();
    check_counts(&bench, &[Some(3), Some(2), Some(1), Some(1)]);
    bench.decide(of("boat_one"), Decision::NoAction);
    check_counts(&bench, &[Some(3), Some(1), Some(1), Some(1)]);
    let batch = bench.batch("platform,handle,bio\ntiktok,four,another boat with tickets\n");
    check_counts(&bench, &[Some(4), Some(2), Some(1), Some(2)]);
    undo::undo_import(&bench.session, batch, "the wrong file", &Quiet).unwrap();
    check_counts(&bench, &[Some(3), Some(1), Some(1), Some(1)]);
}

#[test]
fn a_view_has_a_name_of_its_own_and_no_window() {
    let bench = Bench::new();
    let keep = |views| saved::keep(&bench.session, views);
    let boats = || view(" Boats ", "boat", AccountScope::All);
    assert!(keep(vec![boats(), view("BOATS", "", AccountScope::All)]).is_err());
    assert!(keep(vec![view(" ", "", AccountScope::All)]).is_err());
    assert!(keep(vec![view(&"x".repeat(61), "", AccountScope::All)]).is_err());
    assert_eq!(saved::all(&bench.session).unwrap(), []);
    keep(vec![boats()]).unwrap();
    let kept = saved::all(&bench.session).unwrap();
    assert_eq!((kept[0].name.as_str(), kept[0].list.offset), ("Boats", 0));
    keep(vec![view("Odd", "plattform:x", AccountScope::All)]).unwrap();
    assert_eq!(saved::all(&bench.session).unwrap()[0].count, None);
}

#[test]
fn filters_and_the_values_the_case_has_are_offered() {
    let bench = Bench::new();
    bench.import(FILE);
    let offered = |text: &str| {
        let cursor = u32::try_from(text.chars().count()).unwrap();
        let all = search::complete(&bench.session, text, cursor).unwrap();
        all.into_iter().map(|one| one.label).collect::<Vec<_>>()
    };
    assert_eq!(offered("boat pl"), ["platform:"]);
    assert_eq!(offered("platform:"), ["instagram", "tiktok"]);
    assert_eq!(offered("platform:Ti"), ["tiktok"]);
    assert_eq!(offered("lang:alb"), ["sq"]);
    assert_eq!(offered("status:no"), ["no-action"]);
}

#[test]
fn an_opened_account_is_marked_where_the_search_found_it() {
    let bench = Bench::new();
    bench.import(FILE);
    let rows = list::list(
        &bench.session,
        &ListRequest {
            search: "varke".into(),
            limit: 5,
            ..ListRequest::default()
        },
    )
    .unwrap()
    .rows;
    assert_eq!(rows.len(), 1);
    let marked = |words: &str| {
        let found = search::marks(&bench.session, rows[0].id, words).unwrap();
        let of = |kind| {
            let one = found.iter().find(|one| one.kind == kind);
            one.map(|one| (one.marks[0].start, one.marks[0].end))
        };
        (of(TextKind::Label), of(TextKind::Bio))
    };
    assert_eq!(marked("varke angli"), (None, Some((0, 5))));
    assert_eq!(marked("boat"), (Some((1, 5)), None));
    assert_eq!(marked("platform:tiktok"), (None, None));
    assert_eq!(marked("plattform:x"), (None, None));
}
