//! The typesetter, with all it may know: one template, the embedded fonts and the words it is given.
//!
//! Invariant: words are data, never markup; no file, package, system font or clock is reached.
//! Nothing of the words is kept once the paper is set.

use super::letters::FONTS;
use crate::{Error, Result};
use breakwater_model::Instant;
use chrono::{Datelike, Timelike};
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration, IntoValue, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// A document: its bytes and its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file: PDF/A-2a and PDF/UA-1, so that it can be kept and read aloud.
    pub bytes: Vec<u8>,
    /// Its pages.
    pub pages: u32,
}

/// The paper that `template` makes of `words`, JSON it finds as `sys.inputs.paper`. `at` is the
/// only time the file bears.
pub fn set(template: &str, words: Vec<u8>, at: Instant) -> Result<Pdf> {
    let desk = Desk::new(template, words).ok_or(Error::Typeset)?;
    let pdf = print(&desk, at);
    // The typesetter remembers what it set, to set it faster again: people's words, in memory.
    typst::comemo::evict(0);
    pdf
}

fn print(desk: &Desk, at: Instant) -> Result<Pdf> {
    let document = typst::compile::<PagedDocument>(desk)
        .output
        .map_err(|_| Error::Typeset)?;
    let options = PdfOptions {
        creator: Smart::Custom(None),
        timestamp: moment(at).map(Timestamp::new_utc),
        standards: PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
            .map_err(|_| Error::Typeset)?,
        ..PdfOptions::default()
    };
    Ok(Pdf {
        bytes: typst_pdf::pdf(&document, &options).map_err(|_| Error::Typeset)?,
        pages: u32::try_from(document.pages().len()).unwrap_or(u32::MAX),
    })
}

fn moment(at: Instant) -> Option<Datetime> {
    let at = at.utc();
    let small = |part: u32| u8::try_from(part).ok();
    Datetime::from_ymd_hms(
        at.year(),
        small(at.month())?,
        small(at.day())?,
        small(at.hour())?,
        small(at.minute())?,
        small(at.second())?,
    )
}

struct Desk {
    library: LazyHash<Library>,
    template: Source,
}

static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// The template's name to the typesetter; made once, since it keeps names for ever.
static MAIN: LazyLock<Option<FileId>> = LazyLock::new(|| {
    let path = VirtualPath::new("referral.typ").ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
});

impl Desk {
    fn new(template: &str, words: Vec<u8>) -> Option<Self> {
        let mut inputs = Dict::new();
        inputs.insert("paper".into(), Bytes::new(words).into_value());
        Some(Self {
            library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
            template: Source::new((*MAIN)?, template.to_owned()),
        })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
