//! The platform directory; no case is needed.

use crate::args::checks::Directory;
use crate::case::Desk;
use crate::output::Output;
use breakwater_casework::directory::{channels, table};
use breakwater_casework::{Error, Result};
use breakwater_model::directory::ChannelView;
use serde::Serialize;

/// A channel, as the command tells it.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    channel: &'a ChannelView,
    is_overdue: bool,
    answer_days: u16,
    policies: Vec<Policy<'a>>,
}

/// A rule of the platform.
#[derive(Serialize)]
struct Policy<'a> {
    name: &'a str,
    date: &'a str,
}

pub fn list(desk: &Desk, call: &Directory, output: &Output) -> Result<()> {
    let found = channels(call.platform.as_deref(), desk.host().now());
    if found.is_empty() {
        return Err(Error::Invalid(format!(
            "The directory has no channel of {:?}.",
            call.platform.as_deref().unwrap_or_default()
        )));
    }
    if let Some(out) = &call.out {
        std::fs::write(out, table()).map_err(Error::io("the directory"))?;
    }
    for channel in &found {
        let policies = channel.policies.iter();
        output.line(&Told {
            channel: &channel.view,
            is_overdue: channel.is_overdue,
            answer_days: channel.answer_days,
            policies: policies.map(|(name, date)| Policy { name, date }).collect(),
        })?;
    }
    Ok(())
}
