//! Registers: files in, accounts met, drafts refused; and pasted links held against case and registers.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "in a test a panic is the report"
)]

use breakwater_casework::exchange::import;
use breakwater_casework::register::{hits, list, take};
use breakwater_casework::{Error, Quiet, Session, account, audit, case, paste, referral, review};
use breakwater_model::AccountId;
use breakwater_model::assessment::{Answer, DecideRequest, Decision};
use breakwater_model::audit::{AuditRequest, Operation};
use breakwater_model::case::{Marking, NewCaseRequest};
use breakwater_model::import::{
    ImportRequest, ImportResultView, ImportUndoneView, ImportWarning, RowFate,
};
use breakwater_model::list::{AccountScope, ListRequest};
use breakwater_model::paste::{LinkGroup, LinkView};
use breakwater_model::platform::Platform;
use breakwater_model::referral::{DraftReferralRequest, ReferralView};
use breakwater_model::register::{MatchedBy, RegisterFileRequest, RegisterList, RegisterRequest};
use std::path::Path;

fn new_case(folder: &Path) -> Session {
    let request = NewCaseRequest {
        place: String::new(),
        title: "Test sweep".into(),
        reference: "T/1".into(),
        marking: Marking::OfficialSensitive,
        officer_name: "Test officer".into(),
        officer_number: "4417".into(),
        passphrase: "harbour lantern nine quiet gulls".into(),
        unit_recovery: vec![],
    };
    let host = breakwater_machine::host(&breakwater_machine::Folders::under(folder));
    case::create::prepare(&host, request, &folder.join("a.case"), &[])
        .unwrap()
        .commit_with_file()
        .unwrap()
}

fn accounts(session: &Session, folder: &Path, text: &str) -> ImportResultView {
    let file = folder.join("in.csv");
    std::fs::write(&file, text).unwrap();
    let preview = import::preview(session, &file, &ImportRequest::default(), &Quiet).unwrap();
    import::commit(session, &preview, &Quiet).unwrap()
}

fn register_preview(session: &Session, folder: &Path, text: &str) -> Result<take::Preview, Error> {
    let file = folder.join("register.csv");
    std::fs::write(&file, text).unwrap();
    take::preview(session, &file, &RegisterFileRequest::default(), &Quiet)
}

fn register(session: &Session, folder: &Path, text: &str) -> ImportResultView {
    let preview = register_preview(session, folder, text).unwrap();
    let result = take::commit(session, &preview).unwrap();
    assert!(result.counts.adds_up());
    result
}

fn counts(result: &ImportResultView) -> [u32; 6] {
    let of = result.counts;
    [
        of.read,
        of.created,
        of.updated,
        of.unchanged,
        of.merged,
        of.rejected,
    ]
}

fn id_of(session: &Session, handle: &str) -> AccountId {
    let request = ListRequest {
        scope: AccountScope::All,
        limit: 500,
        ..ListRequest::default()
    };
    let rows = account::list::list(session, &request).unwrap().rows;
    let found = rows
        .iter()
        .find(|row| row.handle.as_deref() == Some(handle));
    found.unwrap().id
}

fn refer(session: &Session, account: AccountId) {
    let answers = review::exclusions::exclusions()
        .into_iter()
        .map(|line| (line.name, Answer::No))
        .collect();
    let request = DecideRequest {
        account,
        decision: Decision::Refer,
        reason: "Offers a crossing for a price.".into(),
        no_action_reason: None,
        answers,
        review_by: None,
        grading: None,
    };
    review::decide::decide(session, &request).unwrap();
}

fn draft(session: &Session, account: AccountId) -> Result<ReferralView, Error> {
    let request = DraftReferralRequest {
        platform: Platform("tiktok".into()),
        accounts: vec![account],
        policy: None,
        law: None,
        route: None,
        summary: None,
        seen_live: None,
    };
    referral::draft::draft(session, &request)
}

const REGISTER: &str = "key_or_url,id,list,owner,contact,expires,note\n\
    https://www.tiktok.com/@tide.news,7312004599172456,protected,Tide News,desk@tide.example,31/12/2099,a newsroom\n\
    tiktok: @TIDE.NEWS,,Protected,,,,\n\
    +44 7700 900148,,do not refer,Sea Help,,,\n\
    tide.example,,protected,Tide News,,,\n\
    https://t.me/route_gb,,ask first,Desk 3,,,\n\
    https://x.com/gone_1,,ask-first,,,2020-01-31,\n\
    @somebody,,protected,,,,\n\
    https://vm.tiktok.com/ZMmadeup1/,,protected,,,,\n\
    https://x.com/made_up_1,,friends,,,,\n\
    https://x.com/made_up_2,,protected,,,soon,\n";

