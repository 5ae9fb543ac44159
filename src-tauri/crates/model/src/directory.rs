//! The platform directory: by which channel a platform takes what.

use crate::Instant;
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
    /// What a notice is held against before it is submitted, by code, parted by `;`; empty where nothing is asked beyond
    /// what every notice needs.
    pub needs: String,
    /// Most items of one submission; `None` where no source gives a number.
    pub most_items: Option<u32>,
    /// Days within which an answer is due; `None` where no source gives a number, and the unit's own limit holds.
    pub answer_days: Option<u16>,
}

/// What became of what the unit itself sent by a channel.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct ChannelRateView {
    /// Items sent and not withdrawn.
    pub sent: u32,
    /// Those the platform has decided, or that were seen to be gone.
    pub decided: u32,
    /// Those that are taken down.
    pub taken_down: u32,
}

/// A channel with what follows from its date and from the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ChannelLineView {
    /// The channel.
    pub channel: ChannelView,
    /// The platform's name.
    pub platform_name: String,
    /// The day from which it should be looked up again.
    pub review_by: String,
    /// True if that day has passed.
    pub is_overdue: bool,
    /// What became of what was sent by it.
    pub rate: ChannelRateView,
}

/// The directory a case goes by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct DirectoryView {
    /// Its version.
    pub version: String,
    /// True if an officer put it in the place of the one that comes with the program.
    pub is_own: bool,
    /// Number of the officer who did.
    pub officer: Option<String>,
    /// When.
    pub at: Option<Instant>,
    /// Its channels.
    pub channels: Vec<ChannelLineView>,
    /// Channels there can be, by code.
    pub kinds: Vec<String>,
    /// Platforms there can be: code and name.
    pub platforms: Vec<(String, String)>,
    /// What `needs` can name: code and words.
    pub needs: Vec<(String, String)>,
}

/// Changes one channel.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct ChannelChange {
    /// Platform and channel as they stand; `None` for a new one.
    pub before: Option<(String, String)>,
    /// What it becomes; `None` takes it out.
    pub after: Option<ChannelView>,
}

/// Changes channels: one new version, whatever their number.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct DirectoryChangeRequest {
    /// The version the changes were made on.
    pub version: String,
    /// The changes, at least one.
    pub changes: Vec<ChannelChange>,
}

/// Something that keeps a file of the unit from being taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct UnitFileFaultView {
    /// The line of the file, from 1.
    pub line: u32,
    /// What is wrong, and what is wanted.
    pub why: String,
}

/// How a channel of a file differs from the one that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ChannelDiffKind {
    /// It is new.
    Added,
    /// It says something else.
    Changed,
    /// It is gone.
    Removed,
}

/// A field that says something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ChannelFieldView {
    /// The column.
    pub field: String,
    /// What it said.
    pub before: String,
    /// What it says.
    pub after: String,
}

/// A channel that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ChannelDiffView {
    /// The platform's code.
    pub platform: String,
    /// The channel.
    pub channel: String,
    /// How.
    pub kind: ChannelDiffKind,
    /// The fields, of one that changed.
    pub fields: Vec<ChannelFieldView>,
}

/// What a directory file holds beside the directory that stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct DirectoryFileView {
    /// The file's name.
    pub file_name: String,
    /// Everything that keeps it from being taken, by line; with any, nothing is compared.
    pub faults: Vec<UnitFileFaultView>,
    /// Channels that differ.
    pub differences: Vec<ChannelDiffView>,
    /// Channels that stay as they are.
    pub unchanged: u32,
    /// The version it stands under, once taken.
    pub version: Option<String>,
}

/// What the directory says of the channel a draft goes by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct DraftChannelView {
    /// The channel; `None` where the directory has none for this platform and route.
    pub line: Option<ChannelLineView>,
    /// The version of the directory that says so.
    pub version: String,
    /// Names of every channel of the platform, to say by which it was sent.
    pub names: Vec<String>,
}
