//! Any byte of the case that was changed is found, and named.

use crate::ctl::{Answer, Case, DAMAGED, DONE, Desk, id};
use crate::keyholder::{files, objects, slots};
use crate::made_up::{self, Chance};
use std::fs;
use std::path::{Path, PathBuf};

/// A locked case with accounts, three exhibits and an export behind it.
pub fn finished_case(desk: &Desk) -> Case<'_> {
    let case = desk.new_case("case");
    case.import(&made_up::good(60));
    let rows = case.accounts();
    for (number, row) in rows.iter().take(3).enumerate() {
        let content = made_up::bytes(number as u64, 90_000 + number * 70_000);
        case.attach(id(row), &format!("shot-{number}.bin"), &content);
    }
    case.refer(id(&rows[0]));
    case.export("out.csv");
    assert_eq!(case.verify().code, DONE, "{}", case.verify().stderr);
    case
}

fn flip(file: &Path, at: usize, chance: &mut Chance) {
    let mut bytes = fs::read(file).unwrap();
    bytes[at] ^= u8::try_from(chance.next() % 255 + 1).unwrap();
    fs::write(file, bytes).unwrap();
}

/// Flips bytes of `file` one at a time at random places; each must be found, and the answer is judged.
fn check_flips(
    case: &Case<'_>,
    file: &Path,
    seed: u64,
    flips: usize,
    judge: impl Fn(&Answer, usize),
) {
    let whole = fs::read(file).unwrap();
    let mut chance = Chance(seed);
    let last = whole.len() - 1;
    let places = [0, last]
        .into_iter()
        .chain((2..flips).map(|_| chance.below(whole.len())));
    for at in places.collect::<Vec<_>>() {
        flip(file, at, &mut chance);
        let answer = case.verify();
        fs::write(file, &whole).unwrap();
        judge(&answer, at);
    }
    assert_eq!(
        case.verify().code,
        DONE,
        "put right again, it is whole again"
    );
}

#[track_caller]
fn check_damaged(answer: &Answer, what: &str) -> serde_json::Value {
    assert_eq!(
        answer.code, DAMAGED,
        "{what}: {}{}",
        answer.stdout, answer.stderr
    );
    serde_json::from_str(&answer.stdout)
        .unwrap_or_else(|error| panic!("{what}: {error}: {}", answer.stdout))
}

#[test]
fn any_flipped_byte_of_the_database_is_found() {
    let desk = Desk::new();
    let case = finished_case(&desk);
    check_flips(&case, &case.place.join("case.db"), 11, 26, |answer, at| {
        let told = check_damaged(answer, &format!("byte {at} of case.db"));
        assert_eq!(told["database"], "damaged", "byte {at}: {told}");
    });
}

#[test]
fn any_flipped_byte_of_an_exhibit_is_found_and_named() {
    let desk = Desk::new();
    let case = finished_case(&desk);
    for (number, object) in objects(&case).iter().enumerate() {
        check_flips(&case, object, 20 + number as u64, 6, |answer, at| {
            let told = check_damaged(answer, &format!("byte {at} of an object"));
            assert_eq!(
                told["evidence"]["damaged"].as_array().unwrap().len(),
                1,
                "byte {at}: {told}"
            );
        });
    }
}

#[test]
fn any_flipped_byte_of_the_index_is_found() {
    let desk = Desk::new();
    let case = finished_case(&desk);
    check_flips(
        &case,
        &case.place.join("search.db"),
        31,
        12,
        |answer, at| {
            let told = check_damaged(answer, &format!("byte {at} of search.db"));
            assert_eq!(told["index"]["state"], "damaged", "byte {at}: {told}");
        },
    );
}

#[test]
fn any_flipped_byte_of_the_head_is_found() {
    let desk = Desk::new();
    let case = finished_case(&desk);
    check_flips(
        &case,
        &case.place.join("audit.head"),
        41,
        12,
        |answer, at| {
            let told = check_damaged(answer, &format!("byte {at} of audit.head"));
            assert_eq!(told["audit"]["intact"], false, "byte {at}: {told}");
        },
    );
}

