//! What else is asked for beside takedowns, each number with what stands behind it.

use super::count::{Window, is_in};
use super::period::{self, Period};
use crate::{Result, Session};
use breakwater_casefile::table::{account, action, justice_fact};
use breakwater_casefile::{Reader, query};
use breakwater_model::assessment::ActionKind;
use breakwater_model::further::{FurtherCountView, FurtherRowView, FurtherView, JusticeKind};
use breakwater_model::list::AccountRow;
use breakwater_model::statistics::StatsRequest;
use breakwater_model::{AccountId, Instant};
use std::collections::HashMap;

/// What happened beside takedowns in a period, as it was known at a moment; of accounts of every unit.
///
/// # Errors
/// Days that are none.
pub fn further(session: &Session, request: &StatsRequest) -> Result<FurtherView> {
    let period = Period::read(&request.from, &request.to)?;
    let as_at = period::as_at(request.as_at, session.host().now())?;
    let asked = Asked {
        window: period.window(),
        as_at,
        officer: session.officer().row,
        shows_apart: session.shows_kept_apart(),
    };
    session.snapshot(|reader| {
        let acts = |kind: ActionKind| acts(reader, &asked, kind);
        let facts = |kind: JusticeKind| facts(reader, &asked, kind);
        Ok(FurtherView {
            from: period.from(),
            to: period.to(),
            as_at,
            intelligence: acts(ActionKind::Intelligence)?,
            preservation: acts(ActionKind::Preservation)?,
            safeguarding: acts(ActionKind::Safeguarding)?,
            arrests: facts(JusticeKind::Arrest)?,
            convictions: facts(JusticeKind::Conviction)?,
        })
    })
}

struct Asked {
    window: Window,
    as_at: Instant,
    officer: i64,
    shows_apart: bool,
}

impl Asked {
    fn sees(&self, happened: Instant, known: Instant) -> bool {
        is_in(self.window, happened.0) && happened <= self.as_at && known <= self.as_at
    }

    /// A row, with those of its accounts that may be named.
    fn row(
        &self,
        reader: &Reader<'_>,
        at: Instant,
        reference: Option<String>,
        accounts: &[i64],
    ) -> breakwater_casefile::Result<FurtherRowView> {
        let rows = query::rows(reader, accounts, self.officer)?;
        let is_named = |row: &&AccountRow| self.shows_apart || !row.role.is_kept_apart();
        let named: Vec<(AccountId, String)> = rows
            .iter()
            .filter(is_named)
            .map(|row| (row.id, row.label.clone()))
            .collect();
        Ok(FurtherRowView {
            at,
            reference: reference.unwrap_or_default(),
            kept_apart: narrow(rows.len() - named.len()),
            accounts: named,
        })
    }
}

fn acts(
    reader: &Reader<'_>,
    asked: &Asked,
    kind: ActionKind,
) -> breakwater_casefile::Result<FurtherCountView> {
    let told = action::told(reader)?;
    let of_kind = told
        .into_iter()
        .filter(|one| one.action == kind && asked.sees(one.happened, one.known));
    let rows = of_kind
        .map(|one| asked.row(reader, one.happened, one.reference, &[one.account]))
        .collect::<breakwater_casefile::Result<Vec<_>>>()?;
    Ok(counted(rows))
}

fn facts(
    reader: &Reader<'_>,
    asked: &Asked,
    kind: JusticeKind,
) -> breakwater_casefile::Result<FurtherCountView> {
    let mut rows = Vec::new();
    let mut known: HashMap<AccountId, i64> = HashMap::new();
    for fact in justice_fact::standing(reader)? {
        let view = fact.view;
        if view.kind != kind || !asked.sees(view.happened.at, fact.recorded) {
            continue;
        }
        for id in &view.accounts {
            if !known.contains_key(id) {
                known.insert(*id, account::row(reader, *id)?);
            }
        }
        let accounts: Vec<i64> = view
            .accounts
            .iter()
            .filter_map(|id| known.get(id))
            .copied()
            .collect();
        rows.push(asked.row(reader, view.happened.at, Some(view.reference), &accounts)?);
    }
    rows.reverse();
    Ok(counted(rows))
}

fn counted(rows: Vec<FurtherRowView>) -> FurtherCountView {
    FurtherCountView {
        count: narrow(rows.len()),
        rows,
    }
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
