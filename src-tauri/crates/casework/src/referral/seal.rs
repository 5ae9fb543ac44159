//! The outputs of a submission, rendered once and kept as sealed objects: what an approval signs, and what is copied from
//! then on.

use super::approve::Submitted;
use super::render::{self, Heading};
use crate::{Error, Result, Session};
use breakwater_casefile::objects::Stored;
use breakwater_casefile::table::approval;
use breakwater_casefile::{Action, sealed};
use breakwater_model::audit::Operation;
use breakwater_model::referral::{ReferralFormat, ReferralView};
use breakwater_report::Standing;
use std::io::pipe;
use std::thread;

/// Outputs that are rendered for approval and only copied from then on.
const SEALED: [ReferralFormat; 5] = [
    ReferralFormat::Txt,
    ReferralFormat::Csv,
    ReferralFormat::Pdf,
    ReferralFormat::Eml,
    ReferralFormat::Zip,
];

/// Renders what is not yet sealed of a version; exhibits are packed where an item names any.
pub(crate) fn seal(session: &Session, submitted: &Submitted) -> Result<()> {
    let version = &submitted.version;
    let have = session.read(|reader| approval::sealed(reader, version.row))?;
    let has_exhibits = !render::chosen(&submitted.view).is_empty();
    let wanted: Vec<ReferralFormat> = SEALED
        .into_iter()
        .filter(|format| have.iter().all(|sealed| sealed.format != *format))
        .filter(|format| has_exhibits || *format != ReferralFormat::Zip)
        .collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let mut kept = Vec::new();
    if let Err(error) = keep(session, submitted, &wanted, &mut kept) {
        for (_, _, stored) in &kept {
            sealed::forget(session, stored);
        }
        return Err(error);
    }
    let action = Action::new(Operation::Alteration, "referral-rendered", "referral")
        .on(submitted.view.id.uuid());
    let written = session.write(action, |w| {
        let mut unused = Vec::new();
        for (at, (format, pages, stored)) in kept.iter().enumerate() {
            let (object, was_there) = w.kept_object(stored, render::media_type(*format))?;
            if was_there {
                unused.push(at);
            }
            w.add_sealed(version.row, *format, object, *pages)?;
        }
        Ok(unused)
    });
    for (at, (_, _, stored)) in kept.iter().enumerate() {
        if written
            .as_ref()
            .map_or(true, |(unused, _)| unused.contains(&at))
        {
            sealed::forget(session, stored);
        }
    }
    written?;
    Ok(())
}

/// A rendered output that is durable, with its pages.
type Kept = (ReferralFormat, Option<u32>, Stored);

/// Renders formats and makes their bytes durable, one after the other; what is kept when one fails is in `kept`.
fn keep(
    session: &Session,
    submitted: &Submitted,
    formats: &[ReferralFormat],
    kept: &mut Vec<Kept>,
) -> Result<()> {
    let version = &submitted.version;
    let message_id = format!("{}.{}", submitted.view.id, version.number);
    for format in formats {
        let heading = Heading {
            marking: &version.marking,
            at: version.at,
            standing: Standing::Approved,
            message_id: &message_id,
            texts: &submitted.texts,
        };
        kept.push(match render::render(&submitted.view, *format, heading)? {
            Some(rendered) => {
                let stored = sealed::keep(session, &rendered.bytes)?;
                (*format, rendered.pages, stored)
            }
            None => (*format, None, pack(session, &submitted.view, heading)?),
        });
    }
    Ok(())
}

/// Packs the exhibits into a sealed object as they are read: neither memory nor the disk holds them in the clear.
fn pack(session: &Session, view: &ReferralView, heading: Heading<'_>) -> Result<Stored> {
    let failed = || Error::io("the exhibits");
    let (mut from, mut to) = pipe().map_err(failed())?;
    thread::scope(|scope| {
        let packing = scope.spawn(move || {
            render::pack(session, view, (heading.marking, heading.standing), &mut to)
        });
        let stored = sealed::keep_from(session, &mut from);
        // Whoever still writes is told that nobody reads.
        drop(from);
        let packed = packing
            .join()
            .map_err(|_| Error::Internal("packing the exhibits ended early".into()))?;
        // A disk that is full stops the packing too: what kept the bytes from being stored is what is told.
        let stored = stored?;
        if let Err(error) = packed {
            sealed::forget(session, &stored);
            return Err(error);
        }
        Ok(stored)
    })
}
