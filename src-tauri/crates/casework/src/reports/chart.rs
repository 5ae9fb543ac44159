//! A chart as a file of its own: what it counts, of how many and as at when stands in it.

use super::internal;
use super::shape::{day_words, moment_words, month_short, platform_words, unit_title};
use crate::case::describe;
use crate::statistics::stats;
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::{Action, layout};
use breakwater_model::audit::Operation;
use breakwater_model::report::{ChartFormat, ChartKind, ChartRequest, ChartView};
use breakwater_model::statistics::{MonthView, ShareView, StatsView};
use breakwater_report::figures::grouped;
use breakwater_report::{Chart, Form, Series, chart_csv, chart_png, chart_svg};
use std::path::Path;

/// Days of the curve.
const DAYS: usize = 30;

/// Most series of a chart.
pub(super) const MOST: usize = 4;

/// Writes a chart, reads it back and compares; logged as disclosure before a byte leaves.
///
/// # Errors
/// Days that are none; a place within a case folder.
pub fn write(session: &Session, request: &ChartRequest, out: &Path) -> Result<ChartView> {
    outfile::check_place(out)?;
    let (marking, _, _) = describe::heading(session)?;
    let chart = of(
        &stats::stats(session, &request.figures)?,
        request.chart,
        marking.as_str(),
    );
    give_out(session, &chart, request.format, out)
}

/// Writes a chart that is drawn; logged before a byte leaves.
pub(super) fn give_out(
    session: &Session,
    chart: &Chart,
    format: ChartFormat,
    out: &Path,
) -> Result<ChartView> {
    let bytes = match format {
        ChartFormat::Svg => chart_svg(chart).map_err(internal)?,
        ChartFormat::Png => chart_png(chart).map_err(internal)?,
        ChartFormat::Csv => chart_csv(chart),
    };
    let done = session.note(
        Action::new(Operation::Disclosure, "chart-given-out", "referral")
            .word("recipient", "the unit")
            .word("purpose", &chart.title)
            .word("file", &layout::file_name(out)),
    )?;
    let sha256 = outfile::write_checked(out, |file| {
        file.write_all(&bytes).map_err(Error::io("the chart"))
    })?;
    session.write_head()?;
    Ok(ChartView {
        sha256,
        file_name: layout::file_name(out),
        entry: u32::try_from(done.seq).unwrap_or(u32::MAX),
    })
}

fn of(stats: &StatsView, kind: ChartKind, marking: &str) -> Chart {
    let asked = format!(
        "{} to {}, UTC; as at {}",
        day_words(&stats.from),
        day_words(&stats.to),
        moment_words(stats.as_at)
    );
    let (title, counted) = said(stats, kind);
    let chart = Chart {
        title,
        facts: vec![counted, asked],
        marking: marking.to_owned(),
        form: Form::Bars,
        places: Vec::new(),
        series: Vec::new(),
        is_share: false,
    };
    match kind {
        ChartKind::Months => months(stats, chart),
        ChartKind::Curve => curve(stats, chart),
    }
}

/// What a chart shows, and of how many.
fn said(stats: &StatsView, kind: ChartKind) -> (String, String) {
    let unit = unit_title(stats.unit);
    match kind {
        ChartKind::Months => (
            format!("{unit} taken down, by month of the takedown"),
            format!(
                "{unit} only: {} taken down, {} confirmed by the platform, {} seen offline; whenever they were referred",
                grouped(stats.taken_down),
                grouped(stats.confirmed),
                grouped(stats.inferred)
            ),
        ),
        ChartKind::Curve => (
            format!(
                "Share of {} taken down, by days since referral",
                unit.to_lowercase()
            ),
            format!(
                "{unit} only: of {} referred in the period; cumulative incidence by Aalen and Johansen",
                grouped(stats.referred)
            ),
        ),
    }
}

fn months(stats: &StatsView, chart: Chart) -> Chart {
    let months = &stats.by_month;
    let values = |of: fn(&MonthView) -> u32| {
        months
            .iter()
            .map(|month| Some(f64::from(of(month))))
            .collect()
    };
    Chart {
        places: months
            .iter()
            .map(|month| month_short(&month.month))
            .collect(),
        series: vec![
            series("This period", values(|month| month.taken_down)),
            series(
                "The same months a year before, as known a year before",
                values(|month| month.year_before),
            ),
        ],
        ..chart
    }
}

fn curve(stats: &StatsView, chart: Chart) -> Chart {
    let parts = stats
        .by_platform
        .iter()
        .filter(|part| !part.share_by_day.is_empty());
    let own = parts.take(MOST).map(|part| {
        let referred = grouped(part.cohort.referred);
        let name = format!("{}, {referred} referred", platform_words(&part.name));
        series(&name, shares(&part.share_by_day))
    });
    Chart {
        form: Form::Lines,
        is_share: true,
        places: (0..=DAYS).map(|day| day.to_string()).collect(),
        series: own.collect(),
        ..chart
    }
}

pub(super) fn series(name: &str, values: Vec<Option<f64>>) -> Series {
    Series {
        name: name.to_owned(),
        values,
    }
}

fn shares(by_day: &[ShareView]) -> Vec<Option<f64>> {
    by_day
        .iter()
        .take(DAYS + 1)
        .map(|one| Some(one.share))
        .collect()
}
