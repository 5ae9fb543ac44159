//! Warning tags.

use crate::evidence::list::exhibit_view;
use crate::{Result, Session};
use breakwater_casefile::Action;
use breakwater_casefile::table::exhibit;
use breakwater_model::ExhibitId;
use breakwater_model::audit::Operation;
use breakwater_model::evidence::{ExhibitView, WarningTag};

/// Sets the warnings of an exhibit.
pub fn tag(session: &Session, id: ExhibitId, warnings: &[WarningTag]) -> Result<ExhibitView> {
    let before = session.read(|reader| exhibit::by_id(reader, id))?;
    let mut warnings = warnings.to_vec();
    warnings.sort_unstable();
    warnings.dedup();
    if before.warnings != warnings {
        let action = Action::new(Operation::Alteration, "exhibit-tagged", "exhibit").on(id.uuid());
        session.write(action, |w| w.set_warnings(&before, &warnings))?;
    }
    session
        .read(|reader| exhibit::by_id(reader, id))
        .map(exhibit_view)
}
