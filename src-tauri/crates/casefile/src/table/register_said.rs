//! Who registers name that a text may name too: looked up by the words of the text, since a register can be long.
//!
//! Rests on this: of the signs from blank to `_` and of small letters, folding gives what the database's `lower` gives.
//! Names with any other sign stand in an index of their own, and each of them is read.

use super::word;
use crate::Result;
use breakwater_model::register::RegisterList;
use rusqlite::{Connection, named_params};

/// Owners and contacts of entries that stand whose first word is one of these, and those that are written with other
/// signs than plain ones, with their list. Nothing else is read.
pub(crate) const SAID: &str = "
  SELECT list, owner FROM register_entry
   WHERE owner IS NOT NULL AND is_retracted = 0
     AND lower(substr(ltrim(owner), 1, instr(ltrim(owner) || ' ', ' ') - 1)) IN (SELECT value FROM json_each(:words))
  UNION SELECT list, contact FROM register_entry
   WHERE contact IS NOT NULL AND is_retracted = 0
     AND lower(substr(ltrim(contact), 1, instr(ltrim(contact) || ' ', ' ') - 1)) IN (SELECT value FROM json_each(:words))
  UNION SELECT list, owner FROM register_entry INDEXED BY register_owner_other
   WHERE owner GLOB '*[^ -_a-z]*' AND is_retracted = 0
  UNION SELECT list, contact FROM register_entry INDEXED BY register_contact_other
   WHERE contact GLOB '*[^ -_a-z]*' AND is_retracted = 0";

/// Who is named by entries that stand and may be named by a text of these words, lower case, each as it goes on to the
/// next blank: the list, and the owner or contact as written.
pub fn said(db: &Connection, words: &[String]) -> Result<Vec<(RegisterList, String)>> {
    let words = serde_json::to_string(words)?;
    let mut statement = db.prepare_cached(SAID)?;
    let rows = statement.query_map(named_params! { ":words": words }, |row| {
        Ok((word(row, 0)?, row.get(1)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_a_text_may_name_is_looked_up_and_the_register_is_not_read_through() {
        let mut db = Connection::open_in_memory().unwrap();
        crate::migration::migrate(&mut db).unwrap();
        let plan: Vec<String> = db
            .prepare(&format!("EXPLAIN QUERY PLAN {SAID}"))
            .unwrap()
            .query_map(named_params! { ":words": "[]" }, |row| row.get(3))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        for index in [
            "register_by_owner",
            "register_by_contact",
            "register_owner_other",
            "register_contact_other",
        ] {
            assert!(plan.iter().any(|line| line.contains(index)), "{plan:?}");
        }
    }

    #[test]
    fn what_is_looked_up_by_its_first_word_folds_to_small_letters() {
        for c in (' '..='_').chain('a'..='z') {
            let text = format!("a{c}a");
            assert_eq!(breakwater_text::fold::fold(&text), text.to_lowercase());
        }
    }
}
