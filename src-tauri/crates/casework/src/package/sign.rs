//! Signing a package: the manifest an approval on the first workstation signs, by the key of whoever is here.

use super::read::{self, read, refusal};
use super::sheet::{Answer, FORM, Sheet, person};
use crate::case::officer;
use crate::referral::freeze::{Manifest, Output};
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::approval::{canonical, sign as sign_manifest};
use breakwater_casefile::{Action, layout, parcel};
use breakwater_model::audit::Operation;
use breakwater_model::package::{AnswerView, SignPackageRequest};
use breakwater_model::{Instant, OfficerId};
use std::path::Path;

/// Signs a package that was opened, and writes the answer, sealed to the case it came from.
///
/// # Errors
/// As [`super::open`]; refused by rule: `a-package-is-opened-first`, `drafter-is-not-approver`, `every-item-was-opened` with the items that were not,
/// `changed-since-shown` if the file is another one by now.
pub fn sign(
    session: &Session,
    file: &Path,
    request: &SignPackageRequest,
    out: &Path,
) -> Result<AnswerView> {
    outfile::check_place(out)?;
    let sheet = read(session, file)?.sheet;
    if sheet.sha256 != request.sha256 {
        return Err(Error::refused(
            "changed-since-shown",
            "This is another package than the one that was shown. Open it again.",
        ));
    }
    if let Some(error) = refusal(session, &sheet)? {
        return Err(error);
    }
    read::refuse_unopened(session, &sheet)?;
    refuse_unopened(&sheet, request)?;
    let own = officer::own(session)?;
    let manifest = manifest(&sheet, own.id, session.host().now());
    let (manifest, _) = canonical(&manifest)?;
    let answer = Answer {
        form: FORM,
        signature: sign_manifest(session, &manifest)?,
        manifest,
        approver: person(&own),
    };
    let action = Action::new(Operation::Disclosure, "package-signed", "package")
        .word(
            "recipient",
            &format!("{}, {}", sheet.sender.name, sheet.sender.number),
        )
        .word("reference", &sheet.outside_reference)
        .word("sha256", &sheet.sha256);
    session.note(action)?;
    let (text, _) = canonical(&answer)?;
    let name = layout::file_name(out);
    let to = [sheet.answer_to.clone()];
    let sha256 = outfile::write_checked(out, |file| {
        parcel::seal(&to, file, &mut |to| {
            to.write_all(text.as_bytes()).map_err(Error::io(&name))
        })
    })?;
    Ok(AnswerView {
        file_name: name,
        sha256,
        outside_reference: sheet.outside_reference,
    })
}

/// What an approval of it on the first workstation signs.
fn manifest(sheet: &Sheet, approver: OfficerId, at: Instant) -> Manifest {
    Manifest {
        form: Manifest::FORM,
        case: sheet.case,
        referral: sheet.referral,
        outside_reference: sheet.outside_reference.clone(),
        version: sheet.version,
        sha256: sheet.sha256.clone(),
        marking: sheet.marking.clone(),
        outputs: sheet
            .outputs
            .iter()
            .map(|output| Output {
                format: output.format,
                sha256: output.sha256.clone(),
            })
            .collect(),
        drafters: sheet.drafters.iter().map(|one| one.id).collect(),
        approver,
        at: at.to_string(),
    }
}

fn refuse_unopened(sheet: &Sheet, request: &SignPackageRequest) -> Result<()> {
    let missing: Vec<String> = sheet
        .items
        .iter()
        .filter(|item| !request.opened.contains(&item.id))
        .map(|item| format!("{}. {}", item.position, item.label))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Error::Refused {
        rule: "every-item-was-opened",
        message: format!(
            "Open every item before you sign. Not opened by you: {}.",
            missing.join(", ")
        ),
        missing,
    })
}
