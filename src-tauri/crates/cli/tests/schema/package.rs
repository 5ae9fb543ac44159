//! A submission goes to another workstation and comes back signed; whatever is wrong on the way is refused.

use crate::{Desk, text};
use serde_json::json;
use std::fs;

const REFUSED: i32 = 7;
const DAMAGED: i32 = 4;

/// A case of a colleague, and a supervisor of the first.
fn make(desk: &mut Desk) {
    let new = ["new", "other", "--title", "Other", "--reference", "OTHER/1"];
    let by = ["--officer-name", "Colleague", "--officer-id", "6603"];
    let key = ["--recovery-file", "other-recovery"];
    desk.check(&[&new[..], &by, &key].concat());
    fs::write(desk.path("boss"), "eleven copper kettles on a ledge\n").unwrap();
    let invite = ["officer-invite", "case", "--officer-name", "Boss"];
    let role = ["--officer-id", "5502", "--role", "supervisor"];
    let file = ["--invitation", "boss-in", "--recovery-file", "recovery"];
    desk.check(&[&invite[..], &role, &file].concat());
    desk.check_as("boss", &["officer-join", "case", "--invitation", "boss-in"]);
    desk.check(&["package-card", "other", "--out", "card"]);
}

#[track_caller]
fn refused(desk: &Desk, call: &[&str], code: i32, why: &str) {
    let (got, _, err) = desk.call("passphrase", call);
    assert_eq!(got, code, "{call:?}: {err}");
    assert!(err.contains(why), "{err}");
}

/// Takes the package to the other case and signs it there.
fn travel(desk: &mut Desk, referral: &str, parcel: &str, answer: &str) {
    let out = [
        "package-out",
        "case",
        referral,
        "--to",
        "6603",
        "--out",
        parcel,
    ];
    let packed = desk.check(&out);
    assert_eq!(packed["outputs"], json!(4));
    let sign = ["package-approve", "other", parcel, "--out", answer];
    refused(desk, &sign, REFUSED, "package-open");
    let seen = desk.check(&["package-open", "other", parcel]);
    assert_eq!(seen["refusal"], json!(null));
    assert_eq!(text(&seen["sender"], "number"), "4417");
    assert!(text(&seen, "notice").contains("held_back_1"));
    desk.check(&sign);
}

/// Only a supervisor confirms, and only the fingerprint of the key; gives the colleague's id.
fn confirm(desk: &mut Desk) -> String {
    let list = desk.check(&["colleagues", "case"]);
    let print = text(&list, "fingerprint").to_owned();
    let confirm = ["colleague-confirm", "case", "6603", "--fingerprint"];
    refused(
        desk,
        &[&confirm[..], &[print.as_str()]].concat(),
        REFUSED,
        "supervisor",
    );
    let wrong = [&confirm[..], &["SHA256:made-up"]].concat();
    assert_eq!(desk.call("boss", &wrong).0, REFUSED);
    desk.check_as("boss", &[&confirm[..], &[print.as_str()]].concat());
    text(&list, "id").to_owned()
}

/// Bytes altered near their end.
fn alter(desk: &Desk, file: &str) {
    let mut bytes = fs::read(desk.path(file)).unwrap();
    let last = bytes.len() - 40;
    bytes[last] ^= 1;
    fs::write(desk.path("altered"), &bytes).unwrap();
}

/// The way there and back.
pub fn check(desk: &mut Desk, referral: &str) {
    make(desk);
    let nobody = [
        "package-out",
        "case",
        referral,
        "--to",
        "6603",
        "--out",
        "parcel",
    ];
    refused(desk, &nobody, 2, "no recipient");
    desk.check(&["colleague-add", "case", "--card", "card"]);
    refused(
        desk,
        &["colleague-add", "case", "--card", "card"],
        REFUSED,
        "known",
    );
    travel(desk, referral, "parcel", "answer");
    refused(
        desk,
        &["package-open", "case", "parcel"],
        REFUSED,
        "another case",
    );
    alter(desk, "parcel");
    refused(
        desk,
        &["package-open", "other", "altered"],
        DAMAGED,
        "altered",
    );
    refused(
        desk,
        &["package-in", "case", "answer"],
        REFUSED,
        "not confirmed",
    );
    let id = confirm(desk);
    refused(
        desk,
        &["package-in", "case", "parcel"],
        REFUSED,
        "another case",
    );
    alter(desk, "answer");
    refused(desk, &["package-in", "case", "altered"], DAMAGED, "altered");
    check_back(desk, referral);
    let proof = desk.check(&["referral-approval", "case", referral, "--out", "proof-2"]);
    assert_eq!(id, text(&proof, "officer"));
    let sealed = ["--format", "txt", "--out", "sealed.txt"];
    desk.check(&[&["referral-export", "case", referral][..], &sealed].concat());
    desk.check(&["colleague-remove", "case", "6603"]);
    let shown = desk.check(&["referral", "case", referral]);
    assert_eq!(shown["state"], "approved", "what was approved stays so");
}

/// An answer to what is no longer submitted is refused, and one to what is approves it.
fn check_back(desk: &mut Desk, referral: &str) {
    let why = ["--reason", "The price is read again."];
    desk.check_as(
        "guest",
        &[&["referral-return", "case", referral][..], &why].concat(),
    );
    refused(
        desk,
        &["package-in", "case", "answer"],
        REFUSED,
        "submitted",
    );
    desk.check(&["referral-submit", "case", referral]);
    refused(desk, &["package-in", "case", "answer"], REFUSED, "Version");
    travel(desk, referral, "parcel-2", "answer-2");
    let done = desk.check(&["package-in", "case", "answer-2"]);
    assert_eq!(done["state"], "approved");
    assert_eq!(text(&done, "approver"), "Colleague, 6603");
    refused(
        desk,
        &["package-in", "case", "answer-2"],
        REFUSED,
        "submitted",
    );
}
