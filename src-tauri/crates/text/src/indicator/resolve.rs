//! From what the recognisers met to the hits of a text: longest first, none overlapping.

use super::lexicons::Lexicons;
use super::reading::Reading;
use super::vocabulary::{Meaning, VOCABULARY};
use super::when::When;
use super::words::Seen;
use super::{Category, Hit, RULES};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// What a recogniser met.
#[derive(Debug, Clone)]
pub struct Raw {
    /// The bytes of the original.
    pub range: Range<usize>,
    pub category: Category,
    pub weight: i32,
    pub what: What,
    pub when: Option<When>,
}

/// How it was recognised.
#[derive(Debug, Clone)]
pub enum What {
    /// By a term: which lexicon, which of its terms.
    Term(usize, usize),
    /// By its form.
    Form {
        rule: Cow<'static, str>,
        term: String,
        language: &'static str,
    },
}

impl Raw {
    /// What a rule of form found; its category and weight stand in `data/indicator_rules.csv`.
    ///
    /// A kind after a slash (`contact/telegram`) weighs as the rule before it.
    pub fn form(
        range: Range<usize>,
        rule: impl Into<Cow<'static, str>>,
        term: impl Into<String>,
    ) -> Self {
        let rule = rule.into();
        let facts = VOCABULARY.rule(rule.split('/').next().unwrap_or_default());
        Self {
            range,
            category: facts.category,
            weight: facts.weight,
            what: What::Form {
                rule,
                term: term.into(),
                language: "mul",
            },
            when: None,
        }
    }

    /// In a language.
    pub fn speaking(mut self, spoken: &'static str) -> Self {
        if let What::Form { language, .. } = &mut self.what {
            *language = spoken;
        }
        self
    }

    /// Naming a time.
    pub fn at(mut self, when: When) -> Self {
        self.when = Some(when);
        self
    }
}

/// The terms of the lexicons among the words met.
pub fn terms(reading: &Reading<'_>, seen: &[Seen], lexicons: &Lexicons, found: &mut Vec<Raw>) {
    for one in seen {
        let Meaning::Term(lexicon, place) = one.meaning else {
            continue;
        };
        let Some((_, term)) = lexicons.term(lexicon, place) else {
            continue;
        };
        found.push(Raw {
            range: reading.in_original(&one.span),
            category: term.category,
            weight: term.weight,
            what: What::Term(lexicon, place),
            when: None,
        });
    }
}

/// The hits, in the order of the text.
pub fn hits(text: &str, mut found: Vec<Raw>, lexicons: &Lexicons) -> Vec<Hit> {
    if found.is_empty() {
        return Vec::new();
    }
    found.retain(|raw| !raw.range.is_empty());
    let kept = apart(&mut found, lexicons);
    let mut found: Vec<Option<Raw>> = found.into_iter().map(Some).collect();
    let kept = kept
        .into_iter()
        .filter_map(|place| found.get_mut(place).and_then(Option::take));
    let mut points = Points::of(text);
    let kept = joined(text, kept);
    kept.into_iter()
        .map(|raw| hit(text, raw, &mut points, lexicons))
        .collect()
}

/// Which are kept, in the order of the text: the longest first, none overlapping. A time named within another stays with it.
fn apart(found: &mut [Raw], lexicons: &Lexicons) -> Vec<usize> {
    let votes = votes(found, lexicons);
    let mut places: Vec<usize> = (0..found.len()).collect();
    places.sort_by_cached_key(|place| found.get(*place).map(|raw| order(raw, &votes)));
    let mut kept: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for place in places {
        let Some(raw) = found.get(place) else {
            continue;
        };
        let (start, end, when) = (raw.range.start, raw.range.end, raw.when);
        let in_the_way = kept
            .range(..end)
            .next_back()
            .filter(|(_, (other_end, _))| *other_end > start)
            .map(|(_, (_, other))| *other);
        match in_the_way.and_then(|other| found.get_mut(other)) {
            None => {
                kept.insert(start, (end, place));
            }
            Some(other) => other.when = other.when.or(when),
        }
    }
    kept.into_values().map(|(_, place)| place).collect()
}

/// How many terms of each lexicon were met: says which language to name for a term that several have.
fn votes(found: &[Raw], lexicons: &Lexicons) -> Vec<usize> {
    let mut votes = vec![0; lexicons.all().len()];
    for raw in found {
        if let What::Term(lexicon, _) = raw.what
            && let Some(count) = votes.get_mut(lexicon)
        {
            *count += 1;
        }
    }
    votes
}

/// The longest first, then the heaviest, then by rule and language.
fn order(raw: &Raw, votes: &[usize]) -> impl Ord + use<> {
    let by = match raw.what {
        What::Form { .. } => (0, usize::MAX, 0, 0),
        What::Term(lexicon, place) => {
            let vote = votes.get(lexicon).copied().unwrap_or_default();
            (1, usize::MAX - vote, lexicon, place)
        }
    };
    let length = raw.range.len();
    (
        usize::MAX - length,
        -raw.weight.abs(),
        raw.range.start,
        raw.category,
        by,
    )
}

/// The same sign several times in a row is one: three boats are a boat.
fn joined(text: &str, kept: impl Iterator<Item = Raw>) -> Vec<Raw> {
    let mut all: Vec<Raw> = Vec::new();
    for raw in kept {
        if let (Some(last), What::Term(lexicon, place)) = (all.last_mut(), &raw.what)
            && matches!(&last.what, What::Term(l, p) if l == lexicon && p == place)
        {
            let between = text.get(last.range.end..raw.range.start);
            if between.is_some_and(|gap| {
                gap.chars()
                    .all(|c| c.is_whitespace() || crate::hidden::is_hidden(c))
            }) {
                last.range.end = raw.range.end;
                continue;
            }
        }
        all.push(raw);
    }
    all
}

/// Counts code points up to bytes that only grow.
struct Points<'a> {
    text: &'a str,
    byte: usize,
    point: usize,
}

impl<'a> Points<'a> {
    const fn of(text: &'a str) -> Self {
        Self {
            text,
            byte: 0,
            point: 0,
        }
    }

    fn at(&mut self, byte: usize) -> usize {
        let passed = self.text.get(self.byte..byte).unwrap_or_default();
        self.point += passed.chars().count();
        self.byte = byte;
        self.point
    }
}

fn hit(text: &str, raw: Raw, points: &mut Points<'_>, lexicons: &Lexicons) -> Hit {
    let start = points.at(raw.range.start);
    let end = points.at(raw.range.end);
    let (term, language, rule, version) = match raw.what {
        What::Form {
            rule,
            term,
            language,
        } => (
            term,
            language.to_owned(),
            rule.into_owned(),
            RULES.to_owned(),
        ),
        What::Term(lexicon, place) => match lexicons.term(lexicon, place) {
            Some((lexicon, term)) => (
                term.term.clone(),
                lexicon.language.clone(),
                ["lexicon/", &lexicon.language].concat(),
                lexicon.version.clone(),
            ),
            None => Default::default(),
        },
    };
    Hit {
        category: raw.category,
        quote: text.get(raw.range).unwrap_or_default().to_owned(),
        start,
        end,
        weight: raw.weight,
        term,
        language,
        rule,
        version,
        when: raw.when,
    }
}
