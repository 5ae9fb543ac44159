//! One table of inputs and what they name, over every platform; and what holds for every input.
#![allow(
    clippy::unwrap_used,
    reason = "a failed helper of a test is the report"
)]

use breakwater_text::identity::{
    Identified, Kind, find, mentions, normalise, normalise_handle, normalise_id, normalise_on,
    numbers,
};
use breakwater_text::{handle, platform, register};
use csv::{ReaderBuilder, StringRecord};
use proptest::prelude::*;

fn table(text: &str) -> Vec<StringRecord> {
    ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(text.as_bytes())
        .into_records()
        .collect::<Result<_, _>>()
        .unwrap()
}

/// The column `on`: nothing, a platform, `platform@` for a handle column, `platform#` for an id column.
fn named(on: &str, input: &str) -> Identified {
    if on.is_empty() {
        normalise(input)
    } else if let Some(platform) = on.strip_suffix('@') {
        normalise_handle(platform, input)
    } else if let Some(platform) = on.strip_suffix('#') {
        normalise_id(platform, input)
    } else {
        normalise_on(on, input)
    }
}

fn kind(found: &Identified) -> String {
    serde_json::to_value(found.kind)
        .unwrap()
        .as_str()
        .unwrap()
        .to_owned()
}

fn assert_fixed(found: &Identified) {
    let Some(url) = &found.canonical_url else {
        return;
    };
    let again = normalise(url);
    assert_eq!(again.key, found.key, "{:?} gives {url}", found.input);
    assert_eq!(again.canonical_url.as_ref(), Some(url), "{:?}", found.input);
}

