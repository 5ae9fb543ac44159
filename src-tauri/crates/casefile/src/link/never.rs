//! What the register "never links" holds: hotlines, coastguards, agencies. They join nobody.

use crate::table::merge;
use crate::table::register::{self as entries};
use crate::{Reader, Result};
use breakwater_model::link::TieKind;
use breakwater_model::register::RegisterList;
use std::collections::{HashMap, HashSet};

/// Values that link nobody.
pub(super) struct Never {
    phones: HashSet<String>,
    handles: HashSet<String>,
    redirects: HashMap<i64, i64>,
}

impl Never {
    /// Reads the register.
    pub fn read(reader: &Reader<'_>) -> Result<Self> {
        let mut never = Self {
            phones: HashSet::new(),
            handles: HashSet::new(),
            redirects: merge::all(reader.db())?,
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

    /// The record that stands for this one: what stands on a merged record stands on the one it was merged into.
    pub fn standing(&self, account: i64) -> i64 {
        self.redirects.get(&account).copied().unwrap_or(account)
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
