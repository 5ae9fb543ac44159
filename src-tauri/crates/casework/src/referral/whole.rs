//! The fields of a draft that are of the whole referral: what each takes, what it held, what it holds then.

use super::draft::{check_law, check_policy};
use crate::{Error, Result, Session};
use breakwater_casefile::table::referral::{Referral, ReferralField};
use breakwater_model::referral::{Route, TellUser};

pub(super) fn whole_field(
    session: &Session,
    found: &Referral,
    field: &str,
    value: &str,
) -> Result<Option<(ReferralField, Option<String>)>> {
    let some = (!value.is_empty()).then(|| value.to_owned());
    Ok(Some(match field {
        "title" if value.is_empty() => {
            return Err(Error::Invalid("A referral needs a title.".into()));
        }
        "title" => (ReferralField::Title, some),
        "summary" => (ReferralField::Summary, Some(value.to_owned())),
        "from" => (ReferralField::Sender, some),
        "policy" => {
            check_policy(some.as_deref(), found.platform.as_str())?;
            (ReferralField::Policy, some)
        }
        "law" => {
            check_law(some.as_deref(), found.route)?;
            (ReferralField::Law, some)
        }
        "route" => {
            let route = route(value)?;
            check_law(found.law.as_deref(), route)?;
            (ReferralField::Route, some)
        }
        "tell_user" | "tell-user" => (ReferralField::TellUser, tell_user(value)?),
        "tell_user_reason" => (ReferralField::TellUserReason, some),
        "law_elements" => (ReferralField::LawElements, some),
        "law_reach" => (ReferralField::LawReach, some),
        "law_defence" => (ReferralField::LawDefence, some),
        "law_decided_by" => (ReferralField::LawDecidedBy, some),
        "good_faith" | "good-faith" => {
            let given = matches!(value.to_lowercase().as_str(), "yes" | "true" | "given");
            let by = format!(
                "{}, {}",
                session.officer().view.number,
                session.host().now()
            );
            (
                ReferralField::GoodFaith,
                Some(if given { by } else { String::new() }),
            )
        }
        _ => return Ok(None),
    }))
}

pub(super) fn before(found: &Referral, field: ReferralField) -> Option<String> {
    match field {
        ReferralField::Title => Some(found.title.clone()),
        ReferralField::Policy => found.policy.clone(),
        ReferralField::Law => found.law.clone(),
        ReferralField::Route => serde_json::to_value(found.route)
            .ok()
            .and_then(|word| word.as_str().map(str::to_owned)),
        ReferralField::Summary => Some(found.summary.clone()),
        ReferralField::Sender => found.sender.clone(),
        ReferralField::GoodFaith => Some(found.good_faith.clone()),
        ReferralField::TellUser => found.tell_user.map(|answer| written(answer).to_owned()),
        ReferralField::TellUserReason => found.tell_user_reason.clone(),
        ReferralField::LawElements => found.law_notes.elements.clone(),
        ReferralField::LawReach => found.law_notes.reach.clone(),
        ReferralField::LawDefence => found.law_notes.defence.clone(),
        ReferralField::LawDecidedBy => found.law_notes.decided_by.clone(),
    }
}

/// The draft as it is once the field has this value.
pub(super) fn put(found: &mut Referral, field: ReferralField, value: Option<&str>) -> Result<()> {
    let whole = || value.unwrap_or_default().to_owned();
    let some = || value.map(str::to_owned);
    match field {
        ReferralField::Title => found.title = whole(),
        ReferralField::Policy => found.policy = some(),
        ReferralField::Law => found.law = some(),
        ReferralField::Route => found.route = route(value.unwrap_or_default())?,
        ReferralField::Summary => found.summary = whole(),
        ReferralField::Sender => found.sender = some(),
        ReferralField::GoodFaith => found.good_faith = whole(),
        ReferralField::TellUser => found.tell_user = value.map(answer).transpose()?,
        ReferralField::TellUserReason => found.tell_user_reason = some(),
        ReferralField::LawElements => found.law_notes.elements = some(),
        ReferralField::LawReach => found.law_notes.reach = some(),
        ReferralField::LawDefence => found.law_notes.defence = some(),
        ReferralField::LawDecidedBy => found.law_notes.decided_by = some(),
    }
    Ok(())
}

fn route(value: &str) -> Result<Route> {
    match value {
        "voluntary" => Ok(Route::Voluntary),
        "legal-request" => Ok(Route::LegalRequest),
        "dsa-notice" => Ok(Route::DsaNotice),
        "osa" => Ok(Route::Osa),
        _ => Err(Error::Invalid(format!(
            "{value:?} is not a route: voluntary, legal-request, dsa-notice or osa."
        ))),
    }
}

/// The answer as it is stored; none for the usual one.
fn tell_user(value: &str) -> Result<Option<String>> {
    if value.is_empty() {
        return Ok(None);
    }
    Ok(Some(written(answer(&value.to_lowercase())?).to_owned()))
}

fn answer(value: &str) -> Result<TellUser> {
    match value {
        "no" => Ok(TellUser::No),
        "yes" => Ok(TellUser::Yes),
        _ => Err(Error::Invalid(format!(
            "{value:?} is no answer to \"Tell the user?\": write yes or no, or nothing for the usual one; the reason is tell_user_reason."
        ))),
    }
}

const fn written(answer: TellUser) -> &'static str {
    match answer {
        TellUser::No => "no",
        TellUser::Yes => "yes",
    }
}
