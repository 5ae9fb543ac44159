//! Measures the release programs beside their peers, in one run on one machine, and prints the table.
//!
//! Nothing is installed: where a peer is missing its row says so. Every figure is the median of
//! several runs; key stretching stands apart. What is written goes to a folder that is removed.

mod evidence;
mod large;
mod links;
mod measure;
mod planted;
mod sample;
mod score;
mod search;
mod statistics;
mod table;

use measure::Bench;
use std::path::PathBuf;
use std::process::ExitCode;

const HELP: &str = "bench [--rows N] [--runs N] [--bytes N] [--files N] [--programs FOLDER] [--work FOLDER] [--case FOLDER] [PART…]
  --case FOLDER: search, links and export in a case that --keep left, rather than in one that is imported first
  --keep FOLDER: leaves the case of the import there
  parts: import export search links planted attach screenshots verify audit score outcomes (all where none is named)";

/// What is asked for.
struct Asked {
    rows: u64,
    runs: usize,
    bytes: u64,
    files: u64,
    programs: PathBuf,
    work: PathBuf,
    case: Option<PathBuf>,
    keep: Option<PathBuf>,
    parts: Vec<String>,
}

impl Asked {
    fn read() -> Result<Self, String> {
        let mut asked = Self {
            rows: 1_000_000,
            runs: 5,
            bytes: 2 << 30,
            files: 10_000,
            programs: PathBuf::from("target/release"),
            work: std::env::temp_dir(),
            case: None,
            keep: None,
            parts: Vec::new(),
        };
        let mut words = std::env::args().skip(1);
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or_else(|| format!("{word} wants a value"));
            let number = |text: String| {
                text.replace('_', "")
                    .parse::<u64>()
                    .map_err(|_| format!("{text:?} is no number"))
            };
            match word.as_str() {
                "--rows" => asked.rows = number(value()?)?,
                "--runs" => asked.runs = usize::try_from(number(value()?)?).unwrap_or(5).max(1),
                "--bytes" => asked.bytes = number(value()?)?,
                "--files" => asked.files = number(value()?)?,
                "--programs" => asked.programs = value()?.into(),
                "--work" => asked.work = value()?.into(),
                "--case" => asked.case = Some(value()?.into()),
                "--keep" => asked.keep = Some(value()?.into()),
                part if !part.starts_with('-') => asked.parts.push(part.to_owned()),
                other => return Err(format!("{other} is not known")),
            }
        }
        Ok(asked)
    }

    fn wants(&self, part: &str) -> bool {
        self.parts.is_empty() || self.parts.iter().any(|asked| asked == part)
    }
}

fn main() -> ExitCode {
    let asked = match Asked::read() {
        Ok(asked) => asked,
        Err(error) => {
            measure::say(&format!("{error}\n{HELP}"));
            return ExitCode::from(2);
        }
    };
    match run(&asked) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            measure::say(&format!("The measuring broke off: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn run(asked: &Asked) -> measure::Result<()> {
    let mut bench = Bench::begin(&asked.programs, &asked.work, asked.runs)?;
    if ["import", "export", "search", "links"]
        .iter()
        .any(|part| asked.wants(part))
    {
        of_accounts(&mut bench, asked)?;
    }
    if asked.wants("attach") {
        evidence::attach_one(&mut bench, asked.bytes)?;
    }
    if asked.wants("screenshots") {
        evidence::attach_many(&mut bench, asked.files)?;
    }
    if asked.wants("verify") {
        evidence::verify(&mut bench, asked.bytes)?;
    }
    if asked.wants("audit") {
        large::audit(&mut bench)?;
    }
    if asked.wants("planted") {
        planted::planted(&mut bench, asked.rows.min(100_000))?;
    }
    if asked.wants("outcomes") {
        statistics::statistics(&mut bench)?;
    }
    if asked.wants("score") {
        score::score(&mut bench, asked.rows)?;
    }
    bench.print();
    Ok(())
}

/// What is measured in a case of many accounts.
fn of_accounts(bench: &mut Bench, asked: &Asked) -> measure::Result<()> {
    let file = sample::accounts(bench, asked.rows)?;
    let case = match &asked.case {
        Some(case) => case.clone(),
        None => large::import(bench, &file, asked.rows, asked.wants("import"))?,
    };
    if asked.wants("export") {
        large::export(bench, &case, &file)?;
    }
    if asked.wants("search") {
        search::search(bench, &case)?;
    }
    if asked.wants("links") {
        links::links(bench, &case)?;
    }
    if let Some(keep) = &asked.keep {
        std::fs::rename(&case, keep)?;
    }
    Ok(())
}
