//! Figures of a case: what is counted, what a frozen one says later.

use crate::bench::Bench;
use crate::kept_history::{decided, today};
use crate::sent::Sent;
use breakwater_casefile::table::account;
use breakwater_casefile::table::past::{FileEvent, NewPastItem, Of};
use breakwater_casefile::{Action, Writer};
use breakwater_casework::case::officer;
use breakwater_casework::statistics::{figures, freeze, pooled, rows, stats};
use breakwater_casework::{Error, referral};
use breakwater_model::audit::Operation;
use breakwater_model::case::OfficerRequest;
use breakwater_model::figure_rows::{FigureCount, FigureRowsRequest, PartOfRequest};
use breakwater_model::history::Cut;
use breakwater_model::platform::Unit;
use breakwater_model::referral::{
    CheckMethod, CheckRequest, Observed, OutcomeRequest, PlatformDecision,
};
use breakwater_model::statistics::{FreezeRequest, StatsRequest, StatsView};
use breakwater_model::{AccountId, Instant, WorldTime};
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;

const FLAGGED: &str = "platform,handle,bio,language\n\
    tiktok,made_up_1,leaves nightly,sq\ntiktok,made_up_2,leaves weekly,\nx,made_up_3,room for two,\n";

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

fn request(as_at: Option<&str>) -> StatsRequest {
    StatsRequest {
        unit: Unit::Account,
        from: "2026-01-01".into(),
        to: "2026-01-31".into(),
        as_at: as_at.map(at),
        with_imported: true,
        cut: Some(Cut::Language),
    }
}

/// History of an account, as an outcomes file brings it: sent, then decided. Gives the entry it was written with.
pub(crate) fn past(
    bench: &Bench,
    account_id: AccountId,
    reference: &str,
    sent: &str,
    decided: (&str, &str),
) -> i64 {
    let action = Action::new(Operation::Collection, "import-committed", "account");
    let ((), done) = bench
        .session
        .write(action, |w| {
            let account = w.reading(|reader| account::row(reader, account_id))?;
            let item = NewPastItem {
                account,
                unit: Unit::Account,
                post: "",
                identity: reference,
                reference,
                written: "made up",
            };
            let row = w.add_past_item(1, &item)?;
            for (kind, value, when) in [
                ("sent", "imported", sent),
                ("decided", decided.0, decided.1),
            ] {
                let event = FileEvent {
                    kind,
                    account,
                    of: Of::Past(row),
                    value,
                    happened: &WorldTime::exact(at(when)),
                    detail: "{}",
                };
                w.add_file_event(1, &event)?;
            }
            Ok(())
        })
        .unwrap();
    done.seq
}

fn ask(bench: &Bench, as_at: Option<&str>) -> StatsView {
    stats::stats(&bench.session, &request(as_at)).unwrap()
}

fn case_with_history() -> (Bench, Vec<AccountId>, i64) {
    let bench = Bench::new();
    bench.import(FLAGGED);
    let mut rows = bench.accounts();
    rows.sort_by(|one, other| one.label.cmp(&other.label));
    let accounts: Vec<AccountId> = rows.iter().map(|row| row.id).collect();
    let seq = past(
        &bench,
        accounts[0],
        "r1",
        "2026-01-02T10:00:00Z",
        ("removed", "2026-01-03T10:00:00Z"),
    );
    past(
        &bench,
        accounts[1],
        "r2",
        "2026-01-05T10:00:00Z",
        ("declined", "2026-01-09T10:00:00Z"),
    );
    (bench, accounts, seq)
}

#[test]
fn imported_history_counts_as_known_when_it_happened() {
    let (bench, ..) = case_with_history();
    let early = ask(&bench, Some("2026-01-04T00:00:00Z"));
    assert_eq!(
        (early.referred, early.taken_down, early.cohort.declined),
        (1, 1, 0)
    );
    let late = ask(&bench, Some("2026-02-01T00:00:00Z"));
    assert_eq!(
        (late.referred, late.taken_down, late.cohort.declined),
        (2, 1, 1)
    );
    assert_eq!(late.by_platform.len(), 1);
    let by_language: Vec<_> = late
        .by_cut
        .unwrap()
        .parts
        .into_iter()
        .map(|part| part.name)
        .collect();
    assert_eq!(by_language, ["sq", ""]);
    let without = StatsRequest {
        with_imported: false,
        ..request(None)
    };
    assert_eq!(stats::stats(&bench.session, &without).unwrap().referred, 0);
    assert_eq!(stats::units(&bench.session).unwrap(), [Unit::Account]);
}

