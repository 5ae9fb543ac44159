//! The demonstration case, made by the same use cases an officer's own case is
//! made by: a file taken in, accounts decided, pictures attached, referrals drafted.

use super::content::{self, DemoAccount, Step};
use super::{draw, second};
use crate::evidence::attach::{self, Attach};
use crate::exchange::import;
use crate::review::exclusions;
use crate::{
    Error, Host, Progress, Quiet, Result, Session, account, evidence, outcomes, referral, register,
    review,
};
use breakwater_casefile::door::{self, NewCase};
use breakwater_model::account::TranslateRequest;
use breakwater_model::assessment::{
    ActRequest, ActionKind, Answer, AssessmentDraft, DecideRequest, Decision, SafeguardingKind,
};
use breakwater_model::case::{Marking, OfficerRequest};
use breakwater_model::import::ImportRequest;
use breakwater_model::list::{AccountScope, ListRequest};
use breakwater_model::outcomes::OutcomesFileRequest;
use breakwater_model::referral::{DraftReferralRequest, EditReferralRequest};
use breakwater_model::register::RegisterFileRequest;
use breakwater_model::{AccountId, Instant};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use zeroize::Zeroizing;

/// The demonstration case's passphrase; it holds no real data.
pub const PASSPHRASE: &str = "harbour lantern nine quiet gulls";

/// The passphrase of its second officer, who approves.
pub const SECOND_PASSPHRASE: &str = "seven slate roofs under morning fog";

/// Of the officer; the number is one that Ofcom keeps for drama.
const EMAIL: &str = "referrals@occ.example";
const PHONE: &str = "020 7946 0123";
const DAY_MS: i64 = 86_400_000;

/// Makes the demonstration case at `place` and leaves it open.
pub fn make(host: &Host, place: &Path, progress: &dyn Progress) -> Result<Session> {
    make_with(host, place, PASSPHRASE, progress)
}

/// The same, opened by a passphrase of the officer's own.
pub fn make_with(
    host: &Host,
    place: &Path,
    passphrase: &str,
    progress: &dyn Progress,
) -> Result<Session> {
    let new = NewCase {
        title: "Channel Q4 sweep".into(),
        reference: "OCC/2026/0147".into(),
        marking: Marking::OfficialSensitive,
        officer_name: "Demonstration officer".into(),
        officer_number: "4417".into(),
        passphrase: Zeroizing::new(passphrase.to_owned()),
        unit_recipients: Vec::new(),
        is_demonstration: true,
    };
    let session = door::create(host, place, &new, &door::recovery_identity())?;
    let sample = Sample {
        host,
        place,
        passphrase,
    };
    let made = furnish(&session, progress).and_then(|()| second::passed_on(session, &sample));
    if made.is_err() {
        let _ = std::fs::remove_dir_all(place);
    }
    made
}

/// Where the demonstration is, and how its first officer opens it.
pub(super) struct Sample<'a> {
    pub host: &'a Host,
    pub place: &'a Path,
    pub passphrase: &'a str,
}

fn furnish(session: &Session, progress: &dyn Progress) -> Result<()> {
    let now = session.host().now();
    crate::case::officer::set(
        session,
        &OfficerRequest {
            email: Some(EMAIL.into()),
            phone: Some(PHONE.into()),
            badge: Some("4417".into()),
            ..OfficerRequest::default()
        },
    )?;
    take_in(session, &content::accounts_file(now).map_err(bad)?)?;
    take_in(session, &content::posts_file(now).map_err(bad)?)?;
    take_in_register(session, content::REGISTER)?;
    take_in_history(session, &content::history_file(now).map_err(bad)?)?;
    let known = known(session)?;
    evidence::rules::acknowledge(session)?;
    for translation in content::translations().map_err(bad)? {
        let account = known.of(
            &translation.platform,
            &translation.handle,
            &translation.platform_id,
        )?;
        let request = TranslateRequest {
            account,
            post: None,
            text: translation.text,
            status: translation.status,
            by: translation.by,
        };
        account::translate::translate(session, &request)?;
    }
    let accounts = content::accounts().map_err(bad)?;
    let total = accounts.len() as u64;
    for (done, row) in (1u64..).zip(&accounts) {
        step(session, row, &known, now)?;
        progress.step(done, Some(total), "accounts");
        if progress.is_cancelled() {
            return Err(Error::Cancelled);
        }
    }
    drafts(session, &accounts, &known, now)?;
    reads(session, ["en", "fr", "sq"])?;
    session.settle();
    Ok(())
}

