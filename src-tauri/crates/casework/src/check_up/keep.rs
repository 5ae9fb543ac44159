//! Making a look last: the files themselves are taken into a case, each as one import that can be taken back.

use super::CheckUp;
use super::sheet::sha256;
use crate::exchange::import;
use crate::{Error, Progress, Result, Session};
use breakwater_model::import::{ImportRequest, ImportResultView};

/// Takes the files that were looked at into an open case. Every row is read: nothing a row says is lost.
///
/// # Errors
/// A file is gone or is no longer, byte for byte, what was looked at: nothing is written then. Whatever an import
/// fails with; imports of files before it stand.
pub fn keep(
    check_up: &CheckUp,
    session: &Session,
    progress: &dyn Progress,
) -> Result<Vec<ImportResultView>> {
    for file in &check_up.files {
        if sha256(&file.path, progress)? != file.sha256 {
            return Err(Error::refused(
                "file-as-looked-at",
                format!(
                    "{} was changed since it was looked at. Look at it again.",
                    file.view.name
                ),
            ));
        }
    }
    let request = ImportRequest::default();
    let mut done = Vec::new();
    for file in &check_up.files {
        let preview = import::preview(session, &file.path, &request, progress)?;
        done.push(import::commit(session, &preview, progress)?);
    }
    Ok(done)
}
