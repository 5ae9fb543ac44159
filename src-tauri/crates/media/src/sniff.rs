//! What a file is, by its bytes.

use crate::structure;
use encoding_rs::{UTF_16BE, UTF_16LE};

/// What the viewer can show of a media type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// A picture, through [`Decoder`](crate::Decoder).
    Picture,
    /// Words, through [`text_preview`](crate::text_preview).
    Text,
    /// Nothing.
    Nothing,
}

/// How a media type given by [`sniff`] is shown. SVG is shown as its text: it is never drawn.
pub fn shown_as(media_type: &str) -> Shown {
    match media_type {
        "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/bmp" | "image/tiff" => {
            Shown::Picture
        }
        "application/json" | "image/svg+xml" | "message/rfc822" => Shown::Text,
        other if other.starts_with("text/") => Shown::Text,
        _ => Shown::Nothing,
    }
}

/// The media type of a file that begins with `head` and is called `name`.
///
/// Judged by the bytes. The name only decides between readings that the bytes allow alike: a text
/// with commas is `text/csv` if it is also called so, while a program called `photo.jpg` stays a
/// program. Four kilobytes of `head` are enough. What is not recognised is
/// `application/octet-stream`, and so is an empty file.
pub fn sniff(head: &[u8], name: &str) -> &'static str {
    if let Some(text) = as_text(head) {
        return of_text(&text, name);
    }
    match infer::get(head).map(|kind| kind.mime_type()) {
        Some("image/bmp") if !is_bmp(head) => UNKNOWN,
        // `#!` or `<html` before bytes that are no text: what can be read as text was told apart above.
        Some(found) if shown_as(found) == Shown::Text => UNKNOWN,
        Some(found) => found,
        None if is_legacy_text(head) => of_text(&latin(head), name),
        None => UNKNOWN,
    }
}

const UNKNOWN: &str = "application/octet-stream";

/// The head as text, if it is text beyond doubt: UTF-8, or UTF-16 with its mark, and no control
/// characters but white space.
fn as_text(head: &[u8]) -> Option<String> {
    if head.is_empty() {
        return None;
    }
    let text = if let Some(rest) = head.strip_prefix(b"\xff\xfe") {
        UTF_16LE.decode_without_bom_handling_and_without_replacement(whole_units(rest))?
    } else if let Some(rest) = head.strip_prefix(b"\xfe\xff") {
        UTF_16BE.decode_without_bom_handling_and_without_replacement(whole_units(rest))?
    } else {
        utf8(head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head))?.into()
    };
    let is_clean = !text.chars().any(|c| c.is_control() && !is_white_control(c));
    (is_clean && !text.is_empty()).then(|| text.into_owned())
}

/// Valid UTF-8, but for a character that is cut off at the end.
fn utf8(bytes: &[u8]) -> Option<&str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(fault) if fault.error_len().is_none() => bytes
            .get(..fault.valid_up_to())
            .and_then(|whole| std::str::from_utf8(whole).ok()),
        Err(_) => None,
    }
}

/// Whole UTF-16 units, without a last one that may be half of a pair.
fn whole_units(bytes: &[u8]) -> &[u8] {
    let even = bytes.len() & !1;
    let kept = if even > 2 { even - 2 } else { even };
    bytes.get(..kept).unwrap_or(bytes)
}

fn is_white_control(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{85}')
}

/// Text in an older 8-bit encoding, with enough of it to be sure: no control byte, and white
/// space in between. Chance bytes of that length hold a control byte.
fn is_legacy_text(head: &[u8]) -> bool {
    const ENOUGH: usize = 64;
    let is_control = |b: &u8| *b < 0x20 && !b"\t\n\r\x0c".contains(b) || *b == 0x7f;
    let white = head.iter().filter(|b| b" \t\n\r".contains(b)).count();
    head.len() >= ENOUGH && !head.iter().any(is_control) && white >= head.len() / 40
}

/// ASCII as it is and every other byte as some letter: enough to see the structure.
fn latin(head: &[u8]) -> String {
    head.iter().map(|b| char::from(*b)).collect()
}

/// `BM` begins words too: the header's own length must be one that exists.
fn is_bmp(head: &[u8]) -> bool {
    let length = head
        .get(14..18)
        .and_then(|bytes| <[u8; 4]>::try_from(bytes).ok());
    length.is_some_and(|b| {
        matches!(
            u32::from_le_bytes(b),
            12 | 16 | 40 | 52 | 56 | 64 | 108 | 124
        )
    })
}

fn of_text(text: &str, name: &str) -> &'static str {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let is_called = |ending: &str| {
        name.rsplit_once('.')
            .is_some_and(|(_, last)| last.eq_ignore_ascii_case(ending))
    };
    if start.starts_with("%PDF-") {
        "application/pdf"
    } else if start.starts_with("%!PS") {
        "application/postscript"
    } else if start.starts_with("{\\rtf") {
        "application/rtf"
    } else if structure::is_svg(start) {
        "image/svg+xml"
    } else if structure::is_html(start) {
        "text/html"
    } else if structure::begins(start, "<?xml") {
        "text/xml"
    } else if structure::is_mail(text) {
        "message/rfc822"
    } else if start.starts_with(['{', '[']) && is_called("json") {
        "application/json"
    } else if structure::is_table(text, is_called("csv") || is_called("tsv")) {
        "text/csv"
    } else {
        "text/plain"
    }
}
