//! What leaves the unit as figures: reports, what was published, what stands behind every number.

use crate::bench::Bench;
use crate::statistics::{past, undo as take_back};
use breakwater_casework::account::{apart, justice, role, undo};
use breakwater_casework::statistics::{
    compare, fairness, freeze, further, published, rows, trend_rows, trends,
};
use breakwater_casework::{Error, Quiet, reports};
use breakwater_model::compare::{CompareRequest, DaysRequest};
use breakwater_model::figure_rows::{FigureCount, FigureRowsRequest, FigureRowsView};
use breakwater_model::further::{JusticeFactRequest, JusticeKind};
use breakwater_model::platform::Unit;
use breakwater_model::published::{CorrectPublishedRequest, PublishRequest};
use breakwater_model::report::{
    ChartFormat, ChartKind, ChartRequest, ReportFormat, ReportKind, ReportRequest, ReportView,
};
use breakwater_model::role::{PersonRole, SetRoleRequest};
use breakwater_model::statistics::{FreezeRequest, StatsRequest};
use breakwater_model::trends::{
    TrendKind, TrendRowView, TrendRowsRequest, TrendRowsView, TrendsRequest,
};
use breakwater_model::{AccountId, Instant};
use std::fmt::Write as _;

fn january() -> StatsRequest {
    StatsRequest {
        unit: Unit::Account,
        from: "2026-01-01".into(),
        to: "2026-01-31".into(),
        as_at: Instant::parse("2026-02-10T00:00:00Z"),
        with_imported: true,
        cut: None,
    }
}

#[test]
fn nothing_is_frozen_at_a_time_that_has_not_come() {
    let (bench, _) = case_with_january();
    let mut request = FreezeRequest {
        name: "Early".into(),
        request: january(),
    };
    request.request.as_at = Some(bench.session.host().now().plus_ms(3_600_000));
    let refused = freeze::freeze(&bench.session, &request);
    assert!(matches!(refused, Err(Error::Invalid(_))));
    request.request.as_at = january().as_at;
    freeze::freeze(&bench.session, &request).unwrap();
}

/// Sixty accounts sent in January: forty of TikTok taken down, three left standing, the rest of X taken down.
fn case_with_january() -> (Bench, Vec<AccountId>) {
    let (bench, accounts, _) = january_and_its_last_entry();
    (bench, accounts)
}

/// The same, with the entry of the log its last item came with.
fn january_and_its_last_entry() -> (Bench, Vec<AccountId>, i64) {
    let bench = Bench::new();
    let mut file = String::from("platform,handle,display name,bio,language,source\n");
    for n in 0..60 {
        let platform = if n < 43 { "tiktok" } else { "x" };
        writeln!(
            file,
            "{platform},made_up_{n},Slate Pier {n},leaves nightly,sq,Patrol list"
        )
        .unwrap();
    }
    bench.import(&file);
    let mut accounts: Vec<(u32, AccountId)> = bench
        .accounts()
        .iter()
        .map(|row| {
            (
                row.label.rsplit('_').next().unwrap().parse().unwrap(),
                row.id,
            )
        })
        .collect();
    accounts.sort();
    let mut last = 0;
    for (n, id) in &accounts {
        let decided = if (40..43).contains(n) {
            "declined"
        } else {
            "removed"
        };
        last = past(
            &bench,
            *id,
            &format!("r{n}"),
            "2026-01-05T10:00:00Z",
            (decided, "2026-01-07T10:00:00Z"),
        );
    }
    (
        bench,
        accounts.into_iter().map(|(_, id)| id).collect(),
        last,
    )
}

fn report(
    bench: &Bench,
    kind: ReportKind,
    format: ReportFormat,
    remarks: &str,
) -> Result<(ReportView, Vec<u8>), Error> {
    let out = bench.folder.path().join("report.out");
    let request = ReportRequest {
        kind,
        format,
        from: january().from,
        to: january().to,
        as_at: january().as_at,
        with_imported: true,
        unit: None,
        remarks: remarks.into(),
        place: String::new(),
    };
    let view = reports::write(&bench.session, &request, &out)?;
    Ok((view, std::fs::read(out).unwrap()))
}

fn opened(bench: &Bench, count: FigureCount) -> FigureRowsView {
    let request = FigureRowsRequest {
        figures: january(),
        count,
        part: None,
        month: None,
        offset: 0,
        limit: 100,
    };
    rows::rows(&bench.session, &request).unwrap()
}

fn set_role(bench: &Bench, account: AccountId, role: PersonRole) {
    let request = SetRoleRequest {
        account,
        role,
        rests_on: None,
        words: None,
    };
    role::set(&bench.session, &request).unwrap();
}

