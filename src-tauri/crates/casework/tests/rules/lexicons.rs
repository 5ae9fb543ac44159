//! Lexicons of a unit: versions, files, thresholds, and everything scored again.

use crate::bench::Bench;
use breakwater_casework::{Error, Quiet, lexicon};
use breakwater_model::assessment::Decision;
use breakwater_model::indicator::Band;
use breakwater_model::lexicon::{LexiconChangeRequest, TermChange, TermView};
use breakwater_model::list::{AccountScope, ListRequest};
use std::fs;

fn term(word: &str, category: &str, weight: i32) -> TermView {
    TermView {
        term: word.into(),
        category: category.into(),
        meaning: "made up for a test".into(),
        weight,
        source: String::new(),
        date: String::new(),
        reviewer: String::new(),
        needs_linguist: true,
    }
}

fn change(bench: &Bench, changes: Vec<TermChange>) -> Result<(), Error> {
    lexicon::change(
        &bench.session,
        &LexiconChangeRequest {
            language: "en".into(),
            version: version(bench),
            changes,
        },
    )
}

fn version(bench: &Bench) -> String {
    let all = lexicon::all(&bench.session).unwrap();
    let english = all.into_iter().find(|one| one.language == "en").unwrap();
    english.version
}

fn add(word: TermView) -> Vec<TermChange> {
    vec![TermChange {
        before: None,
        after: Some(word),
    }]
}

fn bands(bench: &Bench) -> Vec<Band> {
    let request = ListRequest {
        scope: AccountScope::All,
        limit: 100,
        ..ListRequest::default()
    };
    let list = breakwater_casework::account::list::list(&bench.session, &request).unwrap();
    list.rows.iter().map(|row| row.band).collect()
}

const FILE: &str = "platform,handle,bio\ntiktok,one,marzipan from £900 call +44 7700 900417\n";

#[test]
fn a_term_of_the_unit_makes_a_version_scores_again_and_can_be_put_back() {
    let bench = Bench::new();
    bench.import(FILE);
    assert_eq!(bands(&bench), [Band::Low]);
    let came = version(&bench);
    change(&bench, add(term("marzipan", "transport", 9))).unwrap();
    assert_ne!(version(&bench), came);
    assert!(!lexicon::state(&bench.session).unwrap().is_level);
    let moves = lexicon::score_anew(&bench.session, &Quiet).unwrap();
    assert_eq!((moves.scored, moves.up, moves.down), (1, 1, 0));
    assert_eq!(moves.moved.len(), 1);
    assert!(lexicon::state(&bench.session).unwrap().is_level);
    assert!(bands(&bench)[0] > Band::Low);
    let found = lexicon::terms(&bench.session, "en").unwrap();
    let found = found.iter().find(|one| one.term == "marzipan").unwrap();
    assert_eq!(found.source, "to validate");
    assert!(!found.date.is_empty());
    assert!(lexicon::reset(&bench.session, "en").unwrap());
    assert!(!lexicon::reset(&bench.session, "en").unwrap());
    lexicon::score_anew(&bench.session, &Quiet).unwrap();
    assert_eq!((bands(&bench), version(&bench)), (vec![Band::Low], came));
}

#[test]
fn a_change_that_breaks_a_rule_of_lexicons_is_refused_whole() {
    let bench = Bench::new();
    let before = version(&bench);
    for (word, category, weight) in [
        ("a", "transport", 3),
        ("x*y", "transport", 3),
        ("marzipan", "nonsense", 3),
        ("marzipan", "transport", 11),
        ("marzipan", "against", 3),
    ] {
        let refused = change(&bench, add(term(word, category, weight)));
        assert!(
            matches!(refused, Err(Error::Invalid(_))),
            "{word} {category} {weight}"
        );
    }
    let mut both = add(term("marzipan", "transport", 3));
    both.extend(add(term("MARZIPAN", "kit", 2)));
    assert!(matches!(change(&bench, both), Err(Error::Invalid(_))));
    assert_eq!(version(&bench), before);
}

