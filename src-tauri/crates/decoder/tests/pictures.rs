//! Holds what the real child process makes of good, damaged and hostile pictures.

mod draw;

use breakwater_media::wire::{self, Kind, Refusal, Reply};
use breakwater_media::{Decoder, DecoderError, Limits, THUMBNAIL_EDGE, VIEW_EDGE};
use draw::{FORMATS, bomb, encoded, gradient, sideways_jpeg};
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use proptest::prelude::*;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_breakwater-decoder"))
}

fn decoder() -> Decoder {
    Decoder::at(program())
}

#[test]
fn every_format_gives_a_thumbnail_and_a_view() {
    let decoder = decoder();
    for format in FORMATS {
        let file = encoded(&gradient(2100, 1050), format);
        for (picture, edge) in [
            (
                decoder.thumbnail(&file, Limits::default()).unwrap(),
                THUMBNAIL_EDGE,
            ),
            (
                decoder.picture(&file, Limits::default()).unwrap(),
                VIEW_EDGE,
            ),
        ] {
            assert_eq!(
                (picture.width, picture.height),
                (edge, edge / 2),
                "{format:?}"
            );
            assert_eq!(
                (picture.original_width, picture.original_height),
                (2100, 1050)
            );
            assert_eq!(picture.media_type, "image/jpeg");
            let shown = image::load_from_memory(&picture.bytes).unwrap().into_rgb8();
            assert_eq!(shown.dimensions(), (edge, edge / 2));
            let [red, _, blue] = shown.get_pixel(edge - 1, 0).0;
            assert!(red > 230 && blue < 25, "{format:?}: {red} {blue}");
        }
    }
}

#[test]
fn small_picture_is_never_enlarged() {
    let picture = decoder()
        .picture(
            &encoded(&gradient(7, 3), ImageFormat::Png),
            Limits::default(),
        )
        .unwrap();
    assert_eq!((picture.width, picture.height), (7, 3));
}

#[test]
fn long_thin_picture_keeps_at_least_one_pixel() {
    let picture = decoder()
        .thumbnail(
            &encoded(&gradient(20_000, 1), ImageFormat::Png),
            Limits::default(),
        )
        .unwrap();
    assert_eq!((picture.width, picture.height), (THUMBNAIL_EDGE, 1));
}

#[test]
fn transparency_is_kept_and_an_idle_alpha_channel_is_not() {
    let decoder = decoder();
    for (alpha, media_type) in [(100, "image/png"), (255, "image/jpeg")] {
        let image = RgbaImage::from_pixel(40, 40, Rgba([10, 20, 30, alpha]));
        let file = encoded(&DynamicImage::from(image), ImageFormat::Png);
        let picture = decoder.picture(&file, Limits::default()).unwrap();
        assert_eq!(picture.media_type, media_type);
    }
}

#[test]
fn first_frame_stands_for_an_animation() {
    let frames = [[250, 0, 0, 255], [0, 0, 250, 255]];
    let mut file = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut file);
    for colour in frames {
        encoder
            .encode_frame(image::Frame::new(RgbaImage::from_pixel(
                16,
                16,
                Rgba(colour),
            )))
            .unwrap();
    }
    drop(encoder);
    let picture = decoder().picture(&file, Limits::default()).unwrap();
    let shown = image::load_from_memory(&picture.bytes).unwrap().into_rgb8();
    let [red, _, blue] = shown.get_pixel(8, 8).0;
    assert!(red > 200 && blue < 50);
}

#[test]
fn orientation_is_honoured_and_no_metadata_gets_out() {
    let file = sideways_jpeg(b"51.1279N 1.3134E");
    let decoder = decoder();
    for picture in [
        decoder.thumbnail(&file, Limits::default()).unwrap(),
        decoder.picture(&file, Limits::default()).unwrap(),
    ] {
        assert!(picture.height > picture.width);
        assert_eq!(
            (picture.original_width, picture.original_height),
            (300, 600)
        );
        let holds = |needle: &[u8]| picture.bytes.windows(needle.len()).any(|w| w == needle);
        assert!(!holds(b"Exif") && !holds(b"51.1279N"));
    }
}

#[test]
fn truncated_picture_is_an_answer_never_a_crash() {
    let decoder = decoder();
    for format in FORMATS {
        let file = encoded(&gradient(300, 200), format);
        for kept in [1, 12, 40, file.len() / 2, file.len() - 1] {
            let answer = decoder.thumbnail(&file[..kept], Limits::default());
            assert!(
                matches!(
                    answer,
                    Ok(_) | Err(DecoderError::Damaged | DecoderError::NotAPicture)
                ),
                "{format:?} cut to {kept}: {answer:?}"
            );
        }
    }
    let png = encoded(&gradient(300, 200), ImageFormat::Png);
    let half = &png[..png.len() / 2];
    assert_eq!(
        decoder.thumbnail(half, Limits::default()),
        Err(DecoderError::Damaged)
    );
}