#[test]
fn every_row_counts_once_and_the_same_file_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let session = new_case(folder.path());
    let dry = register_preview(&session, folder.path(), REGISTER).unwrap();
    assert_eq!(counts(&dry.result()), [10, 5, 0, 0, 1, 4]);
    let reasons = ["which platform", "short link", "not a list", "not a date"];
    for (row, expected) in dry.view().rows.iter().zip(reasons) {
        assert!(row.why.contains(expected), "{}", row.why);
    }
    let listed = |search: &str| {
        let request = RegisterRequest {
            search: search.into(),
            limit: 50,
            ..RegisterRequest::default()
        };
        list::list(&session, &request).unwrap()
    };
    assert_eq!(listed("").total, 0, "a preview writes nothing");
    let first = register(&session, folder.path(), REGISTER);
    assert_eq!(counts(&first), [10, 5, 0, 0, 1, 4]);
    assert_eq!(
        counts(&register(&session, folder.path(), REGISTER)),
        [10, 0, 0, 5, 1, 4]
    );
    let changed = REGISTER.replace("Desk 3", "Desk 4");
    assert_eq!(
        counts(&register(&session, folder.path(), &changed)),
        [10, 0, 1, 4, 1, 4]
    );
    assert_eq!(
        (
            listed("").total,
            listed("TIDE").total,
            listed("desk 4").total
        ),
        (5, 2, 1)
    );
    assert!(listed("gone_1").rows[0].is_expired);
    let undone = account::undo::undo_import(
        &session,
        first.batch.unwrap(),
        "the wrong file",
        &breakwater_casework::Quiet,
    )
    .unwrap();
    assert_eq!(
        (undone.removed, undone.kept),
        (4, 1),
        "what was changed since stays"
    );
    let before = session.generation();
    let again = register(&session, folder.path(), REGISTER);
    assert_eq!(counts(&again), [10, 4, 1, 0, 1, 4], "taken back is reborn");
    assert!(session.generation() > before);
}

#[test]
fn rejected_rows_are_given_back_with_their_reason() {
    let folder = tempfile::tempdir().unwrap();
    let session = new_case(folder.path());
    let out = folder.path().join("rejected.csv");
    let preview = register_preview(&session, folder.path(), REGISTER).unwrap();
    assert_eq!(preview.save_rejected(&out).unwrap(), 4);
    let text = std::fs::read_to_string(out).unwrap();
    assert!(
        text.contains("breakwater_reason") && text.contains("@somebody"),
        "{text}"
    );
}

#[test]
fn a_file_without_its_columns_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let session = new_case(folder.path());
    for (text, expected) in [
        ("", "empty"),
        ("colour,list\nred,protected\n", "no column that names"),
        ("key_or_url,owner\nhttps://x.com/a_b,me\n", "no column list"),
    ] {
        let error = register_preview(&session, folder.path(), text)
            .err()
            .unwrap();
        assert!(error.to_string().contains(expected), "{error}");
    }
    let bare = "https://x.com/made_up_1,protected,Tide News\n";
    assert_eq!(
        counts(&register(&session, folder.path(), bare))[..2],
        [1, 1],
        "no header, usual order"
    );
}

#[track_caller]
fn assert_refused(session: &Session, account: AccountId, by: MatchedBy) {
    refer(session, account);
    let Err(Error::Refused {
        rule,
        message,
        missing,
    }) = draft(session, account)
    else {
        panic!("a protected account entered a draft");
    };
    assert_eq!(
        (rule, missing),
        ("protected-register", vec![account.to_string()])
    );
    for part in ["protected", "Tide News", "desk@tide.example"] {
        assert!(message.contains(part), "{message}");
    }
    let hit = &account::read::read(session, account).unwrap().registers[0];
    assert_eq!((hit.list, hit.matched_by), (RegisterList::Protected, by));
}

