//! A figure that was given out stays what it was: what was asked, the definitions, the last event it saw, the hash of the
//! rows and the figures are kept under a name and signed. Deriving it again shows it equal, or what changed.

use super::line::Line;
use super::period::as_at;
use super::stats::of;
use super::{DEFINITIONS, line};
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::Action;
use breakwater_casefile::approval::{canonical, is_signed_in, sign_in};
use breakwater_casefile::erase::veiled;
use breakwater_casefile::history::{self, Told};
use breakwater_casefile::table::frozen_figure::{self, Frozen};
use breakwater_casefile::table::officer;
use breakwater_model::audit::Operation;
use breakwater_model::history::{Cut, Event, Mark};
use breakwater_model::statistics::{
    ChangedView, FreezeRequest, FrozenFigureView, RederivedView, StatsRequest, StatsView,
};
use breakwater_model::{FigureId, Instant, OfficerId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashSet;

/// The namespace of the signature.
const NAMESPACE: &str = "breakwater-figure-v1";

/// What is signed, RFC 8785.
#[derive(Serialize, Deserialize)]
struct Manifest {
    form: u32,
    case: String,
    figure: FigureId,
    name: String,
    request: StatsRequest,
    definitions: String,
    /// The last event it saw.
    seq: i64,
    rows: u32,
    /// SHA-256 of the rows it was counted from, hex.
    rows_sha256: String,
    result: Value,
    officer: OfficerId,
    /// RFC 3339, UTC.
    at: String,
}

/// Freezes the figures of a unit and a period under a name.
///
/// # Errors
/// No name, or one that is taken; days that are none.
pub fn freeze(session: &Session, request: &FreezeRequest) -> Result<FrozenFigureView> {
    let name = request.name.trim();
    if name.is_empty() {
        return Err(Error::Invalid(
            "Give the figure a name, such as the publication it stands in.".into(),
        ));
    }
    let taken = session.read(|reader| frozen_figure::all(reader))?;
    if taken.iter().any(|one| one.name == name) {
        return Err(Error::Invalid(format!(
            "A frozen figure is called {name:?} already. A frozen figure is not changed: choose another name."
        )));
    }
    let id = FigureId::from_uuid(session.host().uuid());
    let (text, _) = canonical(&manifest(session, id, name, &request.request)?)?;
    let signature = sign_in(session, NAMESPACE, &text)?;
    let action = Action::new(Operation::Alteration, "figure-frozen", "figure")
        .on(id.uuid())
        .word("name", name);
    session.write(action, |w| w.add_frozen_figure(id, name, &text, &signature))?;
    let kept = session.read(|reader| frozen_figure::by_name(reader, name))?;
    view(session, &kept)
}

fn manifest(
    session: &Session,
    figure: FigureId,
    name: &str,
    request: &StatsRequest,
) -> Result<Manifest> {
    let now = session.host().now();
    let request = StatsRequest {
        as_at: Some(as_at(request.as_at, now)?.min(now)),
        cut: None,
        ..request.clone()
    };
    let told = history::told(session)?;
    let (rows, rows_sha256) = rows(session, &told, &request, told.last)?;
    Ok(Manifest {
        form: 1,
        case: session.case_id().to_string(),
        figure,
        name: name.to_owned(),
        definitions: DEFINITIONS.to_owned(),
        seq: told.last,
        rows,
        rows_sha256,
        result: serde_json::to_value(of(&told.history, &request, now, told.last)?)?,
        request,
        officer: session.officer().view.id,
        at: now.to_string(),
    })
}

/// Every frozen figure, newest first.
pub fn frozen(session: &Session) -> Result<Vec<FrozenFigureView>> {
    let all = session.read(|reader| frozen_figure::all(reader))?;
    all.iter().map(|one| view(session, one)).collect()
}

/// Derives a frozen figure again from the events it saw, as they stood when it was frozen; and tells which of them were
/// taken back since, and what it would be without these.
///
/// # Errors
/// There is none of this name.
pub fn rederive(session: &Session, name: &str) -> Result<RederivedView> {
    let found = session.read(|reader| frozen_figure::by_name(reader, name.trim()))?;
    let manifest = read(&found)?;
    let now = history::told(session)?;
    let then = history::told_by(session, found.entry)?;
    let saw = then.as_ref().unwrap_or(&now);
    let (_, rows_sha256) = rows(session, saw, &manifest.request, manifest.seq)?;
    let changed = since(session, &manifest, saw)?;
    let (taken_back, without) = match &then {
        Some(then) => (
            taken_back(&manifest, then, &now),
            since(session, &manifest, &now)?,
        ),
        None => (0, Vec::new()),
    };
    Ok(RederivedView {
        are_rows_equal: rows_sha256 == manifest.rows_sha256,
        is_equal: changed.is_empty(),
        definitions_now: DEFINITIONS.to_owned(),
        changed,
        taken_back,
        without: if taken_back == 0 { Vec::new() } else { without },
        figure: view(session, &found)?,
    })
}

/// What a history gives otherwise than what was frozen.
fn since(session: &Session, manifest: &Manifest, told: &Told) -> Result<Vec<ChangedView>> {
    // A clock that was put back since is no reason not to derive it.
    let now = session
        .host()
        .now()
        .max(manifest.request.as_at.unwrap_or(Instant(0)));
    let derived: StatsView = of(&told.history, &manifest.request, now, manifest.seq)?;
    // Through the same form as what was frozen: there nought has no fraction.
    let (derived, _) = canonical(&derived)?;
    let mut changed = Vec::new();
    differ(
        "",
        &manifest.result,
        &serde_json::from_str(&derived)?,
        &mut changed,
    );
    changed.retain(|one| one.field != "definitions");
    Ok(changed)
}

/// How many events it saw of its unit that do not stand any more.
fn taken_back(manifest: &Manifest, then: &Told, now: &Told) -> u32 {
    let seen = |told: &Told| -> HashSet<i64> {
        let items = told.history.items().iter();
        let of_unit = items.filter(|item| item.unit == manifest.request.unit);
        of_unit
            .flat_map(|item| told.history.events(item))
            .map(|event| event.seq)
            .filter(|seq| *seq <= manifest.seq)
            .collect()
    };
    let gone = seen(then).difference(&seen(now)).count();
    u32::try_from(gone).unwrap_or(u32::MAX)
}

fn read(found: &Frozen) -> Result<Manifest> {
    serde_json::from_str(&found.manifest)
        .map_err(|_| Error::Damaged(format!("the frozen figure {:?}", found.name)))
}

fn view(session: &Session, found: &Frozen) -> Result<FrozenFigureView> {
    let manifest = read(found)?;
    let by = session.read(|reader| officer::by_row(reader, found.officer))?;
    let is_signed = by.as_ref().is_some_and(|by| {
        manifest.officer == by.id
            && manifest.figure == found.id
            && manifest.name == found.name
            && is_signed_in(NAMESPACE, &found.manifest, &found.signature, &by.public_key)
    });
    let count = |name: &str| {
        let value = manifest.result.get(name).and_then(Value::as_u64);
        u32::try_from(value.unwrap_or_default()).unwrap_or(u32::MAX)
    };
    Ok(FrozenFigureView {
        id: found.id,
        name: found.name.clone(),
        taken_down: count("taken_down"),
        previous: count("previous"),
        referred: count("referred"),
        said: manifest
            .result
            .pointer("/said/words")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned(),
        request: manifest.request,
        definitions: manifest.definitions,
        seq: u32::try_from(manifest.seq).unwrap_or(u32::MAX),
        rows: manifest.rows,
        rows_sha256: manifest.rows_sha256,
        by: by.map(|by| by.name).unwrap_or_default(),
        at: found.at,
        is_signed,
    })
}

/// The rows of a unit up to an event: how many, and the SHA-256 of them in the order of their names. A post is named so
/// that the name is the same after its account was erased.
fn rows(session: &Session, told: &Told, request: &StatsRequest, seq: i64) -> Result<(u32, String)> {
    let platforms = told.history.names(Cut::Platform);
    let mut rows = Vec::new();
    for (item, subject) in told.history.items().iter().zip(&told.subjects) {
        let seen: Vec<Event> = told
            .history
            .events(item)
            .iter()
            .filter(|event| event.seq <= seq)
            .copied()
            .collect();
        let is_sent = seen.iter().any(|event| event.mark == Mark::Sent);
        if item.unit != request.unit || !is_sent {
            continue;
        }
        let [group, ..] = item.groups;
        let line = Line {
            item: format!("{} {}", subject.account, veiled(session, &subject.post)?),
            by_handle: String::new(),
            unit: item.unit,
            platform: platforms
                .get(usize::from(group))
                .cloned()
                .unwrap_or_default(),
            live: item.live,
            events: seen,
        };
        rows.push(line.cells()?);
    }
    rows.sort_unstable();
    let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let (text, _) = canonical(&(line::COLUMNS, rows))?;
    Ok((count, outfile::sha256(text.as_bytes())))
}

/// What differs, by its place; lists are told as a whole.
fn differ(place: &str, frozen: &Value, now: &Value, changed: &mut Vec<ChangedView>) {
    if let (Value::Object(one), Value::Object(other)) = (frozen, now) {
        let names = one
            .keys()
            .chain(other.keys().filter(|name| !one.contains_key(*name)));
        for name in names {
            let place = if place.is_empty() {
                name.clone()
            } else {
                format!("{place}.{name}")
            };
            let of = |value: &serde_json::Map<String, Value>| {
                value.get(name).cloned().unwrap_or_default()
            };
            differ(&place, &of(one), &of(other), changed);
        }
    } else if frozen != now {
        changed.push(ChangedView {
            field: place.to_owned(),
            frozen: frozen.to_string(),
            now: now.to_string(),
        });
    }
}
