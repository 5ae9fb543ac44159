//! Gradings in an export: those accounts have, and the one that is given for the rest of the file.

use crate::{Error, Result, Session, grading};
use breakwater_casefile::Action;
use breakwater_casefile::table::{account, grading as kept};
use breakwater_model::audit::Operation;
use breakwater_model::exchange::{ExportColumnView, ExportRequest};
use std::collections::BTreeMap;

/// The column that holds them.
const COLUMN: &str = "breakwater_grading";
/// Accounts that an entry names by id.
const NAMED: usize = 200;

/// Gradings of a file.
pub(super) struct Graded {
    /// Of accounts, by row.
    pub gradings: BTreeMap<i64, String>,
    /// Of those that have none; empty for none.
    pub given: String,
}

impl Graded {
    /// Reads what accounts have and what is given.
    ///
    /// # Errors
    /// What is given is no grading, or has no column to stand in; it is to be kept and there is none.
    pub fn read(
        session: &Session,
        request: &ExportRequest,
        columns: &[ExportColumnView],
    ) -> Result<Self> {
        let written = request.grading.as_deref().map(str::trim);
        let written = written.filter(|text| !text.is_empty());
        if written.is_none() && request.keeps_grading {
            return Err(Error::Invalid(
                "There is no grading to keep: give one, or keep none.".into(),
            ));
        }
        let given = written.map(grading::read).transpose()?.unwrap_or_default();
        if !given.is_empty() && !columns.iter().any(|column| column.name == COLUMN) {
            return Err(Error::Invalid(format!(
                "The grading has no column to stand in: add {COLUMN}."
            )));
        }
        Ok(Self {
            gradings: session.read(|reader| kept::all(reader))?,
            given,
        })
    }

    /// How many of these have no grading of their own.
    pub fn ungraded(&self, rows: &[i64]) -> u32 {
        count(&self.gradings, rows)
    }

    /// The entry with the grading that was given.
    pub fn told(&self, action: Action) -> Action {
        action.word("grading", &self.given)
    }

    /// Keeps the grading with those of these accounts that had none, as one act that can be taken back.
    pub fn keep(&self, session: &Session, rows: &[i64]) -> Result<()> {
        let bare: Vec<i64> = rows
            .iter()
            .copied()
            .filter(|row| !self.gradings.contains_key(row))
            .collect();
        if bare.is_empty() {
            return Ok(());
        }
        let mut action = Action::new(Operation::Alteration, "accounts-graded", "account")
            .word("grading", &self.given);
        if bare.len() <= NAMED {
            let ids = session.read(|reader| {
                let ids = bare.iter().map(|row| account::id(reader, *row));
                ids.collect::<Result<Vec<_>>>()
            })?;
            action = ids
                .into_iter()
                .fold(action, |action, id| action.on(id.uuid()));
        }
        session.write(action, |w| {
            bare.iter()
                .try_for_each(|row| w.add_grading(*row, &self.given))
        })?;
        Ok(())
    }
}

/// How many of these accounts have no grading.
pub(super) fn ungraded(session: &Session, rows: &[i64]) -> Result<u32> {
    let gradings = session.read(|reader| kept::all(reader))?;
    Ok(count(&gradings, rows))
}

fn count(gradings: &BTreeMap<i64, String>, rows: &[i64]) -> u32 {
    let bare = rows.iter().filter(|row| !gradings.contains_key(row));
    u32::try_from(bare.count()).unwrap_or(u32::MAX)
}
