//! A network of 60 accounts on five platforms, planted among many, and a rescue hotline on 200 stories: what is found.

use crate::measure::{Bench, Result, json_of, timed};
use crate::sample;
use crate::table::Row;
use breakwater_casework::Quiet;
use breakwater_casework::account::links;
use std::path::PathBuf;

const PLATFORMS: [&str; 5] = ["tiktok", "facebook", "instagram", "x", "telegram"];
const SIZE: usize = 60;
const STORIES: usize = 200;
const TEXT: &str =
    "Udhëtim me gomone nga Franca në Angli, 100% siguri, nisje çdo ditë, vëllezër me zbritje";

/// Imports `rows` accounts with the network among them and looks for networks.
pub fn planted(bench: &mut Bench, rows: u64) -> Result<()> {
    let file = file(bench, rows)?;
    let register = bench.path("never.csv");
    std::fs::write(&register, "key_or_url,list\n+44 7700 900999,never-links\n")?;
    let case = bench.case("planted")?;
    json_of(bench.ctl(&[&"import", &case, &register, &"--kind", &"register"]))?;
    json_of(bench.ctl(&[&"import", &case, &file]))?;
    let session = Bench::open(&case)?;
    let (networks, seconds) = timed(|| Ok(links::networks(&session, &Quiet)?))?;
    let is_planted = |label: &str| label.trim_start_matches('@').starts_with("planted");
    let found: Vec<usize> = networks
        .iter()
        .map(|network| {
            let planted = network.accounts.iter().filter(|row| is_planted(&row.label));
            planted.count()
        })
        .collect();
    let whole = found.iter().max().copied().unwrap_or_default();
    let strangers: usize = networks
        .iter()
        .zip(&found)
        .filter(|(_, planted)| **planted > 0)
        .map(|(network, planted)| network.accounts.len() - planted)
        .sum();
    bench.row(Row {
        work: format!("A network of {SIZE} planted among {rows} accounts, a hotline on {STORIES} stories"),
        ours: format!(
            "{whole} of {SIZE} in one network, {strangers} strangers, {} other networks; {seconds:.1} s",
            networks.len() - found.iter().filter(|planted| **planted > 0).count()
        ),
        goal: "whole, no stranger".into(),
        ..Row::default()
    });
    session.lock()?;
    Ok(())
}

fn file(bench: &Bench, rows: u64) -> Result<PathBuf> {
    let path = bench.path("planted.csv");
    let mut csv = csv::Writer::from_path(&path)?;
    csv.write_record(["platform", "handle", "bio"])?;
    let platform = |n: usize| PLATFORMS.get(n % PLATFORMS.len()).copied().unwrap_or("x");
    for number in 0..rows {
        let n = usize::try_from(number)?;
        csv.write_record([platform(n), &format!("other{n}"), &sample::bio(number)])?;
    }
    for n in 0..SIZE {
        let (number, contact) = (n % 3, n % 5);
        let bio =
            format!("{TEXT} {n} WhatsApp +44 7700 90000{number}, telegram @boss_line{contact}");
        csv.write_record([platform(n), &format!("planted{n}"), &bio])?;
    }
    for n in 0..STORIES {
        let bio = format!(
            "{} we were rescued, call +44 7700 900999",
            sample::bio(rows + n as u64)
        );
        csv.write_record([platform(n), &format!("story{n}"), &bio])?;
    }
    csv.flush()?;
    Ok(path)
}
