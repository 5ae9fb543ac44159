//! What the templates that come with the program give, byte for byte: a change of a word is a change of these files.
#![allow(
    clippy::unwrap_used,
    reason = "a failed helper of a test is the report"
)]

mod made_up;

use breakwater_model::referral::{ReferralState, ReferralView};
use breakwater_report::template::Texts;
use breakwater_report::{Letter, Standing, referral_eml, referral_text};
use made_up::{MARKING, albanian, arabic, at, referral, six};
use std::fs;
use std::path::Path;

#[track_caller]
fn check(name: &str, bytes: &[u8]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
    }
    let said = fs::read(&path).unwrap();
    assert!(said == bytes, "{name} is not what is rendered now");
}

fn empty() -> ReferralView {
    ReferralView {
        policy: None,
        good_faith: false,
        title: " ".to_owned(),
        summary: String::new(),
        ..referral(ReferralState::Draft, Vec::new())
    }
}

#[test]
fn the_shipped_templates_give_the_notice_byte_for_byte() {
    let at = at("2026-11-23T10:00:00Z");
    let all = [
        (
            "two",
            referral(ReferralState::Draft, vec![albanian(), arabic()]),
        ),
        ("six", six()),
        ("empty", empty()),
    ];
    for (name, view) in all {
        for (standing, word) in [(Standing::Draft, "draft"), (Standing::Approved, "approved")] {
            let texts = Texts::default();
            let text = referral_text(&view, MARKING, at, standing, &texts).unwrap();
            check(&format!("{name}-{word}.txt"), text.as_bytes());
            let letter = Letter {
                message_id: "golden@breakwater.invalid",
                at,
                attachments: &[],
            };
            let eml = referral_eml(&view, MARKING, standing, &letter, &texts).unwrap();
            let eml = String::from_utf8(eml).unwrap().replace("\r\n", "\n");
            check(&format!("{name}-{word}.eml"), eml.as_bytes());
        }
    }
}
