//! One row an item for others to add up: keyed pseudonyms, times and words of closed lists, and nothing that names an
//! account, a case or an officer.

use super::line::{COLUMNS, Line, MARK};
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::history::{self, Named, Subject};
use breakwater_casefile::pseudonym::{mark, pseudonym};
use breakwater_casefile::{Action, layout};
use breakwater_model::audit::Operation;
use breakwater_model::history::{Cut, Mark};
use breakwater_model::platform::Unit;
use breakwater_model::pooled::FiguresView;

use breakwater_text::handle;
use std::collections::HashMap;
use std::path::Path;
use zeroize::Zeroizing;

const WHAT: &str = "the figures";

/// The unit's secret as its file holds it, without white space at its end and the mark of its encoding.
///
/// # Errors
/// It cannot be read as text.
pub fn secret(file: &Path) -> Result<Zeroizing<Vec<u8>>> {
    let text = std::fs::read_to_string(file).map_err(Error::io("the unit's secret"))?;
    let text = Zeroizing::new(text);
    let written = text.trim_start_matches('\u{feff}').trim_end();
    Ok(Zeroizing::new(written.as_bytes().to_vec()))
}

/// Writes every item that was ever sent; logged as a disclosure before a byte leaves.
///
/// # Errors
/// A secret that is too short; a place within a case folder.
pub fn figures(session: &Session, secret: &[u8], out: &Path) -> Result<FiguresView> {
    outfile::check_place(out)?;
    let mark = mark(secret)?;
    let lines = lines(session, secret)?;
    let rows = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    let done = session.note(
        Action::new(Operation::Disclosure, "figures-given-out", "referral")
            .word("rows", &rows.to_string())
            .word("file", &layout::file_name(out)),
    )?;
    let sha256 = outfile::write_checked(out, |file| {
        let mut writer = csv::Writer::from_writer(file);
        let bad = |error: csv::Error| Error::io(WHAT)(error.into());
        let header = COLUMNS.into_iter().chain([MARK]);
        writer.write_record(header).map_err(bad)?;
        for line in &lines {
            let cells = line.cells()?;
            let cells = cells.iter().chain([&mark]);
            writer.write_record(cells).map_err(bad)?;
        }
        writer.flush().map_err(Error::io(WHAT))
    })?;
    session.note(
        Action::new(Operation::Consultation, "figures-written", "referral")
            .word("entry", &done.seq.to_string())
            .word("sha256", &sha256),
    )?;
    session.write_head()?;
    Ok(FiguresView {
        rows,
        sha256,
        entry: u32::try_from(done.seq).unwrap_or(u32::MAX),
    })
}

/// The rows, in the order of their pseudonyms.
fn lines(session: &Session, secret: &[u8]) -> Result<Vec<Line>> {
    let told = history::told(session)?;
    let named = session.read(history::named)?;
    let platforms = told.history.names(Cut::Platform);
    let mut lines = Vec::new();
    for (item, subject) in told.history.items().iter().zip(&told.subjects) {
        let events = told.history.events(item);
        if events.iter().all(|event| event.mark != Mark::Sent) {
            continue;
        }
        let [group, ..] = item.groups;
        let platform = platforms
            .get(usize::from(group))
            .cloned()
            .unwrap_or_default();
        let (name, by_handle) = names(secret, &platform, item.unit, subject, &named)?;
        lines.push(Line {
            item: name,
            by_handle,
            unit: item.unit,
            platform,
            live: item.live,
            events: events.to_vec(),
        });
    }
    lines.sort_by(|one, other| one.item.cmp(&other.item));
    Ok(lines)
}

/// The pseudonym of an item by the best that is known of it, and the one of its handle where that is not the best.
fn names(
    secret: &[u8],
    platform: &str,
    unit: Unit,
    subject: &Subject,
    named: &HashMap<i64, Named>,
) -> Result<(String, String)> {
    let unit = serde_json::to_value(unit)?;
    let unit = unit.as_str().unwrap_or_default();
    let name = |kind: &str, what: &str| pseudonym(secret, &[kind, platform, unit, what]);
    if !subject.post.is_empty() {
        return Ok((name("post", &subject.post)?, String::new()));
    }
    let found = named.get(&subject.row);
    let handle = found
        .and_then(|one| one.handle.as_deref())
        .map(|written| name("handle", &handle::fold(platform, written)))
        .transpose()?;
    match (found, handle) {
        (Some(Named { id: Some(id), .. }), handle) => {
            Ok((name("id", id)?, handle.unwrap_or_default()))
        }
        (_, Some(handle)) => Ok((handle, String::new())),
        (
            Some(Named {
                address: Some(address),
                ..
            }),
            None,
        ) => Ok((name("address", address)?, String::new())),
        _ => Ok((
            name("account", &subject.account.to_string())?,
            String::new(),
        )),
    }
}
