//! What a row says about an account.

use breakwater_model::account::ExtraView;
use breakwater_model::import::ImportWarning;
use breakwater_model::platform::Unit;
use breakwater_model::{AccountId, WorldTime};
use breakwater_text::language;

/// What a row says about an account.
#[derive(Debug, Clone)]
pub struct Row {
    /// The account's id in our own export.
    pub own_id: Option<AccountId>,
    /// Platform code.
    pub platform: String,
    /// Unit.
    pub unit: Unit,
    /// Handle as written, without `@`.
    pub written: Option<String>,
    /// Handle for matching.
    pub folded: Option<String>,
    /// Platform id.
    pub platform_id: Option<String>,
    /// Address as written.
    pub url: Option<String>,
    /// Canonical address of the account.
    pub canonical_url: Option<String>,
    /// True if that address names the account without handle and id, as a website's does.
    pub is_by_address: bool,
    /// A short link of the row beside what names its account: the link led there.
    pub short_link: Option<String>,
    /// When it was seen.
    pub seen: WorldTime,
    /// True if no date was given or it cannot be read.
    pub is_assumed: bool,
    /// Name shown on the platform.
    pub display_name: Option<String>,
    /// Profile text.
    pub bio: Option<String>,
    /// Language code, of a column; else none until [`Row::detect`].
    pub language: Option<String>,
    /// Followers.
    pub followers: Option<String>,
    /// Why flagged.
    pub reason: Option<String>,
    /// Who flagged it.
    pub source: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// A post.
    pub post: Option<PostCells>,
    /// Cells kept as they are.
    pub extra: Vec<ExtraView>,
    /// True if some of them stood in no column of their own.
    pub keeps_beside: bool,
    /// Something an officer should know about how it was read.
    pub remark: Option<String>,
    /// What somebody should look at.
    pub oddities: Vec<ImportWarning>,
}

/// A post in a row.
#[derive(Debug, Clone)]
pub struct PostCells {
    /// Post, story, live broadcast or advert.
    pub unit: Unit,
    /// Words.
    pub text: String,
    /// Address as written.
    pub url: Option<String>,
    /// Canonical address.
    pub canonical_url: Option<String>,
    /// Key.
    pub key: Option<String>,
    /// When posted.
    pub posted: Option<WorldTime>,
}

impl Row {
    /// Tells the language of the profile text where no column did. Costs more than all else that a row says together, and
    /// which account it names does not depend on it.
    pub fn detect(&mut self) {
        if self.language.is_none() {
            let found = self.bio.as_deref().and_then(language::detect);
            self.language = found.map(str::to_owned);
        }
    }

    /// What to call it in the preview.
    pub fn label(&self) -> String {
        match (
            &self.written,
            &self.display_name,
            &self.platform_id,
            &self.url,
        ) {
            (Some(handle), ..) => format!("{}: {handle}", self.platform),
            (None, Some(name), ..) => format!("{}: {name}", self.platform),
            (None, None, Some(id), _) => format!("{}: id {id}", self.platform),
            (.., Some(url)) => breakwater_text::defang::show(url),
            _ => self.platform.clone(),
        }
    }
}
