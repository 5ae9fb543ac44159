//! Texts go out to a linguist and come back to the words they were made of.

use crate::bench::Bench;
use breakwater_casework::linguist::{languages, out, take};
use breakwater_casework::{Error, Quiet, account, exchange, review};
use breakwater_model::AccountId;
use breakwater_model::account::{AccountView, TranslationStatus};
use breakwater_model::exchange::SharingView;
use breakwater_model::linguist::{
    LinguistCounts, LinguistFate, LinguistFileRequest, LinguistFormat, LinguistOutRequest,
    LinguistOutView,
};
use breakwater_model::list::{AccountScope, ListRequest};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::PathBuf;

const FILE: &str = "platform,handle,language,bio,post_text\ntiktok,one,sq,Nisje,Sonte nga moli\n\
    tiktok,two,sq,Gomone e re,\ntiktok,three,en,Boat,\ntiktok,four,ckb,قاچاخچی,\n";

fn request(language: &str, format: LinguistFormat) -> LinguistOutRequest {
    LinguistOutRequest {
        place: String::new(),
        language: language.into(),
        list: ListRequest {
            scope: AccountScope::ToReview,
            ..ListRequest::default()
        },
        accounts: vec![],
        except: vec![],
        format,
        recipient: "Linguist 7".into(),
        purpose: "Translation".into(),
    }
}

fn give(bench: &Bench, language: &str) -> (LinguistOutView, String) {
    let file = bench.folder.path().join("out.csv");
    let given = out::give(
        &bench.session,
        &request(language, LinguistFormat::Csv),
        &file,
        &Quiet,
    )
    .unwrap();
    (given, std::fs::read_to_string(file).unwrap())
}

/// Rows of a file that was given out, by column.
fn rows(text: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let text = text.trim_start_matches('\u{feff}');
    let mut csv = csv::Reader::from_reader(text.as_bytes());
    let headers = csv.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = csv
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect();
    (headers, rows)
}

fn at(headers: &[String], name: &str) -> usize {
    headers.iter().position(|header| header == name).unwrap()
}