#[test]
fn the_same_account_under_two_references_is_one_item() {
    let (bench, accounts, _) = case_with_history();
    past(
        &bench,
        accounts[1],
        "r9",
        "2026-01-12T10:00:00Z",
        ("removed", "2026-01-15T10:00:00Z"),
    );
    let found = ask(&bench, None);
    assert_eq!((found.referred, found.taken_down), (2, 2));
    assert_eq!(found.median_hours_to_takedown, Some(132.0));
}

#[test]
fn looks_after_the_sending_count_for_history_too() {
    let (bench, accounts, _) = case_with_history();
    let check = |observed, when| {
        let request = CheckRequest {
            account: accounts[0],
            observed,
            method: CheckMethod::Looked,
            at: Some(at(when)),
        };
        referral::check::check(&bench.session, &request).unwrap();
    };
    check(Observed::Live, "2026-01-06T10:00:00Z");
    let found = ask(&bench, None);
    assert_eq!(
        (found.came_back[0].back, found.came_back[0].watched),
        (1, 1)
    );
    assert_eq!(
        (found.rechecks.seen_live, found.rechecks.not_rechecked),
        (1, 1)
    );
    let before = ask(&bench, Some("2026-02-01T00:00:00Z"));
    assert_eq!(
        before.rechecks.not_rechecked, 2,
        "entered today, so not known then"
    );
}

#[test]
fn a_frozen_figure_stays_equal_through_what_comes_later_and_tells_what_was_taken_away() {
    let (bench, accounts, first) = case_with_history();
    let asked = FreezeRequest {
        name: "January".into(),
        request: request(Some("2026-02-01T00:00:00Z")),
    };
    let frozen = freeze::freeze(&bench.session, &asked).unwrap();
    assert!(frozen.is_signed);
    assert_eq!((frozen.rows, frozen.taken_down), (2, 1));
    let again = freeze::freeze(&bench.session, &asked);
    assert!(
        matches!(again, Err(Error::Invalid(_))),
        "a name is given once"
    );
    let check = || freeze::rederive(&bench.session, "January").unwrap();
    assert!(check().is_equal && check().are_rows_equal);

    let later = past(
        &bench,
        accounts[2],
        "r3",
        "2026-01-04T10:00:00Z",
        ("removed", "2026-01-05T10:00:00Z"),
    );
    assert_eq!(ask(&bench, Some("2026-02-01T00:00:00Z")).taken_down, 2);
    assert!(
        check().is_equal && check().are_rows_equal,
        "an import since"
    );
    undo(&bench, later);
    assert!(check().is_equal && check().are_rows_equal, "and its undo");
    assert_eq!(check().taken_back, 0, "it never saw that");

    undo(&bench, first);
    let found = check();
    assert!(
        found.is_equal && found.are_rows_equal,
        "what it saw, though it was taken back since: {found:?}"
    );
    assert_eq!((found.taken_back, found.changed.len()), (2, 0));
    let told: Vec<_> = found
        .without
        .iter()
        .map(|one| (one.field.as_str(), one.frozen.as_str(), one.now.as_str()))
        .collect();
    assert!(told.contains(&("taken_down", "1", "0")), "{told:?}");
    assert!(found.figure.is_signed);
}

