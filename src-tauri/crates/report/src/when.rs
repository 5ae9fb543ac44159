//! Times as a reader outside sees them: UTC, with no more exactness than was known.

use breakwater_model::{Instant, Precision, WorldTime};

/// `23 Nov 2026`.
pub fn day(at: Instant) -> String {
    at.utc().format("%-d %b %Y").to_string()
}

/// `23 Nov 2026 08:55 UTC`, `23 Nov 2026`, `Nov 2026`, or `date not known`.
pub fn words(time: &WorldTime) -> String {
    match time.precision {
        Precision::Second => time.at.utc().format("%-d %b %Y %H:%M UTC").to_string(),
        Precision::Day => day(time.at),
        Precision::Month => time.at.utc().format("%b %Y").to_string(),
        Precision::Unknown => "date not known".to_owned(),
    }
}

/// RFC 3339 in UTC, `2026-11-23`, `2026-11`, or nothing.
pub fn exact(time: &WorldTime) -> String {
    match time.precision {
        Precision::Second => time.at.to_string(),
        Precision::Day => time.at.utc().format("%Y-%m-%d").to_string(),
        Precision::Month => time.at.utc().format("%Y-%m").to_string(),
        Precision::Unknown => String::new(),
    }
}

/// `13 Sep 2025` for `2025-09-13`; any other text as it is.
pub fn date_words(date: &str) -> String {
    chrono::NaiveDate::parse_from_str(date, "%Y-%m-%d").map_or_else(
        |_| date.to_owned(),
        |day| day.format("%-d %b %Y").to_string(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_never_claims_more_than_was_known() {
        let at = Instant::parse("2026-11-23T23:59:59.999Z").unwrap();
        let time = |precision| WorldTime {
            precision,
            ..WorldTime::exact(at)
        };
        assert_eq!(words(&time(Precision::Second)), "23 Nov 2026 23:59 UTC");
        assert_eq!(words(&time(Precision::Day)), "23 Nov 2026");
        assert_eq!(words(&time(Precision::Month)), "Nov 2026");
        assert_eq!(words(&time(Precision::Unknown)), "date not known");
        assert_eq!(exact(&time(Precision::Day)), "2026-11-23");
        assert_eq!(exact(&time(Precision::Month)), "2026-11");
        assert_eq!(exact(&time(Precision::Unknown)), "");
    }

    #[test]
    fn a_date_column_reads_as_words() {
        assert_eq!(date_words("2025-09-13"), "13 Sep 2025");
        assert_eq!(date_words("as read 2026"), "as read 2026");
    }
}
