//! From a file's bytes to a few plain pixels.

use breakwater_media::wire::{Channels, Kind, MAX_SIDE, Pixels, Refusal, Request};
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::error::LimitErrorKind;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Rgba};
use std::io::Cursor;

/// The memory a decoder may ask for, in bytes: 400 MiB.
const MAX_MEMORY: u64 = 400 * 1024 * 1024;

/// The first picture of the file, the right way up by its EXIF orientation, shrunk to the edge
/// asked for and never enlarged. Metadata and colour profiles stay behind.
pub(crate) fn decode(request: &Request) -> Result<Pixels, Refusal> {
    let mut decoder = open(&request.bytes)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let image = DynamicImage::from_decoder(decoder).map_err(|fault| refusal(&fault))?;
    let (width, height) = (image.width(), image.height());
    let (original_width, original_height) = if lies_on_its_side(orientation) {
        (height, width)
    } else {
        (width, height)
    };
    let mut image = shrink(image, request.max_edge, request.kind)?;
    image.apply_orientation(orientation);
    let (width, height) = (image.width(), image.height());
    let (channels, samples) = match image {
        DynamicImage::ImageRgba8(seen_through) => (Channels::Rgba, seen_through.into_raw()),
        opaque => (Channels::Rgb, opaque.into_rgb8().into_raw()),
    };
    Ok(Pixels {
        width,
        height,
        original_width,
        original_height,
        channels,
        samples,
    })
}

/// A decoder for the bytes that is within limits before a single pixel is decoded. The formats
/// are listed here, since what the library knows depends on who else builds it.
fn open(bytes: &[u8]) -> Result<impl ImageDecoder + '_, Refusal> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_MEMORY);
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_| Refusal::NotAPicture)?;
    let Some(
        ImageFormat::Png
        | ImageFormat::Jpeg
        | ImageFormat::Gif
        | ImageFormat::WebP
        | ImageFormat::Bmp
        | ImageFormat::Tiff,
    ) = reader.format()
    else {
        return Err(Refusal::NotAPicture);
    };
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder().map_err(|fault| refusal(&fault))?;
    let (width, height) = decoder.dimensions();
    limits
        .check_dimensions(width, height)
        .map_err(|fault| refusal(&fault))?;
    if width == 0 || height == 0 {
        return Err(Refusal::Damaged);
    }
    limits
        .reserve(decoder.total_bytes())
        .map_err(|fault| refusal(&fault))?;
    decoder
        .set_limits(limits)
        .map_err(|fault| refusal(&fault))?;
    Ok(decoder)
}

fn refusal(fault: &ImageError) -> Refusal {
    match fault {
        ImageError::Limits(limit)
            if matches!(
                limit.kind(),
                LimitErrorKind::DimensionError | LimitErrorKind::InsufficientMemory
            ) =>
        {
            Refusal::TooLarge
        }
        _ => Refusal::Damaged,
    }
}

/// An RGB or RGBA picture of 8 bits that fits the edge.
///
/// Where sharpness counts it shrinks in two steps: a plain average to twice the size, which costs
/// little memory in whatever colours the picture has, then a filter that keeps letters legible.
fn shrink(image: DynamicImage, edge: u32, kind: Kind) -> Result<DynamicImage, Refusal> {
    let roughly = match kind {
        Kind::Thumbnail => edge,
        Kind::View => edge.saturating_mul(2),
    };
    let is_within = |image: &DynamicImage, edge| image.width().max(image.height()) <= edge;
    let image = if is_within(&image, roughly) {
        image
    } else {
        image.thumbnail(roughly, roughly)
    };
    let image = in_eight_bits(image);
    if is_within(&image, edge) {
        return Ok(image);
    }
    let (width, height) = fitted(image.width(), image.height(), edge);
    let mut sharp = DynamicImage::new(width, height, image.color());
    let filter = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
    Resizer::new()
        .resize(&image, &mut sharp, &filter)
        .map_err(|_| Refusal::Damaged)?;
    Ok(sharp)
}

/// The largest sides of the same shape whose longer one is `edge`, each at least 1.
fn fitted(width: u32, height: u32, edge: u32) -> (u32, u32) {
    let longest = u64::from(width.max(height)).max(1);
    let side = |side: u32| {
        let fitted = (u64::from(side) * u64::from(edge) + longest / 2) / longest;
        u32::try_from(fitted).unwrap_or(edge).max(1)
    };
    (side(width), side(height))
}

/// Keeps an alpha channel only if it hides something: most screenshots carry one that does not,
/// and are smaller without.
fn in_eight_bits(image: DynamicImage) -> DynamicImage {
    if !image.color().has_alpha() {
        return image.into_rgb8().into();
    }
    let seen_through = image.into_rgba8();
    let is_opaque = seen_through
        .pixels()
        .all(|Rgba([.., alpha])| *alpha == u8::MAX);
    let image = DynamicImage::from(seen_through);
    if is_opaque {
        image.into_rgb8().into()
    } else {
        image
    }
}

fn lies_on_its_side(orientation: Orientation) -> bool {
    match orientation {
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => true,
        Orientation::NoTransforms
        | Orientation::Rotate180
        | Orientation::FlipHorizontal
        | Orientation::FlipVertical => false,
    }
}
