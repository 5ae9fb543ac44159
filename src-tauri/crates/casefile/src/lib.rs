//! The encrypted case on disk.
//!
//! Invariants: facts change only through [`Session::write`], with their audit
//! entry, in one transaction; a file is whole under its name or absent; nothing
//! here asks the machine for time or chance; `rusqlite` and `age` are named in
//! no other crate.

pub mod approval;
pub mod audit;
pub mod audit_log;
pub mod connection;
pub mod door;
pub mod erase;
pub mod error;
pub mod evidence;
pub mod fair;
mod founding;
pub mod head;
pub mod history;
pub mod host;
pub mod index;
mod invitation;
pub mod keyring;
pub mod layout;
pub mod link;
pub mod migration;
pub mod naming;
pub mod objects;
pub mod parcel;
pub mod pseudonym;
pub mod query;
mod reader;
pub mod register;
mod retract;
pub mod score;
pub mod scratch;
pub mod sealed;
pub mod search;
pub mod sent;
pub mod sent_in;
pub mod session;
pub mod sheet;
pub mod slot;
pub mod state;
pub mod subject;
pub mod supervise;
pub mod table;
pub mod tally;
pub mod tree;
pub mod undo;
pub mod unread;
pub mod verify;
mod verify_audit;
mod witness;
pub mod writer;

#[cfg(test)]
mod testing;

pub use audit::Action;
pub use error::{Error, Result};
pub use host::{Chance, Clock, Host};
pub use reader::Reader;
pub use session::{Done, Held, Officer, Session};
pub use writer::Writer;
