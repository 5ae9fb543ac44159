//! Reading a search: cut into pieces first, then each piece read as what it asks for.

use super::cut::{Piece, Value, is_number, pieces};
use super::field::{self, BANDS, Field, FieldFacts, Has, Place, ROLES, STATUSES, UNITS};
use super::sought::{recognised, sought, words};
use super::{Clause, Search, Sought, Span, Test};
use crate::{language, platform};
use breakwater_model::list::MistakeView;
use std::ops::Range;

/// Most that is said to be possible.
const MOST: usize = 12;

/// Reads a search. `platforms` are codes the case has beside those of the table.
///
/// # Errors
/// Everything that is no filter, value or date, each with its place and what could stand there.
pub fn read(text: &str, platforms: &[String]) -> Result<Search, Vec<MistakeView>> {
    let pieces = pieces(text);
    let mut reading = Reading {
        text,
        platforms,
        clauses: Vec::new(),
        mistakes: Vec::new(),
    };
    let mut rest = pieces.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let numbers = rest.iter().take_while(|piece| is_number(piece)).count();
        let (run, beyond) = rest.split_at(numbers.max(1));
        if numbers > 1 && reading.number(run) {
            rest = beyond;
            continue;
        }
        reading.piece(first);
        rest = after;
    }
    if reading.mistakes.is_empty() {
        Ok(Search {
            clauses: reading.clauses,
        })
    } else {
        Err(reading.mistakes)
    }
}

struct Reading<'a> {
    text: &'a str,
    platforms: &'a [String],
    clauses: Vec<Clause>,
    mistakes: Vec<MistakeView>,
}

