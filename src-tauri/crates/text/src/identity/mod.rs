//! Which account, post or number an address, handle or id names.
//!
//! One engine reads the tables of hosts and paths; no platform has code of its
//! own. Nothing is guessed: a short link stays a short link. The key is stable:
//! `normalise(canonical_url).key == key`.

mod address;
mod bare;
mod capture;
mod clean;
mod dialled;
mod find;
mod mention;
mod named;
mod number;
mod phone;
mod rule;
mod site;
mod template;
mod website;

use crate::{dial, fold, handle, hidden, platform};
use breakwater_model::platform::Unit;
use serde::Serialize;

pub use find::{Found, find};
pub use mention::{bare_site, mentions};
pub use number::{Number, numbers};

/// What kind of thing is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// An account.
    Account,
    /// A post, story, video, live or advert.
    Post,
    /// A page.
    Page,
    /// A group.
    Group,
    /// A channel.
    Channel,
    /// An invitation to a closed group or channel.
    Invite,
    /// A telephone number.
    Phone,
    /// An address that leads elsewhere; not resolved, never guessed.
    ShortLink,
    /// A website.
    Website,
    /// Nothing we can name.
    Unknown,
}

/// Something an officer should know about what was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// The kind of warning, kebab case.
    pub code: &'static str,
    /// What it is, in words.
    pub what: String,
}

impl Warning {
    fn new(code: &'static str, what: impl Into<String>) -> Self {
        Self {
            code,
            what: what.into(),
        }
    }
}

/// What an input names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Identified {
    /// The input, untouched.
    pub input: String,
    /// The platform's code, if known.
    pub platform: Option<String>,
    /// What kind of thing.
    pub kind: Kind,
    /// The same for every way of writing the same thing: `tiktok:@handle`, `tiktok:#id`, `tiktok:post:id`.
    pub key: Option<String>,
    /// The handle as written, without `@`; for a post, that of its account.
    pub handle: Option<String>,
    /// The platform's id of the account, or the number in E.164 for a telephone.
    pub platform_id: Option<String>,
    /// The address without trackers; `normalise` of it gives the same key.
    pub canonical_url: Option<String>,
    /// For a post: the key of the account, page, group or channel its address names.
    pub account_key: Option<String>,
    /// For a post: its key.
    pub post_key: Option<String>,
    /// For a post: story, live broadcast or advert where its address says so.
    #[serde(skip)]
    pub post_unit: Option<Unit>,
    /// What an officer should know.
    pub warnings: Vec<Warning>,
}

impl Identified {
    fn unknown() -> Self {
        Self {
            input: String::new(),
            platform: None,
            kind: Kind::Unknown,
            key: None,
            handle: None,
            platform_id: None,
            canonical_url: None,
            account_key: None,
            post_key: None,
            post_unit: None,
            warnings: Vec::new(),
        }
    }

    fn unknown_because(code: &'static str, what: impl Into<String>) -> Self {
        Self {
            warnings: vec![Warning::new(code, what)],
            ..Self::unknown()
        }
    }

    /// The unit it counts as; `None` for what has none, a short link or something unknown.
    pub fn unit(&self) -> Option<Unit> {
        match self.kind {
            Kind::Account => Some(Unit::Account),
            Kind::Post => Some(self.post_unit.unwrap_or(Unit::Post)),
            Kind::Page => Some(Unit::Page),
            Kind::Group => Some(Unit::Group),
            Kind::Channel => Some(Unit::Channel),
            Kind::Invite => Some(Unit::Invite),
            Kind::Phone => Some(Unit::Phone),
            Kind::Website => Some(Unit::Website),
            Kind::ShortLink | Kind::Unknown => None,
        }
    }

    /// The key of what a person or group runs: the thing itself, or for a post what its address names.
    pub fn holder_key(&self) -> Option<&str> {
        match self.kind {
            Kind::Post => self.account_key.as_deref(),
            Kind::ShortLink | Kind::Unknown => None,
            _ => self.key.as_deref(),
        }
    }

    fn warn(&mut self, code: &'static str, what: impl Into<String>) {
        let warning = Warning::new(code, what);
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    /// Says so where what is dialled before a number at home was written behind the code of its country.
    fn warn_of_home_sign(&mut self, input: &str) {
        let number = self.platform_id.as_deref().unwrap_or_default();
        let Some(written) = number.strip_prefix('+').and_then(dial::with_home_sign) else {
            return;
        };
        let digits: String = input
            .chars()
            .filter_map(fold::digit_or_self)
            .filter(char::is_ascii_digit)
            .collect();
        if digits.contains(&written) && !input.contains("(0)") {
            self.warn(
                "home-sign",
                "The 0 behind the code of the country is dialled at home only; it was left out.",
            );
        }
    }

    /// Sets the input and adds what holds for every way of reading it.
    fn finish(mut self, input: &str) -> Self {
        input.clone_into(&mut self.input);
        let hidden = hidden::named(&decoded(input));
        if !hidden.is_empty() {
            let what = format!(
                "Characters that are not seen were left out: {}.",
                hidden.join(", ")
            );
            self.warn("hidden-characters", what);
        }
        if self.kind == Kind::Phone {
            self.warn_of_home_sign(input);
        }
        let Some(name) = self.handle.clone() else {
            return self;
        };
        for warning in hidden::handle_warnings(&name) {
            self.warn(warning.kind.code(), warning.what);
        }
        if let Some(facts) = self.platform.as_deref().and_then(platform::facts)
            && !handle::is_valid(facts.code, &name)
        {
            self.warn(
                "handle-form",
                format!("{}; this one is different.", handle::rule(facts)),
            );
        }
        self
    }
}

/// The input as it is read: what stands in it encoded, decoded.
fn decoded(input: &str) -> std::borrow::Cow<'_, str> {
    percent_encoding::percent_decode_str(input)
        .decode_utf8()
        .unwrap_or(input.into())
}

/// What an input names: an address of any kind, `@handle`, `platform: handle`, a key of ours, a telephone number.
///
/// Never fails: what cannot be named is [`Kind::Unknown`] with a warning that says why.
pub fn normalise(input: &str) -> Identified {
    let cleaned = clean::clean(input);
    bare::any(&cleaned, 0).finish(input)
}

/// What an input names when the platform is known: an address, a bare handle or a bare id.
///
/// An address wins over the platform given, with a warning if they differ.
pub fn normalise_on(platform: &str, input: &str) -> Identified {
    on(platform, input, bare::Hint::Either)
}

/// What the cell of a handle column names. A row of digits is a handle where the platform allows it.
pub fn normalise_handle(platform: &str, handle: &str) -> Identified {
    on(platform, handle, bare::Hint::Handle)
}

/// What the cell of an id column names: an address, else the cell is taken for an id.
pub fn normalise_id(platform: &str, id: &str) -> Identified {
    on(platform, id, bare::Hint::Id)
}

fn on(platform: &str, input: &str, hint: bare::Hint) -> Identified {
    let cleaned = clean::clean(input);
    bare::on(platform, &cleaned, hint).finish(input)
}
