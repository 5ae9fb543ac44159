//! Referral documents: the notice on paper and as plain text, its items as CSV, the letter that
//! carries them, the exhibits as one ZIP; texts for a linguist as a print. A network as `GraphML` and as a picture. Reports
//! of figures.
//!
//! Invariant: the same referral, marking, instant and standing give the same bytes. Whoever asks
//! says whether the referral is approved; until then every page and every row says it is not.
//! Nothing here knows the case: the case's own reference and title, its label for the referral and
//! officers' notes never reach a document. Nothing is read from the machine: fonts and the paper's
//! layout are part of the program, and templates of texts are given by whoever asks.

mod chart;
pub mod csv_guard;
mod exhibits_zip;
pub mod figures;
mod file_names;
mod items_csv;
mod letter;
mod linguist;
pub mod network;
mod notice;
mod outward;
mod page;
mod paper;
pub mod template;
mod visible;
mod when;
mod words;

pub use chart::{Chart, Form, Series, chart_csv, chart_png, chart_svg};
pub use exhibits_zip::{ExhibitsZip, Packed};
pub use items_csv::referral_csv;
pub use letter::{Attachment, Letter, referral_eml};
pub use linguist::{LinguistSheet, LinguistText, linguist_sheet};
pub use notice::referral_text;
pub use outward::OutwardLetter;
pub use page::page_count;
pub use paper::{
    CheckLine, CheckSheet, PagePart, Pages, Pdf, check_sheet_pdf, figures_pdf, pages_pdf,
    referral_pdf,
};
pub use words::unit_words;

/// What every page and row says before approval.
pub const DRAFT_WORDS: &str = "DRAFT, NOT APPROVED";

/// Whether a rendering may be used. The caller says so, since what is sealed at approval is
/// rendered before the approval stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Every page and row says [`DRAFT_WORDS`].
    Draft,
    /// Nothing says so.
    Approved,
}

impl Standing {
    /// What a page says of it, if anything.
    pub const fn words(self) -> Option<&'static str> {
        match self {
            Self::Draft => Some(DRAFT_WORDS),
            Self::Approved => None,
        }
    }
}

/// Why a document was not made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A template cannot be rendered.
    #[error("{0}")]
    Template(template::TemplateFault),
    /// The typesetter refused its own template: a fault of the program. Carries none of the words.
    #[error("the paper could not be set; this is a fault of the program, not of the referral")]
    Typeset,
    /// Writing the document failed.
    #[error("{what} could not be written")]
    Io {
        /// The file within the document.
        what: String,
        /// What the system said.
        source: std::io::Error,
    },
}

/// Documents or the reason there is none.
pub type Result<T> = std::result::Result<T, Error>;

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
