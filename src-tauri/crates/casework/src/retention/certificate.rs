//! The certificate of an erasure: made with it, or when it is first asked for. Nothing of what was erased stands in it.

use super::erase::{self, NAMESPACE};
use super::{kinds, named, officer_of};
use crate::case::describe;
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::approval::{canonical, is_signed_in, sign_in};
use breakwater_casefile::layout::hex;
use breakwater_casefile::table::erasure::{self, Certificate, Done, Erasure};
use breakwater_casefile::{Action, Reader};
use breakwater_model::audit::Operation;
use breakwater_model::case::{OfficerView, Role};
use breakwater_model::erasure::{
    CertificateOfficer, ErasureCertificate, ErasureCertificateView, TombstoneView,
};
use breakwater_model::{ErasureId, Instant};

/// The namespace of the signature over a certificate.
const CERTIFICATE: &str = "breakwater-certificate-v1";
const FORM: u32 = 1;

/// The certificate of an erasure that was done, signed by whoever had it made.
///
/// # Errors
/// The erasure was not done; a reader asks for one that was never made.
pub fn read(session: &Session, id: ErasureId) -> Result<ErasureCertificateView> {
    let (found, kept) = session.read(|reader| {
        let found = erasure::by_id(reader, id)?;
        let kept = erasure::certificate(reader, found.row)?;
        Ok((found, kept))
    })?;
    let Some(done) = &found.done else {
        return Err(Error::Invalid(
            "This erasure was not done: there is no certificate.".into(),
        ));
    };
    let kept = match kept {
        Some(kept) => kept,
        None => make(session, &found, done)?,
    };
    session.read(|reader| view(reader, &found, done, kept))
}

/// The erasure with the certificate of this number.
///
/// # Errors
/// There is none.
pub fn numbered(session: &Session, number: u32) -> Result<ErasureId> {
    let all = session.read(|reader| erasure::all(reader))?;
    let found = all
        .iter()
        .find(|one| one.done.as_ref().is_some_and(|done| done.number == number));
    found
        .map(|one| one.id)
        .ok_or(Error::NotFound("certificate"))
}

fn make(session: &Session, found: &Erasure, done: &Done) -> Result<Certificate> {
    if session.officer().view.role == Role::Reader {
        return Err(Error::refused(
            "readers-change-nothing",
            "The certificate was not signed yet; an officer opens it first.",
        ));
    }
    let (marking, _, _) = describe::heading(session)?;
    let told = session.read(|reader| told(reader, found, done, marking.as_str()))?;
    let (json, sha256) = canonical(&told)?;
    let signature = sign_in(session, CERTIFICATE, &json)?;
    let action = Action::new(Operation::Alteration, "erasure-certified", "account")
        .on(found.account.1.uuid());
    session.write(action, |w| {
        w.add_certificate(found.row, (&json, &sha256), &signature)
    })?;
    Ok(Certificate {
        json,
        sha256,
        signature,
        officer: session.officer().row,
    })
}

fn told(
    reader: &Reader<'_>,
    found: &Erasure,
    done: &Done,
    marking: &str,
) -> Result<ErasureCertificate> {
    let proposal = erase::said(found)?;
    let (leaf, _) = erasure::entry(reader, done.seq)?;
    let tombstones = erasure::tombstones(reader, found.row)?.into_iter();
    let by = |officer: OfficerView, at: Instant, signature: &str| CertificateOfficer {
        id: officer.id,
        name: officer.name,
        number: officer.number,
        at,
        signature: signature.to_owned(),
    };
    Ok(ErasureCertificate {
        form: FORM,
        case: proposal.case,
        marking: marking.to_owned(),
        number: done.number,
        erasure: found.id,
        account: found.account.1,
        ground: found.ground,
        reason: proposal.reason,
        proposed: by(
            officer_of(reader, found.officer)?,
            found.at,
            &found.signature,
        ),
        confirmed: by(officer_of(reader, done.officer)?, done.at, &done.signature),
        counts: kinds::erased(&done.counts)?,
        stays: kinds::kept(&done.stays)?,
        tombstones: tombstones
            .map(|(hash, of)| TombstoneView {
                of,
                hash: hex(&hash),
            })
            .collect(),
        entry: u32::try_from(done.seq).unwrap_or(u32::MAX),
        entry_sha256: hex(&leaf),
    })
}

fn view(
    reader: &Reader<'_>,
    found: &Erasure,
    done: &Done,
    kept: Certificate,
) -> Result<ErasureCertificateView> {
    let certificate: ErasureCertificate = serde_json::from_str(&kept.json)?;
    let signer = officer_of(reader, kept.officer)?;
    let second = officer_of(reader, done.officer)?;
    let (leaf, _) = erasure::entry(reader, done.seq)?;
    let is_signed = outfile::sha256(kept.json.as_bytes()) == hex(&kept.sha256)
        && is_signed_in(CERTIFICATE, &kept.json, &kept.signature, &signer.public_key)
        && erase::is_proposed(reader, found)?
        && is_signed_in(
            NAMESPACE,
            &found.proposal,
            &done.signature,
            &second.public_key,
        )
        && certificate.entry_sha256 == hex(&leaf);
    Ok(ErasureCertificateView {
        certificate,
        sha256: hex(&kept.sha256),
        signature: kept.signature,
        signed_by: named(&signer),
        is_signed,
    })
}
