//! Rules of looking at a spreadsheet: each figure, every row counted once, nothing in plain on disk, nothing left.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "in a test a panic is the report"
)]

use breakwater_casework::check_up::{self, CheckUp, keep};
use breakwater_casework::{Error, Host, Progress, Quiet, account, case};
use breakwater_model::case::{Marking, NewCaseRequest};
use breakwater_model::check_up::{CheckUpRowView, CheckUpRowsRequest, Figure, How, Remark};
use breakwater_model::list::{AccountScope, ListRequest};
use breakwater_model::platform::Unit;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A desk with a folder for files and one for what is temporary.
struct Desk {
    folder: TempDir,
    host: Host,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("temporary")).unwrap();
        let host = breakwater_machine::host(&breakwater_machine::Folders::under(folder.path()));
        Self { folder, host }
    }

    fn temporary(&self) -> PathBuf {
        self.folder.path().join("temporary")
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    fn look(&self, files: &[PathBuf]) -> CheckUp {
        check_up::look_among(&self.host, files, &self.temporary(), &Quiet).unwrap()
    }

    fn look_at(&self, text: impl AsRef<[u8]>) -> CheckUp {
        self.look(&[self.file("list.csv", text)])
    }
}

/// A look at one file, and the desk that goes with it.
fn look_at(text: &str) -> (CheckUp, Desk) {
    let desk = Desk::new();
    (desk.look_at(text), desk)
}

fn rows(looked: &CheckUp, figure: Figure) -> Vec<CheckUpRowView> {
    let request = CheckUpRowsRequest {
        figure,
        offset: 0,
        limit: 500,
    };
    let window = looked.rows(&request).unwrap();
    assert_eq!(window.rows.len(), window.total as usize);
    window.rows
}

/// The rows of each finding, as the spreadsheet numbers them.
fn found(looked: &CheckUp, figure: Figure) -> Vec<Vec<u32>> {
    let mut findings: Vec<Vec<u32>> = Vec::new();
    for row in rows(looked, figure) {
        if row.finding as usize > findings.len() {
            findings.push(Vec::new());
        }
        findings.last_mut().unwrap().push(row.row);
    }
    findings
}

fn count(looked: &CheckUp, figure: Figure) -> u32 {
    let view = looked.view().unwrap();
    let found = view.figures.iter().find(|one| one.figure == figure);
    found.unwrap().count
}

/// Every row is of one unit or of none that can be told, and every row has a file.
fn assert_adds_up(looked: &CheckUp) {
    let view = looked.view().unwrap();
    assert_eq!(
        view.rows,
        view.units.iter().map(|unit| unit.rows).sum::<u32>()
    );
    assert_eq!(
        view.rows,
        view.files.iter().map(|file| file.rows).sum::<u32>()
    );
}

#[test]
fn one_account_in_other_spellings_is_known_twice_with_its_rows() {
    let (looked, _desk) = look_at(
        "url,first seen\n\
         https://www.tiktok.com/@Pier.Lantern,2026-01-02\n\
         https://www.tiktok.com/@slate_quay,2026-01-03\n\
         tiktok.com/@pier.lantern?lang=en,2026-02-02\n\
         https://www.tiktok.com/@slate_quay,2026-02-03\n\
         https://www.tiktok.com/@slate_quay/video/7300000000000000001,2026-02-03\n",
    );
    assert_eq!(looked.view().unwrap().accounts, 2);
    assert_eq!(found(&looked, Figure::KnownTwice), [[2, 4]]);
    let first = &rows(&looked, Figure::KnownTwice)[0];
    assert_eq!((first.how, first.of), (How::Spelling, 2));
    assert!(first.label.contains("Pier.Lantern"), "{}", first.label);
    assert_adds_up(&looked);
}

