//! Outcomes files: every row lands on the right item, or is listed.

use crate::bench::Bench;
use crate::sent::Sent;
use breakwater_casefile::table::past::{self, Of};
use breakwater_casework::outcomes::Mapping;
use breakwater_casework::outcomes::take::{self, Preview};
use breakwater_casework::{Quiet, Session, account, paste, referral};
use breakwater_model::assessment::Decision;
use breakwater_model::import::{ImportCounts, ImportResultView, ImportWarning};
use breakwater_model::outcomes::OutcomesFileRequest;
use breakwater_model::paste::LinkGroup;
use breakwater_model::platform::Platform;
use breakwater_model::referral::{
    DraftReferralRequest, OutcomeRequest, PlatformDecision, ReferralState,
};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::Path;

const HEADER: &str = "platform,account,unit,referred_at,reference,decision,decided_at,reason\n";

fn preview(session: &Session, folder: &Path, text: &str) -> Preview {
    let file = folder.join("outcomes.csv");
    std::fs::write(&file, text).unwrap();
    take::preview(session, &file, &OutcomesFileRequest::default(), &Quiet).unwrap()
}

fn import(session: &Session, folder: &Path, text: &str) -> ImportResultView {
    let preview = preview(session, folder, text);
    let dry = preview.result();
    let result = take::commit(session, &preview, &Quiet).unwrap();
    assert!(result.counts.adds_up());
    assert_eq!(dry.counts, result.counts);
    result
}

fn on(bench: &Bench, rows: &str) -> ImportResultView {
    import(
        &bench.session,
        bench.folder.path(),
        &format!("{HEADER}{rows}"),
    )
}

fn rejected(preview: &Preview, folder: &Path) -> Vec<String> {
    let out = folder.join("errors.csv");
    preview.save_rejected(&out).unwrap();
    let text = std::fs::read_to_string(&out).unwrap();
    let mut csv = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    csv.records()
        .map(|row| row.unwrap().iter().next_back().unwrap().to_owned())
        .collect()
}

fn counts(counts: ImportCounts) -> [u32; 5] {
    [
        counts.created,
        counts.updated,
        counts.unchanged,
        counts.merged,
        counts.rejected,
    ]
}

/// What is kept of an account's imported history: unit, reference, and its events in order.
fn history(session: &Session, label: &str) -> Vec<(String, String, Vec<String>)> {
    let bench_rows = {
        let request = breakwater_model::list::ListRequest {
            scope: breakwater_model::list::AccountScope::All,
            limit: 5_000,
            ..breakwater_model::list::ListRequest::default()
        };
        account::list::list(session, &request).unwrap().rows
    };
    let id = bench_rows.iter().find(|row| row.label == label).unwrap().id;
    session
        .read(|reader| {
            let row = breakwater_casefile::table::account::row(reader, id)?;
            let mut all = Vec::new();
            for item in past::of_account_all(reader, row)? {
                if item.is_standing {
                    let said = past::said_of(reader, Of::Past(item.row))?;
                    let events = said
                        .iter()
                        .map(|said| format!("{} {} {}", said.kind, said.value, said.happened.at))
                        .collect();
                    all.push((format!("{:?}", item.unit), item.reference, events));
                }
            }
            Ok(all)
        })
        .unwrap()
}

#[test]
fn history_makes_accounts_marked_as_imported_and_keeps_units_apart() {
    let bench = Bench::new();
    bench.import("platform,handle,bio\ntiktok,known,words\n");
    let result = on(
        &bench,
        "tiktok,https://www.tiktok.com/@known,,2025-03-01,R1,removed,2025-03-04,breaks rules\n\
         TikTok,known,post,2025-03-01,R1,,,\n\
         x,@never_seen,account,2025-03-01T10:00:00Z,R2,Taken down,2025-03-02T12:00:00Z,\n\
         facebook,100012345678901,page,2025-03-01,R3,No reply,,\n",
    );
    assert_eq!(counts(result.counts), [4, 0, 0, 0, 0]);
    let rows = bench.accounts();
    assert_eq!(rows.len(), 3);
    let status = |label: &str| {
        let row = rows.iter().find(|row| row.label.contains(label)).unwrap();
        format!("{:?}", row.status)
    };
    assert_eq!(status("never_seen"), "Closed");
    assert_eq!(status("100012345678901"), "Sent");
    assert_eq!(
        status("@known"),
        "New",
        "an account of the case stays where it stood"
    );
    let made = rows.iter().find(|row| row.label == "@never_seen").unwrap();
    let read = account::read::read(&bench.session, made.id).unwrap();
    assert_eq!(read.source.as_deref(), Some("imported history"));
    let known = history(&bench.session, "@known");
    assert_eq!(known.len(), 2);
    assert_eq!(known[0].0, "Account");
    assert_eq!(known[1].0, "Post");
    assert_eq!(known[0].2.len(), 2);
    assert!(known[0].2[1].starts_with("decided removed 2025-03-04T23:59:59"));
    imported_decisions_are_found_where_one_looks(&bench);
}

