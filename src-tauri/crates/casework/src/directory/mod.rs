//! The platform directory: by which channel a platform takes what. It comes with the program (`data/channels.csv`); a
//! unit puts its own version in its place, and every rule reads the one of the case.

mod change;
mod facts;
mod file;
mod rate;
mod read;
mod route;
mod table;

pub use change::{change, reset};
pub use file::{preview, save, take};
pub use read::{Channel, channels, of_draft, view};
pub(crate) use route::{answer_ms, by_route, requirements};
pub use table::built_in_text;

use crate::Result;
use breakwater_casefile::table::unit_text::{self, UnitText};
use breakwater_casefile::{Error, Reader};
use breakwater_model::directory::ChannelView;

/// The name it stands under.
const NAME: &str = "directory";

/// The directory a case goes by.
#[derive(Debug, Clone)]
pub(crate) struct Directory {
    pub version: String,
    /// The unit's own, if it is.
    pub own: Option<UnitText>,
    pub channels: Vec<ChannelView>,
}

/// The directory of the case: the unit's own version, else the one that comes with the program.
///
/// # Errors
/// [`Error::Damaged`] if the case's own does not read.
pub(crate) fn stands(reader: &Reader<'_>) -> Result<Directory> {
    let Some(own) = unit_text::standing(reader, NAME)? else {
        return Ok(Directory {
            version: table::built_in_version(),
            own: None,
            channels: table::built_in().to_vec(),
        });
    };
    let channels = table::read(&own.text, None).map_err(|faults| {
        let first = faults.first().map(|fault| fault.why.clone());
        Error::Damaged(format!(
            "the platform directory of the case: {}",
            first.unwrap_or_default()
        ))
    })?;
    Ok(Directory {
        version: own.version.clone(),
        own: Some(own),
        channels,
    })
}
