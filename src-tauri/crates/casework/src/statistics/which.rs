//! Which items stand behind a number.
//!
//! Invariant: whatever [`super::count`] counts, [`chosen`] names, item by item.

use super::count::{Frame, Month, age_slice, back_within, in_window, is_in};
use super::standing::{AsAt, Bucket, Look, Standing, standing};
use breakwater_model::figure_rows::FigureCount;
use breakwater_model::history::{History, Item};

/// A number: which, of which part, of which month.
pub struct Which {
    pub count: FigureCount,
    /// Place of a name of what the frame tells apart by.
    pub part: Option<u16>,
    pub month: Option<Month>,
}

/// The items behind a number, each by its place, with where it stands as at the moment asked for.
pub fn chosen(history: &History, frame: &Frame, which: &Which) -> Vec<(usize, Standing)> {
    let frame = of_month(frame, which.month);
    let is_of_part = |place: usize, item: &Item| {
        let parts = frame.apart.parts_of(place, item);
        which.part.is_none_or(|part| parts.contains(&part))
    };
    history
        .items()
        .iter()
        .enumerate()
        .filter(|(place, item)| item.unit == frame.unit && is_of_part(*place, item))
        .filter_map(|(place, item)| {
            let at = |at: i64| {
                let as_at = AsAt { at, ..frame.as_at };
                standing(item, history.events(item), as_at)
            };
            let now = at(frame.as_at.at);
            let then = match which.count {
                FigureCount::Previous => at(frame.previous_as_at),
                FigureCount::YearBefore => at(frame.year_before_as_at),
                _ => now,
            }?;
            is_counted(which, &frame, &then).then(|| (place, now.unwrap_or(then)))
        })
        .collect()
}

/// The frame of a month of it: the month in place of the period.
fn of_month(frame: &Frame, month: Option<Month>) -> Frame {
    let mut frame = frame.clone();
    if let Some(month) = month {
        frame.period = month.window;
    }
    frame
}

fn is_counted(which: &Which, frame: &Frame, it: &Standing) -> bool {
    use FigureCount as F;
    let taken = in_window(frame.period, it);
    let is_referred = is_in(frame.period, it.sent);
    let stands = |bucket: Bucket| is_referred && it.bucket == bucket;
    let looked = |look: Look| is_referred && it.look == look;
    let back = |days: i64| taken.and_then(|_| back_within(frame, it, days));
    let waits = age_slice(frame, it);
    match which.count {
        F::TakenDown => taken.is_some(),
        F::Confirmed => taken == Some(false),
        F::Inferred => taken == Some(true),
        F::Previous | F::PreviousNow => in_window(frame.previous, it).is_some(),
        F::YearBefore => which
            .month
            .is_some_and(|month| in_window(month.year_before, it).is_some()),
        F::Referred => is_referred,
        F::Decided => is_referred && it.bucket.is_decided(),
        F::CohortTakenDown => stands(Bucket::TakenDown),
        F::CohortConfirmed => stands(Bucket::TakenDown) && !it.is_inferred,
        F::CohortInferred => stands(Bucket::TakenDown) && it.is_inferred,
        F::Limited => stands(Bucket::Limited),
        F::Declined => stands(Bucket::Declined),
        F::NotFound => stands(Bucket::NotFound),
        F::MoreAsked => stands(Bucket::MoreAsked),
        F::NoAnswer => stands(Bucket::NoAnswer),
        F::Withdrawn => stands(Bucket::Withdrawn),
        F::Reinstated => stands(Bucket::Reinstated),
        F::NotSeenLive => stands(Bucket::NotSeenLive),
        F::WithdrawnOrReversed => stands(Bucket::Withdrawn) || stands(Bucket::Reinstated),
        F::LookedOffline => looked(Look::Offline),
        F::LookedLive => looked(Look::Live),
        F::LookedOtherwise => looked(Look::Other),
        F::NotRechecked => looked(Look::None),
        F::Back7 => back(7) == Some(true),
        F::Watched7 => back(7).is_some(),
        F::Back30 => back(30) == Some(true),
        F::Watched30 => back(30).is_some(),
        F::Waiting => waits.is_some(),
        F::WaitingAsked => waits.is_some() && it.bucket == Bucket::MoreAsked,
        F::WaitingOver0 => waits == Some(0),
        F::WaitingOver7 => waits == Some(1),
        F::WaitingOver30 => waits == Some(2),
        F::WaitingOver90 => waits == Some(3),
    }
}
