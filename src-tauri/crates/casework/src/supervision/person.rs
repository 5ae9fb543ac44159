//! Who has how much: asked by a supervisor, with a reason, and logged as a look.

use super::since;
use crate::{Error, Result, Session};
use breakwater_casefile::table::officer;
use breakwater_casefile::{Action, query, supervise};
use breakwater_model::audit::Operation;
use breakwater_model::case::Role;
use breakwater_model::supervision::{ByPersonRequest, PersonLoadView};

/// What each officer has to review and did since [`super::SupervisionView::since`].
///
/// # Errors
/// Refused by rule: `only-a-supervisor-asks-by-person`; `by-person-needs-a-reason`.
pub fn by_person(session: &Session, request: &ByPersonRequest) -> Result<Vec<PersonLoadView>> {
    if session.officer().view.role != Role::Supervisor {
        return Err(Error::refused(
            "only-a-supervisor-asks-by-person",
            "How the unit stands is told by team. Who has how much is asked by a supervisor, with a reason.",
        ));
    }
    let reason = request.reason.trim();
    if reason.is_empty() {
        return Err(Error::Refused {
            rule: "by-person-needs-a-reason",
            message: "Say why it is asked who has how much; that is logged.".into(),
            missing: vec!["reason".into()],
        });
    }
    session.note(
        Action::new(Operation::Consultation, "workload-by-person", "officer")
            .word("purpose", reason),
    )?;
    let now = session.host().now();
    let queue = query::queue_age(session, now)?;
    session.snapshot(|reader| {
        let loads = supervise::loads(reader, since(now))?;
        let mut views = Vec::new();
        for one in officer::all(reader)? {
            let Some((row, _)) = officer::by_id(reader, one.id)? else {
                continue;
            };
            let load = loads.get(&row).copied().unwrap_or_default();
            views.push(PersonLoadView {
                officer: one.id,
                name: one.name,
                number: one.number,
                assigned: queue.assigned.get(&row).copied().unwrap_or_default(),
                assessed: load.assessed,
                drafts: load.drafts,
                submitted: load.submitted,
                approved: load.approved,
            });
        }
        Ok(views)
    })
}
