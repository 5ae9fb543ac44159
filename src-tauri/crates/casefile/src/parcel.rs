//! Sealing what leaves for another workstation, and opening what came from one.
//!
//! What is sealed for a case opens with the identities that open its evidence: whoever has a passphrase of that case.

use crate::session::Session;
use crate::{Error, Result};
use age::x25519::{Identity, Recipient};
use std::io::{Read, Write};
use zeroize::Zeroizing;

/// What others seal a parcel for this case to: `age1…`.
///
/// # Errors
/// [`Error::Internal`] if the keyring has no identity.
pub fn recipient(session: &Session) -> Result<String> {
    session
        .keyring()
        .evidence
        .first()
        .map(|identity| identity.to_public().to_string())
        .ok_or_else(|| Error::Internal("the keyring has no evidence identity".into()))
}

/// The recipient as it is compared, if the text is one.
///
/// # Errors
/// [`Error::Invalid`] if it is none.
pub fn checked_recipient(text: &str) -> Result<String> {
    parse(text).map(|recipient| recipient.to_string())
}

fn parse(text: &str) -> Result<Recipient> {
    text.trim().parse().map_err(|_| {
        Error::Invalid(format!(
            "{:?} is no recipient: one begins with age1 and comes from a colleague's card.",
            text.trim()
        ))
    })
}

/// Writes what `fill` gives, sealed to every recipient; nothing of it is on disk unsealed.
///
/// # Errors
/// [`Error::Invalid`] without a recipient, or for one that is none; whatever `fill` fails with.
pub fn seal(
    recipients: &[String],
    out: &mut dyn Write,
    fill: &mut dyn FnMut(&mut dyn Write) -> Result<()>,
) -> Result<()> {
    let recipients = recipients
        .iter()
        .map(|text| parse(text))
        .collect::<Result<Vec<_>>>()?;
    let given = recipients
        .iter()
        .map(|recipient| recipient as &dyn age::Recipient);
    let encryptor = age::Encryptor::with_recipients(given)
        .map_err(|error| Error::Invalid(format!("Nothing can be sealed: {error}.")))?;
    let mut writer = encryptor.wrap_output(out).map_err(Error::io("a parcel"))?;
    fill(&mut writer)?;
    writer.finish().map_err(Error::io("a parcel"))?;
    Ok(())
}

/// The bytes of a parcel for this case, `most` at most.
///
/// # Errors
/// [`Error::Refused`] by rule `sealed-for-this-case` if it is for another; [`Error::Damaged`] if it is no parcel or was
/// altered; [`Error::Invalid`] if it is longer than `most`.
pub fn open(session: &Session, source: &mut dyn Read, most: u64) -> Result<Zeroizing<Vec<u8>>> {
    let altered = || Error::Damaged("this is no package, or it was altered on the way".into());
    let decryptor =
        age::Decryptor::new_buffered(std::io::BufReader::new(source)).map_err(|_| altered())?;
    let own = session.keyring().evidence.iter();
    let identities = own.map(|identity: &Identity| identity as &dyn age::Identity);
    let reader = decryptor.decrypt(identities).map_err(|error| match error {
        age::DecryptError::NoMatchingKeys => Error::refused(
            "sealed-for-this-case",
            "It is sealed for another case. Ask whoever sent it to seal it to the recipient on your card.",
        ),
        _ => altered(),
    })?;
    let mut bytes = Zeroizing::new(Vec::new());
    reader
        .take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| altered())?;
    if bytes.len() as u64 > most {
        return Err(Error::Invalid(format!(
            "It is larger than a package may be ({} MB).",
            most >> 20
        )));
    }
    Ok(bytes)
}
