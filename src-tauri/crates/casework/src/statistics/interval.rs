//! Intervals at 95 %: of a share, of a middle, of a change; and of the difference of two of them.
//!
//! A share has Wilson's score interval (E. B. Wilson, JASA 22, 1927). A middle has the interval of the order statistics
//! whose ranks the binomial gives. A change of counts follows from the share one of them has in both (conditional on their
//! sum). A difference combines the intervals of its sides (G. Y. Zou and A. Donner, Statistics in Medicine 27, 2008), which
//! for two shares is R. G. Newcombe's tenth method (Statistics in Medicine 17, 1998).

use breakwater_model::compare::IntervalView;

/// The quantile of the normal distribution for 95 %, two-sided.
const Z: f64 = 1.959_963_984_540_054;

/// Wilson's interval of a share; none of nothing.
pub fn wilson(part: u32, whole: u32) -> Option<IntervalView> {
    if whole == 0 {
        return None;
    }
    let (n, p) = (f64::from(whole), f64::from(part) / f64::from(whole));
    let scale = 1.0 + Z * Z / n;
    let middle = (p + Z * Z / (2.0 * n)) / scale;
    let half = Z / scale * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    Some(IntervalView {
        low: if part == 0 {
            0.0
        } else {
            (middle - half).max(0.0)
        },
        high: if part == whole {
            1.0
        } else {
            (middle + half).min(1.0)
        },
    })
}

/// The interval of the middle of sorted values, in their unit; none where too few are known to give one.
pub fn of_middle(sorted: &[i64]) -> Option<IntervalView> {
    let n = sorted.len();
    let half = Z * float(n).sqrt() / 2.0;
    let low = (float(n) / 2.0 - half).floor();
    if low < 1.0 {
        return None;
    }
    let low = whole(low);
    let at = |rank: usize| sorted.get(rank).map(|value| signed(*value));
    Some(IntervalView {
        low: at(low - 1)?,
        high: at(n - low)?,
    })
}

/// The interval of `now` / `before` − 1, of counts in spans of these lengths; none where nothing was before.
pub fn of_change(now: u32, before: u32, spans: (f64, f64)) -> Option<IntervalView> {
    if before == 0 {
        return None;
    }
    let share = wilson(now, now.checked_add(before)?)?;
    let odds = |share: f64| share / (1.0 - share) * spans.1 / spans.0 - 1.0;
    Some(IntervalView {
        low: odds(share.low),
        high: odds(share.high),
    })
}

/// The interval of `one` − `other`, each with its own.
pub fn of_difference(
    (one, of_one): (f64, IntervalView),
    (other, of_other): (f64, IntervalView),
) -> IntervalView {
    let difference = one - other;
    let down = (one - of_one.low).hypot(of_other.high - other);
    let up = (of_one.high - one).hypot(other - of_other.low);
    IntervalView {
        low: difference - down,
        high: difference + up,
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
const fn float(count: usize) -> f64 {
    count as f64
}

#[allow(clippy::cast_precision_loss, reason = "times are far below 2^53")]
const fn signed(value: i64) -> f64 {
    value as f64
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a rank of a list, from 1"
)]
const fn whole(rank: f64) -> usize {
    rank as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is_near(found: IntervalView, low: f64, high: f64) {
        assert!(
            (found.low - low).abs() < 5e-4 && (found.high - high).abs() < 5e-4,
            "{found:?}, not {low} to {high}"
        );
    }

    #[test]
    fn shares_have_the_interval_that_is_published() {
        // Newcombe 1998, table I of the paper on single proportions: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
        is_near(wilson(81, 263).unwrap(), 0.2553, 0.3662);
        is_near(wilson(15, 148).unwrap(), 0.0624, 0.1605);
        is_near(wilson(0, 20).unwrap(), 0.0, 0.1611);
        is_near(wilson(1, 29).unwrap(), 0.0061, 0.1718);
        assert_eq!(wilson(0, 0), None);
    }

    #[test]
    fn differences_of_shares_have_newcombes_interval() {
        // Newcombe 1998, differences: 56 of 70 beside 48 of 80, method 10.
        let side = |part, whole| {
            (
                f64::from(part) / f64::from(whole),
                wilson(part, whole).unwrap(),
            )
        };
        is_near(of_difference(side(56, 70), side(48, 80)), 0.0524, 0.3339);
        is_near(of_difference(side(9, 10), side(3, 10)), 0.1705, 0.8090);
    }

    #[test]
    fn a_change_is_of_counts_in_equal_spans_or_in_others() {
        let found = of_change(8_014, 5_600, (1.0, 1.0)).unwrap();
        assert!(found.low < 0.431 && found.high > 0.431 && found.low > 0.37 && found.high < 0.49);
        let halved = of_change(4_007, 5_600, (1.0, 2.0)).unwrap();
        assert!(halved.low < 0.431 && halved.high > 0.431, "{halved:?}");
        assert_eq!(of_change(3, 0, (1.0, 1.0)), None);
    }

    #[test]
    fn a_middle_needs_enough_to_have_an_interval() {
        let values: Vec<i64> = (1..=100).collect();
        let found = of_middle(&values).unwrap();
        assert_eq!((found.low, found.high), (40.0, 61.0));
        assert_eq!(of_middle(&[1, 2, 3]), None);
    }
}
