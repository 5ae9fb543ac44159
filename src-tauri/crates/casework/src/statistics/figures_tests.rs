use super::line::{COLUMNS, Line, MARK};
use super::pooled::stats_of;
use breakwater_model::Instant;
use breakwater_model::history::{Event, Mark};
use breakwater_model::platform::Unit;
use breakwater_model::pooled::PooledView;
use breakwater_model::statistics::StatsRequest;
use proptest::prelude::*;
use std::path::{Path, PathBuf};

const DAY: i64 = 86_400_000;

fn event(happened: i64, lag: i64, mark: Mark, seq: usize) -> Event {
    let seq = i64::try_from(seq).unwrap();
    Event {
        happened,
        known: happened + lag,
        until: Event::STANDS,
        seq,
        early: 0,
        mark,
        is_imported: false,
    }
}

fn line(item: &str, by_handle: &str, happened: &[(i64, i64, Mark)]) -> Line {
    let start = Instant::parse("2026-01-05T00:00:00Z").unwrap().0;
    Line {
        item: item.into(),
        by_handle: by_handle.into(),
        unit: Unit::Account,
        platform: "tiktok".into(),
        live: Some(start),
        events: happened
            .iter()
            .enumerate()
            .map(|(seq, (at, lag, mark))| event(start + at, *lag, *mark, seq))
            .collect(),
    }
}

fn write(folder: &Path, name: &str, lines: &[Line]) -> PathBuf {
    let path = folder.join(name);
    let mut writer = csv::Writer::from_path(&path).unwrap();
    writer.write_record(COLUMNS).unwrap();
    for line in lines {
        writer.write_record(line.cells().unwrap()).unwrap();
    }
    writer.flush().unwrap();
    path
}

fn request() -> StatsRequest {
    StatsRequest {
        unit: Unit::Account,
        from: "2026-01-01".into(),
        to: "2026-03-31".into(),
        as_at: Instant::parse("2026-04-15T00:00:00Z"),
        with_imported: true,
        cut: None,
    }
}

fn ask(files: &[PathBuf]) -> PooledView {
    stats_of(files, &request(), Instant(i64::MAX)).unwrap()
}

