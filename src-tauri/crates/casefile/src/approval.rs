//! What an approval signs: the canonical text of a manifest, by the officer's own key.
//!
//! `ssh-keygen -Y verify -n breakwater-approval-v1` can check a signature with the officer's public line alone.

use crate::session::Session;
use crate::{Error, Result, head};
use serde::Serialize;
use sha2::{Digest, Sha256};
use ssh_key::{HashAlg, LineEnding, PublicKey, SshSig};

/// The namespace of the signature.
pub const NAMESPACE: &str = "breakwater-approval-v1";

/// A value as RFC 8785 writes it, and the SHA-256 of that.
pub fn canonical(value: &impl Serialize) -> Result<(String, [u8; 32])> {
    let text = serde_json_canonicalizer::to_string(value)
        .map_err(|error| Error::Internal(format!("a text cannot be made canonical: {error}")))?;
    let digest = Sha256::digest(text.as_bytes()).into();
    Ok((text, digest))
}

/// Signs a manifest with the key of the officer who is here.
pub fn sign(session: &Session, manifest: &str) -> Result<String> {
    sign_in(session, NAMESPACE, manifest)
}

/// Signs a text of another kind, which its namespace names, with the key of the officer who is here.
pub fn sign_in(session: &Session, namespace: &str, text: &str) -> Result<String> {
    head::signing_key(session.own())
        .sign(namespace, HashAlg::Sha512, text.as_bytes())
        .and_then(|signature| signature.to_pem(LineEnding::LF))
        .map_err(|error| Error::Internal(format!("a text cannot be signed: {error}")))
}

/// True if the signature over the manifest is that of this public key line.
pub fn is_signed_by(manifest: &str, signature: &str, public_line: &str) -> bool {
    is_signed_in(NAMESPACE, manifest, signature, public_line)
}

/// True if the signature over a text of this namespace is that of this public key line.
pub fn is_signed_in(namespace: &str, text: &str, signature: &str, public_line: &str) -> bool {
    let Ok(signature) = SshSig::from_pem(signature.trim_end()) else {
        return false;
    };
    PublicKey::from_openssh(public_line)
        .and_then(|key| key.verify(namespace, text.as_bytes(), &signature))
        .is_ok()
}

/// The fingerprint of a public key line: `SHA256:…`, as `ssh-keygen -l` writes it. `None` if it is no Ed25519 key.
pub fn fingerprint(public_line: &str) -> Option<String> {
    let key = PublicKey::from_openssh(public_line.trim()).ok()?;
    key.algorithm()
        .is_ed25519()
        .then(|| key.fingerprint(HashAlg::Sha256).to_string())
}
