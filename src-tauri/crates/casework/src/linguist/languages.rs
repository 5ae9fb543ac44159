//! Languages whose reader accounts wait for.

use crate::review::reader::OWN;
use crate::{Result, Session};
use breakwater_casefile::query;
use breakwater_casefile::table::officer;
use breakwater_model::linguist::WaitingLanguageView;
use breakwater_text::language;

/// Languages with accounts to review that wait for a reader, most waiting first; not the window's own.
pub fn waiting(session: &Session) -> Result<Vec<WaitingLanguageView>> {
    let own = session.own().officer;
    let reads = session
        .read(|reader| officer::by_id(reader, own))?
        .map(|(_, officer)| officer.reads)
        .unwrap_or_default();
    let mut languages: Vec<WaitingLanguageView> = query::unread(session, session.host().now())?
        .into_iter()
        .filter(|(code, _)| code != OWN)
        .map(|(code, accounts)| WaitingLanguageView {
            name: language::name(&code).unwrap_or(&code).to_owned(),
            is_read: reads.contains(&code),
            accounts,
            code,
        })
        .collect();
    languages.sort_by(|one, next| (next.accounts, &one.name).cmp(&(one.accounts, &next.name)));
    Ok(languages)
}
