//! The parent's handle on the child process that decodes pictures.

use crate::encode::encode;
use crate::wire::{Kind, Refusal, Reply};
use crate::worker::{Ended, Worker};
use crate::{MAX_PICTURE_BYTES, THUMBNAIL_EDGE, VIEW_EDGE};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Pictures after which a worker is replaced by a fresh one, so that what a hostile file may
/// have done to it does not last.
const PICTURES_PER_WORKER: u32 = 256;

/// A picture encoded by this process from plain pixels. Carries no metadata of its original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// `image/png` or `image/jpeg`.
    pub media_type: &'static str,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Width of the original in pixels, turned the way it is shown.
    pub original_width: u32,
    /// Height of the original in pixels, turned the way it is shown.
    pub original_height: u32,
    /// The encoded file.
    pub bytes: Vec<u8>,
}

/// What one picture may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How long the child may take for it.
    pub time: Duration,
    /// The largest file that is sent to the child, in bytes; never more than
    /// [`MAX_PICTURE_BYTES`].
    pub bytes: usize,
}

impl Default for Limits {
    /// Ten seconds, [`MAX_PICTURE_BYTES`].
    fn default() -> Self {
        Self {
            time: Duration::from_secs(10),
            bytes: MAX_PICTURE_BYTES,
        }
    }
}

/// Why there is no picture. Attaching and exporting never depend on it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecoderError {
    /// The decoder's program is not beside the running one.
    #[error(
        "Previews are off: breakwater-decoder is not beside the program. Install Breakwater again."
    )]
    Absent,
    /// The decoder's program could not be started.
    #[error("Previews are off: breakwater-decoder could not be started ({0}).")]
    Start(std::io::ErrorKind),
    /// This system refused to take the child's rights away, so it decodes nothing.
    #[error("Previews are off: this system does not let breakwater-decoder give up its rights.")]
    Unconfined,
    /// Not a picture in a format that is shown.
    #[error("This file is not a PNG, JPEG, GIF, WebP, BMP or TIFF picture.")]
    NotAPicture,
    /// A picture whose bytes break their format's rules or end too soon.
    #[error("This picture is damaged or cut short and cannot be shown.")]
    Damaged,
    /// More bytes, pixels or memory than is allowed.
    #[error("This picture is too large to be shown safely.")]
    TooLarge,
    /// The child took too long and was ended.
    #[error("This picture took too long to decode and was given up.")]
    TooSlow,
    /// The child ended, or answered with something that is no answer, and was ended.
    #[error("The decoder failed on this picture; it may have been made to do so.")]
    Crashed,
    /// The pixels could not be encoded.
    #[error("This picture could not be encoded for showing.")]
    Encode,
}

/// Has pictures decoded in a child process that may do nothing else.
///
/// The child is started at the first picture, serves many, and is replaced after a time-out, a
/// crash or 256 pictures. Thumbnails and views have a child each, so that
/// an officer who opens a picture does not wait behind a thousand thumbnails. May be shared
/// between threads. Dropping it ends the children.
#[derive(Debug)]
pub struct Decoder {
    program: Option<PathBuf>,
    thumbnails: Mutex<Option<Worker>>,
    views: Mutex<Option<Worker>>,
}

impl Default for Decoder {
    fn default() -> Self {
        Self::new()
    }
}

impl Decoder {
    /// Uses the `breakwater-decoder` beside the running program; never one found by `PATH`.
    ///
    /// Always succeeds: where the program is missing, every picture is [`DecoderError::Absent`].
    pub fn new() -> Self {
        Self::with(
            std::env::current_exe()
                .ok()
                .and_then(|running| beside(&running)),
        )
    }

    /// Uses the decoder at `program`.
    pub fn at(program: &Path) -> Self {
        Self::with(program.is_file().then(|| program.to_owned()))
    }

    fn with(program: Option<PathBuf>) -> Self {
        Self {
            program,
            thumbnails: Mutex::new(None),
            views: Mutex::new(None),
        }
    }

    /// True if the decoder's program is there.
    pub fn is_present(&self) -> bool {
        self.program.is_some()
    }

    /// The picture shrunk to at most [`THUMBNAIL_EDGE`] pixels a side, the right way up.
    pub fn thumbnail(&self, bytes: &[u8], limits: Limits) -> Result<Picture, DecoderError> {
        self.decode(
            &self.thumbnails,
            Kind::Thumbnail,
            THUMBNAIL_EDGE,
            bytes,
            limits,
        )
    }

    /// The picture at most [`VIEW_EDGE`] pixels a side, the right way up; never enlarged.
    pub fn picture(&self, bytes: &[u8], limits: Limits) -> Result<Picture, DecoderError> {
        self.decode(&self.views, Kind::View, VIEW_EDGE, bytes, limits)
    }

