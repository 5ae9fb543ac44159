//! Rows of the history: their bytes.

use super::facts::{OneAccount, OneItem};
use super::pack::{pack, unpack};
use breakwater_model::AccountId;
use breakwater_model::history::{Cut, Event, Mark};
use breakwater_model::platform::Unit;
use proptest::prelude::*;

fn events() -> impl Strategy<Value = Vec<Event>> {
    let marks = prop::sample::select(vec![Mark::Sent, Mark::Removed, Mark::SeenOther]);
    let event = (
        any::<i64>(),
        any::<i64>(),
        any::<i64>(),
        any::<[bool; 3]>(),
        any::<u32>(),
        marks,
    );
    let event = event.prop_map(
        |(happened, other, seq, [later, corrected, is_imported], early, mark)| Event {
            happened,
            early: if happened > 0 { early } else { 0 },
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
        let _ = unpack(&[&[2_u8][..], &bytes].concat());
    }
}