/// By what was pasted, by the reference, and in the account.
fn imported_decisions_are_found_where_one_looks(bench: &Bench) {
    on(
        bench,
        "x,@gave_none,account,2025-03-01,R4,declined,2025-03-02,no breach\n\
         x,@no_answer,account,2025-03-01,NCA/2025/0779,,,\n",
    );
    let group = |text: &str| paste::look_up(&bench.session, text).unwrap()[0].group;
    assert_eq!(group("https://x.com/never_seen"), LinkGroup::Removed);
    assert_eq!(group("https://x.com/gave_none"), LinkGroup::Declined);
    assert_eq!(group("https://x.com/no_answer"), LinkGroup::Waiting);
    let found = |search: &str| -> Vec<String> {
        bench.session.settle();
        let request = breakwater_model::list::ListRequest {
            search: search.to_owned(),
            limit: 10,
            ..breakwater_model::list::ListRequest::default()
        };
        let rows = account::list::list(&bench.session, &request).unwrap().rows;
        rows.into_iter().map(|row| row.label).collect()
    };
    assert_eq!(found("NCA/2025/0779"), ["@no_answer"]);
    assert_eq!(found("reference:r4"), ["@gave_none"]);
    let rows = bench.accounts();
    let id = rows
        .iter()
        .find(|row| row.label == "@gave_none")
        .unwrap()
        .id;
    let past = account::read::read(&bench.session, id).unwrap().past;
    assert_eq!((past.len(), past[0].reference.as_str()), (1, "R4"));
    let said = &past[0].said[1];
    assert_eq!(
        [&*said.kind, &*said.value, &*said.reason],
        ["decided", "declined", "no breach"]
    );
}

#[test]
fn a_later_decision_is_a_further_one_of_the_same_item_and_the_same_file_again_changes_nothing() {
    let bench = Bench::new();
    let rows = "tiktok,one,,2025-03-01,R1,limited,2025-03-02,\n\
         tiktok,@one,account,2025-03-01, r1 ,removed,2025-03-09,\n\
         tiktok,one,,2025-05-01,R2,declined,2025-05-02,\n\
         tiktok,one,,,R2,removed,2025-06-02,appeal\n\
         tiktok,two,,2025-05-01,,,,\n\
         tiktok,two,,2025-05-01,,removed,2025-05-03,\n";
    let first = on(&bench, rows);
    assert_eq!(counts(first.counts), [3, 0, 0, 3, 0]);
    let one = history(&bench.session, "@one");
    assert_eq!(one.len(), 2);
    assert_eq!(one[0].2.len(), 3);
    assert!(one[1].2[2].starts_with("decided removed 2025-06-02"));
    let again = on(&bench, rows);
    assert_eq!(counts(again.counts), [0, 0, 3, 3, 0]);
    assert_eq!(history(&bench.session, "@one"), one);
    let later = on(&bench, "tiktok,one,,,R1,reinstated,2025-09-01,\n");
    assert_eq!(counts(later.counts), [0, 1, 0, 0, 0]);
    assert_eq!(history(&bench.session, "@one").len(), 2);
}

#[test]
fn the_order_of_the_rows_does_not_decide_where_they_land() {
    let lines = [
        "tiktok,one,,,R1,removed,2025-03-09,",
        "tiktok,one,,2025-03-01,R1,limited,2025-03-02,",
        "tiktok,two,,2025-03-01,,,,",
        "tiktok,two,,,,removed,2025-03-05,",
    ];
    let forward = Bench::new();
    on(&forward, &format!("{}\n", lines.join("\n")));
    let backward = Bench::new();
    let turned: Vec<&str> = lines.iter().rev().copied().collect();
    let result = on(&backward, &format!("{}\n", turned.join("\n")));
    assert_eq!(counts(result.counts), [2, 0, 0, 2, 0]);
    for label in ["@one", "@two"] {
        assert_eq!(
            history(&forward.session, label),
            history(&backward.session, label)
        );
    }
}

