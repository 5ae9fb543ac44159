//! Any two periods side by side, each as it was known as long after its end, with the interval of every difference.

use super::count::{Count, count};
use super::interval::{of_change, of_difference, of_middle, wilson};
use super::period::{Period, frame};
use super::standing::{Bucket, DAY};
use super::stats::of;
use crate::{Result, Session};
use breakwater_casefile::history;
use breakwater_model::Instant;
use breakwater_model::compare::{
    CompareRequest, CompareView, ComparedMeasure, ComparedView, DaysRequest, IntervalView,
};
use breakwater_model::history::History;
use breakwater_model::statistics::{StatsRequest, StatsView};

/// Two periods of a case.
///
/// # Errors
/// Days that are none.
pub fn compare(session: &Session, request: &CompareRequest) -> Result<CompareView> {
    let told = history::told(session)?;
    of_history(&told.history, request, session.host().now())
}

/// Two periods of any history.
pub(super) fn of_history(
    history: &History,
    request: &CompareRequest,
    now: Instant,
) -> Result<CompareView> {
    let windows = [&request.one, &request.other].map(|days| Period::read(&days.from, &days.to));
    let [one, other] = windows;
    let (one, other) = (one?.window(), other?.window());
    let lag = request.as_at.unwrap_or(now).0 - one.1.max(other.1);
    let side = |days: &DaysRequest, end: i64| -> Result<(StatsView, Count)> {
        let request = StatsRequest {
            unit: request.unit,
            from: days.from.clone(),
            to: days.to.clone(),
            as_at: Some(Instant(end + lag)),
            with_imported: request.with_imported,
            cut: None,
        };
        let (_, _, frame) = frame(&request, now, i64::MAX)?;
        Ok((
            of(history, &request, now, i64::MAX)?,
            count(history, &frame).all,
        ))
    };
    let (one_view, one_count) = side(&request.one, one.1)?;
    let (other_view, other_count) = side(&request.other, other.1)?;
    let spans = (span(one), span(other));
    Ok(CompareView {
        measures: measures((&one_view, &one_count), (&other_view, &other_count), spans),
        overlap: one.0 < other.1 && other.0 < one.1,
        one: one_view,
        other: other_view,
    })
}

#[allow(clippy::cast_precision_loss, reason = "days of a period")]
fn span(window: (i64, i64)) -> f64 {
    ((window.1 - window.0) / DAY) as f64
}

type Side<'a> = (&'a StatsView, &'a Count);

fn measures(one: Side<'_>, other: Side<'_>, spans: (f64, f64)) -> Vec<ComparedView> {
    use ComparedMeasure as M;
    let bucket = |side: Side<'_>, bucket: Bucket| {
        side.1
            .cohort
            .get(bucket as usize)
            .copied()
            .unwrap_or_default()
    };
    let share =
        |measure: M, of: &dyn Fn(Side<'_>) -> (u32, u32)| shares(measure, of(one), of(other));
    vec![
        counts(M::TakenDown, (one.0.taken_down, other.0.taken_down), spans),
        counts(M::Referred, (one.0.referred, other.0.referred), spans),
        share(M::RateOfReferred, &|side| {
            (bucket(side, Bucket::TakenDown), side.0.referred)
        }),
        share(M::RateOfDecided, &|side| {
            (bucket(side, Bucket::TakenDown), side.0.decided)
        }),
        share(M::DeclinedOfDecided, &|side| {
            (bucket(side, Bucket::Declined), side.0.decided)
        }),
        share(M::ReversedOfReferred, &|side| {
            (side.0.withdrawn_or_reversed.both, side.0.referred)
        }),
        share(M::CameBack30, &|side| {
            side.1.back.last().copied().unwrap_or_default()
        }),
        middles(&one.1.hours, &other.1.hours),
    ]
}

fn counts(measure: ComparedMeasure, (one, other): (u32, u32), spans: (f64, f64)) -> ComparedView {
    let difference =
        (other > 0).then(|| f64::from(one) / spans.0 / (f64::from(other) / spans.1) - 1.0);
    view(
        measure,
        (Some(f64::from(one)), one),
        (Some(f64::from(other)), other),
        difference,
        of_change(one, other, spans),
    )
}

fn shares(measure: ComparedMeasure, one: (u32, u32), other: (u32, u32)) -> ComparedView {
    let side = |(part, whole): (u32, u32)| {
        let interval = wilson(part, whole)?;
        Some((f64::from(part) / f64::from(whole), interval))
    };
    sides(measure, (side(one), one.1), (side(other), other.1))
}

/// The middles of the hours to a confirmed takedown, kept in milliseconds.
fn middles(one: &[i64], other: &[i64]) -> ComparedView {
    const HOUR: f64 = 3_600_000.0;
    let hours = |ms: &[i64]| {
        let middle = super::curve::quantile(ms, 0.5)? / HOUR;
        let interval = of_middle(ms).map(|one| IntervalView {
            low: one.low / HOUR,
            high: one.high / HOUR,
        });
        Some((middle, interval))
    };
    let narrow = |ms: &[i64]| u32::try_from(ms.len()).unwrap_or(u32::MAX);
    let (of_one, of_other) = (hours(one), hours(other));
    let both = of_one
        .zip(of_other)
        .and_then(|((a, of_a), (b, of_b))| Some(((a, of_a?), (b, of_b?))));
    let difference = of_one.zip(of_other).map(|((a, _), (b, _))| a - b);
    view(
        ComparedMeasure::MedianHours,
        (of_one.map(|(value, _)| value), narrow(one)),
        (of_other.map(|(value, _)| value), narrow(other)),
        difference,
        both.map(|(a, b)| of_difference(a, b)),
    )
}

type Known = Option<(f64, IntervalView)>;

fn sides(
    measure: ComparedMeasure,
    (one, one_of): (Known, u32),
    (other, other_of): (Known, u32),
) -> ComparedView {
    let both = one.zip(other);
    view(
        measure,
        (one.map(|(value, _)| value), one_of),
        (other.map(|(value, _)| value), other_of),
        both.map(|((one, _), (other, _))| one - other),
        both.map(|(one, other)| of_difference(one, other)),
    )
}

fn view(
    measure: ComparedMeasure,
    (one, one_of): (Option<f64>, u32),
    (other, other_of): (Option<f64>, u32),
    difference: Option<f64>,
    interval: Option<IntervalView>,
) -> ComparedView {
    ComparedView {
        measure,
        one,
        one_of,
        other,
        other_of,
        difference,
        interval,
        is_beyond_chance: interval.is_some_and(|one| one.low > 0.0 || one.high < 0.0),
    }
}
