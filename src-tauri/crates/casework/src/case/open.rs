//! Opening a case with an officer's passphrase.

use crate::{Host, Result, Session};
use breakwater_casefile::door;
use std::path::Path;

/// Opens the case at `place`. `hint` is the officer number whose slot to try first.
pub fn open(host: &Host, place: &Path, passphrase: &str, hint: Option<&str>) -> Result<Session> {
    door::open(host, place, passphrase, hint)
}
