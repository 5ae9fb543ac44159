//! Screenshots that came back from the machine where somebody looks: which files of a folder belong under which number of
//! a carry sheet, held against the list of hashes that came with them, and attaching those. Nothing in the folder is
//! moved, renamed or removed.

use crate::evidence::attach::{self, Attach};
use crate::{Error, Progress, Result, Session, outfile};
use breakwater_casefile::table::exhibit::{self, Exhibit};
use breakwater_casefile::table::{account, check_sheet};
use breakwater_casefile::{Reader, layout};
use breakwater_model::checks::{ShotState, ShotView, ShotsView, SkipReason, SkippedView};
use breakwater_model::{AccountId, ExhibitId};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Most files of a folder that are looked at.
const MOST: usize = 2_000;
/// Largest list of hashes that is read. Bytes.
const LIST: u64 = 4 << 20;

/// Sheet and number a file is named after: `3-17.png`, `3-17 offline.png`.
fn place_of(name: &str) -> Option<(u32, u32)> {
    let (sheet, rest) = name.split_once('-')?;
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let (number, after) = rest.split_at_checked(end)?;
    let is_end = after.is_empty() || after.starts_with(['.', ' ', '_', '(']);
    let plain = |text: &str| {
        let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u32>().ok().filter(|_| is_plain)
    };
    plain(sheet).zip(plain(number)).filter(|_| is_end)
}

/// The exhibit of an account that shows what was seen under a number of a sheet: the newest that is named after it.
pub(super) fn shown_by(
    reader: &Reader<'_>,
    account: i64,
    place: (u32, u32),
) -> Result<Option<ExhibitId>> {
    let all = exhibit::of_account(reader, account)?;
    let shown = all
        .iter()
        .find(|exhibit| place_of(&exhibit.file_name) == Some(place));
    Ok(shown.map(|exhibit| exhibit.id))
}

/// Hashes of the files of a folder that was looked at, each good while its file keeps size and time of change.
#[derive(Debug, Default)]
pub struct Hashes(BTreeMap<PathBuf, ((u64, SystemTime), [u8; 32])>);

impl Hashes {
    /// The hash of a file, worked out where it is not known; then nothing is forgotten of the others.
    fn of(&self, path: &Path) -> std::io::Result<((u64, SystemTime), [u8; 32])> {
        let about = path.metadata()?;
        let stamp = (about.len(), about.modified()?);
        match self.0.get(path) {
            Some((known, sha256)) if *known == stamp => Ok((stamp, *sha256)),
            _ => Ok((stamp, outfile::hash_of(path)?)),
        }
    }
}

/// A file of the folder.
struct Shot {
    path: PathBuf,
    view: ShotView,
    account: Option<AccountId>,
}

/// What lies in the folder, and where each would go. Nothing is attached.
///
/// # Errors
/// The folder cannot be read, or lies within a case.
pub fn look(session: &Session, folder: &Path) -> Result<ShotsView> {
    look_again(session, folder, &mut Hashes::default())
}

/// Like [`look`]; a file whose size and time of change are those that are known is not read again. What is attached is
/// read anew always.
///
/// # Errors
/// Those of [`look`].
pub fn look_again(session: &Session, folder: &Path, known: &mut Hashes) -> Result<ShotsView> {
    let (shots, beside) = read(session, folder, known)?;
    Ok(view(&shots, beside))
}

