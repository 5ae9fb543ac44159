//! Rows of the history: their bytes, and how long they take.

use super::facts::{OneAccount, OneItem};
use super::pack::{pack, unpack};
use super::{from_events, from_rows, told};
use crate::testing::{case, made};
use breakwater_model::AccountId;
use breakwater_model::history::{Cut, Event, Mark};
use breakwater_model::platform::Unit;
use proptest::prelude::*;
use std::time::Instant;

fn events() -> impl Strategy<Value = Vec<Event>> {
    let marks = prop::sample::select(vec![Mark::Sent, Mark::Removed, Mark::SeenOther]);
    let event = (
        any::<i64>(),
        any::<i64>(),
        any::<i64>(),
        any::<[bool; 3]>(),
        marks,
    );
    let event = event.prop_map(
        |(happened, other, seq, [later, corrected, is_imported], mark)| Event {
            happened,
            known: if later { other } else { happened },
            until: if corrected { other } else { Event::STANDS },
            seq,
            mark,
            is_imported,
        },
    );
    prop::collection::vec(event, 0..6)
}

fn account() -> impl Strategy<Value = OneAccount> {
    let unit = prop::sample::select(vec![Unit::Account, Unit::Post, Unit::Website]);
    let item = (unit, ".{0,12}", ".{0,5}", any::<Option<i64>>(), events());
    let item = item.prop_map(|(unit, post, name, live, events)| {
        let names: [String; Cut::COUNT] = std::array::from_fn(|at| format!("{name}{at}"));
        OneItem {
            unit,
            post,
            names,
            live,
            events,
        }
    });
    (any::<[u8; 16]>(), prop::collection::vec(item, 0..4)).prop_map(|(id, items)| OneAccount {
        id: AccountId::from_bytes(id),
        items,
    })
}

proptest! {
    #[test]
    fn an_account_reads_as_it_was_written(account in account()) {
        let bytes = pack(&account).unwrap();
        prop_assert_eq!(unpack(&bytes), Some(account));
        prop_assert_eq!(unpack(&bytes[..bytes.len() - 1]), None);
        prop_assert_eq!(unpack(&[&bytes[..], &[0]].concat()), None);
    }

    #[test]
    fn bytes_of_anything_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = unpack(&[&[1_u8][..], &bytes].concat());
    }
}

/// Not a rule but a measure: run with `--run-ignored only --no-capture`.
#[test]
#[ignore = "takes minutes"]
fn how_long_a_million_events_take() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let begun = Instant::now();
    session
        .write(made(), |w| w.fill_item_history(100_000, 10))
        .unwrap();
    println!("filled and worked out in one write: {:?}", begun.elapsed());
    let measure = |what: &str, work: &mut dyn FnMut()| {
        let begun = Instant::now();
        work();
        println!("{what}: {:?}", begun.elapsed());
    };
    measure("from the events", &mut || {
        session
            .read(|reader| from_events(reader).map(drop))
            .unwrap();
    });
    measure("from the rows", &mut || {
        session.read(|reader| from_rows(reader).map(drop)).unwrap();
    });
    measure("first question", &mut || drop(told(&session).unwrap()));
    measure("second question", &mut || drop(told(&session).unwrap()));
    measure("one event written", &mut || {
        session
            .write(made(), |w| w.see_item_history(50_000))
            .unwrap();
    });
    measure("question after it", &mut || drop(told(&session).unwrap()));
    measure("another event written", &mut || {
        session
            .write(made(), |w| w.see_item_history(50_001))
            .unwrap();
    });
    measure("question after that", &mut || drop(told(&session).unwrap()));
    assert_eq!(*told(&session).unwrap(), session.read(from_events).unwrap());
}
