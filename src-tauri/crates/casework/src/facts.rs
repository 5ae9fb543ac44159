//! Facts that change: platforms and their rules, laws, the "Could this be…?" lines, what must not
//! be attached. All of them are tables under `data/`, every row with its source and that source's
//! date, so that an officer can see where a word comes from and a unit can correct it.
//!
//! Invariant: no fact about a platform or a law stands in code. Tables are built in and read once;
//! [`check`] says which one does not read, and a test holds that all do.

use breakwater_model::assessment::{ExclusionView, NoActionReason, SafeguardingKind};
use breakwater_model::evidence::{EvidenceRulesView, WarningTag};
use breakwater_model::referral::Route;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use std::sync::LazyLock;

mod ground;

pub use ground::{Law, Policy, UsualAnswer, Wording};

/// Whether a source carries the row, or the unit has to say so itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Standing {
    /// The source says it.
    #[serde(rename = "sourced")]
    Sourced,
    /// General practice: the unit confirms or replaces it.
    #[serde(rename = "unit to confirm")]
    UnitToConfirm,
}

/// A "Could this be…?" line.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exclusion {
    /// The name used in files and answers: `news`, `charity`, …
    pub name: String,
    /// A few words for the list.
    pub short: String,
    /// The question in full.
    pub question: String,
    /// Where it comes from.
    pub source: String,
    /// The source's date, YYYY-MM-DD.
    pub date: String,
}

impl Exclusion {
    /// The line as the window shows it.
    pub fn view(&self) -> ExclusionView {
        ExclusionView {
            name: self.name.clone(),
            short: self.short.clone(),
            question: self.question.clone(),
        }
    }
}

/// A reason for no action.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoAction {
    /// The key.
    pub reason: NoActionReason,
    /// The words for it.
    pub words: String,
    /// When it applies.
    pub explanation: String,
    /// Where it comes from.
    pub source: String,
    /// The source's date, YYYY-MM-DD.
    pub date: String,
}

/// A platform as an addressee.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlatformFact {
    /// Its code.
    pub code: String,
    /// Its name, as it writes it.
    pub name: String,
    /// Two letters for lists; one for X.
    pub short: String,
    /// Whom a referral is addressed to.
    pub addressee: String,
    /// The channel for law enforcement.
    pub channel: String,
    /// The identifiers it accepts and asks for.
    pub identifiers: String,
    /// Days for which it preserves data on request, if known.
    pub preservation_days: Option<u32>,
    /// Whether the account's owner is told.
    pub user_notice: String,
    /// Where it comes from.
    pub source: String,
    /// The source's date, YYYY-MM-DD.
    pub date: String,
}

/// One paragraph of what must be read before the first attach; the first row is the title.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceRule {
    /// `title` or `paragraph`.
    pub kind: String,
    /// The words.
    pub text: String,
    /// Whether the source carries it.
    pub standing: Standing,
    /// Where it comes from.
    pub source: String,
    /// The source's date, YYYY-MM-DD.
    pub date: String,
}

/// One step after an illegal image was met.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcedureStep {
    /// Its number, from 1.
    pub step: u32,
    /// What to do.
    pub text: String,
    /// Whether the source carries it.
    pub standing: Standing,
    /// Where it comes from.
    pub source: String,
    /// The source's date, YYYY-MM-DD.
    pub date: String,
}

/// What a safeguarding act can be about.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Safeguarding {
    /// The key.
    pub kind: SafeguardingKind,
    /// The words for it.
    pub label: String,
    /// When it applies.
    pub help: String,
    /// Whom to tell first.
    pub tell_first: String,
    /// Where it comes from.
    pub source: String,
    /// The source's date, YYYY-MM-DD.
    pub date: String,
}

/// A warning shown before a picture is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Warning {
    /// The key.
    pub tag: WarningTag,
    /// The words for it.
    pub label: String,
    /// When it applies.
    pub help: String,
    /// Where it comes from.
    pub source: String,
    /// The source's date, YYYY-MM-DD.
    pub date: String,
}

/// A number of the project's or the unit's, by name: a share in percent, a least number.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberFact {
    /// Its name.
    pub name: String,
    /// The number.
    pub value: u32,
    /// What it is.
    pub words: String,
    /// Where it comes from.
    pub source: String,
    /// The source's date, YYYY-MM-DD.
    pub date: String,
}

