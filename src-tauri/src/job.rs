//! Long work under a name the page gave it: told at most ten times a second, and stopped on request.

use crate::outside::{Event, Outside};
use breakwater_casework::Progress;
use breakwater_model::exchange::ProgressView;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

const BETWEEN: Duration = Duration::from_millis(100);

/// The jobs that are running.
#[derive(Default)]
pub struct Jobs(Mutex<HashMap<String, Arc<AtomicBool>>>);

impl Jobs {
    fn map(&self) -> MutexGuard<'_, HashMap<String, Arc<AtomicBool>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins a job; it is over when the answer is dropped.
    pub fn begin<'a>(
        &'a self,
        outside: &'a dyn Outside,
        name: &str,
        what: &'static str,
    ) -> Job<'a> {
        let stop = Arc::new(AtomicBool::new(false));
        self.map().insert(name.to_owned(), Arc::clone(&stop));
        let begun = Instant::now();
        Job {
            jobs: self,
            outside,
            name: name.to_owned(),
            what,
            stop,
            begun,
            told: Mutex::new(None),
        }
    }

    /// Asks one job to stop; nothing happens if it is over.
    pub fn cancel(&self, name: &str) {
        if let Some(stop) = self.map().get(name) {
            stop.store(true, Ordering::SeqCst);
        }
    }

    /// Asks all jobs to stop.
    pub fn cancel_all(&self) {
        for stop in self.map().values() {
            stop.store(true, Ordering::SeqCst);
        }
    }

    /// True while long work runs: the officer waits for it, so the case does not lock itself.
    pub fn are_running(&self) -> bool {
        !self.map().is_empty()
    }
}

/// One job.
pub struct Job<'a> {
    jobs: &'a Jobs,
    outside: &'a dyn Outside,
    name: String,
    what: &'static str,
    stop: Arc<AtomicBool>,
    begun: Instant,
    told: Mutex<Option<Instant>>,
}

impl Job<'_> {
    /// True if the page is to be told now: the first step, the last, and one each tenth of a second.
    fn is_due(&self, done: u64, total: Option<u64>) -> bool {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let is_due = total == Some(done) || told.is_none_or(|told| told.elapsed() >= BETWEEN);
        if is_due {
            *told = Some(Instant::now());
        }
        is_due
    }
}

impl Progress for Job<'_> {
    fn step(&self, done: u64, total: Option<u64>, unit: &'static str) {
        if !self.is_due(done, total) {
            return;
        }
        let view = ProgressView {
            job: self.name.clone(),
            what: self.what.to_owned(),
            done: done.to_string(),
            total: total.map(|total| total.to_string()),
            unit: unit.to_owned(),
            elapsed_ms: u32::try_from(self.begun.elapsed().as_millis()).unwrap_or(u32::MAX),
        };
        if let Ok(payload) = serde_json::to_value(view) {
            self.outside.tell(Event::Progress, payload);
        }
    }

    fn is_cancelled(&self) -> bool {
        self.stop.load(Ordering::SeqCst)
    }
}

impl Drop for Job<'_> {
    fn drop(&mut self) {
        let mut map = self.jobs.map();
        if map
            .get(&self.name)
            .is_some_and(|stop| Arc::ptr_eq(stop, &self.stop))
        {
            map.remove(&self.name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::tests::Listener;

    #[test]
    fn progress_is_told_first_last_and_not_for_every_row() {
        let (jobs, listener) = (Jobs::default(), Listener::default());
        let job = jobs.begin(&listener, "j", "Importing");
        for done in 0..=100_000 {
            job.step(done, Some(100_000), "rows");
        }
        let told = listener.told(Event::Progress);
        assert!(told.len() < 1_000, "{} told", told.len());
        assert_eq!(told.first().unwrap()["done"], "0");
        assert_eq!(told.last().unwrap()["done"], "100000");
    }

    #[test]
    fn cancelling_stops_the_named_job_and_no_other() {
        let (jobs, listener) = (Jobs::default(), Listener::default());
        let (one, other) = (
            jobs.begin(&listener, "1", "a"),
            jobs.begin(&listener, "2", "b"),
        );
        jobs.cancel("1");
        jobs.cancel("nobody");
        assert!(one.is_cancelled() && !other.is_cancelled());
        drop((one, other));
        assert!(!jobs.are_running());
    }
}
