//! Languages: their names, and which one a text is written in.
//!
//! Short adverts in ten languages, several of which no library knows, are told
//! apart by their script, by letters only some languages write, and by common
//! words; a library decides where these do not. The answer is a help for
//! sorting work, never evidence of where somebody comes from.

use crate::table::{cell, kept, rows};
use crate::{fold, hidden};
use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_script::{Script, UnicodeScript};

/// What is known of a language. Every value comes from `data/languages.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageFacts {
    /// ISO 639-1, or 639-3 where there is none.
    pub code: &'static str,
    /// Its English name.
    pub name: &'static str,
    /// Its own name.
    pub native: &'static str,
    /// True if it is written from the right.
    pub is_rtl: bool,
    /// The code the detecting library gives it; empty if it does not know it.
    detected: &'static str,
}

static LANGUAGES: LazyLock<Vec<LanguageFacts>> = LazyLock::new(|| {
    rows(include_str!("../data/languages.csv"))
        .map(|row| LanguageFacts {
            code: kept(&row, 0),
            name: kept(&row, 1),
            native: kept(&row, 2),
            is_rtl: cell(&row, 4) == "rtl",
            detected: kept(&row, 5),
        })
        .collect()
});

static NAMES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for row in rows(include_str!("../data/languages.csv")) {
        let code = kept(&row, 0);
        let others = cell(&row, 3).split(';');
        for name in [cell(&row, 0), cell(&row, 1), cell(&row, 2)]
            .into_iter()
            .chain(others)
        {
            names.entry(squash(name)).or_insert(code);
        }
    }
    names.remove("");
    names
});

/// A word or letter of one script, and the languages it speaks for.
#[derive(Debug, Default)]
struct Marks {
    codes: Vec<&'static str>,
    words: HashMap<&'static str, u64>,
    /// In order of the letters.
    letters: Vec<(char, u64)>,
}

impl Marks {
    fn letter(&self, letter: char) -> Option<u64> {
        let at = self
            .letters
            .binary_search_by_key(&letter, |(held, _)| *held)
            .ok()?;
        self.letters.get(at).map(|(_, bits)| *bits)
    }
}

/// Most languages of one script.
const MOST: usize = 24;

static MARKS: LazyLock<HashMap<&'static str, Marks>> = LazyLock::new(|| {
    let mut scripts: HashMap<&'static str, Marks> = HashMap::new();
    for row in rows(include_str!("../data/language_marks.csv")) {
        let marks = scripts.entry(kept(&row, 0)).or_default();
        let bit = 1 << marks.codes.len().min(63);
        marks.codes.push(kept(&row, 1));
        for word in kept(&row, 2).split_whitespace() {
            *marks.words.entry(word).or_default() |= bit;
        }
        for letter in cell(&row, 3).chars() {
            match marks
                .letters
                .binary_search_by_key(&letter, |(held, _)| *held)
            {
                Ok(at) => marks
                    .letters
                    .iter_mut()
                    .skip(at)
                    .take(1)
                    .for_each(|(_, bits)| *bits |= bit),
                Err(at) => marks.letters.insert(at, (letter, bit)),
            }
        }
    }
    scripts
});

/// Every language known, in the order of the table.
pub fn all() -> &'static [LanguageFacts] {
    &LANGUAGES
}

/// The facts of a language by its code.
pub fn facts(code: &str) -> Option<&'static LanguageFacts> {
    LANGUAGES.iter().find(|facts| facts.code == code)
}

/// The English name of a language.
pub fn name(code: &str) -> Option<&'static str> {
    facts(code).map(|facts| facts.name)
}

/// The code of the language a cell names: a code, an English name, its own name, `fr-FR`.
pub fn code(text: &str) -> Option<&'static str> {
    if let Some(code) = NAMES.get(&squash(text)) {
        return Some(code);
    }
    let main = text.split(['-', '_', '(', '/', ',']).next()?;
    NAMES.get(&squash(main)).copied()
}

/// The code of the language a text is written in; `None` if there is too little to tell.
///
/// Handles, addresses and hashtags do not count as words. Some microseconds: meant for every row of a file.
pub fn detect(text: &str) -> Option<&'static str> {
    let script = main_script(text)?;
    let family = match script {
        Script::Latin => "latin",
        Script::Arabic => "arabic",
        Script::Cyrillic => "cyrillic",
        Script::Ethiopic => "ethiopic",
        _ => return by_script(script),
    };
    by_marks(text, MARKS.get(family)?)
}

/// As [`detect`], and where that cannot tell, what the library finds. Up to half a millisecond: meant for one text at a time.
pub fn detect_thoroughly(text: &str) -> Option<&'static str> {
    detect(text).or_else(|| by_library(text))
}