    /// Ends the children, so that no evidence is left in their memory. To be called when a case
    /// locks; the next picture starts a new one.
    pub fn rest(&self) {
        for lane in [&self.thumbnails, &self.views] {
            lane.lock().unwrap_or_else(PoisonError::into_inner).take();
        }
    }

    fn decode(
        &self,
        lane: &Mutex<Option<Worker>>,
        kind: Kind,
        max_edge: u32,
        bytes: &[u8],
        limits: Limits,
    ) -> Result<Picture, DecoderError> {
        let program = self.program.as_deref().ok_or(DecoderError::Absent)?;
        if bytes.len() > limits.bytes.min(MAX_PICTURE_BYTES) {
            return Err(DecoderError::TooLarge);
        }
        let reply = {
            let mut lane = lane.lock().unwrap_or_else(PoisonError::into_inner);
            ask(program, &mut lane, kind, max_edge, bytes, limits.time)?
        };
        match reply {
            Reply::Pixels(pixels) => encode(&pixels, kind),
            Reply::Refused(Refusal::NotAPicture) => Err(DecoderError::NotAPicture),
            Reply::Refused(Refusal::Damaged) => Err(DecoderError::Damaged),
            Reply::Refused(Refusal::TooLarge) => Err(DecoderError::TooLarge),
        }
    }
}

/// Asks the lane's worker, or a fresh one. A worker that has served others and dies is not held
/// against this picture: it gets one more try on a fresh one.
fn ask(
    program: &Path,
    lane: &mut Option<Worker>,
    kind: Kind,
    max_edge: u32,
    bytes: &[u8],
    time: Duration,
) -> Result<Reply, DecoderError> {
    loop {
        let mut worker = match lane.take().filter(|w| w.served() < PICTURES_PER_WORKER) {
            Some(warm) => warm,
            None => Worker::start(program).map_err(|e| DecoderError::Start(e.kind()))?,
        };
        let is_fresh = worker.served() == 0;
        match worker.ask(kind, max_edge, bytes, time) {
            Ok(reply) => {
                *lane = Some(worker);
                return Ok(reply);
            }
            Err(Ended::Time) => return Err(DecoderError::TooSlow),
            Err(Ended::Unconfined) => return Err(DecoderError::Unconfined),
            Err(Ended::Died) if is_fresh => return Err(DecoderError::Crashed),
            Err(Ended::Died) => {}
        }
    }
}

/// The decoder's program in the folder of `running`; for test programs and examples, which cargo
/// builds one folder deeper, also in the folder above.
fn beside(running: &Path) -> Option<PathBuf> {
    let name = format!("breakwater-decoder{}", std::env::consts::EXE_SUFFIX);
    let folder = running.parent()?;
    let is_nested = folder
        .file_name()
        .is_some_and(|n| n == "deps" || n == "examples");
    let above = if is_nested { folder.parent() } else { None };
    [Some(folder), above]
        .into_iter()
        .flatten()
        .map(|folder| folder.join(&name))
        .find(|program| program.is_file())
}

#[cfg(test)]
mod tests {
    use super::{Decoder, DecoderError, Limits, beside};
    use std::fs;

    fn decoder_name() -> String {
        format!("breakwater-decoder{}", std::env::consts::EXE_SUFFIX)
    }

    #[test]
    fn decoder_is_found_beside_the_program_only() {
        let folder = tempfile::tempdir().unwrap();
        let bin = folder.path().join("bin");
        fs::create_dir(&bin).unwrap();
        fs::write(folder.path().join(decoder_name()), b"").unwrap();
        assert_eq!(beside(&bin.join("breakwater")), None);
        fs::write(bin.join(decoder_name()), b"").unwrap();
        assert_eq!(
            beside(&bin.join("breakwater")),
            Some(bin.join(decoder_name()))
        );
    }

    #[test]
    fn test_programs_find_the_decoder_one_folder_up() {
        let folder = tempfile::tempdir().unwrap();
        let deps = folder.path().join("deps");
        fs::create_dir(&deps).unwrap();
        let decoder = folder.path().join(decoder_name());
        fs::write(&decoder, b"").unwrap();
        assert_eq!(beside(&deps.join("life-0123")), Some(decoder));
    }

    #[test]
    fn missing_decoder_turns_previews_off_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let decoder = Decoder::at(&folder.path().join(decoder_name()));
        assert!(!decoder.is_present());
        assert_eq!(
            decoder.thumbnail(b"anything", Limits::default()),
            Err(DecoderError::Absent)
        );
    }
}
