use super::*;
use crate::table::account::AccountFacts;
use crate::table::assessment::NewAssessment;
use crate::table::post::Post;
use crate::testing::{case, made, seen};
use crate::{Session, Writer};
use breakwater_model::assessment::Decision;
use breakwater_model::indicator::{HitAnswer, HitField};
use breakwater_model::platform::{Platform, Unit};
use breakwater_model::{AccountId, PostId};
use breakwater_text::indicator::{Bands, Lexicon};
use std::collections::BTreeMap;

const ADVERT: &str = "Boat to England tonight, 100% safe, £3500. WhatsApp +44 7700 900417";
const PLAIN: &str = "Music and tea.";

fn account(w: &mut Writer<'_>, handle: &str, bio: &str) -> Result<i64> {
    let facts = AccountFacts {
        row: 0,
        id: AccountId::from_uuid(w.uuid()),
        platform: Platform("tiktok".into()),
        unit: Unit::Account,
        display_name: Some(handle.into()),
        bio: Some(bio.into()),
        language: None,
        followers: None,
        flagged_reason: None,
        source: None,
        extra: Vec::new(),
        imported_at: w.now(),
    };
    let row = w.add_account(&facts, None)?;
    w.add_sighting(row, "tiktok", &seen(handle, None), None)?;
    Ok(row)
}

fn add(session: &Session, handle: &str, bio: &str) -> i64 {
    session
        .write(made(), |w| account(w, handle, bio))
        .unwrap()
        .0
}

fn view(session: &Session, row: i64) -> SumView {
    let scoring = session.scoring();
    session
        .read(|reader| of_account(reader, row, &scoring))
        .unwrap()
}

/// Band, halves and due as lists read them, and the reasons.
fn listed(session: &Session, row: i64) -> (Band, i32, Option<Instant>, Vec<String>) {
    let row = session
        .read(|reader| crate::query::rows(reader, &[row], 1))
        .unwrap()
        .remove(0);
    (row.band, row.halves, row.due, row.reasons)
}

#[track_caller]
fn agree(session: &Session, row: i64) -> SumView {
    let sum = view(session, row);
    let stored = (sum.band, sum.halves, sum.due, sum.reasons.clone());
    assert_eq!(listed(session, row), stored);
    sum
}

#[test]
fn a_list_says_what_the_opened_sum_says_and_every_line_points_at_its_words() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let row = add(&session, "one", ADVERT);
    let sum = agree(&session, row);
    assert_eq!(sum.band, Band::Priority);
    assert!(
        sum.reasons.contains(&"tonight".to_owned()),
        "{:?}",
        sum.reasons
    );
    let lines: i32 = sum.lines.iter().map(|line| line.halves).sum();
    assert_eq!(lines, sum.halves);
    for line in &sum.lines {
        let (start, end) = (line.start as usize, line.end as usize);
        let words: String = ADVERT.chars().skip(start).take(end - start).collect();
        assert_eq!(words, line.quote);
        assert_eq!(line.field, HitField::Bio);
    }
    let plain = add(&session, "two", PLAIN);
    let sum = agree(&session, plain);
    assert_eq!((sum.band, sum.halves, sum.lines.len()), (Band::Low, 0, 0));
}

#[test]
fn a_post_counts_with_the_profile_and_tonight_is_the_night_it_was_posted() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let row = add(&session, "one", PLAIN);
    let posted = Instant::parse("2026-01-05T10:00:00Z").unwrap();
    let ((), done) = session
        .write(made(), |w| {
            let post = Post {
                id: PostId::from_uuid(w.uuid()),
                unit: Unit::Post,
                text: ADVERT.into(),
                language: None,
                url: None,
                canonical_url: None,
                key: None,
                posted: Some(breakwater_model::WorldTime::exact(posted)),
                imported_at: w.now(),
            };
            w.add_post(row, &post, None)
        })
        .unwrap();
    let sum = agree(&session, row);
    assert_eq!(sum.band, Band::Priority);
    let due = sum.due.map(|due| due.to_string());
    assert_eq!(due.as_deref(), Some("2026-01-05T23:59:59.999Z"));
    assert!(sum.lines.iter().all(|line| line.post.is_some()));
    session
        .write(made(), |w| w.undo(done.seq, &|_, _| true))
        .unwrap();
    assert_eq!(agree(&session, row).lines, []);
}

#[test]
fn an_answer_counts_at_once_half_where_unsure_and_is_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let row = add(&session, "one", ADVERT);
    let before = agree(&session, row);
    let price = before.lines.iter().find(|line| line.category == "price");
    let (quote, whole) = price.map(|line| (line.quote.clone(), line.halves)).unwrap();
    let answer = |answer| {
        let write = session.write(made(), |w| w.answer_hit(row, "price", &quote, answer));
        write.unwrap().1
    };
    answer(Some(HitAnswer::Unsure));
    assert_eq!(agree(&session, row).halves, before.halves - whole / 2);
    let no = answer(Some(HitAnswer::No));
    assert_eq!(agree(&session, row).halves, before.halves - whole);
    session
        .write(made(), |w| w.undo(no.seq, &|_, _| true))
        .unwrap();
    assert_eq!(agree(&session, row).halves, before.halves - whole / 2);
    answer(None);
    assert_eq!(agree(&session, row), before);
    answer(Some(HitAnswer::Yes));
    assert_eq!(agree(&session, row).halves, before.halves);
}