#[test]
fn every_mismatch_is_listed_with_its_reason_and_nothing_of_it_is_taken() {
    let bench = Bench::new();
    let cases = [
        ("x,https://www.tiktok.com/@one,,2025-03-01,R,,,", "tiktok"),
        (",,,2025-03-01,R,,,", "no address"),
        (
            "tiktok,https://vm.tiktok.com/ZMabc/,,2025-03-01,R,,,",
            "short link",
        ),
        ("tiktok,one,,2025-03-01,R,purple,2025-03-02,", "purple"),
        ("tiktok,one,heap,2025-03-01,R,,,", "heap"),
        ("tiktok,one,,2025-03-01,R,removed,,", "decided_at"),
        ("tiktok,one,,2025-03-01,R,,2025-03-02,", "no decision"),
        ("tiktok,one,,2025-03-05,R,removed,2025-03-02,", "before"),
        ("tiktok,one,,2025-13-05,R,,,", "referred_at"),
        ("tiktok,one,,2027-01-05,R,,,", "not come yet"),
        ("tiktok,one,,,R,removed,2025-03-02,", "no item"),
        ("tiktok,one,,,,removed,2025-03-02,", "neither"),
    ];
    let mut text = HEADER.to_owned();
    for (row, _) in &cases {
        writeln!(text, "{row}").unwrap();
    }
    let preview = preview(&bench.session, bench.folder.path(), &text);
    let told = preview.result().counts;
    assert_eq!(counts(told), [0, 0, 0, 0, 12]);
    let reasons = rejected(&preview, bench.folder.path());
    for ((row, said), reason) in cases.iter().zip(&reasons) {
        assert!(reason.contains(said), "{row}: {reason}");
    }
    take::commit(&bench.session, &preview, &Quiet).unwrap();
    assert!(bench.accounts().is_empty());
}

#[test]
fn a_reply_lands_on_the_referral_that_was_sent_from_this_case() {
    let sent = Sent::of(2);
    sent.wait(48);
    let day = |hours: i64| {
        let at = sent.desk().host().now().plus_ms(hours * 3_600_000);
        at.to_string()[..10].to_owned()
    };
    let (today, then) = (day(0), day(-48));
    let text = format!(
        "{HEADER}tiktok,@made_up_0,,{then},tt-1,removed,{today},breaks rules\n\
         tiktok,made_up_1,,,,Account suspended,{today},\n\
         tiktok,made_up_2,,{then},TT-1,removed,{today},\n\
         tiktok,made_up_1,,2024-01-05,OLD,declined,2024-01-09,\n\
         tiktok,made_up_1,group,,TT-1,removed,{today},\n"
    );
    sent.desk().settle();
    for search in ["R-001", "reference:tt-1"] {
        let request = breakwater_model::list::ListRequest {
            search: search.to_owned(),
            limit: 10,
            ..breakwater_model::list::ListRequest::default()
        };
        let total = account::list::list(sent.desk(), &request).unwrap().total;
        assert_eq!(total, 2, "{search}");
    }
    let folder = sent.out("");
    let shown = preview(sent.desk(), &folder, &text);
    assert_eq!((shown.view().sent_items, shown.view().accounts), (2, 0));
    let reasons = rejected(&shown, &folder);
    assert_eq!(reasons.len(), 2);
    assert!(reasons[0].contains("no item of it"), "{reasons:?}");
    assert!(reasons[1].contains("is no group"), "{reasons:?}");
    what_was_not_sent_is_no_answer(&sent, &today);
    let result = import(sent.desk(), &folder, &text);
    assert_eq!(counts(result.counts), [1, 2, 0, 0, 2]);
    let view = sent.view();
    assert_eq!(view.state, ReferralState::Closed);
    for (item, decision) in view.items.iter().zip(["removed", "suspended"]) {
        let last = item.events.last().unwrap();
        assert_eq!(
            (last.kind.as_str(), last.value.as_str()),
            ("decided", decision)
        );
    }
    assert_eq!(history(sent.desk(), "@made_up_1").len(), 1);
    assert!(history(sent.desk(), "@made_up_0").is_empty());
    let again = import(sent.desk(), &folder, &text);
    assert_eq!(counts(again.counts), [0, 0, 3, 0, 2]);

    let done = account::undo::undo_import(sent.desk(), result.batch.unwrap(), "wrong file", &Quiet)
        .unwrap();
    assert_eq!(done.kept, 0);
    assert_eq!(
        sent.view().state,
        ReferralState::Sent,
        "an answer is awaited again"
    );
    assert!(history(sent.desk(), "@made_up_1").is_empty());
}

