//! Opening a package: everything in it is compared with what its sender signed before anything is shown.

use super::sheet::{FORM, FROZEN, NAMESPACE, SHEET, SIGNATURE, Sheet, output_file};
use super::{LONGEST, fingerprint, is_same_key};
use crate::case::officer;
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::{Action, approval, audit_log, layout, parcel};
use breakwater_model::audit::Operation;
use breakwater_model::case::Role;
use breakwater_model::package::{PackageFileView, PackageView};
use breakwater_model::referral::ReferralFormat;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Cursor, Read};
use std::path::Path;
use zip::ZipArchive;

/// Files of a package.
const MOST_FILES: usize = 5_000;

/// A package whose every file has the hash its sender signed.
pub(super) struct Package {
    pub sheet: Sheet,
    /// The notice as plain text.
    notice: String,
    sizes: BTreeMap<String, usize>,
}

/// Shows a package to whoever is asked to approve it. That it was opened stands in the log of this case.
///
/// # Errors
/// It is sealed for another case (refused by rule `sealed-for-this-case`); damaged where anything in it is not what its
/// sender signed, with what.
pub fn open(session: &Session, file: &Path) -> Result<PackageView> {
    let package = read(session, file)?;
    let action = Action::new(Operation::Consultation, "package-opened", "package")
        .word("reference", &package.sheet.outside_reference)
        .word("version", &package.sheet.version.to_string())
        .word("sha256", &package.sheet.sha256);
    session.note(action)?;
    view(session, package, layout::file_name(file))
}

/// The package again, for an officer who opened it before: what is signed was read.
///
/// # Errors
/// As [`open`]; refused by rule `a-package-is-opened-first`.
pub fn opened(session: &Session, file: &Path) -> Result<PackageView> {
    let package = read(session, file)?;
    refuse_unopened(session, &package.sheet)?;
    view(session, package, layout::file_name(file))
}

/// Refused unless whoever is here opened this very submission, as the log says.
pub(super) fn refuse_unopened(session: &Session, sheet: &Sheet) -> Result<()> {
    let own = session.officer().view.id;
    let version = sheet.version.to_string();
    let words = [("sha256", sheet.sha256.as_str()), ("version", &version)];
    let is_opened =
        session.read(|reader| audit_log::has(reader, ("package-opened", own), words))?;
    if is_opened {
        return Ok(());
    }
    Err(Error::refused(
        "a-package-is-opened-first",
        "Open the package and read every item before you sign it (package-open).",
    ))
}

fn view(session: &Session, package: Package, file_name: String) -> Result<PackageView> {
    let refusal = refusal(session, &package.sheet)?.map(|error| error.to_string());
    let size = |name: &str| {
        package
            .sizes
            .get(name)
            .copied()
            .unwrap_or_default()
            .to_string()
    };
    let sheet = package.sheet;
    let outputs = sheet.outputs.iter().map(|output| {
        let file = output_file(output);
        PackageFileView {
            size: size(&file),
            sha256: output.sha256.clone(),
            name: file.trim_start_matches("outputs/").to_owned(),
        }
    });
    let exhibits = sheet.exhibits.iter().map(|exhibit| PackageFileView {
        name: exhibit.number.clone(),
        sha256: exhibit.sha256.clone(),
        size: size(&exhibit.file),
    });
    Ok(PackageView {
        outputs: outputs.collect(),
        exhibits: exhibits.collect(),
        file_name,
        sender_fingerprint: fingerprint(&sheet.sender.key)?,
        outside_reference: sheet.outside_reference,
        platform_name: sheet.platform_name,
        title: sheet.title,
        summary: sheet.summary,
        marking: sheet.marking,
        version: sheet.version,
        sha256: sheet.sha256,
        submitted_at: sheet.submitted_at,
        sender: sheet.sender,
        drafters: sheet.drafters,
        items: sheet.items,
        notice: package.notice,
        refusal,
    })
}

/// Why whoever is here may not approve it.
pub(super) fn refusal(session: &Session, sheet: &Sheet) -> Result<Option<Error>> {
    let own = officer::own(session)?;
    if own.role == Role::Reader {
        return Ok(Some(Error::refused(
            "drafter-is-not-approver",
            "Who only reads approves nothing.",
        )));
    }
    let mut drafted = sheet.drafters.iter().chain([&sheet.sender]);
    let is_own = drafted.any(|one| {
        one.id == own.id || one.number == own.number || is_same_key(&one.key, &own.public_key)
    });
    Ok(is_own.then(|| {
        Error::refused(
            "drafter-is-not-approver",
            "A second officer approves: nobody who drafted, changed, submitted or packed it.",
        )
    }))
}

/// Reads a package and compares everything in it.
pub(super) fn read(session: &Session, file: &Path) -> Result<Package> {
    let name = layout::file_name(file);
    let mut source = File::open(file).map_err(Error::io(&name))?;
    let bytes = parcel::open(session, &mut source, LONGEST)?;
    let mut zip = ZipArchive::new(Cursor::new(bytes.as_slice()))
        .map_err(|_| altered("it holds no package"))?;
    if zip.len() > MOST_FILES {
        return Err(altered("it holds more files than a package does"));
    }
    let text = text(&mut zip, SHEET)?;
    let sheet: Sheet =
        serde_json::from_str(&text).map_err(|_| altered("its sheet cannot be read"))?;
    if sheet.form != FORM {
        return Err(Error::Newer {
            found: sheet.form,
            known: FORM,
        });
    }
    let signature = self::text(&mut zip, SIGNATURE)?;
    if !approval::is_signed_in(NAMESPACE, &text, &signature, &sheet.sender.key) {
        return Err(altered("its sheet is not what its sender signed"));
    }
    let mut sizes = BTreeMap::new();
    let mut notice = String::new();
    check(&mut zip, FROZEN, &sheet.sha256, &mut sizes)?;
    for output in &sheet.outputs {
        let bytes = check(&mut zip, &output_file(output), &output.sha256, &mut sizes)?;
        if output.format == ReferralFormat::Txt {
            notice = String::from_utf8(bytes).map_err(|_| altered("its notice is no text"))?;
        }
    }
    for exhibit in &sheet.exhibits {
        check(&mut zip, &exhibit.file, &exhibit.sha256, &mut sizes)?;
    }
    Ok(Package {
        sheet,
        notice,
        sizes,
    })
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

fn altered(what: &str) -> Error {
    Error::Damaged(format!("this package was altered: {what}"))
}

fn bytes(zip: &mut Archive<'_>, name: &str) -> Result<Vec<u8>> {
    let missing = || altered(&format!("{name} cannot be read from it"));
    let file = zip.by_name(name).map_err(|_| missing())?;
    let mut bytes = Vec::new();
    file.take(LONGEST)
        .read_to_end(&mut bytes)
        .map_err(|_| missing())?;
    Ok(bytes)
}

fn text(zip: &mut Archive<'_>, name: &str) -> Result<String> {
    String::from_utf8(bytes(zip, name)?).map_err(|_| altered(&format!("{name} is no text")))
}

/// The bytes of a file, if they have the hash the sheet names.
fn check(
    zip: &mut Archive<'_>,
    name: &str,
    sha256: &str,
    sizes: &mut BTreeMap<String, usize>,
) -> Result<Vec<u8>> {
    let bytes = bytes(zip, name)?;
    if outfile::sha256(&bytes) != sha256 {
        return Err(altered(&format!("{name} is not what its sender signed")));
    }
    sizes.insert(name.to_owned(), bytes.len());
    Ok(bytes)
}
