//! An item that rows of an outcomes file land on, and what a row adds to it.

use super::plan::Step;
use super::row::{Outcome, may_be_same, said};
use super::words::Decided;
use crate::exchange::import::resolve::Target;
use breakwater_casefile::table::past::{Said, SentItem};
use breakwater_model::WorldTime;
use breakwater_model::import::RowFate;
use breakwater_model::outcomes::OutcomeFound;
use breakwater_model::platform::Unit;
use breakwater_model::referral::PlatformDecision;

/// An item that rows land on.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Whose it is.
    pub target: Target,
    /// What it is in the case.
    pub place: Place,
    /// Unit.
    pub unit: Unit,
    /// Key of the post; empty where it is none.
    pub post: String,
    /// What tells it from other referrals of the same thing.
    pub identity: String,
    said: Vec<Said>,
    is_met: bool,
}

/// What an item is in the case.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// Not there yet.
    New,
    /// An item of imported history that was taken back.
    Gone(i64),
    /// An item of imported history.
    Past(i64),
    /// An item of a referral sent from this case.
    Sent(SentItem),
}

/// What a row adds to its item.
#[derive(Debug, Clone, PartialEq)]
pub struct Adds {
    /// `sent`, `decided` or `withdrawn`.
    pub kind: &'static str,
    /// What.
    pub value: String,
    /// When.
    pub happened: WorldTime,
    /// Why, as the platform says.
    pub reason: String,
    /// The decision as written, where it is another word.
    pub wording: String,
}

impl Outcome {
    /// What tells the item from other referrals of the same thing: the reference, else when it was referred.
    pub fn identity(&self) -> Option<String> {
        if !self.reference_key.is_empty() {
            return Some(self.reference_key.clone());
        }
        let referred = self.referred.as_ref()?;
        Some(format!("at:{}", referred.at.0))
    }
}

impl Item {
    /// An item by its unit, post and identity, with what is known of it.
    pub fn of(
        target: Target,
        place: Place,
        (unit, post, identity): (Unit, String, String),
        said: Vec<Said>,
    ) -> Self {
        Self {
            target,
            place,
            unit,
            post,
            identity,
            said,
            is_met: false,
        }
    }

    /// True if a row says its unit and post.
    pub fn is_same(&self, outcome: &Outcome) -> bool {
        self.unit == outcome.unit && self.post == outcome.post
    }

    /// True if a row may be about it by unit and post.
    pub fn fits(&self, outcome: &Outcome) -> bool {
        let same_unit = !outcome.says_unit || outcome.unit == self.unit;
        same_unit && (outcome.post.is_empty() || outcome.post == self.post)
    }

    /// True if it stands in the case, or will.
    pub fn stands(&self) -> bool {
        !matches!(self.place, Place::Gone(_)) || self.is_met
    }

    /// True if the platform's last word is still awaited.
    pub fn is_open(&self) -> bool {
        let is_final = |said: &Said| match said.kind.as_str() {
            "withdrawn" => true,
            "decided" => serde_json::from_value(serde_json::Value::from(said.value.as_str()))
                .is_ok_and(PlatformDecision::is_final),
            _ => false,
        };
        let withdrawn = self.said.iter().any(|said| said.kind == "withdrawn");
        let last = self.said.iter().rfind(|said| said.kind == "decided");
        !withdrawn && !last.is_some_and(is_final)
    }

    /// True if it is known already. A row without a reason adds none.
    pub fn says(&self, kind: &str, value: &str, at: &WorldTime, reason: &str) -> bool {
        self.said.iter().any(|said| {
            said.kind == kind
                && (kind == "sent" || said.value == value)
                && may_be_same(&said.happened, at)
                && (reason.is_empty() || said.reason == reason)
        })
    }

    /// Takes a row that lands on it.
    pub fn take(
        &mut self,
        (at, found, adopts): (usize, OutcomeFound, bool),
        outcome: &Outcome,
    ) -> Step {
        if let Some((decided, when)) = &outcome.decided
            && let Err(why) = self.allows(*decided, when, outcome.referred.as_ref())
        {
            return Step::Reject(why);
        }
        let adds = self.adds(outcome);
        for add in &adds {
            let within = |said: &&Said| {
                said.happened.at >= add.happened.begins() && said.place <= add.happened.at.0
            };
            let latest = self.said.iter().filter(within).map(|said| said.place).max();
            self.said.push(Said {
                place: add.happened.place(latest),
                kind: add.kind.to_owned(),
                value: add.value.clone(),
                reason: add.reason.clone(),
                happened: add.happened.clone(),
            });
        }
        self.said.sort_by_key(|said| said.place);
        let was_met = std::mem::replace(&mut self.is_met, true);
        let fate = match &self.place {
            _ if was_met => RowFate::Merged,
            Place::New | Place::Gone(_) => RowFate::Created,
            _ if adds.is_empty() => RowFate::Unchanged,
            _ => RowFate::Updated,
        };
        Step::Land {
            item: at,
            found,
            fate,
            adds,
            adopts,
        }
    }

    /// What a row says that is not known yet.
    fn adds(&self, outcome: &Outcome) -> Vec<Adds> {
        let mut adds = Vec::new();
        let is_sent_here = matches!(self.place, Place::Sent(_));
        if let Some(referred) = outcome.referred.as_ref().filter(|_| !is_sent_here)
            && !self.says("sent", "imported", referred, "")
        {
            adds.push(Adds {
                kind: "sent",
                value: "imported".into(),
                happened: referred.clone(),
                reason: String::new(),
                wording: String::new(),
            });
        }
        if let Some((decided, when)) = &outcome.decided {
            let (kind, value) = decided.stored();
            if !self.says(kind, &value, when, &outcome.reason) {
                adds.push(Adds {
                    kind,
                    value,
                    happened: when.clone(),
                    reason: outcome.reason.clone(),
                    wording: outcome.wording.clone(),
                });
            }
        }
        adds
    }

    fn allows(
        &self,
        decided: Decided,
        when: &WorldTime,
        referred: Option<&WorldTime>,
    ) -> std::result::Result<(), String> {
        if let Place::Sent(sent) = &self.place {
            if decided == Decided::Withdrawn {
                return Err(format!(
                    "referral {} was sent from this case: withdraw the item there, where its reason says whether the account is protected",
                    sent.number
                ));
            }
            if when.at < sent.sent.begins() {
                return Err(format!(
                    "was decided on {} before referral {} was sent on {}",
                    said(when),
                    sent.number,
                    said(&sent.sent)
                ));
            }
            return Ok(());
        }
        let first = self.said.iter().filter(|said| said.kind == "sent");
        let sent = first.map(|said| said.happened.begins());
        match sent.chain(referred.map(WorldTime::begins)).min() {
            Some(first) if when.at < first => Err(format!(
                "was decided on {} before it was referred",
                said(when)
            )),
            _ => Ok(()),
        }
    }
}
