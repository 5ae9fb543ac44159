//! The second review: a sample of decisions is judged again by another officer, who is shown neither the decision nor its
//! reason, the band or the score.
//!
//! Invariant: what is shown before the answer ([`waiting`], [`blind`]) follows from nothing that was decided or scored;
//! nobody answers for their own decision; a decision is answered for once; an answer changes no status.

pub mod agreement;
pub mod answer;
pub mod blind;
mod sample;
pub mod settle;
pub mod shares;
pub mod waiting;
