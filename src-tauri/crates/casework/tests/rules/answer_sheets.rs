//! A platform's answer sheet, whatever its headings and wordings: what they are taken for is guessed, said and kept.

use crate::bench::{Bench, rule};
use crate::sent::Sent;
use breakwater_casework::exchange::import::saved;
use breakwater_casework::outcomes::Mapping;
use breakwater_casework::outcomes::take::{self, Preview};
use breakwater_casework::{Quiet, Session};
use breakwater_model::import::{ImportWarning, RowFate};
use breakwater_model::outcomes::{
    DateOrder, GivenWording, OutcomeField, OutcomeFound, OutcomesFileRequest, OutcomesPreviewView,
    WordingList, WordingOrigin, WordingView,
};
use proptest::prelude::*;
use std::path::Path;

/// Made up: French headings, and wordings some of which nobody has met.
const SHEET: &str = "Plateforme;Lien;Signalé le;Notre dossier;Suite donnée;Traité le\n\
    tiktok;@one;01.03.2025;A-1;Nous avons supprimé;05.03.2025\n\
    tiktok;@two;01.03.2025;A-2;Nous avons supprimé;06.03.2025\n\
    tiktok;@three;02.03.2025;A-3;Aucune infraction;06.03.2025\n\
    tiktok;@four;02.03.2025;A-4;Mis en sourdine;06.03.2025\n\
    tiktok;@five;02.03.2025;A-5;Doublon;06.03.2025\n";

fn file(folder: &Path, text: &str) -> std::path::PathBuf {
    let file = folder.join("answers.csv");
    std::fs::write(&file, text).unwrap();
    file
}

fn look(session: &Session, file: &Path, request: &OutcomesFileRequest) -> Preview {
    take::look(session, file, request, None, &Quiet).unwrap()
}

fn wording<'a>(view: &'a OutcomesPreviewView, wording: &str) -> &'a WordingView {
    let mut all = view.wordings.iter();
    all.find(|one| one.wording == wording).unwrap()
}

fn says(wording: &str, value: &str) -> GivenWording {
    GivenWording {
        list: WordingList::Decision,
        wording: wording.into(),
        value: value.into(),
    }
}

/// The column nobody guessed, and the wordings nobody knew.
fn said() -> OutcomesFileRequest {
    use OutcomeField::{Account, DecidedAt, Decision, Platform, Reference, ReferredAt};
    OutcomesFileRequest {
        fields: Some(vec![
            Platform, Account, ReferredAt, Reference, Decision, DecidedAt,
        ]),
        wordings: vec![
            says("Mis en sourdine", "limited"),
            says("Doublon", "leave-out"),
        ],
        ..OutcomesFileRequest::default()
    }
}

#[test]
fn headings_and_wordings_are_guessed_with_source_and_date_and_what_is_unknown_waits() {
    let bench = Bench::new();
    let file = file(bench.folder.path(), SHEET);
    let view = look(&bench.session, &file, &OutcomesFileRequest::default()).view();
    let fields: Vec<OutcomeField> = view.columns.iter().map(|column| column.field).collect();
    assert_eq!(
        fields,
        [
            OutcomeField::Platform,
            OutcomeField::Account,
            OutcomeField::ReferredAt,
            OutcomeField::Ignored,
            OutcomeField::Decision,
            OutcomeField::DecidedAt,
        ]
    );
    assert_eq!(view.columns[1].samples, ["@one", "@two", "@three"]);
    assert_eq!(view.columns[5].dates, Some(DateOrder::DayFirst));
    assert_eq!(
        view.columns[5].reads,
        Some(("05.03.2025".into(), "2025-03-05".into()))
    );
    let known = wording(&view, "Nous avons supprimé");
    assert_eq!((known.rows, known.value.as_deref()), (2, Some("removed")));
    assert_eq!(known.origin, WordingOrigin::Known);
    assert!(
        known
            .source
            .as_ref()
            .is_some_and(|(_, date)| date.len() == 10)
    );
    let unknown = wording(&view, "Mis en sourdine");
    assert_eq!(
        (unknown.value.as_deref(), unknown.origin),
        (None, WordingOrigin::Unknown)
    );
    assert_eq!((view.counts.read, view.counts.rejected), (5, 2));
    assert!(
        view.rows[0].why.contains("Mis en sourdine"),
        "{:?}",
        view.rows[0]
    );
}

