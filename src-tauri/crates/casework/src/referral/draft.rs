//! Drafting a referral. An item enters only with its own assessment: decision
//! refer, every line answered, by a named officer, and fresh.

use crate::account::role;
use crate::referral::assessed::{self, Stands};
use crate::referral::{addresses, again, read};
use crate::register::guard;
use crate::{Error, Result, Session, facts};
use breakwater_casefile::table::event::NewEvent;
use breakwater_casefile::table::referral::{Item, Referral};
use breakwater_casefile::table::{account, event, exhibit, post, sighting, translation};
use breakwater_casefile::{Action, Reader, query, tally};
use breakwater_model::account::{TranslationStatus, TranslationView};
use breakwater_model::assessment::AssessmentView;
use breakwater_model::audit::Operation;
use breakwater_model::platform::Unit;
use breakwater_model::referral::{
    CandidateView, DraftReferralRequest, LawNotes, ReferralState, ReferralView, Route,
};
use breakwater_model::{AccountId, Instant, ItemId, PostId, ReferralId, WorldTime};
use std::collections::BTreeSet;

/// Accounts decided refer that are in no draft, by platform.
pub fn candidates(session: &Session) -> Result<Vec<CandidateView>> {
    let officer = session.officer().row;
    let found = session.read(|reader| tally::candidates(reader, officer))?;
    Ok(found
        .into_iter()
        .map(|(code, accounts)| {
            let platform = query::platform_view(&code, 0);
            CandidateView {
                platform: platform.code,
                platform_name: platform.name,
                accounts,
            }
        })
        .collect())
}

/// One draft for one platform.
///
/// # Errors
/// Refused by rule, with the accounts by id: `protected-register`, `own-fresh-assessment`,
/// `one-referral-one-platform`, `in-one-draft-only`, `unresolved-short-link`, `victims-and-children-are-not-referred`; a DSA notice on UK law alone.
pub fn draft(session: &Session, request: &DraftReferralRequest) -> Result<ReferralView> {
    if request.accounts.is_empty() {
        return Err(Error::Invalid(
            "A referral needs at least one account.".into(),
        ));
    }
    let route = request.route.unwrap_or_default();
    check_policy(request.policy.as_deref(), request.platform.as_str())?;
    check_law(request.law.as_deref(), route)?;
    let now = session.host().now();
    if request.seen_live.is_some_and(|at| at > now.plus_ms(60_000)) {
        return Err(Error::Invalid(
            "The time they were seen live has not come yet.".into(),
        ));
    }
    let new = Referral {
        row: 0,
        id: ReferralId::from_uuid(session.host().uuid()),
        number: 0,
        outside_reference: outside_reference(session),
        platform: request.platform.clone(),
        state: ReferralState::Draft,
        title: title(request.accounts.len()),
        policy: request
            .policy
            .clone()
            .or_else(|| only_policy(request.platform.as_str())),
        law: request.law.clone(),
        route,
        summary: request.summary.clone().unwrap_or_default(),
        sender: None,
        good_faith: String::new(),
        tell_user: None,
        tell_user_reason: None,
        law_notes: LawNotes::default(),
        officer: session.officer().row,
        created_at: now,
        changed_at: now,
    };
    let action = Action::new(Operation::Alteration, "referral-drafted", "referral");
    session.write(action, |w| {
        let prepared = w.reading(|reader| prepare(reader, session, request, now))?;
        let row = w.add_referral(&new)?;
        for (item, of_post) in &prepared {
            w.add_item(row, item, *of_post)?;
            if let Some(at) = request.seen_live {
                w.add_event(&NewEvent {
                    kind: "observed",
                    account: Some(item.account_row),
                    action: None,
                    item: None,
                    value: "live",
                    happened: &WorldTime::exact(at),
                    known: w.now(),
                    detail: &[],
                })?;
            }
        }
        Ok(())
    })?;
    read::read(session, new.id)
}

fn title(count: usize) -> String {
    if count == 1 {
        "Referral of an account advertising unlawful crossings".into()
    } else {
        "Referral of accounts advertising unlawful crossings".into()
    }
}

