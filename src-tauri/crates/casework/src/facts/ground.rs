//! What a referral rests on: a rule of the platform, a law, and what is usual on its route.

use super::optional;
use breakwater_model::platform::ChoiceView;
use breakwater_model::referral::{Route, TellUser};
use serde::Deserialize;

/// How the words of a rule are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wording {
    /// The platform's own words.
    Quoted,
    /// Our words for the rule; never shown as a quotation.
    Paraphrase,
}

/// A platform's rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// Platform, rule and date: `tiktok-human-trafficking-and-smuggling-2025-09-13`.
    pub code: String,
    /// The platform's code.
    pub platform: String,
    /// The rule's name, as the platform writes it.
    pub name: String,
    /// Its words, quoted or paraphrased as `wording` says.
    pub quote: String,
    /// Whether `quote` is the platform's own wording.
    pub wording: Wording,
    /// Since when this version is in force, YYYY-MM-DD; `None` if the platform does not say.
    #[serde(deserialize_with = "optional")]
    pub in_force: Option<String>,
    /// Where it comes from.
    pub source: String,
    /// The day the source bears, or on which it was read, YYYY-MM-DD.
    pub date: String,
}

impl Policy {
    /// The rule as a choice. Its date is the day it came into force, or `as read on …` where the
    /// platform gives none; a paraphrase says that it is one.
    pub fn choice(&self) -> ChoiceView {
        let read = || format!("as read on {}", self.date);
        let detail = match self.wording {
            Wording::Quoted => format!("“{}”", self.quote),
            Wording::Paraphrase => format!("{} (our words)", self.quote),
        };
        ChoiceView {
            code: self.code.clone(),
            label: self.name.clone(),
            detail: Some(detail),
            source: Some(self.source.clone()),
            date: Some(self.in_force.clone().unwrap_or_else(read)),
        }
    }
}

/// A law that can be named as the ground.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// Its code: `bsai-2025-s17`, `ia-1971-s25`, `osa-priority`, …
    pub code: String,
    /// Act, section and what it is about.
    pub name: String,
    /// Where it applies: `UK`, `EU`.
    pub jurisdiction: String,
    /// The elements of the offence, in words.
    pub elements: String,
    /// What it reaches, in words.
    pub reach: String,
    /// The highest penalty, in words.
    pub max: String,
    /// Defences, in words.
    pub defences: String,
    /// Where it comes from.
    pub source: String,
    /// The source's date, YYYY-MM-DD.
    pub date: String,
}

impl Law {
    /// The law as a choice.
    pub fn choice(&self) -> ChoiceView {
        ChoiceView {
            code: self.code.clone(),
            label: self.name.clone(),
            detail: Some(format!(
                "Elements: {}. Reach: {}. Penalty: {}. Defences: {}.",
                self.elements, self.reach, self.max, self.defences
            )),
            source: Some(self.source.clone()),
            date: Some(self.date.clone()),
        }
    }
}

/// The usual answer of a route to "Tell the user?".
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UsualAnswer {
    /// The route.
    pub route: Route,
    /// The answer.
    pub answer: TellUser,
    /// Why.
    pub reason: String,
    /// Where it comes from.
    pub source: String,
    /// The source's date, YYYY-MM-DD.
    pub date: String,
}
