//! The real `breakwaterctl`, run in a home of its own.

use serde_json::Value;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

pub const PASSPHRASE: &str = "quiet harbour seven lanterns over slate";
pub const OFFICER: &str = "4417";

/// Exit codes of breakwaterctl.
pub const DONE: i32 = 0;
pub const WRONG_PASSPHRASE: i32 = 3;
pub const DAMAGED: i32 = 4;
pub const REFUSED: i32 = 7;

/// The program beside this test's own: `target/<profile>/`.
fn program() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let profile = own.parent().and_then(Path::parent).unwrap();
    let program = profile.join(format!("breakwaterctl{}", std::env::consts::EXE_SUFFIX));
    assert!(
        program.exists(),
        "breakwaterctl is not built: cargo build -p breakwater-cli"
    );
    program
}

/// What one call gave.
#[derive(Debug)]
pub struct Answer {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Answer {
    /// The one JSON document of a call that worked.
    #[track_caller]
    pub fn json(&self) -> Value {
        assert_eq!(self.code, DONE, "{}", self.stderr);
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("{error} in {:?}", self.stdout))
    }

    /// The objects of a *lines* command that worked.
    #[track_caller]
    pub fn lines(&self) -> Vec<Value> {
        assert_eq!(self.code, DONE, "{}", self.stderr);
        self.stdout
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    /// The error of a call that failed: the last line of standard error.
    #[track_caller]
    pub fn error(&self) -> Value {
        assert_ne!(self.code, DONE, "this was to fail: {}", self.stdout);
        let last = self.stderr.lines().last().unwrap_or_default();
        serde_json::from_str::<Value>(last)
            .unwrap_or_else(|error| panic!("{error} in {:?}", self.stderr))["error"]
            .clone()
    }
}

/// A workstation: a home, a passphrase file, and room for cases.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["home", "tmp"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        fs::write(folder.path().join("passphrase"), format!("{PASSPHRASE}\n")).unwrap();
        Self { folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file of the desk with this content.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, content).unwrap();
        path
    }

    pub fn command<I, S>(&self, arguments: I) -> Command
    where
        I: IntoIterator<Item = S>,
        S: AsRef<OsStr>,
    {
        let mut command = Command::new(program());
        command
            .env_clear()
            .env("HOME", self.path("home"))
            .env("XDG_CONFIG_HOME", self.path("home/config"))
            .env("XDG_DATA_HOME", self.path("home/data"))
            .env("BREAKWATER_CONFIG_DIR", self.path("home/config"))
            .env("TMPDIR", self.path("tmp"))
            .arg("--json")
            .arg("--passphrase-file")
            .arg(self.path("passphrase"))
            .args(arguments)
            .stdin(Stdio::null());
        command
    }

    pub fn run<I, S>(&self, arguments: I) -> Answer
    where
        I: IntoIterator<Item = S>,
        S: AsRef<OsStr>,
    {
        let output = self.command(arguments).output().unwrap();
        Answer {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    pub fn spawn<I, S>(&self, arguments: I) -> Child
    where
        I: IntoIterator<Item = S>,
        S: AsRef<OsStr>,
    {
        self.command(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }

    /// A new case, and its recovery key in `<name>.recovery`.
    pub fn new_case(&self, name: &str) -> Case<'_> {
        let place = self.path(name);
        let recovery = self.path(&format!("{name}.recovery"));
        self.run([
            OsStr::new("new"),
            place.as_os_str(),
            OsStr::new("--title"),
            OsStr::new("Quillfeather sweep"),
            OsStr::new("--reference"),
            OsStr::new("OCC/2026/0147"),
            OsStr::new("--officer-name"),
            OsStr::new("Ottoline Brackenbury"),
            OsStr::new("--officer-id"),
            OsStr::new(OFFICER),
            OsStr::new("--recovery-file"),
            recovery.as_os_str(),
        ])
        .json();
        Case {
            desk: self,
            place,
            recovery,
        }
    }
}

/// A case on a desk.
pub struct Case<'a> {
    pub desk: &'a Desk,
    pub place: PathBuf,
    pub recovery: PathBuf,
}

impl Case<'_> {
    /// Runs `command CASE arguments…`.
    pub fn run<S: AsRef<OsStr>>(&self, command: &str, arguments: &[S]) -> Answer {
        self.desk.run(self.arguments(command, arguments))
    }

    pub fn spawn<S: AsRef<OsStr>>(&self, command: &str, arguments: &[S]) -> Child {
        self.desk.spawn(self.arguments(command, arguments))
    }

    fn arguments<S: AsRef<OsStr>>(
        &self,
        command: &str,
        arguments: &[S],
    ) -> Vec<std::ffi::OsString> {
        let mut all = vec![command.into(), self.place.clone().into_os_string()];
        all.extend(arguments.iter().map(|one| one.as_ref().to_owned()));
        all
    }

    #[track_caller]
    pub fn import(&self, content: &str) -> Value {
        let file = self.desk.write("import.csv", content);
        self.run("import", &[file]).json()
    }

    #[track_caller]
    pub fn accounts(&self) -> Vec<Value> {
        self.run("accounts", &["--limit", "1000000"]).lines()
    }

    #[track_caller]
    pub fn verify(&self) -> Answer {
        self.run("verify", &["--full"])
    }

    /// Answers every line with no and decides refer.
    #[track_caller]
    pub fn refer(&self, account: &str) -> Value {
        let names = self.run("exclusions", &[] as &[&str]).lines();
        let names = names.iter().map(|line| line["name"].as_str().unwrap());
        let answers: Vec<String> = names.map(|name| format!("{name}=no")).collect();
        let file = self.desk.write("exclusions.txt", answers.join("\n"));
        let file = file.to_str().unwrap();
        let reason = "Offers a crossing for payment, with a contact number.";
        self.run(
            "assess",
            &[
                account,
                "--decision",
                "refer",
                "--reason",
                reason,
                "--exclusions",
                file,
            ],
        )
        .json()
    }

    #[track_caller]
    pub fn attach(&self, account: &str, name: &str, content: &[u8]) -> Value {
        let file = self.desk.write(name, content);
        let lines = self
            .run("evidence-add", &[account.as_ref(), file.as_os_str()])
            .lines();
        lines[0].clone()
    }

    #[track_caller]
    pub fn export(&self, name: &str) -> (PathBuf, Value) {
        let out = self.desk.path(name);
        let answer = self
            .run(
                "export",
                &[
                    "--profile".as_ref(),
                    "colleague".as_ref(),
                    "--out".as_ref(),
                    out.as_os_str(),
                    "--recipient".as_ref(),
                    "Desk 3".as_ref(),
                    "--purpose".as_ref(),
                    "Second opinion".as_ref(),
                ],
            )
            .json();
        (out, answer)
    }
}

/// The id of a row of `accounts`.
pub fn id(row: &Value) -> &str {
    row["id"].as_str().unwrap()
}
