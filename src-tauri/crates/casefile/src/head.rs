//! The head of the audit chain, signed by the officer who locked the case.
//!
//! `audit.head` is text that `ssh-keygen -Y verify -n breakwater-audit-v1` can check:
//! the lines before the signature are what is signed.

use crate::keyring::Own;
use crate::layout::{Layout, hex, unhex, write_whole};
use crate::tree::Tree;
use crate::{Error, Result, audit};
use breakwater_model::{CaseId, Instant, OfficerId};
use rusqlite::{Connection, OptionalExtension, named_params};
use ssh_key::private::Ed25519Keypair;
use ssh_key::{HashAlg, LineEnding, PrivateKey, PublicKey, SshSig};

const NAMESPACE: &str = "breakwater-audit-v1";
const TITLE: &str = "breakwater audit head 1";

/// What a head says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The case.
    pub case_id: CaseId,
    /// The last entry.
    pub seq: i64,
    /// The chain at it.
    pub chain: [u8; 32],
    /// The RFC 6962 tree head over all leaves up to it.
    pub root: [u8; 32],
    /// When it was signed.
    pub at: Instant,
    /// By whom.
    pub officer: OfficerId,
}

/// The officer's signing key.
pub fn signing_key(own: &Own) -> PrivateKey {
    PrivateKey::from(Ed25519Keypair::from_seed(&own.signing))
}

/// The public half, as an OpenSSH line.
pub fn public_line(own: &Own) -> Result<String> {
    signing_key(own)
        .public_key()
        .to_openssh()
        .map_err(|error| Error::Internal(format!("a public key cannot be written: {error}")))
}

impl Head {
    /// The lines that are signed.
    pub fn body(&self) -> String {
        format!(
            "{TITLE}\ncase {}\nseq {}\nchain {}\nroot {}\nat {}\nofficer {}\n",
            self.case_id,
            self.seq,
            hex(&self.chain),
            hex(&self.root),
            self.at,
            self.officer
        )
    }

    /// The body and its signature.
    pub fn sign(&self, own: &Own) -> Result<String> {
        let body = self.body();
        let signature = signing_key(own)
            .sign(NAMESPACE, HashAlg::Sha512, body.as_bytes())
            .and_then(|signature| signature.to_pem(LineEnding::LF))
            .map_err(|error| {
                Error::Internal(format!("the audit head cannot be signed: {error}"))
            })?;
        Ok(format!("{body}{signature}\n"))
    }

    /// Reads a signed head; `None` if it is not exactly one.
    pub fn parse(text: &str) -> Option<(Self, SshSig)> {
        let start = text.find("-----BEGIN SSH SIGNATURE-----")?;
        let (body, signature) = text.split_at_checked(start)?;
        let mut lines = body.lines();
        if lines.next()? != TITLE {
            return None;
        }
        let mut value = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(' ');
        let head = Self {
            case_id: value("case")?.parse().ok()?,
            seq: value("seq")?.parse().ok()?,
            chain: unhex(value("chain")?)?.try_into().ok()?,
            root: unhex(value("root")?)?.try_into().ok()?,
            at: Instant::parse(value("at")?)?,
            officer: value("officer")?.parse().ok()?,
        };
        let signature = SshSig::from_pem(signature.trim_end()).ok()?;
        let again = signature.to_pem(LineEnding::LF).ok()?;
        (text == format!("{}{again}\n", head.body())).then_some((head, signature))
    }

    /// True if the signature is that of this public key line.
    pub fn is_signed_by(&self, signature: &SshSig, public_line: &str) -> bool {
        PublicKey::from_openssh(public_line)
            .and_then(|key| key.verify(NAMESPACE, self.body().as_bytes(), signature))
            .is_ok()
    }
}

/// Signs the present end of the chain, keeps it as a checkpoint, and gives its text.
/// The same end is not signed twice.
pub fn checkpoint(
    connection: &Connection,
    case_id: CaseId,
    own: &Own,
    at: Instant,
) -> Result<String> {
    let (seq, chain) = audit::last(connection, case_id)?;
    let kept: Option<(i64, Vec<u8>, String)> = connection
        .prepare_cached(
            "SELECT seq, frontier, head FROM audit_checkpoint ORDER BY seq DESC LIMIT 1",
        )?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let mut tree = Tree::default();
    if let Some((kept_seq, frontier, head)) = kept {
        if kept_seq == seq {
            return Ok(head);
        }
        tree = u64::try_from(kept_seq)
            .ok()
            .and_then(|size| Tree::resume(size, &frontier))
            .ok_or_else(|| Error::Damaged("an audit checkpoint cannot be read".into()))?;
    }
    let from = i64::try_from(tree.size()).unwrap_or(i64::MAX);
    let mut leaves =
        connection.prepare_cached("SELECT leaf FROM audit WHERE seq > :from ORDER BY seq")?;
    let mut rows = leaves.query(named_params! { ":from": from })?;
    while let Some(row) = rows.next()? {
        tree.push(row.get(0)?);
    }
    let head = Head {
        case_id,
        seq,
        chain,
        root: tree.root(),
        at,
        officer: own.officer,
    };
    let text = head.sign(own)?;
    connection
        .prepare_cached(
            "INSERT INTO audit_checkpoint (seq, root, frontier, at_ms, officer, head)
             VALUES (:seq, :root, :frontier, :at, :officer, :head)",
        )?
        .execute(named_params! {
            ":seq": seq, ":root": head.root, ":frontier": tree.frontier(), ":at": at.0,
            ":officer": own.officer.bytes(), ":head": text,
        })?;
    Ok(text)
}

/// Writes `audit.head` beside the database.
pub fn write(layout: &Layout, text: &str) -> Result<()> {
    write_whole(&layout.audit_head(), text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use zeroize::Zeroizing;

    #[test]
    fn a_head_verifies_against_its_officer_alone() {
        let host = testing::host();
        let own = Own {
            officer: OfficerId::from_uuid(host.uuid()),
            signing: Zeroizing::new([1; 32]),
        };
        let other = Own {
            officer: own.officer,
            signing: Zeroizing::new([2; 32]),
        };
        let head = Head {
            case_id: CaseId::from_uuid(host.uuid()),
            seq: 3,
            chain: [4; 32],
            root: [5; 32],
            at: host.now(),
            officer: own.officer,
        };
        let text = head.sign(&own).unwrap();
        let (read, signature) = Head::parse(&text).unwrap();
        assert_eq!(read, head);
        assert!(read.is_signed_by(&signature, &public_line(&own).unwrap()));
        assert!(!read.is_signed_by(&signature, &public_line(&other).unwrap()));
    }

    #[test]
    fn a_head_with_any_byte_changed_is_not_read_or_not_signed() {
        let host = testing::host();
        let own = Own {
            officer: OfficerId::from_uuid(host.uuid()),
            signing: Zeroizing::new([1; 32]),
        };
        let head = Head {
            case_id: CaseId::from_uuid(host.uuid()),
            seq: 3,
            chain: [4; 32],
            root: [5; 32],
            at: host.now(),
            officer: own.officer,
        };
        let text = head.sign(&own).unwrap();
        let line = public_line(&own).unwrap();
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            let Ok(changed) = String::from_utf8(bytes) else {
                continue;
            };
            let accepted =
                Head::parse(&changed).is_some_and(|(read, sig)| read.is_signed_by(&sig, &line));
            assert!(!accepted, "byte {at} changed and still accepted");
        }
    }
}