#[test]
fn a_number_opens_with_decisions_and_does_not_name_who_is_kept_apart() {
    let (bench, accounts) = case_with_january();
    let found = opened(&bench, FigureCount::Declined);
    assert_eq!((found.total, found.rows.len()), (3, 3));
    let first = &found.rows[0];
    assert_eq!(
        (first.stands.as_str(), first.platform.as_str()),
        ("declined", "tiktok")
    );
    assert_eq!(first.sent_in[0].label, "r40");
    let what: Vec<&str> = first
        .decisions
        .iter()
        .map(|event| event.what.as_str())
        .collect();
    assert_eq!(what, ["sent", "declined"]);

    set_role(&bench, accounts[40], PersonRole::Victim);
    let found = opened(&bench, FigureCount::Declined);
    assert_eq!(found.total, 3, "still counted");
    let apart: Vec<_> = found.rows.iter().filter(|row| row.is_kept_apart).collect();
    assert_eq!(apart.len(), 1);
    assert_eq!((apart[0].account, apart[0].label.as_str()), (None, ""));
    apart::open(&bench.session, "checking a figure").unwrap();
    let found = opened(&bench, FigureCount::Declined);
    assert!(found.rows.iter().all(|row| row.account.is_some()));
}

#[test]
fn a_yearly_report_holds_small_counts_back_and_a_monthly_does_not() {
    let (bench, _) = case_with_january();
    let (monthly, bytes) = report(&bench, ReportKind::Monthly, ReportFormat::Csv, "").unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(monthly.held_back, 0);
    assert!(text.contains(",TikTok,Left standing,3\r\n"), "{text}");
    let (yearly, bytes) = report(&bench, ReportKind::Yearly, ReportFormat::Csv, "").unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(yearly.held_back >= 4, "{text}");
    assert!(
        text.contains(",TikTok,Left standing,c\r\n") && text.contains(",All,Left standing,c\r\n")
    );
    assert!(!text.contains(",Left standing,3"));
    assert!(
        text.contains(",TikTok,Removed or suspended,c\r\n"),
        "else the sum gives it away: {text}"
    );
    assert!(
        !text.contains("57") && text.contains("began, up to the end of the period: a number held"),
        "else totals give it away: {text}"
    );
}

#[test]
fn three_forms_of_a_report_hold_the_same_numbers() {
    let (bench, _) = case_with_january();
    let (pdf, bytes) = report(&bench, ReportKind::Press, ReportFormat::Pdf, "").unwrap();
    assert!(
        bytes.starts_with(b"%PDF") && pdf.pages == Some(1),
        "{:?}",
        pdf.pages
    );
    let (_, json) = report(&bench, ReportKind::Press, ReportFormat::Json, "").unwrap();
    let text = String::from_utf8(json).unwrap();
    assert!(text.contains("Accounts taken down: more than 55"), "{text}");
    assert!(text.contains("Withdrawn or reversed: 0 of 60"), "{text}");
}

#[test]
fn nothing_is_published_that_names_anybody_of_the_case() {
    let (bench, _) = case_with_january();
    for remarks in [
        "Thanks to made_up_7.",
        "run by SLATE PIER 12",
        "call +44 7700 900264",
        "by Test officer",
        "see t.me/boats_uk",
        "facebook.com/john.smith.9 again",
        "and\ntiktok.com/@someoneelse",
    ] {
        for kind in [ReportKind::Yearly, ReportKind::Press] {
            let refused = report(&bench, kind, ReportFormat::Pdf, remarks);
            let Err(Error::Refused { rule, missing, .. }) = refused else {
                panic!("{remarks}: {refused:?}");
            };
            assert_eq!(rule, "nothing-published-names-anybody");
            assert!(!missing.is_empty());
        }
    }
    assert!(
        !bench.folder.path().join("report.out").exists(),
        "nothing was written"
    );
    report(
        &bench,
        ReportKind::Yearly,
        ReportFormat::Pdf,
        "A board of three reviews every month.",
    )
    .unwrap();
    report(
        &bench,
        ReportKind::Monthly,
        ReportFormat::Pdf,
        "Thanks to made_up_7.",
    )
    .unwrap();
}

#[test]
fn a_report_and_a_chart_are_in_the_log_as_disclosures() {
    let (bench, _) = case_with_january();
    report(&bench, ReportKind::Yearly, ReportFormat::Json, "").unwrap();
    bench.set_of("report-given-out");
    for format in [ChartFormat::Svg, ChartFormat::Png, ChartFormat::Csv] {
        for chart in [ChartKind::Months, ChartKind::Curve] {
            let out = bench.folder.path().join("chart.out");
            let request = ChartRequest {
                chart,
                format,
                figures: january(),
                place: String::new(),
            };
            reports::chart::write(&bench.session, &request, &out).unwrap();
            if format != ChartFormat::Png {
                let text = std::fs::read_to_string(&out).unwrap();
                assert!(
                    text.contains("as at 10 February 2026") && text.contains("Accounts only"),
                    "{text}"
                );
            }
        }
    }
    bench.set_of("chart-given-out");
}

