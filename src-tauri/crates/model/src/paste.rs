//! Links, handles and numbers somebody pasted: do we already know these?

use crate::AccountId;
use crate::assessment::AccountStatus;
use crate::platform::Platform;
use crate::register::{RegisterHitView, RegisterList};
use serde::{Deserialize, Serialize};

/// What kind of thing a link names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// An account.
    Account,
    /// A post, story, video, live or advert.
    Post,
    /// A page.
    Page,
    /// A group.
    Group,
    /// A channel.
    Channel,
    /// An invitation to a closed group or channel.
    Invite,
    /// A telephone number.
    Phone,
    /// An address that leads elsewhere; never guessed.
    ShortLink,
    /// A website.
    Website,
    /// Nothing that can be named.
    Unknown,
}

/// Where a link stands, in the order in which links are shown.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum LinkGroup {
    /// Removed by the platform after a referral.
    Removed,
    /// In a referral that was sent and is not answered.
    Waiting,
    /// The platform declined.
    Declined,
    /// On the protected register.
    Protected,
    /// A desk is asked first.
    AskFirst,
    /// It looks like one that is on a register, in other letters.
    LooksLike,
    /// On the register of what others have referred.
    AlreadyReferred,
    /// A short link: where it leads is not known.
    ShortLink,
    /// In the case.
    Known,
    /// Not in the case; can be added.
    New,
    /// Not in the case, and nothing an account can be made of.
    NotAdded,
}

/// Something an officer should know about how a link was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LinkWarningView {
    /// The kind of warning.
    pub code: String,
    /// What it is, in words.
    pub what: String,
}

/// One link, handle or number of what was pasted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LinkView {
    /// As it was pasted.
    pub input: String,
    /// The same for every way of writing it.
    pub key: Option<String>,
    /// The platform's code.
    pub platform: Option<Platform>,
    /// What kind of thing.
    pub kind: LinkKind,
    /// True if the case has it, or for a post has its account.
    pub known: bool,
    /// Where the account stands.
    pub status: Option<AccountStatus>,
    /// The strictest list it is on.
    pub register: Option<RegisterList>,
    /// The account.
    pub account: Option<AccountId>,
    /// What the account is called.
    pub label: Option<String>,
    /// Where it stands among what was pasted.
    pub group: LinkGroup,
    /// As it is shown: an address nobody can follow by mistake.
    pub shown: String,
    /// Every register hit that holds now.
    pub registers: Vec<RegisterHitView>,
    /// What an officer should know.
    pub warnings: Vec<LinkWarningView>,
}
