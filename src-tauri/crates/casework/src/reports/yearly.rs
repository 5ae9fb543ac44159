//! The report for publication: what Article 22(3) of Regulation (EU) 2022/2065 asks of a trusted flagger, and the lines the
//! NCA and TCAP publish, each said to be so.
//!
//! Article 22(3): at least once a year, the number of notices by provider, by type of content and by action taken, an
//! explanation of how independence is kept, and no personal data.

use super::shape::{
    A_NUMBER_HELD, by_month, by_part, definitions, duration, facts_of, held_note, is_held_in,
    is_small, law_words, platform_words, share, tell_small, told, told_in, unit_title,
};
use super::{FOR_PUBLICATION, Made};
use crate::statistics::small_below;
use breakwater_model::statistics::{PartView, StatsView};
use breakwater_report::figures::{Cell, FiguresDocument, Piece, Table};
use std::fmt::Write as _;

/// The document.
pub fn document(made: &Made) -> FiguresDocument {
    let mut pieces = vec![
        Piece::Heading("Notices".into()),
        Piece::Table(notices(made)),
    ];
    for (stats, ever) in made.units.iter().zip(&made.ever) {
        pieces.extend(of_unit(stats, ever));
    }
    pieces.push(Piece::Heading("Beside takedowns".into()));
    pieces.push(Piece::Table(further(made)));
    pieces.push(Piece::Heading(
        "How independence is kept, and remarks".into(),
    ));
    pieces.push(Piece::Text(if made.remarks.is_empty() {
        "The unit has not stated this. Article 22(3) of Regulation (EU) 2022/2065 asks a trusted flagger to.".into()
    } else {
        made.remarks.clone()
    }));
    pieces.push(Piece::Heading("How this is counted".into()));
    pieces.push(Piece::Points(definitions()));
    FiguresDocument {
        title: "Referrals to platforms and what became of them".into(),
        marking: FOR_PUBLICATION.into(),
        facts: made
            .units
            .first()
            .map(|stats| facts_of(stats, &made.units))
            .unwrap_or_default(),
        pieces,
    }
}

/// Notices by provider.
fn notices(made: &Made) -> Table {
    let mut all: Vec<(String, u32)> = made
        .notices
        .iter()
        .map(|(code, count)| (platform_words(code), *count))
        .collect();
    all.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    let total = all.iter().map(|(_, count)| count).sum();
    let mut names: Vec<String> = all.iter().map(|(name, _)| name.clone()).collect();
    let mut rows: Vec<Vec<u32>> = all.iter().map(|(_, count)| vec![*count]).collect();
    names.push("All".into());
    rows.push(vec![total]);
    let caption = "Notices sent in the period, by provider (Article 22(3), first subparagraph, point (a)); one notice may name many items".to_owned();
    super::shape::counts(
        caption,
        &["Provider", "Notices"],
        names,
        &rows,
        (true, true),
    )
}

fn of_unit(stats: &StatsView, ever: &StatsView) -> Vec<Piece> {
    let unit = unit_title(stats.unit);
    let mut pieces = vec![Piece::Heading(unit.clone())];
    let by_provider = by_part(
        format!("{unit} in notices, by provider and action taken (points (a) and (c))"),
        "Provider",
        &stats.by_platform,
        stats,
        platform_words,
        true,
    );
    let takedowns = Takedowns::of(stats, ever, &by_provider);
    pieces.push(Piece::Points(points(
        &unit,
        stats,
        (ever, takedowns),
        &by_provider,
    )));
    pieces.push(Piece::Table(by_provider));
    if let Some(cut) = &stats.by_cut {
        pieces.push(Piece::Table(types(&unit, &cut.parts, stats)));
    }
    if stats.taken_down > 0 && takedowns.is_period_held {
        pieces.push(Piece::Text(format!(
            "{unit} taken down, by month of the takedown: held back, since the sum would give away what is held back above."
        )));
    } else if stats.taken_down > 0 {
        let caption =
            format!("{unit} taken down, by month of the takedown, whenever they were referred");
        pieces.push(Piece::Table(by_month(caption, &stats.by_month, true)));
    }
    pieces
}

/// Which counts of takedowns are held back beside the table by provider.
#[derive(Clone, Copy)]
struct Takedowns {
    is_period_held: bool,
    is_ever_held: bool,
}

impl Takedowns {
    /// Those of the period are held back where the table holds back those of the referred and both are about the same;
    /// those since counting began where that is so of them, or where those of the period, or of all before it, could be
    /// worked out from them and are small or held back.
    fn of(stats: &StatsView, ever: &StatsView, table: &Table) -> Self {
        let cohort = stats.cohort.taken_down;
        let is_held = is_taken_held(table);
        let is_near = |count: u32| is_held && (count == cohort || tell_small(count, cohort));
        let is_period_held = is_near(stats.taken_down);
        Self {
            is_period_held,
            is_ever_held: is_period_held
                || is_near(ever.taken_down)
                || is_small(stats.taken_down)
                || tell_small(ever.taken_down, stats.taken_down)
                || tell_small(ever.taken_down, cohort),
        }
    }
}

