//! Taking a draft back: an item of it, or all of it. Neither can be undone, so each asks why.

use super::edit::{open, reopen};
use crate::referral::read;
use crate::{Error, Result, Session};
use breakwater_casefile::Action;
use breakwater_model::audit::Operation;
use breakwater_model::referral::ReferralView;
use breakwater_model::{ItemId, ReferralId};

/// Takes an item out, with a reason for the audit log; its account stands at *refer* again. The last item
/// cannot be taken out: discard the draft.
pub fn remove_item(
    session: &Session,
    id: ReferralId,
    item: ItemId,
    reason: &str,
) -> Result<ReferralView> {
    let reason = needed(reason, "Say why the item is taken out.")?;
    let action = Action::new(Operation::Alteration, "referral-item-removed", "referral")
        .on(id.uuid())
        .word("reason", reason);
    session.write(action, |w| {
        let (referral, items) = w.reading(|reader| open(reader, id))?;
        let found = items
            .iter()
            .find(|one| one.id == item)
            .ok_or(Error::NotFound("item"))?;
        if items.len() == 1 {
            return Err(Error::refused(
                "a-referral-has-an-item",
                "This is the last item; discard the draft instead.",
            ));
        }
        reopen(w, referral.row, referral.state)?;
        w.remove_item(found.row, found.account_row)
    })?;
    read::read(session, id)
}

/// Discards a draft, with a reason for the audit log; its accounts stand at *refer* again.
pub fn discard(session: &Session, id: ReferralId, reason: &str) -> Result<()> {
    let reason = needed(reason, "Say why the draft is discarded.")?;
    let action = Action::new(Operation::Alteration, "referral-discarded", "referral")
        .on(id.uuid())
        .word("reason", reason);
    session.write(action, |w| {
        let (found, items) = w.reading(|reader| open(reader, id))?;
        reopen(w, found.row, found.state)?;
        w.discard_referral(found.row)?;
        for item in &items {
            w.remove_item(item.row, item.account_row)?;
        }
        Ok(())
    })?;
    Ok(())
}

/// The words of a step that cannot be taken back; without them it is not done.
fn needed<'a>(reason: &'a str, ask: &str) -> Result<&'a str> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Error::Invalid(ask.into()));
    }
    Ok(reason)
}
