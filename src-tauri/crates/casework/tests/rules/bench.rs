//! A case to try rules on.

use breakwater_casework::exchange::import;
use breakwater_casework::{Error, Quiet, Session, account, case, referral, review};
use breakwater_model::AccountId;
use breakwater_model::assessment::{Answer, DecideRequest, Decision, DoneView, NoActionReason};
use breakwater_model::audit::AuditRequest;
use breakwater_model::case::{Marking, NewCaseRequest};
use breakwater_model::exchange::ExportRequest;
use breakwater_model::import::{ImportRequest, ImportResultView};
use breakwater_model::list::{AccountOrder, AccountRow, AccountScope, ListRequest};
use breakwater_model::platform::Platform;
use breakwater_model::referral::{DraftReferralRequest, ReferralView};
use breakwater_model::{BatchId, SetId};
use std::path::PathBuf;
use tempfile::TempDir;

/// An open case in a folder of its own.
pub struct Bench {
    pub session: Session,
    pub folder: TempDir,
}

impl Bench {
    pub fn new() -> Self {
        Self::with_recovery().0
    }

    /// A case, and its recovery key.
    pub fn with_recovery() -> (Self, String) {
        let folder = tempfile::tempdir().unwrap();
        let folders = breakwater_machine::Folders::under(folder.path());
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
        let host = breakwater_machine::host(&folders);
        let pending =
            case::create::prepare(&host, request, &folder.path().join("a.case"), &[]).unwrap();
        let recovery = pending.recovery_key().key;
        let session = pending.commit_with_file().unwrap();
        (Self { session, folder }, recovery)
    }

    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let file = self.folder.path().join(name);
        std::fs::write(&file, text).unwrap();
        file
    }

    pub fn preview(&self, text: &str) -> import::Preview {
        let file = self.file("in.csv", text);
        import::preview(&self.session, &file, &ImportRequest::default(), &Quiet).unwrap()
    }

    pub fn import(&self, text: &str) -> ImportResultView {
        let result = import::commit(&self.session, &self.preview(text), &Quiet).unwrap();
        assert!(result.counts.adds_up());
        result
    }

    pub fn batch(&self, text: &str) -> BatchId {
        self.import(text).batch.unwrap()
    }

    pub fn accounts(&self) -> Vec<AccountRow> {
        let request = ListRequest {
            scope: AccountScope::All,
            limit: 5_000,
            ..ListRequest::default()
        };
        account::list::list(&self.session, &request).unwrap().rows
    }

    pub fn one(&self) -> AccountId {
        self.accounts()[0].id
    }

    pub fn decide(&self, account: AccountId, decision: Decision) -> DoneView {
        self.try_decide(account, decision).unwrap()
    }

    pub fn try_decide(&self, account: AccountId, decision: Decision) -> Result<DoneView, Error> {
        let answers = review::exclusions::exclusions()
            .into_iter()
            .map(|line| (line.name, Answer::No))
            .collect();
        let request = DecideRequest {
            account,
            decision,
            reason: "Offers a crossing for a price.".into(),
            no_action_reason: Some(NoActionReason::News),
            answers,
            review_by: None,
            grading: None,
        };
        review::decide::decide(&self.session, &request)
    }

    pub fn draft(&self, account: AccountId) -> Result<ReferralView, Error> {
        let request = DraftReferralRequest {
            platform: Platform("tiktok".into()),
            accounts: vec![account],
            policy: None,
            law: None,
            route: None,
            summary: Some("Sells crossings.".into()),
            seen_live: None,
        };
        referral::draft::draft(&self.session, &request)
    }

    /// Everything, for a colleague.
    pub fn request() -> ExportRequest {
        ExportRequest {
            place: String::new(),
            columns: vec![],
            list: ListRequest {
                scope: AccountScope::All,
                order: AccountOrder::Imported,
                ..ListRequest::default()
            },
            accounts: vec![],
            except: vec![],
            recipient: "Colleague".into(),
            purpose: "test".into(),
            with_kept_apart: false,
            grading: None,
            keeps_grading: false,
        }
    }

    /// The set of the newest entry with this action.
    pub fn set_of(&self, action: &str) -> SetId {
        let (told, _) = self
            .session
            .read(|reader| breakwater_casefile::audit_log::window(reader, None, 0, 500))
            .unwrap();
        told.into_iter()
            .find(|told| told.stored.entry.action == action)
            .unwrap()
            .stored
            .entry
            .set
    }

    /// Entries of the log with this action, newest first.
    pub fn entries(&self, action: &str) -> Vec<breakwater_model::audit::AuditEntryView> {
        let request = AuditRequest {
            operation: None,
            offset: 0,
            limit: 5_000,
        };
        let all = breakwater_casework::audit::entries::list(&self.session, &request).unwrap();
        all.rows
            .into_iter()
            .filter(|entry| entry.action == action)
            .collect()
    }
}

/// The rule that refused.
#[track_caller]
pub fn rule<T>(outcome: Result<T, Error>) -> &'static str {
    match outcome {
        Err(Error::Refused { rule, .. }) => rule,
        Err(other) => panic!("not a rule: {other}"),
        Ok(_) => panic!("this was to be refused"),
    }
}
