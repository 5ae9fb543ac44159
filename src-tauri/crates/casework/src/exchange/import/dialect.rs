//! How somebody's file is written: encoding, delimiter, line ends, and whether what was found may be wrong.

use crate::{Error, Result};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Delimiters that are found and can be given.
pub const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The encoding under a label of the WHATWG Encoding Standard.
pub fn encoding_named(label: &str) -> Result<&'static Encoding> {
    Encoding::for_label(label.trim().as_bytes()).ok_or_else(|| {
        Error::Invalid(format!(
            "{label:?} is not the name of an encoding, such as utf-8 or windows-1256."
        ))
    })
}

/// The delimiter as it is given.
pub fn delimiter_named(text: &str) -> Result<u8> {
    match text {
        "tab" | "\t" => Ok(b'\t'),
        "," | ";" | "|" => Ok(text.as_bytes().first().copied().unwrap_or(b',')),
        _ => Err(Error::Invalid(format!(
            "{text:?} is not a delimiter: give , ; | or tab."
        ))),
    }
}

/// The delimiter as it is shown and given.
pub const fn delimiter_name(delimiter: u8) -> &'static str {
    match delimiter {
        b'\t' => "tab",
        b';' => ";",
        b'|' => "|",
        _ => ",",
    }
}

/// The encoding by its mark, else UTF-8 if the bytes are that, else as guessed.
pub fn found_encoding(head: &[u8], is_whole: bool) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return encoding;
    }
    if let Some(encoding) = unmarked_utf_16(head) {
        return encoding;
    }
    match std::str::from_utf8(head) {
        Ok(_) => return UTF_8,
        Err(error) if !is_whole && error.error_len().is_none() => return UTF_8,
        Err(_) => {}
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, is_whole);
    detector.guess(None, Utf8Detection::Deny)
}

/// Text in UTF-16 without its mark has a zero in every other byte of its ASCII, and hardly any in the bytes between.
fn unmarked_utf_16(head: &[u8]) -> Option<&'static Encoding> {
    let (pairs, _) = head.get(..head.len().min(2_000))?.as_chunks::<2>();
    let half = pairs.len() / 2;
    let zeros = |at: usize| pairs.iter().filter(|pair| pair.get(at) == Some(&0)).count();
    match (zeros(0), zeros(1)) {
        (first, second) if half > 4 && second > half && first * 4 < second => Some(UTF_16LE),
        (first, second) if half > 4 && first > half && second * 4 < first => Some(UTF_16BE),
        _ => None,
    }
}

/// The delimiter that a first line `sep=;` names: what Excel writes and reads, no row of the table.
pub fn announced_delimiter(first_line: &str) -> Option<u8> {
    let line = first_line
        .trim_start_matches('\u{feff}')
        .trim_end_matches(['\r', '\n']);
    let line = line
        .strip_prefix('"')
        .and_then(|line| line.strip_suffix('"'))
        .unwrap_or(line);
    let named = line
        .get(..4)
        .filter(|word| word.eq_ignore_ascii_case("sep="))?;
    let delimiter = line.get(named.len()..)?.as_bytes();
    match delimiter {
        [one] if DELIMITERS.contains(one) => Some(*one),
        _ => None,
    }
}

/// What makes an encoding doubtful in a text read with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Signs that no text holds: what could not be decoded, or a control sign of another age.
    Unreadable,
    /// The text is UTF-8 that was once read as a Western encoding and saved so.
    TwiceEncoded,
}

/// Why the encoding of this text is doubtful, if it is. Asked of every row: bytes are looked at, not signs.
pub fn doubt(text: &str) -> Option<Doubt> {
    if text.is_ascii() {
        return None;
    }
    // U+0080 to U+009F, but for U+0085, a line end of other systems.
    let is_control = |byte: u8| (0x80..=0x9f).contains(&byte) && byte != 0x85;
    if text.contains('\u{fffd}') || has_after(text, 0xc2, is_control) {
        return Some(Doubt::Unreadable);
    }
    // U+00C2 to U+00F4: the first bytes of signs in UTF-8, as Windows-1252 shows them.
    if !has_after(text, 0xc3, |byte| (0x82..=0xb4).contains(&byte)) {
        return None;
    }
    let (bytes, _, has_others) = WINDOWS_1252.encode(text);
    let is_utf8 = !has_others && std::str::from_utf8(&bytes).is_ok_and(|text| !text.is_ascii());
    is_utf8.then_some(Doubt::TwiceEncoded)
}

/// True if the byte `lead` stands somewhere before a byte of which `is` holds.
fn has_after(text: &str, lead: u8, is: impl Fn(u8) -> bool) -> bool {
    let mut parts = text.as_bytes().split(|byte| *byte == lead).skip(1);
    parts.any(|part| part.first().is_some_and(|byte| is(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_line_may_name_the_delimiter() {
        for (line, delimiter) in [
            ("sep=;", Some(b';')),
            ("SEP=|\r\n", Some(b'|')),
            ("\u{feff}sep=,", Some(b',')),
            ("\"sep=\t\"", Some(b'\t')),
            ("sep=", None),
            ("sep=x", None),
            ("separator", None),
            ("ümlaut=;", None),
        ] {
            assert_eq!(announced_delimiter(line), delimiter, "{line:?}");
        }
    }

    #[test]
    fn a_wrong_encoding_is_doubted() {
        for (text, expected) in [
            ("plain", None),
            ("Udhëtim çdo natë", None),
            ("قارب", None),
            ("Ñandú – señor", None),
            ("Udh\u{fffd}tim", Some(Doubt::Unreadable)),
            ("Udh\u{89}tim", Some(Doubt::Unreadable)),
            ("UdhÃ«tim Ã§do natÃ«", Some(Doubt::TwiceEncoded)),
        ] {
            assert_eq!(doubt(text), expected, "{text:?}");
        }
    }
}
