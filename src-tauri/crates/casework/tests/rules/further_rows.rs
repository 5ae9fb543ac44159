//! Several rows of a file for one account, and texts that change from file to file: the account is shown as it was seen
//! last, nothing a row says is lost, and a translation is of the words it was made of.

use crate::bench::{Bench, rule};
use breakwater_casework::exchange::import;
use breakwater_casework::linguist::languages;
use breakwater_casework::{Quiet, account, referral};
use breakwater_model::account::{AccountView, TranslateRequest, TranslationStatus};
use breakwater_model::assessment::Decision;
use breakwater_model::import::RowFate;
use breakwater_model::referral::ReferralView;

const HEADER: &str = "platform,handle,id,bio,followers,reason,colour,first seen\n";

/// Rows for one account: what each says, with the date it was seen or none.
const ROWS: [(&str, &str); 4] = [
    ("seen in October", "2026-10-01"),
    ("seen in November", "2026-11-20"),
    ("seen in between", "2026-11-04"),
    ("seen nobody says when", ""),
];

fn line(row: (&str, &str)) -> String {
    line_of("angli_24h", row)
}

fn line_of(handle: &str, (said, seen): (&str, &str)) -> String {
    format!("tiktok,{handle},,bio {said},followers {said},reason {said},colour {said},{seen}\n")
}

fn view(bench: &Bench) -> AccountView {
    account::read::read(&bench.session, bench.one()).unwrap()
}

/// Everything the case holds about the account in words.
fn held(view: &AccountView) -> String {
    let mut all = vec![
        view.bio.clone().unwrap_or_default(),
        view.followers.clone().unwrap_or_default(),
        view.flagged_reason.clone().unwrap_or_default(),
    ];
    all.extend(view.extra.iter().map(|cell| cell.value.clone()));
    all.extend(view.notes.iter().map(|note| note.text.clone()));
    let changes = view.history.iter().flat_map(|line| [&line.old, &line.new]);
    all.extend(changes.flatten().cloned());
    all.join("\n")
}

fn orders() -> Vec<Vec<(&'static str, &'static str)>> {
    let mut all = vec![vec![]];
    for _ in 0..ROWS.len() {
        all = all
            .iter()
            .flat_map(|begun: &Vec<_>| {
                ROWS.iter()
                    .filter(|row| !begun.contains(*row))
                    .map(|row| [begun.clone(), vec![*row]].concat())
                    .collect::<Vec<_>>()
            })
            .collect();
    }
    all
}

#[test]
fn nothing_a_further_row_says_is_lost_and_the_file_again_changes_nothing() {
    let bench = Bench::new();
    let orders = orders();
    let lines = orders.iter().enumerate().flat_map(|(number, order)| {
        let handle = format!("angli.{number}");
        order.iter().map(move |row| line_of(&handle, *row))
    });
    let file = format!("{HEADER}{}", lines.collect::<String>());
    let done = bench.import(&file);
    assert_eq!((done.counts.created, done.counts.merged), (24, 72));
    let read = |number: usize| {
        let label = format!("@angli.{number}");
        let all = bench.accounts();
        let row = all.iter().find(|row| row.label == label).unwrap();
        account::read::read(&bench.session, row.id).unwrap()
    };
    let once: Vec<AccountView> = (0..orders.len()).map(read).collect();
    for (view, order) in once.iter().zip(&orders) {
        let held = held(view);
        for (said, _) in ROWS {
            for field in ["bio", "followers", "reason", "colour"] {
                let words = format!("{field} {said}");
                assert!(held.contains(&words), "{order:?}: {words}\n{held}");
            }
        }
        assert_eq!(
            view.bio.as_deref(),
            Some("bio seen in November"),
            "{order:?}"
        );
    }
    let again = bench.import(&file);
    assert_eq!((again.counts.unchanged, again.counts.merged), (24, 72));
    for (before, (number, order)) in once.iter().zip(orders.iter().enumerate()) {
        let after = read(number);
        assert_eq!(after.history.len(), before.history.len(), "{order:?}");
        assert_eq!(after.bio, before.bio, "{order:?}");
    }
}

