//! Thresholds, and scoring everything again after a change.

use crate::{Progress, Result, Session};
use breakwater_casefile::Action;
use breakwater_casefile::score::Moves;
use breakwater_model::audit::Operation;
use breakwater_model::lexicon::{CategoryView, MovedView, MovesView, ScoringView};
use breakwater_text::indicator::{Bands, Category};

/// What the case scores with, and whether everything was.
pub fn state(session: &Session) -> Result<ScoringView> {
    let bands = session.scoring().bands();
    let come_with = Bands::default();
    let category = |category: Category| {
        let facts = category.facts();
        CategoryView {
            code: category.code().to_owned(),
            letter: facts.letter.to_owned(),
            name: facts.name.to_owned(),
            cap: facts.cap,
        }
    };
    Ok(ScoringView {
        review_from: bands.review,
        priority_from: bands.priority,
        come_with: (come_with.review, come_with.priority),
        no_action_days: session.no_action_days()?,
        no_action_days_come_with: breakwater_text::clock::no_action_days(),
        is_level: session.is_scored()?,
        categories: Category::ALL.into_iter().map(category).collect(),
    })
}

/// Sets from how many points accounts are reviewed, and reviewed first.
///
/// # Errors
/// They make no sense.
pub fn set_bands(session: &Session, review: i32, priority: i32) -> Result<()> {
    let action = Action::new(Operation::Alteration, "bands-set", "case")
        .word("review from", &review.to_string())
        .word("priority from", &priority.to_string());
    let bands = Bands {
        review,
        priority,
        ..Bands::default()
    };
    session.write(action, |w| w.set_bands(bands))?;
    Ok(())
}

/// Sets the days from a decision of no action until an account is due for erasure.
///
/// # Errors
/// They make no sense.
pub fn set_no_action_days(session: &Session, days: u16) -> Result<()> {
    let action = Action::new(Operation::Alteration, "no-action-days-set", "case")
        .word("days", &days.to_string());
    session.write(action, |w| w.set_no_action_days(days))?;
    Ok(())
}

/// Scores again every account that was not scored with what stands now, and says what moved. What is done when it is
/// stopped stays done, and the next call goes on.
pub fn score_anew(session: &Session, progress: &dyn Progress) -> Result<MovesView> {
    let moves = session.score_anew(&mut |done, total| {
        progress.step(done.min(total), Some(total), "accounts");
        !progress.is_cancelled()
    })?;
    Ok(view(moves))
}

fn view(moves: Moves) -> MovesView {
    let narrow = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    MovesView {
        scored: narrow(moves.scored),
        up: narrow(moves.up),
        down: narrow(moves.down),
        moved: moves
            .moved
            .into_iter()
            .map(|moved| MovedView {
                account: moved.account,
                label: moved.label,
                from: moved.from,
                to: moved.to,
            })
            .collect(),
    }
}
