//! Verify: reads everything and writes nothing. What it cannot find out (entries
//! after the last head, a roll-back of the whole folder) is said in the threat model.

use crate::connection::{self, Mode};
use crate::keyring::Keyring;
use crate::layout::{self, CaseJson, Layout, OpenLock};
use crate::session::Session;
use crate::table::object::Object;
use crate::table::officer::SlotRow;
use crate::table::{exhibit, object, officer};
use crate::witness::{self, Seen};
use crate::{
    Error, Host, Reader, Result, door, history, index, migration, objects, slot, verify_audit,
};
use breakwater_model::Instant;
use breakwater_model::audit::{EvidenceCheckView, IndexCheckView, VerifyView};
use rusqlite::{Connection, named_params};
use std::collections::HashSet;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Told bytes done of bytes in all; answers false to stop.
pub type Going<'a> = &'a (dyn Fn(u64, u64) -> bool + Sync);

/// Verifies a closed case with an officer's passphrase.
///
/// # Errors
/// [`Error::OpenElsewhere`] while it is open, [`Error::WrongPassphrase`], [`Error::NoCase`]; damage is a finding.
pub fn closed(
    host: &Host,
    layout: &Layout,
    passphrase: &str,
    hint: Option<&str>,
    full: bool,
    going: Going<'_>,
) -> Result<VerifyView> {
    let mut files = Vec::new();
    if let Err(error) = CaseJson::read(layout) {
        match error {
            Error::NoCase => return Err(error),
            _ => files.push("case.json".to_owned()),
        }
    }
    let _lock = OpenLock::take_existing(layout)?;
    let keyring = match slot::open_by_passphrase(layout, passphrase, hint) {
        Ok(opened) => opened.keyring,
        Err(Error::Damaged(_) | Error::Missing(_)) => {
            files.push("slots".to_owned());
            return Ok(unread("unopened", host.now(), files));
        }
        Err(error) => return Err(error),
    };
    let Ok(db) = connection::open(&layout.case_db(), &keyring.case_db, Mode::Witness) else {
        return Ok(unread("damaged", host.now(), files));
    };
    for newer in [
        door::check_format(layout, &db),
        migration::refuse_newer(&db),
    ] {
        if let Err(error @ Error::Newer { .. }) = newer {
            return Err(error);
        }
    }
    let place = Place {
        layout,
        keyring: &keyring,
        db: &db,
        now: host.now(),
        mode: Mode::Witness,
        seen: witness::recall(host, keyring.case_id),
    };
    match check(&place, files.clone(), full, going) {
        Err(Error::Sql(_) | Error::Damaged(_) | Error::Internal(_)) => {
            Ok(unread("damaged", place.now, files))
        }
        checked => checked,
    }
}

/// Verifies the open case. Nothing is written but what was waiting to be.
pub fn open(session: &Session, full: bool, going: Going<'_>) -> Result<VerifyView> {
    session.settle();
    let seen = witness::recall(session.host(), session.case_id());
    session.write_head()?;
    session.read(|reader| {
        let place = Place {
            layout: session.layout(),
            keyring: session.keyring(),
            db: reader.db(),
            now: session.host().now(),
            mode: Mode::Reader,
            seen,
        };
        check(&place, Vec::new(), full, going)
    })
}

/// What is looked at.
pub(crate) struct Place<'a> {
    pub(crate) layout: &'a Layout,
    pub(crate) keyring: &'a Keyring,
    pub(crate) db: &'a Connection,
    now: Instant,
    /// How the index is opened: while the case is open its own thread has it too.
    mode: Mode,
    /// What this machine remembers of the log.
    pub(crate) seen: Option<Seen>,
}

/// The finding when the database could not be read, or was not come to.
fn unread(database: &str, at: Instant, files: Vec<String>) -> VerifyView {
    VerifyView {
        database: database.into(),
        audit: None,
        evidence: None,
        index: None,
        items: None,
        files,
        is_damaged: true,
        at,
    }
}

fn check(
    place: &Place<'_>,
    mut files: Vec<String>,
    full: bool,
    going: Going<'_>,
) -> Result<VerifyView> {
    if !database_is_whole(place.db, full) {
        return Ok(unread("damaged", place.now, files));
    }
    let slots = slots(place)?;
    files.extend(files_that_differ(place, &slots)?);
    files.dedup();
    let (index, indexed) = check_index(place, full);
    let audit = verify_audit::check(place, indexed)?;
    let items = history::check(&Reader::within(place.db), &|| going(0, 0))?;
    let mut evidence = check_evidence(place, going)?;
    evidence.unreferenced += slots.unreferenced;
    let is_damaged = !files.is_empty()
        || !audit.intact
        || !evidence.damaged.is_empty()
        || !evidence.missing.is_empty()
        || items.differing > 0
        || matches!(index.state.as_str(), "damaged" | "missing");
    Ok(VerifyView {
        database: "ok".into(),
        audit: Some(audit),
        evidence: Some(evidence),
        index: Some(index),
        items: Some(items),
        files,
        is_damaged,
        at: place.now,
    })
}

fn database_is_whole(db: &Connection, full: bool) -> bool {
    let lines = |sql: &str| -> Result<Vec<String>> {
        let mut statement = db.prepare(sql)?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    };
    let seals = lines("PRAGMA cipher_integrity_check");
    let sql = if full {
        "PRAGMA integrity_check"
    } else {
        "PRAGMA quick_check"
    };
    matches!(&seals, Ok(found) if found.is_empty())
        && matches!(&lines(sql), Ok(found) if found == &["ok"])
}

