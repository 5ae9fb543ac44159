//! Keys and addresses built from what a rule took.

use super::capture::{Captures, Name};
use crate::handle;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything a step of a path cannot hold as it is.
const STEP: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b':')
    .remove(b'@');

#[derive(Debug, Clone, Copy)]
enum Piece {
    Literal(&'static str),
    Part(Name),
    Host,
    DigitsOfPhone,
}

/// Text with places for what was taken.
#[derive(Debug)]
pub struct Template(Vec<Piece>);

impl Template {
    /// A template as a table writes it; `None` for an unknown place.
    pub fn parse(text: &'static str) -> Option<Self> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((literal, after)) = rest.split_once('{') {
            let (place, after) = after.split_once('}')?;
            pieces.push(Piece::Literal(literal));
            pieces.push(match place {
                "host" => Piece::Host,
                "digits" => Piece::DigitsOfPhone,
                name => Piece::Part(Name::parse(name)?),
            });
            rest = after;
        }
        pieces.push(Piece::Literal(rest));
        Some(Self(pieces))
    }

    /// The literal beginning.
    pub fn prefix(&self) -> &'static str {
        match self.0.first() {
            Some(Piece::Literal(literal)) => literal,
            _ => "",
        }
    }

    /// The rest of a key, after the platform.
    pub fn key(&self, platform: &str, host: &str, parts: &Captures) -> Option<String> {
        self.build(host, parts, |name, value| match name {
            Name::Handle => handle::fold(platform, value),
            Name::Group | Name::Title => handle::lower(value),
            _ => value.to_owned(),
        })
    }

    /// An address.
    pub fn address(&self, host: &str, parts: &Captures) -> Option<String> {
        self.build(host, parts, |name, value| match name {
            Name::Handle | Name::Group | Name::Title => {
                utf8_percent_encode(&handle::lower(value), STEP).to_string()
            }
            Name::Phone => value.to_owned(),
            _ => utf8_percent_encode(value, STEP).to_string(),
        })
    }

    fn build(
        &self,
        host: &str,
        parts: &Captures,
        write: impl Fn(Name, &str) -> String,
    ) -> Option<String> {
        let mut text = String::with_capacity(48);
        for piece in &self.0 {
            match piece {
                Piece::Literal(literal) => text.push_str(literal),
                Piece::Host => text.push_str(host),
                Piece::Part(name) => text.push_str(&write(*name, parts.get(*name)?)),
                Piece::DigitsOfPhone => {
                    text.push_str(parts.get(Name::Phone)?.trim_start_matches('+'));
                }
            }
        }
        Some(text)
    }
}
