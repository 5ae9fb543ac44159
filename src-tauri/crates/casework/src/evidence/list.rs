//! Lists of exhibits.

use crate::outfile::hex;
use crate::{Result, Session};
use breakwater_casefile::table::exhibit::{self, Exhibit};
use breakwater_media::{Shown, shown_as};
use breakwater_model::ExhibitId;
use breakwater_model::evidence::{ExhibitListRequest, ExhibitListView, ExhibitView};

/// A window of the evidence list. Exhibits of victims, children and third parties are in it only while their list was
/// opened with a purpose.
pub fn list(session: &Session, request: &ExhibitListRequest) -> Result<ExhibitListView> {
    let asked = (request.search.trim(), session.shows_kept_apart());
    let (rows, total, left_out) =
        session.read(|reader| exhibit::window(reader, asked, request.offset, request.limit))?;
    Ok(ExhibitListView {
        rows: rows.into_iter().map(exhibit_view).collect(),
        total,
        left_out,
    })
}

/// One exhibit by its id or its number, such as 4417/14.
pub fn find(session: &Session, name: &str) -> Result<ExhibitView> {
    session
        .read(|reader| match name.parse::<ExhibitId>() {
            Ok(id) => exhibit::by_id(reader, id),
            Err(_) => exhibit::by_label(reader, name.trim()),
        })
        .map(exhibit_view)
}

/// An exhibit as it is shown: of a stopped one, neither hash nor picture.
pub(crate) fn exhibit_view(exhibit: Exhibit) -> ExhibitView {
    let viewer = match shown_as(&exhibit.media_type) {
        _ if exhibit.is_stopped => "none",
        Shown::Picture => "picture",
        Shown::Text => "text",
        Shown::Nothing => "none",
    };
    ExhibitView {
        id: exhibit.id,
        number: exhibit.label,
        account: exhibit.account,
        account_label: exhibit.account_label,
        file_name: exhibit.file_name,
        size: exhibit.size.to_string(),
        sha256: (!exhibit.is_stopped).then(|| hex(&exhibit.sha256)),
        source_url: exhibit.source_url,
        captured: exhibit.captured,
        method: exhibit.method,
        officer: exhibit.officer,
        attached_at: exhibit.attached_at,
        duplicate_of: exhibit.duplicate_of,
        warnings: exhibit.warnings,
        has_thumbnail: viewer == "picture",
        media_type: exhibit.media_type,
        is_stopped: exhibit.is_stopped,
        viewer: viewer.to_owned(),
    }
}
