use super::{links, networks};
use crate::table::account::AccountFacts;
use crate::table::batch::NewBatch;
use crate::table::register::Details;
use crate::table::sighting::Sighting;
use crate::testing::{case, made, seen};
use crate::{Result, Session, Writer};
use breakwater_model::link::{LinksView, TieKind};
use breakwater_model::platform::{Platform, Unit};
use breakwater_model::register::RegisterList;
use breakwater_model::{AccountId, BatchId};
use std::collections::BTreeSet;
use std::time::Instant;

pub(super) const TEXT: &str = "Udhëtim me gomone nga Franca në Angli, 100% siguri, nisje çdo ditë, vëllezër me zbritje të madhe";

fn account(w: &mut Writer<'_>, platform: &str, handle: &str, bio: &str) -> Result<i64> {
    let facts = AccountFacts {
        row: 0,
        id: AccountId::from_uuid(w.uuid()),
        platform: Platform(platform.into()),
        unit: Unit::Account,
        display_name: None,
        bio: Some(bio.into()),
        language: None,
        followers: None,
        flagged_reason: None,
        source: None,
        extra: Vec::new(),
        imported_at: w.now(),
    };
    let row = w.add_account(&facts, None)?;
    let seen: Sighting = seen(handle, None);
    w.add_sighting(row, platform, &seen, None)?;
    Ok(row)
}

pub(super) fn add(session: &Session, platform: &str, handle: &str, bio: &str) -> i64 {
    session
        .write(made(), |w| account(w, platform, handle, bio))
        .unwrap()
        .0
}

/// The label of each linked account with the kinds of its reasons.
pub(super) fn told(view: &LinksView) -> Vec<(String, Vec<TieKind>)> {
    view.links
        .iter()
        .map(|link| {
            let kinds = link.reasons.iter().map(|reason| reason.kind).collect();
            (link.account.handle.clone().unwrap_or_default(), kinds)
        })
        .collect()
}

fn of(handle: &str, kinds: &[TieKind]) -> (String, Vec<TieKind>) {
    (handle.to_owned(), kinds.to_vec())
}

#[test]
fn a_number_a_contact_a_near_text_and_a_name_link_those_with_most_reasons_first() {
    use TieKind::{Contact, Mention, Naming, Phone, Text};
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let own = format!("{TEXT} WhatsApp +44 7700 900417, telegram @angli_team7");
    let row = add(&session, "tiktok", "udhetim_angli.24", &own);
    add(&session, "x", "other_one", "call wa.me/447700900417");
    add(&session, "telegram", "angli_team7", "news of the day");
    add(
        &session,
        "instagram",
        "udhetimangli",
        "https://t.me/angli_team7",
    );
    let near = format!("{TEXT} sot, +44 7700 900533");
    add(&session, "facebook", "someone.else", &near);
    add(
        &session,
        "facebook",
        "nobody.here",
        "cars for sale, +44 7700 900111",
    );
    let view = links(&session, row).unwrap();
    assert_eq!(
        told(&view),
        [
            of("udhetimangli", &[Contact, Naming]),
            of("other_one", &[Phone]),
            of("angli_team7", &[Mention]),
            of("someone.else", &[Text]),
        ]
    );
    let is_network: Vec<bool> = view.links.iter().map(|link| link.is_network).collect();
    assert_eq!(is_network, [true, false, false, false]);
    assert_eq!((view.total, view.shared.len()), (4, 0));
}

#[test]
fn who_is_named_is_linked_to_who_names_it() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    add(&session, "tiktok", "one", "write to telegram @angli_team7");
    let named = add(&session, "telegram", "angli_team7", "hello");
    let view = links(&session, named).unwrap();
    assert_eq!(told(&view), [of("one", &[TieKind::Mention])]);
}

#[test]
fn a_number_on_a_register_or_on_too_many_accounts_links_nobody_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let row = add(
        &session,
        "tiktok",
        "one",
        "in trouble at sea call +44 7700 900112 or +44 7700 900113",
    );
    session
        .write(made(), |w| {
            for n in 0..60 {
                account(w, "x", &format!("many{n}"), "call +44 7700 900113")?;
            }
            account(w, "x", "helped", "they came: +44 7700 900112")?;
            let subject = breakwater_text::register::subject("+44 7700 900112", "", "").unwrap();
            let batch = NewBatch {
                file_name: "register.csv",
                sha256: [0; 32],
                encoding: "utf-8",
                delimiter: ",",
                header: &[],
                extra_columns: &[],
            };
            let id = BatchId::from_uuid(w.uuid());
            let batch = w.add_batch(id, &batch)?;
            w.mark_register_batch(batch)?;
            let written = "+44 7700 900112";
            let details = Details::default();
            w.add_register_entry(
                RegisterList::NeverLinks,
                written,
                &subject,
                &details,
                Some(batch),
            )
        })
        .unwrap();
    let view = links(&session, row).unwrap();
    assert_eq!(told(&view), []);
    let shared: Vec<(&str, u32)> = view
        .shared
        .iter()
        .map(|shared| (shared.value.as_str(), shared.accounts))
        .collect();
    assert_eq!(shared, [("+447700900112", 2), ("+447700900113", 61)]);
    assert!(
        view.shared[0].why.contains("register"),
        "{:?}",
        view.shared[0]
    );
}

