//! Everything in a case by which somebody could be known: what must not stand in a paper that is free of personal data.

use crate::{Reader, Result};
use std::collections::BTreeSet;

/// What kind of name it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Naming {
    /// A handle.
    Handle,
    /// An id a platform gave.
    Id,
    /// A name shown on a platform, or an officer's.
    Name,
    /// An address of a page, or of a post.
    Address,
    /// A telephone number, a contact or an account of money found in texts.
    Contact,
    /// A reference of the case or of a referral.
    Reference,
}

/// Statements that each give one column of names, with what they are.
const NAMES: [(Naming, &str); 12] = [
    (
        Naming::Handle,
        "SELECT DISTINCT written FROM sighting WHERE written IS NOT NULL",
    ),
    (Naming::Id, "SELECT value FROM platform_id"),
    (
        Naming::Name,
        "SELECT display_name FROM account WHERE display_name IS NOT NULL",
    ),
    (Naming::Name, "SELECT name FROM officer"),
    (
        Naming::Name,
        "SELECT email FROM officer WHERE email IS NOT NULL",
    ),
    (
        Naming::Contact,
        "SELECT phone FROM officer WHERE phone IS NOT NULL",
    ),
    (
        Naming::Address,
        "SELECT canonical_url FROM account_state WHERE canonical_url IS NOT NULL",
    ),
    (
        Naming::Address,
        "SELECT canonical_url FROM post WHERE canonical_url IS NOT NULL",
    ),
    (Naming::Contact, "SELECT value FROM tie"),
    (Naming::Reference, "SELECT outside_reference FROM referral"),
    (Naming::Reference, "SELECT reference FROM past_item"),
    (Naming::Reference, "SELECT reference FROM justice_fact"),
];

/// Every name of the case, each once; those of records that were taken back too.
pub fn every(reader: &Reader<'_>) -> Result<BTreeSet<(Naming, String)>> {
    let mut all = BTreeSet::new();
    for (kind, statement) in NAMES {
        let mut statement = reader.prepare_cached(statement)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let text: String = row.get(0)?;
            if !text.trim().is_empty() {
                all.insert((kind, text.trim().to_owned()));
            }
        }
    }
    Ok(all)
}
