//! One account, all of it.

use crate::evidence::list::exhibit_view;
use crate::review::reader;
use crate::{Result, Session};
use breakwater_casefile::table::account::AccountFacts;
use breakwater_casefile::table::past::Of;
use breakwater_casefile::table::sighting::Sighting;
use breakwater_casefile::table::{
    account, action, assessment, cannot_read, exhibit, note, past, place, post, referral, role,
    sighting, translation, warning,
};
use breakwater_casefile::{Reader, query, register, score};
use breakwater_model::account::{
    AccountView, AliasView, PostView, TextWarningView, TranslationStatus,
};
use breakwater_model::account_report::{ReportPast, ReportSaid};
use breakwater_model::assessment::ActionView;
use breakwater_model::indicator::SumView;
use breakwater_model::list::AccountRow;
use breakwater_model::{AccountId, Instant, WorldTime};
use breakwater_text::{defang, hidden, language};

use super::{history, same_handle};

/// Reads an account. Does not log; see [`super::consult`].
pub fn read(session: &Session, id: AccountId) -> Result<AccountView> {
    let scoring = session.scoring();
    let now = session.host().now();
    let officer = session.officer().row;
    let view = session.read(|reader| {
        let facts = account::by_id(reader, id)?;
        let row = facts.row;
        let sum = score::of_account(reader, row, &scoring)?;
        let merged = super::merge::of_account(reader, &facts)?;
        let view = bare(reader, facts, sum, officer)?;
        let same_handle = same_handle::of_account(session, reader, row)?;
        let view = AccountView {
            merged,
            same_handle,
            ..view
        };
        with_records(reader, row, now, view)
    })?;
    let is_translated = view
        .translations
        .iter()
        .any(|one| one.post.is_none() && one.status != TranslationStatus::Gist);
    Ok(AccountView {
        needs_reader: reader::needed(session, view.language.as_deref(), is_translated)?,
        ..view
    })
}

/// The account by itself.
fn bare(
    reader: &Reader<'_>,
    facts: AccountFacts,
    sum: SumView,
    officer: i64,
) -> Result<AccountView> {
    let row = facts.row;
    let listed = query::rows(reader, &[row], officer)?.pop();
    let listed = listed.ok_or(crate::Error::NotFound("account"))?;
    let seen = sighting::of_account(reader, row)?;
    let canonical_url = working_address(&seen);
    let shown = canonical_url
        .clone()
        .or_else(|| seen.iter().find_map(|seen| seen.url.clone()));
    let warnings = warnings(&listed, facts.display_name.as_deref(), facts.bio.as_deref());
    Ok(AccountView {
        id: facts.id,
        platform_name: query::platform_view(facts.platform.as_str(), 0).name,
        platform: facts.platform,
        unit: facts.unit,
        handle: listed.handle,
        platform_id: listed.platform_id,
        label: listed.label,
        shown_url: shown.map(|url| defang::show(&url)).unwrap_or_default(),
        canonical_url,
        display_name: facts.display_name,
        bio: facts.bio,
        language_name: facts
            .language
            .as_deref()
            .and_then(language::name)
            .map(str::to_owned),
        language: facts.language,
        followers: facts.followers,
        flagged_reason: facts.flagged_reason,
        source: facts.source,
        first_seen: first_seen(&seen),
        last_seen_live: last_live(reader, row)?,
        imported_at: facts.imported_at,
        status: listed.status,
        role: role::of_account(reader, row)?,
        needs_reader: None,
        sum,
        due: listed.due,
        assignee: listed.assignee,
        tags: listed.tags,
        extra: facts.extra,
        aliases: aliases(&seen),
        same_handle: Vec::new(),
        posts: Vec::new(),
        translations: Vec::new(),
        warned: Vec::new(),
        cannot_read: Vec::new(),
        exhibits: Vec::new(),
        assessments: Vec::new(),
        changed_since_assessed: false,
        actions: Vec::new(),
        notes: Vec::new(),
        history: Vec::new(),
        referral: None,
        past: Vec::new(),
        registers: Vec::new(),
        warnings,
        draft: place::draft(reader, officer, row)?,
        merged: Vec::new(),
    })
}

