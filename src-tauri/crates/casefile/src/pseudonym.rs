//! A name that says nothing, and the same for everybody who holds the unit's secret: HMAC-SHA-256.

use crate::{Error, Result};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Bytes a secret has at least.
pub const SECRET: usize = 16;

/// The pseudonym of what `parts` name together, as 32 hex digits: half of the MAC.
///
/// # Errors
/// The secret is shorter than [`SECRET`].
pub fn pseudonym(secret: &[u8], parts: &[&str]) -> Result<String> {
    if secret.len() < SECRET {
        return Err(Error::Invalid(format!(
            "The unit's secret has {} bytes. It needs {SECRET} at least, and is best 32 random ones.",
            secret.len()
        )));
    }
    let mut mac = Hmac::<Sha256>::new_from_slice(secret)
        .map_err(|error| Error::Internal(format!("the secret makes no key: {error}")))?;
    mac.update(b"breakwater-figures-v1");
    for part in parts {
        // The length before each part: no two lists of parts are the same bytes.
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part.as_bytes());
    }
    let bytes = mac.finalize().into_bytes();
    Ok(crate::layout::hex(bytes.get(..16).unwrap_or_default()))
}

/// What tells that two files were made with the same secret, and nothing else: 16 hex digits.
///
/// # Errors
/// The secret is shorter than [`SECRET`].
pub fn mark(secret: &[u8]) -> Result<String> {
    let mut mark = pseudonym(secret, &["mark of the secret"])?;
    mark.truncate(16);
    Ok(mark)
}

#[cfg(test)]
mod tests {
    use super::{mark, pseudonym};

    #[test]
    fn a_pseudonym_hangs_on_the_secret_and_on_every_part() {
        let name = |secret: &str, parts: &[&str]| pseudonym(secret.as_bytes(), parts).unwrap();
        let (ours, theirs) = ("slate lanterns over the quay", "another unit's own secret");
        let one = name(ours, &["tiktok", "account", "pier"]);
        assert_eq!(one, name(ours, &["tiktok", "account", "pier"]));
        assert_eq!(one.len(), 32);
        assert_ne!(one, name(theirs, &["tiktok", "account", "pier"]));
        assert_ne!(one, name(ours, &["tiktok", "accountpier", ""]));
        assert_eq!(mark(ours.as_bytes()).unwrap().len(), 16);
        assert_ne!(
            mark(ours.as_bytes()).unwrap(),
            mark(theirs.as_bytes()).unwrap()
        );
        assert!(pseudonym(b"short", &["tiktok"]).is_err());
    }
}
