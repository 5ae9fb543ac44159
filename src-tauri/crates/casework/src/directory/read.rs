//! The directory as it is shown, with what follows from its dates and from the case.

use super::rate::Rates;
use super::{facts as known, route, stands, table};
use crate::{Error, Result, Session, facts};
use breakwater_casefile::query;
use breakwater_casefile::table::referral;
use breakwater_model::directory::{
    ChannelLineView, ChannelRateView, ChannelView, DirectoryView, DraftChannelView,
};
use breakwater_model::{Instant, ReferralId};

const DAY_MS: i64 = 86_400_000;

/// A channel with the platform's rules.
pub struct Channel {
    /// The channel and what follows.
    pub line: ChannelLineView,
    /// Names of the platform's rules, with the date of the version.
    pub policies: Vec<(String, String)>,
}

/// Every channel as the directory has them; of one platform if it is named. Of a case where one is given, with what
/// became of what it sent; else those that come with the program.
pub fn channels(
    session: Option<&Session>,
    platform: Option<&str>,
    now: Instant,
) -> Result<Vec<Channel>> {
    let lines = match session {
        Some(session) => view(session)?.channels,
        None => table::built_in()
            .iter()
            .map(|view| line(view, ChannelRateView::default(), now))
            .collect(),
    };
    let of = |line: &ChannelLineView| platform.is_none_or(|code| line.channel.platform == code);
    Ok(lines
        .into_iter()
        .filter(of)
        .map(|line| Channel {
            policies: facts::policies(&line.channel.platform)
                .into_iter()
                .map(|policy| {
                    let date = policy.in_force.as_ref().unwrap_or(&policy.date);
                    (policy.name.clone(), date.clone())
                })
                .collect(),
            line,
        })
        .collect())
}

/// The directory of the case.
pub fn view(session: &Session) -> Result<DirectoryView> {
    let now = session.host().now();
    let directory = session.read(stands)?;
    let rates = Rates::of(session)?;
    let named = |code: &str| (code.to_owned(), name(code));
    Ok(DirectoryView {
        version: directory.version,
        is_own: directory.own.is_some(),
        officer: directory.own.as_ref().map(|own| own.officer.clone()),
        at: directory.own.as_ref().map(|own| own.at),
        channels: directory
            .channels
            .iter()
            .map(|view| line(view, rates.of_channel(view), now))
            .collect(),
        kinds: known::channel_kinds()
            .into_iter()
            .map(str::to_owned)
            .collect(),
        platforms: facts::platforms()
            .iter()
            .map(|one| named(&one.code))
            .collect(),
        needs: known::channel_needs()
            .iter()
            .map(|one| (one.need.clone(), one.words.clone()))
            .collect(),
    })
}

/// The channel a referral goes by, as the directory of the case has it.
///
/// # Errors
/// The referral is not there.
pub fn of_draft(session: &Session, id: ReferralId) -> Result<DraftChannelView> {
    let now = session.host().now();
    let rates = Rates::of(session)?;
    session.read(|reader| {
        let one = referral::by_id(reader, id)?;
        let directory = stands(reader)?;
        let channel = route::by_route(&directory.channels, one.platform.as_str(), one.route);
        let of_platform = |view: &&ChannelView| view.platform == one.platform.as_str();
        Ok::<_, Error>(DraftChannelView {
            line: channel.map(|view| line(view, rates.of_channel(view), now)),
            version: directory.version.clone(),
            names: directory
                .channels
                .iter()
                .filter(of_platform)
                .map(|view| view.name.clone())
                .collect(),
        })
    })
}

fn name(code: &str) -> String {
    query::platform_view(code, 0).name
}

fn line(view: &ChannelView, rate: ChannelRateView, now: Instant) -> ChannelLineView {
    let looked_up = Instant::parse(&format!("{}T00:00:00Z", view.date));
    let due = looked_up.map(|at| at.plus_ms(i64::from(view.review_days) * DAY_MS));
    ChannelLineView {
        platform_name: name(&view.platform),
        review_by: due.map_or_else(String::new, |at| at.utc().date_naive().to_string()),
        is_overdue: due.is_none_or(|at| at < now),
        rate,
        channel: view.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_is_overdue_once_its_days_have_passed() {
        let at = |text| Instant::parse(text).unwrap();
        let portal = |now| {
            let all = channels(None, Some("tiktok"), now).unwrap();
            let mut all = all.into_iter();
            all.find(|one| one.line.channel.channel == "law-enforcement-portal")
                .unwrap()
        };
        assert!(!portal(at("2026-07-20T00:00:00Z")).line.is_overdue);
        let late = portal(at("2026-07-23T00:00:00Z"));
        assert!(late.line.is_overdue);
        assert_eq!(late.line.review_by, "2026-07-21");
        assert!(
            late.policies
                .iter()
                .any(|(name, date)| name.contains("Smuggling") && !date.is_empty())
        );
    }
}
