//! What the register "never links" holds: hotlines, coastguards, agencies. They join nobody.

use crate::table::register::{self as entries};
use crate::{Reader, Result};
use breakwater_model::link::TieKind;
use breakwater_model::register::RegisterList;
use std::collections::HashSet;

/// Values that link nobody.
pub(super) struct Never {
    phones: HashSet<String>,
    handles: HashSet<String>,
}

impl Never {
    /// Reads the register.
    pub fn read(reader: &Reader<'_>) -> Result<Self> {
        let mut never = Self {
            phones: HashSet::new(),
            handles: HashSet::new(),
        };
        for entry in entries::standing(reader.db())? {
            if entry.list != RegisterList::NeverLinks {
                continue;
            }
            let subject = entry.subject;
            never.phones.extend(subject.phone);
            if let (Some(platform), Some(handle)) = (subject.platform, subject.handle) {
                never.handles.insert(format!("{platform}:@{handle}"));
            }
        }
        Ok(never)
    }

    /// True if this value links nobody.
    pub fn holds(&self, kind: TieKind, value: &str) -> bool {
        match kind {
            TieKind::Phone => self.phones.contains(value),
            TieKind::Contact | TieKind::Mention => self.handles.contains(value),
            _ => false,
        }
    }
}
