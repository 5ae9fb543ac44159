//! What a directory can name: channels of a route, and what a notice is held against. Tables with source and date.

use crate::facts::read;
use breakwater_model::referral::Route;
use serde::Deserialize;
use std::sync::LazyLock;

/// A channel a route goes by.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RouteChannel {
    /// The route.
    pub route: Route,
    /// The channel's code.
    pub channel: String,
    /// Where it comes from.
    pub source: String,
    /// The source's date, YYYY-MM-DD.
    pub date: String,
}

/// Something a channel can ask of a notice.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChannelNeed {
    /// Its code.
    pub need: String,
    /// In words.
    pub words: String,
    /// Where it comes from.
    pub source: String,
    /// The source's date, YYYY-MM-DD.
    pub date: String,
}

static ROUTES: LazyLock<Result<Vec<RouteChannel>, String>> = LazyLock::new(|| {
    read(
        "route_channels.csv",
        include_str!("../../data/route_channels.csv"),
    )
});

static NEEDS: LazyLock<Result<Vec<ChannelNeed>, String>> = LazyLock::new(|| {
    read(
        "channel_needs.csv",
        include_str!("../../data/channel_needs.csv"),
    )
});

/// The channels of every route, those looked for first in front.
pub(super) fn route_channels() -> &'static [RouteChannel] {
    ROUTES.as_deref().unwrap_or_default()
}

/// What a channel can ask.
pub(super) fn channel_needs() -> &'static [ChannelNeed] {
    NEEDS.as_deref().unwrap_or_default()
}

/// Channels there can be, by code.
pub(super) fn channel_kinds() -> Vec<&'static str> {
    let mut kinds: Vec<&str> = Vec::new();
    for row in route_channels() {
        if !kinds.contains(&row.channel.as_str()) {
            kinds.push(&row.channel);
        }
    }
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_tables_read_and_every_row_has_source_and_date() {
        assert_eq!(ROUTES.as_ref().map(Vec::len), Ok(8));
        assert_eq!(NEEDS.as_ref().map(Vec::len), Ok(6));
        let routes = route_channels().iter().map(|row| (&row.source, &row.date));
        let needs = channel_needs().iter().map(|row| (&row.source, &row.date));
        for (source, date) in routes.chain(needs) {
            assert!(!source.is_empty());
            assert!(chrono::NaiveDate::parse_from_str(date, "%Y-%m-%d").is_ok());
        }
    }
}
