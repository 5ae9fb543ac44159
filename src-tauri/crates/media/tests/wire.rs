//! Holds that no bytes on the wire do more than be refused.

use breakwater_media::MAX_PICTURE_BYTES;
use breakwater_media::wire::{
    Channels, Kind, MAX_EDGE, Pixels, Refusal, Reply, WireError, read_reply, read_request,
    write_reply, write_request,
};
use proptest::prelude::*;
use std::io::{self, Cursor, Read};

fn kinds() -> impl Strategy<Value = Kind> {
    prop::sample::select(vec![Kind::Thumbnail, Kind::View])
}

fn replies() -> impl Strategy<Value = Reply> {
    let refusals = [Refusal::NotAPicture, Refusal::Damaged, Refusal::TooLarge];
    let channels = prop::sample::select(vec![Channels::Rgb, Channels::Rgba]);
    let sides = (1..40_u32, 1..40_u32, 1..20_000_u32, 1..20_000_u32);
    prop_oneof![
        prop::sample::select(refusals.to_vec()).prop_map(Reply::Refused),
        (sides, channels, any::<u8>()).prop_map(|((width, height, ow, oh), channels, sample)| {
            let count = width as usize * height as usize * channels.count();
            Reply::Pixels(Pixels {
                width,
                height,
                original_width: ow,
                original_height: oh,
                channels,
                samples: vec![sample; count],
            })
        }),
    ]
}

/// A stream that counts what is taken from it.
struct Counted<R>(R, usize);

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let taken = self.0.read(buffer)?;
        self.1 += taken;
        Ok(taken)
    }
}

proptest! {
    #[test]
    fn request_comes_out_as_it_went_in(
        kind in kinds(),
        max_edge in 1..=MAX_EDGE,
        bytes in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        let mut stream = Vec::new();
        write_request(&mut stream, kind, max_edge, &bytes).unwrap();
        let mut stream = Cursor::new(stream);
        let request = read_request(&mut stream).unwrap().unwrap();
        prop_assert_eq!((request.kind, request.max_edge, request.bytes), (kind, max_edge, bytes));
        prop_assert!(read_request(&mut stream).unwrap().is_none());
    }

    #[test]
    fn reply_comes_out_as_it_went_in(reply in replies()) {
        let mut stream = Vec::new();
        write_reply(&mut stream, &reply).unwrap();
        prop_assert_eq!(read_reply(&mut Cursor::new(stream), 40).unwrap(), reply);
    }

    #[test]
    fn cut_off_reply_is_broken(reply in replies(), at in 0.0..1.0_f64) {
        let mut stream = Vec::new();
        write_reply(&mut stream, &reply).unwrap();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a place in a short stream"
        )]
        stream.truncate((at * stream.len() as f64) as usize);
        let answer = read_reply(&mut Cursor::new(stream), 40);
        prop_assert!(matches!(answer, Err(WireError::Broken(_) | WireError::Malformed(_))));
    }

    #[test]
    fn any_bytes_are_a_message_or_an_error(
        payload in prop::collection::vec(any::<u8>(), 0..80),
        first in 0..4_u8,
        is_framed in any::<bool>(),
    ) {
        let mut stream = Vec::new();
        if is_framed {
            stream.extend_from_slice(&u32::try_from(payload.len() + 1).unwrap().to_le_bytes());
            stream.push(first);
        }
        stream.extend_from_slice(&payload);
        if let Ok(Reply::Pixels(pixels)) = read_reply(&mut Cursor::new(&stream), 40) {
            let count = pixels.width as usize * pixels.height as usize * pixels.channels.count();
            prop_assert_eq!(pixels.samples.len(), count);
            prop_assert!(pixels.width <= 40 && pixels.height <= 40);
        }
        if let Ok(Some(request)) = read_request(&mut Cursor::new(&stream)) {
            prop_assert!((1..=MAX_EDGE).contains(&request.max_edge));
            prop_assert!(request.bytes.len() <= stream.len());
        }
    }

    #[test]
    fn frame_beyond_its_limit_is_refused_unread(over in 1..=u32::MAX - 40 * 40 * 4 - 18) {
        let declared = 40 * 40 * 4 + 18 + over;
        let length = declared.to_le_bytes();
        let mut stream = Counted(length.chain(io::repeat(0)), 0);
        let is_refused = matches!(read_reply(&mut stream, 40), Err(WireError::Oversize { .. }));
        prop_assert!(is_refused);
        prop_assert_eq!(stream.1, 4);
    }
}

#[test]
fn reply_larger_than_what_was_asked_for_is_refused() {
    let reply = Reply::Pixels(Pixels {
        width: 41,
        height: 1,
        original_width: 41,
        original_height: 1,
        channels: Channels::Rgb,
        samples: vec![0; 41 * 3],
    });
    let mut stream = Vec::new();
    write_reply(&mut stream, &reply).unwrap();
    assert!(matches!(
        read_reply(&mut Cursor::new(&stream), 40),
        Err(WireError::Malformed(_))
    ));
    assert_eq!(read_reply(&mut Cursor::new(&stream), 41).unwrap(), reply);
}

#[test]
fn samples_that_do_not_match_the_sides_are_refused() {
    let reply = Reply::Pixels(Pixels {
        width: 2,
        height: 2,
        original_width: 2,
        original_height: 2,
        channels: Channels::Rgb,
        samples: vec![0; 13],
    });
    let mut stream = Vec::new();
    write_reply(&mut stream, &reply).unwrap();
    assert!(matches!(
        read_reply(&mut Cursor::new(&stream), 40),
        Err(WireError::Malformed(_))
    ));
}

#[test]
fn file_beyond_the_limit_is_never_written() {
    let mut stream = Vec::new();
    let file = vec![0; MAX_PICTURE_BYTES + 1];
    let answer = write_request(&mut stream, Kind::View, 1, &file);
    assert!(matches!(answer, Err(WireError::Oversize { .. })));
    assert!(stream.is_empty());
}
