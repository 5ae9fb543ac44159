//! Live visits and watching: looking again and again at somebody's open profile can be surveillance, so visits are
//! counted over all officers, and to watch is a word of its own with its authority, apart from any assessment.
//!
//! Invariant: nothing here records or plans a visit, and what was seen is never refused: too many visits are said.

use crate::{Error, Result, Session, facts, limits};
use breakwater_casefile::table::{account, watch};
use breakwater_casefile::{Action, Reader};
use breakwater_model::assessment::Answer;
use breakwater_model::audit::Operation;
use breakwater_model::watch::{
    VisitsView, WatchDoneView, WatchFactorView, WatchGround, WatchRequest,
};
use breakwater_model::{AccountId, Instant};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Most characters of a purpose, a reason, a name.
const LONGEST: usize = 2_000;
const DAY_MS: i64 = 86_400_000;

/// A question that is asked before an account is watched.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Factor {
    name: String,
    question: String,
    source: String,
    date: String,
}

static FACTORS: LazyLock<std::result::Result<Vec<Factor>, String>> = LazyLock::new(|| {
    let file = include_str!("../../data/watch_factors.csv");
    facts::read("watch_factors.csv", file)
});

/// The questions, in the order they are asked; data with a source.
///
/// # Errors
/// The table that comes with the program does not read.
pub fn factors() -> Result<Vec<WatchFactorView>> {
    let factors = FACTORS
        .as_ref()
        .map_err(|why| Error::Invalid(why.clone()))?;
    let view = |factor: &Factor| WatchFactorView {
        name: factor.name.clone(),
        question: factor.question.clone(),
        source: format!("{} ({})", factor.source, factor.date),
    };
    Ok(factors.iter().map(view).collect())
}

/// Live visits to an account over all officers, and whether it is watched.
pub fn visits(session: &Session, id: AccountId) -> Result<VisitsView> {
    let now = session.host().now();
    session.read(|reader| of_account(reader, account::row(reader, id)?, now))
}

fn of_account(reader: &Reader<'_>, row: i64, now: Instant) -> Result<VisitsView> {
    let (limit, days) = (
        u32::try_from(limits::value("live-visits")).unwrap_or_default(),
        u16::try_from(limits::value("live-visits-days")).unwrap_or_default(),
    );
    let counted = watch::visits(reader, row, now.plus_ms(-i64::from(days) * DAY_MS))?;
    let watch = watch::of_account(reader, row, now)?;
    let is_allowed = watch.as_ref().is_some_and(|watch| watch.is_current);
    Ok(VisitsView {
        visits: counted.all,
        recent: counted.recent,
        days,
        limit,
        officers: counted.officers,
        last: counted.last,
        watch,
        is_asked: counted.recent >= limit && !is_allowed,
    })
}

/// Says that an account is watched, under what authority or why none is needed. The newest word counts.
///
/// # Errors
/// Refused by rule `a-watch-has-its-authority`, with what is missing: a factor without an answer, no purpose, no
/// authority, one that has expired, no reason why none is needed, nobody who decided it.
pub fn begin(session: &Session, request: &WatchRequest) -> Result<WatchDoneView> {
    let row = session.read(|reader| account::row(reader, request.account))?;
    let missing = missing(request, session.host().now())?;
    if !missing.is_empty() {
        return Err(Error::Refused {
            rule: "a-watch-has-its-authority",
            message: "To watch an account asks every factor, the purpose, who decided it, and an authority that stands or why none is needed.".into(),
            missing,
        });
    }
    let action = Action::new(Operation::Alteration, "watch-begun", "account")
        .on(request.account.uuid())
        .word("why", request.purpose.trim())
        .word("decided_by", request.decided_by.trim());
    write(
        session,
        request.account,
        row,
        action,
        &watch::NewWatch {
            purpose: request.purpose.trim(),
            factors: &serde_json::to_string(&request.factors)?,
            ground: Some(&request.ground),
            decided_by: request.decided_by.trim(),
        },
    )
}

/// Says that an account is watched no longer, and why.
///
/// # Errors
/// No reason; it is not watched.
pub fn end(session: &Session, id: AccountId, why: &str) -> Result<WatchDoneView> {
    let why = why.trim();
    if why.is_empty() || why.chars().count() > LONGEST {
        return Err(Error::Invalid(format!(
            "Say why the account is watched no longer, in at most {LONGEST} characters."
        )));
    }
    let now = session.host().now();
    let row = session.read(|reader| account::row(reader, id))?;
    let is_watched = session.read(|reader| watch::of_account(reader, row, now))?;
    if is_watched.is_none() {
        return Err(Error::Invalid("This account is not watched.".into()));
    }
    let action = Action::new(Operation::Alteration, "watch-ended", "account")
        .on(id.uuid())
        .word("why", why);
    write(
        session,
        id,
        row,
        action,
        &watch::NewWatch {
            purpose: why,
            factors: "{}",
            ground: None,
            decided_by: &session.officer().view.number,
        },
    )
}

fn write(
    session: &Session,
    id: AccountId,
    row: i64,
    action: Action,
    new: &watch::NewWatch<'_>,
) -> Result<WatchDoneView> {
    let (_, done) = session.write(action, |w| w.add_watch(row, new))?;
    Ok(WatchDoneView {
        set: done.set,
        visits: visits(session, id)?,
    })
}

/// What a word on watching lacks, by name.
fn missing(request: &WatchRequest, now: Instant) -> Result<Vec<String>> {
    let is_said = |words: &str| {
        let words = words.trim();
        !words.is_empty() && words.chars().count() <= LONGEST
    };
    let mut missing = Vec::new();
    let mut need = |is_there: bool, name: &str| {
        if !is_there {
            missing.push(name.to_owned());
        }
    };
    need(is_said(&request.purpose), "purpose");
    let asked = factors()?;
    for factor in &asked {
        need(
            request.factors.contains_key(&factor.name),
            &format!("factor.{}", factor.name),
        );
    }
    match &request.ground {
        WatchGround::Authority { reference, expires } => {
            need(is_said(reference), "authority");
            need(*expires > now, "expires");
        }
        WatchGround::NoneNeeded { why } => need(is_said(why), "none-needed"),
    }
    need(is_said(&request.decided_by), "decided-by");
    if let Some(unknown) = unknown(&request.factors, &asked) {
        return Err(Error::Invalid(format!(
            "There is no factor “{unknown}”. watch-factors lists them."
        )));
    }
    Ok(missing)
}

fn unknown(answers: &BTreeMap<String, Answer>, asked: &[WatchFactorView]) -> Option<String> {
    let mut answers = answers.keys();
    answers
        .find(|name| !asked.iter().any(|factor| factor.name == **name))
        .cloned()
}
