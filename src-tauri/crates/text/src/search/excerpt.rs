//! The part of a text that shows what was found in it.

use super::Marks;

/// Characters of a text that are shown.
const WIDTH: usize = 160;
/// Characters shown before what was found.
const BEFORE: usize = 48;
/// Characters looked at for the beginning of a word.
const STEP: usize = 16;

/// A part of a text in one line, with its marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The words, with `…` where something was left out before them.
    pub text: String,
    /// Marks in it, in code points.
    pub marks: Marks,
}

/// The part of a text around its first mark; its beginning where nothing is marked.
pub fn excerpt(text: &str, marks: &[(u32, u32)]) -> Excerpt {
    let all: Vec<char> = text
        .chars()
        .map(|c| {
            if matches!(c, '\n' | '\r' | '\t') {
                ' '
            } else {
                c
            }
        })
        .collect();
    let first = marks.first().map_or(0, |(start, _)| *start as usize);
    let mut from = first.saturating_sub(BEFORE);
    if from > 0 {
        let until = (from + STEP).min(first);
        let gap = all
            .get(from..until)
            .and_then(|near| near.iter().position(|c| *c == ' '));
        from += gap.map_or(0, |gap| gap + 1);
    }
    let to = (from + WIDTH).min(all.len());
    let shown = all.get(from..to).unwrap_or_default();
    let lead = if from > 0 { "…" } else { "" };
    let shift = |point: u32| {
        let at = (point as usize).clamp(from, to) - from + lead.chars().count();
        u32::try_from(at).unwrap_or(u32::MAX)
    };
    Excerpt {
        text: lead.chars().chain(shown.iter().copied()).collect(),
        marks: marks
            .iter()
            .map(|(start, end)| (shift(*start), shift(*end)))
            .filter(|(start, end)| start < end)
            .collect(),
    }
}
