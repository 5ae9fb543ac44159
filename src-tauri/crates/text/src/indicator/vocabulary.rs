//! The words that recognisers need beside the lexicons: times, places, currencies, messengers.
//!
//! They are matched in the same pass as the lexicons' terms; every one comes from a table under `data/`.

use crate::fold;
use crate::table::{cell, kept, rows};
use csv::StringRecord;
use std::sync::LazyLock;

use super::when::When;

/// What a word met in a text stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// A term of a lexicon: which lexicon, which of its terms.
    Term(usize, usize),
    /// A time, by its row.
    Time(usize),
    /// A place, by its row.
    Place(usize),
    /// A currency, by its row.
    Currency(usize),
    /// What a sum is for, by its row.
    Purpose(usize),
    /// Multiplies the number before it.
    Factor(u64),
    /// A month, from 1.
    Month(u32),
    /// A messenger, by its row.
    Messenger(usize),
    /// Stands between two places of a route, or two ends of a range.
    Between,
    /// A digit as a word.
    Digit(char),
}

/// What may stand beside a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Anything.
    Any,
    /// No letter and no digit.
    Word,
    /// No letter.
    Letter,
}

/// A word of a table: what it stands for and what may stand beside it.
pub struct Entry {
    pub word: String,
    pub meaning: Meaning,
    pub edge: Edge,
}

/// A time a word names.
pub struct Time {
    pub language: &'static str,
    pub when: When,
    pub meaning: &'static str,
}

/// A currency.
pub struct Currency {
    pub code: &'static str,
    /// From here on a sum may be the price of a journey.
    pub least: u64,
    /// How many of the currency the word names.
    pub times: u64,
}

/// A messenger, or `phone` for words that announce a telephone number.
pub struct Messenger {
    pub code: &'static str,
    /// True if a link to somebody there opens a chat.
    pub links_reach: bool,
}

/// What a rule of form weighs.
pub struct Rule {
    pub code: &'static str,
    pub category: super::Category,
    pub weight: i32,
}

/// All tables of words.
pub struct Vocabulary {
    pub entries: Vec<Entry>,
    pub times: Vec<Time>,
    pub places: Vec<&'static str>,
    pub currencies: Vec<Currency>,
    /// What a sum is for.
    pub purposes: Vec<&'static str>,
    pub messengers: Vec<Messenger>,
    /// Language and what may be written together before its words, folded.
    pub proclitics: Vec<(&'static str, Vec<String>)>,
    rules: Vec<Rule>,
}

/// The tables, read once.
pub static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::read);

impl Vocabulary {
    /// The rule of a code; one that weighs nothing if the table lacks it.
    pub fn rule(&self, code: &str) -> &Rule {
        static NONE: Rule = Rule {
            code: "",
            category: super::Category::Behaviour,
            weight: 0,
        };
        self.rules
            .iter()
            .find(|rule| rule.code == code)
            .unwrap_or(&NONE)
    }

    fn read() -> Self {
        let mut all = Self {
            entries: Vec::new(),
            times: Vec::new(),
            places: Vec::new(),
            currencies: Vec::new(),
            purposes: Vec::new(),
            messengers: Vec::new(),
            proclitics: Vec::new(),
            rules: rules(),
        };
        all.read_times();
        all.read_places();
        all.read_sums();
        all.read_contacts();
        for row in rows(include_str!("../../data/proclitics.csv")) {
            let letters = cell(&row, 1).split_whitespace().map(fold::fold).collect();
            all.proclitics.push((kept(&row, 0), letters));
        }
        all
    }

    fn add(&mut self, row: &StringRecord, column: usize, meaning: Meaning, edge: Edge) {
        for word in cell(row, column).split(';').map(str::trim) {
            let has_letter = word.chars().any(fold::is_word);
            self.entries.push(Entry {
                word: word.to_owned(),
                meaning,
                edge: if has_letter { edge } else { Edge::Any },
            });
        }
    }

    fn read_times(&mut self) {
        for row in rows(include_str!("../../data/schedule_words.csv")) {
            let Some(when) = When::of_code(cell(&row, 2)) else {
                continue;
            };
            self.add(&row, 0, Meaning::Time(self.times.len()), Edge::Word);
            self.times.push(Time {
                language: kept(&row, 1),
                when,
                meaning: kept(&row, 3),
            });
        }
        for row in rows(include_str!("../../data/months.csv")) {
            for (names, month) in cell(&row, 1).split(';').zip(1..) {
                for name in names.split_whitespace() {
                    self.entries.push(Entry {
                        word: name.to_owned(),
                        meaning: Meaning::Month(month),
                        edge: Edge::Letter,
                    });
                }
            }
        }
    }

    fn read_places(&mut self) {
        for row in rows(include_str!("../../data/places.csv")) {
            self.add(&row, 1, Meaning::Place(self.places.len()), Edge::Word);
            self.places.push(kept(&row, 0));
        }
        for row in rows(include_str!("../../data/route_words.csv")) {
            self.add(&row, 0, Meaning::Between, Edge::Word);
        }
    }

    fn read_sums(&mut self) {
        for row in rows(include_str!("../../data/currencies.csv")) {
            let (code, times) = match kept(&row, 1).split_once('*') {
                Some((code, times)) => (code, times.parse().unwrap_or(1)),
                None => (kept(&row, 1), 1),
            };
            self.add(
                &row,
                0,
                Meaning::Currency(self.currencies.len()),
                Edge::Letter,
            );
            self.currencies.push(Currency {
                code,
                least: cell(&row, 3).parse().unwrap_or(u64::MAX),
                times,
            });
        }
        for row in rows(include_str!("../../data/number_words.csv")) {
            if let Ok(factor) = cell(&row, 1).parse() {
                self.add(&row, 0, Meaning::Factor(factor), Edge::Letter);
            }
        }
        for row in rows(include_str!("../../data/price_purposes.csv")) {
            self.add(&row, 2, Meaning::Purpose(self.purposes.len()), Edge::Letter);
            self.purposes.push(kept(&row, 0));
        }
    }

    fn read_contacts(&mut self) {
        for row in rows(include_str!("../../data/messengers.csv")) {
            self.add(
                &row,
                1,
                Meaning::Messenger(self.messengers.len()),
                Edge::Letter,
            );
            self.messengers.push(Messenger {
                code: kept(&row, 0),
                links_reach: cell(&row, 2) == "contact",
            });
        }
        for row in rows(include_str!("../../data/digit_words.csv")) {
            for (word, digit) in cell(&row, 1).split(';').zip('0'..='9') {
                self.entries.push(Entry {
                    word: word.to_owned(),
                    meaning: Meaning::Digit(digit),
                    edge: Edge::Word,
                });
            }
        }
    }
}

fn rules() -> Vec<Rule> {
    rows(include_str!("../../data/indicator_rules.csv"))
        .filter_map(|row| {
            Some(Rule {
                code: kept(&row, 0),
                category: super::Category::of_code(cell(&row, 1))?,
                weight: cell(&row, 2).parse().ok()?,
            })
        })
        .collect()
}