/// The file with every row filled in by `fill`, which gets its number and its original.
fn filled(
    text: &str,
    fill: impl Fn(usize, &str) -> Vec<(&'static str, String)>,
) -> Vec<Vec<String>> {
    let (headers, mut all) = rows(text);
    for (number, row) in all.iter_mut().enumerate() {
        let original = row[at(&headers, "original")].clone();
        for (name, value) in fill(number, &original) {
            row[at(&headers, name)] = value;
        }
    }
    all.insert(0, headers);
    all
}

fn written(rows: &[Vec<String>], delimiter: u8, bom: bool) -> String {
    let mut csv = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(Vec::new());
    for row in rows {
        csv.write_record(row).unwrap();
    }
    let text = String::from_utf8(csv.into_inner().unwrap()).unwrap();
    format!("{}{text}", if bom { "\u{feff}" } else { "" })
}

fn checked(number: usize) -> Vec<(&'static str, String)> {
    vec![
        ("translation", format!("Translation {number}")),
        ("status", "checked".into()),
        ("by", "linguist 7".into()),
    ]
}

fn preview(bench: &Bench, text: &str) -> take::Preview {
    let file = bench.file("back.csv", text);
    take::preview(
        &bench.session,
        &file,
        &LinguistFileRequest::default(),
        &Quiet,
    )
    .unwrap()
}

fn read(bench: &Bench, handle: &str) -> AccountView {
    let id = id(bench, handle);
    account::read::read(&bench.session, id).unwrap()
}

fn id(bench: &Bench, handle: &str) -> AccountId {
    let found = bench.accounts().into_iter();
    let mut found = found.filter(|row| row.handle.as_deref() == Some(handle));
    found.next().unwrap().id
}

#[test]
fn what_goes_out_is_the_texts_of_the_language_and_nothing_of_the_case() {
    let bench = Bench::new();
    bench.import(FILE);
    let (given, text) = give(&bench, "sq");
    assert_eq!(
        (given.texts, given.accounts, given.language.as_str()),
        (3, 2, "Albanian")
    );
    let (headers, all) = rows(&text);
    let mut originals: Vec<&str> = all
        .iter()
        .map(|row| row[at(&headers, "original")].as_str())
        .collect();
    originals.sort_unstable();
    assert_eq!(originals, ["Gomone e re", "Nisje", "Sonte nga moli"]);
    for secret in ["T/1", "Test sweep", "Test officer", "4417", "two", "tiktok"] {
        assert!(!text.contains(secret), "{secret} left with the texts");
    }
    let log: Vec<SharingView> = exchange::sharing::log(&bench.session).unwrap();
    assert_eq!(log[0].recipient, "Linguist 7");
    assert_eq!(log[0].purpose, "Translation");
}

#[test]
fn a_file_for_a_linguist_names_who_receives_it() {
    let bench = Bench::new();
    bench.import(FILE);
    let nobody = LinguistOutRequest {
        recipient: " ".into(),
        ..request("sq", LinguistFormat::Csv)
    };
    let place = bench.folder.path().join("out.csv");
    let refused = out::give(&bench.session, &nobody, &place, &Quiet);
    assert!(matches!(
        refused,
        Err(Error::Refused {
            rule: "a-disclosure-names-recipient-and-purpose",
            ..
        })
    ));
    assert!(!place.exists());
    let unknown = request("klingon", LinguistFormat::Csv);
    assert!(out::give(&bench.session, &unknown, &place, &Quiet).is_err());
}

#[test]
fn a_print_holds_every_text_with_its_key_under_the_marking() {
    let bench = Bench::new();
    bench.import(FILE);
    let place = bench.folder.path().join("out.txt");
    let given = out::give(
        &bench.session,
        &request("sq", LinguistFormat::Print),
        &place,
        &Quiet,
    )
    .unwrap();
    let text = std::fs::read_to_string(place).unwrap();
    assert_eq!(given.pages, Some(1));
    assert_eq!(text.matches("Key ").count(), 3);
    assert_eq!(text.matches("OFFICIAL-SENSITIVE").count(), 2);
    assert!(text.contains("Sonte nga moli"));
}

#[test]
fn a_returned_file_opens_refer_and_is_taken_back_as_one() {
    let bench = Bench::new();
    bench.import(FILE);
    let (_, text) = give(&bench, "sq");
    let back = written(&filled(&text, |number, _| checked(number)), b',', true);
    let preview_of = preview(&bench, &back);
    let counts = preview_of.counts();
    assert!(counts.adds_up());
    assert_eq!((counts.read, counts.translated), (3, 3));
    assert!(
        read(&bench, "one").translations.is_empty(),
        "a preview writes nothing"
    );
    let done = take::commit(&bench.session, &preview_of).unwrap();
    assert_eq!(read(&bench, "one").translations.len(), 2);
    assert_eq!(
        read(&bench, "two").translations[0].status,
        TranslationStatus::Checked
    );
    let again = preview(&bench, &back);
    assert_eq!(
        again.counts().unchanged,
        3,
        "the same file says nothing new"
    );
    assert!(take::commit(&bench.session, &again).is_err());
    account::undo::undo(&bench.session, done.set.unwrap()).unwrap();
    assert!(read(&bench, "one").translations.is_empty());
    assert!(read(&bench, "two").translations.is_empty());
}

#[test]
fn cannot_read_is_an_answer_that_asks_for_another_reader() {
    let bench = Bench::new();
    bench.import(FILE);
    let waiting = |code: &str| {
        let all = languages::waiting(&bench.session).unwrap();
        let found = all.into_iter().find(|one| one.code == code);
        found.map_or(0, |one| one.accounts)
    };
    assert_eq!((waiting("ckb"), waiting("sq"), waiting("en")), (1, 2, 0));
    let (_, text) = give(&bench, "ckb");
    let back = written(
        &filled(&text, |_, _| {
            vec![
                ("cannot_read", "yes".into()),
                ("by", "linguist 9".into()),
                ("note", "Badini, not Sorani".into()),
            ]
        }),
        b',',
        false,
    );
    let preview_of = preview(&bench, &back);
    assert_eq!(preview_of.counts().cannot_read, 1);
    let done = take::commit(&bench.session, &preview_of).unwrap();
    let said = read(&bench, "four").cannot_read;
    assert_eq!(said[0].by, "linguist 9");
    assert_eq!(said[0].language, "ckb");
    assert_eq!(said[0].note.as_deref(), Some("Badini, not Sorani"));
    assert_eq!(waiting("ckb"), 0, "it is off the list of that language");
    let refused = out::give(
        &bench.session,
        &request("ckb", LinguistFormat::Csv),
        &bench.folder.path().join("none.csv"),
        &Quiet,
    );
    assert!(refused.unwrap_err().to_string().contains("cannot read"));
    let listed = |search: &str| {
        let request = ListRequest {
            search: search.into(),
            limit: 50,
            ..ListRequest::default()
        };
        account::list::list(&bench.session, &request).unwrap().total
    };
    assert_eq!(listed("has:cannot-read"), 1);
    bench.import("platform,handle,language,bio\ntiktok,four,ckb,قاچاخچی نوێ\n");
    assert!(
        read(&bench, "four").cannot_read.is_empty(),
        "nobody was asked about the new words"
    );
    assert_eq!(waiting("ckb"), 1);
    account::undo::undo(&bench.session, done.set.unwrap()).unwrap();
    assert_eq!(listed("has:cannot-read"), 0);
}

/// The file with every row filled in, and rows after them that have one fault each, say the same again, or nothing.
fn with_faults(text: &str) -> Vec<Vec<String>> {
    let (headers, mut all) = rows(text);
    let cell = |row: &mut Vec<String>, name: &str, value: &str| {
        value.clone_into(&mut row[at(&headers, name)]);
    };
    for row in &mut all {
        cell(row, "translation", "Words");
        cell(row, "status", "checked");
        cell(row, "by", "linguist 7");
    }
    let first = all
        .iter()
        .position(|row| row.contains(&"Nisje".to_owned()))
        .unwrap();
    let mut unknown = all[first].clone();
    cell(
        &mut unknown,
        "key",
        "post.0198c0de-0000-7000-8000-000000000001.0011223344556677",
    );
    let mut no_key = all[first].clone();
    cell(&mut no_key, "key", "row 4");
    let mut both = all[first].clone();
    cell(&mut both, "cannot_read", "yes");
    let mut other = all[first].clone();
    cell(&mut other, "translation", "Other words");
    let same = all[first].clone();
    let mut no_status = all[first].clone();
    cell(&mut no_status, "status", "");
    let mut empty = all[first].clone();
    for name in ["translation", "status", "by"] {
        cell(&mut empty, name, "");
    }
    all.extend([unknown, no_key, both, other, same, no_status, empty]);
    all.insert(0, headers);
    all
}

#[test]
fn a_row_that_cannot_be_taken_says_why_and_is_kept() {
    let bench = Bench::new();
    bench.import(FILE);
    let (_, text) = give(&bench, "sq");
    bench.import("platform,handle,bio\ntiktok,two,Gomone tjeter\n");
    let all = with_faults(&text);
    let preview_of = preview(&bench, &written(&all, b',', false));
    let counts = preview_of.counts();
    assert!(counts.adds_up());
    let expected = LinguistCounts {
        read: 10,
        translated: 2,
        cannot_read: 0,
        unchanged: 1,
        empty: 1,
        rejected: 6,
    };
    assert_eq!(counts, expected);
    let view = preview_of.view();
    let changed = view
        .rows
        .iter()
        .find(|row| row.fate == LinguistFate::Rejected && row.label == "@two");
    assert!(changed.unwrap().why.contains("was changed since"));
    let place = bench.folder.path().join("rejected.csv");
    assert_eq!(preview_of.save_rejected(&place).unwrap(), 6);
    let kept = std::fs::read_to_string(place).unwrap();
    assert_eq!(kept.matches("was changed since").count(), 1);
    assert!(kept.contains("no text of this case has this key"));
    take::commit(&bench.session, &preview_of).unwrap();
    assert!(read(&bench, "two").translations.is_empty());
    assert_eq!(read(&bench, "one").translations.len(), 2);
}

#[test]
fn a_preview_the_case_has_outrun_writes_nothing() {
    let bench = Bench::new();
    bench.import(FILE);
    let (_, text) = give(&bench, "sq");
    let back = written(&filled(&text, |number, _| checked(number)), b',', false);
    let preview_of = preview(&bench, &back);
    bench.import("platform,handle,bio\ntiktok,two,Gomone tjeter\n");
    let refused = take::commit(&bench.session, &preview_of);
    assert!(matches!(
        refused,
        Err(Error::Refused {
            rule: "case-as-previewed",
            ..
        })
    ));
    assert!(read(&bench, "one").translations.is_empty());
}

#[test]
fn an_account_given_out_by_hand_leaves_alone() {
    let bench = Bench::new();
    bench.import(FILE);
    let only = LinguistOutRequest {
        accounts: vec![id(&bench, "two")],
        ..request("sq", LinguistFormat::Csv)
    };
    let place: PathBuf = bench.folder.path().join("two.csv");
    let given = out::give(&bench.session, &only, &place, &Quiet).unwrap();
    assert_eq!((given.texts, given.accounts), (1, 1));
    assert!(review::today::today(&bench.session).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 8, ..ProptestConfig::default() })]
    #[test]
    fn every_translation_comes_back_to_its_text(
        texts in proptest::collection::vec("[a-zë؀-ۿ\"';,=+@\\n ]{1,40}[a-z]", 2..7),
        seed in any::<u64>(),
        semicolon in any::<bool>(),
        bom in any::<bool>(),
    ) {
        let bench = Bench::new();
        let mut file = csv::Writer::from_writer(Vec::new());
        file.write_record(["platform", "handle", "language", "bio"]).unwrap();
        for (number, text) in texts.iter().enumerate() {
            file.write_record(["tiktok", &format!("made.up.{number}"), "sq", text]).unwrap();
        }
        bench.import(&String::from_utf8(file.into_inner().unwrap()).unwrap());
        let (given, out) = give(&bench, "sq");
        prop_assert_eq!(given.texts as usize, texts.len());
        let mut all = filled(&out, |number, original| vec![
            ("translation", format!("{number}: {}", original.len())),
            ("status", "certified".into()),
            ("by", "linguist; 7".into()),
        ]);
        let (headers, _) = rows(&out);
        let by_key: BTreeMap<String, String> = all
            .iter()
            .skip(1)
            .map(|row| (row[at(&headers, "original")].clone(), row[at(&headers, "translation")].clone()))
            .collect();
        let body = all.split_off(1);
        let turn = usize::try_from(seed % 7).unwrap() % body.len();
        let turned = body[turn..].iter().chain(&body[..turn]).rev().cloned();
        all.extend(turned);
        let back = written(&all, if semicolon { b';' } else { b',' }, bom);
        let preview_of = preview(&bench, &back);
        prop_assert_eq!(preview_of.counts().translated as usize, texts.len());
        take::commit(&bench.session, &preview_of).unwrap();
        for row in bench.accounts() {
            let view = account::read::read(&bench.session, row.id).unwrap();
            let original = view.bio.clone().unwrap();
            let guarded = breakwater_report::csv_guard::guard(&original).into_owned();
            let expected = by_key.get(&guarded).cloned();
            // Where two accounts have the same words, either translation is the right one.
            let is_twin = texts.iter().filter(|text| text.trim() == original.trim()).count() > 1;
            if !is_twin {
                prop_assert_eq!(Some(view.translations[0].text.clone()), expected);
            }
            prop_assert_eq!(view.translations.len(), 1);
        }
    }
}
