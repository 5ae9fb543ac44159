//! What somebody should look at before a file is taken in.

use serde::{Deserialize, Serialize};

/// What somebody should look at before a file is taken in.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum ImportWarning {
    /// A number lost its last digits in a spreadsheet: it is no id any more.
    DigitsLost,
    /// A cell holds whole lines of the file: a quotation mark may be missing.
    Swallowed,
    /// Signs could not be read: the encoding may be another one.
    Unreadable,
    /// The text was UTF-8, read as a Western encoding once before and saved so.
    TwiceEncoded,
    /// Cells of a sheet hold an error; they are taken as empty.
    ErrorCells,
    /// Rows of a sheet are hidden; they are rows all the same.
    HiddenRows,
    /// Cells of a sheet are merged; only the first of them holds the words.
    MergedCells,
    /// Rows have more or fewer cells than the header.
    Ragged,
    /// Cells held zero bytes, which are left out.
    ZeroBytes,
    /// Dates can only be read in the other order than the rest of their column: of these or of the rest, one is wrong.
    MixedDates,
    /// Rows land on an item sent from this case by account and date, though they bear another reference.
    OtherReference,
    /// Lines above the header, as a title, are not read.
    AboveHeader,
    /// Cells are links: where they lead is read, the words shown are kept.
    Links,
    /// Cells are links, and where they lead cannot be read.
    LinksUnread,
    /// Rows look like an entry of a register, in other letters.
    LooksLike,
    /// Rows name nothing but a short link: kept, and led nowhere.
    ShortLinks,
    /// Rows name a platform the program does not know: taken as written.
    UnknownPlatform,
    /// Rows bear no reference: found by account and date.
    NoReference,
    /// Rows say of an item what an earlier row of the file, of the same time or day, says: one word is kept.
    SaidTwice,
    /// Rows say declined and no ground.
    GroundNotSaid,
    /// Sheets of a workbook beside the one that is read.
    OtherSheets,
    /// Rows have a date that cannot be read, or has not come yet: seen on the day of import.
    UnreadDates,
    /// Rows name several addresses in one cell: the row is about the first.
    FurtherAddresses,
    /// Handles hold signs that are not seen: taken out for matching, the cell is kept beside the account.
    HiddenSigns,
}

/// A warning with the rows it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ImportWarningView {
    /// What it is.
    pub kind: ImportWarning,
    /// How many rows, cells or groups.
    pub rows: u32,
    /// The line of the first; 0 where it is not known.
    pub first_line: u32,
    /// The lines, up to 200, where each is to be looked at.
    pub lines: Vec<u32>,
}
