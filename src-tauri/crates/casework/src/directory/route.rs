//! Which channel a referral goes by, and what that channel asks of it.

use super::{Directory, facts, table};
use crate::reminders::{self, Rule};
use breakwater_model::case::OfficerView;
use breakwater_model::directory::ChannelView;
use breakwater_model::referral::{ItemView, RequirementView, Route};

const DAY_MS: i64 = 86_400_000;

/// The channel of a platform that this route goes by: the first of `data/route_channels.csv` the directory has.
pub(crate) fn by_route<'a>(
    channels: &'a [ChannelView],
    platform: &str,
    route: Route,
) -> Option<&'a ChannelView> {
    facts::route_channels()
        .iter()
        .filter(|row| row.route == route)
        .find_map(|row| {
            channels
                .iter()
                .find(|view| view.platform == platform && view.channel == row.channel)
        })
}

/// How long a platform is given to answer: what the channel says, else what is usual for the platform. Milliseconds.
pub(crate) fn answer_ms(directory: &Directory, platform: &str, route: Route) -> i64 {
    by_route(&directory.channels, platform, route)
        .and_then(|view| view.answer_days)
        .map_or_else(
            || i64::from(reminders::days(Rule::Answer, platform)) * DAY_MS,
            |days| i64::from(days) * DAY_MS,
        )
}

/// What the channel asks of a notice beyond what every notice needs.
pub(crate) fn requirements(
    channel: &ChannelView,
    items: &[ItemView],
    officer: &OfficerView,
    law: Option<&str>,
) -> Vec<RequirementView> {
    let asked = Asked(channel);
    let mut all = Vec::new();
    if let Some(most) = channel.most_items {
        let count = items.len();
        let is_met = count <= most as usize;
        let detail = if is_met {
            format!("{count} of {most}")
        } else {
            format!("{count} items: split it, or {}", channel.most)
        };
        all.push(asked.line(
            "most_items",
            &format!("No more than {most} items at once"),
            is_met,
            &detail,
        ));
    }
    let said = |text: Option<&str>| text.unwrap_or_default().trim().to_owned();
    for need in table::needs(channel) {
        match need {
            "phone" => all.push(asked.whole(
                "officer_phone",
                "Officer's official telephone",
                &said(officer.phone.as_deref()),
            )),
            "badge" => all.push(asked.whole(
                "officer_badge",
                "Officer's badge number",
                &said(officer.badge.as_deref()),
            )),
            "law" => all.push(asked.whole("law", "The law it rests on", &said(law))),
            _ => all.extend(items.iter().filter_map(|item| asked.of_item(need, item))),
        }
    }
    all
}

struct Asked<'a>(&'a ChannelView);

impl Asked<'_> {
    fn line(&self, name: &str, label: &str, is_met: bool, detail: &str) -> RequirementView {
        RequirementView {
            name: format!("channel.{name}"),
            label: label.to_owned(),
            is_met,
            detail: detail.to_owned(),
            item: None,
            source: format!("{}: {} ({})", self.0.name, self.0.source, self.0.date),
        }
    }

    fn whole(&self, name: &str, label: &str, words: &str) -> RequirementView {
        self.line(name, label, !words.is_empty(), words)
    }

    fn of_item(&self, need: &str, item: &ItemView) -> Option<RequirementView> {
        let chosen = item.exhibits.iter().find(|exhibit| exhibit.is_chosen);
        let (field, label, words) = match need {
            "handle-seen" if item.handle.is_some() => (
                "handle",
                "the day its handle was seen",
                item.handle_seen.as_ref().map(|seen| seen.at.to_string()),
            ),
            "platform-id" => (
                "platform_id",
                "the platform's own id",
                item.platform_id.clone(),
            ),
            "exhibit" => (
                "exhibits",
                "a screenshot",
                chosen.map(|one| one.number.clone()),
            ),
            _ => return None,
        };
        let line = self.whole(
            field,
            &format!("{}: {label}", item.label),
            &words.unwrap_or_default(),
        );
        Some(RequirementView {
            name: format!("channel.item.{}.{field}", item.position),
            item: Some(item.id),
            ..line
        })
    }
}