macro_rules! tables {
    ($($(#[$doc:meta])* $function:ident, $table:ident: $row:ty = $file:literal;)+) => {
        $(
            static $table: LazyLock<Result<Vec<$row>, String>> =
                LazyLock::new(|| read($file, include_str!(concat!("../data/", $file))));

            $(#[$doc])*
            pub fn $function() -> &'static [$row] {
                $table.as_deref().unwrap_or_default()
            }
        )+

        /// Every table reads; the error names the file and line that does not, for whoever edited it.
        pub fn check() -> Result<(), &'static str> {
            $($table.as_ref().map_err(String::as_str)?;)+
            Ok(())
        }
    };
}

tables! {
    /// The "Could this be…?" lines, in the order they are asked.
    exclusions, EXCLUSIONS: Exclusion = "exclusions.csv";
    /// The reasons for no action.
    no_action_reasons, NO_ACTION: NoAction = "no_action_reasons.csv";
    /// Every platform's rules.
    all_policies, POLICIES: Policy = "policies.csv";
    /// The laws that can be named, the one made for adverts first.
    laws, LAWS: Law = "laws.csv";
    /// The usual answers to "Tell the user?", one for each route.
    tell_user, TELL_USER: UsualAnswer = "tell_user.csv";
    /// The platforms facts are known about; others can be flagged all the same.
    platforms, PLATFORMS: PlatformFact = "platforms.csv";
    /// What must be read before the first attach: the title, then paragraphs.
    evidence_rules, EVIDENCE_RULES: EvidenceRule = "evidence_rules.csv";
    /// What to do about an illegal image, step by step.
    illegal_image_procedure, PROCEDURE: ProcedureStep = "illegal_image_procedure.csv";
    /// What a safeguarding act can be about.
    safeguarding_kinds, SAFEGUARDING: Safeguarding = "safeguarding_kinds.csv";
    /// Warnings shown before a picture.
    warning_tags, WARNINGS: Warning = "warning_tags.csv";
    /// Numbers of the second review, for the unit to confirm.
    second_review_facts, SECOND_REVIEW: NumberFact = "second_review.csv";
    /// Numbers of what may be published, for the unit to confirm.
    publication_facts, PUBLICATION: NumberFact = "publication.csv";
}

/// The rules of one platform; none for a platform without a row.
pub fn policies(platform: &str) -> Vec<&'static Policy> {
    all_policies()
        .iter()
        .filter(|policy| policy.platform == platform)
        .collect()
}

/// The rule with this code.
pub fn policy(code: &str) -> Option<&'static Policy> {
    all_policies().iter().find(|policy| policy.code == code)
}

/// The law with this code.
pub fn law(code: &str) -> Option<&'static Law> {
    laws().iter().find(|law| law.code == code)
}

/// The usual answer of a route to "Tell the user?".
pub fn usual_answer(route: Route) -> Option<&'static UsualAnswer> {
    tell_user().iter().find(|usual| usual.route == route)
}

/// The platform with this code.
pub fn platform(code: &str) -> Option<&'static PlatformFact> {
    platforms().iter().find(|platform| platform.code == code)
}

/// The row of a reason for no action.
pub fn no_action(reason: NoActionReason) -> Option<&'static NoAction> {
    no_action_reasons().iter().find(|row| row.reason == reason)
}

/// What must be read before the first attach, as the window shows it. Paragraphs no source carries
/// say so.
pub fn evidence_rules_view() -> EvidenceRulesView {
    let is_title = |rule: &&EvidenceRule| rule.kind == "title";
    let title = evidence_rules().iter().find(is_title);
    EvidenceRulesView {
        title: title.map(|rule| rule.text.clone()).unwrap_or_default(),
        text: evidence_rules()
            .iter()
            .filter(|rule| !is_title(rule))
            .map(|rule| with_standing(&rule.text, rule.standing))
            .collect(),
        source: title.map(|rule| rule.source.clone()).unwrap_or_default(),
        date: title.map(|rule| rule.date.clone()).unwrap_or_default(),
    }
}

/// The procedure's steps in order, as words; steps no source carries say so.
pub fn procedure_words() -> Vec<String> {
    let steps = illegal_image_procedure().iter();
    steps
        .map(|step| with_standing(&step.text, step.standing))
        .collect()
}

/// Where the procedure comes from, each source once with its date.
pub fn procedure_source() -> String {
    let mut sources: Vec<String> = Vec::new();
    for step in illegal_image_procedure() {
        let source = format!("{} ({})", step.source, step.date);
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources.join("; ")
}

fn with_standing(text: &str, standing: Standing) -> String {
    match standing {
        Standing::Sourced => text.to_owned(),
        Standing::UnitToConfirm => format!("{text} (unit to confirm)"),
    }
}

fn optional<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(Some(String::deserialize(deserializer)?).filter(|text| !text.is_empty()))
}

pub(crate) fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<Vec<T>, String> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Result<Vec<T>, csv::Error> = reader.deserialize().collect();
    rows.map_err(|error| format!("data/{file}: {error}"))
}

#[cfg(test)]
#[path = "facts_tests.rs"]
mod tests;
