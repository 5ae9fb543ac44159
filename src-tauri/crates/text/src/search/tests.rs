use super::*;
use crate::fold::tests::any_text;
use breakwater_model::Instant;
use proptest::prelude::*;

fn shown(text: &str) -> Vec<(bool, Test)> {
    let read = read(text, &[]).unwrap();
    read.clauses
        .into_iter()
        .map(|clause| (clause.is_negated, clause.test))
        .collect()
}

fn terms(text: &str) -> Vec<(bool, Term)> {
    shown(text)
        .into_iter()
        .flat_map(|(is_negated, test)| match test {
            Test::Text { any, .. } => any
                .into_iter()
                .filter_map(|sought| sought.term)
                .map(|term| (is_negated, term))
                .collect::<Vec<_>>(),
            _ => Vec::new(),
        })
        .collect()
}

fn phrase(words: &[&str], is_open: bool) -> Term {
    Term::Phrase {
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        is_open,
    }
}

#[test]
fn words_are_beginnings_and_quoted_ones_are_whole() {
    let begin = |word: &str| Term::Begin(word.into());
    let word = |word: &str| Term::Word(word.into());
    for (typed, expected) in [
        (
            "boat tonight",
            vec![(false, begin("boat")), (false, begin("tonight"))],
        ),
        ("to", vec![(false, word("to"))]),
        ("to*", vec![(false, begin("to"))]),
        ("\"boat\"", vec![(false, word("boat"))]),
        (
            "\"to England\" Calais*",
            vec![
                (false, phrase(&["to", "england"], false)),
                (false, begin("calais")),
            ],
        ),
        (
            "boat -news",
            vec![(false, begin("boat")), (true, begin("news"))],
        ),
        (
            "-\"bbc news\"",
            vec![(true, phrase(&["bbc", "news"], false))],
        ),
        (
            "@udhetim_angli.24",
            vec![(false, phrase(&["udhetim", "angli", "24"], true))],
        ),
        ("“e saktë”", vec![(false, phrase(&["e", "sakte"], false))]),
        (
            "\"never closed",
            vec![(false, phrase(&["never", "closed"], false))],
        ),
        ("\"to eng\"*", vec![(false, phrase(&["to", "eng"], true))]),
        ("🚤", vec![(false, Term::Inside("🚤".into()))]),
        ("*omon*", vec![(false, Term::Inside("omon".into()))]),
        (
            "at 10:30",
            vec![(false, word("at")), (false, phrase(&["10", "30"], true))],
        ),
        ("", vec![]),
        (" - * \" ", vec![]),
    ] {
        assert_eq!(terms(typed), expected, "{typed}");
    }
}

#[test]
fn filters_take_values_and_their_negation() {
    assert_eq!(
        shown("platform:TikTok,fb -status:no-action unit:page lang:kurdish,none has:exhibit"),
        [
            (
                false,
                Test::Platform(vec!["tiktok".into(), "facebook".into()])
            ),
            (true, Test::Status(vec![AccountStatus::NoAction])),
            (false, Test::Unit(vec![Unit::Page])),
            (
                false,
                Test::Language(vec![
                    crate::language::code("kurdish").map(str::to_owned),
                    None
                ])
            ),
            (false, Test::Has(vec![Has::Exhibit])),
        ]
    );
    let place = |text: &str| match &shown(text)[0].1 {
        Test::Text { place, .. } => *place,
        _ => None,
    };
    assert_eq!(place("handle:@udhetim"), Some(Place::Handle));
    assert_eq!(place("note:\"told by phone\""), Some(Place::Note));
    assert_eq!(place("https://t.me/made_up"), None);
}

