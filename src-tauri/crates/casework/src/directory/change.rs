//! Changing channels: one new version, refused whole if a channel breaks a rule.

use super::{NAME, stands, table};
use crate::{Error, Result, Session, unit_version};
use breakwater_casefile::Action;
use breakwater_model::audit::Operation;
use breakwater_model::directory::{ChannelView, DirectoryChangeRequest};

/// Changes channels and puts the directory in the place of the one before; gives its version.
///
/// # Errors
/// The directory is another one by now; a channel there is none of; a channel that breaks a rule, with its rule.
pub fn change(session: &Session, request: &DirectoryChangeRequest) -> Result<String> {
    let directory = session.read(stands)?;
    if directory.version != request.version {
        return Err(Error::refused(
            "directory-as-it-was-read",
            "The directory was changed meanwhile. Look at it again, then change it.",
        ));
    }
    if request.changes.is_empty() {
        return Err(Error::Invalid("There is no change.".into()));
    }
    let mut channels = directory.channels.clone();
    for change in &request.changes {
        put(&mut channels, change.before.as_ref(), change.after.as_ref())?;
    }
    if channels == directory.channels {
        return Err(Error::Invalid("There is no change.".into()));
    }
    let today = session.host().now().utc().date_naive();
    let channels = table::read(&table::write(&channels), Some(today)).map_err(|faults| {
        let all: Vec<String> = faults.into_iter().map(|fault| fault.why).collect();
        Error::Invalid(format!("The channel cannot be kept: {}.", all.join("; ")))
    })?;
    write(session, &channels, "directory-changed")
}

/// Goes back to the directory that comes with the program. False if it already is that.
pub fn reset(session: &Session) -> Result<bool> {
    if session.read(stands)?.own.is_none() {
        return Ok(false);
    }
    let action = Action::new(Operation::Alteration, "directory-reset", "directory");
    Ok(session.write(action, |w| w.drop_unit_texts(NAME))?.0)
}

/// Puts channels in the place of those that stand; gives the version.
pub(super) fn write(
    session: &Session,
    channels: &[ChannelView],
    code: &'static str,
) -> Result<String> {
    let version = unit_version::next(session, NAME)?;
    let action = Action::new(Operation::Alteration, code, "directory").word("version", &version);
    let text = table::write(channels);
    session.write(action, |w| w.put_unit_text(NAME, &version, &text))?;
    Ok(version)
}

fn put(
    channels: &mut Vec<ChannelView>,
    before: Option<&(String, String)>,
    after: Option<&ChannelView>,
) -> Result<()> {
    let Some((platform, channel)) = before else {
        channels.extend(after.cloned());
        return Ok(());
    };
    let at = channels
        .iter()
        .position(|view| view.platform == *platform && view.channel == *channel);
    let at = at.ok_or_else(|| {
        Error::Invalid(format!(
            "The directory has no channel {channel:?} of {platform:?}."
        ))
    })?;
    match (channels.get_mut(at), after) {
        (Some(view), Some(after)) => *view = after.clone(),
        _ => {
            channels.remove(at);
        }
    }
    Ok(())
}
