//! What is left of an identity: HMAC-SHA-256 under the keyring's `tombstone` key over platform, a zero byte, and the
//! platform's id, the folded handle or the canonical address. It names nobody to whoever has no key, and lets the same
//! account be known when it comes again.

use crate::keyring::Key;
use crate::layout::hex;
use crate::session::Session;
use crate::{Error, Reader, Result};
use breakwater_model::Instant;
use hmac::{Hmac, KeyInit, Mac};
use rusqlite::{Connection, named_params};
use sha2::Sha256;
use std::collections::HashMap;

/// How the name of an erased post begins, and of an erased reference.
const VEIL: &str = "erased:";

fn mac(key: &Key, platform: &str, value: &str) -> Result<[u8; 32]> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&key[..])
        .map_err(|error| Error::Internal(format!("the tombstone key makes no key: {error}")))?;
    mac.update(platform.as_bytes());
    mac.update(&[0]);
    mac.update(value.as_bytes());
    Ok(mac.finalize().into_bytes().into())
}

/// A name that says nothing and is the same for the same text: what stands in the place of an erased post's key. A text
/// that is such a name already stays.
pub(super) fn veil(key: &Key, text: &str) -> Result<String> {
    if text.is_empty() || is_veiled(text) {
        return Ok(text.to_owned());
    }
    let mac = mac(key, "post", text)?;
    Ok(format!("{VEIL}{}", hex(mac.get(..16).unwrap_or_default())))
}

/// True if this is what stands in the place of an erased post's key.
pub fn is_veiled(text: &str) -> bool {
    text.starts_with(VEIL)
}

/// The name under which rows of a figure are hashed: the same before and after an erasure.
pub fn veiled(session: &Session, text: &str) -> Result<String> {
    veil(&session.keyring().tombstone, text)
}

const IDENTITIES: &str = "SELECT a.platform, 'id', p.value FROM sighting s JOIN account a ON a.id = s.account
    JOIN platform_id p ON p.id = s.platform_id WHERE s.account = :account AND s.is_retracted = 0
  UNION SELECT a.platform, 'handle', h.folded FROM sighting s JOIN account a ON a.id = s.account
    JOIN handle h ON h.id = s.handle WHERE s.account = :account AND s.is_retracted = 0
  UNION SELECT a.platform, 'address', s.canonical_url FROM sighting s JOIN account a ON a.id = s.account
    WHERE s.account = :account AND s.is_retracted = 0 AND s.canonical_url IS NOT NULL
      AND s.handle IS NULL AND s.platform_id IS NULL";

/// Writes the tombstones of everything these accounts were seen with.
pub(super) fn write(db: &Connection, key: &Key, rows: &[i64], erasure: i64) -> Result<()> {
    let mut all = Vec::new();
    for row in rows {
        let mut statement = db.prepare_cached(IDENTITIES)?;
        let mut found = statement.query(named_params! { ":account": row })?;
        while let Some(one) = found.next()? {
            let (platform, kind, value): (String, String, String) =
                (one.get(0)?, one.get(1)?, one.get(2)?);
            all.push((mac(key, &platform, &value)?, kind));
        }
    }
    for (hash, kind) in all {
        db.prepare_cached(
            "INSERT OR IGNORE INTO tombstone (hash, kind, erasure) VALUES (:hash, :kind, :erasure)",
        )?
        .execute(named_params! { ":hash": hash, ":kind": kind, ":erasure": erasure })?;
    }
    Ok(())
}

pub(super) const ALL: &str = "SELECT t.hash, t.kind, e.number, e.confirmed_ms,
    EXISTS (SELECT 1 FROM tombstone i WHERE i.erasure = t.erasure AND i.kind = 'id')
  FROM tombstone t JOIN erasure e ON e.id = t.erasure ORDER BY e.number";

/// Who was erased, for telling them again.
pub struct Tombstones {
    key: Key,
    /// By hash and kind: the certificate, its day, and whether the account was known by an id.
    known: HashMap<([u8; 32], String), (u32, Instant, bool)>,
}

impl Tombstones {
    /// Every tombstone of the case.
    pub fn read(session: &Session, reader: &Reader<'_>) -> Result<Self> {
        let mut statement = reader.prepare_cached(ALL)?;
        let rows = statement.query_map([], |row| {
            let key = (row.get(0)?, row.get(1)?);
            Ok((key, (row.get(2)?, Instant(row.get(3)?), row.get(4)?)))
        })?;
        Ok(Self {
            key: session.keyring().tombstone.clone(),
            known: rows.collect::<rusqlite::Result<_>>()?,
        })
    }

    /// True if nothing was ever erased.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Certificate and day of the erasure of the account that was known so. A handle alone says so where nothing names
    /// an id, or the account that was erased had none.
    pub fn met(
        &self,
        platform: &str,
        id: Option<&str>,
        folded: Option<&str>,
        address: Option<&str>,
    ) -> Result<Option<(u32, Instant)>> {
        if self.known.is_empty() {
            return Ok(None);
        }
        let get = |kind: &str, value: Option<&str>| -> Result<Option<(u32, Instant, bool)>> {
            let Some(value) = value else { return Ok(None) };
            let hash = mac(&self.key, platform, value)?;
            Ok(self.known.get(&(hash, kind.to_owned())).copied())
        };
        if let Some((number, at, _)) = get("id", id)? {
            return Ok(Some((number, at)));
        }
        let by_handle = get("handle", folded)?.filter(|(.., had_id)| id.is_none() || !had_id);
        let found = match by_handle {
            None if id.is_none() && folded.is_none() => get("address", address)?,
            found => found,
        };
        Ok(found.map(|(number, at, _)| (number, at)))
    }
}