fn happened() -> impl Strategy<Value = Vec<(i64, i64, Mark)>> {
    use Mark::{
        Declined, Limited, MoreAsked, Reinstated, Removed, SeenLive, SeenOffline, Suspended,
        Withdrawn,
    };
    let mark = prop::sample::select(vec![
        Removed,
        Suspended,
        Limited,
        Declined,
        MoreAsked,
        Reinstated,
        Withdrawn,
        SeenLive,
        SeenOffline,
    ]);
    let rest = prop::collection::vec((0..80 * DAY, 0..9 * DAY, mark), 0..6);
    (0..80 * DAY, rest).prop_map(|(sent, rest)| {
        let mut all = vec![(sent, 0, Mark::Sent)];
        all.extend(
            rest.into_iter()
                .map(|(after, lag, mark)| (sent + after, lag, mark)),
        );
        all
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn five_files_with_overlaps_equal_the_whole(
        items in prop::collection::vec((happened(), prop::collection::btree_set(0usize..5, 1..4)), 1..40)
    ) {
        let folder = tempfile::tempdir().unwrap();
        let whole: Vec<Line> = items
            .iter()
            .enumerate()
            .map(|(number, (happened, _))| line(&format!("{number:032x}"), "", happened))
            .collect();
        let mut parts: Vec<Vec<Line>> = vec![Vec::new(); 5];
        for (line, (_, officers)) in whole.iter().zip(&items) {
            for officer in officers {
                parts[*officer].push(line.clone());
            }
        }
        let one = ask(&[write(folder.path(), "whole.csv", &whole)]);
        let files: Vec<_> = parts
            .iter()
            .enumerate()
            .map(|(officer, lines)| write(folder.path(), &format!("{officer}.csv"), lines))
            .collect();
        let five = ask(&files);
        prop_assert_eq!(&five.stats, &one.stats);
        prop_assert!(five.duplicates.iter().all(|one| one.differs_at.is_empty()));
        prop_assert_eq!(five.items, one.items);
        let shared = items.iter().filter(|(_, officers)| officers.len() > 1).count();
        prop_assert_eq!(five.duplicates.len(), shared);
    }

    #[test]
    fn a_row_reads_back_as_it_was_written(happened in happened()) {
        let mut line = line("00ff", "ff00", &happened);
        line.events.sort_by_key(|event| cell_of(event.mark));
        for (seq, event) in line.events.iter_mut().enumerate() {
            event.seq = i64::try_from(seq).unwrap();
            event.is_imported = seq % 2 == 1;
            event.early = if seq % 3 == 0 { 3_600_000 } else { 0 };
        }
        let row = csv::StringRecord::from(line.cells().unwrap().to_vec());
        prop_assert_eq!(Line::read(&row).unwrap(), line);
    }
}

const fn cell_of(mark: Mark) -> u8 {
    match mark {
        Mark::Sent => 0,
        Mark::Withdrawn => 2,
        Mark::SeenLive | Mark::SeenOffline | Mark::SeenRenamed | Mark::SeenOther => 3,
        _ => 1,
    }
}

#[test]
fn what_two_officers_sent_is_one_item_from_its_first_sending() {
    let folder = tempfile::tempdir().unwrap();
    let early = line("aa", "", &[(0, 0, Mark::Sent)]);
    let late = line(
        "aa",
        "",
        &[(10 * DAY, 0, Mark::Sent), (12 * DAY, 0, Mark::Removed)],
    );
    let files = [
        write(folder.path(), "a.csv", &[early]),
        write(folder.path(), "b.csv", &[late]),
    ];
    let found = ask(&files);
    assert_eq!((found.items, found.stats.referred), (1, 1));
    assert_eq!(found.stats.median_hours_to_takedown, Some(12.0 * 24.0));
    assert_eq!(found.duplicates[0].files, ["a.csv", "b.csv"]);
}

#[test]
fn what_files_say_differently_of_one_moment_does_not_hang_on_their_order() {
    use Mark::{Declined, Reinstated, Removed, SeenLive, Sent};
    let folder = tempfile::tempdir().unwrap();
    let removed = [(0, 0, Sent), (DAY, 0, Removed), (DAY, 0, SeenLive)];
    let both = [(0, 0, Sent), (DAY, 0, Removed), (DAY, 0, Reinstated)];
    let later = [(0, 0, Sent), (DAY, 0, Declined), (9 * DAY, 0, Removed)];
    let files = [
        write(
            folder.path(),
            "a.csv",
            &[line("aa", "", &removed), line("bb", "", &both)],
        ),
        write(
            folder.path(),
            "b.csv",
            &[line("aa", "", &[(0, 0, Sent), (DAY, 0, Declined)])],
        ),
        write(
            folder.path(),
            "c.csv",
            &[line("bb", "", &removed), line("cc", "", &both)],
        ),
        write(folder.path(), "d.csv", &[line("cc", "", &later)]),
    ];
    let found = ask(&files);
    let [a, b, c, d] = files;
    for files in [[b.clone(), a.clone(), d.clone(), c.clone()], [d, c, b, a]] {
        let other = ask(&files);
        assert_eq!(other.stats, found.stats);
    }
    let cohort = found.stats.cohort;
    assert_eq!(
        (cohort.declined, cohort.reinstated, cohort.taken_down),
        (1, 1, 1)
    );
    let moment = Instant::parse("2026-01-06T00:00:00Z").unwrap();
    for one in &found.duplicates {
        assert_eq!(one.differs_at, [moment], "{}", one.item);
    }
}

#[test]
fn who_knows_the_handle_alone_means_the_account_that_has_it() {
    let folder = tempfile::tempdir().unwrap();
    let sent = [(0, 0, Mark::Sent)];
    let with_id = write(folder.path(), "a.csv", &[line("id-1", "handle-1", &sent)]);
    let handle_alone = write(folder.path(), "b.csv", &[line("handle-1", "", &sent)]);
    assert_eq!(ask(&[with_id.clone(), handle_alone.clone()]).items, 1);
    // A handle that two accounts are known to have had names neither.
    let other = write(folder.path(), "c.csv", &[line("id-2", "handle-1", &sent)]);
    assert_eq!(ask(&[with_id, handle_alone, other]).items, 3);
}

#[test]
fn a_file_that_is_none_of_figures_is_refused_with_its_row() {
    let folder = tempfile::tempdir().unwrap();
    let request = |files: &[PathBuf]| {
        let request = StatsRequest {
            unit: Unit::Account,
            from: "2026-01-01".into(),
            to: "2026-01-31".into(),
            as_at: None,
            with_imported: true,
            cut: None,
        };
        stats_of(files, &request, Instant(i64::MAX))
            .unwrap_err()
            .to_string()
    };
    let path = folder.path().join("other.csv");
    std::fs::write(&path, "platform,account\ntiktok,pier\n").unwrap();
    assert!(request(std::slice::from_ref(&path)).contains("no file of figures"));
    let header = COLUMNS.join(",");
    std::fs::write(
        &path,
        format!("{header}\naa,,account,tiktok,,sent@yesterday,,,\n"),
    )
    .unwrap();
    assert!(
        request(std::slice::from_ref(&path)).contains("row 2"),
        "{}",
        request(&[path])
    );
}

#[test]
fn files_made_with_different_secrets_are_not_counted_as_one() {
    let folder = tempfile::tempdir().unwrap();
    let marked = |name: &str, mark: &str| {
        let path = folder.path().join(name);
        let mut writer = csv::Writer::from_path(&path).unwrap();
        writer
            .write_record(COLUMNS.into_iter().chain([MARK]))
            .unwrap();
        let cells = line("aa", "", &[(0, 0, Mark::Sent)]).cells().unwrap();
        writer
            .write_record(cells.iter().map(String::as_str).chain([mark]))
            .unwrap();
        writer.flush().unwrap();
        path
    };
    let (ours, also, theirs) = (
        marked("a.csv", "11"),
        marked("b.csv", "11"),
        marked("c.csv", "22"),
    );
    assert_eq!(ask(&[ours.clone(), also]).items, 1);
    let asked = |files: &[PathBuf]| stats_of(files, &request(), Instant(i64::MAX));
    let refused = asked(&[ours.clone(), theirs]).unwrap_err().to_string();
    for said in ["a.csv (mark 11)", "c.csv (mark 22)"] {
        assert!(refused.contains(said), "{refused}");
    }
    let old = write(
        folder.path(),
        "d.csv",
        &[line("aa", "", &[(0, 0, Mark::Sent)])],
    );
    assert_eq!(ask(&[ours, old]).unmarked, ["d.csv"]);
}
