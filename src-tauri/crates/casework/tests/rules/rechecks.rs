//! Looking again at what was sent: due by rule, entered, carried out and back.

use crate::sent::{HOUR, Sent};
use breakwater_casefile::sent;
use breakwater_casework::case::describe;
use breakwater_casework::checks::{answers, due, record, sheet, shots};
use breakwater_casework::review::today;
use breakwater_casework::{Error, Quiet, account, referral};
use breakwater_model::AccountId;
use breakwater_model::checks::{
    CheckSheetFormat, CheckSheetRequest, CheckState, CheckWhy, RecheckView, RecordCheckRequest,
    RecordedCheckView, ShotState, ShotsView, SkipReason,
};
use breakwater_model::merge::MergeRequest;
use breakwater_model::referral::{
    CheckMethod, Observed, OutcomeRequest, PlatformDecision, WithdrawRequest,
};

fn stands(sent: &Sent, account: AccountId) -> RecheckView {
    let list = due::due(sent.desk(), true).unwrap();
    let mut rows = list.rows.into_iter();
    rows.find(|row| row.account == account).unwrap()
}

fn see(sent: &Sent, account: AccountId, observed: Observed) -> RecordedCheckView {
    let request = RecordCheckRequest {
        account,
        observed,
        method: CheckMethod::Looked,
        at: None,
        exhibit: None,
    };
    record::record(sent.desk(), &request).unwrap()
}

fn carried(sent: &Sent, format: CheckSheetFormat, name: &str) -> Result<u32, Error> {
    let request = CheckSheetRequest {
        place: String::new(),
        format,
        with_ahead: false,
    };
    sheet::write(sent.desk(), &request, &sent.out(name)).map(|view| view.accounts)
}

#[test]
fn what_was_sent_is_due_by_the_rule_overdue_honestly_and_nothing_else_is_listed() {
    let sent = Sent::of(2);
    let told = |sent: &Sent| {
        let list = due::due(sent.desk(), false).unwrap();
        (list.overdue, list.due, list.ahead, list.rows.len())
    };
    assert_eq!(told(&sent), (0, 0, 2, 0));
    sent.wait(49);
    assert_eq!(told(&sent), (0, 2, 0, 2));
    sent.wait(30);
    assert_eq!(told(&sent), (2, 0, 0, 2));
    let all = due::due(sent.desk(), true).unwrap();
    assert!(all.rows.iter().all(|row| row.account != sent.accounts[2]));
    see(&sent, sent.accounts[0], Observed::Live);
    assert_eq!(told(&sent), (1, 0, 1, 1));
    let live = stands(&sent, sent.accounts[0]);
    assert_eq!(
        (live.state, live.why),
        (CheckState::Ahead, CheckWhy::StillThere)
    );
    assert_eq!(live.looks, 1);
}

#[test]
fn two_offline_looks_a_day_apart_are_an_inferred_removal_and_one_press_takes_the_second_back() {
    let sent = Sent::of(1);
    let account = sent.accounts[0];
    sent.wait(50);
    see(&sent, account, Observed::Offline);
    let once = stands(&sent, account);
    assert_eq!(
        (once.state, once.why),
        (CheckState::Ahead, CheckWhy::ConfirmOffline)
    );
    sent.wait(25);
    assert_eq!(stands(&sent, account).state, CheckState::Due);
    let second = see(&sent, account, Observed::Offline);
    let row = second.row.unwrap();
    assert_eq!(
        (row.state, row.why),
        (CheckState::Stopped, CheckWhy::InferredRemoval)
    );
    // Inferred, never confirmed: nobody decided anything.
    assert!(
        sent.view().items[0]
            .events
            .iter()
            .all(|event| event.kind != "decided")
    );
    account::undo::undo(sent.desk(), second.set).unwrap();
    assert_eq!(stands(&sent, account).why, CheckWhy::ConfirmOffline);
}

