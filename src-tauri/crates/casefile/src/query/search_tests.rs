//! Searches through the real index.

use super::*;
use crate::Writer;
use crate::search::Bounds;
use crate::table::account::AccountFacts;
use crate::table::post::Post;
use crate::table::translation::NewTranslation;
use crate::testing::{case, made, seen};
use breakwater_model::account::TranslationStatus;
use breakwater_model::list::AccountRow;
use breakwater_model::platform::{Platform, Unit};
use breakwater_model::{AccountId, PostId};

/// An account with everything a search can name.
fn add(w: &mut Writer<'_>, handle: &str, bio: &str) -> Result<i64> {
    add_on(w, "tiktok", handle, bio)
}

fn add_on(w: &mut Writer<'_>, platform: &str, handle: &str, bio: &str) -> Result<i64> {
    let facts = AccountFacts {
        row: 0,
        id: AccountId::from_uuid(w.uuid()),
        platform: Platform(platform.into()),
        unit: Unit::Account,
        display_name: None,
        bio: Some(bio.into()),
        language: None,
        followers: None,
        flagged_reason: None,
        source: Some("sweep".into()),
        extra: Vec::new(),
        imported_at: w.now(),
    };
    let row = w.add_account(&facts, None)?;
    let mut seen = seen(handle, None);
    seen.canonical_url = Some(format!("https://www.{platform}.com/@{handle}"));
    w.add_sighting(row, platform, &seen, None)?;
    Ok(row)
}

/// An account where dots in a handle do not count.
fn add_dotted(session: &Session) {
    session
        .write(made(), |w| add_on(w, "facebook", "made.Up.three", "-"))
        .unwrap();
}

fn with(bios: &[&str]) -> (tempfile::TempDir, Session) {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    for (number, bio) in bios.iter().enumerate() {
        session
            .write(made(), |w| add(w, &format!("made_up_{number}"), bio))
            .unwrap();
    }
    session.settle();
    (folder, session)
}

fn request(words: &str) -> ListRequest {
    ListRequest {
        search: words.into(),
        order: breakwater_model::list::AccountOrder::Imported,
        limit: 50,
        ..ListRequest::default()
    }
}

fn found(session: &Session, words: &str) -> Vec<i64> {
    all_rows(session, &request(words)).unwrap()
}

/// What is answered at once, bounds being reached at two hits, is the beginning of what is counted; also where rows are
/// first told from others, since looking at them took too long.
fn check_at_once(session: &Session, typed: &str) {
    let long = Duration::from_mins(1);
    let asked = [
        (1, false, long),
        (2, true, long),
        (50, false, long),
        (3, false, Duration::ZERO),
        (49, true, Duration::ZERO),
    ];
    for (limit, is_descending, looking) in asked {
        let pace = first::Pace {
            bounds: Bounds { hits: 1, looks: 0 },
            looking,
        };
        let request = ListRequest {
            limit,
            is_descending,
            ..request(typed)
        };
        let Some(soon) = first::at_once(session, &request, pace).unwrap() else {
            continue;
        };
        let whole = list(session, &request).unwrap();
        assert_eq!(soon.rows, whole.rows, "{typed}");
        assert!(soon.total <= whole.total, "{typed}");
        assert!(!soon.is_exact || soon.total == whole.total, "{typed}");
        let again = first::at_once(session, &request, pace).unwrap();
        assert!(again.is_none(), "asked again, it is counted");
    }
}

/// The marked part of a row's snippet.
fn shown(row: &AccountRow) -> String {
    let letters: Vec<char> = row.snippet.chars().collect();
    let marked = row.snippet_marks.first().unwrap();
    letters[marked.start as usize..marked.end as usize]
        .iter()
        .collect()
}

