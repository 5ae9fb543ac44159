//! A session that was told to go while commands still hold it.

use crate::commands::Answer;
use crate::error;
use breakwater_casework::Session;
use breakwater_model::{ErrorCode, ErrorView};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

/// Locks the session as soon as nobody else holds it, and tells how that went.
pub fn lock_when_alone(mut session: Arc<Session>) -> Receiver<Answer<()>> {
    let (tell, outcome) = channel();
    thread::spawn(move || {
        let session = loop {
            match Arc::try_unwrap(session) {
                Ok(alone) => break alone,
                Err(shared) => session = shared,
            }
            thread::park_timeout(Duration::from_millis(5));
        };
        let _ = tell.send(session.lock().map_err(|error| error::view(&error)));
    });
    outcome
}

/// The keys are still in memory.
pub fn still_held() -> ErrorView {
    error::new(
        ErrorCode::Locked,
        "Nothing of the case is shown any more, but work that was running has not let go of it: its keys are still in memory. It locks by itself when that work stops; end the program if you cannot wait.",
    )
}
