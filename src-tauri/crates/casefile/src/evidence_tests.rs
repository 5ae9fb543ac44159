use super::*;
use crate::testing::{add, case, made, seen};
use std::fs;

fn attached(session: &Session, account: AccountId, bytes: &[u8]) -> Result<Exhibit> {
    let new = Attach {
        account,
        file_name: "shot.png",
        source_url: None,
        captured: None,
        method: "file",
        warnings: &[],
        sniff: &|_| "image/png".into(),
        words: &|_, _| None,
    };
    let id = attach(session, &new, &mut &*bytes, &mut |_| true)?;
    session.read(|reader| exhibit::by_id(reader.db(), id))
}

fn file_of(session: &Session, exhibit: &Exhibit) -> std::path::PathBuf {
    let object = session.read(|reader| object::by_row(reader.db(), exhibit.object));
    session.layout().object(&object.unwrap().name)
}

fn check_taken_in_again(spoil: impl Fn(&std::path::Path)) {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let ((_, account), _) = session.write(made(), |w| add(w, &seen("a", None))).unwrap();
    let bytes = vec![7; 200_000];
    let first = attached(&session, account, &bytes).unwrap();
    spoil(&file_of(&session, &first));
    assert!(super::read(&session, &first, &mut |_| Ok(())).is_err());

    let second = attached(&session, account, &bytes).unwrap();
    assert_eq!(
        (second.object, second.duplicate_of.clone()),
        (first.object, Some(first.label.clone()))
    );
    for exhibit in [&first, &second] {
        let mut given = Vec::new();
        super::read(&session, exhibit, &mut |chunk| {
            given.extend_from_slice(chunk);
            Ok(())
        })
        .unwrap();
        assert!(given == bytes, "{} holds the bytes again", exhibit.label);
    }
    let found = objects::list(session.layout()).unwrap();
    assert_eq!(found.objects.len(), 1, "the bad file is gone");
}

#[test]
fn bytes_whose_object_is_gone_are_kept_when_they_come_again() {
    check_taken_in_again(|file| fs::remove_file(file).unwrap());
}

#[test]
fn bytes_whose_object_was_altered_are_kept_when_they_come_again() {
    check_taken_in_again(|file| {
        let mut bytes = fs::read(file).unwrap();
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
        fs::write(file, bytes).unwrap();
    });
    check_taken_in_again(|file| fs::write(file, b"short").unwrap());
}

#[test]
fn the_same_bytes_again_are_stored_once_and_numbered_on() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let ((_, account), _) = session.write(made(), |w| add(w, &seen("a", None))).unwrap();
    let labels: Vec<String> = (0..3)
        .map(|_| attached(&session, account, b"same").unwrap().label)
        .collect();
    assert_eq!(labels, ["1/1", "1/2", "1/3"]);
    assert_eq!(objects::list(session.layout()).unwrap().objects.len(), 1);
}

#[test]
fn the_log_does_not_hold_the_hash_of_what_was_attached() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let ((_, account), _) = session.write(made(), |w| add(w, &seen("a", None))).unwrap();
    let exhibit = attached(&session, account, b"bytes").unwrap();
    let (entries, _) = session
        .read(|reader| crate::audit_log::window(reader.db(), None, 0, 1))
        .unwrap();
    let words = &entries[0].words;
    let hash = crate::layout::hex(&exhibit.sha256);
    assert!(words[exhibit::CONTENT].is_some());
    assert!(words.values().flatten().all(|word| !word.contains(&hash)));
}
