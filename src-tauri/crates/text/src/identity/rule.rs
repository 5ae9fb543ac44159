//! One row of the table of paths, and whether an address fits it.

use super::Kind;
use super::address::Address;
use super::capture::{Captures, Class, Name};
use super::template::Template;
use crate::table::{cell, kept};
use breakwater_model::platform::Unit;
use csv::StringRecord;

/// What an address that fits a rule names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// A thing.
    Thing(Kind),
    /// The address it leads to.
    Target,
}

/// A row of `data/paths.csv`.
#[derive(Debug)]
pub struct Rule {
    steps: Vec<Step>,
    any_further: bool,
    query: Vec<(&'static str, Step)>,
    /// A step for the whole query, where the table writes one without a name: `?{target:rest}`.
    whole_query: Option<Step>,
    fragment: Option<Vec<Step>>,
    /// True if the fragment has to begin with a stroke.
    is_fragment_path: bool,
    /// What it names.
    pub names: Names,
    /// Of a post: whether it is a story, a live broadcast or an advert.
    pub post_unit: Unit,
    /// How its key is built, where the kind does not settle it.
    pub key: Option<Template>,
    /// How its address is built, where the platform's facts do not settle it.
    pub canonical: Option<Template>,
    /// What an officer should know of such an address.
    pub note: &'static str,
}

/// Literals and captures in turn: one step of a path, one value of a query.
#[derive(Debug)]
struct Step(Vec<Part>);

#[derive(Debug, Clone, Copy)]
enum Part {
    Literal(&'static str),
    Capture(Name, Class),
}

impl Rule {
    /// Reads a row; `None` if it is written wrong.
    pub fn parse(row: &StringRecord) -> Option<Self> {
        let pattern = kept(row, 1);
        let is_fragment_path = pattern.contains("#/");
        let (pattern, fragment) = match pattern.split_once('#') {
            Some((before, fragment)) => (before, Some(steps(fragment)?)),
            None => (pattern, None),
        };
        let (path, query) = pattern.split_once('?').unwrap_or((pattern, ""));
        let (path, any_further) = match path.strip_suffix('*') {
            Some(path) => (path, true),
            None => (path, false),
        };
        let (query, whole_query) = if query.starts_with('{') {
            ("", Some(Step::parse(query)?))
        } else {
            (query, None)
        };
        let query = query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| {
                pair.split_once('=')
                    .and_then(|(key, value)| Some((key, Step::parse(value)?)))
            })
            .collect::<Option<Vec<_>>>()?;
        let template = |index| match kept(row, index) {
            "" => Some(None),
            text => Template::parse(text).map(Some),
        };
        let (kind, unit) = cell(row, 2).split_once('/').unwrap_or((cell(row, 2), ""));
        Some(Self {
            steps: steps(path)?,
            any_further,
            query,
            whole_query,
            fragment,
            is_fragment_path,
            names: names(kind)?,
            post_unit: post_unit(unit)?,
            key: template(3)?,
            canonical: template(4)?,
            note: kept(row, 5),
        })
    }

    /// True if the target is a part of the address that is no parameter: it leads to the same site.
    pub const fn leads_within(&self) -> bool {
        self.whole_query.is_some() || self.fragment.is_some()
    }

    /// True if the address is another way of writing its target: what a page shows stands behind its `#`.
    pub const fn is_same_page(&self) -> bool {
        self.fragment.is_some() && self.query.is_empty()
    }

    /// True if the address fits; then `parts` holds what was taken.
    pub fn fits(&self, address: &Address, parts: &mut Captures) -> bool {
        parts.clear();
        self.could_fit(address)
            && self.path_fits(address, parts)
            && self.query.iter().all(|(key, step)| {
                address
                    .query(key)
                    .is_some_and(|value| step.fits(&value, parts))
            })
            && self.whole_query.as_ref().is_none_or(|step| {
                address
                    .whole_query()
                    .is_some_and(|text| step.fits(&text, parts))
            })
            && self.fragment.as_ref().is_none_or(|steps| {
                let fragment = address.fragment().unwrap_or_default();
                (!self.is_fragment_path || fragment.starts_with('/'))
                    && fragment_fits(steps, &fragment, parts)
            })
    }

    /// The quick look: number of steps and literal steps, before anything is taken.
    fn could_fit(&self, address: &Address) -> bool {
        let (wanted, found) = (self.steps.len(), address.steps.len());
        let length_fits = if self.any_further || self.takes_rest() {
            found >= wanted
        } else {
            found == wanted
        };
        length_fits
            && (self.query.is_empty() && self.whole_query.is_none()
                || address.url.query().is_some())
            && (self.fragment.is_none() || address.url.fragment().is_some())
            && self
                .steps
                .iter()
                .zip(&address.steps)
                .all(|(step, text)| step.could_fit(text))
    }

