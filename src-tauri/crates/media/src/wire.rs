//! What parent and child say to each other over the child's standard input and output.
//!
//! Every message is a frame: the length of its payload as `u32`, then the payload. Integers are
//! little-endian.
//!
//! | Message | Payload |
//! |---|---|
//! | request | kind `u8` (1 thumbnail, 2 view) · longest edge `u32` · the file's bytes |
//! | pixels | `0u8` · channels `u8` (3 RGB, 4 RGBA) · width, height, original width, original height `u32` · samples, 8 bits each, row by row |
//! | refusal | `1u8` · code `u8` |
//!
//! The child is believed in nothing: a reply is bounded by what was asked for before a byte of it
//! is stored, and the number of samples must be what width, height and channels say. A refusal is
//! a code and no words, so that a file which takes over the child cannot speak to the officer.

use crate::MAX_PICTURE_BYTES;
use std::io::{Read, Write};

/// The largest side a picture may declare, in pixels.
pub const MAX_SIDE: u32 = 20_000;

/// The largest edge a request may ask for, in pixels.
pub const MAX_EDGE: u32 = 4096;

/// The exit code by which the child says that it could not give up its rights.
pub const UNCONFINED: u8 = 71;

const REQUEST_HEAD: usize = 5;
const PIXELS_HEAD: usize = 18;

/// Which way of shrinking is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Fast.
    Thumbnail,
    /// Sharp: text in a screenshot stays legible.
    View,
}

/// One picture to decode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Which way of shrinking.
    pub kind: Kind,
    /// The longest edge of the answer, in pixels: 1 to [`MAX_EDGE`].
    pub max_edge: u32,
    /// The file.
    pub bytes: Vec<u8>,
}

/// How samples are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channels {
    /// Red, green, blue.
    Rgb,
    /// Red, green, blue, alpha (not premultiplied).
    Rgba,
}

impl Channels {
    /// Samples of one pixel.
    pub const fn count(self) -> usize {
        match self {
            Self::Rgb => 3,
            Self::Rgba => 4,
        }
    }
}

/// A decoded, turned and shrunken picture.
///
/// Holds exactly `width × height × channels` samples when it was read by [`read_reply`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels; at least 1.
    pub width: u32,
    /// Pixels; at least 1.
    pub height: u32,
    /// Width of the original, turned the way it is shown.
    pub original_width: u32,
    /// Height of the original, turned the way it is shown.
    pub original_height: u32,
    /// How the samples are laid out.
    pub channels: Channels,
    /// The samples, 8 bits each, row by row from the top.
    pub samples: Vec<u8>,
}

/// Why the child gave no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The bytes are in no format it reads.
    NotAPicture,
    /// The format is known, the bytes do not keep to it or end too soon.
    Damaged,
    /// It declares more pixels, or needs more memory, than is allowed.
    TooLarge,
}

/// The child's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// The picture.
    Pixels(Pixels),
    /// No picture.
    Refused(Refusal),
}

