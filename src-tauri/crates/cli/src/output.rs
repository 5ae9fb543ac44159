//! What is said on which stream.

use breakwater_casework::{Error, Progress, Result};
use breakwater_model::ErrorView;
use serde::Serialize;
use serde_json::{Value, json};
use std::io::{IsTerminal, Write};
use std::time::{SystemTime, UNIX_EPOCH};

/// Standard output, for people or for programs.
pub struct Output {
    json: bool,
}

impl Output {
    /// For programs if `json`.
    pub const fn new(json: bool) -> Self {
        Self { json }
    }

    /// True if a program reads the answer.
    pub const fn is_for_programs(&self) -> bool {
        self.json
    }

    /// The one document of a command; for people its fields, one a line.
    pub fn one(&self, value: &impl Serialize) -> Result<()> {
        let value = serde_json::to_value(value)?;
        if self.json {
            return say(&serde_json::to_string_pretty(&value)?);
        }
        match value {
            Value::Object(fields) => fields
                .iter()
                .try_for_each(|(name, value)| say(&format!("{name}: {}", plain(value)))),
            other => say(&plain(&other)),
        }
    }

    /// The one document of a command whose answer is too long to be held: written as it is made.
    pub fn document(value: &impl Serialize) -> Result<()> {
        let mut out = std::io::BufWriter::new(std::io::stdout().lock());
        serde_json::to_writer_pretty(&mut out, value)?;
        writeln!(out)
            .and_then(|()| out.flush())
            .map_err(Error::io("standard output"))
    }

    /// One object of a *lines* command; for people its values, tab-joined.
    pub fn line(&self, value: &impl Serialize) -> Result<()> {
        let value = serde_json::to_value(value)?;
        if self.json {
            return say(&serde_json::to_string(&value)?);
        }
        match value {
            Value::Object(fields) => {
                say(&fields.values().map(plain).collect::<Vec<_>>().join("\t"))
            }
            other => say(&plain(&other)),
        }
    }
}

fn say(text: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}").map_err(Error::io("standard output"))
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// The error as the last line of standard error.
pub fn tell_error(error: &Error) {
    let view = ErrorView {
        incident: incident(),
        ..error.view()
    };
    eprintln!("{}", view.message);
    eprintln!("{}", json!({ "error": view }));
}

/// A number to quote when asking for help: the time in a short form. Nothing about the case is in it.
fn incident() -> String {
    let millis = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_millis());
    format!("{:08X}", millis & 0xFFFF_FFFF)
}

/// A message for people, beside the answer.
pub fn tell(text: &str) {
    eprintln!("{text}");
}

/// Progress on standard error, where somebody looks at it.
pub struct Bar;

impl Progress for Bar {
    fn step(&self, done: u64, total: Option<u64>, unit: &'static str) {
        if std::io::stderr().is_terminal() {
            match total {
                Some(total) => eprint!("\r{done} of {total} {unit}   "),
                None => eprint!("\r{done} {unit}   "),
            }
        }
    }
    fn is_cancelled(&self) -> bool {
        false
    }
}
