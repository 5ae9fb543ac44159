//! Looking up what was pasted. A record found so was consulted: one entry with the ids of all.

use super::known::{self, Found};
use crate::account::{apart, same_handle};
use crate::{Result, Session};
use breakwater_casefile::register::{self, Lookup};
use breakwater_casefile::{Action, Reader, query};
use breakwater_model::Instant;
use breakwater_model::audit::Operation;
use breakwater_model::list::AccountRow;
use breakwater_model::paste::{LinkGroup, LinkKind, LinkView, LinkWarningView};
use breakwater_model::platform::{Platform, Unit};
use breakwater_model::register::{MatchedBy, RegisterHitView, RegisterList};
use breakwater_text::defang;
use breakwater_text::identity::{self, Identified, Kind};
use std::collections::BTreeSet;

/// Every link, handle and number of a text, each once, in order: known or not, where it stands, on which register.
///
/// Short links stay unresolved; nothing is guessed and nothing outside the case is asked.
pub fn look_up(session: &Session, text: &str) -> Result<Vec<LinkView>> {
    let now = session.host().now();
    let registers = session.read(Lookup::load)?;
    let mut all = Vec::new();
    for link in identity::mentions(text) {
        let listed = listed(session, &link, now)?;
        let elsewhere = match listed {
            None => number_elsewhere(session, &link)?,
            Some(_) => None,
        };
        let mut view = session.read(|reader| view(reader, &registers, &link, listed, now))?;
        view.warnings.extend(elsewhere);
        all.push(view);
    }
    let ids: BTreeSet<_> = all.iter().filter_map(|link| link.account).collect();
    if !ids.is_empty() {
        let action = Action::new(Operation::Consultation, "links-looked-up", "account");
        session.note(
            ids.into_iter()
                .fold(action, |action, id| action.on(id.uuid())),
        )?;
    }
    Ok(all)
}

