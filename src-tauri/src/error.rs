//! Errors at the window's edge: the use case's code and words, and a number to quote.

use breakwater_casework::Error;
use breakwater_model::{ErrorCode, ErrorView};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{SystemTime, UNIX_EPOCH};

/// A number to quote when asking for help: the time in a short form. Nothing about the case is in it.
pub fn incident() -> String {
    let millis = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_millis());
    format!("{:08X}", millis & 0xFFFF_FFFF)
}

/// The use case's failure as the window sees it.
pub fn view(error: &Error) -> ErrorView {
    ErrorView {
        incident: incident(),
        ..error.view()
    }
}

/// An error that arises in the shell itself.
pub fn new(code: ErrorCode, message: impl Into<String>) -> ErrorView {
    ErrorView {
        code,
        message: message.into(),
        rule: None,
        missing: Vec::new(),
        incident: incident(),
    }
}

/// No case is unlocked.
pub fn locked() -> ErrorView {
    new(
        ErrorCode::Locked,
        "The case is locked. Unlock it with your passphrase.",
    )
}

/// Runs `work`; a fault of the program in it becomes an error the window can show.
pub fn guard<T>(work: impl FnOnce() -> Result<T, ErrorView>) -> Result<T, ErrorView> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|payload| Err(fault(&payload)))
}

/// The payload is not shown: it may quote a value of the case.
fn fault(_payload: &Box<dyn Any + Send>) -> ErrorView {
    new(
        ErrorCode::Internal,
        "A fault of the program. What was saved before is safe; lock the case and open it again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fault_becomes_an_error_without_its_words() {
        let said = guard(|| -> Result<(), ErrorView> { panic!("words of the case") });
        let error = said.unwrap_err();
        assert_eq!(error.code, ErrorCode::Internal);
        assert!(!error.message.contains("words of the case"));
        assert_eq!(error.incident.len(), 8);
    }
}
