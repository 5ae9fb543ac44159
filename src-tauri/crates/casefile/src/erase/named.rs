//! By what an erased account could be known in the words of others.

use crate::Result;
use rusqlite::{Connection, named_params};
use std::collections::BTreeSet;

/// Characters a display name has at least before words of others are searched for it: a shorter one is a common word.
const TELLING: usize = 8;
/// Characters of a handle or an id.
const SHORTEST: usize = 2;

/// Handles, ids, addresses and names of an account, in lower case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    names: BTreeSet<String>,
    /// Ids in this case: of the accounts, and of letters about them.
    uids: BTreeSet<String>,
}

const NAMES: &str = "SELECT written FROM sighting WHERE account = :account
  UNION SELECT h.folded FROM sighting s JOIN handle h ON h.id = s.handle WHERE s.account = :account
  UNION SELECT p.value FROM sighting s JOIN platform_id p ON p.id = s.platform_id WHERE s.account = :account
  UNION SELECT canonical_url FROM sighting WHERE account = :account
  UNION SELECT url FROM sighting WHERE account = :account
  UNION SELECT url FROM post WHERE account = :account
  UNION SELECT canonical_url FROM post WHERE account = :account
  UNION SELECT key FROM post WHERE account = :account
  UNION SELECT post FROM past_item WHERE account = :account
  UNION SELECT handle FROM referral_item WHERE account = :account
  UNION SELECT platform_id FROM referral_item WHERE account = :account
  UNION SELECT address FROM referral_item WHERE account = :account";

impl Named {
    /// By what these accounts are known, those of sightings that were taken back too.
    pub fn read(db: &Connection, rows: &[i64]) -> Result<Self> {
        let mut found = Self::default();
        for row in rows {
            let mut statement = db.prepare_cached(NAMES)?;
            let mut names = statement.query(named_params! { ":account": row })?;
            while let Some(name) = names.next()? {
                found.add(name.get::<_, Option<String>>(0)?, SHORTEST);
            }
            let (uid, shown): (String, Option<String>) = db
                .prepare_cached("SELECT lower(hex(uid)), display_name FROM account WHERE id = :id")?
                .query_row(named_params! { ":id": row }, |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })?;
            found.uids.insert(uid);
            found.add(shown, TELLING);
            let mut letters =
                db.prepare_cached("SELECT lower(hex(uid)) FROM letter WHERE account = :account")?;
            let letters = letters.query_map(named_params! { ":account": row }, |row| row.get(0))?;
            for letter in letters {
                found.uids.insert(letter?);
            }
        }
        Ok(found)
    }

    fn add(&mut self, name: Option<String>, least: usize) {
        let name = name.unwrap_or_default().trim().to_lowercase();
        if name.chars().count() >= least {
            self.names.insert(name);
        }
    }

    /// True if a text names one of the accounts, as a word of its own.
    pub fn is_in(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.names.iter().any(|name| holds(&text, name))
    }

    /// True if a text is about one of the accounts: names it, or has its id in this case.
    pub fn is_about(&self, text: &str) -> bool {
        let plain = text.to_lowercase().replace('-', "");
        self.is_in(text) || self.uids.iter().any(|uid| plain.contains(uid.as_str()))
    }

    /// True if this is the id in this case of one of them, or of a letter about one.
    pub fn is_uid(&self, text: &str) -> bool {
        self.uids.contains(&text.to_lowercase().replace('-', ""))
    }
}

fn holds(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text
            .get(at + name.len()..)
            .and_then(|after| after.chars().next());
        let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        !is_word(before) && !is_word(after)
    })
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn a_name_is_met_as_a_word_of_its_own() {
        assert!(holds("asked of @pier, twice", "pier"));
        assert!(!holds("the pierhead", "pier"));
        assert!(!holds("old_pier", "pier"));
    }
}