#[test]
fn the_platforms_word_ends_the_looking() {
    let sent = Sent::of(1);
    let request = OutcomeRequest {
        referral: sent.referral,
        account: sent.accounts[0],
        decision: PlatformDecision::MoreAsked,
        at: None,
        reason: String::new(),
    };
    referral::after::outcome(sent.desk(), &request).unwrap();
    sent.wait(50);
    assert_eq!(stands(&sent, sent.accounts[0]).state, CheckState::Due);
    let request = OutcomeRequest {
        decision: PlatformDecision::Removed,
        ..request
    };
    referral::after::outcome(sent.desk(), &request).unwrap();
    let view = stands(&sent, sent.accounts[0]);
    assert_eq!(
        (view.state, view.why),
        (CheckState::Stopped, CheckWhy::Decided)
    );
}

/// The rows of a carry sheet in CSV, without its header.
fn rows_of(sent: &Sent, name: &str) -> Vec<csv::StringRecord> {
    let text = std::fs::read_to_string(sent.out(name)).unwrap();
    assert!(!text.contains("Test sweep") && !text.contains("T/1"));
    let mut csv = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    assert_eq!(&csv.headers().unwrap()[0], "marking");
    csv.records().map(Result::unwrap).collect()
}

#[test]
fn a_carry_sheet_goes_out_marked_and_numbered_and_says_nothing_else_of_the_case() {
    let sent = Sent::of(3);
    assert!(carried(&sent, CheckSheetFormat::Csv, "none.csv").is_err());
    sent.wait(50);
    assert_eq!(carried(&sent, CheckSheetFormat::Pdf, "a.pdf").unwrap(), 3);
    let pdf = std::fs::read(sent.out("a.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF"));
    assert_eq!(carried(&sent, CheckSheetFormat::Csv, "a.csv").unwrap(), 3);
    let rows = rows_of(&sent, "a.csv");
    assert_eq!(rows.len(), 3);
    for (number, row) in (1..).zip(&rows) {
        assert_eq!((&row[0], &row[1]), ("OFFICIAL-SENSITIVE", "2"));
        assert_eq!(row[2].parse::<u32>().unwrap(), number);
    }
}

#[test]
fn answers_come_back_by_number_and_every_other_row_is_listed_with_why() {
    let sent = Sent::of(3);
    sent.wait(50);
    carried(&sent, CheckSheetFormat::Csv, "a.csv").unwrap();
    let rows = rows_of(&sent, "a.csv");
    sent.wait(1);
    let now = sent.desk().host().now();
    let (late, early) = (now.plus_ms(48 * HOUR), now.plus_ms(-30 * HOUR));
    let text = format!(
        "sheet,number,observed,at,method\n1,1,offline,{now},looked\n1,2,Login wall,{now},\n1,3,,,\n\
         1,9,live,{now},\n7,1,live,{now},\n1,3,purple,{now},\n1,3,live,,\n1,3,live,{late},\n1,3,live,{early},\n\
         1,1,offline,{now},looked\n1,2,live,{now},\n"
    );
    let file = sent.file("answers.csv", &text);
    let dry = answers::take(sent.desk(), &file, true).unwrap();
    assert_eq!(due::due(sent.desk(), false).unwrap().rows.len(), 3);
    let told = answers::take(sent.desk(), &file, false).unwrap();
    assert_eq!(dry, told);
    assert_eq!((told.read, told.recorded, told.unanswered), (11, 2, 1));
    assert_eq!((told.unchanged, told.merged, told.rejected), (0, 1, 7));
    assert_eq!(told.merged_lines, [11]);
    let why = [
        "no number 9",
        "no carry sheet 7",
        "purple",
        "when somebody looked",
        "not come yet",
        "written after",
        "answered otherwise on line 3",
    ];
    for (row, said) in told.refused.iter().zip(why) {
        assert!(row.why.contains(said), "{}", row.why);
    }
    let again = answers::take(sent.desk(), &file, false).unwrap();
    assert_eq!((again.recorded, again.unchanged, again.merged), (0, 2, 1));
    let list = due::due(sent.desk(), true).unwrap();
    let seen = [Some(Observed::Offline), Some(Observed::LoginWall), None];
    for (row, seen) in rows.iter().zip(seen) {
        let label = breakwater_report::csv_guard::unguard(&row[5]);
        let view = list.rows.iter().find(|view| view.label == label).unwrap();
        assert_eq!(view.last.as_ref().map(|look| look.observed), seen);
    }
}

