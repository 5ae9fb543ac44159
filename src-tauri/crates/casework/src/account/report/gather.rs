//! Gathering what is held of one account, in one state of the case.

use crate::account::{read, watch};
use crate::audit::words;
use crate::case::describe;
use crate::referral::{self, letter};
use crate::review::promise;
use crate::{Result, Session};
use breakwater_casefile::table::{
    account, declaration, merge, observed, role, sighting, succession,
};
use breakwater_casefile::{Reader, audit_log, query, subject};
use breakwater_model::account::AccountView;
use breakwater_model::account_report::{
    AccountReport, LeftOutView, ReportChange, ReportDeclaration, ReportLetter, ReportLook,
    ReportReferral, ReportSighting, ReportSuccession,
};
use breakwater_model::assessment::AssessmentDraft;
use breakwater_model::checks::LookView;
use breakwater_model::letter::LetterView;
use breakwater_model::referral::ReferralView;
use breakwater_model::{AccountId, Instant};
use std::collections::BTreeSet;

const FORM: u32 = 1;

/// Everything, for this recipient and purpose.
pub(super) fn everything(
    session: &Session,
    id: AccountId,
    (recipient, purpose): (&str, &str),
) -> Result<AccountReport> {
    let (marking, _, case_reference) = describe::heading(session)?;
    let mut left_out = Vec::new();
    let account = told(read::read(session, id)?, &mut left_out);
    let rows = session.read(|reader| {
        let row = account::row(reader, id)?;
        merge::group(reader, row)
    })?;
    let mut report = AccountReport {
        form: FORM,
        marking: marking.as_str().to_owned(),
        case_reference,
        at: session.host().now(),
        by: session.officer().view.number.clone(),
        recipient: recipient.to_owned(),
        purpose: purpose.to_owned(),
        visits: watch::visits(session, id)?,
        promises: Vec::new(),
        referrals: referrals(session, &rows)?,
        account,
        sightings: Vec::new(),
        checks: Vec::new(),
        second_reviews: Vec::new(),
        past: Vec::new(),
        declarations: Vec::new(),
        successions: Vec::new(),
        changes: Vec::new(),
        looks: Vec::new(),
        left_out: Vec::new(),
    };
    session.snapshot(|reader| {
        for row in &rows {
            of_row(reader, *row, &mut report)?;
        }
        report
            .changes
            .sort_by_key(|one| std::cmp::Reverse(one.entry));
        report.looks.sort_by_key(|one| std::cmp::Reverse(one.entry));
        report.looks.dedup();
        let mut others = Others::new(session, reader, &rows)?;
        of_others(reader, &rows, &mut others, &mut report)?;
        left_out.extend(others.left_out());
        Ok(())
    })?;
    for row in &rows {
        let id = session.read(|reader| account::id(reader, *row))?;
        report.promises.extend(promise::of_account(session, id)?);
    }
    report.left_out = left_out;
    Ok(report)
}

/// The account without what is an officer's own screen state; its history is told whole beside it.
fn told(mut view: AccountView, left_out: &mut Vec<LeftOutView>) -> AccountView {
    view.draft = AssessmentDraft::default();
    view.history = Vec::new();
    // The report lists it of every record.
    view.past = Vec::new();
    for merged in &mut view.merged {
        merged.history = Vec::new();
    }
    let merged = view.merged.iter().flat_map(|one| &one.exhibits);
    let all: Vec<_> = view.exhibits.iter().chain(merged).collect();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut leave = |what: &str, n: usize, why: &str| {
        if n > 0 {
            left_out.push(LeftOutView {
                what: what.to_owned(),
                count: count(n),
                why: why.to_owned(),
            });
        }
    };
    leave(
        "the exhibits themselves",
        all.len(),
        "each stands here with its hash; the file is given out by its own, logged step",
    );
    let stopped = all.iter().filter(|one| one.is_stopped).count();
    leave(
        "hashes of exhibits stopped as illegal images",
        stopped,
        "what is stopped leaves by no path",
    );
    let blank = |exhibits: &mut Vec<breakwater_model::evidence::ExhibitView>| {
        for one in exhibits.iter_mut().filter(|one| one.is_stopped) {
            one.sha256 = None;
        }
    };
    blank(&mut view.exhibits);
    for merged in &mut view.merged {
        blank(&mut merged.exhibits);
    }
    view
}

/// What is held of one record: of the account, or of one merged into it.
fn of_row(reader: &Reader<'_>, row: i64, report: &mut AccountReport) -> Result<()> {
    let id = account::id(reader, row)?;
    let seen = sighting::of_account(reader, row)?.into_iter();
    report.sightings.extend(seen.map(|one| ReportSighting {
        seen: one.seen,
        is_assumed: one.is_assumed,
        handle: one.written,
        platform_id: one.platform_id,
        url: one.url,
        source: one.source,
    }));
    let looks = observed::of_account(reader, row)?.into_iter();
    report.checks.extend(looks.map(|look| LookView {
        observed: look.observed,
        method: look.method,
        at: look.at,
        is_shown: look.is_shown,
    }));
    report
        .second_reviews
        .extend(subject::second_reviews(reader, row)?);
    report.past.extend(read::past(reader, row)?);
    let changes = audit_log::history(reader, row, u32::MAX)?.into_iter();
    report.changes.extend(changes.map(|line| ReportChange {
        entry: line.seq,
        at: Instant(line.at_ms),
        officer: line.officer,
        what: words::said(&line.action).to_owned(),
        field: line.field.filter(|field| field != "*"),
        old: line.old,
        new: line.new,
    }));
    for told in subject::looks(reader, id)? {
        let word = |name: &str| told.words.get(name).cloned().flatten();
        report.looks.push(ReportLook {
            entry: told.stored.entry.seq,
            at: Instant(told.stored.entry.at_ms),
            what: words::said(&told.stored.entry.action).to_owned(),
            recipient: word("recipient"),
            purpose: word("purpose"),
            officer: told.officer,
        });
    }
    Ok(())
}

