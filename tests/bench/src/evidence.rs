//! Evidence: one large file, many small ones, and reading all of it again.

use crate::measure::{Bench, Result, json_lines, json_of, median, peer, timed};
use crate::sample;
use crate::table::Row;
use std::fs;
use std::path::{Path, PathBuf};

/// A case with one account to attach to; its id.
fn with_account(bench: &Bench, name: &str) -> Result<(PathBuf, String)> {
    let case = bench.case(name)?;
    let file = bench.path("one.csv");
    fs::write(&file, "platform,handle\ntiktok,bench_account\n")?;
    json_of(bench.ctl(&[&"import", &case, &file]))?;
    let accounts = json_lines(bench.ctl(&[&"accounts", &case]))?;
    let id = accounts
        .first()
        .and_then(|account| account.get("id"))
        .and_then(serde_json::Value::as_str)
        .ok_or("the account is not there")?;
    Ok((case, id.to_owned()))
}

fn largest(told: &[serde_json::Value], name: &str) -> f64 {
    told.iter()
        .filter_map(|line| line.get(name).and_then(serde_json::Value::as_f64))
        .fold(0.0, f64::max)
}

/// Attaches one large file.
pub fn attach_one(bench: &mut Bench, bytes: u64) -> Result<()> {
    let file = sample::bytes(bench, "video.mp4", bytes)?;
    let (mut times, mut peak) = (Vec::new(), 0.0f64);
    for _ in 0..bench.runs() {
        let (case, account) = with_account(bench, "attach")?;
        let unlock = bench.unlock(&case)?;
        let command = bench.ctl(&[&"evidence-add", &case, &account, &file]);
        let (told, took) = timed(|| json_lines(command))?;
        times.push(took - unlock);
        peak = peak.max(largest(&told, "peak_after_unlock") / 1_048_576.0);
    }
    let took = median(&mut times);
    let copy = bench.path("copy.mp4");
    let (from, to) = (file.display(), copy.display());
    let runs = bench.runs();
    let copied = peer(
        runs,
        &["cp", "sync"],
        &|| Ok(()),
        &format!("cp {from} {to}; sync {to}"),
    );
    let hashed = peer(
        runs,
        &["sha256sum", "age", "age-keygen"],
        &|| Ok(()),
        &format!(
            "k=$(mktemp -u); age-keygen -o $k 2>/dev/null; sha256sum {from}; age -r $(age-keygen -y $k) -o {to} {from}; sync {to}; rm $k"
        ),
    );
    let gb = format!("{:.1} GB", to_gb(bytes));
    for (peer, name, goal) in [
        (copied, "cp and fsync", "≤ 1.15; < 64 MB"),
        (hashed, "sha256sum, then age", ""),
    ] {
        bench.row(Row {
            work: format!("Attach one file of {gb}: hash, encrypt, durable"),
            ours: format!("{took:.2} s, {peak:.0} MB"),
            peer: name.into(),
            theirs: peer.to_string(),
            ratio: peer.ratio(took),
            goal: goal.into(),
        });
    }
    let _ = fs::remove_file(copy);
    Ok(())
}

#[allow(clippy::cast_precision_loss, reason = "shown with one digit")]
fn to_gb(bytes: u64) -> f64 {
    bytes as f64 / 1e9
}

/// Attaches many files of 200 KB.
pub fn attach_many(bench: &mut Bench, files: u64) -> Result<()> {
    let folder = bench.path("screenshots");
    fs::create_dir_all(&folder)?;
    let mut paths = Vec::new();
    for number in 0..files {
        paths.push(sample::bytes(
            bench,
            &format!("screenshots/{number}.bin"),
            200_000,
        )?);
    }
    let (case, account) = with_account(bench, "many")?;
    let unlock = bench.unlock(&case)?;
    let mut command = bench.ctl(&[&"evidence-add", &case, &account]);
    command.args(&paths);
    let (told, took) = timed(|| json_lines(command))?;
    if told.len() != paths.len() {
        return Err(format!("{} of {files} files were attached", told.len()).into());
    }
    let repository = bench.path("restic");
    let anew = || {
        if repository.exists() {
            fs::remove_dir_all(&repository)?;
        }
        Ok(())
    };
    let script = format!(
        "export RESTIC_PASSWORD=x; restic -q -r {r} init; restic -q -r {r} backup {f}",
        r = repository.display(),
        f = folder.display()
    );
    let restic = peer(1, &["restic"], &anew, &script);
    let took = took - unlock;
    bench.row(Row {
        work: format!("Attach {files} files of 200 KB"),
        ours: format!("{took:.2} s"),
        peer: "restic backup".into(),
        theirs: restic.to_string(),
        ratio: restic.ratio(took),
        goal: "< 1.0".into(),
    });
    Ok(())
}

/// Reads all evidence of a case again and compares its hashes.
pub fn verify(bench: &mut Bench, bytes: u64) -> Result<()> {
    let file = sample::bytes(bench, "video.mp4", bytes)?;
    let (case, account) = with_account(bench, "verify")?;
    json_lines(bench.ctl(&[&"evidence-add", &case, &account, &file]))?;
    let unlock = bench.unlock(&case)?;
    let mut times = Vec::new();
    for _ in 0..bench.runs() {
        let command = bench.ctl(&[&"verify", &case, &"--full"]);
        times.push(timed(|| json_of(command))?.1 - unlock);
    }
    let key = bench.path("age.key");
    let sealed = bench.path("sealed.age");
    let prepare = peer(
        1,
        &["age", "age-keygen"],
        &|| Ok(()),
        &format!(
            "rm -f {k}; age-keygen -o {k} 2>/dev/null; age -r $(age-keygen -y {k}) -o {s} {f}",
            k = key.display(),
            s = sealed.display(),
            f = file.display()
        ),
    );
    let script = format!(
        "age -d -i {} {} | sha256sum",
        key.display(),
        sealed.display()
    );
    let opened = match prepare {
        crate::measure::Peer::Took(_) => peer(bench.runs(), &["sha256sum"], &|| Ok(()), &script),
        other => other,
    };
    let took = median(&mut times);
    bench.row(Row {
        work: format!("Verify {:.1} GB of evidence", to_gb(bytes)),
        ours: format!("{took:.2} s"),
        peer: "age -d, sha256sum".into(),
        theirs: opened.to_string(),
        ratio: opened.ratio(took),
        goal: "≤ 0.6".into(),
    });
    remove(&sealed);
    Ok(())
}

fn remove(path: &Path) {
    let _ = fs::remove_file(path);
}
