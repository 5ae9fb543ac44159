//! Accounts of money: IBAN and addresses of crypto-currencies, only where their checksums are right.

use super::reading::Reading;
use super::resolve::Raw;
use crate::table::{cell, kept, rows};
use iban::Iban;
use sha3::{Digest, Keccak256};
use std::ops::Range;
use std::sync::LazyLock;

/// Lengths of addresses of crypto-currencies.
const ADDRESS: std::ops::RangeInclusive<usize> = 26..=90;

/// Lengths of an IBAN (ISO 13616).
const IBAN: std::ops::RangeInclusive<usize> = 15..=34;

/// How an account is checked.
enum Form {
    Base58Check(Vec<u8>),
    Segwit(&'static str),
    Eip55(&'static str),
}

static FORMS: LazyLock<Vec<(&'static str, Form)>> = LazyLock::new(|| {
    rows(include_str!("../../data/money_accounts.csv"))
        .filter_map(|row| {
            let value = kept(&row, 2);
            let form = match cell(&row, 1) {
                "base58check" => Form::Base58Check(
                    value
                        .split_whitespace()
                        .filter_map(|v| v.parse().ok())
                        .collect(),
                ),
                "segwit" => Form::Segwit(value),
                "eip55" => Form::Eip55(value),
                _ => return None,
            };
            Some((kept(&row, 0), form))
        })
        .collect()
});

/// Finds accounts of money.
pub fn find(reading: &Reading<'_>, found: &mut Vec<Raw>) {
    for range in tokens(reading.text) {
        let token = reading.text.get(range.clone()).unwrap_or_default();
        if let Some(kind) = crypto(token) {
            let rule = format!("crypto/{kind}");
            found.push(Raw::form(range, rule, format!("{kind}:{token}")));
        }
    }
    ibans(reading, found);
}

/// Rows of ASCII letters and digits as long as an address.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    for (at, byte) in text.bytes().chain([b' ']).enumerate() {
        if byte.is_ascii_alphanumeric() {
            continue;
        }
        if ADDRESS.contains(&(at - start)) {
            all.push(start..at);
        }
        start = at + 1;
    }
    all
}

/// The crypto-currency of an address with the right checksum.
fn crypto(token: &str) -> Option<&'static str> {
    if !token.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let is_right = |form: &Form| match form {
        Form::Base58Check(versions) => is_base58(token, versions),
        Form::Segwit(human) => {
            bech32::segwit::decode(token).is_ok_and(|(hrp, _, _)| hrp.to_lowercase() == *human)
        }
        Form::Eip55(before) => token.strip_prefix(before).is_some_and(is_eip55),
    };
    FORMS
        .iter()
        .find(|(_, form)| is_right(form))
        .map(|(kind, _)| *kind)
}

fn is_base58(token: &str, versions: &[u8]) -> bool {
    if !(26..=35).contains(&token.len()) {
        return false;
    }
    let decoded = bs58::decode(token).with_check(None).into_vec();
    decoded.is_ok_and(|bytes| {
        bytes.len() == 21
            && bytes
                .first()
                .is_some_and(|version| versions.contains(version))
    })
}

/// Forty hexadecimal digits, in one case or with the capitals EIP-55 wants.
fn is_eip55(hex: &str) -> bool {
    if hex.len() != 40 || !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
        return false;
    }
    let lower = hex.to_ascii_lowercase();
    if hex == lower || hex == hex.to_ascii_uppercase() {
        return true;
    }
    let hash = Keccak256::digest(lower.as_bytes());
    let nibbles = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    hex.bytes()
        .zip(nibbles)
        .all(|(b, nibble)| !b.is_ascii_alphabetic() || b.is_ascii_uppercase() == (nibble >= 8))
}

/// IBANs, in groups or not, in digits of any script.
fn ibans(reading: &Reading<'_>, found: &mut Vec<Raw>) {
    let bytes = reading.plain.as_bytes();
    let mut from = 0;
    for (at, four) in bytes.windows(4).enumerate() {
        let is_start = matches!(four, [a, b, c, d] if a.is_ascii_alphabetic()
            && b.is_ascii_alphabetic() && c.is_ascii_digit() && d.is_ascii_digit());
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        if !is_start || at < from || before.is_some_and(u8::is_ascii_alphanumeric) {
            continue;
        }
        if let Some((end, account)) = iban(bytes, at) {
            found.push(Raw::form(reading.in_original(&(at..end)), "iban", account));
            from = end;
        }
    }
}

/// The longest IBAN that begins here, and where it ends.
fn iban(bytes: &[u8], start: usize) -> Option<(usize, String)> {
    let mut account = String::new();
    let mut ends: Vec<(usize, usize)> = Vec::new();
    for (at, byte) in bytes.iter().enumerate().skip(start) {
        let next_is_part =
            |step: usize| bytes.get(at + step).is_some_and(u8::is_ascii_alphanumeric);
        if byte.is_ascii_alphanumeric() {
            account.push(char::from(byte.to_ascii_uppercase()));
            if account.len() > *IBAN.end() {
                break;
            }
            if !next_is_part(1) {
                ends.push((at + 1, account.len()));
            }
        } else if !matches!(byte, b' ' | b'-' | b'.') || !next_is_part(1) {
            break;
        }
    }
    ends.into_iter().rev().find_map(|(end, length)| {
        let account = account.get(..length)?;
        (IBAN.contains(&length) && account.parse::<Iban>().is_ok())
            .then(|| (end, account.to_owned()))
    })
}
