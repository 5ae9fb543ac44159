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
use breakwater_model::figure_rows::FigureCount;
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

/// What a measure is, and by what names its numbers open.
#[derive(Clone, Copy)]
struct Opened {
    measure: ComparedMeasure,
    part: Option<FigureCount>,
    of: FigureCount,
}

fn measures(one: Side<'_>, other: Side<'_>, spans: (f64, f64)) -> Vec<ComparedView> {
    use {ComparedMeasure as M, FigureCount as F};
    let bucket = |side: Side<'_>, bucket: Bucket| {
        side.1
            .cohort
            .get(bucket as usize)
            .copied()
            .unwrap_or_default()
    };
    let plain = |measure: M, of: F| Opened {
        measure,
        part: None,
        of,
    };
    let share = |measure: M, part: F, of: F, values: &dyn Fn(Side<'_>) -> (u32, u32)| {
        let part = Some(part);
        shares(Opened { measure, part, of }, values(one), values(other))
    };
    vec![
        counts(
            plain(M::TakenDown, F::TakenDown),
            (one.0.taken_down, other.0.taken_down),
            spans,
        ),
        counts(
            plain(M::Referred, F::Referred),
            (one.0.referred, other.0.referred),
            spans,
        ),
        share(
            M::RateOfReferred,
            F::CohortTakenDown,
            F::Referred,
            &|side| (bucket(side, Bucket::TakenDown), side.0.referred),
        ),
        share(M::RateOfDecided, F::CohortTakenDown, F::Decided, &|side| {
            (bucket(side, Bucket::TakenDown), side.0.decided)
        }),
        share(M::DeclinedOfDecided, F::Declined, F::Decided, &|side| {
            (bucket(side, Bucket::Declined), side.0.decided)
        }),
        share(
            M::ReversedOfReferred,
            F::WithdrawnOrReversed,
            F::Referred,
            &|side| (side.0.withdrawn_or_reversed.both, side.0.referred),
        ),
        share(M::CameBack30, F::Back30, F::Watched30, &|side| {
            side.1.back.last().copied().unwrap_or_default()
        }),
        middles(
            plain(M::MedianHours, F::CohortConfirmed),
            &one.1.hours,
            &other.1.hours,
        ),
    ]
}

/// One side of a measure: its value, of how many that is, and how many of these.
#[derive(Clone, Copy)]
struct Half {
    value: Option<f64>,
    of: u32,
    part: Option<u32>,
}

fn counts(opened: Opened, (one, other): (u32, u32), spans: (f64, f64)) -> ComparedView {
    let difference =
        (other > 0).then(|| f64::from(one) / spans.0 / (f64::from(other) / spans.1) - 1.0);
    let half = |count: u32| Half {
        value: Some(f64::from(count)),
        of: count,
        part: None,
    };
    view(
        opened,
        (half(one), half(other)),
        difference,
        of_change(one, other, spans),
    )
}

fn shares(opened: Opened, one: (u32, u32), other: (u32, u32)) -> ComparedView {
    let known = |(part, whole): (u32, u32)| {
        let interval = wilson(part, whole)?;
        Some((f64::from(part) / f64::from(whole), interval))
    };
    let half = |(part, of): (u32, u32)| Half {
        value: known((part, of)).map(|(value, _)| value),
        of,
        part: Some(part),
    };
    let both = known(one).zip(known(other));
    view(
        opened,
        (half(one), half(other)),
        both.map(|((one, _), (other, _))| one - other),
        both.map(|(one, other)| of_difference(one, other)),
    )
}

/// The middles of the hours to a confirmed takedown, kept in milliseconds.
fn middles(opened: Opened, one: &[i64], other: &[i64]) -> ComparedView {
    const HOUR: f64 = 3_600_000.0;
    let hours = |ms: &[i64]| {
        let middle = super::curve::quantile(ms, 0.5)? / HOUR;
        let interval = of_middle(ms).map(|one| IntervalView {
            low: one.low / HOUR,
            high: one.high / HOUR,
        });
        Some((middle, interval))
    };
    let (of_one, of_other) = (hours(one), hours(other));
    let half = |ms: &[i64]| Half {
        value: hours(ms).map(|(value, _)| value),
        of: u32::try_from(ms.len()).unwrap_or(u32::MAX),
        part: None,
    };
    let both = of_one
        .zip(of_other)
        .and_then(|((a, of_a), (b, of_b))| Some(((a, of_a?), (b, of_b?))));
    view(
        opened,
        (half(one), half(other)),
        of_one.zip(of_other).map(|((a, _), (b, _))| a - b),
        both.map(|(a, b)| of_difference(a, b)),
    )
}

fn view(
    opened: Opened,
    (one, other): (Half, Half),
    difference: Option<f64>,
    interval: Option<IntervalView>,
) -> ComparedView {
    ComparedView {
        measure: opened.measure,
        one: one.value,
        one_of: one.of,
        one_part: one.part,
        other: other.value,
        other_of: other.of,
        other_part: other.part,
        of: opened.of,
        part: opened.part,
        difference,
        interval,
        is_beyond_chance: interval.is_some_and(|one| one.low > 0.0 || one.high < 0.0),
    }
}
