//! Encoding plain pixels afresh. Names encoders only: nothing here can decode.

use crate::decoder::{DecoderError, Picture};
use crate::wire::{Channels, Kind, Pixels};
use image::ExtendedColorType;
use image::ImageEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};

/// Encodes as PNG where there is transparency, else as JPEG without colour subsampling, at a
/// quality at which words in a screenshot stay crisp. The same pixels give the same bytes.
pub(crate) fn encode(pixels: &Pixels, kind: Kind) -> Result<Picture, DecoderError> {
    let mut bytes = Vec::new();
    let (media_type, written) = match pixels.channels {
        Channels::Rgb => {
            let quality = match kind {
                Kind::Thumbnail => 82,
                Kind::View => 92,
            };
            let encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
            (
                "image/jpeg",
                write(encoder, pixels, ExtendedColorType::Rgb8),
            )
        }
        Channels::Rgba => {
            let encoder = PngEncoder::new_with_quality(
                &mut bytes,
                CompressionType::Fast,
                FilterType::Adaptive,
            );
            (
                "image/png",
                write(encoder, pixels, ExtendedColorType::Rgba8),
            )
        }
    };
    written.map_err(|_| DecoderError::Encode)?;
    Ok(Picture {
        media_type,
        width: pixels.width,
        height: pixels.height,
        original_width: pixels.original_width,
        original_height: pixels.original_height,
        bytes,
    })
}

fn write(
    encoder: impl ImageEncoder,
    pixels: &Pixels,
    colour: ExtendedColorType,
) -> Result<(), image::ImageError> {
    encoder.write_image(&pixels.samples, pixels.width, pixels.height, colour)
}
