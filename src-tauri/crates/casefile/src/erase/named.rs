//! By what an erased account could be known in the words of others.

use crate::Result;
use rusqlite::{Connection, named_params};
use std::collections::BTreeSet;

/// Characters a display name has at least before words of others are searched for it: a shorter one is a common word.
const TELLING: usize = 8;
/// Characters of a handle or an id.
const SHORTEST: usize = 2;

/// Handles, ids, addresses and names of an account, in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    names: BTreeSet<String>,
    /// By byte, whether a name begins with it.
    first: [bool; 256],
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
        let mut found = Self {
            names: BTreeSet::new(),
            first: [false; 256],
            uids: BTreeSet::new(),
        };
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
            let first = name.as_bytes().first().copied().map(usize::from);
            if let Some(begins) = first.and_then(|first| self.first.get_mut(first)) {
                *begins = true;
            }
            self.names.insert(name);
        }
    }

    /// True if a text names one of the accounts, as a word of its own.
    pub fn is_in(&self, text: &str) -> bool {
        if text.is_ascii() {
            return self.is_in_ascii(text.as_bytes());
        }
        let text = text.to_lowercase();
        self.names.iter().any(|name| holds(&text, name, is_of_word))
    }

    /// The same of a text in which a letter is one byte: nothing is copied, and a name is looked for only where a word
    /// begins with its first letter.
    fn is_in_ascii(&self, text: &[u8]) -> bool {
        let is_word = |byte: Option<&u8>| byte.is_some_and(|byte| is_of_word(char::from(*byte)));
        let mut before = None;
        for (at, byte) in text.iter().enumerate() {
            let may_begin = !is_word(before) && self.begins(byte.to_ascii_lowercase());
            before = Some(byte);
            if !may_begin {
                continue;
            }
            let rest = text.get(at..).unwrap_or_default();
            let is_named = self.names.iter().any(|name| {
                rest.get(..name.len())
                    .is_some_and(|head| head.eq_ignore_ascii_case(name.as_bytes()))
                    && !is_word(rest.get(name.len()))
            });
            if is_named {
                return true;
            }
        }
        false
    }

    fn begins(&self, byte: u8) -> bool {
        self.first
            .get(usize::from(byte))
            .copied()
            .unwrap_or_default()
    }

    /// True if the name of a file names one of the accounts: in one, a low line parts words too.
    pub fn is_in_file_name(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.names
            .iter()
            .any(|name| holds(&text, name, char::is_alphanumeric))
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

/// True if a character is part of a word of prose, and of a handle.
fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// True if a text in lower case holds a name that no character of a word stands before or after.
fn holds(text: &str, name: &str, is_of_word: impl Fn(char) -> bool) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text
            .get(at + name.len()..)
            .and_then(|after| after.chars().next());
        !before.is_some_and(&is_of_word) && !after.is_some_and(&is_of_word)
    })
}

#[cfg(test)]
mod tests {
    use super::Named;
    use std::collections::BTreeSet;

    fn named(names: &[&str]) -> Named {
        let mut all = Named {
            names: BTreeSet::new(),
            first: [false; 256],
            uids: BTreeSet::new(),
        };
        for name in names {
            all.add(Some((*name).to_owned()), 2);
        }
        all
    }

    #[test]
    fn a_name_is_met_as_a_word_of_its_own() {
        let named = named(&["pier", "https://t.me/pier", "қала"]);
        for text in [
            "asked of @pier, twice",
            "PIER",
            "see HTTPS://t.me/Pier.",
            "é pier",
            "Қала",
            "spier pier",
        ] {
            assert!(named.is_in(text), "{text}");
        }
        for text in ["the pierhead", "old_pier", "épier", "pi", ""] {
            assert!(!named.is_in(text), "{text}");
        }
    }

    #[test]
    fn in_the_name_of_a_file_a_low_line_parts_words() {
        let named = named(&["pier"]);
        assert!(named.is_in_file_name("Pier_2026.csv"));
        assert!(!named.is_in_file_name("pierhead.csv"));
    }
}
