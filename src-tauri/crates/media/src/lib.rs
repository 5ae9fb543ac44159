//! Reading hostile files under limits.
//!
//! What an officer attaches was made by somebody else, perhaps to do harm. This crate says what
//! such bytes are ([`sniff`]), shows text without letting it play tricks ([`text_preview`]), gives
//! the words of it for searching ([`words`]), and has pictures decoded by a child process without rights ([`Decoder`]).
//!
//! Invariant: no picture is ever decoded in this process. The child hands over plain pixels
//! ([`wire`]), whose count is checked against the dimensions; this process encodes them afresh.
//! So no byte of an original, no metadata and no code path chosen by its maker reaches the window.
//!
//! Knows nothing of cases, storage or the window.

mod decoder;
mod encode;
mod preview;
mod sniff;
mod structure;
pub mod wire;
mod words;
mod worker;

pub use decoder::{Decoder, DecoderError, Limits, Picture};
pub use preview::{TextPreview, text_preview};
pub use sniff::{Shown, shown_as, sniff};
pub use words::{MOST_WORDS, words};

/// The longest edge of a thumbnail, in pixels.
pub const THUMBNAIL_EDGE: u32 = 320;

/// The longest edge of a picture in the viewer, in pixels.
pub const VIEW_EDGE: u32 = 2048;

/// The largest file that is decoded as a picture, in bytes: 64 MiB.
///
/// A larger one is attached and exported like any other, but has no thumbnail and no view, so a
/// caller need not read it into memory.
pub const MAX_PICTURE_BYTES: usize = 64 * 1024 * 1024;
