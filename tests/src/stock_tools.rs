//! If Breakwater is gone, the stock programs open the case: `age`, and SQLCipher's own library.

use crate::ctl::{Desk, id};
use crate::keyholder::{key, objects, slots};
use crate::made_up;
use crate::project;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const ROWS: usize = 12;

fn age(identity: &Path, file: &Path) -> Output {
    let known = "age is not installed: scripts/setup.sh test";
    Command::new("age")
        .arg("-d")
        .arg("-i")
        .arg(identity)
        .arg(file)
        .output()
        .expect(known)
}

#[test]
fn age_and_sqlcipher_open_a_case() {
    let desk = Desk::new();
    let case = desk.new_case("case");
    case.import(&made_up::good(ROWS));
    let content = made_up::bytes(4, 300_000);
    case.attach(id(&case.accounts()[0]), "shot.bin", &content);

    let opened: Vec<String> = slots(&case)
        .iter()
        .map(|slot| age(&case.recovery, slot))
        .filter(|output| output.status.success())
        .map(|output| String::from_utf8(output.stdout).unwrap())
        .collect();
    assert_eq!(
        opened.len(),
        1,
        "the recovery key opens its slot and no other"
    );
    let keyring = desk.write("keyring.txt", &opened[0]);

    let keys = opened[0]
        .lines()
        .filter(|line| line.starts_with("AGE-SECRET-KEY-1"));
    let identities = keys.collect::<Vec<_>>().join("\n");
    let identities = desk.write("identities.txt", identities);
    let object = age(&identities, &objects(&case)[0]);
    assert!(
        object.stdout == content,
        "age gives the exhibit's own bytes"
    );

    let python = project::root().join("target/tools/python/bin/python");
    assert!(
        python.exists(),
        "there is no {}: scripts/setup.sh test",
        python.display()
    );
    let script = "
import sys
from sqlcipher3 import dbapi2
base = dbapi2.connect(sys.argv[1])
base.execute('PRAGMA key = \"' + sys.argv[2] + '\"')
print(base.execute('SELECT count(*) FROM account').fetchone()[0])
print(base.execute('PRAGMA integrity_check').fetchone()[0])
print(len(base.execute('PRAGMA cipher_integrity_check').fetchall()))
";
    let database = case.place.join("case.db");
    let key = key(&fs::read_to_string(keyring).unwrap(), "case-db");
    let output = Command::new(python)
        .arg("-c")
        .arg(script)
        .arg(database)
        .arg(key)
        .output()
        .unwrap();
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(
        printed,
        format!("{ROWS}\nok\n0\n"),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
