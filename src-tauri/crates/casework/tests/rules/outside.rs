//! What leaves the case, what is attached to it, and what the log keeps of both.

use crate::bench::{Bench, rule};
use breakwater_casework::evidence::attach::Attach;
use breakwater_casework::exchange::{export, sharing};
use breakwater_casework::{Error, Quiet, account, case, evidence, referral};
use breakwater_model::AccountId;
use breakwater_model::assessment::{AccountStatus, Decision};
use breakwater_model::case::{InviteRequest, Role};
use breakwater_model::platform::Platform;
use breakwater_model::referral::{EditReferralRequest, ReferralFormat};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

fn many(rows: usize) -> String {
    (0..rows).fold(String::from("platform,handle\n"), |mut text, row| {
        let _ = writeln!(text, "tiktok,angli.express{row}");
        text
    })
}

fn ids(bench: &Bench) -> Vec<AccountId> {
    bench.accounts().into_iter().map(|row| row.id).collect()
}

#[test]
fn a_look_at_many_accounts_names_every_one() {
    let bench = Bench::new();
    bench.import(&many(205));
    let mut looked_at = ids(&bench);
    account::consult::flicked(&bench.session, &looked_at).unwrap();
    let entry = bench.entries("accounts-flicked").remove(0);
    let mut named = entry.subjects;
    let mut expected: Vec<String> = looked_at.drain(..).map(|id| id.to_string()).collect();
    named.sort();
    expected.sort();
    assert_eq!(named, expected);
}

#[test]
fn an_account_that_is_gone_does_not_keep_a_look_from_the_log() {
    let bench = Bench::new();
    bench.import(&many(2));
    let known = ids(&bench);
    let gone: AccountId = "0192f0c1-2a5b-7c3d-8e4f-5a6b7c8d9e0f".parse().unwrap();
    account::consult::flicked(&bench.session, &[known[0], gone, known[1]]).unwrap();
    let named = bench.entries("accounts-flicked").remove(0).subjects;
    assert_eq!(named.len(), 2);
    account::consult::flicked(&bench.session, &[gone]).unwrap();
    assert_eq!(bench.entries("accounts-flicked").len(), 1);
}

#[test]
fn the_log_of_an_export_says_which_accounts_and_which_bytes() {
    let bench = Bench::new();
    bench.import(&many(205));
    let out = bench.folder.path().join("out.csv");
    let text = |name: &str, action: &str| {
        let entry = bench.entries(action).remove(0);
        let found = entry.texts.into_iter().find(|text| text.name == name);
        found.map(|text| text.value).unwrap_or_default()
    };
    let mut chosen = Bench::request();
    chosen.accounts = ids(&bench);
    let written = export::export(&bench.session, &chosen, &out, &Quiet).unwrap();
    assert_eq!(bench.entries("accounts-exported")[0].subjects.len(), 205);
    assert_eq!(text("sha256", "accounts-written"), written.sha256);
    assert_eq!(text("entry", "accounts-written"), written.entry.to_string());

    let mut listed = Bench::request();
    listed.list.platforms = vec![Platform("tiktok".into())];
    export::export(&bench.session, &listed, &out, &Quiet).unwrap();
    assert_eq!(text("accounts", "accounts-exported"), "1-205");
    assert_eq!(text("platforms", "accounts-exported"), "tiktok");
    assert_eq!(text("scope", "accounts-exported"), "all accounts");

    listed.list.search = "express7 ".into();
    listed.list.platforms.clear();
    export::export(&bench.session, &listed, &out, &Quiet).unwrap();
    assert_eq!(text("search", "accounts-exported"), "express7");
    let found = text("rows", "accounts-exported").parse::<usize>().unwrap();
    assert!(found > 0 && found <= 200);
    assert_eq!(bench.entries("accounts-exported")[0].subjects.len(), found);
    assert_eq!(sharing::log(&bench.session).unwrap().len(), 3);
}

#[test]
fn an_export_in_any_order_holds_the_same_rows() {
    let bench = Bench::new();
    bench.import(&many(300));
    let out = bench.folder.path().join("out.csv");
    let mut request = Bench::request();
    request.columns = vec!["handle".into()];
    request.accounts = ids(&bench);
    request.accounts.reverse();
    request.accounts.push(request.accounts[0]);
    export::export(&bench.session, &request, &out, &Quiet).unwrap();
    let text = fs::read_to_string(&out).unwrap();
    let written: Vec<String> = text.lines().skip(1).map(str::to_owned).collect();
    let mut expected: Vec<String> = bench
        .accounts()
        .into_iter()
        .map(|row| row.handle.unwrap())
        .collect();
    expected.reverse();
    assert_eq!(written, expected);
}

#[test]
fn columns_beside_the_profile_tell_what_hangs_on_the_account() {
    let bench = Bench::new();
    bench.import("platform,handle,first seen\ntiktok,angli.express,2026-03-04\n");
    let id = bench.one();
    bench.decide(id, Decision::Refer);
    let exhibit = attach(&bench, id, &[bench.file("shot.txt", "bytes")]).unwrap();
    let number = exhibit[0].exhibit.as_ref().unwrap().number.clone();
    let mut request = Bench::request();
    request.columns = [
        "first_seen",
        "url",
        "breakwater_decision",
        "breakwater_exhibits",
        "breakwater_status",
    ]
    .map(str::to_owned)
    .to_vec();
    let out = bench.folder.path().join("out.csv");
    export::export(&bench.session, &request, &out, &Quiet).unwrap();
    let text = fs::read_to_string(&out).unwrap();
    let row = text.lines().nth(1).unwrap();
    let expected = format!(
        "2026-03-04,https://www.tiktok.com/@angli.express,refer: Offers a crossing for a price.,{number},refer"
    );
    assert_eq!(row, expected);
}

