//! Doing a work to see what it would do, and taking all of it back.

use super::Session;
use super::begun::Begun;
use crate::writer::Writer;
use crate::{Result, connection};

impl Session {
    /// Does `work` and takes all of it back: the case is as it was, and no entry is written.
    pub(crate) fn rehearse<T>(&self, work: impl FnOnce(&mut Writer<'_>) -> Result<T>) -> Result<T> {
        let mut pen = self.pen();
        let begun = Begun::new(self, &mut pen)?;
        let mut writer = begun.writer(self);
        let value = work(&mut writer);
        drop(writer);
        begun.roll_back()?;
        value
    }

    /// Moves everything out of the log of the database and empties it; false if somebody still reads from it.
    pub(crate) fn empty_log(&self) -> Result<bool> {
        connection::checkpoint(&self.pen().db)
    }
}