/// Attaches every file that is new and fits to its account, each whole or not at all; gives what lies there then. A file
/// that is refused does not stop the rest.
///
/// # Errors
/// Those of [`look`]; the disk.
pub fn take(session: &Session, folder: &Path, progress: &dyn Progress) -> Result<ShotsView> {
    let (mut shots, beside) = read(session, folder, &mut Hashes::default())?;
    let total = shots.len() as u64;
    for (done, shot) in (1u64..).zip(&mut shots) {
        if progress.is_cancelled() {
            break;
        }
        let Some(account) = shot.account.filter(|_| shot.view.state == ShotState::New) else {
            continue;
        };
        let request = Attach {
            account,
            files: vec![shot.path.clone()],
            source_url: None,
            captured_at: None,
            method: Some("screenshot".into()),
            warnings: Vec::new(),
        };
        for attached in attach::attach(session, &request, &crate::Quiet, &mut |_| {})? {
            match (attached.exhibit, attached.refused) {
                // The hash of what is stopped is withheld.
                (Some(made), _)
                    if made
                        .sha256
                        .as_ref()
                        .is_none_or(|own| *own == shot.view.sha256) =>
                {
                    shot.view.state = ShotState::Attached;
                }
                (Some(made), _) => {
                    shot.view.state = ShotState::Differs;
                    shot.view.why = Some(format!(
                        "it was changed while it was taken in; exhibit {} holds what it was changed to",
                        made.number
                    ));
                }
                (None, why) => {
                    shot.view.state = ShotState::Refused;
                    shot.view.why = why;
                }
            }
        }
        progress.step(done, Some(total), "files");
    }
    Ok(view(&shots, beside))
}

/// What a list of hashes says, and what is beside the files that are looked at.
struct Beside {
    has_list: bool,
    missing: Vec<String>,
    beyond: u32,
    skipped: Vec<SkippedView>,
}

/// A file by its name.
type NamedFile = (String, PathBuf);

/// The files of a folder by name, and what is none. Files that a system hides are no screenshots and are not told of.
fn entries(folder: &Path, what: &str) -> Result<(Vec<NamedFile>, Vec<SkippedView>)> {
    let (mut files, mut skipped) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(folder).map_err(Error::io(what))? {
        let entry = entry.map_err(Error::io(what))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let kind = entry.file_type().map_err(Error::io(what))?;
        if kind.is_file() {
            files.push((name, entry.path()));
            continue;
        }
        let why = if kind.is_symlink() {
            SkipReason::Link
        } else if kind.is_dir() {
            SkipReason::Folder
        } else {
            SkipReason::Other
        };
        skipped.push(SkippedView { name, why });
    }
    files.sort();
    skipped.sort_by(|one, other| one.name.cmp(&other.name));
    Ok((files, skipped))
}

fn read(session: &Session, folder: &Path, known: &mut Hashes) -> Result<(Vec<Shot>, Beside)> {
    let what = layout::file_name(folder);
    if layout::is_within_case(folder).map_err(Error::io(&what))? {
        return Err(Error::Invalid(format!(
            "{what} lies within a case. Choose the folder that the screenshots came in."
        )));
    }
    let (files, skipped) = entries(folder, &what)?;
    let (lists, mut pictures): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|(name, _)| is_list(name));
    let mut hashes = BTreeMap::new();
    for (name, path) in &lists {
        listed(name, path, &mut hashes)?;
    }
    let beyond = u32::try_from(pictures.len().saturating_sub(MOST)).unwrap_or(u32::MAX);
    pictures.truncate(MOST);
    let missing = hashes
        .keys()
        .filter(|name| pictures.iter().all(|(own, _)| own != *name))
        .cloned()
        .collect();
    let hashes = (!lists.is_empty()).then_some(hashes);
    // Read before the case is asked: nobody waits meanwhile for what a slow stick holds.
    let mut now = BTreeMap::new();
    let read = pictures
        .into_iter()
        .map(|(name, path)| {
            let (stamp, sha256) = known.of(&path).map_err(Error::io(&name))?;
            now.insert(path.clone(), (stamp, sha256));
            Ok((name, path, sha256))
        })
        .collect::<Result<Vec<_>>>()?;
    known.0 = now;
    let shots = session.snapshot(|reader| {
        read.into_iter()
            .map(|file| shot(reader, file, hashes.as_ref()))
            .collect::<Result<Vec<_>>>()
    })?;
    let has_list = hashes.is_some();
    Ok((
        shots,
        Beside {
            has_list,
            missing,
            beyond,
            skipped,
        },
    ))
}

fn is_list(name: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with(".sha256") || name == "sha256sums" || name == "sha256sums.txt"
}