#[test]
fn dates_and_ranges_hold_their_first_and_last_moment() {
    let at = |text: &str| Instant::parse(text).unwrap();
    let now = at("2026-11-27T12:00:00Z");
    for line in "imported:2026-01..2026-03 2026-03-31T23:59:59Z 2026-04-01T00:00:00Z
        imported:2026-01..2026-03 2026-01-01T00:00:00Z 2025-12-31T23:59:59Z
        imported:>2026-10-01 2026-10-02T00:00:00Z 2026-10-01T23:59:59Z
        imported:>=2026-10-01 2026-10-01T00:00:00Z 2026-09-30T23:59:59Z
        imported:<2026-10 2026-09-30T23:59:59Z 2026-10-01T00:00:00Z
        imported:<=2026-10 2026-10-31T23:59:59Z 2026-11-01T00:00:00Z
        imported:2026 2026-12-31T23:59:59Z 2027-01-01T00:00:00Z
        imported:03/11/2026 2026-11-03T08:00:00Z 2026-11-04T00:00:00Z
        imported:..2026-10 2020-01-01T00:00:00Z 2026-11-01T00:00:00Z
        imported:7d 2026-11-21T00:00:00Z 2026-11-20T23:59:59Z
        imported:today 2026-11-27T00:00:00Z 2026-11-26T23:59:59Z
        before:2026-10-01 2026-09-30T23:59:59Z 2026-10-01T00:00:00Z
        after:2026-10-01 2026-10-02T00:00:00Z 2026-10-01T12:00:00Z"
        .lines()
    {
        let mut parts = line.split_whitespace();
        let mut part = || parts.next().unwrap();
        let (typed, within, without) = (part(), part(), part());
        let Test::Imported(spans) = &shown(typed)[0].1 else {
            panic!("{typed}");
        };
        assert!(spans[0].holds(at(within), now), "{line}");
        assert!(!spans[0].holds(at(without), now), "{line}");
    }
}

#[test]
fn what_is_no_filter_is_said_with_its_place_and_what_is_possible() {
    for (typed, start, end, possible) in [
        ("boat plattform:x", 5, 14, "platform"),
        ("گەرەنتی platform:tiktk", 17, 22, "tiktok"),
        ("status:", 0, 7, "no-action"),
        ("imported:2026-13-01", 9, 19, "2026-11-03"),
        ("unit:account,pages", 13, 18, "page"),
    ] {
        let mistakes = read(typed, &[]).unwrap_err();
        let one = &mistakes[0];
        assert_eq!((one.start, one.end), (start, end), "{typed}");
        assert!(one.possible.iter().any(|word| word == possible), "{one:?}");
    }
    assert!(read("phone:abc", &[]).is_err());
    assert!(read("platform:own-forum", &[]).is_err());
    assert!(read("platform:own-forum", &["own-forum".into()]).is_ok());
}

#[test]
fn every_spelling_of_a_number_looks_for_the_same_words_of_the_index() {
    let finds = |typed: &str, text: &str| {
        let search = read(typed, &[]).unwrap();
        let Test::Text { any, .. } = &search.clauses[0].test else {
            panic!("{typed}");
        };
        let index = tokens(text);
        let phone = any[0].phone.clone().unwrap_or_else(|| panic!("{typed}"));
        phone
            .beginnings()
            .iter()
            .any(|beginning| index.split(' ').any(|word| word.starts_with(beginning)))
    };
    let texts = [
        "Ring +44 7700 900123 now",
        "07700 900123",
        "0044 7700-900123",
        "٠٧٧٠٠ ٩٠٠١٢٣",
    ];
    let typed = [
        "+44 7700 900123",
        "07700900123",
        "07700 900 123",
        "0044 7700 900123",
        "۰۷۷۰۰ ۹۰۰۱۲۳",
        "phone:\"+44 (0)7700 900123\"",
        "phone:٠٧٧٠٠",
        "phone:7700900",
    ];
    for one in typed {
        for text in texts {
            assert!(finds(one, text), "{one} in {text}");
        }
    }
    assert!(!finds("+33 7700 900123", "+44 7700 900123"));
    assert!(!finds("+44 7700 900124", "07700 900123"));
}

#[test]
fn marks_stand_at_the_original_letters() {
    let marked = |typed: &str, place: Place, text: &str| {
        let search = read(typed, &[]).unwrap();
        let all: Vec<char> = text.chars().collect();
        marks(&search, place, text)
            .into_iter()
            .map(|(start, end)| all[start as usize..end as usize].iter().collect::<String>())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        marked("udhetim", Place::Text, "Për Udhëtim! udhëtimi"),
        ["Udhëtim", "udhëtim"]
    );
    assert_eq!(
        marked("\"bao dau\"", Place::Text, "có bảo đậu nhé"),
        ["bảo đậu"]
    );
    assert_eq!(
        marked("گەرەنتی", Place::Text, "بە گەرەنتي دەچین"),
        ["گەرەنتي"]
    );
    assert_eq!(
        marked("07700", Place::Text, "ژمارە ٠٧٧٠٠ ٩٠٠١٢٣"),
        ["٠٧٧٠٠"]
    );
    assert_eq!(
        marked("07700 900123", Place::Text, "🚤 +44 7700 900123."),
        ["+44 7700 900123"]
    );
    assert_eq!(marked("iguri", Place::Handle, "siguri_boat"), ["iguri"]);
    assert_eq!(marked("iguri", Place::Text, "siguri"), Vec::<String>::new());
    assert_eq!(marked("*iguri", Place::Text, "siguri"), ["iguri"]);
    assert_eq!(
        marked("handle:boat", Place::Text, "boat"),
        Vec::<String>::new()
    );
    assert_eq!(marked("-boat", Place::Text, "boat"), Vec::<String>::new());
}

