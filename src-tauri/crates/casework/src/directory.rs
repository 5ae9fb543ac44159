//! The platform directory: `data/channels.csv`, with the rules of each platform from `data/policies.csv`.

use crate::{facts, reminders};
use breakwater_model::Instant;
use breakwater_model::directory::ChannelView;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../data/channels.csv");

static CHANNELS: LazyLock<Vec<ChannelView>> = LazyLock::new(|| {
    let rows = csv::Reader::from_reader(TABLE.as_bytes())
        .into_deserialize()
        .collect::<Result<_, _>>();
    rows.unwrap_or_default()
});

/// A channel with what follows from its date.
pub struct Channel {
    /// The channel.
    pub view: ChannelView,
    /// True if it should be looked up again.
    pub is_overdue: bool,
    /// Days the platform usually takes to answer: its own, else those of all.
    pub answer_days: u16,
    /// Names of the platform's rules, with the date of the version.
    pub policies: Vec<(String, String)>,
}

/// Every channel, by platform as the table has them; of one platform if it is named.
pub fn channels(platform: Option<&str>, now: Instant) -> Vec<Channel> {
    let of = |view: &&ChannelView| platform.is_none_or(|platform| view.platform == platform);
    CHANNELS
        .iter()
        .filter(of)
        .map(|view| Channel {
            is_overdue: is_overdue(view, now),
            answer_days: reminders::days(reminders::Rule::Answer, &view.platform),
            policies: facts::policies(&view.platform)
                .into_iter()
                .map(|policy| {
                    let date = policy.in_force.as_ref().unwrap_or(&policy.date);
                    (policy.name.clone(), date.clone())
                })
                .collect(),
            view: view.clone(),
        })
        .collect()
}

/// The table itself: CSV, for a colleague.
pub const fn table() -> &'static str {
    TABLE
}

fn is_overdue(view: &ChannelView, now: Instant) -> bool {
    let looked_up = Instant::parse(&format!("{}T00:00:00Z", view.date));
    let days = i64::from(view.review_days);
    looked_up.is_none_or(|at| at.plus_ms(days * 86_400_000) < now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use breakwater_text::platform;
    use std::collections::BTreeSet;

    const CHANNELS_KNOWN: [&str; 5] = [
        "action-plan",
        "law-enforcement-portal",
        "priority-flagger",
        "dsa-notice",
        "in-app",
    ];

    #[test]
    fn every_channel_is_whole_sourced_dated_and_there_once() {
        let mut seen = BTreeSet::new();
        let rows = csv::Reader::from_reader(TABLE.as_bytes())
            .into_records()
            .count();
        assert_eq!(CHANNELS.len(), rows, "a row does not read");
        for view in CHANNELS.iter() {
            assert!(platform::facts(&view.platform).is_some(), "{view:?}");
            assert!(CHANNELS_KNOWN.contains(&view.channel.as_str()), "{view:?}");
            assert!(seen.insert((&view.platform, &view.channel)), "{view:?}");
            let told = [
                &view.name,
                &view.accepts,
                &view.required,
                &view.identifiers,
                &view.most,
                &view.formats,
                &view.attachments,
                &view.language,
                &view.user_told,
                &view.preservation,
                &view.usual_time,
                &view.source,
            ];
            assert!(told.iter().all(|text| !text.is_empty()), "{view:?}");
            assert!(
                Instant::parse(&format!("{}T00:00:00Z", view.date)).is_some(),
                "{view:?}"
            );
            assert!(view.review_days > 0, "{view:?}");
        }
        let platforms: BTreeSet<&str> =
            CHANNELS.iter().map(|view| view.platform.as_str()).collect();
        for needed in [
            "facebook",
            "instagram",
            "tiktok",
            "x",
            "youtube",
            "snapchat",
            "telegram",
        ] {
            assert!(platforms.contains(needed), "{needed}");
        }
    }

    #[test]
    fn a_channel_is_overdue_once_its_days_have_passed() {
        let at = |text| Instant::parse(text).unwrap();
        let portal = |now| {
            let all = channels(Some("tiktok"), now);
            let mut all = all.into_iter();
            all.find(|one| one.view.channel == "law-enforcement-portal")
                .unwrap()
        };
        assert!(!portal(at("2026-07-20T00:00:00Z")).is_overdue);
        let late = portal(at("2026-07-23T00:00:00Z"));
        assert!(late.is_overdue);
        assert!(
            late.policies
                .iter()
                .any(|(name, date)| name.contains("Smuggling") && !date.is_empty())
        );
    }
}
