//! `breakwater-decoder`: started by Breakwater, of no use by itself.

use breakwater_decoder::{give_up_rights, serve};
use breakwater_media::wire;
use std::process::ExitCode;

fn main() -> ExitCode {
    // A panic while decoding is an answer ("damaged"); its message could hold bytes of evidence.
    std::panic::set_hook(Box::new(|_| ()));
    match give_up_rights() {
        Ok(confined) => match serve(&confined, &mut std::io::stdin(), &mut std::io::stdout()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(_) => ExitCode::from(wire::UNCONFINED),
    }
}
