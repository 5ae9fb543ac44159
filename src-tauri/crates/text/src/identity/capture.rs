//! What a rule takes out of a path: names, and what may stand under each.

use super::phone;
use crate::handle;
use crate::platform::IdForm;

/// What a captured part means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    /// A handle.
    Handle,
    /// The platform's id of an account.
    Id,
    /// A post.
    Post,
    /// A group.
    Group,
    /// A code of an invitation or a short link.
    Code,
    /// A name that is no handle.
    Title,
    /// A telephone number.
    Phone,
    /// Where the address leads.
    Target,
    /// Anything; it does not matter.
    Other,
}

impl Name {
    /// The name as a table writes it.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "handle" => Self::Handle,
            "id" => Self::Id,
            "post" => Self::Post,
            "group" => Self::Group,
            "code" => Self::Code,
            "name" => Self::Title,
            "phone" => Self::Phone,
            "target" => Self::Target,
            "_" => Self::Other,
            _ => return None,
        })
    }
}

/// What may stand under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A single word, as handles are.
    Word,
    /// A single word without a hyphen.
    Plain,
    /// Digits, at least so many.
    Digits(usize),
    /// The form of an id.
    Form(IdForm),
    /// One of these words, parted by `|`.
    OneOf(&'static str),
    /// Letters a–z, digits, `-` and `_`; so many if not 0.
    Token(usize),
    /// A telephone number.
    Phone,
    /// Anything.
    Any,
    /// All further steps of the path.
    Rest,
}

impl Class {
    /// The class as a table writes it; each name has its own for when none is written.
    pub fn parse(name: Name, text: Option<&'static str>) -> Option<Self> {
        Some(match text {
            None => match name {
                Name::Handle | Name::Title | Name::Group => Self::Word,
                Name::Phone => Self::Phone,
                Name::Id => Self::Digits(1),
                Name::Post | Name::Code => Self::Token(0),
                Name::Target | Name::Other => Self::Any,
            },
            Some("word") => Self::Word,
            Some("plain") => Self::Plain,
            Some("digits") => Self::Digits(1),
            Some("token") => Self::Token(0),
            Some("phone") => Self::Phone,
            Some("any") => Self::Any,
            Some("rest") => Self::Rest,
            Some(words) if words.contains('|') => Self::OneOf(words),
            Some(other) => match other.split_once(':')? {
                ("token", length) => Self::Token(length.parse().ok()?),
                ("digits", fewest) => Self::Digits(fewest.parse().ok()?),
                ("form", form) => Self::Form(IdForm::parse(form)?),
                _ => return None,
            },
        })
    }

    /// True if what it takes can hold no sign that stands between two captures: it ends at the first.
    pub const fn ends_early(self) -> bool {
        matches!(self, Self::Plain | Self::Digits(_))
    }

    /// The value as it is kept, if a text may stand here.
    pub fn read(self, text: &str) -> Option<String> {
        match self {
            Self::Word => handle::word(text),
            Self::Plain => handle::word(text).filter(|word| !word.contains('-')),
            Self::Digits(fewest) => {
                let text = before_space(text);
                let fits = text.len() >= fewest && text.bytes().all(|b| b.is_ascii_digit());
                fits.then(|| text.to_owned())
            }
            Self::Form(form) => form.fits(text).then(|| text.to_owned()),
            Self::OneOf(words) => words
                .split('|')
                .any(|word| word.eq_ignore_ascii_case(text))
                .then(|| text.to_owned()),
            Self::Token(length) => {
                let text = before_space(text);
                let is_token = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
                let fits = !text.is_empty()
                    && (length == 0 || text.len() == length)
                    && text.bytes().all(is_token);
                fits.then(|| text.to_owned())
            }
            Self::Phone => phone::in_link(text),
            Self::Any | Self::Rest => {
                let text = text.trim_end_matches(super::clean::is_junk);
                (!text.is_empty()).then(|| text.to_owned())
            }
        }
    }
}

/// What stands before the first space, without strokes at its end: words of a message may hang on an address.
fn before_space(text: &str) -> &str {
    let text = text.split_whitespace().next().unwrap_or_default();
    text.trim_end_matches('/')
}

/// The parts a rule took, in the order it took them.
#[derive(Debug, Default)]
pub struct Captures(Vec<(Name, String)>);

impl Captures {
    /// Keeps a part.
    pub fn push(&mut self, name: Name, value: String) {
        self.0.push((name, value));
    }

    /// Puts another value in the place of the first part of this name.
    pub fn replace(&mut self, name: Name, value: String) {
        if let Some((_, held)) = self.0.iter_mut().find(|(held, _)| *held == name) {
            *held = value;
        }
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The first part of this name.
    pub fn get(&self, name: Name) -> Option<&str> {
        self.0
            .iter()
            .find(|(held, _)| *held == name)
            .map(|(_, value)| value.as_str())
    }
}
