//! A case that nobody can open again: it has no slot, so its keys are nowhere but in memory, and what is left of it
//! after a crash is noise. Nothing about it is kept on this machine beside its folder.

use crate::connection::{self, Mode};
use crate::door;
use crate::founding::{NewCase, foundation, founder, write_facts};
use crate::layout::{Layout, OpenLock, write_whole};
use crate::session::Session;
use crate::{Error, Host, Result, migration, objects};
use breakwater_model::case::Marking;
use std::io::Read;
use std::path::Path;
use zeroize::Zeroizing;

/// An open scratch case. Whoever dropped it has lost what it holds.
pub struct Scratch {
    session: Session,
}

impl Scratch {
    /// Makes a scratch case in `folder`, which is there and empty. Its lock is the first file in it, so that others
    /// see at once that it is in use.
    ///
    /// # Errors
    /// The folder holds something already; the disk.
    pub fn begin(host: &Host, folder: &Path) -> Result<Self> {
        let is_empty = std::fs::read_dir(folder)
            .map_err(Error::io("the scratch folder"))?
            .next()
            .is_none();
        if !is_empty {
            return Err(Error::AlreadyExists("The scratch folder".into()));
        }
        let layout = Layout::new(folder);
        let lock = OpenLock::take(&layout)?;
        let host = Host {
            hints: None,
            ..host.clone()
        };
        let new = nobodys();
        let made = foundation(&host);
        write_whole(&layout.case_json(), made.json.text()?.as_bytes())?;
        objects::make_folder(&layout.evidence())?;
        let mut db = connection::open(&layout.case_db(), &made.keyring.case_db, Mode::Writer)?;
        migration::migrate(&mut db)?;
        let officer = founder(&new, &made.own)?;
        let (keyring, own) = (made.keyring.clone(), made.own.clone());
        let session = door::session(&host, layout, lock, keyring, own, db, officer)?;
        write_facts(&session, &made, &new, &[])?;
        Ok(Self { session })
    }

    /// The case itself: use cases read and write it as any other.
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// Seals bytes into an object and tells its name.
    ///
    /// # Errors
    /// The disk.
    pub fn put(&self, bytes: &[u8]) -> Result<String> {
        let mut bytes = bytes;
        let session = &self.session;
        let stored = objects::store(
            session.host(),
            session.layout(),
            session.keyring(),
            &mut bytes,
            &mut |_| true,
        )?;
        Ok(stored.name)
    }

    /// The bytes of an object, authenticated.
    ///
    /// # Errors
    /// [`Error::Missing`] or [`Error::Damaged`] if somebody was at the folder.
    pub fn get(&self, name: &str) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        objects::open(self.session.layout(), self.session.keyring(), name)?
            .read_to_end(&mut bytes)
            .map_err(|_| Error::Damaged("an object was altered".into()))?;
        Ok(bytes)
    }
}

/// What stands in the case where an officer's own would say who they are.
fn nobodys() -> NewCase {
    NewCase {
        title: "Scratch".into(),
        reference: "none".into(),
        marking: Marking::OfficialSensitive,
        officer_name: "Nobody".into(),
        officer_number: "0".into(),
        passphrase: Zeroizing::default(),
        unit_recipients: Vec::new(),
        is_demonstration: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    #[test]
    fn a_scratch_case_has_no_slot_and_tells_this_machine_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (place, hints) = (folder.path().join("s"), folder.path().join("hints"));
        std::fs::create_dir(&place).unwrap();
        let host = Host {
            hints: Some(hints.clone()),
            ..testing::host()
        };
        let scratch = Scratch::begin(&host, &place).unwrap();
        let name = scratch.put(b"planted words").unwrap();
        assert_eq!(scratch.get(&name).unwrap(), b"planted words");
        drop(scratch);
        assert!(!place.join("slots").exists());
        assert!(!hints.exists());
        let again = door::open(&host, &place, "", None);
        assert!(matches!(again, Err(Error::Missing(_))));
    }

    #[test]
    fn a_folder_in_use_is_not_taken() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("else"), "x").unwrap();
        let begun = Scratch::begin(&testing::host(), folder.path());
        assert!(matches!(begun, Err(Error::AlreadyExists(_))));
    }
}
