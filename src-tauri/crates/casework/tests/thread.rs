//! The whole thread on a real case: make, import, assess, attach, draft, export, verify.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test a panic is the report"
)]

use breakwater_casework::evidence::attach::Attach;
use breakwater_casework::exchange::{export, import};
use breakwater_casework::{
    Error, Quiet, Session, account, audit, case, evidence, referral, review,
};
use breakwater_model::AccountId;
use breakwater_model::assessment::{
    AccountStatus, Answer, DecideRequest, Decision, NoActionReason,
};
use breakwater_model::case::{Marking, NewCaseRequest};
use breakwater_model::evidence::StopRequest;
use breakwater_model::exchange::ExportRequest;
use breakwater_model::import::ImportRequest;
use breakwater_model::list::{AccountScope, ListRequest};
use breakwater_model::platform::Platform;
use breakwater_model::referral::{DraftReferralRequest, ReferralFormat};
use std::collections::BTreeMap;
use std::path::Path;

const PASSPHRASE: &str = "harbour lantern nine quiet gulls";

fn host(folder: &Path) -> breakwater_casework::Host {
    breakwater_machine::host(&breakwater_machine::Folders::under(folder))
}

fn new_case(folder: &Path) -> Session {
    let request = NewCaseRequest {
        place: String::new(),
        title: "Test sweep".into(),
        reference: "T/1".into(),
        marking: Marking::OfficialSensitive,
        officer_name: "Test officer".into(),
        officer_number: "4417".into(),
        passphrase: PASSPHRASE.into(),
        unit_recovery: vec![],
    };
    case::create::prepare(&host(folder), request, &folder.join("a.case"), &[])
        .unwrap()
        .commit_with_file()
        .unwrap()
}

fn import_text(
    session: &Session,
    folder: &Path,
    text: &str,
) -> breakwater_model::import::ImportResultView {
    let file = folder.join("in.csv");
    std::fs::write(&file, text).unwrap();
    let preview = import::preview(session, &file, &ImportRequest::default(), &Quiet).unwrap();
    let result = import::commit(session, &preview, &Quiet).unwrap();
    assert!(result.counts.adds_up());
    result
}

fn all(session: &Session) -> Vec<breakwater_model::list::AccountRow> {
    let request = ListRequest {
        scope: AccountScope::All,
        limit: 500,
        ..ListRequest::default()
    };
    account::list::list(session, &request).unwrap().rows
}

fn search(session: &Session, words: &str) -> Vec<String> {
    session.settle();
    let request = ListRequest {
        scope: AccountScope::All,
        search: words.into(),
        limit: 500,
        ..ListRequest::default()
    };
    account::list::list(session, &request)
        .unwrap()
        .rows
        .into_iter()
        .map(|row| row.label)
        .collect()
}

fn no_to_all() -> BTreeMap<String, Answer> {
    review::exclusions::exclusions()
        .into_iter()
        .map(|line| (line.name, Answer::No))
        .collect()
}

fn decide(account: AccountId, decision: Decision) -> DecideRequest {
    DecideRequest {
        account,
        decision,
        reason: "Offers a crossing for a price.".into(),
        no_action_reason: Some(NoActionReason::News),
        answers: no_to_all(),
        review_by: None,
        grading: None,
    }
}

const FILE: &str = "platform,username,profile link,bio,Region code\n\
    tiktok,udhetim_angli.24,,Nisje çdo ditë 100% siguri £4500 +44 7700 900417,KX-7\n\
    TikTok,@udhetim_angli.24,https://www.tiktok.com/@udhetim_angli.24?lang=en,,KX-7\n\
    telegram,,t.me/channel_route_safe,رحلة يومية الى بريطانيا مضمونة,\n\
    instagram,,,nothing here says which,KX-9\n\
    facebook,,https://www.facebook.com/profile.php?id=100083123456417,\"Passport, visa\",\n";

