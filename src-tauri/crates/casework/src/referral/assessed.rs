//! Whether an account's own assessment carries it into a referral: it says refer, with every line answered No, is not
//! older than the unit's limit, and is of the profile text as it stands.

use crate::review::exclusions;
use crate::{Result, limits};
use breakwater_casefile::Reader;
use breakwater_casefile::table::assessment;
use breakwater_model::Instant;
use breakwater_model::assessment::{AssessmentView, Decision};
use breakwater_model::referral::{ItemView, RequirementView};

/// How the newest assessment of an account stands.
pub(super) enum Stands {
    /// It carries the account.
    Refers(Box<AssessmentView>),
    /// It does not, with why not and what to do.
    Not(&'static str),
}

/// The newest assessment of the account in this row.
pub(super) fn of(reader: &Reader<'_>, account: i64, now: Instant) -> Result<Stands> {
    let Some(found) = assessment::latest(reader, account)? else {
        return Ok(Stands::Not("not assessed: assess it"));
    };
    let why = if found.decision != Decision::Refer {
        Some("not assessed as refer: take it out")
    } else if !exclusions::not_excluded(&found.answers).is_empty() {
        Some("a line is not answered No: take it out")
    } else if assessment::is_of_earlier_text(reader, account)? {
        Some("the profile text changed since it was assessed: take it out and assess it again")
    } else if now.0 - found.at.0 > limits::days_ms("assessment-fresh") {
        Some("assessed too long ago: take it out and assess it again")
    } else {
        None
    };
    Ok(why.map_or_else(|| Stands::Refers(Box::new(found)), Stands::Not))
}

/// Every item assessed, as long as the referral can be changed.
pub(super) fn requirements(
    reader: &Reader<'_>,
    items: &[(i64, ItemView)],
    now: Instant,
) -> Result<Vec<RequirementView>> {
    let each = items.iter().map(|(account, item)| {
        let (is_met, detail) = match of(reader, *account, now)? {
            Stands::Refers(found) => {
                let day = found.at.utc().format("%-d %B %Y");
                (true, format!("refer, {day}, by {}", found.officer))
            }
            Stands::Not(why) => (false, why.to_owned()),
        };
        Ok(RequirementView {
            name: format!("item.{}.assessed", item.position),
            label: format!("{}: assessed", item.label),
            is_met,
            detail,
            item: Some(item.id),
            source: limits::source("assessment-fresh"),
        })
    });
    each.collect()
}
