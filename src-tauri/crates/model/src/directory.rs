//! The platform directory: by which channel a platform takes what.

use serde::{Deserialize, Serialize};

/// A channel of a platform. What no source says is `not published`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct ChannelView {
    /// The platform's code.
    pub platform: String,
    /// `action-plan`, `law-enforcement-portal`, `priority-flagger`, `dsa-notice` or `in-app`.
    pub channel: String,
    /// Its name.
    pub name: String,
    /// Where it is; empty where the unit holds it.
    pub address: String,
    /// What it accepts.
    pub accepts: String,
    /// What a submission must hold.
    pub required: String,
    /// Identifiers it takes.
    pub identifiers: String,
    /// Most items of one submission.
    pub most: String,
    /// Formats.
    pub formats: String,
    /// Attachments.
    pub attachments: String,
    /// Language.
    pub language: String,
    /// Whether the user is told.
    pub user_told: String,
    /// How long it preserves.
    pub preservation: String,
    /// How long an answer usually takes.
    pub usual_time: String,
    /// Where this is said.
    pub source: String,
    /// The source's date, YYYY-MM-DD.
    pub date: String,
    /// Days after which it should be looked up again.
    pub review_days: u16,
}
