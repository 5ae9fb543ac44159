//! One act on many accounts: given to an officer, tagged, or decided no action. All of it or nothing, one entry
//! of the log, taken back as one.
//!
//! Invariant: nothing here refers an account or records that someone is in danger, and nothing here closes an
//! account that somebody is in danger behind, that stands in a referral or was decided: those are left and counted.

use super::apart;
use super::tag::{self, Tag};
use crate::{Error, Progress, Result, Session, facts};
use breakwater_casefile::table::assessment::NewAssessment;
use breakwater_casefile::table::assignee::{self, Standing};
use breakwater_casefile::table::{account, officer};
use breakwater_casefile::{Action, Writer, query};
use breakwater_model::assessment::{AccountStatus, Decision, NoActionReason};
use breakwater_model::audit::Operation;
use breakwater_model::bulk::{BulkAct, BulkRequest, BulkView, LeftView};
use breakwater_model::case::Role;
use breakwater_model::{AccountId, OfficerId};
use std::collections::{BTreeMap, BTreeSet};

/// Accounts between two reports.
const STEP: u64 = 500;

/// Why accounts are left as they are, in the words the window says.
const LEFT: [(&str, &str); 7] = [
    ("safeguarding", "a safeguarding action is not answered"),
    ("second-look", "someone is to take a second look"),
    ("drafted", "in a draft referral"),
    ("sent", "in a referral that was sent"),
    ("decided", "already decided"),
    ("already-so", "already so"),
    ("gone", "no longer in the case"),
];

/// The act, checked and ready.
enum Ready {
    Assign(Option<OfficerId>),
    Tag(Vec<Tag>),
    Untag(Vec<Tag>),
    NoAction { key: NoActionReason, reason: String },
}

/// Does it, or nothing of it where `progress` is cancelled.
///
/// # Errors
/// The officer is none of the case or only reads it; a tag cannot be one; the list's search cannot be read.
pub fn bulk(session: &Session, request: &BulkRequest, progress: &dyn Progress) -> Result<BulkView> {
    let (ready, action) = ready(session, &request.act)?;
    let (rows, gone) = wanted(session, request)?;
    let total = rows.len() as u64;
    let action = described(action, request, total + gone);
    let going = |done: u64| {
        // Each account is written once and worked out once.
        progress.step(done / 2, Some(total), "accounts");
        !progress.is_cancelled()
    };
    let mut finishing = |done: u64, _: u64| going(total + done);
    let ((done, mut left), written) = session.write_watched(action, &mut finishing, |w| {
        let mut left: BTreeMap<&'static str, u64> = BTreeMap::new();
        let mut done = 0u64;
        for (number, row) in (0u64..).zip(&rows) {
            if number.is_multiple_of(STEP) && !going(number) {
                return Err(Error::Cancelled);
            }
            match one(w, *row, &ready)? {
                None => done += 1,
                Some(reason) => *left.entry(reason).or_default() += 1,
            }
        }
        w.word("accounts changed", &done.to_string());
        w.word("accounts left", &(total - done).to_string());
        Ok((done, left))
    })?;
    if gone > 0 {
        *left.entry("gone").or_default() += gone;
    }
    Ok(BulkView {
        set: (done > 0).then_some(written.set),
        asked: narrow(total + gone),
        done: narrow(done),
        left: said(&left),
    })
}

/// Does it to one account; the reason if it is left as it is.
fn one(w: &mut Writer<'_>, row: i64, ready: &Ready) -> Result<Option<&'static str>> {
    let Some(standing) = w.reading(|reader| assignee::standing(reader, row))? else {
        return Ok(Some("gone"));
    };
    let is_done = match ready {
        Ready::Assign(to) => w.assign(row, *to)?,
        Ready::Tag(tags) => any(tags, |tag| w.tag(row, &tag.folded, &tag.written))?,
        Ready::Untag(tags) => any(tags, |tag| w.untag(row, &tag.folded))?,
        Ready::NoAction { key, reason } => {
            if let Some(reason) = bars(&standing) {
                return Ok(Some(reason));
            }
            w.add_assessment(
                row,
                &NewAssessment {
                    decision: Decision::NoAction,
                    reason,
                    reason_key: Some(*key),
                    review_by: None,
                    grading: None,
                    answers: &BTreeMap::new(),
                },
            )?;
            true
        }
    };
    if !is_done {
        return Ok(Some("already-so"));
    }
    w.subject(standing.id.uuid());
    Ok(None)
}

/// True if any of them changed anything; all are done.
fn any(tags: &[Tag], mut each: impl FnMut(&Tag) -> Result<bool>) -> Result<bool> {
    let mut is_any = false;
    for tag in tags {
        is_any |= each(tag)?;
    }
    Ok(is_any)
}

/// What keeps an account from being closed along with others.
fn bars(standing: &Standing) -> Option<&'static str> {
    if standing.has_open_action {
        return Some("safeguarding");
    }
    match standing.status {
        AccountStatus::New | AccountStatus::InReview | AccountStatus::Hold => None,
        AccountStatus::SecondLook => Some("second-look"),
        AccountStatus::Drafted => Some("drafted"),
        AccountStatus::Sent => Some("sent"),
        AccountStatus::Refer | AccountStatus::NoAction | AccountStatus::Closed => Some("decided"),
    }
}

