//! Holding and erasing by two officers, on the command line.

use crate::{Desk, text};
use serde_json::json;
use std::fs;

const REFUSED: i32 = 7;

/// A supervisor sets a period; an officer does not.
fn check_period(desk: &mut Desk) {
    fs::write(desk.path("chief"), "four slow barges on a brown canal\n").unwrap();
    let invite = ["officer-invite", "case", "--officer-name", "Chief"];
    let role = ["--officer-id", "9001", "--role", "supervisor"];
    let files = [
        "--invitation",
        "chief-invitation",
        "--recovery-file",
        "recovery",
    ];
    desk.check(&[&invite[..], &role, &files].concat());
    let join = ["officer-join", "case", "--invitation", "chief-invitation"];
    desk.check_as("chief", &join);
    let set = ["retention-set", "case", "--group", "referred"];
    let own = ["--days", "365", "--reason", "The policy of the unit"];
    let own = [&set[..], &own].concat();
    let (code, _, err) = desk.call("passphrase", &own);
    assert_eq!(code, REFUSED, "{err}");
    assert_eq!(desk.check_as("chief", &own)["days"], json!(365));
    let back = ["--as-it-comes", "--reason", "As it was"];
    let back = desk.check_as("chief", &[&set[..], &back].concat());
    assert_eq!(
        (&back["days"], &back["is_own"]),
        (&json!(2191), &json!(false))
    );
}

/// An account that came in by itself is held, proposed, confirmed by another officer and certified.
pub fn check(desk: &mut Desk) {
    let file = "platform,handle,bio\nyoutube,gone.quay,Room for one\n";
    fs::write(desk.path("gone.csv"), file).unwrap();
    desk.check(&["import", "case", "gone.csv"]);
    let account = desk.check(&["accounts", "case", "--platform", "youtube"]);
    let id = text(&account, "id").to_owned();
    let due = desk.check(&["erase-due", "case"]);
    assert_eq!(due["total"], json!(0));
    check_period(desk);
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
