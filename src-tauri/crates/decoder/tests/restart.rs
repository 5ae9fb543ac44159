//! Holds that the parent outlives any child: one that dies, answers nonsense, or has served before
//! it dies. The children are scripts around the real one.
#![cfg(unix)]
#![expect(clippy::expect_used, reason = "in a test a panic is the report")]

use breakwater_media::{Decoder, DecoderError, Limits};
use image::{ImageFormat, RgbImage};
use std::fs;
use std::io::Cursor;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// A script cannot be started while another thread's fork still holds it open for writing.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

fn with_script(script: &str, check: impl FnOnce(&Decoder, &Path)) {
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = tempfile::tempdir().expect("a folder");
    let program = folder.path().join("breakwater-decoder");
    let real = Path::new(env!("CARGO_BIN_EXE_breakwater-decoder"));
    let script = format!(
        "#!/bin/sh\n{}\n",
        script.replace("REAL", &real.to_string_lossy())
    );
    fs::write(&program, script).expect("a script");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).expect("a program");
    check(&Decoder::at(&program), folder.path());
}

fn picture() -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    RgbImage::new(20, 20)
        .write_to(&mut file, ImageFormat::Png)
        .expect("a picture");
    file.into_inner()
}

#[test]
fn child_that_dies_is_replaced_for_the_next_picture() {
    with_script(
        "if [ -e seen ]; then exec REAL; fi; : > seen; exit 1",
        |decoder, _| {
            assert_eq!(
                decoder.thumbnail(&picture(), Limits::default()),
                Err(DecoderError::Crashed)
            );
            assert!(decoder.thumbnail(&picture(), Limits::default()).is_ok());
        },
    );
}

#[test]
fn picture_is_tried_again_if_a_warm_child_dies_of_another() {
    let one_request = 4 + 5 + picture().len();
    with_script(&format!("head -c {one_request} | REAL"), |decoder, _| {
        for _ in 0..3 {
            assert!(decoder.thumbnail(&picture(), Limits::default()).is_ok());
        }
    });
}

#[test]
fn child_is_replaced_before_it_has_served_too_many() {
    with_script("echo started >> starts; exec REAL", |decoder, folder| {
        let starts = || fs::read_to_string(folder.join("starts")).map_or(0, |s| s.lines().count());
        for _ in 0..256 {
            assert!(decoder.thumbnail(&picture(), Limits::default()).is_ok());
        }
        assert_eq!(starts(), 1);
        assert!(decoder.thumbnail(&picture(), Limits::default()).is_ok());
        assert_eq!(starts(), 2);
    });
}

#[test]
fn nonsense_from_the_child_is_no_picture() {
    for script in [
        "exec cat",
        "exec yes",
        "exec cat /dev/zero",
        "printf '\\001\\000\\000\\000\\000'",
        "printf '\\003\\000\\000\\000\\001\\011\\011'; exec cat",
    ] {
        with_script(script, |decoder, _| {
            assert_eq!(
                decoder.thumbnail(&picture(), Limits::default()),
                Err(DecoderError::Crashed),
                "{script}"
            );
        });
    }
}

#[test]
fn system_that_keeps_the_rights_gets_nothing_decoded() {
    with_script("exit 71", |decoder, _| {
        assert_eq!(
            decoder.thumbnail(&picture(), Limits::default()),
            Err(DecoderError::Unconfined)
        );
    });
}

#[test]
fn program_that_cannot_be_started_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let program = folder.path().join("breakwater-decoder");
    fs::write(&program, "not a program").expect("a file");
    assert!(matches!(
        Decoder::at(&program).thumbnail(&picture(), Limits::default()),
        Err(DecoderError::Start(_))
    ));
}