#[test]
fn a_protected_newsroom_is_refused_under_a_new_handle_by_its_id() {
    let folder = tempfile::tempdir().unwrap();
    let session = new_case(folder.path());
    register(&session, folder.path(), REGISTER);
    let file = "platform,handle,id\ntiktok,tide_live_24,7312004599172456\n";
    let path = folder.path().join("flagged.csv");
    std::fs::write(&path, file).unwrap();
    let preview = import::preview(&session, &path, &ImportRequest::default(), &Quiet).unwrap();
    let row = &preview.view().rows[0];
    assert_eq!(
        (row.register, row.why.as_str()),
        (
            Some(RegisterList::Protected),
            "on the protected register: Tide News"
        )
    );
    assert_eq!(preview.view().registers[0].entries, 1);
    import::commit(&session, &preview, &Quiet).unwrap();
    assert_refused(&session, id_of(&session, "tide_live_24"), MatchedBy::Id);
}

#[test]
fn a_renamed_newsroom_is_refused_by_the_handle_it_once_had() {
    let folder = tempfile::tempdir().unwrap();
    let session = new_case(folder.path());
    accounts(
        &session,
        folder.path(),
        "platform,handle,id,first seen\ntiktok,tide.news,7312004599172999,2026-01-03\n",
    );
    accounts(
        &session,
        folder.path(),
        "platform,handle,id,first seen\ntiktok,tide_tv,7312004599172999,2026-05-03\n",
    );
    register(&session, folder.path(), REGISTER);
    assert_refused(&session, id_of(&session, "tide_tv"), MatchedBy::Handle);
}

#[test]
fn a_handle_that_looks_like_a_protected_one_is_asked_first_and_joined_with_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let session = new_case(folder.path());
    // Each holds letters of Cyrillic; no two are written alike.
    let (before, after, pasted) = ("tide.nеws", "tide.nеwѕ", "tidе.nеwѕ");
    let row = |handle: &str| format!("platform,handle\ntiktok,{handle}\n");
    accounts(&session, folder.path(), &row(before));
    register(&session, folder.path(), REGISTER);
    let path = folder.path().join("flagged.csv");
    std::fs::write(&path, row(after)).unwrap();
    let preview = import::preview(&session, &path, &ImportRequest::default(), &Quiet).unwrap();
    let view = preview.view();
    let told = &view.rows[0];
    assert_eq!((told.fate, told.register), (RowFate::Created, None));
    assert!(
        told.why
            .starts_with("looks like https://www.tiktok.com/@tide.news"),
        "{}",
        told.why
    );
    assert_eq!(view.warnings[0].kind, ImportWarning::LooksLike);
    import::commit(&session, &preview, &Quiet).unwrap();
    for handle in [before, after] {
        let hits = account::read::read(&session, id_of(&session, handle))
            .unwrap()
            .registers;
        assert_eq!(
            hits.iter().map(|hit| hit.matched_by).collect::<Vec<_>>(),
            [MatchedBy::LookAlike]
        );
    }
    let account = id_of(&session, after);
    refer(&session, account);
    let made = draft(&session, account).unwrap();
    let mut asked = made
        .requirements
        .iter()
        .filter(|asked| asked.name == "ask_first");
    let asked = asked.next().unwrap();
    assert!(
        !asked.is_met && asked.detail.contains("looks like"),
        "{}",
        asked.detail
    );
    let link = &looked_up(&session, &format!("https://www.tiktok.com/@{pasted}"))[0];
    assert_eq!(
        (link.group, link.known, link.register),
        (LinkGroup::LooksLike, false, None)
    );
    assert!(
        link.warnings.iter().any(|one| one.code == "looks-like"),
        "{link:?}"
    );
    let searched = ListRequest {
        scope: AccountScope::All,
        search: "tide.news".into(),
        limit: 10,
        ..ListRequest::default()
    };
    assert_eq!(account::list::list(&session, &searched).unwrap().total, 2);
}

#[test]
fn a_draft_older_than_the_register_is_not_ready() {
    let folder = tempfile::tempdir().unwrap();
    let session = new_case(folder.path());
    accounts(
        &session,
        folder.path(),
        "platform,handle,bio\ntiktok,tide.news,News\n",
    );
    let account = id_of(&session, "tide.news");
    refer(&session, account);
    let made = draft(&session, account).unwrap();
    register(&session, folder.path(), REGISTER);
    let view = referral::read::read(&session, made.id).unwrap();
    let asked: Vec<&str> = view
        .requirements
        .iter()
        .filter(|asked| !asked.is_met)
        .map(|asked| asked.name.as_str())
        .collect();
    assert!(asked.contains(&"item.1.register"), "{asked:?}");
    let met = hits::hits(&session, &[account]).unwrap();
    assert_eq!(met[0].hits[0].owner.as_deref(), Some("Tide News"));
}

