//! Text for the viewer, in whatever encoding it was written.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};
use std::fmt::Write as _;

/// Text that can be shown without playing tricks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPreview {
    /// The text; line ends are `\n`.
    pub text: String,
    /// True if the file holds more than is shown.
    pub is_cut: bool,
    /// The encoding it was read as, by its name in the WHATWG Encoding Standard.
    pub encoding: &'static str,
}

/// The text of `bytes`, at most `limit` bytes of UTF-8.
///
/// The encoding is told by the byte order mark, else UTF-8 if it is valid, else guessed. Control
/// characters, marks that turn the direction of reading around (as in Trojan Source,
/// CVE-2021-42574) and characters without width are made visible: `␀`, `⟦U+202E⟧`. What Arabic,
/// Persian and emoji need (joiners, direction marks, the tags of a flag) stays as it is. Bytes that
/// mean nothing in the encoding become U+FFFD. Never fails; looks at no more than `limit` bytes
/// of the file.
pub fn text_preview(bytes: &[u8], limit: usize) -> TextPreview {
    let looked_at = bytes.get(..limit).unwrap_or(bytes);
    let is_whole = looked_at.len() == bytes.len();
    let encoding = encoding_of(looked_at, is_whole);
    let decoded = decode(looked_at, encoding, is_whole);
    let (text, is_complete) = visible(&decoded, limit);
    TextPreview {
        text,
        is_cut: !(is_whole && is_complete),
        encoding: encoding.name(),
    }
}

pub(crate) fn encoding_of(bytes: &[u8], is_whole: bool) -> &'static Encoding {
    if let Some((marked, _)) = Encoding::for_bom(bytes) {
        return marked;
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => UTF_8,
        Err(fault) if fault.error_len().is_none() && !is_whole => UTF_8,
        Err(_) => {
            let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
            detector.feed(bytes, is_whole);
            detector.guess(None, Utf8Detection::Allow)
        }
    }
}

/// Decodes without the byte order mark, and without a last character that the limit cut in two.
pub(crate) fn decode(bytes: &[u8], encoding: &'static Encoding, is_whole: bool) -> String {
    let mut decoder = encoding.new_decoder_with_bom_removal();
    let room = decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(0);
    let mut text = String::with_capacity(room);
    // The room given is the most that can be needed, so one call takes all of it.
    let _ = decoder.decode_to_string(bytes, &mut text, is_whole);
    text
}

/// Shows what would not be seen, up to `limit` bytes; says whether all of it had room.
fn visible(text: &str, limit: usize) -> (String, bool) {
    let mut shown = String::with_capacity(text.len().min(limit));
    let mut one = String::new();
    let mut is_in_flag = false;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        one.clear();
        is_in_flag = c == BLACK_FLAG || is_in_flag && is_tag(c);
        match c {
            '\r' => {
                if characters.peek() == Some(&'\n') {
                    characters.next();
                }
                one.push('\n');
            }
            '\n' | '\t' => one.push(c),
            '\u{7f}' => one.push('\u{2421}'),
            c if c < ' ' => {
                one.push(
                    char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER),
                );
            }
            c if is_hidden(c) && !is_in_flag => {
                // Writing to a String cannot fail.
                let _ = write!(one, "⟦U+{:04X}⟧", u32::from(c));
            }
            c => one.push(c),
        }
        if shown.len() + one.len() > limit {
            return (shown, false);
        }
        shown.push_str(&one);
    }
    (shown, true)
}

/// Begins the flags of England, Scotland and Wales, which are spelled in tags.
const BLACK_FLAG: char = '\u{1f3f4}';

fn is_tag(c: char) -> bool {
    matches!(c, '\u{e0020}'..='\u{e007f}')
}

/// Controls, separators and format characters that change or hide what is read; see the Unicode
/// properties `Bidi_Control` and `Default_Ignorable_Code_Point`.
fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{80}'..='\u{9f}'
            | '\u{ad}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}
