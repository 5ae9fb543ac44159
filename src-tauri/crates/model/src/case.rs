//! The case, its officers, and who can open it.

use crate::{CaseId, Instant, OfficerId};
use serde::{Deserialize, Serialize};

/// What an officer may do in this case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Reviews, attaches, drafts.
    Officer,
    /// Also releases stops and invites supervisors.
    Supervisor,
    /// Sees, changes nothing.
    Reader,
}

/// The marking on every screen and page. Government Security Classifications policy, 5 August 2024.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
pub enum Marking {
    /// OFFICIAL.
    #[serde(rename = "OFFICIAL")]
    Official,
    /// OFFICIAL-SENSITIVE, a marking inside OFFICIAL.
    #[serde(rename = "OFFICIAL-SENSITIVE")]
    OfficialSensitive,
}

impl Marking {
    /// The marking in capitals, as it stands on pages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Official => "OFFICIAL",
            Self::OfficialSensitive => "OFFICIAL-SENSITIVE",
        }
    }
}

/// An officer of the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct OfficerView {
    /// The officer's record.
    pub id: OfficerId,
    /// Name, as entered.
    pub name: String,
    /// The unit's own number for the officer, such as 4417.
    pub number: String,
    /// What they may do.
    pub role: Role,
    /// The key their approvals verify against, as an OpenSSH public key line.
    pub public_key: String,
    /// When they joined.
    pub joined_at: Instant,
    /// Languages the officer reads, as codes.
    pub reads: Vec<String>,
    /// Official e-mail, if given.
    pub email: Option<String>,
    /// Official telephone, if given.
    pub phone: Option<String>,
    /// Badge number, if given.
    pub badge: Option<String>,
    /// The team they are in by what was said last, if any.
    pub team: Option<String>,
}

/// Someone besides the officers who can open the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct OpenerView {
    /// `officer`, `recovery`, `unit` or `invitation`.
    pub kind: String,
    /// A name, or the start of the recipient.
    pub label: String,
}

/// The unlocked case, as every screen's frame shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SessionView {
    /// The case.
    pub case_id: CaseId,
    /// Its title.
    pub title: String,
    /// Its reference.
    pub reference: String,
    /// Its marking.
    pub marking: Marking,
    /// Whoever opened it.
    pub officer: OfficerView,
    /// Everyone who can open it.
    pub openers: Vec<OpenerView>,
    /// True for the demonstration case.
    pub is_demonstration: bool,
    /// True once the officer has read what must not be attached.
    pub evidence_rules_read: bool,
    /// Where they were: the last route, kept as screen state.
    pub last_route: Option<String>,
    /// Set until this officer has read that the audit log was cut back.
    pub cut_back: Option<CutBackView>,
}

/// The audit log was found to be shorter than it was known, or another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CutBackView {
    /// The entry that says so.
    pub entry: u32,
    /// When it was found.
    pub found_at: Instant,
    /// The last entry that was known before, as this machine or the index remembered it.
    pub known_entry: String,
}

/// Counts beside the areas of the rail; each opens into its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct AreaCountsView {
    /// Things on Today.
    pub today: u32,
    /// Of these, urgent or safeguarding not yet answered.
    pub today_urgent: u32,
    /// Accounts to review.
    pub review: u32,
    /// All accounts.
    pub accounts: u32,
    /// All exhibits.
    pub evidence: u32,
    /// Referral drafts.
    pub drafts: u32,
    /// Accounts decided refer and not yet in a draft.
    pub to_draft: u32,
    /// Referrals submitted and not yet approved.
    pub to_approve: u32,
    /// Referrals sent and not yet decided item by item.
    pub sent: u32,
    /// Accounts that were sent and should be looked at again now.
    pub rechecks: u32,
    /// Of these, overdue.
    pub rechecks_overdue: u32,
}

/// The states at the foot of the window, each with its time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct StatusLineView {
    /// The officer's number.
    pub unlocked_by: String,
    /// Who else can open the case, in words: "unit key age1qx…", "nobody else".
    pub others: String,
    /// When the officer last checked the audit chain and found it whole.
    pub audit_checked_at: Option<Instant>,
    /// True when that check, or the case itself where there was none, is older than the unit's limit.
    pub audit_check_is_overdue: bool,
    /// When the evidence was last checked.
    pub evidence_checked_at: Option<Instant>,
    /// True when the evidence check is older than the unit's limit.
    pub evidence_check_is_overdue: bool,
    /// When the case was last backed up, if it ever was.
    pub backed_up_at: Option<Instant>,
    /// True when the last backup is older than the unit's limit, or there is none.
    pub backup_is_overdue: bool,
    /// `ok`, `behind`, `rebuilding`.
    pub index: String,
    /// Seconds until the case locks itself, said only in the last minute.
    pub locks_in_seconds: Option<u32>,
}

/// A case this workstation has opened before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct RecentCaseView {
    /// What to send back to open it.
    pub token: String,
    /// The folder's name.
    pub name: String,
    /// When it was last opened here.
    pub opened_at: Instant,
    /// False if the folder is gone.
    pub is_there: bool,
}

