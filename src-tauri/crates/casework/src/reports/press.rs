//! The card for the press office: one figure, what it means, and what is to be said with it.

use super::shape::{
    A_NUMBER_HELD, day_words, is_small, moment_words, share, tell_small, told, unit_title,
};
use super::{FOR_PUBLICATION, Made};
use breakwater_model::statistics::StatsView;
use breakwater_report::figures::{FiguresDocument, Piece};

/// The document.
pub fn document(made: &Made) -> FiguresDocument {
    let mut pieces = Vec::new();
    for stats in &made.units {
        pieces.extend(card(stats));
    }
    if !made.remarks.is_empty() {
        pieces.push(Piece::Heading("Remarks".into()));
        pieces.push(Piece::Text(made.remarks.clone()));
    }
    let facts = made.units.first().map(|stats| {
        vec![
            (
                "Period".to_owned(),
                format!("{} to {}", day_words(&stats.from), day_words(&stats.to)),
            ),
            ("As at".to_owned(), moment_words(stats.as_at)),
        ]
    });
    FiguresDocument {
        title: "Briefing card for the press office".into(),
        marking: FOR_PUBLICATION.into(),
        facts: facts.unwrap_or_default(),
        pieces,
    }
}

fn card(stats: &StatsView) -> Vec<Piece> {
    let unit = unit_title(stats.unit);
    let reversed = stats.withdrawn_or_reversed;
    vec![
        Piece::Heading("The figure".into()),
        Piece::Said(format!("{unit} taken down: {}", stats.said.words)),
        Piece::Text(format!(
            "Withdrawn or reversed: {} of {} referred in the period. This is said wherever the figure is.",
            if tell_small(reversed.both, reversed.of) && !is_small(reversed.both) {
                A_NUMBER_HELD.to_owned()
            } else {
                told(reversed.both, true)
            },
            told(reversed.of, true)
        )),
        Piece::Heading("What it counts".into()),
        Piece::Text(format!(
            "{unit} that were referred to platforms and whose takedown lies in the period: removed, or suspended without end, by the platform's last word; or seen offline in two looks at least a day apart where the platform gave no decision. {}",
            how_known(stats)
        )),
        Piece::Heading("What is to be said with it".into()),
        Piece::Points(caveats(stats)),
        Piece::Heading("What it does not say".into()),
        Piece::Points(vec![
            "How many people were stopped or how many journeys did not happen.".into(),
            "That everything referred was unlawful: platforms decide under their own terms.".into(),
            "That what was taken down stayed away: some come back under another name.".into(),
        ]),
    ]
}

fn caveats(stats: &StatsView) -> Vec<String> {
    let cohort = stats.cohort;
    let mut points = vec![
        "The figure is rounded down, and a rise with it, so that neither is overstated: “more than” is to stay.".to_owned(),
        format!(
            "{} only. Pages, groups, channels and posts are counted apart and are not in it.",
            unit_title(stats.unit)
        ),
    ];
    if stats.said.percent.is_some() {
        points.push(format!(
            "The change is against {} to {}, counted as long after its end as this period is now.",
            day_words(&stats.previous_from),
            day_words(&stats.previous_to)
        ));
    }
    if let Some(share) = share(cohort.taken_down, cohort.referred, true) {
        points.push(format!(
            "Of {} referred in the period, {share} were taken down by then{}.",
            told(cohort.referred, true),
            of_decided(stats)
        ));
    }
    if let Some(back) = stats.came_back.last()
        && !tell_small(back.watched, stats.taken_down)
        && let Some(share) = share(back.back, back.watched, true)
    {
        points.push(format!(
            "Came back within {} days: {share} of {} watched for the whole time.",
            back.days,
            told(back.watched, true)
        ));
    }
    points
}

/// How many the platform confirmed and how many were seen offline; beside a total that is told, neither where one is small.
fn how_known(stats: &StatsView) -> String {
    if is_small(stats.confirmed) != is_small(stats.inferred) && !is_small(stats.taken_down) {
        return "How many of each is held back.".to_owned();
    }
    format!(
        "It counts {} confirmed by the platform and {} seen offline.",
        told(stats.confirmed, true),
        told(stats.inferred, true)
    )
}

/// The share of the decided, beside that of the referred: with both, how many are not decided can be worked out.
fn of_decided(stats: &StatsView) -> String {
    let cohort = stats.cohort;
    if tell_small(cohort.referred, stats.decided) {
        return String::new();
    }
    share(cohort.taken_down, stats.decided, true)
        .map_or_else(String::new, |share| format!("; of those decided, {share}"))
}