fn attach(
    bench: &Bench,
    account: AccountId,
    files: &[std::path::PathBuf],
) -> Result<Vec<breakwater_model::evidence::AttachedView>, Error> {
    let request = Attach {
        account,
        files: files.to_vec(),
        source_url: None,
        captured_at: None,
        method: None,
        warnings: vec![],
    };
    evidence::attach::attach(&bench.session, &request, &Quiet, &mut |_| {})
}

#[test]
fn a_file_that_cannot_be_read_is_its_own_fault_and_a_broken_case_is_not() {
    let bench = Bench::new();
    bench.import(&many(1));
    let id = bench.one();
    let good = bench.file("shot.txt", "bytes");
    let absent = bench.folder.path().join("absent.txt");
    let views = attach(&bench, id, &[absent, good.clone()]).unwrap();
    assert!(views[0].refused.is_some() && views[1].exhibit.is_some());
    let evidence = bench.folder.path().join("a.case/evidence");
    fs::remove_dir_all(&evidence).unwrap();
    fs::write(&evidence, "no folder").unwrap();
    let other = bench.file("other.txt", "other bytes");
    let failed = attach(&bench, id, &[other]);
    assert!(matches!(failed, Err(Error::Io { .. })), "{failed:?}");
}

#[test]
fn nothing_plain_is_written_into_a_case_folder() {
    let bench = Bench::new();
    bench.import(&many(1));
    let id = bench.one();
    bench.decide(id, Decision::Refer);
    let draft = bench.draft(id).unwrap();
    let exhibit = attach(&bench, id, &[bench.file("shot.txt", "bytes")]).unwrap();
    let exhibit = exhibit[0].exhibit.as_ref().unwrap().id;
    let preview = bench.preview("platform,handle\n,nobody\n");
    let guest = InviteRequest {
        name: "Guest".into(),
        number: "5521".into(),
        role: Role::Officer,
        recovery_key: None,
    };
    let root = bench.folder.path().join("a.case");
    let before = fs::read(root.join("case.json")).unwrap();
    let logged = bench.entries("accounts-exported").len();
    let session = &bench.session;
    #[cfg(unix)]
    std::os::unix::fs::symlink(&root, bench.folder.path().join("way-in")).unwrap();
    let places = [
        root.join("case.json"),
        root.join("slots/new.csv"),
        bench.folder.path().join("way-in/x"),
    ];
    for out in &places {
        let refused = |outcome: Result<(), Error>| {
            assert!(
                matches!(outcome, Err(Error::Invalid(_))),
                "{out:?}: {outcome:?}"
            );
        };
        refused(export::export(session, &Bench::request(), out, &Quiet).map(drop));
        refused(evidence::export::export(session, exhibit, out, "a", "b", &Quiet).map(drop));
        refused(referral::export::export(session, draft.id, ReferralFormat::Txt, out).map(drop));
        refused(preview.save_rejected(out).map(drop));
        refused(case::officer::invite(session, &guest, out).map(drop));
    }
    assert_eq!(fs::read(root.join("case.json")).unwrap(), before);
    assert!(!Path::new(&root.join("slots/new.csv")).exists());
    assert_eq!(bench.entries("accounts-exported").len(), logged);
}

#[test]
fn two_calls_at_once_put_an_account_into_one_draft() {
    let bench = Bench::new();
    bench.import(&many(1));
    let id = bench.one();
    bench.decide(id, Decision::Refer);
    let outcomes = std::thread::scope(|scope| {
        let calls: Vec<_> = (0..4).map(|_| scope.spawn(|| bench.draft(id))).collect();
        calls
            .into_iter()
            .map(|call| call.join().unwrap())
            .collect::<Vec<_>>()
    });
    let (made, refused): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
    assert_eq!(made.len(), 1);
    for outcome in refused {
        assert_eq!(rule(outcome), "in-one-draft-only");
    }
    assert_eq!(referral::read::list(&bench.session, None).unwrap().len(), 1);
    assert_eq!(
        rule(bench.try_decide(id, Decision::NoAction)),
        "drafted-accounts-are-not-reassessed"
    );
    assert_eq!(bench.accounts()[0].status, AccountStatus::Drafted);
}

#[test]
fn several_fields_of_a_draft_change_together_or_not_at_all() {
    let bench = Bench::new();
    bench.import(&many(1));
    let id = bench.one();
    bench.decide(id, Decision::Refer);
    let draft = bench.draft(id).unwrap();
    let set = |fields: &[(&str, &str)]| {
        let requests: Vec<EditReferralRequest> = fields
            .iter()
            .map(|(field, value)| EditReferralRequest {
                referral: draft.id,
                item: None,
                field: (*field).to_owned(),
                value: (*value).to_owned(),
            })
            .collect();
        referral::edit::edit_all(&bench.session, draft.id, &requests)
    };
    let before = bench.entries("referral-edited").len();
    let refused = set(&[
        ("title", "New"),
        ("email", "a@occ.example"),
        ("policy", "no such rule"),
    ]);
    assert!(matches!(refused, Err(Error::Invalid(_))));
    let stands = referral::read::read(&bench.session, draft.id).unwrap();
    assert_ne!(stands.title, "New");
    assert_eq!(bench.entries("officer-changed").len(), 0);
    let done = set(&[
        ("title", "New"),
        ("item.1.why", "One"),
        ("item.1.why", "Two"),
    ])
    .unwrap();
    assert_eq!(
        (done.title.as_str(), done.items[0].why.as_str()),
        ("New", "Two")
    );
    assert_eq!(bench.entries("referral-edited").len(), before + 1);
    set(&[("title", "New")]).unwrap();
    assert_eq!(
        bench.entries("referral-edited").len(),
        before + 1,
        "nothing changed"
    );
}