/// Most letters looked at.
const ENOUGH: usize = 300;

/// Fewest letters that can tell a language.
const FEWEST: u32 = 4;

fn main_script(text: &str) -> Option<Script> {
    let mut counts: [(Script, u32); 8] = [(Script::Common, 0); 8];
    for script in text.chars().filter_map(script_of).take(ENOUGH) {
        // A letter of another script weighs more: addresses and handles are Latin everywhere.
        let weight = if script == Script::Latin { 1 } else { 2 };
        if let Some(slot) = counts
            .iter_mut()
            .find(|(held, count)| *held == script || *count == 0)
        {
            *slot = (script, slot.1 + weight);
        }
    }
    let (script, count) = counts.iter().copied().max_by_key(|(_, count)| *count)?;
    (count >= FEWEST).then_some(script)
}

/// The script of a letter, the usual blocks first; `None` for anything else.
fn script_of(c: char) -> Option<Script> {
    match c {
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
            Some(Script::Latin)
        }
        '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}' => Some(Script::Arabic),
        '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => Some(Script::Cyrillic),
        _ if c.is_ascii() || !c.is_alphabetic() => None,
        _ => {
            Some(c.script()).filter(|script| !matches!(script, Script::Common | Script::Inherited))
        }
    }
}

/// True for blocks whose letters have no case.
const fn is_caseless(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{109f}')
}

/// Scripts that one language of our table writes.
fn by_script(script: Script) -> Option<&'static str> {
    let code = match script {
        Script::Armenian => "hy",
        Script::Georgian => "ka",
        Script::Greek => "el",
        Script::Hebrew => "he",
        Script::Hangul => "ko",
        Script::Hiragana | Script::Katakana => "ja",
        Script::Han => "zh",
        Script::Thai => "th",
        Script::Khmer => "km",
        Script::Myanmar => "my",
        Script::Bengali => "bn",
        Script::Gujarati => "gu",
        Script::Gurmukhi => "pa",
        Script::Tamil => "ta",
        Script::Telugu => "te",
        Script::Sinhala => "si",
        Script::Devanagari => "hi",
        _ => return None,
    };
    facts(code).map(|facts| facts.code)
}

fn by_marks(text: &str, marks: &Marks) -> Option<&'static str> {
    let mut scores = [0_u32; MOST];
    // What many languages share says little.
    let mut add = |bits: u64| {
        let weight = 12 / bits.count_ones().max(1);
        let mut left = bits;
        while left != 0 {
            let index = left.trailing_zeros() as usize;
            scores
                .iter_mut()
                .skip(index)
                .take(1)
                .for_each(|score| *score += weight);
            left &= left - 1;
        }
    };
    let mut lowered = String::with_capacity(24);
    for word in spoken_words(text).take(ENOUGH / 4) {
        lowered.clear();
        for c in word.chars() {
            if c.is_ascii() || is_caseless(c) {
                lowered.push(c.to_ascii_lowercase());
            } else {
                lowered.extend(c.to_lowercase());
            }
        }
        if let Some(bits) = marks.words.get(lowered.as_str()) {
            add(*bits);
        }
        for letter in lowered.chars().filter(|letter| !letter.is_ascii()) {
            if let Some(bits) = marks.letter(letter) {
                add(bits);
            }
        }
    }
    let (best, score) = scores.iter().enumerate().max_by_key(|(_, score)| **score)?;
    let second = scores
        .iter()
        .enumerate()
        .filter(|(index, _)| *index != best)
        .map(|(_, s)| *s)
        .max();
    let is_clear = *score >= 12 && *score > second.unwrap_or_default() + score / 5;
    marks.codes.get(best).copied().filter(|_| is_clear)
}

/// The words of a text that somebody says, not handles, tags and addresses.
fn spoken_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '.' | '!' | '?' | '،' | '؟' | ':' | ';')
    })
    .filter(|word| !word.starts_with(['@', '#']) && !word.contains(['/', '_']))
    .map(|word| word.trim_matches(|c: char| !c.is_alphabetic() && !hidden::is_hidden(c)))
    .filter(|word| !word.is_empty())
}

fn by_library(text: &str) -> Option<&'static str> {
    let spoken: Vec<&str> = spoken_words(text).take(40).collect();
    if spoken.len() < 4 {
        return None;
    }
    let found = whatlang::detect(&spoken.join(" "))?;
    if !found.is_reliable() {
        return None;
    }
    let detected = found.lang().code();
    LANGUAGES
        .iter()
        .find(|facts| facts.detected == detected)
        .map(|facts| facts.code)
}

fn squash(text: &str) -> String {
    let mut folded = fold::fold(text);
    folded.retain(char::is_alphanumeric);
    folded
}

#[cfg(test)]
mod tests;
