//! The key of a text as it stands in a linguist's file: which text, and which words of it.
//!
//! `profile.<account>.<hash>` or `post.<post>.<hash>`: the hash is the first 16 digits of the SHA-256 of the original
//! in UTF-8, so that a translation is never put to words it was not made of. Nothing else is in it.

use crate::outfile::hex;
use breakwater_casefile::unread::Which;
use sha2::{Digest, Sha256};

/// A key that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Which text.
    pub which: Which,
    /// Of which words.
    pub hash: String,
}

/// The key of a text with these words.
pub fn write(which: Which, text: &str) -> String {
    let hash = hash(text);
    match which {
        Which::Profile(id) => format!("profile.{id}.{hash}"),
        Which::Post(id) => format!("post.{id}.{hash}"),
    }
}

/// The key as it was written; `None` if it is none. Blanks around it and capital letters do not matter.
pub fn read(text: &str) -> Option<Key> {
    let text = text.trim().to_ascii_lowercase();
    let (kind, rest) = text.split_once('.')?;
    let (id, hash) = rest.split_once('.')?;
    let which = match kind {
        "profile" => Which::Profile(id.parse().ok()?),
        "post" => Which::Post(id.parse().ok()?),
        _ => return None,
    };
    let is_hash = hash.len() == DIGITS && hash.chars().all(|c| c.is_ascii_hexdigit());
    is_hash.then(|| Key {
        which,
        hash: hash.to_owned(),
    })
}

/// True if the key was made of these words.
pub fn is_of(key: &Key, text: &str) -> bool {
    key.hash == hash(text)
}

const DIGITS: usize = 16;

fn hash(text: &str) -> String {
    let mut hash = hex(&Sha256::digest(text.as_bytes()));
    hash.truncate(DIGITS);
    hash
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_key_names_its_text_and_no_other_words(id in any::<u128>(), text in ".*", other in ".*") {
            let id = format!("{id:032x}");
            let which = Which::Post(id.parse().unwrap());
            let written = write(which, &text);
            let key = read(&format!("  {} ", written.to_uppercase())).unwrap();
            prop_assert_eq!(key.which, which);
            prop_assert!(is_of(&key, &text));
            prop_assert_eq!(is_of(&key, &other), text == other);
        }

        #[test]
        fn no_text_ends_the_reading_of_a_key(text in "\\PC{0,80}") {
            if let Some(key) = read(&text) {
                prop_assert_eq!(key.hash.len(), DIGITS);
            }
        }
    }
}
