//! The letters a paper is set in: the fonts under fonts/, and what they cannot write.

use std::sync::LazyLock;
use typst::foundations::Bytes;
use typst::text::Font;

static FILES: [&[u8]; 6] = [
    include_bytes!("../../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../fonts/NotoSans-SemiBold.ttf"),
    include_bytes!("../../fonts/NotoSansMono-Regular.ttf"),
    include_bytes!("../../fonts/NotoNaskhArabic-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansEthiopic-Regular.ttf"),
    include_bytes!("../../fonts/NotoEmoji-Regular.ttf"),
];

/// The files of the fonts.
pub fn font_files() -> &'static [&'static [u8]] {
    &FILES
}

/// All fonts, in the order of the files.
pub static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    FILES
        .iter()
        .flat_map(|bytes| Font::iter(Bytes::new(*bytes)))
        .collect()
});

/// The text with every character that no font here can write shown as `[U+0905]`, and whether
/// there was one.
pub fn legible(text: &str) -> (String, bool) {
    let mut shown = String::with_capacity(text.len());
    let mut is_whole = true;
    for c in text.chars() {
        if is_writable(c) {
            shown.push(c);
        } else {
            is_whole = false;
            shown.push_str(&crate::visible::code_point(c));
        }
    }
    (shown, is_whole)
}

fn is_writable(c: char) -> bool {
    // What scripts and pictographs are joined with has no shape of its own.
    let is_joining = matches!(c, '\u{200c}'..='\u{200f}' | '\u{fe0e}' | '\u{fe0f}');
    c == '\n' || is_joining || covered(c)
}

fn covered(c: char) -> bool {
    FONTS
        .iter()
        .any(|font| font.info().coverage.contains(u32::from(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_a_font() {
        assert_eq!(FONTS.len(), FILES.len());
        let families: Vec<&str> = FONTS
            .iter()
            .map(|font| font.info().family.as_str())
            .collect();
        assert_eq!(
            families,
            [
                "Noto Sans",
                "Noto Sans",
                "Noto Sans Mono",
                "Noto Naskh Arabic",
                "Noto Sans Ethiopic",
                "Noto Emoji"
            ]
        );
    }

    #[test]
    fn the_languages_of_the_adverts_have_their_letters() {
        for words in [
            "ئا ب پ ت ج چ ح خ د ر ڕ ز ژ س ش ع غ ف ڤ ق ک گ ل ڵ م ن ه ە و ۆ ی ێ ھ",
            "ټ ځ څ ډ ړ ږ ښ ګ ڼ ۍ ې ۀ ئ",
            "آ أ إ ؤ ء ة ى ﻻ ً ٌ ٍ َ ُ ِ ّ ْ ٪ ، ؛ ؟ ٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹",
            "ٹ ڈ ڑ ں ے ہ ھ",
            "ẤẦẨẪẬắằẳẵặƠơƯưĐđ ỮỰ ₫",
            "ëËçÇ ıİğş șț əƏ êîûŞ",
            "ЁёЇїЄєҐґ ΆΈ",
            "ሀ ለ ትግርኛ አማርኛ ።",
            "✅🔥📞🚤🛥️🇬🇧👨‍👩‍👧 ☎️ € £ ₺",
        ] {
            assert_eq!(legible(words), (words.to_owned(), true));
        }
    }

    #[test]
    fn a_letter_without_a_shape_is_shown_by_its_number() {
        assert_eq!(
            legible("a\u{905}\u{e000}"),
            ("a[U+0905][U+E000]".to_owned(), false)
        );
    }
}
