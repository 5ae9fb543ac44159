//! Cutting a search into its pieces: filters with their values, and values alone.

use super::phone::is_between;
use crate::fold;
use std::ops::Range;

/// A value as it was typed.
#[derive(Debug, Clone)]
pub(super) struct Value<'a> {
    pub text: &'a str,
    pub range: Range<usize>,
    pub is_quoted: bool,
    pub is_inside: bool,
    pub is_open: bool,
}

/// A part between white space: a filter with its values, or one value.
#[derive(Debug)]
pub(super) struct Piece<'a> {
    pub is_negated: bool,
    pub field: Option<(&'a str, Range<usize>)>,
    pub values: Vec<Value<'a>>,
    pub range: Range<usize>,
}

/// Cuts a search into its pieces.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut cutter = Cutter { text, at: 0 };
    let mut all = Vec::new();
    while let Some(piece) = cutter.piece() {
        all.push(piece);
    }
    all
}

struct Cutter<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cutter<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip_space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn piece(&mut self) -> Option<Piece<'a>> {
        self.skip_space();
        let start = self.at;
        let rest = self.rest();
        if rest.is_empty() {
            return None;
        }
        let is_negated = rest
            .strip_prefix('-')
            .is_some_and(|body| body.starts_with(|c: char| !c.is_whitespace() && c != '-'));
        self.at += usize::from(is_negated);
        let field = self.field();
        let mut values = Vec::new();
        if field.is_some() {
            self.skip_space();
        }
        loop {
            values.extend(self.value(field.is_some()));
            let goes_on = field.is_some()
                && self
                    .rest()
                    .strip_prefix(',')
                    .is_some_and(|rest| rest.starts_with(|c: char| !c.is_whitespace() && c != ','));
            if !goes_on {
                break;
            }
            self.at += 1;
        }
        if field.is_some() {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start_matches(',').len();
        }
        Some(Piece {
            is_negated,
            field,
            values,
            range: start..self.at,
        })
    }

    /// The name of a filter, if one begins here: Latin letters before a colon that does not belong to an address.
    fn field(&mut self) -> Option<(&'a str, Range<usize>)> {
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_ascii_alphabetic() || c == '-'))?;
        let name = rest.get(..end)?;
        let after = rest.get(end..)?.strip_prefix(':')?;
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || after.starts_with("//") {
            return None;
        }
        let range = self.at..self.at + end;
        self.at += end + 1;
        Some((name, range))
    }

    fn value(&mut self, in_filter: bool) -> Option<Value<'a>> {
        let start = self.at;
        let is_inside = self
            .rest()
            .strip_prefix('*')
            .is_some_and(|rest| rest.starts_with(|c: char| !c.is_whitespace() && c != '*'));
        self.at += usize::from(is_inside);
        let rest = self.rest();
        let (text, is_quoted) = if let Some(quoted) = rest.strip_prefix(is_quote) {
            let opened = rest.len() - quoted.len();
            let inner = quoted.split(is_quote).next().unwrap_or_default();
            let after = quoted.get(inner.len()..).unwrap_or_default();
            let closed = after.chars().next().map_or(0, char::len_utf8);
            self.at += opened + inner.len() + closed;
            (inner, true)
        } else {
            let ends = |c: char| c.is_whitespace() || is_quote(c) || (in_filter && c == ',');
            let text = rest.get(..rest.find(ends).unwrap_or(rest.len()))?;
            self.at += text.len();
            (text, false)
        };
        let bare = if is_quoted {
            text
        } else {
            text.trim_end_matches('*')
        };
        let mut is_open = bare.len() < text.len();
        if is_quoted && self.rest().starts_with('*') {
            self.at += 1;
            is_open = true;
        }
        (!bare.is_empty()).then_some(Value {
            text: bare,
            range: start..self.at,
            is_quoted,
            is_inside,
            is_open,
        })
    }
}

/// A piece that can be a part of a telephone number.
pub(super) fn is_number(piece: &Piece<'_>) -> bool {
    let of = |c: char| fold::digit_or_self(c).is_some_and(|c| c.is_ascii_digit());
    !piece.is_negated
        && piece.field.is_none()
        && piece.values.len() == 1
        && piece.values.iter().all(|value| {
            !value.is_quoted
                && !value.is_inside
                && !value.is_open
                && value.text.contains(of)
                && value
                    .text
                    .chars()
                    .all(|c| of(c) || c == '+' || is_between(c))
        })
}

const fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}'
    )
}
