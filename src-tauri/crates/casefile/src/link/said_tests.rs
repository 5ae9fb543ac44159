//! What officers say of who operates accounts, and names that say nothing.

use super::tests::{TEXT, add, told};
use super::{links, networks};
use crate::table::declaration::NewDeclaration;
use crate::testing::{case, made};
use crate::{Done, Session, state};
use breakwater_model::DeclarationId;
use breakwater_model::link::{NetworkView, TieKind};
use breakwater_model::network::DeclarationKind::{self, Apart, Together};

fn say(
    session: &Session,
    kind: DeclarationKind,
    accounts: &[i64],
    from: &[i64],
    name: Option<&str>,
) -> (DeclarationId, Done) {
    session
        .write(made(), |w| {
            w.declare(&NewDeclaration {
                kind,
                accounts,
                from,
                name,
                reason: "The same voice answers.",
            })
        })
        .unwrap()
}

fn found(session: &Session) -> Vec<NetworkView> {
    networks(session, &mut |_, _| true).unwrap()
}

/// The handles of each network, in order.
fn handles(networks: &[NetworkView]) -> Vec<Vec<&str>> {
    let mut all: Vec<Vec<&str>> = networks
        .iter()
        .map(|network| {
            let handles = network.accounts.iter();
            let mut handles: Vec<&str> = handles.filter_map(|row| row.handle.as_deref()).collect();
            handles.sort_unstable();
            handles
        })
        .collect();
    all.sort();
    all
}

/// Accounts that share a text and a number, these each.
fn plant(session: &Session, numbers: &[(&str, u32)]) -> Vec<i64> {
    let each = numbers.iter().map(|(handle, number)| {
        let bio = format!("{TEXT} WhatsApp +44 7700 90040{number}");
        add(session, "tiktok", handle, &bio)
    });
    each.collect()
}

#[test]
fn accounts_that_share_nothing_are_a_network_once_an_officer_says_so_and_bear_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let one = add(&session, "tiktok", "one", "a boat tonight");
    let other = add(&session, "x", "other", "cars for sale");
    assert_eq!(found(&session), []);
    let (id, _) = say(&session, Together, &[one, other], &[], Some("Pier"));
    let networks = found(&session);
    assert_eq!(handles(&networks), [["one", "other"]]);
    let network = &networks[0];
    assert_eq!((network.label.as_str(), network.is_named), ("Pier", true));
    assert_eq!(network.reasons, []);
    let said = &network.said[0];
    assert_eq!(
        (said.id, said.kind, said.officer.as_str()),
        (id, Together, "n")
    );
    assert_eq!(said.reason, "The same voice answers.");
    let view = links(&session, one).unwrap();
    assert_eq!(told(&view), [("other".to_owned(), vec![])]);
    assert_eq!(view.links[0].said[0].id, id);
    session
        .write(made(), |w| w.take_back_declaration(id))
        .unwrap();
    assert_eq!(found(&session), []);
    assert_eq!(links(&session, one).unwrap().total, 0);
}

#[test]
fn a_machine_network_says_what_it_shares_and_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    plant(&session, &[("a1", 1), ("a2", 1)]);
    let networks = found(&session);
    assert_eq!(networks[0].said, []);
    assert!(!networks[0].is_named);
    assert_eq!(networks[0].label, "@a1");
}

#[test]
fn who_shares_two_kinds_with_a_declared_network_joins_it() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let one = add(
        &session,
        "tiktok",
        "one",
        &format!("{TEXT} telegram @boss_line9"),
    );
    let other = add(&session, "x", "other", "call +44 7700 900401");
    let third = format!("{TEXT} +44 7700 900401");
    add(&session, "facebook", "third", &third);
    assert_eq!(found(&session), []);
    say(&session, Together, &[one, other], &[], None);
    assert_eq!(handles(&found(&session)), [["one", "other", "third"]]);
}