#[test]
fn a_screenshot_must_be_an_exhibit_of_the_account() {
    let sent = Sent::of(1);
    let request = RecordCheckRequest {
        account: sent.accounts[0],
        observed: Observed::Live,
        method: CheckMethod::Screenshot,
        at: None,
        exhibit: Some(breakwater_model::ExhibitId::from_uuid(
            sent.accounts[0].uuid(),
        )),
    };
    assert!(matches!(
        record::record(sent.desk(), &request),
        Err(Error::NotFound(_))
    ));
}

#[test]
fn screenshots_come_back_by_number_held_against_their_list_and_the_look_names_them() {
    let sent = Sent::of(2);
    sent.wait(49);
    carried(&sent, CheckSheetFormat::Csv, "sheet.csv").unwrap();
    let stick = sent.out("stick");
    std::fs::create_dir(&stick).unwrap();
    let put = |name: &str, text: &str| std::fs::write(stick.join(name), text).unwrap();
    put("1-1 offline.txt", "nothing there");
    put("1-2.txt", "still there");
    put("1-9.txt", "of no number");
    put("holiday.txt", "of nobody");
    let states = |view: &ShotsView| view.files.iter().map(|one| one.state).collect::<Vec<_>>();
    let all = shots::look(sent.desk(), &stick).unwrap();
    assert_eq!(
        states(&all),
        [
            ShotState::New,
            ShotState::New,
            ShotState::UnknownNumber,
            ShotState::NoNumber
        ]
    );
    assert_eq!((all.read, all.new, all.rejected), (4, 2, 2));
    let first = &all.files[0].sha256;
    let other = "0".repeat(64);
    put(
        "SHA256SUMS",
        &format!("{first}  1-1 offline.txt\n{other} *1-2.txt\n{other}  1-3.txt\n"),
    );
    let listed = shots::look(sent.desk(), &stick).unwrap();
    assert_eq!(
        states(&listed),
        [
            ShotState::New,
            ShotState::Differs,
            ShotState::Unlisted,
            ShotState::Unlisted
        ]
    );
    assert_eq!(listed.missing, ["1-3.txt"]);
    let taken = shots::take(sent.desk(), &stick, &Quiet).unwrap();
    assert_eq!((taken.attached, taken.new, taken.rejected), (1, 0, 3));
    let again = shots::take(sent.desk(), &stick, &Quiet).unwrap();
    assert_eq!(again.files, taken.files, "a second time changes nothing");
    assert!(stick.join("1-1 offline.txt").exists(), "nothing is moved");

    let answers_csv = sent.out("answers.csv");
    let at = sent.desk().host().now();
    std::fs::write(
        &answers_csv,
        format!("sheet,number,observed,at\n1,1,offline,{at}\n"),
    )
    .unwrap();
    answers::take(sent.desk(), &answers_csv, false).unwrap();
    let looked = stands(&sent, taken.files[0].account.unwrap());
    assert!(
        looked.last.unwrap().is_shown,
        "the look names its screenshot"
    );
    put("SHA256SUMS", "no list\n");
    let refused = shots::look(sent.desk(), &stick).unwrap_err();
    assert!(refused.to_string().contains("line 1"), "{refused}");
}

#[test]
fn what_is_no_file_among_screenshots_is_listed_with_why() {
    let sent = Sent::of(1);
    let stick = sent.out("stick");
    std::fs::create_dir_all(stick.join("more")).unwrap();
    std::fs::write(stick.join("1-1.txt"), "nothing there").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(stick.join("1-1.txt"), stick.join("1-8.txt")).unwrap();
    let view = shots::look(sent.desk(), &stick).unwrap();
    assert_eq!(view.files.len(), 1, "only files are looked at");
    let skipped: Vec<_> = view
        .skipped
        .iter()
        .map(|one| (one.name.as_str(), one.why))
        .collect();
    #[cfg(unix)]
    assert_eq!(skipped.first(), Some(&("1-8.txt", SkipReason::Link)));
    assert_eq!(skipped.last(), Some(&("more", SkipReason::Folder)));
}

