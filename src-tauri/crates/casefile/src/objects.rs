//! Evidence objects on disk: one age file each under a random name, never the
//! hash of what it holds. Reading, hashing, encrypting and writing run side by
//! side; memory does not grow with the file.

use crate::keyring::Keyring;
use crate::layout::{Layout, TEMPORARY, file_name, random_name, sync_folder};
use crate::{Error, Host, Result};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Bytes read at a time.
const CHUNK: usize = 1 << 20;
/// What an error of the file that is taken in is called: not a fault of the case or its disk.
pub const SOURCE: &str = "the file to attach";
/// Chunks that may wait between two threads.
const WAITING: usize = 4;

/// First bytes that are held of what is stored.
pub const HEAD: usize = 256 * 1024;

/// An object that is durable on disk and not yet named by any row.
#[derive(Debug)]
pub struct Stored {
    /// 32 random hex digits.
    pub name: String,
    /// SHA-256 of the plaintext.
    pub sha256: [u8; 32],
    /// BLAKE3 of the plaintext.
    pub blake3: [u8; 32],
    /// Bytes of plaintext.
    pub size: u64,
    /// The first bytes, at most [`HEAD`] of them: what it is and says.
    pub head: Vec<u8>,
}

/// Told how many bytes are done; answers false to stop.
pub type Going<'a> = &'a mut dyn FnMut(u64) -> bool;

type Chunk = Arc<Vec<u8>>;

/// Reads `source` to its end into a new object. On return the file is durable; on error it is gone.
pub fn store(
    host: &Host,
    layout: &Layout,
    keyring: &Keyring,
    source: &mut (dyn Read + Send),
    going: Going<'_>,
) -> Result<Stored> {
    let name = random_name::<16>(host);
    let path = layout.object(&name);
    make_folder(&layout.evidence())?;
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    let part = PathBuf::from(format!("{}{TEMPORARY}", path.display()));
    let outcome = stream(keyring, &part, source, going);
    match outcome {
        Ok((sha256, blake3, size, head)) => {
            fs::rename(&part, &path).map_err(Error::io("an evidence object"))?;
            sync_folder(&path)?;
            Ok(Stored {
                name,
                sha256,
                blake3,
                size,
                head,
            })
        }
        Err(error) => {
            let _ = fs::remove_file(&part);
            Err(error)
        }
    }
}

/// Makes a folder of the evidence and its entry durable; one that is there was made so.
pub(crate) fn make_folder(folder: &Path) -> Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(folder).map_err(Error::io("evidence"))?;
    sync_folder(folder)
}

type Hashes = ([u8; 32], [u8; 32], u64, Vec<u8>);

fn stream(
    keyring: &Keyring,
    part: &Path,
    source: &mut (dyn Read + Send),
    going: Going<'_>,
) -> Result<Hashes> {
    let recipient = keyring
        .evidence
        .first()
        .map(age::x25519::Identity::to_public)
        .ok_or_else(|| Error::Internal("the keyring has no evidence identity".into()))?;
    let file = File::create(part).map_err(Error::io("an evidence object"))?;
    thread::scope(|scope| {
        let (to_sha, from_sha) = sync_channel::<Chunk>(WAITING);
        let (to_blake, from_blake) = sync_channel::<Chunk>(WAITING);
        let (to_file, from_file) = sync_channel::<Chunk>(WAITING);
        let sha = scope.spawn(move || {
            let mut hasher = Sha256::new();
            for chunk in from_sha {
                hasher.update(chunk.as_slice());
            }
            <[u8; 32]>::from(hasher.finalize())
        });
        let blake = scope.spawn(move || {
            let mut hasher = blake3::Hasher::new();
            for chunk in from_blake {
                hasher.update(&chunk);
            }
            *hasher.finalize().as_bytes()
        });
        let writer = scope.spawn(move || seal(file, &recipient, &from_file));
        let read = pump(source, &[to_sha, to_blake, to_file], going);
        joined(writer.join())??;
        let (size, head) = read?;
        Ok((joined(sha.join())?, joined(blake.join())?, size, head))
    })
}

fn joined<T>(result: thread::Result<T>) -> Result<T> {
    result.map_err(|_| Error::Internal("a thread of the evidence store ended early".into()))
}

/// Reads to the end and hands every chunk to every channel. Dropping the channels ends the threads.
fn pump(
    source: &mut (dyn Read + Send),
    to: &[SyncSender<Chunk>],
    going: Going<'_>,
) -> Result<(u64, Vec<u8>)> {
    let (mut size, mut head) = (0u64, Vec::new());
    loop {
        let mut chunk = Vec::with_capacity(CHUNK);
        let read = Read::take(&mut *source, CHUNK as u64)
            .read_to_end(&mut chunk)
            .map_err(Error::io(SOURCE))?;
        if read == 0 {
            return Ok((size, head));
        }
        if size == 0 {
            head = chunk.iter().take(HEAD).copied().collect();
        }
        size += read as u64;
        let chunk = Arc::new(chunk);
        for channel in to {
            channel
                .send(Arc::clone(&chunk))
                .map_err(|_| Error::Internal("the evidence store stopped taking bytes".into()))?;
        }
        if !going(size) {
            return Err(Error::Cancelled);
        }
    }
}

