//! The registers' hits of some accounts, for lists that show them beside each.

use crate::{Error, Result, Session};
use breakwater_casefile::table::account;
use breakwater_casefile::{query, register, table};
use breakwater_model::list::AccountRow;
use breakwater_model::register::AccountHitsView;
use breakwater_model::{AccountId, RegisterEntryId};

/// Accounts shown of one entry.
const SHOWN: u32 = 200;

/// The accounts that are met on a register now, in the order asked. An account that is gone is left out.
pub fn hits(session: &Session, ids: &[AccountId]) -> Result<Vec<AccountHitsView>> {
    let now = session.host().now();
    session.read(|reader| {
        let mut all = Vec::new();
        for id in ids {
            let row = match account::row(reader, *id) {
                Ok(row) => row,
                // What a merged record meets is said of the one it stands under.
                Err(
                    Error::NotFound(_)
                    | Error::Refused {
                        rule: "merged-record",
                        ..
                    },
                ) => continue,
                Err(error) => return Err(error),
            };
            let hits = register::of_account(reader, row, now)?;
            if !hits.is_empty() {
                all.push(AccountHitsView { account: *id, hits });
            }
        }
        Ok(all)
    })
}

/// The accounts that an entry meets, whether it has expired or not; the first two hundred.
pub fn accounts(session: &Session, entry: RegisterEntryId) -> Result<Vec<AccountRow>> {
    let officer = session.officer().row;
    session.read(|reader| {
        let rows = table::register::accounts_met(reader, entry, SHOWN)?;
        query::rows(reader, &rows, officer)
    })
}
