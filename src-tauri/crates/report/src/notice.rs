//! The notice to a platform as plain text.
//!
//! Its four elements follow Article 16(2) of Regulation (EU) 2022/2065, which platforms' forms
//! follow too: a substantiated explanation, the exact address, who sends it, and good faith.

use crate::page::{self, COLUMNS, Frame};
use crate::{DRAFT_WORDS, is_draft, visible, when};
use breakwater_model::Instant;
use breakwater_model::case::{OfficerView, Role};
use breakwater_model::platform::{ChoiceView, Unit};
use breakwater_model::referral::{ItemView, ReferralView, Route};

const HEAD_LABEL: usize = 15;
const ITEM_INDENT: usize = 3;
const ITEM_LABEL: usize = 13;

const GOOD_FAITH: &str = "The information is accurate and complete to the best of our knowledge \
                          and is given in good faith.";

/// The notice, ready to read, print or paste: pages of 60 lines, each headed by the marking and,
/// until approval, by [`DRAFT_WORDS`], each footed by its number and the marking. Gaps of a draft
/// say so. `at` is the date it bears.
pub fn referral_text(referral: &ReferralView, marking: &str, at: Instant) -> String {
    let is_draft = is_draft(referral.state);
    let writer = Writer {
        gap: if is_draft {
            "(not given yet)"
        } else {
            "not given"
        },
    };
    let mut blocks = vec![writer.title(referral), writer.head(referral, at)];
    if !referral.summary.trim().is_empty() {
        blocks.push(wrapped(&referral.summary, 0));
    }
    if referral.items.is_empty() {
        blocks.push(vec!["No items.".to_owned()]);
    }
    blocks.extend(referral.items.iter().map(|item| writer.item(item)));
    blocks.push(if referral.good_faith {
        wrapped(GOOD_FAITH, 0)
    } else {
        vec![format!("Good-faith statement {}", writer.gap)]
    });
    let frame = Frame {
        marking: &one_line(marking),
        standing: is_draft.then_some(DRAFT_WORDS),
        reference: &one_line(&referral.outside_reference),
    };
    page::pages(&frame, &blocks)
}

/// Knows how a gap is written: a draft says "yet".
struct Writer {
    gap: &'static str,
}

impl Writer {
    fn title(&self, referral: &ReferralView) -> Vec<String> {
        let mut lines = vec![format!("Notice to {}", one_line(&referral.platform_name))];
        lines.extend(wrapped(self.or_gap(&referral.title), 0));
        lines
    }

    fn head(&self, referral: &ReferralView, at: Instant) -> Vec<String> {
        let officer = &referral.officer;
        let contact = joined([officer.email.as_deref(), officer.phone.as_deref()]);
        let mut lines = Vec::new();
        let mut row = |label: &str, value: &str| {
            lines.extend(field(label, 0, HEAD_LABEL, self.or_gap(value)));
        };
        row("Our reference", &referral.outside_reference);
        row("Date", &when::day(at));
        row(
            "To",
            referral
                .addressee
                .as_deref()
                .unwrap_or(&referral.platform_name),
        );
        row("From", referral.from.as_deref().unwrap_or_default());
        row("Officer", &officer_words(officer, referral.from.is_some()));
        row("Contact", &contact);
        row("Sent under", route_words(referral.route));
        row(
            "Rule",
            &referral.policy.as_ref().map(rule_words).unwrap_or_default(),
        );
        if let Some(law) = &referral.law {
            row("Law", &law.label);
        }
        row("Asked", &asked(&referral.items));
        lines
    }

    fn item(&self, item: &ItemView) -> Vec<String> {
        let label = visible::isolate(&one_line(&item.label));
        let mut lines = vec![format!(
            "{}. {label} ({})",
            item.position,
            unit_words(item.unit, 1)
        )];
        let address = item.address.as_deref().map(one_line).unwrap_or_default();
        let address = if address.is_empty() {
            self.gap
        } else {
            &address
        };
        lines.push(format!(
            "{:ITEM_INDENT$}{:<ITEM_LABEL$}{address}",
            "", "Address"
        ));
        let mut row = |label: &str, value: &str| {
            lines.extend(field(label, ITEM_INDENT, ITEM_LABEL, value));
        };
        if let Some(id) = &item.platform_id {
            row("Platform ID", id);
        }
        if let Some(handle) = &item.handle {
            let seen = item
                .handle_seen
                .as_ref()
                .map_or_else(|| "on a date not known".to_owned(), when::words);
            row("Handle", &format!("@{handle}, as seen {seen}"));
        }
        row(
            "Seen live",
            &item
                .seen_live
                .as_ref()
                .map_or_else(|| self.gap.to_owned(), when::words),
        );
        row("Where", self.or_gap(&item.place));
        row("Words", self.or_gap(&item.words));
        if let Some(translation) = &item.translation {
            let by = item
                .translation_by
                .as_deref()
                .unwrap_or("translator not named");
            row("Translation", &format!("{translation}\n({by})"));
        }
        row("Why", self.or_gap(&item.why));
        row("Exhibits", &exhibits(item));
        lines
    }

    fn or_gap<'a>(&self, value: &'a str) -> &'a str {
        if value.trim().is_empty() {
            self.gap
        } else {
            value
        }
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

/// The number and role, so that a copy passed on to the account's owner names no officer; the
/// name too where no unit stands as sender.
fn officer_words(officer: &OfficerView, has_unit: bool) -> String {
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

fn one_line(text: &str) -> String {
    visible::show_hidden(text)
        .replace('\n', " ")
        .trim()
        .to_owned()
}

/// People's text in lines that leave room for `indent`; each line its own isolate where needed.
pub(crate) fn wrapped(text: &str, indent: usize) -> Vec<String> {
    let options = textwrap::Options::new(COLUMNS - indent)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    let shown = visible::show_hidden(text);
    let lines = shown
        .trim()
        .lines()
        .flat_map(|line| textwrap::wrap(line.trim_end(), &options));
    lines
        .map(|line| visible::isolate(line.trim_end()))
        .collect()
}

fn field(label: &str, indent: usize, width: usize, value: &str) -> Vec<String> {
    let lines = wrapped(value, indent + width);
    let labels = std::iter::once(label).chain(std::iter::repeat(""));
    let rows = lines
        .iter()
        .zip(labels)
        .map(|(line, label)| format!("{:indent$}{label:<width$}{line}", ""));
    rows.map(|row| row.trim_end().to_owned()).collect()
}