#[test]
fn inputs_name_what_the_table_says() {
    let rows = table(include_str!("identity.csv"));
    assert!(rows.len() >= 600);
    let mut wrong = Vec::new();
    for row in &rows {
        let found = named(&row[0], &row[1]);
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let codes: Vec<_> = found.warnings.iter().map(|warning| warning.code).collect();
        let shown = StringRecord::from(vec![
            row[0].to_owned(),
            row[1].to_owned(),
            kind(&found),
            text(&found.key),
            text(&found.handle),
            text(&found.platform_id),
            text(&found.canonical_url),
            text(&found.account_key),
            codes.join(" "),
        ]);
        if &shown != row {
            wrong.push(format!("{shown:?}\n  should be {row:?}"));
            continue;
        }
        assert_eq!(found.input, row[1]);
        assert_eq!(found.post_key.is_some(), found.kind == Kind::Post);
        assert_fixed(&found);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_platform_stands_in_the_table() {
    let keys: Vec<String> = table(include_str!("identity.csv"))
        .iter()
        .map(|row| row[3].to_owned())
        .collect();
    for code in "facebook instagram threads tiktok x youtube snapchat telegram whatsapp signal vk \
                 zalo weibo wechat discord website"
        .split_whitespace()
    {
        assert!(
            keys.iter().any(|key| key.starts_with(&format!("{code}:"))),
            "{code}"
        );
    }
}

#[test]
fn a_key_is_given_back_as_it_is() {
    for row in table(include_str!("identity.csv")) {
        let key = &row[3];
        let unknown = key
            .split(':')
            .next()
            .is_none_or(|code| platform::facts(code).is_none());
        if key.is_empty() || unknown {
            continue;
        }
        assert_eq!(normalise(key).key.as_deref(), Some(key), "{:?}", &row[1]);
    }
}

/// An address that fits a pattern, with made-up values.
fn sample(host: &str, leads: bool, pattern: &str) -> String {
    let mut path = pattern
        .replace("/*", "")
        .replace("*?", "?")
        .replace("*#", "#");
    if path == "*" {
        path.clear();
    }
    while let Some((before, after)) = path.split_once('{') {
        let (capture, after) = after.split_once('}').unwrap();
        let value = match capture.split_once(':').unwrap_or((capture, "")) {
            (_, "token:11") => "dQw4w9WgXcQ",
            (_, "token:24" | "form:token:UC:24") => "UCabcdefghijklmnopqrstuv",
            (_, "token:36") => "1f0e9a3b-12ab-4cde-8f01-23456789abcd",
            (_, "form:token:MS4wLjAB:40-110") => {
                "MS4wLjABAAAAv7iSuuXDJGDvJkmH_vz1qkDZYo1apxgzaxdBSeI"
            }
            (_, "form:token:did:10-80") => "did:plc:abcdefghijklmnopqrstuvwx",
            (_, "plain") => "Made.Up_1",
            (_, words) if words.contains('|') => words.split('|').next().unwrap(),
            (_, digits) if digits.starts_with("digits") => "123456789012345678",
            (_, "rest") => "https://example.com/x",
            ("phone", _) => "447700900123",
            ("target", _) => "https%3A%2F%2Fexample.com%2Fx",
            ("handle" | "name" | "group", _) => "Made.Up_1",
            _ => "AbCd1234",
        };
        path = format!("{before}{value}{after}");
    }
    if let Some(scheme) = host.strip_suffix("://") {
        return format!("{scheme}://{path}");
    }
    match (leads, host.strip_prefix("*.")) {
        (true, Some(host)) => {
            let (label, rest) = path.split_once('/').unwrap_or((&path, ""));
            format!("https://{}.{host}/{rest}", label.replace(['.', '_'], "-"))
        }
        (_, Some(host)) => format!("https://any.{host}/{path}"),
        (_, None) => format!("https://{host}/{path}"),
    }
}

#[test]
fn every_row_of_the_table_of_paths_is_reached_and_fixed() {
    let hosts = table(include_str!("../data/hosts.csv"));
    let mut wrong = Vec::new();
    for row in table(include_str!("../data/paths.csv")) {
        let (site, pattern, wanted) = (&row[0], &row[1], &row[2]);
        let host = hosts
            .iter()
            .find(|host| &host[1] == site)
            .unwrap_or_else(|| panic!("{site}"));
        let address = sample(&host[0], &host[3] == "lead", pattern);
        let found = normalise(&address);
        let unwraps = wanted == "unwrap";
        let (wanted, unit) = wanted.split_once('/').unwrap_or((wanted, ""));
        let expected = if unwraps { "website" } else { wanted };
        let has_unit = unit.is_empty()
            || format!("{:?}", found.unit()).to_lowercase() == format!("some({unit})");
        let platform = if unwraps { "website" } else { &host[2] };
        if kind(&found) != expected || found.platform.as_deref() != Some(platform) || !has_unit {
            wrong.push(format!("{site} {pattern}: {address} {found:?}"));
            continue;
        }
        assert_fixed(&found);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn words_of_a_platform_are_never_accounts() {
    let hosts = table(include_str!("../data/hosts.csv"));
    let mut wrong = Vec::new();
    for row in table(include_str!("../data/reserved.csv")) {
        let of_site = |host: &&StringRecord| host[1] == row[0] && !host[0].contains("://");
        let Some(host) = hosts.iter().find(of_site) else {
            continue;
        };
        for word in row[1].split_whitespace() {
            let word = word.replace('*', "some");
            let address = match (&host[3], host[0].strip_prefix("*.")) {
                ("lead", Some(host)) => format!("https://{word}.{host}/"),
                _ => format!("https://{}/{word}", &host[0].replace("*.", "")),
            };
            for written in [address.to_uppercase(), address] {
                let found = normalise(&written);
                if found.kind != Kind::Unknown {
                    wrong.push(format!("{written} {:?}", found.key));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_host_is_known_with_and_without_its_usual_beginnings() {
    for row in table(include_str!("../data/hosts.csv")) {
        let host = &row[0];
        if host.ends_with("://") || &row[3] == "lead" || &row[2] == "website" {
            continue;
        }
        let host = host.replace("*.", "any.");
        for written in [
            format!("https://{host}/made_up_1"),
            format!("http://www.{host}/made_up_1"),
            format!("{}/made_up_1", host.to_uppercase()),
        ] {
            assert_eq!(
                normalise(&written).platform.as_deref(),
                Some(&row[2]),
                "{written}"
            );
        }
    }
}

#[test]
fn every_platform_gives_its_accounts_an_address_that_names_them() {
    for facts in platform::all() {
        let found = normalise_on(facts.code, "madeup24");
        assert_eq!(found.platform.as_deref(), Some(facts.code));
        if facts.code != "website" {
            let key = format!("{}:@madeup24", facts.code);
            assert_eq!(found.key.as_deref(), Some(key.as_str()), "{found:?}");
            assert_eq!(found.canonical_url.is_some(), !facts.account_url.is_empty());
        }
        assert_fixed(&found);
    }
}

#[test]
fn addresses_are_found_inside_texts() {
    let text = "Na shkruani: https://t.me/arben_rruga, ose wa.me/447700900123👇 \
                hxxps://www.tiktok[.]com/@udhetim.angli! kontakt:t.me/+AbCdEf e-mail a@example.com \
                (see www.example.com/visa) \u{627}\u{644}\u{631}\u{627}\u{628}\u{637}:https://t.me/two_two fund.Kaq \
                https://x.com/boatuk;https://t.me/boat_uk,www.tiktok.com/@boat.uk";
    let found: Vec<_> = find(text)
        .into_iter()
        .map(|found| found.identified.key.unwrap())
        .collect();
    assert_eq!(
        found,
        [
            "telegram:@arben_rruga",
            "whatsapp:+447700900123",
            "tiktok:@udhetim.angli",
            "telegram:invite:AbCdEf",
            "website:example.com/visa",
            "telegram:@two_two",
            "x:@boatuk",
            "telegram:@boat_uk",
            "tiktok:@boat.uk",
        ]
    );
    for found in find(text) {
        assert_eq!(&text[found.range.clone()], found.identified.input);
    }
}

/// Texts from the stuff addresses are made of.
fn any_input() -> impl Strategy<Value = String> {
    let codes: Vec<String> = platform::all()
        .iter()
        .map(|facts| facts.code.to_owned())
        .collect();
    let hosts: Vec<String> = table(include_str!("../data/hosts.csv"))
        .iter()
        .map(|row| row[0].replace("*.", "any."))
        .collect();
    let words: Vec<String> = table(include_str!("../data/paths.csv"))
        .iter()
        .flat_map(|row| {
            row[1]
                .split(['/', '?', '=', '&', '{', '}'])
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect();
    let piece = prop_oneof![
        3 => prop::sample::select(hosts),
        4 => prop::sample::select(words),
        1 => prop::sample::select(codes),
        6 => prop::sample::select(vec![
            "/", "?", "=", "&", "#", "@", ".", "://", ":", "https://", "hxxps://", "[.]", "+", "-", "_",
            "%40", "%2F", "%E2%80%8F", "\u{202e}", "\u{200d}", " ", "(", ")", "www.", "m.", "..", "//",
        ]).prop_map(str::to_owned),
        2 => "[a-zA-Z0-9_.]{1,12}",
        1 => "[0-9]{1,18}",
        1 => "\\PC{1,3}",
    ];
    prop::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat())
}

/// Many cases; a failure is told, and put into the table of inputs by hand.
fn cases() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(3000)
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_key_is_a_fixed_point_of_its_address(input in any_input()) {
        let found = normalise(&input);
        prop_assert_eq!(&found.input, &input);
        if let Some(url) = &found.canonical_url {
            let again = normalise(url);
            prop_assert_eq!(&again.key, &found.key, "{} gives {}", input, url);
            prop_assert_eq!(again.canonical_url.as_ref(), Some(url));
        }
    }

    #[test]
    fn any_text_on_any_platform_has_an_answer(input in any_input(), at in 0usize..40) {
        let code = platform::all().get(at).map_or("madeup", |facts| facts.code);
        for found in [normalise_on(code, &input), normalise_handle(code, &input), normalise_id(code, &input)] {
            prop_assert!(found.platform.is_some());
            prop_assert!(found.key.is_some() || !found.warnings.is_empty() || found.kind == Kind::Account);
            if let (Some(url), Some(key)) = (&found.canonical_url, &found.key) {
                let again = normalise(url);
                prop_assert_eq!(again.key.as_ref(), Some(key), "{} gives {}", input, url);
            }
        }
    }

    #[test]
    fn finding_never_fails_and_ranges_are_the_inputs(text in any_input()) {
        for found in find(&text) {
            prop_assert_eq!(&text[found.range.clone()], &found.identified.input);
        }
    }

    #[test]
    fn what_was_pasted_is_read_without_fail_and_each_thing_once(one in any_input(), other in any_input()) {
        let text = format!("{one}\n{other} {one}");
        let found = mentions(&text);
        let keys: Vec<_> = found.iter().filter_map(|one| one.key.as_ref()).collect();
        let distinct: std::collections::HashSet<_> = keys.iter().collect();
        prop_assert_eq!(keys.len(), distinct.len());
    }

    #[test]
    fn numbers_are_found_without_fail_at_their_ranges(text in "[0-9+ ./()a٠-٩۰-۹-]{0,40}") {
        for found in numbers(&text) {
            prop_assert!(text.get(found.range.clone()).is_some());
            prop_assert!(found.number.trim_start_matches('+').bytes().all(|b| b.is_ascii_digit()));
        }
    }

    #[test]
    fn an_entry_of_a_register_has_one_identity(input in any_input()) {
        if let Ok(subject) = register::subject(&input, "", "") {
            prop_assert!(!subject.identity.is_empty());
            if let Ok(again) = register::subject(&subject.identity, "", "") {
                prop_assert_eq!(again.identity, subject.identity);
            }
        }
    }

    #[test]
    fn a_folded_handle_folds_to_itself(handle in "\\PC{0,12}", at in 0usize..40) {
        let code = platform::all().get(at).map_or("madeup", |facts| facts.code);
        let once = handle::fold(code, &handle);
        prop_assert_eq!(handle::fold(code, &once), once);
    }
}
