//! An account report on paper.

mod after;

use crate::handover::print::moment;
use breakwater_model::WorldTime;
use breakwater_model::account::AccountView;
use breakwater_model::account_report::AccountReport;
use breakwater_model::evidence::ExhibitView;
use breakwater_report::{PagePart, Pages};
use serde::Serialize;

/// The report laid out part by part; a part that holds nothing says so.
pub(super) fn pages(report: &AccountReport) -> Pages {
    let account = &report.account;
    let mut parts = vec![left_out(report), of_account(account)];
    parts.extend(texts(account));
    parts.push(observations(report));
    parts.push(assessments(account));
    parts.push(second_reviews(report));
    parts.push(acts(report));
    parts.push(exhibits(account));
    parts.push(notes(account));
    parts.extend(after::referrals(report));
    parts.push(after::past(report));
    parts.push(after::checks(report));
    parts.push(after::networks(report));
    parts.push(after::looks(report));
    parts.push(after::changes(report));
    Pages {
        marking: report.marking.clone(),
        standing: None,
        reference: format!("{}, {}", report.case_reference, moment(report.at)),
        title: format!("Everything held about {}", account.label),
        facts: facts(&[
            ("Case", report.case_reference.clone()),
            ("For", report.recipient.clone()),
            ("Purpose", report.purpose.clone()),
            (
                "Made",
                format!("{} by {}, UTC", moment(report.at), report.by),
            ),
        ]),
        parts,
    }
}

fn facts(all: &[(&str, String)]) -> Vec<(String, String)> {
    let filled = all.iter().filter(|(_, value)| !value.is_empty());
    filled
        .map(|(label, value)| ((*label).to_owned(), value.clone()))
        .collect()
}