#[test]
fn one_id_under_two_handles_is_known_twice_and_a_passed_on_handle_is_not() {
    let (looked, _desk) = look_at(
        "platform,handle,user id\n\
         tiktok,old.lantern,6800000000000000001\n\
         tiktok,new.lantern,6800000000000000001\n\
         tiktok,passed.on,6800000000000000002\n\
         tiktok,passed.on,6800000000000000003\n",
    );
    assert_eq!(looked.view().unwrap().accounts, 3);
    assert_eq!(found(&looked, Figure::KnownTwice), [[2, 3]]);
    assert_eq!(rows(&looked, Figure::KnownTwice)[0].how, How::Id);
}

#[test]
fn handle_and_id_are_joined_by_the_row_that_names_both_wherever_it_stands() {
    let (looked, _desk) = look_at(
        "platform,handle,user id\n\
         tiktok,pier.lantern,\n\
         tiktok,,6800000000000000001\n\
         tiktok,pier.lantern,6800000000000000001\n",
    );
    assert_eq!(looked.view().unwrap().accounts, 1);
    assert_eq!(found(&looked, Figure::KnownTwice), [[2, 3, 4]]);
}

#[test]
fn the_same_person_as_x_and_as_twitter_is_said_apart() {
    let (looked, _desk) = look_at(
        "link\nhttps://x.com/made_up_pier\nhttps://twitter.com/Made_Up_Pier\nhttps://x.com/other_pier\n",
    );
    assert_eq!(found(&looked, Figure::TwoNames), [[2, 3]]);
    assert_eq!(rows(&looked, Figure::KnownTwice)[0].how, How::TwoNames);
    let (by_column, _desk) = look_at("platform,handle\nTwitter,made_up_pier\nX,made_up_pier\n");
    assert_eq!(found(&by_column, Figure::TwoNames), [[2, 3]]);
}

const OUTCOMES: &str = "platform,account,unit,referred_at,reference,decision,decided_at\n\
    tiktok,@lantern_a,account,2025-03-01,R1,removed,2025-03-04\n\
    tiktok,@lantern_a,account,2025-09-01,R7,,\n\
    tiktok,@lantern_b,account,2024-11-30,R2,,\n\
    tiktok,@lantern_c,account,2025-01-05,R3,,\n\
    tiktok,@lantern_c,account,2025-01-05,R3,declined,2025-02-01\n\
    tiktok,@lantern_d,account,2025-01-06,R4,Pending,\n\
    tiktok,@lantern_e,account,,,,\n";

#[test]
fn an_item_with_two_references_or_two_days_was_referred_twice() {
    let (looked, _desk) = look_at(OUTCOMES);
    assert_eq!(found(&looked, Figure::ReferredTwice), [[2, 3]]);
    let (by_day, _desk) = look_at(
        "handle,platform,date referred\na_pier,x,01/02/2025\na_pier,x,03/02/2025\nb_pier,x,01/02/2025\nb_pier,x,1 Feb 2025\n",
    );
    assert_eq!(found(&by_day, Figure::ReferredTwice), [[2, 3]]);
    assert_eq!(rows(&by_day, Figure::ReferredTwice)[0].how, How::Days);
}

#[test]
fn two_posts_of_one_account_are_two_items() {
    let (looked, _desk) = look_at(
        "url,referred_at,reference\n\
         https://www.tiktok.com/@quay/video/7300000000000000001,2025-01-01,R1\n\
         https://www.tiktok.com/@quay/video/7300000000000000002,2025-01-02,R2\n",
    );
    assert_eq!(count(&looked, Figure::ReferredTwice), 0);
    assert_eq!(looked.view().unwrap().accounts, 1);
}

#[test]
fn never_answered_begins_with_the_oldest_and_leaves_out_what_another_row_answers() {
    let (looked, _desk) = look_at(OUTCOMES);
    assert_eq!(
        found(&looked, Figure::NeverAnswered).concat(),
        [4, 7, 3],
        "rows of lantern_b, lantern_d, lantern_a"
    );
    let oldest = looked.view().unwrap().oldest.unwrap();
    assert_eq!((oldest.written.as_str(), oldest.row), ("2024-11-30", 4));
}

