//! How much memory the work after the unlock took at its peak.

use std::fs;

/// Bytes in use when the case was unlocked, with the peak forgotten.
pub struct AtUnlock(Option<u64>);

impl AtUnlock {
    /// Forgets the peak of stretching the key. Only Linux tells; elsewhere the answer is zero.
    pub fn mark() -> Self {
        let _ = fs::write("/proc/self/clear_refs", "5");
        Self(status("VmRSS:"))
    }

    /// The peak since, beyond what was in use then, in bytes.
    pub fn peak_since(&self) -> u64 {
        match (self.0, status("VmHWM:")) {
            (Some(before), Some(peak)) => peak.saturating_sub(before),
            _ => 0,
        }
    }
}

fn status(name: &str) -> Option<u64> {
    let text = fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace()
        .next()?
        .parse::<u64>()
        .ok()
        .map(|kib| kib * 1024)
}
