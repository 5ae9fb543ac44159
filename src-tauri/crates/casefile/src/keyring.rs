//! The keyring: every key of the case in one documented text, nothing derived.
//!
//! An organisation can open a case with the stock `age` and `sqlcipher` programs
//! if Breakwater is gone; docs/formats.md shows how.

use crate::layout::{hex, unhex};
use crate::{Error, Host, Result};
use age::secrecy::ExposeSecret;
use breakwater_model::{CaseId, OfficerId};
use std::fmt::Write as _;
use zeroize::Zeroizing;

/// A 256-bit key. Wiped when dropped.
pub type Key = Zeroizing<[u8; 32]>;

/// What an officer's slot holds besides the case's keys.
#[derive(Clone)]
pub struct Own {
    /// The officer the slot belongs to.
    pub officer: OfficerId,
    /// Seed of the officer's own Ed25519 signing key.
    pub signing: Key,
}

/// Every key of the case.
#[derive(Clone)]
pub struct Keyring {
    /// The case these keys open.
    pub case_id: CaseId,
    /// Present in an officer's slot only.
    pub own: Option<Own>,
    /// age identities of the evidence, newest first.
    pub evidence: Vec<age::x25519::Identity>,
    /// Raw key of case.db.
    pub case_db: Key,
    /// Raw key of search.db.
    pub search_db: Key,
    /// Key of the tombstones of erased accounts.
    pub tombstone: Key,
}

const TITLE: &str = "# Breakwater keyring 1. Whoever holds this text can open the case.";

impl Keyring {
    /// New keys for a new case.
    pub fn generate(host: &Host, case_id: CaseId) -> Self {
        Self {
            case_id,
            own: None,
            evidence: vec![age::x25519::Identity::generate()],
            case_db: Zeroizing::new(host.random()),
            search_db: Zeroizing::new(host.random()),
            tombstone: Zeroizing::new(host.random()),
        }
    }

    /// The same keys with an officer's own.
    #[must_use]
    pub fn with_own(&self, own: Option<Own>) -> Self {
        Self {
            own,
            ..self.clone()
        }
    }

    /// The text that slots hold.
    pub fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(600));
        let mut line = |words: &str, key: Option<&Key>| {
            let key = key.map(|key| Zeroizing::new(format!(" x'{}'", &*hex(&key[..]))));
            let _ = writeln!(text, "{words}{}", key.as_deref().map_or("", String::as_str));
        };
        line(TITLE, None);
        line(&format!("case {}", self.case_id), None);
        if let Some(own) = &self.own {
            line(&format!("officer {}", own.officer), None);
            line("signing", Some(&own.signing));
        }
        for identity in &self.evidence {
            line(identity.to_string().expose_secret(), None);
        }
        line("case-db", Some(&self.case_db));
        line("search-db", Some(&self.search_db));
        line("tombstone", Some(&self.tombstone));
        text
    }

    /// Reads a slot's text; any deviation is damage.
    pub fn parse(text: &str) -> Result<Self> {
        let bad = || Error::Damaged("a slot does not hold a keyring".into());
        let mut lines = text.lines();
        if lines.next() != Some(TITLE) {
            return Err(bad());
        }
        let (mut case_id, mut officer, mut signing) = (None, None, None);
        let (mut case_db, mut search_db, mut tombstone) = (None, None, None);
        let mut evidence = Vec::new();
        for line in lines {
            if line.starts_with("AGE-SECRET-KEY-1") {
                evidence.push(line.parse().map_err(|_| bad())?);
                continue;
            }
            let (name, value) = line.split_once(' ').ok_or_else(bad)?;
            match name {
                "case" => case_id = value.parse().ok(),
                "officer" => officer = value.parse().ok(),
                "signing" => signing = Some(key(value).ok_or_else(bad)?),
                "case-db" => case_db = Some(key(value).ok_or_else(bad)?),
                "search-db" => search_db = Some(key(value).ok_or_else(bad)?),
                "tombstone" => tombstone = Some(key(value).ok_or_else(bad)?),
                _ => return Err(bad()),
            }
        }
        if evidence.is_empty() {
            return Err(bad());
        }
        Ok(Self {
            case_id: case_id.ok_or_else(bad)?,
            own: officer
                .zip(signing)
                .map(|(officer, signing)| Own { officer, signing }),
            evidence,
            case_db: case_db.ok_or_else(bad)?,
            search_db: search_db.ok_or_else(bad)?,
            tombstone: tombstone.ok_or_else(bad)?,
        })
    }
}

/// Reads `x'<64 hex digits>'`. SQLCipher silently takes a literal of another length for a passphrase.
fn key(value: &str) -> Option<Key> {
    let digits = value.strip_prefix("x'")?.strip_suffix('\'')?;
    let bytes = Zeroizing::new(unhex(digits)?);
    <[u8; 32]>::try_from(bytes.as_slice())
        .ok()
        .map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    #[test]
    fn keyring_text_round_trips() {
        let host = testing::host();
        let keys = Keyring::generate(&host, CaseId::from_uuid(host.uuid())).with_own(Some(Own {
            officer: OfficerId::from_uuid(host.uuid()),
            signing: Zeroizing::new([7; 32]),
        }));
        let again = Keyring::parse(&keys.text()).unwrap();
        assert_eq!(*again.text(), *keys.text());
        assert_eq!(again.own.unwrap().signing, keys.own.unwrap().signing);
    }

    #[test]
    fn a_key_of_another_length_is_refused() {
        let host = testing::host();
        let text = Keyring::generate(&host, CaseId::from_uuid(host.uuid())).text();
        let short = text.replace("case-db x'", "case-db x'00");
        assert!(matches!(Keyring::parse(&short), Err(Error::Damaged(_))));
        assert!(key("x'00'").is_none());
    }
}
