//! Wordings of decisions and units: `data/outcome_words.csv`, and what a mapping adds.

use breakwater_model::platform::Unit;
use breakwater_model::referral::PlatformDecision;
use breakwater_text::fold;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a row says became of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// The platform decided.
    By(PlatformDecision),
    /// The unit withdrew the referral.
    Withdrawn,
}

impl Decided {
    /// The kind of event it is kept as, and its value.
    pub fn stored(self) -> (&'static str, String) {
        match self {
            Self::By(decision) => ("decided", name_of(&decision)),
            Self::Withdrawn => ("withdrawn", "imported".into()),
        }
    }

    /// Its word in the command line's closed list.
    pub fn name(self) -> String {
        match self {
            Self::By(decision) => name_of(&decision),
            Self::Withdrawn => "withdrawn".into(),
        }
    }

    /// True if nothing more is awaited after it.
    pub const fn is_final(self) -> bool {
        match self {
            Self::By(decision) => decision.is_final(),
            Self::Withdrawn => true,
        }
    }

    fn named(word: &str) -> Option<Self> {
        if word == "withdrawn" {
            return Some(Self::Withdrawn);
        }
        named(word).map(Self::By)
    }
}

/// The word of a closed list, as it is stored.
pub fn name_of(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}

fn named<T: serde::de::DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::from(word)).ok()
}

/// The values a decision can be mapped to.
pub const DECISIONS: &str = "removed, suspended, limited, declined, not-found, more-asked, reinstated, withdrawn, no-answer";

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    list: String,
    value: String,
    words: String,
    #[allow(
        dead_code,
        reason = "for whoever reads the table; a test holds that it is there"
    )]
    source: String,
    #[allow(
        dead_code,
        reason = "for whoever reads the table; a test holds that it is there"
    )]
    date: String,
}

fn lines() -> impl Iterator<Item = Result<Line, csv::Error>> {
    csv::Reader::from_reader(include_str!("../../data/outcome_words.csv").as_bytes())
        .into_deserialize()
}

/// Wordings and what they mean.
#[derive(Debug, Clone)]
pub struct Words {
    decisions: BTreeMap<String, Option<Decided>>,
    units: BTreeMap<String, Unit>,
}

static KNOWN: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words {
        decisions: BTreeMap::new(),
        units: BTreeMap::new(),
    };
    for line in lines().filter_map(Result::ok) {
        let values = line.words.split(';').chain([line.value.as_str()]);
        for wording in values {
            match line.list.as_str() {
                "decision" => words.add_decision(wording, &line.value),
                _ => words.add_unit(wording, &line.value),
            };
        }
    }
    words
});

impl Words {
    /// The known wordings.
    pub fn known() -> Self {
        KNOWN.clone()
    }

    /// Adds a wording of a decision; false if the value is none.
    pub fn add_decision(&mut self, wording: &str, value: &str) -> bool {
        let value = match value {
            "no-answer" | "" => None,
            word => match Decided::named(word) {
                Some(decided) => Some(decided),
                None => return false,
            },
        };
        self.decisions.insert(key(wording), value);
        true
    }

    /// Adds a wording of a unit; false if the value is none.
    pub fn add_unit(&mut self, wording: &str, value: &str) -> bool {
        let unit: Option<Unit> = named(value);
        if let Some(unit) = unit {
            self.units.insert(key(wording), unit);
        }
        unit.is_some()
    }

    /// What a cell says was decided; `None` for an empty one or one that says there is no answer yet.
    ///
    /// # Errors
    /// A wording that is not known, in words.
    pub fn decision(&self, cell: &str) -> Result<Option<Decided>, String> {
        if key(cell).is_empty() {
            return Ok(None);
        }
        self.decisions.get(&key(cell)).copied().ok_or_else(|| {
            format!("{cell:?} is no decision that is known; map it to one of: {DECISIONS}")
        })
    }

    /// The unit a cell says; `None` for an empty one.
    ///
    /// # Errors
    /// A wording that is not known, in words.
    pub fn unit(&self, cell: &str) -> Result<Option<Unit>, String> {
        if key(cell).is_empty() {
            return Ok(None);
        }
        self.units.get(&key(cell)).copied().map(Some).ok_or_else(|| {
            format!("{cell:?} is no unit that is known; write account, page, group, channel, post, story, live, ad, invite, phone or website")
        })
    }
}

/// A wording without case, accents, marks and spaces that say nothing.
pub fn key(wording: &str) -> String {
    let folded = fold::fold(&wording.replace('_', " "));
    fold::words(&folded).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wording_has_a_value_a_source_and_a_date_and_means_one_thing() {
        let mut seen = BTreeMap::new();
        for line in lines() {
            let line = line.unwrap();
            assert!(!line.source.is_empty() && line.date.len() == 10, "{line:?}");
            let mut words = Words::known();
            let is_value = match line.list.as_str() {
                "decision" => words.add_decision("x", &line.value),
                "unit" => words.add_unit("x", &line.value),
                _ => false,
            };
            assert!(is_value, "{line:?}");
            for wording in line.words.split(';') {
                assert!(!key(wording).is_empty(), "{line:?}");
                let before = seen.insert((line.list.clone(), key(wording)), line.value.clone());
                assert!(
                    before.is_none_or(|before| before == line.value),
                    "{wording:?} means two things"
                );
            }
        }
    }

    #[test]
    fn the_closed_list_of_the_contract_is_read_as_it_stands() {
        let words = Words::known();
        for word in DECISIONS.split(", ").filter(|word| *word != "no-answer") {
            assert_eq!(words.decision(word).unwrap().unwrap().name(), word);
        }
        assert_eq!(words.decision(" ").unwrap(), None);
        assert_eq!(words.decision("No reply").unwrap(), None);
        assert_eq!(
            words.decision("DECISION_ACCOUNT_TERMINATED").unwrap(),
            Some(Decided::By(PlatformDecision::Removed))
        );
        assert!(words.decision("purple").is_err());
        assert!(words.unit("purple").is_err());
        assert_eq!(words.unit("Profile").unwrap(), Some(Unit::Account));
    }
}
