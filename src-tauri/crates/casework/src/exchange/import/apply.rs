//! What a row changes, and writing it.

use super::Preview;
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
use breakwater_model::import::{ImportCounts, RowFate};
use breakwater_model::platform::Platform;
use breakwater_model::{AccountId, BatchId, PostId};

/// An account as it stands before a row.
pub struct Before(AccountFacts);

type FieldChange = (AccountField, Option<String>, Option<String>);

impl Before {
    /// Reads the account.
    pub fn read(reader: &Reader<'_>, row: i64) -> Result<Self> {
        Ok(Self(account::by_row(reader, row)?))
    }

    /// Updated or unchanged, and what changes, in words.
    pub fn fate(&self, reader: &Reader<'_>, row: &Row) -> Result<(RowFate, String)> {
        let mut changes: Vec<String> = self
            .changes(row, true)?
            .into_iter()
            .map(|(field, old, new)| {
                format!(
                    "{}: {} → {}",
                    field.name().replace('_', " "),
                    short(old.as_deref()),
                    short(new.as_deref())
                )
            })
            .collect();
        if !sighting::is_known(reader, self.0.row, &row.platform, &sighting_of(row))? {
            changes.push("a further sighting".into());
        }
        if let Some(cells) = &row.post
            && !post::is_known(reader, self.0.row, cells.key.as_deref(), &cells.text)?
        {
            changes.push("a post".into());
        }
        if let Some(text) = &row.note
            && !note::is_known(reader, self.0.row, text)?
        {
            changes.push("a note".into());
        }
        let fate = if changes.is_empty() {
            RowFate::Unchanged
        } else {
            RowFate::Updated
        };
        Ok((fate, changes.join("; ")))
    }

    /// Fields the row changes. A further row of the same file only fills what is empty.
    fn changes(&self, row: &Row, overwrites: bool) -> Result<Vec<FieldChange>> {
        let facts = &self.0;
        let fields = [
            (
                AccountField::DisplayName,
                &facts.display_name,
                &row.display_name,
            ),
            (AccountField::Bio, &facts.bio, &row.bio),
            (AccountField::Language, &facts.language, &row.language),
            (AccountField::Followers, &facts.followers, &row.followers),
            (
                AccountField::FlaggedReason,
                &facts.flagged_reason,
                &row.reason,
            ),
            (AccountField::Source, &facts.source, &row.source),
        ];
        let mut changes: Vec<FieldChange> = fields
            .into_iter()
            .filter(|(_, old, new)| new.is_some() && old != new && (overwrites || old.is_none()))
            .map(|(field, old, new)| (field, old.clone(), new.clone()))
            .collect();
        let extra = merged(&facts.extra, &row.extra, overwrites);
        if extra != facts.extra {
            changes.push((
                AccountField::Extra,
                Some(serde_json::to_string(&facts.extra)?),
                Some(serde_json::to_string(&extra)?),
            ));
        }
        Ok(changes)
    }
}

fn short(text: Option<&str>) -> String {
    text.map_or_else(
        || "nothing".into(),
        |text| format!("“{}”", text.chars().take(60).collect::<String>()),
    )
}

fn merged(old: &[ExtraView], new: &[ExtraView], overwrites: bool) -> Vec<ExtraView> {
    let mut all = old.to_vec();
    for cell in new {
        match all.iter_mut().find(|kept| kept.name == cell.name) {
            Some(kept) if overwrites => kept.value.clone_from(&cell.value),
            Some(_) => {}
            None => all.push(cell.clone()),
        }
    }
    all
}

fn sighting_of(row: &Row) -> Sighting {
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
}

impl<'w, 'a> Writing<'w, 'a> {
    /// Makes the batch.
    pub fn begin(w: &'w mut Writer<'a>, id: BatchId, preview: &Preview) -> Result<Self> {
        let batch = w.add_batch(
            id,
            &NewBatch {
                file_name: &preview.source.name,
                sha256: preview.source.sha256,
                encoding: preview.source.encoding.name(),
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
        })
    }

    /// Writes one row.
    pub fn row(&mut self, target: Target, row: &Row) -> Result<()> {
        let account = match target {
            Target::New(number) => match self.new.get(number as usize).copied() {
                Some(account) => {
                    self.change(account, row, false)?;
                    account
                }
                None if self.new.len() == number as usize => {
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
            Target::Reborn(account) => {
                self.w.revive_account(account)?;
                let first = self.is_first(account);
                self.change(account, row, first)?;
                account
            }
            Target::Known(account) => {
                let first = self.is_first(account);
                self.change(account, row, first)?;
                account
            }
        };
        self.beside(account, row)
    }

    fn is_first(&mut self, account: i64) -> bool {
        !self.met.insert(account.unsigned_abs())
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

    fn change(&mut self, account: i64, row: &Row, overwrites: bool) -> Result<()> {
        let before = self.w.reading(|reader| Before::read(reader, account))?;
        for (field, old, new) in before.changes(row, overwrites)? {
            self.w
                .set_account(account, field, old.as_deref(), new.as_deref())?;
        }
        Ok(())
    }

    fn beside(&mut self, account: i64, row: &Row) -> Result<()> {
        self.w
            .add_sighting(account, &row.platform, &sighting_of(row), Some(self.batch))?;
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
        if let Some(text) = &row.note
            && !self
                .w
                .reading(|reader| note::is_known(reader, account, text))?
        {
            self.w.add_note(account, text, Some(self.batch))?;
        }
        Ok(())
    }

    /// Writes the counts; refused unless they add up.
    pub fn finish(self, counts: &ImportCounts) -> Result<()> {
        self.w.count_batch(self.batch, counts)
    }
}