#[test]
fn any_flipped_byte_of_case_json_is_found() {
    let desk = Desk::new();
    let case = finished_case(&desk);
    check_flips(
        &case,
        &case.place.join("case.json"),
        51,
        16,
        |answer, at| {
            assert_eq!(
                answer.code, DAMAGED,
                "byte {at} of case.json: {}{}",
                answer.stdout, answer.stderr
            );
        },
    );
}

/// The officer's own slot cannot tell a flipped salt from a wrong passphrase; every other slot is named.
#[test]
fn any_flipped_byte_of_a_slot_is_found() {
    let desk = Desk::new();
    let case = finished_case(&desk);
    for (number, slot) in slots(&case).iter().enumerate() {
        let is_own = fs::read_to_string(slot).map_or_else(
            |_| {
                fs::read(slot)
                    .unwrap()
                    .windows(9)
                    .any(|part| part == b"-> scrypt")
            },
            |text| text.contains("-> scrypt"),
        );
        check_flips(&case, slot, 60 + number as u64, 8, |answer, at| {
            if is_own {
                assert!(
                    [3, DAMAGED].contains(&answer.code),
                    "byte {at}: {}",
                    answer.stderr
                );
            } else {
                assert_eq!(
                    answer.code, DAMAGED,
                    "byte {at} of a slot: {}{}",
                    answer.stdout, answer.stderr
                );
                assert!(
                    answer.stdout.contains("slots/"),
                    "byte {at}: {}",
                    answer.stdout
                );
            }
        });
    }
}

#[test]
fn exchanged_objects_are_both_named() {
    let desk = Desk::new();
    let case = finished_case(&desk);
    let objects = objects(&case);
    let kept = desk.path("kept");
    fs::rename(&objects[0], &kept).unwrap();
    fs::rename(&objects[1], &objects[0]).unwrap();
    fs::rename(&kept, &objects[1]).unwrap();
    let told = check_damaged(&case.verify(), "two objects exchanged");
    assert_eq!(
        told["evidence"]["damaged"].as_array().unwrap().len(),
        2,
        "{told}"
    );
}

#[test]
fn a_deleted_object_is_missing_and_a_strange_one_is_counted() {
    let desk = Desk::new();
    let case = finished_case(&desk);
    let objects = objects(&case);
    let whole = fs::read(&objects[0]).unwrap();
    fs::remove_file(&objects[0]).unwrap();
    let told = check_damaged(&case.verify(), "an object deleted");
    assert_eq!(
        told["evidence"]["missing"].as_array().unwrap().len(),
        1,
        "{told}"
    );
    fs::write(&objects[0], &whole).unwrap();

    let strange = case
        .place
        .join("evidence/00/000000000000000000000000000000.age");
    fs::create_dir_all(strange.parent().unwrap()).unwrap();
    fs::write(strange, whole).unwrap();
    let told = case.verify().json();
    assert_eq!(told["evidence"]["unreferenced"], 1, "{told}");
}

#[test]
fn a_file_cut_short_or_emptied_is_found() {
    let desk = Desk::new();
    let case = finished_case(&desk);
    let mut targets: Vec<PathBuf> = vec![case.place.join("case.db"), case.place.join("audit.head")];
    targets.extend(objects(&case).into_iter().take(1));
    for target in targets {
        let whole = fs::read(&target).unwrap();
        for length in [0, whole.len() / 2, whole.len() - 1] {
            fs::write(&target, &whole[..length]).unwrap();
            let answer = case.verify();
            assert_eq!(
                answer.code,
                DAMAGED,
                "{} cut to {length}: {}",
                target.display(),
                answer.stdout
            );
        }
        fs::write(&target, &whole).unwrap();
    }
    fs::remove_file(case.place.join("audit.head")).unwrap();
    assert_eq!(case.verify().code, DAMAGED, "audit.head removed");
}

#[test]
fn verify_writes_nothing() {
    let desk = Desk::new();
    let case = finished_case(&desk);
    let read = || -> Vec<(PathBuf, Vec<u8>)> {
        let is_lock = |path: &PathBuf| path.file_name().is_some_and(|name| name == "lock");
        let all = files(&case.place).into_iter().filter(|path| !is_lock(path));
        all.map(|path| (path.clone(), fs::read(path).unwrap()))
            .collect()
    };
    let before = read();
    case.verify().json();
    assert!(before == read(), "verify changed the case");
}
