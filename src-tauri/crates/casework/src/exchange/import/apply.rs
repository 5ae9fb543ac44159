//! What a row changes, and writing it.

use super::Preview;
use super::further::{FieldChange, Several, Turn, Weighed};
use super::memory::Bits;
use super::resolve::Target;
use super::row::Row;
use crate::{Error, Result};
use breakwater_casefile::table::account::{self, AccountFacts, AccountField};
use breakwater_casefile::table::batch::NewBatch;
use breakwater_casefile::table::post::Post;
use breakwater_casefile::table::sighting::Sighting;
use breakwater_casefile::table::{note, post, sighting};
use breakwater_casefile::{Reader, Writer};
use breakwater_model::account::ExtraView;
use breakwater_model::import::{FieldChangeView, ImportCounts};
use breakwater_model::platform::{Platform, Unit};
use breakwater_model::{AccountId, BatchId, PostId};

/// An account as it stands before a row.
#[derive(Default)]
pub struct Before {
    /// Its row; none for an account this file makes.
    pub(super) account: Option<i64>,
    fields: [Option<String>; 6],
    pub(super) extra: Vec<ExtraView>,
    /// Its platform, while it is a short link that led nowhere yet.
    unresolved: Option<Platform>,
    /// True if the file was taken in before.
    pub(super) is_again: bool,
}

/// The fields of [`Before`], in order.
pub(super) const FIELDS: [AccountField; 6] = [
    AccountField::DisplayName,
    AccountField::Bio,
    AccountField::Language,
    AccountField::Followers,
    AccountField::FlaggedReason,
    AccountField::Source,
];

pub(super) const fn fields_of(row: &Row) -> [&Option<String>; 6] {
    [
        &row.display_name,
        &row.bio,
        &row.language,
        &row.followers,
        &row.reason,
        &row.source,
    ]
}

impl Before {
    /// Reads the account.
    pub fn read(reader: &Reader<'_>, row: i64, is_again: bool) -> Result<Self> {
        let facts = account::by_row(reader, row)?;
        Ok(Self {
            account: Some(row),
            fields: [
                facts.display_name,
                facts.bio,
                facts.language,
                facts.followers,
                facts.flagged_reason,
                facts.source,
            ],
            extra: facts.extra,
            unresolved: (facts.unit == Unit::ShortLink).then_some(facts.platform),
            is_again,
        })
    }

    /// What a field of [`FIELDS`] holds.
    pub(super) fn field(&self, at: usize) -> Option<&str> {
        self.fields.get(at).and_then(Option::as_deref)
    }

    /// What the row fills, changes and adds, field by field.
    pub fn told(
        &self,
        reader: &Reader<'_>,
        row: &Row,
        turn: Turn,
        weighed: &Weighed,
    ) -> Result<Vec<FieldChangeView>> {
        let told = |field: &str, old: Option<String>, new: Option<String>| FieldChangeView {
            field: field.to_owned(),
            column: None,
            old,
            new,
        };
        let mut all: Vec<FieldChangeView> = weighed
            .fields
            .iter()
            .chain(&self.resolving(row))
            .map(|(field, old, new)| told(field.name(), old.clone(), new.clone()))
            .collect();
        for cell in merged(&self.extra, &row.extra, turn) {
            let old = self.extra.iter().find(|kept| kept.name == cell.name);
            if old != Some(&cell) {
                all.push(FieldChangeView {
                    column: Some(cell.name),
                    ..told(
                        AccountField::Extra.name(),
                        old.map(|kept| kept.value.clone()),
                        Some(cell.value),
                    )
                });
            }
        }
        let Some(account) = self.account else {
            all.push(told("sighting", None, Some(row.label())));
            all.extend(row.post.iter().map(|post| {
                told(
                    "post",
                    None,
                    Some(post.url.clone().unwrap_or_else(|| post.text.clone())),
                )
            }));
            all.extend(notes(row, weighed).map(|note| told("note", None, Some(note.to_owned()))));
            return Ok(all);
        };
        if !is_seen_so(reader, account, row)? {
            all.push(told("sighting", None, Some(row.label())));
        }
        if let Some(cells) = &row.post
            && !post::is_known(reader, account, cells.key.as_deref(), &cells.text)?
        {
            let new = cells.url.clone().unwrap_or_else(|| cells.text.clone());
            all.push(told("post", None, Some(new)));
        }
        for text in notes(row, weighed) {
            if !note::is_known(reader, account, text)? {
                all.push(told("note", None, Some(text.to_owned())));
            }
        }
        Ok(all)
    }

