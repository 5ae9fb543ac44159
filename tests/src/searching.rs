//! Searching with the real `breakwaterctl`: the same grammar as the window, any number of rows.

use crate::ctl::{Desk, id};
use crate::made_up;
use serde_json::Value;

const FILE: &str = "platform,handle,bio,language,first seen,source
tiktok,boat_one,Boat from ISTANBUL tonight. Ring 07700 900123,en,2026-10-02,sweep
instagram,boat_two,Udhëtim i garantuar +44 7700 900123,sq,2026-09-01,sweep
tiktok,three,گەرەنتی بە قەیاغ,ckb,,desk
facebook,four,unforgettable bảo đậu,vi,2026-11-01,desk
";

fn handles(rows: &[Value]) -> Vec<&str> {
    rows.iter()
        .map(|row| row["handle"].as_str().unwrap())
        .collect()
}

#[test]
fn the_command_line_searches_as_the_window_does() {
    let desk = Desk::new();
    let case = desk.new_case("case");
    case.import(FILE);
    for (words, expected) in [
        ("boat", vec!["boat_one", "boat_two"]),
        ("istanbul", vec!["boat_one"]),
        ("٠٧٧٠٠ ٩٠٠١٢٣", vec!["boat_one", "boat_two"]),
        ("phone:+447700900123 -lang:sq", vec!["boat_one"]),
        ("udhetim", vec!["boat_two"]),
        ("گەرەنتي", vec!["three"]),
        ("\"bao dau\"", vec!["four"]),
        ("*forget*", vec!["four"]),
        ("seen:>2026-10-01", vec!["boat_one", "four"]),
        (
            "seen:2026-09..2026-10 source:sweep",
            vec!["boat_one", "boat_two"],
        ),
        ("platform:tiktok,facebook -text:boat", vec!["three", "four"]),
    ] {
        let found = case.run("accounts", &["--search", words]).lines();
        assert_eq!(handles(&found), expected, "{words}");
    }
    let wrong = case.run("accounts", &["--search", "boat plattform:tiktok"]);
    assert_eq!(wrong.code, 2);
    let error = wrong.error();
    assert_eq!(error["code"], "invalid");
    let said = error["message"].as_str().unwrap();
    assert!(
        said.contains("sign 6") && said.contains("platform"),
        "{said}"
    );
}

#[test]
fn a_search_is_gone_on_with_after_any_of_its_rows() {
    let desk = Desk::new();
    let case = desk.new_case("case");
    case.import(&made_up::good(40));
    let search = ["--search", "has:handle -platform:x"];
    let all = case.run("accounts", &search).lines();
    assert!(all.len() > 10);
    let mut met = Vec::new();
    let mut cursor: Option<String> = None;
    loop {
        let mut call = vec![search[0], search[1], "--limit", "7"];
        if let Some(last) = &cursor {
            call.extend(["--cursor", last]);
        }
        let rows = case.run("accounts", &call).lines();
        let Some(last) = rows.last().map(|row| id(row).to_owned()) else {
            break;
        };
        cursor = Some(last);
        met.extend(rows);
    }
    assert_eq!(met, all);
}
