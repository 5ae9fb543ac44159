use super::*;
use proptest::prelude::*;

const TEXTS: &[(&str, Option<&str>)] = &[
    (
        "Safe journey to England, call us now for the price",
        Some("en"),
    ),
    (
        "Udhëtim i sigurt për në Angli, çmimi më i mirë, shkruaj në WhatsApp",
        Some("sq"),
    ),
    (
        "Rruge e sigurt per ne Angli, nisje cdo dite nga Belgjika",
        Some("sq"),
    ),
    (
        "Voyage en Angleterre, départ ce soir, prix garanti, contactez-nous",
        Some("fr"),
    ),
    (
        "رحلة آمنة إلى بريطانيا، السعر مضمون، للتواصل على الواتساب",
        Some("ar"),
    ),
    (
        "سفر به انگلیس با قیمت مناسب، تضمینی، برای تماس پیام دهید",
        Some("fa"),
    ),
    (
        "گەشتی سەلامەت بۆ بەریتانیا، نرخی هەرزان، پەیوەندی بکە",
        Some("ckb"),
    ),
    (
        "Rêwîtiya ewle ji bo Îngilîstanê, em her roj derdikevin",
        Some("kmr"),
    ),
    (
        "د انګلستان لپاره خوندي سفر، موږ سره اړیکه ونیسئ",
        Some("ps"),
    ),
    (
        "Đi Anh đường VIP, giá rẻ, bao đậu, liên hệ ngay",
        Some("vi"),
    ),
    (
        "İngiltere'ye güvenli yolculuk, her gün tır var, fiyat için mesaj atın",
        Some("tr"),
    ),
    (
        "انگلینڈ کا محفوظ سفر، آج رابطہ کریں، قیمت کم ہے",
        Some("ur"),
    ),
    (
        "Безопасная дорога в Англию, цена договорная, связь через телеграм",
        Some("ru"),
    ),
    ("ናብ እንግሊዝ ውሑስ ጉዕዞ ኣሎ", Some("ti")),
    ("Ασφαλές ταξίδι στην Αγγλία", Some("el")),
    ("🚤🇬🇧", None),
    ("@udhetim_angli t.me/x", None),
    ("", None),
    ("ok", None),
    ("lorem ipsum dolor sit amet", None),
];

#[test]
fn languages_are_told_apart() {
    for (text, expected) in TEXTS {
        assert_eq!(detect(text), *expected, "{text}");
    }
}

#[test]
fn the_library_decides_where_the_table_cannot() {
    let text = "Turvallinen matka Englantiin joka ilta hyvä hinta maksu perillä";
    assert_eq!(detect(text), None);
    assert_eq!(detect_thoroughly(text), Some("fi"));
    assert_eq!(
        detect_thoroughly("Safe journey to England for the best price"),
        Some("en")
    );
}

#[test]
fn languages_are_known_by_code_and_names() {
    for (text, expected) in [
        ("sq", Some("sq")),
        ("Albanian", Some("sq")),
        ("Shqip", Some("sq")),
        ("Kurdish (Sorani)", Some("ckb")),
        ("kurmanji", Some("kmr")),
        ("Farsi", Some("fa")),
        ("Dari", Some("prs")),
        ("fr-FR", Some("fr")),
        ("EN_gb", Some("en")),
        ("Tiếng Việt", Some("vi")),
        ("العربية", Some("ar")),
        ("Türkçe", Some("tr")),
        ("", None),
        ("Klingon", None),
    ] {
        assert_eq!(code(text), expected, "{text}");
    }
    assert_eq!(name("ckb"), Some("Sorani Kurdish"));
    assert_eq!(name("xx"), None);
}

#[test]
fn tables_of_languages_agree() {
    for marks in MARKS.values() {
        assert!(marks.codes.len() <= MOST);
        assert!(
            marks.codes.iter().all(|code| facts(code).is_some()),
            "{:?}",
            marks.codes
        );
    }
    for facts in all() {
        assert_eq!(code(facts.code), Some(facts.code));
        assert_eq!(code(facts.name), Some(facts.code));
        assert_eq!(code(facts.native), Some(facts.code));
    }
}

proptest! {
    #[test]
    fn every_text_has_a_language_or_none(text in "\\PC{0,80}") {
        let found = detect(&text);
        prop_assert!(found.is_none_or(|code| name(code).is_some()));
    }
}
