//! A second officer approves a letter: every output is rendered once and sealed, and the approval signs the hashes.

use super::{FORM, Frozen, Manifest, NAMESPACE, Output, Told, expect, read, told};
use crate::referral::read as referrals;
use crate::referral::render::media_type;
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::approval::{canonical, sign_in};
use breakwater_casefile::objects::Stored;
use breakwater_casefile::{Action, sealed};
use breakwater_model::LetterId;
use breakwater_model::audit::Operation;
use breakwater_model::letter::{LetterState, LetterView};
use breakwater_model::referral::{ReferralFormat, ReferralView};
use breakwater_report::{OutwardLetter, Standing, page_count};

/// Outputs that are sealed at approval.
pub(super) const SEALED: [ReferralFormat; 3] = [
    ReferralFormat::Txt,
    ReferralFormat::Pdf,
    ReferralFormat::Eml,
];

/// Approves a letter: signs the manifest with the key of the officer who is here.
///
/// # Errors
/// Refused by rule: `only-prepared-letters-are-approved`, `drafter-is-not-approver`.
pub fn approve(session: &Session, id: LetterId) -> Result<LetterView> {
    let first = session.read(|reader| {
        let first = told(reader, id)?;
        refuse(session, &first)?;
        Ok(first)
    })?;
    let kept = seal(session, &first)?;
    let action = Action::new(Operation::Alteration, "letter-approved", "letter").on(id.uuid());
    let done = session.write(action, |w| {
        let now = w.reading(|reader| told(reader, id))?;
        refuse(session, &now)?;
        if now.version.row != first.version.row {
            return Err(Error::refused(
                "changed-since-read",
                "The text was written anew meanwhile. Read it, then approve.",
            ));
        }
        let mut outputs = Vec::new();
        for (format, pages, stored) in &kept {
            let (object, _) = w.kept_object(stored, media_type(*format))?;
            w.add_letter_output(now.version.row, *format, object, *pages)?;
            outputs.push(Output {
                format: *format,
                sha256: outfile::hex(&stored.sha256),
            });
        }
        let manifest = Manifest {
            form: FORM,
            case: session.case_id(),
            letter: id,
            version: now.version.number,
            sha256: outfile::hex(&now.version.sha256),
            marking: now.version.marking.clone(),
            outputs,
            drafters: now.drafters.iter().map(|one| one.id).collect(),
            approver: session.officer().view.id,
            at: w.now().to_string(),
        };
        let (text, _) = canonical(&manifest)?;
        let signature = sign_in(session, NAMESPACE, &text)?;
        w.add_letter_approval(now.version.row, &text, &signature)
    });
    if let Err(error) = done {
        for (_, _, stored) in &kept {
            sealed::forget(session, stored);
        }
        return Err(error);
    }
    read(session, id)
}

/// Refused unless the letter waits for a second officer, and whoever is here is one.
pub(super) fn refuse(session: &Session, told: &Told) -> Result<()> {
    let why = match told.state() {
        LetterState::Returned => "This letter was returned. It is written anew first.",
        _ => "This letter is approved already.",
    };
    let rule = "only-prepared-letters-are-approved";
    expect(told, &[LetterState::Prepared], rule, why)?;
    if told.is_drafter(session.officer().view.id) {
        return Err(Error::refused(
            "drafter-is-not-approver",
            "You wrote words of this letter. A second officer approves it.",
        ));
    }
    Ok(())
}

type Kept = Vec<(ReferralFormat, Option<u32>, Stored)>;

/// Renders every output and makes its bytes durable.
fn seal(session: &Session, told: &Told) -> Result<Kept> {
    let view = referrals::read(session, told.frozen.referral)?;
    let letter = outward(told, &view);
    let mut kept = Kept::new();
    for format in SEALED {
        let (bytes, pages) = render(&letter, told, format, Standing::Approved)?;
        kept.push((format, pages, sealed::keep(session, &bytes)?));
    }
    Ok(kept)
}

/// The bytes of a format, and its pages if it has any.
pub(super) fn render(
    letter: &OutwardLetter,
    told: &Told,
    format: ReferralFormat,
    standing: Standing,
) -> Result<(Vec<u8>, Option<u32>)> {
    let failed = |error: breakwater_report::Error| Error::Internal(error.to_string());
    Ok(match format {
        ReferralFormat::Txt => {
            let text = letter.text(standing);
            let pages = page_count(&text);
            (text.into_bytes(), Some(pages))
        }
        ReferralFormat::Pdf => {
            let pdf = letter.pdf(standing).map_err(failed)?;
            (pdf.bytes, Some(pdf.pages))
        }
        ReferralFormat::Eml => {
            let id = format!(
                "{}.{}@breakwater.invalid",
                told.letter.id, told.version.number
            );
            (letter.eml(standing, &id).map_err(failed)?, None)
        }
        ReferralFormat::Csv | ReferralFormat::Zip => {
            return Err(Error::Invalid(
                "A letter is written as pdf, txt or eml.".into(),
            ));
        }
    })
}

/// The letter as it leaves.
pub(super) fn outward(told: &Told, view: &ReferralView) -> OutwardLetter {
    let Frozen { subject, text, .. } = told.frozen.clone();
    let officer = &view.officer;
    let badge = officer.badge.as_deref().map(|badge| format!(", {badge}"));
    OutwardLetter {
        marking: told.version.marking.clone(),
        reference: told.frozen.outside_reference.clone(),
        subject,
        text,
        from: vec![
            ("From", view.from.clone().unwrap_or_default()),
            (
                "Officer",
                format!("{}{}", officer.name, badge.unwrap_or_default()),
            ),
            ("E-mail", officer.email.clone().unwrap_or_default()),
            ("Telephone", officer.phone.clone().unwrap_or_default()),
        ],
        email: officer.email.clone(),
        to: view.addressee.clone(),
        at: told.version.at,
    }
}