/// Reads a list as `sha256sum` writes it: the hash, two signs, the name.
fn listed(name: &str, path: &Path, into: &mut BTreeMap<String, String>) -> Result<()> {
    if path.metadata().map_err(Error::io(name))?.len() > LIST {
        return Err(Error::Invalid(format!(
            "{name} is too large for a list of hashes."
        )));
    }
    let text = fs::read_to_string(path).map_err(Error::io(name))?;
    for (line, text) in (1..).zip(text.lines()) {
        let text = text.trim_start_matches('\u{feff}').trim_end();
        if text.is_empty() {
            continue;
        }
        let hash = text.get(..64).filter(|hash| {
            let mut signs = hash.bytes();
            signs.all(|sign| sign.is_ascii_hexdigit())
        });
        let file = text
            .get(64..)
            .map(|rest| rest.trim_start_matches([' ', '*']));
        let (Some(hash), Some(file)) = (hash, file.filter(|file| !file.is_empty())) else {
            return Err(Error::Invalid(format!(
                "{name}, line {line}, is no line of hashes. Each should hold a SHA-256 and a file's name, as sha256sum writes them."
            )));
        };
        let file = file.rsplit(['/', '\\']).next().unwrap_or(file);
        into.insert(file.to_owned(), hash.to_lowercase());
    }
    Ok(())
}

fn shot(
    reader: &Reader<'_>,
    (name, path, sha256): (String, PathBuf, [u8; 32]),
    hashes: Option<&BTreeMap<String, String>>,
) -> Result<Shot> {
    let hex = outfile::hex(&sha256);
    let place = place_of(&name);
    let row = match place {
        Some((sheet, number)) => check_sheet::account_of(reader, sheet, number)?,
        None => None,
    };
    let holds = |exhibit: &Exhibit| exhibit.sha256 == sha256;
    let state = match (hashes.map(|all| all.get(&name)), place, row) {
        (Some(Some(listed)), ..) if *listed != hex => ShotState::Differs,
        (Some(None), ..) => ShotState::Unlisted,
        (_, None, _) => ShotState::NoNumber,
        (_, Some(_), None) => ShotState::UnknownNumber,
        (_, Some(_), Some(row)) if exhibit::of_account(reader, row)?.iter().any(holds) => {
            ShotState::Attached
        }
        _ => ShotState::New,
    };
    let label = row.map(|row| account::called(reader, row)).transpose()?;
    let id = row.map(|row| account::id(reader, row)).transpose()?;
    Ok(Shot {
        path,
        account: id,
        view: ShotView {
            name,
            sha256: hex,
            sheet: place.map(|(sheet, _)| sheet),
            number: place.map(|(_, number)| number),
            account: id,
            label,
            state,
            why: None,
        },
    })
}

fn view(shots: &[Shot], beside: Beside) -> ShotsView {
    let count = |is: &dyn Fn(ShotState) -> bool| {
        let all = shots.iter().filter(|shot| is(shot.view.state)).count();
        u32::try_from(all).unwrap_or(u32::MAX)
    };
    ShotsView {
        read: u32::try_from(shots.len()).unwrap_or(u32::MAX),
        new: count(&|state| state == ShotState::New),
        attached: count(&|state| state == ShotState::Attached),
        rejected: count(&|state| !matches!(state, ShotState::New | ShotState::Attached)),
        has_list: beside.has_list,
        missing: beside.missing,
        beyond: beside.beyond,
        skipped: beside.skipped,
        files: shots.iter().map(|shot| shot.view.clone()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_list, place_of};

    #[test]
    fn a_file_is_named_after_a_sheet_and_a_number_on_it() {
        for (name, place) in [
            ("3-17.png", Some((3, 17))),
            ("3-17 offline.png", Some((3, 17))),
            ("3-17_2.jpg", Some((3, 17))),
            ("3-17", Some((3, 17))),
            ("3-17b.png", None),
            ("3-.png", None),
            ("-17.png", None),
            ("+3-17.png", None),
            ("Screenshot 3-17.png", None),
            ("2026-11-28.png", None),
            ("99999999999-1.png", None),
        ] {
            assert_eq!(place_of(name), place, "{name}");
        }
    }

    #[test]
    fn lists_of_hashes_are_told_by_their_names() {
        assert!(is_list("SHA256SUMS") && is_list("stick.sha256") && is_list("sha256sums.txt"));
        assert!(!is_list("3-17.png"));
    }
}
