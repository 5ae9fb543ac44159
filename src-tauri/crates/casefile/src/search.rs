//! What an officer looks for, in the index.

use crate::Result;
use breakwater_text::fold::{self, Part, Term};
use rusqlite::Connection;

/// What was typed into the search field, ready for the index.
pub struct Words {
    parts: Vec<Part>,
    /// The search as it was typed, folded, where it is one piece: `angli.2` is looked for as it stands.
    piece: Option<String>,
}

impl Words {
    /// Reads a search; `None` where nothing is looked for.
    pub fn parse(text: &str) -> Option<Self> {
        let parts = fold::query(text);
        let piece = fold::fold(text.trim());
        let is_one = parts.len() == 1
            && !piece.contains(|c: char| c.is_whitespace() || c == '"' || c == '*' || c == '-');
        (!parts.is_empty()).then_some(Self {
            parts,
            piece: is_one.then_some(piece),
        })
    }

    /// Rows of matching accounts in `search.db`, ascending: every part must match, as the beginning of
    /// words anywhere, or as letters inside handles, ids, names and addresses.
    pub(crate) fn find(&self, db: &Connection) -> Result<Vec<i64>> {
        let mut found: Option<Vec<i64>> = None;
        for part in self.parts.iter().filter(|part| !part.negated) {
            let rows = matching(db, &part.term, self.piece.as_deref())?;
            found = Some(match found {
                None => rows,
                Some(before) => before
                    .into_iter()
                    .filter(|row| rows.binary_search(row).is_ok())
                    .collect(),
            });
        }
        let mut found = match found {
            Some(found) => found,
            None => rows_of(db, "SELECT id AS rowid FROM words_docsize ORDER BY id", &[])?,
        };
        for part in self.parts.iter().filter(|part| part.negated) {
            let rows = matching(db, &part.term, None)?;
            found.retain(|row| rows.binary_search(row).is_err());
        }
        Ok(found)
    }
}

fn matching(db: &Connection, term: &Term, piece: Option<&str>) -> Result<Vec<i64>> {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let (expression, letters) = match term {
        Term::Word(word) | Term::Prefix(word) => (format!("{}*", quoted(word)), word.clone()),
        Term::Phrase { words, prefix } => {
            let all = words.join(" ");
            (
                format!("{}{}", quoted(&all), if *prefix { "*" } else { "" }),
                all,
            )
        }
        Term::Symbols(symbols) => {
            return rows_of(
                db,
                "SELECT rowid FROM words WHERE instr(body, :text) > 0 ORDER BY rowid",
                &[(":text", symbols)],
            );
        }
    };
    let mut rows = rows_of(
        db,
        "SELECT rowid FROM words WHERE words MATCH :match ORDER BY rowid",
        &[(":match", &expression)],
    )?;
    let letters = piece.map_or(letters, str::to_owned);
    let characters: Vec<char> = letters.chars().collect();
    if characters.len() >= 3 {
        let trigrams: Vec<String> = characters
            .windows(3)
            .map(|window| quoted(&window.iter().collect::<String>()))
            .collect();
        rows.extend(rows_of(
            db,
            "SELECT rowid FROM short WHERE short MATCH :match AND instr(body, :text) > 0",
            &[(":match", &trigrams.join(" AND ")), (":text", &letters)],
        )?);
        rows.sort_unstable();
        rows.dedup();
    }
    Ok(rows)
}

fn rows_of(db: &Connection, sql: &str, values: &[(&str, &String)]) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(sql)?;
    let values: Vec<(&str, &dyn rusqlite::ToSql)> = values
        .iter()
        .map(|(name, value)| (*name, *value as &dyn rusqlite::ToSql))
        .collect();
    let rows = statement.query_map(values.as_slice(), |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
