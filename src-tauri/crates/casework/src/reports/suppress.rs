//! Which cells of a published table of counts are held back, so that no small count can be read off it or worked out
//! from the totals beside it.
//!
//! Invariant: a reader who knows the rule, and works with every total shown, cannot tell of any count of 1 to
//! `below` − 1 that it is one. Cells held back are not told apart, whether for themselves or for another's sake; nought
//! is shown, since it points to nobody.

/// A sum a reader knows: the cells that add up to another.
struct Sum {
    parts: Vec<usize>,
    total: usize,
}

/// A table of counts: every row ends in its sum; with `has_total` the last row is the sum of the others.
pub struct Grid<'a> {
    pub rows: &'a [Vec<u32>],
    pub has_total: bool,
}

impl Grid<'_> {
    fn width(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    fn sums(&self) -> Vec<Sum> {
        let (width, height) = (self.width(), self.rows.len());
        let mut sums = Vec::new();
        if width > 1 {
            sums.extend((0..height).map(|row| Sum {
                parts: (0..width - 1).map(|column| row * width + column).collect(),
                total: row * width + width - 1,
            }));
        }
        if self.has_total && height > 1 {
            sums.extend((0..width).map(|column| Sum {
                parts: (0..height - 1).map(|row| row * width + column).collect(),
                total: (height - 1) * width + column,
            }));
        }
        sums
    }
}

/// What a reader can tell of a cell: the least and the most it can be.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Bounds {
    least: i64,
    most: i64,
}

/// Rounds in which bounds are drawn closer; a table of this program has settled long before.
const ROUNDS: usize = 64;

/// Which cells are held back, in the shape of the table.
pub fn held(grid: &Grid<'_>, below: u32) -> Vec<Vec<bool>> {
    let cells: Vec<i64> = grid
        .rows
        .iter()
        .flatten()
        .map(|cell| i64::from(*cell))
        .collect();
    let below = i64::from(below);
    let is_small: Vec<bool> = cells.iter().map(|cell| (1..below).contains(cell)).collect();
    let sums = grid.sums();
    let mut held = is_small.clone();
    loop {
        let bounds = bounds(&cells, &held, &sums);
        let open = (0..cells.len()).find(|at| {
            is_small.get(*at) == Some(&true)
                && bounds
                    .get(*at)
                    .is_some_and(|one| one.most < below || one.most - one.least < below - 1)
        });
        let Some(further) = open.and_then(|at| further(at, &cells, &held, &sums)) else {
            break;
        };
        if let Some(cell) = held.get_mut(further) {
            *cell = true;
        }
    }
    held.chunks(grid.width().max(1))
        .map(<[bool]>::to_vec)
        .collect()
}

/// The next cell to hold back for another's sake: the least that is not nought, those that stand in a sum with it before
/// those that stand in one with any held back, inner cells before sums; nought only where nothing else is left.
fn further(at: usize, cells: &[i64], held: &[bool], sums: &[Sum]) -> Option<usize> {
    let count = |place: usize| cells.get(place).copied().unwrap_or_default();
    let is_held = |place: usize| held.get(place) == Some(&true);
    let is_sum = |place: usize| sums.iter().any(|sum| sum.total == place);
    let holds = |sum: &Sum, place: usize| sum.total == place || sum.parts.contains(&place);
    let is_touched = |sum: &Sum| is_held(sum.total) || sum.parts.iter().any(|part| is_held(*part));
    (0..cells.len())
        .filter(|place| !is_held(*place))
        .filter_map(|place| {
            let of = sums.iter().filter(|sum| holds(sum, place));
            let (mut is_direct, mut is_near) = (false, false);
            for sum in of {
                is_direct |= holds(sum, at);
                is_near |= is_touched(sum);
            }
            let rank = (
                count(place) == 0,
                is_sum(place),
                !is_direct,
                count(place),
                place,
            );
            (is_direct || is_near).then_some(rank)
        })
        .min()
        .map(|(.., place)| place)
}

/// What can be told of every cell from those that are shown, by drawing the bounds of each sum closer in turn.
fn bounds(cells: &[i64], held: &[bool], sums: &[Sum]) -> Vec<Bounds> {
    /// What no sum bounds can be anything.
    const ANYTHING: i64 = 1 << 40;
    let mut all: Vec<Bounds> = cells
        .iter()
        .zip(held)
        .map(|(cell, held)| match (held, cell) {
            (false, _) => Bounds {
                least: *cell,
                most: *cell,
            },
            // A reader knows that nought is shown; where one had to be held back, nothing less is assumed of them.
            (true, 0) => Bounds {
                least: 0,
                most: ANYTHING,
            },
            (true, _) => Bounds {
                least: 1,
                most: ANYTHING,
            },
        })
        .collect();
    for _ in 0..ROUNDS {
        let before = all.clone();
        for sum in sums {
            draw(&mut all, sum);
        }
        if all == before {
            break;
        }
    }
    all
}