fn seal(file: File, recipient: &age::x25519::Recipient, chunks: &Receiver<Chunk>) -> Result<()> {
    let disk = || Error::io("an evidence object");
    let encryptor =
        age::Encryptor::with_recipients(std::iter::once(recipient as &dyn age::Recipient))
            .map_err(|error| Error::Internal(format!("an object cannot be sealed: {error}")))?;
    let buffered = std::io::BufWriter::with_capacity(CHUNK, file);
    let mut writer = encryptor.wrap_output(buffered).map_err(disk())?;
    for chunk in chunks {
        writer.write_all(&chunk).map_err(disk())?;
    }
    let buffered = writer.finish().map_err(disk())?;
    let file = buffered
        .into_inner()
        .map_err(|error| Error::io("an evidence object")(error.into_error()))?;
    file.sync_all().map_err(disk())
}

/// Opens an object for reading its plaintext. Every byte is authenticated before it is given.
pub fn open(layout: &Layout, keyring: &Keyring, name: &str) -> Result<Box<dyn Read>> {
    let file = File::open(layout.object(name)).map_err(|error| {
        if error.kind() == std::io::ErrorKind::NotFound {
            Error::Missing("an evidence object".into())
        } else {
            Error::io("an evidence object")(error)
        }
    })?;
    let bad = || Error::Damaged("an evidence object was altered".into());
    let decryptor =
        age::Decryptor::new(BufReader::with_capacity(CHUNK, file)).map_err(|_| bad())?;
    let reader = decryptor
        .decrypt(
            keyring
                .evidence
                .iter()
                .map(|identity| identity as &dyn age::Identity),
        )
        .map_err(|_| bad())?;
    Ok(Box::new(reader))
}

/// Reads an object through, giving every chunk to `each`, and compares length and both hashes.
///
/// # Errors
/// [`Error::Damaged`] if the bytes are not those that were attached, [`Error::Missing`] if there are none.
pub fn read_through(
    layout: &Layout,
    keyring: &Keyring,
    object: &crate::table::object::Object,
    each: &mut dyn FnMut(&[u8]) -> Result<()>,
) -> Result<()> {
    let mut reader = open(layout, keyring, &object.name)?;
    let (mut sha256, mut blake3) = (Sha256::new(), blake3::Hasher::new());
    let mut size = 0u64;
    let mut chunk = vec![0; CHUNK];
    loop {
        let read = reader
            .read(&mut chunk)
            .map_err(|_| Error::Damaged("an evidence object was altered".into()))?;
        let Some(bytes) = chunk.get(..read).filter(|bytes| !bytes.is_empty()) else {
            break;
        };
        sha256.update(bytes);
        blake3.update(bytes);
        size += read as u64;
        each(bytes)?;
    }
    if size != object.size
        || <[u8; 32]>::from(sha256.finalize()) != object.sha256
        || *blake3.finalize().as_bytes() != object.blake3
    {
        return Err(Error::Damaged(
            "an evidence object does not hold the bytes that were attached".into(),
        ));
    }
    Ok(())
}

/// Removes the file of an object that no row names.
pub fn discard(layout: &Layout, name: &str) -> Result<()> {
    match fs::remove_file(layout.object(name)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::io("an evidence object")(error))
        }
        _ => Ok(()),
    }
}

/// What stands in the evidence folder.
#[derive(Debug, Default)]
pub struct Found {
    /// Names of objects.
    pub objects: Vec<String>,
    /// Files that are not whole.
    pub temporary: Vec<PathBuf>,
}

/// Lists the evidence folder.
pub fn list(layout: &Layout) -> Result<Found> {
    let mut found = Found::default();
    let folders = match fs::read_dir(layout.evidence()) {
        Ok(folders) => folders,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(found),
        Err(error) => return Err(Error::io("evidence")(error)),
    };
    for folder in folders {
        let folder = folder.map_err(Error::io("evidence"))?.path();
        if !folder.is_dir() {
            continue;
        }
        for file in fs::read_dir(&folder).map_err(Error::io("evidence"))? {
            let path = file.map_err(Error::io("evidence"))?.path();
            match file_name(&path).strip_suffix(".age") {
                Some(rest) => found.objects.push(format!("{}{rest}", file_name(&folder))),
                None => found.temporary.push(path),
            }
        }
    }
    found.objects.sort();
    Ok(found)
}

#[cfg(test)]
#[path = "objects_tests.rs"]
mod tests;