/// A reference of a draft is no answer; whatever else is not as usual is listed by line.
fn what_was_not_sent_is_no_answer(sent: &Sent, today: &str) {
    let draft = DraftReferralRequest {
        platform: Platform("tiktok".into()),
        accounts: vec![sent.accounts[2]],
        policy: None,
        law: None,
        route: None,
        summary: None,
        seen_live: None,
    };
    let draft = referral::draft::draft(sent.desk(), &draft).unwrap();
    let ours = &draft.outside_reference;
    let text = format!(
        "{HEADER}tiktok,made_up_2,,2024-01-05,{ours},removed,{today},\n\
         tiktok,made_up_2,,2024-01-05,{ours},reinstated,{today},\n\
         tiktok,made_up_1,,,TT-1,reinstated,{today},\n\
         tiktok,made_up_1,,,TT-1,limited,{today},\n\
         tiktok,old,,2024-01-05,,declined,2024-01-09,\n\
         tiktok,old,,2024-01-05,,declined,2024-01-09,\n\
         gizmo,old,,2024-01-05,G,removed,2024-01-09,\n"
    );
    let folder = sent.out("");
    let shown = preview(sent.desk(), &folder, &text);
    assert_eq!(counts(shown.result().counts), [2, 1, 0, 2, 2]);
    let reasons = rejected(&shown, &folder);
    let not_sent = format!("{} was not marked sent; mark it sent first", draft.label);
    assert_eq!(reasons[0], not_sent);
    assert_eq!(reasons[1], not_sent);
    let lines = |kind| {
        let warnings = shown.view().warnings;
        let found = warnings.into_iter().find(|one| one.kind == kind);
        found.map(|one| one.lines).unwrap_or_default()
    };
    assert_eq!(lines(ImportWarning::NoReference), [6, 7]);
    assert_eq!(lines(ImportWarning::SaidTwice), [7]);
    assert_eq!(lines(ImportWarning::GroundNotSaid), [6, 7]);
    assert_eq!(lines(ImportWarning::UnknownPlatform), [8]);
    let told = shown.remarks().join("\n");
    assert!(
        told.contains(&format!("2 rows rejected: {not_sent} (lines 2, 3)")),
        "{told}"
    );
    rows_are_told(sent, &shown);
    decisions_are_held_against_what_was_before(sent);
}

/// Every row stands in the file of rows, with what it adds.
fn rows_are_told(sent: &Sent, shown: &Preview) {
    let out = sent.out("rows.csv");
    assert_eq!(shown.save_rows(&out).unwrap(), 7);
    let text = std::fs::read_to_string(&out).unwrap();
    let mut csv = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = csv.records().map(Result::unwrap).collect();
    // The third adds what was put back, after the fourth said that it was limited.
    assert_eq!(&rows[0][1], "rejected");
    assert_eq!(
        (&rows[2][0], &rows[2][1], &rows[2][3]),
        ("4", "merged", "decided")
    );
    assert_eq!((&rows[4][3], &rows[4][5]), ("sent", "imported 2024-01-05"));
    assert_eq!(
        (&rows[5][3], &rows[5][5]),
        ("decided", "declined 2024-01-09")
    );
    assert_eq!((&rows[6][1], &rows[6][3]), ("merged", ""));
    assert!(rows[6][6].ends_with("an earlier row says the same"));
}

/// A platform puts back what it never said it took down, and a refusal without a ground says so.
fn decisions_are_held_against_what_was_before(sent: &Sent) {
    let request = |decision| OutcomeRequest {
        referral: sent.referral,
        account: sent.accounts[0],
        decision,
        at: None,
        reason: String::new(),
    };
    referral::after::outcome(sent.desk(), &request(PlatformDecision::Reinstated)).unwrap();
    referral::after::take_back_outcome(sent.desk(), sent.referral, sent.accounts[0]).unwrap();
    let declined = referral::after::outcome(sent.desk(), &request(PlatformDecision::Declined));
    assert!(
        declined.unwrap().items[0]
            .events
            .last()
            .unwrap()
            .lacks_ground
    );
    referral::after::take_back_outcome(sent.desk(), sent.referral, sent.accounts[0]).unwrap();
}

