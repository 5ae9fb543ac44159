//! Two pairs of eyes at two workstations: a submission travels as a package with the very bytes that would be sent, and
//! comes back signed.
//!
//! Invariant: what comes back counts only if the approver's key is one this case knows, the signature verifies, the
//! approver drafted nothing, and what was signed is what stands submitted here, output by output. See docs/formats.md.

mod answer;
mod card;
mod out;
mod read;
mod sheet;
mod sign;

pub use answer::take;
pub use card::{add, card, colleagues, confirm, remove, save_card};
pub use out::pack;
pub use read::{open, opened};
pub use sign::sign;

use crate::{Error, Result};
use breakwater_casefile::approval;

/// Bytes of a package, opened.
const LONGEST: u64 = 512 << 20;
/// Bytes of an answer, opened.
const LONGEST_ANSWER: u64 = 1 << 20;

/// The fingerprint of a public line.
///
/// # Errors
/// It is none.
pub(crate) fn fingerprint(key: &str) -> Result<String> {
    approval::fingerprint(key)
        .ok_or_else(|| Error::Invalid("This is no public key: it begins with ssh-ed25519.".into()))
}

/// True if two public lines are the same key, whatever stands behind it as a comment.
fn is_same_key(one: &str, other: &str) -> bool {
    let known = approval::fingerprint(one);
    known.is_some() && known == approval::fingerprint(other)
}