/// The slots as case.db knows them, and how many files beside them it does not know: what a kill between
/// writing a slot and entering it leaves, swept at the next unlock like an object nobody names.
struct Slots {
    known: Vec<SlotRow>,
    unreferenced: u32,
}

fn slots(place: &Place<'_>) -> Result<Slots> {
    let known = officer::slots(place.db)?;
    let names: HashSet<&str> = known.iter().map(|slot| slot.name.as_str()).collect();
    let found = match slot::names(place.layout, None) {
        Err(Error::Missing(_)) => Vec::new(),
        found => found?,
    };
    let unknown = found.iter().filter(|name| !names.contains(name.as_str()));
    let unreferenced = u32::try_from(unknown.count()).unwrap_or(u32::MAX);
    Ok(Slots {
        known,
        unreferenced,
    })
}

fn files_that_differ(place: &Place<'_>, slots: &Slots) -> Result<Vec<String>> {
    let mut files = Vec::new();
    if door::check_format(place.layout, place.db).is_err() {
        files.push("case.json".to_owned());
    }
    for slot in &slots.known {
        let path = place.layout.slots().join(&slot.name);
        if door::digest(&path)? != Some(slot.sha256) {
            files.push(format!("slots/{}", slot.name));
        }
    }
    Ok(files)
}

fn check_evidence(place: &Place<'_>, going: Going<'_>) -> Result<EvidenceCheckView> {
    let known = object::all(place.db)?;
    let mut view = EvidenceCheckView::default();
    let mut damaged = exhibit::not_as_attached(place.db)?;
    for (row, outcome) in read_all(place, &known, going) {
        view.checked += 1;
        let into = match outcome {
            Ok(()) => continue,
            Err(Error::Cancelled) => return Err(Error::Cancelled),
            Err(Error::Missing(_)) => &mut view.missing,
            Err(_) => &mut damaged,
        };
        into.extend(
            exhibit::of_object(place.db, row)?
                .into_iter()
                .map(|exhibit| exhibit.label),
        );
    }
    let mut told = HashSet::new();
    damaged.retain(|label| told.insert(label.clone()));
    view.damaged = damaged;
    let names: HashSet<&str> = known.iter().map(|object| object.name.as_str()).collect();
    let found = objects::list(place.layout)?;
    let unnamed = found
        .objects
        .iter()
        .filter(|name| !names.contains(name.as_str()));
    let temporary = found.temporary.len() + layout::temporary(place.layout)?.len();
    view.unreferenced = u32::try_from(unnamed.count()).unwrap_or(u32::MAX);
    view.temporary = u32::try_from(temporary).unwrap_or(u32::MAX);
    Ok(view)
}

/// Decrypts, hashes and compares every object, side by side; what came of each, in order.
fn read_all(place: &Place<'_>, known: &[Object], going: Going<'_>) -> Vec<(i64, Result<()>)> {
    let total: u64 = known.iter().map(|object| object.size).sum();
    let (next, done) = (AtomicUsize::new(0), AtomicU64::new(0));
    let findings = Mutex::new(Vec::new());
    let workers = std::thread::available_parallelism()
        .map_or(1, std::num::NonZero::get)
        .min(8);
    let read = |object: &Object| {
        objects::read_through(place.layout, place.keyring, object, &mut |bytes| {
            let before = done.fetch_add(bytes.len() as u64, Ordering::SeqCst);
            if going(before + bytes.len() as u64, total) {
                Ok(())
            } else {
                Err(Error::Cancelled)
            }
        })
    };
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(object) = known.get(next.fetch_add(1, Ordering::SeqCst)) {
                    let outcome = read(object);
                    findings
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .push((object.row, outcome));
                }
            });
        }
    });
    let mut findings = findings
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    findings.sort_by_key(|(row, _)| *row);
    findings
}

/// The state of the index, and the last audit entry it knows.
fn check_index(place: &Place<'_>, full: bool) -> (IndexCheckView, Option<i64>) {
    let (state, seq) = index_state(place, full).unwrap_or(("damaged", None));
    let state = state.to_owned();
    (IndexCheckView { state }, seq)
}

fn index_state(place: &Place<'_>, full: bool) -> Result<(&'static str, Option<i64>)> {
    let path = place.layout.search_db();
    if !path.exists() {
        return Ok(("missing", None));
    }
    let db = connection::open(&path, &place.keyring.search_db, place.mode)?;
    if !database_is_whole(&db, full) {
        return Ok(("damaged", None));
    }
    let Some((seq, _, _)) = index::header(&db)? else {
        return Ok(("damaged", None));
    };
    let last: i64 = place
        .db
        .query_row("SELECT coalesce(max(seq), 0) FROM audit", [], |row| {
            row.get(0)
        })?;
    let changed: i64 = place.db.query_row(
        "SELECT count(*) FROM change WHERE seq > :seq AND account IS NOT NULL",
        named_params! { ":seq": seq },
        |row| row.get(0),
    )?;
    let state = if seq > last {
        "damaged"
    } else if changed > 0 {
        "behind"
    } else if full && !index_holds_the_case(place.db, &db)? {
        "damaged"
    } else {
        "ok"
    };
    Ok((state, Some(seq)))
}

fn index_holds_the_case(case: &Connection, db: &Connection) -> Result<bool> {
    let accounts: Vec<i64> = case
        .prepare("SELECT id FROM account WHERE is_retracted = 0 ORDER BY id")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for some in accounts.chunks(1_000) {
        for (account, texts) in index::texts::texts(case, some)? {
            if index::texts::stored(db, account)? != texts {
                return Ok(false);
            }
        }
    }
    Ok(true)
}
