//! What stands around an address and does not belong to it.

use crate::{defang, hidden};
use unicode_normalization::char::is_combining_mark;

/// Frees an input of unseen characters, brackets, quotes, trailing marks and defanging. Cleaning again changes nothing.
pub fn clean(input: &str) -> String {
    let mut text = visible(input);
    loop {
        let inner = markdown_target(trim(&text));
        let next = defang::undo(inner);
        if next == text {
            return text;
        }
        text = next.into_owned();
    }
}

/// True for a mark that ends a sentence or a bracket, or a sign that is no part of an address.
pub fn is_junk(c: char) -> bool {
    match c {
        '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '>' | '"' | '\'' | '*' | '|'
        | '\\' | '(' | '[' | '{' | '<' | '`' | '^' => true,
        _ => c.is_whitespace() || c.is_control() || is_ornament(c),
    }
}

/// True for an emoji, a typographic quote and the like.
pub fn is_ornament(c: char) -> bool {
    !c.is_ascii() && !c.is_alphanumeric() && !is_combining_mark(c) && c != '\u{b7}'
}

fn trim(text: &str) -> &str {
    let starts = |c: char| is_junk(c) && !matches!(c, '\\' | ':');
    text.trim_end_matches(is_junk).trim_start_matches(starts)
}

/// Unseen characters gone, controls as spaces, full-width forms as plain ones.
fn visible(input: &str) -> String {
    if input.is_ascii() && !input.bytes().any(|b| b.is_ascii_control()) {
        return input.to_owned();
    }
    let plain = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xff01 + 0x21).unwrap_or(c),
        '\u{2044}' | '\u{2215}' | '\u{29f8}' => '/',
        '\u{2024}' => '.',
        _ if c.is_control() => ' ',
        _ => c,
    };
    input
        .chars()
        .filter(|c| !hidden::is_hidden(*c))
        .map(plain)
        .collect()
}

/// `[words](address)` as people paste it.
fn markdown_target(text: &str) -> &str {
    match text.split_once("](") {
        Some((_, target)) => target.split(')').next().unwrap_or(target),
        None => text,
    }
}
