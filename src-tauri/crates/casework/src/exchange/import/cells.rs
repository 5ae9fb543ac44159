//! The cells of a row, and what they say together.

use super::columns::{OWN, OWN_ID};
use super::named::{NO_ID, Named, contradiction, named, named_by_link, no_id, post_unit, unit};
use super::no_names;
use super::row::{PostCells, Row};
use breakwater_model::account::ExtraView;
use breakwater_model::import::{Field, ImportWarning};
use breakwater_model::platform::Unit;
use breakwater_model::{AccountId, Instant, Precision, WorldTime};
use breakwater_text::identity::{self, Identified, Kind};
use breakwater_text::{date, handle, hidden, language, platform};

/// The column a handle is kept in as it is written, where signs of it are not seen.
const AS_WRITTEN: &str = "handle as written";
/// A date may stand a day ahead: files bear no zone.
const DAY_MS: i64 = 86_400_000;

/// The cells of a row by what they hold.
#[derive(Default)]
pub struct Cells {
    own_id: Option<AccountId>,
    platform: String,
    handle: String,
    url: String,
    platform_id: String,
    display_name: String,
    bio: String,
    followers: String,
    language: String,
    first_seen: String,
    reason: String,
    source: String,
    notes: String,
    post_text: String,
    post_url: String,
    posted_at: String,
    unit: String,
    extra: Vec<ExtraView>,
    keeps_beside: bool,
    remarks: Vec<String>,
    oddities: Vec<ImportWarning>,
}

impl Cells {
    /// Keeps a number that lost its last digits in a spreadsheet as what it is now: no id, no name.
    pub fn lose(&mut self, header: &str, text: &str) {
        self.remarks.push(format!(
            "{header} {text} lost its last digits in a spreadsheet and names nobody any more; format the column as text and fill it again"
        ));
        self.keep_beside(format!("{header} (digits lost)"), text.to_owned());
    }

    /// Keeps the addresses after the first one of a cell that holds several.
    pub fn keep_further(&mut self, name: &str, text: &str) {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let further: Vec<&str> = lines.skip(1).collect();
        if !further.is_empty() {
            self.oddities.push(ImportWarning::FurtherAddresses);
            self.remarks.push(format!(
                "the cell holds {} addresses; the row is about the first",
                further.len() + 1
            ));
            self.keep_beside(name.to_owned(), further.join("\n"));
        }
    }

    /// Keeps what stands in no column of its own.
    pub fn keep_beside(&mut self, name: String, value: String) {
        self.extra.push(ExtraView { name, value });
        self.keeps_beside = true;
    }

    /// Takes a cell.
    pub fn put(&mut self, field: Field, header: &str, text: &str) {
        let into = match field {
            Field::Platform => &mut self.platform,
            Field::Handle => &mut self.handle,
            Field::Url => &mut self.url,
            Field::PlatformId => &mut self.platform_id,
            Field::DisplayName => &mut self.display_name,
            Field::Bio => &mut self.bio,
            Field::Followers => &mut self.followers,
            Field::Language => &mut self.language,
            Field::FirstSeen => &mut self.first_seen,
            Field::Reason => &mut self.reason,
            Field::Source => &mut self.source,
            Field::Notes => &mut self.notes,
            Field::PostText => &mut self.post_text,
            Field::PostUrl => &mut self.post_url,
            Field::PostedAt => &mut self.posted_at,
            Field::Unit => &mut self.unit,
            Field::Extra => {
                if header == OWN_ID {
                    self.own_id = text.parse().ok();
                } else if !header.starts_with(OWN) && !text.is_empty() {
                    self.extra.push(ExtraView {
                        name: header.to_owned(),
                        value: text.to_owned(),
                    });
                }
                return;
            }
        };
        text.clone_into(into);
    }

