use super::*;
use proptest::prelude::*;

#[test]
fn spellings_of_one_word_fold_to_one_text() {
    for spellings in [
        &["İstanbul", "istanbul", "ISTANBUL", "ıstanbul"][..],
        &[
            "đường VIP",
            "duong vip",
            "ĐƯỜNG VIP",
            "đu\u{31b}o\u{31b}\u{300}ng vip",
        ],
        &["Rrugë", "rruge", "RRUGË"],
        &["Straße", "strasse", "STRASSE"],
        &["ﬁnal", "final"],
        &["ｆｕｌｌ", "full"],
        &["مُهَرِّب", "مهرب", "مهـــرب"],
        &["إلى", "الي", "الی", "ألى"],
        &["آب", "اب", "ٱب"],
        &["كردي", "کردی", "ڪردى"],
        &["قاچاخچی", "قاچاخچي"],
        &["می\u{200c}روم", "میروم"],
        &["گەرەنتی", "گهرهنتي"],
        &["ڕێگا", "رێگا", "ریگا"],
        &["خدمة", "خدمه"],
        &["مسؤول", "مسوول"],
        &["+٤٤٧٧٠٠", "+۴۴۷۷۰۰", "+447700"],
        &["qaçaxçî", "qacaxci"],
        &["Ёлка", "елка"],
        &["ΟΔΟΣ", "οδος", "οδός"],
        &["it’s", "it's"],
        &["a\n\t b", "a b"],
    ] {
        for spelling in spellings {
            assert_eq!(
                fold(spelling),
                fold(spellings[0]),
                "{spelling} {}",
                spellings[0]
            );
        }
    }
}

#[test]
fn different_letters_stay_different() {
    for (one, other) in [
        ("پ", "ب"),
        ("چ", "ج"),
        ("گ", "ك"),
        ("ژ", "ز"),
        ("が", "か"),
        ("한", "하"),
        ("ڤ", "ف"),
    ] {
        assert_ne!(fold(one), fold(other));
    }
}

#[test]
fn offsets_lead_back_to_the_original() {
    let text = "Đường \u{200f}VIP đi Anh: مُهَرِّب ﬁx";
    let folded = fold_with_offsets(text);
    assert_eq!(folded.text, fold(text));
    assert_eq!(folded.text.chars().count(), folded.offsets.len());
    let original = |needle: &str| {
        let at = folded.text.find(needle).unwrap();
        &text[folded.original(at..at + needle.len())]
    };
    assert_eq!(original("duong"), "Đường");
    assert_eq!(original("vip"), "VIP");
    assert_eq!(original("مهرب"), "مُهَرِّب");
    assert_eq!(original("fix"), "ﬁx");
}

/// Text from the scripts that matter, with what hides and joins.
pub fn any_text() -> impl Strategy<Value = String> {
    let points = prop_oneof![
        4 => any::<char>(),
        2 => prop::char::range(' ', '~'),
        2 => prop::char::range('\u{600}', '\u{6ff}'),
        1 => prop::char::range('\u{300}', '\u{36f}'),
        1 => prop::char::range('\u{3040}', '\u{30ff}'),
        1 => prop::char::range('\u{1100}', '\u{11ff}'),
        1 => prop::char::range('\u{3130}', '\u{318f}'),
        1 => prop::char::range('\u{ff00}', '\u{ffef}'),
        1 => prop::char::range('\u{900}', '\u{dff}'),
        1 => prop::char::range('\u{1e00}', '\u{206f}'),
        1 => prop::char::range('\u{fb00}', '\u{feff}'),
        1 => prop::char::range('\u{ac00}', '\u{d7a3}'),
    ];
    prop::collection::vec(points, 0..24).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn folding_twice_is_folding_once(text in any_text()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn offsets_stand_in_order_on_character_boundaries(text in any_text()) {
        let folded = fold_with_offsets(&text);
        prop_assert_eq!(&folded.text, &fold(&text));
        prop_assert_eq!(folded.text.chars().count(), folded.offsets.len());
        let mut last = 0;
        for (start, end) in &folded.offsets {
            prop_assert!(last <= *start && start < end);
            prop_assert!(text.get(*start as usize..*end as usize).is_some());
            last = *start;
        }
    }

    #[test]
    fn words_stand_where_they_are_said_to(text in any_text()) {
        let folded = fold(&text);
        let spans: Vec<&str> = word_spans(&folded).map(|span| &folded[span]).collect();
        prop_assert_eq!(spans, words(&folded).collect::<Vec<_>>());
    }
}

#[test]
fn the_short_way_for_ascii_is_the_long_way() {
    for c in '\0'..='\u{7f}' {
        let mut long = String::new();
        letters::each(c, &mut |c| long.push(c));
        assert_eq!(long, letters::ascii(c).to_string());
        assert_eq!(letters::shape(c), Shape::Stands);
    }
}

#[test]
fn every_character_folds_once_and_for_all() {
    let alike = |c: char| matches!(c, '\u{3400}'..='\u{9ffe}' | '\u{ac20}'..='\u{d7a0}');
    for c in ('\0'..='\u{ffff}')
        .chain('\u{1d400}'..='\u{1fbff}')
        .filter(|c| !alike(*c))
    {
        let once = fold(&c.to_string());
        assert_eq!(fold(&once), once, "U+{:04X}", u32::from(c));
    }
}
