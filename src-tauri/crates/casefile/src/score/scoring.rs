//! What a case scores with: the lexicons that come with the program, those of the unit in their place, and the unit's
//! thresholds.

use crate::table::fact;
use crate::{Error, Result};
use breakwater_text::indicator::{Bands, Lexicon};
use rusqlite::Connection;
use sha2::{Digest, Sha256};

pub use breakwater_text::indicator::Lexicons;

/// The fact of the case that holds the unit's thresholds.
pub(super) const BANDS: &str = "bands";

/// Lexicons and thresholds.
#[derive(Debug)]
pub struct Scoring {
    /// `None` for those that come with the program.
    own: Option<Lexicons>,
    bands: Bands,
    id: String,
}

impl Scoring {
    /// What this case scores with.
    ///
    /// # Errors
    /// [`Error::Damaged`] if a lexicon of the case cannot be read.
    pub(crate) fn read(db: &Connection) -> Result<Self> {
        let own = own(db)?;
        let bands = match fact::get(db, BANDS)? {
            Some(text) => read_bands(&text)?,
            None => Bands::default(),
        };
        let id = digest(&own, bands);
        let own = if own.is_empty() {
            None
        } else {
            let all = Lexicons::with(own);
            Some(all.map_err(|error| Error::Damaged(error.to_string()))?)
        };
        Ok(Self { own, bands, id })
    }

    /// The lexicons.
    pub fn lexicons(&self) -> &Lexicons {
        self.own.as_ref().unwrap_or_else(|| Lexicons::built_in())
    }

    /// The thresholds.
    pub const fn bands(&self) -> Bands {
        self.bands
    }

    /// The same for the same terms, rules and thresholds.
    pub fn id(&self) -> &str {
        &self.id
    }
}

/// The same for the same rules, thresholds and lexicons. Of those that come with the program the files are read, not the
/// terms: opening a case does not wait for them.
fn digest(own: &[Lexicon], bands: Bands) -> String {
    let mut digest = Sha256::new();
    digest.update(breakwater_text::indicator::RULES);
    digest.update(format!("{bands:?}"));
    for (language, text) in Lexicons::built_in_texts() {
        digest.update(language);
        digest.update(text);
    }
    for lexicon in own {
        digest.update(&lexicon.language);
        digest.update(lexicon.write());
    }
    crate::layout::hex(&digest.finalize())
}

/// The unit's own lexicons: the newest that stands of each language.
fn own(db: &Connection) -> Result<Vec<Lexicon>> {
    let mut statement = db.prepare_cached(
        "SELECT language, text FROM lexicon l WHERE is_retracted = 0
           AND id = (SELECT max(id) FROM lexicon WHERE language = l.language AND is_retracted = 0) ORDER BY language",
    )?;
    let rows = statement.query_map([], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
    })?;
    rows.map(|row| {
        let (language, text) = row?;
        Lexicon::read(&language, &text).map_err(|faults| {
            let first = faults.first().map(ToString::to_string).unwrap_or_default();
            Error::Damaged(format!("the lexicon {language} of the case: {first}"))
        })
    })
    .collect()
}

/// Thresholds as the case keeps them: `review priority`, in whole points.
pub(super) fn read_bands(text: &str) -> Result<Bands> {
    let mut points = text.split(' ').map(str::parse::<i32>);
    match (points.next(), points.next(), points.next()) {
        (Some(Ok(review)), Some(Ok(priority)), None) => Ok(Bands {
            review,
            priority,
            ..Bands::default()
        }),
        _ => Err(Error::Damaged("the thresholds of the case".into())),
    }
}
