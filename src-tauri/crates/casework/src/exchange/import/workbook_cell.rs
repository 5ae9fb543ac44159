//! Cells of a sheet as an officer sees them.
//!
//! Invariant: what Excel has lost is never taken for what was typed.

use calamine::{DataRef, ExcelDateTime};

/// From here on a number in a sheet no longer tells every integer apart.
const EXACT: f64 = 9_007_199_254_740_992.0;
/// Digits Excel keeps: a longer number ends in zeros.
const FIFTEEN_DIGITS: f64 = 1e15;

/// A cell as it is seen, and whether digits of it may be lost.
pub fn cell(value: &DataRef<'_>) -> (String, bool) {
    match value {
        DataRef::Int(number) => (number.to_string(), number.unsigned_abs() >= 1 << 53),
        DataRef::Float(number) => self::number(*number),
        DataRef::String(text) | DataRef::DurationIso(text) => (text.clone(), false),
        DataRef::SharedString(text) => ((*text).to_owned(), false),
        DataRef::Bool(is_true) => (if *is_true { "TRUE" } else { "FALSE" }.to_owned(), false),
        DataRef::DateTime(time) => (moment(time), false),
        DataRef::DateTimeIso(text) => (
            text.strip_suffix("T00:00:00").unwrap_or(text).to_owned(),
            false,
        ),
        DataRef::Error(_) | DataRef::Empty => (String::new(), false),
    }
}

/// A number in digits, never in powers of ten.
fn number(number: f64) -> (String, bool) {
    if number.fract() == 0.0 {
        let text = format!("{number}");
        let size = number.abs();
        let is_lost = size >= EXACT || size >= FIFTEEN_DIGITS && text.ends_with('0');
        return (text, is_lost);
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    (format!("{rounded}"), false)
}

/// A date as ISO date, a date with a time of day to the second, a time of day or a length as hours.
fn moment(time: &ExcelDateTime) -> String {
    let value = time.as_f64();
    if time.is_duration() {
        let seconds = (value.abs() * 86_400.0).round();
        let sign = if value < 0.0 { "-" } else { "" };
        let (hours, rest) = ((seconds / 3_600.0).floor(), seconds % 3_600.0);
        return format!(
            "{sign}{hours}:{:02}:{:02}",
            (rest / 60.0).floor(),
            rest % 60.0
        );
    }
    // To the second: sheets keep times as parts of a day, and 14:30:00 may stand there as 14:29:59.9999.
    let rounded = (value * 86_400.0).round() / 86_400.0 + 1e-9;
    let whole = ExcelDateTime::new(
        rounded,
        calamine::ExcelDateTimeType::DateTime,
        is_1904(time),
    );
    let (year, month, day, hour, minute, second, _) = whole.to_ymd_hms_milli();
    if (0.0..1.0).contains(&value) && !is_1904(time) {
        return format!("{hour:02}:{minute:02}:{second:02}");
    }
    let day = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        day
    } else {
        format!("{day}T{hour:02}:{minute:02}:{second:02}")
    }
}

/// Day 0 of the two calendars of Excel lies four years apart.
fn is_1904(time: &ExcelDateTime) -> bool {
    let with = |is_1904| {
        ExcelDateTime::new(
            time.as_f64(),
            calamine::ExcelDateTimeType::DateTime,
            is_1904,
        )
        .to_ymd_hms_milli()
    };
    time.to_ymd_hms_milli() == with(true) && with(true) != with(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    fn shown(value: f64, kind: ExcelDateTimeType) -> String {
        moment(&ExcelDateTime::new(value, kind, false))
    }

    #[test]
    fn dates_are_iso_dates_with_a_time_only_where_one_is() {
        let date = |value| shown(value, ExcelDateTimeType::DateTime);
        assert_eq!(date(46_329.0), "2026-11-03");
        assert_eq!(date(46_329.604_166_666_66), "2026-11-03T14:30:00");
        assert_eq!(date(46_329.999_999_99), "2026-11-04");
        assert_eq!(date(0.5), "12:00:00");
        assert_eq!(shown(1.5, ExcelDateTimeType::TimeDelta), "36:00:00");
        let of_mac = ExcelDateTime::new(44_867.0, ExcelDateTimeType::DateTime, true);
        assert_eq!(moment(&of_mac), "2026-11-03");
    }

    #[test]
    fn long_numbers_keep_their_digits_and_lost_ones_are_marked() {
        assert_eq!(number(447_700_900_123.0), ("447700900123".into(), false));
        assert_eq!(
            number(7_123_456_789_012_345_678.0),
            ("7123456789012346000".into(), true)
        );
        assert_eq!(number(1e16), ("10000000000000000".into(), true));
        assert_eq!(
            number(1_234_567_890_123_450.0),
            ("1234567890123450".into(), true)
        );
        assert_eq!(
            number(1_234_567_890_123_457.0),
            ("1234567890123457".into(), false)
        );
        assert_eq!(number(0.1 + 0.2), ("0.3".into(), false));
        assert_eq!(number(-12.5), ("-12.5".into(), false));
    }
}
