//! What accounts share: derived from their texts in the same pass as the score.
//!
//! Invariant: `tie` and `text_sketch` say what the texts that stand give. They name values, never accounts as linked:
//! who is linked with whom is asked when it is shown, so that a value that becomes common, or comes onto a register,
//! links nobody from then on. Sketches are held in memory once somebody asks: 76 bytes a text.

mod alike;
mod beside;
mod declared;
mod find;
mod kept;
mod lives;
mod names;
mod network;
mod never;
mod split;
mod ties;
mod told;
mod values;

pub(crate) use beside::beside;
pub use find::links;
pub(crate) use kept::Kept;
pub use network::networks;
pub(crate) use ties::{Ties, forget, store, ties};

/// The derived tables.
pub const CREATE: &str = "
CREATE TABLE tie (
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'contact', 'money')),
  value TEXT NOT NULL,
  account INTEGER NOT NULL REFERENCES account (id),
  PRIMARY KEY (kind, value, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX tie_by_account ON tie (account);
CREATE TABLE text_sketch (
  account INTEGER NOT NULL REFERENCES account (id),
  place INTEGER NOT NULL,    -- 0 for the profile text, else the post
  bands BLOB NOT NULL CHECK (length(bands) = 64),  -- 16 numbers of 4 bytes, little-endian
  PRIMARY KEY (account, place)
) STRICT, WITHOUT ROWID;
";

#[cfg(test)]
mod apart_tests;
#[cfg(test)]
mod lives_tests;
#[cfg(test)]
mod said_tests;
#[cfg(test)]
mod tests;