    /// What the cells say together.
    ///
    /// # Errors
    /// Why the row cannot be taken, in words.
    pub fn row(
        mut self,
        now: Instant,
        dates: date::Order,
        language_name: &str,
    ) -> std::result::Result<Row, String> {
        for (cell, what) in [(&mut self.handle, "handle"), (&mut self.platform_id, "id")] {
            self.remarks.extend(no_names::leave_out(cell, what));
        }
        self.keep_hidden();
        let (seen, is_assumed) = self.seen(now, dates);
        let mut named = match self.named() {
            Ok(named) => named,
            Err(reason) if self.remarks.is_empty() => return Err(reason),
            Err(reason) => return Err(format!("{reason}; {}", self.remarks.join("; "))),
        };
        if let Some(why) = no_id(&named, &self.platform_id) {
            self.remarks.push(why);
            self.keep_beside(NO_ID.to_owned(), self.platform_id.clone());
        }
        if !self.remarks.is_empty() {
            self.remarks.extend(named.remark.take());
            named.remark = Some(self.remarks.join("; "));
        }
        if platform::facts(&named.platform).is_none() {
            self.oddities.push(ImportWarning::UnknownPlatform);
        }
        let language = self.language(language_name);
        let post = self.post(&named.platform);
        Ok(Row {
            own_id: self.own_id,
            unit: unit(&self.unit, named.unit),
            folded: named
                .handle
                .as_deref()
                .map(|written| handle::fold(&named.platform, written)),
            written: named.handle,
            platform_id: named.id,
            url: filled(if self.url.is_empty() {
                &self.post_url
            } else {
                &self.url
            }),
            canonical_url: named.canonical_url,
            is_by_address: named.is_by_address,
            short_link: named.short_link,
            platform: named.platform,
            seen,
            is_assumed,
            display_name: filled(&self.display_name),
            bio: filled(&self.bio),
            language,
            followers: filled(&self.followers),
            reason: filled(&self.reason),
            source: filled(&self.source),
            note: filled(&self.notes),
            post,
            extra: self.extra,
            keeps_beside: self.keeps_beside,
            remark: named.remark,
            oddities: self.oddities,
        })
    }

    /// Keeps a handle as it is written where signs of it are not seen: the account bears it without them.
    fn keep_hidden(&mut self) {
        let deceiving = hidden::handle_warnings(&self.handle).into_iter();
        self.remarks
            .extend(deceiving.map(|one| format!("the handle: {}", one.what)));
        if !self.handle.chars().any(hidden::is_hidden) {
            return;
        }
        self.oddities.push(ImportWarning::HiddenSigns);
        self.keep_beside(AS_WRITTEN.to_owned(), self.handle.clone());
    }

    /// Which account the row names, from address, handle and id together.
    fn named(&self) -> std::result::Result<Named, String> {
        let given = self.given_platform();
        let is_short = |found: &Identified| found.kind == Kind::ShortLink;
        let mut found: Vec<Identified> = [&self.url, &self.post_url]
            .into_iter()
            .filter(|text| !text.is_empty())
            .map(|text| match &given {
                Some(code) => identity::normalise_on(code, text),
                None => identity::normalise(text),
            })
            .filter(|found| found.kind != Kind::Unknown)
            .collect();
        // What stands in place of the account's address leads to it; a post's short link leads to the post.
        let link = found.iter().position(is_short).map(|at| found.remove(at));
        let address = found.into_iter().find(|found| !is_short(found));
        let of_address = address.as_ref().and_then(|found| found.platform.as_ref());
        if let (Some(given), Some(of_address)) = (&given, of_address)
            && given != of_address
            && address
                .as_ref()
                .is_some_and(|found| found.kind != Kind::Website)
        {
            return Err(format!(
                "the platform column says {given}, the address is one of {of_address}"
            ));
        }
        let of_link = link.as_ref().and_then(|found| found.platform.clone());
        let platform = given
            .or_else(|| of_address.cloned())
            .or_else(|| self.platform_of_handle())
            .or(of_link)
            .ok_or_else(|| self.no_platform())?;
        if !platform.starts_with(char::is_alphanumeric) {
            return Err(format!("{:?} is no platform", self.platform));
        }
        let has_name = !self.handle.is_empty() || !self.platform_id.is_empty();
        if let (Some(link), None, false) = (&link, &address, has_name) {
            return named_by_link(platform, link);
        }
        let of_handle =
            (!self.handle.is_empty()).then(|| identity::normalise_handle(&platform, &self.handle));
        let of_id = (!self.platform_id.is_empty())
            .then(|| identity::normalise_id(&platform, &self.platform_id));
        let of_account = address
            .as_ref()
            .filter(|_| !self.url.is_empty() && link.is_none());
        if let Some(why) = contradiction(of_account, of_handle.as_ref(), of_id.as_ref()) {
            return Err(why);
        }
        let named = named(platform, address, of_handle, of_id, &self.platform_id)?;
        let short_link = link
            .filter(|link| link.input.trim() == self.url)
            .and_then(|link| link.canonical_url);
        Ok(Named {
            short_link,
            ..named
        })
    }

