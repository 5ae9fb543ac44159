//! Writing referrals and their items, and the fields an edit may name.

use super::referral::{Item, Referral};
use super::{name_of, precision};
use crate::Result;
use crate::writer::{Record, Writer};
use breakwater_model::WorldTime;
use rusqlite::named_params;

/// Fields of a referral that an edit may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferralField {
    /// Title line.
    Title,
    /// Code of the platform's rule.
    Policy,
    /// Code of the law.
    Law,
    /// Route.
    Route,
    /// Summary.
    Summary,
    /// The unit's name it is from.
    Sender,
    /// Who gave the good-faith statement.
    GoodFaith,
    /// Whether the user may be told.
    TellUser,
    /// Why.
    TellUserReason,
    /// Elements of the offence.
    LawElements,
    /// Reach of the law.
    LawReach,
    /// Defences considered.
    LawDefence,
    /// Who decided that the law is met.
    LawDecidedBy,
}

impl ReferralField {
    const fn sql(self) -> (&'static str, &'static str) {
        match self {
            Self::Title => (
                "title",
                "UPDATE referral SET title = :value, changed_ms = :at WHERE id = :id",
            ),
            Self::Policy => (
                "policy",
                "UPDATE referral SET policy = :value, changed_ms = :at WHERE id = :id",
            ),
            Self::Law => (
                "law",
                "UPDATE referral SET law = :value, changed_ms = :at WHERE id = :id",
            ),
            Self::Route => (
                "route",
                "UPDATE referral SET route = :value, changed_ms = :at WHERE id = :id",
            ),
            Self::Summary => (
                "summary",
                "UPDATE referral SET summary = :value, changed_ms = :at WHERE id = :id",
            ),
            Self::Sender => (
                "sender",
                "UPDATE referral SET sender = :value, changed_ms = :at WHERE id = :id",
            ),
            Self::GoodFaith => (
                "good_faith",
                "UPDATE referral SET good_faith = :value, changed_ms = :at WHERE id = :id",
            ),
            Self::TellUser => (
                "tell_user",
                "UPDATE referral SET tell_user = :value, changed_ms = :at WHERE id = :id",
            ),
            Self::TellUserReason => (
                "tell_user_reason",
                "UPDATE referral SET tell_user_reason = :value, changed_ms = :at WHERE id = :id",
            ),
            Self::LawElements => (
                "law_elements",
                "UPDATE referral SET law_elements = :value, changed_ms = :at WHERE id = :id",
            ),
            Self::LawReach => (
                "law_reach",
                "UPDATE referral SET law_reach = :value, changed_ms = :at WHERE id = :id",
            ),
            Self::LawDefence => (
                "law_defence",
                "UPDATE referral SET law_defence = :value, changed_ms = :at WHERE id = :id",
            ),
            Self::LawDecidedBy => (
                "law_decided_by",
                "UPDATE referral SET law_decided_by = :value, changed_ms = :at WHERE id = :id",
            ),
        }
    }
}

/// Fields of an item that an edit may name. `seen_live` is set apart, as a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemField {
    /// Why.
    Why,
    /// Words.
    Words,
    /// Place inside.
    Place,
    /// Translation.
    Translation,
    /// By whom.
    TranslationBy,
    /// Exhibits, JSON.
    Exhibits,
    /// Address.
    Address,
    /// The one form of the address.
    Canonical,
}

impl ItemField {
    const fn sql(self) -> (&'static str, &'static str) {
        match self {
            Self::Why => (
                "why",
                "UPDATE referral_item SET why = :value WHERE id = :id",
            ),
            Self::Words => (
                "words",
                "UPDATE referral_item SET words = :value WHERE id = :id",
            ),
            Self::Place => (
                "place",
                "UPDATE referral_item SET place = :value WHERE id = :id",
            ),
            Self::Translation => (
                "translation",
                "UPDATE referral_item SET translation = :value WHERE id = :id",
            ),
            Self::TranslationBy => (
                "translation_by",
                "UPDATE referral_item SET translation_by = :value WHERE id = :id",
            ),
            Self::Exhibits => (
                "exhibits",
                "UPDATE referral_item SET exhibits = :value WHERE id = :id",
            ),
            Self::Address => (
                "address",
                "UPDATE referral_item SET address = :value WHERE id = :id",
            ),
            Self::Canonical => (
                "canonical",
                "UPDATE referral_item SET canonical = :value WHERE id = :id",
            ),
        }
    }
}

