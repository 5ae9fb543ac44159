//! The project's own files, as they lie in the work tree.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Folders that hold nothing written by hand.
const NOT_OURS: &[&str] = &["target", "node_modules", "dist", ".git", "gen"];

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_path_buf()
}

/// Every file below `folder` (relative to the root), as a path from the root with `/`, sorted.
pub fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    found.sort();
    assert!(!found.is_empty(), "{folder} holds no files");
    found
}

fn walk(folder: &Path, found: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            if !NOT_OURS.contains(&name) {
                walk(&path, found);
            }
        } else {
            let relative = path.strip_prefix(root()).unwrap().to_str().unwrap();
            found.push(relative.replace('\\', "/"));
        }
    }
}

/// The text of a file of the project; `None` if it is no text.
pub fn text(path: &str) -> Option<String> {
    fs::read(root().join(path))
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
}

/// What stands after the last dot of a file's name.
pub fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// Tests, fixtures and what programs write stand aside of the rules for source files.
pub fn is_aside(path: &str) -> bool {
    let in_folder = path
        .split('/')
        .any(|part| matches!(part, "test" | "tests" | "generated" | "fixtures"));
    in_folder
        || path.ends_with(".test.ts")
        || path.ends_with(".test.tsx")
        || path.ends_with("_test.rs")
}

/// What `cargo metadata` says, with further arguments. Never goes to the network.
pub fn metadata(arguments: &[&str]) -> serde_json::Value {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .current_dir(root())
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "cargo metadata failed; `cargo fetch --locked` brings the packages of all targets:\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Fails with every line of `faults`, if there are any.
pub fn none(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule}:\n  {}", faults.join("\n  "));
}
