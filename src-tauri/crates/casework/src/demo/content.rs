//! The words of the demonstration case: made-up accounts, posts, translations and drafts, and what
//! the demonstration does with each account.
//!
//! Invariant: nothing here is real. Telephone numbers are +44 7700 900000 to 900999, which Ofcom
//! keeps for drama; days are counted back from the moment the case is made.

use breakwater_model::Instant;
use breakwater_model::account::TranslationStatus;
use breakwater_model::assessment::{Answer, NoActionReason, SafeguardingKind};
use breakwater_model::platform::Unit;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

const DAY_MS: i64 = 86_400_000;
const HOUR_MS: i64 = 3_600_000;

/// What the demonstration does with an account after taking it in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Nothing: a further sighting of an account that has a row of its own.
    Sighting,
    /// Leaves it new.
    New,
    /// Answers some lines and types a reason, undecided.
    InReview,
    /// Answers a line so that a second look is needed.
    SecondLook,
    /// Holds it for `hold_days`.
    Hold,
    /// Decides refer.
    Refer,
    /// Decides refer and puts it into `draft`.
    Drafted,
    /// Decides no action.
    NoAction(NoActionReason),
    /// Leaves it new and records a safeguarding act of `safeguarding_kind`.
    Safeguarding,
}

/// One account of the demonstration.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct DemoAccount {
    /// The platform's code.
    pub platform: String,
    /// The handle; empty for those known by id alone.
    pub handle: String,
    /// The platform's id; empty if not known.
    pub platform_id: String,
    /// Address as somebody wrote it.
    pub url: String,
    /// Name shown.
    pub display_name: String,
    /// Profile text.
    pub bio: String,
    /// Language code.
    pub language: String,
    /// Followers as written.
    pub followers: String,
    /// First seen so many days ago.
    pub days_ago: i64,
    /// Why it was flagged.
    pub reason: String,
    /// Who or what flagged it.
    pub source: String,
    /// A note.
    pub notes: String,
    /// A column that means nothing to the program.
    #[serde(rename = "Analyst batch")]
    pub analyst_batch: String,
    /// Another.
    #[serde(rename = "Route guess")]
    pub route_guess: String,
    /// What the demonstration does with it.
    #[serde(rename = "demo_state", deserialize_with = "step")]
    pub step: Step,
    /// The draft it goes into.
    pub draft: Option<u32>,
    /// The officer's sentence for refer, drafted, hold and in review.
    pub decision_reason: String,
    /// Answered lines, for in review and second look.
    #[serde(deserialize_with = "answers")]
    pub answers: BTreeMap<String, Answer>,
    /// How long it is held.
    pub hold_days: Option<i64>,
    /// What the safeguarding act is about.
    pub safeguarding_kind: Option<SafeguardingKind>,
    /// Seeds of the pictures attached to it; the same seed is the same bytes.
    #[serde(deserialize_with = "seeds")]
    pub pictures: Vec<u64>,
}

/// One post of an account of the demonstration.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoPost {
    /// The account's platform.
    pub platform: String,
    /// The account's handle, or empty.
    pub handle: String,
    /// The account's id, or empty.
    pub platform_id: String,
    /// Post or story.
    pub unit: Unit,
    /// Its words.
    pub text: String,
    /// Language code.
    pub language: String,
    /// Its address, or empty.
    pub url: String,
    /// Posted so many hours ago.
    pub hours_ago: i64,
}

/// One translation of an account's profile text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoTranslation {
    /// The account's platform.
    pub platform: String,
    /// The account's handle, or empty.
    pub handle: String,
    /// The account's id, or empty.
    pub platform_id: String,
    /// The words in English.
    pub text: String,
    /// Gist, checked or certified.
    pub status: TranslationStatus,
    /// Who made it.
    pub by: String,
    /// Entered so many days ago.
    pub days_ago: i64,
}

/// One referral draft of the demonstration.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoDraft {
    /// Its number, as accounts name it.
    pub draft: u32,
    /// The platform's code.
    pub platform: String,
    /// Its title line.
    pub title: String,
    /// Its summary.
    pub summary: String,
    /// Code of the platform's rule.
    pub policy: String,
    /// Code of the law, or empty.
    pub law: String,
    /// By which road.
    pub route: breakwater_model::referral::Route,
    /// `yes` if the good-faith statement was given.
    pub good_faith: String,
}

/// The register the unit of the demonstration shares, as a file.
pub const REGISTER: &str = include_str!("../../data/demo/register.csv");

/// The accounts, those first seen longest ago first.
pub fn accounts() -> Result<Vec<DemoAccount>, csv::Error> {
    read(include_str!("../../data/demo/accounts.csv"))
}

/// The posts.
pub fn posts() -> Result<Vec<DemoPost>, csv::Error> {
    read(include_str!("../../data/demo/posts.csv"))
}

/// The translations of profile texts.
pub fn translations() -> Result<Vec<DemoTranslation>, csv::Error> {
    read(include_str!("../../data/demo/translations.csv"))
}

