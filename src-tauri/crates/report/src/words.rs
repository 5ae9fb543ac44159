//! What a referral says, field by field: the same words for the plain text and the paper.
//!
//! Its four elements follow Article 16(2) of Regulation (EU) 2022/2065, which platforms' forms
//! follow too: a substantiated explanation, the exact address, who sends it, and good faith.

use crate::{Standing, when};
use breakwater_model::Instant;
use breakwater_model::case::{OfficerView, Role};
use breakwater_model::platform::{ChoiceView, Unit};
use breakwater_model::referral::{ItemView, ReferralView, Route};

/// The good-faith statement, as given.
pub const GOOD_FAITH: &str = "The information is accurate and complete to the best of our knowledge \
                              and is given in good faith.";

/// How a field is set where there is more than one way to set it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words of the sender.
    Plain,
    /// An address: never reflowed, never a link.
    Address,
    /// Words of the account referred to.
    Quote,
    /// Their translation; `by` says whose.
    Translation,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub label: &'static str,
    /// What it says; a gap says so.
    pub value: String,
    /// By whom, for a translation.
    pub by: Option<String>,
    /// How it is set.
    pub kind: Kind,
}

/// Knows how a gap is written: a draft says "yet".
#[derive(Debug, Clone, Copy)]
pub struct Words {
    gap: &'static str,
}

impl Words {
    /// The words for this standing.
    pub const fn new(standing: Standing) -> Self {
        Self {
            gap: match standing {
                Standing::Draft => "(not given yet)",
                Standing::Approved => "not given",
            },
        }
    }

    /// The value, or the words for a gap.
    pub fn or_gap(self, value: &str) -> &str {
        if value.trim().is_empty() {
            self.gap
        } else {
            value
        }
    }

    /// The good-faith statement, or that it is missing.
    pub fn good_faith(self, referral: &ReferralView) -> String {
        if referral.good_faith {
            GOOD_FAITH.to_owned()
        } else {
            format!("Good-faith statement {}", self.gap)
        }
    }

    /// From whom to whom, when, and on which ground.
    pub fn head(self, referral: &ReferralView, at: Instant) -> Vec<Row> {
        let officer = &referral.officer;
        let contact = joined([officer.email.as_deref(), officer.phone.as_deref()]);
        let addressee = referral.addressee.as_deref();
        let rule = referral.policy.as_ref().map(rule_words);
        let mut rows = vec![
            self.row("Our reference", &referral.outside_reference),
            self.row("Date", &when::day(at)),
            self.row("To", addressee.unwrap_or(&referral.platform_name)),
            self.row("From", referral.from.as_deref().unwrap_or_default()),
            self.row("Officer", &officer_words(officer, referral.from.is_some())),
            self.row("Contact", &contact),
            self.row("Sent under", route_words(referral.route)),
            self.row("Rule", &rule.unwrap_or_default()),
        ];
        if let Some(law) = &referral.law {
            rows.push(self.row("Law", &law.label));
        }
        rows.push(self.row("Asked", &asked(&referral.items)));
        rows
    }

    /// Who answers questions.
    pub fn sender(self, referral: &ReferralView) -> Vec<Row> {
        let officer = &referral.officer;
        vec![
            self.row("From", referral.from.as_deref().unwrap_or_default()),
            self.row("Officer", &officer_words(officer, referral.from.is_some())),
            self.row("E-mail", officer.email.as_deref().unwrap_or_default()),
            self.row("Telephone", officer.phone.as_deref().unwrap_or_default()),
        ]
    }

    /// One item, field by field.
    pub fn item(self, item: &ItemView) -> Vec<Row> {
        let mut rows = vec![Row {
            kind: Kind::Address,
            ..self.row("Address", item.address.as_deref().unwrap_or_default())
        }];
        if let Some(id) = &item.platform_id {
            rows.push(self.row("Platform ID", id));
        }
        if let Some(handle) = &item.handle {
            let seen = item
                .handle_seen
                .as_ref()
                .map_or_else(|| "on a date not known".to_owned(), when::words);
            rows.push(self.row("Handle", &format!("@{handle}, as seen {seen}")));
        }
        rows.push(self.row("Seen live", &self.seen_live(item)));
        rows.push(self.row("Where", &item.place));
        rows.push(Row {
            kind: Kind::Quote,
            ..self.row("Words", &item.words)
        });
        if let Some(translation) = &item.translation {
            let by = item.translation_by.as_deref();
            rows.push(Row {
                kind: Kind::Translation,
                by: Some(by.unwrap_or("translator not named").to_owned()),
                ..self.row("Translation", translation)
            });
        }
        rows.push(self.row("Why", &item.why));
        rows
    }