    /// The account after the row.
    pub fn apply(&mut self, row: &Row, turn: Turn, weighed: &Weighed) {
        for (field, _, new) in &weighed.fields {
            let kept = FIELDS.iter().position(|one| one == field);
            if let Some(kept) = kept.and_then(|at| self.fields.get_mut(at)) {
                kept.clone_from(new);
            }
        }
        self.extra = merged(&self.extra, &row.extra, turn);
        if row.unit != Unit::ShortLink {
            self.unresolved = None;
        }
    }

    /// What becomes of a short link that the row says where it led.
    fn resolving(&self, row: &Row) -> Vec<FieldChange> {
        let Some(before) = self
            .unresolved
            .as_ref()
            .filter(|_| row.unit != Unit::ShortLink)
        else {
            return Vec::new();
        };
        let words = |unit: Unit| serde_json::to_value(unit).ok()?.as_str().map(str::to_owned);
        let mut all = vec![(AccountField::Unit, words(Unit::ShortLink), words(row.unit))];
        if before.as_str() != row.platform {
            let old = Some(before.as_str().to_owned());
            all.push((AccountField::Platform, old, Some(row.platform.clone())));
        }
        all
    }

    /// Fields the row changes, as they are written.
    fn changes(&self, row: &Row, turn: Turn, weighed: &Weighed) -> Result<Vec<FieldChange>> {
        let mut changes = weighed.fields.clone();
        changes.extend(self.resolving(row));
        let extra = merged(&self.extra, &row.extra, turn);
        if extra != self.extra {
            changes.push((
                AccountField::Extra,
                Some(serde_json::to_string(&self.extra)?),
                Some(serde_json::to_string(&extra)?),
            ));
        }
        Ok(changes)
    }
}

/// The notes a row brings.
fn notes<'a>(row: &'a Row, weighed: &'a Weighed) -> impl Iterator<Item = &'a str> {
    row.note.iter().chain(&weighed.note).map(String::as_str)
}

fn merged(old: &[ExtraView], new: &[ExtraView], turn: Turn) -> Vec<ExtraView> {
    let mut all = old.to_vec();
    for cell in new {
        match all.iter_mut().find(|kept| kept.name == cell.name) {
            Some(kept) if turn.is_first => kept.value.clone_from(&cell.value),
            Some(_) => {}
            None => all.push(cell.clone()),
        }
    }
    all
}

/// True if the row says nothing new of how the account is known; one of our own exports tells many sightings in one.
fn is_seen_so(reader: &Reader<'_>, account: i64, row: &Row) -> Result<bool> {
    let seen = sighting_of(row);
    Ok(
        row.own_id.is_some() && sighting::is_told(reader, account, &row.platform, &seen)?
            || sighting::is_known(reader, account, &row.platform, &seen)?,
    )
}

pub(super) fn sighting_of(row: &Row) -> Sighting {
    Sighting {
        written: row.written.clone(),
        folded: row.folded.clone(),
        platform_id: row.platform_id.clone(),
        url: row.url.clone(),
        canonical_url: row.canonical_url.clone(),
        seen: row.seen.clone(),
        is_assumed: row.is_assumed,
        source: row.source.clone().unwrap_or_else(|| "import".into()),
    }
}

/// A batch that is being written.
pub struct Writing<'w, 'a> {
    w: &'w mut Writer<'a>,
    batch: i64,
    /// Rows of the accounts made, in the order in which the preview numbered them.
    new: Vec<i64>,
    met: Bits,
    several: Several,
    is_again: bool,
}

impl<'w, 'a> Writing<'w, 'a> {
    /// Makes the batch.
    pub fn begin(w: &'w mut Writer<'a>, id: BatchId, preview: &Preview) -> Result<Self> {
        let batch = w.add_batch(
            id,
            &NewBatch {
                file_name: &preview.source.name,
                sha256: preview.source.sha256,
                encoding: &preview.source.encoding_name(),
                delimiter: preview.source.delimiter_name(),
                header: &preview.columns.written,
                extra_columns: &preview.columns.extra(),
            },
        )?;
        Ok(Self {
            w,
            batch,
            new: Vec::new(),
            met: Bits::default(),
            several: Several::from(&preview.several(|_| true)),
            is_again: preview.is_again,
        })
    }