/// The referral drafts.
pub fn drafts() -> Result<Vec<DemoDraft>, csv::Error> {
    read(include_str!("../../data/demo/drafts.csv"))
}

/// The accounts as the CSV file a colleague would hand over at `now`: two columns mean nothing to
/// the program, and nothing tells what the demonstration will do.
pub fn accounts_file(now: Instant) -> Result<Vec<u8>, csv::Error> {
    let mut file = csv::Writer::from_writer(Vec::new());
    file.write_record([
        "Platform",
        "Handle",
        "ID",
        "URL",
        "Display name",
        "Bio",
        "Language",
        "Followers",
        "First seen",
        "Reason",
        "Source",
        "Notes",
        "Analyst batch",
        "Route guess",
    ])?;
    for row in accounts()? {
        let first_seen = now
            .plus_ms(-row.days_ago * DAY_MS)
            .utc()
            .format("%Y-%m-%d")
            .to_string();
        file.write_record([
            &row.platform,
            &row.handle,
            &row.platform_id,
            &row.url,
            &row.display_name,
            &row.bio,
            &row.language,
            &row.followers,
            &first_seen,
            &row.reason,
            &row.source,
            &row.notes,
            &row.analyst_batch,
            &row.route_guess,
        ])?;
    }
    finish(file)
}

/// One referral of the years before, as a spreadsheet kept it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Past {
    platform: String,
    handle: String,
    unit: String,
    reference: String,
    /// Sent so many days ago.
    days_ago: i64,
    /// What the platform decided; empty while it has not.
    decision: String,
    /// After so many hours.
    hours: Option<i64>,
}

/// What was referred before there was a case, as an outcomes file.
pub fn history_file(now: Instant) -> Result<Vec<u8>, csv::Error> {
    let mut file = csv::Writer::from_writer(Vec::new());
    file.write_record([
        "platform",
        "account",
        "unit",
        "referred_at",
        "reference",
        "decision",
        "decided_at",
        "reason",
    ])?;
    for past in read::<Past>(include_str!("../../data/demo/history.csv"))? {
        let sent = now.plus_ms(-past.days_ago * DAY_MS);
        let decided = past
            .hours
            .map(|hours| sent.plus_ms(hours * HOUR_MS).to_string());
        let decided = decided.unwrap_or_default();
        file.write_record([
            &past.platform,
            &past.handle,
            &past.unit,
            &sent.to_string(),
            &past.reference,
            &past.decision,
            &decided,
            "",
        ])?;
    }
    finish(file)
}

/// The posts as such a file.
pub fn posts_file(now: Instant) -> Result<Vec<u8>, csv::Error> {
    let mut file = csv::Writer::from_writer(Vec::new());
    file.write_record([
        "Platform",
        "Handle",
        "ID",
        "Post text",
        "Post URL",
        "Posted at",
    ])?;
    for post in posts()? {
        let posted = now.plus_ms(-post.hours_ago * HOUR_MS).to_string();
        file.write_record([
            &post.platform,
            &post.handle,
            &post.platform_id,
            &post.text,
            &post.url,
            &posted,
        ])?;
    }
    finish(file)
}

fn finish(file: csv::Writer<Vec<u8>>) -> Result<Vec<u8>, csv::Error> {
    file.into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))
}

fn read<T: DeserializeOwned>(text: &str) -> Result<Vec<T>, csv::Error> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect()
}

fn word<T: DeserializeOwned, E: serde::de::Error>(text: &str) -> Result<T, E> {
    let deserializer = serde::de::value::StrDeserializer::<E>::new(text);
    T::deserialize(deserializer)
}

fn step<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Step, D::Error> {
    let text = String::deserialize(deserializer)?;
    Ok(match text.as_str() {
        "" => Step::Sighting,
        "new" => Step::New,
        "in-review" => Step::InReview,
        "second-look" => Step::SecondLook,
        "hold" => Step::Hold,
        "refer" => Step::Refer,
        "drafted" => Step::Drafted,
        "safeguarding" => Step::Safeguarding,
        other => {
            let reason = other.strip_prefix("no-action:");
            let reason = reason.ok_or_else(|| D::Error::custom(format!("{other:?} is no step")))?;
            Step::NoAction(word(reason)?)
        }
    })
}

fn answers<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, Answer>, D::Error> {
    let text = String::deserialize(deserializer)?;
    let pair = |pair: &str| {
        let (name, answer) = pair
            .split_once('=')
            .ok_or_else(|| D::Error::custom(format!("{pair:?} is no answer")))?;
        Ok((name.to_owned(), word(answer)?))
    };
    text.split_whitespace().map(pair).collect()
}

fn seeds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u64>, D::Error> {
    let text = String::deserialize(deserializer)?;
    text.split_whitespace()
        .map(|seed| seed.parse().map_err(D::Error::custom))
        .collect()
}

#[cfg(test)]
#[path = "content_tests.rs"]
mod tests;