#[test]
fn of_a_day_without_a_time_the_word_entered_last_stands_and_today_is_not_to_come() {
    use breakwater_model::referral::PlatformDecision as Decision;
    let sent = Sent::of(1);
    let states = || {
        let now = sent.desk().host().now().to_string();
        let asked = StatsRequest {
            from: "2020-01-01".into(),
            to: now[..10].into(),
            ..request(None)
        };
        let found = stats::stats(sent.desk(), &asked).unwrap();
        (
            found.taken_down,
            found.cohort.reinstated,
            found.cohort.declined,
        )
    };
    let enter = |decision, is_day: bool| {
        let request = decided(&sent, 0, decision);
        if is_day {
            referral::after::outcome_dated(sent.desk(), &request, &today(&sent)).unwrap();
        } else {
            referral::after::outcome(sent.desk(), &request).unwrap();
        }
    };
    enter(Decision::Removed, true);
    assert_eq!(states(), (1, 0, 0), "today is not in the future");
    enter(Decision::Reinstated, false);
    assert_eq!(
        states(),
        (0, 1, 0),
        "what is entered later that day, with a time"
    );
    assert_eq!(
        sent.view().items[0].events.last().unwrap().value,
        "reinstated"
    );
    enter(Decision::Declined, true);
    assert_eq!(states(), (0, 0, 1), "and the day again, entered last");
    enter(Decision::Removed, false);
    assert_eq!(states(), (1, 0, 0));
    told_apart(&sent);
    let tomorrow = sent.desk().host().now().plus_ms(86_400_000).to_string();
    let tomorrow = breakwater_text::date::read(&tomorrow[..10]).unwrap();
    let request = decided(&sent, 0, Decision::Declined);
    assert!(referral::after::outcome_dated(sent.desk(), &request, &tomorrow).is_err());
    let soon = Some(sent.desk().host().now().plus_ms(3_600_000));
    let asked = StatsRequest {
        as_at: soon,
        ..super::statistics::request(None)
    };
    let refused = stats::stats(sent.desk(), &asked).unwrap_err().to_string();
    assert!(refused.contains("has not come yet"), "{refused}");
}

/// By what was offered, why it was declined and whose it was: as many as the whole, and as many rows open.
fn told_apart(sent: &Sent) {
    let now = sent.desk().host().now().to_string();
    let cut = |cut, name: &str| {
        let asked = StatsRequest {
            from: "2020-01-01".into(),
            to: now[..10].into(),
            cut: Some(cut),
            ..request(None)
        };
        let told = stats::stats(sent.desk(), &asked).unwrap();
        let of = told.by_cut.unwrap();
        let names: Vec<&str> = of.parts.iter().map(|part| part.name.as_str()).collect();
        assert_eq!((names.as_slice(), of.more_than_once), (&[name][..], 0));
        assert_eq!(of.parts[0].cohort.referred, told.referred);
        let open = FigureRowsRequest {
            figures: asked,
            count: FigureCount::Referred,
            part: Some(PartOfRequest {
                cut,
                name: name.into(),
            }),
            month: None,
            offset: 0,
            limit: 9,
        };
        assert_eq!(rows::rows(sent.desk(), &open).unwrap().total, told.referred);
    };
    let own = |team: &str, from: Option<&str>| {
        let own = OfficerRequest {
            team: Some(team.into()),
            team_from: from.map(Into::into),
            ..OfficerRequest::default()
        };
        officer::set(sent.desk(), &own)
    };
    cut(Cut::Service, "Boat or ship");
    cut(Cut::Refusal, "");
    cut(Cut::Team, "(no team)");
    assert_eq!(
        own(" North  side ", None).unwrap().team.as_deref(),
        Some("North side")
    );
    cut(Cut::Team, "North side");
    // As it was when it was sent, not as it is now; and a day that has not come is none to have changed on.
    assert!(own("South", Some("2999-01-01")).is_err());
    sent.wait(48);
    assert_eq!(own("South", None).unwrap().team.as_deref(), Some("South"));
    cut(Cut::Team, "North side");
    own("NORTH SIDE", Some("2020-01-01")).unwrap();
    cut(Cut::Team, "North side");
    let request = OutcomeRequest {
        reason: "No breach of our rules.".into(),
        ..decided(sent, 0, PlatformDecision::Declined)
    };
    referral::after::outcome(sent.desk(), &request).unwrap();
    cut(Cut::Refusal, "No breach of our rules.");
}

const HISTORY: &str = include_str!("../../../../../tests/fixtures/statistics/history.csv");
const EXPECTED: &str = include_str!("../../../../../tests/fixtures/statistics/expected.json");

