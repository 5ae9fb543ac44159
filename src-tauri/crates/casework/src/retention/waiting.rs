//! Erasures that wait for somebody, as Today tells them.

use super::erase;
use crate::{Result, Session};
use breakwater_casefile::table::erasure;
use breakwater_model::erasure::{ErasureRow, ErasureState};
use breakwater_model::today::{TodayItem, TodaySection};

/// Items shown.
const SHOWN: usize = 50;

/// What whoever is here may confirm, and what they proposed of accounts that changed since.
pub(crate) fn section(session: &Session) -> Result<TodaySection> {
    let own = session.officer().row;
    let mut items: Vec<TodayItem> = session.read(|reader| {
        let mut items = Vec::new();
        for one in erasure::open(reader)? {
            let row = erase::view(session, reader, &one)?;
            let why = match row.state {
                ErasureState::Proposed if row.can_confirm => {
                    format!("proposed by {}; read what goes, then confirm it", row.by)
                }
                ErasureState::Void if one.officer == own => {
                    "the account changed since you proposed it; look again".to_owned()
                }
                _ => continue,
            };
            items.push(item(row, why));
        }
        Ok(items)
    })?;
    let total = u32::try_from(items.len()).unwrap_or(u32::MAX);
    items.truncate(SHOWN);
    Ok(TodaySection {
        key: "erasures".to_owned(),
        title: "Erasures to confirm".to_owned(),
        items,
        total,
    })
}

fn item(row: ErasureRow, why: String) -> TodayItem {
    TodayItem {
        label: if row.label.is_empty() {
            "An account that is not named here".to_owned()
        } else {
            row.label
        },
        why,
        platform: Some(row.platform),
        ..TodayItem::default()
    }
}
