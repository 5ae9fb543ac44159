//! Exhibits: attached items, each on an object.

use super::{json, precision, world};
use crate::layout::hex;
use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::evidence::WarningTag;
use breakwater_model::{AccountId, ExhibitId, Instant, WorldTime};
use rusqlite::{Connection, OptionalExtension, named_params};
use sha2::{Digest, Sha256};

/// The table.
pub const CREATE: &str = "
CREATE TABLE exhibit (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  label TEXT NOT NULL UNIQUE,   -- the officer's number and a running one: 4417/14
  account INTEGER NOT NULL REFERENCES account (id),
  object INTEGER NOT NULL REFERENCES object (id),
  file_name TEXT NOT NULL,
  source_url TEXT,
  captured_ms INTEGER,
  captured_precision TEXT,
  captured_raw TEXT,
  captured_zone TEXT,
  method TEXT NOT NULL,
  warnings TEXT NOT NULL DEFAULT '[]',
  duplicate_of INTEGER REFERENCES exhibit (id),
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX exhibit_by_account ON exhibit (account);
CREATE INDEX exhibit_by_object ON exhibit (object);
CREATE INDEX exhibit_by_officer ON exhibit (officer);
";

/// An exhibit's columns with what stands beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exhibit {
    /// Row.
    pub row: i64,
    /// Id.
    pub id: ExhibitId,
    /// Number for people.
    pub label: String,
    /// Account row.
    pub account_row: i64,
    /// Account.
    pub account: AccountId,
    /// What the account is called.
    pub account_label: String,
    /// Object row.
    pub object: i64,
    /// File name.
    pub file_name: String,
    /// Where captured.
    pub source_url: Option<String>,
    /// When captured.
    pub captured: Option<WorldTime>,
    /// How captured.
    pub method: String,
    /// Warnings.
    pub warnings: Vec<WarningTag>,
    /// Number of the exhibit that first held the bytes.
    pub duplicate_of: Option<String>,
    /// Officer's number.
    pub officer: String,
    /// When attached.
    pub attached_at: Instant,
    /// SHA-256 of the object.
    pub sha256: [u8; 32],
    /// Bytes.
    pub size: u64,
    /// Media type.
    pub media_type: String,
    /// True while stopped.
    pub is_stopped: bool,
    /// True if a thumbnail is there that is not empty.
    pub has_thumbnail: bool,
}

/// The columns and joins of every reader here; a `WHERE` follows.
const SELECT: &str = "SELECT e.id, e.uid, e.label, e.account, a.uid, coalesce(s.label, ''), e.object, e.file_name,
    e.source_url, e.captured_ms, e.captured_precision, e.captured_raw, e.captured_zone, e.method, e.warnings,
    d.label, f.number, e.at_ms, o.sha256, o.size, o.media_type,
    EXISTS (SELECT 1 FROM stop WHERE object = e.object AND released_ms IS NULL),
    EXISTS (SELECT 1 FROM thumbnail t WHERE t.object = e.object AND length(t.bytes) > 0)
  FROM exhibit e LEFT JOIN merge g ON g.account = e.account AND g.is_retracted = 0
  JOIN account a ON a.id = coalesce(g.into_account, e.account) JOIN object o ON o.id = e.object
  JOIN officer f ON f.id = e.officer LEFT JOIN exhibit d ON d.id = e.duplicate_of
  LEFT JOIN account_state s ON s.account = a.id ";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Exhibit> {
    Ok(Exhibit {
        row: row.get(0)?,
        id: ExhibitId::from_bytes(row.get(1)?),
        label: row.get(2)?,
        account_row: row.get(3)?,
        account: AccountId::from_bytes(row.get(4)?),
        account_label: row.get(5)?,
        object: row.get(6)?,
        file_name: row.get(7)?,
        source_url: row.get(8)?,
        captured: world(row, 9)?,
        method: row.get(13)?,
        warnings: json(row, 14)?,
        duplicate_of: row.get(15)?,
        officer: row.get(16)?,
        attached_at: Instant(row.get(17)?),
        sha256: row.get(18)?,
        size: u64::try_from(row.get::<_, i64>(19)?).unwrap_or(0),
        media_type: row.get(20)?,
        is_stopped: row.get(21)?,
        has_thumbnail: row.get(22)?,
    })
}

/// The exhibit with this id.
pub fn by_id(db: &Connection, id: ExhibitId) -> Result<Exhibit> {
    db.prepare_cached(&format!(
        "{SELECT} WHERE e.uid = :uid AND e.is_retracted = 0"
    ))?
    .query_row(named_params! { ":uid": id.bytes() }, read)
    .optional()?
    .ok_or(Error::NotFound("exhibit"))
}

