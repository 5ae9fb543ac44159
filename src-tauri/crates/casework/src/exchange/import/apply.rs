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
use breakwater_model::import::{FieldChangeView, ImportCounts};
use breakwater_model::platform::Platform;
use breakwater_model::{AccountId, BatchId, PostId};

/// An account as it stands before a row.
#[derive(Default)]
pub struct Before {
    /// Its row; none for an account this file makes.
    account: Option<i64>,
    fields: [Option<String>; 6],
    extra: Vec<ExtraView>,
}

type FieldChange = (AccountField, Option<String>, Option<String>);

/// The fields of [`Before`], in order.
const FIELDS: [AccountField; 6] = [
    AccountField::DisplayName,
    AccountField::Bio,
    AccountField::Language,
    AccountField::Followers,
    AccountField::FlaggedReason,
    AccountField::Source,
];

const fn fields_of(row: &Row) -> [&Option<String>; 6] {
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
    pub fn read(reader: &Reader<'_>, row: i64) -> Result<Self> {
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
        })
    }

    /// What the row fills, changes and adds, field by field. A further row of the same file only fills what is empty.
    pub fn told(
        &self,
        reader: &Reader<'_>,
        row: &Row,
        overwrites: bool,
    ) -> Result<Vec<FieldChangeView>> {
        let told = |field: &str, old: Option<String>, new: Option<String>| FieldChangeView {
            field: field.to_owned(),
            column: None,
            old,
            new,
        };
        let mut all: Vec<FieldChangeView> = self
            .changed(row, overwrites)
            .map(|(field, old, new)| told(field.name(), old.clone(), new.clone()))
            .collect();
        for cell in merged(&self.extra, &row.extra, overwrites) {
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
            all.extend(
                row.note
                    .iter()
                    .map(|note| told("note", None, Some(note.clone()))),
            );
            return Ok(all);
        };
        if !sighting::is_known(reader, account, &row.platform, &sighting_of(row))? {
            all.push(told("sighting", None, Some(row.label())));
        }
        if let Some(cells) = &row.post
            && !post::is_known(reader, account, cells.key.as_deref(), &cells.text)?
        {
            let new = cells.url.clone().unwrap_or_else(|| cells.text.clone());
            all.push(told("post", None, Some(new)));
        }
        if let Some(text) = &row.note
            && !note::is_known(reader, account, text)?
        {
            all.push(told("note", None, Some(text.clone())));
        }
        Ok(all)
    }

    /// The account after the row.
    pub fn apply(&mut self, row: &Row, overwrites: bool) {
        for (kept, new) in self.fields.iter_mut().zip(fields_of(row)) {
            if new.is_some() && (overwrites || kept.is_none()) {
                kept.clone_from(new);
            }
        }
        self.extra = merged(&self.extra, &row.extra, overwrites);
    }

    fn changed<'a>(
        &'a self,
        row: &'a Row,
        overwrites: bool,
    ) -> impl Iterator<Item = (AccountField, &'a Option<String>, &'a Option<String>)> {
        FIELDS
            .into_iter()
            .zip(&self.fields)
            .zip(fields_of(row))
            .map(|((field, old), new)| (field, old, new))
            .filter(move |(_, old, new)| {
                new.is_some() && old != new && (overwrites || old.is_none())
            })
    }

    /// Fields the row changes, as they are written.
    fn changes(&self, row: &Row, overwrites: bool) -> Result<Vec<FieldChange>> {
        let mut changes: Vec<FieldChange> = self
            .changed(row, overwrites)
            .map(|(field, old, new)| (field, old.clone(), new.clone()))
            .collect();
        let extra = merged(&self.extra, &row.extra, overwrites);
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
