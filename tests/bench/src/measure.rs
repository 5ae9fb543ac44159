//! Running a program several times, and keeping what it took.

use crate::table::{Row, Table};
use breakwater_casework::Session;
use breakwater_casework::case::open::open;
use breakwater_machine::Folders;
use std::fmt::Display;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Why measuring broke off, in words.
pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

const PASSPHRASE: &str = "quiet-harbour-lantern-53";

/// Writes a line on standard error; standard output holds the table alone.
pub fn say(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// One run of measuring: the programs, a folder for what is written, the table.
pub struct Bench {
    programs: PathBuf,
    folder: tempfile::TempDir,
    runs: usize,
    table: Table,
}

impl Bench {
    /// Finds the programs and makes a folder of its own below `work`.
    pub fn begin(programs: &Path, work: &Path, runs: usize) -> Result<Self> {
        let programs = fs::canonicalize(programs)?;
        if !programs.join("breakwaterctl").exists() {
            return Err(format!("there is no breakwaterctl in {}", programs.display()).into());
        }
        let bench = Self {
            programs,
            folder: tempfile::Builder::new().prefix("bench-").tempdir_in(work)?,
            runs,
            table: Table::default(),
        };
        fs::write(bench.path("passphrase"), PASSPHRASE)?;
        Ok(bench)
    }

    /// Opens a case as the window does.
    pub fn open(case: &Path) -> Result<Session> {
        let host = breakwater_machine::host(&Folders::of_this_account());
        Ok(open(&host, case, PASSPHRASE, None)?)
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// How often each thing is done.
    pub const fn runs(&self) -> usize {
        self.runs
    }

    /// `breakwaterctl --json` with the passphrase and these words.
    pub fn ctl(&self, words: &[&dyn AsRef<std::ffi::OsStr>]) -> Command {
        let mut command = Command::new(self.programs.join("breakwaterctl"));
        command
            .arg("--json")
            .arg("--passphrase-file")
            .arg(self.path("passphrase"));
        for word in words {
            command.arg(word);
        }
        command
    }

    /// Makes an empty case called `name`, in place of one that was there.
    pub fn case(&self, name: &str) -> Result<PathBuf> {
        let place = self.path(name);
        let recovery = self.path(&format!("{name}.recovery"));
        if place.exists() {
            fs::remove_dir_all(&place)?;
        }
        if recovery.exists() {
            fs::remove_file(&recovery)?;
        }
        json_of(self.ctl(&[
            &"new",
            &place,
            &"--title",
            &"bench",
            &"--reference",
            &"bench",
            &"--officer-name",
            &"B",
            &"--officer-id",
            &"1",
            &"--recovery-file",
            &recovery,
        ]))?;
        Ok(place)
    }

    /// Seconds that the stretching of a key takes here: apart from every other figure.
    pub fn unlock(&self, case: &Path) -> Result<f64> {
        let mut times = Vec::new();
        for _ in 0..self.runs {
            let begun = Instant::now();
            json_lines(self.ctl(&[&"audit", &case, &"--since", &"1000000000"]))?;
            times.push(begun.elapsed().as_secs_f64());
        }
        Ok(median(&mut times))
    }

    /// Puts a line into the table.
    pub fn row(&mut self, row: Row) {
        say(&format!("   {}: {}", row.work, row.ours));
        self.table.push(row);
    }

    /// Prints the table.
    pub fn print(&self) {
        let _ = writeln!(std::io::stdout(), "{}", self.table);
    }
}

/// The middle of several figures.
pub fn median(figures: &mut [f64]) -> f64 {
    figures.sort_by(f64::total_cmp);
    let middle = figures.len() / 2;
    match (figures.get(middle), figures.len() % 2) {
        (Some(one), 1) => *one,
        (Some(one), _) => f64::midpoint(*one, figures.get(middle - 1).copied().unwrap_or(*one)),
        (None, _) => 0.0,
    }
}

/// The figure below which 95 of 100 lie.
pub fn p95(figures: &mut [f64]) -> f64 {
    figures.sort_by(f64::total_cmp);
    let at = (figures.len() * 95).div_ceil(100).saturating_sub(1);
    figures.get(at).copied().unwrap_or_default()
}

/// Runs a program to its end and fails unless it succeeds; its standard output.
pub fn output_of(mut command: Command) -> Result<Vec<u8>> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.stdin(Stdio::null()).output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let last = said.lines().last().unwrap_or_default();
        return Err(format!("{name} failed: {last}").into());
    }
    Ok(output.stdout)
}

/// The one JSON document that a program prints.
pub fn json_of(command: Command) -> Result<serde_json::Value> {
    Ok(serde_json::from_slice(&output_of(command)?)?)
}

/// The JSON documents that a program prints, one a line.
pub fn json_lines(command: Command) -> Result<Vec<serde_json::Value>> {
    String::from_utf8(output_of(command)?)?
        .lines()
        .map(|line| Ok(serde_json::from_str(line)?))
        .collect()
}

/// Seconds a piece of work takes.
pub fn timed<T>(work: impl FnOnce() -> Result<T>) -> Result<(T, f64)> {
    let begun = Instant::now();
    let value = work()?;
    Ok((value, begun.elapsed().as_secs_f64()))
}

/// Median seconds of a peer's shell command over several runs, or why there is none. `before` runs each time.
pub fn peer(runs: usize, needs: &[&str], before: &dyn Fn() -> Result<()>, script: &str) -> Peer {
    for program in needs {
        let found = Command::new("sh")
            .args(["-c", &format!("command -v {program}")])
            .stdout(Stdio::null())
            .status();
        if !found.is_ok_and(|status| status.success()) {
            return Peer::Missing((*program).to_owned());
        }
    }
    let mut times = Vec::new();
    for _ in 0..runs {
        let run = || -> Result<f64> {
            before()?;
            let mut command = Command::new("sh");
            command.args(["-ec", script]);
            Ok(timed(|| output_of(command))?.1)
        };
        match run() {
            Ok(time) => times.push(time),
            Err(error) => return Peer::Broken(error.to_string()),
        }
    }
    Peer::Took(Duration::from_secs_f64(median(&mut times)))
}

/// What is known of a peer.
pub enum Peer {
    /// Median time.
    Took(Duration),
    /// This program is not on the machine.
    Missing(String),
    /// It failed, with its last words.
    Broken(String),
}

impl Peer {
    /// Ours divided by the peer's.
    pub fn ratio(&self, ours: f64) -> Option<f64> {
        match self {
            Self::Took(time) => Some(ours / time.as_secs_f64()),
            _ => None,
        }
    }
}

impl Display for Peer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Took(time) => write!(f, "{:.2} s", time.as_secs_f64()),
            Self::Missing(program) => write!(f, "{program} is not installed"),
            Self::Broken(why) => write!(f, "failed: {why}"),
        }
    }
}
