//! The items of a referral as CSV, one row an item.

use crate::csv_guard::guard;
use crate::words::{other_form, rule_words, unit_words};
use crate::{Standing, when};
use breakwater_model::referral::{ItemView, ReferralView};

const COLUMNS: [&str; 21] = [
    "status",
    "marking",
    "reference",
    "item",
    "platform",
    "unit",
    "address",
    "platform_id",
    "handle",
    "handle_seen",
    "seen_live",
    "where",
    "words",
    "translation",
    "translation_by",
    "why",
    "exhibits",
    "sha256",
    "rule",
    "law",
    "canonical",
];

/// The items as CSV: UTF-8 with BOM, lines ended by CR LF, a header and one row an item. The first
/// column says `DRAFT, NOT APPROVED` on every row of a draft, else `approved`; every cell passes the
/// formula guard.
pub fn referral_csv(referral: &ReferralView, marking: &str, standing: Standing) -> Vec<u8> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    push_row(&mut bytes, COLUMNS.iter().copied());
    for item in &referral.items {
        push_row(
            &mut bytes,
            row(referral, marking, standing, item)
                .iter()
                .map(String::as_str),
        );
    }
    bytes
}

fn row(
    referral: &ReferralView,
    marking: &str,
    standing: Standing,
    item: &ItemView,
) -> [String; 21] {
    let chosen = || item.exhibits.iter().filter(|exhibit| exhibit.is_chosen);
    let numbers: Vec<&str> = chosen().map(|exhibit| exhibit.number.as_str()).collect();
    let hashes: Vec<&str> = chosen()
        .map(|exhibit| exhibit.sha256.as_deref().unwrap_or("withheld"))
        .collect();
    [
        standing.words().unwrap_or("approved").to_owned(),
        marking.to_owned(),
        referral.outside_reference.clone(),
        item.position.to_string(),
        referral.platform.to_string(),
        unit_words(item.unit, 1).to_owned(),
        item.address.clone().unwrap_or_default(),
        item.platform_id.clone().unwrap_or_default(),
        item.handle.clone().unwrap_or_default(),
        item.handle_seen
            .as_ref()
            .map(when::exact)
            .unwrap_or_default(),
        item.seen_live.as_ref().map(when::exact).unwrap_or_default(),
        item.place.clone(),
        item.words.clone(),
        item.translation.clone().unwrap_or_default(),
        item.translation_by.clone().unwrap_or_default(),
        item.why.clone(),
        numbers.join(" "),
        hashes.join(" "),
        referral.policy.as_ref().map(rule_words).unwrap_or_default(),
        referral
            .law
            .as_ref()
            .map(|law| law.label.clone())
            .unwrap_or_default(),
        other_form(item).unwrap_or_default().to_owned(),
    ]
}

fn push_row<'a>(bytes: &mut Vec<u8>, cells: impl Iterator<Item = &'a str>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            bytes.push(b',');
        }
        let cell = guard(cell);
        if cell.contains([',', '"', '\r', '\n']) {
            bytes.push(b'"');
            bytes.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
            bytes.push(b'"');
        } else {
            bytes.extend_from_slice(cell.as_bytes());
        }
    }
    bytes.extend_from_slice(b"\r\n");
}
