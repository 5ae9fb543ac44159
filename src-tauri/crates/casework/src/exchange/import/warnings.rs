//! What somebody should look at before a file is taken in: counted over the rows, with the line of the first.

use super::columns::Columns;
use super::dialect::{self, Doubt};
use super::source::Source;
use breakwater_model::import::{ImportWarning, ImportWarningView};
use csv::StringRecord;
use std::collections::BTreeMap;

/// What a cell full of lines is likely to mean.
pub const MISSING_MARK: &str = "a quotation mark may be missing where it begins or ends";

/// Warnings with how often and where first.
#[derive(Debug, Clone, Default)]
pub struct Warnings(BTreeMap<ImportWarning, (u32, u32)>);

impl Warnings {
    /// What a file brings along before its rows are read.
    pub fn of_file(source: &Source) -> Self {
        let above = u32::try_from(source.above()).unwrap_or(u32::MAX);
        let mut all = vec![(ImportWarning::AboveHeader, (above, u32::from(above > 0)))];
        if let Some(sheet) = source.sheet() {
            let links = sheet.links.values().flatten().count();
            let links = u32::try_from(links).unwrap_or(u32::MAX);
            all.extend([
                (ImportWarning::ErrorCells, (sheet.errors, sheet.first_error)),
                (
                    ImportWarning::HiddenRows,
                    (sheet.seen.hidden, sheet.seen.first_hidden),
                ),
                (ImportWarning::MergedCells, (sheet.seen.merged, 0)),
                (ImportWarning::OtherSheets, (sheet.others, 0)),
                (ImportWarning::Links, (links, sheet.first_link)),
                (
                    ImportWarning::LinksUnread,
                    (sheet.unread, sheet.first_unread),
                ),
            ]);
        }
        Self(all.into_iter().filter(|(_, (rows, _))| *rows > 0).collect())
    }

    /// Counts a row.
    pub fn see(&mut self, kind: ImportWarning, line: u64) {
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        self.0.entry(kind).or_insert((0, line)).0 += 1;
    }

    /// How many rows are counted under a kind.
    pub fn count(&self, kind: ImportWarning) -> u32 {
        self.0.get(&kind).map_or(0, |(rows, _)| *rows)
    }

    /// Looks at a row as it stands in the file; a remark for the row itself, where there is one to make.
    pub fn look(
        &mut self,
        columns: &Columns,
        record: &StringRecord,
        line: u64,
        delimiter: u8,
        is_sheet: bool,
    ) -> Option<String> {
        let text = record.as_slice();
        match dialect::doubt(text) {
            Some(Doubt::Unreadable) => self.see(ImportWarning::Unreadable, line),
            Some(Doubt::TwiceEncoded) => self.see(ImportWarning::TwiceEncoded, line),
            None => {}
        }
        if text.contains('\0') {
            self.see(ImportWarning::ZeroBytes, line);
        }
        if columns.loses_digits(record) {
            self.see(ImportWarning::DigitsLost, line);
        }
        // A sheet has no cell where nothing was written.
        if !is_sheet && record.len() != columns.headers.len() {
            self.see(ImportWarning::Ragged, line);
        }
        let ends = columns.swallowed(record, delimiter)?;
        self.see(ImportWarning::Swallowed, line);
        Some(format!("a cell holds {ends} line ends: {MISSING_MARK}"))
    }

    /// As the window shows them.
    pub fn view(&self) -> Vec<ImportWarningView> {
        let all = self.0.iter();
        all.map(|(kind, (rows, first_line))| ImportWarningView {
            kind: *kind,
            rows: *rows,
            first_line: *first_line,
            lines: Vec::new(),
        })
        .collect()
    }

    /// In words, one a line.
    pub fn words(&self) -> Vec<String> {
        let all = self.0.iter();
        all.map(|(kind, (rows, line))| {
            let first = match line {
                0 => String::new(),
                line => format!(", the first on line {line}"),
            };
            format!("{rows} {}{first}", said(*kind))
        })
        .collect()
    }
}

/// What a warning says after its number.
pub(crate) const fn said(kind: ImportWarning) -> &'static str {
    match kind {
        ImportWarning::DigitsLost => {
            "of the rows have a long number that lost its last digits in a spreadsheet: it is no id any more"
        }
        ImportWarning::Swallowed => {
            "of the rows have a cell that holds whole lines of the file: a quotation mark may be missing where it begins or ends"
        }
        ImportWarning::Unreadable => {
            "of the rows hold signs that cannot be read: the encoding may be another one"
        }
        ImportWarning::TwiceEncoded => {
            "of the rows hold text that was read with a wrong encoding before it was saved"
        }
        ImportWarning::ErrorCells => {
            "of the cells hold an error of the sheet and are taken as empty"
        }
        ImportWarning::HiddenRows => {
            "of the rows are hidden in the sheet; they are read like the others"
        }
        ImportWarning::MergedCells => {
            "groups of cells are merged; only the first cell of each holds the words"
        }
        ImportWarning::AboveHeader => {
            "of the lines stand above the header and are not read; give the line of the header if another is it"
        }
        ImportWarning::Links => {
            "of the cells are links: the address they lead to is read, and the words they show are kept beside it"
        }
        ImportWarning::LinksUnread => {
            "of the cells are links whose address a formula works out: it is not read; save the addresses themselves as a column"
        }
        ImportWarning::OtherSheets => {
            "further sheets stand in the workbook and are not read: read each by its name"
        }
        ImportWarning::Ragged => "of the rows have more or fewer cells than the first row",
        ImportWarning::ZeroBytes => "of the rows hold zero bytes, which are left out",
        _ => said_of_rows(kind),
    }
}

/// The same of what rows say.
const fn said_of_rows(kind: ImportWarning) -> &'static str {
    match kind {
        ImportWarning::LooksLike => {
            "of the rows have a handle that looks like one on a register, in other letters: see whether it is the same"
        }
        ImportWarning::ShortLinks => {
            "of the rows name nothing but a short link: they are kept as unresolved; where they lead is not known"
        }
        ImportWarning::UnknownPlatform => {
            "of the rows name a platform this program does not know: it is kept as written"
        }
        ImportWarning::NoReference => {
            "of the rows taken bear no reference: what they are about was found by account and date"
        }
        ImportWarning::SaidTwice => {
            "of the rows say of one item what an earlier row says of the same time or day: it is kept once"
        }
        ImportWarning::GroundNotSaid => {
            "of the rows taken say declined and no ground: it stands as ground not said"
        }
        ImportWarning::UnreadDates => {
            "of the rows have a date that cannot be read or has not come yet: they count as seen on the day of import"
        }
        ImportWarning::FurtherAddresses => {
            "of the rows have a cell with several addresses: each is about the first, the others are kept beside it and make no account"
        }
        ImportWarning::HiddenSigns => {
            "of the rows have a handle with signs that are not seen: it is taken without them, and kept as it is written beside the account"
        }
        ImportWarning::MixedDates => {
            "of the rows have a date that can only be read in the other order than the rest of its column: see which order is meant, and write these dates otherwise"
        }
        ImportWarning::OtherReference => {
            "of the rows land on an item sent from this case by account and date; the reference is another one"
        }
        _ => "",
    }
}
