//! Wordings of decisions and units: `data/outcome_words.csv`, and what a mapping adds.

use breakwater_model::outcomes::WordingList;
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

/// What a wording of a decision means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// This was decided.
    Decided(Decided),
    /// There is no answer yet.
    NoAnswer,
    /// Its rows are not taken: an officer said so.
    LeftOut,
}

impl Meaning {
    /// The word of a mapping.
    pub fn name(self) -> String {
        match self {
            Self::Decided(decided) => decided.name(),
            Self::NoAnswer => "no-answer".into(),
            Self::LeftOut => "leave-out".into(),
        }
    }

    fn named(word: &str) -> Option<Self> {
        match word {
            "no-answer" | "" => Some(Self::NoAnswer),
            "leave-out" => Some(Self::LeftOut),
            word => Decided::named(word).map(Self::Decided),
        }
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

/// Signs of the shortest known wording that another is said to look like.
const SHORTEST: usize = 5;

/// The values a decision can be mapped to.
pub const DECISIONS: &str = "removed, suspended, limited, declined, not-found, more-asked, reinstated, withdrawn, no-answer, leave-out";

/// When a wording of the dated list is taken for its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Taken {
    /// It means nothing else.
    Always,
    /// It may mean something else: an officer says that it means this.
    WhenSaid,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    list: WordingList,
    value: String,
    words: String,
    taken: Taken,
    source: String,
    date: String,
}

/// What the dated list says of a wording.
#[derive(Debug, Clone)]
pub struct Dated {
    /// What it means.
    pub value: String,
    /// Where that is from.
    pub source: String,
    /// As of when.
    pub date: String,
    /// True if it may mean something else: it is offered, and taken only where an officer said so.
    pub is_suggestion: bool,
}

fn lines() -> impl Iterator<Item = Result<Line, csv::Error>> {
    csv::Reader::from_reader(include_str!("../../data/outcome_words.csv").as_bytes())
        .into_deserialize()
}

/// Wordings and what they mean.
#[derive(Debug, Clone)]
pub struct Words {
    decisions: BTreeMap<String, Meaning>,
    units: BTreeMap<String, Unit>,
}

static DATED: LazyLock<BTreeMap<(WordingList, String), Dated>> = LazyLock::new(|| {
    let mut dated = BTreeMap::new();
    for line in lines().filter_map(Result::ok) {
        for wording in line.words.split(';').chain([line.value.as_str()]) {
            let told = Dated {
                value: line.value.clone(),
                source: line.source.clone(),
                date: line.date.clone(),
                is_suggestion: line.taken == Taken::WhenSaid && wording != line.value,
            };
            dated.entry((line.list, key(wording))).or_insert(told);
        }
    }
    dated
});

static KNOWN: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words {
        decisions: BTreeMap::new(),
        units: BTreeMap::new(),
    };
    let taken = DATED.iter().filter(|(_, dated)| !dated.is_suggestion);
    for ((list, wording), dated) in taken {
        words.add(*list, wording, &dated.value);
    }
    words
});

/// What the dated list says of a wording.
pub fn dated(list: WordingList, wording: &str) -> Option<&'static Dated> {
    DATED.get(&(list, key(wording)))
}

/// What a wording looks like: the longest known one that stands in it word for word. `None` where two of that length
/// mean different things.
pub fn looks_like(list: WordingList, wording: &str) -> Option<&'static Dated> {
    let within = format!(" {} ", key(wording));
    let stands = DATED.iter().filter(|((of, known), _)| {
        *of == list && known.chars().count() >= SHORTEST && within.contains(&format!(" {known} "))
    });
    let found: Vec<_> = stands.collect();
    let longest = found.iter().map(|((_, known), _)| known.len()).max()?;
    let mut of_longest = found
        .iter()
        .filter(|((_, known), _)| known.len() == longest);
    let (_, first) = of_longest.next()?;
    of_longest
        .all(|(_, other)| other.value == first.value)
        .then_some(*first)
}

impl Words {
    /// The known wordings.
    pub fn known() -> Self {
        KNOWN.clone()
    }

    /// Adds a wording; false if the value is none.
    pub fn add(&mut self, list: WordingList, wording: &str, value: &str) -> bool {
        match list {
            WordingList::Decision => match Meaning::named(value) {
                Some(meaning) => {
                    self.decisions.insert(key(wording), meaning);
                    true
                }
                None => false,
            },
            WordingList::Unit => match named(value) {
                Some(unit) => {
                    self.units.insert(key(wording), unit);
                    true
                }
                None => false,
            },
        }
    }

    /// Takes a wording out: nothing says any more what it means.
    pub fn forget(&mut self, list: WordingList, wording: &str) {
        match list {
            WordingList::Decision => drop(self.decisions.remove(&key(wording))),
            WordingList::Unit => drop(self.units.remove(&key(wording))),
        }
    }

    /// The value of a wording, as a mapping has it.
    pub fn value(&self, list: WordingList, wording: &str) -> Option<String> {
        match list {
            WordingList::Decision => self
                .decisions
                .get(&key(wording))
                .map(|meaning| meaning.name()),
            WordingList::Unit => self.units.get(&key(wording)).map(name_of),
        }
    }

