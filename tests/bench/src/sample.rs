//! Made-up accounts in any number, the same ones at every run.

use crate::measure::{Bench, Result, say};
use std::path::PathBuf;

const LATIN: [&str; 24] = [
    "nisje", "gomone", "siguri", "rruga", "çmimi", "natë", "Angli", "Francë", "kamion", "familje",
    "lirë", "shpejt", "boat", "tonight", "ready", "price", "contact", "brothers", "every", "day",
    "safe", "route", "London", "visa",
];
const ARABIC: [&str; 16] = [
    "رحلة",
    "يومية",
    "مضمونة",
    "قارب",
    "بريطانيا",
    "سعر",
    "تواصل",
    "الهجرة",
    "طريق",
    "آمن",
    "فرنسا",
    "غدا",
    "عائلات",
    "خصم",
    "واتساب",
    "سريع",
];

/// The same number at every run, spread over all of 64 bits.
const fn mixed(seed: u64) -> u64 {
    let mut x = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

fn word<'a>(words: &[&'a str], number: u64) -> &'a str {
    let at = usize::try_from(number % words.len() as u64).unwrap_or_default();
    words.get(at).copied().unwrap_or_default()
}

/// The text of an account: twenty words in two scripts.
pub fn bio(number: u64) -> String {
    let words: Vec<&str> = (0..20)
        .map(|at| {
            let chance = mixed(number * 32 + at);
            if at < 10 {
                word(&LATIN, chance)
            } else {
                word(&ARABIC, chance)
            }
        })
        .collect();
    words.join(" ")
}

/// Writes `rows` accounts: handle, id, address, name, a text of twenty words in two scripts.
pub fn accounts(bench: &Bench, rows: u64) -> Result<PathBuf> {
    let path = bench.path("accounts.csv");
    let mut csv = csv::Writer::from_path(&path)?;
    csv.write_record([
        "platform",
        "handle",
        "id",
        "url",
        "display name",
        "bio",
        "first seen",
    ])?;
    for number in 0..rows {
        let chance = mixed(number);
        let handle = format!(
            "{}_{}{number}",
            word(&LATIN, chance),
            word(&LATIN, chance >> 8)
        )
        .replace('ç', "c");
        csv.write_record([
            "tiktok",
            &handle.replace('ë', "e"),
            &(6_800_000_000_000_000_000_u64 + number * 7_919).to_string(),
            &format!(
                "https://www.tiktok.com/@{}?_t={:x}&_r=1",
                handle.replace('ë', "e"),
                chance
            ),
            &format!(
                "{} {}",
                word(&LATIN, chance >> 16),
                word(&ARABIC, chance >> 24)
            ),
            &bio(number),
            &format!("2026-{:02}-{:02}", 1 + chance % 10, 1 + (chance >> 32) % 28),
        ])?;
    }
    csv.flush()?;
    say(&format!(
        "{rows} accounts, {} MB",
        std::fs::metadata(&path)?.len() / 1_000_000
    ));
    Ok(path)
}

/// Writes a file of `bytes` bytes that no compression shortens.
pub fn bytes(bench: &Bench, name: &str, bytes: u64) -> Result<PathBuf> {
    use std::io::Write;
    let path = bench.path(name);
    let mut file = std::io::BufWriter::with_capacity(1 << 20, std::fs::File::create(&path)?);
    let salt = name
        .bytes()
        .fold(0, |sum, byte| mixed(sum ^ u64::from(byte)));
    for number in 0..bytes.div_ceil(8) {
        file.write_all(&mixed(salt ^ number).to_le_bytes())?;
    }
    file.into_inner()
        .map_err(std::io::IntoInnerError::into_error)?
        .sync_all()?;
    Ok(path)
}
