//! What an officer says of who operates accounts: together, or apart. It names a reason, and stands until taken back.

use crate::{Error, Result, Session};
use breakwater_casefile::table::account;
use breakwater_casefile::table::declaration::{self, NewDeclaration};
use breakwater_casefile::{Action, Reader, Writer};
use breakwater_model::audit::Operation;
use breakwater_model::network::{DeclarationKind, DeclareRequest, DeclaredView};
use breakwater_model::{AccountId, DeclarationId, SetId};
use std::collections::BTreeSet;

/// Most accounts that are said to be operated together at once.
const TOGETHER: usize = 2_000;
/// Most accounts on a side of those held apart: each is held apart from each of the other side.
const APART: usize = 50;
/// Fewest and most characters of a reason.
const REASON: std::ops::RangeInclusive<usize> = 3..=2_000;
/// Most characters of a name.
const LONGEST: usize = 80;

/// Says of accounts that they are operated together, or that those on one side are not operated by whoever operates
/// those on the other.
///
/// # Errors
/// There is no reason; too few or too many accounts; an account stands on both sides. Refused by rule: `held-apart`,
/// `declared-together`, if somebody said the opposite and it stands.
pub fn declare(session: &Session, request: &DeclareRequest) -> Result<DeclaredView> {
    let reason = reason(&request.reason)?;
    let name = name(request.name.as_deref())?;
    let (accounts, from) = sides(request)?;
    let is_together = request.kind == DeclarationKind::Together;
    if !is_together && name.is_some() {
        return Err(Error::Invalid(
            "Accounts that are apart have no name together.".into(),
        ));
    }
    let action = if is_together {
        "network-declared"
    } else {
        "network-cut"
    };
    let action = Action::new(Operation::Combination, action, "account")
        .word("reason", reason)
        .word("name", name.unwrap_or_default());
    let (id, done) = session.write(action, |w| {
        let accounts = rows(w, &accounts)?;
        let from = rows(w, &from)?;
        w.reading(|reader| against(reader, request.kind, &accounts, &from))?;
        let kind = request.kind;
        w.declare(&NewDeclaration {
            kind,
            accounts: &accounts,
            from: &from,
            name,
            reason,
        })
    })?;
    Ok(DeclaredView { id, set: done.set })
}

/// Gives a declared network another name, or none; null if it has it already.
///
/// # Errors
/// It does not stand, or says that accounts are apart.
pub fn rename(session: &Session, id: DeclarationId, to: Option<&str>) -> Result<Option<SetId>> {
    let to = name(to)?;
    let current = session.read(|reader| {
        let all = declaration::standing(reader)?;
        let found = all.into_iter().find(|one| one.id == id);
        found.ok_or(Error::NotFound("declaration"))
    })?;
    if current.name.as_deref() == to {
        return Ok(None);
    }
    let action = Action::new(Operation::Combination, "network-renamed", "account");
    let (_, done) = session.write(action, |w| {
        subjects(w, id)?;
        w.rename_declaration(id, to)
    })?;
    Ok(Some(done.set))
}

/// Takes a declaration back, with the reason why.
///
/// # Errors
/// There is no reason, or it does not stand.
pub fn take_back(session: &Session, id: DeclarationId, why: &str) -> Result<SetId> {
    let action = Action::new(Operation::Combination, "network-word-taken-back", "account")
        .word("reason", reason(why)?);
    let ((), done) = session.write(action, |w| {
        subjects(w, id)?;
        w.take_back_declaration(id)
    })?;
    Ok(done.set)
}

fn subjects(w: &mut Writer<'_>, id: DeclarationId) -> Result<()> {
    for account in w.reading(|reader| declaration::accounts_of(reader, id))? {
        w.subject(account.uuid());
    }
    Ok(())
}

pub(super) fn reason(text: &str) -> Result<&str> {
    let text = text.trim();
    if REASON.contains(&text.chars().count()) {
        return Ok(text);
    }
    Err(Error::Invalid(format!(
        "Say why, in {} to {} characters.",
        REASON.start(),
        REASON.end()
    )))
}

fn name(text: Option<&str>) -> Result<Option<&str>> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    let is_bad = |text: &str| text.chars().count() > LONGEST || text.contains(char::is_control);
    if text.is_some_and(is_bad) {
        return Err(Error::Invalid(format!(
            "A name is one line of at most {LONGEST} characters."
        )));
    }
    Ok(text)
}

type Ids = BTreeSet<AccountId>;

fn sides(request: &DeclareRequest) -> Result<(Ids, Ids)> {
    let accounts: Ids = request.accounts.iter().copied().collect();
    let from: Ids = request.from.iter().copied().collect();
    let wrong = match request.kind {
        DeclarationKind::Together if !from.is_empty() => {
            Some("Who is operated together has no other side.".to_owned())
        }
        DeclarationKind::Together if !(2..=TOGETHER).contains(&accounts.len()) => {
            Some(format!("Name 2 to {TOGETHER} accounts."))
        }
        DeclarationKind::Apart if accounts.is_empty() || from.is_empty() => {
            Some("Name an account on each side.".to_owned())
        }
        DeclarationKind::Apart if accounts.len().max(from.len()) > APART => {
            Some(format!("Name at most {APART} accounts on a side."))
        }
        DeclarationKind::Apart if !accounts.is_disjoint(&from) => {
            Some("An account stands on both sides.".to_owned())
        }
        _ => None,
    };
    wrong.map_or(Ok((accounts, from)), |wrong| Err(Error::Invalid(wrong)))
}

fn rows(w: &mut Writer<'_>, ids: &Ids) -> Result<Vec<i64>> {
    let rows = w.reading(|reader| ids.iter().map(|id| account::row(reader, *id)).collect())?;
    for id in ids {
        w.subject(id.uuid());
    }
    Ok(rows)
}

/// Refuses what contradicts a word that stands.
fn against(
    reader: &Reader<'_>,
    kind: DeclarationKind,
    accounts: &[i64],
    from: &[i64],
) -> Result<()> {
    let all = declaration::standing(reader)?;
    let opposite = all.iter().filter(|one| one.kind != kind);
    for one in opposite {
        let others = if kind == DeclarationKind::Together {
            accounts
        } else {
            from
        };
        let mut pairs = accounts
            .iter()
            .flat_map(|a| others.iter().map(move |b| (*a, *b)));
        let Some((a, b)) = pairs.find(|(a, b)| a != b && one.is_of(*a, *b)) else {
            continue;
        };
        let view = one.view_of(reader, &[a, b])?;
        let called: Vec<String> = view
            .accounts
            .iter()
            .chain(&view.from)
            .map(|account| account.label.clone())
            .collect();
        let (rule, said) = match one.kind {
            DeclarationKind::Together => ("declared-together", "are operated together"),
            DeclarationKind::Apart => ("held-apart", "are not operated together"),
        };
        return Err(Error::refused(
            rule,
            format!(
                "{} said on {} that {} {said}: {}. Take that back first.",
                view.officer,
                view.at.utc().format("%Y-%m-%d"),
                called.join(" and "),
                view.reason
            ),
        ));
    }
    Ok(())
}
