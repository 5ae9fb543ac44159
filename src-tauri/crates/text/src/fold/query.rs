//! What an officer typed into the search field.

use super::{fold, words};

/// A part of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// A whole word.
    Word(String),
    /// The beginning of a word.
    Prefix(String),
    /// Words in this order; the last may be the beginning of one.
    Phrase {
        /// The words, at least two.
        words: Vec<String>,
        /// True if the last word may go on.
        prefix: bool,
    },
    /// Something without letters or digits, such as an emoji: to be looked for letter by letter.
    Symbols(String),
}

/// A term and whether it must be absent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What is looked for, folded.
    pub term: Term,
    /// True if it must not occur.
    pub negated: bool,
}

/// Reads a search: words, `"an exact phrase"`, `begin*`, `-without`. Every text is a search; one of nothing is empty.
pub fn query(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (negated, body) = match rest.strip_prefix('-') {
            Some(body) if body.starts_with(|c: char| !c.is_whitespace() && c != '-') => {
                (true, body)
            }
            _ => (false, rest),
        };
        let (piece, after) = if let Some(quoted) = body.strip_prefix(is_quote) {
            quoted.split_once(is_quote).unwrap_or((quoted, ""))
        } else {
            let ends = |c: char| c.is_whitespace() || is_quote(c);
            body.split_at(body.find(ends).unwrap_or(body.len()))
        };
        let (starred, after) = match after.strip_prefix('*') {
            Some(after) => (true, after),
            None => (piece.ends_with('*'), after),
        };
        parts.extend(term(piece, starred).map(|term| Part { term, negated }));
        rest = after.trim_start();
    }
    parts
}

/// The search as an FTS5 expression over folded text, without its [`Term::Symbols`]; `None` if nothing is left that must occur.
///
/// Every word is quoted, so that no text typed by anybody is read as an operator.
pub fn match_expression(parts: &[Part]) -> Option<String> {
    let chosen = |negated| {
        parts
            .iter()
            .filter(move |part| part.negated == negated)
            .filter_map(|part| quoted(&part.term))
    };
    let wanted: Vec<String> = chosen(false).collect();
    if wanted.is_empty() {
        return None;
    }
    let unwanted: Vec<String> = chosen(true).collect();
    let wanted = wanted.join(" AND ");
    Some(if unwanted.is_empty() {
        wanted
    } else {
        format!("({wanted}) NOT ({})", unwanted.join(" OR "))
    })
}

fn quoted(term: &Term) -> Option<String> {
    match term {
        Term::Word(word) => Some(format!("\"{word}\"")),
        Term::Prefix(word) => Some(format!("\"{word}\" *")),
        Term::Phrase { words, prefix } => {
            let star = if *prefix { " *" } else { "" };
            Some(format!("\"{}\"{star}", words.join(" ")))
        }
        Term::Symbols(_) => None,
    }
}

fn term(piece: &str, prefix: bool) -> Option<Term> {
    let folded = fold(piece);
    let mut found: Vec<String> = words(&folded).map(str::to_owned).collect();
    if found.len() > 1 {
        return Some(Term::Phrase {
            words: found,
            prefix,
        });
    }
    match found.pop() {
        Some(word) if prefix => Some(Term::Prefix(word)),
        Some(word) => Some(Term::Word(word)),
        None => {
            let symbols = folded.trim();
            (!symbols.is_ascii()).then(|| Term::Symbols(symbols.to_owned()))
        }
    }
}

const fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}'
    )
}
