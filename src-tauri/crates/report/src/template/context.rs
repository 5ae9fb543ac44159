//! The names a template can use, and what stands under them.

use super::Prose;
use crate::visible::{one_line, show_hidden};
use crate::words::{Words, counts};
use breakwater_model::Instant;
use breakwater_model::referral::{ItemView, ReferralView};
use serde::Serialize;

/// Names that stand for something, functions apart.
pub(super) const NAMES: [&str; 25] = [
    "platform",
    "gap",
    "good_faith",
    "counts",
    "heading",
    "asked",
    "statement",
    "title",
    "summary",
    "reference",
    "date",
    "to",
    "from",
    "officer",
    "contact",
    "route",
    "rule",
    "law",
    "law_elements",
    "law_reach",
    "law_defence",
    "tell_user",
    "items",
    "notice",
    "loop",
];

/// What a template is given. What was not rendered yet is not there: naming it is an error.
#[derive(Debug, Serialize)]
pub(super) struct Context {
    platform: String,
    gap: &'static str,
    good_faith: bool,
    counts: Vec<Count>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    statement: Option<String>,
    #[serde(flatten)]
    whole: Option<Whole>,
}

#[derive(Debug, Serialize)]
struct Count {
    count: usize,
    units: &'static str,
}

#[derive(Debug, Serialize)]
struct Whole {
    title: String,
    summary: String,
    reference: String,
    date: String,
    to: String,
    from: String,
    officer: String,
    contact: String,
    route: String,
    rule: String,
    law: Option<String>,
    law_elements: Option<String>,
    law_reach: Option<String>,
    law_defence: Option<String>,
    tell_user: String,
    items: Vec<Item>,
}

#[derive(Debug, Serialize)]
struct Item {
    number: u32,
    label: String,
    unit: &'static str,
    address: String,
    canonical: Option<String>,
    platform_id: Option<String>,
    handle: Option<String>,
    seen_live: String,
    place: String,
    words: String,
    translation: Option<String>,
    translation_by: String,
    why: String,
    exhibits: String,
}

impl Context {
    /// What the short templates are given.
    pub(super) fn new(referral: &ReferralView, words: Words) -> Self {
        Self {
            platform: shown(&referral.platform_name),
            gap: words.gap(),
            good_faith: referral.good_faith,
            counts: counts(&referral.items)
                .into_iter()
                .map(|(count, units)| Count { count, units })
                .collect(),
            heading: None,
            asked: None,
            statement: None,
            whole: None,
        }
    }

    /// What the notice and the letter are given.
    pub(super) fn whole(referral: &ReferralView, at: Instant, words: Words, prose: &Prose) -> Self {
        let head = words.head_words(referral, at);
        Self {
            heading: Some(prose.heading.clone()),
            asked: Some(prose.asked.clone()),
            statement: Some(prose.statement.clone()),
            whole: Some(Whole {
                title: shown(words.or_gap(&referral.title)),
                summary: shown(&referral.summary),
                reference: shown(&head.reference),
                date: shown(&head.date),
                to: shown(&head.to),
                from: shown(&head.from),
                officer: shown(&head.officer),
                contact: shown(&head.contact),
                route: shown(&head.route),
                rule: shown(&head.rule),
                law: head.law.as_deref().map(shown),
                law_elements: head.elements.as_deref().map(shown),
                law_reach: head.reach.as_deref().map(shown),
                law_defence: head.defence.as_deref().map(shown),
                tell_user: shown(&head.tell_user),
                items: referral.items.iter().map(|one| item(one, words)).collect(),
            }),
            ..Self::new(referral, words)
        }
    }
}

fn item(item: &ItemView, words: Words) -> Item {
    let said = words.item_words(item);
    Item {
        number: item.position,
        label: one_line(&item.label),
        unit: crate::unit_words(item.unit, 1),
        address: shown(&said.address),
        canonical: said.canonical.as_deref().map(shown),
        platform_id: said.platform_id.as_deref().map(shown),
        handle: said.handle.as_deref().map(shown),
        seen_live: shown(&said.seen_live),
        place: shown(&said.place),
        words: shown(&said.words),
        translation: said.translation.as_deref().map(shown),
        translation_by: shown(&said.translation_by),
        why: shown(&said.why),
        exhibits: exhibits(item),
    }
}

fn exhibits(item: &ItemView) -> String {
    let mut lines = Vec::new();
    for exhibit in item.exhibits.iter().filter(|exhibit| exhibit.is_chosen) {
        match &exhibit.sha256 {
            Some(sha256) => lines.push(format!("{}, SHA-256\n{sha256}", exhibit.number)),
            None => lines.push(format!("{}, withheld", exhibit.number)),
        }
    }
    if lines.is_empty() {
        "none".to_owned()
    } else {
        lines.join("\n")
    }
}

/// No character that a template, a page or a line is parted by.
fn shown(text: &str) -> String {
    show_hidden(text)
}
