//! What an account shares with others, and the networks that makes.

use crate::{Progress, Result, Session};
use breakwater_casefile::link;
use breakwater_casefile::table::account;
use breakwater_model::AccountId;
use breakwater_model::link::{LinksView, NetworkView};

/// Accounts that share something with this one, those with most reasons first.
pub fn links(session: &Session, id: AccountId) -> Result<LinksView> {
    let row = session.read(|reader| account::row(reader, id))?;
    link::links(session, row)
}

/// Every network of the case, the largest first.
///
/// # Errors
/// Stopped on request.
pub fn networks(session: &Session, progress: &dyn Progress) -> Result<Vec<NetworkView>> {
    link::networks(session, &mut |done, total| {
        progress.step(done, Some(total), "steps");
        !progress.is_cancelled()
    })
}
