//! Answering requests, one after the other.

use crate::Confined;
use crate::picture::decode;
use breakwater_media::wire::{Refusal, Reply, WireError, read_request, write_reply};
use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Answers every request of `input` on `output`, until `input` ends between two requests.
///
/// A picture that makes the decoding library panic is answered as damaged; nothing of it is kept
/// for the next one.
///
/// # Errors
/// A stream that breaks off or holds no request: nothing after it can be understood.
pub fn serve(
    _confined: &Confined,
    input: &mut impl Read,
    output: &mut impl Write,
) -> Result<(), WireError> {
    while let Some(request) = read_request(input)? {
        let reply = catch_unwind(AssertUnwindSafe(|| decode(&request)))
            .unwrap_or(Err(Refusal::Damaged))
            .map_or_else(Reply::Refused, Reply::Pixels);
        drop(request);
        write_reply(output, &reply)?;
    }
    Ok(())
}