    /// The platform of an address in the column of handles. A handle with a dot is no website.
    fn platform_of_handle(&self) -> Option<String> {
        let platform = identity::normalise(&self.handle).platform?;
        (platform != "website" || self.handle.contains('/')).then_some(platform)
    }

    fn given_platform(&self) -> Option<String> {
        if self.platform.is_empty() {
            return None;
        }
        Some(
            platform::code(&self.platform)
                .map_or_else(|| self.platform.to_lowercase(), str::to_owned),
        )
    }

    fn no_platform(&self) -> String {
        if self.url.is_empty()
            && self.handle.is_empty()
            && self.platform_id.is_empty()
            && self.post_url.is_empty()
        {
            "no address, handle or id".into()
        } else {
            "the platform cannot be told; add a platform column or a full address".into()
        }
    }

    fn seen(&mut self, now: Instant, dates: date::Order) -> (WorldTime, bool) {
        match date::read_in(&self.first_seen, dates) {
            Ok(time) if time.begins().0 <= now.0 + DAY_MS => (time, false),
            Err(date::DateError::Empty) => (
                WorldTime {
                    at: now,
                    precision: Precision::Unknown,
                    raw: None,
                    zone: None,
                },
                true,
            ),
            read => {
                let raw = std::mem::take(&mut self.first_seen);
                let why = match read {
                    Ok(_) => "has not come yet",
                    Err(_) => "is no date",
                };
                self.oddities.push(ImportWarning::UnreadDates);
                self.remarks
                    .push(format!("{raw:?} {why}: seen on the day of import"));
                (
                    WorldTime {
                        at: now,
                        precision: Precision::Unknown,
                        raw: Some(raw),
                        zone: None,
                    },
                    true,
                )
            }
        }
    }

    /// The language's code; what is written and no language we know is kept under `name`.
    fn language(&mut self, name: &str) -> Option<String> {
        if let Some(code) = language::code(&self.language) {
            return Some(code.to_owned());
        }
        if !self.language.is_empty() {
            let written = std::mem::take(&mut self.language);
            self.keep_beside(name.to_owned(), written);
        }
        None
    }

    fn post(&self, platform: &str) -> Option<PostCells> {
        let of_url = [&self.post_url, &self.url]
            .into_iter()
            .filter(|text| !text.is_empty())
            .find_map(|text| {
                Some(identity::normalise_on(platform, text))
                    .filter(|found| found.kind == Kind::Post)
                    .map(|found| (text, found))
            });
        if self.post_text.is_empty() && of_url.is_none() {
            return None;
        }
        let of_address = of_url.as_ref().and_then(|(_, found)| found.unit());
        Some(PostCells {
            unit: post_unit(&self.unit, of_address.unwrap_or(Unit::Post)),
            text: self.post_text.clone(),
            url: of_url
                .as_ref()
                .map(|(text, _)| (*text).clone())
                .or_else(|| filled(&self.post_url)),
            canonical_url: of_url
                .as_ref()
                .and_then(|(_, found)| found.canonical_url.clone()),
            key: of_url.and_then(|(_, found)| found.post_key),
            posted: date::read(&self.posted_at).ok(),
        })
    }
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