/// What the officer reads is said last: the decisions above stand for those of a whole unit.
fn reads(session: &Session, codes: [&str; 3]) -> Result<()> {
    let view = &session.officer().view;
    crate::case::officer::set(
        session,
        &OfficerRequest {
            email: Some(EMAIL.into()),
            phone: Some(PHONE.into()),
            badge: Some(view.number.clone()),
            reads: Some(codes.map(str::to_owned).to_vec()),
            ..OfficerRequest::default()
        },
    )?;
    Ok(())
}

#[allow(clippy::needless_pass_by_value, reason = "an error is consumed")]
fn bad(error: csv::Error) -> Error {
    Error::Internal(format!(
        "the demonstration's own data cannot be read: {error}"
    ))
}

fn take_in(session: &Session, file: &[u8]) -> Result<()> {
    with_file("weekly list.csv", file, |path| {
        let preview = import::preview(session, path, &ImportRequest::default(), &Quiet)?;
        import::commit(session, &preview, &Quiet).map(|_| ())
    })
}

fn take_in_register(session: &Session, file: &str) -> Result<()> {
    with_file("unit register.csv", file.as_bytes(), |path| {
        let request = RegisterFileRequest::default();
        let preview = register::take::preview(session, path, &request, &Quiet)?;
        register::take::commit(session, &preview).map(|_| ())
    })
}

fn take_in_history(session: &Session, file: &[u8]) -> Result<()> {
    with_file("referrals kept in a spreadsheet.csv", file, |path| {
        let request = OutcomesFileRequest::default();
        let preview = outcomes::take::preview(session, path, &request, &Quiet)?;
        outcomes::take::commit(session, &preview, &Quiet).map(|_| ())
    })
}

/// Works with a file of this name that is gone afterwards.
fn with_file(name: &str, bytes: &[u8], work: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let folder = tempfile::tempdir().map_err(Error::io("a temporary folder"))?;
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).map_err(Error::io("a temporary file"))?;
    work(&path)
}

/// Accounts of the case by handle and by id.
struct Known(HashMap<(String, String), AccountId>);

impl Known {
    fn of(&self, platform: &str, handle: &str, id: &str) -> Result<AccountId> {
        let by = |name: String| self.0.get(&(platform.to_owned(), name)).copied();
        by(format!("#{id}"))
            .or_else(|| by(breakwater_text::handle::fold(platform, handle)))
            .ok_or_else(|| {
                Error::Internal(format!(
                    "the demonstration has no account {platform} {handle} {id}"
                ))
            })
    }
}

fn known(session: &Session) -> Result<Known> {
    let request = ListRequest {
        scope: AccountScope::All,
        limit: 10_000,
        ..ListRequest::default()
    };
    let mut all = HashMap::new();
    for row in account::list::list(session, &request)?.rows {
        let view = account::read::read(session, row.id)?;
        for alias in view.aliases {
            let platform = row.platform.to_string();
            if let Some(id) = alias.platform_id {
                all.insert((platform.clone(), format!("#{id}")), row.id);
            }
            if let Some(handle) = alias.handle {
                let folded = breakwater_text::handle::fold(&platform, &handle);
                all.insert((platform, folded), row.id);
            }
        }
    }
    Ok(Known(all))
}

