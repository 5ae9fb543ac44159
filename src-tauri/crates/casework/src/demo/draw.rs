//! Pictures for the demonstration, drawn by code: cards in the shape of screenshots, with no
//! writing and no person in them.

use super::canvas::{Canvas, Colour, Edge, mix};

const WIDTH: u32 = 360;
const HEIGHT: u32 = 640;
const W: i32 = 360;
const H: i32 = 640;
/// Rows between the head and the foot of the phone.
const TOP: i32 = 84;
const BOTTOM: i32 = 560;

const PAPER: Colour = [246, 247, 249];
const INK: Colour = [38, 46, 56];
const GREY: Colour = [170, 178, 188];
const WHITE: Colour = [255, 255, 255];

const ACCENTS: [Colour; 6] = [
    [214, 69, 65],
    [32, 129, 186],
    [240, 173, 48],
    [46, 139, 99],
    [126, 87, 168],
    [222, 118, 55],
];

/// How many kinds of picture there are; seeds that differ by a multiple show the same kind.
pub const MOTIFS: u64 = 8;

/// A picture of kind `seed % MOTIFS` as PNG, 360 by 640. The same seed gives the same bytes; other
/// seeds vary colours, places and counts.
pub fn picture(seed: u64) -> Vec<u8> {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(1));
    let accent = dice.accent();
    let mut canvas = Canvas::new(WIDTH, HEIGHT, PAPER);
    match seed % MOTIFS {
        0 => sea(&mut canvas, &mut dice, accent),
        1 => road(&mut canvas, &mut dice, accent),
        2 => prices(&mut canvas, &mut dice, accent),
        3 => map(&mut canvas, &mut dice, accent),
        4 => chat(&mut canvas, &mut dice, accent),
        5 => calendar(&mut canvas, &mut dice, accent),
        6 => document(&mut canvas, &mut dice, accent),
        _ => night(&mut canvas, &mut dice, accent),
    }
    phone(&mut canvas, &mut dice, accent);
    canvas.png()
}

/// Numbers that follow from the seed alone (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `low` up to and without `high`.
    fn between(&mut self, low: i32, high: i32) -> i32 {
        let span = u64::try_from(high.saturating_sub(low)).unwrap_or(1).max(1);
        low + i32::try_from(self.next() % span).unwrap_or(0)
    }

    fn accent(&mut self) -> Colour {
        let index = self.next() % 6;
        let mut colours = ACCENTS.iter().copied().zip(0_u64..);
        colours
            .find(|(_, at)| *at == index)
            .map_or(INK, |(colour, _)| colour)
    }
}

/// The head with an avatar and bars for a name, the foot with three buttons.
fn phone(canvas: &mut Canvas, dice: &mut Dice, accent: Colour) {
    canvas.rectangle(0, 0, W, TOP, WHITE);
    canvas.rectangle(0, 0, W, 22, INK);
    canvas.card(W - 44, 6, 30, 10, GREY);
    canvas.disc(42, 53, 22, accent);
    canvas.disc(42, 53, 17, mix(accent, WHITE, 1, 2));
    canvas.card(76, 38, dice.between(90, 160), 12, INK);
    canvas.card(76, 58, dice.between(50, 110), 8, GREY);
    canvas.card(W - 76, 40, 58, 26, accent);
    canvas.rectangle(0, BOTTOM, W, H - BOTTOM, WHITE);
    for x in [60, 180, 300] {
        canvas.disc(x, BOTTOM + 26, 11, GREY);
        canvas.card(x - 16, BOTTOM + 46, 32, 6, GREY);
    }
}

fn waves(canvas: &mut Canvas, top: i32, colour: Colour) {
    for row in 0..9 {
        let y = top + row * 34;
        for x in 0..W {
            let phase = (x + row * 23) % 48;
            let lift = if phase < 24 { phase } else { 48 - phase } / 4;
            canvas.rectangle(x, y - lift, 1, 3, colour);
        }
    }
}

fn boat(canvas: &mut Canvas, x: i32, y: i32, length: i32, hull: Colour) {
    let upper = Edge {
        y,
        from: x,
        to: x + length,
    };
    let lower = Edge {
        y: y + length / 5,
        from: x + length / 7,
        to: x + length - length / 12,
    };
    canvas.trapezoid(upper, lower, hull);
    canvas.card(x, y - 10, length, 16, mix(hull, INK, 1, 3));
    canvas.rectangle(x - 9, y - 18, 12, 34, INK);
}