#[test]
fn a_yes_or_a_no_in_a_column_of_referrals_is_one_and_no_day() {
    let (looked, _desk) = look_at(
        "Konto;Plattform;gemeldet;gemeldet am;Ergebnis\n\
         one.quay;tiktok;ja;01.02.2026;entfernt\ntwo.quay;tiktok;ja;03.02.2026;noch offen\n\
         one.quay;tiktok;ja;;\nthree.quay;tiktok;nein;;\nfour.quay;tiktok;✔;;\nfour.quay;tiktok;ja;;\n",
    );
    assert_eq!(count(&looked, Figure::ReferredTwice), 0);
    assert_eq!(
        found(&looked, Figure::NeverAnswered),
        [vec![3], vec![6, 7]],
        "a yes tells of no further referral than the one that was answered"
    );
    let oldest = looked.view().unwrap().oldest.unwrap();
    assert_eq!((oldest.written.as_str(), oldest.row), ("03.02.2026", 3));
    let (days, _desk) = look_at(
        "compte,plateforme,signalé\na.quay,x,05/02/2026\na.quay,x,oui\na.quay,x,07/02/2026\n",
    );
    assert_eq!(found(&days, Figure::ReferredTwice), [[2, 3, 4]]);
}

#[test]
fn a_number_of_two_accounts_is_found_in_any_digits_and_says_if_its_country_is_unknown() {
    let (looked, _desk) = look_at(
        "platform,handle,bio,phone\n\
         tiktok,one.quay,WhatsApp +44 7700 900123,\n\
         tiktok,two.quay,تماس ۰۰۴۴۷۷۰۰۹۰۰۱۲۳,\n\
         tiktok,three.quay,,07700 900124\n\
         tiktok,four.quay,ring ٠٧٧٠٠٩٠٠١٢٤,\n\
         tiktok,four.quay,ring 07700900124,\n\
         tiktok,five.quay,price 4500000,\n\
         tiktok,six.quay,price 4500000,\n",
    );
    assert_eq!(
        found(&looked, Figure::SharedNumbers),
        [vec![2, 3], vec![4, 5, 6]]
    );
    let rows = rows(&looked, Figure::SharedNumbers);
    assert_eq!(
        (rows[0].label.as_str(), rows[0].how),
        ("+447700900123", How::WithCountry)
    );
    assert_eq!(
        (rows[2].label.as_str(), rows[2].how),
        ("07700900124", How::CountryUnknown)
    );
}

#[test]
fn a_number_dialled_at_home_goes_with_the_one_that_ends_like_it_if_there_is_only_one() {
    let one = "platform,handle,phone\nx,a_pier,+447700900123\nx,b_pier,07700 900123\nx,c_pier,07700900124\n";
    let (looked, _desk) = look_at(one);
    assert_eq!(found(&looked, Figure::SharedNumbers), [[2, 3]]);
    let row = &rows(&looked, Figure::SharedNumbers)[0];
    assert_eq!(
        (row.label.as_str(), row.how),
        ("+447700900123", How::CountryUnknown)
    );
    let (two_countries, _desk) = look_at(&format!("{one}x,d_pier,+997700900123\n"));
    assert_eq!(count(&two_countries, Figure::SharedNumbers), 0);
}

#[test]
fn rows_without_any_date_are_counted_whatever_the_column_is_called() {
    let (looked, _desk) = look_at(
        "handle,platform,first seen,observed later\na_pier,x,2026-01-01,\nb_pier,x,,3 March 2026\nc_pier,x,soon,\nd_pier,x,,\n",
    );
    assert_eq!(found(&looked, Figure::WithoutDate).concat(), [4, 5]);
}

