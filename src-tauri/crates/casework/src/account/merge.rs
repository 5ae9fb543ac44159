//! Merging two records of one account: one stands under the other, and can be taken from under it.

use super::declare::reason;
use super::read::aliases;
use crate::evidence::list::exhibit_view;
use crate::{Error, Result, Session};
use breakwater_casefile::table::account::{AccountFacts, AccountField};
use breakwater_casefile::table::merge::{self, Merge};
use breakwater_casefile::table::{
    account, action, assessment, declaration, exhibit, note, sighting, translation,
};
use breakwater_casefile::{Action, Reader};
use breakwater_model::audit::Operation;
use breakwater_model::merge::{
    MergeDoneView, MergeRequest, MergedField, MergedFieldView, MergedView,
};
use breakwater_model::network::DeclarationKind;
use breakwater_model::{AccountId, MergeId, SetId};

/// Puts one record of an account under another.
///
/// # Errors
/// There is no reason; both are one record. Refused by rule: `merged-record` if either stands under another one,
/// `merges-make-no-chain`, `one-platform`, `in-an-unsent-draft`, `held-apart`.
pub fn merge(session: &Session, request: &MergeRequest) -> Result<MergeDoneView> {
    let reason = reason(&request.reason)?;
    if request.account == request.into {
        return Err(Error::Invalid(
            "A record cannot be merged into itself.".into(),
        ));
    }
    let action = Action::new(Operation::Combination, "accounts-merged", "account")
        .on(request.account.uuid())
        .on(request.into.uuid())
        .word("reason", reason);
    let (id, done) = session.write(action, |w| {
        let (from, into) = w.reading(|reader| {
            let from = account::by_id(reader, request.account)?;
            let into = account::by_id(reader, request.into)?;
            check(reader, &from, &into)?;
            Ok((from.row, into.row))
        })?;
        w.merge(from, into, reason)
    })?;
    Ok(MergeDoneView { id, set: done.set })
}

fn check(reader: &Reader<'_>, from: &AccountFacts, into: &AccountFacts) -> Result<()> {
    if from.platform != into.platform {
        return Err(Error::refused(
            "one-platform",
            "These are accounts of different platforms. Two accounts of one operator are a network: say that they are operated together.",
        ));
    }
    if !merge::of_target(reader, from.row)?.is_empty() {
        return Err(Error::refused(
            "merges-make-no-chain",
            "Other records were merged into this one. Take those merges back first, or merge the other way round.",
        ));
    }
    if let Some(number) = merge::unsent_draft(reader, from.row)? {
        return Err(Error::refused(
            "in-an-unsent-draft",
            format!(
                "The record that is to be merged stands in draft R-{number:03}. Take it out of that first."
            ),
        ));
    }
    let apart = declaration::of(reader, from.row)?;
    let is_apart = |one: &declaration::Declaration| {
        one.kind == DeclarationKind::Apart && one.is_of(from.row, into.row)
    };
    if apart.iter().any(is_apart) {
        return Err(Error::refused(
            "held-apart",
            "Somebody said that these two are not operated together. Take that back first.",
        ));
    }
    Ok(())
}

/// Takes a merge back, with the reason why: both records stand as before.
///
/// # Errors
/// There is no reason, or it does not stand.
pub fn take_back(session: &Session, id: MergeId, why: &str) -> Result<SetId> {
    let why = reason(why)?;
    let (from, into) = session.read(|reader| merge::ids(reader, id))?;
    let action = Action::new(Operation::Combination, "merge-taken-back", "account")
        .on(from.uuid())
        .on(into.uuid())
        .word("reason", why);
    Ok(session.write(action, |w| w.take_back_merge(id))?.1.set)
}

/// Fields in which records can differ.
const FIELDS: [(MergedField, AccountField); 6] = [
    (MergedField::DisplayName, AccountField::DisplayName),
    (MergedField::Bio, AccountField::Bio),
    (MergedField::Language, AccountField::Language),
    (MergedField::Followers, AccountField::Followers),
    (MergedField::FlaggedReason, AccountField::FlaggedReason),
    (MergedField::Source, AccountField::Source),
];

