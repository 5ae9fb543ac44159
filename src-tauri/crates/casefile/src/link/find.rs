//! The links of one account: asked when they are shown, from what stands then.

use super::alike::alike;
use super::lives::{Chains, between};
use super::names::Names;
use super::never::Never;
use crate::query;
use crate::session::Session;
use crate::table::declaration::{self, Declaration};
use crate::table::{merge, role};
use crate::{Reader, Result};
use breakwater_model::link::{LinkReasonView, LinkedView, LinksView, SharedView, TieKind};
use breakwater_model::network::DeclarationKind;
use breakwater_model::role::PersonRole;
use breakwater_text::link::{facts, naming, of_code};
use rusqlite::types::Value;
use rusqlite::{Connection, named_params};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::rc::Rc;
use std::sync::Arc;

/// Linked accounts shown.
const SHOWN: usize = 200;

/// What was found, account by account.
struct Found<'a> {
    db: &'a Connection,
    own: i64,
    group: Vec<i64>,
    never: Never,
    /// Accounts that join nobody: victims, children, third parties.
    apart: HashSet<i64>,
    /// What was said of the people behind accounts.
    roles: BTreeMap<i64, PersonRole>,
    names: Arc<Names>,
    links: BTreeMap<i64, BTreeSet<(TieKind, String)>>,
    shared: Vec<SharedView>,
}

/// Accounts that share something with this one, and what stands on too many to link anybody.
pub fn links(session: &Session, account: i64) -> Result<LinksView> {
    if let Some(why) = why_none(session, account)? {
        return Ok(LinksView {
            why_none: Some(why),
            ..LinksView::default()
        });
    }
    let scoring = session.scoring();
    let alike = alike(session, account, scoring.lexicons())?;
    let names = session.links().names(session)?;
    session.read(|reader| {
        let mut found = Found {
            db: reader.db(),
            own: account,
            group: merge::group(reader.db(), account)?,
            never: Never::read(reader)?,
            apart: role::kept_apart(reader.db())?.into_iter().collect(),
            roles: role::said_of(reader.db())?,
            names,
            links: BTreeMap::new(),
            shared: Vec::new(),
        };
        found.by_ties()?;
        found.by_handles()?;
        found.by_pictures()?;
        found.put(TieKind::Text, "", alike);
        view(reader, found, session.officer().row)
    })
}

/// Why an account is linked with nobody, whatever it shares; `None` where its role does not keep it apart.
fn why_none(session: &Session, account: i64) -> Result<Option<String>> {
    let role = session
        .read(|reader| role::of_account(reader.db(), account))?
        .role;
    Ok(match role {
        PersonRole::Victim => Some("victim"),
        PersonRole::Child => Some("child"),
        PersonRole::ThirdParty => Some("third party"),
        PersonRole::Unknown | PersonRole::Suspect | PersonRole::Witness => None,
    }
    .map(|role| {
        format!("The person behind it is a {role} to the case: it is linked with nobody and in no network.")
    }))
}