impl Writer<'_> {
    /// Makes a draft and gives its row.
    pub fn add_referral(&mut self, new: &Referral) -> Result<i64> {
        self.db().execute(
            "INSERT INTO referral (uid, number, outside_reference, platform, title, policy, law, route, summary, sender,
               officer, created_ms, changed_ms)
             VALUES (:uid, (SELECT coalesce(max(number), 0) + 1 FROM referral), :reference, :platform, :title, :policy,
               :law, :route, :summary, :sender, :officer, :at, :at)",
            named_params! {
                ":uid": new.id.bytes(), ":reference": new.outside_reference, ":platform": new.platform.as_str(),
                ":title": new.title, ":policy": new.policy, ":law": new.law, ":route": name_of(&new.route),
                ":summary": new.summary, ":sender": new.sender, ":officer": self.officer(), ":at": self.now().0,
            },
        )?;
        let row = self.db().last_insert_rowid();
        self.subject(new.id.uuid());
        self.made(Record {
            kind: "referral",
            row,
            account: None,
        })?;
        Ok(row)
    }

    /// Adds an item. The assessment must exist: the database refuses an item without one.
    pub fn add_item(&mut self, referral: i64, item: &Item, post: Option<i64>) -> Result<()> {
        let (handle, live) = (item.handle_seen.as_ref(), item.seen_live.as_ref());
        self.db()
            .prepare_cached(
                "INSERT INTO referral_item (uid, referral, account, unit, post, assessment, address, canonical, platform_id, handle,
                   handle_ms, handle_precision, handle_raw, handle_zone, live_ms, live_precision, live_raw, live_zone,
                   place, words, translation, translation_by, why, exhibits)
                 VALUES (:uid, :referral, :account, :unit, :post, (SELECT id FROM assessment WHERE uid = :assessment),
                   :address, :canonical, :platform_id, :handle, :handle_ms, :handle_precision, :handle_raw, :handle_zone,
                   :live_ms, :live_precision, :live_raw, :live_zone, :place, :words, :translation, :translation_by,
                   :why, :exhibits)",
            )?
            .execute(named_params! {
                ":uid": item.id.bytes(), ":referral": referral, ":account": item.account_row,
                ":unit": name_of(&item.unit), ":post": post, ":assessment": item.assessment.bytes(),
                ":address": item.address, ":canonical": item.canonical, ":platform_id": item.platform_id, ":handle": item.handle,
                ":handle_ms": handle.map(|t| t.at.0), ":handle_precision": handle.map(|t| precision(t.precision)),
                ":handle_raw": handle.and_then(|t| t.raw.as_deref()),
                ":handle_zone": handle.and_then(|t| t.zone.as_deref()),
                ":live_ms": live.map(|t| t.at.0), ":live_precision": live.map(|t| precision(t.precision)),
                ":live_raw": live.and_then(|t| t.raw.as_deref()), ":live_zone": live.and_then(|t| t.zone.as_deref()),
                ":place": item.place, ":words": item.words, ":translation": item.translation,
                ":translation_by": item.translation_by, ":why": item.why,
                ":exhibits": serde_json::to_string(&item.exhibits)?,
            })?;
        let row = self.db().last_insert_rowid();
        self.subject(item.account.uuid());
        self.made(Record {
            kind: "referral_item",
            row,
            account: Some(item.account_row),
        })
    }

    /// Changes a field of a draft.
    pub fn set_referral(
        &mut self,
        row: i64,
        field: ReferralField,
        old: Option<&str>,
        new: Option<&str>,
    ) -> Result<()> {
        let (name, sql) = field.sql();
        self.db().execute(
            sql,
            named_params! { ":value": new, ":at": self.now().0, ":id": row },
        )?;
        self.changed(
            Record {
                kind: "referral",
                row,
                account: None,
            },
            name,
            old,
            new,
        )
    }

    /// Changes a field of an item.
    pub fn set_item(
        &mut self,
        referral: i64,
        item: &Item,
        field: ItemField,
        old: Option<&str>,
        new: Option<&str>,
    ) -> Result<()> {
        let (name, sql) = field.sql();
        self.db()
            .execute(sql, named_params! { ":value": new, ":id": item.row })?;
        self.stamp_referral(referral)?;
        self.changed(
            Record {
                kind: "referral_item",
                row: item.row,
                account: Some(item.account_row),
            },
            name,
            old,
            new,
        )
    }

    /// Sets when an item was last seen live.
    pub fn set_item_live(
        &mut self,
        referral: i64,
        item: &Item,
        live: Option<&WorldTime>,
    ) -> Result<()> {
        self.db().execute(
            "UPDATE referral_item SET live_ms = :ms, live_precision = :precision, live_raw = :raw, live_zone = :zone
             WHERE id = :id",
            named_params! {
                ":ms": live.map(|t| t.at.0), ":precision": live.map(|t| precision(t.precision)),
                ":raw": live.and_then(|t| t.raw.as_deref()), ":zone": live.and_then(|t| t.zone.as_deref()),
                ":id": item.row,
            },
        )?;
        self.stamp_referral(referral)?;
        let old = item.seen_live.as_ref().map(|t| t.at.to_string());
        let new = live.map(|t| t.at.to_string());
        let record = Record {
            kind: "referral_item",
            row: item.row,
            account: Some(item.account_row),
        };
        self.changed(record, "live_ms", old.as_deref(), new.as_deref())
    }

    fn stamp_referral(&self, row: i64) -> Result<()> {
        self.db().execute(
            "UPDATE referral SET changed_ms = :at WHERE id = :id",
            named_params! { ":at": self.now().0, ":id": row },
        )?;
        Ok(())
    }
}