#[test]
fn a_change_made_on_another_version_is_refused() {
    let bench = Bench::new();
    let request = |version: String, word: &str| LexiconChangeRequest {
        language: "en".into(),
        version,
        changes: add(term(word, "transport", 3)),
    };
    let first = version(&bench);
    lexicon::change(&bench.session, &request(first.clone(), "marzipan")).unwrap();
    let late = lexicon::change(&bench.session, &request(first, "nougat"));
    assert!(matches!(late, Err(Error::Refused { .. })), "{late:?}");
}

#[test]
fn a_lexicon_that_was_written_is_read_back_as_it_was_and_one_with_faults_tells_them_all() {
    let bench = Bench::new();
    let file = bench.folder.path().join("en.csv");
    lexicon::save(&bench.session, "en", &file).unwrap();
    let same = lexicon::take(&bench.session, "en", &file).unwrap();
    assert_eq!((same.added, same.changed, same.removed), (0, 0, 0));
    assert!(!same.is_taken && same.faults.is_empty() && same.unchanged > 100);
    let text = fs::read_to_string(&file).unwrap();
    let more = format!("{text}marzipan,transport,made up,4,to validate,2026-11-27,,yes\n");
    fs::write(&file, &more).unwrap();
    let used = lexicon::take(&bench.session, "en", &file).unwrap();
    assert_eq!(
        (used.faults.len(), used.is_taken),
        (1, false),
        "the version stands for other terms"
    );
    fs::write(&file, more.replacen(&same.version, "unit-7", 1)).unwrap();
    assert!(
        !lexicon::preview(&bench.session, "en", &file)
            .unwrap()
            .is_taken
    );
    let taken = lexicon::take(&bench.session, "en", &file).unwrap();
    assert_eq!(
        (taken.added, taken.removed, taken.is_taken),
        (1, 0, true),
        "{:?}",
        taken.faults
    );
    assert_eq!(version(&bench), "unit-7");
    fs::write(
        &file,
        format!("{text}x*y,transport,m,4,s,2026-11-27,,\nzzz,nonsense,m,4,s,2026-11-27,,\n"),
    )
    .unwrap();
    let faulty = lexicon::take(&bench.session, "en", &file).unwrap();
    assert_eq!((faulty.faults.len(), faulty.is_taken), (2, false));
}

#[test]
fn thresholds_of_the_unit_move_accounts_between_bands() {
    let bench = Bench::new();
    bench.import(
        "platform,handle,bio\ntiktok,one,boat to England 100% safe £3500 call +44 7700 900417 tonight\n",
    );
    assert_eq!(bands(&bench), [Band::Priority]);
    lexicon::set_bands(&bench.session, 10, 200).unwrap();
    let moves = lexicon::score_anew(&bench.session, &Quiet).unwrap();
    assert_eq!((moves.up, moves.down), (0, 1));
    assert_eq!(bands(&bench), [Band::Review]);
    let state = lexicon::state(&bench.session).unwrap();
    assert_eq!((state.review_from, state.priority_from), (10, 200));
    assert!(lexicon::set_bands(&bench.session, 9, 9).is_err());
}

#[test]
fn decisions_are_held_against_bands_and_terms_each_account_once() {
    let bench = Bench::new();
    let bio = "boat to England 100% safe £3500 call +44 7700 900417 tonight";
    bench.import(&format!(
        "platform,handle,bio\ntiktok,one,{bio}\ntiktok,two,{bio}\ntiktok,three,music\n"
    ));
    let accounts = bench.accounts();
    for row in &accounts {
        bench.decide(row.id, Decision::NoAction);
    }
    let first = accounts
        .iter()
        .find(|row| row.handle.as_deref() == Some("one"));
    bench.decide(first.unwrap().id, Decision::Refer);
    let view = lexicon::calibration(&bench.session).unwrap();
    let told: Vec<(Band, u32, u32)> = view
        .bands
        .iter()
        .map(|one| (one.band, one.decided.refer, one.decided.no_action))
        .collect();
    assert_eq!(
        told,
        [
            (Band::Priority, 1, 1),
            (Band::Review, 0, 0),
            (Band::Low, 0, 1)
        ]
    );
    let boat = view
        .terms
        .iter()
        .find(|one| one.term == "boat to england")
        .unwrap();
    assert_eq!(
        (
            boat.decided.refer,
            boat.decided.no_action,
            boat.language.as_str()
        ),
        (1, 1, "en")
    );
}