/// A case that holds the history of the fixture.
fn case_of_the_fixture() -> Bench {
    let bench = Bench::new();
    let rows: Vec<Vec<&str>> = HISTORY
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect())
        .collect();
    let known: BTreeSet<(&str, &str)> = rows.iter().map(|row| (row[0], row[1])).collect();
    let mut text = String::from("platform,handle\n");
    for (platform, handle) in known {
        writeln!(text, "{platform},{handle}").unwrap();
    }
    bench.import(&text);
    let ids: HashMap<String, AccountId> = bench
        .accounts()
        .into_iter()
        .map(|row| (row.label.trim_start_matches('@').to_owned(), row.id))
        .collect();
    let action = Action::new(Operation::Collection, "import-committed", "account");
    let written = bench.session.write(action, |w| {
        let mut items = HashMap::new();
        for row in &rows {
            let account = w.reading(|reader| account::row(reader, ids[row[1]]))?;
            let item = if let Some(item) = items.get(row[1]) {
                *item
            } else {
                let item = w.add_past_item(
                    1,
                    &NewPastItem {
                        account,
                        unit: serde_json::from_value(row[2].into()).unwrap(),
                        post: "",
                        identity: row[4],
                        reference: row[4],
                        written: row[1],
                    },
                )?;
                tell(w, account, item, ("sent", "imported"), row[3])?;
                items.insert(row[1], item);
                item
            };
            match row[5] {
                "" => {}
                "withdrawn" => tell(w, account, item, ("withdrawn", "imported"), row[6])?,
                decision => tell(w, account, item, ("decided", decision), row[6])?,
            }
        }
        Ok(())
    });
    written.unwrap();
    bench
}

fn tell(
    w: &mut Writer<'_>,
    account: i64,
    item: i64,
    (kind, value): (&'static str, &str),
    when: &str,
) -> Result<(), Error> {
    let event = FileEvent {
        kind,
        account,
        of: Of::Past(item),
        value,
        happened: &WorldTime::exact(at(when)),
        detail: "{}",
    };
    w.add_file_event(1, &event).map(drop)
}

#[test]
fn a_case_gives_the_figures_of_an_independent_program() {
    let bench = case_of_the_fixture();
    let expected: Vec<Value> = serde_json::from_str(EXPECTED).unwrap();
    for one in &expected {
        let word = |name: &str| one[name].as_str().unwrap().to_owned();
        let request = StatsRequest {
            unit: serde_json::from_value(one["unit"].clone()).unwrap(),
            from: word("from"),
            to: word("to"),
            as_at: Some(at(&word("as_at"))),
            with_imported: true,
            cut: None,
        };
        let found = serde_json::to_value(stats::stats(&bench.session, &request).unwrap()).unwrap();
        for name in [
            "taken_down",
            "previous",
            "previous_now",
            "referred",
            "decided",
        ] {
            assert_eq!(found[name], one[name], "{name} of {request:?}");
        }
        for (name, count) in one["states"].as_object().unwrap() {
            assert_eq!(found["cohort"][name], *count, "{name} of {request:?}");
        }
        let median = |value: &Value| value["median_hours_to_takedown"].as_f64();
        let (found, wanted) = (median(&found).unwrap_or(-1.0), median(one).unwrap_or(-1.0));
        assert!((found - wanted).abs() < 1e-6, "{found} of {request:?}");
    }
}

pub(crate) fn undo(bench: &Bench, seq: i64) {
    let action = Action::new(Operation::Alteration, "import-undone", "set");
    bench
        .session
        .write(action, |w| w.undo(seq, &|_, _| true))
        .unwrap();
}

#[test]
fn figures_of_a_case_name_nobody_and_give_the_same_numbers() {
    let (bench, ..) = case_with_history();
    let out = bench.folder.path().join("figures.csv");
    let short = figures::figures(&bench.session, b"short", &out);
    assert!(matches!(short, Err(Error::Invalid(_))));
    let done = figures::figures(&bench.session, b"slate lanterns over the quay", &out).unwrap();
    assert_eq!(done.rows, 2);
    let text = std::fs::read_to_string(&out).unwrap();
    assert!(!text.contains("made_up") && !text.contains("r1,"), "{text}");
    let mut asked = request(None);
    asked.cut = None;
    asked.as_at = Some(at("2026-03-01T00:00:00Z"));
    let found = pooled::stats_of(&[out], &asked, Instant(i64::MAX)).unwrap();
    assert_eq!(found.stats, stats::stats(&bench.session, &asked).unwrap());
}
