//! What the person behind an account is to the case. A fact of its own, apart from any assessment of what they
//! published: nobody is a suspect because a text scores, and nobody is a victim because a decision says no action.

use crate::assessment::AccountStatus;
use crate::{AccountId, Instant, SetId};
use serde::{Deserialize, Serialize};

/// What the person is to the case: the categories of data subject that section 38(3) of the Data Protection Act 2018
/// asks to be kept apart, with children and third parties by name. Those convicted stand under suspects: this program
/// knows of no conviction.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum PersonRole {
    /// No officer has said.
    #[default]
    Unknown,
    /// Suspected of having committed or being about to commit an offence: section 38(3)(a).
    Suspect,
    /// A witness, or somebody with information about offences: section 38(3)(d).
    Witness,
    /// Is or may be a victim of an offence: section 38(3)(c).
    Victim,
    /// Is or may be under eighteen.
    Child,
    /// Came in with the material and is none of these.
    ThirdParty,
}

impl PersonRole {
    /// True for those who are in no list, network or export unless somebody asks for them by name or with a purpose:
    /// victims, children and third parties.
    pub const fn is_kept_apart(self) -> bool {
        matches!(self, Self::Victim | Self::Child | Self::ThirdParty)
    }

    /// True for those who are never referred to a platform: victims and children.
    pub const fn is_never_referred(self) -> bool {
        matches!(self, Self::Victim | Self::Child)
    }
}

/// What a role rests on. Data that rest on facts are told from those that rest on personal assessments: section 38(2)
/// of the Data Protection Act 2018.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum RestsOn {
    /// Something that is known.
    Fact,
    /// A personal assessment.
    Opinion,
}

/// The role of the person behind an account, with who said it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct PersonRoleView {
    /// The role.
    pub role: PersonRole,
    /// What it rests on; `None` while it is unknown.
    pub rests_on: Option<RestsOn>,
    /// Why, in the officer's words.
    pub words: Option<String>,
    /// Number of the officer who said it; `None` if nobody has.
    pub officer: Option<String>,
    /// When.
    pub at: Option<Instant>,
}

/// Says what the person behind an account is to the case.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct SetRoleRequest {
    /// The account.
    pub account: AccountId,
    /// The role.
    pub role: PersonRole,
    /// What it rests on. Where nobody says, an opinion: a fact is said to be one. Of an unknown role nothing is kept.
    pub rests_on: Option<RestsOn>,
    /// Why, in a few words; may be left out.
    pub words: Option<String>,
}

/// What saying a role did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct RoleDoneView {
    /// The set to name for undo; `None` where it stood so already.
    pub set: Option<SetId>,
    /// The role as it stands now.
    pub role: PersonRoleView,
    /// Where the account stands.
    pub status: AccountStatus,
}