#[test]
fn what_is_taken_back_links_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let row = add(
        &session,
        "tiktok",
        "one",
        &format!("{TEXT} +44 7700 900417"),
    );
    let (_, other) = session
        .write(made(), |w| {
            account(w, "x", "other", &format!("{TEXT} +44 7700 900417"))
        })
        .unwrap();
    assert_eq!(links(&session, row).unwrap().total, 1);
    session
        .write(made(), |w| w.undo(other.seq, &|_, _| true))
        .unwrap();
    assert_eq!(links(&session, row).unwrap().total, 0);
    let left: i64 = session
        .read(|reader| {
            Ok(reader.db().query_row(
                "SELECT (SELECT count(*) FROM tie) + (SELECT count(*) FROM text_sketch)",
                [],
                |row| row.get(0),
            )?)
        })
        .unwrap();
    assert_eq!(left, 2, "a number and a text of the one that stands");
}

/// A made-up text of its own for each number.
fn filler(n: usize) -> String {
    const WORDS: [&str; 12] = [
        "garden", "music", "football", "bread", "river", "winter", "market", "cousin", "poetry",
        "bicycle", "coffee", "painting",
    ];
    let word = |step: usize| {
        let at = (n * 31 + step * step * 7 + (n >> step) * 5 + n / (step + 1)) % WORDS.len();
        format!("{}{}", WORDS[at], (n * 7919 + step * 104_729) % 9_973)
    };
    (0..10).map(word).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_planted_network_is_found_whole_with_no_stranger_and_a_hotline_joins_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let platforms = ["tiktok", "facebook", "instagram", "x", "telegram"];
    let mut planted = BTreeSet::new();
    session
        .write(made(), |w| {
            for n in 0..3_000 {
                account(w, platforms[n % 5], &format!("plain{n}"), &filler(n))?;
            }
            for n in 0..60 {
                // Three numbers and five contacts, crosswise; all have nearly the same text.
                let (number, contact) = (n % 3, n % 5);
                let bio = format!(
                    "{TEXT} {n} WhatsApp +44 7700 90000{number}, telegram @boss_line{contact}"
                );
                planted.insert(account(w, platforms[n % 5], &format!("net{n}"), &bio)?);
            }
            for n in 0..200 {
                let bio = format!("{} rescued by +44 7700 900999", filler(n + 5_000));
                account(w, platforms[n % 5], &format!("story{n}"), &bio)?;
            }
            for n in 0..30 {
                // The text of the network as a warning: one reason is no network.
                let bio = if n == 0 {
                    TEXT.to_owned()
                } else {
                    filler(n + 9_000)
                };
                account(w, "x", &format!("warn{n}"), &bio)?;
            }
            Ok(())
        })
        .unwrap();
    let begun = Instant::now();
    let found = networks(&session, &mut |_, _| true).unwrap();
    eprintln!("{} networks in {:?}", found.len(), begun.elapsed());
    assert_eq!(
        found.len(),
        1,
        "{:?}",
        found.iter().map(|one| &one.label).collect::<Vec<_>>()
    );
    let network = &found[0];
    assert_eq!(network.size, 60);
    assert!(network.accounts.iter().all(|row| row.label.contains("net")));
    assert_eq!(network.platforms.len(), 5);
    let kinds: Vec<TieKind> = network.reasons.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, [TieKind::Contact, TieKind::Phone, TieKind::Text]);
}

#[test]
fn an_account_joins_by_two_reasons_with_different_members() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    add(&session, "tiktok", "a1", &format!("{TEXT} +44 7700 900001"));
    add(
        &session,
        "x",
        "a2",
        &format!("{TEXT} +44 7700 900001, telegram @boss_line9"),
    );
    // Shares the text with both, and the contact with the second alone.
    add(
        &session,
        "facebook",
        "a3",
        &format!("{TEXT} telegram @boss_line9"),
    );
    // Shares one thing only.
    add(&session, "facebook", "b1", "telegram @boss_line9");
    let found = networks(&session, &mut |_, _| true).unwrap();
    let sizes: Vec<u32> = found.iter().map(|one| one.size).collect();
    assert_eq!(sizes, [3]);
}

#[test]
fn finding_networks_can_be_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    add(&session, "tiktok", "a1", TEXT);
    let stopped = networks(&session, &mut |done, _| done < 3);
    assert!(matches!(stopped, Err(crate::Error::Cancelled)));
}

#[test]
fn two_texts_of_one_account_do_not_make_those_alike_who_have_one_each() {
    const OTHER: &str = "Shitet furgon i bardhë, viti 2015, në gjendje shumë të mirë, vetëm blerës seriozë, pa ndërmjetës";
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let both = add(&session, "tiktok", "both", TEXT);
    session
        .write(made(), |w| {
            let post = crate::table::post::Post {
                id: breakwater_model::PostId::from_uuid(w.uuid()),
                unit: Unit::Post,
                text: OTHER.into(),
                language: None,
                url: None,
                canonical_url: None,
                key: None,
                posted: None,
                imported_at: w.now(),
            };
            w.add_post(both, &post, None)
        })
        .unwrap();
    add(
        &session,
        "x",
        "first",
        &format!("{TEXT}, telegram @boss_line9"),
    );
    add(
        &session,
        "x",
        "second",
        &format!("{OTHER}, telegram @boss_line9"),
    );
    let kinds: Vec<_> = told(&links(&session, both).unwrap());
    assert_eq!(
        kinds,
        [
            of("first", &[TieKind::Text]),
            of("second", &[TieKind::Text])
        ]
    );
    assert_eq!(networks(&session, &mut |_, _| true).unwrap(), []);
}
