//! What a referral needs before it can be submitted. The four elements are those
//! of a substantiated notice: Regulation (EU) 2022/2065, Article 16(2).

use crate::{facts, limits};
use breakwater_casefile::table::referral::Referral;
use breakwater_model::Instant;
use breakwater_model::case::OfficerView;
use breakwater_model::referral::{ItemView, ReferralState, RequirementView, Route};

const ARTICLE: &str = "Regulation (EU) 2022/2065, Article 16(2)";
const HOUSE: &str = "Practice of this workbench";

/// Everything asked of the referral, met or not, in the order it is shown.
pub(super) fn requirements(
    referral: &Referral,
    items: &[ItemView],
    officer: &OfficerView,
    now: Instant,
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
    // Once it is sent, what was seen then is what counts.
    let is_open = matches!(
        referral.state,
        ReferralState::Draft | ReferralState::Submitted
    );
    all.extend(items.iter().map(|item| seen_live(item, is_open, now)));
    all
}

/// Seen live within the unit's limit: an account that is gone is not referred.
fn seen_live(item: &ItemView, is_open: bool, now: Instant) -> RequirementView {
    let Some(live) = &item.seen_live else {
        return of_item(item, "seen_live", "Seen live", "", HOUSE);
    };
    let is_stale = is_open && now.0 - live.at.0 > limits::hours_ms("seen-live");
    let words = live.at.to_string();
    let mut asked = of_item(item, "seen_live", "Seen live", &words, HOUSE);
    if is_stale {
        asked.is_met = false;
        asked.detail = format!("last seen live {words}: look again");
    }
    asked
}

fn of_the_whole(referral: &Referral, officer: &OfficerView) -> Vec<RequirementView> {
    let mut all = Vec::new();
    let contact = match &officer.email {
        Some(email) if !officer.name.is_empty() && is_address(email) => {
            format!("{}, {email}", officer.name)
        }
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

/// True for an address something can be sent to: a name, one `@`, a domain with a dot.
fn is_address(email: &str) -> bool {
    email.trim().split_once('@').is_some_and(|(name, domain)| {
        let is_whole = |part: &str| !part.is_empty() && !part.contains(char::is_whitespace);
        is_whole(name) && is_whole(domain) && domain.contains('.') && !domain.contains('@')
    })
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