/// The account a link names, and what is to be said of how it was found.
struct Listed {
    row: i64,
    account: AccountRow,
    remarks: Vec<(&'static str, String)>,
}

fn listed(session: &Session, link: &Identified, now: Instant) -> Result<Option<Listed>> {
    let officer = session.officer().row;
    let found = session.read(|reader| {
        let Some(Found { row, mut remarks }) = known::account_of(reader, link, now)? else {
            return Ok(None);
        };
        remarks.extend(others(session, reader, row)?);
        Ok(known::row(reader, row, officer)?.map(|account| Listed {
            row,
            account,
            remarks,
        }))
    })?;
    if found.is_some() {
        return Ok(found);
    }
    // An account on a platform is not the one in whose texts its number stands.
    if link.platform.is_some() {
        return Ok(None);
    }
    let Some((account, total)) = known::with_number(session, link)? else {
        return Ok(None);
    };
    let row =
        session.read(|reader| breakwater_casefile::table::account::row(reader, account.id))?;
    Ok(Some(Listed {
        row,
        account,
        remarks: vec![("in-texts", in_texts("this account", total))],
    }))
}

/// That a number is one of an account, or of several.
fn in_texts(which: &str, total: u32) -> String {
    match total {
        1 => format!("The number is one of {which}, or stands in its texts."),
        more => format!(
            "The number is one of {which} and {} more, or stands in their texts.",
            more - 1
        ),
    }
}

/// What is said of a number on a platform that the case knows otherwise.
fn number_elsewhere(session: &Session, link: &Identified) -> Result<Option<LinkWarningView>> {
    if link.kind != Kind::Phone || link.platform.is_none() {
        return Ok(None);
    }
    let found = known::with_number(session, link)?;
    Ok(found.map(|(account, total)| {
        let (label, _) = apart::named(session, &account);
        said("in-texts", &in_texts(&label, total))
    }))
}

/// That others were seen with a handle of the account.
fn others(
    session: &Session,
    reader: &Reader<'_>,
    row: i64,
) -> Result<Option<(&'static str, String)>> {
    let others = same_handle::of_account(session, reader, row)?;
    let named: Vec<String> = others
        .iter()
        .map(|other| format!("{} ({})", other.label, other.words))
        .collect();
    Ok((!named.is_empty()).then(|| {
        let what = format!("Seen with a handle of it too: {}.", named.join(", "));
        ("same-handle", what)
    }))
}

fn view(
    reader: &Reader<'_>,
    registers: &Lookup,
    link: &Identified,
    listed: Option<Listed>,
    now: Instant,
) -> Result<LinkView> {
    let met = known::met(
        reader,
        registers,
        link,
        listed.as_ref().map(|listed| listed.row),
    )?;
    let hits: Vec<_> = registers
        .holding(&met, now)
        .into_iter()
        .map(|(entry, by)| register::view(entry, by))
        .collect();
    let is_alike = |hit: &RegisterHitView| hit.matched_by == MatchedBy::LookAlike;
    let strictest = hits.iter().find(|hit| !is_alike(hit)).map(|hit| hit.list);
    let alike = hits
        .iter()
        .find(|hit| is_alike(hit) && hit.list != RegisterList::NeverLinks);
    let group = match group(reader, link, listed.as_ref(), strictest)? {
        LinkGroup::New | LinkGroup::Known | LinkGroup::NotAdded if alike.is_some() => {
            LinkGroup::LooksLike
        }
        group => group,
    };
    let mut warnings = known_of(link, listed.as_ref());
    warnings.extend(alike.map(looks_like));
    if group == LinkGroup::NotAdded
        && warnings.is_empty()
        && let Some(why) = not_added(link)
    {
        warnings.push(said("cannot-be-added", why));
    }
    let account = listed.map(|listed| listed.account);
    Ok(LinkView {
        shown: shown(link),
        input: link.input.clone(),
        key: link.key.clone(),
        platform: link.platform.clone().map(Platform),
        kind: kind(link.kind),
        known: account.is_some(),
        status: account.as_ref().map(|account| account.status),
        register: strictest,
        account: account.as_ref().map(|account| account.id),
        label: account.map(|account| account.label),
        group,
        registers: hits,
        warnings,
    })
}

/// What is said of how a link was read and its account found. A short link that has led somewhere is known for that.
fn known_of(link: &Identified, listed: Option<&Listed>) -> Vec<LinkWarningView> {
    let is_resolved = link.kind == Kind::ShortLink
        && listed.is_some_and(|listed| listed.account.unit != Unit::ShortLink);
    let read = link.warnings.iter();
    let read = read.filter(|warning| !is_resolved || warning.code != "short-link");
    let mut all: Vec<_> = read
        .map(|warning| said(warning.code, &warning.what))
        .collect();
    let remarks = listed.into_iter().flat_map(|listed| &listed.remarks);
    all.extend(remarks.map(|(code, what)| said(code, what)));
    if is_resolved {
        let what = "A short link; somebody wrote down that it led to this account.";
        all.push(said("short-link-resolved", what));
    }
    all
}

/// What is said of a handle that can be taken for one on a register.
fn looks_like(hit: &RegisterHitView) -> LinkWarningView {
    let whose = hit.owner.as_deref().unwrap_or("owner not said");
    let list = register::list_words(hit.list);
    let what = format!(
        "It looks like {} on the {list} register ({whose}), in other letters. See whether it is the same.",
        defang::show(&hit.as_written)
    );
    said("looks-like", &what)
}

fn said(code: &str, what: &str) -> LinkWarningView {
    LinkWarningView {
        code: code.to_owned(),
        what: what.to_owned(),
    }
}

fn group(
    reader: &Reader<'_>,
    link: &Identified,
    listed: Option<&Listed>,
    strictest: Option<RegisterList>,
) -> Result<LinkGroup> {
    match strictest {
        Some(RegisterList::Protected) => return Ok(LinkGroup::Protected),
        Some(RegisterList::AskFirst) => return Ok(LinkGroup::AskFirst),
        _ => {}
    }
    let is_referred = strictest == Some(RegisterList::AlreadyReferred);
    Ok(match listed {
        Some(listed) if listed.account.unit == Unit::ShortLink => LinkGroup::ShortLink,
        Some(listed) => match known::standing(reader, listed.row, listed.account.status)? {
            LinkGroup::Known if is_referred => LinkGroup::AlreadyReferred,
            standing => standing,
        },
        None if is_referred => LinkGroup::AlreadyReferred,
        None if link.kind == Kind::ShortLink => LinkGroup::ShortLink,
        None if not_added(link).is_none() => LinkGroup::New,
        None => LinkGroup::NotAdded,
    })
}

/// Why no account can be made of a link that names none of the case; `None` if one can.
pub(super) fn not_added(link: &Identified) -> Option<&'static str> {
    match link.kind {
        Kind::Unknown => Some("It names nothing we know."),
        Kind::ShortLink => Some("A short link; where it leads is not known."),
        Kind::Phone if link.platform.is_none() => {
            Some("A telephone number alone is no account; it is not in the case.")
        }
        _ if link.platform.is_none() => Some("It does not say of which platform it is."),
        Kind::Post if link.account_key.is_none() => Some(
            "The address of the post does not say whose it is. Give the account's address too.",
        ),
        _ if link.holder_key().is_none() => Some("It names no account."),
        _ => None,
    }
}

const fn kind(kind: Kind) -> LinkKind {
    match kind {
        Kind::Account => LinkKind::Account,
        Kind::Post => LinkKind::Post,
        Kind::Page => LinkKind::Page,
        Kind::Group => LinkKind::Group,
        Kind::Channel => LinkKind::Channel,
        Kind::Invite => LinkKind::Invite,
        Kind::Phone => LinkKind::Phone,
        Kind::ShortLink => LinkKind::ShortLink,
        Kind::Website => LinkKind::Website,
        Kind::Unknown => LinkKind::Unknown,
    }
}

/// An address that cannot be followed by a slip of the mouse; a handle or number as it was pasted.
fn shown(link: &Identified) -> String {
    match &link.canonical_url {
        Some(url) => defang::show(url),
        None if link.input.contains(['/', '.']) => defang::show(&defang::undo(&link.input)),
        None => link.input.clone(),
    }
}

/// What was pasted, one line a link, with addresses nobody can follow by mistake. Nothing of the case is in it.
pub fn safe_text(text: &str) -> String {
    let mut lines = String::new();
    for link in identity::mentions(text) {
        let platform = link
            .platform
            .as_deref()
            .map(|code| query::platform_view(code, 0).name);
        let name = link.handle.as_deref().map(|name| format!("@{name}"));
        let mut parts: Vec<String> = name.into_iter().chain(platform).collect();
        parts.push(shown(&link));
        parts.dedup();
        lines.push_str(&parts.join(" · "));
        lines.push('\n');
    }
    lines
}