/// The account with everything that hangs on it.
fn with_records(
    reader: &Reader<'_>,
    row: i64,
    now: Instant,
    view: AccountView,
) -> Result<AccountView> {
    Ok(AccountView {
        posts: posts(reader, row)?,
        translations: translation::of_account(reader, row)?,
        warned: warning::of_account(reader, row)?,
        cannot_read: cannot_read::of_account(reader, row)?,
        exhibits: exhibit::of_account(reader, row)?
            .into_iter()
            .map(exhibit_view)
            .collect(),
        assessments: assessment::of_account(reader, row)?,
        changed_since_assessed: assessment::is_of_earlier_text(reader, row)?,
        actions: actions(reader, row, &view)?,
        notes: note::of_account(reader, row)?,
        history: history::of_account(reader, row)?,
        referral: referral::of_account(reader, row)?,
        past: past(reader, row)?,
        registers: register::of_account(reader, row, now)?,
        ..view
    })
}

/// Actions of the account and of every record merged into it, open ones first.
fn actions(reader: &Reader<'_>, row: i64, view: &AccountView) -> Result<Vec<ActionView>> {
    let mut all = action::of_account(reader, row)?;
    all.extend(view.merged.iter().flat_map(|one| one.actions.clone()));
    all.sort_by_key(|one| !one.is_open);
    Ok(all)
}

/// What outcomes files tell of referrals of the account, and stands.
pub(super) fn past(reader: &Reader<'_>, row: i64) -> Result<Vec<ReportPast>> {
    let mut all = Vec::new();
    for item in past::of_account_all(reader, row)? {
        if item.is_standing {
            all.push(past_of(reader, item)?);
        }
    }
    Ok(all)
}

fn past_of(reader: &Reader<'_>, item: past::PastItem) -> Result<ReportPast> {
    let said = past::said_of(reader, Of::Past(item.row))?.into_iter();
    Ok(ReportPast {
        unit: item.unit,
        reference: item.reference,
        said: said
            .map(|one| ReportSaid {
                kind: one.kind,
                value: one.value,
                reason: one.reason,
                happened: one.happened,
            })
            .collect(),
    })
}

/// The newest canonical address an account was seen at.
pub(crate) fn working_address(seen: &[Sighting]) -> Option<String> {
    seen.iter().find_map(|seen| seen.canonical_url.clone())
}

/// The oldest sighting that bears a date of its own.
fn first_seen(seen: &[Sighting]) -> Option<WorldTime> {
    seen.iter()
        .filter(|seen| !seen.is_assumed)
        .min_by_key(|seen| seen.seen.at)
        .map(|seen| seen.seen.clone())
}

/// When the account was last observed live, by its events.
fn last_live(reader: &Reader<'_>, row: i64) -> Result<Option<WorldTime>> {
    breakwater_casefile::table::event::last(reader, row, "observed", "live")
}

pub(super) fn aliases(seen: &[Sighting]) -> Vec<AliasView> {
    let mut aliases: Vec<AliasView> = Vec::new();
    for one in seen {
        let known = aliases.iter_mut().find(|alias| {
            alias.handle == one.written
                && (alias.platform_id == one.platform_id || one.platform_id.is_none())
        });
        match known {
            Some(alias) => {
                if one.seen.at < alias.first_seen.at {
                    alias.first_seen = one.seen.clone();
                }
                if one.seen.at > alias.last_seen.at {
                    alias.last_seen = one.seen.clone();
                }
            }
            None => aliases.push(AliasView {
                handle: one.written.clone(),
                platform_id: one.platform_id.clone(),
                url: one.url.as_deref().map(defang::show),
                first_seen: one.seen.clone(),
                last_seen: one.seen.clone(),
                source: one.source.clone(),
            }),
        }
    }
    aliases
}

pub(super) fn posts(reader: &Reader<'_>, row: i64) -> Result<Vec<PostView>> {
    let posts = post::of_account(reader, row)?;
    Ok(posts
        .into_iter()
        .map(|post| PostView {
            id: post.id,
            unit: post.unit,
            text: post.text,
            language: post.language,
            shown_url: post
                .canonical_url
                .or(post.url)
                .map(|url| defang::show(&url)),
            posted: post.posted,
            imported_at: post.imported_at,
        })
        .collect())
}

fn warnings(listed: &AccountRow, name: Option<&str>, bio: Option<&str>) -> Vec<TextWarningView> {
    let warn = |field: &str, what: String| TextWarningView {
        field: field.to_owned(),
        what,
    };
    let mut all = Vec::new();
    if let Some(handle) = &listed.handle {
        all.extend(
            hidden::handle_warnings(handle)
                .into_iter()
                .map(|found| warn("handle", found.what)),
        );
    }
    for (field, text) in [("display_name", name), ("bio", bio)] {
        let found = text.map(hidden::warnings).unwrap_or_default();
        all.extend(found.into_iter().map(|found| warn(field, found.what)));
    }
    all.dedup();
    all
}
