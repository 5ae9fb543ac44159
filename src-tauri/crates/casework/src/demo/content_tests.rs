use super::*;
use crate::facts;
use std::collections::{BTreeMap, BTreeSet};

fn count(of: impl Fn(Step) -> bool) -> usize {
    accounts()
        .unwrap()
        .iter()
        .filter(|account| of(account.step))
        .count()
}

#[test]
fn the_demonstration_has_work_in_every_state() {
    let new = count(|step| {
        matches!(
            step,
            Step::New | Step::InReview | Step::SecondLook | Step::Safeguarding
        )
    });
    assert!(new >= 214, "{new} to review");
    assert!((50..=70).contains(&count(|step| matches!(step, Step::Refer | Step::Drafted))));
    assert!((80..=110).contains(&count(|step| matches!(step, Step::NoAction(_)))));
    assert!(count(|step| step == Step::Hold) >= 10);
    assert!(count(|step| step == Step::Sighting) >= 1);
}

#[test]
fn accounts_cover_seven_platforms_and_ten_languages() {
    let accounts = accounts().unwrap();
    let platforms: BTreeSet<&str> = accounts
        .iter()
        .map(|account| account.platform.as_str())
        .collect();
    let languages: BTreeSet<&str> = accounts
        .iter()
        .map(|account| account.language.as_str())
        .collect();
    assert_eq!(platforms.len(), 7);
    assert!(platforms.iter().all(|code| facts::platform(code).is_some()));
    assert_eq!(
        languages,
        ["ar", "ckb", "en", "fa", "fr", "prs", "ps", "sq", "tr", "vi"]
            .into_iter()
            .collect()
    );
}

/// Digits of every script as ASCII, everything else as it is.
fn with_ascii_digits(text: &str) -> String {
    let digit = |c: char| match c {
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10),
        '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(c) - 0x6f0, 10),
        _ => Some(c),
    };
    text.chars().filter_map(digit).collect()
}

#[test]
fn every_telephone_number_is_one_kept_for_drama() {
    let mut texts: Vec<String> = accounts()
        .unwrap()
        .into_iter()
        .map(|account| account.bio)
        .collect();
    texts.extend(posts().unwrap().into_iter().map(|post| post.text));
    texts.extend(
        translations()
            .unwrap()
            .into_iter()
            .map(|translation| translation.text),
    );
    let mut numbers = 0;
    for text in texts {
        let text = with_ascii_digits(&text);
        for run in text.split(|c: char| !c.is_ascii_digit() && c != ' ') {
            let digits: String = run.chars().filter(char::is_ascii_digit).collect();
            if digits.len() < 9 {
                continue;
            }
            let national = ["0044", "44", "0"]
                .iter()
                .find_map(|prefix| digits.strip_prefix(prefix));
            let national = national.unwrap_or_else(|| panic!("{digits}: {text}"));
            assert!(
                national.len() == 10 && national.starts_with("7700900"),
                "{digits}: {text}"
            );
            numbers += 1;
        }
    }
    assert!(numbers > 200, "{numbers}");
}

#[test]
fn several_accounts_share_a_number_and_one_text_is_shared() {
    let mut owners: BTreeMap<String, usize> = BTreeMap::new();
    let mut texts: BTreeMap<String, usize> = BTreeMap::new();
    for account in accounts().unwrap() {
        let digits: String = with_ascii_digits(&account.bio)
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        if let Some(at) = digits.rfind("7700900").filter(|at| at + 10 == digits.len()) {
            *owners.entry(digits[at..].to_owned()).or_default() += 1;
        }
        *texts.entry(account.bio).or_default() += 1;
    }
    assert!(owners.values().filter(|count| **count >= 3).count() >= 10);
    assert_eq!(texts.values().filter(|count| **count > 1).count(), 1);
}

