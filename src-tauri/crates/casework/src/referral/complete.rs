//! What a referral needs before it can be submitted. The four elements are those
//! of a substantiated notice: Regulation (EU) 2022/2065, Article 16(2).

use crate::facts;
use breakwater_casefile::table::referral::Referral;
use breakwater_model::case::OfficerView;
use breakwater_model::referral::{ItemView, RequirementView, Route};

const ARTICLE: &str = "Regulation (EU) 2022/2065, Article 16(2)";
const HOUSE: &str = "Practice of this workbench";

/// Everything asked of the referral, met or not, in the order it is shown.
pub(super) fn requirements(
    referral: &Referral,
    items: &[ItemView],
    officer: &OfficerView,
) -> Vec<RequirementView> {
    let mut all = Vec::new();
    for item in items {
        all.push(of_item(
            item,
            "why",
            "Reason",
            &item.why,
            &format!("{ARTICLE}(a)"),
        ));
    }
    for item in items {
        let address = item.address.as_deref().unwrap_or_default();
        all.push(of_item(
            item,
            "address",
            "Exact address",
            address,
            &format!("{ARTICLE}(b)"),
        ));
        all.push(of_item(
            item,
            "words",
            "Words referred to",
            &item.words,
            &format!("{ARTICLE}(b)"),
        ));
    }
    all.extend(of_the_whole(referral, officer));
    for item in items {
        let live = item
            .seen_live
            .as_ref()
            .map(|time| time.at.to_string())
            .unwrap_or_default();
        all.push(of_item(item, "seen_live", "Seen live", &live, HOUSE));
    }
    all
}

fn of_the_whole(referral: &Referral, officer: &OfficerView) -> Vec<RequirementView> {
    let mut all = Vec::new();
    let contact = match &officer.email {
        Some(email) if !officer.name.is_empty() => format!("{}, {email}", officer.name),
        _ => String::new(),
    };
    all.push(whole(
        "email",
        "Officer's name and official e-mail",
        &contact,
        &format!("{ARTICLE}(c)"),
    ));
    all.push(whole(
        "good_faith",
        "Good-faith statement",
        &referral.good_faith,
        &format!("{ARTICLE}(d)"),
    ));
    all.push(rule(referral));
    all.push(whole(
        "summary",
        "Summary in plain English",
        &referral.summary,
        HOUSE,
    ));
    if referral.route == Route::DsaNotice || referral.route == Route::LegalRequest {
        let law = referral
            .law
            .as_deref()
            .and_then(facts::law)
            .map(|law| law.name.clone())
            .unwrap_or_default();
        all.push(whole("law", "The law it rests on", &law, HOUSE));
    }
    all
}

fn rule(referral: &Referral) -> RequirementView {
    let words = referral
        .policy
        .as_deref()
        .and_then(facts::policy)
        .map(|policy| {
            let since = policy
                .in_force
                .as_deref()
                .map(|date| format!(", in force {date}"))
                .unwrap_or_default();
            format!("{}{since}", policy.name)
        })
        .unwrap_or_default();
    whole(
        "policy",
        "The platform's rule, quoted and dated",
        &words,
        HOUSE,
    )
}

fn whole(name: &str, label: &str, words: &str, source: &str) -> RequirementView {
    RequirementView {
        name: name.to_owned(),
        label: label.to_owned(),
        is_met: !words.trim().is_empty(),
        detail: words.to_owned(),
        item: None,
        source: source.to_owned(),
    }
}

fn of_item(
    item: &ItemView,
    field: &str,
    label: &str,
    words: &str,
    source: &str,
) -> RequirementView {
    RequirementView {
        name: format!("item.{}.{field}", item.position),
        label: format!("{}: {}", item.label, label.to_lowercase()),
        item: Some(item.id),
        ..whole(field, label, words, source)
    }
}