fn value(facts: &AccountFacts, field: MergedField) -> Option<&str> {
    match field {
        MergedField::DisplayName => facts.display_name.as_deref(),
        MergedField::Bio => facts.bio.as_deref(),
        MergedField::Language => facts.language.as_deref(),
        MergedField::Followers => facts.followers.as_deref(),
        MergedField::FlaggedReason => facts.flagged_reason.as_deref(),
        MergedField::Source => facts.source.as_deref(),
    }
}

/// Takes what a merged record says in a field for the account; null if it says the same. An ordinary change of the
/// account: it stays when the merge is taken back, and is taken back by itself.
///
/// # Errors
/// The merge does not stand under this account.
pub fn choose(
    session: &Session,
    id: AccountId,
    merge: MergeId,
    field: MergedField,
) -> Result<Option<SetId>> {
    let Some((_, column)) = FIELDS.iter().find(|(known, _)| *known == field) else {
        return Err(Error::NotFound("field"));
    };
    let read = |reader: &Reader<'_>| {
        let own = account::by_id(reader, id)?;
        let standing = merge::of_target(reader, own.row)?;
        let merged = standing.iter().find(|one| one.id == merge);
        let merged = merged.ok_or(Error::NotFound("merge"))?;
        Ok((account::by_row(reader, merged.account)?, own))
    };
    let (merged, own) = session.read(read)?;
    if value(&merged, field) == value(&own, field) {
        return Ok(None);
    }
    let action = Action::new(Operation::Alteration, "merged-field-chosen", "account").on(id.uuid());
    let ((), done) = session.write(action, |w| {
        let (merged, own) = w.reading(read)?;
        w.set_account(own.row, *column, value(&own, field), value(&merged, field))
    })?;
    Ok(Some(done.set))
}

/// The records merged into an account, the newest first.
pub(crate) fn of_account(reader: &Reader<'_>, own: &AccountFacts) -> Result<Vec<MergedView>> {
    let standing = merge::of_target(reader, own.row)?;
    standing
        .into_iter()
        .map(|one| view(reader, own, one))
        .collect()
}

fn view(reader: &Reader<'_>, own: &AccountFacts, merge: Merge) -> Result<MergedView> {
    let row = merge.account;
    let facts = account::by_row(reader, row)?;
    let seen = sighting::of_account(reader, row)?;
    let fields = FIELDS.iter().filter_map(|(field, _)| {
        let (own, merged) = (value(own, *field), value(&facts, *field));
        (own != merged).then(|| MergedFieldView {
            field: *field,
            own: own.map(str::to_owned),
            merged: merged.map(str::to_owned),
        })
    });
    let handle = seen.iter().find_map(|seen| seen.written.clone());
    let id = seen.iter().find_map(|seen| seen.platform_id.clone());
    let url = seen.iter().find_map(|seen| seen.url.clone());
    let label = handle
        .map(|handle| format!("@{handle}"))
        .or_else(|| facts.display_name.clone())
        .or(id)
        .or_else(|| url.as_deref().map(breakwater_text::defang::show));
    Ok(MergedView {
        id: merge.id,
        account: facts.id,
        label: label.unwrap_or_default(),
        reason: merge.reason,
        officer: merge.officer,
        at: merge.at,
        fields: fields.collect(),
        aliases: aliases(&seen),
        posts: super::read::posts(reader, row)?,
        translations: translation::of_account(reader, row)?,
        exhibits: exhibit::of_account(reader, row)?
            .into_iter()
            .map(exhibit_view)
            .collect(),
        assessments: assessment::of_account(reader, row)?,
        actions: action::of_account(reader, row)?,
        notes: note::of_account(reader, row)?,
        history: super::history::of_account(reader, row)?,
    })
}
