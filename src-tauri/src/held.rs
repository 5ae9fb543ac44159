//! What was read of files outside and is held until the case is locked: previews of imports and of answer sheets, and
//! hashes of screenshots.

use crate::commands::Answer;
use crate::error;
use breakwater_casework::checks::shots::Hashes;
use breakwater_casework::exchange::import;
use breakwater_casework::outcomes::take;
use breakwater_model::ErrorCode;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What is held.
#[derive(Default)]
pub struct Held {
    /// Previews of files of accounts.
    pub accounts: Previews<import::Preview>,
    /// Previews of answer sheets.
    pub outcomes: Previews<take::Preview>,
    shots: Mutex<Arc<Mutex<Hashes>>>,
}

/// Previews by name.
pub struct Previews<T>(Mutex<HashMap<String, Arc<T>>>);

impl<T> Default for Previews<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<T> Previews<T> {
    /// Keeps a preview under a name.
    pub fn keep(&self, name: &str, preview: T) -> Arc<T> {
        let preview = Arc::new(preview);
        hold(&self.0).insert(name.to_owned(), Arc::clone(&preview));
        preview
    }

    /// The preview of this name.
    ///
    /// # Errors
    /// *not-found* when it was forgotten.
    pub fn named(&self, name: &str) -> Answer<Arc<T>> {
        hold(&self.0).get(name).cloned().ok_or_else(|| {
            error::new(
                ErrorCode::NotFound,
                "This preview is no longer known: preview the file again.",
            )
        })
    }
}

impl Held {
    /// Forgets a preview.
    pub fn drop_preview(&self, name: &str) {
        hold(&self.accounts.0).remove(name);
        hold(&self.outcomes.0).remove(name);
    }

    /// The hashes of the folder that was looked at last; whoever looks again waits for whoever looks now.
    pub fn shots(&self) -> Arc<Mutex<Hashes>> {
        Arc::clone(&hold(&self.shots))
    }

    /// Forgets everything. Never waits: a look at a folder that still goes on keeps its hashes to itself, and they end
    /// with it.
    pub fn clear(&self) {
        hold(&self.accounts.0).clear();
        hold(&self.outcomes.0).clear();
        *hold(&self.shots) = Arc::default();
    }
}
