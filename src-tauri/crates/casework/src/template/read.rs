//! The templates as they are shown.

use super::{diff, fact, place, set, stands};
use crate::{Result, Session};
use breakwater_casefile::table::unit_text;
use breakwater_model::template::{TemplateVersionView, TemplateView};
use breakwater_report::template::TemplateName;

/// Every template of the case, with its versions and what it gives.
pub fn all(session: &Session) -> Result<Vec<TemplateView>> {
    let stands = session.read(stands)?;
    let mut all = Vec::new();
    for name in TemplateName::ALL {
        let versions = session.read(|reader| unit_text::versions(reader, &place(name)))?;
        let own = versions.iter().find(|one| one.stands);
        let text = stands.texts.source(name);
        let fact = fact(name);
        all.push(TemplateView {
            name: name.code().to_owned(),
            words: fact.map(|fact| fact.words.clone()).unwrap_or_default(),
            version: stands
                .stamps
                .get(name.code())
                .map(|stamp| stamp.version.clone())
                .unwrap_or_default(),
            is_own: own.is_some(),
            officer: own.map(|own| own.officer.clone()),
            at: own.map(|own| own.at),
            text: text.to_owned(),
            source: fact.map(|fact| fact.source.clone()).unwrap_or_default(),
            date: fact.map(|fact| fact.date.clone()).unwrap_or_default(),
            differences: diff::lines(name.shipped(), text),
            sample: set::sample_of(&stands.texts, name).unwrap_or_default(),
            versions: versions
                .into_iter()
                .map(|one| TemplateVersionView {
                    version: one.version,
                    officer: one.officer,
                    at: one.at,
                    stands: one.stands,
                    text: one.text,
                })
                .collect(),
        });
    }
    Ok(all)
}