fn draw(all: &mut [Bounds], sum: &Sum) {
    let of = |all: &[Bounds], place: usize| {
        all.get(place)
            .copied()
            .unwrap_or(Bounds { least: 0, most: 0 })
    };
    let (mut least, mut most) = (0, 0);
    for place in &sum.parts {
        let part = of(all, *place);
        least += part.least;
        most += part.most;
    }
    let total = of(all, sum.total);
    let closer = Bounds {
        least: total.least.max(least),
        most: total.most.min(most),
    };
    if let Some(cell) = all.get_mut(sum.total) {
        *cell = closer;
    }
    for place in &sum.parts {
        let part = of(all, *place);
        let closer_part = Bounds {
            least: part.least.max(closer.least - (most - part.most)),
            most: part.most.min(closer.most - (least - part.least)),
        };
        least += closer_part.least - part.least;
        most += closer_part.most - part.most;
        if let Some(cell) = all.get_mut(*place) {
            *cell = closer_part;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Grid, held};
    use proptest::prelude::*;

    const BELOW: u32 = 5;

    /// Two rows of two cells with every total.
    fn square([a, b, c, d]: [u32; 4]) -> Vec<Vec<u32>> {
        vec![
            vec![a, b, a + b],
            vec![c, d, c + d],
            vec![a + c, b + d, a + b + c + d],
        ]
    }

    /// Every table a reader could take for the one that is shown.
    fn taken_for(shown: &[Vec<u32>], held: &[Vec<bool>], most: u32) -> Vec<Vec<Vec<u32>>> {
        let mut all = Vec::new();
        for a in 0..=most {
            for b in 0..=most {
                for c in 0..=most {
                    for d in 0..=most {
                        let table = square([a, b, c, d]);
                        let fits = table
                            .iter()
                            .flatten()
                            .zip(shown.iter().flatten())
                            .zip(held.iter().flatten());
                        let fits = fits.into_iter().all(|((cell, real), held)| {
                            if *held {
                                *cell > 0 || *real == 0
                            } else {
                                cell == real
                            }
                        });
                        if fits {
                            all.push(table);
                        }
                    }
                }
            }
        }
        all
    }

    #[test]
    fn a_total_gives_nothing_away() {
        let rows = square([3, 40, 20, 30]);
        let held = held(
            &Grid {
                rows: &rows,
                has_total: true,
            },
            BELOW,
        );
        assert_eq!(
            held.iter().flatten().filter(|held| **held).count(),
            4,
            "{held:?}"
        );
        assert!(!held[2][2], "the whole is shown");
    }

    #[test]
    fn what_is_not_small_is_shown_and_so_is_nought() {
        let rows = square([0, 40, 20, 30]);
        let held = held(
            &Grid {
                rows: &rows,
                has_total: true,
            },
            BELOW,
        );
        assert!(held.iter().flatten().all(|held| !held));
    }

    #[test]
    fn two_small_counts_in_a_row_do_not_show_each_other() {
        // 1 and 1 of 2: with both held back and the sum shown, either could only be 1.
        let rows = vec![vec![1, 1, 60, 62]];
        let held = held(
            &Grid {
                rows: &rows,
                has_total: false,
            },
            BELOW,
        );
        assert_eq!(held, [[true, true, true, false]]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]

        #[test]
        fn no_small_count_can_be_worked_out(cells in prop::array::uniform4(0u32..13)) {
            let rows = square(cells);
            let held = held(&Grid { rows: &rows, has_total: true }, BELOW);
            let possible = taken_for(&rows, &held, 26);
            for (row, cells) in rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    if (1..BELOW).contains(cell) {
                        prop_assert!(held[row][column]);
                        let is_otherwise = possible.iter().any(|table| table[row][column] >= BELOW);
                        prop_assert!(is_otherwise, "{cell} can be told: {rows:?} {held:?}");
                    } else if !held[row][column] {
                        prop_assert!(*cell == 0 || *cell >= BELOW);
                    }
                }
            }
        }
    }
}
