//! The sketches of every text, held in memory from the first question on and level with every write.

use super::names::Names;
use super::ties::bands;
use crate::query::narrow_row;
use crate::session::Session;
use crate::{Error, Reader, Result};
use breakwater_text::sketch::Sketch;
use rusqlite::named_params;
use rusqlite::types::Value;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Touched accounts from which on everything is read anew.
const MANY: usize = 20_000;

/// Touched accounts whose texts are replaced one by one; with more all texts are gone through once.
const FEW: usize = 64;

/// A text: its account, its place, its bands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Text {
    pub account: u32,
    pub place: i64,
    pub bands: Sketch,
}

/// Sketches, and the accounts written since they were level.
#[derive(Default)]
struct Held {
    /// `None` until somebody asks.
    texts: Option<Vec<Text>>,
    touched: BTreeSet<i64>,
}

/// What is kept between two questions.
#[derive(Default)]
pub(crate) struct Kept(Mutex<Held>, Mutex<Arc<Names>>);

impl Kept {
    /// These accounts were written; hears it after the write is committed.
    pub(crate) fn touch(&self, accounts: &[i64]) {
        let mut held = self.hold();
        if held.texts.is_none() {
            return;
        }
        if held.touched.len() + accounts.len() > MANY {
            *held = Held::default();
        } else {
            held.touched.extend(accounts);
        }
    }

    /// What the handles of the case are made of, with every handle committed before the call.
    pub(super) fn names(&self, session: &Session) -> Result<Arc<Names>> {
        let mut kept = self.1.lock().unwrap_or_else(PoisonError::into_inner);
        session.read(|reader| {
            if kept.is_level(reader)? {
                return Ok(());
            }
            Arc::make_mut(&mut kept).read_on(reader)
        })?;
        Ok(Arc::clone(&kept))
    }

    /// Forgets what the handles of the case are made of: the next question reads them anew. Hears it after handles went
    /// in a write that is committed, because a number that was freed may be given to another handle.
    pub(crate) fn forget_names(&self) {
        *self.1.lock().unwrap_or_else(PoisonError::into_inner) = Arc::default();
    }

    fn hold(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Works on every text, level with everything committed before the call.
    pub(super) fn texts<T>(&self, session: &Session, work: impl FnOnce(&[Text]) -> T) -> Result<T> {
        let mut held = self.hold();
        let touched = std::mem::take(&mut held.touched);
        let texts = match held.texts.take() {
            None => session.read(|reader| read(reader, None))?,
            Some(texts) if touched.is_empty() => texts,
            Some(mut texts) => {
                let now = session.read(|reader| read(reader, Some(&touched)))?;
                let touched: Vec<u32> = touched
                    .iter()
                    .map(|row| narrow_row(*row))
                    .collect::<Result<_>>()?;
                if touched.len() <= FEW {
                    for account in touched {
                        replace(&mut texts, account, &now);
                    }
                } else {
                    texts.retain(|text| touched.binary_search(&text.account).is_err());
                    texts.extend(now);
                    texts.sort_by_key(|text| (text.account, text.place));
                }
                texts
            }
        };
        let answer = work(&texts);
        held.texts = Some(texts);
        Ok(answer)
    }
}

/// Puts what an account has now in the place of what it had. Both lists are in the order of [`read`].
fn replace(texts: &mut Vec<Text>, account: u32, now: &[Text]) {
    let of_account = |texts: &[Text]| {
        let from = texts.partition_point(|text| text.account < account);
        from..texts.partition_point(|text| text.account <= account)
    };
    let own = now.get(of_account(now)).unwrap_or_default();
    texts.splice(of_account(texts), own.iter().copied());
}

/// The texts of these accounts, or of all, in the order of accounts and places.
fn read(reader: &Reader<'_>, of: Option<&BTreeSet<i64>>) -> Result<Vec<Text>> {
    const ALL: &str = "SELECT account, place, bands FROM text_sketch ORDER BY account, place";
    const SOME: &str = "SELECT account, place, bands FROM text_sketch WHERE account IN rarray(:wanted) ORDER BY account, place";
    let mut statement = reader
        .db()
        .prepare_cached(if of.is_some() { SOME } else { ALL })?;
    let mut rows = match of {
        None => statement.query([])?,
        Some(of) => {
            let wanted = Rc::new(of.iter().copied().map(Value::from).collect::<Vec<_>>());
            statement.query(named_params! { ":wanted": wanted })?
        }
    };
    let mut texts = Vec::new();
    while let Some(row) = rows.next()? {
        let bytes = row.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?;
        texts.push(Text {
            account: narrow_row(row.get(0)?)?,
            place: row.get(1)?,
            bands: bands(bytes).ok_or_else(|| Error::Damaged("a sketch of a text".into()))?,
        });
    }
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use crate::erase::tests::erase;
    use crate::testing;

    #[test]
    fn a_handle_that_was_erased_is_forgotten_and_the_next_with_its_number_is_met() {
        let folder = tempfile::tempdir().unwrap();
        let session = testing::case(folder.path());
        let add = |handle: &str| {
            let made = session.write(testing::made(), |w| {
                Ok(testing::add(w, &testing::seen(handle, None))?.0)
            });
            made.unwrap().0
        };
        let bearers = |name: &str| session.links().names(&session).unwrap().bearers(name);
        add("stays");
        let account = add("goes");
        assert_eq!((bearers("stays"), bearers("goes")), (1, 1));
        erase(&session, account);
        assert_eq!((bearers("stays"), bearers("goes")), (1, 0));
        add("comes");
        assert_eq!((bearers("goes"), bearers("comes")), (0, 1));
    }
}
