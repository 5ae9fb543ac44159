//! Clocks of the work: after how many days something is due.

use crate::table::{cell, rows};
use std::sync::LazyLock;

/// Days from a decision of no action until an account is due for erasure, where a unit has set no other number.
pub fn no_action_days() -> u16 {
    static DAYS: LazyLock<u16> = LazyLock::new(|| {
        rows(include_str!("../data/clocks.csv"))
            .find(|row| cell(row, 0) == "no-action")
            .and_then(|row| cell(&row, 1).parse().ok())
            .unwrap_or(u16::MAX)
    });
    *DAYS
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_clock_has_its_days() {
        assert_eq!(super::no_action_days(), 90);
    }
}
