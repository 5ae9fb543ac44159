//! Where referrals stand after decisions came in a file or were taken back with it.

use crate::Result;
use crate::referral::after;
use breakwater_casefile::Writer;
use breakwater_casefile::table::past;
use breakwater_model::referral::ReferralState;

/// Closes or opens referrals again by what stands of their items now.
pub(crate) fn stand_after(w: &mut Writer<'_>, referrals: &[i64]) -> Result<()> {
    for referral in referrals {
        let state = w.reading(|reader| past::referral_state(reader, *referral))?;
        if matches!(state, ReferralState::Sent | ReferralState::Closed) {
            after::stand(w, *referral, state)?;
        }
    }
    Ok(())
}
