//! Lists kept by name.
//!
//! They are this officer's screen state: what somebody keeps an eye on is a way of
//! working and no fact of the case, it changes with every morning, and a log of it
//! would be a log of the officer.

pub mod saved;