#[test]
fn what_was_published_stays_and_its_corrections_stand_beside_it() {
    let (bench, _, last) = january_and_its_last_entry();
    let frozen = FreezeRequest {
        name: "January".into(),
        request: january(),
    };
    let request = PublishRequest {
        said: "57 accounts were taken down in January.".into(),
        place: "Written answer 12".into(),
        cleared_by: "Deputy director".into(),
        at: "2026-02-11".into(),
        figure: "January".into(),
    };
    let early = published::publish(&bench.session, &request);
    assert!(early.is_err(), "nothing is frozen under that name");
    freeze::freeze(&bench.session, &frozen).unwrap();
    let missing = published::publish(
        &bench.session,
        &PublishRequest {
            cleared_by: " ".into(),
            ..request.clone()
        },
    );
    assert!(matches!(missing, Err(Error::Refused { .. })));
    let one = published::publish(&bench.session, &request).unwrap();
    assert!(one.rederived.as_ref().unwrap().is_equal);
    assert_eq!(one.rederived.unwrap().may_be_said, "more than 55");

    let correction = CorrectPublishedRequest {
        published: one.id,
        words: "It was 56: one had been put back.".into(),
        at: "2026-03-01".into(),
    };
    published::correct(&bench.session, &correction).unwrap();
    take_back(&bench, last);
    let all = published::register(&bench.session).unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].said, "57 accounts were taken down in January.");
    assert_eq!(all[0].corrections.len(), 1);
    let now = all[0].rederived.as_ref().unwrap();
    let without: Vec<_> = now
        .without
        .iter()
        .map(|one| (one.field.as_str(), one.frozen.as_str(), one.now.as_str()))
        .collect();
    assert!(
        now.is_equal && without.contains(&("taken_down", "57", "56")),
        "{without:?}"
    );
    assert_eq!(now.taken_back, 2);
}

#[test]
fn an_arrest_counts_once_however_many_accounts_it_is_linked_with() {
    let (bench, accounts) = case_with_january();
    let mut request = JusticeFactRequest {
        kind: JusticeKind::Arrest,
        accounts: accounts[..3].to_vec(),
        at: "2026-01-20".into(),
        reference: String::new(),
        source: "Force liaison".into(),
        words: None,
    };
    let Err(Error::Refused { missing, .. }) = justice::enter(&bench.session, &request) else {
        panic!("a fact without a reference");
    };
    assert_eq!(missing, ["reference"]);
    request.reference = "KP/26/1".into();
    let fact = justice::enter(&bench.session, &request).unwrap();
    let ask = || {
        let period = StatsRequest {
            as_at: None,
            ..january()
        };
        further::further(&bench.session, &period).unwrap()
    };
    assert_eq!((ask().arrests.count, ask().convictions.count), (1, 0));
    assert_eq!(ask().arrests.rows[0].accounts.len(), 3);
    assert_eq!(
        justice::of_account(&bench.session, accounts[1])
            .unwrap()
            .len(),
        1
    );
    let then = further::further(&bench.session, &january()).unwrap();
    assert_eq!(then.arrests.count, 0, "entered today, so not known then");
    set_role(&bench, accounts[2], PersonRole::Child);
    assert_eq!(
        (
            ask().arrests.rows[0].accounts.len(),
            ask().arrests.rows[0].kept_apart
        ),
        (2, 1)
    );

    justice::take_back(&bench.session, fact.id).unwrap();
    assert_eq!(ask().arrests.count, 0);
    let entered = bench.set_of("justice-taken-back");
    undo::undo(&bench.session, entered).unwrap();
    assert_eq!(ask().arrests.count, 1, "taken back, and back again");
}

#[test]
fn two_periods_are_compared_at_the_same_lag_with_their_intervals() {
    let (bench, _) = case_with_january();
    let days = |from: &str, to: &str| DaysRequest {
        from: from.into(),
        to: to.into(),
    };
    let request = CompareRequest {
        unit: Unit::Account,
        one: days("2026-01-01", "2026-01-31"),
        other: days("2025-12-01", "2025-12-31"),
        as_at: january().as_at,
        with_imported: true,
    };
    let found = compare::compare(&bench.session, &request).unwrap();
    assert_eq!(found.one.as_at.to_string(), "2026-02-10T00:00:00Z");
    assert_eq!(found.other.as_at.to_string(), "2026-01-10T00:00:00Z");
    assert!(!found.overlap);
    let taken = found.measures[0];
    assert_eq!((taken.one, taken.other), (Some(57.0), Some(0.0)));
    let turned = CompareRequest {
        one: request.other.clone(),
        other: request.one.clone(),
        ..request
    };
    let found = compare::compare(&bench.session, &turned).unwrap();
    assert_eq!(
        found.other.as_at.to_string(),
        "2026-02-10T00:00:00Z",
        "the later one is as at the moment"
    );
    assert_eq!(found.measures[0].difference, Some(-1.0));
    assert!(found.measures[0].is_beyond_chance);
}

