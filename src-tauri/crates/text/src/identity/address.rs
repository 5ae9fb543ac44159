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
        if let Some((scheme, rest)) = text.split_once(':')
            && rest.starts_with('/')
            && scheme.bytes().all(|b| b.is_ascii_alphanumeric())
        {
            return Self::with_scheme(&scheme.to_ascii_lowercase(), rest);
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
        if let Some(host) = site::of_scheme(scheme) {
            return Self::app(scheme, rest, host);
        }
        // A scheme nobody knows before a host we know is a slip of the pen: htps, ttps.
        Self::begins_known(rest).then(|| Self::web(&format!("https://{rest}")))?
    }

    fn web(text: &str) -> Option<Self> {
        let url = Url::parse(text).ok()?;
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

    fn app(scheme: &str, rest: &str, host: Host) -> Option<Self> {
        let url = Url::parse(&format!("https://{rest}")).ok()?;
        let first = url.host_str()?.to_owned();
        let mut steps = vec![first];
        steps.extend(decoded_steps(url.path()));
        Some(Self {
            host: format!("{scheme}://"),
            known: Some(host),
            steps,
            url,
        })
    }

    /// True if the word is never a handle here.
    pub fn is_reserved(&self, word: &str) -> bool {
        let Some(host) = self.known else { return false };
        let reserved = &host.site.reserved;
        let word = word.trim_start_matches('@').to_ascii_lowercase();
        !reserved.is_empty() && reserved.contains(word.as_str())
    }

    /// The first value of a key of the query, decoded.
    pub fn query(&self, key: &str) -> Option<String> {
        self.url
            .query_pairs()
            .find(|(name, value)| name == key && !value.is_empty())
            .map(|(_, value)| hidden::strip(&value).trim_end_matches(is_junk).to_owned())
    }

    /// The steps of the fragment.
    pub fn fragment_steps(&self) -> Vec<&str> {
        let fragment = self.url.fragment().unwrap_or_default();
        fragment
            .split('/')
            .filter(|step| !step.is_empty())
            .collect()
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

/// The host without `www.`, and without `m.` or `mobile.` unless the table knows it so.
fn without_usual_beginning(host: &str) -> &str {
    let mut host = host;
    loop {
        let shorter = host.strip_prefix("www.").or_else(|| {
            let shorter = host
                .strip_prefix("m.")
                .or_else(|| host.strip_prefix("mobile."))?;
            site::of_host(host).is_none().then_some(shorter)
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
            let step = step.split('&').next().unwrap_or(step);
            let decoded = percent_decode_str(step).decode_utf8_lossy();
            let plain = if decoded.is_ascii() {
                decoded
            } else {
                composed(&decoded).into()
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
