//! Looking after people: what an officer opened today that bears a warning, and when a break is due. Nobody but that
//! officer sees it.

use crate::Instant;
use serde::{Deserialize, Serialize};

/// When the unit wants a break to be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct BreakRule {
    /// After so many items with a warning, 1 to 500.
    pub items: u16,
    /// After so many minutes of them, 5 to 480.
    pub minutes: u16,
    /// A pause of so many minutes counts as one, 1 to 120.
    pub pause_minutes: u16,
    /// Whom to talk to; empty where the unit has named nobody.
    pub contact: String,
}

/// The rule with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct BreakRuleView {
    /// The rule.
    pub rule: BreakRule,
    /// True if the unit has set it.
    pub is_of_unit: bool,
    /// Where it comes from.
    pub source: String,
}

/// This officer's own day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CareView {
    /// Items with a warning that were opened today, each once.
    pub opened_today: u32,
    /// Of these, since the last break.
    pub since_break: u32,
    /// When the first of these was opened.
    pub run_began: Option<Instant>,
    /// True once the rule asks for a break; nothing is shut by it.
    pub is_break_due: bool,
    /// The rule.
    pub rule: BreakRuleView,
}
