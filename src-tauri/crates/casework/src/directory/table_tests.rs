use super::*;

fn check(text: &str, expected: &[(u32, &str)]) {
    let today = NaiveDate::from_ymd_opt(2026, 11, 28);
    let faults = read(text, today).unwrap_err();
    assert_eq!(faults.len(), expected.len(), "{faults:?}");
    for (fault, (line, why)) in faults.iter().zip(expected) {
        assert_eq!(fault.line, *line, "{fault:?}");
        assert!(fault.why.contains(why), "{fault:?}");
    }
}

#[test]
fn every_channel_that_comes_with_the_program_reads_and_is_written_as_it_is() {
    let rows = csv::Reader::from_reader(TABLE.as_bytes())
        .into_records()
        .count();
    assert_eq!(built_in().len(), rows);
    assert_eq!(rows, 19);
    assert_eq!(read(&write(built_in()), None).unwrap(), built_in());
    for needed in [
        "facebook",
        "instagram",
        "tiktok",
        "x",
        "youtube",
        "snapchat",
        "telegram",
    ] {
        assert!(
            built_in().iter().any(|view| view.platform == needed),
            "{needed}"
        );
    }
}

#[test]
fn every_fault_of_a_file_is_told_by_its_line() {
    let mut rows = built_in().to_vec();
    rows.truncate(4);
    let text = write(&rows);
    let lines: Vec<&str> = text.lines().collect();
    let bad = lines[2]
        .replace("facebook,", "nowhere,")
        .replace("2026-08-22,180", "2027-08-22,0");
    let short = "instagram,action-plan,too short";
    check(
        &[lines[0], lines[1], &bad, short, lines[1]].join("\n"),
        &[
            (3, "review_days is \"0\""),
            (4, "3 cells where 20 are wanted"),
            (5, "stands on line 2 already"),
        ],
    );
    let bad = lines[2]
        .replace("facebook,", "nowhere,")
        .replace("law-enforcement-portal", "pigeon")
        .replace("2026-08-22", "2027-08-22")
        .replace("English", "");
    check(
        &[lines[0], lines[1], &bad].join("\n"),
        &[
            (3, "there is no platform \"nowhere\""),
            (3, "there is no channel \"pigeon\""),
            (3, "has not come yet"),
            (3, "language is empty"),
        ],
    );
    check(
        &text.replacen("answer_days", "answer", 1),
        &[
            (1, "there is no column \"answer_days\""),
            (1, "a column \"answer\""),
        ],
    );
}
