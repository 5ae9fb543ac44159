//! Holding and erasing by two officers, on the command line.

use crate::{Desk, text};
use serde_json::json;
use std::fs;

const REFUSED: i32 = 7;

/// An account that came in by itself is held, proposed, confirmed by another officer and certified.
pub fn check(desk: &mut Desk) {
    let file = "platform,handle,bio\nyoutube,gone.quay,Room for one\n";
    fs::write(desk.path("gone.csv"), file).unwrap();
    desk.check(&["import", "case", "gone.csv"]);
    let account = desk.check(&["accounts", "case", "--platform", "youtube"]);
    let id = text(&account, "id").to_owned();
    let due = desk.check(&["erase-due", "case"]);
    assert_eq!(due["total"], json!(0));
    let held = desk.check(&["hold", "case", &id, "--reason", "A trial is open"]);
    let ground = ["--ground", "request", "--reason", "Asked for in writing"];
    let propose = [&["erase-propose", "case", &id][..], &ground].concat();
    let (code, _, err) = desk.call("passphrase", &propose);
    assert_eq!(code, REFUSED, "{err}");
    let release = ["hold-release", "case", text(&held, "id")];
    desk.check(&[&release[..], &["--reason", "The trial is over"]].concat());
    desk.check(&["holds", "case"]);
    let rehearsed = desk.check(&["erase-dry-run", "case", &id]);
    let dropped = desk.check(&propose);
    desk.check(&["erase-drop", "case", text(&dropped, "id")]);
    let proposed = desk.check(&propose);
    let confirm = ["erase-confirm", "case", text(&proposed, "id")];
    let (code, _, err) = desk.call("passphrase", &confirm);
    assert_eq!(code, REFUSED, "{err}");
    let done = desk.check_as("guest", &confirm);
    assert_eq!(done["counts"], rehearsed["counts"]);
    assert_eq!(done["row"]["certificate"], json!(1));
    desk.check(&["erasures", "case"]);
    desk.check(&["erase-certificate", "case", "1", "--out", "erased.pdf"]);
    desk.check(&["erase-certificate", "case", "1", "--out", "erased.json"]);
    let again = desk.check(&["import", "case", "gone.csv", "--dry-run"]);
    assert_eq!(
        (&again["erased"], &again["created"]),
        (&json!(1), &json!(0))
    );
}
