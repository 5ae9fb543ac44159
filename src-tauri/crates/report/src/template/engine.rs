//! Rendering one template within bounds, and reading what it gave as blocks of lines.

use super::context::{Context, NAMES};
use super::{TemplateFault, TemplateName};
use crate::notice::{field, wrap_literal, wrapped};
use crate::visible::{isolate, one_line, show_hidden};
use crate::{Error, Result};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Rest, Serde};
use minijinja::{Environment, ErrorKind, UndefinedBehavior, Value};
use std::fmt::Write as _;

/// Before every line that is laid out already: it is kept as it is. People's text cannot hold it.
const KEPT: char = '\u{1d}';
/// Where the notice stands in a letter.
const NOTICE: char = '\u{1e}';
/// A line that says nothing.
const NOTHING: char = '\u{1c}';

const HEAD_LABEL: usize = 15;
const ITEM_INDENT: usize = 3;
const ITEM_LABEL: usize = 13;

/// Characters of a template.
const LONGEST: usize = 64 << 10;
/// Bytes of what one gives.
const MOST: usize = 32 << 20;

/// Functions a template can call.
const FUNCTIONS: [&str; 5] = ["text", "line", "field", "item_field", "item_address"];

/// How a value that a template prints is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// As words of a text that is laid out later.
    Plain,
    /// As part of a line; right-to-left words in an isolate of their own.
    Laid,
}

/// What a template gives.
///
/// # Errors
/// [`Error::Template`], with the line.
pub(super) fn render(
    name: TemplateName,
    source: &str,
    context: &Context,
    mode: Mode,
    fuel: u64,
) -> Result<String> {
    let fault = |error: &minijinja::Error| Error::Template(told(name, error));
    let mut environment = environment(mode).map_err(|error| fault(&error))?;
    environment.set_fuel(Some(fuel));
    if name == TemplateName::Letter {
        environment.add_global("notice", Value::from_safe_string(NOTICE.to_string()));
    }
    let out = environment
        .render_named_str(name.code(), source, Value::from(Serde(context)))
        .map_err(|error| fault(&error))?;
    if out.len() > MOST {
        return Err(Error::Template(TemplateFault {
            name,
            line: 1,
            why: "it gives more than a notice may hold".into(),
        }));
    }
    Ok(out)
}

/// How it is written, and names nothing stands under.
pub(super) fn faults(name: TemplateName, source: &str) -> Vec<TemplateFault> {
    let fault = |line: usize, why: String| TemplateFault {
        name,
        line: u32::try_from(line).unwrap_or(u32::MAX),
        why,
    };
    if source.chars().count() > LONGEST {
        return vec![fault(1, format!("it is longer than {LONGEST} characters"))];
    }
    let mut faults: Vec<TemplateFault> = (1..)
        .zip(source.lines())
        .filter(|(_, line)| line.chars().any(|c| c != '\t' && is_hidden(c)))
        .map(|(line, _)| fault(line, "it holds a character that cannot be seen".into()))
        .collect();
    let environment = match environment(Mode::Plain) {
        Ok(environment) => environment,
        Err(error) => return vec![told(name, &error)],
    };
    match environment.template_from_named_str(name.code(), source) {
        Err(error) => faults.push(told(name, &error)),
        Ok(template) => {
            let mut unknown: Vec<String> = template
                .undeclared_variables(false)
                .into_iter()
                .filter(|one| !NAMES.contains(&one.as_str()) && !FUNCTIONS.contains(&one.as_str()))
                .collect();
            unknown.sort();
            faults.extend(unknown.iter().map(|one| {
                let line = source.lines().position(|line| names(line, one));
                let known: Vec<&str> = NAMES.into_iter().filter(|one| *one != "loop").collect();
                let known = known.join(", ");
                let why = format!("nothing stands under the name {one:?}; there are {known}");
                fault(line.unwrap_or(0) + 1, why)
            }));
        }
    }
    faults
}

