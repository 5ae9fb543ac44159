//! Today: what waits for this officer, most pressing first.

use crate::{Result, Session};
use breakwater_casefile::query::{self, Waiting};
use breakwater_casefile::table::referral;
use breakwater_model::Instant;
use breakwater_model::referral::ReferralState;
use breakwater_model::today::{TodayItem, TodaySection, TodayView};

/// Items shown of one section.
const SHOWN: u32 = 50;
const DAY_MS: i64 = 86_400_000;

/// What waits for this officer.
pub fn today(session: &Session) -> Result<TodayView> {
    let now = session.host().now();
    let midnight = Instant(now.0 - now.0.rem_euclid(DAY_MS));
    let officer = session.officer().row;
    session.read(|reader| {
        let mut sections = Vec::new();
        for (waiting, key, title, why) in [
            (
                Waiting::Safeguarding,
                "safeguarding",
                "Safeguarding, not yet answered",
                "told, no answer yet",
            ),
            (
                Waiting::SecondLook,
                "second-look",
                "Waiting for a second look",
                "a line was answered Yes or Can't tell",
            ),
            (
                Waiting::HoldEnded,
                "holds",
                "Hold date reached",
                "look again",
            ),
            (
                Waiting::ToDraft,
                "to-draft",
                "Decided refer, not in a draft",
                "ready to draft",
            ),
        ] {
            let (rows, total) = query::waiting(reader, waiting, now, SHOWN, officer)?;
            if total == 0 {
                continue;
            }
            let items = rows
                .into_iter()
                .map(|(row, due)| TodayItem {
                    label: row.label,
                    why: why.to_owned(),
                    due,
                    is_overdue: due.is_some_and(|due| due < now),
                    account: Some(row.id),
                    referral: None,
                    platform: Some(row.platform),
                })
                .collect();
            sections.push(TodaySection {
                key: key.into(),
                title: title.into(),
                items,
                total,
            });
        }
        let drafts: Vec<_> = referral::all(reader)?
            .into_iter()
            .filter(|draft| draft.state == ReferralState::Draft)
            .collect();
        if !drafts.is_empty() {
            let total = u32::try_from(drafts.len()).unwrap_or(u32::MAX);
            let items = drafts
                .into_iter()
                .take(SHOWN as usize)
                .map(|draft| TodayItem {
                    label: format!("R-{:03} · {}", draft.number, draft.title),
                    why: "draft, not approved".into(),
                    due: None,
                    is_overdue: false,
                    account: None,
                    referral: Some(draft.id),
                    platform: Some(draft.platform),
                })
                .collect();
            sections.push(TodaySection {
                key: "drafts".into(),
                title: "Drafts".into(),
                items,
                total,
            });
        }
        Ok(TodayView {
            sections,
            assessed_today: query::assessed_since(reader, officer, midnight)?,
            to_review: query::counts(reader, now)?.review,
        })
    })
}
