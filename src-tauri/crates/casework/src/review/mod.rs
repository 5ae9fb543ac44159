//! Review: today, answers, decisions, actions.

pub mod act;
pub mod answer_hit;
pub mod decide;
pub mod draft;
pub mod duty;
pub mod exclusions;
pub(crate) mod live_again;
pub mod promise;
pub mod reader;
pub(crate) mod remind;
pub mod today;
