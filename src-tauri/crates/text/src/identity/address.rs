//! An address taken apart: host, steps, query, fragment.

use super::clean::is_junk;
use super::site::{self, Host};
use crate::hidden;
use crate::table::{cell, rows};
use percent_encoding::percent_decode_str;
use std::collections::HashSet;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use url::Url;

/// Endings that make a bare word an address.
static ENDINGS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    rows(include_str!("../../data/tlds.csv"))
        .flat_map(|row| {
            cell(&row, 0)
                .split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect()
});

/// An address we can read.
#[derive(Debug)]
pub struct Address {
    /// The parsed address.
    pub url: Url,
    /// The host without `www.` or `m.`, lower case, in its ASCII form.
    pub host: String,
    /// What the table knows of the host.
    pub known: Option<Host>,
    /// The steps of the path, decoded, without empty ones.
    pub steps: Vec<String>,
}

impl Address {
    /// Reads an address with or without a scheme. `None` for a text that is none.
    pub fn read(text: &str) -> Option<Self> {
        if text.contains(char::is_whitespace) {
            return None;
        }
        if let Some(plainer) = plainer(text) {
            return Self::read(&plainer);
        }
        if let Some((scheme, rest)) = text.split_once(':')
            && scheme.bytes().all(is_of_scheme)
        {
            let scheme = scheme.to_ascii_lowercase();
            if rest.starts_with('/') {
                return Self::with_scheme(&scheme, rest);
            }
            // Programs write their own schemes without the strokes, too: tg:resolve?domain=…
            if rest.contains('?') && site::of_scheme(&scheme).is_some() {
                return Self::with_scheme(&scheme, &format!("//{rest}"));
            }
        }
        if let Some(rest) = text.strip_prefix("//") {
            return Self::web(&format!("https://{rest}"));
        }
        let end = text.find(['/', '?', '#']).unwrap_or(text.len());
        let host = text.get(..end)?.trim_end_matches('.');
        if host.contains('@') || !host.contains('.') {
            return None;
        }
        let bare = host.split(':').next().unwrap_or(host).to_ascii_lowercase();
        let plain = bare.strip_prefix("www.").unwrap_or(&bare);
        let looks = site::of_host(without_usual_beginning(plain)).is_some()
            || plain != bare
            || ends_like_a_host(plain);
        if !looks {
            return None;
        }
        Self::web(&format!("https://{text}"))
    }

    /// True if the text of a scheme-less address begins with a host of the table.
    pub fn begins_known(text: &str) -> bool {
        let end = text.find(['/', '?', '#']).unwrap_or(text.len());
        let host = text.get(..end).unwrap_or_default().to_ascii_lowercase();
        site::of_host(without_usual_beginning(&host)).is_some()
    }

    fn with_scheme(scheme: &str, rest: &str) -> Option<Self> {
        if matches!(scheme, "http" | "https") {
            return Self::web(&format!("{scheme}:{rest}"));
        }
        let rest = rest.trim_start_matches('/');
        if scheme == "intent" {
            return Self::intent(rest);
        }
        if let Some(host) = site::of_scheme(scheme) {
            return Self::app(scheme, rest, host);
        }
        // A scheme nobody knows before a host we know is a slip of the pen: htps, ttps.
        Self::begins_known(rest).then(|| Self::web(&format!("https://{rest}")))?
    }

    fn web(text: &str) -> Option<Self> {
        let mut url = Url::parse(text).ok()?;
        let full = url.host_str()?.trim_end_matches('.').to_owned();
        let is_host = |b: u8| b.is_ascii_alphanumeric() || b"-._".contains(&b);
        let had_dots = url.host_str().is_some_and(|host| host.len() != full.len());
        if !full.bytes().all(is_host)
            || (had_dots && Url::parse(&format!("https://{full}")).is_err())
        {
            return None;
        }
        let plain = without_usual_beginning(&full);
        let found = site::of_host(plain);
        if found.is_some() {
            open_query(&mut url);
        }
        let mut steps = Vec::with_capacity(4);
        if let Some((host, before)) = found
            && host.leads
        {
            steps.push(before.to_owned());
        }
        steps.extend(decoded_steps(url.path()));
        let known = found.map(|(host, _)| host);
        Some(Self {
            host: plain.to_owned(),
            known,
            steps,
            url,
        })
    }

    /// An address as Android hands it to a program: `intent://…#Intent;scheme=https;package=…;end`.
    fn intent(rest: &str) -> Option<Self> {
        let (path, how) = rest.split_once("#Intent;")?;
        let scheme = how
            .split(';')
            .find_map(|part| part.strip_prefix("scheme="))?;
        (scheme != "intent").then(|| Self::read(&format!("{scheme}://{path}")))?
    }

    /// An address of a program: what stands behind its scheme is the path, and keeps its case.
    fn app(scheme: &str, rest: &str, host: Host) -> Option<Self> {
        let url = Url::parse(&format!("https://app.invalid/{rest}")).ok()?;
        Some(Self {
            host: format!("{scheme}://"),
            known: Some(host),
            steps: decoded_steps(url.path()).collect(),
            url,
        })
    }

    /// True if the word is never a handle here.
    pub fn is_reserved(&self, word: &str) -> bool {
        let Some(host) = self.known else { return false };
        let word = word.trim_start_matches('@').to_ascii_lowercase();
        host.site.reserves(&word)
    }

