//! What the shell holds between commands: the open session, chosen paths, pending work.
//!
//! Invariant: after [`App::lock`] nothing of a case is held here, and every
//! command that needs one answers *locked*.

use crate::Start;
use crate::autolock::Idle;
use crate::chosen::{Chosen, Way};
use crate::commands::Answer;
use crate::error;
use crate::held::Held;
use crate::job::Jobs;
use crate::leaving::{lock_when_alone, still_held};
use crate::look::Look;
use crate::outside::{Event, Outside};
use crate::recent::{Recent, RecentCase};
use breakwater_casework::case::create::PendingCase;
use breakwater_casework::{Host, Progress, Result, Session, case, screen};
use breakwater_machine::{Folders, Policy};
use breakwater_model::case::{RecentCaseView, SessionView};
use breakwater_model::exchange::{ChooseKind, ChosenView};
use breakwater_model::{ErrorCode, ErrorView};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long lock waits for commands that still hold the session before it says that keys are still held.
const TO_LET_GO: Duration = Duration::from_secs(10);

/// The shell's state.
pub struct App {
    /// Clock, chance, device.
    pub host: Host,
    /// Folders of this account.
    pub folders: Folders,
    /// The page, dialogs, the clipboard.
    pub outside: Box<dyn Outside>,
    /// Long work.
    pub jobs: Jobs,
    /// When somebody was last there.
    pub idle: Idle,
    /// The look at a spreadsheet.
    pub look: Look,
    /// What was read of files outside.
    pub held: Held,
    open: Mutex<Option<Open>>,
    chosen: Mutex<Chosen>,
    recent: Mutex<Recent>,
    pending: Mutex<Option<Pending>>,
    last_locked: Mutex<Option<PathBuf>>,
    /// A session that commands still hold, until it is locked.
    leaving: Mutex<Option<Receiver<Answer<()>>>>,
    wants_demonstration: AtomicBool,
}

struct Open {
    session: Arc<Session>,
    path: PathBuf,
}

/// A new case that is not yet on disk.
struct Pending {
    case: PendingCase,
    path: PathBuf,
}

fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl App {
    /// A shell with no case open.
    pub fn new(host: Host, folders: Folders, outside: Box<dyn Outside>, start: Start) -> Self {
        let recent = Recent::read(folders.config.clone());
        let look = Look::new(&folders.config);
        Self {
            host,
            folders,
            outside,
            jobs: Jobs::default(),
            idle: Idle::default(),
            look,
            held: Held::default(),
            open: Mutex::default(),
            chosen: Mutex::default(),
            recent: Mutex::new(recent),
            pending: Mutex::default(),
            last_locked: Mutex::default(),
            leaving: Mutex::default(),
            wants_demonstration: AtomicBool::new(start == Start::Demonstration),
        }
    }

    /// The open session.
    ///
    /// # Errors
    /// *locked* when there is none.
    pub fn session(&self) -> Answer<Arc<Session>> {
        hold(&self.open)
            .as_ref()
            .map(|open| Arc::clone(&open.session))
            .ok_or_else(error::locked)
    }

    /// True while a case is unlocked.
    pub fn is_open(&self) -> bool {
        hold(&self.open).is_some()
    }

    /// Asks a use case that changes nothing the page shows.
    ///
    /// # Errors
    /// *locked*, or whatever the use case refuses with.
    pub fn ask<T>(&self, work: impl FnOnce(&Session) -> Result<T>) -> Answer<T> {
        let session = self.session()?;
        error::guard(|| work(&session).map_err(|error| error::view(&error)))
    }

    /// Asks a use case that writes, and tells the page that `what` changed.
    ///
    /// # Errors
    /// *locked*, or whatever the use case refuses with.
    pub fn write<T>(
        &self,
        what: &'static str,
        work: impl FnOnce(&Session) -> Result<T>,
    ) -> Answer<T> {
        let done = self.ask(work)?;
        self.outside
            .tell(Event::CaseChanged, json!({ "what": what }));
        Ok(done)
    }

    /// Asks a use case that takes long, with progress under `job`.
    ///
    /// # Errors
    /// *locked*, or whatever the use case refuses with.
    pub fn work<T>(
        &self,
        job: &str,
        what: &'static str,
        work: impl FnOnce(&Session, &dyn Progress) -> Result<T>,
    ) -> Answer<T> {
        let job = self.jobs.begin(&*self.outside, job, what);
        self.ask(|session| work(session, &job))
    }

    /// Like [`App::work`], and tells the page that `what` changed.
    ///
    /// # Errors
    /// *locked*, or whatever the use case refuses with.
    pub fn write_long<T>(
        &self,
        job: &str,
        (doing, what): (&'static str, &'static str),
        work: impl FnOnce(&Session, &dyn Progress) -> Result<T>,
    ) -> Answer<T> {
        let done = self.work(job, doing, work);
        self.outside
            .tell(Event::CaseChanged, json!({ "what": what }));
        done
    }

    /// Makes `session` the open one and puts its case among the recent ones.
    ///
    /// # Errors
    /// The case cannot be described.
    pub fn opened(&self, session: Session, path: PathBuf) -> Answer<SessionView> {
        let settings = screen::settings::read(&session).map_err(|error| error::view(&error))?;
        let view = case::describe::session(&session).map_err(|error| error::view(&error))?;
        self.idle.limit(settings.idle_minutes);
        self.seen_in(&settings.theme);
        if !view.is_demonstration {
            say_unkept(hold(&self.recent).opened(&path, self.token(), self.host.now()));
        }
        let before = hold(&self.open).replace(Open {
            session: Arc::new(session),
            path,
        });
        drop(before);
        self.wants_demonstration.store(false, Ordering::SeqCst);
        Ok(view)
    }

    /// Opens the case at `path`; a case that is open in this window is locked first.
    ///
    /// # Errors
    /// Whatever keeps the case from opening.
    pub fn open_with(
        &self,
        path: PathBuf,
        open: impl FnOnce(&Host, &Path) -> Result<Session>,
    ) -> Answer<SessionView> {
        self.lock()?;
        error::guard(|| {
            let session = open(&self.host, &path).map_err(|error| error::view(&error))?;
            self.opened(session, path)
        })
    }

    /// Locks: keys and page are gone, running work is asked to stop. Nothing happens if no case is open;
    /// a lock that is under way is waited for, so that the case can be opened again at once.
    ///
    /// # Errors
    /// Work that is not over yet still holds the keys: the page is gone, and the case locks when it lets go. The end
    /// of the audit log could not be written beside the case.
    pub fn lock(&self) -> Answer<()> {
        self.lock_within(TO_LET_GO)
    }

    fn lock_within(&self, patience: Duration) -> Answer<()> {
        self.throw_look_away();
        let mut leaving = hold(&self.leaving);
        let taken = hold(&self.open).take();
        if let Some(open) = taken {
            self.jobs.cancel_all();
            self.held.clear();
            hold(&self.chosen).clear();
            *hold(&self.last_locked) = Some(open.path);
            self.outside.tell(Event::SessionLocked, json!({}));
            *leaving = Some(lock_when_alone(open.session));
        }
        let Some(outcome) = &*leaving else {
            return Ok(());
        };
        let locked = match outcome.recv_timeout(patience) {
            Ok(locked) => locked,
            Err(RecvTimeoutError::Timeout) => return Err(still_held()),
            Err(RecvTimeoutError::Disconnected) => Err(error::new(
                ErrorCode::Internal,
                "The end of the audit log could not be written. Open the case again to have it written.",
            )),
        };
        *leaving = None;
        locked
    }

    /// The unit's policy.
    ///
    /// # Errors
    /// There is one and it cannot be followed.
    pub fn policy(&self) -> Answer<Option<Policy>> {
        Policy::read(&self.folders.policy).map_err(|error| error.view(error::incident()))
    }

    /// True once: the program was started to show the demonstration case.
    pub fn takes_demonstration(&self) -> bool {
        self.wants_demonstration.swap(false, Ordering::SeqCst)
    }

    /// A token nobody can guess.
    pub fn token(&self) -> String {
        format!("{:032x}", u128::from_be_bytes(self.host.random()))
    }

    /// Keeps paths the officer gave and tells their tokens.
    pub fn keep(&self, way: Way, paths: Vec<PathBuf>) -> Vec<ChosenView> {
        let mut chosen = hold(&self.chosen);
        paths
            .into_iter()
            .map(|path| chosen.keep(self.token(), way, path))
            .collect()
    }

    /// The path chosen under `token` for this purpose.
    ///
    /// # Errors
    /// *not-found* when it is not known.
    pub fn path(&self, token: &str, kind: ChooseKind) -> Answer<PathBuf> {
        hold(&self.chosen).path(token, kind)
    }

    /// The case under `token`: a chosen folder, or a recent case.
    ///
    /// # Errors
    /// *not-found* when it is neither.
    pub fn case_path(&self, token: &str) -> Answer<PathBuf> {
        match hold(&self.recent).path(token) {
            Some(path) => Ok(path),
            None => self.path(token, ChooseKind::OpenCase),
        }
    }

    /// Recent cases, and the one this window locked last.
    pub fn recent(&self) -> (Vec<RecentCaseView>, Option<RecentCaseView>) {
        let recent = hold(&self.recent);
        let locked = hold(&self.last_locked);
        let locked = locked
            .as_ref()
            .and_then(|path| recent.at(path))
            .map(RecentCase::view);
        (recent.view(), locked)
    }

    /// The colours the window was seen in last.
    pub fn theme(&self) -> Option<String> {
        hold(&self.recent).theme().map(str::to_owned)
    }

    /// Keeps the colours for the screens before a case is open.
    pub fn seen_in(&self, theme: &str) {
        say_unkept(hold(&self.recent).seen_in(theme));
    }

    /// Takes a case from the recent ones.
    ///
    /// # Errors
    /// The list cannot be written.
    pub fn forget(&self, token: &str) -> Answer<()> {
        hold(&self.recent).forget(token).map_err(|error| {
            error::new(ErrorCode::Io, format!("The list of recent cases: {error}"))
        })
    }

    /// Keeps a case that waits for its recovery key to be typed back.
    pub fn begin(&self, case: PendingCase, path: PathBuf) {
        *hold(&self.pending) = Some(Pending { case, path });
    }

    /// Forgets it again.
    pub fn abandon(&self) {
        hold(&self.pending).take();
    }

    /// The pending case's recovery file.
    ///
    /// # Errors
    /// *not-found* when no case was begun.
    pub fn recovery_file(&self) -> Answer<String> {
        hold(&self.pending)
            .as_ref()
            .map(|pending| pending.case.recovery_file())
            .ok_or_else(none_begun)
    }

    /// Writes the pending case if `typed` is the end of its recovery key; it stays pending if not.
    ///
    /// # Errors
    /// *not-found* when no case was begun, or whatever keeps it from being written.
    pub fn confirm(&self, typed: &str) -> Answer<SessionView> {
        let Pending { case, path } = hold(&self.pending).take().ok_or_else(none_begun)?;
        match case.commit(typed) {
            Ok(session) => self.opened(session, path),
            Err((case, error)) => {
                self.begin(*case, path);
                Err(error::view(&error))
            }
        }
    }
}

/// The list is a convenience: work goes on without it.
fn say_unkept(kept: std::io::Result<()>) {
    if let Err(error) = kept {
        crate::harden::say(&format!(
            "The list of recent cases could not be kept: {error}"
        ));
    }
}

fn none_begun() -> ErrorView {
    error::new(
        ErrorCode::NotFound,
        "No new case was begun, or it was given up: begin again.",
    )
}

#[cfg(test)]
#[path = "state_test.rs"]
pub(crate) mod tests;
