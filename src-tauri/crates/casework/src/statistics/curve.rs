//! Durations: their middle, their tail, and what share has come to pass by a day.
//!
//! Sources: the median is the mean of the two middle values; quantiles by linear interpolation (Hyndman and Fan, Sample
//! Quantiles in Statistical Packages, The American Statistician 50(4), 1996, type 7); Kaplan and Meier, Journal of the
//! American Statistical Association 53 (1958); Aalen and Johansen, Scandinavian Journal of Statistics 5 (1978).

use super::standing::DAY;

/// Days a curve has, from 0.
pub const DAYS: usize = 91;

/// How a wait ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum End {
    /// As asked for.
    Event,
    /// Otherwise, so that it never will.
    Other,
    /// Not yet, as far as is known.
    Censored,
}

/// A wait: how long, and how it ended.
pub type Wait = (i64, End);

/// The value a share of sorted values lies below, between two values in proportion.
///
/// `share` is from 0 to 1; `None` of nothing.
pub fn quantile(sorted: &[i64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = number(last) * share;
    let below = place.floor();
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 0 to the last index"
    )]
    let at = below as usize;
    let low = float(*sorted.get(at)?);
    let high = float(*sorted.get((at + 1).min(last))?);
    Some((high - low).mul_add(place - below, low))
}

/// At risk, ended as asked, ended otherwise: for each time something ended, in order.
fn steps(sorted: &[Wait], mut step: impl FnMut(i64, usize, usize, usize) -> bool) {
    let mut at = 0;
    while let Some((time, _)) = sorted.get(at) {
        let rest = sorted.get(at..).unwrap_or_default();
        let same = rest.iter().take_while(|(other, _)| other == time);
        let (mut ended, mut other, mut all) = (0, 0, 0);
        for (_, end) in same {
            all += 1;
            match end {
                End::Event => ended += 1,
                End::Other => other += 1,
                End::Censored => {}
            }
        }
        if ended + other > 0 && !step(*time, rest.len(), ended, other) {
            return;
        }
        at += all;
    }
}

/// How far above one half what is left may lie by rounding alone: far more than millions of steps add up to, and far less
/// than one item of millions.
const ROUNDING: f64 = 1e-10;

/// The time by which one half has ended, by Kaplan and Meier; `None` if it has not. Waits sorted by length; what ended
/// otherwise counts as not seen to end. Where exactly one half is left, that time is named, however the steps round.
pub fn median_wait(sorted: &[Wait]) -> Option<i64> {
    let (mut left, mut median) = (1.0, None);
    steps(sorted, |time, at_risk, ended, _| {
        left *= number(at_risk - ended) / number(at_risk);
        if left <= 0.5 + ROUNDING {
            median = Some(time);
        }
        median.is_none()
    });
    median
}

/// The share that has ended as asked by each whole day from 0 to 90, by Aalen and Johansen. Waits sorted by length;
/// empty of nothing.
pub fn share_by_day(sorted: &[Wait]) -> Vec<f64> {
    if sorted.is_empty() {
        return Vec::new();
    }
    let mut shares = Vec::with_capacity(DAYS);
    let (mut left, mut share) = (1.0, 0.0);
    let mut edge = 0;
    steps(sorted, |time, at_risk, ended, other| {
        while edge < time && shares.len() < DAYS {
            shares.push(share);
            edge += DAY;
        }
        let at_risk = number(at_risk);
        share += left * (number(ended) / at_risk);
        left *= 1.0 - number(ended + other) / at_risk;
        shares.len() < DAYS
    });
    shares.resize(DAYS, share);
    shares
}

#[allow(
    clippy::cast_precision_loss,
    reason = "counts and times are far below 2^53"
)]
const fn number(count: usize) -> f64 {
    count as f64
}

#[allow(
    clippy::cast_precision_loss,
    reason = "counts and times are far below 2^53"
)]
const fn float(value: i64) -> f64 {
    value as f64
}

#[cfg(test)]
mod tests {
    use super::{DAY, End, median_wait, quantile, share_by_day};

    #[test]
    fn quantiles_lie_between_two_values_in_proportion() {
        assert_eq!(quantile(&[], 0.5), None);
        assert_eq!(quantile(&[7], 0.9), Some(7.0));
        assert_eq!(quantile(&[1, 2, 4, 10], 0.5), Some(3.0));
        let p90 = quantile(&[1, 2, 4, 10], 0.9).unwrap();
        assert!((p90 - 8.2).abs() < 1e-9, "{p90}");
    }

    #[test]
    fn a_refusal_is_no_censoring() {
        // Four items: one taken down on day 1, one refused on day 2, one taken down on day 3, one without an answer.
        let waits = [
            (DAY, End::Event),
            (2 * DAY, End::Other),
            (3 * DAY, End::Event),
            (4 * DAY, End::Censored),
        ];
        let shares = share_by_day(&waits);
        assert_eq!(shares.len(), 91);
        let near = |day: usize, expected: f64| assert!((shares[day] - expected).abs() < 1e-12);
        near(0, 0.0);
        near(1, 0.25);
        near(2, 0.25);
        // A half is left, of which one half is taken down; one minus Kaplan and Meier would say 0.625.
        near(3, 0.5);
        near(90, 0.5);
    }

    #[test]
    fn what_is_not_yet_answered_leaves_the_number_at_risk() {
        let waits = [
            (DAY, End::Censored),
            (DAY, End::Event),
            (2 * DAY, End::Event),
            (5 * DAY, End::Censored),
        ];
        let mut sorted = waits;
        sorted.sort_unstable();
        let shares = share_by_day(&sorted);
        assert!((shares[1] - 0.25).abs() < 1e-12);
        assert!((shares[2] - 0.625).abs() < 1e-12);
        assert_eq!(median_wait(&sorted), Some(2 * DAY));
    }

    #[test]
    fn a_middle_that_was_not_reached_is_none() {
        let waits: Vec<_> = (1..=7).map(|n| (n * DAY, End::Event)).collect();
        assert_eq!(median_wait(&waits), Some(4 * DAY));
        assert_eq!(
            median_wait(&[(1, End::Event), (2, End::Censored), (3, End::Censored)]),
            None
        );
        assert_eq!(median_wait(&[]), None);
    }

    #[test]
    fn exactly_one_half_left_is_the_middle_however_it_rounds() {
        // 5/6 of 4/5 of 3/4, and of every even number of items likewise.
        for half in 1..=600_i64 {
            let waits: Vec<_> = (1..=2 * half)
                .map(|n| match n {
                    n if n <= half => (n * DAY, End::Event),
                    _ => ((half + 1) * DAY, End::Censored),
                })
                .collect();
            assert_eq!(median_wait(&waits), Some(half * DAY), "{half}");
            // One more that is open: less than a half has ended.
            let more = [waits, vec![((half + 1) * DAY, End::Censored)]].concat();
            assert_eq!(median_wait(&more), None, "{half}");
        }
    }
}