fn view(reader: &Reader<'_>, found: Found<'_>, officer: i64) -> Result<LinksView> {
    let said = declaration::of(reader.db(), found.own)?;
    let mut links = found.links;
    for other in said.iter().flat_map(Declaration::everybody) {
        if other != found.own
            && !found.apart.contains(&other)
            && said.iter().any(|one| one.is_of(found.own, other))
        {
            links.entry(other).or_default();
        }
    }
    let own = found.own;
    let is = |kind: DeclarationKind, other: i64| {
        let mut said = said.iter();
        said.any(|one| one.kind == kind && one.is_of(own, other))
    };
    let mut links: Vec<(i64, Vec<(TieKind, String)>)> = links
        .into_iter()
        .map(|(account, reasons)| (account, reasons.into_iter().collect()))
        .collect();
    links.sort_by_key(|(account, reasons)| {
        let is_together = is(DeclarationKind::Together, *account);
        (Reverse(is_together), Reverse(kinds(reasons)), *account)
    });
    let mut standing = reader
        .db()
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM account_state WHERE account = :account)")?;
    let mut stands = Vec::with_capacity(links.len());
    for (account, reasons) in links {
        if standing.query_row(named_params! { ":account": account }, |row| row.get(0))? {
            stands.push((account, reasons));
        }
    }
    let total = u32::try_from(stands.len()).unwrap_or(u32::MAX);
    stands.truncate(SHOWN);
    let wanted: Vec<i64> = stands.iter().map(|(account, _)| *account).collect();
    let rows = query::rows(reader, &wanted, officer)?;
    let chains = Chains::read(reader.db())?;
    let mut links = Vec::with_capacity(rows.len());
    for (account, (other, reasons)) in rows.into_iter().zip(stands) {
        let of_both = said.iter().filter(|one| one.is_of(own, other));
        let is_apart = is(DeclarationKind::Apart, other);
        links.push(LinkedView {
            account,
            is_network: kinds(&reasons) > 1 && !is_apart,
            succession: between(reader.db(), &chains, (own, other), !is_apart)?,
            reasons: reasons.into_iter().map(reason).collect(),
            said: of_both
                .map(|one| one.view_of(reader.db(), &[own, other]))
                .collect::<Result<_>>()?,
        });
    }
    Ok(LinksView {
        links,
        total,
        shared: found.shared,
        why_none: None,
        chain: chains.of(reader.db(), own)?,
    })
}

fn reason((kind, value): (TieKind, String)) -> LinkReasonView {
    LinkReasonView {
        kind,
        said: facts(kind).said.to_owned(),
        value,
    }
}

/// How many kinds there are that do not follow from each other: who is named as a contact is no second reason.
fn kinds(reasons: &[(TieKind, String)]) -> usize {
    let kinds: BTreeSet<TieKind> = reasons.iter().map(|(kind, _)| family(*kind)).collect();
    kinds.len()
}

/// Kinds that say the same.
pub(super) const fn family(kind: TieKind) -> TieKind {
    match kind {
        TieKind::Mention => TieKind::Contact,
        other => other,
    }
}

