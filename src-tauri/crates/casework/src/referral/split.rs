//! More accounts than a channel takes at once become several drafts, none of which holds more.

use super::draft::{draft, prepare};
use crate::directory::{self, by_route};
use crate::{Result, Session};
use breakwater_model::platform::Platform;
use breakwater_model::referral::{DraftReferralRequest, ReferralView, Route};

/// The most items one submission by this route holds, where the platform's channel says.
///
/// # Errors
/// The case's own directory does not read.
pub fn most(session: &Session, platform: &Platform, route: Route) -> Result<Option<u32>> {
    let directory = session.read(directory::stands)?;
    let channel = by_route(&directory.channels, platform.as_str(), route);
    Ok(channel.and_then(|channel| channel.most_items))
}

/// As many drafts as the channel's limit makes of the accounts, in their order: one, where the channel has none. All of
/// the accounts may be referred, or nothing is drafted.
///
/// # Errors
/// As [`draft`].
pub fn drafts(session: &Session, request: &DraftReferralRequest) -> Result<Vec<ReferralView>> {
    let most = most(
        session,
        &request.platform,
        request.route.unwrap_or_default(),
    )?;
    let most = most.map_or(usize::MAX, |most| most.max(1) as usize);
    if request.accounts.len() <= most {
        return Ok(vec![draft(session, request)?]);
    }
    let now = session.host().now();
    session.read(|reader| prepare(reader, session, request, now))?;
    let parts = request.accounts.chunks(most);
    parts
        .map(|accounts| {
            let part = DraftReferralRequest {
                accounts: accounts.to_vec(),
                ..request.clone()
            };
            draft(session, &part)
        })
        .collect()
}