#[test]
fn history_of_an_account_with_an_open_item_stays_history() {
    let sent = Sent::of(1);
    let text = format!("{HEADER}tiktok,made_up_0,,2024-01-05,,removed,2024-01-09,\n");
    let result = import(sent.desk(), &sent.out(""), &text);
    assert_eq!(counts(result.counts), [1, 0, 0, 0, 0]);
    assert_eq!(sent.view().state, ReferralState::Sent);
    let withdrawn = format!(
        "{HEADER}tiktok,made_up_0,,,TT-1,withdrawn,{},\n",
        sent.desk().host().now()
    );
    let shown = preview(sent.desk(), &sent.out(""), &withdrawn);
    assert!(rejected(&shown, &sent.out(""))[0].contains("withdraw the item there"));
    let view = referral::read::read(sent.desk(), sent.referral).unwrap();
    assert_eq!(view.items[0].events.len(), 1);
}

#[test]
fn an_import_is_taken_back_but_for_what_was_worked_on_and_comes_again() {
    let bench = Bench::new();
    bench.import("platform,handle,bio\ntiktok,known,words\n");
    let rows = "tiktok,known,,2025-03-01,R1,removed,2025-03-04,\n\
        tiktok,made,,2025-03-01,R1,removed,2025-03-04,\n\
        tiktok,worked,,2025-03-01,R1,removed,2025-03-04,\n";
    let batch = on(&bench, rows).batch.unwrap();
    let worked = bench
        .accounts()
        .iter()
        .find(|row| row.label == "@worked")
        .unwrap()
        .id;
    bench.decide(worked, Decision::NoAction);
    let done = account::undo::undo_import(&bench.session, batch, "", &Quiet).unwrap();
    assert_eq!((done.accounts, done.kept_accounts.len()), (1, 1));
    assert_eq!(done.kept_accounts[0].label, "@worked");
    let labels: Vec<String> = bench.accounts().into_iter().map(|row| row.label).collect();
    assert!(!labels.contains(&"@made".to_owned()), "{labels:?}");
    assert!(history(&bench.session, "@known").is_empty());
    assert_eq!(history(&bench.session, "@worked").len(), 1);
    let again = on(&bench, rows);
    assert_eq!(counts(again.counts), [2, 0, 1, 0, 0]);
    assert_eq!(history(&bench.session, "@known").len(), 1);
    let third = on(&bench, rows);
    assert_eq!(counts(third.counts), [0, 0, 3, 0, 0]);
}

#[test]
fn wordings_of_a_mapping_are_taken_and_kept() {
    let bench = Bench::new();
    let mapping = bench.file(
        "unit.mapping",
        "Konto=account\nAntwort=decision\nAm=decided-at\nGemeldet=referred-at\ndecision: ist weg=removed\n",
    );
    let file = bench.file(
        "german.csv",
        "Netz;Konto;Gemeldet;Antwort;Am\ntiktok;one;01.03.2025;ist weg;05.03.2025\n",
    );
    let request = |mapping: &str| OutcomesFileRequest {
        mapping: Some(mapping.to_owned()),
        ..OutcomesFileRequest::default()
    };
    let by_file = |mapping: &Path| {
        let mapping = Mapping::of_file(mapping).unwrap();
        let plain = OutcomesFileRequest::default();
        take::preview_by(&bench.session, &file, &plain, mapping, &Quiet).unwrap()
    };
    // Nothing says which network it is: the row is listed, and the column told of.
    let told = by_file(&mapping);
    assert_eq!(counts(told.result().counts), [0, 0, 0, 0, 1]);
    assert_eq!(told.view().unused, ["Netz"]);
    let better = bench.file(
        "better.mapping",
        "Netz=platform\nKonto=account\nAntwort=decision\nAm=decided-at\nGemeldet=referred-at\ndecision: ist weg=removed\n",
    );
    let told = by_file(&better);
    assert_eq!(counts(told.result().counts), [1, 0, 0, 0, 0]);
    told.keep_mapping(&bench.session, "German desk", false)
        .unwrap();
    let by_name = request("German desk");
    let told = take::preview(&bench.session, &file, &by_name, &Quiet).unwrap();
    assert_eq!(counts(told.result().counts), [1, 0, 0, 0, 0]);
    assert!(take::preview(&bench.session, &file, &request("nobody's"), &Quiet).is_err());
}

