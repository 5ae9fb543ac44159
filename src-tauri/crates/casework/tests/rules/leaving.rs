//! What a draft leaves the case as.

use crate::bench::Bench;
use breakwater_casework::evidence::attach::{self, Attach};
use breakwater_casework::{Quiet, referral};
use breakwater_model::assessment::Decision;
use breakwater_model::referral::{EditReferralRequest, ReferralFormat, ReferralView};
use std::io::Read;

const FILE: &str = "Platform,Link\ntiktok,https://www.tiktok.com/@udhetim_angli.24\n";

/// A draft of one account whose exhibit is a file that an officer gave a telling name.
fn drafted(bench: &Bench) -> ReferralView {
    bench.import(FILE);
    let account = bench.one();
    bench.decide(account, Decision::Refer);
    let request = Attach {
        account,
        files: vec![bench.file("Operation Harbour informant.TXT", "an advert in words")],
        source_url: None,
        captured_at: None,
        method: None,
        warnings: vec![],
    };
    attach::attach(&bench.session, &request, &Quiet, &mut |_| {}).unwrap();
    let draft = bench.draft(account).unwrap();
    let item = &draft.items[0];
    let request = EditReferralRequest {
        referral: draft.id,
        item: Some(item.id),
        field: "exhibits".into(),
        value: item.exhibits[0].number.clone(),
    };
    referral::edit::edit(&bench.session, &request).unwrap()
}

fn written(bench: &Bench, draft: &ReferralView, format: ReferralFormat) -> Vec<u8> {
    let out = bench.folder.path().join("out");
    let logged = bench.entries("referral-exported").len();
    let told = referral::export::export(&bench.session, draft.id, format, &out).unwrap();
    assert!(told.draft);
    let is_paged = matches!(format, ReferralFormat::Pdf | ReferralFormat::Txt);
    assert_eq!(told.pages.is_some(), is_paged);
    assert_eq!(bench.entries("referral-exported").len(), logged + 1);
    std::fs::read(out).unwrap()
}

fn has(bytes: &[u8], words: &str) -> bool {
    bytes
        .windows(words.len())
        .any(|window| window == words.as_bytes())
}

/// A mail without the bytes it carries, which hold every short word in their 64 signs sooner or later.
fn without_base64(text: &str) -> String {
    let is_bytes = |line: &&str| {
        let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=');
        line.len() >= 40 && line.chars().all(is_sign)
    };
    let lines: Vec<&str> = text.lines().filter(|line| !is_bytes(line)).collect();
    lines.join("\n")
}

#[test]
fn a_draft_leaves_in_every_form_and_says_so() {
    let bench = Bench::new();
    let draft = drafted(&bench);
    let pdf = written(&bench, &draft, ReferralFormat::Pdf);
    assert!(pdf.starts_with(b"%PDF-1.7"));
    for format in [
        ReferralFormat::Txt,
        ReferralFormat::Csv,
        ReferralFormat::Eml,
    ] {
        let bytes = written(&bench, &draft, format);
        assert!(has(&bytes, "DRAFT, NOT APPROVED"));
        let read = without_base64(&String::from_utf8_lossy(&bytes));
        for secret in ["T/1", "Test sweep", "Harbour", "R-001"] {
            assert!(!read.contains(secret), "{format:?}: {secret}");
        }
    }
    let eml = written(&bench, &draft, ReferralFormat::Eml);
    assert!(has(&eml, "application/pdf") && has(&eml, "text/csv"));
    assert!(!has(&eml, "\r\nTo: "));
}

#[test]
fn exhibits_leave_under_their_number_with_a_manifest() {
    let bench = Bench::new();
    let draft = drafted(&bench);
    let bytes = written(&bench, &draft, ReferralFormat::Zip);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let number = draft.items[0].exhibits[0].number.replace('/', "-");
    let names: Vec<String> = zip
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    assert_eq!(
        names,
        [
            "DRAFT, NOT APPROVED.txt",
            &format!("{number}.txt"),
            "SHA256SUMS"
        ]
    );
    let mut words = String::new();
    zip.by_name(&names[1])
        .unwrap()
        .read_to_string(&mut words)
        .unwrap();
    assert_eq!(words, "an advert in words");
    let mut sums = String::new();
    zip.by_name("SHA256SUMS")
        .unwrap()
        .read_to_string(&mut sums)
        .unwrap();
    let sha256 = draft.items[0].exhibits[0].sha256.as_deref().unwrap();
    assert!(
        sums.contains(&format!("{sha256}  {number}.txt\n")),
        "{sums}"
    );
}
