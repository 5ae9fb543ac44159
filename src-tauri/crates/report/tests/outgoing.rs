//! The letter and the ZIP, read back by the programs that whoever receives them uses.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failed helper of a test is the report"
)]

mod made_up;

use breakwater_model::referral::ReferralView;
use breakwater_report::template::Texts;
use breakwater_report::{
    Attachment, ExhibitsZip, Letter, Packed, Standing, referral_eml, referral_text,
};
use made_up::{MARKING, at, six};
use mail_parser::{MessageParser, MimeHeaders};
use std::io::{Read, Write};
use std::process::Command;

const CSV: &[u8] = "\u{feff}a,b\r\n\"x\ny\",رحلة\r\n".as_bytes();
const ID: &str = "0192f0c1@breakwater.invalid";

fn eml(referral: &ReferralView, standing: Standing) -> Vec<u8> {
    let letter = Letter {
        message_id: ID,
        at: at("2026-11-23T10:00:00Z"),
        attachments: &[
            Attachment {
                name: "NB-7K2Q-031.pdf",
                media: "application/pdf",
                bytes: b"%PDF-1.7\r\n\0\xff--part",
            },
            Attachment {
                name: "رحلة \"1\"/items.csv",
                media: "text/csv",
                bytes: CSV,
            },
        ],
    };
    referral_eml(referral, MARKING, standing, &letter, &Texts::default()).unwrap()
}

#[test]
fn a_letter_is_read_back_as_it_was_written() {
    let mut referral = six();
    referral.addressee = Some("law-enforcement@tiktok.example".to_owned());
    let bytes = eml(&referral, Standing::Approved);
    let message = MessageParser::default().parse(&bytes).unwrap();
    assert_eq!(message.subject(), Some("NB-7K2Q-031"));
    assert_eq!(message.message_id(), Some(ID));
    assert_eq!(message.date().unwrap().to_rfc3339(), "2026-11-23T10:00:00Z");
    let to = message.to().unwrap().first().unwrap();
    assert_eq!(to.address(), Some("law-enforcement@tiktok.example"));
    let from = message.from().unwrap().first().unwrap();
    assert_eq!(from.address(), Some("referrals@occ.example"));
    assert_eq!(from.name(), Some("Online Communications Centre"));
    let text = referral_text(
        &referral,
        MARKING,
        at("2026-11-23T10:00:00Z"),
        Standing::Approved,
        &Texts::default(),
    )
    .unwrap();
    let body = message.body_text(0).unwrap().replace("\r\n", "\n");
    assert_eq!(body, text);
    let attached: Vec<(&str, &[u8])> = message
        .attachments()
        .map(|part| (part.attachment_name().unwrap(), part.contents()))
        .collect();
    assert_eq!(attached.len(), 2);
    assert_eq!(
        attached[0],
        ("NB-7K2Q-031.pdf", b"%PDF-1.7\r\n\0\xff--part".as_slice())
    );
    assert_eq!(attached[1], ("رحلة -1--items.csv", CSV));
}

#[test]
fn a_draft_is_addressed_to_nobody_and_says_so() {
    let mut referral = six();
    referral.addressee = Some("law-enforcement@tiktok.example".to_owned());
    let bytes = eml(&referral, Standing::Draft);
    let message = MessageParser::default().parse(&bytes).unwrap();
    assert!(message.to().is_none());
    assert_eq!(message.subject(), Some("NB-7K2Q-031 (DRAFT, NOT APPROVED)"));
    assert!(
        message
            .body_text(0)
            .unwrap()
            .contains("DRAFT, NOT APPROVED")
    );
    assert!(String::from_utf8_lossy(&bytes).contains("X-Unsent: 1\r\n"));
}

#[test]
fn no_field_of_a_referral_writes_a_header() {
    let mut referral = six();
    referral.outside_reference = "NB\r\nBcc: a@b.example\u{2028}".to_owned();
    referral.from = Some("Unit\r\nBcc: a@b.example".to_owned());
    referral.officer.email = Some("a@b.example>\r\nBcc: <a@b.example".to_owned());
    referral.addressee = Some("TikTok Information Technologies UK Ltd".to_owned());
    let bytes = eml(&referral, Standing::Approved);
    let message = MessageParser::default().parse(&bytes).unwrap();
    assert!(message.bcc().is_none());
    assert!(message.to().is_none());
    assert!(message.from().is_none());
    let head = String::from_utf8_lossy(&bytes);
    let head = head.split_once("\r\n\r\n").unwrap().0;
    assert!(!head.lines().any(|line| line.starts_with("Bcc")), "{head}");
}

