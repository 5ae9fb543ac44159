//! The unit's own platform directory: versions, files, what rules read of it.

use crate::bench::Bench;
use crate::sent::Sent;
use breakwater_casework::{Error, directory, referral};
use breakwater_model::assessment::Decision;
use breakwater_model::directory::{
    ChannelChange, ChannelDiffKind, ChannelView, DirectoryChangeRequest, DirectoryView,
};
use breakwater_model::link::OfferStands;
use breakwater_model::referral::ReferralView;
use std::fs;

fn of(view: &DirectoryView, platform: &str, channel: &str) -> ChannelView {
    let mut lines = view.channels.iter().map(|line| &line.channel);
    let found = lines.find(|one| one.platform == platform && one.channel == channel);
    found.unwrap().clone()
}

fn change(
    session: &breakwater_casework::Session,
    version: &str,
    edit: impl FnOnce(&mut ChannelView),
) -> Result<String, Error> {
    let view = directory::view(session).unwrap();
    let mut after = of(&view, "tiktok", "action-plan");
    edit(&mut after);
    let before = Some(("tiktok".to_owned(), "action-plan".to_owned()));
    let changes = vec![ChannelChange {
        before,
        after: Some(after),
    }];
    let request = DirectoryChangeRequest {
        version: version.to_owned(),
        changes,
    };
    directory::change(session, &request)
}

fn draft() -> (Bench, ReferralView) {
    let bench = Bench::new();
    bench.import("platform,handle,bio\ntiktok,made_up,gomone every night\n");
    let account = bench.one();
    bench.decide(account, Decision::Refer);
    let view = bench.draft(account).unwrap();
    (bench, view)
}

fn missing(bench: &Bench, view: &ReferralView) -> Vec<String> {
    let view = referral::read::read(&bench.session, view.id).unwrap();
    let asked = view.requirements.into_iter();
    asked
        .filter(|one| !one.is_met && one.name.starts_with("channel."))
        .map(|one| one.name)
        .collect()
}

#[test]
fn a_draft_is_held_against_the_channel_of_the_cases_own_version() {
    let (bench, view) = draft();
    let came = directory::view(&bench.session).unwrap();
    assert!(!came.is_own);
    assert_eq!(missing(&bench, &view), [""; 0]);
    let edit = |one: &mut ChannelView| one.needs = "badge;exhibit".into();
    let version = change(&bench.session, &came.version, edit).unwrap();
    assert_eq!(
        missing(&bench, &view),
        ["channel.officer_badge", "channel.item.1.exhibits"]
    );
    let told = directory::of_draft(&bench.session, view.id).unwrap();
    assert_eq!(told.version, version);
    assert_eq!(told.line.unwrap().channel.needs, "badge;exhibit");
    assert!(directory::reset(&bench.session).unwrap());
    assert!(!directory::reset(&bench.session).unwrap());
    assert_eq!(missing(&bench, &view), [""; 0]);
}

#[test]
fn more_items_than_a_channel_takes_at_once_are_not_ready() {
    let bench = Bench::new();
    let bio = "boats, WhatsApp +44 7700 900123, t.me/made_up_boats";
    bench.import(&format!(
        "platform,handle,bio\ntiktok,one,\"{bio}\"\ntiktok,two,\"{bio}\"\n"
    ));
    let accounts: Vec<_> = bench.accounts().into_iter().map(|row| row.id).collect();
    for account in &accounts {
        bench.decide(*account, Decision::Refer);
    }
    let view = bench.draft(accounts[0]).unwrap();
    let offers = referral::linked::linked(&bench.session, view.id).unwrap();
    assert_eq!(offers.len(), 1);
    assert_eq!(offers[0].link.account.id, accounts[1]);
    assert_eq!(
        (offers[0].stands, &offers[0].items),
        (OfferStands::Refer, &vec![1])
    );
    let came = directory::view(&bench.session).unwrap().version;
    change(&bench.session, &came, |one| one.most_items = Some(1)).unwrap();
    assert_eq!(missing(&bench, &view), [""; 0]);
    let request = breakwater_model::referral::DraftReferralRequest {
        platform: breakwater_model::platform::Platform("tiktok".into()),
        accounts,
        policy: None,
        law: None,
        route: None,
        summary: None,
        seen_live: None,
    };
    referral::discard::discard(&bench.session, view.id, "made again").unwrap();
    let two = referral::draft::draft(&bench.session, &request).unwrap();
    assert_eq!(missing(&bench, &two), ["channel.most_items"]);
    assert_eq!(
        referral::linked::linked(&bench.session, two.id).unwrap(),
        []
    );
    referral::discard::discard(&bench.session, two.id, "split").unwrap();
    let parts = referral::split::drafts(&bench.session, &request).unwrap();
    assert_eq!(parts.len(), 2);
    assert!(
        parts
            .iter()
            .all(|part| part.items.len() == 1 && missing(&bench, part).is_empty())
    );
}

