//! A million rows: in, out, and the log of it.

use crate::measure::{Bench, Result, json_of, median, output_of, peer, timed};
use crate::table::Row;
use breakwater_casework::Quiet;
use breakwater_casework::exchange::import as take;
use breakwater_model::import::ImportRequest;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Imports the file, beside SQLite without encryption, audit or normalising. The case of the last run.
pub fn import(bench: &mut Bench, file: &Path, rows: u64, is_asked: bool) -> Result<PathBuf> {
    let runs = if is_asked { bench.runs() } else { 1 };
    let (mut durable, mut searchable) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        let case = bench.case("large")?;
        let session = Bench::open(&case)?;
        let begun = Instant::now();
        let preview = take::preview(&session, file, &ImportRequest::default(), &Quiet)?;
        let read = take::commit(&session, &preview, &Quiet)?.counts.read;
        durable.push(begun.elapsed().as_secs_f64());
        session.settle();
        searchable.push(begun.elapsed().as_secs_f64());
        session.lock()?;
        if u64::from(read) != rows {
            return Err(format!("{read} rows were read, not {rows}").into());
        }
    }
    let case = bench.case("large")?;
    let told = json_of(bench.ctl(&[&"import", &case, &file]))?;
    let peak = told
        .get("peak_after_unlock")
        .and_then(Value::as_f64)
        .unwrap_or_default()
        / 1_048_576.0;
    if !is_asked {
        return Ok(case);
    }
    let database = bench.path("plain.db");
    let script = format!(
        "sqlite3 {db} <<'END'
PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
.import --csv {csv} flagged
CREATE UNIQUE INDEX one ON flagged (platform, handle);
CREATE VIRTUAL TABLE words USING fts5 (handle, name, bio, content='');
INSERT INTO words (rowid, handle, name, bio) SELECT rowid, handle, \"display name\", bio FROM flagged;
END",
        db = database.display(),
        csv = file.display()
    );
    let anew = || {
        if database.exists() {
            fs::remove_file(&database)?;
        }
        Ok(())
    };
    let plain = peer(runs, &["sqlite3"], &anew, &script);
    let (durable, searchable) = (median(&mut durable), median(&mut searchable));
    for (what, took, goal) in [
        ("rows durable", durable, "≤ 1.5, aim 1.0"),
        ("words searchable", searchable, "≤ 2.0, aim 1.2"),
    ] {
        bench.row(Row {
            work: format!("Import {rows} accounts: {what}"),
            ours: format!("{took:.2} s, {peak:.0} MB"),
            peer: "sqlite3 .import, unique index, FTS5, plain".into(),
            theirs: plain.to_string(),
            ratio: plain.ratio(took),
            goal: format!("{goal}; < 256 MB"),
        });
    }
    Ok(case)
}

/// Exports all accounts, beside `sqlite3 -csv` from a plain table.
pub fn export(bench: &mut Bench, case: &Path, file: &Path) -> Result<()> {
    let out = bench.path("colleague.csv");
    let unlock = bench.unlock(case)?;
    let mut times = Vec::new();
    for _ in 0..bench.runs() {
        if out.exists() {
            fs::remove_file(&out)?;
        }
        let command = bench.ctl(&[
            &"export",
            &case,
            &"--profile",
            &"colleague",
            &"--out",
            &out,
            &"--recipient",
            &"B",
            &"--purpose",
            &"bench",
        ]);
        times.push(timed(|| json_of(command))?.1 - unlock);
    }
    let database = bench.path("plain.db");
    if !database.exists() {
        let mut command = std::process::Command::new("sqlite3");
        command
            .arg(&database)
            .arg(format!(".import --csv {} flagged", file.display()));
        let _ = output_of(command);
    }
    let plain_out = bench.path("plain.csv");
    let script = format!(
        "sqlite3 -csv -header {} 'SELECT * FROM flagged' > {}",
        database.display(),
        plain_out.display()
    );
    let plain = peer(bench.runs(), &["sqlite3"], &|| Ok(()), &script);
    let took = median(&mut times);
    bench.row(Row {
        work: "Export all of them to CSV, guarded and marked".into(),
        ours: format!("{took:.2} s"),
        peer: "sqlite3 -csv, plain".into(),
        theirs: plain.to_string(),
        ratio: plain.ratio(took),
        goal: "≤ 1.0".into(),
    });
    Ok(())
}

/// Verifies the case that was imported: its database and its log.
pub fn audit(bench: &mut Bench) -> Result<()> {
    let case = bench.path("large");
    if !case.exists() {
        return Ok(());
    }
    let unlock = bench.unlock(&case)?;
    let (told, took) = timed(|| json_of(bench.ctl(&[&"verify", &case])))?;
    let entries = told
        .pointer("/audit/entries")
        .and_then(Value::as_u64)
        .unwrap_or_default();
    bench.row(Row {
        work: format!("Verify the case of that import, {entries} audit entries"),
        ours: format!("{:.2} s", took - unlock),
        goal: "every page of the database and the whole chain".into(),
        ..Row::default()
    });
    Ok(())
}
