//! Officers, invitations and slots. The first version of the format already
//! holds any number of officers.

use super::{json, name_of, word};
use crate::slot::Written;
use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::case::{OfficerView, Role};
use breakwater_model::{Instant, InvitationId, OfficerId};
use rusqlite::{Connection, OptionalExtension, named_params};

/// The tables.
pub const CREATE: &str = "
CREATE TABLE officer (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('officer', 'supervisor', 'reader')),
  public_key TEXT NOT NULL,   -- OpenSSH line; also in the audit entry of the join
  joined_ms INTEGER NOT NULL,
  reads TEXT NOT NULL DEFAULT '[]',
  email TEXT,
  phone TEXT,
  badge TEXT
) STRICT;
CREATE TABLE invitation (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  number TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('officer', 'supervisor', 'reader')),
  slot TEXT NOT NULL,
  made_ms INTEGER NOT NULL,
  expires_ms INTEGER NOT NULL,
  used_by INTEGER REFERENCES officer (id)
) STRICT;
CREATE TABLE slot (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('officer', 'recovery', 'unit', 'invitation')),
  officer INTEGER REFERENCES officer (id),
  label TEXT NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  is_removed INTEGER NOT NULL DEFAULT 0
) STRICT;
";

const COLUMNS: &str =
    "uid, name, number, role, public_key, joined_ms, reads, email, phone, badge, id,
     (SELECT nullif(t.team, '') FROM officer_team t WHERE t.officer = officer.id ORDER BY t.from_ms DESC, t.id DESC LIMIT 1)";

fn view(row: &rusqlite::Row<'_>) -> rusqlite::Result<(i64, OfficerView)> {
    let view = OfficerView {
        id: OfficerId::from_bytes(row.get(0)?),
        name: row.get(1)?,
        number: row.get(2)?,
        role: word(row, 3)?,
        public_key: row.get(4)?,
        joined_at: Instant(row.get(5)?),
        reads: json(row, 6)?,
        email: row.get(7)?,
        phone: row.get(8)?,
        badge: row.get(9)?,
        team: row.get(11)?,
    };
    Ok((row.get(10)?, view))
}

/// The officer with this id, with the row.
pub fn by_id(db: &Connection, id: OfficerId) -> Result<Option<(i64, OfficerView)>> {
    Ok(db
        .prepare_cached(&format!("SELECT {COLUMNS} FROM officer WHERE uid = :uid"))?
        .query_row(named_params! { ":uid": id.bytes() }, view)
        .optional()?)
}

/// All officers, in the order they joined.
pub fn all(db: &Connection) -> Result<Vec<OfficerView>> {
    let mut statement = db.prepare_cached(&format!("SELECT {COLUMNS} FROM officer ORDER BY id"))?;
    let rows = statement.query_map([], view)?;
    rows.map(|row| Ok(row?.1)).collect()
}

/// A slot as case.db knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotRow {
    /// File name.
    pub name: String,
    /// `officer`, `recovery`, `unit`, `invitation`.
    pub kind: String,
    /// For whom, in words.
    pub label: String,
    /// SHA-256 of the file.
    pub sha256: [u8; 32],
}