#[test]
fn a_change_is_one_version_made_on_what_stands_and_no_version_is_given_twice() {
    let (bench, _) = draft();
    let came = directory::view(&bench.session).unwrap().version;
    let first = change(&bench.session, &came, |one| one.most_items = Some(5)).unwrap();
    let error = change(&bench.session, &came, |one| one.most_items = Some(6)).unwrap_err();
    assert!(
        matches!(
            error,
            Error::Refused {
                rule: "directory-as-it-was-read",
                ..
            }
        ),
        "{error}"
    );
    let bad = change(&bench.session, &first, |one| one.language = String::new()).unwrap_err();
    assert!(bad.to_string().contains("language is empty"), "{bad}");
    let same = change(&bench.session, &first, |_| {}).unwrap_err();
    assert!(same.to_string().contains("no change"), "{same}");
    let second = change(&bench.session, &first, |one| one.most_items = Some(7)).unwrap();
    assert_ne!(first, second);
    assert_eq!(
        of(
            &directory::view(&bench.session).unwrap(),
            "tiktok",
            "action-plan"
        )
        .most_items,
        Some(7)
    );
    assert!(directory::reset(&bench.session).unwrap());
    let third = change(&bench.session, &came, |one| one.most_items = Some(8)).unwrap();
    assert!(
        third != second && third != first,
        "a version is not given twice"
    );
}

#[test]
fn a_file_is_compared_before_it_is_taken_and_a_fault_keeps_it_out() {
    let (bench, _) = draft();
    let out = bench.folder.path().join("directory.csv");
    directory::save(&bench.session, &out).unwrap();
    let text = fs::read_to_string(&out).unwrap();
    let same = directory::preview(&bench.session, &out).unwrap();
    assert_eq!((same.differences.len(), same.unchanged), (0, 19));
    let lines: Vec<&str> = text.lines().collect();
    let added = lines[1].replacen("action-plan", "dsa-notice", 1);
    let changed = lines[2].replacen("90 days", "120 days", 1);
    let kept = [
        &[lines[0], lines[1], changed.as_str()],
        &lines[4..],
        &[&added],
    ]
    .concat();
    let file = bench.file("new.csv", &kept.join("\n"));
    let view = directory::preview(&bench.session, &file).unwrap();
    let kinds: Vec<ChannelDiffKind> = view.differences.iter().map(|one| one.kind).collect();
    assert_eq!(
        kinds,
        [
            ChannelDiffKind::Changed,
            ChannelDiffKind::Added,
            ChannelDiffKind::Removed
        ]
    );
    let field = &view.differences[0].fields[0];
    assert_eq!(
        (&*field.field, &*field.before, &*field.after),
        ("preservation", "90 days", "120 days")
    );
    assert!(!directory::view(&bench.session).unwrap().is_own);
    let bad = bench.file("bad.csv", &text.replacen("2026-08-22", "22.08.2026", 1));
    let refused = directory::take(&bench.session, &bad).unwrap();
    assert_eq!((refused.faults.len(), refused.faults[0].line), (1, 3));
    assert!(refused.version.is_none() && !directory::view(&bench.session).unwrap().is_own);
    let taken = directory::take(&bench.session, &file).unwrap();
    let now = directory::view(&bench.session).unwrap();
    assert_eq!(taken.version, Some(now.version.clone()));
    assert_eq!(
        of(&now, "facebook", "law-enforcement-portal").preservation,
        "120 days"
    );
}

#[test]
fn an_answer_is_late_by_the_days_of_its_channel_and_counts_for_it() {
    let sent = Sent::of(1);
    let is_late = || referral::read::list(sent.desk(), None).unwrap()[0].is_late;
    sent.wait(3 * 24);
    assert!(!is_late());
    let came = directory::view(sent.desk()).unwrap();
    let rate = |view: &DirectoryView| {
        let mut lines = view.channels.iter();
        let line = lines.find(|line| {
            line.channel.platform == "tiktok" && line.channel.channel == "action-plan"
        });
        line.unwrap().rate
    };
    assert_eq!(
        rate(&came).sent,
        0,
        "sent by a portal, and none is called so"
    );
    let edit = |one: &mut ChannelView| {
        one.answer_days = Some(2);
        one.name = "Portal".into();
    };
    change(sent.desk(), &came.version, edit).unwrap();
    assert!(is_late());
    let after = rate(&directory::view(sent.desk()).unwrap());
    assert_eq!((after.sent, after.decided, after.taken_down), (1, 0, 0));
}
