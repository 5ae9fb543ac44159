//! The second review: another officer judges a sampled decision without seeing it. What they say is a fact of its own
//! and changes nothing about the account.

use crate::account::{AliasView, ExtraView, PostView, TextWarningView, TranslationView};
use crate::assessment::{Decision, NoActionReason};
use crate::evidence::ExhibitView;
use crate::indicator::Band;
use crate::platform::{Platform, Unit};
use crate::register::RegisterHitView;
use crate::{AccountId, Instant, WorldTime};
use serde::{Deserialize, Serialize};

/// An account whose decision waits for this officer's second review. Nothing here follows from what was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SecondReviewRow {
    /// The account.
    pub account: AccountId,
    /// What to call it.
    pub label: String,
    /// Its platform.
    pub platform: Platform,
    /// Account, page, group or channel.
    pub unit: Unit,
    /// Language code, if known.
    pub language: Option<String>,
    /// The language's name in English.
    pub language_name: Option<String>,
    /// The month the decision was made in, YYYY-MM: the period of the sample.
    pub period: String,
    /// True if this officer reads it, or it needs no reading: a checked translation stands, or they have not said what
    /// they read.
    pub is_readable: bool,
}

/// What waits for a second review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SecondReviewListView {
    /// What waits for this officer: what they can read first, then the oldest period.
    pub rows: Vec<SecondReviewRow>,
    /// Sampled decisions of this officer, which wait for somebody else.
    pub own: u32,
    /// Percent of decisions that are sampled.
    pub shares: SecondReviewShares,
    /// Percents that come with the program, and where they come from.
    pub come_with: SecondReviewShares,
    /// Source and date of the percents that come with the program.
    pub source: String,
}

/// Percent of the decisions of one month and language that a second officer reviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct SecondReviewShares {
    /// Of decisions to refer.
    pub refer: u32,
    /// Of decisions of no action.
    pub no_action: u32,
}

/// An account as whoever judges it blind sees it: what was published, and nothing that anybody or anything made of it.
/// No status, band, score, indicator, assessment, note, tag, assignee, action, referral or history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct BlindAccountView {
    /// The account.
    pub id: AccountId,
    /// Its platform.
    pub platform: Platform,
    /// The platform's name.
    pub platform_name: String,
    /// Account, page, group or channel.
    pub unit: Unit,
    /// What to call it.
    pub label: String,
    /// The platform's own id.
    pub platform_id: Option<String>,
    /// The address, defanged.
    pub shown_url: String,
    /// Name shown on the platform.
    pub display_name: Option<String>,
    /// Profile text.
    pub bio: Option<String>,
    /// Language code, if known.
    pub language: Option<String>,
    /// The language's name in English.
    pub language_name: Option<String>,
    /// Followers, as written.
    pub followers: Option<String>,
    /// What the source flagged it for.
    pub flagged_for: Option<String>,
    /// Who or what flagged it.
    pub source: Option<String>,
    /// When it was first seen, by the source.
    pub first_seen: Option<WorldTime>,
    /// When it came into the case.
    pub imported_at: Instant,
    /// Columns kept from the files.
    pub extra: Vec<ExtraView>,
    /// Every handle and id it was seen with.
    pub aliases: Vec<AliasView>,
    /// Posts, newest first.
    pub posts: Vec<PostView>,
    /// Translations, newest first.
    pub translations: Vec<TranslationView>,
    /// Exhibits, newest first.
    pub exhibits: Vec<ExhibitView>,
    /// Registers it is met on.
    pub registers: Vec<RegisterHitView>,
    /// Hidden or confusing characters.
    pub warnings: Vec<TextWarningView>,
}

/// What an officer would decide, given without knowing what was.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct SecondReviewRequest {
    /// The account.
    pub account: AccountId,
    /// What they would decide; hold where they cannot say.
    pub decision: Decision,
    /// One sentence; for no action may be empty.
    pub reason: String,
    /// The reason key of no action.
    pub no_action_reason: Option<NoActionReason>,
}

/// One of the two opinions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct OpinionView {
    /// The decision.
    pub decision: Decision,
    /// The reason.
    pub reason: String,
    /// The officer's number.
    pub officer: String,
    /// When.
    pub at: Instant,
}

/// What is shown once the second opinion is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SecondReviewDoneView {
    /// The account.
    pub account: AccountId,
    /// What to call it.
    pub label: String,
    /// True if both decided alike.
    pub agrees: bool,
    /// The decision that was reviewed.
    pub first: OpinionView,
    /// The band it was made on.
    pub first_band: Band,
    /// What this officer said.
    pub second: OpinionView,
}

/// Two officers who decided differently, until somebody settles it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct DisagreementView {
    /// The account.
    pub account: AccountId,
    /// What to call it.
    pub label: String,
    /// Its platform.
    pub platform: Platform,
    /// Language code, if known.
    pub language: Option<String>,
    /// The decision that was reviewed.
    pub first: OpinionView,
    /// The second opinion.
    pub second: OpinionView,
    /// True if this officer may settle it: whoever decided first, or a supervisor who was not the second.
    pub can_settle: bool,
}

/// Settles a disagreement in words. A decision that is to change is changed on the account itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct SettleRequest {
    /// The account.
    pub account: AccountId,
    /// What came of it.
    pub words: String,
}

/// How often two officers decided alike.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, specta::Type)]
pub struct AgreementCountView {
    /// Decisions that two officers judged.
    pub n: u32,
    /// Of them, alike.
    pub agreed: u32,
    /// `agreed` of `n`, 0 to 1; `None` where there is none.
    pub share: Option<f64>,
    /// True where `n` is too small for the share to mean much.
    pub is_small: bool,
}

/// Agreement on the decisions of one language that went one way.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct AgreementRow {
    /// Language code; empty where it was not known.
    pub language: String,
    /// The language's name in English.
    pub language_name: String,
    /// What was decided first.
    pub decision: Decision,
    /// How often the second officer said the same.
    pub count: AgreementCountView,
}

/// Agreement beyond what chance would give.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct KappaView {
    /// Language code; `None` for all languages together, empty where it was not known.
    pub language: Option<String>,
    /// The language's name in English; empty for all together.
    pub language_name: String,
    /// The counts it rests on.
    pub count: AgreementCountView,
    /// Cohen's kappa, -1 to 1; `None` where nothing was judged, or both officers only ever said one thing.
    pub kappa: Option<f64>,
}

/// Agreement of first and second decisions. Answers of officers who had opened the account after it was decided are
/// counted apart: they were not blind.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct AgreementView {
    /// By language and first decision.
    pub rows: Vec<AgreementRow>,
    /// All languages together first, then each.
    pub kappas: Vec<KappaView>,
    /// Answers left out since they were not blind.
    pub not_blind: u32,
    /// From how many on a share is no small number.
    pub small_below: u32,
    /// Where the sample and that number come from.
    pub source: String,
    /// Disagreements that nobody has settled.
    pub to_settle: u32,
}