const DECISIONS: [&str; 8] = [
    "removed",
    "Suspended",
    "limited",
    "no action",
    "not found",
    "more info",
    "",
    "pending",
];

/// Eight thousand rows about six thousand accounts; the place of each is known beforehand.
fn eight_thousand() -> String {
    let mut text = String::new();
    for number in 0..8_000 {
        let account = number % 6_000;
        let written = match number % 4 {
            0 => format!("https://www.tiktok.com/@acc_{account}?lang=en"),
            1 => format!("@acc_{account}"),
            _ => format!("acc_{account}"),
        };
        let decided = match number {
            _ if number % 8 >= 6 => "",
            6_000.. => "2025-05-02",
            _ => "2025-04-02",
        };
        let decision = DECISIONS[number % 8];
        let reference = format!("REF-{account}");
        writeln!(
            text,
            "tiktok,{written},,2025-04-01,{reference},{decision},{decided},"
        )
        .unwrap();
    }
    text
}

#[test]
fn eight_thousand_rows_land_on_the_right_items() {
    let bench = Bench::new();
    let mut known = String::from("platform,handle,bio\n");
    for number in (0..6_000).step_by(3) {
        writeln!(known, "tiktok,acc_{number},").unwrap();
    }
    bench.import(&known);
    let rows = eight_thousand();
    let begun = std::time::Instant::now();
    let result = on(&bench, &rows);
    eprintln!("8,000 rows taken in {:?}", begun.elapsed());
    assert_eq!(counts(result.counts), [6_000, 0, 0, 2_000, 0]);
    let again = on(&bench, &rows);
    assert_eq!(counts(again.counts), [0, 0, 6_000, 2_000, 0]);
    let now = bench.session.host().now();
    let check = |reader: &breakwater_casefile::Reader<'_>| {
        for number in 0..6_000usize {
            let folded = format!("acc_{number}");
            let row = breakwater_casefile::table::sighting::holder_of_handle(
                reader, "tiktok", &folded, now,
            )?;
            let items = past::of_account_all(reader, row.unwrap())?;
            assert_eq!(items.len(), 1, "{folded}");
            assert_eq!(items[0].reference, format!("REF-{number}"));
            let said = past::said_of(reader, Of::Past(items[0].row))?;
            let first = usize::from(number % 8 < 6);
            let second = usize::from(number < 2_000 && (number + 6_000) % 8 < 6);
            assert_eq!(said.len(), 1 + first + second, "{folded}");
        }
        Ok(())
    };
    bench.session.read(check).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn rows_in_are_rows_out_and_importing_twice_changes_nothing(
        rows in prop::collection::vec(
            (0usize..4, 0usize..4, 0usize..3, 0usize..4, 0usize..10, 0usize..4), 1..40,
        ),
    ) {
        let bench = Bench::new();
        bench.import("platform,handle,bio\ntiktok,a0,\n");
        let mut text = HEADER.to_owned();
        for (account, shape, unit, reference, decision, day) in &rows {
            let written = match shape {
                0 => format!("a{account}"),
                1 => format!("@A{account}"),
                2 => format!("https://www.tiktok.com/@a{account}"),
                _ => format!("https://www.tiktok.com/@a{account}/video/71234567890123{account}"),
            };
            let unit = ["", "account", "post"][*unit];
            let reference = ["", "R1", "r1 ", "R2"][*reference];
            let word = ["removed", "suspended", "limited", "declined", "not-found", "more-asked",
                "reinstated", "withdrawn", "", "nonsense"][*decision];
            let decided = if word.is_empty() { String::new() } else { format!("2025-02-0{}", day + 1) };
            let referred = if *day == 3 { "" } else { "2025-01-05" };
            writeln!(text, "tiktok,{written},{unit},{referred},{reference},{word},{decided},").unwrap();
        }
        let folder = bench.folder.path();
        let first = import(&bench.session, folder, &text);
        prop_assert_eq!(first.counts.read as usize, rows.len());
        let accounts = bench.accounts().len();
        let again = import(&bench.session, folder, &text);
        prop_assert_eq!(again.counts.created + again.counts.updated, 0);
        prop_assert_eq!(again.counts.rejected, first.counts.rejected);
        prop_assert_eq!(again.counts.unchanged, first.counts.created + first.counts.updated);
        prop_assert_eq!(bench.accounts().len(), accounts);
    }
}
