//! The clipboard, read and written here since the page may do neither.

use crate::error;
use breakwater_model::{ErrorCode, ErrorView};
use image::{ImageFormat, RgbaImage};
use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

/// The system's clipboard. On X11 copied text lives only as long as this does.
#[derive(Default)]
pub struct Clipboard(Mutex<Option<arboard::Clipboard>>);

impl Clipboard {
    /// Puts text on the clipboard and asks clipboard histories not to keep it.
    ///
    /// # Errors
    /// There is no clipboard, or another program holds it.
    pub fn copy(&self, text: String) -> Result<(), ErrorView> {
        self.with(|clipboard| private(clipboard.set()).text(text))
    }

    /// The picture on the clipboard as PNG, re-encoded from its pixels.
    ///
    /// # Errors
    /// *not-found* when there is no picture on it.
    pub fn picture(&self) -> Result<Vec<u8>, ErrorView> {
        let picture = self.with(arboard::Clipboard::get_image)?;
        let width = u32::try_from(picture.width).unwrap_or(0);
        let height = u32::try_from(picture.height).unwrap_or(0);
        png(RgbaImage::from_raw(
            width,
            height,
            picture.bytes.into_owned(),
        ))
    }

    fn with<T>(
        &self,
        work: impl FnOnce(&mut arboard::Clipboard) -> Result<T, arboard::Error>,
    ) -> Result<T, ErrorView> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let clipboard = match &mut *kept {
            Some(clipboard) => clipboard,
            None => kept.insert(arboard::Clipboard::new().map_err(|error| view(&error))?),
        };
        work(clipboard).map_err(|error| view(&error))
    }
}

#[cfg(target_os = "linux")]
fn private(set: arboard::Set<'_>) -> arboard::Set<'_> {
    arboard::SetExtLinux::exclude_from_history(set)
}

#[cfg(target_os = "macos")]
fn private(set: arboard::Set<'_>) -> arboard::Set<'_> {
    arboard::SetExtApple::exclude_from_history(set)
}

#[cfg(windows)]
fn private(set: arboard::Set<'_>) -> arboard::Set<'_> {
    use arboard::SetExtWindows;
    set.exclude_from_cloud().exclude_from_history()
}

/// Encodes pixels; the bytes a program put on the clipboard are never kept.
pub(crate) fn png(pixels: Option<RgbaImage>) -> Result<Vec<u8>, ErrorView> {
    let broken = || {
        error::new(
            ErrorCode::Invalid,
            "The picture on the clipboard cannot be read.",
        )
    };
    let mut bytes = Cursor::new(Vec::new());
    pixels
        .ok_or_else(broken)?
        .write_to(&mut bytes, ImageFormat::Png)
        .map_err(|_| broken())?;
    Ok(bytes.into_inner())
}

fn view(error: &arboard::Error) -> ErrorView {
    match error {
        arboard::Error::ContentNotAvailable => error::new(
            ErrorCode::NotFound,
            "There is no picture on the clipboard. Take the screenshot again, or attach it as a file.",
        ),
        _ => error::new(
            ErrorCode::Io,
            "The clipboard cannot be used just now. Try again.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_pixels_come_back_unchanged() {
        let pixels = RgbaImage::from_fn(3, 2, |x, y| {
            image::Rgba([u8::try_from(x).unwrap(), u8::try_from(y).unwrap(), 9, 255])
        });
        let bytes = png(Some(pixels.clone())).unwrap();
        let read = image::load_from_memory_with_format(&bytes, ImageFormat::Png).unwrap();
        assert_eq!(read.into_rgba8(), pixels);
    }

    #[test]
    fn broken_pixels_are_refused() {
        let error = png(RgbaImage::from_raw(4, 4, vec![0; 3])).unwrap_err();
        assert_eq!(error.code, ErrorCode::Invalid);
    }
}
