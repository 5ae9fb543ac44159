//! The audit entry of a write, from what the act says and what the writer collected.

use super::Session;
use crate::audit::{self, Action, Entry};
use crate::writer::Collected;
use std::collections::BTreeMap;

impl Session {
    /// The entry, and its erasable words.
    pub(super) fn entry(
        &self,
        action: Action,
        seq: i64,
        collected: &Collected,
    ) -> (Entry, BTreeMap<String, String>) {
        /// A bulk act that changes records is one entry: its set names them.
        const BULK: usize = 200;
        let mut words = action.words;
        words.extend(collected.words.clone());
        let salt = self.host.random();
        let texts = words
            .iter()
            .map(|(name, text)| (name.clone(), audit::seal_text(&salt, text)))
            .collect();
        let mut subjects: Vec<String> = action
            .subjects
            .iter()
            .chain(&collected.subjects)
            .map(ToString::to_string)
            .collect();
        subjects.dedup();
        if subjects.len() > BULK && collected.has_changes {
            subjects.clear();
        }
        let entry = Entry {
            seq,
            at_ms: collected.now.0,
            officer: self.own.officer,
            device: self.host.device.clone(),
            operation: action.operation.as_str().to_owned(),
            action: action.code.to_owned(),
            subject_kind: action.subject_kind.to_owned(),
            subjects,
            set: collected.set,
            fields: collected.fields.clone(),
            texts,
            salt,
        };
        (entry, words)
    }
}
