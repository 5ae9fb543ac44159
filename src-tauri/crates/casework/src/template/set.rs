//! Putting a template in the place of the one that counts: rendered first with made-up referrals, and refused with every
//! fault by line.

use super::{diff, named, own, place, sample, stands};
use crate::{Error, Result, Session, infile, unit_version};
use breakwater_casefile::Action;
use breakwater_model::audit::Operation;
use breakwater_model::directory::UnitFileFaultView;
use breakwater_model::referral::ReferralView;
use breakwater_model::template::{TemplateRequest, TemplateResultView};
use breakwater_report::template::{TemplateFault, TemplateName, Texts};
use breakwater_report::{Letter, Standing, referral_eml, referral_pdf, referral_text};
use std::path::Path;

/// Bytes of a template file.
const LONGEST: u64 = 256 << 10;

/// What a template would give, how it differs, and what is wrong with it. Nothing is written.
///
/// # Errors
/// There is no template of this name.
pub fn preview(session: &Session, request: &TemplateRequest) -> Result<TemplateResultView> {
    let name = named(&request.name)?;
    let text = plain(&request.text);
    let stands = session.read(stands)?;
    let before = stands.texts.source(name).to_owned();
    let texts = stands.texts.with(name, &text);
    let faults: Vec<UnitFileFaultView> = faults(&texts, name)
        .into_iter()
        .map(|fault| UnitFileFaultView {
            line: fault.line,
            why: if fault.name == name {
                fault.why
            } else {
                format!("with it, {fault}")
            },
        })
        .collect();
    Ok(TemplateResultView {
        name: request.name.clone(),
        sample: if faults.is_empty() {
            sample_of(&texts, name)?
        } else {
            String::new()
        },
        faults,
        differences: diff::lines(&before, &text),
        version: None,
    })
}

/// The text of a template file.
///
/// # Errors
/// It is larger than a template may be, or not UTF-8.
pub fn read_file(file: &Path) -> Result<String> {
    infile::text(file, LONGEST, "template")
}

/// Takes a template, unless it has a fault or changes nothing.
///
/// # Errors
/// As [`preview`].
pub fn set(session: &Session, request: &TemplateRequest) -> Result<TemplateResultView> {
    let view = preview(session, request)?;
    if !view.faults.is_empty() || view.differences.is_empty() {
        return Ok(view);
    }
    let place = place(named(&request.name)?);
    let version = unit_version::next(session, &place)?;
    let action = Action::new(Operation::Alteration, "template-changed", "template")
        .word("template", &request.name)
        .word("version", &version);
    let text = plain(&request.text);
    session.write(action, |w| w.put_unit_text(&place, &version, &text))?;
    Ok(TemplateResultView {
        version: Some(version),
        ..view
    })
}

/// Goes back to the template that comes with the program. False if it already is that.
///
/// # Errors
/// There is no template of this name.
pub fn reset(session: &Session, code: &str) -> Result<bool> {
    let name = named(code)?;
    if session.read(|reader| own(reader, name))?.is_none() {
        return Ok(false);
    }
    let action =
        Action::new(Operation::Alteration, "template-reset", "template").word("template", code);
    Ok(session
        .write(action, |w| w.drop_unit_texts(&place(name)))?
        .0)
}

/// What a template gives of the made-up referral.
pub(super) fn sample_of(texts: &Texts, name: TemplateName) -> Result<String> {
    let view = sample::referral();
    let given = match name {
        TemplateName::Notice => notice(texts, &view),
        TemplateName::Letter => texts.letter_of(&view, sample::at(), Standing::Draft, "(notice)"),
        name => texts.short(name, &view, Standing::Draft),
    };
    given.map_err(|error| Error::Invalid(error.to_string()))
}

/// Line ends as they are kept.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n")
}

fn notice(texts: &Texts, view: &ReferralView) -> breakwater_report::Result<String> {
    referral_text(view, "MARKING", sample::at(), Standing::Draft, texts)
}

/// Everything wrong with a template: how it is written, what it gives of made-up referrals, and what it leaves out.
pub(super) fn faults(texts: &Texts, name: TemplateName) -> Vec<TemplateFault> {
    let faults = texts.faults(name);
    if !faults.is_empty() {
        return faults;
    }
    let mut found = Vec::new();
    for view in [sample::referral(), sample::empty()] {
        for standing in [Standing::Draft, Standing::Approved] {
            if let Err(breakwater_report::Error::Template(fault)) = whole(texts, &view, standing)
                && !found.contains(&fault)
            {
                found.push(fault);
            }
        }
    }
    if found.is_empty() {
        found = left_out(texts, name);
    }
    found
}

/// Every document, for the errors alone.
fn whole(texts: &Texts, view: &ReferralView, standing: Standing) -> breakwater_report::Result<()> {
    let letter = Letter {
        message_id: "sample@breakwater.invalid",
        at: sample::at(),
        attachments: &[],
    };
    referral_eml(view, "MARKING", standing, &letter, texts)?;
    referral_pdf(view, "MARKING", sample::at(), standing, texts).map(drop)
}

/// What a notice must hold, and this does not: Regulation (EU) 2022/2065, Article 16(2), and the reference by which an
/// answer is known.
fn left_out(texts: &Texts, name: TemplateName) -> Vec<TemplateFault> {
    let fault = |why: &str| TemplateFault {
        name,
        line: 1,
        why: why.to_owned(),
    };
    let view = sample::referral();
    let short = |name, view: &ReferralView| {
        let given = texts.short(name, view, Standing::Approved);
        given.unwrap_or_default()
    };
    let said = notice(texts, &view).unwrap_or_default();
    let said = one_line(&said);
    let statement = one_line(&short(TemplateName::Statement, &view));
    let mut faults = Vec::new();
    for (words, what) in [
        (sample::ADDRESS, "the exact address of an item"),
        (sample::WHY, "why an item is referred"),
        (sample::WORDS, "the words an item is referred for"),
        (sample::EMAIL, "the officer's contact"),
        (sample::REFERENCE, "the reference"),
        (sample::PLATFORM, "the platform's name"),
        (statement.as_str(), "the good-faith statement"),
    ] {
        if !said.contains(words) {
            faults.push(fault(&format!("the notice does not hold {what}")));
        }
    }
    let missing = ReferralView {
        good_faith: false,
        ..view
    };
    if one_line(&short(TemplateName::Statement, &missing)) == statement {
        faults.push(fault(
            "it says the same whether the good-faith statement was given or not",
        ));
    }
    faults
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
