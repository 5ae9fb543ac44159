//! What comes in from outside: the clock, chance, and the name of this device.
//! Nothing below this line asks the machine for the time or for random bytes.

use breakwater_model::Instant;
use std::{path::PathBuf, sync::Arc};
use uuid::Builder;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> Instant;
}

/// Gives bytes nobody can foresee.
pub trait Chance: Send + Sync {
    /// Fills the slice.
    fn fill(&self, bytes: &mut [u8]);
}

/// Clock, chance and device.
#[derive(Clone)]
pub struct Host {
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Gives random bytes.
    pub chance: Arc<dyn Chance>,
    /// The device's name, as the audit log writes it.
    pub device: String,
    /// Folder for this machine's hints: which slot an officer opened last. Holds no secrets.
    pub hints: Option<PathBuf>,
}

impl Host {
    /// The present instant.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// Random bytes.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.chance.fill(&mut bytes);
        bytes
    }

    /// A new UUIDv7 of the present instant.
    pub fn uuid(&self) -> uuid::Uuid {
        self.uuid_of(&self.random::<10>())
    }

    fn uuid_of(&self, chance: &[u8; 10]) -> uuid::Uuid {
        let millis = u64::try_from(self.now().0).unwrap_or(0);
        Builder::from_unix_timestamp_millis(millis, chance).into_uuid()
    }
}

/// New ids for many records: the system is asked for random bytes once for some hundred of them.
#[derive(Default)]
pub(crate) struct Ids(Vec<[u8; 10]>);

impl Ids {
    const TOGETHER: usize = 256;

    /// A new UUIDv7 of the present instant.
    pub(crate) fn next(&mut self, host: &Host) -> uuid::Uuid {
        if self.0.is_empty() {
            let mut bytes = vec![0; Self::TOGETHER * 10];
            host.chance.fill(&mut bytes);
            self.0.extend(bytes.as_chunks().0);
        }
        let chance = self.0.pop().unwrap_or_else(|| host.random());
        host.uuid_of(&chance)
    }
}