impl Reading<'_> {
    fn mistake(&mut self, range: &Range<usize>, message: String, possible: Vec<String>) {
        let points = |at: usize| {
            let before = self.text.get(..at).unwrap_or(self.text);
            u32::try_from(before.chars().count()).unwrap_or(u32::MAX)
        };
        let (start, end) = (points(range.start), points(range.end));
        self.mistakes.push(MistakeView {
            start,
            end,
            message,
            possible,
        });
    }

    /// Pieces that together are one telephone number; false if they are not.
    fn number(&mut self, run: &[Piece<'_>]) -> bool {
        let texts: Vec<&str> = run
            .iter()
            .flat_map(|piece| &piece.values)
            .map(|value| value.text)
            .collect();
        let written = texts.join(" ");
        let Some(phone) = recognised(&written) else {
            return false;
        };
        let sought = Sought {
            term: words(&written, false),
            letters: None,
            phone: Some(phone),
        };
        self.clauses.push(Clause {
            is_negated: false,
            test: Test::Text {
                place: None,
                any: vec![sought],
            },
            written,
        });
        true
    }

    fn piece(&mut self, piece: &Piece<'_>) {
        let Some((name, range)) = &piece.field else {
            let any: Vec<Sought> = piece.values.iter().flat_map(|v| sought(v, None)).collect();
            if !any.is_empty() {
                self.add(piece, "", Test::Text { place: None, any });
            }
            return;
        };
        let Some(facts) = field::named(name) else {
            let message = format!(
                "There is no filter “{name}:”. In quotation marks it is looked for as words."
            );
            self.mistake(
                range,
                message,
                like(name, field::FIELDS.iter().map(|f| f.name)),
            );
            return;
        };
        if piece.values.is_empty() {
            let message = format!("Say which after “{}:”.", facts.name);
            let mut possible = self.possible(facts.field);
            possible.truncate(MOST);
            self.mistake(&piece.range, message, possible);
            return;
        }
        if let Some(test) = self.test(facts, &piece.values) {
            self.add(piece, facts.name, test);
        }
    }

    fn add(&mut self, piece: &Piece<'_>, name: &str, test: Test) {
        let mut written = String::new();
        if piece.is_negated {
            written.push('-');
        }
        if !name.is_empty() {
            written.push_str(name);
            written.push(':');
        }
        for (number, value) in piece.values.iter().enumerate() {
            if number > 0 {
                written.push(',');
            }
            let quote = if value.is_quoted { "\"" } else { "" };
            let before = if value.is_inside { "*" } else { "" };
            let after = if value.is_open { "*" } else { "" };
            for part in [before, quote, value.text, quote, after] {
                written.push_str(part);
            }
        }
        self.clauses.push(Clause {
            is_negated: piece.is_negated,
            test,
            written,
        });
    }

    fn test(&mut self, facts: &FieldFacts, values: &[Value<'_>]) -> Option<Test> {
        match facts.field {
            Field::Text(place) => self.text(facts, place, values),
            Field::Platform => {
                let known = self.platforms;
                let code = |text: &str| {
                    let lower = text.to_lowercase();
                    platform::code(text)
                        .map(str::to_owned)
                        .or_else(|| known.contains(&lower).then_some(lower))
                };
                self.each(facts, values, code).map(Test::Platform)
            }
            Field::Status => self
                .each(facts, values, |text| listed(&STATUSES, text))
                .map(Test::Status),
            Field::Band => self
                .each(facts, values, |text| listed(&BANDS, text))
                .map(Test::Band),
            Field::Role => self
                .each(facts, values, |text| listed(&ROLES, text))
                .map(Test::Role),
            Field::Unit => self
                .each(facts, values, |text| listed(&UNITS, text))
                .map(Test::Unit),
            Field::Has => self
                .each(facts, values, |text| listed(&Has::ALL, text))
                .map(Test::Has),
            Field::Language => {
                let code = |text: &str| match text {
                    "none" | "unknown" => Some(None),
                    _ => language::code(text).map(|code| Some(code.to_owned())),
                };
                self.each(facts, values, code).map(Test::Language)
            }
            Field::Imported => self.each(facts, values, Span::read).map(Test::Imported),
            Field::Seen => self.each(facts, values, Span::read).map(Test::Seen),
            Field::Before => self
                .each(facts, values, |text| Span::read(&format!("<{text}")))
                .map(Test::Imported),
            Field::After => self
                .each(facts, values, |text| Span::read(&format!(">{text}")))
                .map(Test::Imported),
        }
    }

    fn each<T>(
        &mut self,
        facts: &FieldFacts,
        values: &[Value<'_>],
        of: impl Fn(&str) -> Option<T>,
    ) -> Option<Vec<T>> {
        let mut all = Vec::new();
        let mut is_whole = true;
        for value in values {
            match of(value.text) {
                Some(read) if !value.is_open && !value.is_inside => all.push(read),
                _ => {
                    is_whole = false;
                    let possible = self.possible(facts.field);
                    let possible = like(value.text, possible.iter().map(String::as_str));
                    self.mistake(&value.range, refusal(facts, value.text), possible);
                }
            }
        }
        is_whole.then_some(all)
    }

    fn text(&mut self, facts: &FieldFacts, place: Place, values: &[Value<'_>]) -> Option<Test> {
        let mut any = Vec::new();
        let mut is_whole = true;
        for value in values {
            let found = sought(value, Some(place));
            if found.is_empty() {
                is_whole = false;
                self.mistake(&value.range, refusal(facts, value.text), Vec::new());
            }
            any.extend(found);
        }
        is_whole.then_some(Test::Text {
            place: Some(place),
            any,
        })
    }

    /// What could stand after a filter; empty where anything of a kind could.
    fn possible(&self, field: Field) -> Vec<String> {
        let words = |words: &mut dyn Iterator<Item = &'static str>| {
            words.map(str::to_owned).collect::<Vec<_>>()
        };
        match field {
            Field::Platform => {
                let mut all = words(&mut platform::all().iter().map(|facts| facts.code));
                let own = self.platforms.iter().filter(|code| !all.contains(code));
                let own: Vec<String> = own.cloned().collect();
                all.extend(own);
                all
            }
            Field::Status => words(&mut STATUSES.iter().map(|(word, _)| *word)),
            Field::Band => words(&mut BANDS.iter().map(|(word, _)| *word)),
            Field::Role => words(&mut ROLES.iter().map(|(word, _)| *word)),
            Field::Unit => words(&mut UNITS.iter().map(|(word, _)| *word)),
            Field::Has => words(&mut Has::ALL.iter().map(|(word, _)| *word)),
            Field::Language => words(&mut language::all().iter().map(|facts| facts.code)),
            Field::Imported | Field::Seen => words(
                &mut [
                    "2026-11-03",
                    "2026-11",
                    "2026",
                    "2026-01..2026-03",
                    ">2026-10-01",
                    "7d",
                    "today",
                ]
                .into_iter(),
            ),
            Field::Before | Field::After => {
                words(&mut ["2026-11-03", "2026-11", "2026"].into_iter())
            }
            Field::Text(_) => Vec::new(),
        }
    }
}

/// Why a value is none.
fn refusal(facts: &FieldFacts, text: &str) -> String {
    let text: String = text.chars().take(40).collect();
    match facts.field {
        Field::Imported | Field::Seen | Field::Before | Field::After => {
            format!("“{text}” is not a date or a span of time.")
        }
        Field::Text(Place::Phone) => format!("“{text}” is not a telephone number."),
        Field::Text(_) => format!("“{text}” holds nothing that could be looked for."),
        _ => format!("“{text}” is not something “{}:” knows.", facts.name),
    }
}

/// Those that begin as `text` does, else all of them; no more than [`MOST`].
fn like<'a>(text: &str, all: impl Iterator<Item = &'a str> + Clone) -> Vec<String> {
    let first = text.chars().next().map(|c| c.to_ascii_lowercase());
    let mut chosen: Vec<String> = all
        .clone()
        .filter(|word| word.chars().next() == first)
        .take(MOST)
        .map(str::to_owned)
        .collect();
    if chosen.is_empty() {
        chosen = all.take(MOST).map(str::to_owned).collect();
    }
    chosen
}

fn listed<T: Copy>(all: &[(&'static str, T)], text: &str) -> Option<T> {
    let text = text.to_ascii_lowercase();
    all.iter()
        .find(|(word, _)| *word == text)
        .map(|(_, value)| *value)
}