/// The unit's policy file, if this workstation has one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct UnitPolicyView {
    /// The unit's name.
    pub unit: String,
    /// Recipients every case must be openable by; required when not empty.
    pub recovery_recipients: Vec<String>,
    /// The date of the policy.
    pub date: String,
}

/// The first screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct FirstScreenView {
    /// Cases opened here before, newest first.
    pub recent: Vec<RecentCaseView>,
    /// The unit's policy.
    pub policy: Option<UnitPolicyView>,
    /// The case that was locked in this window, if one was.
    pub locked: Option<RecentCaseView>,
    /// The colours the window was seen in last: `system`, `light`, `dark`, `contrast`.
    pub theme: Option<String>,
    /// True once after a look at a spreadsheet was thrown away without the officer's word.
    pub look_was_thrown_away: bool,
    /// The passphrase of the demonstration case, which holds no real data.
    pub demonstration_passphrase: String,
    /// True once the demonstration case was made: its second officer can open it, too.
    pub has_demonstration: bool,
    /// Version of the program.
    pub version: String,
}

/// How strong a passphrase is, as zxcvbn judges it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct StrengthView {
    /// 0 to 4.
    pub score: u8,
    /// True when strong enough for a case.
    pub is_acceptable: bool,
    /// What is weak about it.
    pub warning: Option<String>,
    /// What would help.
    pub suggestions: Vec<String>,
}

/// A passphrase to judge, with words it must not lean on (name, title, reference).
#[derive(Clone, Deserialize, specta::Type)]
pub struct StrengthRequest {
    /// The passphrase.
    pub passphrase: String,
    /// Words known to everyone who knows the case.
    pub known: Vec<String>,
}

/// What a new case needs.
#[derive(Clone, Deserialize, specta::Type)]
pub struct NewCaseRequest {
    /// Where: a token of a chosen place.
    pub place: String,
    /// The case's title.
    pub title: String,
    /// The case's reference.
    pub reference: String,
    /// Its marking.
    pub marking: Marking,
    /// The officer's name.
    pub officer_name: String,
    /// The unit's number for the officer.
    pub officer_number: String,
    /// The officer's passphrase.
    pub passphrase: String,
    /// age recipients of the unit, none for nobody.
    pub unit_recovery: Vec<String>,
}

/// The recovery key, shown once. The case is written only when it has been confirmed.
#[derive(Clone, Serialize, specta::Type)]
pub struct RecoveryKeyView {
    /// The key: an age identity.
    pub key: String,
    /// The last characters of the key that must be typed back, as a count.
    pub confirm_last: u8,
}

/// Opens a case.
#[derive(Clone, Deserialize, specta::Type)]
pub struct OpenCaseRequest {
    /// A token of a chosen place or of a recent case.
    pub place: String,
    /// The officer's passphrase.
    pub passphrase: String,
}

/// Invites an officer to join the case.
#[derive(Clone, Deserialize, specta::Type)]
pub struct InviteRequest {
    /// The new officer's name.
    pub name: String,
    /// The unit's number for them.
    pub number: String,
    /// What they may do.
    pub role: Role,
    /// The recovery key, needed to invite the first supervisor.
    pub recovery_key: Option<String>,
}

/// Joins a case by an invitation.
#[derive(Clone, Deserialize, specta::Type)]
pub struct JoinRequest {
    /// The case: a token of a chosen place.
    pub place: String,
    /// The invitation file: a token.
    pub invitation: String,
    /// The passphrase nobody else knows.
    pub passphrase: String,
}

/// What the officer may change about themselves; `None` leaves a field as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, specta::Type)]
pub struct OfficerRequest {
    /// Official e-mail.
    pub email: Option<String>,
    /// Official telephone.
    pub phone: Option<String>,
    /// Badge number.
    pub badge: Option<String>,
    /// Languages the officer reads, as codes.
    pub reads: Option<Vec<String>>,
    /// The team they are in; empty for none.
    pub team: Option<String>,
    /// From which day on, YYYY-MM-DD; where none is said the first team counts from the beginning, another from today.
    pub team_from: Option<String>,
}

/// How this officer likes the window; screen state, never facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct SettingsView {
    /// `system`, `light`, `dark`, `contrast`.
    pub theme: String,
    /// Minutes without input until the case locks, 1 to 60.
    pub idle_minutes: u8,
    /// `on`, `alt`, `off`: single keys (WCAG 2.1.4).
    pub single_keys: String,
    /// Keys changed by the officer, command id to key code.
    pub keys: std::collections::BTreeMap<String, String>,
    /// Size of people's text in pixels, 12 to 24.
    pub text_size: u8,
    /// Work without pictures: thumbnails are not shown at all.
    pub text_is_enough: bool,
}

impl Default for SettingsView {
    fn default() -> Self {
        Self {
            theme: "system".into(),
            idle_minutes: 10,
            single_keys: "on".into(),
            keys: std::collections::BTreeMap::new(),
            text_size: 14,
            text_is_enough: false,
        }
    }
}
