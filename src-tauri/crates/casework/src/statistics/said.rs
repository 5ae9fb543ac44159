//! What may be said of a figure in public: rounded so that nothing is overstated, and nothing said where there is too
//! little to say.

use super::small_below;
use breakwater_model::statistics::SaidView;

/// Part of a count that rounding may take away, in percent.
const LOSS: u64 = 10;

/// What may be said of `now` beside `before`.
pub fn said(now: u32, before: u32) -> SaidView {
    let small_below = small_below();
    let is_small = now < small_below;
    let count = if is_small { 0 } else { round_down(now) };
    // A change from a count too small to publish would give the count away.
    let change = (!is_small && before >= small_below.max(1)).then(|| change(now, before));
    let mut view = SaidView {
        count,
        is_exact: count == now,
        percent: change.map(|(percent, _)| percent),
        is_exact_percent: change.is_some_and(|(_, is_exact)| is_exact),
        is_small,
        small_below,
        words: String::new(),
    };
    view.words = words(&view);
    view
}

fn words(said: &SaidView) -> String {
    if said.is_small {
        return format!("fewer than {}", said.small_below);
    }
    let count = grouped(said.count);
    let count = if said.is_exact {
        count
    } else {
        format!("more than {count}")
    };
    match (said.percent, said.is_exact_percent) {
        (None, _) => count,
        (Some(0), true) => format!("{count}, as many as before"),
        (Some(0), false) => format!("{count}, up less than 1 %"),
        (Some(percent), true) if percent > 0 => format!("{count}, up {percent} %"),
        (Some(percent), false) if percent > 0 => format!("{count}, up more than {percent} %"),
        (Some(-1), false) => format!("{count}, down less than 1 %"),
        (Some(percent), true) => format!("{count}, down {} %", percent.abs()),
        (Some(percent), false) => format!("{count}, down almost {} %", percent.abs()),
    }
}

/// The roundest number not above the count that takes less than a tenth of it away.
fn round_down(count: u32) -> u32 {
    let count = u64::from(count);
    let mut ten = 1u64;
    while ten * 10 <= count {
        ten *= 10;
    }
    while ten > 1 {
        for step in [ten, ten / 2] {
            let rounded = count / step * step;
            if (count - rounded) * 100 < count * LOSS {
                return u32::try_from(rounded).unwrap_or(u32::MAX);
            }
        }
        ten /= 10;
    }
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The change in percent and whether it is exact: a rise rounded down to a ten from ten on, a fall rounded away from
/// nought.
fn change(now: u32, before: u32) -> (i32, bool) {
    let (now, before) = (i64::from(now), i64::from(before));
    let hundredfold = (now - before) * 100;
    let whole = hundredfold.div_euclid(before);
    let is_whole = hundredfold.rem_euclid(before) == 0;
    let rounded = if whole >= 10 { whole / 10 * 10 } else { whole };
    let percent = i32::try_from(rounded).unwrap_or(i32::MAX);
    (percent, is_whole && rounded == whole)
}

/// 8014 as 8,014.
fn grouped(count: u32) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{round_down, said};
    use proptest::prelude::*;

    #[test]
    fn published_figures_are_said_as_they_were() {
        assert_eq!(
            said(8_014, 5_600).words,
            "more than 8,000, up more than 40 %"
        );
        assert_eq!(
            said(10_700, 8_014).words,
            "more than 10,000, up more than 30 %"
        );
        assert_eq!(
            said(5_600, 2_900).words,
            "more than 5,500, up more than 90 %"
        );
    }

    #[test]
    fn what_is_exact_is_said_so_and_a_fall_is_not_made_less() {
        assert_eq!(said(8_000, 8_000).words, "8,000, as many as before");
        assert_eq!(said(12_000, 10_000).words, "12,000, up 20 %");
        assert_eq!(said(873, 1_000).words, "more than 800, down almost 13 %");
        assert_eq!(said(870, 1_000).words, "more than 800, down 13 %");
        assert_eq!(
            said(1_005, 1_000).words,
            "more than 1,000, up less than 1 %"
        );
        assert_eq!(said(999, 1_000).words, "more than 900, down less than 1 %");
        assert_eq!(said(990, 1_000).words, "more than 900, down 1 %");
        assert_eq!(said(60, 0).words, "60");
    }

    #[test]
    fn too_little_is_not_said() {
        let few = said(3, 1_000);
        assert_eq!(
            (few.words.as_str(), few.count, few.percent),
            ("fewer than 5", 0, None)
        );
        assert_eq!(said(60, 2).words, "60");
    }

    proptest! {
        #[test]
        fn nothing_is_overstated(now in 0u32..3_000_000, before in 0u32..3_000_000) {
            let said = said(now, before);
            prop_assert!(said.count <= now);
            prop_assert!(said.is_small || u64::from(now - round_down(now)) * 10 < u64::from(now) || round_down(now) == now);
            if let Some(percent) = said.percent {
                let exact = (f64::from(now) / f64::from(before) - 1.0) * 100.0;
                prop_assert!(f64::from(percent) <= exact + 1e-6, "{percent} of {exact}");
            }
        }
    }
}
