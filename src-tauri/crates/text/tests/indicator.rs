//! Forms of numbers, sums, days, places and accounts of money, each with a text it is found in.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test a panic is the report"
)]

use breakwater_text::indicator::{Hit, Lexicons, find};

#[test]
fn forms_are_found_with_their_exact_words_and_what_they_say() {
    let none = Lexicons::new(Vec::new()).unwrap();
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(include_str!("indicator.csv").as_bytes());
    let mut faults = Vec::new();
    for row in reader.records() {
        let row = row.unwrap();
        let hits = find(&row[0], &none);
        let is_right = match row[1].strip_prefix('-') {
            Some(unwanted) => !hits.iter().any(|hit| is_of(hit, unwanted)),
            None => hits
                .iter()
                .any(|hit| hit.rule == row[1] && hit.quote == row[2] && hit.term == row[3]),
        };
        if !is_right {
            let told: Vec<_> = hits
                .iter()
                .map(|hit| format!("{} {:?} {:?}", hit.rule, hit.quote, hit.term))
                .collect();
            faults.push(format!("{:?} wants {:?}, found {told:?}", &row[0], &row));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn is_of(hit: &Hit, rule: &str) -> bool {
    hit.rule.split('/').next() == Some(rule)
}