#[test]
fn the_same_letter_gives_the_same_bytes_and_tells_nothing_of_the_machine() {
    let bytes = eml(&six(), Standing::Approved);
    assert_eq!(bytes, eml(&six(), Standing::Approved));
    let head = String::from_utf8_lossy(&bytes).into_owned();
    let head: Vec<&str> = head.split_once("\r\n\r\n").unwrap().0.lines().collect();
    let names: Vec<&str> = head
        .iter()
        .filter(|line| !line.starts_with([' ', '\t']))
        .map(|line| line.split_once(':').unwrap().0)
        .collect();
    let expected = [
        "Date",
        "Message-ID",
        "Subject",
        "X-Unsent",
        "From",
        "MIME-Version",
        "Content-Type",
    ];
    assert_eq!(names, expected);
}

const FILES: [(&str, &[u8]); 4] = [
    ("4417/14.png", b"\x89PNG picture"),
    ("4417/15.PNG", b""),
    ("4417/14.PNG", b"another"),
    ("CON", b"device"),
];

fn packed(standing: Standing) -> (Vec<u8>, Vec<Packed>) {
    let mut bytes = Vec::new();
    let mut zip = ExhibitsZip::new(&mut bytes, MARKING, standing).unwrap();
    for (name, content) in FILES {
        zip.begin(name).unwrap();
        for part in content.chunks(3) {
            zip.write_all(part).unwrap();
        }
    }
    let packed = zip.finish().unwrap();
    (bytes, packed)
}

fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|index| {
            let mut file = zip.by_index(index).unwrap();
            assert_eq!(file.last_modified(), Some(zip::DateTime::DEFAULT));
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            (file.name().unwrap().into_owned(), content)
        })
        .collect()
}

#[test]
fn exhibits_are_packed_under_safe_names_and_the_first_file_says_what_they_are() {
    let (bytes, packed) = packed(Standing::Draft);
    let files = unpacked(&bytes);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let expected = [
        "DRAFT, NOT APPROVED.txt",
        "4417-14.png",
        "4417-15.PNG",
        "4417-14-2.PNG",
        "_CON",
        "SHA256SUMS",
    ];
    assert_eq!(names, expected);
    for ((_, content), (_, expected)) in files[1..5].iter().zip(FILES) {
        assert_eq!(content, expected);
    }
    assert!(
        String::from_utf8_lossy(&files[0].1)
            .starts_with("OFFICIAL-SENSITIVE\nDRAFT, NOT APPROVED\n")
    );
    assert_eq!(packed.len(), 5);
    assert_eq!(packed[1].bytes, FILES[0].1.len() as u64);
}

#[test]
fn approved_exhibits_say_nothing_of_a_draft() {
    let (bytes, _) = packed(Standing::Approved);
    let files = unpacked(&bytes);
    assert_eq!(files[0].0, "MARKING.txt");
    for (_, content) in files {
        assert!(!String::from_utf8_lossy(&content).contains("DRAFT"));
    }
}

#[test]
fn the_stock_program_agrees_with_the_manifest_and_sees_a_changed_byte() {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in unpacked(&packed(Standing::Draft).0) {
        std::fs::write(folder.path().join(name), content).unwrap();
    }
    let check = || {
        Command::new("sha256sum")
            .args(["--strict", "-c", "SHA256SUMS"])
            .current_dir(folder.path())
            .output()
            .unwrap()
    };
    let agreed = check();
    assert!(agreed.status.success(), "{agreed:?}");
    assert_eq!(
        String::from_utf8_lossy(&agreed.stdout)
            .matches(": OK")
            .count(),
        5
    );
    std::fs::write(folder.path().join("4417-15.PNG"), b"x").unwrap();
    assert!(!check().status.success());
}

#[test]
fn the_same_exhibits_give_the_same_bytes() {
    assert_eq!(packed(Standing::Draft).0, packed(Standing::Draft).0);
}

#[test]
fn a_place_that_fails_is_an_error_and_no_zip() {
    struct Full(usize);
    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0 = self
                .0
                .checked_sub(bytes.len())
                .ok_or(std::io::ErrorKind::StorageFull)?;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    assert!(
        ExhibitsZip::new(Full(10), MARKING, Standing::Draft)
            .and_then(ExhibitsZip::finish)
            .is_err()
    );
    assert!(
        ExhibitsZip::new(Full(10_000), MARKING, Standing::Draft)
            .and_then(ExhibitsZip::finish)
            .is_ok()
    );
}
