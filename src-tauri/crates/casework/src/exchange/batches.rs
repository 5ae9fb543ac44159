//! Files that were taken in: which, when, by whom, and the accounts each made or changed.

use crate::{Result, Session};
use breakwater_casefile::query;
use breakwater_casefile::table::batch;
use breakwater_model::BatchId;
use breakwater_model::import::{BatchAccountsView, BatchListView};

/// Rows given at a time.
const MOST: u32 = 1_000;

/// A window of the files taken in, newest first, taken back or not.
pub fn list(session: &Session, offset: u32, limit: u32) -> Result<BatchListView> {
    session.read(|reader| {
        let (rows, total) = batch::window(reader, offset, limit.min(MOST))?;
        Ok(BatchListView { rows, total })
    })
}

/// A window of the accounts a file made or changed and that stand in the case: of one that was taken back, those that
/// were kept.
pub fn accounts(
    session: &Session,
    id: BatchId,
    offset: u32,
    limit: u32,
) -> Result<BatchAccountsView> {
    let officer = session.officer().row;
    session.read(|reader| {
        let (rows, total) = batch::accounts(reader, id, offset, limit.min(MOST))?;
        Ok(BatchAccountsView {
            rows: query::rows(reader, &rows, officer)?,
            total,
        })
    })
}