/// The exhibit with this number, such as 4417/14.
pub fn by_label(db: &Connection, label: &str) -> Result<Exhibit> {
    db.prepare_cached(&format!(
        "{SELECT} WHERE e.label = :label AND e.is_retracted = 0"
    ))?
    .query_row(named_params! { ":label": label }, read)
    .optional()?
    .ok_or(Error::NotFound("exhibit"))
}

/// Exhibits of an account, newest first.
pub fn of_account(db: &Connection, account: i64) -> Result<Vec<Exhibit>> {
    let mut statement = db.prepare_cached(&format!(
        "{SELECT} WHERE e.account = :account AND e.is_retracted = 0 ORDER BY e.id DESC"
    ))?;
    let rows = statement.query_map(named_params! { ":account": account }, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Exhibits that share an object, oldest first; retracted ones too.
pub fn of_object(db: &Connection, object: i64) -> Result<Vec<Exhibit>> {
    let mut statement =
        db.prepare_cached(&format!("{SELECT} WHERE e.object = :object ORDER BY e.id"))?;
    let rows = statement.query_map(named_params! { ":object": object }, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A window of all exhibits, newest first, with how many there are in all, and how many are left out: those of victims,
/// children and third parties, unless `with_kept_apart`.
pub fn window(
    db: &Connection,
    (search, with_kept_apart): (&str, bool),
    offset: u32,
    limit: u32,
) -> Result<(Vec<Exhibit>, u32, u32)> {
    const MATCHES: &str = "WHERE e.is_retracted = 0 AND (:search = '' OR instr(lower(e.label || ' ' || e.file_name || ' '
        || coalesce(e.source_url, '') || ' ' || coalesce(s.label, '') || ' ' || e.method), lower(:search)) > 0)";
    const SHOWN: &str =
        "AND (:with_apart OR s.role IS NULL OR s.role NOT IN ('victim', 'child', 'third-party'))";
    let count = |with_apart: bool| -> Result<u32> {
        Ok(db
            .prepare_cached(&format!(
                "SELECT count(*) FROM exhibit e LEFT JOIN merge g ON g.account = e.account AND g.is_retracted = 0
                 LEFT JOIN account_state s ON s.account = coalesce(g.into_account, e.account) {MATCHES} {SHOWN}"
            ))?
            .query_row(
                named_params! { ":search": search, ":with_apart": with_apart },
                |row| row.get(0),
            )?)
    };
    let total = count(with_kept_apart)?;
    let mut statement = db.prepare_cached(&format!(
        "{SELECT} {MATCHES} {SHOWN} ORDER BY e.id DESC LIMIT :limit OFFSET :offset"
    ))?;
    let rows = statement.query_map(
        named_params! {
            ":search": search, ":with_apart": with_kept_apart, ":limit": limit, ":offset": offset,
        },
        read,
    )?;
    Ok((
        rows.collect::<rusqlite::Result<_>>()?,
        total,
        count(true)? - total,
    ))
}

/// An exhibit to be written.
pub struct NewExhibit<'a> {
    /// Account row.
    pub account: i64,
    /// Object row.
    pub object: i64,
    /// File name.
    pub file_name: &'a str,
    /// Where captured.
    pub source_url: Option<&'a str>,
    /// When captured.
    pub captured: Option<&'a WorldTime>,
    /// How captured.
    pub method: &'a str,
    /// Warnings.
    pub warnings: &'a [WarningTag],
    /// Row of the exhibit that first held the bytes.
    pub duplicate_of: Option<i64>,
}

/// The audit word that ties an exhibit to its bytes, its account and its number.
pub const CONTENT: &str = "content";

/// SHA-256(exhibit id ‖ account id ‖ SHA-256 ‖ BLAKE3 ‖ label), hex. The ids keep it from telling which
/// bytes they are: the hash of a stopped exhibit does not stand in the log.
pub fn content(
    id: ExhibitId,
    account: AccountId,
    label: &str,
    sha256: &[u8; 32],
    blake3: &[u8; 32],
) -> String {
    hex(&Sha256::new()
        .chain_update(id.bytes())
        .chain_update(account.bytes())
        .chain_update(sha256)
        .chain_update(blake3)
        .chain_update(label)
        .finalize())
}