#[test]
fn a_wording_that_may_mean_two_things_waits_with_its_suggestion_until_it_is_said() {
    let bench = Bench::new();
    let text = "platform,account,referred at,reference,decision,decided at\n\
        tiktok,@one,2020-02-01,A-1,closed,2020-03-01\n\
        tiktok,@two,2020-02-01,A-2,Open,2020-03-01\n\
        tiktok,@three,2020-02-01,A-3,removed,2020-03-01\n";
    let sheet = file(bench.folder.path(), text);
    let told = look(&bench.session, &sheet, &OutcomesFileRequest::default());
    let view = told.view();
    assert_eq!((view.counts.created, view.counts.rejected), (1, 2));
    for (name, value) in [("closed", "removed"), ("Open", "declined")] {
        let one = wording(&view, name);
        assert_eq!(
            (one.value.as_deref(), one.origin),
            (None, WordingOrigin::Suggested)
        );
        assert_eq!(one.looks_like.as_deref(), Some(value));
        assert!(one.source.is_some());
        let why = format!("{name:?} may mean {value:?}");
        let remarks = told.remarks();
        assert!(remarks.iter().any(|one| one.contains(&why)), "{remarks:?}");
    }
    let said = OutcomesFileRequest {
        wordings: vec![says("closed", "removed"), says("open", "declined")],
        ..OutcomesFileRequest::default()
    };
    let view = look(&bench.session, &sheet, &said).view();
    assert_eq!((view.counts.created, view.counts.rejected), (3, 0));
}

#[test]
fn what_is_said_of_columns_and_wordings_is_kept_offered_again_and_a_new_wording_is_told() {
    let bench = Bench::new();
    let sheet = file(bench.folder.path(), SHEET);
    let told = look(&bench.session, &sheet, &said());
    let view = told.view();
    assert_eq!((view.counts.created, view.counts.rejected), (4, 1));
    assert_eq!(view.left_out, 1, "what is left out is counted apart");
    told.keep_mapping(&bench.session, "Platform T", false)
        .unwrap();
    assert_eq!(
        rule(told.keep_mapping(&bench.session, "Platform T", false)),
        "mapping-kept"
    );
    let turned = "Traité le;Suite donnée;Lien;Plateforme;Signalé le;Notre dossier\n\
        06.04.2025;mis en  SOURDINE;@six;tiktok;02.04.2025;A-6\n\
        06.04.2025;Hors ligne;@seven;tiktok;02.04.2025;A-7\n";
    let next = file(bench.folder.path(), turned);
    let view = look(&bench.session, &next, &OutcomesFileRequest::default()).view();
    assert_eq!(view.mapping.as_ref().unwrap().name, "Platform T");
    let kept = wording(&view, "mis en  SOURDINE");
    assert_eq!((kept.origin, kept.is_new), (WordingOrigin::Mapping, false));
    let new = wording(&view, "Hors ligne");
    assert_eq!((new.value.as_deref(), new.is_new), (None, true));
    let remarks = look(&bench.session, &next, &OutcomesFileRequest::default()).remarks();
    assert!(
        remarks
            .iter()
            .any(|one| one.contains("does not name") && one.contains("Hors ligne")),
        "{remarks:?}"
    );
    let none = OutcomesFileRequest {
        mapping: Some(String::new()),
        ..OutcomesFileRequest::default()
    };
    let view = look(&bench.session, &next, &none).view();
    assert_eq!((view.mapping, view.offered.len()), (None, 1));
}

#[test]
fn a_kept_mapping_tells_columns_of_one_name_apart() {
    let bench = Bench::new();
    let text = "Datum;Wen;Stand;Datum;#;%\n01.03.2025;@one;Entfernt;05.03.2025;T-1;tiktok\n";
    let sheet = file(bench.folder.path(), text);
    let fields = [
        OutcomeField::ReferredAt,
        OutcomeField::Account,
        OutcomeField::Decision,
        OutcomeField::DecidedAt,
        OutcomeField::Reference,
        OutcomeField::Platform,
    ];
    let told = OutcomesFileRequest {
        fields: Some(fields.to_vec()),
        ..OutcomesFileRequest::default()
    };
    look(&bench.session, &sheet, &told)
        .keep_mapping(&bench.session, "Two dates", false)
        .unwrap();
    let view = look(&bench.session, &sheet, &OutcomesFileRequest::default()).view();
    assert_eq!(view.mapping.as_ref().unwrap().name, "Two dates");
    let found: Vec<OutcomeField> = view.columns.iter().map(|column| column.field).collect();
    assert_eq!(found, fields);
}

