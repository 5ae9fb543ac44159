//! Evidence: attach, show, stop, export.

pub mod attach;
pub mod export;
pub mod list;
pub mod rules;
pub mod show;
pub mod stop;
pub mod tag;
