//! What share of decisions is reviewed again: the unit's, else the table's.

use crate::{Error, Result, Session, facts};
use breakwater_casefile::Action;
use breakwater_casefile::table::fact;
use breakwater_model::audit::Operation;
use breakwater_model::second_review::SecondReviewShares;

/// A number of the table; none where it has no such row.
pub(super) fn number(name: &str) -> u32 {
    row(name).map(|row| row.value).unwrap_or_default()
}

/// Where a number of the table comes from, with the source's date.
pub(super) fn source(name: &str) -> String {
    row(name)
        .map(|row| format!("{} ({})", row.source, row.date))
        .unwrap_or_default()
}

fn row(name: &str) -> Option<&'static facts::NumberFact> {
    facts::second_review_facts()
        .iter()
        .find(|row| row.name == name)
}

/// The facts of the case that hold the unit's percents.
const REFER: &str = "second-review-share-refer";
const NO_ACTION: &str = "second-review-share-no-action";

/// The percents that come with the program.
pub fn come_with() -> SecondReviewShares {
    SecondReviewShares {
        refer: number("share-refer"),
        no_action: number("share-no-action"),
    }
}

/// The percents that hold now.
pub fn now(session: &Session) -> Result<SecondReviewShares> {
    let own = come_with();
    session.read(|reader| {
        let of = |key: &str, own: u32| match fact::get(reader, key)? {
            None => Ok(own),
            Some(text) => text
                .parse()
                .map_err(|_| Error::Damaged("the share of the second review".into())),
        };
        Ok(SecondReviewShares {
            refer: of(REFER, own.refer)?,
            no_action: of(NO_ACTION, own.no_action)?,
        })
    })
}

/// Sets the percents.
///
/// # Errors
/// One is above 100.
pub fn set(session: &Session, shares: SecondReviewShares) -> Result<()> {
    if shares.refer > 100 || shares.no_action > 100 {
        return Err(Error::Invalid(
            "A share is 0 to 100 percent of the decisions.".into(),
        ));
    }
    let words = |percent: u32| percent.to_string();
    let action = Action::new(Operation::Alteration, "second-review-shares-set", "case")
        .word("refer", &words(shares.refer))
        .word("no action", &words(shares.no_action));
    session.write(action, |w| {
        w.set_fact(REFER, &words(shares.refer))?;
        w.set_fact(NO_ACTION, &words(shares.no_action))
    })?;
    Ok(())
}
