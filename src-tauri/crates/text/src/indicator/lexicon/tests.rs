//! Rules for a lexicon's file, and for how its terms are found.

use super::super::{Lexicons, find};
use super::*;

const HEAD: &str = "term,category,meaning,weight,source,date,reviewer,linguist\n";

fn read(rows: &str) -> Result<Lexicon, Vec<Fault>> {
    Lexicon::read(
        "sq",
        &format!("# Lexicon: Albanian. Version 7. Notes.\n{HEAD}{rows}"),
    )
}

#[track_caller]
fn check_fault(row: &str, expected: &str) {
    let faults = read(row).unwrap_err();
    let told: Vec<_> = faults.iter().map(ToString::to_string).collect();
    assert!(
        told.iter().any(|fault| fault.contains(expected)),
        "{row}: {told:?}"
    );
}

#[test]
fn a_fault_says_the_line_and_why() {
    check_fault(
        "gomone,boats,boat,3,to validate,2026-11-27,,",
        "line 3: \"boats\" is no category",
    );
    check_fault(
        "gomone,transport,boat,11,to validate,2026-11-27,,",
        "must lie from 1 to 10",
    );
    check_fault(
        "gomone,transport,boat,-2,to validate,2026-11-27,,",
        "must lie from 1 to 10",
    );
    check_fault(
        "lajme,against,news,3,to validate,2026-11-27,,",
        "from -1 to -10",
    );
    check_fault(
        "gomone,transport,boat,x,to validate,2026-11-27,,",
        "no whole number",
    );
    check_fault("gomone,transport,boat,3,,2026-11-27,,", "no source");
    check_fault("gomone,transport,,3,to validate,2026-11-27,,", "no meaning");
    check_fault(
        "gomone,transport,boat,3,to validate,27/11/2026,,",
        "no date",
    );
    check_fault(
        "gomone,transport,boat,3,to validate,2026-11-27,,maybe",
        "linguist is",
    );
    check_fault("*,transport,boat,3,to validate,2026-11-27,,", "is empty");
    check_fault("g,transport,boat,3,to validate,2026-11-27,,", "one letter");
    check_fault(
        "!!,transport,boat,3,to validate,2026-11-27,,",
        "no letter, digit or picture",
    );
    check_fault(
        "go*ne,transport,boat,3,to validate,2026-11-27,,",
        "begin or end",
    );
    check_fault(
        "gomone,transport,boat,3,to validate,2026-11-27,,\nGomonë,kit,boat,3,to validate,2026-11-27,,",
        "line 4: \"Gomonë\" stands already in line 3",
    );
    let faults = Lexicon::read("sq", "term,category\n").unwrap_err();
    assert_eq!(
        faults.first().unwrap().to_string(),
        "line 1: the column \"meaning\" is missing"
    );
}

#[test]
fn every_fault_is_told_at_once() {
    let faults = read("a,transport,x,1,s,2026-11-27,,\ngomone,x,x,1,s,2026-11-27,,\n").unwrap_err();
    assert_eq!(
        faults.iter().map(|fault| fault.line).collect::<Vec<_>>(),
        [3, 4]
    );
}

#[test]
fn written_and_read_again_it_is_the_same() {
    for lexicon in Lexicons::built_in().all() {
        let written = lexicon.write();
        let again = Lexicon::read(&lexicon.language, &written).unwrap();
        assert_eq!(&again, lexicon);
        assert_eq!(again.write(), written);
    }
    let mut lexicon =
        read("\"a, \"\"b\"\"\",transport,boat,3,to validate,2026-11-27,R. K.,yes").unwrap();
    assert_eq!(lexicon.version, "7");
    lexicon.version = "8".to_owned();
    let again = Lexicon::read("sq", &lexicon.write()).unwrap();
    assert_eq!(
        (again.version.as_str(), &again.terms),
        ("8", &lexicon.terms)
    );
}

#[test]
fn a_term_that_begins_as_a_remark_does_is_written_so_that_it_is_read_again() {
    let lexicon = read("\"#ukdream\",disguise,tag,3,to validate,2026-11-27,,yes").unwrap();
    assert_eq!(lexicon.terms.len(), 1);
    let again = Lexicon::read("sq", &lexicon.write()).unwrap();
    assert_eq!(again.terms, lexicon.terms);
}

#[track_caller]
fn check_found(term: &str, language: &str, text: &str, expected: &[&str]) {
    let rows = format!("{HEAD}{term},transport,x,3,to validate,2026-11-27,,");
    let lexicon = Lexicon::read(language, &rows).unwrap();
    let lexicons = Lexicons::new(vec![lexicon]).unwrap();
    let quotes: Vec<_> = find(text, &lexicons)
        .into_iter()
        .filter(|hit| hit.rule.starts_with("lexicon/"))
        .map(|hit| hit.quote)
        .collect();
    assert_eq!(quotes, expected, "{term} in {text}");
}

#[test]
fn terms_are_whole_words_unless_a_star_says_else() {
    check_found(
        "rrugë",
        "sq",
        "RRUGE e sigurt, rrugën, #rruge!",
        &["RRUGE", "rruge"],
    );
    check_found("rrug*", "sq", "rrugën, parrugë", &["rrug"]);
    check_found("*boat", "en", "speedboat boats", &["boat"]);
    check_found("boat", "en", "speedboat boats 2boat boat", &["boat"]);
    check_found(
        "taxi service",
        "en",
        "Taxi-Service, taxi  service, #TaxiService, taxi - service, taxiservice",
        &[
            "Taxi-Service",
            "taxi  service",
            "#TaxiService",
            "taxi - service",
        ],
    );
}

#[test]
fn arabic_words_are_found_behind_what_is_written_together_with_them() {
    check_found(
        "قارب",
        "ar",
        "القارب وبالقارب بقارب قاربنا مقارب",
        &["قارب", "قارب", "قارب"],
    );
    check_found("قارب", "ar", "قَارِب", &["قَارِب"]);
    check_found("قارب", "fa", "القارب", &[]);
    check_found("گەرەنتی", "ckb", "گەرەنتی", &["گەرەنتی"]);
    check_found(
        "می‌بریم",
        "fa",
        "می بریم، میبریم، می‌بریم",
        &["می بریم", "میبریم", "می‌بریم"],
    );
}

#[test]
fn pictures_are_found_anywhere_and_flags_only_whole() {
    check_found("🚢", "mul", "a🚢b 🚢🚢", &["🚢", "🚢🚢"]);
    check_found("🇬🇧", "mul", "🇦🇱🇬🇧 🇦🇬🇧🇪", &["🇬🇧"]);
    check_found("✈️", "mul", "✈, ✈️", &["✈", "✈\u{fe0f}"]);
}
