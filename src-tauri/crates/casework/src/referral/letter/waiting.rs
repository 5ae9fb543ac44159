//! Letters that wait for somebody, as Today tells them.

use super::told_of;
use crate::account::apart;
use crate::referral::reasons;
use crate::reminders::{self, Rule};
use crate::{Result, Session};
use breakwater_casefile::table::{event, letter, past};
use breakwater_casefile::{Reader, query};
use breakwater_model::case::Role;
use breakwater_model::letter::LetterState;
use breakwater_model::today::{TodayItem, TodaySection};

/// Items shown.
const SHOWN: usize = 50;

/// Withdrawn items nobody wrote a letter on, letters that whoever is here may approve or wrote and got back, and
/// approved ones that were not sent.
pub(crate) fn section(session: &Session) -> Result<TodaySection> {
    let mut items = session.read(|reader| {
        let mut items = unwritten(session, reader)?;
        items.extend(written(session, reader)?);
        Ok(items)
    })?;
    let total = u32::try_from(items.len()).unwrap_or(u32::MAX);
    items.truncate(SHOWN);
    Ok(TodaySection {
        key: "letters".to_owned(),
        title: "Letters about withdrawn items".to_owned(),
        items,
        total,
    })
}

fn unwritten(session: &Session, reader: &Reader<'_>) -> Result<Vec<TodayItem>> {
    let now = session.host().now();
    let days = i64::from(reminders::days(Rule::Letter, "")) * 86_400_000;
    let mut items = Vec::new();
    for (item, referral, account) in letter::without(reader, now.plus_ms(-days))? {
        let Some(row) = query::rows(reader, &[account], session.officer().row)?.pop() else {
            continue;
        };
        let events = event::of_referral(reader, referral)?;
        let withdrawn = events
            .iter()
            .rfind(|one| one.item == item && one.kind == "withdrawn");
        let code = withdrawn.map_or("", |event| event.value.as_str());
        let words = reasons::of(code).map_or(code, |reason| reason.words.as_str());
        let (label, account) = apart::named(session, &row);
        items.push(TodayItem {
            label,
            why: format!("withdrawn: {words}; the platform has no letter yet"),
            account,
            referral: Some(past::referral_id(reader, referral)?),
            platform: Some(row.platform),
            ..TodayItem::default()
        });
    }
    Ok(items)
}

fn written(session: &Session, reader: &Reader<'_>) -> Result<Vec<TodayItem>> {
    let own = &session.officer().view;
    let mut items = Vec::new();
    for one in letter::unsent(reader)? {
        let told = told_of(reader, one)?;
        let why = match (told.state(), &told.returned) {
            (LetterState::Prepared, _) if own.role != Role::Reader && !told.is_drafter(own.id) => {
                "letter prepared; read it and approve it".to_owned()
            }
            (LetterState::Approved, _) => "letter approved; send it, then mark it sent".to_owned(),
            (LetterState::Returned, Some((_, reason, _))) if told.is_drafter(own.id) => {
                format!("letter returned: {reason}")
            }
            _ => continue,
        };
        let Some(row) = query::rows(reader, &[told.letter.account], session.officer().row)?.pop()
        else {
            continue;
        };
        let (label, account) = apart::named(session, &row);
        items.push(TodayItem {
            label,
            why,
            account,
            referral: Some(told.frozen.referral),
            platform: Some(row.platform),
            ..TodayItem::default()
        });
    }
    Ok(items)
}
