//! The figures of a case.

use super::apart::{self, Apart};
use super::count::count;
use super::period::{Period, frame};
use super::view;
use crate::{Result, Session};
use breakwater_casefile::{history, sent_in};
use breakwater_model::Instant;
use breakwater_model::history::{History, Item, Mark};
use breakwater_model::platform::Unit;
use breakwater_model::statistics::{StatsRequest, StatsView};
use std::collections::{BTreeSet, HashMap};

/// The figures of a unit and a period, as at a moment.
///
/// # Errors
/// Days that are none.
pub fn stats(session: &Session, request: &StatsRequest) -> Result<StatsView> {
    let told = history::told(session)?;
    let now = session.host().now();
    let apart = apart::asked(session, &told, request, request.cut, now)?;
    apart_of(&told.history, request, now, i64::MAX, apart)
}

/// The units of which something was ever sent, accounts first.
pub fn units(session: &Session) -> Result<Vec<Unit>> {
    let told = history::told(session)?;
    let is_sent = |item: &&Item| {
        let events = told.history.events(item);
        events.iter().any(|event| event.mark == Mark::Sent)
    };
    let sent = told.history.items().iter().filter(is_sent);
    let units: BTreeSet<Unit> = sent.map(|item| item.unit).collect();
    Ok(units.into_iter().collect())
}

/// Notices sent in the period, by platform, and accounts first assessed in it.
///
/// # Errors
/// Days that are none.
pub(crate) fn sendings(
    session: &Session,
    request: &StatsRequest,
) -> Result<(HashMap<String, u32>, u32)> {
    let window = Period::read(&request.from, &request.to)?.window();
    let as_at = request.as_at.unwrap_or_else(|| session.host().now()).0;
    session.snapshot(|reader| {
        let notices = sent_in::notices(reader, window, as_at, request.with_imported)?;
        Ok((notices, sent_in::assessed(reader, window, as_at)?))
    })
}

/// The figures of any history, of events up to `seq`.
///
/// # Errors
/// Days that are none; told apart by something that no item keeps.
pub fn of(history: &History, request: &StatsRequest, now: Instant, seq: i64) -> Result<StatsView> {
    apart_of(history, request, now, seq, Apart::kept(request.cut)?)
}

/// The same, told apart by `apart` where the request asks for that.
fn apart_of(
    history: &History,
    request: &StatsRequest,
    now: Instant,
    seq: i64,
    apart: Apart,
) -> Result<StatsView> {
    let (period, before, mut frame) = frame(request, now, seq)?;
    let counted = count(history, &frame);
    let by_cut = request.cut.map(|cut| {
        frame.apart = apart;
        frame.months.clear();
        let counted = count(history, &frame);
        view::cut(cut, frame.apart.names(history), &counted)
    });
    Ok(view::stats(
        history,
        &view::Asked {
            period,
            before,
            frame: &frame,
            now,
            request,
        },
        &counted,
        by_cut,
    ))
}
