//! Accounts that come back, and how long each stayed.

use super::lives::gone;
use super::tests::{TEXT, add};
use super::{links, networks};
use crate::table::event::NewEvent;
use crate::table::sighting::Sighting;
use crate::testing::{case, made, seen};
use crate::{Done, Session};
use breakwater_model::succession::Verdict;
use breakwater_model::{Instant, WorldTime};

const DAY: i64 = 86_400_000;
/// Long before the day the case is made, on which undated sightings stand.
const BEGIN: i64 = 1_795_424_400_000 - 100 * DAY;

fn day(n: i64) -> WorldTime {
    WorldTime::exact(Instant(BEGIN + n * DAY))
}

/// An account that was seen on this day, with a number that all of them share.
fn account(session: &Session, handle: &str, on: i64) -> i64 {
    let row = add(
        session,
        "tiktok",
        handle,
        &format!("{TEXT} +44 7700 900401"),
    );
    let dated = Sighting {
        seen: day(on),
        is_assumed: false,
        ..seen(handle, None)
    };
    session
        .write(made(), |w| w.add_sighting(row, "tiktok", &dated, None))
        .unwrap();
    row
}

fn happened(session: &Session, account: i64, kind: &'static str, value: &str, on: i64) -> i64 {
    let event = NewEvent {
        kind,
        account: Some(account),
        action: None,
        item: None,
        value,
        happened: &day(on),
        known: day(on).at,
        detail: &[],
    };
    session.write(made(), |w| w.add_event(&event)).unwrap().0
}

fn is_gone(session: &Session, account: i64) -> Option<i64> {
    let gone = session.read(|reader| gone(reader, account)).unwrap();
    gone.map(|at| (at.0 - BEGIN) / DAY)
}

fn say(session: &Session, account: i64, before: i64, is_confirmed: bool) -> Done {
    session
        .write(made(), |w| {
            w.say_succession((account, before), is_confirmed, None)
        })
        .unwrap()
        .1
}

#[test]
fn an_account_is_gone_by_a_decision_or_by_two_checks_a_day_apart_until_it_is_seen_again() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let row = account(&session, "a1", 0);
    assert_eq!(is_gone(&session, row), None);
    happened(&session, row, "decided", "declined", 1);
    happened(&session, row, "observed", "offline", 2);
    assert_eq!(is_gone(&session, row), None, "one check is no removal");
    happened(&session, row, "observed", "offline", 3);
    assert_eq!(is_gone(&session, row), Some(2), "dated at the first check");
    happened(&session, row, "observed", "live", 4);
    assert_eq!(is_gone(&session, row), None);
    happened(&session, row, "decided", "removed", 5);
    assert_eq!(is_gone(&session, row), Some(5));
    happened(&session, row, "decided", "reinstated", 6);
    assert_eq!(is_gone(&session, row), None);
    happened(&session, row, "decided", "suspended", 7);
    assert_eq!(is_gone(&session, row), Some(7));
}

#[test]
fn a_linked_account_first_seen_after_one_was_removed_is_proposed_as_its_successor() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let first = account(&session, "a1", 0);
    let during = account(&session, "a2", 5);
    let after = account(&session, "a3", 12);
    happened(&session, first, "decided", "removed", 10);
    let view = links(&session, first).unwrap();
    let of = |handle: &str| {
        let mut links = view.links.iter();
        let link = links.find(|link| link.account.handle.as_deref() == Some(handle));
        link.unwrap().succession.clone()
    };
    assert_eq!(of("a2"), None, "seen while the other was there");
    let proposed = of("a3").unwrap();
    assert_eq!(
        (proposed.verdict, proposed.is_after),
        (Verdict::Proposed, true)
    );
    assert_eq!(proposed.gone, Some(day(10).at));
    let back = links(&session, after).unwrap();
    let back = back.links.iter().find_map(|link| link.succession.clone());
    assert!(
        !back.unwrap().is_after,
        "from the other side it came before"
    );
    assert!(
        links(&session, during)
            .unwrap()
            .links
            .iter()
            .all(|link| link.succession.is_none())
    );
}

#[test]
fn a_chain_tells_generations_and_days_survived_and_is_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let lives: Vec<i64> = [("a1", 0), ("a2", 12), ("a3", 30)]
        .iter()
        .map(|(handle, on)| account(&session, handle, *on))
        .collect();
    happened(&session, lives[0], "decided", "removed", 10);
    happened(&session, lives[1], "decided", "suspended", 25);
    assert_eq!(links(&session, lives[2]).unwrap().chain, []);
    say(&session, lives[1], lives[0], true);
    let last = say(&session, lives[2], lives[1], true);
    let chain = links(&session, lives[0]).unwrap().chain;
    let told: Vec<_> = chain
        .iter()
        .map(|life| (life.label.as_str(), life.generation, life.days))
        .collect();
    assert_eq!(
        told,
        [("@a1", 1, Some(10)), ("@a2", 2, Some(13)), ("@a3", 3, None)]
    );
    assert_eq!(chain[1].after, Some(chain[0].account));
    let network = &networks(&session, &mut |_, _| true).unwrap()[0];
    assert_eq!((network.size, network.removed, network.lives), (3, 2, 3));
    assert_eq!(
        (network.first_seen, network.last_seen),
        (Some(day(0).at), Some(day(30).at))
    );
    assert_eq!(network.timeline.len(), 3);
    session
        .write(made(), |w| w.undo(last.seq, &|_, _| true))
        .unwrap();
    assert_eq!(links(&session, lives[2]).unwrap().chain, []);
    assert_eq!(links(&session, lives[0]).unwrap().chain.len(), 2);
}

#[test]
fn what_was_refused_is_not_proposed_again_and_a_later_word_takes_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let first = account(&session, "a1", 0);
    let after = account(&session, "a2", 12);
    happened(&session, first, "decided", "removed", 10);
    say(&session, after, first, false);
    let verdict = || {
        let view = links(&session, first).unwrap();
        view.links[0].succession.clone().unwrap().verdict
    };
    assert_eq!(verdict(), Verdict::Refused);
    say(&session, after, first, true);
    assert_eq!(verdict(), Verdict::Confirmed);
    let standing = session
        .read(|reader| crate::table::succession::standing(reader.db()))
        .unwrap();
    assert_eq!(standing.len(), 1);
}