#[test]
fn a_cut_splits_a_network_and_each_goes_with_the_side_it_shares_most_with() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let rows = plant(
        &session,
        &[("a1", 1), ("a2", 1), ("a3", 1), ("b1", 2), ("b2", 2)],
    );
    // Bears both numbers, so that all are one network.
    let bio = format!("{TEXT} +44 7700 900401 or +44 7700 900402");
    add(&session, "x", "both", &bio);
    assert_eq!(found(&session).len(), 1);
    let (_, cut) = say(&session, Apart, &[rows[0]], &[rows[3]], None);
    let networks = found(&session);
    assert_eq!(
        handles(&networks),
        [vec!["a1", "a2", "a3"], vec!["b1", "b2", "both"]]
    );
    assert!(networks.iter().all(|network| network.said[0].kind == Apart));
    let view = links(&session, rows[0]).unwrap();
    let link = view
        .links
        .iter()
        .find(|link| link.account.handle.as_deref() == Some("b1"));
    let link = link.unwrap();
    assert_eq!((link.is_network, link.said[0].kind), (false, Apart));
    session
        .write(made(), |w| w.undo(cut.seq, &|_, _| true))
        .unwrap();
    assert_eq!(found(&session).len(), 1);
}

#[test]
fn a_cut_outranks_a_declaration_and_values_whatever_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let rows = plant(&session, &[("a1", 1), ("a2", 1)]);
    say(&session, Together, &rows, &[], Some("Pier"));
    say(&session, Apart, &rows[..1], &rows[1..], None);
    assert_eq!(found(&session), []);
}

#[test]
fn two_sides_of_which_one_shares_a_single_thing_are_one_network_and_a_link() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let rows = plant(&session, &[("a1", 1), ("a2", 1), ("a3", 1)]);
    say(&session, Apart, &rows[..1], &rows[1..], None);
    assert_eq!(handles(&found(&session)), [["a2", "a3"]]);
}

#[test]
fn undoing_a_declaration_that_was_renamed_keeps_all_of_it_and_the_name_can_be_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let one = add(&session, "tiktok", "one", "a");
    let other = add(&session, "x", "other", "b");
    let (id, said) = say(&session, Together, &[one, other], &[], Some("Pier"));
    let (_, named) = session
        .write(made(), |w| w.rename_declaration(id, Some("The pier")))
        .unwrap();
    let undone = session
        .write(made(), |w| w.undo(said.seq, &|_, _| true))
        .unwrap();
    assert_eq!((undone.0.removed, undone.0.kept), (0, 3));
    assert_eq!(found(&session)[0].label, "The pier");
    session
        .write(made(), |w| w.undo(named.seq, &|_, _| true))
        .unwrap();
    assert_eq!(found(&session)[0].label, "Pier");
    let ((), back) = session
        .write(made(), |w| w.take_back_declaration(id))
        .unwrap();
    assert_eq!(found(&session), []);
    session
        .write(made(), |w| w.undo(back.seq, &|_, _| true))
        .unwrap();
    assert_eq!(found(&session)[0].label, "Pier");
    session
        .derive(|d| {
            assert_eq!(state::differing(d.db)?, Vec::<i64>::new());
            Ok(())
        })
        .unwrap();
}

#[test]
fn names_of_common_words_and_names_on_many_handles_link_nobody_and_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let row = add(&session, "tiktok", "find_my_brother392", "+44 7700 900401");
    add(&session, "x", "findmybrother_7", "wa.me/447700900401");
    let rare = add(&session, "tiktok", "udhetim_zodiak.1", "+44 7700 900402");
    add(&session, "x", "udhetimzodiak7", "+44 7700 900402");
    assert_eq!(
        handles(&found(&session)),
        [["udhetim_zodiak.1", "udhetimzodiak7"]]
    );
    let view = links(&session, row).unwrap();
    assert_eq!(
        told(&view),
        [("findmybrother_7".to_owned(), vec![TieKind::Phone])]
    );
    assert_eq!(view.shared[0].value, "findmybrother");
    assert!(
        view.shared[0].why.contains("say nothing"),
        "{}",
        view.shared[0].why
    );
    // Thirteen names with each of its words: here they are common too.
    for n in 0..13 {
        let own = char::from(b'a' + n);
        add(&session, "x", &format!("udhetim_{own}{own}{own}"), "");
        add(&session, "x", &format!("zodiak_{own}{own}{own}"), "");
    }
    assert_eq!(found(&session), []);
    let shared = links(&session, rare).unwrap().shared;
    assert_eq!(shared[0].value, "udhetimzodiak");
}

#[test]
fn one_name_on_many_handles_does_not_make_its_words_common_before_the_limit() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    for n in 0..18 {
        add(
            &session,
            "tiktok",
            &format!("udhetim_zodiak{n}"),
            "+44 7700 900402",
        );
    }
    assert_eq!(found(&session)[0].size, 18);
    for n in 18..23 {
        add(
            &session,
            "tiktok",
            &format!("udhetim_zodiak{n}"),
            "cars for sale",
        );
    }
    assert_eq!(found(&session), []);
}
