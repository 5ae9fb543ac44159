//! The demonstration case.

mod canvas;
pub mod content;
pub mod draw;
pub mod make;
mod second;
