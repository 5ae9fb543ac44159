//! Attaching: streamed, hashed, encrypted, durable before it is acknowledged.

use crate::evidence::list::exhibit_view;
use crate::{Error, Progress, Result, Session};
use breakwater_casefile::table::exhibit;
use breakwater_casefile::{evidence, objects};
use breakwater_model::evidence::{AttachedView, WarningTag};
use breakwater_model::{AccountId, ExhibitId, Instant, WorldTime};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// What is attached and where it comes from.
pub struct Attach {
    /// The account.
    pub account: AccountId,
    /// Files, in order.
    pub files: Vec<PathBuf>,
    /// Where captured.
    pub source_url: Option<String>,
    /// When.
    pub captured_at: Option<Instant>,
    /// How.
    pub method: Option<String>,
    /// Warnings.
    pub warnings: Vec<WarningTag>,
}

/// Attaches files one by one; each is whole or absent. `each` hears of every file as it is done.
/// A file that is refused does not stop the rest; cancelling keeps what was acknowledged.
pub fn attach(
    session: &Session,
    request: &Attach,
    progress: &dyn Progress,
    each: &mut dyn FnMut(&AttachedView),
) -> Result<Vec<AttachedView>> {
    let total = request
        .files
        .iter()
        .map(|file| file.metadata().map_or(0, |found| found.len()))
        .sum();
    let mut before = 0u64;
    let mut done = Vec::with_capacity(request.files.len());
    for file in &request.files {
        if progress.is_cancelled() {
            break;
        }
        let name = name_of(file);
        let view = match open(file) {
            Err(error) => refused(name, &error),
            Ok(mut source) => {
                let mut size = 0;
                let outcome = one(session, request, &name, "file", &mut source, &mut |read| {
                    size = read;
                    progress.step(before + read, Some(total), "bytes");
                    !progress.is_cancelled()
                });
                before += size;
                attached(session, name, outcome)?
            }
        };
        each(&view);
        done.push(view);
    }
    Ok(done)
}

/// Attaches bytes that were pasted: a picture whose pixels the clipboard gave.
pub fn attach_bytes(
    session: &Session,
    request: &Attach,
    name: &str,
    bytes: &[u8],
) -> Result<AttachedView> {
    let outcome = one(
        session,
        request,
        name,
        "clipboard, re-encoded",
        &mut &*bytes,
        &mut |_| true,
    );
    attached(session, name.to_owned(), outcome)
}

fn one(
    session: &Session,
    request: &Attach,
    name: &str,
    method: &str,
    source: &mut (dyn Read + Send),
    going: &mut dyn FnMut(u64) -> bool,
) -> Result<ExhibitId> {
    let captured = request.captured_at.map(WorldTime::exact);
    evidence::attach(
        session,
        &evidence::Attach {
            account: request.account,
            file_name: name,
            source_url: request
                .source_url
                .as_deref()
                .map(str::trim)
                .filter(|url| !url.is_empty()),
            captured: captured.as_ref(),
            method: request
                .method
                .as_deref()
                .map(str::trim)
                .filter(|how| !how.is_empty())
                .unwrap_or(method),
            warnings: &request.warnings,
            sniff: &|head| breakwater_media::sniff(head, name).to_owned(),
            words: &breakwater_media::words,
        },
        source,
        going,
    )
}

/// A refusal of one file is its result, and so is a file that cannot be read to its end; a fault of the
/// case or of its disk ends the work.
fn attached(
    session: &Session,
    file_name: String,
    outcome: Result<ExhibitId>,
) -> Result<AttachedView> {
    match outcome {
        Ok(id) => {
            let view = session
                .read(|reader| exhibit::by_id(reader, id))
                .map(exhibit_view)?;
            Ok(AttachedView {
                file_name,
                exhibit: Some(view),
                refused: None,
            })
        }
        Err(error @ (Error::Refused { .. } | Error::Invalid(_) | Error::Cancelled)) => {
            Ok(refused(file_name, &error))
        }
        Err(error @ Error::Io { .. }) if error.is_of(objects::SOURCE) => {
            Ok(refused(file_name, &error))
        }
        Err(error) => Err(error),
    }
}

fn refused(file_name: String, why: &Error) -> AttachedView {
    AttachedView {
        file_name,
        exhibit: None,
        refused: Some(why.to_string()),
    }
}

fn open(file: &Path) -> Result<File> {
    let found = file.metadata().map_err(Error::io(name_of(file)))?;
    if found.is_dir() {
        return Err(Error::Invalid(
            "This is a folder; attach its files one by one or as an archive.".into(),
        ));
    }
    if found.len() == 0 {
        return Err(Error::Invalid(
            "This file is empty; nothing was attached.".into(),
        ));
    }
    File::open(file).map_err(Error::io(name_of(file)))
}

fn name_of(file: &Path) -> String {
    file.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
