//! The clock of retention: groups and periods are a dated table, and an account is due when the period of its group has
//! passed since the last activity that counts.

use super::called;
use crate::{Error, Result, Session};
use breakwater_casefile::Reader;
use breakwater_casefile::erase::{self, Group, Holds};
use breakwater_casefile::table::{account, erasure, fact};
use breakwater_model::erasure::{DueErasureRow, DueErasuresView, RetentionGroupView};
use serde::Deserialize;

/// Accounts listed at most.
const MOST: usize = 500;
/// In the column of days: the unit's clock of no action.
const CLOCK: &str = "clock";

/// The group whose period is that clock.
pub(super) const NO_ACTION: &str = "no-action";

#[derive(Deserialize)]
struct Row {
    group: String,
    holds: String,
    days: String,
    title: String,
    source: String,
    date: String,
}

pub(super) fn table(session: &Session) -> Result<Vec<(Group, RetentionGroupView)>> {
    let rows: Vec<Row> =
        csv::Reader::from_reader(include_str!("../../data/retention.csv").as_bytes())
            .deserialize()
            .collect::<std::result::Result<_, _>>()
            .map_err(|error| Error::Internal(format!("the table of retention: {error}")))?;
    rows.into_iter().map(|row| group(session, row)).collect()
}

fn group(session: &Session, row: Row) -> Result<(Group, RetentionGroupView)> {
    let bad = || Error::Internal(format!("the group {:?} of retention", row.group));
    let holds = match row.holds.as_str() {
        "justice" => Holds::Justice,
        "safeguarding" => Holds::Safeguarding,
        "referred" => Holds::Referred,
        "no-action" => Holds::NoAction,
        "other" => Holds::Other,
        _ => return Err(bad()),
    };
    let (days, comes_with) = if row.days == CLOCK {
        let comes_with = breakwater_text::clock::no_action_days();
        (session.no_action_days()?.into(), comes_with.into())
    } else {
        let comes_with = row.days.parse().map_err(|_| bad())?;
        let own = session.read(|reader| fact::retention_days(reader, &row.group))?;
        (own.unwrap_or(comes_with), comes_with)
    };
    let view = RetentionGroupView {
        group: row.group,
        title: row.title,
        days,
        comes_with,
        is_own: days != comes_with,
        source: row.source,
        date: row.date,
    };
    Ok((Group { holds, days }, view))
}

fn all(session: &Session) -> Result<(Vec<erase::Due>, Vec<RetentionGroupView>)> {
    let (groups, views): (Vec<Group>, Vec<_>) = table(session)?.into_iter().unzip();
    let now = session.host().now();
    Ok((
        session.snapshot(|reader| erase::due(reader, &groups, now))?,
        views,
    ))
}

/// Accounts whose period has passed, the one due longest first.
pub fn due(session: &Session) -> Result<DueErasuresView> {
    let (found, groups) = all(session)?;
    let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
    let rows = session.snapshot(|reader| {
        found
            .into_iter()
            .take(MOST)
            .map(|due| {
                let (label, platform) = called(session, reader, due.row)?;
                let stands = erase::stands(reader, due.row)?;
                let group = groups.get(due.group).map(|group| group.group.clone());
                Ok(DueErasureRow {
                    account: account::id(reader, due.row)?,
                    label,
                    platform,
                    group: group.unwrap_or_default(),
                    last: due.last,
                    since: due.since,
                    stands: stands.into_iter().map(|one| one.words).collect(),
                    is_proposed: erasure::waiting_on(reader, due.row)?.is_some(),
                })
            })
            .collect::<Result<Vec<_>>>()
    })?;
    Ok(DueErasuresView {
        groups,
        rows,
        total,
    })
}

/// True if the period of this account has passed.
pub(super) fn is_due(session: &Session, reader: &Reader<'_>, row: i64) -> Result<bool> {
    let (groups, _): (Vec<Group>, Vec<_>) = table(session)?.into_iter().unzip();
    Ok(erase::due_of(reader, &groups, session.host().now(), row)?.is_some())
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_group_says_where_its_period_comes_from_and_the_last_takes_every_account() {
        let rows: Vec<super::Row> =
            csv::Reader::from_reader(include_str!("../../data/retention.csv").as_bytes())
                .deserialize()
                .collect::<Result<_, _>>()
                .unwrap();
        assert!(
            rows.iter()
                .all(|row| !row.source.is_empty() && row.date.len() == 10)
        );
        assert_eq!(rows.last().unwrap().holds, "other");
    }
}
