//! Opening the encrypted databases: key first, then the settings everything
//! else relies on. Temporary data stays in memory.

use crate::keyring::Key;
use crate::layout::{file_name, hex};
use crate::{Error, Result};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::Duration;
use zeroize::Zeroizing;

/// How long a connection waits for another that writes.
const WAITS: Duration = Duration::from_secs(10);
/// How long emptying a log waits, trying again, for whoever still reads from it.
const WAITS_FOR_READERS: Duration = Duration::from_secs(2);

/// What a connection may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Reads and writes; makes the file if it is not there.
    Writer,
    /// Reads; sees what the writer has committed.
    Reader,
    /// Reads a closed database and leaves every file as it is, the write-ahead log of a killed program too.
    Witness,
}

/// Opens the database at `path` with a raw 256-bit key.
///
/// # Errors
/// [`Error::Damaged`] if the key does not fit the file: keys are never typed, so the file was altered.
pub fn open(path: &Path, key: &Key, mode: Mode) -> Result<Connection> {
    let name = file_name(path);
    let base = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let wal = path.with_file_name(format!("{name}-wal"));
    let has_log = wal.metadata().is_ok_and(|log| log.len() > 0);
    let connection = match mode {
        Mode::Writer => Connection::open_with_flags(
            path,
            base | OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        ),
        Mode::Reader => Connection::open_with_flags(path, base | OpenFlags::SQLITE_OPEN_READ_WRITE),
        Mode::Witness if has_log => {
            Connection::open_with_flags(path, base | OpenFlags::SQLITE_OPEN_READ_WRITE)
        }
        Mode::Witness => {
            Connection::open_with_flags(immutable(path)?, base | OpenFlags::SQLITE_OPEN_READ_ONLY)
        }
    }
    .map_err(|_| {
        if path.exists() {
            Error::Damaged(format!("{name} cannot be opened"))
        } else {
            Error::Missing(name.clone())
        }
    })?;
    let literal = Zeroizing::new(format!(
        "PRAGMA key = \"x'{}'\"",
        &*Zeroizing::new(hex(&key[..]))
    ));
    connection.execute_batch(&literal)?;
    if mode == Mode::Witness {
        connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE")?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    }
    connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
            row.get::<_, i64>(0)
        })
        .map_err(|_| Error::Damaged(format!("{name} cannot be read with its key")))?;
    settle(&connection, mode)?;
    Ok(connection)
}

fn immutable(path: &Path) -> Result<String> {
    let absolute = path.canonicalize().map_err(Error::io(file_name(path)))?;
    let mut url = url::Url::from_file_path(absolute)
        .map_err(|()| Error::Internal("a path cannot be written as an address".into()))?;
    url.set_query(Some("immutable=1"));
    Ok(url.into())
}

fn settle(connection: &Connection, mode: Mode) -> Result<()> {
    connection.set_prepared_statement_cache_capacity(192);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // A plan is made once. Without this, a kept statement near a partial index is compiled anew whenever
    // other values are bound, which was half of an import.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.busy_timeout(WAITS)?;
    rusqlite::vtab::array::load_module(connection)?;
    connection.execute_batch(match mode {
        Mode::Writer => {
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
             PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -64000"
        }
        Mode::Reader | Mode::Witness => {
            "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000"
        }
    })?;
    Ok(())
}

/// Gives the memory of kept pages back: after a write of many accounts nobody asks for those pages again.
pub fn give_back(connection: &Connection) -> Result<()> {
    Ok(connection.execute_batch("PRAGMA shrink_memory")?)
}

/// Moves everything from the write-ahead log into the database and empties the log. False if somebody read from it
/// for longer than two seconds: then it is as it was, and a later call empties it.
pub fn checkpoint(connection: &Connection) -> Result<bool> {
    connection.busy_timeout(WAITS_FOR_READERS)?;
    let is_busy = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| {
        row.get::<_, bool>(0)
    });
    connection.busy_timeout(WAITS)?;
    Ok(!is_busy?)
}

#[cfg(test)]
mod tests {
    use super::{Mode, checkpoint, open};
    use crate::keyring::Key;

    #[test]
    fn a_log_that_somebody_reads_is_said_not_to_be_empty() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let key = Key::new([7; 32]);
        let writer = open(&path, &key, Mode::Writer).unwrap();
        writer
            .execute_batch("CREATE TABLE t (x TEXT); INSERT INTO t VALUES ('a')")
            .unwrap();
        let reader = open(&path, &key, Mode::Reader).unwrap();
        let reads = reader.unchecked_transaction().unwrap();
        let count = |db: &rusqlite::Connection| -> i64 {
            db.query_row("SELECT count(*) FROM t", [], |row| row.get(0))
                .unwrap()
        };
        assert_eq!(count(&reads), 1);
        writer.execute_batch("INSERT INTO t VALUES ('b')").unwrap();
        assert!(!checkpoint(&writer).unwrap());
        reads.commit().unwrap();
        assert!(checkpoint(&writer).unwrap());
        let log = folder.path().join("a.db-wal");
        assert_eq!(std::fs::metadata(log).unwrap().len(), 0);
        assert_eq!(count(&reader), 2);
    }
}