fn step(session: &Session, row: &DemoAccount, known: &Known, now: Instant) -> Result<()> {
    if row.step == Step::Sighting {
        return Ok(());
    }
    let account = known.of(&row.platform, &row.handle, &row.platform_id)?;
    attach_pictures(session, row, account, now)?;
    let decide = |request: DecideRequest| review::decide::decide(session, &request).map(drop);
    match row.step {
        Step::New | Step::Sighting => Ok(()),
        Step::Safeguarding => {
            review::act::act(session, &safeguarding(account, row.safeguarding_kind)).map(drop)
        }
        Step::InReview => {
            let draft = AssessmentDraft {
                answers: row.answers.clone(),
                reason: row.decision_reason.clone(),
                ..AssessmentDraft::default()
            };
            review::draft::save(session, account, &draft)
        }
        Step::SecondLook => decide(decided(row, account, Decision::Hold)),
        Step::Hold => {
            let until = now.plus_ms(row.hold_days.unwrap_or(7).max(1) * DAY_MS);
            let review_by = Some(until.utc().format("%Y-%m-%d").to_string());
            decide(DecideRequest {
                review_by,
                ..decided(row, account, Decision::Hold)
            })
        }
        Step::Refer | Step::Drafted => decide(DecideRequest {
            answers: all_no(),
            ..decided(row, account, Decision::Refer)
        }),
        Step::NoAction(reason) => decide(DecideRequest {
            no_action_reason: Some(reason),
            ..decided(row, account, Decision::NoAction)
        }),
    }
}

/// The decision of a row; what its kind needs beside is added.
fn decided(row: &DemoAccount, account: AccountId, decision: Decision) -> DecideRequest {
    DecideRequest {
        account,
        decision,
        reason: row.decision_reason.clone(),
        no_action_reason: None,
        answers: row.answers.clone(),
        review_by: None,
        grading: None,
    }
}

fn attach_pictures(
    session: &Session,
    row: &DemoAccount,
    account: AccountId,
    now: Instant,
) -> Result<()> {
    for seed in &row.pictures {
        let request = Attach {
            account,
            files: Vec::new(),
            source_url: (!row.url.is_empty()).then(|| row.url.clone()),
            captured_at: Some(now.plus_ms(-row.days_ago * DAY_MS)),
            method: Some("screenshot".into()),
            warnings: Vec::new(),
        };
        attach::attach_bytes(
            session,
            &request,
            &format!("screenshot-{seed}.png"),
            &draw::picture(*seed),
        )?;
    }
    Ok(())
}

fn all_no() -> BTreeMap<String, Answer> {
    exclusions::exclusions()
        .into_iter()
        .map(|line| (line.name, Answer::No))
        .collect()
}

fn safeguarding(account: AccountId, kind: Option<SafeguardingKind>) -> ActRequest {
    ActRequest {
        account,
        action: ActionKind::Safeguarding,
        kind: kind.unwrap_or(SafeguardingKind::Other),
        told: "Duty desk".into(),
        by: Some("telephone".into()),
        reference: None,
        known: Some("As written in the profile; nothing else is known.".into()),
        at: None,
        grading: None,
    }
}

fn drafts(session: &Session, accounts: &[DemoAccount], known: &Known, now: Instant) -> Result<()> {
    for draft in content::drafts().map_err(bad)? {
        let of_draft = accounts
            .iter()
            .filter(|row| row.step == Step::Drafted && row.draft == Some(draft.draft))
            .map(|row| known.of(&row.platform, &row.handle, &row.platform_id))
            .collect::<Result<Vec<_>>>()?;
        let view = referral::draft::draft(
            session,
            &DraftReferralRequest {
                platform: breakwater_model::platform::Platform(draft.platform),
                accounts: of_draft,
                policy: (!draft.policy.is_empty()).then_some(draft.policy),
                law: (!draft.law.is_empty()).then_some(draft.law),
                route: Some(draft.route),
                summary: Some(draft.summary),
                seen_live: Some(now.plus_ms(-2 * 3_600_000)),
            },
        )?;
        for (field, value) in [
            ("title", draft.title.as_str()),
            ("from", "Online Communications Centre"),
            ("good_faith", draft.good_faith.as_str()),
        ] {
            let request = EditReferralRequest {
                referral: view.id,
                item: None,
                field: field.to_owned(),
                value: value.to_owned(),
            };
            referral::edit::edit(session, &request)?;
        }
    }
    Ok(())
}
