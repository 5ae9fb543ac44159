use super::*;
use proptest::prelude::*;

fn shown(text: &str) -> String {
    match read(text) {
        Ok(time) => format!("{} {:?}", time.at, time.precision),
        Err(error) => format!("{error}"),
    }
}

#[test]
fn dates_are_read_as_files_have_them() {
    for (text, expected) in [
        ("2026-11-03T10:20:30Z", "2026-11-03T10:20:30Z Second"),
        (
            "2026-11-03T10:20:30.5+01:00",
            "2026-11-03T09:20:30.500Z Second",
        ),
        ("2026-11-03 10:20:30+0100", "2026-11-03T09:20:30Z Second"),
        ("2026-11-03T10:20:30", "2026-11-03T10:20:30Z Second"),
        ("2026-11-03 10:20", "2026-11-03T10:20:00Z Second"),
        ("2026-11-03 10:20 UTC", "2026-11-03T10:20:00Z Second"),
        ("2026-11-03", "2026-11-03T23:59:59.999Z Day"),
        ("2026/11/03", "2026-11-03T23:59:59.999Z Day"),
        ("20261103", "2026-11-03T23:59:59.999Z Day"),
        ("03/11/2026", "2026-11-03T23:59:59.999Z Day"),
        ("3/11/2026", "2026-11-03T23:59:59.999Z Day"),
        ("03.11.2026", "2026-11-03T23:59:59.999Z Day"),
        ("03-11-2026", "2026-11-03T23:59:59.999Z Day"),
        ("03/11/26", "2026-11-03T23:59:59.999Z Day"),
        ("03-Nov-26", "2026-11-03T23:59:59.999Z Day"),
        ("3 Nov 26", "2026-11-03T23:59:59.999Z Day"),
        ("Nov 3, 26", "2026-11-03T23:59:59.999Z Day"),
        ("03/11/2026 14:05", "2026-11-03T14:05:00Z Second"),
        ("12/21/2022", "2022-12-21T23:59:59.999Z Day"),
        ("12/21/22 16:41:59", "2022-12-21T16:41:59Z Second"),
        ("12/21/22 4:41:59 PM", "2022-12-21T16:41:59Z Second"),
        ("3 Nov 2026", "2026-11-03T23:59:59.999Z Day"),
        ("3rd November 2026", "2026-11-03T23:59:59.999Z Day"),
        ("Nov 3, 2026", "2026-11-03T23:59:59.999Z Day"),
        ("Tue, 3 Nov 2026", "2026-11-03T23:59:59.999Z Day"),
        ("03-Nov-2026", "2026-11-03T23:59:59.999Z Day"),
        (
            "Tue, 03 Nov 2026 10:20:30 +0100",
            "2026-11-03T09:20:30Z Second",
        ),
        (
            "Wed Oct 10 20:19:24 +0000 2018",
            "2018-10-10T20:19:24Z Second",
        ),
        ("3 novembre 2026", "2026-11-03T23:59:59.999Z Day"),
        ("3. März 2026", "2026-03-03T23:59:59.999Z Day"),
        ("3 de mayo de 2026", "2026-05-03T23:59:59.999Z Day"),
        ("3 Kasım 2026", "2026-11-03T23:59:59.999Z Day"),
        ("٣ نوفمبر ٢٠٢٦", "2026-11-03T23:59:59.999Z Day"),
        ("٢٠٢٦-١١-٠٣", "2026-11-03T23:59:59.999Z Day"),
        ("2026-11", "2026-11-30T23:59:59.999Z Month"),
        ("11/2026", "2026-11-30T23:59:59.999Z Month"),
        ("Nov 2026", "2026-11-30T23:59:59.999Z Month"),
        ("2024-02", "2024-02-29T23:59:59.999Z Month"),
        ("1762164000", "2025-11-03T10:00:00Z Second"),
        ("1762164000123", "2025-11-03T10:00:00.123Z Second"),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_date_is_refused_in_words() {
    assert_eq!(read("  "), Err(DateError::Empty));
    assert_eq!(read("2026"), Err(DateError::OnlyYear("2026".into())));
    assert_eq!(
        read("31/02/2026"),
        Err(DateError::NoSuchDay("31/02/2026".into()))
    );
    assert_eq!(
        read("2026-13-45"),
        Err(DateError::NoSuchDay("2026-13-45".into()))
    );
    for text in [
        "yesterday",
        "45999",
        "12",
        "n/a",
        "-",
        "3 Nov",
        "03/11",
        "2026-11-03T99:00:00Z",
    ] {
        assert!(
            matches!(read(text), Err(DateError::Unreadable(_))),
            "{text}: {}",
            shown(text)
        );
    }
}

#[test]
fn a_column_shows_its_order() {
    assert_eq!(order(["03/11/2026", "12/21/2022"]), Order::MonthFirst);
    assert_eq!(order(["03/11/2026", "04/05/2026"]), Order::DayFirst);
    assert_eq!(order(["12/21/2022", "21/12/2022"]), Order::DayFirst);
    assert_eq!(order(["2026-11-03", "", "x"]), Order::DayFirst);
    let read = read_in("03/11/2026", Order::MonthFirst).unwrap();
    assert_eq!(read.at.to_string(), "2026-03-11T23:59:59.999Z");
}

#[test]
fn what_was_written_and_its_zone_are_kept() {
    let time = read(" 2026-11-03T10:20:30+01:00 ").unwrap();
    assert_eq!(time.raw.as_deref(), Some("2026-11-03T10:20:30+01:00"));
    assert_eq!(time.zone.as_deref(), Some("+01:00"));
    assert_eq!(read("2026-11-03 10:20").unwrap().zone, None);
}

proptest! {
    #[test]
    fn no_text_makes_reading_fail_badly(text in "\\PC{0,40}") {
        let _ = read(&text);
        let _ = order([text.as_str()]);
    }

    #[test]
    fn a_day_is_read_the_same_in_every_form(year in 2000i32..2099, month in 1u32..=12, day in 13u32..=28) {
        let iso = read(&format!("{year}-{month:02}-{day:02}")).unwrap();
        for text in [
            format!("{day:02}/{month:02}/{year}"),
            format!("{month}/{day}/{year}"),
            format!("{day}.{month}.{year}"),
            format!("{year}/{month}/{day}"),
        ] {
            let time = read(&text).unwrap();
            prop_assert_eq!((time.at, time.precision), (iso.at, Precision::Day));
        }
    }
}
