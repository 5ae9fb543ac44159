//! Links between accounts: what they share, and what that is worth.

use crate::list::AccountRow;
use crate::network::DeclarationView;
use crate::succession::{LifeView, SuccessionView};
use crate::{AccountId, Instant};
use serde::{Deserialize, Serialize};

/// What two accounts share.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum TieKind {
    /// A telephone number in their texts, or that they are.
    Phone,
    /// A handle, invite or e-mail address to write to.
    Contact,
    /// A bank account or wallet.
    Money,
    /// An exhibit with the same bytes.
    Picture,
    /// One gives the other as its contact.
    Mention,
    /// A profile text or post of which four fifths agree.
    Text,
    /// Handles made of the same letters.
    Naming,
}

/// One reason why two accounts are linked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LinkReasonView {
    /// What they share.
    pub kind: TieKind,
    /// In words: `same number`.
    pub said: String,
    /// What it is: the number, the handle; empty for a text or picture.
    pub value: String,
}

/// An account that shares something with the one asked about. Not a label: what it means an officer says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LinkedView {
    /// The other account.
    pub account: AccountRow,
    /// What they share, strongest first; nothing where only an officer links them.
    pub reasons: Vec<LinkReasonView>,
    /// True if they share things of two kinds and nobody said that they are operated apart.
    pub is_network: bool,
    /// What officers said of the two, the newest first.
    pub said: Vec<DeclarationView>,
    /// Whether one of the two may be the other come back.
    pub succession: Option<SuccessionView>,
}

/// How an account stands that is linked with items of a referral.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum OfferStands {
    /// On the protected register: never referred.
    Protected,
    /// In a referral that is not over.
    InReferral,
    /// Its own assessment says refer, with every line answered, and is fresh.
    Refer,
    /// Nobody has decided about it.
    NotAssessed,
    /// Waits for a second look.
    SecondLook,
    /// On hold.
    Hold,
    /// Decided no action.
    NoAction,
    /// Decided refer, and to be assessed again: too long ago, or of other words.
    AssessAgain,
}

/// An account linked with items of a referral and in none of them: offered for an assessment of its own, never added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct OfferView {
    /// The account, and what links it with the first of the items.
    pub link: LinkedView,
    /// Positions of the items it is linked with.
    pub items: Vec<u32>,
    /// How it stands.
    pub stands: OfferStands,
}

/// Something that stands on so many accounts, or on a register, that it links nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SharedView {
    /// What it is.
    pub kind: TieKind,
    /// The value.
    pub value: String,
    /// Accounts it stands on.
    pub accounts: u32,
    /// Why it links nobody.
    pub why: String,
}

/// The links of one account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct LinksView {
    /// The accounts, those with most reasons first; 200 at most.
    pub links: Vec<LinkedView>,
    /// How many there are.
    pub total: u32,
    /// What links nobody.
    pub shared: Vec<SharedView>,
    /// Why it is linked with nobody whatever it shares: its role keeps it apart.
    pub why_none: Option<String>,
    /// Its chain of confirmed successions, the first life first; empty where there is none.
    pub chain: Vec<LifeView>,
}

/// A network: accounts each of which shares things of two kinds with others of it, or is declared to belong to them.
/// Without a declaration of `together` nothing is said of who operates them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct NetworkView {
    /// The account it is named by: the one with most links.
    pub head: AccountId,
    /// What it is called: the name that an officer gave the largest part of it, else what its head is called.
    pub label: String,
    /// True if an officer gave it that name.
    pub is_named: bool,
    /// Accounts.
    pub size: u32,
    /// Accounts not yet assessed.
    pub to_review: u32,
    /// Accounts that are gone, by a platform's decision or by checks.
    pub removed: u32,
    /// First seen, of all its accounts, by dated sightings.
    pub first_seen: Option<Instant>,
    /// Last seen, of all its accounts.
    pub last_seen: Option<Instant>,
    /// Generations of the longest chain of confirmed successions; 1 where there is none.
    pub lives: u32,
    /// When each account shown was seen, referred, gone; in the order of `accounts`.
    pub timeline: Vec<LifeView>,
    /// Platforms, by code, with their accounts.
    pub platforms: Vec<(String, u32)>,
    /// What its accounts share, with the number of pairs that do.
    pub reasons: Vec<(TieKind, u32)>,
    /// Its accounts, 500 at most.
    pub accounts: Vec<AccountRow>,
    /// Every value that two or more of them share, with who bears it.
    pub values: Vec<NetworkValueView>,
    /// What officers said of its accounts, the newest first: who is operated together, who is held apart from it.
    pub said: Vec<DeclarationView>,
}

/// A value that accounts of a network share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct NetworkValueView {
    /// What it is.
    pub kind: TieKind,
    /// The number, contact or name; empty for a text or picture.
    pub value: String,
    /// Who bears it, of the accounts that are shown.
    pub accounts: Vec<AccountId>,
}
