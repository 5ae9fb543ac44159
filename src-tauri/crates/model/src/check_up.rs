//! What an officer's own spreadsheets hold: figures, and the rows behind each.

use crate::platform::Unit;
use serde::{Deserialize, Serialize};

/// A figure of a check-up. Each counts its findings; every finding has its rows.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Figure {
    /// Accounts that rows name in more than one way: two of their rows differ in the address, handle, id or name of
    /// the platform that both give, letter for letter, or give nothing in common to compare. Addresses of posts name
    /// the post and do not count.
    KnownTwice,
    /// Accounts named once by a platform's name of today and once by its former one, as x.com and twitter.com.
    TwoNames,
    /// Items (an account, group, … or one post) whose rows bear more than one day of referral, or more than one
    /// reference.
    ReferredTwice,
    /// Rows with a date of referral and no decision, for which no other row of the same item and referral has one;
    /// the oldest first.
    NeverAnswered,
    /// Telephone numbers that rows of more than one account hold, as `+country…`. One that does not say its country
    /// goes with the one number that ends like it, else is compared as it is dialled at home.
    SharedNumbers,
    /// Rows in which no cell of a column of dates can be read as a date.
    WithoutDate,
    /// Files whose rows are of more than one unit.
    Units,
    /// Rows from which neither an account nor a post can be read: an import leaves them out.
    Unreadable,
}

impl Figure {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::KnownTwice,
        Self::TwoNames,
        Self::ReferredTwice,
        Self::NeverAnswered,
        Self::SharedNumbers,
        Self::WithoutDate,
        Self::Units,
        Self::Unreadable,
    ];

    /// The name in breakwaterctl's answer.
    pub const fn field(self) -> &'static str {
        match self {
            Self::KnownTwice => "known_twice",
            Self::TwoNames => "two_names",
            Self::ReferredTwice => "referred_twice",
            Self::NeverAnswered => "never_answered",
            Self::SharedNumbers => "shared_numbers",
            Self::WithoutDate => "without_date",
            Self::Units => "units_mixed",
            Self::Unreadable => "unreadable",
        }
    }
}

/// What a finding is, beside its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// Nothing more is to be said.
    Plain,
    /// The account is written in more than one way.
    Spelling,
    /// One id stands beside more than one handle.
    Id,
    /// The platform stands under two of its names.
    TwoNames,
    /// More than one reference.
    References,
    /// More than one day of referral.
    Days,
    /// The number says which country it is of.
    WithCountry,
    /// In some row the number does not say which country it is of.
    CountryUnknown,
}

/// Why a figure is to be read with care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Remark {
    /// No column says when or as what something was referred.
    NoReferralColumn,
    /// No column says what was decided: every row with a date of referral counts.
    NoDecisionColumn,
    /// No column holds dates: every row counts.
    NoDateColumn,
}

/// One figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct FigureView {
    /// Which.
    pub figure: Figure,
    /// Findings.
    pub count: u32,
    /// Rows behind them.
    pub rows: u32,
    /// Why it is to be read with care.
    pub remark: Option<Remark>,
}

/// A file that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LookedAtView {
    /// Its name.
    pub name: String,
    /// Encoding it was read with.
    pub encoding: String,
    /// Delimiter it was read with.
    pub delimiter: String,
    /// The line the header stands on; 0 where there is none.
    pub header_line: u32,
    /// Rows, the header aside.
    pub rows: u32,
}

/// Rows of one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct UnitCountView {
    /// The unit; none where it cannot be told.
    pub unit: Option<Unit>,
    /// Rows.
    pub rows: u32,
}

/// The oldest referral nobody answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct OldestView {
    /// The date as written.
    pub written: String,
    /// The file's name.
    pub file: String,
    /// The row as the spreadsheet numbers it.
    pub row: u32,
}

/// What spreadsheets hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CheckUpView {
    /// The files.
    pub files: Vec<LookedAtView>,
    /// Rows of all files, headers aside.
    pub rows: u32,
    /// Accounts, pages, groups, channels and sites that rows name, each once.
    pub accounts: u32,
    /// The figures.
    pub figures: Vec<FigureView>,
    /// Rows by unit; they add up to `rows`.
    pub units: Vec<UnitCountView>,
    /// The oldest referral nobody answered.
    pub oldest: Option<OldestView>,
}

/// A window of the rows behind a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, specta::Type)]
pub struct CheckUpRowsRequest {
    /// Which figure.
    pub figure: Figure,
    /// Rows to leave out before.
    pub offset: u32,
    /// Rows wanted.
    pub limit: u32,
}

/// A cell that is not empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CheckUpCellView {
    /// The header of its column.
    pub header: String,
    /// What stands in it; long cells are cut.
    pub text: String,
}

/// A row behind a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CheckUpRowView {
    /// Place in the list, from 0.
    pub at: u32,
    /// The finding it belongs to, from 1; rows of one stand together.
    pub finding: u32,
    /// Rows of that finding.
    pub of: u32,
    /// What was found: an account, a number.
    pub label: String,
    /// What it is, beside the label.
    pub how: How,
    /// The unit, for the figure of units.
    pub unit: Option<Unit>,
    /// The file's name.
    pub file: String,
    /// The row as the spreadsheet numbers it; the header is row 1.
    pub row: u32,
    /// Its cells, empty ones left out.
    pub cells: Vec<CheckUpCellView>,
}

/// A window of rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CheckUpRowsView {
    /// Rows behind the figure.
    pub total: u32,
    /// Those asked for.
    pub rows: Vec<CheckUpRowView>,
}
