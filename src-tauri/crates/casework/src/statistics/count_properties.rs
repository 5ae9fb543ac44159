//! What holds of the figures of any history.

use super::count_tests::{DAY, Made, at, day};
use breakwater_model::history::Mark;
use breakwater_model::platform::Unit;
use proptest::prelude::*;

fn marks() -> impl Strategy<Value = Mark> {
    use Mark::{
        Declined, Limited, MoreAsked, NotFound, Reinstated, Removed, SeenLive, SeenOffline,
        SeenOther, SeenRenamed, Sent, Suspended, Withdrawn,
    };
    prop::sample::select(vec![
        Sent,
        Removed,
        Suspended,
        Limited,
        Declined,
        NotFound,
        MoreAsked,
        Reinstated,
        Withdrawn,
        SeenLive,
        SeenOffline,
        SeenRenamed,
        SeenOther,
    ])
}

/// Items sent within a year, and what happened to each after, with the lag until it was known.
pub(super) fn made() -> impl Strategy<Value = Made> {
    let happened = prop::collection::vec((0..200 * DAY, 0..40 * DAY, marks()), 0..9);
    prop::collection::vec((0..365 * DAY, any::<bool>(), happened), 1..40).prop_map(|items| {
        let (mut made, start) = (Made::default(), day("2025-01-01"));
        for (sent, live, happened) in items {
            let sent = start + sent;
            let mut all = vec![(sent, sent, Mark::Sent)];
            all.extend(
                happened
                    .into_iter()
                    .map(|(after, lag, mark)| (sent + after, sent + after + lag, mark)),
            );
            made.known(Unit::Account, live, &all);
        }
        made
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_split_adds_up(made in made()) {
        let view = made.ask("2025-03-01", "2025-11-30", "2026-01-31T00:00:00Z");
        let one = view.cohort;
        let buckets = one.taken_down + one.limited + one.declined + one.not_found + one.more_asked
            + one.no_answer + one.withdrawn + one.reinstated + one.not_seen_live;
        prop_assert_eq!(buckets, one.referred);
        prop_assert_eq!(one.confirmed + one.inferred, one.taken_down);
        prop_assert_eq!(view.confirmed + view.inferred, view.taken_down);
        let looks = view.rechecks;
        prop_assert_eq!(looks.seen_offline + looks.seen_live + looks.seen_otherwise + looks.not_rechecked, one.referred);
        prop_assert_eq!(view.by_month.iter().map(|month| month.taken_down).sum::<u32>(), view.taken_down);
        prop_assert_eq!(view.by_month.iter().map(|month| month.referred).sum::<u32>(), one.referred);
        for parts in [&view.by_platform, &view.by_cut.as_ref().unwrap().parts] {
            prop_assert_eq!(parts.iter().map(|part| part.cohort.referred).sum::<u32>(), one.referred);
            prop_assert_eq!(parts.iter().map(|part| part.taken_down).sum::<u32>(), view.taken_down);
            prop_assert_eq!(parts.iter().map(|part| part.previous).sum::<u32>(), view.previous);
        }
        prop_assert_eq!(view.backlog.by_age.iter().map(|age| age.items).sum::<u32>(), view.backlog.open);
        let shares: Vec<f64> = view.share_by_day.iter().map(|one| one.share).collect();
        prop_assert!(shares.is_sorted() && shares.iter().all(|share| (0.0..=1.0 + 1e-9).contains(share)));
    }

    #[test]
    fn what_became_known_later_changes_nothing_before(made in made()) {
        let as_at = "2025-09-15T12:00:00Z";
        let mut known = made.clone();
        known.events.retain(|(_, event)| event.known <= at(as_at).0);
        let (whole, then) = (made.ask("2025-01-01", "2025-08-31", as_at), known.ask("2025-01-01", "2025-08-31", as_at));
        prop_assert_eq!(whole, then);
    }

    #[test]
    fn twelve_months_before_are_the_year_before(made in made()) {
        let view = made.ask("2026-01-01", "2026-12-31", "2027-01-20T00:00:00Z");
        prop_assert_eq!(view.by_month.iter().map(|month| month.year_before).sum::<u32>(), view.previous);
    }
}
