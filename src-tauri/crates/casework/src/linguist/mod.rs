//! For the linguist: texts that wait for a reader go out, translations and answers come back in by key.

mod key;
pub mod languages;
pub mod out;
mod rows;
pub mod take;
