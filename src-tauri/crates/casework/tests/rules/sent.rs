//! A case from which a referral was sent, and a clock that can be moved on.

use crate::bench::Bench;
use breakwater_casefile::{Clock, Host};
use breakwater_casework::case::{officer, open};
use breakwater_casework::{Session, referral};
use breakwater_model::assessment::Decision;
use breakwater_model::case::{InviteRequest, OfficerRequest, Role};
use breakwater_model::platform::Platform;
use breakwater_model::referral::{
    DraftReferralRequest, EditReferralRequest, ReferralState, ReferralView, SentRequest,
};
use breakwater_model::{AccountId, Instant, ReferralId};
use std::fmt::Write as _;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use tempfile::TempDir;

const FIRST: &str = "harbour lantern nine quiet gulls";
const SECOND: &str = "seven slate roofs under morning fog";
pub const HOUR: i64 = 3_600_000;

struct Moved {
    real: Arc<dyn Clock>,
    by: Arc<AtomicI64>,
}

impl Clock for Moved {
    fn now(&self) -> Instant {
        self.real.now().plus_ms(self.by.load(Ordering::SeqCst))
    }
}

/// One referral, sent with reference TT-1; its accounts are `@made_up_0` and so on.
pub struct Sent {
    session: Option<Session>,
    folder: TempDir,
    later: Arc<AtomicI64>,
    pub accounts: Vec<AccountId>,
    pub referral: ReferralId,
}

impl Sent {
    /// So many accounts in one referral, and one account more that was not sent.
    pub fn of(items: usize) -> Self {
        let bench = Bench::new();
        let mut text = String::from("platform,handle,bio\n");
        for number in 0..=items {
            writeln!(text, "tiktok,made_up_{number},gomone every night {number}").unwrap();
        }
        bench.import(&text);
        let id_of = |number: usize| {
            let label = format!("@made_up_{number}");
            let rows = bench.accounts();
            rows.iter().find(|row| row.label == label).unwrap().id
        };
        let accounts: Vec<AccountId> = (0..=items).map(id_of).collect();
        for account in &accounts {
            bench.decide(*account, Decision::Refer);
        }
        let own = OfficerRequest {
            email: Some("first@unit.example".into()),
            ..OfficerRequest::default()
        };
        officer::set(&bench.session, &own).unwrap();
        let invitation = bench.folder.path().join("invitation");
        let request = InviteRequest {
            name: "Second officer".into(),
            number: "4418".into(),
            role: Role::Officer,
            recovery_key: None,
        };
        officer::invite(&bench.session, &request, &invitation).unwrap();
        let Bench { session, folder } = bench;
        session.lock().unwrap();
        let mut sent = Self {
            session: None,
            folder,
            later: Arc::default(),
            referral: ReferralId::from_uuid(accounts[0].uuid()),
            accounts,
        };
        let place = sent.out("a.case");
        officer::join(&sent.host(), &place, &invitation, SECOND)
            .unwrap()
            .lock()
            .unwrap();
        sent.sits_down(FIRST);
        sent.send(items);
        sent
    }

    fn host(&self) -> Host {
        let host =
            breakwater_machine::host(&breakwater_machine::Folders::under(self.folder.path()));
        Host {
            clock: Arc::new(Moved {
                real: host.clock.clone(),
                by: self.later.clone(),
            }),
            ..host
        }
    }

    fn sits_down(&mut self, passphrase: &str) {
        if let Some(session) = self.session.take() {
            session.lock().unwrap();
        }
        let place = self.out("a.case");
        self.session = Some(open::open(&self.host(), &place, passphrase, None).unwrap());
    }

    fn send(&mut self, items: usize) {
        self.referral = self.approved(0..items);
        let request = SentRequest {
            referral: self.referral,
            reference: "TT-1".into(),
            channel: "portal".into(),
            at: None,
        };
        let view = referral::after::sent(self.desk(), &request).unwrap();
        assert_eq!(view.state, ReferralState::Sent);
    }

    /// A referral of these accounts that the second officer approved; the first one sits at the desk.
    pub fn approved(&mut self, which: Range<usize>) -> ReferralId {
        let accounts = self.accounts[which.clone()].to_vec();
        let request = DraftReferralRequest {
            platform: Platform("tiktok".into()),
            accounts,
            policy: None,
            law: None,
            route: None,
            summary: Some("Sells crossings.".into()),
            seen_live: Some(self.desk().host().now()),
        };
        let id = referral::draft::draft(self.desk(), &request).unwrap().id;
        let mut fields = vec![("good_faith".to_owned(), "yes".to_owned())];
        for (position, number) in (1..).zip(which) {
            let address = format!("https://www.tiktok.com/@made_up_{number}");
            fields.push((format!("item.{position}.address"), address));
        }
        for (field, value) in fields {
            let request = EditReferralRequest {
                referral: id,
                item: None,
                field,
                value,
            };
            referral::edit::edit(self.desk(), &request).unwrap();
        }
        referral::submit::submit(self.desk(), id).unwrap();
        self.sits_down(SECOND);
        let view = referral::read::read(self.desk(), id).unwrap();
        for item in view.items {
            referral::look::item(self.desk(), id, item.id).unwrap();
        }
        referral::approve::approve(self.desk(), id).unwrap();
        self.sits_down(FIRST);
        id
    }

    /// The officer who drafted it sits down.
    pub fn first(&mut self) {
        self.sits_down(FIRST);
    }

    /// The officer who approved it sits down.
    pub fn second(&mut self) {
        self.sits_down(SECOND);
    }

    pub fn desk(&self) -> &Session {
        self.session.as_ref().unwrap()
    }

    pub fn view(&self) -> ReferralView {
        referral::read::read(self.desk(), self.referral).unwrap()
    }

    /// Moves the clock on.
    pub fn wait(&self, hours: i64) {
        self.later.fetch_add(hours * HOUR, Ordering::SeqCst);
    }

    pub fn out(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let file = self.out(name);
        std::fs::write(&file, text).unwrap();
        file
    }
}
