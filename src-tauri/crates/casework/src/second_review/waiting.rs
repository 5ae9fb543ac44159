//! What waits for this officer's second review: named, and no more.

use super::{sample, shares};
use crate::review::reader;
use crate::{Result, Session};
use breakwater_casefile::{query, state};
use breakwater_model::second_review::{SecondReviewListView, SecondReviewRow};
use breakwater_text::language;

/// What waits, what the officer can read first, then the oldest month, then as the sample fell.
pub fn list(session: &Session) -> Result<SecondReviewListView> {
    let own = session.own().officer;
    let mut rows = Vec::new();
    let mut of_own = 0;
    for drawn in sample::drawn(session)? {
        if drawn.decided.is_reviewed {
            continue;
        }
        if drawn.decided.officer == own {
            of_own += 1;
            continue;
        }
        let account = drawn.decided.account;
        let (code, is_translated) = session.read(|reader| state::language(reader, account))?;
        let needed = reader::needed(session, code.as_deref(), is_translated)?;
        let listed = session
            .read(|reader| query::rows(reader, &[account], 0))?
            .pop();
        let Some(listed) = listed else { continue };
        rows.push(SecondReviewRow {
            account: listed.id,
            label: listed.label,
            platform: listed.platform,
            unit: listed.unit,
            language_name: code.as_deref().and_then(language::name).map(str::to_owned),
            language: code,
            period: drawn.period,
            is_readable: needed.is_none(),
        });
    }
    rows.sort_by(|one, other| {
        let key = |row: &SecondReviewRow| (!row.is_readable, row.period.clone(), row.account);
        key(one).cmp(&key(other))
    });
    Ok(SecondReviewListView {
        rows,
        own: of_own,
        shares: shares::now(session)?,
        come_with: shares::come_with(),
        source: shares::source("share-refer"),
    })
}
