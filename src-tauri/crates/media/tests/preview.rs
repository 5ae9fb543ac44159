//! Holds that shown text is what it seems to be.

use breakwater_media::text_preview;
use encoding_rs::{BIG5, WINDOWS_1251, WINDOWS_1254, WINDOWS_1256};
use proptest::prelude::*;

fn shown(text: &str) -> String {
    text_preview(text.as_bytes(), 10_000).text
}

#[test]
fn control_characters_are_made_visible() {
    assert_eq!(shown("a\0b\u{1b}[31m\u{7f}\u{8}"), "a␀b␛[31m␡␈");
    assert_eq!(shown("tab\tand\r\nline\rends\n"), "tab\tand\nline\nends\n");
    assert_eq!(shown("\u{9b}31m"), "⟦U+009B⟧31m");
}

#[test]
fn marks_that_turn_reading_around_are_made_visible() {
    assert_eq!(shown("photo\u{202e}gpj.exe"), "photo⟦U+202E⟧gpj.exe");
    assert_eq!(
        shown("\u{2066}a\u{2069}\u{200b}"),
        "⟦U+2066⟧a⟦U+2069⟧⟦U+200B⟧"
    );
    assert_eq!(shown("a\u{e0041}\u{e0042}"), "a⟦U+E0041⟧⟦U+E0042⟧");
}

#[test]
fn what_scripts_and_emoji_need_stays_as_it_is() {
    for text in [
        "می\u{200c}خواهم",
        "\u{200f}قارب\u{200e}",
        "👩\u{200d}👧",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "ạ̈",
        "❤\u{fe0f}",
    ] {
        assert_eq!(shown(text), text);
    }
}

#[test]
fn text_is_read_in_the_encoding_it_was_written_in() {
    let arabic = "قارب آمن إلى المملكة المتحدة كل ليلة، السعر ثلاثة آلاف، اتصل بنا الآن";
    let russian = "Надёжная лодка в Англию каждую ночь, звоните прямо сейчас";
    let turkish = "İngiltere'ye güvenli geçiş, çocuklar için ücretsiz, şimdi arayın";
    for (encoding, text) in [
        (WINDOWS_1256, arabic),
        (WINDOWS_1251, russian),
        (WINDOWS_1254, turkish),
    ] {
        let (bytes, _, _) = encoding.encode(text);
        let preview = text_preview(&bytes, 10_000);
        assert_eq!(
            (preview.text.as_str(), preview.encoding),
            (text, encoding.name())
        );
    }
    let utf16: Vec<u8> = "\u{feff}قارب"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(text_preview(&utf16, 100).text, "قارب");
    assert_eq!(text_preview("\u{feff}قارب".as_bytes(), 100).text, "قارب");
}

#[test]
fn cut_text_says_so_and_ends_with_a_whole_character() {
    let cut = text_preview("قارب".as_bytes(), 5);
    assert_eq!((cut.text.as_str(), cut.is_cut), ("قا", true));
    let whole = text_preview("قارب".as_bytes(), 8);
    assert_eq!((whole.text.as_str(), whole.is_cut), ("قارب", false));
    let (legacy, _, _) = BIG5.encode("船每天晚上都去英國，價格三千，馬上打電話");
    assert!(
        !text_preview(&legacy[..legacy.len() - 1], 30)
            .text
            .contains('\u{fffd}')
    );
}

proptest! {
    #[test]
    fn any_bytes_give_bounded_text_without_controls(
        bytes in prop::collection::vec(any::<u8>(), 0..500),
        limit in 0..600_usize,
    ) {
        let preview = text_preview(&bytes, limit);
        prop_assert!(preview.text.len() <= limit);
        let is_clean = |c: char| !c.is_control() || c == '\n' || c == '\t';
        prop_assert!(preview.text.chars().all(is_clean));
        prop_assert!(preview.is_cut || bytes.len() <= limit);
    }

    #[test]
    fn plain_words_are_shown_as_they_are(text in "[a-zء-يа-я \\n]{0,200}") {
        let preview = text_preview(text.as_bytes(), 10_000);
        prop_assert_eq!((preview.text, preview.is_cut), (text, false));
    }
}