    /// When the item was last seen live.
    pub fn seen_live(self, item: &ItemView) -> String {
        item.seen_live
            .as_ref()
            .map_or_else(|| self.gap.to_owned(), when::words)
    }

    fn row(self, label: &'static str, value: &str) -> Row {
        Row {
            label,
            value: self.or_gap(value).to_owned(),
            by: None,
            kind: Kind::Plain,
        }
    }
}

/// The number and role, so that a copy passed on to the account's owner names no officer; the
/// name too where no unit stands as sender.
pub fn officer_words(officer: &OfficerView, has_unit: bool) -> String {
    let role = match officer.role {
        Role::Officer => "referral officer",
        Role::Supervisor => "supervising officer",
        Role::Reader => "reader",
    };
    let name = (!has_unit).then_some(officer.name.as_str());
    let badge = officer.badge.as_ref().map(|badge| format!("badge {badge}"));
    joined([name, Some(&officer.number), Some(role), badge.as_deref()])
}

/// The rule's name, since when it is in force, and its words.
pub fn rule_words(policy: &ChoiceView) -> String {
    let mut words = policy.label.clone();
    if let Some(date) = policy.date.as_deref().filter(|date| !date.is_empty()) {
        let is_day = date.starts_with(|c: char| c.is_ascii_digit());
        words.push_str(if is_day { ", in force " } else { ", " });
        words.push_str(&when::date_words(date));
    }
    if let Some(detail) = policy.detail.as_deref().filter(|detail| !detail.is_empty()) {
        words.push_str(": ");
        words.push_str(detail);
    }
    words
}

const fn route_words(route: Route) -> &'static str {
    match route {
        Route::Voluntary => "your own terms; a voluntary referral, not an order",
        Route::LegalRequest => "a legal request",
        Route::DsaNotice => "Article 16 of Regulation (EU) 2022/2065",
        Route::Osa => "the Online Safety Act 2023",
    }
}

/// `Remove the 4 accounts`; units are counted apart, never added up.
fn asked(items: &[ItemView]) -> String {
    let mut counts: Vec<(Unit, usize)> = Vec::new();
    for item in items {
        match counts.iter_mut().find(|(unit, _)| *unit == item.unit) {
            Some((_, count)) => *count += 1,
            None => counts.push((item.unit, 1)),
        }
    }
    counts.sort_unstable_by_key(|(unit, _)| *unit);
    let mut parts: Vec<String> = counts
        .iter()
        .map(|(unit, count)| match count {
            1 => format!("the {}", unit_words(*unit, 1)),
            _ => format!("the {count} {}", unit_words(*unit, *count)),
        })
        .collect();
    match (parts.pop(), parts.is_empty()) {
        (None, _) => String::new(),
        (Some(only), true) => format!("Remove {only}"),
        (Some(last), false) => format!("Remove {} and {last}", parts.join(", ")),
    }
}

/// The unit's name, singular for one.
pub const fn unit_words(unit: Unit, count: usize) -> &'static str {
    match (unit, count == 1) {
        (Unit::Account, true) => "account",
        (Unit::Account, false) => "accounts",
        (Unit::Page, true) => "page",
        (Unit::Page, false) => "pages",
        (Unit::Group, true) => "group",
        (Unit::Group, false) => "groups",
        (Unit::Channel, true) => "channel",
        (Unit::Channel, false) => "channels",
        (Unit::Post, true) => "post",
        (Unit::Post, false) => "posts",
        (Unit::Story, true) => "story",
        (Unit::Story, false) => "stories",
        (Unit::Live, true) => "live broadcast",
        (Unit::Live, false) => "live broadcasts",
        (Unit::Ad, true) => "paid advert",
        (Unit::Ad, false) => "paid adverts",
        (Unit::Invite, true) => "invite link",
        (Unit::Invite, false) => "invite links",
        (Unit::Phone, true) => "telephone number",
        (Unit::Phone, false) => "telephone numbers",
        (Unit::Website, true) => "website",
        (Unit::Website, false) => "websites",
    }
}

fn joined<const N: usize>(parts: [Option<&str>; N]) -> String {
    let parts: Vec<&str> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.trim().is_empty())
        .collect();
    parts.join(", ")
}
