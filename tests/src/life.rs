//! The life of a case, from new to verify, with the real program.

use crate::ctl::{Case, DAMAGED, Desk, REFUSED, WRONG_PASSPHRASE, id};
use crate::made_up;
use serde_json::Value;
use std::fs;

fn statuses(rows: &[Value]) -> Vec<&str> {
    rows.iter()
        .map(|row| row["status"].as_str().unwrap())
        .collect()
}

#[test]
fn a_case_goes_from_new_to_verify() {
    let desk = Desk::new();
    let case = desk.new_case("case");
    let counts = case.import(&made_up::good(30));
    assert_eq!(counts["created"], 30);
    let rows = case.accounts();
    assert_eq!(rows.len(), 30);
    assert!(statuses(&rows).iter().all(|status| *status == "new"));

    let same: Vec<&Value> = rows
        .iter()
        .filter(|row| row["platform"] == "tiktok")
        .take(2)
        .collect();
    let (first, second) = (id(same[0]), id(same[1]));
    assert_eq!(case.refer(first)["status"], "refer");
    case.refer(second);
    let picture = made_up::bytes(1, 70_000);
    let exhibit = case.attach(first, "screen.png", &picture);
    assert_eq!(
        exhibit["sha256"].as_str().unwrap(),
        crate::secrecy::sha256(&picture)
    );

    check_referral(&case, &format!("{first},{second}"));
    check_export(&case, 30);

    let checked = case.verify().json();
    assert_eq!(checked["database"], "ok");
    assert_eq!(checked["audit"]["intact"], true);
    assert_eq!(checked["evidence"]["checked"], 1);
    assert_eq!(checked["index"]["state"], "ok");
    let entries = case.run("audit", &[] as &[&str]).lines();
    let disclosed = entries
        .iter()
        .filter(|entry| entry["operation"] == "disclosure")
        .count();
    assert_eq!(
        disclosed, 6,
        "a referral in five forms and an export left the case"
    );
}

fn check_referral(case: &Case<'_>, accounts: &str) {
    let call = ["--platform", "tiktok", "--accounts", accounts];
    let draft = case.run("referral-draft", &call).json();
    let out = case.desk.path("referral.txt");
    let place = out.to_str().unwrap();
    let call = [
        draft["referral"].as_str().unwrap(),
        "--format",
        "txt",
        "--out",
        place,
    ];
    let exported = case.run("referral-export", &call).json();
    assert_eq!(exported["draft"], true);
    assert!(
        fs::read_to_string(&out)
            .unwrap()
            .contains("DRAFT, NOT APPROVED")
    );
    check_forms(case, draft["referral"].as_str().unwrap());
}

fn check_forms(case: &Case<'_>, referral: &str) {
    for (format, start) in [
        ("pdf", "%PDF-1.7"),
        ("csv", "\u{feff}status"),
        ("eml", "Date: "),
        ("zip", "PK"),
    ] {
        let out = case.desk.path(&format!("referral.{format}"));
        let call = [referral, "--format", format, "--out", out.to_str().unwrap()];
        let exported = case.run("referral-export", &call).json();
        assert_eq!(exported["draft"], true);
        assert_eq!(exported["pages"].is_u64(), format == "pdf");
        assert!(fs::read(&out).unwrap().starts_with(start.as_bytes()));
    }
}

fn check_export(case: &Case<'_>, rows: u64) {
    let (csv, told) = case.export("colleague.csv");
    let bytes = fs::read(&csv).unwrap();
    assert_eq!(told["rows"], rows);
    assert_eq!(
        told["sha256"].as_str().unwrap(),
        crate::secrecy::sha256(&bytes)
    );
    assert!(
        bytes.starts_with("\u{feff}".as_bytes()),
        "spreadsheets need the mark of UTF-8"
    );
}