#[test]
fn languages_and_sources_stand_beside_the_rest_with_the_lexicon_of_the_language() {
    let (bench, _) = case_with_january();
    bench.import("platform,handle,language,source\ntiktok,other_one,fr,Other list\n");
    let found = fairness::fairness(&bench.session).unwrap();
    let albanian = found
        .languages
        .iter()
        .find(|group| group.name == "sq")
        .unwrap();
    assert_eq!(
        (
            albanian.seen,
            albanian.referred.part,
            albanian.declined.part
        ),
        (60, 60, 3)
    );
    assert!(albanian.lexicon.as_ref().unwrap().terms > 10);
    assert!(
        albanian.referred.is_apart,
        "all of sixty, and none of the other one"
    );
    let names: Vec<&str> = found
        .sources
        .iter()
        .map(|group| group.name.as_str())
        .collect();
    assert_eq!(names, ["Patrol list", "Other list"]);
}

fn price_page(
    bench: &Bench,
    trends: &TrendsRequest,
    (name, month): (&str, Option<&str>),
    (offset, limit): (u32, u32),
) -> TrendRowsView {
    let request = TrendRowsRequest {
        trends: trends.clone(),
        kind: TrendKind::Price,
        name: name.into(),
        language: String::new(),
        month: month.map(Into::into),
        offset,
        limit,
    };
    trend_rows::rows(&bench.session, &request, &Quiet).unwrap()
}

/// Page by page, each of one row, all rows come up to the last, each page with how many there are.
fn check_pages(all: &[TrendRowView], page: &dyn Fn(u32) -> TrendRowsView) {
    let count = u32::try_from(all.len()).unwrap();
    let paged: Vec<TrendRowsView> = (0..count).map(page).collect();
    assert!(paged.iter().all(|one| one.total == count), "{paged:?}");
    let paged: Vec<_> = paged.into_iter().flat_map(|one| one.rows).collect();
    assert_eq!(paged, all);
    let beyond = page(count);
    assert_eq!((beyond.total, beyond.rows.len()), (count, 0));
}

#[test]
fn prices_are_told_by_month_and_currency_and_never_of_persons_kept_apart() {
    let bench = Bench::new();
    bench.import(
        "platform,handle,bio,first seen,last seen\n\
         tiktok,one,Boat Calais to Dover £3500 per person call 07700 900264,2026-01-03,2026-01-03\n\
         tiktok,two,Boat Calais to Dover £4500 call 07700 900265,2026-01-09,2026-01-09\n\
         tiktok,three,Boat Calais to Dover €4000 call 07700 900266,2026-01-09,2026-01-09\n\
         tiktok,four,Boat Calais to Dover £9000 call 07700 900267,2026-02-02,2026-02-02\n\
         tiktok,five,Boat Calais to Dover £500 deposit call 07700 900268,2026-01-09,2026-01-09\n",
    );
    let asked = TrendsRequest {
        from: "2026-01-01".into(),
        to: "2026-02-28".into(),
    };
    let ask = || trends::trends(&bench.session, &asked, &Quiet).unwrap();
    let found = ask();
    let pounds = found
        .prices
        .iter()
        .find(|trend| trend.currency == "GBP")
        .unwrap();
    let months: Vec<_> = pounds
        .months
        .iter()
        .map(|month| (month.n, month.median))
        .collect();
    assert_eq!(months, [(2, Some(4000.0)), (1, Some(9000.0))], "{pounds:?}");
    assert!(
        found
            .prices
            .iter()
            .any(|trend| trend.currency == "EUR" && trend.n == 1)
    );
    let route = found.routes.iter().find(|line| line.accounts == 5).unwrap();
    assert_eq!(route.months[0].accounts, 4);
    let page = |name: &str, month: Option<&str>, offset, limit| {
        price_page(&bench, &asked, (name, month), (offset, limit))
    };
    let rows = |name: &str, month: Option<&str>| page(name, month, 0, u32::MAX).rows;
    assert_eq!(rows("GBP", Some("2026-01")).len(), 2);
    let all = rows("GBP", None);
    assert_eq!(all.len(), 3);
    check_pages(&all, &|offset| page("GBP", None, offset, 1));
    let four = rows("GBP", Some("2026-02"))[0].account;
    set_role(&bench, four, PersonRole::ThirdParty);
    assert!(rows("GBP", Some("2026-02")).is_empty());
    assert_eq!(
        ask()
            .prices
            .iter()
            .find(|trend| trend.currency == "GBP")
            .unwrap()
            .n,
        2
    );
}
