//! Packing a submission: rendered as it would be sent, signed by who packs it, sealed to who is to approve it.

use super::sheet::{
    Exhibit, FORM, FROZEN, NAMESPACE, SHEET, SIGNATURE, Sheet, output_file, person,
};
use crate::case::officer;
use crate::referral::approve::{Submitted, as_submitted};
use crate::referral::look;
use crate::referral::seal::seal;
use crate::referral::submit::refuse_unready;
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::approval::{canonical, sign_in};
use breakwater_casefile::table::approval::{self, Sealed};
use breakwater_casefile::table::{colleague, exhibit};
use breakwater_casefile::{Action, evidence, layout, parcel, sealed};
use breakwater_model::audit::Operation;
use breakwater_model::package::{
    PackRequest, PackageAnswer, PackageItem, PackageOutput, PackedView,
};
use breakwater_model::referral::ItemView;
use breakwater_model::{ExhibitId, ReferralId};
use std::io::Write;
use std::path::Path;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Writes a package of a submission. The case keeps that it left, to whom, and with which hash.
///
/// # Errors
/// Refused by rule as an approval on this workstation; no recipient, or one that is none.
pub fn pack(session: &Session, request: &PackRequest, out: &Path) -> Result<PackedView> {
    outfile::check_place(out)?;
    let id = request.referral;
    let recipients = recipients(session, &request.to)?;
    let submitted = session.read(|reader| as_submitted(reader, session, id))?;
    refuse_unready(&submitted.view)?;
    seal(session, &submitted)?;
    let outputs = session.read(|reader| approval::sealed(reader, submitted.version.row))?;
    let (ids, sheet) = sheet(session, &submitted, &outputs)?;
    let (text, _) = canonical(&sheet)?;
    let signature = sign_in(session, NAMESPACE, &text)?;
    let name = layout::file_name(out);
    let action = Action::new(Operation::Disclosure, "package-written", "referral")
        .on(id.uuid())
        .word("recipient", &recipients.join(", "))
        .word("purpose", "approval at another workstation")
        .word("sha256", &sheet.sha256);
    session.note(action)?;
    let parts = Parts {
        session,
        submitted: &submitted,
        outputs: &outputs,
        exhibits: &ids,
        sheet: &sheet,
        texts: [&text, &signature],
    };
    let sha256 = outfile::write_checked(out, |file| {
        parcel::seal(&recipients, file, &mut |to| parts.write(to, &name))
    })?;
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Ok(PackedView {
        file_name: name,
        sha256,
        outputs: count(sheet.outputs.len()),
        exhibits: count(sheet.exhibits.len()),
        recipients: count(recipients.len()),
    })
}

/// Recipients as they are compared; the number of a colleague on the list stands for theirs.
fn recipients(session: &Session, given: &[String]) -> Result<Vec<String>> {
    let known = session.read(|reader| colleague::all(reader))?;
    let mut all = Vec::new();
    for text in given {
        let listed = known.iter().find(|one| one.number == text.trim());
        let recipient = match listed {
            Some(one) => one.recipient.clone(),
            None => parcel::checked_recipient(text)?,
        };
        if !all.contains(&recipient) {
            all.push(recipient);
        }
    }
    if all.is_empty() {
        return Err(Error::Invalid(
            "Say to whom it is sealed: the number of a colleague, or a recipient from their card."
                .into(),
        ));
    }
    Ok(all)
}