fn referrals(session: &Session, rows: &[i64]) -> Result<Vec<ReportReferral>> {
    let mut all = Vec::new();
    for row in rows {
        let (own, ids) = session.read(|reader| {
            Ok((
                account::id(reader, *row)?,
                subject::referrals(reader, *row)?,
            ))
        })?;
        for id in ids {
            let view = referral::read::read(session, id)?;
            let letters = letter::list(session, Some(id))?;
            all.extend(referral_of(&view, &letters, own));
        }
    }
    Ok(all)
}

fn referral_of(
    view: &ReferralView,
    letters: &[LetterView],
    own: AccountId,
) -> Option<ReportReferral> {
    let item = view.items.iter().find(|item| item.account == own)?;
    let submission = view.submission.as_ref();
    let chosen = item.exhibits.iter().filter(|one| one.is_chosen);
    let about = letters.iter().filter(|letter| letter.account == own);
    Some(ReportReferral {
        referral: view.id,
        label: view.label.clone(),
        outside_reference: view.outside_reference.clone(),
        platform: view.platform_name.clone(),
        state: view.state,
        route: view.route,
        policy: view.policy.as_ref().map(|one| one.label.clone()),
        law: view.law.as_ref().map(|one| one.label.clone()),
        summary: view.summary.clone(),
        approved_by: submission.and_then(|one| one.approved_by.clone()),
        approved_at: submission.and_then(|one| one.approved_at),
        address: item.address.clone(),
        why: item.why.clone(),
        exhibits: chosen.map(|one| one.number.clone()).collect(),
        events: item.events.clone(),
        letters: about
            .map(|letter| ReportLetter {
                kind: letter.kind,
                state: letter.state,
                text: letter.text.clone(),
                drafters: letter.drafters.clone(),
                approved_by: letter.approved_by.clone(),
                answer: letter.answer.as_ref().map(|one| one.words.clone()),
            })
            .collect(),
    })
}

/// Other accounts that are named: never one of a victim, child or third party while their list is shut.
struct Others<'a> {
    reader: &'a Reader<'a>,
    officer: i64,
    own: BTreeSet<i64>,
    kept_apart: BTreeSet<i64>,
    unnamed: BTreeSet<i64>,
}

impl<'a> Others<'a> {
    fn new(session: &Session, reader: &'a Reader<'a>, rows: &[i64]) -> Result<Self> {
        let kept_apart = if session.shows_kept_apart() {
            BTreeSet::new()
        } else {
            role::kept_apart(reader)?.into_iter().collect()
        };
        Ok(Self {
            reader,
            officer: session.officer().row,
            own: rows.iter().copied().collect(),
            kept_apart,
            unnamed: BTreeSet::new(),
        })
    }

    /// What another account is called; none if it is not to be named.
    fn named(&mut self, row: i64) -> Result<Option<String>> {
        if self.kept_apart.contains(&row) {
            self.unnamed.insert(row);
            return Ok(None);
        }
        let found = query::rows(self.reader, &[row], self.officer)?.pop();
        Ok(found.map(|one| format!("{} ({})", one.label, one.platform.as_str())))
    }

    fn left_out(&self) -> Option<LeftOutView> {
        let count = u32::try_from(self.unnamed.len()).unwrap_or(u32::MAX);
        (count > 0).then(|| LeftOutView {
            what: "names of accounts of victims, children and third parties".to_owned(),
            count,
            why: "they are named once their list was opened for a purpose, which is logged"
                .to_owned(),
        })
    }
}

fn of_others(
    reader: &Reader<'_>,
    rows: &[i64],
    others: &mut Others<'_>,
    report: &mut AccountReport,
) -> Result<()> {
    let mut met = BTreeSet::new();
    for row in rows {
        for one in declaration::of(reader, *row)? {
            if !met.insert(one.row) {
                continue;
            }
            let mut names = Vec::new();
            for other in one.accounts.iter().chain(&one.from) {
                if !others.own.contains(other) {
                    names.extend(others.named(*other)?);
                }
            }
            report.declarations.push(ReportDeclaration {
                kind: one.kind,
                name: one.name,
                reason: one.reason,
                officer: one.officer,
                at: one.at,
                others: names,
            });
        }
    }
    for one in succession::standing(reader)? {
        let is_successor = others.own.contains(&one.account);
        if !is_successor && !others.own.contains(&one.predecessor) {
            continue;
        }
        let other = if is_successor {
            one.predecessor
        } else {
            one.account
        };
        report.successions.push(ReportSuccession {
            is_successor,
            is_confirmed: one.is_confirmed,
            other: others.named(other)?,
            officer: one.officer,
            at: one.at,
        });
    }
    Ok(())
}
