//! Do we already know these? Links, handles and numbers in any text, held against the case and its registers.

mod add;
mod known;
mod look_up;

pub use add::add;
pub use look_up::{look_up, safe_text};
