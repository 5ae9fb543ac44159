//! Every command's `--json` is what `src-tauri/docs/cli.schema.json` says, and every command is in it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    reason = "in a test a panic is the report"
)]

#[path = "schema/package.rs"]
mod package;
#[path = "schema/retention.rs"]
mod retention;

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use tempfile::TempDir;

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../docs/cli.schema.json")).unwrap()
}

/// What `value` breaks of `rule`, by its place; the words of JSON Schema this file uses, and no others.
fn faults(all: &Value, rule: &Value, value: &Value, place: &str) -> Vec<String> {
    if let Some(name) = rule["$ref"].as_str() {
        return faults(
            all,
            &all["$defs"][name.rsplit('/').next().unwrap()],
            value,
            place,
        );
    }
    if let Some(any) = rule["anyOf"].as_array() {
        let tried: Vec<_> = any
            .iter()
            .map(|one| faults(all, one, value, place))
            .collect();
        return if tried.iter().any(Vec::is_empty) {
            Vec::new()
        } else {
            tried.concat()
        };
    }
    let mut found = Vec::new();
    if !is_of(&rule["type"], value) {
        found.push(format!("{place}: {value} is not {}", rule["type"]));
    }
    if let Some(words) = rule["enum"]
        .as_array()
        .filter(|words| !words.contains(value))
    {
        found.push(format!("{place}: {value} is none of {words:?}"));
    }
    for item in value
        .as_array()
        .into_iter()
        .flatten()
        .filter(|_| rule["items"].is_object())
    {
        found.extend(faults(all, &rule["items"], item, &format!("{place}[]")));
    }
    if let Some(object) = value.as_object().filter(|_| rule["properties"].is_object()) {
        for (name, field) in object {
            let place = format!("{place}.{name}");
            match rule["properties"].get(name) {
                Some(rule) => found.extend(faults(all, rule, field, &place)),
                None => found.push(format!("{place} is not in the schema")),
            }
        }
        let required = rule["required"].as_array().into_iter().flatten();
        let missing = required.filter(|name| !object.contains_key(name.as_str().unwrap()));
        found.extend(missing.map(|name| format!("{place}.{name} is not there")));
    }
    found
}

fn is_of(kind: &Value, value: &Value) -> bool {
    match kind {
        Value::Null => true,
        Value::Array(kinds) => kinds.iter().any(|kind| is_of(kind, value)),
        kind => match kind.as_str().unwrap() {
            "null" => value.is_null(),
            "string" => value.is_string(),
            "number" => value.is_number(),
            "integer" => value.is_i64() || value.is_u64(),
            "boolean" => value.is_boolean(),
            "array" => value.is_array(),
            "object" => value.is_object(),
            other => panic!("{other} is not a type the test knows"),
        },
    }
}

