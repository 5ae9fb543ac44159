//! A small drawing surface for the demonstration's pictures: rectangles, discs, trapezoids, lines.
//!
//! Invariant: whole numbers only, so that every machine draws the same pixels. What falls outside
//! is not drawn.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage};

/// Red, green, blue.
pub type Colour = [u8; 3];

/// A straight horizontal edge: row, first column, last column.
#[derive(Clone, Copy)]
pub struct Edge {
    /// The row.
    pub y: i32,
    /// The first column.
    pub from: i32,
    /// The last column.
    pub to: i32,
}

/// The surface.
pub struct Canvas {
    pixels: RgbImage,
}

impl Canvas {
    /// A surface of one colour.
    pub fn new(width: u32, height: u32, colour: Colour) -> Self {
        Self {
            pixels: RgbImage::from_pixel(width, height, Rgb(colour)),
        }
    }

    /// Colours one pixel.
    pub fn dot(&mut self, x: i32, y: i32, colour: Colour) {
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else {
            return;
        };
        if let Some(pixel) = self.pixels.get_pixel_mut_checked(x, y) {
            *pixel = Rgb(colour);
        }
    }

    /// A filled rectangle.
    pub fn rectangle(&mut self, x: i32, y: i32, width: i32, height: i32, colour: Colour) {
        for row in y..y + height {
            for column in x..x + width {
                self.dot(column, row, colour);
            }
        }
    }

    /// A filled rectangle with rounded corners.
    pub fn card(&mut self, x: i32, y: i32, width: i32, height: i32, colour: Colour) {
        let radius = 10.min(width / 2).min(height / 2);
        self.rectangle(x + radius, y, width - 2 * radius, height, colour);
        self.rectangle(x, y + radius, width, height - 2 * radius, colour);
        for (corner_x, corner_y) in [
            (x + radius, y + radius),
            (x + width - radius - 1, y + radius),
            (x + radius, y + height - radius - 1),
            (x + width - radius - 1, y + height - radius - 1),
        ] {
            self.disc(corner_x, corner_y, radius, colour);
        }
    }

    /// A filled disc.
    pub fn disc(&mut self, x: i32, y: i32, radius: i32, colour: Colour) {
        for down in -radius..=radius {
            for across in -radius..=radius {
                if down * down + across * across <= radius * radius {
                    self.dot(x + across, y + down, colour);
                }
            }
        }
    }

    /// A filled shape between two horizontal edges, the upper first.
    pub fn trapezoid(&mut self, upper: Edge, lower: Edge, colour: Colour) {
        let height = (lower.y - upper.y).max(1);
        for y in upper.y..=lower.y {
            let step = y - upper.y;
            let from = upper.from + (lower.from - upper.from) * step / height;
            let to = upper.to + (lower.to - upper.to) * step / height;
            self.rectangle(from, y, to - from + 1, 1, colour);
        }
    }

    /// A line of discs from one point to another; `gap` 1 draws it whole, more draws dots.
    pub fn line(&mut self, from: (i32, i32), to: (i32, i32), gap: i32, colour: Colour) {
        let length = (to.0 - from.0).abs().max((to.1 - from.1).abs()).max(1);
        for step in (0..=length).filter(|step| step % gap.max(1) == 0) {
            let x = from.0 + (to.0 - from.0) * step / length;
            let y = from.1 + (to.1 - from.1) * step / length;
            self.disc(x, y, 3, colour);
        }
    }

    /// A vertical gradient over the rows from `top` to `bottom`.
    pub fn gradient(&mut self, top: i32, bottom: i32, upper: Colour, lower: Colour) {
        let width = i32::try_from(self.pixels.width()).unwrap_or(i32::MAX);
        let height = (bottom - top).max(1);
        for y in top..bottom {
            self.rectangle(0, y, width, 1, mix(upper, lower, y - top, height));
        }
    }

    /// The picture as PNG; the same pixels give the same bytes.
    pub fn png(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let encoder =
            PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Sub);
        let (width, height) = self.pixels.dimensions();
        let written = encoder.write_image(&self.pixels, width, height, ExtendedColorType::Rgb8);
        debug_assert!(written.is_ok(), "writing to memory cannot fail");
        bytes
    }
}

/// A colour so many parts of `whole` from the first to the second.
pub fn mix(first: Colour, second: Colour, part: i32, whole: i32) -> Colour {
    let part = part.clamp(0, whole);
    let [r, g, b] = first;
    let [to_r, to_g, to_b] = second;
    let channel = |from: u8, to: u8| {
        let value = i32::from(from) + (i32::from(to) - i32::from(from)) * part / whole.max(1);
        u8::try_from(value).unwrap_or(u8::MAX)
    };
    [channel(r, to_r), channel(g, to_g), channel(b, to_b)]
}