#[test]
fn units_mixed_in_one_file_are_counted_and_open_their_rows() {
    let desk = Desk::new();
    let looked = desk.look_at(
        "url\nhttps://www.tiktok.com/@quay\nhttps://www.tiktok.com/@quay/video/7300000000000000001\nhttps://www.facebook.com/groups/100000000000001\nnothing\n",
    );
    let view = looked.view().unwrap();
    let units: Vec<_> = view.units.iter().map(|one| (one.unit, one.rows)).collect();
    assert_eq!(
        units,
        [
            (Some(Unit::Account), 1),
            (Some(Unit::Group), 1),
            (Some(Unit::Post), 1),
            (None, 1)
        ]
    );
    assert_eq!(count(&looked, Figure::Units), 1);
    assert_eq!(found(&looked, Figure::Units), [[2], [4], [3]]);
    assert_eq!(found(&looked, Figure::Unreadable), [[5]]);
    assert_adds_up(&looked);
}

#[test]
fn a_post_whose_account_nobody_knows_is_a_row_and_no_account() {
    let (looked, _desk) = look_at(
        "url,referred_at,reference\n\
         https://x.com/i/status/1500000000000000001,2026-01-01,R1\n\
         https://x.com/i/status/1500000000000000001,2026-02-01,R2\n\
         https://x.com/made_up_pier,2026-02-01,R3\n",
    );
    assert_eq!(looked.view().unwrap().accounts, 1);
    assert_eq!(count(&looked, Figure::Unreadable), 0);
    assert_eq!(found(&looked, Figure::ReferredTwice), [[2, 3]]);
    assert_adds_up(&looked);
}

#[test]
fn a_column_of_accounts_that_holds_addresses_and_handles_is_read_as_both() {
    let (looked, _desk) = look_at(
        "platform,account,unit\n\
         x,https://x.com/made_up_pier,\n\
         x,@made_up_pier,\n\
         x,twitter.com/made_up_pier,\n\
         x,https://x.com/made_up_pier/status/1500000000000000001,\n",
    );
    assert_eq!(looked.view().unwrap().accounts, 1);
    assert_eq!(found(&looked, Figure::TwoNames), [[2, 3, 4, 5]]);
    assert_eq!(found(&looked, Figure::Units), [vec![2, 3, 4], vec![5]]);
}

#[test]
fn a_clean_file_has_nothing_found_in_every_line() {
    let (looked, _desk) = look_at(
        "platform,handle,first seen,referred_at,reference,decision\n\
         tiktok,one.quay,2026-01-01,2026-01-02,R1,removed\n\
         tiktok,two.quay,2026-01-01,2026-01-02,R2,declined\n",
    );
    let view = looked.view().unwrap();
    assert!(
        view.figures
            .iter()
            .all(|figure| figure.count == 0 && figure.rows == 0)
    );
    assert!(view.figures.iter().all(|figure| figure.remark.is_none()));
    assert_eq!((view.rows, view.accounts, view.oldest), (2, 2, None));
}

#[test]
fn what_a_file_cannot_tell_is_said() {
    let (looked, _desk) = look_at("platform,handle\ntiktok,one.quay\n");
    let view = looked.view().unwrap();
    let remark = |figure| {
        view.figures
            .iter()
            .find(|one| one.figure == figure)
            .unwrap()
            .remark
    };
    assert_eq!(
        remark(Figure::ReferredTwice),
        Some(Remark::NoReferralColumn)
    );
    assert_eq!(remark(Figure::WithoutDate), Some(Remark::NoDateColumn));
    let (undecided, _desk) = look_at("platform,handle,referred_at\nx,one_quay,2026-01-01\n");
    assert_eq!(count(&undecided, Figure::NeverAnswered), 1);
}

