//! The paper, read back by the stock programs that whoever receives it uses.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a failed helper of a test is the report"
)]

mod made_up;

use breakwater_model::referral::{ItemView, ReferralState, ReferralView};
use breakwater_report::template::Texts;
use breakwater_report::{Pdf, Standing, referral_pdf};
use made_up::{LONG_ADDRESS, MARKING, SIX, albanian, arabic, at, referral, six};
use proptest::prelude::*;
use std::path::PathBuf;
use std::process::Command;

fn pdf(referral: &ReferralView, standing: Standing) -> Pdf {
    referral_pdf(
        referral,
        MARKING,
        at("2026-11-23T10:00:00Z"),
        standing,
        &Texts::default(),
    )
    .unwrap()
}

/// Left there, so that it can be looked at.
fn kept(name: &str, pdf: &Pdf) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
    std::fs::write(&path, &pdf.bytes).unwrap();
    path
}

fn told(program: &str, arguments: &[&str], path: &PathBuf, after: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .arg(path)
        .args(after)
        .output()
        .unwrap_or_else(|error| panic!("{program} (poppler-utils): {error}"));
    assert!(output.status.success(), "{program}: {output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The text of every page, without the marks of direction that the program adds.
fn pages(name: &str, pdf: &Pdf) -> Vec<String> {
    let text = told("pdftotext", &["-layout"], &kept(name, pdf), &["-"]);
    let text: String = text.chars().filter(|c| !is_direction(*c)).collect();
    let pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    let (last, pages) = pages.split_last().unwrap();
    assert_eq!(last, "");
    assert_eq!(pages.len(), pdf.pages as usize);
    pages.to_vec()
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What the tags say, in their order, as a screen reader gets it; runs of blanks as one.
fn tagged(name: &str, pdf: &Pdf) -> String {
    let tree = told("pdfinfo", &["-struct-text"], &kept(name, pdf), &[]);
    let mut text = String::new();
    for line in tree.lines().map(str::trim) {
        match line
            .strip_prefix('"')
            .and_then(|line| line.strip_suffix('"'))
        {
            Some(words) => text.push_str(words),
            None => text.push(' '),
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text as it is copied, runs of blanks as one.
fn copied(name: &str, pdf: &Pdf) -> String {
    let text = told("pdftotext", &[], &kept(name, pdf), &["-"]);
    let text: String = text.chars().filter(|c| !is_direction(*c)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn many(count: u32) -> Vec<ItemView> {
    (1..=count)
        .map(|position| ItemView {
            position,
            ..albanian()
        })
        .collect()
}

#[test]
fn every_page_of_a_draft_says_so_and_an_approved_one_never() {
    let referral = referral(ReferralState::Submitted, many(12));
    for (name, standing) in [("draft", Standing::Draft), ("approved", Standing::Approved)] {
        let pages = pages(name, &pdf(&referral, standing));
        assert!(pages.len() > 3);
        for (index, page) in pages.iter().enumerate() {
            assert_eq!(page.matches(MARKING).count(), 2, "{page}");
            let draft = usize::from(standing == Standing::Draft);
            assert_eq!(page.matches("DRAFT, NOT APPROVED").count(), draft, "{page}");
            assert!(page.contains(&format!("Page {} of {}", index + 1, pages.len())));
            assert!(page.contains("NB-7K2Q-031"));
        }
    }
}

#[test]
fn words_come_back_as_they_were_written() {
    let text = copied("six", &pdf(&six(), Standing::Draft));
    let dense: String = text.split_whitespace().collect();
    for (_, words, _) in SIX {
        for word in words.split_whitespace() {
            // The program puts marks beside Arabic words where they stand, not where they belong.
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            assert!(dense.contains(word), "{word} in {text}");
        }
    }
    assert!(dense.contains("100%✅🇬🇧WhatsApp"), "{text}");
}

#[test]
fn a_screen_reader_gets_the_paper_in_order() {
    let text = tagged("six-tags", &pdf(&six(), Standing::Draft));
    let mut rest = text.as_str();
    let mut next = |words: &str| {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let at = rest.find(&words);
        rest = &rest[at.unwrap_or_else(|| panic!("{words} in {rest}"))..];
    };
    next("Notice to TikTok Referral of accounts");
    next("Our reference NB-7K2Q-031 Date 23 Nov 2026 To TikTok");
    next("Summary Six accounts");
    next("Items No. Item Unit Address Seen live 1 @udhetim_angli.24 account");
    for (handle, words, translation) in SIX {
        next(&format!(
            "Handle @{handle}, as seen 23 Nov 2026 08:55 UTC Seen live"
        ));
        if words.is_ascii() || words.contains('ë') || words.contains('Đ') {
            next(&format!("Words {words}"));
        }
        next(&format!(
            "Translation {translation} (linguist 7, checked) Why"
        ));
    }
    next("Exhibits Exhibit Item SHA-256 4417/14 1 1111");
    next("Statement The information is accurate and complete");
    next("Telephone 020 7946 0123");
}

#[test]
fn right_to_left_words_stand_in_their_order() {
    let text = copied("six-right-to-left", &pdf(&six(), Standing::Draft));
    for words in [
        "رحلة يومية الى بريطانيا مضمونة",
        "گەشتی ڕۆژانە بۆ بەریتانیا بە بەلەم",
        "هره ورځ برېتانیا ته سفر",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
}

#[test]
fn nothing_reaches_into_the_margin() {
    let mut referral = six();
    referral.title = "Q".repeat(200);
    referral.items[0].words = "x".repeat(500);
    referral.items[1].words = format!("see {LONG_ADDRESS}{LONG_ADDRESS} there");
    referral.items[2].label = "w".repeat(90);
    referral.items[3].why = "1 ".repeat(200);
    referral.items[4].place = "http://".to_owned() + &"7".repeat(300);
    referral.items[5].platform_id = Some("9".repeat(120));
    let path = kept("margins", &pdf(&referral, Standing::Draft));
    let boxes = told("pdftotext", &["-bbox"], &path, &["-"]);
    let edge = |line: &str, name: &str| -> Option<f64> {
        let (_, rest) = line.split_once(&format!("{name}=\""))?;
        rest.split_once('"')?.0.parse().ok()
    };
    let mut words = 0;
    for line in boxes.lines().filter(|line| line.contains("<word")) {
        words += 1;
        assert!(edge(line, "xMin").unwrap() > 67.0, "{line}");
        assert!(edge(line, "xMax").unwrap() < 528.5, "{line}");
        assert!(edge(line, "yMax").unwrap() < 820.0, "{line}");
    }
    assert!(words > 300);
}

#[test]
fn items_are_kept_whole_on_a_page() {
    let pages = pages(
        "whole",
        &pdf(&referral(ReferralState::Draft, many(12)), Standing::Draft),
    );
    let whole: usize = pages
        .iter()
        .map(|page| {
            let begun = page.matches("Platform ID ").count();
            assert_eq!(begun, page.matches("Where ").count(), "{page}");
            assert_eq!(begun, page.matches("Why ").count(), "{page}");
            begun
        })
        .sum();
    assert_eq!(whole, 12);
}

#[test]
fn what_is_longer_than_a_page_goes_on_over_the_next() {
    let mut long = albanian();
    long.words = (0..3000)
        .map(|n| format!("ww{n}"))
        .collect::<Vec<_>>()
        .join(" ");
    let text = copied(
        "long",
        &pdf(&referral(ReferralState::Draft, vec![long]), Standing::Draft),
    );
    for n in 0..3000 {
        assert!(text.contains(&format!("ww{n} ")), "ww{n}");
    }
}

#[test]
fn words_are_never_taken_for_markup() {
    let hostile = [
        "#import \"@preview/x:1.0.0\": *",
        "#read(\"/etc/passwd\") #sys.inputs #panic()",
        "*bold* _slanted_ $x^2$ `raw` ]} \\ // note /* note */",
        "= Heading - list + list / term: <label> @reference",
        "quote \"a\" 'b' -- --- ... ~ \\u{41} {{x}} {y}",
    ];
    let mut item = albanian();
    item.words = format!("{}\u{0} end\u{202e}\u{c}x", hostile.join("\n"));
    item.why = hostile[0].to_owned();
    item.label = hostile[1].to_owned();
    let mut referral = referral(ReferralState::Draft, vec![item]);
    referral.title = hostile[2].to_owned();
    referral.summary = hostile.join("\n");
    let pdf = referral_pdf(
        &referral,
        "#MARK *x* $",
        at("2026-11-23T10:00:00Z"),
        Standing::Draft,
        &Texts::default(),
    )
    .unwrap();
    let text = copied("hostile", &pdf);
    for words in hostile {
        assert!(text.matches(words).count() >= 2, "{words} in {text}");
    }
    assert!(text.contains("[U+0000] end[U+202E][U+000C]x"), "{text}");
    assert_eq!(text.matches("#MARK *x* $").count(), 2 * pdf.pages as usize);
}

#[test]
fn a_letter_without_a_shape_is_shown_by_its_number_and_the_paper_says_so() {
    let mut item = albanian();
    item.words = "ক 4,500".to_owned();
    let referral = referral(ReferralState::Draft, vec![item, arabic()]);
    let text = copied("letters", &pdf(&referral, Standing::Draft));
    assert!(text.contains("[U+0995] 4,500"), "{text}");
    assert!(
        text.contains("one this document has no letter for"),
        "{text}"
    );
    let text = copied("letters-six", &pdf(&six(), Standing::Draft));
    assert!(!text.contains("no letter for"), "{text}");
}

#[test]
fn the_paper_has_a_title_a_language_and_tags_and_tells_nothing_of_the_machine() {
    let path = kept("about", &pdf(&six(), Standing::Approved));
    let told = told("pdfinfo", &["-isodates"], &path, &[]);
    let lines: Vec<&str> = told.lines().collect();
    assert!(
        lines.contains(&"Title:           Notice to TikTok, NB-7K2Q-031 (OFFICIAL-SENSITIVE)"),
        "{told}"
    );
    assert!(
        lines.contains(&"CreationDate:    2026-11-23T10:00:00Z"),
        "{told}"
    );
    assert!(lines.contains(&"Tagged:          yes"), "{told}");
    assert!(
        lines.contains(&"Page size:       595.276 x 841.89 pts (A4)"),
        "{told}"
    );
    assert!(
        !told.contains("Creator:") && !told.contains("Author:"),
        "{told}"
    );
    let bytes = std::fs::read(&path).unwrap();
    let has = |word: &[u8]| bytes.windows(word.len()).any(|window| window == word);
    assert!(has(b"/Lang(en)") || has(b"/Lang (en)"));
    assert!(!has(b"/URI") && !has(b"/JavaScript"));
}

#[test]
fn no_paper_carries_the_cases_own_label_or_an_officers_name_or_an_unchosen_exhibit() {
    let referral = referral(ReferralState::Draft, vec![albanian(), arabic()]);
    let text = copied("secrets", &pdf(&referral, Standing::Draft));
    for secret in [
        "R-031",
        "A. Officer",
        "4417/16",
        &"b".repeat(64),
        &"c".repeat(64),
    ] {
        assert!(!text.contains(secret), "{secret}");
    }
    assert!(text.contains(&"a".repeat(64)));
    assert!(text.contains("4417/18 2 withheld"), "{text}");
}

#[test]
fn an_empty_draft_names_its_gaps() {
    let mut empty = referral(ReferralState::Draft, Vec::new());
    empty.policy = None;
    empty.good_faith = false;
    empty.title = " ".to_owned();
    empty.summary = String::new();
    let text = copied("empty", &pdf(&empty, Standing::Draft));
    assert!(text.contains("Rule (not given yet)"), "{text}");
    assert!(text.contains("No items."), "{text}");
    assert!(
        text.contains("Good-faith statement (not given yet)"),
        "{text}"
    );
}

#[test]
fn the_same_referral_gives_the_same_bytes() {
    let first = pdf(&six(), Standing::Draft);
    pdf(&referral(ReferralState::Draft, many(3)), Standing::Approved);
    assert_eq!(first, pdf(&six(), Standing::Draft));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn whatever_is_written_there_is_a_paper(words in ".{0,200}", any in any::<String>(), dense in "[\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2066}-\u{2069}\u{fe0f}\u{1f1e6}-\u{1f1ff}\u{300}\u{64b}رح1 +]{0,80}") {
        let mut item = arabic();
        item.words = words.clone();
        item.label = any.clone();
        item.address = Some(dense.clone());
        item.place = dense;
        let mut referral = referral(ReferralState::Draft, vec![item]);
        referral.title = any;
        referral.outside_reference = words;
        prop_assert!(referral_pdf(&referral, MARKING, at("2026-11-23T10:00:00Z"), Standing::Draft, &Texts::default()).is_ok());
    }
}

#[test]
fn a_long_paragraph_from_right_to_left_goes_on_over_the_next_page() {
    for words in ["رحلة آمنة ", "رحلة آمنة +44 7700 900417 كل يوم "] {
        let item = ItemView {
            words: words.repeat(4_096 / words.chars().count()),
            ..arabic()
        };
        let set = pdf(
            &referral(ReferralState::Approved, vec![item]),
            Standing::Approved,
        );
        let text = pages("long-arabic", &set).concat();
        let asked = 4_096 / words.chars().count() * words.matches("900417").count();
        assert!(set.pages > 2);
        assert_eq!(text.matches("900417").count(), asked);
    }
}