fn price_tag(canvas: &mut Canvas, x: i32, y: i32, colour: Colour) {
    canvas.card(x, y, 128, 46, colour);
    canvas.card(x + 14, y + 12, 70, 12, WHITE);
    canvas.card(x + 14, y + 30, 46, 6, mix(colour, WHITE, 2, 3));
}

fn sea(canvas: &mut Canvas, dice: &mut Dice, accent: Colour) {
    let horizon = dice.between(190, 260);
    canvas.gradient(TOP, horizon, [188, 214, 233], [236, 232, 220]);
    canvas.disc(
        dice.between(60, 300),
        horizon - 40,
        dice.between(18, 34),
        [250, 224, 150],
    );
    canvas.gradient(horizon, BOTTOM, [58, 116, 150], [18, 58, 88]);
    waves(canvas, horizon + 30, [86, 144, 176]);
    let length = dice.between(130, 190);
    boat(
        canvas,
        dice.between(30, 150),
        dice.between(320, 400),
        length,
        accent,
    );
    let tag = dice.between(20, 200);
    price_tag(canvas, tag, 480, accent);
}

fn road(canvas: &mut Canvas, dice: &mut Dice, accent: Colour) {
    canvas.gradient(TOP, 330, [206, 219, 228], [240, 236, 226]);
    canvas.gradient(330, BOTTOM, [108, 122, 96], [84, 98, 78]);
    let verge = dice.between(-40, 40);
    let far = Edge {
        y: 330,
        from: 160 + verge,
        to: 200 + verge,
    };
    canvas.trapezoid(
        far,
        Edge {
            y: BOTTOM,
            from: 20,
            to: 340,
        },
        [82, 86, 92],
    );
    for step in 0..5 {
        let y = 350 + step * 44;
        canvas.rectangle(178 + verge * (4 - step) / 5, y, 4 + step, 20, WHITE);
    }
    let (x, y) = (dice.between(40, 110), dice.between(300, 350));
    canvas.card(x, y - 90, 160, 104, mix(accent, WHITE, 1, 4));
    canvas.card(x + 166, y - 62, 62, 76, accent);
    canvas.card(x + 190, y - 52, 30, 28, [214, 232, 240]);
    for wheel in [30, 70, 190] {
        canvas.disc(x + wheel, y + 18, 18, INK);
        canvas.disc(x + wheel, y + 18, 8, GREY);
    }
    price_tag(canvas, dice.between(20, 200), 480, accent);
}

fn prices(canvas: &mut Canvas, dice: &mut Dice, accent: Colour) {
    canvas.gradient(
        TOP,
        BOTTOM,
        mix(accent, WHITE, 9, 10),
        mix(accent, WHITE, 6, 10),
    );
    canvas.card(40, 110, 280, 40, accent);
    canvas.card(100, 124, 160, 12, WHITE);
    let rows = dice.between(4, 7);
    for row in 0..rows {
        let y = 172 + row * 60;
        canvas.card(30, y, 300, 48, WHITE);
        canvas.disc(56, y + 24, 12, mix(accent, WHITE, row, rows));
        canvas.card(80, y + 18, dice.between(70, 130), 12, INK);
        canvas.card(240, y + 14, dice.between(50, 80), 20, accent);
    }
}

fn map(canvas: &mut Canvas, dice: &mut Dice, accent: Colour) {
    canvas.gradient(TOP, BOTTOM, [174, 208, 224], [150, 190, 212]);
    let coast = dice.between(220, 270);
    for x in 0..W {
        let swell = (x * 7 % 90 - 45).abs() / 3;
        canvas.rectangle(x, TOP, 1, coast - TOP - 60 + swell, [216, 224, 196]);
        canvas.rectangle(
            x,
            coast + 90 - swell,
            1,
            BOTTOM - coast - 90 + swell,
            [226, 220, 200],
        );
    }
    let start = (dice.between(180, 320), dice.between(450, 530));
    let port = (dice.between(120, 260), coast + 110);
    let landing = (dice.between(60, 200), coast - 70);
    canvas.line(start, port, 1, accent);
    canvas.line(port, landing, 14, accent);
    for (x, y) in [start, port, landing] {
        canvas.disc(x, y, 13, WHITE);
        canvas.disc(x, y, 9, accent);
    }
}