#[test]
fn a_preview_tells_which_of_two_rows_stands_and_what_becomes_a_note() {
    for known in [false, true] {
        let bench = Bench::new();
        if known {
            bench.import(&format!("{HEADER}{}", line(ROWS[0])));
        }
        let file = [HEADER, &line(ROWS[2]), &line(ROWS[1]), &line(ROWS[3])].concat();
        let preview = bench.preview(&file);
        let told = preview
            .rows(&bench.session, Some(RowFate::Merged), (0, 10), &Quiet)
            .unwrap()
            .rows;
        let of = |row: usize, field: &str| {
            let change = told[row]
                .changes
                .iter()
                .find(|change| change.field == field);
            change.and_then(|change| change.new.clone())
        };
        assert_eq!(of(0, "bio").as_deref(), Some("bio seen in November"));
        assert_eq!(
            of(0, "note").as_deref(),
            Some("Another row, seen 20 November 2026, says\ncolour: colour seen in November")
        );
        assert_eq!(of(1, "bio"), None);
        let note = of(1, "note").unwrap();
        assert!(
            note.starts_with("Another row, says\nProfile text: bio seen nobody says when\n"),
            "{note}"
        );
        import::commit(&bench.session, &preview, &Quiet).unwrap();
        let view = view(&bench);
        assert_eq!(view.bio.as_deref(), Some("bio seen in November"));
        assert!(
            view.notes.iter().any(|one| one.text == note),
            "what is told is written"
        );
    }
}

#[test]
fn a_translation_stands_for_the_words_it_was_made_of_and_no_others() {
    let file = |bio: &str| format!("platform,handle,language,bio\ntiktok,angli.express,sq,{bio}\n");
    let waits = |bench: &Bench| {
        let all = languages::waiting(&bench.session).unwrap();
        all.iter().map(|one| one.accounts).sum::<u32>()
    };
    let bench = Bench::new();
    bench.import(&file("Nisje sonte"));
    let account = bench.one();
    account::translate::translate(
        &bench.session,
        &TranslateRequest {
            account,
            post: None,
            text: "Departure tonight".into(),
            status: TranslationStatus::Checked,
            by: "linguist 7".into(),
        },
    )
    .unwrap();
    let is_earlier = |bench: &Bench| view(bench).translations[0].is_of_earlier_text;
    assert_eq!((is_earlier(&bench), waits(&bench)), (false, 0));
    let batch = bench.batch(&file("Jam gazetar"));
    assert_eq!(
        (is_earlier(&bench), waits(&bench)),
        (true, 1),
        "new words wait for a reader"
    );
    account::undo::undo_import(&bench.session, batch, "the wrong file", &Quiet).unwrap();
    assert_eq!(
        (is_earlier(&bench), waits(&bench)),
        (false, 0),
        "the words are what they were"
    );
    bench.import(&file("Jam gazetar"));
    bench.decide(account, Decision::Refer);
    let draft = bench.draft(account).unwrap();
    assert_eq!(draft.items[0].words, "Jam gazetar");
    assert_eq!(
        draft.items[0].translation, None,
        "nobody is told that these words were translated"
    );
}

#[test]
fn an_assessment_carries_an_account_only_while_its_words_stand() {
    let file = |bio: &str| format!("platform,handle,bio\ntiktok,angli.express,{bio}\n");
    let bench = Bench::new();
    bench.import(&file("Nisje sonte"));
    let account = bench.one();
    bench.decide(account, Decision::Refer);
    let batch = bench.batch(&file("Jam gazetar"));
    assert!(view(&bench).changed_since_assessed);
    assert_eq!(rule(bench.draft(account)), "own-fresh-assessment");
    account::undo::undo_import(&bench.session, batch, "the wrong file", &Quiet).unwrap();
    assert!(!view(&bench).changed_since_assessed);
    let draft = bench.draft(account).unwrap();
    let assessed = |draft: &ReferralView| {
        let mut all = draft.requirements.iter();
        let found = all.find(|asked| asked.name == "item.1.assessed").unwrap();
        (found.is_met, found.detail.clone())
    };
    assert!(assessed(&draft).0, "{:?}", assessed(&draft));
    bench.import(&file("Jam gazetar"));
    let read = referral::read::read(&bench.session, draft.id).unwrap();
    let (is_met, detail) = assessed(&read);
    assert!(
        !is_met && detail.contains("changed since it was assessed"),
        "{detail}"
    );
    assert!(!read.is_ready);
}