#[test]
fn an_excerpt_shows_what_was_found() {
    let text = format!("{}\nneedle {}", "word ".repeat(60), "word ".repeat(60));
    let search = read("needle", &[]).unwrap();
    let found = excerpt(&text, &marks(&search, Place::Text, &text));
    let shown: Vec<char> = found.text.chars().collect();
    let (start, end) = found.marks[0];
    let marked: String = shown[start as usize..end as usize].iter().collect();
    assert_eq!(marked, "needle");
    assert!(shown.len() <= 161 && found.text.starts_with('…') && !found.text.contains('\n'));
    assert_eq!(excerpt("short", &[]).text, "short");
}

#[test]
fn what_can_be_typed_next_is_offered() {
    let offers = |field| match field {
        Field::Platform => ["tiktok", "telegram", "two words"]
            .map(|value| Offer {
                value: value.into(),
                label: value.to_uppercase(),
            })
            .to_vec(),
        _ => Vec::new(),
    };
    let inserted = |text: &str| {
        let cursor = u32::try_from(text.chars().count()).unwrap();
        complete(text, cursor, offers)
            .into_iter()
            .map(|one| {
                let kept: String = text.chars().take(one.start as usize).collect();
                kept + &one.insert
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(inserted("boat pla"), ["boat platform:"]);
    assert_eq!(inserted("-pla"), ["-platform:"]);
    assert_eq!(inserted("گە platform:ti"), ["گە platform:tiktok "]);
    assert_eq!(
        inserted("platform:tiktok,te"),
        ["platform:tiktok,telegram "]
    );
    assert_eq!(inserted("platform:tw"), ["platform:\"two words\" "]);
    assert_eq!(inserted("platform:").len(), 3);
    assert_eq!(inserted("boat "), Vec::<String>::new());
    assert!(inserted("s").contains(&"status:".to_owned()));
}

#[test]
fn words_of_closed_lists_are_those_of_the_domain() {
    let said = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    for (word, status) in STATUSES {
        assert_eq!(said(serde_json::to_value(status).unwrap()), word);
    }
    for (word, unit) in UNITS {
        assert_eq!(said(serde_json::to_value(unit).unwrap()), word);
    }
}

/// Searches made of what means something to one.
fn any_search() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        2 => any_text(),
        1 => prop::sample::select(vec![
            "-", "*", "\"", ":", ",", " ", "..", ">", "platform:", "status:", "imported:", "phone:",
            "handle:", "tiktok", "2026-01", "+44", "07700", "900123", "https://", "7d", "”", "-has:note",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn a_search_written_out_again_reads_as_the_same(text in any_search()) {
        if let Ok(search) = read(&text, &[]) {
            let written = search.to_string();
            let again = read(&written, &[]);
            prop_assert_eq!(again.as_ref(), Ok(&search), "{}", written);
            prop_assert_eq!(search.to_string(), written);
        }
    }

    #[test]
    fn no_text_is_too_strange_to_be_marked(typed in any_search(), text in any_text()) {
        if let Ok(search) = read(&typed, &[]) {
            let points = text.chars().count();
            let found = marks(&search, Place::Handle, &text);
            for (start, end) in &found {
                prop_assert!(start < end && *end as usize <= points);
            }
            excerpt(&text, &found);
        }
    }

    #[test]
    fn something_or_nothing_is_offered_at_every_cursor(text in any_search(), cursor in 0u32..40) {
        let offers = |_| vec![Offer { value: "a b".into(), label: String::new() }];
        for one in complete(&text, cursor, offers) {
            prop_assert!(one.start <= one.end && one.end <= cursor);
        }
    }
}
