//! Stop: illegal image. At once no thumbnail, preview, copy, export or hash of it by any path.

use crate::evidence::list::exhibit_view;
use crate::{Error, Result, Session, facts};
use breakwater_casefile::Action;
use breakwater_casefile::table::{exhibit, object};
use breakwater_model::ExhibitId;
use breakwater_model::audit::Operation;
use breakwater_model::case::Role;
use breakwater_model::evidence::{ExhibitView, StopReceiptView, StopRequest};

/// Stops every exhibit that shares these bytes, at once and by every path.
pub fn stop(session: &Session, request: &StopRequest) -> Result<StopReceiptView> {
    if request.reason.trim().is_empty() {
        return Err(Error::Invalid(
            "Say in a few words what you saw; no details are needed.".into(),
        ));
    }
    let stopped = session.read(|reader| exhibit::by_id(reader, request.exhibit))?;
    let action = Action::new(Operation::Alteration, "exhibit-stopped", "exhibit")
        .on(request.exhibit.uuid())
        .word("reason", request.reason.trim());
    let (at, done) = session.write(action, |w| {
        w.stop_object(stopped.object)?;
        Ok(w.now())
    })?;
    let also = session.read(|reader| exhibit::of_object(reader, stopped.object))?;
    Ok(StopReceiptView {
        also: also
            .into_iter()
            .map(|other| other.label)
            .filter(|label| *label != stopped.label)
            .collect(),
        number: stopped.label,
        at,
        officer: session.officer().view.number.clone(),
        entry: u32::try_from(done.seq).unwrap_or(u32::MAX),
        procedure: facts::procedure_words(),
        procedure_source: facts::procedure_source(),
    })
}

/// Releases a stop; only a supervisor, and not whoever set it.
pub fn release(session: &Session, id: ExhibitId, reason: &str) -> Result<ExhibitView> {
    if session.officer().view.role != Role::Supervisor {
        return Err(Error::refused(
            "only-a-supervisor-releases",
            "Only a supervisor releases a stop.",
        ));
    }
    if reason.trim().is_empty() {
        return Err(Error::Invalid("Say why the stop is released.".into()));
    }
    let stopped = session.read(|reader| exhibit::by_id(reader, id))?;
    if session
        .read(|reader| object::stopped(reader, stopped.object))?
        .is_none()
    {
        return Ok(exhibit_view(stopped));
    }
    let action = Action::new(Operation::Alteration, "exhibit-released", "exhibit")
        .on(id.uuid())
        .word("reason", reason.trim());
    session.write(action, |w| w.release_object(stopped.object))?;
    session
        .read(|reader| exhibit::by_id(reader, id))
        .map(exhibit_view)
}