fn looked_up(session: &Session, text: &str) -> Vec<LinkView> {
    paste::look_up(session, text).unwrap()
}

const PASTED: &str = "From a colleague:\n\
    https://www.tiktok.com/@made_up_known and hxxps://x[.]com/made_up_new?s=20\n\
    tiktok @tide.news\nhttps://t.me/route_gb\n+44 7700 900148\n+44 7700 900199\n\
    https://vm.tiktok.com/ZMmadeup1/\nhttps://www.instagram.com/p/CmadeUpPost/\n@made_up_known\nx: made_up_two";

/// However a number is written, it is found in the texts of an account; on a platform it is a thing of its own.
fn assert_number_is_known(session: &Session, known: AccountId) {
    for number in [
        "07700 900199",
        "0044 7700 900199",
        "٠٧٧٠٠ ٩٠٠١٩٩",
        "447700900199",
    ] {
        let link = &looked_up(session, number)[0];
        assert_eq!(
            (link.group, link.account),
            (LinkGroup::Known, Some(known)),
            "{number}"
        );
    }
    let link = &looked_up(session, "wa.me/447700900199")[0];
    assert_eq!((link.group, link.account), (LinkGroup::New, None));
    assert!(
        link.warnings
            .iter()
            .any(|one| one.what.contains("@made_up_known")),
        "{link:?}"
    );
}

#[test]
fn pasted_links_say_where_they_stand() {
    let folder = tempfile::tempdir().unwrap();
    let session = new_case(folder.path());
    accounts(
        &session,
        folder.path(),
        "platform,handle,bio\ntiktok,made_up_known,ring +44 7700 900199\n",
    );
    register(&session, folder.path(), REGISTER);
    let known = id_of(&session, "made_up_known");
    let found: Vec<(LinkGroup, bool)> = looked_up(&session, PASTED)
        .iter()
        .map(|link| (link.group, link.known))
        .collect();
    assert_eq!(
        found,
        [
            (LinkGroup::Known, true),
            (LinkGroup::New, false),
            (LinkGroup::Protected, false),
            (LinkGroup::AskFirst, false),
            (LinkGroup::Protected, false),
            (LinkGroup::Known, true),
            (LinkGroup::ShortLink, false),
            (LinkGroup::NotAdded, false),
            (LinkGroup::Known, true),
            (LinkGroup::New, false),
        ]
    );
    let request = AuditRequest {
        operation: Some(Operation::Consultation),
        offset: 0,
        limit: 10,
    };
    let log = audit::entries::list(&session, &request).unwrap().rows;
    assert_eq!(log.len(), 1, "one entry, whatever was pasted");
    assert_eq!(
        (log[0].action.as_str(), &log[0].subjects),
        ("links-looked-up", &vec![known.to_string()])
    );
    looked_up(&session, "https://x.com/nobody_here");
    assert_eq!(
        audit::entries::list(&session, &request).unwrap().total,
        1,
        "nothing was looked at"
    );
    assert_number_is_known(&session, known);
    let safe = paste::safe_text(PASTED);
    assert!(
        !safe.contains("https://") && safe.contains("hxxps://x[.]com/made_up_new"),
        "{safe}"
    );
}

#[test]
fn what_is_new_is_added_as_one_import_and_taken_back_as_one() {
    let folder = tempfile::tempdir().unwrap();
    let session = new_case(folder.path());
    register(&session, folder.path(), REGISTER);
    accounts(
        &session,
        folder.path(),
        "platform,handle,bio\ntiktok,made_up_known,\n",
    );
    let added = paste::add(&session, PASTED).unwrap();
    assert_eq!(counts(&added), [2, 2, 0, 0, 0, 0]);
    let account = account::read::read(&session, id_of(&session, "made_up_new")).unwrap();
    assert_eq!(
        (account.platform.as_str(), account.source.as_deref()),
        ("x", Some("pasted"))
    );
    assert!(
        looked_up(&session, PASTED)
            .iter()
            .all(|link| link.group != LinkGroup::New)
    );
    assert!(
        paste::add(&session, PASTED).is_err(),
        "nothing is new any more"
    );
    let ImportUndoneView { removed, kept, .. } = account::undo::undo_import(
        &session,
        added.batch.unwrap(),
        "the wrong file",
        &breakwater_casework::Quiet,
    )
    .unwrap();
    assert!(removed >= 2 && kept == 0);
    assert_eq!(counts(&paste::add(&session, PASTED).unwrap())[..2], [2, 2]);
}
