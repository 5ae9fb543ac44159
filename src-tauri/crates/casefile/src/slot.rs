//! Slots: age files of the keyring under random names. One per officer (scrypt),
//! one for the recovery identity, one per recipient of the unit, one per open
//! invitation. The officer's id is inside; a hint on this machine says which to
//! try first.

use crate::keyring::Keyring;
use crate::layout::{Layout, file_name, random_name, write_whole};
use crate::{Error, Host, Result};
use age::secrecy::SecretString;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;
use zeroize::Zeroizing;

/// log2 of scrypt's N for an officer's slot, whatever the speed of the build; one less where programs are
/// built to be tested. OWASP Password Storage Cheat Sheet (2024) asks for at least 17 with r = 8.
pub const WORK_FACTOR: u8 = if cfg!(feature = "testing") { 17 } else { 18 };

/// The most work a reader does for a slot; beyond it the file is taken for an attack.
pub const MAX_WORK_FACTOR: u8 = 20;

/// No slot is larger than this many bytes.
const MAX_SLOT: u64 = 64 * 1024;

/// Who a slot opens for.
pub enum Opens {
    /// Whoever knows this passphrase.
    Passphrase(SecretString),
    /// Whoever holds the identity of this recipient.
    Recipient(age::x25519::Recipient),
}

/// A slot that was written.
#[derive(Debug, Clone)]
pub struct Written {
    /// Its file name.
    pub name: String,
    /// SHA-256 of the file; kept in case.db so that verify can tell.
    pub sha256: [u8; 32],
}

/// Writes a slot, durable on return.
pub fn write(host: &Host, layout: &Layout, keyring: &Keyring, opens: &Opens) -> Result<Written> {
    fs::create_dir_all(layout.slots()).map_err(Error::io("slots"))?;
    let bytes = seal(keyring.text().as_bytes(), opens)?;
    let name = format!("{}.age", random_name::<16>(host));
    write_whole(&layout.slots().join(&name), &bytes)?;
    Ok(Written {
        name,
        sha256: Sha256::digest(&bytes).into(),
    })
}

/// Removes a slot; absent is fine.
pub fn remove(layout: &Layout, name: &str) -> Result<()> {
    match fs::remove_file(layout.slots().join(name)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::io("a slot")(error))
        }
        _ => Ok(()),
    }
}

fn seal(plain: &[u8], opens: &Opens) -> Result<Vec<u8>> {
    let fault = |error: &dyn std::fmt::Display| {
        Error::Internal(format!("a slot could not be sealed: {error}"))
    };
    let scrypt;
    let recipient: &dyn age::Recipient = match opens {
        Opens::Passphrase(passphrase) => {
            let mut by_passphrase = age::scrypt::Recipient::new(passphrase.clone());
            by_passphrase.set_work_factor(WORK_FACTOR);
            scrypt = by_passphrase;
            &scrypt
        }
        Opens::Recipient(recipient) => recipient,
    };
    let encryptor =
        age::Encryptor::with_recipients(std::iter::once(recipient)).map_err(|e| fault(&e))?;
    let mut out = Vec::with_capacity(plain.len() + 512);
    let mut writer = encryptor.wrap_output(&mut out).map_err(|e| fault(&e))?;
    writer.write_all(plain).map_err(|e| fault(&e))?;
    writer.finish().map_err(|e| fault(&e))?;
    Ok(out)
}

/// Names of the slot files, hinted ones first, then sorted.
pub fn names(layout: &Layout, hint: Option<&str>) -> Result<Vec<String>> {
    let entries = fs::read_dir(layout.slots()).map_err(|error| {
        if error.kind() == std::io::ErrorKind::NotFound {
            Error::Missing("slots".into())
        } else {
            Error::io("slots")(error)
        }
    })?;
    let mut names = Vec::new();
    for entry in entries {
        let path = entry.map_err(Error::io("slots"))?.path();
        if path.extension().is_some_and(|ending| ending == "age") {
            names.push(file_name(&path));
        }
    }
    names.sort_by_key(|name| (Some(name.as_str()) != hint, name.clone()));
    Ok(names)
}

/// A keyring and the slot it came from.
pub struct Opened {
    /// The keys.
    pub keyring: Keyring,
    /// The slot's file name.
    pub slot: String,
}

/// Tries the passphrase on every officer's slot, the hinted one first.
///
/// # Errors
/// [`Error::WrongPassphrase`] if none opens and all could be read, [`Error::Missing`] if there are none,
/// [`Error::Damaged`] if none opens and some slot is not an age file.
pub fn open_by_passphrase(layout: &Layout, passphrase: &str, hint: Option<&str>) -> Result<Opened> {
    let mut identity = age::scrypt::Identity::new(SecretString::from(passphrase));
    identity.set_max_work_factor(MAX_WORK_FACTOR);
    open(layout, hint, true, &identity)
}

/// Opens the slot of a recovery, unit or invitation identity.
pub fn open_by_identity(layout: &Layout, identity: &age::x25519::Identity) -> Result<Opened> {
    open(layout, None, false, identity)
}

fn open(
    layout: &Layout,
    hint: Option<&str>,
    scrypt: bool,
    identity: &dyn age::Identity,
) -> Result<Opened> {
    let mut damaged = None;
    let slots = names(layout, hint)?;
    if slots.is_empty() {
        return Err(Error::Missing("slots".into()));
    }
    for slot in slots {
        match unseal(&layout.slots().join(&slot), scrypt, identity) {
            Ok(Some(text)) => {
                return Ok(Opened {
                    keyring: Keyring::parse(&text)?,
                    slot,
                });
            }
            Ok(None) => {}
            Err(error) => damaged = Some(error),
        }
    }
    Err(damaged.unwrap_or(Error::WrongPassphrase))
}

fn unseal(
    path: &PathBuf,
    scrypt: bool,
    identity: &dyn age::Identity,
) -> Result<Option<Zeroizing<String>>> {
    let bad = || Error::Damaged("a slot was altered".into());
    let mut bytes = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(MAX_SLOT).read_to_end(&mut bytes))
        .map_err(Error::io("a slot"))?;
    let decryptor = age::Decryptor::new(bytes.as_slice()).map_err(|_| bad())?;
    if decryptor.is_scrypt() != scrypt {
        return Ok(None);
    }
    let mut reader = match decryptor.decrypt(std::iter::once(identity)) {
        Ok(reader) => reader,
        Err(
            age::DecryptError::NoMatchingKeys
            | age::DecryptError::DecryptionFailed
            | age::DecryptError::KeyDecryptionFailed,
        ) => return Ok(None),
        Err(_) => return Err(bad()),
    };
    let mut text = Zeroizing::new(String::new());
    reader.read_to_string(&mut text).map_err(|_| bad())?;
    Ok(Some(text))
}
