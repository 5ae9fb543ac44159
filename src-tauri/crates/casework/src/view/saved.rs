//! Saved views: search, filters and order under a name, with how many accounts each holds now.

use crate::account::apart;
use crate::screen::place;
use crate::{Error, Result, Session};
use breakwater_casefile::query;
use breakwater_model::list::ListRequest;
use breakwater_model::search::{SavedView, SavedViewRequest};
use breakwater_text::fold::fold;
use std::collections::HashSet;

/// The screen state they are kept under.
const KEY: &str = "views";
/// Most views of one officer.
const MOST: usize = 40;
/// Most characters of a name.
const LONGEST: usize = 60;

/// This officer's views in their order, each with the number of accounts it opens.
///
/// The number is counted as the list is made, so that it is the list's own.
pub fn all(session: &Session) -> Result<Vec<SavedView>> {
    kept(session)?
        .into_iter()
        .map(|view| {
            Ok(SavedView {
                count: match apart::check(session, &view.list) {
                    Ok(()) => query::count(session, &view.list)?,
                    Err(_) => None,
                },
                name: view.name,
                list: view.list,
            })
        })
        .collect()
}

/// Keeps these views in place of those there were: saving, renaming, ordering and deleting are one act,
/// and keeping those from before takes any of them back.
///
/// # Errors
/// A name is empty, too long or taken, a search cannot be read, or there are too many.
pub fn keep(session: &Session, views: Vec<SavedViewRequest>) -> Result<()> {
    if views.len() > MOST {
        return Err(Error::Invalid(format!("At most {MOST} views are kept.")));
    }
    let mut names = HashSet::new();
    let mut whole = Vec::with_capacity(views.len());
    for view in views {
        let name = view.name.trim().to_owned();
        if name.is_empty() || name.chars().count() > LONGEST {
            return Err(Error::Invalid(format!(
                "A view has a name of at most {LONGEST} characters."
            )));
        }
        if !names.insert(fold(&name)) {
            return Err(Error::Invalid(format!(
                "There is a view called “{name}” already."
            )));
        }
        whole.push(SavedViewRequest {
            name,
            list: ListRequest {
                offset: 0,
                limit: 0,
                ..view.list
            },
        });
    }
    place::save(session, KEY, &serde_json::to_string(&whole)?)
}

/// What is kept; what no longer reads as a view is left out.
fn kept(session: &Session) -> Result<Vec<SavedViewRequest>> {
    let text = place::read(session, KEY)?.unwrap_or_default();
    let all: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap_or_default();
    Ok(all
        .into_iter()
        .filter_map(|view| serde_json::from_value(view).ok())
        .collect())
}