#[test]
fn every_spelling_finds_every_other_and_marks_what_was_written() {
    let written = [
        "Ring 07700 900123 today",
        "ژمارە ٠٧٧٠٠ ٩٠٠١٢٣",
        "گەرەنتی لەگەڵ",
        "گەرەنتي دەچین",
        "Udhëtim në Angli",
        "giá bảo đậu rẻ",
        "BOAT FROM ISTANBUL",
        "İstanbul'dan",
        "WhatsApp +44 7700 900123",
        "0044 7700 900124",
        "ask аngli_еxpress",
    ];
    let (_folder, session) = with(&written);
    for (typed, rows, marked) in [
        ("٠٧٧٠٠", vec![1, 2], "07700"),
        ("07700", vec![1, 2], "07700"),
        ("+44 7700 900123", vec![1, 2, 9], "07700 900123"),
        ("07700900123", vec![1, 2, 9], "07700 900123"),
        ("0044 7700 900123", vec![1, 2, 9], "07700 900123"),
        ("+44 7700 900124", vec![10], "0044 7700 900124"),
        ("phone:7700900", vec![1, 2, 9, 10], "07700 900123"),
        ("گەرەنتی", vec![3, 4], "گەرەنتی"),
        ("گەرەنتي", vec![3, 4], "گەرەنتی"),
        ("Udhetim", vec![5], "Udhëtim"),
        ("udhëtim", vec![5], "Udhëtim"),
        ("\"bao dau\"", vec![6], "bảo đậu"),
        ("bảo đậu", vec![6], "bảo"),
        ("istanbul", vec![7, 8], "ISTANBUL"),
        ("angli_express", vec![11], "аngli_еxpress"),
        ("ISTANBUL", vec![7, 8], "ISTANBUL"),
        ("İSTANBUL", vec![7, 8], "ISTANBUL"),
        ("ıstanbul", vec![7, 8], "ISTANBUL"),
    ] {
        check_at_once(&session, typed);
        assert_eq!(found(&session, typed), rows, "{typed}");
        let view = list(&session, &request(typed)).unwrap();
        assert_eq!(shown(&view.rows[0]), marked, "{typed}");
    }
}

#[test]
fn a_filter_looks_in_its_own_place() {
    let (_folder, session) = with(&["boat tonight", "nothing here"]);
    session
        .write(made(), |w| {
            let post = Post {
                id: PostId::from_uuid(w.uuid()),
                unit: Unit::Post,
                text: "crossing on Friday".into(),
                language: None,
                url: None,
                canonical_url: Some("https://www.tiktok.com/@made_up_1/video/77".into()),
                key: None,
                posted: None,
                imported_at: w.now(),
            };
            w.add_post(2, &post, None)?;
            w.add_note(2, "a boat was mentioned", None)?;
            w.add_translation(
                2,
                &NewTranslation {
                    post: None,
                    text: "leaves at dawn",
                    status: TranslationStatus::Gist,
                    by: "me",
                    note: None,
                },
            )
        })
        .unwrap();
    add_dotted(&session);
    session.settle();
    for (typed, rows) in [
        ("boat", vec![1, 2]),
        ("text:boat", vec![1]),
        ("note:boat", vec![2]),
        ("-note:boat", vec![1, 3]),
        ("note:boat,dawn", vec![2]),
        ("text:dawn", vec![2]),
        ("text:crossing -boat", vec![]),
        ("madeupthree", vec![3]),
        ("made.up.three", vec![3]),
        ("handle:made_up_1", vec![2]),
        ("handle:ade_up", vec![1, 2]),
        ("text:ade_up", vec![]),
        ("link:\"video 77\"", vec![2]),
        ("https://tiktok.com/@made_up_0?lang=en", vec![1]),
        ("source:sweep has:post", vec![2]),
        ("\"boat tonight\"", vec![1]),
        ("\"tonight boat\"", vec![]),
        ("\"boa\"", vec![]),
        ("boa", vec![1, 2]),
        ("boat OR nothing", vec![]),
        ("unit:account platform:tiktok lang:none", vec![1, 2]),
    ] {
        check_at_once(&session, typed);
        assert_eq!(found(&session, typed), rows, "{typed}");
    }
    let view = list(&session, &request("mentioned")).unwrap();
    assert_eq!(view.rows[0].snippet_from.as_deref(), Some("note"));
    let view = list(&session, &request("ade_up_1")).unwrap();
    assert_eq!(view.rows[0].label_marks.len(), 1);
}

#[test]
fn letters_inside_words_are_found_by_reading_on() {
    let (_folder, session) = with(&["nothing", "unforgettable", "forgetful 🚤"]);
    assert_eq!(found(&session, "forgett"), Vec::<i64>::new());
    assert_eq!(found(&session, "*forgett*"), [2]);
    assert_eq!(found(&session, "*forget* -*ful"), [2]);
    assert_eq!(found(&session, "🚤"), [3]);
    let read = read(&session, "*forget*").unwrap().unwrap();
    let test = &read.clauses[0].test;
    let searching = session.index().as_ref().unwrap().searching();
    let mut scan = scan::Scan::default();
    searching
        .within(|db| scan.go_on(db, test, Some(Duration::ZERO)))
        .unwrap();
    assert!(!scan.is_whole(), "it stops where the time is over");
    searching.within(|db| scan.go_on(db, test, None)).unwrap();
    assert!(scan.is_whole());
    assert_eq!(scan.found().rows().collect::<Vec<_>>(), [2, 3]);
    session
        .write(made(), |w| w.add_note(1, "unforgetting", None))
        .unwrap();
    session.settle();
    scan.touch(&[1]);
    searching.within(|db| scan.go_on(db, test, None)).unwrap();
    assert_eq!(scan.found().rows().collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(found(&session, "*forget*"), [1, 2, 3]);
}