fn only_policy(platform: &str) -> Option<String> {
    match facts::policies(platform).as_slice() {
        [only] => Some(only.code.clone()),
        _ => None,
    }
}

/// A rule must be one of the platform's.
pub(crate) fn check_policy(code: Option<&str>, platform: &str) -> Result<()> {
    let Some(code) = code else { return Ok(()) };
    match facts::policy(code) {
        Some(policy) if policy.platform == platform => Ok(()),
        Some(policy) => Err(Error::refused(
            "the-platforms-own-rule",
            format!(
                "{} is a rule of {}, not of {platform}.",
                policy.name, policy.platform
            ),
        )),
        None => Err(Error::Invalid(format!(
            "There is no platform rule with the code {code}."
        ))),
    }
}

/// A DSA notice rests on Union or member-state law; UK law alone is refused.
pub(crate) fn check_law(code: Option<&str>, route: Route) -> Result<()> {
    let Some(code) = code else { return Ok(()) };
    let law = facts::law(code)
        .ok_or_else(|| Error::Invalid(format!("There is no law with the code {code}.")))?;
    if route == Route::DsaNotice && law.jurisdiction.starts_with("UK") {
        return Err(Error::refused(
            "dsa-notice-needs-eu-law",
            format!(
                "A notice under the Digital Services Act cannot rest on UK law alone ({}).",
                law.name
            ),
        ));
    }
    Ok(())
}

/// Says nothing about the case: two letters, four signs, three digits, by chance.
fn outside_reference(session: &Session) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";
    const SIGNS: &[u8] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let chance: [u8; 8] = session.host().random();
    let pick = |at: usize, from: &[u8]| -> char {
        let byte = usize::from(chance.get(at).copied().unwrap_or_default());
        char::from(from.get(byte % from.len()).copied().unwrap_or(b'X'))
    };
    let number = u16::from(chance[6]) * 256 + u16::from(chance[7]);
    format!(
        "{}{}-{}{}{}{}-{:03}",
        pick(0, LETTERS),
        pick(1, LETTERS),
        pick(2, SIGNS),
        pick(3, SIGNS),
        pick(4, SIGNS),
        pick(5, SIGNS),
        number % 1000
    )
}

pub(super) type Prepared = (Item, Option<i64>);

/// The items of a request, or why one of its accounts is not referred.
pub(super) fn prepare(
    reader: &Reader<'_>,
    session: &Session,
    request: &DraftReferralRequest,
    now: Instant,
) -> Result<Vec<Prepared>> {
    let accounts: BTreeSet<AccountId> = request.accounts.iter().copied().collect();
    if accounts.len() != request.accounts.len() {
        return Err(Error::Invalid("An account is named twice.".into()));
    }
    let rows: Vec<(i64, AccountId)> = request
        .accounts
        .iter()
        .map(|id| Ok((account::row(reader, *id)?, *id)))
        .collect::<Result<_>>()?;
    guard::refuse_protected(reader, &rows, now)?;
    let mut unassessed = Vec::new();
    let mut prepared = Vec::new();
    for id in &request.accounts {
        let facts = account::by_id(reader, *id)?;
        role::refuse_never_referred(reader, facts.row)?;
        if facts.unit == Unit::ShortLink {
            return Err(Error::refused(
                "unresolved-short-link",
                format!(
                    "{id} is a short link. Import the address it leads to beside it; only that can be referred."
                ),
            ));
        }
        if facts.platform != request.platform {
            return Err(Error::refused(
                "one-referral-one-platform",
                format!(
                    "{id} is an account of {}, not of {}.",
                    facts.platform, request.platform
                ),
            ));
        }
        if !again::may_go_again(reader, facts.row)? {
            let which = again::standing_in(reader, facts.row)?;
            return Err(Error::refused(
                "in-one-draft-only",
                format!("{id} is already in {which}, which did not leave it standing."),
            ));
        }
        match assessed::of(reader, facts.row, now)? {
            Stands::Refers(found) => {
                let (item, of_post) = item(reader, session, &facts, &found)?;
                prepared.push((with_live(reader, item, request.seen_live)?, of_post));
            }
            Stands::Not(_) => unassessed.push(id.to_string()),
        }
    }
    if unassessed.is_empty() {
        return Ok(prepared);
    }
    Err(Error::Refused {
        rule: "own-fresh-assessment",
        message: format!(
            "{} of the accounts have no assessment of their own, of the words as they stand, that says refer, with every line answered No.",
            unassessed.len()
        ),
        missing: unassessed,
    })
}