#[test]
fn a_mapping_of_wordings_is_shared_as_a_file_and_gives_the_same_counts_there() {
    let bench = Bench::new();
    let sheet = file(bench.folder.path(), SHEET);
    let here = look(&bench.session, &sheet, &said());
    here.keep_mapping(&bench.session, "Platform T", false)
        .unwrap();
    let shared = bench.folder.path().join("t.mapping");
    saved::share::<Mapping>(&bench.session, "Platform T", &shared).unwrap();
    let text = std::fs::read_to_string(&shared).unwrap();
    assert!(text.contains("decision: Doublon=leave-out"), "{text}");
    assert!(!text.contains("@one"), "no account stands in it");
    let other = Bench::new();
    let sheet = file(other.folder.path(), SHEET);
    let given = Mapping::of_file(&shared).unwrap();
    let request = OutcomesFileRequest::default();
    let there = take::preview_by(&other.session, &sheet, &request, given, &Quiet).unwrap();
    assert_eq!(there.result().counts, here.result().counts);
    assert_eq!(there.result().mapping.as_deref(), Some("Platform T"));
    assert_eq!(
        saved::take::<Mapping>(&other.session, &shared, false).unwrap(),
        "Platform T"
    );
    saved::rename::<Mapping>(&other.session, "Platform T", "T").unwrap();
    saved::forget::<Mapping>(&other.session, "T").unwrap();
    assert!(saved::list::<Mapping>(&other.session).unwrap().is_empty());
}

#[test]
fn a_sheet_nobody_can_read_yet_is_shown_and_not_taken() {
    let bench = Bench::new();
    let sheet = file(bench.folder.path(), "a,b\nx,y\n");
    let request = OutcomesFileRequest::default();
    let view = look(&bench.session, &sheet, &request).view();
    assert_eq!(view.lacks, [OutcomeField::Account, OutcomeField::Decision]);
    assert_eq!((view.counts.read, view.counts.rejected), (1, 1));
    let refused = take::preview(&bench.session, &sheet, &request, &Quiet);
    assert!(
        refused.is_err_and(|error| error.to_string().contains("no columns that tell outcomes"))
    );
    let bad = OutcomesFileRequest {
        wordings: vec![says("y", "purple")],
        ..OutcomesFileRequest::default()
    };
    let refused = take::look(&bench.session, &sheet, &bad, None, &Quiet);
    assert!(refused.is_err_and(|error| error.to_string().contains("purple")));
}

#[test]
fn the_order_of_dates_can_be_said_and_is_kept() {
    let bench = Bench::new();
    let sheet = file(
        bench.folder.path(),
        "platform,account,referred_at,decision,decided_at\ntiktok,one,03/04/2025,removed,05/04/2025\n",
    );
    let american = OutcomesFileRequest {
        dates: Some(DateOrder::MonthFirst),
        ..OutcomesFileRequest::default()
    };
    let told = look(&bench.session, &sheet, &american);
    let reads = |view: &OutcomesPreviewView| view.columns[2].reads.clone().unwrap().1;
    assert_eq!(reads(&told.view()), "2025-03-04");
    told.keep_mapping(&bench.session, "American", false)
        .unwrap();
    let again = look(&bench.session, &sheet, &OutcomesFileRequest::default()).view();
    assert_eq!(reads(&again), "2025-03-04");
}