impl Found<'_> {
    /// These accounts share a value, unless they are too many or a register says that it links nobody.
    fn put(&mut self, kind: TieKind, value: &str, accounts: Vec<i64>) {
        let mut others: BTreeSet<i64> = accounts
            .into_iter()
            .map(|account| self.never.standing(account))
            .filter(|account| *account != self.own)
            .collect();
        let all = others.iter().copied().chain([self.own]);
        let differ = kind == TieKind::Phone && role::differ(&self.roles, all);
        others.retain(|account| !self.apart.contains(account));
        if others.is_empty() {
            return;
        }
        let why = differ
            .then(|| "stands on accounts of people in different roles".to_owned())
            .or_else(|| self.why_weightless(kind, value, others.len()));
        if let Some(why) = why {
            self.shared.push(SharedView {
                kind,
                value: value.to_owned(),
                accounts: u32::try_from(others.len() + 1).unwrap_or(u32::MAX),
                why,
            });
            return;
        }
        for other in others {
            let reasons = self.links.entry(other).or_default();
            reasons.insert((kind, value.to_owned()));
        }
    }

    /// The rows of the account: its own, and those of records merged into it.
    fn parts(&self) -> Rc<Vec<Value>> {
        Rc::new(self.group.iter().copied().map(Value::from).collect())
    }

    /// Why what stands on so many other accounts links nobody, in words.
    fn why_weightless(&self, kind: TieKind, value: &str, others: usize) -> Option<String> {
        let most = facts(kind).most as usize;
        if self.never.holds(kind, value) {
            return Some("stands on the register of what never links".to_owned());
        }
        if others >= most {
            return Some(format!("stands on more than {most} accounts"));
        }
        let names = (kind == TieKind::Naming).then_some(&self.names)?;
        names.why_weightless(value)
    }

    fn by_ties(&mut self) -> Result<()> {
        let own: Vec<(String, String)> = self
            .db
            .prepare_cached(
                "SELECT DISTINCT kind, value FROM tie WHERE account IN rarray(:own) ORDER BY kind, value",
            )?
            .query_map(named_params! { ":own": self.parts() }, |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        for (code, value) in own {
            let Some(kind) = of_code(&code) else { continue };
            let accounts = tied(self.db, &code, &value)?;
            self.put(kind, &value, accounts);
            if kind == TieKind::Contact
                && let Some((platform, handle)) = value.split_once(":@")
            {
                let named = holders(self.db, platform, handle)?;
                self.put(TieKind::Mention, &value, named);
            }
        }
        Ok(())
    }

    /// Who names one of its handles, and whose handles are made of the same letters.
    fn by_handles(&mut self) -> Result<()> {
        let own: Vec<(String, String)> = self
            .db
            .prepare_cached(
                "SELECT DISTINCT h.platform, h.folded FROM sighting s JOIN handle h ON h.id = s.handle
                 WHERE s.account IN rarray(:own) AND s.is_retracted = 0",
            )?
            .query_map(named_params! { ":own": self.parts() }, |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        for (platform, handle) in own {
            let key = format!("{platform}:@{handle}");
            let naming_it = tied(self.db, "contact", &key)?;
            self.put(TieKind::Mention, &key, naming_it);
            if let Some(name) = naming(&handle) {
                self.by_name(&name)?;
            }
        }
        Ok(())
    }

    /// Whose handles bear a name. Where too many do, nobody is looked up.
    fn by_name(&mut self, name: &str) -> Result<()> {
        let (bearers, most) = (self.names.bearers(name), facts(TieKind::Naming).most);
        if bearers <= most {
            let alike = named_alike(self.db, &self.names, name)?;
            self.put(TieKind::Naming, name, alike);
        } else if let Some(why) = self.names.why_weightless(name) {
            self.shared.push(SharedView {
                kind: TieKind::Naming,
                value: name.to_owned(),
                accounts: bearers,
                why,
            });
        }
        Ok(())
    }

    fn by_pictures(&mut self) -> Result<()> {
        let accounts: Vec<(i64, i64)> = self
            .db
            .prepare_cached(
                "SELECT o.id, other.account FROM exhibit own JOIN object o ON o.id = own.object
                 JOIN exhibit other ON other.object = o.id AND other.account <> own.account
                 WHERE own.account IN rarray(:own) AND own.is_retracted = 0 AND other.is_retracted = 0
                   AND o.media_type LIKE 'image/%' ORDER BY o.id",
            )?
            .query_map(named_params! { ":own": self.parts() }, |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        let mut by_object: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
        for (object, account) in accounts {
            by_object.entry(object).or_default().push(account);
        }
        for accounts in by_object.into_values() {
            self.put(TieKind::Picture, "", accounts);
        }
        Ok(())
    }
}

fn tied(db: &Connection, code: &str, value: &str) -> Result<Vec<i64>> {
    let mut statement =
        db.prepare_cached("SELECT account FROM tie WHERE kind = :kind AND value = :value")?;
    let rows = statement.query_map(named_params! { ":kind": code, ":value": value }, |row| {
        row.get(0)
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Accounts that were seen with a handle.
pub(super) fn holders(db: &Connection, platform: &str, handle: &str) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(
        "SELECT DISTINCT s.account FROM handle h JOIN sighting s ON s.handle = h.id
         WHERE h.platform = :platform AND h.folded = :handle AND s.is_retracted = 0",
    )?;
    let rows = statement.query_map(
        named_params! { ":platform": platform, ":handle": handle },
        |row| row.get(0),
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Accounts with a handle of these letters, on any platform.
fn named_alike(db: &Connection, names: &Names, name: &str) -> Result<Vec<i64>> {
    let mut handle = db.prepare_cached("SELECT folded FROM handle WHERE id = :id")?;
    let mut seen = db.prepare_cached(
        "SELECT DISTINCT account FROM sighting WHERE handle = :id AND is_retracted = 0",
    )?;
    let mut all = Vec::new();
    for id in names.named(name) {
        let folded: String = handle.query_row(named_params! { ":id": id }, |row| row.get(0))?;
        if naming(&folded).as_deref() == Some(name) {
            let rows = seen.query_map(named_params! { ":id": id }, |row| row.get(0))?;
            all.extend(rows.collect::<rusqlite::Result<Vec<i64>>>()?);
        }
    }
    Ok(all)
}
