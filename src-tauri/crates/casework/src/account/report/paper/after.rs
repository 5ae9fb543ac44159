//! What became of an account, on paper: its referrals, what files told, looks, networks, who looked and what changed.

use super::{at, facts, table, word};
use crate::handover::print::moment;
use breakwater_model::account_report::{AccountReport, ReportReferral};
use breakwater_report::PagePart;

pub(super) fn referrals(report: &AccountReport) -> Vec<PagePart> {
    if report.referrals.is_empty() {
        return vec![table("Referrals", "It is in no referral.", &[], Vec::new())];
    }
    report.referrals.iter().map(referral).collect()
}

fn referral(one: &ReportReferral) -> PagePart {
    let approved = match (&one.approved_by, one.approved_at) {
        (Some(by), Some(when)) => format!("{by}, {}", moment(when)),
        _ => String::new(),
    };
    let mut rows: Vec<Vec<String>> = one
        .events
        .iter()
        .map(|event| {
            vec![
                format!("{}\n{}", at(&event.happened), event.officer),
                format!("{}: {}", event.kind, event.value),
                if event.lacks_ground {
                    "ground not said".to_owned()
                } else {
                    event.note.clone()
                },
            ]
        })
        .collect();
    rows.extend(one.letters.iter().map(|letter| {
        let signed = letter.approved_by.clone().unwrap_or_default();
        vec![
            format!("{}\n{signed}", letter.drafters.join("; ")),
            format!("letter, {}: {}", word(&letter.kind), word(&letter.state)),
            letter.text.clone(),
        ]
    }));
    PagePart {
        heading: format!("Referral {} to {}", one.label, one.platform),
        facts: facts(&[
            ("Stands", word(&one.state)),
            ("Reference outside", one.outside_reference.clone()),
            ("Road", word(&one.route)),
            ("Rule", one.policy.clone().unwrap_or_default()),
            ("Law", one.law.clone().unwrap_or_default()),
            ("Approved by", approved),
            ("Address", one.address.clone().unwrap_or_default()),
            ("Said of it", one.why.clone()),
            ("Exhibits", one.exhibits.join(", ")),
        ]),
        columns: vec!["When, who", "What", "Words"],
        rows,
        ..PagePart::default()
    }
}

pub(super) fn past(report: &AccountReport) -> PagePart {
    let rows = report.past.iter().flat_map(|item| {
        item.said.iter().map(|one| {
            vec![
                at(&one.happened),
                item.reference.clone(),
                format!("{}: {}", one.kind, one.value),
                one.reason.clone(),
            ]
        })
    });
    table(
        "History from files",
        "No file told of it.",
        &["When", "Reference", "What", "Reason"],
        rows.collect(),
    )
}

pub(super) fn checks(report: &AccountReport) -> PagePart {
    let rows = report.checks.iter();
    table(
        "Looks at whether it is there",
        "Nobody looked.",
        &["When", "Seen", "How"],
        rows.map(|look| vec![at(&look.at), word(&look.observed), word(&look.method)])
            .collect(),
    )
}

pub(super) fn networks(report: &AccountReport) -> PagePart {
    let declared = report.declarations.iter().map(|one| {
        vec![
            format!("{}\n{}", moment(one.at), one.officer),
            word(&one.kind),
            one.others.join("\n"),
            one.reason.clone(),
        ]
    });
    let successions = report.successions.iter().map(|one| {
        let what = match (one.is_successor, one.is_confirmed) {
            (true, true) => "came after",
            (false, true) => "was followed by",
            (_, false) => "is not the same as",
        };
        vec![
            format!("{}\n{}", moment(one.at), one.officer),
            what.to_owned(),
            one.other.clone().unwrap_or_else(|| "left out".to_owned()),
            String::new(),
        ]
    });
    table(
        "Networks by an officer’s word",
        "No officer said of it that it belongs with another account.",
        &["When, who", "What", "Other accounts", "Why"],
        declared.chain(successions).collect(),
    )
}

pub(super) fn looks(report: &AccountReport) -> PagePart {
    let rows = report.looks.iter().map(|one| {
        vec![
            format!("{}\nentry {}", moment(one.at), one.entry),
            one.officer.clone(),
            one.what.clone(),
            [one.recipient.clone(), one.purpose.clone()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("\n"),
        ]
    });
    table(
        "Who looked at it, and to whom it was given",
        "Nobody did.",
        &["When", "Officer", "What", "For whom, what for"],
        rows.collect(),
    )
}

pub(super) fn changes(report: &AccountReport) -> PagePart {
    let rows = report.changes.iter().map(|one| {
        let field = one.field.clone().unwrap_or_default();
        let from = one.old.clone().unwrap_or_default();
        let to = one.new.clone().unwrap_or_default();
        let changed = if field.is_empty() {
            String::new()
        } else {
            format!("{field}: {from} → {to}")
        };
        vec![
            format!("{}\nentry {}", moment(one.at), one.entry),
            one.officer.clone(),
            one.what.clone(),
            changed,
        ]
    });
    table(
        "Changes",
        "Nothing changed.",
        &["When", "Officer", "What", "From, to"],
        rows.collect(),
    )
}
