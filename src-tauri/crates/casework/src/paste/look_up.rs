//! Looking up what was pasted. A record found so was consulted: one entry with the ids of all.

use super::known::{self, Found};
use crate::{Result, Session};
use breakwater_casefile::register::{self, Lookup};
use breakwater_casefile::{Action, Reader, query};
use breakwater_model::Instant;
use breakwater_model::audit::Operation;
use breakwater_model::list::AccountRow;
use breakwater_model::paste::{LinkGroup, LinkKind, LinkView, LinkWarningView};
use breakwater_model::platform::Platform;
use breakwater_model::register::RegisterList;
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
        all.push(session.read(|reader| view(reader, &registers, &link, listed, now))?);
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
    remark: Option<(&'static str, String)>,
}

fn listed(session: &Session, link: &Identified, now: Instant) -> Result<Option<Listed>> {
    let officer = session.officer().row;
    let found = session.read(|reader| {
        let Some(Found { row, remark }) = known::account_of(reader, link, now)? else {
            return Ok(None);
        };
        Ok(known::row(reader, row, officer)?.map(|account| Listed {
            row,
            account,
            remark,
        }))
    })?;
    if found.is_some() {
        return Ok(found);
    }
    let Some((account, total)) = known::with_number(session, link)? else {
        return Ok(None);
    };
    let row =
        session.read(|reader| breakwater_casefile::table::account::row(reader, account.id))?;
    let what = match total {
        1 => "It stands in the texts of this account.".to_owned(),
        more => format!("It stands in the texts of {more} accounts; this is one of them."),
    };
    Ok(Some(Listed {
        row,
        account,
        remark: Some(("in-texts", what)),
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
    let strictest = hits.first().map(|hit| hit.list);
    let group = group(reader, link, listed.as_ref(), strictest)?;
    let mut warnings: Vec<LinkWarningView> = link
        .warnings
        .iter()
        .map(|warning| said(warning.code, &warning.what))
        .collect();
    if let Some((code, what)) = listed.as_ref().and_then(|listed| listed.remark.as_ref()) {
        warnings.push(said(code, what));
    }
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
