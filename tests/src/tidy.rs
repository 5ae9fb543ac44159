//! Rules for every file: its length, and what it may not name.

use crate::project::{ending, files, is_aside, none, text};

const MOST_LINES: usize = 400;

#[test]
fn no_source_file_passes_400_lines() {
    let mut faults = Vec::new();
    for path in files("") {
        let is_source = matches!(ending(&path), "rs" | "ts" | "tsx" | "css");
        if is_source && !is_aside(&path) {
            let lines = text(&path).unwrap().lines().count();
            if lines > MOST_LINES {
                faults.push(format!("{path}: {lines} lines"));
            }
        }
    }
    none(&faults, "split these before they grow further");
}

#[test]
fn nothing_points_outside_the_project() {
    let outside = [
        concat!("../", "shared"),
        concat!("../", ".library"),
        concat!("/work", "/main"),
        concat!("registry.", "npmjs"),
        concat!("static.", "crates.io"),
        concat!("index.", "crates.io"),
        concat!("files.", "pythonhosted"),
    ];
    let mut faults = Vec::new();
    for path in files("") {
        let Some(text) = text(&path) else { continue };
        for (number, line) in text.lines().enumerate() {
            if outside.iter().any(|one| line.contains(one)) {
                faults.push(format!("{path}:{}", number + 1));
            }
        }
    }
    none(&faults, "these name a place that only one machine has");
}

#[test]
fn no_loose_ends() {
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X"),
    ];
    let rust = [
        concat!("todo", "!("),
        concat!("unimplemented", "!("),
        concat!("dbg", "!("),
    ];
    let script = [
        concat!("@ts-", "ignore"),
        concat!("@ts-", "expect-error"),
        concat!("console.", "log("),
    ];
    let mut faults = Vec::new();
    for path in files("") {
        let extra: &[&str] = match ending(&path) {
            "rs" => &rust,
            "ts" | "tsx" => &script,
            _ => continue,
        };
        for (number, line) in text(&path).unwrap().lines().enumerate() {
            let is_marked = marks.iter().any(|mark| {
                line.split(|c: char| !c.is_ascii_alphanumeric())
                    .any(|word| word == *mark)
            });
            if is_marked || extra.iter().any(|one| line.contains(one)) {
                faults.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    none(&faults, "finish these or take them out");
}

#[test]
fn no_test_is_left_out() {
    let left_out = [
        concat!("#[", "ignore"),
        concat!(".", "skip("),
        concat!(".", "only("),
        concat!(" ", "xit("),
        concat!("assert!", "(true"),
    ];
    let mut faults = Vec::new();
    for path in files("") {
        let is_source = matches!(ending(&path), "rs" | "ts" | "tsx");
        if !is_source {
            continue;
        }
        for (number, line) in text(&path).unwrap().lines().enumerate() {
            let is_iterator = ending(&path) == "rs" && line.contains(concat!(".", "skip("));
            if !is_iterator && left_out.iter().any(|one| line.contains(one)) {
                faults.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    none(&faults, "a test that does not run holds no rule");
}

#[test]
fn every_telephone_number_of_the_samples_is_reserved_for_drama() {
    let mut faults = Vec::new();
    for path in files("tests/fixtures")
        .into_iter()
        .chain(files("src-tauri/crates/casework"))
    {
        let Some(text) = text(&path) else { continue };
        for (number, line) in text.lines().enumerate() {
            for (at, _) in line.match_indices("+44") {
                let digits: String = line[at..]
                    .chars()
                    .skip(3)
                    .take(14)
                    .filter(char::is_ascii_digit)
                    .collect();
                if digits.len() >= 10
                    && !digits.starts_with("7700900")
                    && !digits.starts_with("2079460")
                {
                    faults.push(format!("{path}:{}", number + 1));
                }
            }
        }
    }
    none(
        &faults,
        "Ofcom keeps +44 7700 900xxx and 020 7946 0xxx free; use those",
    );
}