#[test]
fn rows_in_are_rows_out_and_the_same_file_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let session = new_case(folder.path());
    let first = import_text(&session, folder.path(), FILE).counts;
    assert_eq!(
        (first.read, first.created, first.merged, first.rejected),
        (5, 3, 1, 1),
        "{first:?}"
    );
    let again = import_text(&session, folder.path(), FILE).counts;
    assert_eq!(
        (again.created, again.updated, again.unchanged),
        (0, 0, 3),
        "{again:?}"
    );
    assert_eq!(all(&session).len(), 3);
}

#[test]
fn search_finds_words_letters_inside_handles_and_other_digits() {
    let folder = tempfile::tempdir().unwrap();
    let session = new_case(folder.path());
    import_text(&session, folder.path(), FILE);
    assert_eq!(search(&session, "nisje"), ["@udhetim_angli.24"]);
    assert_eq!(search(&session, "gli.2"), ["@udhetim_angli.24"]);
    assert_eq!(search(&session, "Region KX-7").len(), 0);
    assert_eq!(search(&session, "KX-7"), ["@udhetim_angli.24"]);
    assert_eq!(search(&session, "بريطانيا").len(), 1);
    assert_eq!(search(&session, "٠٧٧٠٠ -nisje").len(), 0);
}

#[test]
fn refer_needs_every_line_answered_no() {
    let folder = tempfile::tempdir().unwrap();
    let session = new_case(folder.path());
    import_text(&session, folder.path(), FILE);
    let id = all(&session)[0].id;
    let mut request = decide(id, Decision::Refer);
    request.answers.insert("satire".into(), Answer::CantTell);
    let error = review::decide::decide(&session, &request).unwrap_err();
    assert_eq!(error.code().exit_code(), 7);
    request.decision = Decision::Hold;
    let done = review::decide::decide(&session, &request).unwrap();
    assert_eq!(done.status, AccountStatus::SecondLook);
    let done = review::decide::decide(&session, &decide(id, Decision::Refer)).unwrap();
    assert_eq!(done.status, AccountStatus::Refer);
    let undone = account::undo::undo(&session, done.set).unwrap();
    assert_eq!(undone.removed, 1);
    assert_eq!(all(&session)[0].status, AccountStatus::SecondLook);
}

fn attached(
    session: &Session,
    folder: &Path,
    account: AccountId,
    bytes: &[u8],
) -> breakwater_model::evidence::ExhibitView {
    let file = folder.join("shot.txt");
    std::fs::write(&file, bytes).unwrap();
    let request = Attach {
        account,
        files: vec![file],
        source_url: None,
        captured_at: None,
        method: None,
        warnings: vec![],
    };
    let mut views = evidence::attach::attach(session, &request, &Quiet, &mut |_| {}).unwrap();
    views.pop().unwrap().exhibit.unwrap()
}

#[test]
fn an_account_without_its_own_refer_enters_no_draft() {
    let folder = tempfile::tempdir().unwrap();
    let session = new_case(folder.path());
    import_text(&session, folder.path(), FILE);
    let rows = all(&session);
    let tiktok = rows
        .iter()
        .find(|row| row.platform.as_str() == "tiktok")
        .unwrap();
    let request = DraftReferralRequest {
        platform: Platform("tiktok".into()),
        accounts: vec![tiktok.id],
        policy: None,
        law: None,
        route: None,
        summary: Some("Sells crossings.".into()),
        seen_live: None,
    };
    let refused = referral::draft::draft(&session, &request).unwrap_err();
    assert!(
        matches!(&refused, Error::Refused { missing, .. } if *missing == [tiktok.id.to_string()])
    );
    review::decide::decide(&session, &decide(tiktok.id, Decision::Refer)).unwrap();
    let exhibit = attached(&session, folder.path(), tiktok.id, b"a screenshot in words");
    let draft = referral::draft::draft(&session, &request).unwrap();
    assert_eq!(draft.items[0].exhibits[0].number, exhibit.number);
    assert!(!draft.is_ready);
    let out = folder.path().join("draft.txt");
    let written = referral::export::export(&session, draft.id, ReferralFormat::Txt, &out).unwrap();
    assert!(written.draft);
    let text = std::fs::read_to_string(&out).unwrap();
    assert!(
        text.contains("DRAFT, NOT APPROVED")
            && text.contains("https://www.tiktok.com/@udhetim_angli.24")
    );
    assert!(!text.contains("T/1") && !text.contains("Test sweep"));
    let status = all(&session)
        .into_iter()
        .find(|row| row.id == tiktok.id)
        .unwrap()
        .status;
    assert_eq!(status, AccountStatus::Drafted);
}

