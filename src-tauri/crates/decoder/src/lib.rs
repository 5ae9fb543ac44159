//! The child process that opens hostile pictures.
//!
//! It reads requests from standard input and writes plain pixels to standard output, as
//! `breakwater_media::wire` says, until its input ends. It is the only program of Breakwater in
//! which a picture somebody else made is decoded.
//!
//! Invariant: not one byte of a request is read before every right that is not needed for
//! decoding has been given up. [`serve`] takes the proof of it, [`Confined`], so that the order
//! cannot be changed by mistake.
//!
//! Knows no case, no key and no path.

mod confine;
mod picture;
mod serve;

pub use confine::{Confined, Unconfined, give_up_rights};
pub use serve::serve;