fn with_live(reader: &Reader<'_>, item: Item, seen: Option<Instant>) -> Result<Item> {
    let seen_live = match seen {
        Some(at) => Some(WorldTime::exact(at)),
        None => event::last(reader, item.account_row, "observed", "live")?,
    };
    Ok(Item { seen_live, ..item })
}

fn item(
    reader: &Reader<'_>,
    session: &Session,
    facts: &account::AccountFacts,
    found: &AssessmentView,
) -> Result<Prepared> {
    let seen = sighting::of_account(reader, facts.row)?;
    let named = seen.iter().find(|seen| seen.written.is_some());
    let address = addresses::as_seen(facts.platform.as_str(), &seen);
    let posts = post::of_account(reader, facts.row)?;
    let (place, words, of_post) = match (&facts.bio, posts.first()) {
        (Some(bio), _) if !bio.trim().is_empty() => ("profile text".to_owned(), bio.clone(), None),
        (_, Some(post)) => (post_place(post), post.text.clone(), Some(post.id)),
        _ => (
            "profile".to_owned(),
            facts.display_name.clone().unwrap_or_default(),
            None,
        ),
    };
    let translation = best(translation::of_account(reader, facts.row)?, of_post);
    let exhibits = exhibit::of_account(reader, facts.row)?;
    let item = Item {
        row: 0,
        id: ItemId::from_uuid(session.host().uuid()),
        account_row: facts.row,
        account: facts.id,
        label: String::new(),
        unit: facts.unit,
        post: of_post,
        assessment: found.id,
        canonical: address
            .as_deref()
            .and_then(|address| addresses::canonical(facts.platform.as_str(), address)),
        address,
        platform_id: seen.iter().find_map(|seen| seen.platform_id.clone()),
        handle: named.and_then(|seen| seen.written.clone()),
        handle_seen: named.map(|seen| seen.seen.clone()),
        seen_live: None,
        place,
        words,
        translation_by: translation
            .as_ref()
            .map(|translation| format!("{}, {}", translation.by, status(translation))),
        translation: translation.map(|translation| translation.text),
        why: found.reason.clone(),
        exhibits: exhibits
            .into_iter()
            .filter(|exhibit| !exhibit.is_stopped)
            .map(|exhibit| exhibit.id)
            .collect(),
    };
    let of_post = of_post
        .map(|id| post::row(reader, facts.row, id))
        .transpose()?;
    Ok((item, of_post))
}

fn post_place(post: &post::Post) -> String {
    let unit = match post.unit {
        Unit::Story => "story",
        Unit::Live => "live",
        Unit::Ad => "advert",
        _ => "post",
    };
    match post.canonical_url.as_ref().or(post.url.as_ref()) {
        Some(url) => format!("{unit} {url}"),
        None => unit.to_owned(),
    }
}

/// The furthest checked translation of the words as they stand, the newest of equals.
fn best(all: Vec<TranslationView>, of_post: Option<PostId>) -> Option<TranslationView> {
    let rank = |view: &TranslationView| match view.status {
        TranslationStatus::Gist => 0,
        TranslationStatus::Checked => 1,
        TranslationStatus::Certified => 2,
    };
    all.into_iter()
        .filter(|view| view.post == of_post && !view.is_of_earlier_text)
        .rev()
        .max_by_key(rank)
}

const fn status(view: &TranslationView) -> &'static str {
    match view.status {
        TranslationStatus::Gist => "gist",
        TranslationStatus::Checked => "checked",
        TranslationStatus::Certified => "certified",
    }
}