fn ready(session: &Session, act: &BulkAct) -> Result<(Ready, Action)> {
    let action = |code| Action::new(Operation::Alteration, code, "account");
    let written = |tags: &[Tag]| {
        let words: Vec<&str> = tags.iter().map(|tag| tag.written.as_str()).collect();
        words.join(", ")
    };
    Ok(match act {
        BulkAct::Assign { officer } => {
            let number = assignable(session, *officer)?;
            (
                Ready::Assign(*officer),
                action("accounts-assigned").word("officer", &number),
            )
        }
        BulkAct::Tag { tags } => {
            let tags = tag::read(session, tags)?;
            let action = action("accounts-tagged").word("tags", &written(&tags));
            (Ready::Tag(tags), action)
        }
        BulkAct::Untag { tags } => {
            let tags = tag::read(session, tags)?;
            let action = action("accounts-untagged").word("tags", &written(&tags));
            (Ready::Untag(tags), action)
        }
        BulkAct::NoAction { reason, note } => {
            let words = facts::no_action(*reason)
                .map(|fact| fact.words.clone())
                .unwrap_or_default();
            let note = note.trim();
            let reason_text = if note.is_empty() {
                words
            } else {
                format!("{words}: {note}")
            };
            let action = action("accounts-no-action").word("reason", &reason_text);
            let ready = Ready::NoAction {
                key: *reason,
                reason: reason_text,
            };
            (ready, action)
        }
    })
}

/// The number of an officer who can work on accounts; of nobody, `nobody`.
fn assignable(session: &Session, id: Option<OfficerId>) -> Result<String> {
    let Some(id) = id else {
        return Ok("nobody".into());
    };
    let found = session.read(|reader| officer::by_id(reader, id))?;
    let (_, view) = found.ok_or(Error::NotFound("officer"))?;
    if view.role == Role::Reader {
        return Err(Error::refused(
            "readers-are-given-no-work",
            format!("{} can read this case and not work on it.", view.number),
        ));
    }
    Ok(view.number)
}

/// Rows of the accounts, each once, and how many were asked for that are not there.
fn wanted(session: &Session, request: &BulkRequest) -> Result<(Vec<i64>, u64)> {
    if request.accounts.is_empty() {
        apart::check(session, &request.list)?;
        if !request.list.search.is_empty() {
            session.settle();
        }
        let except: BTreeSet<i64> = known(session, &request.except)?.into_iter().collect();
        let mut rows = query::all_rows(session, &request.list)?;
        rows.retain(|row| !except.contains(row));
        return Ok((rows, 0));
    }
    let mut met = BTreeSet::new();
    let ids: Vec<AccountId> = request
        .accounts
        .iter()
        .filter(|id| met.insert(**id))
        .copied()
        .collect();
    let rows = known(session, &ids)?;
    let gone = ids.len() - rows.len();
    Ok((rows, gone as u64))
}

fn known(session: &Session, ids: &[AccountId]) -> Result<Vec<i64>> {
    session.read(|reader| {
        let mut rows = Vec::with_capacity(ids.len());
        for id in ids {
            if let Some((row, false)) = account::any_row(reader, *id)? {
                rows.push(row);
            }
        }
        Ok(rows)
    })
}

/// The entry says what was asked for; which accounts it was, the ids or the set of changes say.
fn described(action: Action, request: &BulkRequest, asked: u64) -> Action {
    let action = action.word("accounts asked for", &asked.to_string());
    if request.accounts.is_empty() {
        return action.word("search", request.list.search.trim());
    }
    action
}

fn said(left: &BTreeMap<&'static str, u64>) -> Vec<LeftView> {
    LEFT.iter()
        .filter_map(|(reason, words)| {
            left.get(reason).map(|count| LeftView {
                reason: (*reason).to_owned(),
                words: (*words).to_owned(),
                count: narrow(*count),
            })
        })
        .collect()
}

fn narrow(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
