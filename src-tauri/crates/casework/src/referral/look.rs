//! Reading an item before signing: what the assessment was made on, and the fact that it was read.

use super::freeze::may_approve;
use crate::review::exclusions;
use crate::{Error, Result, Session};
use breakwater_casefile::Action;
use breakwater_casefile::table::{approval, assessment, referral};
use breakwater_model::audit::Operation;
use breakwater_model::referral::{AnsweredLineView, OpenedItemView, ReferralState};
use breakwater_model::{ItemId, ReferralId};

/// Shows the lines an item rests on. Where whoever is here may approve the submission, the opening is written down,
/// once; approval asks for one of every item.
///
/// # Errors
/// The item is not there.
pub fn item(session: &Session, id: ReferralId, item: ItemId) -> Result<OpenedItemView> {
    let (mut view, to_record) = look(session, id, item)?;
    if let Some((version, row)) = to_record {
        let action =
            Action::new(Operation::Consultation, "referral-item-opened", "referral").on(id.uuid());
        session.write(action, |w| w.add_opening(version, row))?;
        view.is_recorded = true;
    }
    Ok(view)
}

/// The lines an item rests on, for whoever packs it: nothing is written down.
pub(crate) fn lines(session: &Session, id: ReferralId, item: ItemId) -> Result<OpenedItemView> {
    Ok(look(session, id, item)?.0)
}

/// What is shown, and which opening is to be written down, by version and item.
type Looked = (OpenedItemView, Option<(i64, i64)>);

fn look(session: &Session, id: ReferralId, item: ItemId) -> Result<Looked> {
    session.read(|reader| {
        let found = referral::by_id(reader, id)?;
        let items = referral::items(reader, found.row)?;
        let one = items
            .into_iter()
            .find(|one| one.id == item)
            .ok_or(Error::NotFound("item"))?;
        let assessed = assessment::of_account(reader, one.account_row)?
            .into_iter()
            .find(|assessed| assessed.id == one.assessment)
            .ok_or(Error::NotFound("assessment"))?;
        let may = found.state == ReferralState::Submitted
            && may_approve(session, &approval::drafters(reader, found.row)?);
        let version = approval::last_version(reader, found.row)?;
        let is_opened = match &version {
            Some(version) => {
                approval::opened(reader, version.row, session.officer().row)?.contains(&item)
            }
            None => false,
        };
        let view = OpenedItemView {
            item,
            answers: exclusions::exclusions()
                .into_iter()
                .map(|line| AnsweredLineView {
                    answer: assessed.answers.get(&line.name).copied(),
                    short: line.short,
                    question: line.question,
                })
                .collect(),
            reason: assessed.reason,
            officer: assessed.officer,
            at: assessed.at,
            grading: assessed.grading,
            is_recorded: is_opened,
        };
        let to_record = version.filter(|_| may && !is_opened);
        Ok((view, to_record.map(|version| (version.row, one.row))))
    })
}
