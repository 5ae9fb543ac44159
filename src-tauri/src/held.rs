//! What was read of files outside and is held until the case is locked: previews of imports, and hashes of screenshots.

use crate::commands::Answer;
use crate::error;
use breakwater_casework::checks::shots::Hashes;
use breakwater_casework::exchange::import::Preview;
use breakwater_model::ErrorCode;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What is held.
#[derive(Default)]
pub struct Held {
    previews: Mutex<HashMap<String, Arc<Preview>>>,
    shots: Mutex<Hashes>,
}

fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Held {
    /// Keeps a preview under a name.
    pub fn keep(&self, name: &str, preview: Preview) -> Arc<Preview> {
        let preview = Arc::new(preview);
        hold(&self.previews).insert(name.to_owned(), Arc::clone(&preview));
        preview
    }

    /// The preview of this name.
    ///
    /// # Errors
    /// *not-found* when it was forgotten.
    pub fn preview(&self, name: &str) -> Answer<Arc<Preview>> {
        hold(&self.previews).get(name).cloned().ok_or_else(|| {
            error::new(
                ErrorCode::NotFound,
                "This preview is no longer known: preview the file again.",
            )
        })
    }

    /// Forgets a preview.
    pub fn drop_preview(&self, name: &str) {
        hold(&self.previews).remove(name);
    }

    /// The hashes of the folder that was looked at last; whoever looks again waits for whoever looks now.
    pub fn shots(&self) -> MutexGuard<'_, Hashes> {
        hold(&self.shots)
    }

    /// Forgets everything. Never waits: what a look at a folder still works with, it forgets by itself.
    pub fn clear(&self) {
        hold(&self.previews).clear();
        if let Ok(mut shots) = self.shots.try_lock() {
            *shots = Hashes::default();
        }
    }
}