/// A workstation with one case, and the commands that were checked on it.
struct Desk {
    folder: TempDir,
    checked: BTreeSet<String>,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(
            folder.path().join("passphrase"),
            "seven quiet lanterns over the slate\n",
        )
        .unwrap();
        fs::write(
            folder.path().join("guest"),
            "nine patient geese by a grey river\n",
        )
        .unwrap();
        Self {
            folder,
            checked: BTreeSet::new(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn call(&self, passphrase: &str, call: &[&str]) -> (i32, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_breakwaterctl"));
        command
            .current_dir(self.folder.path())
            .env("HOME", self.folder.path());
        for folder in ["XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
            command.env(folder, self.path("home"));
        }
        command
            .args(["--json", "--passphrase-file", passphrase])
            .args(call);
        let input = fs::File::open(self.path("passphrase")).unwrap();
        let output = command.stdin(Stdio::from(input)).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (
            output.status.code().unwrap(),
            text(output.stdout),
            text(output.stderr),
        )
    }

    /// Runs a command and compares each document it writes.
    #[track_caller]
    fn check_as(&mut self, passphrase: &str, call: &[&str]) -> Value {
        let (code, out, err) = self.call(passphrase, call);
        assert_eq!(code, 0, "{call:?}: {err}");
        let all = schema();
        let mut last = Value::Null;
        for value in serde_json::Deserializer::from_str(&out).into_iter::<Value>() {
            last = value.unwrap();
            let found = faults(&all, &all["$defs"][call[0]], &last, call[0]);
            assert!(found.is_empty(), "{found:#?}");
        }
        assert!(!last.is_null(), "{call:?} wrote nothing");
        self.checked.insert(call[0].to_owned());
        last
    }

    #[track_caller]
    fn check(&mut self, call: &[&str]) -> Value {
        self.check_as("passphrase", call)
    }
}

const FLAGGED: &str = "platform,handle,bio,posted,colour\n\
    tiktok,@lantern.pier,\"Every night from the pier, +44 7700 900123\",,red\n\
    instagram,slate.quay,Room for two,,blue\n,,,,\n";

const REGISTER: &str = "key_or_url,list,owner,contact,expires,note\n\
    https://www.tiktok.com/@lantern.pier,ask-first,Desk 3,desk3@unit.example,31/12/2099,ours\n\
    +44 7700 900123,never-links,,,,\n";

const PASTED: &str =
    "tiktok: @lantern.pier\nhttps://x.com/made_up_pier\nhttps://vm.tiktok.com/ZMmadeup1/";

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap()
}

fn check_making(desk: &mut Desk) {
    let new = [
        "new",
        "case",
        "--title",
        "Sweep",
        "--reference",
        "OCC/1",
        "--officer-name",
        "Ottoline B",
    ];
    desk.check(
        &[
            &new[..],
            &["--officer-id", "4417", "--recovery-file", "recovery"],
        ]
        .concat(),
    );
    let invite = [
        "officer-invite",
        "case",
        "--officer-name",
        "Guest",
        "--officer-id",
        "5501",
    ];
    desk.check(
        &[
            &invite[..],
            &["--role", "officer", "--invitation", "invitation"],
        ]
        .concat(),
    );
    desk.check_as(
        "guest",
        &["officer-join", "case", "--invitation", "invitation"],
    );
    desk.check(&[
        "officer-set",
        "case",
        "--email",
        "o.b@unit.example",
        "--reads",
        "sq,ar",
    ]);
}

/// An act is recorded and answered.
fn check_acting(desk: &mut Desk, id: &str) {
    let act = [
        "act",
        "case",
        id,
        "--action",
        "intelligence",
        "--kind",
        "other",
        "--told",
        "Desk 3",
        "--known",
        "Leaves tonight",
    ];
    assert_eq!(desk.call("passphrase", &act).0, 7, "a report is graded");
    let done = desk.check(&[&act[..], &["--grading", "2BP"]].concat());
    let answer = [
        "act-answer",
        "case",
        text(&done, "action"),
        "--answer",
        "Seen",
    ];
    assert_eq!(desk.check(&answer)["open"], json!(false));
    desk.check(&["duty-contacts", "case"]);
}

fn check_review(desk: &mut Desk) -> String {
    fs::write(desk.path("flagged.csv"), FLAGGED).unwrap();
    desk.check(&["import", "case", "flagged.csv", "--dry-run"]);
    desk.check(&["import", "case", "flagged.csv"]);
    desk.check(&["accounts", "case"]);
    let account = desk.check(&["accounts", "case", "--platform", "tiktok"]);
    let id = text(&account, "id").to_owned();
    desk.check(&["exclusions"]);
    let (_, lines, _) = desk.call("passphrase", &["exclusions"]);
    let lines = lines
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let answers: Vec<String> = lines
        .map(|line| format!("{}=no", text(&line, "name")))
        .collect();
    fs::write(desk.path("answers"), answers.join("\n")).unwrap();
    let assess = [
        "assess",
        "case",
        &id,
        "--decision",
        "refer",
        "--reason",
        "Offers a crossing for pay.",
    ];
    desk.check(&[&assess[..], &["--exclusions", "answers"]].concat());
    check_acting(desk, &id);
    check_roles(desk, &id);
    check_watch(desk, &id);
    fs::write(desk.path("words"), "Every night from the pier").unwrap();
    desk.check(&[
        "translate",
        "case",
        &id,
        "--text-file",
        "words",
        "--status",
        "gist",
        "--by",
        "A linguist",
    ]);
    id
}

fn check_roles(desk: &mut Desk, account: &str) {
    let other = desk.check(&["accounts", "case", "--platform", "instagram"]);
    let victim = [text(&other, "id"), "--role", "victim"];
    let set = [&["role-set", "case"][..], &victim, &["--rests-on", "fact"]].concat();
    desk.check(&set);
    let purpose = ["--purpose", "To answer the family"];
    let apart = desk.check(&[&["accounts", "case", "--kept-apart"][..], &purpose].concat());
    assert_eq!(text(&apart, "id"), text(&other, "id"));
    assert_eq!(
        desk.call("passphrase", &["accounts", "case", "--kept-apart"])
            .0,
        2
    );
    desk.check(&["role-set", "case", account, "--role", "suspect"]);
}

fn check_watch(desk: &mut Desk, account: &str) {
    desk.check(&["watch-factors"]);
    let (_, lines, _) = desk.call("passphrase", &["watch-factors"]);
    let answers: Vec<String> = lines
        .lines()
        .map(|line| {
            let factor: serde_json::Value = serde_json::from_str(line).unwrap();
            format!("{}=yes", factor["name"].as_str().unwrap())
        })
        .collect();
    fs::write(desk.path("factors"), answers.join("\n")).unwrap();
    let watch = ["watch", "case", account, "--purpose", "Sails tonight"];
    let by = [
        "--factors",
        "factors",
        "--decided-by",
        "Authorising officer",
    ];
    let authority = ["--authority", "DSA/7", "--expires", "2999-01-01T00:00:00Z"];
    desk.check(&[&watch[..], &by, &authority].concat());
    let seen = desk.check(&["visits", "case", account]);
    assert_eq!(seen["watch"]["is_current"], true);
    desk.check(&["watch-end", "case", account, "--reason", "Sailed"]);
    assert!(desk.check(&["visits", "case", account])["watch"].is_null());
    let over = ["--authority", "DSA/6", "--expires", "2020-01-01T00:00:00Z"];
    let (code, _, _) = desk.call("passphrase", &[&watch[..], &by, &over].concat());
    assert_eq!(code, 7);
}

fn check_second_review(desk: &mut Desk) {
    let all = ["--refer", "100", "--no-action", "100"];
    desk.check(&[&["second-review-shares", "case"][..], &all].concat());
    let (_, waits, _) = desk.call("guest", &["second-review", "case"]);
    let row = desk.check_as("guest", &["second-review", "case"]);
    assert_eq!(waits.lines().count(), 1);
    let id = text(&row, "account").to_owned();
    desk.check_as("guest", &["second-review-show", "case", &id]);
    let answer = [
        "--decision",
        "hold",
        "--reason",
        "I cannot tell from the text.",
    ];
    let answer = [&["second-review-answer", "case", &id][..], &answer].concat();
    assert_eq!(desk.call("passphrase", &answer).0, 7, "not one's own");
    let done = desk.check_as("guest", &answer);
    assert_eq!(done["first"]["decision"], "refer");
    assert_eq!(desk.call("guest", &answer).0, 7, "once");
    let agreement = desk.check(&["agreement", "case"]);
    assert_eq!(agreement["kappas"][0]["count"]["n"], 1);
    desk.check(&["disagreements", "case"]);
    let settle = [
        "second-review-settle",
        "case",
        &id,
        "--words",
        "Talked it over.",
    ];
    assert_eq!(desk.call("guest", &settle).0, 7, "not by the second");
    desk.check(&settle);
}

fn check_evidence(desk: &mut Desk, account: &str) {
    fs::write(desk.path("empty"), "").unwrap();
    let exhibit = desk.check(&["evidence-add", "case", account, "empty", "words"]);
    desk.check(&["evidence-list", "case"]);
    let exhibit = text(&exhibit, "exhibit");
    desk.check(&["evidence-export", "case", exhibit, "--out", "original"]);
    desk.check(&["account", "case", account]);
    desk.check(&[
        "evidence-stop",
        "case",
        exhibit,
        "--reason",
        "seen by mistake",
    ]);
    desk.check(&["evidence-list", "case"]);
}

fn check_giving(desk: &mut Desk, account: &str) {
    let referral = desk.check(&[
        "referral-draft",
        "case",
        "--platform",
        "tiktok",
        "--accounts",
        account,
    ]);
    let referral = text(&referral, "referral").to_owned();
    let referral = referral.as_str();
    desk.check(&[
        "referral-set",
        "case",
        referral,
        "--field",
        "summary=Two adverts",
    ]);
    desk.check(&[
        "referral-export",
        "case",
        referral,
        "--format",
        "txt",
        "--out",
        "referral.txt",
    ]);
    let export = [
        "export",
        "case",
        "--profile",
        "colleague",
        "--out",
        "out.csv",
        "--recipient",
        "Desk 3",
    ];
    let export = [&export[..], &["--purpose", "Second opinion"]].concat();
    assert_eq!(desk.check(&export)["left_out"], 1);
    fs::remove_file(desk.path("out.csv")).unwrap();
    let more = ["--with-kept-apart", "--grading", "2cp", "--keep-grading"];
    let with = desk.check(&[&export[..], &more].concat());
    assert_eq!(with["ungraded"], 1);
    assert_eq!((&with["rows"], &with["kept_apart"]), (&json!(2), &json!(1)));
}

fn now() -> String {
    let since = std::time::UNIX_EPOCH.elapsed().unwrap().as_millis();
    breakwater_model::Instant(i64::try_from(since).unwrap()).to_string()
}

/// A draft goes to a second officer, out, and is answered.
fn check_lifecycle(desk: &mut Desk, account: &str) {
    let at = "2026-11-01T08:00:00Z";
    let seen = ["--observed", "live", "--method", "looked", "--at", at];
    desk.check(&[&["check", "case", account], &seen[..]].concat());
    fs::write(desk.path("look.png"), "no picture, and no harm").unwrap();
    let shot = ["--screenshot", "look.png"];
    desk.check(&[&["check", "case", account], &seen[..], &shot].concat());
    let shown = desk.check(&["account", "case", account]);
    assert!(shown.to_string().contains("look.png"), "{shown}");
    let referral = "R-001";
    let now = now();
    let live = format!("item.1.seen_live={now}");
    let fields = [
        "good_faith=yes",
        &live,
        "item.1.address=https://www.tiktok.com/@lantern.pier",
    ];
    for field in fields {
        desk.check(&["referral-set", "case", referral, "--field", field]);
    }
    desk.check(&[
        "referral-edit",
        "case",
        referral,
        "--summary",
        "Sells crossings.",
    ]);
    let desk_3 = ["--desk", "Desk 3", "--reference", "D/7", "--at", at];
    desk.check(
        &[
            &["ask-first", "case", referral, "--answer", "go"],
            &desk_3[..],
        ]
        .concat(),
    );
    desk.check(&["referral-submit", "case", referral]);
    let refused = desk.call("passphrase", &["referral-approve", "case", referral]);
    assert_eq!(refused.0, 7, "nobody approves what they drafted");
    let back = [
        "referral-return",
        "case",
        referral,
        "--reason",
        "Read the price again.",
    ];
    desk.check_as("guest", &back);
    desk.check(&["referral-submit", "case", referral]);
    let shown = desk.check_as("guest", &["referral", "case", referral]);
    assert_eq!(shown["items"][0]["opened"], json!(true));
    let last = ["--account", account, "--reason", "Two numbers differ."];
    let last = [&["referral-take-out", "case", referral], &last[..]].concat();
    assert_eq!(desk.call("guest", &last).0, 7, "a referral has an item");
    let approved = desk.check_as("guest", &["referral-approve", "case", referral]);
    let (_, _, told) = desk.call("guest", &["referral-approve", "case", referral]);
    assert!(told.contains("refused"), "it is approved once: {told}");
    assert_eq!(approved["state"], "approved");
    check_proof(desk, referral);
    check_after(desk, account, referral);
    check_holding_back(desk);
}

/// A second officer takes one of two items out; the other stays submitted.
fn check_holding_back(desk: &mut Desk) {
    let file = "platform,handle,bio\ntiktok,held_back_1,gomone\ntiktok,held_back_2,gomone\n";
    fs::write(desk.path("two.csv"), file).unwrap();
    desk.check(&["import", "case", "two.csv"]);
    let mut ids = Vec::new();
    for handle in ["held_back_1", "held_back_2"] {
        let row = desk.check(&["accounts", "case", "--search", handle]);
        let id = text(&row, "id").to_owned();
        let refer = ["--decision", "refer", "--reason", "Sells a boat."];
        let lines = ["--exclusions", "answers"];
        desk.check(&[&["assess", "case", &id], &refer[..], &lines[..]].concat());
        ids.push(id);
    }
    let both = ids.join(",");
    let platform = ["--platform", "tiktok", "--seen-live"];
    let now = now();
    let draft = ["referral-draft", "case", "--accounts", &both];
    let draft = desk.check(&[&draft[..], &platform[..], &[now.as_str()]].concat());
    let referral = text(&draft, "label").to_owned();
    let one = "item.1.address=https://www.tiktok.com/@held_back_1";
    let other = "item.2.address=https://www.tiktok.com/@held_back_2";
    for field in ["good_faith=yes", one, other] {
        desk.check(&["referral-set", "case", &referral, "--field", field]);
    }
    let summary = ["--summary", "Sells boats."];
    desk.check(&[&["referral-edit", "case", &referral], &summary[..]].concat());
    desk.check(&["referral-submit", "case", &referral]);
    let out = ["--account", &ids[1], "--reason", "Reads like a report."];
    let left = desk.check_as(
        "guest",
        &[&["referral-take-out", "case", &referral], &out[..]].concat(),
    );
    assert_eq!(
        (&left["items"], &left["state"]),
        (&json!(1), &json!("submitted"))
    );
    package::check(desk, &referral);
}

/// An approved referral leaves, is answered, and an item of it withdrawn.
fn check_after(desk: &mut Desk, account: &str, referral: &str) {
    let now = now();
    let pdf = [
        "referral-export",
        "case",
        referral,
        "--format",
        "pdf",
        "--out",
        "approved.pdf",
    ];
    assert_eq!(desk.check(&pdf)["draft"], json!(false));
    desk.check(&[
        "referral-sent",
        "case",
        referral,
        "--reference",
        "TT-1",
        "--at",
        &now,
    ]);
    check_looks(desk);
    let received = ["--reference", "TT-1", "--at", &now];
    desk.check(&[&["referral-acknowledged", "case", referral], &received[..]].concat());
    let decided = ["--account", account, "--decision", "declined", "--at", &now];
    let closed = desk.check(&[&["outcome", "case", referral], &decided[..]].concat());
    assert_eq!(closed["state"], "closed");
    let wrong = [
        "--account",
        account,
        "--reason",
        "not-an-offer",
        "--at",
        &now,
    ];
    desk.check(&[&["referral-withdraw", "case", referral], &wrong[..]].concat());
    check_letters(desk, account, referral);
    check_office(desk, account, referral);
}

/// What waits is told, promised, handed over and taken over by another officer; the team's state, and all of one account.
fn check_office(desk: &mut Desk, account: &str, referral: &str) {
    let day = "2099-01-31";
    let who = ["--who", "Trust team", "--what", "an answer", "--until", day];
    let on = ["promise", "case", account, "--referral", referral];
    let made = desk.check(&[&on[..], &who].concat());
    desk.check(&["promises", "case"]);
    let ended = [
        "promise-end",
        "case",
        text(&made, "promise"),
        "--end",
        "kept",
    ];
    desk.check(&ended);
    desk.check(&[&on[..], &who].concat());
    desk.check(&["today", "case"]);
    let given = desk.check(&[
        "handover",
        "case",
        "--note",
        "All quiet",
        "--out",
        "page.pdf",
    ]);
    assert_eq!(given["is_signed"], json!(true));
    let own = desk.call("passphrase", &["handover-accept", "case", "1"]);
    assert_eq!(own.0, 7, "nobody takes over what they gave: {}", own.2);
    let taken = desk.check_as("guest", &["handover-accept", "case", "1"]);
    assert_eq!(taken["is_accepted"], json!(true));
    desk.check(&["handovers", "case"]);
    desk.check(&["handover-print", "case", "1", "--out", "again.pdf"]);
    desk.check(&["supervision", "case"]);
    let by_person = ["supervision", "case", "--by-person", "--reason", "Cover"];
    assert_eq!(desk.call("passphrase", &by_person).0, 7);
    let to = ["--recipient", "Complaints desk", "--purpose", "Complaint 7"];
    for (format, out) in [("json", "all.json"), ("pdf", "all.pdf")] {
        let report = [
            "account-report",
            "case",
            account,
            "--out",
            out,
            "--format",
            format,
        ];
        desk.check(&[&report[..], &to].concat());
    }
}

/// A letter that was prepared by mistake is discarded, once.
fn check_discarded(desk: &mut Desk, prepare: &[&str]) {
    let mistaken = desk.check(prepare);
    let mistaken = text(&mistaken, "letter").to_owned();
    let discard = ["letter-discard", "case", &mistaken, "--reason", "Twice."];
    desk.check(&discard);
    assert_eq!(desk.call("passphrase", &discard).0, 1, "it is gone");
}

/// A letter is prepared, approved by another officer, written, sent and answered.
fn check_letters(desk: &mut Desk, account: &str, referral: &str) {
    let prepare = ["letter-prepare", "case", referral, "--account", account];
    check_discarded(desk, &prepare);
    let made = desk.check(&prepare);
    let letter = text(&made, "letter").to_owned();
    let shown = desk.check(&["letter", "case", &letter]);
    fs::write(desk.path("letter.txt"), text(&shown, "text")).unwrap();
    desk.check(&["letter-edit", "case", &letter, "--text-file", "letter.txt"]);
    assert_eq!(
        desk.call("passphrase", &["letter-approve", "case", &letter])
            .0,
        7
    );
    let why = ["letter-return", "case", &letter, "--reason", "Shorter."];
    assert_eq!(desk.call("passphrase", &why).0, 7);
    assert_eq!(desk.check_as("guest", &why)["state"], json!("returned"));
    assert_eq!(
        desk.call("guest", &["letter-approve", "case", &letter]).0,
        7
    );
    desk.check(&["letter-edit", "case", &letter, "--text-file", "letter.txt"]);
    let approved = desk.check_as("guest", &["letter-approve", "case", &letter]);
    assert_eq!(approved["state"], json!("approved"));
    let now = now();
    let out = [
        "letter-export",
        "case",
        &letter,
        "--format",
        "eml",
        "--out",
        "letter.eml",
    ];
    desk.check(&out);
    desk.check(&[
        "letter-sent",
        "case",
        &letter,
        "--channel",
        "portal",
        "--at",
        &now,
    ]);
    desk.check(&[
        "letter-answered",
        "case",
        &letter,
        "--answer",
        "Put back",
        "--at",
        &now,
    ]);
    let again = ["letter-discard", "case", &letter, "--reason", "Sent."];
    assert_eq!(desk.call("passphrase", &again).0, 7);
    desk.check(&["letters", "case", "--referral", referral]);
    desk.check(&["letter", "case", &letter]);
}

/// What was sent is looked at again: listed, carried out, answered by number.
fn check_looks(desk: &mut Desk) {
    desk.check(&["checks-due", "case", "--all"]);
    for (format, out) in [("csv", "sheet.csv"), ("pdf", "sheet.pdf")] {
        let call = [
            "checks-out",
            "case",
            "--format",
            format,
            "--out",
            out,
            "--ahead",
        ];
        assert_eq!(desk.check(&call)["accounts"], json!(1));
    }
    let answers = format!(
        "sheet,number,observed,at\n1,1,offline,{}\n1,7,live,{}\n",
        now(),
        now()
    );
    fs::write(desk.path("answers.csv"), answers).unwrap();
    let dry = desk.check(&["checks-in", "case", "answers.csv", "--dry-run"]);
    let done = desk.check(&["checks-in", "case", "answers.csv"]);
    assert_eq!(
        (&dry["recorded"], &done["recorded"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(done["rejected"], json!(1));
    fs::create_dir(desk.path("stick")).unwrap();
    fs::write(desk.path("stick/1-1 offline.txt"), "nothing was there").unwrap();
    let dry = desk.check(&["checks-shots", "case", "stick", "--dry-run"]);
    let done = desk.check(&["checks-shots", "case", "stick"]);
    assert_eq!((&dry["new"], &done["attached"]), (&json!(1), &json!(1)));
}

/// Outcomes come in, are known again, and are taken back.
fn check_outcomes(desk: &mut Desk) {
    let rows = "platform,account,referred_at,reference,decision,decided_at\n\
        x,made_up_past,2025-03-01,R1,Taken down,2025-03-02\nx,made_up_past,2025-03-01,R1,purple,2025-03-02\n";
    fs::write(desk.path("outcomes.csv"), rows).unwrap();
    let call = [
        "import",
        "case",
        "outcomes.csv",
        "--kind",
        "outcomes",
        "--errors",
        "not.csv",
    ];
    let dry = desk.check(&[&call[..], &["--dry-run", "--save-mapping", "mine"]].concat());
    let done = desk.check(&[&call[..], &["--mapping", "mine"]].concat());
    assert_eq!((&dry["created"], &done["created"]), (&json!(1), &json!(1)));
    let again = desk.check(&call);
    assert_eq!(
        (&again["unchanged"], &again["rejected"]),
        (&json!(1), &json!(1))
    );
    desk.check(&["import-undo", "case", text(&done, "batch")]);
}

/// Figures of the case, one row an item, and such a file read back.
fn check_statistics(desk: &mut Desk) {
    let now = now();
    let today = &now[..10];
    let period = ["--unit", "account", "--from", today, "--to", today];
    let by = ["--without-imported", "--by", "route"];
    let stats = desk.check(&[&["stats", "case"][..], &period, &by].concat());
    assert_eq!(stats["cohort"]["withdrawn"], json!(1));
    assert_eq!(stats["by_platform"][0]["platform"], json!("tiktok"));
    fs::write(desk.path("secret"), "slate lanterns over the quay\n").unwrap();
    let figures = ["--unit-secret-file", "secret", "--out", "figures.csv"];
    let done = desk.check(&[&["figures", "case"][..], &figures].concat());
    assert_eq!(done["rows"], json!(1));
    let text = fs::read_to_string(desk.path("figures.csv")).unwrap();
    assert!(
        !text.contains("pier") && text.contains("declined@"),
        "{text}"
    );
    fs::copy(desk.path("figures.csv"), desk.path("again.csv")).unwrap();
    let pooled = desk.check(&[&["stats-of", "figures.csv", "again.csv"][..], &period].concat());
    assert_eq!(pooled["items"], json!(1));
    assert_eq!(
        pooled["duplicates"][0]["files"],
        json!(["figures.csv", "again.csv"])
    );
    assert_eq!(pooled["cohort"], stats["cohort"]);
    let name = ["--name", "Annual report"];
    let frozen = desk.check(&[&["figure-freeze", "case"][..], &name, &period].concat());
    assert_eq!(frozen["is_signed"], json!(true));
    let checked = desk.check(&["figure-check", "case", "Annual report"]);
    assert_eq!(checked["is_equal"], json!(true), "{checked}");
    assert_eq!(checked["are_rows_equal"], json!(true));
    let (code, _, err) = desk.call(
        "passphrase",
        &[&["stats", "case", "--unit", "all"][..], &period[2..]].concat(),
    );
    assert_eq!(code, 2, "units are never added up: {err}");
    check_behind_and_beside(desk, &period);
    check_published(desk, today, &period);
}

/// What stands behind a number, and beside it.
fn check_behind_and_beside(desk: &mut Desk, period: &[&str]) {
    let rows = desk.check(&[&["stats-rows", "case", "--count", "referred"][..], period].concat());
    assert_eq!(rows["stands"], json!("withdrawn"));
    let account = text(&rows, "account").to_owned();
    let other = ["--other-from", "2020-01-01", "--other-to", "2020-01-31"];
    let compared = desk.check(&[&["compare", "case"][..], period, &other].concat());
    assert_eq!(compared["one"]["referred"], json!(1));
    let days = ["--from", "2020-01-01", "--to", period[5]];
    let trends = desk.check(&[&["trends", "case"][..], &days].concat());
    assert!(trends["prices"].is_array(), "{trends}");
    let price = ["--rows", "price", "--name", "GBP"];
    desk.check(&[&["trends", "case"][..], &days, &price].concat());
    desk.check(&[&["trends", "case", "--rows", "heard"][..], &days].concat());
    let fair = desk.check(&["fairness", "case"]);
    let groups = fair["languages"].as_array().unwrap();
    let referred = groups
        .iter()
        .find(|one| one["referred"]["part"] != json!(0))
        .unwrap();
    let group = text(referred, "name").to_owned();
    let of = ["--by", "language", "--name", &group, "--count", "referred"];
    let referred = desk.check(&[&["fairness-rows", "case"][..], &of].concat());
    assert_eq!(text(&referred, "account"), account);
    check_trend_chart(desk);
    let fact = [
        "--kind",
        "arrest",
        "--at",
        "2026-01-20",
        "--reference",
        "KP/1",
        "--source",
        "Liaison",
    ];
    let done = desk.check(&[&["justice", "case", &account][..], &fact].concat());
    let further = desk.check(&[&["further", "case"][..], &days].concat());
    assert_eq!(further["arrests"]["count"], json!(1));
    desk.check(&["justice-take-back", "case", text(&done, "id")]);
}

/// A chart of prices leaves; a currency nobody asked in is told beside those there are.
fn check_trend_chart(desk: &mut Desk) {
    let file = "platform,handle,bio,first seen,last seen\n\
        tiktok,made_up_price,Boat Calais to Dover £3500 per person call 07700 900264,2026-01-03,2026-01-03\n";
    fs::write(desk.path("price.csv"), file).unwrap();
    desk.check(&["import", "case", "price.csv"]);
    let call = |currency, out| {
        [
            [
                "trend-chart",
                "case",
                "--from",
                "2026-01-01",
                "--to",
                "2026-01-31",
            ],
            ["--kind", "price", "--currency", currency, "--out", out],
        ]
        .concat()
    };
    desk.check(&[&call("GBP", "price.svg")[..], &["--format", "svg"]].concat());
    assert!(desk.path("price.svg").exists());
    let usd = [&call("USD", "usd.svg")[..], &["--format", "svg"]].concat();
    let (code, _, err) = desk.call("passphrase", &usd);
    assert!(code != 0 && err.contains("There is: GBP"), "{err}");
    assert!(!desk.path("usd.svg").exists());
}

/// Reports and charts leave; what was published is kept and corrected.
fn check_published(desk: &mut Desk, today: &str, period: &[&str]) {
    for (kind, format) in [("monthly", "csv"), ("yearly", "pdf"), ("press", "json")] {
        let out = format!("report.{format}");
        let asked = ["--kind", kind, "--format", format, "--out", &out];
        desk.check(&[&["report", "case"][..], &period[2..], &asked].concat());
        assert!(desk.path(&out).exists());
    }
    let asked = [
        "--chart",
        "months",
        "--format",
        "svg",
        "--out",
        "months.svg",
    ];
    desk.check(&[&["chart", "case"][..], period, &asked].concat());
    let said = [
        "--said",
        "Some were taken down.",
        "--where",
        "Answer 12",
        "--cleared-by",
        "Director",
    ];
    let on = ["--at", today, "--figure", "Annual report"];
    let one = desk.check(&[&["publish", "case"][..], &said, &on].concat());
    assert_eq!(one["rederived"]["is_equal"], json!(true));
    let words = ["--words", "None were.", "--at", today];
    let id = text(&one, "id");
    desk.check(&[&["publish-correct", "case", id][..], &words].concat());
    let all = desk.check(&["published", "case"]);
    assert_eq!(all["corrections"][0]["words"], json!("None were."));
}

/// Texts of a language go out and come back unfilled.
fn check_linguist(desk: &mut Desk) {
    let file = "platform,handle,bio,language\nx,made_up_sq,Nisje sonte,sq\n";
    fs::write(desk.path("sq.csv"), file).unwrap();
    desk.check(&["import", "case", "sq.csv"]);
    let out = [
        "linguist-out",
        "case",
        "--language",
        "sq",
        "--out",
        "texts.csv",
    ];
    let to = ["--recipient", "Linguist 7", "--purpose", "Translation"];
    desk.check(&[&out[..], &to[..]].concat());
    let text = fs::read_to_string(desk.path("texts.csv")).unwrap();
    let filled = text.replace(
        "Nisje sonte,,,,,",
        "Nisje sonte,Leaves tonight,checked,Linguist 7,,",
    );
    assert_ne!(filled, text);
    fs::write(desk.path("back.csv"), filled).unwrap();
    desk.check(&[
        "linguist-in",
        "case",
        "back.csv",
        "--dry-run",
        "--errors",
        "not.csv",
    ]);
    let done = desk.check(&["linguist-in", "case", "back.csv"]);
    assert_eq!(done["translated"], json!(1));
    let again = desk.check(&["linguist-in", "case", "back.csv"]);
    assert_eq!(again["unchanged"], json!(1));
}

/// Stock `ssh-keygen` verifies an approval that was written, and refuses one that was altered.
fn check_proof(desk: &mut Desk, referral: &str) {
    let proof = desk.check(&["referral-approval", "case", referral, "--out", "proof"]);
    let verify = |desk: &Desk, manifest: &str| {
        let input = fs::File::open(desk.path(manifest)).unwrap();
        let mut command = Command::new("ssh-keygen");
        command
            .current_dir(desk.path("proof"))
            .args(["-Y", "verify"]);
        command.args(["-f", "allowed_signers", "-I", text(&proof, "officer")]);
        command.args(["-n", text(&proof, "namespace"), "-s", "manifest.json.sig"]);
        command.stdin(Stdio::from(input)).output()
    };
    let Ok(answer) = verify(desk, "proof/manifest.json") else {
        eprintln!("ssh-keygen is not installed here: the signature was not verified by it");
        return;
    };
    let told = String::from_utf8_lossy(&answer.stderr).into_owned();
    assert!(answer.status.success(), "{told}");
    let manifest = fs::read_to_string(desk.path("proof/manifest.json")).unwrap();
    fs::write(desk.path("altered.json"), manifest.replacen('1', "2", 1)).unwrap();
    assert!(!verify(desk, "altered.json").unwrap().status.success());
}

/// What the unit puts in the place of what comes with the program.
fn check_unit(desk: &mut Desk) {
    let out = ["--out", "directory.csv"];
    desk.check(&[&["directory", "--platform", "tiktok"][..], &out].concat());
    desk.check(&["directory", "case", "--platform", "tiktok"]);
    desk.check(&["directory-export", "case", "--out", "own.csv"]);
    let text = fs::read_to_string(desk.path("own.csv")).unwrap();
    fs::write(desk.path("own.csv"), text.replacen("90 days", "91 days", 1)).unwrap();
    let dry = desk.check(&["directory-import", "case", "own.csv", "--dry-run"]);
    assert_eq!(dry["version"], Value::Null);
    let taken = desk.check(&["directory-import", "case", "own.csv"]);
    assert!(taken["version"].is_string());
    fs::write(desk.path("bad.csv"), text.replacen("180", "none", 1)).unwrap();
    let (code, _, err) = desk.call("passphrase", &["directory-import", "case", "bad.csv"]);
    assert_eq!(code, 2);
    assert!(err.contains("line 2: review_days"), "{err}");
    let back = desk.check(&["directory-reset", "case"]);
    assert_eq!(back["is_changed"], json!(true));
    desk.check(&["templates", "case"]);
    let template = ["template-set", "case", "heading", "--file", "heading.txt"];
    fs::write(desk.path("heading.txt"), "A notice to {{ platform }}").unwrap();
    desk.check(&[&template[..], &["--dry-run"]].concat());
    let set = desk.check(&template);
    assert!(set["version"].is_string());
    fs::write(desk.path("heading.txt"), "To\n{{ platfrom }}").unwrap();
    let (code, _, err) = desk.call("passphrase", &template);
    assert_eq!(code, 2);
    assert!(err.contains("line 2: nothing stands under"), "{err}");
    desk.check(&["template-reset", "case", "heading"]);
}

fn check_networks(desk: &mut Desk, account: &str) {
    let other = desk.check(&["accounts", "case", "--platform", "x"]);
    let other = text(&other, "id").to_owned();
    let both = format!("{account},{other}");
    let why = ["--reason", "The same voice answers both numbers."];
    let declare = [
        "network-declare",
        "case",
        "--accounts",
        &both,
        "--name",
        "Pier",
    ];
    let said = desk.check(&[&declare[..], &why].concat());
    let said = text(&said, "declaration");
    let network = desk.check(&["networks", "case"]);
    let give = [
        "network-export",
        "case",
        text(&network, "head"),
        "--out",
        "network.graphml",
    ];
    let to = ["--recipient", "Desk 3", "--purpose", "Analysis"];
    desk.check(&[&give[..], &to].concat());
    desk.check(&[
        "succession",
        "case",
        account,
        &other,
        "--verdict",
        "confirmed",
    ]);
    desk.check(&["account", "case", account]);
    desk.check(&["network-rename", "case", said, "--name", "The pier"]);
    desk.check(&["network-rename", "case", said, "--name", "The pier"]);
    desk.check(&[&["network-take-back", "case", said][..], &why].concat());
    let cut = [
        "network-cut",
        "case",
        "--accounts",
        account,
        "--from",
        &other,
    ];
    desk.check(&[&cut[..], &why].concat());
}

fn check_merging(desk: &mut Desk) {
    fs::write(
        desk.path("twice.csv"),
        "platform,handle,bio\nx,gull_one,a\nx,gull_two,b\n",
    )
    .unwrap();
    desk.check(&["import", "case", "twice.csv"]);
    let id = |desk: &mut Desk, name: &str| {
        let found = desk.check(&["accounts", "case", "--search", name]);
        text(&found, "id").to_owned()
    };
    let (into, account) = (id(desk, "gull_one"), id(desk, "gull_two"));
    let why = ["--reason", "One was renamed to the other."];
    let merge = ["merge", "case", &into, &account];
    let merged = desk.check(&[&merge[..], &why].concat());
    let shown = desk.check(&["account", "case", &into]);
    assert_eq!(shown["merged"][0]["fields"][0]["merged"], "b");
    desk.check(
        &[
            &["merge-take-back", "case", text(&merged, "merge")][..],
            &why,
        ]
        .concat(),
    );
}

#[test]
fn every_command_writes_what_the_schema_says() {
    let mut desk = Desk::new();
    check_making(&mut desk);
    let account = check_review(&mut desk);
    check_second_review(&mut desk);
    check_evidence(&mut desk, &account);
    check_giving(&mut desk, &account);
    check_lifecycle(&mut desk, &account);
    check_statistics(&mut desk);
    check_linguist(&mut desk);
    check_outcomes(&mut desk);
    check_unit(&mut desk);
    fs::write(desk.path("more.csv"), "platform,handle\nx,slate_pier\n").unwrap();
    let batch = desk.check(&["import", "case", "more.csv"]);
    desk.check(&["import-undo", "case", text(&batch, "batch")]);
    fs::write(desk.path("register.csv"), REGISTER).unwrap();
    desk.check(&[
        "import",
        "case",
        "register.csv",
        "--kind",
        "register",
        "--dry-run",
    ]);
    desk.check(&["import", "case", "register.csv", "--kind", "register"]);
    desk.check(&["account", "case", &account]);
    desk.check(&["paste", "case", PASTED]);
    desk.check(&["paste", "case", PASTED, "--add"]);
    check_networks(&mut desk, &account);
    check_merging(&mut desk);
    retention::check(&mut desk);
    desk.check(&["normalise", "-"]);
    desk.check(&["score", "-"]);
    let scored = desk.check(&["score", FLAGGED]);
    assert!(!scored["indicators"].as_array().unwrap().is_empty());
    desk.check(&["audit", "case"]);
    desk.check(&["check-up", "flagged.csv", "--cells"]);
    desk.check(&["verify", "case", "--full"]);
    desk.check(&["work-items-out", "case"]);
    desk.check(&["demo", "demo"]);
    let all = schema();
    let shapes = [
        "error",
        "world-time",
        "named",
        "register-hit",
        "linked-account",
        "referred-before",
        "declaration",
        "check-up-finding",
        "stats-cohort",
        "stats-shares",
    ];
    let told = all["$defs"]
        .as_object()
        .unwrap()
        .keys()
        .filter(|name| !shapes.contains(&name.as_str()));
    assert_eq!(desk.checked, told.cloned().collect());
}

#[test]
fn failure_leaves_standard_output_empty_and_tells_the_error_last() {
    let desk = Desk::new();
    for (call, expected) in [
        (&["accounts", "nowhere"][..], 1),
        (&["accounts"][..], 2),
        (&["bogus"][..], 2),
    ] {
        let (code, out, err) = desk.call("passphrase", call);
        assert_eq!((code, out.as_str()), (expected, ""), "{call:?}: {err}");
        let error: Value = serde_json::from_str(err.lines().last().unwrap()).unwrap();
        let all = schema();
        let found = faults(&all, &all["$defs"]["error"], &error, "error");
        assert!(found.is_empty(), "{found:#?}");
    }
}

#[test]
fn checker_finds_what_breaks_the_schema() {
    let all = schema();
    let rule = &all["$defs"]["act"];
    let good = json!({ "action": "a", "open": true, "peak_after_unlock": 1 });
    assert!(faults(&all, rule, &good, "act").is_empty());
    for bad in [
        json!({ "action": "a", "open": true }),
        json!({ "action": "a", "open": "true", "peak_after_unlock": 1 }),
        json!({ "action": "a", "open": true, "peak_after_unlock": 1, "more": 1 }),
    ] {
        assert_eq!(faults(&all, rule, &bad, "act").len(), 1, "{bad}");
    }
}
