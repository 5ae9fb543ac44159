//! What is done before the first key can be in memory. Nothing of the process
//! reaches a disk: no core dump, no words of the case in a crash report.

use std::io::Write;
use std::panic;

/// Switches off core dumps, and keeps panics from printing values.
pub fn harden() {
    forbid_dumps();
    panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map_or_else(String::new, ToString::to_string);
        say(&format!("A fault of the program at {place}"));
    }));
}

/// Says one line on standard error; used where there is no window to say it.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

#[cfg(unix)]
fn forbid_dumps() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    if let Err(error) = setrlimit(
        Resource::Core,
        Rlimit {
            current: Some(0),
            maximum: Some(0),
        },
    ) {
        say(&format!("Core dumps could not be switched off: {error}"));
    }
    #[cfg(target_os = "linux")]
    if let Err(error) =
        rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable)
    {
        say(&format!(
            "Other programs of this account can read this one's memory: {error}"
        ));
    }
}

/// Windows writes a dump only where a machine is set up to; that is the unit's policy, not ours.
#[cfg(not(unix))]
const fn forbid_dumps() {}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use rustix::process::{DumpableBehavior, Resource, dumpable_behavior, getrlimit};

    #[test]
    fn no_core_is_ever_dumped() {
        super::forbid_dumps();
        assert_eq!(getrlimit(Resource::Core).current, Some(0));
        assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
    }
}
