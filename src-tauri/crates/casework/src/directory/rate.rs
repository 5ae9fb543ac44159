//! What became of what the unit itself sent, by channel.
//!
//! An item counts by the channel it was first sent by, as the officer wrote it; words that name no channel of the
//! directory count for none.

use crate::statistics;
use crate::{Result, Session};
use breakwater_casefile::history;
use breakwater_model::directory::{ChannelRateView, ChannelView};
use breakwater_model::history::Cut;
use breakwater_text::fold::fold;
use std::collections::HashMap;

/// Rates by platform and folded words for a channel.
pub(super) struct Rates(HashMap<(String, String), ChannelRateView>);

impl Rates {
    /// The rates as of now.
    pub(super) fn of(session: &Session) -> Result<Self> {
        let told = history::told(session)?;
        let channels = session.read(history::channels)?;
        let platforms = told.history.names(Cut::Platform);
        let mut rates: HashMap<(String, String), ChannelRateView> = HashMap::new();
        let now = session.host().now();
        for (item, subject) in told.history.items().iter().zip(&told.subjects) {
            let Some(words) = channels.get(&(subject.row, subject.post.clone())) else {
                continue;
            };
            let platform = item.groups.get(Cut::Platform as usize).copied();
            let platform = platform.and_then(|at| platforms.get(usize::from(at)));
            let Some(stand) = statistics::outcome(&told.history, item, now) else {
                continue;
            };
            let rate = rates
                .entry((platform.cloned().unwrap_or_default(), plain(words)))
                .or_default();
            rate.sent += 1;
            rate.decided += u32::from(stand.is_decided);
            rate.taken_down += u32::from(stand.is_taken_down);
        }
        Ok(Self(rates))
    }

    /// The rate of a channel, by its code or its name.
    pub(super) fn of_channel(&self, view: &ChannelView) -> ChannelRateView {
        let mut names = vec![plain(&view.channel), plain(&view.name)];
        names.dedup();
        let found = names
            .into_iter()
            .filter_map(|name| self.0.get(&(view.platform.clone(), name)));
        found.fold(ChannelRateView::default(), |sum, rate| ChannelRateView {
            sent: sum.sent + rate.sent,
            decided: sum.decided + rate.decided,
            taken_down: sum.taken_down + rate.taken_down,
        })
    }
}

/// `Law-enforcement portal` and `law-enforcement-portal` are the same words.
fn plain(words: &str) -> String {
    let folded = fold(words);
    let parts: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" ")
}
