//! Giving up every right that decoding does not need.
//!
//! | System | What holds after [`give_up_rights`] |
//! |---|---|
//! | Linux | landlock: no path can be opened, no network reached (as far as the kernel knows landlock); seccomp: any system call but reading standard input, writing standard output and handling memory that is not executable ends the process; the limits of the next row; no core dump, no tracing |
//! | other Unix | weaker: limits of memory (not on macOS), processor time, files, processes and core dumps. No file can be opened since no descriptor is left, but a decoder that is taken over could still talk to what it had open |
//! | Windows | weakest: none beyond the parent's time limit and the empty environment; a file that takes over the decoder acts with the officer's rights |

#[cfg(target_os = "linux")]
mod linux;

/// Proof that the rights are gone.
#[derive(Debug)]
pub struct Confined(());

/// The system did not take the rights away; nothing may be decoded.
#[derive(Debug, thiserror::Error)]
pub enum Unconfined {
    /// A limit of the process was refused.
    #[cfg(unix)]
    #[error("limits: {0}")]
    Limits(#[from] rustix::io::Errno),
    /// Landlock is there and failed.
    #[cfg(target_os = "linux")]
    #[error("landlock: {0}")]
    Landlock(#[from] landlock::RulesetError),
    /// The filter of system calls could not be built for this processor, or was refused.
    #[cfg(target_os = "linux")]
    #[error("seccomp: {0}")]
    Seccomp(String),
}

/// Gives up all rights but those to decode, for the whole process and for good.
///
/// What that means differs by system, see the module. To be called from the first thread before
/// there is another.
///
/// # Errors
/// Where a right could not be given up that this system lets one give up.
pub fn give_up_rights() -> Result<Confined, Unconfined> {
    #[cfg(target_os = "linux")]
    linux::close_paths()?;
    #[cfg(unix)]
    set_limits()?;
    #[cfg(target_os = "linux")]
    linux::filter_calls()?;
    Ok(Confined(()))
}

/// One gibibyte of memory, ten minutes of processor time in all, no written file, no further
/// descriptor, no process, no core dump.
#[cfg(unix)]
fn set_limits() -> Result<(), Unconfined> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    #[cfg(not(target_os = "macos"))]
    const MEMORY: u64 = 1024 * 1024 * 1024;
    const SECONDS: u64 = 600;
    let at_most = |most| Rlimit {
        current: Some(most),
        maximum: Some(most),
    };
    for (resource, most) in [
        (Resource::Core, 0),
        (Resource::Fsize, 0),
        (Resource::Nproc, 0),
        (Resource::Memlock, 0),
        (Resource::Cpu, SECONDS),
        (Resource::Nofile, 0),
    ] {
        setrlimit(resource, at_most(most))?;
    }
    // macOS knows this limit and refuses to set it below what the system's libraries map.
    #[cfg(not(target_os = "macos"))]
    setrlimit(Resource::As, at_most(MEMORY))?;
    Ok(())
}
