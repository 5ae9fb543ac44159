//! Holds that a decoder which has been taken over can do nothing: every probe does in a process of
//! its own what such a decoder would do, once with its rights, where it must succeed, and once
//! after giving them up, where it must not.

use breakwater_decoder::give_up_rights;
use libtest_mimic::{Arguments, Failed, Trial};
use std::fs::File;
use std::io::{self, Read, Write};
use std::net::TcpListener;
use std::process::{Command, ExitCode, ExitStatus, Stdio};

const PROBE: &str = "--probe";
const CONFINED: &str = "--confined";

/// Given a file that was opened while that was still allowed.
type Probe = fn(&mut File) -> io::Result<()>;

/// What a probe is called, what it does, and how it is kept from it.
const PROBES: [(&str, Probe, Kept); 8] = [
    ("opening_a_file", open_file, Kept::Ended),
    ("listing_a_folder", list_folder, Kept::Ended),
    ("writing_a_file", write_file, Kept::Ended),
    ("reading_a_file_left_open", read_left_open, Kept::Ended),
    ("talking_to_the_network", use_network, Kept::Ended),
    ("starting_a_program", start_program, Kept::Ended),
    ("starting_a_thread", start_thread, Kept::Ended),
    ("taking_two_gibibytes", take_memory, Kept::Refused),
];

#[derive(Clone, Copy)]
enum Kept {
    /// The system ends the process.
    Ended,
    /// The call fails and the process lives.
    Refused,
}

fn open_file(_: &mut File) -> io::Result<()> {
    File::open(std::env::current_exe()?).map(drop)
}

fn list_folder(_: &mut File) -> io::Result<()> {
    std::fs::read_dir("/").map(drop)
}

fn write_file(_: &mut File) -> io::Result<()> {
    tempfile::tempfile()?.write_all(b"evidence")
}

fn read_left_open(left_open: &mut File) -> io::Result<()> {
    left_open.read_exact(&mut [0; 4])
}

fn use_network(_: &mut File) -> io::Result<()> {
    TcpListener::bind("127.0.0.1:0").map(drop)
}

fn start_program(_: &mut File) -> io::Result<()> {
    Command::new(std::env::current_exe()?)
        .arg("--list")
        .stdout(Stdio::null())
        .status()
        .map(drop)
}

fn start_thread(_: &mut File) -> io::Result<()> {
    std::thread::Builder::new()
        .spawn(|| ())?
        .join()
        .map_err(|_| io::ErrorKind::Other.into())
}

fn take_memory(_: &mut File) -> io::Result<()> {
    let mut bytes = Vec::<u8>::new();
    bytes
        .try_reserve_exact(2 << 30)
        .map_err(|_| io::ErrorKind::OutOfMemory.into())
}

/// Does what `name` says and ends telling how it went: 0 done, 1 refused, 2 not even tried.
/// Ends at once, since closing the file is a right that is gone.
fn act(name: &str, is_confined: bool) -> ! {
    let probe = PROBES.iter().find(|(probe, _, _)| *probe == name);
    let left_open = std::env::current_exe().and_then(File::open);
    let (Some((_, probe, _)), Ok(mut left_open)) = (probe, left_open) else {
        std::process::exit(2);
    };
    if is_confined && give_up_rights().is_err() {
        std::process::exit(2);
    }
    let code = i32::from(probe(&mut left_open).is_err());
    std::process::exit(code)
}

fn run(name: &str, more: &[&str]) -> Result<ExitStatus, Failed> {
    let program = std::env::current_exe()?;
    Ok(Command::new(program)
        .args([PROBE, name])
        .args(more)
        .stderr(Stdio::null())
        .status()?)
}

fn check(name: &str, kept: Kept) -> Result<(), Failed> {
    let free = run(name, &[])?;
    if !free.success() {
        return Err(format!("with its rights the probe must succeed, not end with {free}").into());
    }
    let confined = run(name, &[CONFINED])?;
    let is_kept = match kept {
        Kept::Refused => confined.code() == Some(1),
        Kept::Ended => is_ended_by_filter(confined),
    };
    if is_kept {
        Ok(())
    } else {
        Err(format!("confined it ended with {confined}").into())
    }
}

#[cfg(target_os = "linux")]
fn is_ended_by_filter(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    status.signal() == Some(libc::SIGSYS)
}

#[cfg(not(target_os = "linux"))]
fn is_ended_by_filter(status: ExitStatus) -> bool {
    !status.success()
}

/// The probes whose answer this system promises; see `breakwater_decoder::give_up_rights`.
fn promised(kept: Kept) -> bool {
    match kept {
        Kept::Ended => cfg!(target_os = "linux"),
        Kept::Refused => cfg!(all(unix, not(target_os = "macos"))),
    }
}

fn main() -> ExitCode {
    let given: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, name, more @ ..] = given.as_slice()
        && flag == PROBE
    {
        act(name, more.iter().any(|word| word == CONFINED));
    }
    let trials = PROBES
        .into_iter()
        .filter(|(_, _, kept)| promised(*kept))
        .map(|(name, _, kept)| {
            Trial::test(format!("confined_decoder_is_kept_from_{name}"), move || {
                check(name, kept)
            })
        })
        .collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}
