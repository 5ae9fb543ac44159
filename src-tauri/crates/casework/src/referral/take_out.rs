//! A second officer holds one item back and leaves the rest to be signed.

use super::approve::submitted;
use super::freeze::freeze;
use super::{numbers, read};
use crate::{Error, Result, Session, template};
use breakwater_casefile::Action;
use breakwater_casefile::table::{approval, referral};
use breakwater_model::audit::Operation;
use breakwater_model::referral::ReferralView;
use breakwater_model::{ItemId, ReferralId};

/// Takes an item out of a submission, with the reason. What is left is a submission of its own, by who submitted it;
/// what was opened of it stays opened, and its outputs are rendered anew. The account stands at *refer* again.
///
/// # Errors
/// No reason; refused by rule as [`super::approve::open`], `a-referral-has-an-item` for the last item, and
/// `numbers-equal-the-items` where title or summary say how many there were.
pub fn take_out(
    session: &Session,
    id: ReferralId,
    item: ItemId,
    reason: &str,
) -> Result<ReferralView> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Error::Invalid("Say why the item is taken out.".into()));
    }
    let action = Action::new(Operation::Alteration, "referral-item-held-back", "referral")
        .on(id.uuid())
        .word("reason", reason);
    session.write(action, |w| {
        let (before, items, opened) = w.reading(|reader| {
            let before = submitted(reader, session, id)?;
            let items = referral::items(reader, before.referral)?;
            let officer = session.officer().row;
            let opened = approval::opened(reader, before.version.row, officer)?;
            Ok((before, items, opened))
        })?;
        let out = items
            .iter()
            .find(|one| one.id == item)
            .ok_or(Error::NotFound("item"))?;
        if items.len() == 1 {
            return Err(Error::refused(
                "a-referral-has-an-item",
                "This is the last item; return the referral instead.",
            ));
        }
        w.remove_item(out.row, out.account_row)?;
        let (json, sha256) = w.reading(|reader| {
            let view = read::of(reader, session, id)?;
            let referral = referral::by_id(reader, id)?;
            let wrong = numbers::requirements(&referral, &view.items);
            if let Some(wrong) = wrong.first() {
                return Err(Error::refused(
                    "numbers-equal-the-items",
                    format!(
                        "The {} says {}. Return the referral instead.",
                        wrong.name, wrong.detail
                    ),
                ));
            }
            freeze(&view, &template::stands(reader)?)
        })?;
        let version = &before.version;
        let next = w.add_version(
            before.referral,
            (&json, &sha256),
            &version.marking,
            version.officer,
        )?;
        w.add_return(version.row, &format!("{} taken out: {reason}", out.label))?;
        let stay = items.iter().filter(|one| one.id != item);
        for one in stay.filter(|one| opened.contains(&one.id)) {
            w.add_opening(next, one.row)?;
        }
        Ok(())
    })?;
    read::read(session, id)
}
