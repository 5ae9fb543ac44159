//! A short link is kept for what it is, and becomes what it led to once somebody says so.

use crate::bench::{Bench, rule};
use breakwater_casework::exchange::export;
use breakwater_casework::{Quiet, account, paste};
use breakwater_model::assessment::Decision;
use breakwater_model::import::{ImportRequest, ImportWarning, RowFate};
use breakwater_model::list::{AccountScope, ListRequest};
use breakwater_model::paste::LinkGroup;
use breakwater_model::platform::Unit;

const LINKS: &str = "url,notes\nhttps://t.co/MadeUp1,seen on a phone\nhttps://vm.tiktok.com/ZMmadeup1/,again\n\
    https://vm.tiktok.com/ZMmadeup1/,again\n";

fn units(bench: &Bench) -> Vec<(Unit, String, String)> {
    let rows = bench.accounts().into_iter();
    rows.map(|row| (row.unit, row.platform.0, row.label))
        .collect()
}

#[test]
fn a_short_link_is_kept_unresolved_until_its_address_is_imported_beside_it() {
    let bench = Bench::new();
    let preview = bench.preview(LINKS).view();
    assert_eq!((preview.counts.created, preview.counts.merged), (2, 1));
    assert_eq!(preview.warnings[0].kind, ImportWarning::ShortLinks);
    bench.import(LINKS);
    let kept = [
        (
            Unit::ShortLink,
            "x".to_owned(),
            "https://t.co/MadeUp1".to_owned(),
        ),
        (
            Unit::ShortLink,
            "tiktok".to_owned(),
            "https://vm.tiktok.com/ZMmadeup1".to_owned(),
        ),
    ];
    assert_eq!(units(&bench), kept);
    let look = |text: &str| paste::look_up(&bench.session, text).unwrap().remove(0);
    let pasted = look("https://t.co/MadeUp1");
    assert_eq!((pasted.group, pasted.known), (LinkGroup::ShortLink, true));
    let second = bench.accounts()[1].id;
    bench.decide(second, Decision::Refer);
    assert_eq!(rule(bench.draft(second)), "unresolved-short-link");

    let led = "platform,url,handle\ntiktok,https://t.co/MadeUp1,led.here\ntiktok,https://t.co/MadeUp1,led.elsewhere\n";
    let batch = bench.import(led);
    assert_eq!(
        (batch.counts.updated, batch.counts.created),
        (1, 1),
        "a link leads to one account"
    );
    let first = bench.accounts()[0].clone();
    assert_eq!(
        (first.unit, first.platform.0.as_str()),
        (Unit::Account, "tiktok")
    );
    assert_eq!(first.handle.as_deref(), Some("led.here"));
    let pasted = look("https://t.co/MadeUp1");
    assert_eq!(
        (pasted.group, pasted.account),
        (LinkGroup::Known, Some(first.id))
    );
    assert_eq!(
        bench.import(LINKS).counts.unchanged,
        2,
        "the old file says nothing new"
    );
    account::undo::undo_import(&bench.session, batch.batch.unwrap(), "wrong", &Quiet).unwrap();
    assert_eq!(units(&bench), kept);
}

#[test]
fn our_own_export_of_what_the_case_holds_says_nothing_new() {
    let bench = Bench::new();
    bench.import(LINKS);
    bench.import(
        "platform,handle,platform_id,first seen,url\n\
         tiktok,alpha,7312004599172001,2026-01-10,\ntiktok,beta,7312004599172001,2026-03-10,\n\
         tiktok,alpha,7312004599172002,2026-04-10,\nfacebook,Arben.Rruga,,,https://www.facebook.com/Arben.Rruga\n\
         youtube,gamma,,2026-02,\n",
    );
    for typed in [
        "arben.rruga",
        "arbenrruga",
        "handle:ArbenRruga",
        "-handle:alpha -handle:gamma unit:account",
    ] {
        let request = ListRequest {
            scope: AccountScope::All,
            search: typed.into(),
            limit: 10,
            ..ListRequest::default()
        };
        let found = account::list::list(&bench.session, &request).unwrap();
        assert_eq!(found.total, 1, "dots do not count there: {typed}");
    }
    let out = bench.folder.path().join("export.csv");
    export::export(&bench.session, &Bench::request(), &out, &Quiet).unwrap();
    let preview = breakwater_casework::exchange::import::preview(
        &bench.session,
        &out,
        &ImportRequest::default(),
        &Quiet,
    )
    .unwrap();
    let counts = preview.view().counts;
    let told = preview
        .rows(&bench.session, Some(RowFate::Updated), (0, 10), &Quiet)
        .unwrap();
    assert_eq!((counts.read, counts.unchanged), (6, 6), "{:?}", told.rows);
}

#[test]
fn accounts_of_one_handle_are_told_of_each_other() {
    let bench = Bench::new();
    bench.import(
        "platform,handle,platform_id,first seen\n\
         tiktok,alpha,7312004599172001,2026-01-10\ntiktok,beta,7312004599172001,2026-03-10\n\
         tiktok,alpha,7312004599172002,2026-04-10\n",
    );
    let told = |at: usize| {
        let view = account::read::read(&bench.session, bench.accounts()[at].id).unwrap();
        let others = view.same_handle.into_iter();
        others
            .map(|other| (other.label, other.words))
            .collect::<Vec<_>>()
    };
    let words = "same handle, other owner".to_owned();
    assert_eq!(told(0), [("@alpha".to_owned(), words.clone())]);
    assert_eq!(told(1), [("@beta".to_owned(), words)]);
    let pasted = paste::look_up(&bench.session, "https://www.tiktok.com/@alpha").unwrap();
    assert!(
        pasted[0]
            .warnings
            .iter()
            .any(|one| one.what.contains("@beta (same handle, other owner)"))
    );
}