    /// The first value of a key of the query, decoded.
    pub fn query(&self, key: &str) -> Option<String> {
        self.url
            .query_pairs()
            .find(|(name, value)| name == key && !value.is_empty())
            .map(|(_, value)| hidden::strip(&value).trim_end_matches(is_junk).to_owned())
    }

    /// The fragment, decoded.
    pub fn fragment(&self) -> Option<String> {
        let decoded = percent_decode_str(self.url.fragment()?).decode_utf8_lossy();
        Some(hidden::strip(&decoded).trim_end_matches(is_junk).to_owned())
    }

    /// The whole query as an address of its own: what comes before its first `&` is the path.
    pub fn whole_query(&self) -> Option<String> {
        let query = self.url.query().filter(|query| !query.is_empty())?;
        let (path, rest) = query.split_once('&').unwrap_or((query, ""));
        let path = percent_decode_str(path).decode_utf8_lossy();
        let sign = match path.contains('?') {
            _ if rest.is_empty() => "",
            true => "&",
            false => "?",
        };
        let whole = format!("{path}{sign}{rest}");
        Some(hidden::strip(&whole).trim_end_matches(is_junk).to_owned())
    }

    /// Everything from a step on, with the query, as an address of its own.
    pub fn rest(&self, from: usize) -> Option<String> {
        let path = self.url.path();
        let steps: Vec<&str> = path.split('/').skip(1).collect();
        let rest = steps.get(from..)?.join("/");
        let query = self
            .url
            .query()
            .map(|query| format!("?{query}"))
            .unwrap_or_default();
        (!rest.is_empty()).then(|| format!("{rest}{query}"))
    }
}

const fn is_of_scheme(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'+')
}

/// The address in its usual form, where it was written as programs keep it: with entities of HTML, encoded
/// as a whole, with strokes the other way round. `None` if it is in that form.
fn plainer(text: &str) -> Option<String> {
    let begins = |beginning: &str| {
        text.get(..beginning.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(beginning))
    };
    if text.contains("&amp;") {
        return Some(text.replace("&amp;", "&"));
    }
    if begins("http%3a") || begins("https%3a") {
        let decoded = percent_decode_str(text).decode_utf8_lossy();
        return Some(decoded.split_whitespace().next()?.to_owned()).filter(|plain| plain != text);
    }
    let is_turned = begins("http:\\\\") || begins("https:\\\\");
    is_turned.then(|| text.replace('\\', "/"))
}

/// Makes a query of what was encoded into the path: `/watch%3Fv%3D…`.
fn open_query(url: &mut Url) {
    if url.query().is_some() {
        return;
    }
    let path = url.path().to_owned();
    let Some((at, sign)) = path.match_indices('%').find(|(at, _)| {
        path.get(*at..*at + 3)
            .is_some_and(|code| code.eq_ignore_ascii_case("%3f"))
    }) else {
        return;
    };
    let after = path.get(at + sign.len() + 2..).unwrap_or_default();
    let query = percent_decode_str(after).decode_utf8_lossy().into_owned();
    let before = path.get(..at).unwrap_or_default().to_owned();
    url.set_path(&before);
    url.set_query(
        Some(&query)
            .filter(|query| !query.is_empty())
            .map(String::as_str),
    );
}

/// The host without `www.`, and without `m.` or `mobile.` unless the table knows it so.
fn without_usual_beginning(host: &str) -> &str {
    let mut host = host;
    loop {
        let shorter = host.strip_prefix("www.").or_else(|| {
            let shorter = host
                .strip_prefix("m.")
                .or_else(|| host.strip_prefix("mobile."))?;
            (!site::is_of_its_own(host)).then_some(shorter)
        });
        match shorter {
            Some(shorter) if shorter.contains('.') => host = shorter,
            _ => return host,
        }
    }
}

/// True if the last label makes a bare word an address.
pub fn ends_like_a_host(host: &str) -> bool {
    let Some((before, ending)) = host.rsplit_once('.') else {
        return false;
    };
    let is_country = ending.len() == 2 && ending.bytes().all(|b| b.is_ascii_alphabetic());
    !before.is_empty()
        && !before.contains('_')
        && (is_country || ending.starts_with("xn--") || ENDINGS.contains(ending))
}

fn decoded_steps(path: &str) -> impl Iterator<Item = String> {
    path.split('/')
        .filter(|step| !step.is_empty())
        .filter_map(|step| {
            let decoded = percent_decode_str(step).decode_utf8_lossy();
            // Addresses within addresses are often encoded twice.
            let decoded = percent_decode_str(&decoded).decode_utf8_lossy();
            let decoded = decoded.split('&').next().unwrap_or(&decoded);
            let plain = if decoded.is_ascii() {
                decoded.to_owned()
            } else {
                composed(decoded)
            };
            let text = plain.trim_start().trim_end_matches(is_junk);
            (!text.is_empty()).then(|| text.to_owned())
        })
}

/// Full-width and other compatibility forms as plain ones, without what is not seen.
fn composed(text: &str) -> String {
    let composed: String = hidden::strip(text).nfkc().collect();
    hidden::strip(&composed).into_owned()
}
