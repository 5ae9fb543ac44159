//! A host for tests: a clock that only moves when told, chance from the system.

use crate::Host;
use crate::host::{Chance, Clock};
use breakwater_model::Instant;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock that ticks one second each time it is asked.
pub struct Ticking(pub AtomicI64);

impl Clock for Ticking {
    fn now(&self) -> Instant {
        Instant(self.0.fetch_add(1_000, Ordering::SeqCst))
    }
}

/// The system's chance.
pub struct Dice;

impl Chance for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).unwrap();
    }
}

/// A host whose clock begins on 23 November 2026 at nine.
pub fn host() -> Host {
    Host {
        clock: Arc::new(Ticking(AtomicI64::new(1_795_424_400_000))),
        chance: Arc::new(Dice),
        device: "test".into(),
        hints: None,
    }
}
