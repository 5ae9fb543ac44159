//! What must be read before the first attach of a case.

use crate::{Result, Session, facts};
use breakwater_casefile::Action;
use breakwater_casefile::table::fact;
use breakwater_model::audit::Operation;
use breakwater_model::evidence::EvidenceRulesView;

const READ: &str = "evidence-rules-read";

/// The text, with its source.
pub fn rules() -> EvidenceRulesView {
    facts::evidence_rules_view()
}

/// The officer has read it. The first in a case is noted; reading it again changes nothing.
pub fn acknowledge(session: &Session) -> Result<()> {
    if session.read(|reader| fact::get(reader, READ))?.is_some() {
        return Ok(());
    }
    let officer = session.officer().view.number.clone();
    let action = Action::new(Operation::Alteration, "evidence-rules-read", "case")
        .on(session.case_id().uuid());
    session.write(action, |w| {
        let when = format!("{officer}, {}", w.now());
        w.set_fact(READ, &when)
    })?;
    Ok(())
}
