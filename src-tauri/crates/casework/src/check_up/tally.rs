//! What all rows said, compactly: some sixty bytes a row, no text but telephone numbers.

use super::accounts::Accounts;
use super::sheet::{Referral, Said, is_published};
use breakwater_model::platform::Unit;
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

/// No such thing.
pub(super) const NONE: u32 = u32::MAX;

/// A row. Texts are hashes under a seed of this run; 0 stands for none.
pub(super) struct Line {
    pub(super) file: u16,
    /// The row as the spreadsheet numbers it.
    pub(super) row: u32,
    /// None for a row that names no account: an unreadable one, or a post whose account nobody knows.
    pub(super) account: u32,
    /// True if an import would take the row.
    pub(super) is_read: bool,
    pub(super) unit: Option<Unit>,
    pub(super) spelled: [u64; 3],
    pub(super) names: u8,
    pub(super) post: u64,
    pub(super) referral: Option<LineReferral>,
    pub(super) has_date: bool,
}

/// A referral of a row.
#[derive(Clone, Copy)]
pub(super) struct LineReferral {
    pub(super) reference: u64,
    pub(super) day: Option<i32>,
    pub(super) is_said: bool,
    pub(super) is_decided: bool,
}

/// The rows met so far.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) accounts: Accounts,
    pub(super) lines: Vec<Line>,
    /// Telephone numbers, and for each the rows that hold it.
    pub(super) numbers: Vec<(String, Vec<u32>)>,
    by_number: HashMap<String, usize>,
    seed: RandomState,
}

impl Tally {
    /// Takes what a row says.
    pub(super) fn put(&mut self, file: u16, row: u32, said: &Said) {
        let number = u32::try_from(self.lines.len()).unwrap_or(NONE);
        let of_account = said.row.as_ref().filter(|row| !is_published(row.unit));
        let account = of_account.map(|row| self.accounts.meet(row));
        for phone in &said.numbers {
            self.phone(phone, number);
        }
        let [address, handle, id] = &said.spelled;
        self.lines.push(Line {
            file,
            row,
            account: account.unwrap_or(NONE),
            is_read: said.row.is_some(),
            unit: said.unit,
            spelled: [self.hash(address), self.hash(handle), self.hash(id)],
            names: said.names,
            post: self.hash(said.post.as_deref().unwrap_or_default()),
            referral: said.referral.as_ref().map(|one| self.referral(one)),
            has_date: said.has_date,
        });
    }

    fn referral(&self, one: &Referral) -> LineReferral {
        LineReferral {
            reference: self.hash(&one.reference),
            day: one.day,
            is_said: one.is_said,
            is_decided: one.is_decided,
        }
    }

    fn phone(&mut self, phone: &str, line: u32) {
        let at = self.by_number.get(phone).copied().unwrap_or_else(|| {
            self.by_number.insert(phone.to_owned(), self.numbers.len());
            self.numbers.push((phone.to_owned(), Vec::new()));
            self.numbers.len() - 1
        });
        if let Some((_, lines)) = self.numbers.get_mut(at) {
            lines.push(line);
        }
    }

    fn hash(&self, text: &str) -> u64 {
        if text.is_empty() {
            0
        } else {
            self.seed.hash_one(text).max(1)
        }
    }

    /// Puts the one number of an account into each of its rows, once all rows were met.
    pub(super) fn settle(&mut self) {
        self.by_number = HashMap::new();
        for line in &mut self.lines {
            if line.account != NONE {
                line.account = self.accounts.root(line.account);
            }
        }
    }
}
