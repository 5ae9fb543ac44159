//! What cannot be taken back asks why, and taking back an import is whole or not at all.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test a panic is the report"
)]

use breakwater_casework::exchange::import;
use breakwater_casework::{Host, Progress, Quiet, Session, account, audit, case, referral, review};
use breakwater_model::assessment::{Answer, DecideRequest, Decision};
use breakwater_model::audit::AuditRequest;
use breakwater_model::case::{Marking, NewCaseRequest};
use breakwater_model::import::ImportRequest;
use breakwater_model::list::{AccountRow, AccountScope, ListRequest};
use breakwater_model::platform::Platform;
use breakwater_model::referral::{DraftReferralRequest, ReferralView};
use breakwater_model::{BatchId, Instant};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

const FILE: &str = "platform,username,bio\n\
    tiktok,udhetim_angli.24,Nisje çdo ditë\n\
    tiktok,kalim.detit24,Kalim me gomone\n\
    telegram,route_safe,رحلة يومية\n";

/// A clock that a test moves on.
struct Clock(AtomicI64);

impl breakwater_casefile::Clock for Clock {
    fn now(&self) -> Instant {
        Instant(self.0.fetch_add(1, Ordering::SeqCst))
    }
}

fn host(folder: &Path, clock: &Arc<Clock>) -> Host {
    let machine = breakwater_machine::host(&breakwater_machine::Folders::under(folder));
    Host {
        clock: Arc::clone(clock) as Arc<dyn breakwater_casefile::Clock>,
        ..machine
    }
}

fn clock() -> Arc<Clock> {
    Arc::new(Clock(AtomicI64::new(1_780_000_000_000)))
}

fn new_case(folder: &Path, clock: &Arc<Clock>) -> Session {
    let request = NewCaseRequest {
        place: String::new(),
        title: "Test sweep".into(),
        reference: "T/1".into(),
        marking: Marking::Official,
        officer_name: "Test officer".into(),
        officer_number: "4417".into(),
        passphrase: "harbour lantern nine quiet gulls".into(),
        unit_recovery: vec![],
    };
    case::create::prepare(&host(folder, clock), request, &folder.join("a.case"), &[])
        .unwrap()
        .commit_with_file()
        .unwrap()
}

fn imported(session: &Session, folder: &Path) -> BatchId {
    let file = folder.join("in.csv");
    std::fs::write(&file, FILE).unwrap();
    let preview = import::preview(session, &file, &ImportRequest::default(), &Quiet).unwrap();
    let result = import::commit(session, &preview, &Quiet).unwrap();
    result.batch.unwrap()
}

fn all(session: &Session) -> Vec<AccountRow> {
    let request = ListRequest {
        scope: AccountScope::All,
        limit: 500,
        ..ListRequest::default()
    };
    account::list::list(session, &request).unwrap().rows
}

/// The reason that the audit log's last entry holds.
fn last_reason(session: &Session) -> Option<String> {
    let request = AuditRequest {
        limit: 1,
        ..AuditRequest::default()
    };
    let last = audit::entries::list(session, &request).unwrap().rows;
    let reason = last[0].texts.iter().find(|text| text.name == "reason");
    reason.map(|text| text.value.clone())
}

/// Stops after the first step.
struct Impatient;

impl Progress for Impatient {
    fn step(&self, _done: u64, _total: Option<u64>, _unit: &'static str) {}
    fn is_cancelled(&self) -> bool {
        true
    }
}

#[test]
fn a_cancelled_undo_leaves_the_import_whole() {
    let folder = tempfile::tempdir().unwrap();
    let session = new_case(folder.path(), &clock());
    let batch = imported(&session, folder.path());
    let error = account::undo::undo_import(&session, batch, "wrong file", &Impatient).unwrap_err();
    assert_eq!(error.code(), breakwater_model::ErrorCode::Cancelled);
    assert_eq!(all(&session).len(), 3);
    account::undo::undo_import(&session, batch, "wrong file", &Quiet).unwrap();
    assert!(all(&session).is_empty());
    assert_eq!(last_reason(&session).as_deref(), Some("wrong file"));
}

fn drafted(session: &Session, folder: &Path) -> ReferralView {
    imported(session, folder);
    let accounts: Vec<_> = all(session)
        .into_iter()
        .filter(|row| row.platform.as_str() == "tiktok")
        .map(|row| row.id)
        .collect();
    for account in &accounts {
        let request = DecideRequest {
            account: *account,
            decision: Decision::Refer,
            reason: "Offers a crossing for a price.".into(),
            no_action_reason: None,
            answers: review::exclusions::exclusions()
                .into_iter()
                .map(|line| (line.name, Answer::No))
                .collect(),
            review_by: None,
            grading: None,
        };
        review::decide::decide(session, &request).unwrap();
    }
    let request = DraftReferralRequest {
        platform: Platform("tiktok".into()),
        accounts,
        policy: None,
        law: None,
        route: None,
        summary: None,
        seen_live: None,
    };
    referral::draft::draft(session, &request).unwrap()
}

#[test]
fn an_item_and_a_draft_leave_only_with_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let session = new_case(folder.path(), &clock());
    let draft = drafted(&session, folder.path());
    let item = draft.items[0].id;
    assert!(referral::discard::remove_item(&session, draft.id, item, " ").is_err());
    let left = referral::discard::remove_item(&session, draft.id, item, "not ours").unwrap();
    assert_eq!(left.items.len(), 1);
    assert_eq!(last_reason(&session).as_deref(), Some("not ours"));
    assert!(referral::discard::discard(&session, draft.id, "").is_err());
    referral::discard::discard(&session, draft.id, "drafted twice").unwrap();
    assert_eq!(last_reason(&session).as_deref(), Some("drafted twice"));
}

#[test]
fn an_audit_chain_not_checked_for_longer_than_the_limit_is_overdue() {
    const DAY_MS: i64 = 86_400_000;
    let folder = tempfile::tempdir().unwrap();
    let clock = clock();
    let session = new_case(folder.path(), &clock);
    let is_overdue = || {
        case::describe::status_line(&session)
            .unwrap()
            .audit_check_is_overdue
    };
    assert!(!is_overdue(), "a new case has nothing to check yet");
    clock.0.fetch_add(8 * DAY_MS, Ordering::SeqCst);
    assert!(is_overdue());
    audit::verify::verify_open(&session, false, &Quiet).unwrap();
    assert!(!is_overdue());
    clock.0.fetch_add(8 * DAY_MS, Ordering::SeqCst);
    assert!(is_overdue());
}
