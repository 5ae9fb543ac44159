//! The notice to a platform as plain text.

use crate::page::{self, COLUMNS, Frame};
use crate::words::{Kind, Row, Words, unit_words};
use crate::{Standing, visible};
use breakwater_model::Instant;
use breakwater_model::referral::{ItemView, ReferralView};

const HEAD_LABEL: usize = 15;
const ITEM_INDENT: usize = 3;
const ITEM_LABEL: usize = 13;

/// The notice, ready to read, print or paste: pages of 60 lines, each headed by the marking and,
/// for [`Standing::Draft`], by [`DRAFT_WORDS`](crate::DRAFT_WORDS), each footed by its number and
/// the marking. Gaps of a draft say so. `at` is the date it bears.
pub fn referral_text(
    referral: &ReferralView,
    marking: &str,
    at: Instant,
    standing: Standing,
) -> String {
    let words = Words::new(standing);
    let head = words.head(referral, at);
    let mut blocks = vec![
        title(words, referral),
        head.iter()
            .flat_map(|row| field(row.label, 0, HEAD_LABEL, &row.value))
            .collect(),
    ];
    if !referral.summary.trim().is_empty() {
        blocks.push(wrapped(&referral.summary, 0));
    }
    if referral.items.is_empty() {
        blocks.push(vec!["No items.".to_owned()]);
    }
    blocks.extend(referral.items.iter().map(|one| item(words, one)));
    blocks.push(wrapped(&words.good_faith(referral), 0));
    let frame = Frame {
        marking: &visible::one_line(marking),
        standing: standing.words(),
        reference: &visible::one_line(&referral.outside_reference),
    };
    page::pages(&frame, &blocks)
}

fn title(words: Words, referral: &ReferralView) -> Vec<String> {
    let name = visible::one_line(&referral.platform_name);
    let mut lines = vec![format!("Notice to {name}")];
    lines.extend(wrapped(words.or_gap(&referral.title), 0));
    lines
}

fn item(words: Words, item: &ItemView) -> Vec<String> {
    let label = visible::isolate(&visible::one_line(&item.label));
    let mut lines = vec![format!(
        "{}. {label} ({})",
        item.position,
        unit_words(item.unit, 1)
    )];
    for row in words.item(item) {
        lines.extend(item_field(words, &row));
    }
    lines.extend(field("Exhibits", ITEM_INDENT, ITEM_LABEL, &exhibits(item)));
    lines
}

fn item_field(words: Words, row: &Row) -> Vec<String> {
    match (row.kind, &row.by) {
        (Kind::Address, _) => {
            let address = visible::one_line(&row.value);
            let address = words.or_gap(&address);
            vec![format!(
                "{:ITEM_INDENT$}{:<ITEM_LABEL$}{address}",
                "", row.label
            )]
        }
        (_, Some(by)) => {
            let value = format!("{}\n({by})", row.value);
            field(row.label, ITEM_INDENT, ITEM_LABEL, &value)
        }
        (_, None) => field(row.label, ITEM_INDENT, ITEM_LABEL, &row.value),
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
