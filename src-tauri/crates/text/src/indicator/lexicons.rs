//! All lexicons together, ready to be matched in one pass.

use super::lexicon::{Lexicon, Term};
use super::reading::comparable;
use super::vocabulary::{Edge, Meaning, VOCABULARY};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The lexicons that come with the program.
const BUILT_IN: &[(&str, &str)] = &[
    ("sq", include_str!("../../data/lexicons/sq.csv")),
    ("ar", include_str!("../../data/lexicons/ar.csv")),
    ("prs", include_str!("../../data/lexicons/prs.csv")),
    ("en", include_str!("../../data/lexicons/en.csv")),
    ("fa", include_str!("../../data/lexicons/fa.csv")),
    ("fr", include_str!("../../data/lexicons/fr.csv")),
    ("ckb", include_str!("../../data/lexicons/ckb.csv")),
    ("kmr", include_str!("../../data/lexicons/kmr.csv")),
    ("ps", include_str!("../../data/lexicons/ps.csv")),
    ("tr", include_str!("../../data/lexicons/tr.csv")),
    ("vi", include_str!("../../data/lexicons/vi.csv")),
    ("mul", include_str!("../../data/lexicons/mul.csv")),
];

/// What a word of the automaton stands for, and what may stand beside it.
#[derive(Debug, Clone, Copy)]
pub struct Sense {
    pub meaning: Meaning,
    pub left: Edge,
    pub right: Edge,
    /// The row of the table of proclitics, if its language writes some.
    pub proclitics: Option<usize>,
}

/// A set of lexicons, compiled: makes hits, and says with which version.
#[derive(Debug)]
pub struct Lexicons {
    all: Vec<Lexicon>,
    pub(super) automaton: Option<AhoCorasick>,
    /// For each pattern of the automaton, what it stands for.
    pub(super) senses: Vec<Vec<Sense>>,
}

/// Why lexicons could not be compiled: together they hold more than the matcher can.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the lexicons are too large to be matched together: {0}")]
pub struct TooLarge(String);

impl Lexicons {
    /// Compiles lexicons; their order decides which language is named where several have the same term.
    pub fn new(lexicons: Vec<Lexicon>) -> Result<Self, TooLarge> {
        let mut patterns = Patterns::default();
        for entry in &VOCABULARY.entries {
            let sense = Sense {
                meaning: entry.meaning,
                left: entry.edge,
                right: entry.edge,
                proclitics: None,
            };
            patterns.add(&comparable(&entry.word), sense);
        }
        for (number, lexicon) in lexicons.iter().enumerate() {
            let proclitics = VOCABULARY
                .proclitics
                .iter()
                .position(|(language, _)| *language == lexicon.language);
            for (place, term) in lexicon.terms.iter().enumerate() {
                patterns.add_term(term, Meaning::Term(number, place), proclitics);
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&patterns.words)
            .map_err(|error| TooLarge(error.to_string()))?;
        Ok(Self {
            all: lexicons,
            automaton: Some(automaton),
            senses: patterns.senses,
        })
    }

    /// The lexicons that come with the program, compiled once. One with a fault would be left out; the test
    /// `every_lexicon_that_comes_with_the_program_is_sound` keeps such a one from being built in.
    pub fn built_in() -> &'static Self {
        static ALL: LazyLock<Lexicons> = LazyLock::new(|| {
            let all = built_in().into_iter().filter_map(Result::ok).collect();
            Lexicons::new(all).unwrap_or_else(|_| Lexicons::none())
        });
        &ALL
    }

    /// The lexicons that come with the program, those of a unit in their place: by language.
    ///
    /// # Errors
    /// [`TooLarge`] if they cannot be matched together.
    pub fn with(own: Vec<Lexicon>) -> Result<Self, TooLarge> {
        let mut all = Self::built_in().all.clone();
        for lexicon in own {
            match all.iter_mut().find(|one| one.language == lexicon.language) {
                Some(one) => *one = lexicon,
                None => all.push(lexicon),
            }
        }
        Self::new(all)
    }

