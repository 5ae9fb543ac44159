//! Counts in = counts out, whatever the file holds.

use crate::ctl::Desk;
use crate::made_up;
use serde_json::Value;
use std::fs;

#[track_caller]
fn check_adds_up(counts: &Value, rows: u64) {
    let of = |name: &str| {
        counts[name]
            .as_u64()
            .unwrap_or_else(|| panic!("{name} in {counts}"))
    };
    assert_eq!(of("read"), rows, "{counts}");
    let told = of("created") + of("updated") + of("unchanged") + of("merged") + of("rejected");
    assert_eq!(of("read"), told, "{counts}");
}

fn numbers(counts: &Value) -> Vec<u64> {
    [
        "read",
        "created",
        "updated",
        "unchanged",
        "merged",
        "rejected",
    ]
    .iter()
    .map(|name| counts[name].as_u64().unwrap())
    .collect()
}

#[test]
fn every_row_of_a_messy_file_is_counted_once() {
    let desk = Desk::new();
    for seed in 0..4 {
        let case = desk.new_case(&format!("case-{seed}"));
        let file = desk.write("messy.csv", made_up::messy(seed, 300));
        let errors = desk.path(&format!("errors-{seed}.csv"));
        let dry = case
            .run("import", &[file.as_os_str(), "--dry-run".as_ref()])
            .json();
        check_adds_up(&dry, 300);
        assert_eq!(case.accounts().len(), 0, "a dry run writes nothing");
        let told = case
            .run(
                "import",
                &[file.as_os_str(), "--errors".as_ref(), errors.as_os_str()],
            )
            .json();
        check_adds_up(&told, 300);
        assert_eq!(
            numbers(&dry),
            numbers(&told),
            "a dry run gives the same numbers"
        );
        let created = usize::try_from(told["created"].as_u64().unwrap()).unwrap();
        assert_eq!(case.accounts().len(), created);
        let rejected = told["rejected"].as_u64().unwrap();
        assert!(rejected > 0, "the file holds rows that nobody can place");
        assert_eq!(
            rows_of(&fs::read_to_string(errors).unwrap()),
            rejected + 1,
            "a header and each rejected row"
        );
    }
}

/// Rows of a CSV, quoted line ends aside.
fn rows_of(text: &str) -> u64 {
    let mut is_quoted = false;
    let mut rows = 0;
    for character in text.trim_end().chars() {
        match character {
            '"' => is_quoted = !is_quoted,
            '\n' if !is_quoted => rows += 1,
            _ => {}
        }
    }
    rows + 1
}

#[test]
fn the_same_file_again_changes_nothing() {
    let desk = Desk::new();
    let case = desk.new_case("case");
    let file = made_up::messy(7, 200);
    let first = case.import(&file);
    let before = case.accounts();
    let again = case.import(&file);
    check_adds_up(&again, 200);
    assert_eq!(again["created"], 0);
    assert_eq!(again["updated"], 0);
    assert_eq!(again["rejected"], first["rejected"]);
    assert_eq!(before, case.accounts());
}

#[test]
fn encodings_and_delimiters_of_spreadsheets_are_found_out() {
    let desk = Desk::new();
    let text = made_up::good(10).replace("😀", "");
    let semicolons =
        "platform;handle;bio\r\ntiktok;kuqezi_1;\"Çdo natë; £4,500\"\r\ntiktok;kuqezi_2;ë\r\n";
    let tabs = semicolons.replace(';', "\t");
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let bom = ["\u{feff}".as_bytes(), text.as_bytes()].concat();
    let files: [(&str, Vec<u8>, u64); 4] = [
        ("semicolons", semicolons.into(), 2),
        ("tabs", tabs.into(), 2),
        ("utf16", utf16, 10),
        ("bom", bom, 10),
    ];
    for (name, bytes, rows) in files {
        let case = desk.new_case(name);
        let file = desk.write("in.csv", bytes);
        let told = case.run("import", &[file]).json();
        assert_eq!(
            (told["read"].as_u64(), told["created"].as_u64()),
            (Some(rows), Some(rows)),
            "{name}: {told}"
        );
    }
}