/// True if the line holds the name as a whole word.
fn names(line: &str, name: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(name).any(|(at, _)| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        let after = line
            .get(at + name.len()..)
            .and_then(|text| text.chars().next());
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

fn is_hidden(c: char) -> bool {
    c.is_control() || one_line(&format!("a{c}a")).contains("[U+")
}

fn told(name: TemplateName, error: &minijinja::Error) -> TemplateFault {
    let line = error.line().unwrap_or(1);
    let why = match error.kind() {
        ErrorKind::UndefinedError => format!(
            "a name nothing stands under{}",
            error
                .detail()
                .map(|it| format!(": {it}"))
                .unwrap_or_default()
        ),
        ErrorKind::OutOfFuel => "it takes more steps than a template may".to_owned(),
        kind => match error.detail() {
            Some(detail) => format!("{kind}: {detail}"),
            None => kind.to_string(),
        },
    };
    TemplateFault {
        name,
        line: u32::try_from(line).unwrap_or(u32::MAX),
        why,
    }
}

/// An environment that holds nothing but what is put in here.
fn environment(mode: Mode) -> std::result::Result<Environment<'static>, minijinja::Error> {
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_recursion_limit(64);
    environment.set_syntax(
        SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build()?,
    );
    environment.set_formatter(move |out, _, value| {
        if value.is_undefined() {
            return Err(minijinja::Error::from(ErrorKind::UndefinedError));
        }
        if value.is_none() {
            return Err(minijinja::Error::new(
                ErrorKind::InvalidOperation,
                "nothing is given here; ask for it with {% if … %} first",
            ));
        }
        let written = match value.as_str() {
            Some(text) if value.is_safe() => text.to_owned(),
            _ => shown(value, mode),
        };
        out.write_str(&written)
            .map_err(|_| minijinja::Error::from(ErrorKind::WriteFailure))
    });
    environment.add_filter("upper", |text: String| text.to_uppercase());
    environment.add_filter("lower", |text: String| text.to_lowercase());
    environment.add_filter("trim", |text: String| text.trim().to_owned());
    environment.add_filter("length", |value: Value| value.len().unwrap_or(0));
    environment.add_function("text", |value: Value| kept(&wrapped(&said(&value), 0)));
    environment.add_function("line", |parts: Rest<Value>| {
        let line: Vec<String> = parts.0.iter().map(part_of_line).collect();
        kept(&[line.concat()])
    });
    environment.add_function("field", |label: String, value: Value| {
        kept(&field(&one_line(&label), 0, HEAD_LABEL, &said(&value)))
    });
    environment.add_function("item_field", |label: String, value: Value| {
        kept(&field(
            &one_line(&label),
            ITEM_INDENT,
            ITEM_LABEL,
            &said(&value),
        ))
    });
    environment.add_function("item_address", |label: String, value: Value| {
        let (label, address) = (one_line(&label), one_line(&said(&value)));
        kept(&[format!("{:ITEM_INDENT$}{label:<ITEM_LABEL$}{address}", "")])
    });
    Ok(environment)
}

fn said(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// A part of a line, its blanks at both ends kept.
fn part_of_line(value: &Value) -> String {
    isolate(&show_hidden(&said(value)).replace('\n', " "))
}

fn shown(value: &Value, mode: Mode) -> String {
    let text = match mode {
        Mode::Plain => said(value),
        Mode::Laid => isolate(&one_line(&said(value))),
    };
    text.replace([KEPT, NOTICE, NOTHING], "")
}

/// Lines that are laid out, so that they are kept.
fn kept(lines: &[String]) -> Value {
    if lines.is_empty() {
        return Value::from_safe_string(NOTHING.to_string());
    }
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        let end = if at == 0 { "" } else { "\n" };
        let _ = write!(text, "{end}{KEPT}{line}");
    }
    Value::from_safe_string(text)
}

/// Blocks of lines: a blank line of the template ends one; lines of its own words are wrapped.
pub(super) fn blocks(out: &str) -> Vec<Vec<String>> {
    let mut blocks = Vec::new();
    let mut block: Vec<String> = Vec::new();
    for line in out.split('\n') {
        let line = line.trim_matches([' ', '\t']);
        if let Some(line) = line.strip_prefix(KEPT) {
            block.push(line.trim_end().replace([KEPT, NOTHING], ""));
            continue;
        }
        if line.is_empty() {
            if !block.is_empty() {
                blocks.push(std::mem::take(&mut block));
            }
            continue;
        }
        let words = line.replace([KEPT, NOTHING], "");
        block.extend(wrap_literal(words.trim()));
    }
    if !block.is_empty() {
        blocks.push(block);
    }
    blocks
}

/// A letter with the notice in its place; `None` unless the place is there once, on a line of its own.
pub(super) fn around(out: &str, notice: &str) -> Option<String> {
    let (before, after) = out.split_once(NOTICE)?;
    if after.contains(NOTICE) {
        return None;
    }
    let is_own_line =
        before.trim_end_matches([' ', '\t']).ends_with('\n') || before.trim().is_empty();
    let goes_on = after.trim_start_matches([' ', '\t']);
    if !is_own_line || !(goes_on.is_empty() || goes_on.starts_with('\n')) {
        return None;
    }
    let words = |part: &str| {
        let blocks: Vec<String> = blocks(part).iter().map(|block| block.join("\n")).collect();
        blocks.join("\n\n")
    };
    let (before, after) = (words(before), words(after));
    let mut letter = String::new();
    if !before.is_empty() {
        letter.push_str(&before);
        letter.push_str("\n\n");
    }
    letter.push_str(notice);
    if !after.is_empty() {
        letter.push('\n');
        letter.push_str(&after);
        letter.push('\n');
    }
    Some(letter)
}