fn found(session: &Session, search: &str) -> u32 {
    session.settle();
    let request = ListRequest {
        search: search.into(),
        limit: 5,
        ..ListRequest::default()
    };
    account::list::list(session, &request).unwrap().total
}

#[test]
fn a_stopped_exhibit_leaves_by_no_path() {
    let folder = tempfile::tempdir().unwrap();
    let session = new_case(folder.path());
    import_text(&session, folder.path(), FILE);
    let id = all(&session)[0].id;
    let found = |search| found(&session, search);
    let words = b"<html><body><p>Ring <b>07700 900377</b> about wordofpage</p></body></html>";
    let first = attached(&session, folder.path(), id, words);
    let second = attached(&session, folder.path(), id, words);
    let searches = ["wordofpage", "exhibit:wordofpage", "+447700900377"];
    assert_eq!(searches.map(found), [1, 1, 1]);
    assert_eq!(second.duplicate_of.as_deref(), Some(first.number.as_str()));
    let receipt = evidence::stop::stop(
        &session,
        &StopRequest {
            exhibit: first.id,
            reason: "as the rule says".into(),
        },
    )
    .unwrap();
    assert_eq!(receipt.also, std::slice::from_ref(&second.number));
    assert_eq!(
        searches.map(found),
        [0, 0, 0],
        "its words are gone from the search"
    );
    let out = folder.path().join("out.bin");
    for exhibit in [&first, &second] {
        assert!(evidence::export::export(&session, exhibit.id, &out, "a", "b", &Quiet).is_err());
        assert_eq!(
            evidence::show::thumbnail(&session, exhibit.id).unwrap(),
            None
        );
        let view = evidence::show::view(&session, exhibit.id).unwrap();
        assert!(view.text.is_none() && view.picture.is_none() && view.exhibit.sha256.is_none());
    }
    let file = folder.path().join("shot.txt");
    let request = Attach {
        account: id,
        files: vec![file],
        source_url: None,
        captured_at: None,
        method: None,
        warnings: vec![],
    };
    let again = evidence::attach::attach(&session, &request, &Quiet, &mut |_| {}).unwrap();
    assert!(again[0].refused.is_some());
    assert!(!out.exists());
    assert_eq!(
        evidence::stop::release(&session, first.id, "r")
            .unwrap_err()
            .code()
            .exit_code(),
        7
    );
}

#[test]
fn what_is_exported_comes_back_equal() {
    let folder = tempfile::tempdir().unwrap();
    let session = new_case(folder.path());
    import_text(
        &session,
        folder.path(),
        &FILE
            .replace("nothing", "=cmd()|x")
            .replace("instagram,,", "instagram,@a.b.c,"),
    );
    let request = ExportRequest {
        place: String::new(),
        columns: vec![],
        list: ListRequest {
            scope: AccountScope::All,
            order: breakwater_model::list::AccountOrder::Handle,
            ..ListRequest::default()
        },
        accounts: vec![],
        except: vec![],
        recipient: "Colleague".into(),
        purpose: "test".into(),
        with_kept_apart: false,
        grading: None,
        keeps_grading: false,
    };
    let first = folder.path().join("first.csv");
    export::export(&session, &request, &first, &Quiet).unwrap();
    let other_folder = tempfile::tempdir().unwrap();
    let other = new_case(other_folder.path());
    let preview = import::preview(&other, &first, &ImportRequest::default(), &Quiet).unwrap();
    import::commit(&other, &preview, &Quiet).unwrap();
    let second = folder.path().join("second.csv");
    export::export(&other, &request, &second, &Quiet).unwrap();
    assert_eq!(
        std::fs::read_to_string(first).unwrap(),
        std::fs::read_to_string(second).unwrap()
    );
}

