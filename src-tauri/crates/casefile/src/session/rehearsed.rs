//! Doing a work to see what it would do, and taking all of it back.

use super::Session;
use crate::writer::Writer;
use crate::{Result, audit, connection};
use rusqlite::TransactionBehavior;

impl Session {
    /// Does `work` and takes all of it back: the case is as it was, and no entry is written.
    pub(crate) fn rehearse<T>(&self, work: impl FnOnce(&mut Writer<'_>) -> Result<T>) -> Result<T> {
        let mut pen = self.pen();
        let hlc = pen.hlc;
        let scoring = self.scoring();
        let transaction = pen
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (last, _) = audit::last(&transaction, self.case_id)?;
        let mut writer = Writer::new(
            &transaction,
            &self.host,
            &self.officer,
            last + 1,
            hlc,
            &scoring,
        );
        let value = work(&mut writer);
        drop(writer);
        transaction.rollback()?;
        value
    }

    /// Moves everything out of the log of the database and empties it; false if somebody still reads from it.
    pub(crate) fn empty_log(&self) -> Result<bool> {
        connection::checkpoint(&self.pen().db)
    }
}
