//! A host for tests: a clock that only moves when told, chance from the system. A case to work in.

use crate::door::{self, NewCase};
use crate::host::{Chance, Clock};
use crate::table::account::AccountFacts;
use crate::table::sighting::Sighting;
use crate::{Action, Host, Result, Session, Writer};
use breakwater_model::audit::Operation;
use breakwater_model::case::Marking;
use breakwater_model::platform::{Platform, Unit};
use breakwater_model::{AccountId, Instant, WorldTime};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock that ticks one second each time it is asked.
pub struct Ticking(pub AtomicI64);

impl Clock for Ticking {
    fn now(&self) -> Instant {
        Instant(self.0.fetch_add(1_000, Ordering::SeqCst))
    }
}

/// The system's chance.
pub struct Dice;

impl Chance for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).unwrap();
    }
}

/// A host whose clock begins on 23 November 2026 at nine.
pub fn host() -> Host {
    host_after(0)
}

/// The same, so many days later.
pub fn host_after(days: i64) -> Host {
    let begin = 1_795_424_400_000 + days * 86_400_000;
    Host {
        clock: Arc::new(Ticking(AtomicI64::new(begin))),
        chance: Arc::new(Dice),
        device: "test".into(),
        hints: None,
    }
}

/// The passphrase of [`case`]'s officer.
pub const PASSPHRASE: &str = "p";

/// Where [`case`] makes its case.
pub fn place(folder: &Path) -> PathBuf {
    folder.join("a.case")
}

/// A new case of officer 1.
pub fn case(folder: &Path) -> Session {
    let new = NewCase {
        title: "t".into(),
        reference: "r".into(),
        marking: Marking::Official,
        officer_name: "n".into(),
        officer_number: "1".into(),
        passphrase: zeroize::Zeroizing::new(PASSPHRASE.into()),
        unit_recipients: Vec::new(),
        is_demonstration: false,
    };
    let recovery = door::recovery_identity();
    door::create(&host(), &place(folder), &new, &recovery).unwrap()
}

/// Something that is taken in.
pub fn made() -> Action {
    Action::new(Operation::Collection, "made", "account")
}

/// Adds an account and what it was seen with.
pub fn add(w: &mut Writer<'_>, seen: &Sighting) -> Result<(i64, AccountId)> {
    let id = AccountId::from_uuid(w.uuid());
    let facts = AccountFacts {
        row: 0,
        id,
        platform: Platform("tiktok".into()),
        unit: Unit::Account,
        display_name: Some("name".into()),
        bio: Some("bio".into()),
        language: None,
        followers: None,
        flagged_reason: None,
        source: None,
        extra: Vec::new(),
        imported_at: w.now(),
    };
    let row = w.add_account(&facts, None)?;
    w.add_sighting(row, "tiktok", seen, None)?;
    Ok((row, id))
}

/// Seen with this handle, and with this id.
pub fn seen(handle: &str, id: Option<&str>) -> Sighting {
    Sighting {
        written: Some(handle.into()),
        folded: Some(handle.to_lowercase()),
        platform_id: id.map(str::to_owned),
        url: None,
        canonical_url: None,
        seen: WorldTime::exact(Instant(1_795_424_400_000)),
        is_assumed: true,
        source: "test".into(),
    }
}
