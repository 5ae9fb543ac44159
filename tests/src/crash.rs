//! Killed in the middle: the case opens, what was acknowledged is there, the rest is absent.

use crate::ctl::{DONE, Desk, id};
use crate::made_up::{self, Chance};
use crate::secrecy::{self, telling_files};
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::process::Child;
use std::thread;
use std::time::{Duration, Instant};

const ROWS: usize = 6_000;

/// Kills the program after so long, or lets it end before; gives what it had printed.
fn kill_after(mut child: Child, wait: Duration) -> String {
    let deadline = Instant::now() + wait;
    while Instant::now() < deadline && child.try_wait().unwrap().is_none() {
        thread::park_timeout(Duration::from_millis(1));
    }
    let _ = child.kill();
    let mut printed = String::new();
    child
        .stdout
        .take()
        .unwrap()
        .read_to_string(&mut printed)
        .unwrap();
    child.wait().unwrap();
    printed
}

#[test]
fn a_killed_import_is_whole_or_absent() {
    let desk = Desk::new();
    let text = made_up::good(ROWS);
    let file = desk.write("kept.csv", &text);
    let begun = Instant::now();
    let case = desk.new_case("measured");
    case.run("import", &[&file]).json();
    let whole = begun.elapsed();
    let mut chance = Chance(5);
    for round in 0..6 {
        let case = desk.new_case(&format!("case-{round}"));
        let wait = whole.mul_f64(0.2 + 0.12 * f64::from(round))
            + Duration::from_millis(chance.next() % 40);
        let printed = kill_after(case.spawn("import", &[&file]), wait);
        assert_eq!(
            telling_files(&case.place, &secrecy::words()),
            Vec::<String>::new()
        );
        let rows = case.accounts().len();
        assert!(
            rows == 0 || rows == ROWS,
            "round {round}: {rows} rows stand"
        );
        if printed.contains("batch") {
            assert_eq!(
                rows, ROWS,
                "round {round}: the import had been acknowledged"
            );
        }
        let verified = case.verify();
        assert_eq!(verified.code, DONE, "round {round}: {}", verified.stdout);
        let again = case.run("import", &[&file]).json();
        assert_eq!(
            again["created"].as_u64().unwrap() + rows as u64,
            ROWS as u64
        );
    }
}

#[test]
fn a_killed_attach_keeps_what_it_acknowledged() {
    let desk = Desk::new();
    let contents: Vec<Vec<u8>> = (0..12).map(|seed| made_up::bytes(seed, 900_000)).collect();
    let files: Vec<_> = contents
        .iter()
        .enumerate()
        .map(|(number, bytes)| desk.write(&format!("shot-{number}.bin"), bytes))
        .collect();
    let mut chance = Chance(9);
    for round in 0..4 {
        let case = desk.new_case(&format!("case-{round}"));
        case.import(&made_up::good(1));
        let rows = case.accounts();
        let mut arguments = vec![id(&rows[0]).into()];
        arguments.extend(files.iter().map(|file| file.clone().into_os_string()));
        let mut child = case.spawn("evidence-add", &arguments);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut acknowledged: Vec<Value> = Vec::new();
        for line in lines.by_ref().take(chance.below(8) + 1) {
            acknowledged.push(serde_json::from_str(&line.unwrap()).unwrap());
        }
        child.kill().unwrap();
        acknowledged.extend(lines.map(|line| serde_json::from_str(&line.unwrap()).unwrap()));
        child.wait().unwrap();

        let listed = case.run("evidence-list", &[] as &[&str]).lines();
        let (told, found) = (acknowledged.len(), listed.len());
        assert!(
            found == told || found == told + 1,
            "round {round}: {told} told of, {found} found"
        );
        let last = &acknowledged[told - 1];
        let out = desk.path(&format!("out-{round}.bin"));
        let number = last["exhibit"].as_str().unwrap();
        case.run(
            "evidence-export",
            &[number.as_ref(), "--out".as_ref(), out.as_os_str()],
        )
        .json();
        let given = secrecy::sha256(&fs::read(&out).unwrap());
        assert_eq!(given, last["sha256"].as_str().unwrap());
        let verified = case.verify();
        assert_eq!(verified.code, DONE, "round {round}: {}", verified.stdout);
        assert_eq!(verified.json()["evidence"]["checked"], found);
    }
}