/// What is wrong with a stream of frames. After one, the stream is of no more use.
#[derive(Debug, thiserror::Error)]
pub enum WireError {
    /// The stream ended inside a frame, or could not be read or written.
    #[error("the stream broke off: {0}")]
    Broken(#[from] std::io::Error),
    /// A frame declares more bytes than the message may have.
    #[error("a frame declares {declared} bytes where {allowed} are allowed")]
    Oversize {
        /// Bytes declared.
        declared: usize,
        /// Bytes allowed.
        allowed: usize,
    },
    /// The payload is not a message.
    #[error("a frame does not hold a message: {0}")]
    Malformed(&'static str),
}

/// Writes a request.
///
/// # Errors
/// [`WireError::Oversize`] for more than [`MAX_PICTURE_BYTES`]; [`WireError::Broken`].
pub fn write_request(
    out: &mut impl Write,
    kind: Kind,
    max_edge: u32,
    bytes: &[u8],
) -> Result<(), WireError> {
    let kind = match kind {
        Kind::Thumbnail => 1,
        Kind::View => 2,
    };
    let mut head = vec![kind];
    head.extend_from_slice(&max_edge.to_le_bytes());
    write_frame(out, &head, bytes, REQUEST_HEAD + MAX_PICTURE_BYTES)
}

/// Reads a request; `None` where the stream ends before one begins.
///
/// Holds no more memory than the bytes that really arrived, and at most [`MAX_PICTURE_BYTES`].
pub fn read_request(input: &mut impl Read) -> Result<Option<Request>, WireError> {
    let Some(mut payload) = read_frame(input, REQUEST_HEAD + MAX_PICTURE_BYTES)? else {
        return Ok(None);
    };
    let mut fields = Fields(&payload);
    let kind = match fields.byte()? {
        1 => Kind::Thumbnail,
        2 => Kind::View,
        _ => return Err(WireError::Malformed("unknown kind of request")),
    };
    let max_edge = fields.number()?;
    if !(1..=MAX_EDGE).contains(&max_edge) {
        return Err(WireError::Malformed("longest edge out of range"));
    }
    payload.drain(..REQUEST_HEAD);
    Ok(Some(Request {
        kind,
        max_edge,
        bytes: payload,
    }))
}

/// Writes a reply.
///
/// # Errors
/// [`WireError::Oversize`] for pixels beyond [`MAX_EDGE`] squared; [`WireError::Broken`].
pub fn write_reply(out: &mut impl Write, reply: &Reply) -> Result<(), WireError> {
    match reply {
        Reply::Pixels(pixels) => {
            let channels = match pixels.channels {
                Channels::Rgb => 3,
                Channels::Rgba => 4,
            };
            let mut head = vec![0, channels];
            for number in [
                pixels.width,
                pixels.height,
                pixels.original_width,
                pixels.original_height,
            ] {
                head.extend_from_slice(&number.to_le_bytes());
            }
            write_frame(out, &head, &pixels.samples, reply_limit(MAX_EDGE))
        }
        Reply::Refused(refusal) => {
            let code = match refusal {
                Refusal::NotAPicture => 1,
                Refusal::Damaged => 2,
                Refusal::TooLarge => 3,
            };
            write_frame(out, &[1, code], &[], reply_limit(MAX_EDGE))
        }
    }
}

/// Reads the reply to a request for `max_edge`.
///
/// # Errors
/// Any reply that is larger than what was asked for, or not consistent in itself, is an error:
/// the child is then not to be used any more.
pub fn read_reply(input: &mut impl Read, max_edge: u32) -> Result<Reply, WireError> {
    let Some(mut payload) = read_frame(input, reply_limit(max_edge))? else {
        return Err(WireError::Broken(std::io::ErrorKind::UnexpectedEof.into()));
    };
    let mut fields = Fields(&payload);
    match fields.byte()? {
        0 => {
            let channels = match fields.byte()? {
                3 => Channels::Rgb,
                4 => Channels::Rgba,
                _ => return Err(WireError::Malformed("unknown channels")),
            };
            let mut sides = [0u32; 4];
            for (side, most) in sides
                .iter_mut()
                .zip([max_edge, max_edge, MAX_SIDE, MAX_SIDE])
            {
                *side = fields.number()?;
                if !(1..=most).contains(side) {
                    return Err(WireError::Malformed("width or height out of range"));
                }
            }
            let [width, height, original_width, original_height] = sides;
            if samples_of(width, height, channels) != Some(fields.0.len()) {
                return Err(WireError::Malformed(
                    "samples do not match width and height",
                ));
            }
            payload.drain(..PIXELS_HEAD);
            Ok(Reply::Pixels(Pixels {
                width,
                height,
                original_width,
                original_height,
                channels,
                samples: payload,
            }))
        }
        1 => {
            let refusal = match fields.byte()? {
                1 => Refusal::NotAPicture,
                2 => Refusal::Damaged,
                3 => Refusal::TooLarge,
                _ => return Err(WireError::Malformed("unknown refusal")),
            };
            if fields.0.is_empty() {
                Ok(Reply::Refused(refusal))
            } else {
                Err(WireError::Malformed("a refusal with more than its code"))
            }
        }
        _ => Err(WireError::Malformed("unknown kind of reply")),
    }
}

fn samples_of(width: u32, height: u32, channels: Channels) -> Option<usize> {
    usize::try_from(width)
        .ok()?
        .checked_mul(usize::try_from(height).ok()?)?
        .checked_mul(channels.count())
}

fn reply_limit(max_edge: u32) -> usize {
    let edge = max_edge.min(MAX_EDGE);
    samples_of(edge, edge, Channels::Rgba)
        .unwrap_or(0)
        .saturating_add(PIXELS_HEAD)
}

fn write_frame(
    out: &mut impl Write,
    head: &[u8],
    body: &[u8],
    allowed: usize,
) -> Result<(), WireError> {
    let declared = head.len().saturating_add(body.len());
    let Some(length) = u32::try_from(declared).ok().filter(|_| declared <= allowed) else {
        return Err(WireError::Oversize { declared, allowed });
    };
    out.write_all(&length.to_le_bytes())?;
    out.write_all(head)?;
    out.write_all(body)?;
    out.flush()?;
    Ok(())
}

/// Reads one frame's payload; `None` where the stream ends before its first byte.
fn read_frame(input: &mut impl Read, allowed: usize) -> Result<Option<Vec<u8>>, WireError> {
    let mut length = Vec::with_capacity(4);
    input.by_ref().take(4).read_to_end(&mut length)?;
    if length.is_empty() {
        return Ok(None);
    }
    let declared = usize::try_from(Fields(&length).number()?)
        .map_err(|_| WireError::Malformed("length beyond this machine"))?;
    if declared > allowed {
        return Err(WireError::Oversize { declared, allowed });
    }
    let mut payload = Vec::new();
    input
        .by_ref()
        .take(declared as u64)
        .read_to_end(&mut payload)?;
    if payload.len() == declared {
        Ok(Some(payload))
    } else {
        Err(WireError::Broken(std::io::ErrorKind::UnexpectedEof.into()))
    }
}

struct Fields<'a>(&'a [u8]);

impl Fields<'_> {
    fn byte(&mut self) -> Result<u8, WireError> {
        let (&byte, rest) = self
            .0
            .split_first()
            .ok_or(WireError::Malformed("it ends too soon"))?;
        self.0 = rest;
        Ok(byte)
    }

    fn number(&mut self) -> Result<u32, WireError> {
        let (&bytes, rest) = self
            .0
            .split_first_chunk()
            .ok_or(WireError::Malformed("it ends too soon"))?;
        self.0 = rest;
        Ok(u32::from_le_bytes(bytes))
    }
}
