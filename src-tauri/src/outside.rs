//! What the shell reaches beyond the core: the window's page, native dialogs, the clipboard.

use crate::clipboard::Clipboard;
use crate::dialog;
use breakwater_model::ErrorView;
use breakwater_model::exchange::ChooseKind;
use serde_json::Value;
use std::path::PathBuf;
use tauri::{AppHandle, Emitter};

/// Something the page is told without having asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Long work goes on.
    Progress,
    /// The case is locked: everything of it leaves the page.
    SessionLocked,
    /// The case is about to lock: every field saves now.
    BeforeLock,
    /// The case locks in so many seconds.
    LockingSoon,
    /// Something of the case was written.
    CaseChanged,
    /// Files were dropped.
    Dropped,
    /// Files are held over the window, or no longer.
    DropHover,
    /// A look at a spreadsheet was thrown away.
    CheckUpEnded,
}

impl Event {
    /// The name the page listens to.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Progress => "progress",
            Self::SessionLocked => "session-locked",
            Self::BeforeLock => "before-lock",
            Self::LockingSoon => "locking-soon",
            Self::CaseChanged => "case-changed",
            Self::Dropped => "dropped",
            Self::DropHover => "drop-hover",
            Self::CheckUpEnded => "check-up-ended",
        }
    }
}

/// The way out of the shell; the real one is [`Desktop`].
pub trait Outside: Send + Sync {
    /// Tells the page.
    fn tell(&self, event: Event, payload: Value);
    /// Asks the officer for files or folders; empty if they changed their mind.
    fn ask(&self, kind: ChooseKind, suggested: Option<&str>) -> Result<Vec<PathBuf>, ErrorView>;
    /// Puts text on the clipboard.
    fn copy(&self, text: String) -> Result<(), ErrorView>;
    /// The picture on the clipboard, made into a PNG.
    fn pasted_picture(&self) -> Result<Vec<u8>, ErrorView>;
}

/// The desktop the window stands on.
pub struct Desktop {
    app: AppHandle,
    clipboard: Clipboard,
}

impl Desktop {
    /// The desktop of this program.
    pub fn new(app: AppHandle) -> Self {
        Self {
            app,
            clipboard: Clipboard::default(),
        }
    }
}

impl Outside for Desktop {
    fn tell(&self, event: Event, payload: Value) {
        if let Err(error) = self.app.emit(event.name(), payload) {
            crate::harden::say(&format!(
                "The page could not be told {}: {error}",
                event.name()
            ));
        }
    }

    fn ask(&self, kind: ChooseKind, suggested: Option<&str>) -> Result<Vec<PathBuf>, ErrorView> {
        #[cfg(feature = "testing")]
        if let Some(answer) = crate::testing::dialog(kind) {
            return answer;
        }
        Ok(dialog::ask(&self.app, kind, suggested))
    }

    fn copy(&self, text: String) -> Result<(), ErrorView> {
        self.clipboard.copy(text)
    }

    fn pasted_picture(&self) -> Result<Vec<u8>, ErrorView> {
        #[cfg(feature = "testing")]
        if let Some(picture) = crate::testing::clipboard_picture() {
            return picture;
        }
        self.clipboard.picture()
    }
}