#[test]
fn an_assessment_keeps_the_sum_it_was_made_on() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let row = add(&session, "one", ADVERT);
    let before = view(&session, row);
    session
        .write(made(), |w| {
            w.add_assessment(
                row,
                &NewAssessment {
                    decision: Decision::Hold,
                    reason: "made up",
                    reason_key: None,
                    review_by: None,
                    grading: None,
                    answers: &BTreeMap::new(),
                },
            )
        })
        .unwrap();
    let quote = before.lines.first().map(|line| line.quote.clone()).unwrap();
    let category = before
        .lines
        .first()
        .map(|line| line.category.clone())
        .unwrap();
    session
        .write(made(), |w| {
            w.answer_hit(row, &category, &quote, Some(HitAnswer::No))
        })
        .unwrap();
    let kept = session
        .read(|reader| crate::table::assessment::latest(reader.db(), row))
        .unwrap();
    assert_eq!(kept.unwrap().sum, before);
    assert_ne!(view(&session, row), before);
}

fn lexicon(terms: &str) -> Lexicon {
    let text = format!(
        "# Lexicon: English. Version test.\nterm,category,meaning,weight,source,date,reviewer,linguist\n{terms}"
    );
    Lexicon::read("en", &text).unwrap()
}

#[test]
fn a_lexicon_of_the_unit_scores_everything_again_and_says_what_moved() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let rows: Vec<i64> = (0..5)
        .map(|n| {
            add(
                &session,
                &format!("h{n}"),
                "football ferry, call +44 7700 900417, £900",
            )
        })
        .collect();
    assert!(session.is_scored().unwrap());
    let before = agree(&session, rows[0]);
    let ((), put) = session
        .write(made(), |w| {
            w.put_lexicon(&lexicon(
                "football,transport,a word for the crossing,10,to validate,2026-11-27,,yes\n",
            ))
        })
        .unwrap();
    assert!(!session.is_scored().unwrap());
    let mut asked = Vec::new();
    let moves = session
        .score_anew(&mut |done, total| {
            asked.push((done, total));
            true
        })
        .unwrap();
    assert_eq!(asked.first(), Some(&(0, 5)));
    assert_eq!((moves.scored, moves.up, moves.down), (5, 5, 0));
    assert_eq!(moves.moved.len(), 5);
    assert!(session.is_scored().unwrap());
    let after = agree(&session, rows[4]);
    assert!(after.band > before.band, "{before:?} {after:?}");
    let line = after.lines.iter().find(|line| line.quote == "football");
    let line = line.unwrap();
    assert_eq!(
        (line.version.as_str(), line.meaning.as_str()),
        ("test", "a word for the crossing")
    );
    assert!(line.needs_linguist);
    session
        .write(made(), |w| w.undo(put.seq, &|_, _| true))
        .unwrap();
    let moves = session.score_anew(&mut |_, _| true).unwrap();
    assert_eq!((moves.up, moves.down), (0, 5));
    assert_eq!(agree(&session, rows[0]), before);
}

#[test]
fn scoring_that_was_stopped_goes_on_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    session
        .write(made(), |w| {
            (0..4_500).try_for_each(|n| account(w, &format!("h{n}"), ADVERT).map(|_| ()))
        })
        .unwrap();
    session
        .write(made(), |w| {
            w.set_bands(Bands {
                review: 150,
                priority: 200,
                ..Bands::default()
            })
        })
        .unwrap();
    let stopped = session.score_anew(&mut |done, _| done < 4_000);
    assert!(matches!(stopped, Err(crate::Error::Cancelled)));
    assert!(!session.is_scored().unwrap());
    let mut from = Vec::new();
    let moves = session
        .score_anew(&mut |done, _| {
            from.push(done);
            true
        })
        .unwrap();
    assert_eq!(from, [4_000]);
    assert_eq!((moves.scored, moves.down), (500, 500));
    assert_eq!(agree(&session, 1).band, Band::Low);
    assert_eq!(agree(&session, 4_500).band, Band::Low);
}

#[test]
fn thresholds_that_make_no_sense_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    for (review, priority) in [(0, 5), (5, 5), (9, 5), (10, 201)] {
        let bands = Bands {
            review,
            priority,
            ..Bands::default()
        };
        let refused = session.write(made(), |w| w.set_bands(bands));
        assert!(
            matches!(refused, Err(crate::Error::Invalid(_))),
            "{bands:?}"
        );
    }
}
