//! What a referral says, from templates: those that come with the program, or the unit's own in their place.
//!
//! Invariant: a template reaches nothing but the names it is given. It includes no other, reads no file, and ends: what
//! it may do and how much it may write is bounded. Text of people is shown as ever, hidden characters by their number,
//! whatever a template does with it; a name nothing stands under is an error, and never an empty place.

mod context;
mod engine;

use crate::words::Words;
use crate::{Error, Result, Standing};
use breakwater_model::Instant;
use breakwater_model::referral::ReferralView;
use context::Context;
use engine::Mode;
use std::collections::BTreeMap;

/// A template, by what it gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TemplateName {
    /// The line that says what it is and to whom.
    Heading,
    /// What is asked of the platform.
    Asked,
    /// The good-faith statement.
    Statement,
    /// The whole notice as plain text.
    Notice,
    /// The body of the letter.
    Letter,
}

impl TemplateName {
    /// Every template, in the order they are rendered: each may name those before it.
    pub const ALL: [Self; 5] = [
        Self::Heading,
        Self::Asked,
        Self::Statement,
        Self::Notice,
        Self::Letter,
    ];

    /// Its name in files and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Asked => "asked",
            Self::Statement => "statement",
            Self::Notice => "notice",
            Self::Letter => "letter",
        }
    }

    /// The template of this name.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.code() == code)
    }

    /// The one that comes with the program.
    pub const fn shipped(self) -> &'static str {
        match self {
            Self::Heading => include_str!("../../data/templates/heading.jinja"),
            Self::Asked => include_str!("../../data/templates/asked.jinja"),
            Self::Statement => include_str!("../../data/templates/statement.jinja"),
            Self::Notice => include_str!("../../data/templates/notice.jinja"),
            Self::Letter => include_str!("../../data/templates/letter.jinja"),
        }
    }
}

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFault {
    /// Which.
    pub name: TemplateName,
    /// The line, from 1.
    pub line: u32,
    /// What, and what is wanted.
    pub why: String,
}

impl std::fmt::Display for TemplateFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { name, line, why } = self;
        write!(f, "the template {}, line {line}: {why}", name.code())
    }
}

/// The templates a referral is rendered with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts {
    own: BTreeMap<TemplateName, String>,
}

/// What stands in every document: rendered first, once.
#[derive(Debug, Clone)]
pub(crate) struct Prose {
    pub heading: String,
    pub asked: String,
    pub statement: String,
}

impl Texts {
    /// The same with another text in the place of the one that comes with the program.
    #[must_use]
    pub fn with(mut self, name: TemplateName, source: &str) -> Self {
        self.own.insert(name, source.to_owned());
        self
    }

    /// The text of a template.
    pub fn source(&self, name: TemplateName) -> &str {
        self.own.get(&name).map_or(name.shipped(), String::as_str)
    }

    /// Everything wrong with a template that can be told without rendering it: how it is written, and names nothing
    /// stands under, in every branch.
    pub fn faults(&self, name: TemplateName) -> Vec<TemplateFault> {
        engine::faults(name, self.source(name))
    }

    /// What a short template gives of a referral: one that is not the notice or the letter.
    ///
    /// # Errors
    /// [`Error::Template`].
    pub fn short(
        &self,
        name: TemplateName,
        referral: &ReferralView,
        standing: Standing,
    ) -> Result<String> {
        let prose = self.prose(referral, Words::new(standing))?;
        Ok(match name {
            TemplateName::Heading => prose.heading,
            TemplateName::Asked => prose.asked,
            _ => prose.statement,
        })
    }

    pub(crate) fn prose(&self, referral: &ReferralView, words: Words) -> Result<Prose> {
        let mut context = Context::new(referral, words);
        let heading = self.plain(TemplateName::Heading, &context, referral, " ")?;
        context.heading = Some(heading.clone());
        let asked = self.plain(TemplateName::Asked, &context, referral, " ")?;
        context.asked = Some(asked.clone());
        let statement = self.plain(TemplateName::Statement, &context, referral, "\n")?;
        Ok(Prose {
            heading,
            asked,
            statement,
        })
    }

    /// The notice, block by block.
    pub(crate) fn notice(
        &self,
        referral: &ReferralView,
        at: Instant,
        words: Words,
        prose: &Prose,
    ) -> Result<Vec<Vec<String>>> {
        let context = Context::whole(referral, at, words, prose);
        let name = TemplateName::Notice;
        let out = engine::render(
            name,
            self.source(name),
            &context,
            Mode::Laid,
            fuel(referral),
        )?;
        Ok(engine::blocks(&out))
    }

    /// The body of the letter around the notice, whose pages stay as they are.
    ///
    /// # Errors
    /// [`Error::Template`]; also if the notice has no place in it.
    pub fn letter_of(
        &self,
        referral: &ReferralView,
        at: Instant,
        standing: Standing,
        notice: &str,
    ) -> Result<String> {
        let words = Words::new(standing);
        let prose = self.prose(referral, words)?;
        let context = Context::whole(referral, at, words, &prose);
        let name = TemplateName::Letter;
        let out = engine::render(
            name,
            self.source(name),
            &context,
            Mode::Laid,
            fuel(referral),
        )?;
        engine::around(&out, notice).ok_or_else(|| {
            Error::Template(TemplateFault {
                name,
                line: 1,
                why: "it must hold {{ notice }} once, on a line of its own".into(),
            })
        })
    }

    fn plain(
        &self,
        name: TemplateName,
        context: &Context,
        referral: &ReferralView,
        between: &str,
    ) -> Result<String> {
        let out = engine::render(
            name,
            self.source(name),
            context,
            Mode::Plain,
            fuel(referral),
        )?;
        let lines: Vec<&str> = out
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        Ok(lines.join(between))
    }
}

/// Steps a template may take: enough for every item several times over.
fn fuel(referral: &ReferralView) -> u64 {
    100_000 + 5_000 * referral.items.len() as u64
}
