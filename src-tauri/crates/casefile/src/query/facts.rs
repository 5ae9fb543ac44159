//! What the roll knows of one account.

use breakwater_model::assessment::AccountStatus;
use breakwater_model::indicator::Band;
use breakwater_text::search::{BANDS, Has, ROLES, STATUSES};

/// What is known of one account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// When it came in, in milliseconds.
    pub imported: i64,
    /// When it was last seen, in milliseconds; [`NEVER`] where no sighting has a date of its own.
    pub seen: i64,
    /// Half of a hash of what it is called.
    pub(super) label: u32,
    /// Its platform, by place in `Roll::platforms`.
    pub platform: u16,
    /// Its language, by place in `Roll::languages`; 0 for none.
    pub language: u16,
    /// Its status, by place in the list of statuses.
    pub status: u8,
    /// Its kind, by place in the list of units.
    pub unit: u8,
    /// What it has of [`FLAGS`], a bit each.
    pub(super) flags: u8,
    /// Its band, by place in the list of bands.
    pub band: u8,
    /// Its score in half points.
    pub halves: u16,
    /// The day no action was decided, counted from 1970; 0 for none.
    pub no_action: u16,
    /// By when it matters, in seconds from 1970; 0 for no time.
    pub(super) due: u32,
    /// Its role, by place in the list of roles.
    pub(super) role: u8,
}

/// No time.
pub const NEVER: i64 = i64::MIN;

/// What an account has, a bit each.
const FLAGS: [Has; 6] = [
    Has::Exhibit,
    Has::Translation,
    Has::Safeguarding,
    Has::Handle,
    Has::Id,
    Has::CannotRead,
];

/// Nothing is known.
pub(super) const ABSENT: Facts = Facts {
    imported: NEVER,
    seen: NEVER,
    label: 0,
    platform: 0,
    language: 0,
    status: 0,
    unit: 0,
    flags: 0,
    band: 0,
    halves: 0,
    no_action: 0,
    due: 0,
    role: 0,
};

impl Facts {
    /// True if it stands so.
    pub fn is(&self, status: AccountStatus) -> bool {
        STATUSES
            .get(usize::from(self.status))
            .is_some_and(|(_, own)| *own == status)
    }

    /// True if it stands in this band.
    pub fn is_band(&self, band: Band) -> bool {
        BANDS
            .get(usize::from(self.band))
            .is_some_and(|(_, own)| *own == band)
    }

    /// By when it matters, in milliseconds, to the second.
    pub fn due(&self) -> Option<i64> {
        (self.due > 0).then(|| i64::from(self.due) * 1000)
    }

    /// Its role, by place in the list of roles.
    pub const fn role(&self) -> u8 {
        self.role
    }

    /// True for the account of a victim, child or third party.
    pub fn is_kept_apart(&self) -> bool {
        ROLES
            .get(usize::from(self.role))
            .is_some_and(|(_, role)| role.is_kept_apart())
    }

    /// True if it has it, as far as that stands with the account itself.
    pub fn has(&self, what: Has) -> Option<bool> {
        if what == Has::Language {
            return Some(self.language != 0);
        }
        let bit = FLAGS.iter().position(|flag| *flag == what)?;
        Some(self.flags & (1 << bit) != 0)
    }
}
