//! Writing what becomes of a draft: each step adds a row or moves a state, and none changes a version.

use super::approval::{Asked, By};
use super::{name_of, precision};
use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::referral::{ReferralFormat, ReferralState};
use rusqlite::named_params;

impl Writer<'_> {
    /// Moves a referral from one state to the next.
    ///
    /// # Errors
    /// [`Error::Internal`] if it does not stand where the caller thinks.
    pub fn move_referral(
        &mut self,
        row: i64,
        from: ReferralState,
        to: ReferralState,
    ) -> Result<()> {
        let (from, to) = (name_of(&from), name_of(&to));
        let moved = self
            .db()
            .prepare_cached(
                "UPDATE referral SET state = :to, changed_ms = :at WHERE id = :id AND state = :from",
            )?
            .execute(named_params! { ":to": to, ":from": from, ":at": self.now().0, ":id": row })?;
        if moved != 1 {
            return Err(Error::Internal(format!("the referral is not {from}")));
        }
        self.changed(of_referral(row), "state", Some(&from), Some(&to))?;
        let accounts: Vec<i64> = self
            .db()
            .prepare_cached("SELECT account FROM referral_item WHERE referral = :id")?
            .query_map(named_params! { ":id": row }, |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for account in accounts {
            self.touch(account);
        }
        Ok(())
    }

    /// Freezes what an officer submitted and gives the version's row.
    pub fn add_version(
        &mut self,
        referral: i64,
        (json, sha256): (&str, &[u8; 32]),
        marking: &str,
        officer: i64,
    ) -> Result<i64> {
        let uid = self.uuid();
        self.db().execute(
            "INSERT INTO referral_version (uid, referral, number, json, sha256, marking, officer, at_ms)
             VALUES (:uid, :referral,
               (SELECT coalesce(max(number), 0) + 1 FROM referral_version WHERE referral = :referral),
               :json, :sha256, :marking, :officer, :at)",
            named_params! {
                ":uid": uid.as_bytes(), ":referral": referral, ":json": json, ":sha256": sha256,
                ":marking": marking, ":officer": officer, ":at": self.now().0,
            },
        )?;
        self.made_beside("referral_version")
    }

    /// Notes a sealed output whose object is durable.
    pub fn add_sealed(
        &mut self,
        version: i64,
        format: ReferralFormat,
        object: i64,
        pages: Option<u32>,
    ) -> Result<()> {
        self.db().execute(
            "INSERT INTO sealed_output (version, format, object, pages) VALUES (:version, :format, :object, :pages)",
            named_params! {
                ":version": version, ":format": name_of(&format), ":object": object, ":pages": pages,
            },
        )?;
        self.made_beside("sealed_output").map(drop)
    }

    /// Notes that whoever is here opened an item of a version.
    pub fn add_opening(&mut self, version: i64, item: i64) -> Result<()> {
        self.db().execute(
            "INSERT OR IGNORE INTO item_opening (version, item, officer, at_ms) VALUES (:version, :item, :officer, :at)",
            named_params! {
                ":version": version, ":item": item, ":officer": self.officer(), ":at": self.now().0,
            },
        )?;
        Ok(())
    }

    /// Adds a signed approval.
    pub fn add_approval(
        &mut self,
        version: i64,
        by: By,
        manifest: &str,
        signature: &str,
    ) -> Result<()> {
        let uid = self.uuid();
        let (officer, colleague) = match by {
            By::Officer(row) => (Some(row), None),
            By::Colleague(row) => (None, Some(row)),
        };
        self.db().execute(
            "INSERT INTO approval (uid, version, officer, colleague, manifest, signature, at_ms)
             VALUES (:uid, :version, :officer, :colleague, :manifest, :signature, :at)",
            named_params! {
                ":uid": uid.as_bytes(), ":version": version, ":officer": officer, ":colleague": colleague,
                ":manifest": manifest, ":signature": signature, ":at": self.now().0,
            },
        )?;
        self.made_beside("approval").map(drop)
    }

    /// Voids every approval of a referral; true if one stood.
    pub fn void_approvals(&mut self, referral: i64) -> Result<bool> {
        let standing: Vec<i64> = self
            .db()
            .prepare_cached(
                "SELECT a.id FROM approval a JOIN referral_version v ON v.id = a.version
                 WHERE v.referral = :referral AND a.is_void = 0",
            )?
            .query_map(named_params! { ":referral": referral }, |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for row in &standing {
            self.db().execute(
                "UPDATE approval SET is_void = 1 WHERE id = :id",
                named_params! { ":id": row },
            )?;
            let record = Record {
                kind: "approval",
                row: *row,
                account: None,
            };
            self.changed(record, "is_void", Some("0"), Some("1"))?;
        }
        Ok(!standing.is_empty())
    }

    /// Notes why a version was returned.
    pub fn add_return(&mut self, version: i64, reason: &str) -> Result<()> {
        let uid = self.uuid();
        self.db().execute(
            "INSERT INTO referral_return (uid, version, officer, reason, at_ms)
             VALUES (:uid, :version, :officer, :reason, :at)",
            named_params! {
                ":uid": uid.as_bytes(), ":version": version, ":officer": self.officer(), ":reason": reason,
                ":at": self.now().0,
            },
        )?;
        self.made_beside("referral_return").map(drop)
    }

    /// Notes what a desk answered.
    pub fn add_asked(&mut self, referral: i64, asked: &Asked) -> Result<()> {
        let uid = self.uuid();
        self.db().execute(
            "INSERT INTO ask_first (uid, referral, item, desk, answer, reference, asked_ms, asked_precision, asked_raw,
               asked_zone, officer, at_ms)
             VALUES (:uid, :referral, :item, :desk, :answer, :reference, :asked, :precision, :raw, :zone, :officer, :at)",
            named_params! {
                ":uid": uid.as_bytes(), ":referral": referral, ":item": asked.item, ":desk": asked.desk,
                ":answer": name_of(&asked.answer), ":reference": asked.reference, ":asked": asked.asked.at.0,
                ":precision": precision(asked.asked.precision), ":raw": asked.asked.raw,
                ":zone": asked.asked.zone, ":officer": self.officer(), ":at": self.now().0,
            },
        )?;
        self.made_beside("ask_first").map(drop)
    }

    fn made_beside(&mut self, kind: &'static str) -> Result<i64> {
        let row = self.db().last_insert_rowid();
        self.made(Record {
            kind,
            row,
            account: None,
        })?;
        Ok(row)
    }
}

const fn of_referral(row: i64) -> Record {
    Record {
        kind: "referral",
        row,
        account: None,
    }
}