#[test]
fn refer_with_an_unanswered_line_is_refused() {
    let desk = Desk::new();
    let case = desk.new_case("case");
    case.import(&made_up::good(2));
    let rows = case.accounts();
    let account = id(&rows[0]);
    let bare = case.run(
        "assess",
        &[account, "--decision", "refer", "--reason", "An offer."],
    );
    assert_eq!(bare.code, REFUSED);
    assert_eq!(bare.stdout, "");
    let error = bare.error();
    assert!(!error["missing"].as_array().unwrap().is_empty(), "{error}");

    let name = case.run("exclusions", &[] as &[&str]).lines()[0]["name"]
        .as_str()
        .unwrap()
        .to_owned();
    for answer in ["yes", "cant-tell"] {
        let file = desk.write("answers", format!("{name}={answer}\n"));
        let file = file.to_str().unwrap();
        let call = [
            "--decision",
            "refer",
            "--reason",
            "An offer.",
            "--exclusions",
            file,
        ];
        let refused = case.run("assess", &[&[account], &call[..]].concat());
        assert_eq!(refused.code, REFUSED, "{name}={answer}");
    }
}

#[test]
fn a_referral_takes_no_account_without_its_own_assessment() {
    let desk = Desk::new();
    let case = desk.new_case("case");
    case.import(&made_up::good(14));
    let rows = case.accounts();
    let same: Vec<&Value> = rows
        .iter()
        .filter(|row| row["platform"] == "tiktok")
        .collect();
    case.refer(id(same[0]));
    let both = format!("{},{}", id(same[0]), id(same[1]));
    let refused = case.run(
        "referral-draft",
        &["--platform", "tiktok", "--accounts", &both],
    );
    assert_eq!(refused.code, REFUSED, "{}", refused.stderr);
}

#[test]
fn each_way_of_not_opening_has_its_own_code() {
    let desk = Desk::new();
    let case = desk.new_case("case");
    desk.write("passphrase", "not the passphrase of anything here");
    let wrong = case.run("accounts", &[] as &[&str]);
    assert_eq!(
        (
            wrong.code,
            wrong.error()["code"].as_str().unwrap().to_owned()
        ),
        (WRONG_PASSPHRASE, "wrong-passphrase".to_owned())
    );
    assert_eq!(wrong.stdout, "");
    desk.write("passphrase", crate::ctl::PASSPHRASE);
    let none = desk.run(["accounts".as_ref(), desk.path("nowhere").as_os_str()]);
    assert_eq!(
        (none.code, none.error()["code"].as_str().unwrap().to_owned()),
        (1, "no-case".to_owned())
    );
    fs::write(case.place.join("case.json"), "{}").unwrap();
    assert_eq!(case.run("accounts", &[] as &[&str]).code, DAMAGED);
}

#[test]
fn a_cursor_goes_on_after_its_account_though_that_has_left_the_list() {
    let desk = Desk::new();
    let case = desk.new_case("case");
    case.import(&made_up::good(6));
    let rows = case.accounts();
    case.refer(id(&rows[2]));
    let after = case.run("accounts", &["--status", "new", "--cursor", id(&rows[2])]);
    assert_eq!(after.lines(), rows[3..].to_vec());
    let first = case.run("accounts", &["--cursor", id(&rows[0]), "--limit", "2"]);
    let ids = |rows: &[Value]| {
        rows.iter()
            .map(|row| id(row).to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&first.lines()), ids(&rows[1..3]));
    assert_eq!(
        case.run("accounts", &["--cursor", id(&rows[5])])
            .lines()
            .len(),
        0
    );
    let nobody = "0192f0c1-2a5b-7c3d-8e4f-5a6b7c8d9e0f";
    let error = case.run("accounts", &["--cursor", nobody]).error();
    assert_eq!(error["code"], "not-found");
}

#[test]
fn fields_of_a_referral_are_set_together_or_not_at_all() {
    let desk = Desk::new();
    let case = desk.new_case("case");
    case.import(&made_up::good(14));
    let rows = case.accounts();
    let account = id(rows.iter().find(|row| row["platform"] == "tiktok").unwrap());
    case.refer(account);
    let call = ["--platform", "tiktok", "--accounts", account];
    let draft = case.run("referral-draft", &call).json();
    let referral = draft["referral"].as_str().unwrap();
    let refused = case.run(
        "referral-set",
        &[
            referral,
            "--field",
            "summary=Kept?",
            "--field",
            "law=no-such-law",
        ],
    );
    assert_ne!(refused.code, 0);
    let entries = case.run("audit", &[] as &[&str]).lines();
    let edits = entries
        .iter()
        .filter(|entry| entry["action"] == "referral-edited");
    assert_eq!(edits.count(), 0);
}