/// Numbers of the exhibits that are not what their audit entry says, retracted ones too; of an erased account nothing is
/// left to say it.
pub fn not_as_attached(db: &Connection) -> Result<Vec<String>> {
    let mut statement = db.prepare(
        "SELECT e.uid, a.uid, e.label, o.sha256, o.blake3,
           (SELECT t.text FROM change c JOIN audit_text t ON t.seq = c.seq AND t.name = :content
            WHERE c.account = e.account AND c.kind = 'exhibit' AND c.record = e.id AND c.field = '*')
         FROM exhibit e LEFT JOIN account a ON a.id = e.account LEFT JOIN object o ON o.id = e.object
         WHERE a.erasure IS NULL ORDER BY e.id",
    )?;
    let mut rows = statement.query(named_params! { ":content": CONTENT })?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let label: String = row.get(2)?;
        let said: Option<String> = row.get(5)?;
        let is = match (
            row.get(1)?,
            row.get::<_, Option<_>>(3)?,
            row.get::<_, Option<_>>(4)?,
        ) {
            (Some(account), Some(sha256), Some(blake3)) => Some(content(
                ExhibitId::from_bytes(row.get(0)?),
                AccountId::from_bytes(account),
                &label,
                &sha256,
                &blake3,
            )),
            _ => None,
        };
        if said.is_none() || said != is {
            found.push(label);
        }
    }
    Ok(found)
}

/// The entry of an exhibit that was attached and is no longer in the table.
pub fn vanished(db: &Connection) -> Result<Option<i64>> {
    Ok(db.query_row(
        "SELECT min(t.seq) FROM audit_text t WHERE t.name = :content AND NOT EXISTS (
               SELECT 1 FROM change c JOIN exhibit e ON e.id = c.record
               WHERE c.seq = t.seq AND c.kind = 'exhibit' AND c.field = '*')",
        named_params! { ":content": CONTENT },
        |row| row.get(0),
    )?)
}

impl Writer<'_> {
    /// Adds an exhibit and numbers it.
    pub fn add_exhibit(&mut self, new: &NewExhibit<'_>) -> Result<ExhibitId> {
        let id = ExhibitId::from_uuid(self.uuid());
        let label = self.next_label()?;
        let (account, sha256, blake3): (AccountId, [u8; 32], [u8; 32]) = self.db().query_row(
            "SELECT a.uid, o.sha256, o.blake3 FROM account a, object o WHERE a.id = :account AND o.id = :object",
            named_params! { ":account": new.account, ":object": new.object },
            |row| Ok((AccountId::from_bytes(row.get(0)?), row.get(1)?, row.get(2)?)),
        )?;
        let captured = new.captured;
        self.db()
            .prepare_cached(
                "INSERT INTO exhibit (uid, label, account, object, file_name, source_url, captured_ms,
                   captured_precision, captured_raw, captured_zone, method, warnings, duplicate_of, officer, at_ms)
                 VALUES (:uid, :label, :account, :object, :file, :url, :captured, :precision, :raw, :zone, :method,
                   :warnings, :duplicate, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": id.bytes(), ":label": label, ":account": new.account, ":object": new.object,
                ":file": new.file_name, ":url": new.source_url, ":captured": captured.map(|t| t.at.0),
                ":precision": captured.map(|t| precision(t.precision)),
                ":raw": captured.and_then(|t| t.raw.as_deref()),
                ":zone": captured.and_then(|t| t.zone.as_deref()), ":method": new.method,
                ":warnings": serde_json::to_string(new.warnings)?, ":duplicate": new.duplicate_of,
                ":officer": self.officer(), ":at": self.now().0,
            })?;
        let row = self.db().last_insert_rowid();
        self.subject(id.uuid());
        self.word(CONTENT, &content(id, account, &label, &sha256, &blake3));
        self.made(Record {
            kind: "exhibit",
            row,
            account: Some(new.account),
        })?;
        Ok(id)
    }

    /// The officer's number and the one after their last; numbers are never given twice.
    fn next_label(&self) -> Result<String> {
        let last: Option<String> = self
            .db()
            .prepare_cached(
                "SELECT label FROM exhibit WHERE officer = :officer ORDER BY id DESC LIMIT 1",
            )?
            .query_row(named_params! { ":officer": self.officer() }, |row| {
                row.get(0)
            })
            .optional()?;
        let last: u64 = match &last {
            None => 0,
            Some(label) => label
                .rsplit_once('/')
                .and_then(|(_, number)| number.parse().ok())
                .ok_or_else(|| Error::Damaged("an exhibit's number cannot be read".into()))?,
        };
        Ok(format!("{}/{}", self.officer.view.number, last + 1))
    }

    /// Sets the warnings of an exhibit.
    pub fn set_warnings(&mut self, exhibit: &Exhibit, warnings: &[WarningTag]) -> Result<()> {
        let old = serde_json::to_string(&exhibit.warnings)?;
        let new = serde_json::to_string(warnings)?;
        self.db().execute(
            "UPDATE exhibit SET warnings = :warnings WHERE id = :id",
            named_params! { ":warnings": new, ":id": exhibit.row },
        )?;
        let record = Record {
            kind: "exhibit",
            row: exhibit.row,
            account: Some(exhibit.account_row),
        };
        self.changed(record, "warnings", Some(&old), Some(&new))
    }
}
