//! What a referral says, field by field: the same words for the plain text and the paper.
//!
//! Its four elements follow Article 16(2) of Regulation (EU) 2022/2065, which platforms' forms
//! follow too: a substantiated explanation, the exact address, who sends it, and good faith.

use crate::{Standing, when};
use breakwater_model::Instant;
use breakwater_model::case::{OfficerView, Role};
use breakwater_model::platform::{ChoiceView, Unit};
use breakwater_model::referral::{ItemView, ReferralView, Route, TellUser, TellUserView};

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

/// What the head says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadWords {
    pub reference: String,
    pub date: String,
    pub to: String,
    pub from: String,
    pub officer: String,
    pub contact: String,
    pub route: String,
    pub rule: String,
    pub law: Option<String>,
    pub elements: Option<String>,
    pub reach: Option<String>,
    pub defence: Option<String>,
    pub tell_user: String,
}

/// What is said of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemWords {
    pub address: String,
    /// The one form of the address, where that differs.
    pub canonical: Option<String>,
    pub platform_id: Option<String>,
    pub handle: Option<String>,
    pub seen_live: String,
    pub place: String,
    pub words: String,
    pub translation: Option<String>,
    pub translation_by: String,
    pub why: String,
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

    /// What a gap is called.
    pub const fn gap(self) -> &'static str {
        self.gap
    }

    /// From whom to whom, when, and on which ground; a gap says so.
    pub fn head_words(self, referral: &ReferralView, at: Instant) -> HeadWords {
        let officer = &referral.officer;
        let contact = joined([officer.email.as_deref(), officer.phone.as_deref()]);
        let addressee = referral.addressee.as_deref();
        let rule = referral.policy.as_ref().map(rule_words);
        let said = |value: &str| self.or_gap(value).to_owned();
        let of_law =
            |note: &Option<String>| note.as_deref().filter(|_| referral.law.is_some()).map(said);
        HeadWords {
            reference: said(&referral.outside_reference),
            date: said(&when::day(at)),
            to: said(addressee.unwrap_or(&referral.platform_name)),
            from: said(sender_words(referral)),
            officer: said(&officer_words(officer, referral.from.is_some())),
            contact: said(&contact),
            route: said(route_words(referral.route)),
            rule: said(&rule.unwrap_or_default()),
            law: referral.law.as_ref().map(|law| said(&law.label)),
            elements: of_law(&referral.law_notes.elements),
            reach: of_law(&referral.law_notes.reach),
            defence: of_law(&referral.law_notes.defence),
            tell_user: self.tell_user_words(&referral.tell_user),
        }
    }

    fn tell_user_words(self, told: &TellUserView) -> String {
        let answer = match told.answer {
            TellUser::No => "please do not",
            TellUser::Yes => "you may",
        };
        format!("{answer}. {}", self.or_gap(&told.reason))
    }

    /// The same as fields, with what is asked last.
    pub fn head(self, referral: &ReferralView, at: Instant, asked: &str) -> Vec<Row> {
        let head = self.head_words(referral, at);
        let mut rows = vec![
            self.row("Our reference", &head.reference),
            self.row("Date", &head.date),
            self.row("To", &head.to),
            self.row("From", &head.from),
            self.row("Officer", &head.officer),
            self.row("Contact", &head.contact),
            self.row("Sent under", &head.route),
            self.row("Rule", &head.rule),
        ];
        if let Some(law) = &head.law {
            rows.push(self.row("Law", law));
        }
        for (label, note) in [
            ("Elements", &head.elements),
            ("Reach", &head.reach),
            ("Defences", &head.defence),
        ] {
            rows.extend(note.as_deref().map(|note| self.row(label, note)));
        }
        rows.push(self.row("Asked", asked));
        rows.push(self.row("Tell the user", &head.tell_user));
        rows
    }

    /// Who answers questions.
    pub fn sender(self, referral: &ReferralView) -> Vec<Row> {
        let officer = &referral.officer;
        vec![
            self.row("From", sender_words(referral)),
            self.row("Officer", &officer_words(officer, referral.from.is_some())),
            self.row("E-mail", officer.email.as_deref().unwrap_or_default()),
            self.row("Telephone", officer.phone.as_deref().unwrap_or_default()),
        ]
    }

    /// What is said of one item; a gap says so.
    pub fn item_words(self, item: &ItemView) -> ItemWords {
        let said = |value: &str| self.or_gap(value).to_owned();
        let handle = item.handle.as_ref().map(|handle| {
            let seen = item
                .handle_seen
                .as_ref()
                .map_or_else(|| "on a date not known".to_owned(), when::words);
            format!("@{handle}, as seen {seen}")
        });
        let by = item.translation_by.as_deref();
        ItemWords {
            address: said(item.address.as_deref().unwrap_or_default()),
            canonical: other_form(item).map(said),
            platform_id: item.platform_id.as_deref().map(said),
            handle,
            seen_live: said(&self.seen_live(item)),
            place: said(&item.place),
            words: said(&item.words),
            translation: item.translation.as_deref().map(said),
            translation_by: by.unwrap_or("translator not named").to_owned(),
            why: said(&item.why),
        }
    }

    /// One item, field by field.
    pub fn item(self, item: &ItemView) -> Vec<Row> {
        let said = self.item_words(item);
        let mut rows = vec![Row {
            kind: Kind::Address,
            ..self.row("Address", &said.address)
        }];
        rows.extend(said.canonical.map(|address| Row {
            kind: Kind::Address,
            ..self.row("Canonical", &address)
        }));
        rows.extend(said.platform_id.map(|id| self.row("Platform ID", &id)));
        rows.extend(said.handle.map(|handle| self.row("Handle", &handle)));
        rows.push(self.row("Seen live", &said.seen_live));
        rows.push(self.row("Where", &said.place));
        rows.push(Row {
            kind: Kind::Quote,
            ..self.row("Words", &said.words)
        });
        if let Some(translation) = &said.translation {
            rows.push(Row {
                kind: Kind::Translation,
                by: Some(said.translation_by),
                ..self.row("Translation", translation)
            });
        }
        rows.push(self.row("Why", &said.why));
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

/// The unit it is from, or the officer where no unit stands as sender.
fn sender_words(referral: &ReferralView) -> &str {
    referral.from.as_deref().unwrap_or(&referral.officer.name)
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

/// The one form of an item's address, where that is not how it is given.
pub fn other_form(item: &ItemView) -> Option<&str> {
    let form = item.canonical.as_deref();
    form.filter(|form| item.address.as_deref() != Some(form))
}

/// How many items of each unit there are, with its name for so many; units are counted apart, never added up.
pub fn counts(items: &[ItemView]) -> Vec<(usize, &'static str)> {
    let mut counts: Vec<(Unit, usize)> = Vec::new();
    for item in items {
        match counts.iter_mut().find(|(unit, _)| *unit == item.unit) {
            Some((_, count)) => *count += 1,
            None => counts.push((item.unit, 1)),
        }
    }
    counts.sort_unstable_by_key(|(unit, _)| *unit);
    counts
        .into_iter()
        .map(|(unit, count)| (count, unit_words(unit, count)))
        .collect()
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
        (Unit::ShortLink, true) => "short link",
        (Unit::ShortLink, false) => "short links",
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
