//! An account for somebody who is to judge it: what was published, nothing that was made of it.

use super::sample;
use crate::account::read;
use crate::{Result, Session};
use breakwater_casefile::Action;
use breakwater_model::AccountId;
use breakwater_model::audit::Operation;
use breakwater_model::second_review::BlindAccountView;

/// The account, with everything left out that follows from what was decided or scored. Logged as a look of its own.
///
/// # Errors
/// It does not wait for this officer: as [`super::answer::answer`].
pub fn blind(session: &Session, id: AccountId) -> Result<BlindAccountView> {
    sample::of_account(session, id)?;
    let all = read::read(session, id)?;
    let action = Action::new(Operation::Consultation, "second-review-opened", "account");
    session.note(action.on(id.uuid()))?;
    Ok(BlindAccountView {
        id: all.id,
        platform: all.platform,
        platform_name: all.platform_name,
        unit: all.unit,
        label: all.label,
        platform_id: all.platform_id,
        shown_url: all.shown_url,
        display_name: all.display_name,
        bio: all.bio,
        language: all.language,
        language_name: all.language_name,
        followers: all.followers,
        flagged_for: all.flagged_reason,
        source: all.source,
        first_seen: all.first_seen,
        imported_at: all.imported_at,
        extra: all.extra,
        aliases: all.aliases,
        posts: all.posts,
        translations: all.translations,
        exhibits: all.exhibits,
        registers: all.registers,
        warnings: all.warnings,
    })
}
