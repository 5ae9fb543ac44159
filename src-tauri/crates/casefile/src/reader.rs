//! Reading: what has been committed, and nothing can be written through it.

use rusqlite::Connection;
use std::ops::Deref;

/// A connection that reads what has been committed.
pub struct Reader<'a> {
    db: &'a Connection,
}

impl<'a> Reader<'a> {
    /// Reads within a transaction.
    pub(crate) const fn within(db: &'a Connection) -> Self {
        Self { db }
    }
    /// The connection, for the tables of this crate.
    pub(crate) const fn db(&self) -> &Connection {
        self.db
    }
}

impl Deref for Reader<'_> {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        self.db
    }
}
