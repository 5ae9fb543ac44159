//! Lexicons as files: read and compared before they are taken, written as they are read.

use super::change::write;
use super::now;
use super::read::count;
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::{Action, layout, score};
use breakwater_model::audit::Operation;
use breakwater_model::lexicon::{LexiconFaultView, LexiconFileView};
use breakwater_text::indicator::{Fault, Lexicon, Term};
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// Bytes of a lexicon file.
const LONGEST: u64 = 8 << 20;

/// What taking a file would change. Nothing is written.
pub fn preview(session: &Session, language: &str, file: &Path) -> Result<LexiconFileView> {
    Ok(read(session, language, file)?.0)
}

/// Takes a file: it stands in the place of the lexicon of its language, unless it has a fault or changes nothing.
pub fn take(session: &Session, language: &str, file: &Path) -> Result<LexiconFileView> {
    let (view, lexicon) = read(session, language, file)?;
    let changes = view.added + view.changed + view.removed > 0;
    match lexicon {
        Some(lexicon) if view.faults.is_empty() && changes => {
            write(session, &lexicon, "lexicon-imported")?;
            Ok(LexiconFileView {
                is_taken: true,
                ..view
            })
        }
        _ => Ok(view),
    }
}

/// Writes the lexicon of a language as CSV, read back before it gets its name.
pub fn save(session: &Session, language: &str, out: &Path) -> Result<()> {
    let lexicon = now(session, language)?;
    let action = Action::new(Operation::Consultation, "lexicon-exported", "lexicon")
        .word("language", language)
        .word("version", &lexicon.version);
    session.note(action)?;
    let name = layout::file_name(out);
    outfile::write_checked(out, |to| {
        to.write_all(lexicon.write().as_bytes())
            .map_err(Error::io(&name))
    })?;
    Ok(())
}

fn read(
    session: &Session,
    language: &str,
    file: &Path,
) -> Result<(LexiconFileView, Option<Lexicon>)> {
    let stands = now(session, language)?;
    let file_name = layout::file_name(file);
    let size = fs::metadata(file).map_err(Error::io(&file_name))?.len();
    if size > LONGEST {
        return Err(Error::Invalid(format!(
            "{file_name} is larger than a lexicon may be (8 MB)."
        )));
    }
    let bytes = fs::read(file).map_err(Error::io(&file_name))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Error::Invalid(format!(
            "{file_name} is not UTF-8: save it as CSV in UTF-8."
        ))
    })?;
    let empty = LexiconFileView {
        file_name,
        ..LexiconFileView::default()
    };
    match Lexicon::read(language, &text) {
        Err(faults) => Ok((
            LexiconFileView {
                faults: faults.into_iter().map(fault_view).collect(),
                ..empty
            },
            None,
        )),
        Ok(lexicon) => {
            let view = compared(&stands, &lexicon, empty);
            let faults = used_before(session, &stands, &lexicon, &view)?;
            Ok((LexiconFileView { faults, ..view }, Some(lexicon)))
        }
    }
}

/// A version says what terms it stands for: it is not given twice.
fn used_before(
    session: &Session,
    stands: &Lexicon,
    lexicon: &Lexicon,
    view: &LexiconFileView,
) -> Result<Vec<LexiconFaultView>> {
    let changes = view.added + view.changed + view.removed > 0;
    let own = session.read(score::own_versions)?;
    let is_used = stands.version == lexicon.version
        || own.contains(&(lexicon.language.clone(), lexicon.version.clone()));
    if !changes || !is_used {
        return Ok(Vec::new());
    }
    Ok(vec![LexiconFaultView {
        line: 1,
        why: format!(
            "version {:?} stands already for other terms; write another one into the first line (Version …)",
            lexicon.version
        ),
    }])
}

fn compared(stands: &Lexicon, lexicon: &Lexicon, view: LexiconFileView) -> LexiconFileView {
    let before: HashMap<&str, &Term> = stands
        .terms
        .iter()
        .map(|term| (term.term.as_str(), term))
        .collect();
    let (mut added, mut changed, mut unchanged) = (0, 0, 0);
    for term in &lexicon.terms {
        match before.get(term.term.as_str()) {
            None => added += 1,
            Some(old) if **old == *term => unchanged += 1,
            Some(_) => changed += 1,
        }
    }
    let removed = count(stands.terms.len()).saturating_sub(changed + unchanged);
    LexiconFileView {
        version: lexicon.version.clone(),
        added,
        changed,
        removed,
        unchanged,
        ..view
    }
}

fn fault_view(fault: Fault) -> LexiconFaultView {
    LexiconFaultView {
        line: u32::try_from(fault.line).unwrap_or(u32::MAX),
        why: fault.why,
    }
}