#[test]
fn a_screenshot_is_read_again_only_once_it_changed() {
    let sent = Sent::of(1);
    let stick = sent.out("stick");
    std::fs::create_dir(&stick).unwrap();
    let file = stick.join("holiday.txt");
    std::fs::write(&file, "one").unwrap();
    let mut known = shots::Hashes::default();
    let hash = |known: &mut shots::Hashes| {
        let view = shots::look_again(sent.desk(), &stick, known).unwrap();
        view.files[0].sha256.clone()
    };
    let first = hash(&mut known);
    let changed = std::fs::metadata(&file).unwrap().modified().unwrap();
    let same_time = |text: &str| {
        std::fs::write(&file, text).unwrap();
        let open = std::fs::File::options().write(true).open(&file).unwrap();
        open.set_modified(changed).unwrap();
    };
    same_time("two");
    assert_eq!(
        hash(&mut known),
        first,
        "size and time are those that are known"
    );
    same_time("three");
    assert_ne!(hash(&mut known), first);
    assert_ne!(hash(&mut shots::Hashes::default()), first);
}

/// What the rail says, the section of Today, and the list opened.
fn told(sent: &Sent) -> [u32; 4] {
    let counts = describe::counts(sent.desk()).unwrap();
    let list = due::due(sent.desk(), false).unwrap();
    let today = today::today(sent.desk()).unwrap();
    let section = today.sections.iter().find(|one| one.key == "rechecks");
    let rows = u32::try_from(list.rows.len()).unwrap();
    assert_eq!(counts.rechecks_overdue, list.overdue);
    assert_eq!(section.map_or(0, |one| one.items.len()), list.rows.len());
    [
        counts.rechecks,
        section.map_or(0, |one| one.total),
        list.overdue + list.due,
        rows,
    ]
}

#[test]
fn the_count_on_the_rail_is_the_list_that_opens_after_every_write() {
    let sent = Sent::of(3);
    assert_eq!(told(&sent), [0; 4]);
    sent.wait(49);
    assert_eq!(told(&sent), [3; 4]);
    see(&sent, sent.accounts[0], Observed::Live);
    assert_eq!(told(&sent), [2; 4]);
    let seen = see(&sent, sent.accounts[1], Observed::Offline);
    assert_eq!(told(&sent), [1; 4]);
    account::undo::undo(sent.desk(), seen.set).unwrap();
    assert_eq!(told(&sent), [2; 4]);
    let request = OutcomeRequest {
        referral: sent.referral,
        account: sent.accounts[2],
        decision: PlatformDecision::Removed,
        at: None,
        reason: String::new(),
    };
    referral::after::outcome(sent.desk(), &request).unwrap();
    assert_eq!(told(&sent), [1; 4]);
    referral::after::take_back_outcome(sent.desk(), sent.referral, sent.accounts[2]).unwrap();
    assert_eq!(told(&sent), [2; 4]);
    let withdrawal = WithdrawRequest {
        referral: sent.referral,
        account: sent.accounts[1],
        reason: "wrong-account".into(),
        at: None,
    };
    referral::after::withdraw(sent.desk(), &withdrawal).unwrap();
    assert_eq!(told(&sent), [1; 4]);
    sent.wait(40);
    assert_eq!(told(&sent), [1; 4]);
    let merge = MergeRequest {
        account: sent.accounts[2],
        into: sent.accounts[3],
        reason: "the same account".into(),
    };
    let done = account::merge::merge(sent.desk(), &merge).unwrap();
    assert_eq!(told(&sent), [0; 4]);
    account::merge::take_back(sent.desk(), done.id, "another one").unwrap();
    assert_eq!(told(&sent), [1; 4]);
}

#[test]
fn what_is_kept_of_sent_accounts_is_what_a_reading_of_all_gives() {
    let sent = Sent::of(2);
    let same = || {
        let kept = sent::with(sent.desk(), Clone::clone).unwrap();
        assert_eq!(kept, sent.desk().read(sent::read).unwrap());
    };
    same();
    sent.wait(60);
    see(&sent, sent.accounts[0], Observed::Offline);
    same();
    see(&sent, sent.accounts[2], Observed::Live);
    same();
    let request = OutcomeRequest {
        referral: sent.referral,
        account: sent.accounts[1],
        decision: PlatformDecision::Declined,
        at: None,
        reason: String::new(),
    };
    referral::after::outcome(sent.desk(), &request).unwrap();
    same();
    assert_eq!(
        sent::with(sent.desk(), |all| all.habits["tiktok"].len()).unwrap(),
        1
    );
}