    /// The term that found a hit; `None` for a hit of form, or of another version.
    pub fn term_of(&self, hit: &super::Hit) -> Option<&Term> {
        let language = hit.rule.strip_prefix("lexicon/")?;
        let lexicon = self.all.iter().find(|one| one.language == language)?;
        lexicon.terms.iter().find(|term| term.term == hit.term)
    }

    /// The files of the lexicons that come with the program, language and text: what [`Self::built_in`] is made of, without
    /// making it.
    pub const fn built_in_texts() -> &'static [(&'static str, &'static str)] {
        BUILT_IN
    }

    /// The lexicons, in their order.
    pub fn all(&self) -> &[Lexicon] {
        &self.all
    }

    /// The term a hit of ours was found by.
    pub(super) fn term(&self, lexicon: usize, term: usize) -> Option<(&Lexicon, &Term)> {
        let lexicon = self.all.get(lexicon)?;
        Some((lexicon, lexicon.terms.get(term)?))
    }

    fn none() -> Self {
        Self {
            all: Vec::new(),
            automaton: None,
            senses: Vec::new(),
        }
    }
}

/// Every lexicon that comes with the program, or what is wrong with it.
fn built_in() -> Vec<Result<Lexicon, Vec<super::lexicon::Fault>>> {
    BUILT_IN
        .iter()
        .map(|(language, text)| Lexicon::read(language, text))
        .collect()
}

/// The words of the automaton, each once.
#[derive(Default)]
struct Patterns {
    words: Vec<String>,
    senses: Vec<Vec<Sense>>,
    places: HashMap<String, usize>,
}

impl Patterns {
    fn add(&mut self, word: &str, sense: Sense) {
        let word = word.trim();
        if word.is_empty() {
            return;
        }
        let place = *self.places.entry(word.to_owned()).or_insert_with(|| {
            self.words.push(word.to_owned());
            self.senses.push(Vec::new());
            self.words.len() - 1
        });
        if let Some(senses) = self.senses.get_mut(place) {
            senses.push(sense);
        }
    }

    /// A term as written, with spaces for its joiners, and as a tag where it holds several words.
    fn add_term(&mut self, term: &Term, meaning: Meaning, proclitics: Option<usize>) {
        let inner = term.term.trim_matches('*');
        let is_word = |c: Option<char>| c.is_some_and(crate::fold::is_word);
        let folded = comparable(inner);
        let edge = |is_open: bool, outer: Option<char>| {
            if is_open || !is_word(outer) {
                Edge::Any
            } else {
                Edge::Word
            }
        };
        let trimmed = folded.trim();
        let sense = Sense {
            meaning,
            left: edge(term.term.starts_with('*'), trimmed.chars().next()),
            right: edge(term.term.ends_with('*'), trimmed.chars().next_back()),
            proclitics,
        };
        self.add(trimmed, sense);
        if inner.contains('\u{200c}') {
            self.add(&comparable(&inner.replace('\u{200c}', " ")), sense);
        }
        if trimmed.contains(' ') {
            let tag = Sense {
                left: Edge::Any,
                proclitics: None,
                ..sense
            };
            self.add(&format!("#{}", trimmed.replace(' ', "")), tag);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lexicon_that_comes_with_the_program_is_sound() {
        for (lexicon, (language, _)) in built_in().into_iter().zip(BUILT_IN) {
            let lexicon = lexicon.unwrap_or_else(|faults| panic!("{language}: {faults:#?}"));
            assert!(!lexicon.version.is_empty(), "{language} has no version");
            assert!(!lexicon.terms.is_empty(), "{language} is empty");
        }
        let compiled = Lexicons::built_in().all().len();
        assert_eq!(compiled, BUILT_IN.len(), "one was left out");
    }

    #[test]
    fn every_lexicon_file_comes_with_the_program() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicons");
        for entry in std::fs::read_dir(folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let Some(name) = name.strip_suffix(".csv") else {
                continue;
            };
            let known = BUILT_IN.iter().any(|(language, _)| name == *language);
            assert!(known, "data/lexicons/{name}.csv is not in the list");
        }
    }
}
