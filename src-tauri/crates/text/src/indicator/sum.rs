//! The sum an officer can do on paper: one line a hit, caps, bands, the minimum test.

use super::{Category, Hit};
use crate::table::{cell, rows};
use serde::{Serialize, Serializer};
use std::fmt;
use std::iter;
use std::ops::{Add, AddAssign, Neg, Sub};
use std::sync::LazyLock;

pub use breakwater_model::indicator::{Band, HitAnswer as Answer};

/// Points, in halves: a whole number unless an answer is unsure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(i32);

impl Points {
    /// No points.
    pub const ZERO: Self = Self(0);

    /// So many whole points.
    pub const fn whole(points: i32) -> Self {
        Self(points.saturating_mul(2))
    }

    /// So many half points.
    pub const fn halves(halves: i32) -> Self {
        Self(halves)
    }

    /// How many half points.
    pub const fn in_halves(self) -> i32 {
        self.0
    }

    /// The whole points; `None` if half a point is left.
    pub const fn as_whole(self) -> Option<i32> {
        if self.0 % 2 == 0 {
            Some(self.0 / 2)
        } else {
            None
        }
    }
}

impl Add for Points {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Points {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Points {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl AddAssign for Points {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl iter::Sum for Points {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let size = self.0.unsigned_abs();
        let half = if size % 2 == 1 { ".5" } else { "" };
        write!(f, "{sign}{}{half}", size / 2)
    }
}

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.as_whole() {
            Some(whole) => serializer.serialize_i32(whole),
            None => serializer.serialize_f64(f64::from(self.0) / 2.0),
        }
    }
}

/// From how many points a band begins; a unit sets its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bands {
    /// From here on, review.
    pub review: i32,
    /// From here on, priority.
    pub priority: i32,
    /// The least a hit must weigh to count as an offer: an isolated emoji never does.
    pub offer: i32,
}

impl Default for Bands {
    /// The thresholds of `data/bands.csv`.
    fn default() -> Self {
        static BANDS: LazyLock<Bands> = LazyLock::new(|| {
            let points = |band: &str| {
                rows(include_str!("../../data/bands.csv"))
                    .find(|row| cell(row, 0) == band)
                    .and_then(|row| cell(&row, 1).parse().ok())
                    .unwrap_or(i32::MAX)
            };
            Bands {
                review: points("review"),
                priority: points("priority"),
                offer: points("offer"),
            }
        });
        *BANDS
    }
}

/// A line of the sum: one hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Which hit, by its place.
    pub hit: usize,
    /// Its kind.
    pub category: Category,
    /// What was answered, if anything was.
    pub answer: Option<Answer>,
    /// What it counts in the sum.
    pub points: Points,
    /// True if it counts less than it weighs because its category had given all it can.
    pub is_capped: bool,
}

/// Whether a text has what a referral needs: an offer, and something that supports it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Minimum {
    /// Transport, documents, a bundle, a guarantee, a disguise or kit is offered, by more than a sign that says nothing by itself.
    pub has_offer: bool,
    /// A contact, price, time, proof or way of payment is there.
    pub has_support: bool,
}

impl Minimum {
    /// True if nothing is missing.
    pub const fn is_met(self) -> bool {
        self.has_offer && self.has_support
    }
}

/// The sum of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sum {
    /// One line a hit, in the order of the text.
    pub lines: Vec<Line>,
    /// The sum of the lines, but never below zero.
    pub score: Points,
    /// The band.
    pub band: Band,
    /// The minimum test; without it the band stays low.
    pub minimum: Minimum,
    /// The reasons shown in a list: categories that count, those with most points first.
    pub reasons: Vec<Category>,
}

/// The sum of hits nobody has answered yet, at the thresholds of `data/bands.csv`.
pub fn sum_of(hits: &[Hit]) -> Sum {
    sum(hits.iter().map(|hit| (hit, None)), Bands::default())
}

/// The sum of hits with their answers; a hit without an answer counts as it stands.
pub fn sum<'a>(hits: impl IntoIterator<Item = (&'a Hit, Option<Answer>)>, bands: Bands) -> Sum {
    let mut given = [Points::ZERO; Category::ALL.len()];
    let mut minimum = Minimum::default();
    let mut lines = Vec::new();
    for (place, (hit, answer)) in hits.into_iter().enumerate() {
        let full = match answer {
            None | Some(Answer::Yes) => Points::whole(hit.weight),
            Some(Answer::Unsure) => Points::halves(hit.weight),
            Some(Answer::No) => Points::ZERO,
        };
        if answer != Some(Answer::No) {
            minimum.has_offer |= hit.category.is_offer() && hit.weight >= bands.offer;
            minimum.has_support |= hit.category.is_support();
        }
        let mut points = full;
        let so_far = given
            .iter_mut()
            .zip(Category::ALL)
            .find(|(_, category)| *category == hit.category);
        if let Some((so_far, category)) = so_far {
            let cap = Points::whole(category.facts().cap);
            points = if full < Points::ZERO {
                full.max(-cap - *so_far)
            } else {
                full.min(cap - *so_far)
            };
            *so_far += points;
        }
        lines.push(Line {
            hit: place,
            category: hit.category,
            answer,
            points,
            is_capped: points != full,
        });
    }
    let total: Points = lines.iter().map(|line| line.points).sum();
    let score = total.max(Points::ZERO);
    Sum {
        lines,
        score,
        band: band(score, minimum, bands),
        minimum,
        reasons: reasons(given),
    }
}

fn band(score: Points, minimum: Minimum, bands: Bands) -> Band {
    if !minimum.is_met() || score < Points::whole(bands.review) {
        Band::Low
    } else if score < Points::whole(bands.priority) {
        Band::Review
    } else {
        Band::Priority
    }
}

fn reasons(given: [Points; Category::ALL.len()]) -> Vec<Category> {
    let mut all: Vec<_> = given
        .into_iter()
        .zip(Category::ALL)
        .filter(|(points, _)| *points > Points::ZERO)
        .collect();
    all.sort_by_key(|(points, category)| (-*points, *category));
    all.into_iter().map(|(_, category)| category).collect()
}
