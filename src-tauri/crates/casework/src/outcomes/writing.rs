//! Writing what the rows of an outcomes file do.

use super::item::{Adds, Item, Place};
use super::plan::{Plan, Step};
use super::row::Outcome;
use super::stand::stand_after;
use crate::exchange::import::memory::Packed;
use crate::exchange::import::resolve::Target;
use crate::{Error, Progress, Result};
use breakwater_casefile::Writer;
use breakwater_casefile::table::account::AccountFacts;
use breakwater_casefile::table::past::{FileEvent, NewPastItem, Of};
use breakwater_casefile::table::sighting::Sighting;
use breakwater_model::AccountId;
use breakwater_model::platform::Platform;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What an account is said to come from that only imported history names.
const SOURCE: &str = "imported history";
/// Rows between two reports of progress.
const STEP: u64 = 500;

/// A batch that is being written.
pub struct Writing<'p, 'w, 'a> {
    w: &'w mut Writer<'a>,
    batch: i64,
    plan: &'p Plan,
    accounts: HashMap<Packed, i64>,
    items: HashMap<usize, Of>,
    referrals: BTreeSet<i64>,
}

impl<'p, 'w, 'a> Writing<'p, 'w, 'a> {
    /// A batch whose rows do what the plan says.
    pub fn of(w: &'w mut Writer<'a>, batch: i64, plan: &'p Plan) -> Self {
        Self {
            w,
            batch,
            plan,
            accounts: HashMap::new(),
            items: HashMap::new(),
            referrals: BTreeSet::new(),
        }
    }

    /// Writes all rows and counts them.
    ///
    /// # Errors
    /// Cancelled.
    pub fn all(
        mut self,
        rows: &[std::result::Result<Outcome, String>],
        progress: &dyn Progress,
    ) -> Result<()> {
        let plan = self.plan;
        let total = u64::try_from(plan.steps.len()).ok();
        for (number, (step, row)) in (0u64..).zip(plan.steps.iter().zip(rows)) {
            if number.is_multiple_of(STEP) {
                progress.step(number, total, "rows");
                if progress.is_cancelled() {
                    return Err(Error::Cancelled);
                }
            }
            if let (
                Step::Land {
                    item, adds, adopts, ..
                },
                Ok(outcome),
            ) = (step, row)
            {
                self.row(*item, adds, *adopts, outcome)?;
            }
        }
        let referrals: Vec<i64> = self.referrals.iter().copied().collect();
        stand_after(self.w, &referrals)?;
        self.w.count_batch(self.batch, &plan.counts)
    }

    fn row(&mut self, at: usize, adds: &[Adds], adopts: bool, outcome: &Outcome) -> Result<()> {
        let plan = self.plan;
        let item = plan
            .items
            .get(at)
            .ok_or_else(|| Error::Internal("a row lands on no item".into()))?;
        let account = self.account(item.target, outcome)?;
        if adopts || !matches!(item.target, Target::Known(_)) {
            self.see(account, outcome)?;
        }
        let of = self.item(at, item, account, outcome)?;
        for add in adds {
            self.event(of, account, add)?;
        }
        Ok(())
    }

    fn account(&mut self, target: Target, outcome: &Outcome) -> Result<i64> {
        let packed = Packed::from(target);
        if let Some(row) = self.accounts.get(&packed) {
            return Ok(*row);
        }
        let row = match target {
            Target::Known(row) => row,
            Target::Reborn(row) => {
                self.w.revive_account(row)?;
                row
            }
            Target::New(_) => {
                let facts = AccountFacts {
                    row: 0,
                    id: AccountId::from_uuid(self.w.uuid()),
                    platform: Platform(outcome.row.platform.clone()),
                    unit: outcome.row.unit,
                    display_name: None,
                    bio: None,
                    language: None,
                    followers: None,
                    flagged_reason: None,
                    source: Some(SOURCE.into()),
                    extra: Vec::new(),
                    imported_at: self.w.now(),
                };
                self.w.add_account(&facts, Some(self.batch))?
            }
        };
        self.accounts.insert(packed, row);
        Ok(row)
    }

    fn see(&mut self, account: i64, outcome: &Outcome) -> Result<()> {
        let row = &outcome.row;
        let seen = Sighting {
            written: row.written.clone(),
            folded: row.folded.clone(),
            platform_id: row.platform_id.clone(),
            url: row.url.clone(),
            canonical_url: row.canonical_url.clone(),
            seen: row.seen.clone(),
            is_assumed: row.is_assumed,
            source: SOURCE.into(),
        };
        self.w
            .add_sighting(account, &row.platform, &seen, Some(self.batch))?;
        Ok(())
    }

    fn item(&mut self, at: usize, item: &Item, account: i64, outcome: &Outcome) -> Result<Of> {
        if let Some(of) = self.items.get(&at) {
            return Ok(*of);
        }
        let of = match &item.place {
            Place::Sent(sent) => {
                self.referrals.insert(sent.referral);
                Of::Sent(sent.row)
            }
            Place::Past(row) => Of::Past(*row),
            Place::Gone(row) => {
                self.w.revive_past_item(*row, account)?;
                Of::Past(*row)
            }
            Place::New => {
                let new = NewPastItem {
                    account,
                    unit: item.unit,
                    post: &item.post,
                    identity: &item.identity,
                    reference: &outcome.reference,
                    written: &outcome.written,
                };
                Of::Past(self.w.add_past_item(self.batch, &new)?)
            }
        };
        self.items.insert(at, of);
        Ok(of)
    }

    fn event(&mut self, of: Of, account: i64, add: &Adds) -> Result<()> {
        let words = [("reason", &add.reason), ("written", &add.wording)];
        let detail: BTreeMap<&str, &String> = words
            .into_iter()
            .filter(|(_, words)| !words.is_empty())
            .collect();
        let detail = serde_json::to_string(&detail)?;
        self.w.add_file_event(
            self.batch,
            &FileEvent {
                kind: add.kind,
                account,
                of,
                value: &add.value,
                happened: &add.happened,
                detail: &detail,
            },
        )?;
        Ok(())
    }
}