/// Items by type. By action taken they are not told apart here: the last row would tell what the table by provider holds
/// back.
fn types(unit: &str, parts: &[PartView], stats: &StatsView) -> Table {
    let parts: Vec<&PartView> = parts
        .iter()
        .filter(|part| part.cohort.referred > 0)
        .collect();
    let mut names: Vec<String> = parts.iter().map(|part| law_words(&part.name)).collect();
    let mut rows: Vec<Vec<u32>> = parts
        .iter()
        .map(|part| vec![part.cohort.referred])
        .collect();
    names.push("All".into());
    rows.push(vec![stats.referred]);
    let caption = format!("{unit} in notices, by type of content (point (b))");
    let first = "Type: offering a journey by smugglers, under";
    super::shape::counts(caption, &[first, "Referred"], names, &rows, (true, true))
}

/// The lines others publish.
fn points(
    unit: &str,
    stats: &StatsView,
    (ever, takedowns): (&StatsView, Takedowns),
    table: &Table,
) -> Vec<String> {
    let cohort = stats.cohort;
    let unless = |is_held: bool, words: String| {
        if is_held {
            A_NUMBER_HELD.to_owned()
        } else {
            words
        }
    };
    let mut points = vec![
        format!(
            "As the NCA publishes: {} taken down in the period: {}.",
            unit.to_lowercase(),
            unless(takedowns.is_period_held, stats.said.words.clone())
        ),
        format!(
            "Taken down since counting began, up to the end of the period: {}.",
            unless(takedowns.is_ever_held, told(ever.taken_down, true))
        ),
        format!(
            "Of those referred in the period, {}: taken down {}.",
            told_in(table, "Referred"),
            taken(stats, table)
        ),
        format!(
            "Withdrawn or reversed: {} of {}.",
            told_in(table, "Withdrawn or reversed"),
            told_in(table, "Referred")
        ),
    ];
    let looked = cohort.referred - stats.rechecks.not_rechecked.min(cohort.referred);
    if let Some(share) = share(stats.rechecks.seen_offline, looked, true)
        && !tell_small(looked, cohort.referred)
    {
        points.push(format!(
            "As TCAP publishes: offline at the last look, {share} of {} that were looked at again. Offline is seen, not attributed.",
            told(looked, true)
        ));
    }
    if cohort.confirmed >= small_below() {
        points.push(format!(
            "Time to takedown, confirmed by the platform: half within {}, nine in ten within {}.",
            duration(stats.median_hours_to_takedown),
            duration(stats.p90_hours_to_takedown)
        ));
    }
    points.extend(came_back(stats, takedowns));
    points
}

/// What came back; a line that would tell a small count beside the takedowns or the line before is left out.
fn came_back(stats: &StatsView, takedowns: Takedowns) -> Vec<String> {
    let (mut points, mut beside) = (Vec::new(), vec![(0, stats.taken_down)]);
    for back in &stats.came_back {
        let is_all = takedowns.is_period_held && back.watched == stats.taken_down;
        let tells = is_all
            || beside.iter().any(|(other, watched)| {
                tell_small(back.watched, *watched) || tell_small(back.back, *other)
            });
        let Some(share) = share(back.back, back.watched, true).filter(|_| !tells) else {
            continue;
        };
        beside.push((back.back, back.watched));
        points.push(format!(
            "Came back within {} days: {share} of {} watched for the whole time.",
            back.days,
            told(back.watched, true)
        ));
    }
    points
}

/// True if the table does not tell how many of the referred were taken down.
fn is_taken_held(table: &Table) -> bool {
    ["Removed or suspended", "Seen offline, no word", "Referred"]
        .iter()
        .any(|column| is_held_in(table, column))
}

/// Taken down of the referred, with its shares, as far as the table beside it holds nothing back they could be told from.
fn taken(stats: &StatsView, table: &Table) -> String {
    let cohort = stats.cohort;
    let shows = |columns: &[&str]| columns.iter().all(|column| !is_held_in(table, column));
    if is_taken_held(table) {
        return A_NUMBER_HELD.to_owned();
    }
    let mut words = told(cohort.taken_down, true);
    let mut add = |whole: u32, of: &str| {
        if let Some(share) = share(cohort.taken_down, whole, true) {
            // Writing to a text does not fail.
            let _ = write!(words, ", {share} of {of}");
        }
    };
    add(cohort.referred, "referred");
    // What is decided counts the reinstated and not the withdrawn, which the table tells as one number.
    if shows(&[
        "Limited",
        "Left standing",
        "Not found",
        "Withdrawn or reversed",
    ]) && !tell_small(cohort.referred, stats.decided)
        && !is_small(cohort.withdrawn)
        && !is_small(cohort.reinstated)
    {
        add(stats.decided, "decided");
    }
    words
}

/// Further numbers, each by itself: no sum of them is known.
fn further(made: &Made) -> Table {
    let further = &made.further;
    let below = small_below();
    let cell = |count: u32| {
        if count > 0 && count < below {
            Cell::held()
        } else {
            Cell::Count(count)
        }
    };
    let rows: Vec<(String, Vec<Cell>)> = [
        ("Accounts assessed for the first time", made.assessed),
        ("Intelligence reports", further.intelligence.count),
        ("Requests to preserve", further.preservation.count),
        ("Arrests linked with accounts", further.arrests.count),
        (
            "Convictions linked with accounts",
            further.convictions.count,
        ),
    ]
    .map(|(name, count)| (name.to_owned(), vec![cell(count)]))
    .into();
    let is_held = rows
        .iter()
        .flat_map(|(_, cells)| cells)
        .any(|one| *one == Cell::held());
    Table {
        caption: "In the period, of all units".into(),
        columns: vec!["What".into(), "Number".into()],
        rows,
        has_total: false,
        notes: if is_held {
            vec![held_note()]
        } else {
            Vec::new()
        },
    }
}