    /// Writes one row.
    pub fn row(&mut self, target: Target, row: &Row) -> Result<()> {
        let mut weighed = Weighed::default();
        let account = match target {
            Target::New(number) => match self.new.get(number as usize).copied() {
                Some(account) => {
                    let turn = self.several.turn(target.into(), false, row);
                    weighed = self.change(account, row, turn)?;
                    account
                }
                None if self.new.len() == number as usize => {
                    self.several.turn(target.into(), true, row);
                    let account = self.make(row)?;
                    self.new.push(account);
                    account
                }
                None => {
                    return Err(Error::Internal(
                        "a row makes an account out of its turn".into(),
                    ));
                }
            },
            Target::Reborn(account) | Target::Known(account) => {
                if matches!(target, Target::Reborn(_)) {
                    self.w.revive_account(account)?;
                }
                let is_first = !self.met.insert(account.unsigned_abs());
                let turn = self.several.turn(target.into(), is_first, row);
                weighed = self.change(account, row, turn)?;
                account
            }
        };
        self.beside(account, row, &weighed)
    }

    fn make(&mut self, row: &Row) -> Result<i64> {
        let facts = AccountFacts {
            row: 0,
            id: self.id_for(row)?,
            platform: Platform(row.platform.clone()),
            unit: row.unit,
            display_name: row.display_name.clone(),
            bio: row.bio.clone(),
            language: row.language.clone(),
            followers: row.followers.clone(),
            flagged_reason: row.reason.clone(),
            source: row.source.clone(),
            extra: row.extra.clone(),
            imported_at: self.w.now(),
        };
        self.w.add_account(&facts, Some(self.batch))
    }

    /// The id the row brings along if nobody has it, else a new one.
    fn id_for(&self, row: &Row) -> Result<AccountId> {
        if let Some(id) = row.own_id
            && self
                .w
                .reading(|reader| account::any_row(reader, id))?
                .is_none()
        {
            return Ok(id);
        }
        Ok(AccountId::from_uuid(self.w.uuid()))
    }

    fn change(&mut self, account: i64, row: &Row, turn: Turn) -> Result<Weighed> {
        let is_again = self.is_again;
        let (before, turn, weighed) = self.w.reading(|reader| {
            let before = Before::read(reader, account, is_again)?;
            let turn = before.settled(reader, row, turn)?;
            let weighed = before.weigh(reader, row, turn)?;
            Ok::<_, Error>((before, turn, weighed))
        })?;
        for (field, old, new) in before.changes(row, turn, &weighed)? {
            self.w
                .set_account(account, field, old.as_deref(), new.as_deref())?;
        }
        Ok(weighed)
    }

    fn beside(&mut self, account: i64, row: &Row, weighed: &Weighed) -> Result<()> {
        if !self.w.reading(|reader| is_seen_so(reader, account, row))? {
            self.w
                .add_sighting(account, &row.platform, &sighting_of(row), Some(self.batch))?;
        }
        if let Some(cells) = &row.post
            && !self.w.reading(|reader| {
                post::is_known(reader, account, cells.key.as_deref(), &cells.text)
            })?
        {
            let new = Post {
                id: PostId::from_uuid(self.w.uuid()),
                unit: cells.unit,
                text: cells.text.clone(),
                language: breakwater_text::language::detect(&cells.text).map(str::to_owned),
                url: cells.url.clone(),
                canonical_url: cells.canonical_url.clone(),
                key: cells.key.clone(),
                posted: cells.posted.clone(),
                imported_at: self.w.now(),
            };
            self.w.add_post(account, &new, Some(self.batch))?;
        }
        for text in notes(row, weighed) {
            let is_known = self
                .w
                .reading(|reader| note::is_known(reader, account, text))?;
            if !is_known {
                self.w.add_note(account, text, Some(self.batch))?;
            }
        }
        Ok(())
    }

    /// Writes the counts; refused unless they add up.
    pub fn finish(self, counts: &ImportCounts) -> Result<()> {
        self.w.count_batch(self.batch, counts)
    }
}