/// Slots that should be on disk, by name.
pub fn slots(db: &Connection) -> Result<Vec<SlotRow>> {
    let mut statement = db.prepare_cached(
        "SELECT name, kind, label, sha256 FROM slot WHERE is_removed = 0 ORDER BY id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(SlotRow {
            name: row.get(0)?,
            kind: row.get(1)?,
            label: row.get(2)?,
            sha256: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// An invitation that can still be used.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Row.
    pub row: i64,
    /// The new officer's name.
    pub name: String,
    /// Their number.
    pub number: String,
    /// Their role.
    pub role: Role,
    /// Its slot.
    pub slot: String,
    /// When it ends.
    pub expires: Instant,
    /// True once somebody joined with it.
    pub is_used: bool,
}

/// The invitation with this id.
pub fn invitation(db: &Connection, id: InvitationId) -> Result<Option<Invitation>> {
    Ok(db
        .prepare_cached(
            "SELECT id, name, number, role, slot, expires_ms, used_by IS NOT NULL FROM invitation WHERE uid = :uid",
        )?
        .query_row(named_params! { ":uid": id.bytes() }, |row| {
            Ok(Invitation {
                row: row.get(0)?,
                name: row.get(1)?,
                number: row.get(2)?,
                role: word(row, 3)?,
                slot: row.get(4)?,
                expires: Instant(row.get(5)?),
                is_used: row.get(6)?,
            })
        })
        .optional()?)
}

/// The slot of an invitation that nobody used in time.
pub struct ExpiredSlot {
    /// Its file name.
    pub name: String,
    /// The invitation.
    pub invitation: InvitationId,
}

/// Slots of invitations that ended before `now` without being used.
pub fn expired_slots(db: &Connection, now: Instant) -> Result<Vec<ExpiredSlot>> {
    let mut statement = db.prepare_cached(
        "SELECT s.name, i.uid FROM invitation i JOIN slot s ON s.name = i.slot
         WHERE i.used_by IS NULL AND i.expires_ms < :now AND s.is_removed = 0 ORDER BY i.id",
    )?;
    let rows = statement.query_map(named_params! { ":now": now.0 }, |row| {
        Ok(ExpiredSlot {
            name: row.get(0)?,
            invitation: InvitationId::from_bytes(row.get(1)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Refuses a number that an officer of the case has.
pub fn refuse_taken(db: &Connection, number: &str) -> Result<()> {
    let taken: bool = db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM officer WHERE number = :number)")?
        .query_row(named_params! { ":number": number }, |row| row.get(0))?;
    if taken {
        return Err(Error::refused(
            "one-officer-one-number",
            format!("The number {number} belongs to another officer of this case."),
        ));
    }
    Ok(())
}

/// A new officer.
pub struct NewOfficer<'a> {
    /// The id, which their slot already holds.
    pub id: OfficerId,
    /// Name.
    pub name: &'a str,
    /// The unit's number.
    pub number: &'a str,
    /// Role.
    pub role: Role,
    /// OpenSSH public key line.
    pub public_key: &'a str,
}

impl Writer<'_> {
    /// Adds an officer; the number must be free.
    pub fn add_officer(&mut self, new: &NewOfficer<'_>) -> Result<i64> {
        refuse_taken(self.db(), new.number)?;
        self.db().execute(
            "INSERT INTO officer (uid, number, name, role, public_key, joined_ms)
             VALUES (:uid, :number, :name, :role, :public_key, :joined)",
            named_params! {
                ":uid": new.id.bytes(), ":number": new.number, ":name": new.name,
                ":role": name_of(&new.role), ":public_key": new.public_key, ":joined": self.now().0,
            },
        )?;
        let row = self.db().last_insert_rowid();
        self.subject(new.id.uuid());
        self.word("public_key", new.public_key);
        self.word("officer", &new.id.to_string());
        self.made(Record {
            kind: "officer",
            row,
            account: None,
        })?;
        Ok(row)
    }

    /// Changes one of the officer's own particulars: `email`, `phone`, `badge`, `reads`.
    pub fn set_officer(&mut self, field: &'static str, old: Option<&str>, new: &str) -> Result<()> {
        let sql = match field {
            "email" => "UPDATE officer SET email = :value WHERE id = :id",
            "phone" => "UPDATE officer SET phone = :value WHERE id = :id",
            "badge" => "UPDATE officer SET badge = :value WHERE id = :id",
            "reads" => "UPDATE officer SET reads = :value WHERE id = :id",
            _ => return Err(Error::Internal(format!("an officer has no {field}"))),
        };
        let row = self.officer();
        self.db()
            .execute(sql, named_params! { ":value": new, ":id": row })?;
        self.changed(
            Record {
                kind: "officer",
                row,
                account: None,
            },
            field,
            old,
            Some(new),
        )
    }

    /// Notes a slot that was written to disk.
    pub fn add_slot(
        &mut self,
        slot: &Written,
        kind: &str,
        officer: Option<i64>,
        label: &str,
    ) -> Result<()> {
        self.db().execute(
            "INSERT INTO slot (name, kind, officer, label, sha256) VALUES (:name, :kind, :officer, :label, :sha256)",
            named_params! {
                ":name": slot.name, ":kind": kind, ":officer": officer, ":label": label, ":sha256": slot.sha256,
            },
        )?;
        let row = self.db().last_insert_rowid();
        self.made(Record {
            kind: "slot",
            row,
            account: None,
        })
    }

    /// Notes that a slot is no longer to be on disk.
    pub fn remove_slot(&mut self, name: &str) -> Result<()> {
        self.db().execute(
            "UPDATE slot SET is_removed = 1 WHERE name = :name",
            named_params! { ":name": name },
        )?;
        let row = self.db().query_row(
            "SELECT id FROM slot WHERE name = :name",
            named_params! { ":name": name },
            |row| row.get(0),
        )?;
        self.changed(
            Record {
                kind: "slot",
                row,
                account: None,
            },
            "is_removed",
            Some("0"),
            Some("1"),
        )
    }

    /// Notes an invitation.
    pub fn add_invitation(&mut self, id: InvitationId, of: &Invitation) -> Result<()> {
        self.db().execute(
            "INSERT INTO invitation (uid, name, number, role, slot, made_ms, expires_ms)
             VALUES (:uid, :name, :number, :role, :slot, :made, :expires)",
            named_params! {
                ":uid": id.bytes(), ":name": of.name, ":number": of.number, ":role": name_of(&of.role),
                ":slot": of.slot, ":made": self.now().0, ":expires": of.expires.0,
            },
        )?;
        let row = self.db().last_insert_rowid();
        self.subject(id.uuid());
        self.made(Record {
            kind: "invitation",
            row,
            account: None,
        })
    }

    /// Notes who joined with an invitation; it cannot be used again.
    pub fn use_invitation(&mut self, row: i64, officer: i64) -> Result<()> {
        self.db().execute(
            "UPDATE invitation SET used_by = :officer WHERE id = :id AND used_by IS NULL",
            named_params! { ":officer": officer, ":id": row },
        )?;
        let record = Record {
            kind: "invitation",
            row,
            account: None,
        };
        self.changed(record, "used_by", None, Some(&officer.to_string()))
    }
}

/// The officer in this row.
pub fn by_row(db: &Connection, row: i64) -> Result<Option<OfficerView>> {
    Ok(db
        .prepare_cached(&format!("SELECT {COLUMNS} FROM officer WHERE id = :id"))?
        .query_row(named_params! { ":id": row }, view)
        .optional()?
        .map(|(_, view)| view))
}