#[test]
fn three_encodings_and_scripts_are_read_alike_and_findings_go_across_files() {
    let desk = Desk::new();
    let arabic = "المنصة;اسم المستخدم;النبذة\ntiktok;pier.lantern;عبور آمن ٠٠٤٤٧٧٠٠٩٠٠١٢٣\n";
    let (windows_1256, _, lost) = encoding_rs::WINDOWS_1256
        .encode("platform,handle,bio,phone\ntiktok,Pier.Lantern,رحلة آمنة,+447700900123\n");
    assert!(!lost);
    let wide: Vec<u8> = "\u{feff}platform\thandle\tbio\ntiktok\tother.quay\tتماس +۴۴ ۷۷۰۰ ۹۰۰۱۲۳\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let files = [
        desk.file("arabic.csv", arabic),
        desk.file("old.csv", windows_1256),
        desk.file("wide.tsv", wide),
    ];
    let looked = desk.look(&files);
    let view = looked.view().unwrap();
    let read: Vec<_> = view
        .files
        .iter()
        .map(|file| (&*file.encoding, &*file.delimiter))
        .collect();
    assert_eq!(
        read,
        [("utf-8", ";"), ("windows-1256", ","), ("utf-16le", "tab")]
    );
    assert_eq!((view.rows, view.accounts), (3, 2));
    let files: Vec<_> = rows(&looked, Figure::SharedNumbers)
        .into_iter()
        .map(|row| row.file)
        .collect();
    assert_eq!(files, ["arabic.csv", "old.csv", "wide.tsv"]);
    assert_eq!(count(&looked, Figure::KnownTwice), 1);
    assert_adds_up(&looked);
}

#[test]
fn rows_are_numbered_as_the_spreadsheet_numbers_them() {
    let (looked, _desk) = look_at(
        "handle,platform,\"notes\nof ours\"\na_pier,x,\"two\nlines\"\nb_pier,x,\"three\n\nlines\"\nc_pier,x,\n",
    );
    assert_eq!(found(&looked, Figure::WithoutDate).concat(), [2, 3, 4]);
    let (blank, _desk) = look_at(
        "handle,platform\r\na_pier,x\r\n\r\n\r\nb_pier,x\r\n\"c\r\n_pier\",x\r\nd_pier,x\r\n",
    );
    assert_eq!(found(&blank, Figure::WithoutDate).concat(), [2, 5, 6, 7]);
    let plain = look_at("\"hand\nle\",platform\n\na_pier,x\n\nb_pier,x\nc_pier,x");
    assert_eq!(found(&plain.0, Figure::WithoutDate).concat(), [3, 5, 6]);
    let (titled, _desk) = look_at("Desk 3\r\n\r\nhandle,platform\r\na_pier,x\r\nb_pier,x\r\n");
    assert_eq!(found(&titled, Figure::WithoutDate).concat(), [4, 5]);
    let old_mac = look_at("handle,platform\ra_pier,x\rb_pier,x\r");
    assert_eq!(found(&old_mac.0, Figure::WithoutDate).concat(), [2, 3]);
    let (no_header, _desk) = look_at("https://x.com/a_pier\nhttps://x.com/b_pier\n");
    assert_eq!(found(&no_header, Figure::WithoutDate).concat(), [1, 2]);
}

fn holds(folder: &Path, planted: &[u8]) -> bool {
    let mut folders = vec![folder.to_path_buf()];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            files += 1;
            let bytes = fs::read(&path).unwrap();
            if bytes.windows(planted.len()).any(|window| window == planted) {
                return true;
            }
        }
    }
    assert!(files > 2, "there is nothing to look through");
    false
}

