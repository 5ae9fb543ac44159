//! Counts as they are shown.

use super::DEFINITIONS;
use super::count::{AGES, BACK_WITHIN, Count, Counted, Frame, Taken};
use super::curve::{median_wait, quantile, share_by_day};
use super::period::Period;
use super::said::said;
use super::standing::{Bucket, DAY, Look};
use breakwater_model::Instant;
use breakwater_model::history::{Cut, History};
use breakwater_model::statistics::{
    AgeView, BacklogView, CameBackView, CohortView, CutView, LastLookView, MonthView, PartView,
    ReversedView, ShareView, StatsRequest, StatsView,
};

/// What was asked for, in days and in moments.
pub struct Asked<'a> {
    pub period: Period,
    pub before: Period,
    pub frame: &'a Frame,
    pub now: Instant,
    pub request: &'a StatsRequest,
}

/// The whole.
pub fn stats(
    history: &History,
    asked: &Asked<'_>,
    counted: &Counted,
    by_cut: Option<CutView>,
) -> StatsView {
    let all = &counted.all;
    let cohort = cohort(all);
    let (taken_down, previous) = (all.taken.all(), all.previous.all());
    StatsView {
        unit: asked.request.unit,
        from: asked.period.from(),
        to: asked.period.to(),
        as_at: asked.request.as_at.unwrap_or(asked.now),
        with_imported: asked.request.with_imported,
        definitions: DEFINITIONS.to_owned(),
        taken_down,
        confirmed: all.taken.confirmed,
        inferred: all.taken.inferred,
        previous,
        previous_now: all.previous_now.all(),
        previous_from: asked.before.from(),
        previous_to: asked.before.to(),
        previous_as_at: Instant(asked.frame.previous_as_at),
        growth: growth(all.taken, all.previous),
        said: said(taken_down, previous),
        referred: cohort.referred,
        decided: decided(all),
        rate_of_referred: ratio(cohort.taken_down, cohort.referred),
        rate_of_decided: ratio(cohort.taken_down, decided(all)),
        withdrawn_or_reversed: ReversedView {
            withdrawn: cohort.withdrawn,
            reinstated: cohort.reinstated,
            both: cohort.withdrawn + cohort.reinstated,
            of: cohort.referred,
        },
        rechecks: rechecks(all),
        cohort,
        median_hours_to_takedown: hours(quantile(&all.hours, 0.5)),
        p90_hours_to_takedown: hours(quantile(&all.hours, 0.9)),
        share_by_day: shares(all),
        median_hours_to_any_decision: hours(median_wait(&all.decisions).map(float)),
        came_back: came_back(all),
        backlog: backlog(all),
        by_platform: parts(history.names(Cut::Platform), &counted.parts),
        by_month: months(asked, counted),
        by_cut,
    }
}

/// Parts by something other than the platform.
pub fn cut(cut: Cut, names: &[String], counted: &Counted) -> CutView {
    CutView {
        cut,
        parts: parts(names, &counted.parts),
        more_than_once: counted.more_than_once,
    }
}

/// Parts that have anything to show, those with most referred first, then those with most taken down, then by name.
fn parts(names: &[String], counts: &[Count]) -> Vec<PartView> {
    let mut parts: Vec<PartView> = names
        .iter()
        .zip(counts)
        .map(|(name, count)| part(name, count))
        .filter(|part| part.cohort.referred + part.taken_down + part.previous > 0)
        .collect();
    parts.sort_by(|one, other| {
        let by = |part: &PartView| (part.cohort.referred, part.taken_down);
        by(other)
            .cmp(&by(one))
            .then_with(|| one.name.cmp(&other.name))
    });
    parts
}