#[test]
fn picture_that_declares_too_much_is_refused_before_it_is_decoded() {
    let decoder = decoder();
    for (width, height) in [(60_000, 60_000), (20_001, 1), (1, 20_001), (20_000, 20_000)] {
        assert_eq!(
            decoder.thumbnail(&bomb(width, height), Limits::default()),
            Err(DecoderError::TooLarge),
            "{width} × {height}"
        );
    }
}

#[test]
fn file_beyond_the_limit_is_not_even_sent() {
    let limits = Limits {
        bytes: 1000,
        ..Limits::default()
    };
    assert_eq!(
        decoder().thumbnail(&[0; 1001], limits),
        Err(DecoderError::TooLarge)
    );
}

#[test]
fn other_formats_are_not_pictures_even_if_named_so() {
    let decoder = decoder();
    for bytes in [
        &b""[..],
        b"%PDF-1.7",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"MZ\x90\0",
    ] {
        assert_eq!(
            decoder.thumbnail(bytes, Limits::default()),
            Err(DecoderError::NotAPicture)
        );
    }
}

#[test]
fn slow_picture_is_given_up_and_the_next_one_served() {
    let decoder = decoder();
    let file = encoded(&gradient(2000, 2000), ImageFormat::Png);
    let at_once = Limits {
        time: Duration::ZERO,
        ..Limits::default()
    };
    assert_eq!(
        decoder.thumbnail(&file, at_once),
        Err(DecoderError::TooSlow)
    );
    assert!(decoder.thumbnail(&file, Limits::default()).is_ok());
}

#[test]
fn decoder_that_rested_serves_again() {
    let decoder = decoder();
    let file = encoded(&gradient(20, 20), ImageFormat::Png);
    assert!(decoder.thumbnail(&file, Limits::default()).is_ok());
    decoder.rest();
    assert!(decoder.thumbnail(&file, Limits::default()).is_ok());
}

#[test]
fn decoder_may_be_shared_between_threads() {
    let decoder = decoder();
    let file = encoded(&gradient(400, 300), ImageFormat::Png);
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| decoder.thumbnail(&file, Limits::default())))
            .collect();
        for thread in threads {
            assert_eq!(thread.join().unwrap().unwrap().width, THUMBNAIL_EDGE);
        }
    });
}

#[test]
fn one_process_serves_many_files_and_ends_with_its_input() {
    let mut child = Command::new(program())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = child.stdout.take().unwrap();
    let good = encoded(&gradient(20, 10), ImageFormat::Png);
    for (file, is_good) in [(&good[..], true), (b"no picture", false), (&good[..], true)] {
        wire::write_request(&mut input, Kind::Thumbnail, 10, file).unwrap();
        match wire::read_reply(&mut output, 10).unwrap() {
            Reply::Pixels(pixels) => assert!(is_good && (pixels.width, pixels.height) == (10, 5)),
            Reply::Refused(refusal) => assert!(!is_good && refusal == Refusal::NotAPicture),
        }
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[cfg(target_os = "linux")]
#[test]
fn the_program_itself_runs_without_rights() {
    let mut child = Command::new(program())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    wire::write_request(&mut input, Kind::Thumbnail, 10, b"no picture").unwrap();
    wire::read_reply(&mut child.stdout.take().unwrap(), 10).unwrap();
    let told = |file| std::fs::read_to_string(format!("/proc/{}/{file}", child.id())).unwrap();
    let status = told("status");
    let holds = |line: &str| status.lines().any(|found| found == line);
    assert!(
        holds("Seccomp:\t2") && holds("NoNewPrivs:\t1") && holds("Threads:\t1"),
        "{status}"
    );
    let limits = told("limits");
    let hard = |name: &str| {
        let line = limits.lines().find(|line| line.starts_with(name)).unwrap();
        line[name.len()..]
            .split_whitespace()
            .nth(1)
            .unwrap()
            .to_owned()
    };
    for name in [
        "Max file size",
        "Max open files",
        "Max processes",
        "Max core file size",
    ] {
        assert_eq!(hard(name), "0", "{name}");
    }
    assert_eq!(hard("Max address space"), (1 << 30).to_string());
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn nonsense_instead_of_a_request_ends_the_process() {
    use std::io::Write;
    let mut child = Command::new(program())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(&[0xff; 64]).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_bytes_after_a_good_beginning_crash_the_child(
        format in prop::sample::select(FORMATS.to_vec()),
        at in 0.0..1.0_f64,
        noise in prop::collection::vec(any::<u8>(), 1..64),
    ) {
        thread_local!(static CHILD: Decoder = decoder());
        let mut file = encoded(&gradient(64, 48), format);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let start = (at * file.len() as f64) as usize;
        for (byte, noise) in file[start..].iter_mut().zip(noise) {
            *byte = noise;
        }
        let answer = CHILD.with(|child| child.thumbnail(&file, Limits::default()));
        let is_clean = matches!(
            answer,
            Ok(_) | Err(DecoderError::Damaged | DecoderError::NotAPicture | DecoderError::TooLarge)
        );
        prop_assert!(is_clean, "{answer:?}");
    }
}
