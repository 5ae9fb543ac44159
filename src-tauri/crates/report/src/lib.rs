//! Referral documents: the notice as plain text, its items as CSV. A network as `GraphML` and as a picture.
//!
//! Invariant: the same referral, marking and instant give the same bytes. Until a referral is
//! approved every page and every row says so. Nothing here knows the case: the case's own
//! reference and title, its label for the referral and officers' notes never reach a document.

pub mod csv_guard;
mod items_csv;
pub mod network;
mod notice;
mod page;
mod visible;
mod when;

pub use items_csv::referral_csv;
pub use notice::referral_text;
pub use page::page_count;

use breakwater_model::referral::ReferralState;

/// What every page and row says before approval.
pub const DRAFT_WORDS: &str = "DRAFT, NOT APPROVED";

/// True until the referral is approved: drafts and what waits for a second officer.
pub const fn is_draft(state: ReferralState) -> bool {
    match state {
        ReferralState::Draft | ReferralState::Submitted => true,
        ReferralState::Approved | ReferralState::Sent | ReferralState::Closed => false,
    }
}