fn sheet(
    session: &Session,
    submitted: &Submitted,
    outputs: &[Sealed],
) -> Result<(Vec<ExhibitId>, Sheet)> {
    let view = &submitted.view;
    let mut ids = Vec::new();
    let mut exhibits = Vec::new();
    for named in view.items.iter().flat_map(|item| &item.exhibits) {
        if !named.is_chosen || ids.contains(&named.id) {
            continue;
        }
        let found = session.read(|reader| exhibit::by_id(reader, named.id))?;
        ids.push(named.id);
        exhibits.push(Exhibit {
            file: format!("exhibits/{}", exhibits.len() + 1),
            number: found.label,
            sha256: outfile::hex(&found.sha256),
            media_type: found.media_type,
        });
    }
    let items = view
        .items
        .iter()
        .map(|item| package_item(session, view.id, item))
        .collect::<Result<_>>()?;
    let sheet = Sheet {
        form: FORM,
        case: session.case_id(),
        referral: view.id,
        outside_reference: view.outside_reference.clone(),
        platform_name: view.platform_name.clone(),
        title: view.title.clone(),
        summary: view.summary.clone(),
        marking: submitted.version.marking.clone(),
        version: submitted.version.number,
        sha256: outfile::hex(&submitted.version.sha256),
        submitted_at: submitted.version.at,
        outputs: outputs
            .iter()
            .map(|output| PackageOutput {
                format: output.format,
                sha256: outfile::hex(&output.sha256),
                pages: output.pages,
            })
            .collect(),
        exhibits,
        items,
        drafters: submitted.drafters.iter().map(person).collect(),
        sender: person(&officer::own(session)?),
        answer_to: parcel::recipient(session)?,
    };
    Ok((ids, sheet))
}

fn package_item(session: &Session, referral: ReferralId, item: &ItemView) -> Result<PackageItem> {
    let rests_on = look::lines(session, referral, item.id)?;
    let answers = rests_on.answers.into_iter().map(|line| {
        let answer = line.answer.map(serde_json::to_value).transpose()?;
        Ok::<_, Error>(PackageAnswer {
            question: line.question,
            answer: answer.and_then(|answer| answer.as_str().map(str::to_owned)),
        })
    });
    Ok(PackageItem {
        id: item.id,
        position: item.position,
        label: item.label.clone(),
        unit: item.unit,
        address: item.address.clone().unwrap_or_default(),
        place: item.place.clone(),
        words: item.words.clone(),
        translation: item.translation.clone(),
        translation_by: item.translation_by.clone(),
        why: item.why.clone(),
        reason: rests_on.reason,
        officer: rests_on.officer,
        answers: answers.collect::<Result<_>>()?,
        exhibits: item
            .exhibits
            .iter()
            .filter(|exhibit| exhibit.is_chosen)
            .map(|exhibit| exhibit.number.clone())
            .collect(),
    })
}

struct Parts<'a> {
    session: &'a Session,
    submitted: &'a Submitted,
    outputs: &'a [Sealed],
    exhibits: &'a [ExhibitId],
    sheet: &'a Sheet,
    texts: [&'a str; 2],
}

impl Parts<'_> {
    fn write(&self, to: &mut dyn Write, name: &str) -> Result<()> {
        let mut zip = Zip(ZipWriter::new_stream(to));
        let [sheet, signature] = self.texts;
        zip.file(SHEET, name, sheet.as_bytes())?;
        zip.file(SIGNATURE, name, signature.as_bytes())?;
        zip.file(FROZEN, name, self.submitted.version.json.as_bytes())?;
        for (output, named) in self.outputs.iter().zip(&self.sheet.outputs) {
            zip.begin(&output_file(named), name)?;
            sealed::read_through(self.session, output.object, &mut |chunk| {
                zip.0.write_all(chunk).map_err(Error::io(name))
            })?;
        }
        for (id, named) in self.exhibits.iter().zip(&self.sheet.exhibits) {
            let found = self.session.read(|reader| exhibit::by_id(reader, *id))?;
            zip.begin(&named.file, name)?;
            evidence::read(self.session, &found, &mut |chunk| {
                zip.0.write_all(chunk).map_err(Error::io(name))
            })?;
        }
        zip.0
            .finish()
            .map_err(|error| Error::io(name)(error.into()))?;
        Ok(())
    }
}

struct Zip<'a>(ZipWriter<StreamWriter<&'a mut dyn Write>>);

impl Zip<'_> {
    fn begin(&mut self, file: &str, name: &str) -> Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::default());
        self.0
            .start_file(file, options)
            .map_err(|error| Error::io(name)(error.into()))
    }

    fn file(&mut self, file: &str, name: &str, bytes: &[u8]) -> Result<()> {
        self.begin(file, name)?;
        self.0.write_all(bytes).map_err(Error::io(name))
    }
}
