//! The look at a spreadsheet that this window holds, if it holds one. It is no case: nothing but its own commands
//! reach it, and locking, idleness and the end of the program throw it away.

use crate::commands::Answer;
use crate::error;
use crate::outside::Event;
use crate::state::App;
use breakwater_casework::Result;
use breakwater_casework::check_up::CheckUp;
use breakwater_model::ErrorCode;
use serde_json::json;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Stands in the configuration folder from when a look was thrown away without the officer's word until the first
/// screen has said so. It is empty.
const NOTE: &str = "look-thrown-away";

/// The look, if there is one.
pub struct Look {
    held: Mutex<Option<Arc<CheckUp>>>,
    note: PathBuf,
}

impl Look {
    /// None yet; what a killed program left behind is swept.
    pub fn new(config: &std::path::Path) -> Self {
        let this = Self {
            held: Mutex::default(),
            note: config.join(NOTE),
        };
        if breakwater_casework::check_up::sweep() > 0 {
            this.note();
        }
        this
    }

    fn hold(&self) -> MutexGuard<'_, Option<Arc<CheckUp>>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Holds a look.
    pub fn begin(&self, looked: CheckUp) {
        *self.hold() = Some(Arc::new(looked));
    }

    /// True while there is one.
    pub fn is_held(&self) -> bool {
        self.hold().is_some()
    }

    /// The look.
    ///
    /// # Errors
    /// *not-found* when it was thrown away.
    pub fn get(&self) -> Answer<Arc<CheckUp>> {
        self.hold().clone().ok_or_else(|| {
            error::new(
                ErrorCode::NotFound,
                "This look at a spreadsheet was thrown away. The file is untouched: look at it again.",
            )
        })
    }

    /// Asks the look.
    ///
    /// # Errors
    /// *not-found* when it was thrown away, or whatever it fails with.
    pub fn ask<T>(&self, work: impl FnOnce(&CheckUp) -> Result<T>) -> Answer<T> {
        let looked = self.get()?;
        error::guard(|| work(&looked).map_err(|error| error::view(&error)))
    }

    /// Throws it away as the officer asked.
    pub fn end(&self) {
        let held = self.hold().take();
        drop(held);
    }

    /// Throws it away because nobody is there, the case is locked or the program ends; the next first screen says so.
    /// True if there was one.
    pub fn throw_away(&self) -> bool {
        let held = self.hold().take();
        let was_held = held.is_some();
        drop(held);
        if was_held {
            self.note();
        }
        was_held
    }

    /// True once after a look was thrown away.
    pub fn takes_note(&self) -> bool {
        fs::remove_file(&self.note).is_ok()
    }

    /// Not being able to say it later stops nothing.
    fn note(&self) {
        if let Some(folder) = self.note.parent() {
            let _ = fs::create_dir_all(folder);
        }
        let _ = fs::write(&self.note, "");
    }
}

impl App {
    /// Throws a look away because nobody is there, the case is locked or the program ends, and tells the page.
    pub fn throw_look_away(&self) {
        if self.look.throw_away() {
            self.outside.tell(Event::CheckUpEnded, json!({}));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use breakwater_casework::{Quiet, check_up};
    use breakwater_machine::Folders;

    fn looked(folder: &std::path::Path) -> CheckUp {
        let file = folder.join("list.csv");
        fs::write(&file, "handle,platform\nmade_up_pier,x\n").unwrap();
        let host = breakwater_machine::host(&Folders::under(folder));
        check_up::look_among(&host, &[file], folder, &Quiet).unwrap()
    }

    #[test]
    fn a_look_that_was_thrown_away_is_said_once_and_one_the_officer_ended_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let look = Look::new(&folder.path().join("config"));
        assert!(!look.throw_away() && !look.takes_note());
        look.begin(looked(folder.path()));
        look.end();
        assert!(look.get().is_err() && !look.takes_note());
        look.begin(looked(folder.path()));
        assert!(look.throw_away() && !look.is_held());
        assert!(look.takes_note() && !look.takes_note());
    }

    #[test]
    fn locking_and_idleness_throw_a_look_away_where_no_case_is_open() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::under(&folder.path().join("config"));
        let host = breakwater_machine::host(&folders);
        let outside = Box::<crate::state::tests::Listener>::default();
        let app = App::new(host, folders, outside, crate::Start::FirstScreen);
        for leave in [crate::autolock::save_then_lock, |app: &App| {
            assert_eq!(app.lock(), Ok(()));
        }] {
            app.look.begin(looked(folder.path()));
            leave(&app);
            assert!(!app.look.is_held() && app.look.takes_note());
        }
    }
}
