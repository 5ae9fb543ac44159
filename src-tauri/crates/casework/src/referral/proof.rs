//! What an approval signed, as files that stock `ssh-keygen` verifies without this program.

use super::freeze::{Manifest, unproven};
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::table::{approval, referral};
use breakwater_casefile::{Action, approval as signing};
use breakwater_model::audit::Operation;
use breakwater_model::{OfficerId, ReferralId};
use std::path::Path;

const MANIFEST: &str = "manifest.json";
const SIGNATURE: &str = "manifest.json.sig";
const SIGNERS: &str = "allowed_signers";
const FROZEN: &str = "frozen.json";

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Whom the signature is of: the name in the file of signers.
    pub officer: OfficerId,
    /// The namespace of the signature.
    pub namespace: &'static str,
    /// The files, by name.
    pub files: [&'static str; 4],
}

/// Writes the manifest, its signature, a file of signers and the frozen text whose hash the manifest bears into a new
/// folder.
///
/// # Errors
/// Refused by rule `an-approval-is-signed` if there is no approval or it does not verify; the folder is there already.
pub fn write(session: &Session, id: ReferralId, folder: &Path) -> Result<Proof> {
    outfile::check_place(folder)?;
    let (manifest, signature, by, frozen) = session.read(|reader| {
        let row = referral::by_id(reader, id)?.row;
        let version = approval::last_version(reader, row)?.ok_or_else(unproven)?;
        let approval = approval::of_version(reader, version.row)?.ok_or_else(unproven)?;
        let by = approval::approver(reader, &approval)?.ok_or_else(unproven)?;
        Manifest::verified(&approval, &version, &by).ok_or_else(unproven)?;
        Ok::<_, Error>((approval.manifest, approval.signature, by, version.json))
    })?;
    let action = Action::new(Operation::Disclosure, "approval-exported", "referral")
        .on(id.uuid())
        .word("recipient", "whoever verifies it")
        .word("sha256", &outfile::sha256(manifest.as_bytes()));
    session.note(action)?;
    std::fs::create_dir(folder).map_err(Error::io("the folder"))?;
    let signers = format!(
        "{} namespaces=\"{}\" {}\n",
        by.id,
        signing::NAMESPACE,
        by.public_key.trim()
    );
    for (name, text) in [
        (MANIFEST, &manifest),
        (SIGNATURE, &signature),
        (SIGNERS, &signers),
        (FROZEN, &frozen),
    ] {
        outfile::write_checked(&folder.join(name), |file| {
            file.write_all(text.as_bytes()).map_err(Error::io(name))
        })?;
    }
    Ok(Proof {
        officer: by.id,
        namespace: signing::NAMESPACE,
        files: [MANIFEST, SIGNATURE, SIGNERS, FROZEN],
    })
}
