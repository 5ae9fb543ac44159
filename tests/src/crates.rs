//! Who may know whom among the crates.

use crate::project::{ending, files, is_aside, metadata, none, text};
use std::collections::BTreeMap;

/// Each crate and the crates of ours that it may name.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("breakwater-model", &[]),
    ("breakwater-text", &["breakwater-model"]),
    (
        "breakwater-casefile",
        &["breakwater-model", "breakwater-text"],
    ),
    (
        "breakwater-machine",
        &["breakwater-casefile", "breakwater-model"],
    ),
    ("breakwater-media", &["breakwater-model"]),
    ("breakwater-report", &["breakwater-model"]),
    ("breakwater-decoder", &["breakwater-media"]),
    (
        "breakwater-casework",
        &[
            "breakwater-casefile",
            "breakwater-media",
            "breakwater-model",
            "breakwater-report",
            "breakwater-text",
        ],
    ),
    (
        "breakwater-cli",
        &[
            "breakwater-casework",
            "breakwater-machine",
            "breakwater-model",
        ],
    ),
    (
        "breakwater",
        &[
            "breakwater-casework",
            "breakwater-machine",
            "breakwater-model",
        ],
    ),
    (
        "breakwater-bench",
        &[
            "breakwater-casework",
            "breakwater-machine",
            "breakwater-model",
        ],
    ),
    ("breakwater-tests", &[]),
];

/// Names of the packages each crate of the workspace depends on, development ones aside.
fn dependencies() -> BTreeMap<String, Vec<String>> {
    let metadata = metadata(&["--no-deps"]);
    let packages = metadata["packages"].as_array().unwrap();
    packages
        .iter()
        .map(|package| {
            let names = package["dependencies"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|dependency| dependency["kind"].as_str() != Some("dev"))
                .map(|dependency| dependency["name"].as_str().unwrap().to_owned())
                .collect();
            (package["name"].as_str().unwrap().to_owned(), names)
        })
        .collect()
}

/// Crates that name `package`.
fn who_names(package: &str) -> Vec<String> {
    dependencies()
        .into_iter()
        .filter(|(_, names)| names.iter().any(|name| name == package))
        .map(|(name, _)| name)
        .collect()
}

#[test]
fn every_crate_of_the_workspace_has_its_rule() {
    let members: Vec<String> = dependencies().into_keys().collect();
    let mut ruled: Vec<&str> = MAY_KNOW.iter().map(|(name, _)| *name).collect();
    ruled.sort_unstable();
    assert_eq!(members, ruled);
}

#[test]
fn no_crate_knows_one_it_may_not() {
    let mut faults = Vec::new();
    for (name, names) in dependencies() {
        let allowed = MAY_KNOW
            .iter()
            .find(|(of, _)| *of == name)
            .map_or(&[][..], |(_, may)| may);
        faults.extend(
            names
                .iter()
                .filter(|one| one.starts_with("breakwater") && !allowed.contains(&one.as_str()))
                .map(|one| format!("{name} names {one}")),
        );
    }
    none(&faults, "an arrow that ARCHITECTURE.md does not draw");
}

#[test]
fn only_the_shell_names_tauri() {
    assert_eq!(who_names("tauri"), ["breakwater"]);
}

#[test]
fn only_casefile_names_the_database() {
    assert_eq!(who_names("rusqlite"), ["breakwater-casefile"]);
}

#[test]
fn only_casefile_names_age() {
    assert_eq!(who_names("age"), ["breakwater-casefile"]);
}

#[test]
fn the_decoder_cannot_reach_the_case() {
    let graph = metadata(&["--filter-platform", "x86_64-unknown-linux-gnu"]);
    let reached = crate::offline::reached_from(&graph, "breakwater-decoder");
    for forbidden in [
        "tauri",
        "rusqlite",
        "age",
        "breakwater-casefile",
        "breakwater-casework",
    ] {
        assert!(
            !reached.contains(forbidden),
            "breakwater-decoder reaches {forbidden}"
        );
    }
}

#[test]
fn the_clock_comes_in_from_outside() {
    let mut faults = Vec::new();
    for path in files("src-tauri/crates") {
        let is_edge = ["/crates/cli/", "/crates/decoder/", "/crates/machine/"]
            .iter()
            .any(|edge| path.contains(edge));
        if ending(&path) != "rs" || is_aside(&path) || is_edge {
            continue;
        }
        for (number, line) in text(&path).unwrap().lines().enumerate() {
            if ["SystemTime::now", "Utc::now", "Local::now"]
                .iter()
                .any(|one| line.contains(one))
            {
                faults.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    none(
        &faults,
        "the wall clock is read where only a handed-in clock may be",
    );
}
