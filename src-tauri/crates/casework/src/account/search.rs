//! The search box: what can be typed next, and where a search stands in an account.

use crate::{Result, Session};
use breakwater_casefile::query;
use breakwater_casefile::table::{account, note, post, translation};
use breakwater_model::AccountId;
use breakwater_model::list::MarkView;
use breakwater_model::search::{CompletionView, TextKind, TextMarksView};
use breakwater_text::language;
use breakwater_text::search::{
    self, BANDS, Field, Has, Offer, Place, ROLES, STATUSES, Search, UNITS,
};

/// Spans of time as they can be typed, each with what it means.
const SPANS: [(&str, &str); 6] = [
    ("today", "today, in UTC"),
    ("7d", "the last seven days"),
    ("30d", "the last thirty days"),
    ("2026-01..2026-03", "from a month to another, both whole"),
    (">2026-10-01", "after a day"),
    ("<2026-10-01", "before a day"),
];

/// What can stand at a cursor, counted in code points.
pub fn complete(session: &Session, text: &str, cursor: u32) -> Result<Vec<CompletionView>> {
    let (mut platforms, mut languages) = query::met(session)?;
    platforms.sort_unstable();
    languages.sort_unstable();
    let offers = |field: Field| match field {
        Field::Platform => platforms
            .iter()
            .map(|code| Offer {
                value: code.clone(),
                label: query::platform_view(code, 0).name,
            })
            .collect(),
        Field::Language => languages
            .iter()
            .map(|code| Offer {
                value: if code.is_empty() {
                    "none".into()
                } else {
                    code.clone()
                },
                label: language::name(code)
                    .unwrap_or("no language known")
                    .to_owned(),
            })
            .collect(),
        Field::Status => words(STATUSES.iter().map(|(word, _)| *word)),
        Field::Band => words(BANDS.iter().map(|(word, _)| *word)),
        Field::Role => words(ROLES.iter().map(|(word, _)| *word)),
        Field::Unit => words(UNITS.iter().map(|(word, _)| *word)),
        Field::Has => words(Has::ALL.iter().map(|(word, _)| *word)),
        Field::Imported | Field::Seen => SPANS
            .iter()
            .map(|(value, label)| Offer {
                value: (*value).to_owned(),
                label: (*label).to_owned(),
            })
            .collect(),
        Field::Before | Field::After | Field::Text(_) => Vec::new(),
    };
    Ok(search::complete(text, cursor, offers)
        .into_iter()
        .map(|one| CompletionView {
            start: one.start,
            end: one.end,
            insert: one.insert,
            label: one.label,
            detail: one.detail,
        })
        .collect())
}

fn words(words: impl Iterator<Item = &'static str>) -> Vec<Offer> {
    words
        .map(|word| Offer {
            value: word.to_owned(),
            label: String::new(),
        })
        .collect()
}

/// Where a search stands in the texts of an account; empty where it cannot be read or looks for no text.
pub fn marks(session: &Session, id: AccountId, text: &str) -> Result<Vec<TextMarksView>> {
    let Ok(search) = query::read(session, text)? else {
        return Ok(Vec::new());
    };
    if !search.has_texts() {
        return Ok(Vec::new());
    }
    session.read(|reader| {
        let facts = account::by_id(reader, id)?;
        let row = facts.row;
        let mut found = Found {
            search: &search,
            all: Vec::new(),
        };
        if let Some(listed) = query::rows(reader, &[row], session.officer().row)?.pop() {
            let place = query::called(&listed);
            found.look(TextKind::Label, None, place, &listed.label);
        }
        let name = facts.display_name.unwrap_or_default();
        found.look(TextKind::Name, None, Place::Name, &name);
        found.look(
            TextKind::Bio,
            None,
            Place::Text,
            &facts.bio.unwrap_or_default(),
        );
        for post in post::of_account(reader, row)? {
            found.look(
                TextKind::Post,
                Some(post.id.to_string()),
                Place::Text,
                &post.text,
            );
        }
        for one in translation::of_account(reader, row)? {
            found.look(
                TextKind::Translation,
                Some(one.id.to_string()),
                Place::Text,
                &one.text,
            );
        }
        for note in note::of_account(reader, row)? {
            found.look(
                TextKind::Note,
                Some(note.id.to_string()),
                Place::Note,
                &note.text,
            );
        }
        Ok(found.all)
    })
}

struct Found<'a> {
    search: &'a Search,
    all: Vec<TextMarksView>,
}

impl Found<'_> {
    fn look(&mut self, kind: TextKind, id: Option<String>, place: Place, text: &str) {
        let marks: Vec<MarkView> = search::marks(self.search, place, text)
            .into_iter()
            .map(|(start, end)| MarkView { start, end })
            .collect();
        if !marks.is_empty() {
            self.all.push(TextMarksView { kind, id, marks });
        }
    }
}
