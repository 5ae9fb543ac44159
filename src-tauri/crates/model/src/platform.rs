//! Platforms and what can be flagged on them. The list of platforms is open:
//! facts about each are data, not variants.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A platform's code, lower case: `facebook instagram threads tiktok x youtube snapchat telegram whatsapp …`.
#[derive(
    Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(transparent)]
pub struct Platform(pub String);

impl Platform {
    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What kind of thing an item is. Kept on every item: published totals mix units, ours never do.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// A person's or brand's account.
    Account,
    /// A page.
    Page,
    /// A group.
    Group,
    /// A channel.
    Channel,
    /// One post.
    Post,
    /// A story, gone after a day.
    Story,
    /// A live broadcast.
    Live,
    /// A paid advert.
    Ad,
    /// An invite link to a closed group or channel.
    Invite,
    /// A telephone number behind a contact link.
    Phone,
    /// A website.
    Website,
    /// A short link nobody has opened: what it leads to, and whether that is an account, is not known.
    ShortLink,
}

/// What the window needs to show a platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct PlatformView {
    /// The code.
    pub code: Platform,
    /// The name, as the platform writes it.
    pub name: String,
    /// Two letters for the list.
    pub short: String,
    /// Accounts of this platform in the case.
    pub accounts: u32,
}

/// Something chosen from a list that is data: a code and the words for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ChoiceView {
    /// The code that is stored.
    pub code: String,
    /// The words that are shown.
    pub label: String,
    /// A longer explanation or quotation, if any.
    pub detail: Option<String>,
    /// Where it comes from.
    pub source: Option<String>,
    /// The date of the source or version, as written there.
    pub date: Option<String>,
}