#[test]
fn what_is_decided_has_what_the_rules_ask() {
    let drafts = drafts().unwrap();
    let lines: BTreeSet<&str> = facts::exclusions()
        .iter()
        .map(|line| line.name.as_str())
        .collect();
    for account in accounts().unwrap() {
        let label = format!("{} {}", account.platform, account.handle);
        assert!(
            account
                .answers
                .keys()
                .all(|name| lines.contains(name.as_str())),
            "{label}"
        );
        match account.step {
            Step::Refer => assert!(!account.decision_reason.is_empty(), "{label}"),
            Step::Drafted => {
                let draft = drafts
                    .iter()
                    .find(|draft| Some(draft.draft) == account.draft)
                    .unwrap();
                assert_eq!(draft.platform, account.platform, "{label}");
                assert!(!account.decision_reason.is_empty(), "{label}");
            }
            Step::Hold => assert!(account.hold_days.is_some_and(|days| days > 0), "{label}"),
            Step::SecondLook => {
                assert!(account.answers.values().any(|answer| *answer != Answer::No));
            }
            Step::Safeguarding => assert!(account.safeguarding_kind.is_some(), "{label}"),
            Step::Sighting | Step::New | Step::InReview | Step::NoAction(_) => {}
        }
    }
    for draft in drafts {
        assert!(
            facts::policy(&draft.policy).is_some_and(|policy| policy.platform == draft.platform)
        );
        assert!(
            draft.law.is_empty() || facts::law(&draft.law).is_some(),
            "{}",
            draft.draft
        );
    }
}

#[test]
fn posts_and_translations_belong_to_accounts() {
    let accounts: BTreeSet<(String, String, String)> = accounts()
        .unwrap()
        .into_iter()
        .map(|account| (account.platform, account.handle, account.platform_id))
        .collect();
    for post in posts().unwrap() {
        assert!(
            accounts.contains(&(post.platform, post.handle, post.platform_id)),
            "{}",
            post.text
        );
    }
    let translations = translations().unwrap();
    assert!(translations.len() >= 60);
    for row in translations {
        assert!(
            accounts.contains(&(row.platform, row.handle, row.platform_id)),
            "{}",
            row.text
        );
    }
}

#[test]
fn the_file_to_import_says_nothing_of_the_demonstration() {
    let now = Instant::parse("2026-11-23T12:00:00Z").unwrap();
    let text = String::from_utf8(accounts_file(now).unwrap()).unwrap();
    assert!(
        text.starts_with("Platform,Handle,ID,URL,Display name,Bio,Language,Followers,First seen,")
    );
    assert!(!text.contains("no-action:") && !text.contains("demo"));
    assert!(
        text.contains("2026-11-19"),
        "udhetim_angli.24 was first seen four days before"
    );
    let rows = csv::Reader::from_reader(text.as_bytes()).records().count();
    assert_eq!(rows, accounts().unwrap().len());
    let posts = posts_file(now).unwrap();
    assert_eq!(
        csv::Reader::from_reader(posts.as_slice()).records().count(),
        super::posts().unwrap().len()
    );
}

#[test]
fn the_register_names_accounts_of_the_demonstration_and_none_that_is_drafted() {
    let accounts = accounts().unwrap();
    let mut rows = csv::Reader::from_reader(REGISTER.as_bytes());
    let (mut met, mut lists) = (0, BTreeSet::new());
    for row in rows.records() {
        let row = row.unwrap();
        let named = breakwater_text::register::subject(&row[0], "", &row[1]).unwrap();
        let list = breakwater_text::register::list(&row[2]).unwrap();
        lists.insert(list);
        let of: Vec<_> = accounts
            .iter()
            .filter(|account| {
                let handle = breakwater_text::handle::fold(&account.platform, &account.handle);
                named.platform.as_ref() == Some(&account.platform)
                    && (named.handle.as_ref() == Some(&handle)
                        || named.platform_id.as_ref() == Some(&account.platform_id))
            })
            .collect();
        met += of.len();
        assert!(
            of.iter()
                .all(|account| !matches!(account.step, Step::Refer | Step::Drafted))
        );
    }
    assert_eq!((met, lists.len()), (5, 4));
}
