//! How often two officers decided alike, by language and decision, and Cohen's kappa: what agreement there is beyond what
//! their own habits would give by chance (J. Cohen, A Coefficient of Agreement for Nominal Scales, Educational and
//! Psychological Measurement 20(1), 1960).
//!
//! Only blind answers count. The figures are of the sample, not weighted up to all decisions.

use super::shares;
use crate::{Result, Session};
use breakwater_casefile::table::second_review::{self, Pair};
use breakwater_model::assessment::Decision;
use breakwater_model::second_review::{AgreementCountView, AgreementRow, AgreementView, KappaView};
use breakwater_text::language;
use std::collections::BTreeMap;

/// What two officers can say.
const DECISIONS: [Decision; 3] = [Decision::Refer, Decision::Hold, Decision::NoAction];

/// Agreement of the case.
pub fn agreement(session: &Session) -> Result<AgreementView> {
    let (pairs, open) = session.read(|reader| {
        Ok((
            second_review::pairs(reader)?,
            second_review::disagreements(reader)?.len(),
        ))
    })?;
    let blind: Vec<&Pair> = pairs.iter().filter(|pair| pair.is_blind).collect();
    let mut by_language: BTreeMap<&str, Vec<&Pair>> = BTreeMap::new();
    for pair in &blind {
        by_language.entry(&pair.language).or_default().push(pair);
    }
    let mut rows = Vec::new();
    let mut kappas = vec![kappa_view(None, &blind)];
    for (code, pairs) in &by_language {
        for decision in DECISIONS {
            let of: Vec<&Pair> = pairs
                .iter()
                .copied()
                .filter(|pair| pair.first == decision)
                .collect();
            if !of.is_empty() {
                rows.push(AgreementRow {
                    language: (*code).to_owned(),
                    language_name: named(code),
                    decision,
                    count: count(&of),
                });
            }
        }
        kappas.push(kappa_view(Some(code), pairs));
    }
    Ok(AgreementView {
        rows,
        kappas,
        not_blind: narrow(pairs.len() - blind.len()),
        small_below: shares::number("small-below"),
        source: shares::source("small-below"),
        to_settle: narrow(open),
    })
}

fn named(code: &str) -> String {
    match language::name(code) {
        Some(name) => name.to_owned(),
        None if code.is_empty() => "language not known".to_owned(),
        None => code.to_owned(),
    }
}

fn kappa_view(code: Option<&str>, pairs: &[&Pair]) -> KappaView {
    KappaView {
        language: code.map(str::to_owned),
        language_name: code.map(named).unwrap_or_default(),
        count: count(pairs),
        kappa: kappa(pairs.iter().map(|pair| (pair.first, pair.second))),
    }
}

fn count(pairs: &[&Pair]) -> AgreementCountView {
    let n = narrow(pairs.len());
    let agreed = narrow(
        pairs
            .iter()
            .filter(|pair| pair.first == pair.second)
            .count(),
    );
    AgreementCountView {
        n,
        agreed,
        share: (n > 0).then(|| f64::from(agreed) / f64::from(n)),
        is_small: n < shares::number("small-below"),
    }
}

/// Cohen's kappa of pairs of decisions; `None` where there is none, or chance alone would make all alike.
fn kappa(pairs: impl Iterator<Item = (Decision, Decision)>) -> Option<f64> {
    let (mut n, mut agreed) = (0u32, 0u32);
    let mut sums = [(0u32, 0u32); DECISIONS.len()];
    for (first, second) in pairs {
        n += 1;
        agreed += u32::from(first == second);
        for (decision, (of_first, of_second)) in DECISIONS.iter().zip(&mut sums) {
            *of_first += u32::from(first == *decision);
            *of_second += u32::from(second == *decision);
        }
    }
    let by_chance: u64 = sums
        .iter()
        .map(|(first, second)| u64::from(*first) * u64::from(*second))
        .sum();
    let squared = u64::from(n) * u64::from(n);
    if n == 0 || by_chance == squared {
        return None;
    }
    let n = f64::from(n);
    let observed = f64::from(agreed) / n;
    let expected = sums
        .iter()
        .map(|(first, second)| (f64::from(*first) / n) * (f64::from(*second) / n))
        .sum::<f64>();
    Some((observed - expected) / (1.0 - expected))
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Decision, kappa};
    use Decision::{Hold, NoAction, Refer};

    /// So many pairs of each.
    fn of(counts: &[(Decision, Decision, usize)]) -> Option<f64> {
        kappa(
            counts
                .iter()
                .flat_map(|(first, second, count)| vec![(*first, *second); *count]),
        )
    }

    #[track_caller]
    fn is_near(found: Option<f64>, expected: f64) {
        let found = found.unwrap();
        assert!((found - expected).abs() < 1e-9, "{found}");
    }

    #[test]
    fn kappa_is_what_the_textbook_works_out() {
        // 50 pairs: observed 0.7, by chance 0.5 (25 and 25 against 30 and 20), so 0.4.
        is_near(
            of(&[
                (Refer, Refer, 20),
                (Refer, NoAction, 5),
                (NoAction, Refer, 10),
                (NoAction, NoAction, 15),
            ]),
            0.4,
        );
    }

    #[test]
    fn kappa_is_one_for_all_alike_nought_for_chance_and_below_for_all_unlike() {
        is_near(of(&[(Refer, Refer, 3), (NoAction, NoAction, 4)]), 1.0);
        let chance = [
            (Refer, Refer, 1),
            (Refer, NoAction, 1),
            (NoAction, Refer, 1),
            (NoAction, NoAction, 1),
        ];
        is_near(of(&chance), 0.0);
        is_near(of(&[(Refer, NoAction, 2), (NoAction, Refer, 2)]), -1.0);
    }

    #[test]
    fn kappa_is_unknown_for_nothing_and_where_only_one_thing_was_ever_said() {
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[(Refer, Refer, 9)]), None);
        is_near(of(&[(Refer, Hold, 4)]), 0.0);
    }
}