#[test]
fn an_undone_import_is_gone_but_what_was_worked_on_is_kept_and_reborn_with_its_id() {
    let folder = tempfile::tempdir().unwrap();
    let session = new_case(folder.path());
    let batch = import_text(&session, folder.path(), FILE).batch.unwrap();
    let before = all(&session);
    let worked_on = before[0].id;
    review::decide::decide(&session, &decide(worked_on, Decision::NoAction)).unwrap();
    account::undo::undo_import(&session, batch, "the wrong file", &Quiet).unwrap();
    let left: Vec<AccountId> = all(&session).into_iter().map(|row| row.id).collect();
    assert_eq!(left, [worked_on]);
    import_text(&session, folder.path(), FILE);
    let mut after: Vec<AccountId> = all(&session).into_iter().map(|row| row.id).collect();
    let mut ids: Vec<AccountId> = before.into_iter().map(|row| row.id).collect();
    after.sort();
    ids.sort();
    assert_eq!(after, ids);
}

#[test]
fn a_locked_case_verifies_whole_and_opens_again() {
    let folder = tempfile::tempdir().unwrap();
    let session = new_case(folder.path());
    import_text(&session, folder.path(), FILE);
    let id = all(&session)[0].id;
    attached(&session, folder.path(), id, b"bytes");
    session.settle();
    let open = audit::verify::verify_open(&session, true, &Quiet).unwrap();
    assert!(!open.is_damaged, "{open:?}");
    session.lock().unwrap();
    let place = folder.path().join("a.case");
    let closed =
        audit::verify::verify(&host(folder.path()), &place, PASSPHRASE, None, true, &Quiet)
            .unwrap();
    assert!(!closed.is_damaged, "{closed:?}");
    assert_eq!(closed.index.unwrap().state, "ok");
    let wrong = case::open::open(&host(folder.path()), &place, "not the passphrase", None)
        .err()
        .unwrap();
    assert_eq!(wrong.code().exit_code(), 3);
    let again = case::open::open(&host(folder.path()), &place, PASSPHRASE, None).unwrap();
    assert_eq!(all(&again).len(), 3);
    let elsewhere = case::open::open(&host(folder.path()), &place, PASSPHRASE, None)
        .err()
        .unwrap();
    assert_eq!(elsewhere.code().exit_code(), 5);
}

#[test]
fn the_demonstration_case_fills_every_screen() {
    let folder = tempfile::tempdir().unwrap();
    let session = breakwater_casework::demo::make::make(
        &host(folder.path()),
        &folder.path().join("d.case"),
        &Quiet,
    )
    .unwrap();
    let counts = case::describe::counts(&session).unwrap();
    assert!(
        counts.review > 200 && counts.drafts >= 5 && counts.evidence > 50 && counts.to_draft > 10,
        "{counts:?}"
    );
    assert_eq!((counts.to_approve, counts.sent), (1, 1), "{counts:?}");
    let now = session.host().now();
    let asked = breakwater_model::statistics::StatsRequest {
        unit: breakwater_model::platform::Unit::Account,
        from: now
            .plus_ms(-400 * 86_400_000)
            .utc()
            .format("%Y-%m-%d")
            .to_string(),
        to: now.utc().format("%Y-%m-%d").to_string(),
        as_at: None,
        with_imported: true,
        cut: None,
    };
    let figures = breakwater_casework::statistics::stats::stats(&session, &asked).unwrap();
    assert!(
        figures.taken_down > 50 && figures.previous > 0,
        "{figures:?}"
    );
    assert!(
        figures.median_hours_to_takedown.unwrap() > 1.0,
        "answers take their time"
    );
    let today = review::today::today(&session).unwrap();
    let approved = today.sections.iter().find(|one| one.key == "approved");
    assert_eq!(approved.map(|one| one.total), Some(1));
}
