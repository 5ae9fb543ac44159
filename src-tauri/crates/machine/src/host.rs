//! The real clock and the real dice.

use crate::Folders;
use breakwater_casefile::{Chance, Clock, Host};
use breakwater_model::Instant;
use std::{process, sync::Arc};

struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        Instant(chrono::Utc::now().timestamp_millis())
    }
}

struct SystemChance;

impl Chance for SystemChance {
    /// Ends the program when the system has no random bytes: a key made without them protects nothing.
    fn fill(&self, bytes: &mut [u8]) {
        if getrandom::fill(bytes).is_err() {
            process::abort();
        }
    }
}

/// This machine's clock, chance and name; hints go to its configuration folder.
pub fn host(folders: &Folders) -> Host {
    Host {
        clock: Arc::new(SystemClock),
        chance: Arc::new(SystemChance),
        device: gethostname::gethostname().to_string_lossy().into_owned(),
        hints: Some(folders.config.join("hints")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_differs_and_time_is_after_the_release() {
        let host = host(&Folders::under("nowhere".as_ref()));
        assert_ne!(host.random::<32>(), host.random::<32>());
        assert!(host.now() > Instant::parse("2026-01-01T00:00:00Z").unwrap());
    }
}
