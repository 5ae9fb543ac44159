//! Which fields can be put back, and how.

/// Fields whose old value can be written back: table, field, and how.
const RESTORE: [(&str, &str, &str); 38] = [
    (
        "account",
        "display_name",
        "UPDATE account SET display_name = :value WHERE id = :id",
    ),
    (
        "account",
        "bio",
        "UPDATE account SET bio = :value WHERE id = :id",
    ),
    (
        "account",
        "language",
        "UPDATE account SET language = :value WHERE id = :id",
    ),
    (
        "account",
        "followers",
        "UPDATE account SET followers = :value WHERE id = :id",
    ),
    (
        "account",
        "flagged_reason",
        "UPDATE account SET flagged_reason = :value WHERE id = :id",
    ),
    (
        "account",
        "source",
        "UPDATE account SET source = :value WHERE id = :id",
    ),
    (
        "account",
        "extra",
        "UPDATE account SET extra = coalesce(:value, '[]') WHERE id = :id",
    ),
    (
        "account",
        "unit",
        "UPDATE account SET unit = :value WHERE id = :id",
    ),
    (
        "account",
        "platform",
        "UPDATE account SET platform = :value WHERE id = :id",
    ),
    (
        "account",
        "is_retracted",
        "UPDATE account SET is_retracted = CAST(:value AS INTEGER) WHERE id = :id",
    ),
    (
        "account",
        "assignee",
        "UPDATE account SET assignee = (SELECT id FROM officer WHERE lower(hex(uid)) = replace(:value, '-', '')) WHERE id = :id",
    ),
    (
        "tag",
        "is_retracted",
        "UPDATE tag SET is_retracted = CAST(:value AS INTEGER) WHERE id = :id",
    ),
    (
        "warning",
        "is_retracted",
        "UPDATE warning SET is_retracted = CAST(:value AS INTEGER) WHERE id = :id",
    ),
    (
        "hit_answer",
        "is_retracted",
        "UPDATE hit_answer SET is_retracted = CAST(:value AS INTEGER) WHERE id = :id",
    ),
    (
        "hit_answer",
        "answer",
        "UPDATE hit_answer SET answer = :value WHERE id = :id",
    ),
    (
        "lexicon",
        "is_retracted",
        "UPDATE lexicon SET is_retracted = CAST(:value AS INTEGER) WHERE id = :id",
    ),
    (
        "colleague",
        "is_retracted",
        "UPDATE colleague SET is_retracted = CAST(:value AS INTEGER) WHERE id = :id",
    ),
    (
        "unit_text",
        "is_retracted",
        "UPDATE unit_text SET is_retracted = CAST(:value AS INTEGER) WHERE id = :id",
    ),
    (
        "past_item",
        "is_retracted",
        "UPDATE past_item SET is_retracted = CAST(:value AS INTEGER) WHERE id = :id",
    ),
    (
        "promise",
        "ended",
        "UPDATE promise SET ended = :value WHERE id = :id",
    ),
    (
        "exhibit",
        "warnings",
        "UPDATE exhibit SET warnings = :value WHERE id = :id",
    ),
    (
        "referral",
        "title",
        "UPDATE referral SET title = :value WHERE id = :id",
    ),
    (
        "referral",
        "summary",
        "UPDATE referral SET summary = :value WHERE id = :id",
    ),
    (
        "referral",
        "policy",
        "UPDATE referral SET policy = :value WHERE id = :id",
    ),
    (
        "referral",
        "law",
        "UPDATE referral SET law = :value WHERE id = :id",
    ),
    (
        "referral",
        "tell_user",
        "UPDATE referral SET tell_user = :value WHERE id = :id",
    ),
    (
        "referral",
        "tell_user_reason",
        "UPDATE referral SET tell_user_reason = :value WHERE id = :id",
    ),
    (
        "referral",
        "law_elements",
        "UPDATE referral SET law_elements = :value WHERE id = :id",
    ),
    (
        "referral",
        "law_reach",
        "UPDATE referral SET law_reach = :value WHERE id = :id",
    ),
    (
        "referral",
        "law_defence",
        "UPDATE referral SET law_defence = :value WHERE id = :id",
    ),
    (
        "referral",
        "law_decided_by",
        "UPDATE referral SET law_decided_by = :value WHERE id = :id",
    ),
    (
        "referral_item",
        "why",
        "UPDATE referral_item SET why = :value WHERE id = :id",
    ),
    (
        "referral_item",
        "words",
        "UPDATE referral_item SET words = :value WHERE id = :id",
    ),
    (
        "declaration",
        "is_retracted",
        "UPDATE declaration SET is_retracted = CAST(:value AS INTEGER) WHERE id = :id",
    ),
    (
        "justice_fact",
        "is_retracted",
        "UPDATE justice_fact SET is_retracted = CAST(:value AS INTEGER) WHERE id = :id",
    ),
    (
        "justice_fact_account",
        "is_retracted",
        "UPDATE justice_fact_account SET is_retracted = CAST(:value AS INTEGER) WHERE id = :id",
    ),
    (
        "declared",
        "is_retracted",
        "UPDATE declared SET is_retracted = CAST(:value AS INTEGER) WHERE id = :id",
    ),
    (
        "declared",
        "name",
        "UPDATE declaration SET name = :value WHERE id = (SELECT declaration FROM declared WHERE id = :id)",
    ),
];

/// How the old value of a field is written back, with the field's name; `None` where it cannot be.
pub(super) fn restore_sql(kind: &str, field: &str) -> Option<(&'static str, &'static str)> {
    RESTORE
        .iter()
        .find(|(of, name, _)| *of == kind && *name == field)
        .map(|(_, name, sql)| (*name, *sql))
        .or_else(|| {
            let of_register = kind == "register_entry";
            of_register.then(|| crate::table::register::restore_sql(field))?
        })
}
