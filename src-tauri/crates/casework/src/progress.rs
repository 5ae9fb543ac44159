//! Progress of long work, and the wish to stop it.

/// Told how far long work has come; asked between items whether to go on.
pub trait Progress: Sync {
    /// So much is done of so much. `unit` is `rows`, `bytes`, `exhibits`.
    fn step(&self, done: u64, total: Option<u64>, unit: &'static str);
    /// True once the officer asked to stop.
    fn is_cancelled(&self) -> bool;
}

/// Tells nobody, never stops.
pub struct Quiet;

impl Progress for Quiet {
    fn step(&self, _done: u64, _total: Option<u64>, _unit: &'static str) {}
    fn is_cancelled(&self) -> bool {
        false
    }
}
