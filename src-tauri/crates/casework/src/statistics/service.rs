//! What was offered: by the lines of the assessment an item was first sent on, and by what each says in the table of
//! services. A line that an officer answered *no* says nothing.

use crate::{Result, Session};
use breakwater_casefile::history::{self, AssessedLine, ItemKey};
use breakwater_model::indicator::HitAnswer;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What speaks for a service.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Speaks {
    /// What it is called.
    service: String,
    /// Of which kind a line is that speaks for it.
    category: String,
    /// Words of what its term means, parted by `;`, or [`OTHERWISE`].
    words: String,
    /// Where it comes from, with its date.
    #[allow(dead_code, reason = "for whoever corrects the row")]
    source: String,
    #[allow(dead_code, reason = "for whoever corrects the row")]
    date: String,
}

static SERVICES: LazyLock<Vec<Speaks>> = LazyLock::new(|| {
    let rows = csv::Reader::from_reader(include_str!("../../data/services.csv").as_bytes())
        .into_deserialize()
        .collect::<std::result::Result<_, _>>();
    rows.unwrap_or_default()
});

/// In the place of words: every line of the kind that speaks for no other service of it.
const OTHERWISE: &str = "otherwise";

/// The services of every item sent from this case.
pub fn of_items(session: &Session) -> Result<HashMap<ItemKey, Vec<String>>> {
    let mut called = HashMap::new();
    session.read(|reader| {
        history::assessed(reader, &mut |key, lines| {
            called.insert(key, of_lines(lines, &SERVICES));
        })
    })?;
    Ok(called)
}

/// The services that lines speak for, in the order of the table.
fn of_lines(lines: &[AssessedLine], table: &[Speaks]) -> Vec<String> {
    let mut spoken = vec![false; table.len()];
    let mut otherwise = Vec::new();
    let said = lines
        .iter()
        .filter(|line| line.answer != Some(HitAnswer::No));
    for line in said {
        let meaning = words(&line.meaning);
        let mut is_named = false;
        for (service, is_spoken) in table.iter().zip(&mut spoken) {
            if service.category == line.category && names(service, &meaning) {
                *is_spoken = true;
                is_named = true;
            }
        }
        if !is_named {
            otherwise.push(line.category.as_str());
        }
    }
    // Passage in general says nothing beside a boat; papers in general say something beside a marriage.
    for category in otherwise {
        let is_means = category == "transport";
        let mut of_kind = table.iter().zip(&spoken);
        if is_means && of_kind.any(|(one, is_spoken)| *is_spoken && one.category == category) {
            continue;
        }
        let rest = table
            .iter()
            .position(|one| one.category == category && one.words == OTHERWISE);
        if let Some(is_spoken) = rest.and_then(|at| spoken.get_mut(at)) {
            *is_spoken = true;
        }
    }
    let both = table.iter().zip(spoken);
    both.filter(|(_, is_spoken)| *is_spoken)
        .map(|(one, _)| one.service.clone())
        .collect()
}

fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// True if a meaning holds one of the words of a service, or all words of one in a row.
fn names(service: &Speaks, meaning: &[String]) -> bool {
    service.words != OTHERWISE
        && service.words.split(';').map(words).any(|wanted| {
            !wanted.is_empty() && meaning.windows(wanted.len()).any(|some| some == wanted)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use breakwater_text::indicator::Category;

    fn line(category: &str, meaning: &str, answer: Option<HitAnswer>) -> AssessedLine {
        AssessedLine {
            category: category.into(),
            meaning: meaning.into(),
            post: None,
            answer,
        }
    }

    #[track_caller]
    fn is(lines: &[(&str, &str, Option<HitAnswer>)], services: &[&str]) {
        let lines: Vec<_> = lines
            .iter()
            .map(|(one, other, said)| line(one, other, *said))
            .collect();
        assert_eq!(of_lines(&lines, &SERVICES), services);
    }

    #[test]
    fn services_follow_from_what_the_lines_mean() {
        is(
            &[
                ("transport", "by boat", None),
                ("transport", "sure crossing", None),
                (
                    "transport",
                    "beside the driver of a lorry",
                    Some(HitAnswer::No),
                ),
                ("documents", "marriage for papers", Some(HitAnswer::Yes)),
                ("documents", "passport for sale", Some(HitAnswer::Unsure)),
                ("price", "by lorry", None),
            ],
            &[
                "Boat or ship",
                "Marriage for papers",
                "Passports, visas, papers",
            ],
        );
        is(
            &[("transport", "sure crossing", None)],
            &["Passage, by what means is not said"],
        );
        is(&[("route", "from one place to another", None)], &[]);
        // A word within another is none of its own.
        is(
            &[("transport", "carriage to England", None)],
            &["Passage, by what means is not said"],
        );
    }

    #[test]
    fn every_service_is_of_a_kind_that_lines_have_and_named_once() {
        let kinds = Category::ALL.map(Category::code);
        let mut met = std::collections::HashSet::new();
        assert_eq!(SERVICES.len(), 13);
        for service in SERVICES.iter() {
            assert!(kinds.contains(&service.category.as_str()), "{service:?}");
            assert!(met.insert(&service.service), "{service:?}");
        }
    }
}
