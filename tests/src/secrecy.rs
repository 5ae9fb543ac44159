//! No word of the data in any file but the case's ciphers, open, locked or killed.

use crate::ctl::Desk;
use crate::made_up;
use aho_corasick::AhoCorasick;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The word as the forms a file could hold it in: any case, UTF-8, UTF-16 either way.
fn forms(word: &str) -> Vec<Vec<u8>> {
    let mut forms = Vec::new();
    for one in [word.to_owned(), word.to_lowercase(), word.to_uppercase()] {
        forms.push(one.encode_utf16().flat_map(u16::to_le_bytes).collect());
        forms.push(one.encode_utf16().flat_map(u16::to_be_bytes).collect());
        forms.push(one.into_bytes());
    }
    forms
}

/// Files below `folder` that hold, or are named for, one of the words.
pub fn telling_files(folder: &Path, words: &[&str]) -> Vec<String> {
    let forms = words.iter().flat_map(|word| forms(word));
    let mut told = Vec::new();
    search(folder, &AhoCorasick::new(forms).unwrap(), &mut told);
    told
}

fn search(folder: &Path, forms: &AhoCorasick, told: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().as_encoded_bytes().to_owned();
        if path.is_dir() {
            search(&path, forms, told);
        }
        if forms.is_match(&name) || fs::read(&path).is_ok_and(|bytes| forms.is_match(&bytes)) {
            told.push(path.display().to_string());
        }
    }
}

/// Words of the case itself, beside those of its data.
pub fn words() -> Vec<&'static str> {
    let mut words = made_up::TELLTALES.to_vec();
    words.extend([
        "Brackenbury",
        "OCC/2026/0147",
        "Second opinion",
        "screenshot-of-zanzi",
        "Ottoline",
    ]);
    words
}

#[test]
fn no_file_tells_a_word_of_the_data() {
    let desk = Desk::new();
    let case = desk.new_case("case");
    case.import(&made_up::good(40));
    let rows = case.accounts();
    let account = crate::ctl::id(&rows[0]);
    case.attach(
        account,
        "screenshot-of-zanzi.txt",
        "Zanzibarbelle offers garantili".repeat(500).as_bytes(),
    );
    case.refer(account);
    case.run("accounts", &["--search", "gomone"]).lines();
    let copies = desk.path("kept");
    fs::create_dir(&copies).unwrap();
    for name in ["import.csv", "screenshot-of-zanzi.txt"] {
        fs::rename(desk.path(name), copies.join(name)).unwrap();
    }
    assert!(
        !telling_files(&copies, &words()).is_empty(),
        "the search itself must find what is there"
    );
    for folder in [case.place.clone(), desk.path("home"), desk.path("tmp")] {
        assert_eq!(telling_files(&folder, &words()), Vec::<String>::new());
    }
}
