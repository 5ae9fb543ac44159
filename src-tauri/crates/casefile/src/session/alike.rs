//! Several readers of one and the same state of the case, each for a thread of its own.

use super::Session;
use crate::reader::Reader;
use crate::{Error, Result};
use rusqlite::Connection;
use std::sync::{PoisonError, TryLockError};

/// A reader that sees one state of the case for as long as it is held.
pub struct Held<'s> {
    session: &'s Session,
    db: Option<Connection>,
}

impl Session {
    /// Readers that all see what is committed now, as many as asked for; one where a write is under way, since the others
    /// might come after its end.
    pub fn alike(&self, asked: usize) -> Result<Vec<Held<'_>>> {
        let pen = self.pen.try_lock();
        let is_quiet = !matches!(pen, Err(TryLockError::WouldBlock));
        let count = if is_quiet { asked.max(1) } else { 1 };
        (0..count).map(|_| Held::begin(self)).collect()
    }
}

impl<'s> Held<'s> {
    fn begin(session: &'s Session) -> Result<Self> {
        let db = session.reading()?;
        // A transaction sees what is committed when it first reads.
        db.execute_batch("BEGIN; SELECT count(*) FROM sqlite_schema")?;
        Ok(Self {
            session,
            db: Some(db),
        })
    }

    /// Reads the state that is held.
    pub fn read<T>(&self, work: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        let gone = || Error::Internal("a reader was given back already".into());
        work(&Reader::within(self.db.as_ref().ok_or_else(gone)?))
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        // One that cannot end its transaction is closed.
        if let Some(db) = self.db.take()
            && db.execute_batch("COMMIT").is_ok()
        {
            self.session
                .readers
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(db);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing;

    #[test]
    fn readers_alike_see_one_state_whatever_is_written_meanwhile() {
        let folder = tempfile::tempdir().unwrap();
        let session = testing::case(folder.path());
        let count = |reader: &crate::Reader<'_>| {
            Ok(reader.query_row("SELECT count(*) FROM account", [], |row| {
                row.get::<_, i64>(0)
            })?)
        };
        let held = session.alike(2).unwrap();
        assert_eq!(held.len(), 2);
        let while_writing = session
            .write(testing::made(), |w| {
                testing::add(w, &testing::seen("Handle", None))?;
                Ok(session.alike(2)?.len())
            })
            .unwrap()
            .0;
        assert_eq!(while_writing, 1);
        for reader in &held {
            assert_eq!(reader.read(count).unwrap(), 0);
        }
        drop(held);
        assert_eq!(session.alike(1).unwrap()[0].read(count).unwrap(), 1);
    }
}
