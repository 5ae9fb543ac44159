//! The notice to a platform as plain text: what its template says, laid out on pages.

use crate::page::{self, COLUMNS, Frame};
use crate::template::Texts;
use crate::words::Words;
use crate::{Result, Standing, visible};
use breakwater_model::Instant;
use breakwater_model::referral::ReferralView;

/// The notice, ready to read, print or paste: pages of 60 lines, each headed by the marking and,
/// for [`Standing::Draft`], by [`DRAFT_WORDS`](crate::DRAFT_WORDS), each footed by its number and
/// the marking. Gaps of a draft say so. `at` is the date it bears.
///
/// # Errors
/// [`Error::Template`](crate::Error::Template) if a template of `texts` cannot be rendered.
pub fn referral_text(
    referral: &ReferralView,
    marking: &str,
    at: Instant,
    standing: Standing,
    texts: &Texts,
) -> Result<String> {
    let words = Words::new(standing);
    let prose = texts.prose(referral, words)?;
    let blocks = texts.notice(referral, at, words, &prose)?;
    let frame = Frame {
        marking: &visible::one_line(marking),
        standing: standing.words(),
        reference: &visible::one_line(&referral.outside_reference),
    };
    Ok(page::pages(&frame, &blocks))
}

/// People's text in lines that leave room for `indent`; each line its own isolate where needed.
pub(crate) fn wrapped(text: &str, indent: usize) -> Vec<String> {
    let options = options(indent);
    let shown = visible::show_hidden(text);
    let lines = shown
        .trim()
        .lines()
        .flat_map(|line| textwrap::wrap(line.trim_end(), &options));
    lines
        .map(|line| visible::isolate(line.trim_end()))
        .collect()
}

/// A line of a template's own words, whose names are shown already, in lines a page holds.
pub(crate) fn wrap_literal(line: &str) -> Vec<String> {
    if line.is_empty() {
        return Vec::new();
    }
    let lines = textwrap::wrap(line, options(0));
    lines
        .into_iter()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

fn options(indent: usize) -> textwrap::Options<'static> {
    textwrap::Options::new(COLUMNS - indent)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit)
}

/// A labelled value in lines.
pub(crate) fn field(label: &str, indent: usize, width: usize, value: &str) -> Vec<String> {
    let lines = wrapped(value, indent + width);
    let labels = std::iter::once(label).chain(std::iter::repeat(""));
    let rows = lines
        .iter()
        .zip(labels)
        .map(|(line, label)| format!("{:indent$}{label:<width$}{line}", ""));
    rows.map(|row| row.trim_end().to_owned()).collect()
}
