//! The items of one account as the bytes of one row: small, and read without a query for each event.
//!
//! Numbers are little-endian. First the form, 2; the id of the account, 16 bytes; how many items, four bytes. An item: its
//! unit, the key of its post and its five names, each after its length as two bytes; 1 and when it was seen live, or 0; how
//! many events, four bytes. An event: what, and what else is said, a byte each; when it happened; its number; when it was
//! known, where that is another time; from when on a correction was known, where there is one; its place, where that is
//! before it happened.

use super::facts::{OneAccount, OneItem};
use breakwater_model::AccountId;
use breakwater_model::history::{Cut, Event, Mark};
use breakwater_model::platform::Unit;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as WordError, StrDeserializer};

/// The form of the bytes; goes up when they or [`MARKS`] change.
const FORM: u8 = 2;

/// What happened, by the byte it stands as.
const MARKS: [Mark; 13] = [
    Mark::Sent,
    Mark::Removed,
    Mark::Suspended,
    Mark::Limited,
    Mark::Declined,
    Mark::NotFound,
    Mark::MoreAsked,
    Mark::Reinstated,
    Mark::Withdrawn,
    Mark::SeenLive,
    Mark::SeenOffline,
    Mark::SeenRenamed,
    Mark::SeenOther,
];

const KNOWN_LATER: u8 = 1;
const CORRECTED: u8 = 2;
const IMPORTED: u8 = 4;
const PLACED: u8 = 8;

/// The bytes of an account; none where a text or a count is too long for them.
pub(super) fn pack(account: &OneAccount) -> Option<Vec<u8>> {
    let mut bytes = vec![FORM];
    bytes.extend(account.id.uuid().as_bytes());
    bytes.extend(u32::try_from(account.items.len()).ok()?.to_le_bytes());
    for item in &account.items {
        let unit = serde_json::to_value(item.unit).ok()?;
        text(&mut bytes, unit.as_str()?)?;
        text(&mut bytes, &item.post)?;
        for name in &item.names {
            text(&mut bytes, name)?;
        }
        bytes.push(u8::from(item.live.is_some()));
        bytes.extend(item.live.into_iter().flat_map(i64::to_le_bytes));
        bytes.extend(u32::try_from(item.events.len()).ok()?.to_le_bytes());
        for event in &item.events {
            pack_event(&mut bytes, event)?;
        }
    }
    Some(bytes)
}

fn text(bytes: &mut Vec<u8>, text: &str) -> Option<()> {
    bytes.extend(u16::try_from(text.len()).ok()?.to_le_bytes());
    bytes.extend(text.as_bytes());
    Some(())
}

fn pack_event(bytes: &mut Vec<u8>, event: &Event) -> Option<()> {
    let mark = MARKS.iter().position(|mark| *mark == event.mark)?;
    let known = (event.known != event.happened).then_some(event.known);
    let until = (event.until != Event::STANDS).then_some(event.until);
    let place = (event.early != 0).then_some(event.place());
    let mut said = 0;
    for (is_said, flag) in [
        (place.is_some(), PLACED),
        (known.is_some(), KNOWN_LATER),
        (until.is_some(), CORRECTED),
        (event.is_imported, IMPORTED),
    ] {
        said |= if is_said { flag } else { 0 };
    }
    bytes.extend([u8::try_from(mark).ok()?, said]);
    for number in [Some(event.happened), Some(event.seq), known, until, place] {
        bytes.extend(number.into_iter().flat_map(i64::to_le_bytes));
    }
    Some(())
}

/// What bytes hold; none where they are not what [`pack`] writes.
pub(super) fn unpack(bytes: &[u8]) -> Option<OneAccount> {
    let mut left = Left(bytes);
    if left.byte()? != FORM {
        return None;
    }
    let id = AccountId::from_bytes(left.array()?);
    let count = left.count()?;
    let mut items = Vec::new();
    for _ in 0..count {
        items.push(item(&mut left)?);
    }
    left.0.is_empty().then_some(OneAccount { id, items })
}

fn item(left: &mut Left<'_>) -> Option<OneItem> {
    let unit: StrDeserializer<'_, WordError> = left.text()?.into_deserializer();
    let unit = Unit::deserialize(unit).ok()?;
    let post = left.text()?.to_owned();
    let mut names: [String; Cut::COUNT] = Default::default();
    for name in &mut names {
        left.text()?.clone_into(name);
    }
    let live = match left.byte()? {
        0 => None,
        _ => Some(left.number()?),
    };
    let count = left.count()?;
    let mut events = Vec::with_capacity(count.min(left.0.len() / 18));
    for _ in 0..count {
        events.push(event(left)?);
    }
    Some(OneItem {
        unit,
        post,
        names,
        live,
        events,
    })
}

fn event(left: &mut Left<'_>) -> Option<Event> {
    let mark = *MARKS.get(usize::from(left.byte()?))?;
    let said = left.byte()?;
    let (happened, seq) = (left.number()?, left.number()?);
    let known = if said & KNOWN_LATER == 0 {
        happened
    } else {
        left.number()?
    };
    let until = if said & CORRECTED == 0 {
        Event::STANDS
    } else {
        left.number()?
    };
    let place = if said & PLACED == 0 {
        happened
    } else {
        left.number()?
    };
    let event = Event {
        happened,
        known,
        until,
        seq,
        early: 0,
        mark,
        is_imported: said & IMPORTED != 0,
    };
    Some(event.placed(place))
}

/// Bytes that are not read yet.
struct Left<'a>(&'a [u8]);

impl<'a> Left<'a> {
    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (read, left) = self.0.split_first_chunk()?;
        self.0 = left;
        Some(*read)
    }

    fn byte(&mut self) -> Option<u8> {
        Some(u8::from_le_bytes(self.array()?))
    }

    fn number(&mut self) -> Option<i64> {
        Some(i64::from_le_bytes(self.array()?))
    }

    fn count(&mut self) -> Option<usize> {
        usize::try_from(u32::from_le_bytes(self.array()?)).ok()
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = u16::from_le_bytes(self.array()?);
        let (read, left) = self.0.split_at_checked(usize::from(length))?;
        self.0 = left;
        std::str::from_utf8(read).ok()
    }
}
