//! Ids that officers, files and colleagues can name: UUIDv7, made once, kept
//! through export, merge and import. They travel as text; integer row ids
//! stay inside the case file.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// A text that is not a UUID was given where an id is needed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not an id of this kind")]
pub struct NotAnId(pub String);

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
        #[serde(transparent)]
        pub struct $name(#[specta(type = String)] Uuid);

        impl $name {
            /// Wraps an id that was made elsewhere.
            pub const fn from_uuid(uuid: Uuid) -> Self { Self(uuid) }
            /// The id as UUID.
            pub const fn uuid(self) -> Uuid { self.0 }
            /// The sixteen bytes, as stored.
            pub const fn bytes(self) -> [u8; 16] { self.0.into_bytes() }
            /// Reads the sixteen stored bytes.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self { Self(Uuid::from_bytes(bytes)) }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Uuid::parse_str(text.trim()).map(Self).map_err(|_| NotAnId(text.to_owned()))
            }
        }
    )+};
}

ids! {
    /// One case: the folder and everything in it.
    CaseId,
    /// One officer of a case.
    OfficerId,
    /// One account, page, group or channel that was flagged.
    AccountId,
    /// One dated observation of an account under a handle or platform id.
    SightingId,
    /// One post, story or live of an account.
    PostId,
    /// One file taken in.
    BatchId,
    /// One translation of an account's or a post's words.
    TranslationId,
    /// One answer of a reader that they cannot read a text.
    CannotReadId,
    /// One word on watching an account.
    WatchId,
    /// One assessment by a named officer.
    AssessmentId,
    /// One safeguarding act, intelligence report or preservation request.
    ActionId,
    /// One date that somebody promised.
    PromiseId,
    /// One officer's note.
    NoteId,
    /// One attached item.
    ExhibitId,
    /// One referral to a platform.
    ReferralId,
    /// One item of a referral.
    ItemId,
    /// One thing that happened in the world.
    EventId,
    /// One entry of a register.
    RegisterEntryId,
    /// One word of an officer on who operates accounts.
    DeclarationId,
    /// One record of an account that stands under another one.
    MergeId,
    /// One word of an officer on whether an account is another one come back.
    SuccessionId,
    /// One letter about an item that was sent.
    LetterId,
    /// One page handed to the next officer.
    HandoverId,
    /// One hold on an account or a case.
    HoldId,
    /// One erasure, proposed or done.
    ErasureId,
    /// One figure that was frozen.
    FigureId,
    /// One entry of the register of what was published.
    PublishedId,
    /// One arrest or conviction.
    JusticeFactId,
    /// One invitation to join the case.
    InvitationId,
    /// The changes of one audited write; what undo takes back.
    SetId,
    /// One change of one field.
    ChangeId,
}
