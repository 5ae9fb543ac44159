//! A register of 200, and a newsroom planted under a new handle among 10,000 rows.

use crate::ctl::{Case, Desk, REFUSED, id};
use serde_json::Value;
use std::fmt::Write as _;

const ROWS: usize = 10_000;
const NEWSROOM_ID: &str = "7312004599172456";

fn register() -> String {
    let mut text = String::from("key_or_url,list,owner,contact,expires,note\n");
    for number in 0..197 {
        let list = ["protected", "ask-first", "already-referred", "never-links"][number % 4];
        writeln!(
            text,
            "https://www.tiktok.com/@listed_{number},{list},Owner {number},,,"
        )
        .unwrap();
    }
    writeln!(
        text,
        "https://www.tiktok.com/@tide.news,protected,Tide News,desk@tide.example,,\n\
         tiktok:#{NEWSROOM_ID},protected,Tide News,desk@tide.example,31/12/2099,changes its handle\n\
         +44 7700 900148,protected,Sea Help,duty@sea.example,,"
    )
    .unwrap();
    text
}

fn flagged() -> String {
    let mut text = String::from("platform,handle,id,bio\n");
    for number in 0..ROWS {
        if number == 8_123 {
            writeln!(
                text,
                "tiktok,tide_live_24,{NEWSROOM_ID},News from the coast"
            )
            .unwrap();
        } else if number == 9_001 {
            writeln!(
                text,
                "instagram,boats_{number},,Ring 0044 7700 900148 if in danger"
            )
            .unwrap();
        } else {
            writeln!(
                text,
                "tiktok,boats_{number},{},Leaves daily",
                7_400_000_000_000_000 + number
            )
            .unwrap();
        }
    }
    text
}

/// The hits of the account with this handle: list, and by what it was met.
fn met(account: &Value) -> Vec<(&str, &str)> {
    let hits = account["registers"].as_array().unwrap();
    hits.iter()
        .map(|hit| {
            (
                hit["list"].as_str().unwrap(),
                hit["matched_by"].as_str().unwrap(),
            )
        })
        .collect()
}

/// Every count of an import, read first.
fn counts(told: &Value) -> [u64; 6] {
    [
        "read",
        "created",
        "updated",
        "unchanged",
        "merged",
        "rejected",
    ]
    .map(|name| told[name].as_u64().unwrap())
}

fn find(case: &Case<'_>, handle: &str) -> Value {
    let rows = case.run("accounts", &["--search", handle]).lines();
    let found = rows.iter().find(|row| row["handle"] == handle).unwrap();
    case.run("account", &[id(found)]).json()
}

/// The register is taken in twice; gives its first batch.
fn take_twice(case: &Case<'_>) -> String {
    let list = case.desk.write("register.csv", register());
    let list = list.to_str().unwrap();
    let take = |more: &[&str]| {
        let call = [&[list, "--kind", "register"], more].concat();
        case.run("import", &call).json()
    };
    let dry = take(&["--dry-run"]);
    assert_eq!(counts(&dry), [200, 200, 0, 0, 0, 0]);
    assert!(dry["batch"].is_null());
    let taken = take(&[]);
    assert_eq!(counts(&taken), counts(&dry));
    let again = counts(&take(&[]));
    assert_eq!(
        again,
        [200, 0, 0, 200, 0, 0],
        "the same file again changes nothing"
    );
    taken["batch"].as_str().unwrap().to_owned()
}

#[track_caller]
fn assert_refused(case: &Case<'_>, account: &str) {
    case.refer(account);
    let call = ["--platform", "tiktok", "--accounts", account];
    let answer = case.run("referral-draft", &call);
    assert_eq!(answer.code, REFUSED, "{}", answer.stderr);
    let error = answer.error();
    assert_eq!(error["rule"], "protected-register");
    for part in ["protected", "Tide News", "desk@tide.example"] {
        assert!(error["message"].as_str().unwrap().contains(part), "{error}");
    }
}

#[track_caller]
fn assert_pasted(case: &Case<'_>) {
    let text = "https://www.tiktok.com/@tide_live_24 https://www.tiktok.com/@listed_1 @boats_17";
    let pasted = case.run("paste", &[text]).lines();
    let told: Vec<_> = pasted
        .iter()
        .map(|link| {
            let list = link["register"].as_str().unwrap_or_default();
            (link["known"].as_bool().unwrap(), list)
        })
        .collect();
    assert_eq!(
        told,
        [(true, "protected"), (false, "ask-first"), (true, "")]
    );
}

#[test]
fn a_planted_newsroom_is_found_by_its_id_and_refused() {
    let desk = Desk::new();
    let case = desk.new_case("case");
    let batch = take_twice(&case);
    assert_eq!(case.import(&flagged())["created"], ROWS);
    let newsroom = find(&case, "tide_live_24");
    assert_eq!(met(&newsroom), [("protected", "id")]);
    assert_eq!(met(&find(&case, "boats_9001")), [("protected", "phone")]);
    assert!(met(&find(&case, "boats_17")).is_empty());
    let account = newsroom["id"].as_str().unwrap();
    assert_refused(&case, account);
    assert_pasted(&case);

    let undone = case.run("import-undo", &[batch.as_str()]).json();
    assert_eq!(undone["removed"], 200);
    assert!(met(&find(&case, "tide_live_24")).is_empty());
    let call = ["--platform", "tiktok", "--accounts", account];
    case.run("referral-draft", &call).json();
    assert_eq!(case.verify().code, 0);
}
