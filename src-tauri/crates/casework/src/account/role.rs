//! What the person behind an account is to the case: said by an officer, apart from what is decided about the account.

use crate::{Error, Result, Session};
use breakwater_casefile::table::{account, role};
use breakwater_casefile::{Action, Reader, query};
use breakwater_model::audit::Operation;
use breakwater_model::referral::{ItemView, RequirementView};
use breakwater_model::role::{PersonRole, RestsOn, RoleDoneView, SetRoleRequest};

/// Most characters of the words beside a role.
const LONGEST: usize = 2_000;

/// Says what the person behind an account is to the case.
///
/// # Errors
/// The words are too long; there is no such account.
pub fn set(session: &Session, request: &SetRoleRequest) -> Result<RoleDoneView> {
    let row = session.read(|reader| account::row(reader, request.account))?;
    let words = request.words.as_deref().map(str::trim).unwrap_or_default();
    if words.chars().count() > LONGEST {
        return Err(Error::Invalid(format!(
            "Say why in at most {LONGEST} characters."
        )));
    }
    let is_known = request.role != PersonRole::Unknown;
    let rests_on = is_known.then(|| request.rests_on.unwrap_or(RestsOn::Opinion));
    let words = Some(words).filter(|words| !words.is_empty());
    let action = Action::new(Operation::Alteration, "role-set", "account")
        .on(request.account.uuid())
        .word("why", words.unwrap_or_default());
    let before = session.read(|reader| role::of_account(reader, row))?;
    let is_so =
        (before.role, before.rests_on, before.words.as_deref()) == (request.role, rests_on, words);
    let set = if is_so {
        None
    } else {
        let (is_changed, done) =
            session.write(action, |w| w.set_role(row, request.role, rests_on, words))?;
        is_changed.then_some(done.set)
    };
    session.read(|reader| {
        let listed = query::rows(reader, &[row], session.officer().row)?.pop();
        Ok(RoleDoneView {
            set,
            role: role::of_account(reader, row)?,
            status: listed.ok_or(Error::NotFound("account"))?.status,
        })
    })
}

/// What a referral lacks while one of its accounts is of a victim or a child, as when that was said after the draft.
pub(crate) fn requirements(
    reader: &Reader<'_>,
    items: &[(i64, ItemView)],
) -> Result<Vec<RequirementView>> {
    let mut all = Vec::new();
    for (account, item) in items {
        if let Some(who) = never_referred(reader, *account)? {
            all.push(RequirementView {
                name: format!("item.{}.role", item.position),
                label: format!("{}: take it out, the person is {who}", item.label),
                is_met: false,
                detail: format!("{who} to the case"),
                item: Some(item.id),
                source: "Practice of this workbench".into(),
            });
        }
    }
    Ok(all)
}

/// Who never to refer this is, in words; `None` where the role does not forbid it.
fn never_referred(reader: &Reader<'_>, row: i64) -> Result<Option<&'static str>> {
    let role = role::of_account(reader, row)?.role;
    Ok(role.is_never_referred().then_some(match role {
        PersonRole::Child => "a child",
        _ => "a victim",
    }))
}

/// Asked within a write: refuses to refer the account of somebody who is a victim or a child.
///
/// # Errors
/// Refused by rule `victims-and-children-are-not-referred`.
pub(crate) fn refuse_never_referred(reader: &Reader<'_>, row: i64) -> Result<()> {
    let Some(who) = never_referred(reader, row)? else {
        return Ok(());
    };
    Err(Error::refused(
        "victims-and-children-are-not-referred",
        format!(
            "The person behind this account is {who} to the case: it is not referred. If that is not so, change the role first."
        ),
    ))
}
