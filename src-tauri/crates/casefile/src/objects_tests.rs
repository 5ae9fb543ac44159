use super::*;
use crate::testing;
use breakwater_model::{CaseId, ErrorCode};

/// Bytes without end or the first so many of them.
struct Zeros(usize);

impl Read for Zeros {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = buffer.len().min(self.0);
        buffer[..read].fill(0);
        self.0 -= read;
        Ok(read)
    }
}

/// A file that breaks off.
struct Broken;

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::Error::other("the stick was pulled out"))
    }
}

fn keyring() -> Keyring {
    let host = testing::host();
    Keyring::generate(&host, CaseId::from_uuid(host.uuid()))
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_called_a_full_disk() {
    let full = Path::new("/dev/full");
    let stored = stream(&keyring(), full, &mut Zeros(64 << 20), &mut |_| true);
    let code = stored.map(|_| ()).unwrap_err().code();
    assert_eq!(code, ErrorCode::NoSpace);
}

#[test]
fn a_file_that_breaks_off_is_told_from_a_fault_of_the_case() {
    let folder = tempfile::tempdir().unwrap();
    let part = folder.path().join("x.part");
    let stored = stream(&keyring(), &part, &mut Broken, &mut |_| true);
    assert!(stored.map(|_| ()).unwrap_err().is_of(SOURCE));
}

#[test]
fn an_object_whose_blake3_differs_is_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let (layout, keyring) = (Layout::new(folder.path()), keyring());
    let host = testing::host();
    let stored = store(&host, &layout, &keyring, &mut Zeros(100), &mut |_| true).unwrap();
    let mut object = crate::table::object::Object {
        row: 1,
        name: stored.name,
        sha256: stored.sha256,
        blake3: stored.blake3,
        size: stored.size,
        media_type: String::new(),
    };
    read_through(&layout, &keyring, &object, &mut |_| Ok(())).unwrap();
    object.blake3[0] ^= 1;
    let read = read_through(&layout, &keyring, &object, &mut |_| Ok(()));
    assert!(matches!(read, Err(Error::Damaged(_))));
}
