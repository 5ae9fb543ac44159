//! The search index of an unlocked case, and waiting for it.

use super::Session;
use crate::index::Index;
use std::sync::{MutexGuard, PoisonError};

impl Session {
    /// The search index, until the case is locked.
    pub(crate) fn index(&self) -> MutexGuard<'_, Option<Index>> {
        self.index.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until the search index holds everything committed so far.
    pub fn settle(&self) {
        let waiting = self.index().as_ref().map(Index::waiting);
        if let Some(waiting) = waiting {
            waiting.wait();
        }
    }

    /// Gives the index a moment to catch up, so that what was just written is found.
    pub(crate) fn settle_for(&self, time: std::time::Duration) {
        let waiting = self.index().as_ref().map(Index::waiting);
        if let Some(waiting) = waiting {
            waiting.wait_for(time);
        }
    }

    /// `ok` when the index holds everything committed, else `behind`.
    pub fn index_state(&self) -> &'static str {
        if self.index().as_ref().is_some_and(Index::is_level) {
            "ok"
        } else {
            "behind"
        }
    }
}