fn chat(canvas: &mut Canvas, dice: &mut Dice, accent: Colour) {
    canvas.gradient(TOP, BOTTOM, [233, 236, 240], [222, 227, 232]);
    let mut y = TOP + 18;
    while y < BOTTOM - 70 {
        let width = dice.between(130, 240);
        let lines = dice.between(1, 4);
        let height = 22 + lines * 18;
        let is_own = dice.next().is_multiple_of(2);
        let x = if is_own { W - width - 16 } else { 16 };
        let bubble = if is_own {
            mix(accent, WHITE, 3, 4)
        } else {
            WHITE
        };
        canvas.card(x, y, width, height, bubble);
        for line in 0..lines {
            canvas.card(
                x + 14,
                y + 14 + line * 18,
                width - dice.between(28, 90),
                8,
                INK,
            );
        }
        y += height + 14;
    }
}

fn calendar(canvas: &mut Canvas, dice: &mut Dice, accent: Colour) {
    canvas.gradient(TOP, BOTTOM, WHITE, PAPER);
    canvas.card(24, 104, W - 48, 50, accent);
    canvas.card(110, 122, 140, 14, WHITE);
    for week in 0..5 {
        for day in 0..7 {
            let (x, y) = (28 + day * 44, 172 + week * 56);
            let is_marked = dice.between(0, 5) == 0;
            canvas.card(
                x,
                y,
                38,
                48,
                if is_marked { accent } else { [228, 232, 237] },
            );
            canvas.card(x + 8, y + 8, 14, 8, if is_marked { WHITE } else { GREY });
        }
    }
    boat(canvas, dice.between(60, 200), 500, 90, INK);
}

fn document(canvas: &mut Canvas, dice: &mut Dice, accent: Colour) {
    canvas.gradient(TOP, BOTTOM, [120, 104, 88], [92, 78, 64]);
    let copies = dice.between(2, 5);
    for copy in 0..copies {
        let (x, y) = (36 + copy * 26, 120 + copy * 84);
        canvas.card(x + 4, y + 6, 210, 150, [60, 50, 42]);
        canvas.card(x, y, 210, 150, mix(accent, INK, copy, copies * 2));
        canvas.disc(x + 105, y + 58, 30, [222, 190, 110]);
        canvas.disc(x + 105, y + 58, 20, mix(accent, INK, copy, copies * 2));
        canvas.card(x + 50, y + 106, 110, 10, [222, 190, 110]);
        canvas.card(x + 74, y + 124, 62, 8, [222, 190, 110]);
    }
}

fn night(canvas: &mut Canvas, dice: &mut Dice, accent: Colour) {
    canvas.gradient(TOP, 300, [12, 18, 34], [38, 44, 72]);
    for _ in 0..40 {
        canvas.disc(
            dice.between(0, W),
            dice.between(TOP, 270),
            1,
            [220, 224, 235],
        );
    }
    let mut x = 0;
    while x < W {
        let (width, height) = (dice.between(24, 60), dice.between(20, 90));
        canvas.rectangle(x, 300 - height, width, height, [24, 28, 46]);
        for floor in 0..height / 14 {
            canvas.rectangle(
                x + 6 + floor * 9 % 20,
                306 - height + floor * 14,
                5,
                5,
                [250, 214, 130],
            );
        }
        x += width + dice.between(2, 16);
    }
    canvas.gradient(300, BOTTOM, [22, 32, 56], [8, 12, 24]);
    waves(canvas, 330, [40, 54, 84]);
    boat(
        canvas,
        dice.between(40, 180),
        dice.between(380, 460),
        dice.between(110, 160),
        accent,
    );
    price_tag(canvas, dice.between(20, 200), 496, mix(accent, INK, 1, 4));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_same_seed_draws_the_same_bytes_and_another_seed_others() {
        let mut seen = BTreeSet::new();
        for seed in 0..24 {
            let drawn = picture(seed);
            assert_eq!(drawn, picture(seed));
            assert!(seen.insert(drawn), "{seed}");
        }
    }

    #[test]
    fn every_picture_is_a_small_png_of_a_screens_shape() {
        for seed in 0..MOTIFS {
            let drawn = picture(seed);
            assert!(drawn.len() < 60_000, "{seed}: {}", drawn.len());
            let decoded = image::load_from_memory(&drawn).unwrap();
            assert_eq!((decoded.width(), decoded.height()), (WIDTH, HEIGHT));
        }
    }
}
