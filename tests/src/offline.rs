//! Offline by construction: nothing in the desktop graph can speak to a network.

use crate::project::metadata;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const TARGETS: &[&str] = &[
    "x86_64-unknown-linux-gnu",
    "x86_64-pc-windows-msvc",
    "aarch64-apple-darwin",
];

/// Clients of HTTP and TLS, by the names of their crates.
const BANNED: &[&str] = &[
    "attohttpc",
    "curl",
    "curl-sys",
    "h2",
    "h3",
    "hyper",
    "hyper-util",
    "isahc",
    "native-tls",
    "quinn",
    "reqwest",
    "rustls",
    "schannel",
    "security-framework",
    "surf",
    "tungstenite",
    "ureq",
];

/// What is built into a program: everything it reaches but development dependencies.
fn edges(graph: &Value) -> BTreeMap<String, Vec<String>> {
    let nodes = graph["resolve"]["nodes"].as_array().unwrap();
    nodes
        .iter()
        .map(|node| {
            let to = node["deps"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|dep| {
                    let kinds = dep["dep_kinds"].as_array().unwrap();
                    kinds
                        .iter()
                        .any(|kind| kind["kind"].as_str() != Some("dev"))
                })
                .map(|dep| dep["pkg"].as_str().unwrap().to_owned())
                .collect();
            (node["id"].as_str().unwrap().to_owned(), to)
        })
        .collect()
}

fn names(graph: &Value) -> BTreeMap<String, String> {
    let packages = graph["packages"].as_array().unwrap();
    packages
        .iter()
        .map(|one| {
            (
                one["id"].as_str().unwrap().to_owned(),
                one["name"].as_str().unwrap().to_owned(),
            )
        })
        .collect()
}

/// Names of all packages that `package` is built from.
pub fn reached_from(graph: &Value, package: &str) -> BTreeSet<String> {
    let (edges, names) = (edges(graph), names(graph));
    let start = names
        .iter()
        .find(|(_, name)| *name == package)
        .map(|(id, _)| id.clone());
    let mut open = vec![start.unwrap_or_else(|| panic!("there is no package {package}"))];
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if seen.insert(id.clone()) {
            open.extend(edges[&id].iter().cloned());
        }
    }
    seen.iter().map(|id| names[id].clone()).collect()
}

#[test]
fn no_program_can_speak_to_a_network() {
    for target in TARGETS {
        let graph = metadata(&["--filter-platform", target]);
        for program in ["breakwater", "breakwater-cli", "breakwater-decoder"] {
            let reached = reached_from(&graph, program);
            let found: Vec<&&str> = BANNED
                .iter()
                .filter(|name| reached.contains(**name))
                .collect();
            assert!(found.is_empty(), "{program} for {target} reaches {found:?}");
        }
    }
}

#[test]
fn openssl_stands_only_under_sqlcipher() {
    for target in TARGETS {
        let graph = metadata(&["--filter-platform", target]);
        let (edges, names) = (edges(&graph), names(&graph));
        let above: Vec<&str> = edges
            .iter()
            .filter(|(_, to)| to.iter().any(|id| names[id] == "openssl-sys"))
            .map(|(id, _)| names[id].as_str())
            .collect();
        assert!(
            above.iter().all(|name| *name == "libsqlite3-sys"),
            "{target}: {above:?}"
        );
    }
}
