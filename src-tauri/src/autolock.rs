//! Locks the case when nobody is there, or when the machine has slept.

use crate::outside::Event;
use crate::state::App;
use serde_json::json;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant, SystemTime};
use tauri::{AppHandle, Manager};

const TICK: Duration = Duration::from_secs(1);
/// So much earlier the page is told.
const WARNING: Duration = Duration::from_mins(1);
/// The page's time to save its fields before the keys go.
const TO_SAVE: Duration = Duration::from_secs(1);
/// A tick that took so much longer by the wall clock than by the running one: the machine slept.
const SLEPT: Duration = Duration::from_secs(30);

/// How long nobody has been there.
pub struct Idle(Mutex<Since>);

struct Since {
    last: Instant,
    limit: Duration,
}

impl Default for Idle {
    fn default() -> Self {
        Self(Mutex::new(Since {
            last: Instant::now(),
            limit: Duration::from_mins(10),
        }))
    }
}

impl Idle {
    /// Somebody is there.
    pub fn touch(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).last = Instant::now();
    }

    /// From now on so many minutes, at least one.
    pub fn limit(&self, minutes: u8) {
        let mut since = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        since.limit = Duration::from_secs(60 * u64::from(minutes.max(1)));
        since.last = Instant::now();
    }

    /// Time left at `now`; zero when it is over.
    pub fn left(&self, now: Instant) -> Duration {
        let since = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        since
            .limit
            .saturating_sub(now.saturating_duration_since(since.last))
    }

    /// Whole seconds left, said only in the last minute.
    pub fn seconds_left(&self) -> Option<u32> {
        let left = self.left(Instant::now());
        (left <= WARNING).then(|| u32::try_from(left.as_secs()).unwrap_or(0))
    }
}

/// Watches until the program ends.
pub fn start(app: AppHandle) {
    thread::spawn(move || {
        loop {
            let (running, wall) = (Instant::now(), SystemTime::now());
            thread::park_timeout(TICK);
            let has_slept = has_slept(running.elapsed(), wall.elapsed().unwrap_or_default());
            tick(&app.state::<App>(), has_slept);
        }
    });
}

fn has_slept(running: Duration, wall: Duration) -> bool {
    wall > running + SLEPT
}

fn tick(app: &App, has_slept: bool) {
    if !app.is_open() && !app.look.is_held() {
        return;
    }
    if app.jobs.are_running() && !has_slept {
        app.idle.touch();
    }
    let left = app.idle.left(Instant::now());
    if has_slept || left.is_zero() {
        save_then_lock(app);
    } else if left <= WARNING {
        app.outside
            .tell(Event::LockingSoon, json!({ "seconds": left.as_secs() }));
    }
}

/// Tells the page to save what is typed, gives it a second, locks.
pub fn save_then_lock(app: &App) {
    if !app.is_open() {
        app.throw_look_away();
        return;
    }
    app.outside.tell(Event::BeforeLock, json!({}));
    thread::park_timeout(TO_SAVE);
    if let Err(error) = app.lock() {
        crate::harden::say(&error.message);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn idle_time_runs_from_the_last_touch() {
        let idle = Idle::default();
        idle.limit(2);
        let now = Instant::now();
        assert!(idle.left(now) > Duration::from_secs(100));
        assert!(idle.left(now + Duration::from_secs(90)) <= Duration::from_secs(30));
        assert_eq!(idle.left(now + Duration::from_mins(3)), Duration::ZERO);
        assert_eq!(idle.seconds_left(), None);
    }

    #[test]
    fn idle_lock_cannot_be_set_to_never() {
        let idle = Idle::default();
        idle.limit(0);
        assert!(
            idle.left(Instant::now() + Duration::from_secs(61))
                .is_zero()
        );
    }

    #[test]
    fn sleep_is_told_from_a_slow_tick() {
        assert!(has_slept(Duration::from_secs(1), Duration::from_mins(10)));
        assert!(!has_slept(Duration::from_secs(20), Duration::from_secs(21)));
    }
}