    fn path_fits(&self, address: &Address, parts: &mut Captures) -> bool {
        for (index, (step, text)) in self.steps.iter().zip(&address.steps).enumerate() {
            if let [Part::Capture(name, Class::Rest)] = step.0.as_slice() {
                let Some(rest) = address.rest(index) else {
                    return false;
                };
                parts.push(*name, rest);
                return true;
            }
            let reserved = index == 0 && step.is_bare_word() && address.is_reserved(text);
            if reserved || !step.fits(text, parts) {
                return false;
            }
        }
        true
    }

    fn takes_rest(&self) -> bool {
        let last = self.steps.last().map(|step| step.0.as_slice());
        matches!(last, Some([Part::Capture(_, Class::Rest)]))
    }
}

impl Step {
    fn parse(text: &'static str) -> Option<Self> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((literal, after)) = rest.split_once('{') {
            if !literal.is_empty() {
                parts.push(Part::Literal(literal));
            }
            let (capture, after) = after.split_once('}')?;
            let (name, class) = match capture.split_once(':') {
                Some((name, class)) => (Name::parse(name)?, Some(class)),
                None => (Name::parse(capture)?, None),
            };
            parts.push(Part::Capture(name, Class::parse(name, class)?));
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(Part::Literal(rest));
        }
        Some(Self(parts))
    }

    /// False if the literal it begins with is not there.
    fn could_fit(&self, text: &str) -> bool {
        match self.0.as_slice() {
            [Part::Literal(literal)] => text.eq_ignore_ascii_case(literal),
            [Part::Literal(literal), ..] => text
                .get(..literal.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(literal)),
            _ => true,
        }
    }

    fn takes_rest(&self) -> bool {
        matches!(self.0.last(), Some(Part::Capture(_, Class::Rest)))
    }

    fn is_bare_word(&self) -> bool {
        matches!(
            self.0.as_slice(),
            [Part::Capture(_, Class::Word | Class::Plain)]
        )
    }

    fn fits(&self, text: &str, captures: &mut Captures) -> bool {
        let mut rest = text;
        let mut parts = self.0.iter().peekable();
        while let Some(part) = parts.next() {
            match part {
                Part::Literal(literal) => {
                    let Some((head, tail)) = rest.split_at_checked(literal.len()) else {
                        return false;
                    };
                    if !head.eq_ignore_ascii_case(literal) {
                        return false;
                    }
                    rest = tail;
                }
                Part::Capture(name, class) => {
                    let value = match parts.peek() {
                        Some(Part::Literal(literal)) => {
                            let at = if class.ends_early() {
                                rest.find(literal)
                            } else {
                                rest.rfind(literal)
                            };
                            match at {
                                Some(at) => rest.split_at(at).0,
                                None => return false,
                            }
                        }
                        _ => rest,
                    };
                    let Some(read) = class.read(value) else {
                        return false;
                    };
                    captures.push(*name, read);
                    rest = rest.get(value.len()..).unwrap_or_default();
                }
            }
        }
        rest.is_empty()
    }
}

/// True if the fragment fits; a step that takes the rest takes all that is left of it.
fn fragment_fits(steps: &[Step], fragment: &str, parts: &mut Captures) -> bool {
    let mut rest = fragment;
    for step in steps {
        rest = rest.trim_start_matches('/');
        if step.takes_rest() {
            return step.fits(rest, parts);
        }
        let (text, after) = rest.split_once('/').unwrap_or((rest, ""));
        if text.is_empty() || !step.fits(text, parts) {
            return false;
        }
        rest = after;
    }
    rest.trim_start_matches('/').is_empty()
}

fn steps(path: &'static str) -> Option<Vec<Step>> {
    path.split('/')
        .filter(|step| !step.is_empty())
        .map(Step::parse)
        .collect()
}

/// What comes after `post/`. `None` for a word that is none.
fn post_unit(text: &str) -> Option<Unit> {
    match text {
        "" => Some(Unit::Post),
        "story" => Some(Unit::Story),
        "live" => Some(Unit::Live),
        "ad" => Some(Unit::Ad),
        _ => None,
    }
}

fn names(text: &str) -> Option<Names> {
    Some(Names::Thing(match text {
        "account" => Kind::Account,
        "post" => Kind::Post,
        "page" => Kind::Page,
        "group" => Kind::Group,
        "channel" => Kind::Channel,
        "invite" => Kind::Invite,
        "phone" => Kind::Phone,
        "short-link" => Kind::ShortLink,
        "unknown" => Kind::Unknown,
        "unwrap" => return Some(Names::Target),
        _ => return None,
    }))
}