/// A part with a table, or with what it says where there is nothing.
fn table(heading: &str, none: &str, columns: &[&'static str], rows: Vec<Vec<String>>) -> PagePart {
    PagePart {
        heading: format!("{heading} ({})", rows.len()),
        words: if rows.is_empty() {
            none.to_owned()
        } else {
            String::new()
        },
        columns: columns.to_vec(),
        rows,
        ..PagePart::default()
    }
}

/// The word a value is stored as.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}

fn at(time: &WorldTime) -> String {
    match time.precision {
        breakwater_model::Precision::Second => moment(time.at),
        _ => time.at.utc().format("%Y-%m-%d").to_string(),
    }
}

fn left_out(report: &AccountReport) -> PagePart {
    let rows = report.left_out.iter();
    table(
        "Left out",
        "Nothing was left out.",
        &["What", "How many", "Why"],
        rows.map(|one| vec![one.what.clone(), one.count.to_string(), one.why.clone()])
            .collect(),
    )
}

fn of_account(account: &AccountView) -> PagePart {
    let or_none = |text: &Option<String>| text.clone().unwrap_or_default();
    let role = &account.role;
    let said = match (&role.officer, role.at) {
        (Some(by), Some(when)) => format!("{}, said by {by}, {}", word(&role.role), moment(when)),
        _ => word(&role.role),
    };
    let extra: Vec<String> = account
        .extra
        .iter()
        .map(|one| format!("{}: {}", one.name, one.value))
        .collect();
    let registers: Vec<String> = account
        .registers
        .iter()
        .map(|hit| word(&hit.list))
        .collect();
    PagePart {
        heading: "The account".into(),
        facts: facts(&[
            ("Called", account.label.clone()),
            ("Platform", account.platform_name.clone()),
            ("Id", or_none(&account.platform_id)),
            ("Address", or_none(&account.canonical_url)),
            ("Name shown", or_none(&account.display_name)),
            ("Followers", or_none(&account.followers)),
            ("Language", or_none(&account.language_name)),
            ("Flagged because", or_none(&account.flagged_reason)),
            ("Flagged by", or_none(&account.source)),
            ("Came in", moment(account.imported_at)),
            ("Stands", word(&account.status)),
            ("Assigned to", or_none(&account.assignee)),
            ("Tags", account.tags.join(", ")),
            ("Role of the person", said),
            ("Role, why", or_none(&role.words)),
            ("Registers", registers.join(", ")),
            ("Why it is here", account.sum.reasons.join(", ")),
            ("Further columns", extra.join("\n")),
        ]),
        ..PagePart::default()
    }
}

fn texts(account: &AccountView) -> Vec<PagePart> {
    let mut parts = Vec::new();
    if let Some(bio) = account.bio.as_ref().filter(|bio| !bio.is_empty()) {
        parts.push(PagePart {
            heading: "Profile text".into(),
            words: bio.clone(),
            ..PagePart::default()
        });
    }
    let merged = account.merged.iter();
    let posts = account
        .posts
        .iter()
        .chain(merged.clone().flat_map(|one| &one.posts));
    parts.push(table(
        "Posts",
        "No post is held.",
        &["Posted", "Address", "Text"],
        posts
            .map(|post| {
                let posted = post.posted.as_ref().map(at).unwrap_or_default();
                let address = post.shown_url.clone().unwrap_or_default();
                vec![posted, address, post.text.clone()]
            })
            .collect(),
    ));
    let translations = account
        .translations
        .iter()
        .chain(merged.flat_map(|one| &one.translations));
    parts.push(table(
        "Translations",
        "No translation is held.",
        &["By", "Status", "Text"],
        translations
            .map(|one| vec![one.by.clone(), word(&one.status), one.text.clone()])
            .collect(),
    ));
    parts
}

fn observations(report: &AccountReport) -> PagePart {
    let rows = report.sightings.iter().map(|one| {
        let assumed = if one.is_assumed {
            "\nday of the import"
        } else {
            ""
        };
        let names = [one.handle.clone(), one.platform_id.clone(), one.url.clone()];
        let names: Vec<String> = names.into_iter().flatten().collect();
        vec![
            format!("{}{assumed}", at(&one.seen)),
            names.join("\n"),
            one.source.clone(),
        ]
    });
    table(
        "Observations and names",
        "Nothing was observed.",
        &["Seen, UTC", "Handle, id, address", "Source"],
        rows.collect(),
    )
}

fn assessments(account: &AccountView) -> PagePart {
    let merged = account.merged.iter().flat_map(|one| &one.assessments);
    let rows = account.assessments.iter().chain(merged).map(|one| {
        let answers: Vec<String> = one
            .answers
            .iter()
            .map(|(line, answer)| format!("{line}: {}", word(answer)))
            .collect();
        vec![
            format!("{}\n{}", moment(one.at), one.officer),
            word(&one.decision),
            one.reason.clone(),
            answers.join("\n"),
        ]
    });
    table(
        "Assessments",
        "It was not assessed.",
        &["When, who", "Decision", "Reason", "Could this be…?"],
        rows.collect(),
    )
}

fn second_reviews(report: &AccountReport) -> PagePart {
    let rows = report.second_reviews.iter().map(|one| {
        let blind = if one.is_blind { "blind" } else { "not blind" };
        vec![
            format!("{}\n{}", moment(one.at), one.officer),
            format!("{} of {}, {blind}", word(&one.second), word(&one.first)),
            one.reason.clone(),
            one.settled.clone().unwrap_or_default(),
        ]
    });
    table(
        "Second reviews",
        "No decision on it was judged again.",
        &["When, who", "Second of first", "Reason", "Settled"],
        rows.collect(),
    )
}

fn acts(report: &AccountReport) -> PagePart {
    let acts = report.account.actions.iter().map(|act| {
        vec![
            format!("{}\n{}", moment(act.at), act.officer),
            format!("{}, {}", word(&act.action), word(&act.kind)),
            format!("told {}", act.told),
            act.answer.clone().unwrap_or_else(|| "no answer".to_owned()),
        ]
    });
    let promises = report.promises.iter().map(|one| {
        let ended = one.ended.as_ref().map_or_else(|| "open".to_owned(), word);
        vec![
            format!("{}\n{}", moment(one.at), one.officer),
            "promise".to_owned(),
            format!("{}: {}, until {}", one.who, one.what, moment(one.due)),
            ended,
        ]
    });
    table(
        "Acts and promises",
        "Nobody was told anything of it.",
        &["When, who", "What", "Whom", "Answer or end"],
        acts.chain(promises).collect(),
    )
}

fn exhibits(account: &AccountView) -> PagePart {
    let row = |one: &ExhibitView| {
        let captured = one.captured.as_ref().map(at).unwrap_or_default();
        vec![
            format!("{}\n{}", one.number, one.media_type),
            one.sha256.clone().unwrap_or_else(|| "withheld".to_owned()),
            format!("{captured}\n{}", one.source_url.clone().unwrap_or_default()),
            format!("{}\n{}", moment(one.attached_at), one.officer),
        ]
    };
    let merged = account.merged.iter().flat_map(|one| &one.exhibits);
    table(
        "Exhibits",
        "No exhibit is held.",
        &["Exhibit", "SHA-256", "Captured", "Attached"],
        account.exhibits.iter().chain(merged).map(row).collect(),
    )
}

fn notes(account: &AccountView) -> PagePart {
    let merged = account.merged.iter().flat_map(|one| &one.notes);
    let rows = account.notes.iter().chain(merged);
    table(
        "Officers’ notes",
        "No note was written.",
        &["When, who", "Note"],
        rows.map(|one| {
            vec![
                format!("{}\n{}", moment(one.at), one.officer),
                one.text.clone(),
            ]
        })
        .collect(),
    )
}