    /// What a cell says was decided; of an empty one, that there is no answer yet.
    ///
    /// # Errors
    /// A wording that is not known, in words.
    pub fn decision(&self, cell: &str) -> Result<Meaning, String> {
        if key(cell).is_empty() {
            return Ok(Meaning::NoAnswer);
        }
        self.decisions.get(&key(cell)).copied().ok_or_else(|| {
            match dated(WordingList::Decision, cell).filter(|dated| dated.is_suggestion) {
                Some(dated) => format!(
                    "{cell:?} may mean {:?} ({}, {}) and is not taken until that is said; map it to that or to one of: {DECISIONS}",
                    dated.value, dated.source, dated.date
                ),
                None => format!("{cell:?} is no decision that is known; map it to one of: {DECISIONS}"),
            }
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

/// A wording without case, accents, marks and spaces that say nothing. Of one without a word the signs, since a tick or a
/// cross says something; nothing where it is a dash or dots, as sheets write that there is nothing.
pub fn key(wording: &str) -> String {
    const NOTHING: [char; 8] = [
        '-', '\u{2010}', '\u{2013}', '\u{2014}', '.', '\u{2026}', '/', '_',
    ];
    let folded = fold::fold(&wording.replace('_', " "));
    let words = fold::words(&folded).collect::<Vec<_>>().join(" ");
    // "Removed?" asks; it is another wording than "removed".
    if folded.contains(['?', '؟']) && !words.is_empty() {
        return format!("{words}?");
    }
    if words.is_empty() {
        folded.replace(NOTHING, "").trim().to_owned()
    } else {
        words
    }
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
            let is_value = Words::known().add(line.list, "x", &line.value);
            assert!(is_value, "{line:?}");
            for wording in line.words.split(';') {
                assert!(!key(wording).is_empty(), "{line:?}");
                let before = seen.insert((line.list, key(wording)), line.value.clone());
                assert!(
                    before.is_none_or(|before| before == line.value),
                    "{wording:?} means two things"
                );
            }
        }
    }

    #[test]
    fn a_wording_that_may_mean_two_things_is_offered_and_taken_only_when_said() {
        for (wording, value) in [("Closed", "removed"), ("open", "declined")] {
            let mut words = Words::known();
            assert_eq!(words.value(WordingList::Decision, wording), None);
            let why = words.decision(wording).unwrap_err();
            assert!(
                why.contains(&format!("{wording:?} may mean {value:?}")),
                "{why}"
            );
            assert!(dated(WordingList::Decision, wording).unwrap().is_suggestion);
            assert!(words.add(WordingList::Decision, wording, value));
            assert_eq!(words.decision(wording).unwrap().name(), value);
        }
    }

    #[test]
    fn a_sign_is_a_wording_and_a_dash_is_none() {
        for nothing in ["", " ", "-", "\u{2013}", "...", "- / -"] {
            assert_eq!(key(nothing), "", "{nothing:?}");
            assert_eq!(Words::known().decision(nothing), Ok(Meaning::NoAnswer));
        }
        let mut words = Words::known();
        assert!(
            words.decision("\u{2705}").is_err(),
            "nobody said what it means"
        );
        assert!(words.add(WordingList::Decision, "\u{2705}", "removed"));
        assert!(words.decision(" \u{2705} ").is_ok());
        assert_ne!(key("#"), key("%"));
        assert_ne!(key("removed?"), key("removed"), "a doubt is no answer");
    }

    #[test]
    fn the_closed_list_of_the_contract_is_read_as_it_stands() {
        let words = Words::known();
        // That rows are left out only a mapping says.
        for word in DECISIONS.split(", ").filter(|word| *word != "leave-out") {
            assert_eq!(words.decision(word).unwrap().name(), word);
        }
        assert_eq!(words.decision(" ").unwrap(), Meaning::NoAnswer);
        assert_eq!(words.decision("No reply").unwrap(), Meaning::NoAnswer);
        assert_eq!(
            words
                .decision("DECISION_ACCOUNT_TERMINATED")
                .unwrap()
                .name(),
            "removed"
        );
        assert!(words.decision("purple").is_err());
        assert!(words.unit("purple").is_err());
        assert_eq!(words.unit("Profile").unwrap(), Some(Unit::Account));
    }

    #[test]
    fn a_wording_looks_like_the_longest_known_one_in_it_and_is_never_taken_for_it() {
        let value =
            |wording| looks_like(WordingList::Decision, wording).map(|dated| dated.value.as_str());
        assert_eq!(value("The content was removed by us"), Some("removed"));
        assert_eq!(value("It was not removed, sorry"), Some("declined"));
        assert_eq!(value("Nous avons supprimé la vidéo"), Some("removed"));
        assert_eq!(value("purple"), None);
        assert!(
            Words::known()
                .decision("It was not removed, sorry")
                .is_err()
        );
    }
}