fn part(name: &str, count: &Count) -> PartView {
    let cohort = cohort(count);
    PartView {
        name: name.to_owned(),
        taken_down: count.taken.all(),
        confirmed: count.taken.confirmed,
        inferred: count.taken.inferred,
        previous: count.previous.all(),
        growth: growth(count.taken, count.previous),
        cohort,
        decided: decided(count),
        rate_of_referred: ratio(cohort.taken_down, cohort.referred),
        rate_of_decided: ratio(cohort.taken_down, decided(count)),
        median_hours_to_takedown: hours(quantile(&count.hours, 0.5)),
        p90_hours_to_takedown: hours(quantile(&count.hours, 0.9)),
        share_by_day: shares(count),
    }
}

fn cohort(count: &Count) -> CohortView {
    let of = |bucket: Bucket| {
        count
            .cohort
            .get(bucket as usize)
            .copied()
            .unwrap_or_default()
    };
    CohortView {
        referred: count.referred(),
        taken_down: of(Bucket::TakenDown),
        confirmed: count.cohort_taken.confirmed,
        inferred: count.cohort_taken.inferred,
        limited: of(Bucket::Limited),
        declined: of(Bucket::Declined),
        not_found: of(Bucket::NotFound),
        more_asked: of(Bucket::MoreAsked),
        no_answer: of(Bucket::NoAnswer),
        withdrawn: of(Bucket::Withdrawn),
        reinstated: of(Bucket::Reinstated),
        not_seen_live: of(Bucket::NotSeenLive),
    }
}

fn decided(count: &Count) -> u32 {
    let cohort = cohort(count);
    cohort.taken_down + cohort.limited + cohort.declined + cohort.not_found + cohort.reinstated
}

fn rechecks(count: &Count) -> LastLookView {
    let of = |look: Look| count.looks.get(look as usize).copied().unwrap_or_default();
    LastLookView {
        seen_offline: of(Look::Offline),
        seen_live: of(Look::Live),
        seen_otherwise: of(Look::Other),
        not_rechecked: of(Look::None),
    }
}

fn came_back(count: &Count) -> Vec<CameBackView> {
    BACK_WITHIN
        .iter()
        .zip(&count.back)
        .map(|(days, (back, watched))| CameBackView {
            days: u32::try_from(*days).unwrap_or_default(),
            back: *back,
            watched: *watched,
            share: ratio(*back, *watched),
        })
        .collect()
}

fn backlog(count: &Count) -> BacklogView {
    let ends = AGES
        .iter()
        .map(|days| u32::try_from(*days).unwrap_or_default());
    let starts = std::iter::once(0).chain(ends.clone());
    let ends = ends.map(Some).chain(std::iter::once(None));
    BacklogView {
        open: count.backlog.iter().sum(),
        more_asked: count.more_asked,
        by_age: starts
            .zip(ends)
            .zip(&count.backlog)
            .map(|((over_days, to_days), items)| AgeView {
                over_days,
                to_days,
                items: *items,
            })
            .collect(),
        median_days: quantile(&count.ages, 0.5).map(|ms| ms / float(DAY)),
        oldest_days: count.ages.last().map(|ms| float(*ms) / float(DAY)),
    }
}

fn months(asked: &Asked<'_>, counted: &Counted) -> Vec<MonthView> {
    asked
        .period
        .months()
        .iter()
        .zip(&counted.months)
        .map(|(month, count)| MonthView {
            month: month.month(),
            taken_down: count.taken.all(),
            confirmed: count.taken.confirmed,
            inferred: count.taken.inferred,
            year_before: count.year_before.all(),
            referred: count.referred,
        })
        .collect()
}

fn shares(count: &Count) -> Vec<ShareView> {
    (0..)
        .zip(share_by_day(&count.waits))
        .map(|(day, share)| ShareView { day, share })
        .collect()
}

fn growth(now: Taken, before: Taken) -> Option<f64> {
    ratio(now.all(), before.all()).map(|ratio| ratio - 1.0)
}

fn ratio(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}

fn hours(ms: Option<f64>) -> Option<f64> {
    ms.map(|ms| ms / 3_600_000.0)
}

#[allow(clippy::cast_precision_loss, reason = "times are far below 2^53")]
const fn float(ms: i64) -> f64 {
    ms as f64
}
