//! Someone who holds the keys and goes past every crate of ours.

use crate::ctl::Case;
use rusqlite::Connection;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The keyring's text, opened with the recovery key.
pub fn keyring(case: &Case<'_>) -> String {
    let recovery = fs::read_to_string(&case.recovery).unwrap();
    let key = recovery
        .lines()
        .find(|line| line.starts_with("AGE-SECRET-KEY-1"))
        .unwrap();
    let identity: age::x25519::Identity = key.parse().unwrap();
    for slot in slots(case) {
        let bytes = fs::read(&slot).unwrap();
        let decryptor = age::Decryptor::new(&bytes[..]).unwrap();
        if decryptor.is_scrypt() {
            continue;
        }
        if let Ok(mut reader) = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity))
        {
            let mut text = String::new();
            reader.read_to_string(&mut text).unwrap();
            return text;
        }
    }
    panic!("the recovery key opens no slot");
}

/// The slot files, sorted.
pub fn slots(case: &Case<'_>) -> Vec<PathBuf> {
    files(&case.place.join("slots"))
}

/// The evidence objects, sorted.
pub fn objects(case: &Case<'_>) -> Vec<PathBuf> {
    files(&case.place.join("evidence"))
}

/// Files below a folder, sorted.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The value of a key of the keyring, as `x'…'`.
pub fn key(keyring: &str, name: &str) -> String {
    let start = format!("{name} ");
    keyring
        .lines()
        .find_map(|line| line.strip_prefix(start.as_str()))
        .unwrap()
        .to_owned()
}

/// case.db, opened to write, with everything that would stop a forger switched off.
pub fn open(case: &Case<'_>) -> Connection {
    let key = key(&keyring(case), "case-db");
    let connection = Connection::open(case.place.join("case.db")).unwrap();
    connection.pragma_update(None, "key", key).unwrap();
    let triggers: Vec<String> = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for trigger in triggers.iter().filter(|name| name.starts_with("audit")) {
        connection
            .execute_batch(&format!("DROP TRIGGER {trigger}"))
            .unwrap();
    }
    connection
}

/// Closes the database with nothing left beside it.
pub fn close(connection: Connection) {
    connection
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();
    connection.close().unwrap();
}
