//! An account's history in words, from its audit entries and changes.

use super::undo::is_undoable;
use crate::Result;
use breakwater_casefile::table::officer;
use breakwater_casefile::{Reader, audit_log, undo};
use breakwater_model::account::HistoryView;
use breakwater_model::case::OfficerView;
use breakwater_model::{Instant, SetId};

/// The newest lines of an account's history, at most this many.
const MOST: u32 = 200;

struct Line {
    seq: i64,
    set: SetId,
    at: Instant,
    officer: String,
    action: String,
    field: Option<String>,
    old: Option<String>,
    new: Option<String>,
}

/// The history of an account, newest first.
pub fn of_account(reader: &Reader<'_>, account: i64) -> Result<Vec<HistoryView>> {
    let lines = audit_log::history(reader, account, MOST)?;
    let mut views: Vec<HistoryView> = Vec::with_capacity(lines.len());
    let officers = officer::all(reader)?;
    let mut last_seq = None;
    for line in lines {
        let line = Line {
            seq: line.seq,
            set: line.set,
            at: Instant(line.at_ms),
            officer: line.officer,
            action: line.action,
            field: line.field.filter(|field| field != "*"),
            old: line.old,
            new: line.new,
        };
        let is_first = last_seq != Some(line.seq);
        last_seq = Some(line.seq);
        if !is_first && line.field.is_none() {
            continue;
        }
        let undo = if is_first && is_undoable(&line.action) && undo::can_undo(reader, line.seq)? {
            Some(line.set)
        } else {
            None
        };
        views.push(HistoryView {
            at: line.at,
            officer: line.officer,
            kind: kind(&line.action).to_owned(),
            what: what(&line.action, line.field.as_deref()),
            old: said(&officers, line.field.as_deref(), line.old),
            new: said(&officers, line.field.as_deref(), line.new),
            undo,
        });
    }
    Ok(views)
}

/// A value as officers say it: an officer by name, whatever else as it stands.
fn said(officers: &[OfficerView], field: Option<&str>, value: Option<String>) -> Option<String> {
    let value = value?;
    let named = (field == Some("assignee"))
        .then(|| {
            officers
                .iter()
                .find(|officer| officer.id.to_string() == value)
        })
        .flatten();
    Some(named.map_or(value, |officer| officer.name.clone()))
}

fn kind(action: &str) -> &'static str {
    match action {
        "import-committed" | "links-added" => "created",
        "account-assessed" | "accounts-no-action" => "assessed",
        "exhibit-attached" => "attached",
        "translation-added" | "translations-returned" => "translated",
        "note-added" => "noted",
        "action-recorded" | "action-answered" => "acted",
        "referral-drafted" | "referral-edited" | "referral-item-removed" => "drafted",
        "account-opened" | "accounts-flicked" => "opened",
        "succession-confirmed"
        | "succession-refused"
        | "succession-taken-back"
        | "accounts-merged"
        | "merge-taken-back"
        | "network-declared"
        | "network-cut"
        | "network-renamed"
        | "network-word-taken-back"
        | "justice-entered"
        | "justice-taken-back" => "linked",
        _ => "changed",
    }
}

fn what(action: &str, field: Option<&str>) -> String {
    let base = crate::audit::words::said(action);
    match field {
        Some("is_retracted") | None => base.to_owned(),
        Some(field) => format!("{base}: {}", field.replace('_', " ")),
    }
}