#[test]
fn a_row_says_by_which_key_its_item_was_found_and_what_it_adds() {
    let sent = Sent::of(3);
    sent.wait(48);
    let today = sent.desk().host().now().to_string()[..10].to_owned();
    let text = format!(
        "platform,account,referred_at,reference,decision,decided_at\n\
         tiktok,made_up_0,,TT-1,removed,{today}\n\
         tiktok,made_up_1,,,declined,{today}\n\
         tiktok,made_up_1,2024-01-05,OLD,removed,2024-01-09\n\
         tiktok,made_up_1,2024-01-05,OLD,reinstated,2024-02-09\n\
         tiktok,nobody,,TT-1,removed,{today}\n\
         tiktok,made_up_2,,THEIRS-9,removed,{today}\n\
         tiktok,other_0,03/04/2026,A,,\n\
         tiktok,other_1,25/04/2026,B,,\n\
         tiktok,other_2,04/25/2026,C,,\n"
    );
    let sheet = sent.file("answers.csv", &text);
    let request = OutcomesFileRequest::default();
    let preview = look(sent.desk(), &sheet, &request);
    let warned: Vec<_> = preview
        .result()
        .warnings
        .into_iter()
        .map(|one| (one.kind, one.lines))
        .collect();
    assert_eq!(
        warned,
        [
            (ImportWarning::MixedDates, vec![10]),
            (ImportWarning::OtherReference, vec![7]),
            (ImportWarning::NoReference, vec![3]),
            (ImportWarning::GroundNotSaid, vec![3]),
        ]
    );
    assert_eq!(preview.view().warnings, preview.result().warnings);
    let mut rows = preview.view().rows;
    rows.sort_by_key(|row| row.line);
    let found: Vec<_> = rows.iter().take(6).map(|row| row.found).collect();
    assert_eq!(
        found,
        [
            Some(OutcomeFound::SentReference),
            Some(OutcomeFound::SentWaiting),
            Some(OutcomeFound::New),
            Some(OutcomeFound::Reference),
            None,
            Some(OutcomeFound::SentOtherReference),
        ]
    );
    assert_eq!(rows[0].adds[0].value, "removed");
    assert_eq!(
        (rows[0].adds[0].at.as_str(), rows[4].fate),
        (today.as_str(), RowFate::Rejected)
    );
    assert!(rows[4].why.contains("no item of it"), "{}", rows[4].why);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]
    #[test]
    fn rows_of_any_sheet_are_all_counted_and_each_wording_with_its_rows(
        headers in prop::collection::vec("[a-zé ]{0,8}", 1..6),
        cells in prop::collection::vec(
            prop::collection::vec(prop_oneof![
                Just("removed".to_owned()), Just("tiktok".to_owned()), Just("@one".to_owned()),
                Just("2025-03-01".to_owned()), Just("=1+1".to_owned()), ".{0,12}",
            ], 1..7),
            0..12,
        ),
        fields in prop::collection::vec(0usize..9, 6),
        leaves_out in any::<bool>(),
    ) {
        use OutcomeField::{
            Account, DecidedAt, Decision, Ignored, Platform, Reason, Reference, ReferredAt, Unit,
        };
        const ALL: [OutcomeField; 9] =
            [Platform, Account, Unit, ReferredAt, Reference, Decision, DecidedAt, Reason, Ignored];
        let bench = Bench::new();
        let mut csv = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        csv.write_record(&headers).unwrap();
        for row in &cells {
            csv.write_record(row).unwrap();
        }
        let sheet = bench.folder.path().join("any.csv");
        std::fs::write(&sheet, csv.into_inner().unwrap()).unwrap();
        let mut request = OutcomesFileRequest { delimiter: Some(",".into()), ..OutcomesFileRequest::default() };
        let first = look(&bench.session, &sheet, &request).view();
        request.fields = Some((0..first.columns.len()).map(|at| ALL[fields[at % 6]]).collect());
        if leaves_out {
            request.wordings = vec![says("removed", "leave-out")];
        }
        let told = look(&bench.session, &sheet, &request);
        let view = told.view();
        prop_assert!(view.counts.adds_up());
        prop_assert_eq!(view.counts.read, first.counts.read);
        prop_assert_eq!(view.rows.len(), view.counts.read as usize);
        prop_assert!(view.left_out <= view.counts.rejected);
        for list in [WordingList::Decision, WordingList::Unit] {
            let of_list = view.wordings.iter().filter(|one| one.list == list);
            prop_assert!(of_list.map(|one| one.rows).sum::<u32>() <= view.counts.read);
        }
        if view.lacks.is_empty() {
            let result = take::commit(&bench.session, &told, &Quiet).unwrap();
            prop_assert_eq!(result.counts, view.counts);
        }
    }
}
