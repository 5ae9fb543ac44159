//! What officers say of who operates accounts: together, or apart. A word stands until it is taken back.

use super::{name_of, word};
use crate::retract::of_account;
use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::network::{DeclarationKind, DeclarationView, DeclaredAccountView};
use breakwater_model::{AccountId, DeclarationId, Instant};
use rusqlite::{Connection, OptionalExtension, named_params};

/// The tables.
pub const CREATE: &str = "
CREATE TABLE declaration (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('together', 'apart')),
  name TEXT,                 -- what the officer calls the network
  reason TEXT NOT NULL,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  CHECK (name IS NULL OR kind = 'together')
) STRICT;
CREATE TABLE declared (
  id INTEGER PRIMARY KEY,
  declaration INTEGER NOT NULL REFERENCES declaration (id),
  account INTEGER NOT NULL REFERENCES account (id),
  side INTEGER NOT NULL CHECK (side IN (0, 1)),  -- of those held apart; 0 where they are together
  is_retracted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (declaration, account)
) STRICT;
CREATE INDEX declared_by_account ON declared (account);
";

/// A declaration that stands, with the rows of its accounts that stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaration {
    /// Row.
    pub row: i64,
    /// Id.
    pub id: DeclarationId,
    /// Together or apart.
    pub kind: DeclarationKind,
    /// Name of the network.
    pub name: Option<String>,
    /// Why.
    pub reason: String,
    /// The officer's name.
    pub officer: String,
    /// When.
    pub at: Instant,
    /// Whom it is about; of `apart` those on one side.
    pub accounts: Vec<i64>,
    /// Of `apart` those on the other side.
    pub from: Vec<i64>,
}

impl Declaration {
    /// True if something is left to say: two accounts that stand, of `apart` one on each side.
    fn says(&self) -> bool {
        match self.kind {
            DeclarationKind::Together => self.accounts.len() > 1,
            DeclarationKind::Apart => !self.accounts.is_empty() && !self.from.is_empty(),
        }
    }

    /// Everybody it is about.
    pub fn everybody(&self) -> impl Iterator<Item = i64> + '_ {
        self.accounts.iter().chain(&self.from).copied()
    }

    /// True if it says something of these two: that they are together, or apart.
    pub fn is_of(&self, one: i64, other: i64) -> bool {
        let (a, b) = (&self.accounts, &self.from);
        match self.kind {
            DeclarationKind::Together => a.contains(&one) && a.contains(&other),
            DeclarationKind::Apart => {
                (a.contains(&one) && b.contains(&other)) || (a.contains(&other) && b.contains(&one))
            }
        }
    }

    /// The declaration as it is shown, with what its accounts are called.
    pub fn view(&self, db: &Connection) -> Result<DeclarationView> {
        self.told(db, &|_| true)
    }

    /// The same, naming of its accounts these alone.
    pub fn view_of(&self, db: &Connection, accounts: &[i64]) -> Result<DeclarationView> {
        self.told(db, &|row| accounts.contains(&row))
    }

    fn told(&self, db: &Connection, is_named: &dyn Fn(i64) -> bool) -> Result<DeclarationView> {
        let named = |rows: &[i64]| {
            rows.iter()
                .filter(|row| is_named(**row))
                .map(|row| named(db, *row))
                .collect::<Result<_>>()
        };
        Ok(DeclarationView {
            id: self.id,
            kind: self.kind,
            name: self.name.clone(),
            reason: self.reason.clone(),
            officer: self.officer.clone(),
            at: self.at,
            accounts: named(&self.accounts)?,
            from: named(&self.from)?,
        })
    }
}

fn named(db: &Connection, row: i64) -> Result<DeclaredAccountView> {
    Ok(db
        .prepare_cached(
            "SELECT a.uid, s.label FROM account_state s JOIN account a ON a.id = s.account WHERE s.account = :row",
        )?
        .query_row(named_params! { ":row": row }, |row| {
            Ok(DeclaredAccountView {
                id: AccountId::from_bytes(row.get(0)?),
                label: row.get(1)?,
            })
        })?)
}

/// Every declaration that stands and says something, the newest first.
pub fn standing(db: &Connection) -> Result<Vec<Declaration>> {
    read(db, None)
}

/// Those that are about an account.
pub fn of(db: &Connection, account: i64) -> Result<Vec<Declaration>> {
    read(db, Some(account))
}