#[test]
fn an_older_file_does_not_say_how_an_account_looks_now() {
    let bench = Bench::new();
    bench.import(&[HEADER, &line(ROWS[1])].concat());
    bench.import(&[HEADER, &line(ROWS[0])].concat());
    let view = view(&bench);
    assert_eq!(view.bio.as_deref(), Some("bio seen in November"));
    let note = &view.notes[0].text;
    assert!(
        note.starts_with("Another row, seen 1 October 2026, says\n"),
        "{note}"
    );
    for field in [
        "Profile text: bio",
        "Followers: followers",
        "colour: colour",
    ] {
        assert!(note.contains(&format!("{field} seen in October")), "{note}");
    }
}

#[test]
fn a_reused_handle_makes_one_account_however_often_its_file_comes() {
    let bench = Bench::new();
    let header = "platform,handle,platform_id,first seen\n";
    bench.import(&format!(
        "{header}tiktok,alpha,111111111,2026-01-10\ntiktok,beta,111111111,2026-02-10\n"
    ));
    let monthly = format!("{header}tiktok,alpha,,2026-01-15\ntiktok,alpha,,\n");
    assert_eq!(
        bench.import(&monthly).counts.created,
        1,
        "whoever has it since is another"
    );
    for _ in 0..2 {
        assert_eq!(bench.import(&monthly).counts.created, 0);
    }
    assert_eq!(bench.accounts().len(), 2);
}

#[test]
fn imports_taken_back_one_after_the_other_leave_nothing() {
    let bench = Bench::new();
    let header = "platform,handle,platform_id,first seen\n";
    let first = bench.batch(&format!("{header}tiktok,alpha,111111111,2026-01-10\n"));
    let second = bench.batch(&format!("{header}tiktok,beta,111111111,2026-02-10\n"));
    for batch in [second, first] {
        account::undo::undo_import(&bench.session, batch, "the wrong file", &Quiet).unwrap();
    }
    assert_eq!(bench.accounts().len(), 0);
}

#[test]
fn a_row_that_names_two_accounts_or_nobody_is_rejected_with_why() {
    let bench = Bench::new();
    let file = "platform,url,handle,platform_id\n\
        x,https://x.com/bbc_news1,smug_q,\nx,https://x.com/same_one,Same_One,\n\
        facebook,https://www.facebook.com/profile.php?id=111111111111,,222222222222\n\
        telegram,,N/A,\ntiktok,https://www.tiktok.com/@old.name,new.name,7312004599172264\n\
        facebook,,no.id.here,notanid\nfacebook,,,notanid\n";
    let preview = bench.preview(file);
    let rejected = preview
        .rows(&bench.session, Some(RowFate::Rejected), (0, 10), &Quiet)
        .unwrap()
        .rows;
    let whys: Vec<&str> = rejected.iter().map(|row| row.why.as_str()).collect();
    assert_eq!(whys.len(), 4, "{whys:?}");
    assert!(
        whys[3].contains("\"notanid\" is not an id of facebook"),
        "{whys:?}"
    );
    assert!(
        whys[0].contains("bbc_news1") && whys[0].contains("smug_q"),
        "{whys:?}"
    );
    assert!(
        whys[1].contains("111111111111") && whys[1].contains("222222222222"),
        "{whys:?}"
    );
    assert!(whys[2].contains("names nobody"), "{whys:?}");
    let taken = preview
        .rows(&bench.session, None, (0, 10), &Quiet)
        .unwrap()
        .rows;
    let why = &taken.iter().find(|row| row.line == 7).unwrap().why;
    assert!(why.contains("not an id of Facebook"), "{why}");
    assert!(why.contains("kept beside"), "{why}");
}
