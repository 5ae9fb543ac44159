//! Verify: reads everything, writes nothing to the case.

use crate::{Host, Progress, Result, Session, screen};
use breakwater_casefile::layout::Layout;
use breakwater_casefile::verify;
use breakwater_model::audit::VerifyView;
use std::path::Path;

/// Verifies a closed case with an officer's passphrase.
///
/// # Errors
/// Only what keeps it from looking: wrong passphrase, open elsewhere, no case. Damage is a finding.
pub fn verify(
    host: &Host,
    place: &Path,
    passphrase: &str,
    hint: Option<&str>,
    full: bool,
    progress: &dyn Progress,
) -> Result<VerifyView> {
    verify::closed(
        host,
        &Layout::new(place),
        passphrase,
        hint,
        full,
        &going(progress),
    )
}

/// Verifies the open case and keeps when it was whole.
pub fn verify_open(session: &Session, full: bool, progress: &dyn Progress) -> Result<VerifyView> {
    let view = verify::open(session, full, &going(progress))?;
    let at = view.at.to_string();
    if view.audit.as_ref().is_some_and(|audit| audit.intact) {
        screen::place::save(session, "checked.audit", &at)?;
    }
    if view
        .evidence
        .as_ref()
        .is_some_and(|found| found.damaged.is_empty() && found.missing.is_empty())
    {
        screen::place::save(session, "checked.evidence", &at)?;
    }
    Ok(view)
}

/// Works the kept rows that figures are counted from out anew from the events; gives how many accounts have one.
/// What is done when it is stopped stays done.
///
/// # Errors
/// Cancelled.
pub fn work_items_out(session: &Session, progress: &dyn Progress) -> Result<u32> {
    let accounts = session.work_items_out(&mut |done, total| {
        progress.step(done, Some(total), "accounts");
        !progress.is_cancelled()
    })?;
    Ok(u32::try_from(accounts).unwrap_or(u32::MAX))
}

fn going(progress: &dyn Progress) -> impl Fn(u64, u64) -> bool + Sync + '_ {
    move |done, total| {
        progress.step(done, Some(total), "bytes");
        !progress.is_cancelled()
    }
}
