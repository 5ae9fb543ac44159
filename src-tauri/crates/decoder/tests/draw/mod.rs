//! Pictures made by code, good and hostile.

#![expect(clippy::expect_used, reason = "in a test a panic is the report")]

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use std::io::Cursor;

/// Every format that is shown.
pub const FORMATS: [ImageFormat; 6] = [
    ImageFormat::Png,
    ImageFormat::Jpeg,
    ImageFormat::Gif,
    ImageFormat::WebP,
    ImageFormat::Bmp,
    ImageFormat::Tiff,
];

/// Black at the left, red at the right.
pub fn gradient(width: u32, height: u32) -> DynamicImage {
    let last = u64::from(width.max(2) - 1);
    RgbImage::from_fn(width, height, |x, _| {
        Rgb([
            u8::try_from(u64::from(x) * 255 / last).unwrap_or(u8::MAX),
            0,
            0,
        ])
    })
    .into()
}

/// The picture as a file.
pub fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    image
        .write_to(&mut file, format)
        .expect("the format can be written");
    file.into_inner()
}

/// A JPEG of 600 × 300 that says it lies on its side, with `words` in its EXIF block.
pub fn sideways_jpeg(words: &[u8]) -> Vec<u8> {
    let jpeg = encoded(&gradient(600, 300), ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0".to_vec();
    exif.extend_from_slice(&[1, 0]);
    exif.extend_from_slice(&[0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]);
    exif.extend_from_slice(&[0; 4]);
    exif.extend_from_slice(words);
    let length = u16::try_from(exif.len() + 2).expect("a short block");
    let (start, rest) = jpeg.split_at(2);
    [start, &[0xff, 0xe1], &length.to_be_bytes(), &exif, rest].concat()
}

/// A PNG of a few bytes that declares `width` × `height` pixels in 32 bits.
pub fn bomb(width: u32, height: u32) -> Vec<u8> {
    let mut header = b"IHDR".to_vec();
    header.extend_from_slice(&width.to_be_bytes());
    header.extend_from_slice(&height.to_be_bytes());
    header.extend_from_slice(&[8, 6, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    file.extend_from_slice(&header);
    file.extend_from_slice(&crc32(&header).to_be_bytes());
    file.extend_from_slice(b"\0\0\0\0IDAT\x35\xaf\x06\x1e");
    file
}

/// The checksum of PNG (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                (crc >> 1) ^ 0xedb8_8320
            } else {
                crc >> 1
            }
        })
    })
}
