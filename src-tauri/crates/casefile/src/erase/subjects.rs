//! What an entry of the log that is about an erased account may name instead of it: what hangs on the account, and what
//! held nobody else.

use super::{imports, listed};
use crate::Result;
use rusqlite::{Connection, named_params};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Ids of accounts and of what is of one account.
const OF_ACCOUNT: &str = "SELECT lower(hex(uid)) FROM account WHERE id IN rarray(:rows)
  UNION SELECT lower(hex(uid)) FROM letter WHERE account IN rarray(:rows)
  UNION SELECT lower(hex(uid)) FROM exhibit WHERE account IN rarray(:rows)
  UNION SELECT lower(hex(uid)) FROM referral_item WHERE account IN rarray(:rows)
  UNION SELECT lower(hex(uid)) FROM action WHERE account IN rarray(:rows)
  UNION SELECT lower(hex(uid)) FROM promise WHERE account IN rarray(:rows)";
/// Ids of referrals in which no other account stands that was not erased.
const REFERRALS: &str = "SELECT lower(hex(r.uid)) FROM referral r
  WHERE r.id IN (SELECT referral FROM referral_item WHERE account IN rarray(:rows))
    AND NOT EXISTS (SELECT 1 FROM referral_item o JOIN account a ON a.id = o.account
      WHERE o.referral = r.id AND a.erasure IS NULL AND a.id NOT IN rarray(:rows))";

/// Ids, in lower case and without hyphens, with the accounts they are of.
pub(super) struct Subjects {
    rows: Rc<Vec<rusqlite::types::Value>>,
    ids: BTreeSet<String>,
}

impl Subjects {
    /// Those of these accounts: the same before and after they are marked as erased.
    pub fn read(db: &Connection, rows: &[i64]) -> Result<Self> {
        let all = listed(rows);
        let mut ids = BTreeSet::new();
        for sql in [OF_ACCOUNT, REFERRALS] {
            let mut statement = db.prepare_cached(sql)?;
            let found = statement.query_map(named_params! { ":rows": all }, |row| row.get(0))?;
            for id in found {
                ids.insert(id?);
            }
        }
        ids.extend(imports::only_about(db, rows)?.into_iter().map(|(_, id)| id));
        Ok(Self { rows: all, ids })
    }

    /// True if any of these subjects of an entry is one of them, and none is another account that was not erased.
    pub fn are_all_of(&self, db: &Connection, subjects: &[String]) -> Result<bool> {
        let is_own = |id: &String| self.ids.contains(&id.to_lowercase().replace('-', ""));
        if !subjects.iter().any(is_own) {
            return Ok(false);
        }
        for id in subjects {
            let is_another: bool = db
                .prepare_cached(
                    "SELECT EXISTS (SELECT 1 FROM account WHERE uid = unhex(replace(:id, '-', '')) AND erasure IS NULL
                       AND id NOT IN rarray(:rows))",
                )?
                .query_row(named_params! { ":id": id, ":rows": self.rows }, |row| {
                    row.get(0)
                })?;
            if is_another {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
