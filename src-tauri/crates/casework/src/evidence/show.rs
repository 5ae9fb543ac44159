//! Showing an exhibit: re-encoded pictures and plain text only. Original bytes
//! are opened in a child process that may do nothing else.

use crate::evidence::list::exhibit_view;
use crate::screen::care;
use crate::{Error, Result, Session};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use breakwater_casefile::table::exhibit::{self, Exhibit};
use breakwater_casefile::table::thumbnail::{self, Thumbnail};
use breakwater_casefile::{Action, evidence};
use breakwater_media::{
    Decoder, DecoderError, Limits, MAX_PICTURE_BYTES, Picture, Shown, shown_as,
};
use breakwater_model::audit::Operation;
use breakwater_model::evidence::{PictureView, ViewerView};
use breakwater_model::{CaseId, ExhibitId};
use std::collections::HashSet;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

/// Text shown of one exhibit, in bytes.
const TEXT_SHOWN: usize = 1 << 20;

static DECODER: LazyLock<Decoder> = LazyLock::new(Decoder::new);

/// Objects whose thumbnail could not be made this time: not tried again until the program is started anew.
static GIVEN_UP: LazyLock<Mutex<HashSet<(CaseId, i64)>>> = LazyLock::new(Mutex::default);

fn given_up() -> MutexGuard<'static, HashSet<(CaseId, i64)>> {
    GIVEN_UP.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The thumbnail, made at first sight; `None` where there is none or the exhibit is stopped.
pub fn thumbnail(session: &Session, id: ExhibitId) -> Result<Option<PictureView>> {
    let (exhibit, kept) = session.read(|reader| {
        let exhibit = exhibit::by_id(reader, id)?;
        let kept = thumbnail::of_object(reader, exhibit.object)?;
        Ok((exhibit, kept))
    })?;
    if exhibit.is_stopped || shown_as(&exhibit.media_type) != Shown::Picture {
        return Ok(None);
    }
    let kept = match kept {
        Some(kept) => kept,
        None if given_up().contains(&(session.case_id(), exhibit.object)) => return Ok(None),
        None => match DECODER.thumbnail(
            &bytes_of(session, &exhibit, MAX_PICTURE_BYTES)?.0,
            Limits::default(),
        ) {
            Ok(picture) => keep(session, exhibit.object, picture)?,
            Err(error) if is_lasting(&error) => keep(session, exhibit.object, nothing())?,
            Err(_) => {
                given_up().insert((session.case_id(), exhibit.object));
                return Ok(None);
            }
        },
    };
    Ok((!kept.bytes.is_empty()).then(|| PictureView {
        media_type: kept.media_type,
        base64: STANDARD.encode(&kept.bytes),
        width: kept.width,
        height: kept.height,
    }))
}

/// True if the same bytes will fail so again: what they are says it, not how busy or well this machine is.
const fn is_lasting(error: &DecoderError) -> bool {
    match error {
        DecoderError::NotAPicture | DecoderError::Damaged | DecoderError::TooLarge => true,
        DecoderError::Absent
        | DecoderError::Start(_)
        | DecoderError::Unconfined
        | DecoderError::TooSlow
        | DecoderError::Crashed
        | DecoderError::Encode => false,
    }
}

fn nothing() -> Picture {
    Picture {
        media_type: "image/png",
        width: 0,
        height: 0,
        original_width: 0,
        original_height: 0,
        bytes: Vec::new(),
    }
}

fn keep(session: &Session, object: i64, picture: Picture) -> Result<Thumbnail> {
    let kept = Thumbnail {
        media_type: picture.media_type.to_string(),
        width: picture.width,
        height: picture.height,
        bytes: picture.bytes,
    };
    session.derive(|deriver| deriver.put_thumbnail(object, &kept))?;
    Ok(kept)
}

/// Opens the exhibit in the viewer; logged as consultation.
pub fn view(session: &Session, id: ExhibitId) -> Result<ViewerView> {
    let exhibit = session.read(|reader| exhibit::by_id(reader, id))?;
    session
        .note(Action::new(Operation::Consultation, "exhibit-opened", "exhibit").on(id.uuid()))?;
    let mut view = ViewerView {
        exhibit: exhibit_view(exhibit.clone()),
        picture: None,
        text: None,
        text_is_cut: false,
        cannot_show: None,
    };
    if exhibit.is_stopped {
        view.cannot_show =
            Some("Stopped as an illegal image. Only a supervisor can release it.".into());
        return Ok(view);
    }
    if !exhibit.warnings.is_empty() {
        care::met(session, &format!("e{}", exhibit.row))?;
    }
    match shown_as(&exhibit.media_type) {
        Shown::Picture => match picture(session, &exhibit) {
            Ok(picture) => view.picture = Some(picture),
            Err(error @ (Error::Damaged(_) | Error::Missing(_) | Error::Refused { .. })) => {
                return Err(error);
            }
            Err(error) => view.cannot_show = Some(error.to_string()),
        },
        Shown::Text => {
            let (bytes, is_cut) = bytes_of(session, &exhibit, TEXT_SHOWN)?;
            let preview = breakwater_media::text_preview(&bytes, TEXT_SHOWN);
            view.text = Some(preview.text);
            view.text_is_cut = is_cut || preview.is_cut;
        }
        Shown::Nothing => {
            view.cannot_show = Some(format!(
                "{} is not shown here. Export it to look at it elsewhere.",
                exhibit.media_type
            ));
        }
    }
    Ok(view)
}

fn picture(session: &Session, exhibit: &Exhibit) -> Result<PictureView> {
    let (bytes, is_cut) = bytes_of(session, exhibit, MAX_PICTURE_BYTES)?;
    if is_cut {
        return Err(Error::Invalid(
            "This picture is too large to be shown here. Export it to look at it elsewhere.".into(),
        ));
    }
    let picture = DECODER
        .picture(&bytes, Limits::default())
        .map_err(|error| Error::Invalid(format!("This picture cannot be shown: {error}.")))?;
    Ok(PictureView {
        media_type: picture.media_type.to_string(),
        base64: STANDARD.encode(&picture.bytes),
        width: picture.width,
        height: picture.height,
    })
}

/// The bytes of an exhibit up to a limit, and whether there are more.
fn bytes_of(session: &Session, exhibit: &Exhibit, limit: usize) -> Result<(Vec<u8>, bool)> {
    let mut bytes = Vec::new();
    let mut is_cut = false;
    let outcome = evidence::read(session, exhibit, &mut |chunk| {
        let room = limit.saturating_sub(bytes.len());
        bytes.extend_from_slice(chunk.get(..room.min(chunk.len())).unwrap_or_default());
        if chunk.len() > room {
            is_cut = true;
            return Err(Error::Cancelled);
        }
        Ok(())
    });
    match outcome {
        Err(Error::Cancelled) if is_cut => Ok((bytes, true)),
        Err(error) => Err(error),
        Ok(()) => Ok((bytes, false)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_bytes_are_is_kept_as_no_thumbnail() {
        for lasting in [
            DecoderError::NotAPicture,
            DecoderError::Damaged,
            DecoderError::TooLarge,
        ] {
            assert!(is_lasting(&lasting), "{lasting}");
        }
        for passing in [
            DecoderError::TooSlow,
            DecoderError::Crashed,
            DecoderError::Encode,
            DecoderError::Absent,
            DecoderError::Unconfined,
        ] {
            assert!(!is_lasting(&passing), "{passing}");
        }
    }
}
