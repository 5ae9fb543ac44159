//! The report for the unit: every number, nothing held back.

use super::Made;
use super::shape::{
    by_month, by_part, definitions, duration, facts_of, law_words, platform_words, share, told,
    unit_title,
};
use breakwater_model::statistics::StatsView;
use breakwater_report::figures::{Cell, FiguresDocument, Piece, Table, grouped};

/// The document; `marking` is the case's own.
pub fn document(made: &Made, marking: &str) -> FiguresDocument {
    let mut pieces = Vec::new();
    for stats in &made.units {
        pieces.extend(of_unit(stats));
    }
    pieces.push(Piece::Heading("Beside takedowns".into()));
    pieces.push(Piece::Table(further(made)));
    pieces.push(Piece::Heading("How this is counted".into()));
    pieces.push(Piece::Points(definitions()));
    if !made.remarks.is_empty() {
        pieces.push(Piece::Heading("Remarks".into()));
        pieces.push(Piece::Text(made.remarks.clone()));
    }
    FiguresDocument {
        title: "Outcomes of referrals, for the unit".into(),
        marking: marking.to_owned(),
        facts: made
            .units
            .first()
            .map(|stats| facts_of(stats, &made.units))
            .unwrap_or_default(),
        pieces,
    }
}

fn points(stats: &StatsView) -> Vec<String> {
    let reversed = stats.withdrawn_or_reversed;
    let mut points = vec![
        format!(
            "Taken down in the period: {} ({} confirmed by the platform, {} seen offline); {} in the period before, counted as long after its end{}.",
            grouped(stats.taken_down),
            grouped(stats.confirmed),
            grouped(stats.inferred),
            grouped(stats.previous),
            stats
                .growth
                .map(|growth| format!(": {:+.1} %", growth * 100.0).replace('-', "−"))
                .unwrap_or_default()
        ),
        format!(
            "Referred: {}. Taken down of these: {}{}.",
            grouped(stats.referred),
            grouped(stats.cohort.taken_down),
            share(stats.cohort.taken_down, stats.referred, false)
                .map(|share| format!(", {share} of referred"))
                .unwrap_or_default()
        ),
        time_to_takedown(stats),
        format!(
            "Withdrawn or reversed: {} of {}.",
            grouped(reversed.both),
            grouped(reversed.of)
        ),
    ];
    points.extend(stats.came_back.iter().map(|back| {
        format!(
            "Came back within {} days: {} of {} watched for the whole time.",
            back.days,
            told(back.back, false),
            told(back.watched, false)
        )
    }));
    points
}

fn of_unit(stats: &StatsView) -> Vec<Piece> {
    let unit = unit_title(stats.unit);
    let mut pieces = vec![Piece::Heading(unit.clone()), Piece::Points(points(stats))];
    if stats.referred > 0 {
        let caption = format!("{unit} referred in the period, by platform and what became of them");
        pieces.push(Piece::Table(by_part(
            caption,
            "Platform",
            &stats.by_platform,
            stats,
            platform_words,
            false,
        )));
        if let Some(cut) = &stats.by_cut {
            let caption = format!("{unit} referred in the period, by law named");
            pieces.push(Piece::Table(by_part(
                caption, "Law", &cut.parts, stats, law_words, false,
            )));
        }
    }
    if stats.taken_down > 0 {
        pieces.push(Piece::Table(by_month(
            format!("{unit} taken down, by month"),
            &stats.by_month,
            false,
        )));
    }
    pieces.push(Piece::Table(backlog(&unit, stats)));
    pieces
}

fn backlog(unit: &str, stats: &StatsView) -> Table {
    let mut rows: Vec<(String, Vec<Cell>)> = stats
        .backlog
        .by_age
        .iter()
        .map(|age| {
            let name = age.to_days.map_or_else(
                || format!("more than {} days", age.over_days),
                |to| format!("more than {}, up to {to} days", age.over_days),
            );
            (name, vec![Cell::Count(age.items)])
        })
        .collect();
    rows.push(("All".into(), vec![Cell::Count(stats.backlog.open)]));
    Table {
        caption: format!("{unit} waiting for an answer, whenever they were sent"),
        columns: vec!["Waiting for".into(), "Items".into()],
        rows,
        has_total: true,
        notes: Vec::new(),
    }
}

fn further(made: &Made) -> Table {
    let further = &made.further;
    let rows = [
        ("Accounts assessed for the first time", made.assessed),
        ("Intelligence reports", further.intelligence.count),
        ("Requests to preserve", further.preservation.count),
        ("Safeguarding acts", further.safeguarding.count),
        ("Arrests linked with accounts", further.arrests.count),
        (
            "Convictions linked with accounts",
            further.convictions.count,
        ),
    ];
    Table {
        caption: "In the period, of all units".into(),
        columns: vec!["What".into(), "Number".into()],
        rows: rows
            .map(|(name, count)| (name.to_owned(), vec![Cell::Count(count)]))
            .into(),
        has_total: false,
        notes: Vec::new(),
    }
}

fn time_to_takedown(stats: &StatsView) -> String {
    if stats.median_hours_to_takedown.is_none() {
        return "Time to takedown: of those referred, the platform confirmed none.".into();
    }
    format!(
        "Time to takedown, confirmed by the platform: half within {}, nine in ten within {}.",
        duration(stats.median_hours_to_takedown),
        duration(stats.p90_hours_to_takedown)
    )
}
