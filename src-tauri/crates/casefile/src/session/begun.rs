//! How a write begins: one transaction, and a writer in it that goes on where the log and the clock of changes stand.

use super::{Pen, Session};
use crate::score::Scoring;
use crate::writer::Writer;
use crate::{Result, audit};
use rusqlite::{Transaction, TransactionBehavior};
use std::sync::Arc;

/// A write that is begun: nothing of it stands before its transaction is committed.
pub(super) struct Begun<'pen> {
    pub(super) transaction: Transaction<'pen>,
    /// Number of the last entry of the log, and the chain at it.
    pub(super) last: (i64, [u8; 32]),
    hlc: i64,
    scoring: Arc<Scoring>,
}

impl<'pen> Begun<'pen> {
    pub(super) fn new(session: &Session, pen: &'pen mut Pen) -> Result<Self> {
        let (hlc, scoring) = (pen.hlc, session.scoring());
        let transaction = pen
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let last = audit::last(&transaction, session.case_id)?;
        Ok(Self {
            transaction,
            last,
            hlc,
            scoring,
        })
    }

    /// Writes the changes of the next entry.
    pub(super) fn writer<'a>(&'a self, session: &'a Session) -> Writer<'a> {
        Writer::new(
            &self.transaction,
            &session.host,
            &session.officer,
            self.last.0 + 1,
            self.hlc,
            &self.scoring,
        )
    }

    /// All of it stands.
    pub(super) fn commit(self) -> Result<()> {
        Ok(self.transaction.commit()?)
    }

    /// Nothing of it stands.
    pub(super) fn roll_back(self) -> Result<()> {
        Ok(self.transaction.rollback()?)
    }
}