#[test]
fn nothing_is_on_disk_in_plain_and_nothing_is_left() {
    let desk = Desk::new();
    let looked = desk.look_at("platform,handle,bio\ntiktok,planted.quay,planted words\n");
    for planted in ["planted", "list.csv"] {
        assert!(!holds(&desk.temporary(), planted.as_bytes()), "{planted}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let place = fs::read_dir(desk.temporary())
            .unwrap()
            .next()
            .unwrap()
            .unwrap();
        assert_eq!(
            place.metadata().unwrap().permissions().mode() & 0o777,
            0o700
        );
    }
    drop(looked);
    assert_eq!(fs::read_dir(desk.temporary()).unwrap().count(), 0);
    assert!(!desk.folder.path().join("hints").exists());
}

/// Stops at the first step.
struct Stop;

impl Progress for Stop {
    fn step(&self, _done: u64, _total: Option<u64>, _unit: &'static str) {}
    fn is_cancelled(&self) -> bool {
        true
    }
}

#[test]
fn a_stopped_look_leaves_nothing() {
    let desk = Desk::new();
    let file = desk.file("list.csv", "handle,platform\na_pier,x\n");
    let stopped = check_up::look_among(&desk.host, &[file], &desk.temporary(), &Stop);
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert_eq!(fs::read_dir(desk.temporary()).unwrap().count(), 0);
}

#[test]
fn what_a_killed_program_left_is_swept_and_nothing_else_is() {
    let desk = Desk::new();
    let running = desk.look_at("handle,platform\na_pier,x\n");
    let left = desk
        .temporary()
        .join(format!("breakwater-look-{}", "0".repeat(32)));
    fs::create_dir(&left).unwrap();
    fs::write(left.join("lock"), "").unwrap();
    let others = ["breakwater-look-mine", "something else"].map(|name| desk.temporary().join(name));
    for other in &others {
        fs::create_dir(other).unwrap();
        fs::write(other.join("lock"), "").unwrap();
    }
    let beginning = desk
        .temporary()
        .join(format!("breakwater-look-{}", "1".repeat(32)));
    fs::create_dir(&beginning).unwrap();
    assert_eq!(check_up::sweep_among(&desk.temporary()), 1);
    assert!(!left.exists() && beginning.exists());
    assert!(others.iter().all(|other| other.exists()));
    assert_eq!(
        running.view().unwrap().rows,
        1,
        "a look that runs is left alone"
    );
}

fn case(desk: &Desk) -> breakwater_casework::Session {
    let request = NewCaseRequest {
        place: String::new(),
        title: "Test sweep".into(),
        reference: "T/1".into(),
        marking: Marking::Official,
        officer_name: "Test officer".into(),
        officer_number: "4417".into(),
        passphrase: "harbour lantern nine quiet gulls".into(),
        unit_recovery: vec![],
    };
    let place = desk.folder.path().join("a.case");
    let pending = case::create::prepare(&desk.host, request, &place, &[]).unwrap();
    pending.commit_with_file().unwrap()
}

#[test]
fn a_kept_look_is_the_cases_first_import_and_loses_no_row() {
    let desk = Desk::new();
    let looked = desk.look_at(OUTCOMES);
    let session = case(&desk);
    let kept = keep::keep(&looked, &session, &Quiet).unwrap();
    assert_eq!(kept.len(), 1);
    assert!(kept[0].batch.is_some() && kept[0].counts.adds_up());
    let view = looked.view().unwrap();
    assert_eq!(
        (kept[0].counts.read, kept[0].counts.created),
        (view.rows, view.accounts)
    );
    let request = ListRequest {
        scope: AccountScope::All,
        limit: 10,
        ..ListRequest::default()
    };
    let list = account::list::list(&session, &request).unwrap();
    assert_eq!(list.rows.len(), view.accounts as usize);
}

#[test]
fn a_file_that_changed_since_the_look_is_not_kept() {
    let desk = Desk::new();
    let looked = desk.look_at(OUTCOMES);
    desk.file("list.csv", "handle,platform\na_pier,x\n");
    let session = case(&desk);
    let kept = keep::keep(&looked, &session, &Quiet);
    assert!(matches!(
        kept,
        Err(Error::Refused {
            rule: "file-as-looked-at",
            ..
        })
    ));
}

#[test]
fn copied_text_says_where_it_stands_and_leads_nowhere() {
    let (looked, _desk) = look_at("url,notes\nhttps://x.com/a_pier,see https://x.com/b_pier too\n");
    let text = looked.safe_text(Figure::WithoutDate, 0).unwrap();
    assert_eq!(
        text,
        "list.csv, row 2\nurl: hxxps://x[.]com/a_pier\nnotes: see hxxps://x[.]com/b_pier too"
    );
}
