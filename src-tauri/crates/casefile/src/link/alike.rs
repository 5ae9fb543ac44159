//! Accounts whose texts say nearly the same as those of one account.

use super::ties::shingles;
use crate::Result;
use crate::session::Session;
use crate::table::merge;
use breakwater_text::indicator::{Hit, Lexicons, find};
use breakwater_text::sketch::{ALIKE, Shingles, Sketch};
use rusqlite::{Connection, OptionalExtension, named_params};

/// Texts compared exactly; with more that seem alike it is a template.
const COMPARED: usize = 2_000;

/// Accounts with a text of which four fifths agree with one of this account.
pub(super) fn alike(session: &Session, account: i64, lexicons: &Lexicons) -> Result<Vec<i64>> {
    let own: Vec<(i64, Shingles)> = session.read(|reader| {
        let db = reader.db();
        let mut texts = Vec::new();
        for part in merge::group(db, account)? {
            for place in places(db, part)? {
                let text = text_at(db, part, place)?;
                texts.push((place, runs(&text.unwrap_or_default(), lexicons)));
            }
        }
        Ok(texts)
    })?;
    let sketches: Vec<_> = own.iter().filter_map(|(_, runs)| runs.sketch()).collect();
    if sketches.is_empty() {
        return Ok(Vec::new());
    }
    let near: Vec<(i64, i64)> = session.links().texts(session, |texts| {
        texts
            .iter()
            .filter(|text| i64::from(text.account) != account)
            .filter(|text| sketches.iter().any(|own| seem_alike(own, &text.bands)))
            .map(|text| (i64::from(text.account), text.place))
            .collect()
    })?;
    if near.len() > COMPARED {
        return Ok(near.into_iter().map(|(account, _)| account).collect());
    }
    session.read(|reader| {
        let mut alike = Vec::new();
        for (other, place) in near {
            let Some(text) = text_at(reader.db(), other, place)? else {
                continue;
            };
            let runs = runs(&text, lexicons);
            if own.iter().any(|(_, own)| own.likeness(&runs) >= ALIKE) {
                alike.push(other);
            }
        }
        Ok(alike)
    })
}

/// Bands that two sketches have in common before the texts are read and compared. Texts of which four fifths agree have
/// so many in 9,974 of 10,000 cases; with one alone it were 9,998, and a million texts of everyday words would propose
/// each other by chance.
const IN_COMMON: u32 = 2;

/// True if two sketches propose that their texts are alike. Every band is compared, whatever the first ones say: a
/// million sketches are looked at for one answer, and without a way out the processor compares several bands at once.
pub(super) fn seem_alike(one: &Sketch, other: &Sketch) -> bool {
    let same = one.iter().zip(other).map(|(one, other)| one == other);
    same.map(u32::from).sum::<u32>() >= IN_COMMON
}

/// The runs of a text without the ways to reach somebody.
pub(super) fn runs(text: &str, lexicons: &Lexicons) -> Shingles {
    let hits = find(text, lexicons);
    shingles(text, &hits.iter().collect::<Vec<&Hit>>())
}

fn places(db: &Connection, account: i64) -> Result<Vec<i64>> {
    let mut statement =
        db.prepare_cached("SELECT place FROM text_sketch WHERE account = :account ORDER BY place")?;
    let rows = statement.query_map(named_params! { ":account": account }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The text of a sketch.
pub(super) fn text_at(db: &Connection, account: i64, place: i64) -> Result<Option<String>> {
    const PROFILE: &str =
        "SELECT bio FROM account WHERE id = :account AND :place = 0 AND is_retracted = 0";
    const POST: &str =
        "SELECT text FROM post WHERE id = :place AND account = :account AND is_retracted = 0";
    let sql = if place == 0 { PROFILE } else { POST };
    Ok(db
        .prepare_cached(sql)?
        .query_row(
            named_params! { ":account": account, ":place": place },
            |row| row.get::<_, Option<String>>(0),
        )
        .optional()?
        .flatten())
}
