//! The carry sheet on paper: numbered lines with a box for everything that can be seen.

use super::{Layout, Line, TEMPLATE_CHECKS, engine};
use crate::{Error, Result, when};
use breakwater_model::referral::Observed;
use breakwater_model::{Instant, WorldTime};
use serde::Serialize;

/// An account to be looked at.
pub struct CheckLine<'a> {
    /// Its number on the sheet.
    pub number: u32,
    /// The platform's name.
    pub platform: &'a str,
    /// The unit.
    pub unit: &'a str,
    /// What it is called.
    pub account: &'a str,
    /// The address to look at, working.
    pub address: &'a str,
    /// What was seen last, and when.
    pub last: Option<(Observed, &'a WorldTime)>,
}

/// What is printed.
pub struct CheckSheet<'a> {
    /// The marking, head and foot of every page.
    pub marking: &'a str,
    /// Number of the sheet.
    pub sheet: u32,
    /// The date it bears.
    pub at: Instant,
    /// The accounts, in order.
    pub lines: &'a [CheckLine<'a>],
}

const BOXES: [(Observed, &str); 9] = [
    (Observed::Live, "live"),
    (Observed::Offline, "offline"),
    (Observed::SuspendedNotice, "suspended notice"),
    (Observed::Private, "private"),
    (Observed::Renamed, "renamed"),
    (Observed::GeoBlocked, "geo-blocked"),
    (Observed::LoginWall, "login wall"),
    (Observed::RemovedByOwner, "removed by owner"),
    (Observed::Unknown, "not checked"),
];

/// The words of what was seen.
fn seen_words(observed: Observed) -> &'static str {
    let mut boxes = BOXES.iter();
    boxes
        .find(|(one, _)| *one == observed)
        .map_or("", |(_, words)| words)
}

impl CheckLine<'_> {
    /// What was seen last, and when; empty where nobody looked.
    pub fn last_words(&self) -> String {
        self.last.map_or_else(String::new, |(observed, at)| {
            format!("{}, {}", seen_words(observed), when::words(at))
        })
    }
}

#[derive(Serialize)]
struct Paper {
    name: String,
    marking: String,
    reference: String,
    boxes: Vec<&'static str>,
    lines: Vec<Numbered>,
}

#[derive(Serialize)]
struct Numbered {
    number: u32,
    platform: Line,
    unit: String,
    account: Line,
    address: Line,
    last: Line,
}

/// The sheet as PDF on A4: every account a numbered block that stays whole on its page.
///
/// # Errors
/// [`Error::Typeset`] only by a fault of the program, whatever the words.
pub fn check_sheet_pdf(sheet: &CheckSheet<'_>) -> Result<super::Pdf> {
    let mut layout = Layout::default();
    let reference = format!("Carry sheet {}, {}", sheet.sheet, when::day(sheet.at));
    let marking = layout.plain(sheet.marking);
    let lines = sheet
        .lines
        .iter()
        .map(|line| {
            let last = match line.last_words().as_str() {
                "" => "nobody has looked since it was sent".to_owned(),
                words => words.to_owned(),
            };
            Numbered {
                number: line.number,
                platform: layout.line(line.platform),
                unit: line.unit.to_owned(),
                account: layout.narrow(line.account),
                address: layout.narrow(line.address),
                last: layout.line(&last),
            }
        })
        .collect();
    let paper = Paper {
        name: format!("{reference} ({marking})"),
        marking,
        reference,
        boxes: BOXES.iter().map(|(_, words)| *words).collect(),
        lines,
    };
    let words = serde_json::to_vec(&paper).map_err(|_| Error::Typeset)?;
    engine::set(TEMPLATE_CHECKS, words, sheet.at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_set_whatever_accounts_are_called() {
        let at = WorldTime::exact(Instant(1_764_000_000_000));
        let names = [
            "@plain",
            "اسم",
            "#set text(1pt)",
            "\u{202e}evil",
            "a\"]b",
            "",
        ];
        let lines: Vec<CheckLine<'_>> = (1..)
            .zip(names.iter().cycle().take(60))
            .map(|(number, name)| CheckLine {
                number,
                platform: "TikTok",
                unit: "account",
                account: name,
                address: "https://www.tiktok.com/@plain",
                last: (number % 2 == 0).then_some((Observed::Offline, &at)),
            })
            .collect();
        let sheet = CheckSheet {
            marking: "OFFICIAL-SENSITIVE",
            sheet: 3,
            at: Instant(1_764_000_000_000),
            lines: &lines,
        };
        let pdf = check_sheet_pdf(&sheet).unwrap();
        assert!(pdf.bytes.starts_with(b"%PDF"));
        assert!(pdf.pages > 1 && pdf.pages < 20, "{} pages", pdf.pages);
        assert_eq!(pdf, check_sheet_pdf(&sheet).unwrap());
    }
}