fn read(db: &Connection, about: Option<i64>) -> Result<Vec<Declaration>> {
    let mut statement = db.prepare_cached(
        "SELECT d.id, d.uid, d.kind, d.name, d.reason, o.name, d.at_ms, s.account, e.side
         FROM declaration d JOIN officer o ON o.id = d.officer
         JOIN declared e ON e.declaration = d.id
         LEFT JOIN merge g ON g.account = e.account AND g.is_retracted = 0
         JOIN account_state s ON s.account = coalesce(g.into_account, e.account)
         WHERE d.is_retracted = 0 AND e.is_retracted = 0
           AND (:about IS NULL OR d.id IN (SELECT declaration FROM declared
             WHERE account IN (SELECT :about UNION ALL SELECT account FROM merge WHERE into_account = :about AND is_retracted = 0)
               AND is_retracted = 0))
         ORDER BY d.id DESC, s.account",
    )?;
    let mut rows = statement.query(named_params! { ":about": about })?;
    let mut all: Vec<Declaration> = Vec::new();
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        if all.last().is_none_or(|last| last.row != id) {
            all.push(Declaration {
                row: id,
                id: DeclarationId::from_bytes(row.get(1)?),
                kind: word(row, 2)?,
                name: row.get(3)?,
                reason: row.get(4)?,
                officer: row.get(5)?,
                at: Instant(row.get(6)?),
                accounts: Vec::new(),
                from: Vec::new(),
            });
        }
        let (account, is_other): (i64, bool) = (row.get(7)?, row.get(8)?);
        if let Some(last) = all.last_mut() {
            let side = if is_other {
                &mut last.from
            } else {
                &mut last.accounts
            };
            if !side.contains(&account) {
                side.push(account);
            }
        }
    }
    all.retain(Declaration::says);
    Ok(all)
}

/// The rows of a declaration and of the accounts it names, standing as it does.
fn rows_of(db: &Connection, id: DeclarationId) -> Result<(i64, Vec<(i64, i64)>)> {
    let row: i64 = db
        .prepare_cached("SELECT id FROM declaration WHERE uid = :uid AND is_retracted = 0")?
        .query_row(named_params! { ":uid": id.bytes() }, |row| row.get(0))
        .optional()?
        .ok_or(Error::NotFound("declaration"))?;
    let mut statement = db.prepare_cached(
        "SELECT id, account FROM declared WHERE declaration = :row AND is_retracted = 0 ORDER BY id",
    )?;
    let members = statement
        .query_map(named_params! { ":row": row }, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok((row, members))
}

/// What is said.
#[derive(Debug, Clone, Copy)]
pub struct NewDeclaration<'a> {
    /// Together or apart.
    pub kind: DeclarationKind,
    /// Rows of those it is about.
    pub accounts: &'a [i64],
    /// Of `apart` the rows on the other side.
    pub from: &'a [i64],
    /// Name of the network.
    pub name: Option<&'a str>,
    /// Why.
    pub reason: &'a str,
}

impl Writer<'_> {
    /// Says of accounts that they are operated together, or apart. It stands in the history of each.
    pub fn declare(&mut self, new: &NewDeclaration<'_>) -> Result<DeclarationId> {
        let id = DeclarationId::from_uuid(self.uuid());
        self.db()
            .prepare_cached(
                "INSERT INTO declaration (uid, kind, name, reason, officer, at_ms)
                 VALUES (:uid, :kind, :name, :reason, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": id.bytes(), ":kind": name_of(&new.kind), ":name": new.name, ":reason": new.reason,
                ":officer": self.officer(), ":at": self.now().0,
            })?;
        let declaration = self.db().last_insert_rowid();
        self.made(of_nobody(declaration))?;
        let sides = [(new.accounts, 0), (new.from, 1)];
        for (account, side) in sides
            .iter()
            .flat_map(|(rows, side)| rows.iter().map(move |row| (*row, *side)))
        {
            self.db()
                .prepare_cached(
                    "INSERT INTO declared (declaration, account, side) VALUES (:declaration, :account, :side)",
                )?
                .execute(named_params! { ":declaration": declaration, ":account": account, ":side": side })?;
            self.made(of_account(
                "declared",
                self.db().last_insert_rowid(),
                account,
            ))?;
        }
        Ok(id)
    }

    /// Gives a declared network another name, or none. False if it has it already.
    ///
    /// # Errors
    /// It does not stand, or says that accounts are apart.
    pub fn rename_declaration(&mut self, id: DeclarationId, name: Option<&str>) -> Result<bool> {
        let (row, members) = rows_of(self.db(), id)?;
        let (kind, old): (String, Option<String>) = self
            .db()
            .prepare_cached("SELECT kind, name FROM declaration WHERE id = :row")?
            .query_row(named_params! { ":row": row }, |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        if kind != "together" {
            return Err(Error::Invalid(
                "Only accounts that are operated together have a name.".into(),
            ));
        }
        if old.as_deref() == name {
            return Ok(false);
        }
        self.db()
            .prepare_cached("UPDATE declaration SET name = :name WHERE id = :row")?
            .execute(named_params! { ":name": name, ":row": row })?;
        for (member, account) in members {
            self.changed(
                of_account("declared", member, account),
                "name",
                old.as_deref(),
                name,
            )?;
        }
        Ok(true)
    }

    /// Takes a declaration back: it says nothing any more, and stays in the history of each account.
    pub fn take_back_declaration(&mut self, id: DeclarationId) -> Result<()> {
        let (row, members) = rows_of(self.db(), id)?;
        for (member, account) in members {
            self.retract(of_account("declared", member, account))?;
        }
        self.retract(of_nobody(row))?;
        Ok(())
    }
}

const fn of_nobody(row: i64) -> Record {
    Record {
        kind: "declaration",
        row,
        account: None,
    }
}

/// Accounts of a declaration that stands.
pub fn accounts_of(db: &Connection, id: DeclarationId) -> Result<Vec<AccountId>> {
    let (_, members) = rows_of(db, id)?;
    members
        .into_iter()
        .map(|(_, account)| super::account::id(db, account))
        .collect()
}
