//! The original bytes, out.

use crate::evidence::list::exhibit_view;
use crate::{Error, Progress, Result, Session, outfile};
use breakwater_casefile::table::exhibit;
use breakwater_casefile::{Action, evidence};
use breakwater_model::ExhibitId;
use breakwater_model::audit::Operation;
use breakwater_model::evidence::ExhibitView;
use std::path::Path;

/// Decrypts to `out`, comparing the hash; logged as disclosure before the bytes leave.
pub fn export(
    session: &Session,
    id: ExhibitId,
    out: &Path,
    recipient: &str,
    purpose: &str,
    progress: &dyn Progress,
) -> Result<ExhibitView> {
    if recipient.trim().is_empty() || purpose.trim().is_empty() {
        return Err(Error::Refused {
            rule: "a-disclosure-names-recipient-and-purpose",
            message: "Say who receives the exhibit and what for.".into(),
            missing: vec!["recipient".into(), "purpose".into()],
        });
    }
    outfile::check_place(out)?;
    let exhibit = session.read(|reader| exhibit::by_id(reader, id))?;
    if exhibit.is_stopped {
        return Err(Error::refused(
            "stopped-illegal-image",
            format!(
                "Exhibit {} is stopped as an illegal image; only a supervisor can release it.",
                exhibit.label
            ),
        ));
    }
    let action = Action::new(Operation::Disclosure, "exhibit-exported", "exhibit")
        .on(id.uuid())
        .word("recipient", recipient.trim())
        .word("purpose", purpose.trim());
    session.note(action)?;
    let name = exhibit.file_name.clone();
    outfile::write_checked(out, |file| {
        let mut done = 0;
        evidence::read(session, &exhibit, &mut |chunk| {
            file.write_all(chunk).map_err(Error::io(&name))?;
            done += chunk.len() as u64;
            progress.step(done, Some(exhibit.size), "bytes");
            if progress.is_cancelled() {
                Err(Error::Cancelled)
            } else {
                Ok(())
            }
        })
    })?;
    session.write_head()?;
    Ok(exhibit_view(exhibit))
}
