use super::*;
use chrono::NaiveDate;

macro_rules! file {
    ($name:literal) => {
        ($name, include_str!(concat!("../data/", $name)))
    };
}

const FILES: [(&str, &str); 16] = [
    file!("exclusions.csv"),
    file!("no_action_reasons.csv"),
    file!("policies.csv"),
    file!("laws.csv"),
    file!("tell_user.csv"),
    file!("platforms.csv"),
    file!("evidence_rules.csv"),
    file!("illegal_image_procedure.csv"),
    file!("safeguarding_kinds.csv"),
    file!("warning_tags.csv"),
    file!("second_review.csv"),
    file!("watch_factors.csv"),
    file!("publication.csv"),
    file!("services.csv"),
    file!("retention.csv"),
    file!("erasure_kinds.csv"),
];

#[test]
fn every_table_reads() {
    assert_eq!(check(), Ok(()));
}

#[test]
fn every_row_has_a_source_and_a_date() {
    for (name, text) in FILES {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let headers = reader.headers().unwrap().clone();
        let column = |wanted| {
            headers
                .iter()
                .position(|header| header == wanted)
                .expect(name)
        };
        let (source, date) = (column("source"), column("date"));
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert!(!rows.is_empty(), "{name}");
        for row in rows {
            assert!(row[source].len() > 10, "{name}: {row:?}");
            assert!(
                NaiveDate::parse_from_str(&row[date], "%Y-%m-%d").is_ok(),
                "{name}: {row:?}"
            );
            assert!(
                row.iter().all(|cell| cell == cell.trim()),
                "{name}: {row:?}"
            );
        }
    }
}

#[test]
fn a_row_that_does_not_read_is_named_by_file_and_line() {
    let error = read::<Law>("laws.csv", "code,name\nx,y\n").unwrap_err();
    assert!(error.starts_with("data/laws.csv: "), "{error}");
}

#[test]
fn the_ten_lines_stand_in_the_order_they_are_asked() {
    let names: Vec<&str> = exclusions().iter().map(|line| line.name.as_str()).collect();
    let expected = [
        "news",
        "charity",
        "researcher",
        "government",
        "own-journey",
        "family-search",
        "satire",
        "scam",
        "child",
        "quoted",
    ];
    assert_eq!(names, expected);
    assert!(exclusions().iter().all(|line| line.question.contains('?')));
}

#[test]
fn every_reason_kind_and_tag_has_its_words() {
    for reason in [
        NoActionReason::News,
        NoActionReason::OwnJourney,
        NoActionReason::NotAnOffer,
        NoActionReason::AlreadyGone,
        NoActionReason::CannotRead,
        NoActionReason::OutOfScope,
        NoActionReason::Duplicate,
    ] {
        assert!(
            no_action(reason).is_some_and(|row| !row.words.is_empty()),
            "{reason:?}"
        );
    }
    assert_eq!(no_action_reasons().len(), 7);
    assert_eq!(safeguarding_kinds().len(), 6);
    assert_eq!(warning_tags().len(), 5);
}

#[test]
fn a_policy_code_names_platform_and_date_and_is_met_once() {
    for policy in all_policies() {
        let date = policy.in_force.as_deref().unwrap_or(&policy.date);
        assert!(
            policy.code.starts_with(&format!("{}-", policy.platform)),
            "{}",
            policy.code
        );
        assert!(
            policy.code.ends_with(&format!("-{date}")),
            "{}",
            policy.code
        );
        assert!(platform(&policy.platform).is_some(), "{}", policy.code);
        assert_eq!(
            all_policies()
                .iter()
                .filter(|other| other.code == policy.code)
                .count(),
            1
        );
    }
    for platform in platforms() {
        assert!(!policies(&platform.code).is_empty(), "{}", platform.code);
    }
    assert!(policy("tiktok-human-trafficking-and-smuggling-2025-09-13").is_some());
    assert!(policies("vkontakte").is_empty());
}

#[test]
fn a_paraphrase_is_never_shown_as_a_quotation() {
    for policy in all_policies() {
        let detail = policy.choice().detail.unwrap();
        assert_eq!(
            policy.wording == Wording::Paraphrase,
            detail.ends_with("(our words)")
        );
        assert_eq!(policy.wording == Wording::Quoted, detail.starts_with('“'));
    }
}

#[test]
fn the_law_codes_of_the_command_line_are_known() {
    for code in ["bsai-2025-s17", "ia-1971-s25", "osa-priority"] {
        assert!(
            law(code).is_some_and(|law| law.jurisdiction == "UK"),
            "{code}"
        );
    }
    assert!(law("bsai").is_none());
}

#[test]
fn the_procedure_is_numbered_and_says_what_the_unit_must_confirm() {
    let steps: Vec<u32> = illegal_image_procedure()
        .iter()
        .map(|step| step.step)
        .collect();
    let count = u32::try_from(steps.len()).unwrap();
    assert_eq!(steps, (1..=count).collect::<Vec<u32>>());
    for (step, words) in illegal_image_procedure().iter().zip(procedure_words()) {
        assert_eq!(
            step.standing == Standing::UnitToConfirm,
            words.ends_with("(unit to confirm)")
        );
    }
    assert!(procedure_source().contains("Protection of Children Act 1978"));
}

#[test]
fn the_rules_begin_with_a_title_and_name_the_act() {
    let view = evidence_rules_view();
    assert!(view.title.contains("indecent image"));
    assert!(view.text.len() >= 4);
    assert!(view.source.contains("sections 1 and 1B"));
    assert_eq!(
        evidence_rules()
            .iter()
            .filter(|rule| rule.kind == "title")
            .count(),
        1
    );
}
