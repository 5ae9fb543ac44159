//! Whether accounts of one language, or from one source, are referred, returned, left standing and reversed as often as
//! the rest. A difference is a question to be asked, not an answer: languages differ in what is advertised in them.

use super::interval::wilson;
use super::standing::{AsAt, Bucket, standing};
use crate::{Result, Session, lexicon};
use breakwater_casefile::fair::{self, Fared};
use breakwater_casefile::history::{self, Told};
use breakwater_model::compare::{
    FairBy, FairCount, FairGroupView, FairnessView, GroupRateView, LexiconSizeView,
};
use breakwater_model::lexicon::LexiconView;
use breakwater_text::language;
use std::collections::{BTreeMap, HashMap};

/// Languages and sources of the case, as it stands now.
pub fn fairness(session: &Session) -> Result<FairnessView> {
    let now = session.host().now();
    let told = history::told(session)?;
    let ends = ends(&told, now.0);
    let accounts = session.read(fair::every)?;
    let lexicons = lexicon::all(session)?;
    let size = |code: &str| {
        let found = lexicons.iter().find(|one| one.language == code);
        found.map(size_of)
    };
    let languages = groups(&accounts, &ends, FairBy::Language)
        .into_iter()
        .map(|group| FairGroupView {
            words: language_words(&group.name),
            lexicon: size(&group.name),
            ..group
        })
        .collect();
    Ok(FairnessView {
        as_at: now,
        languages,
        sources: groups(&accounts, &ends, FairBy::Source),
    })
}

fn size_of(lexicon: &LexiconView) -> LexiconSizeView {
    LexiconSizeView {
        terms: lexicon.terms,
        unchecked: lexicon.unchecked,
        version: lexicon.version.clone(),
    }
}

fn language_words(code: &str) -> String {
    match language::name(code) {
        Some(name) => name.to_owned(),
        None if code.is_empty() => "not known".to_owned(),
        None => code.to_owned(),
    }
}

/// What became of an account that was referred, itself or a post of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Ended {
    is_decided: bool,
    is_declined: bool,
    is_reversed: bool,
}

/// What became of every account that was ever sent.
pub(super) fn ends(told: &Told, now: i64) -> HashMap<i64, Ended> {
    let as_at = AsAt {
        at: now,
        seq: i64::MAX,
        with_imported: true,
    };
    let mut ends: HashMap<i64, Ended> = HashMap::new();
    for (item, subject) in told.history.items().iter().zip(&told.subjects) {
        let Some(it) = standing(item, told.history.events(item), as_at) else {
            continue;
        };
        let end = ends.entry(subject.row).or_default();
        end.is_decided |= it.bucket.is_decided();
        end.is_declined |= it.bucket == Bucket::Declined;
        end.is_reversed |= matches!(it.bucket, Bucket::Withdrawn | Bucket::Reinstated);
    }
    ends
}

/// What an account is grouped by.
pub(super) const fn name(one: &Fared, by: FairBy) -> &String {
    match by {
        FairBy::Language => &one.language,
        FairBy::Source => &one.source,
    }
}

/// Whether an account stands in a number of its group.
pub(super) fn is_counted(count: FairCount, one: &Fared, end: Option<Ended>) -> bool {
    match count {
        FairCount::Seen => true,
        FairCount::Referred => end.is_some(),
        FairCount::Submitted => one.is_submitted,
        FairCount::Returned => one.is_returned,
        FairCount::Decided => end.is_some_and(|end| end.is_decided),
        FairCount::Declined => end.is_some_and(|end| end.is_declined),
        FairCount::Reversed => end.is_some_and(|end| end.is_reversed),
    }
}

/// The numbers of a group.
#[derive(Debug, Clone, Copy, Default)]
struct Counts([u32; FairCount::ALL.len()]);

impl Counts {
    fn add(&mut self, one: &Fared, end: Option<Ended>) {
        for (count, sum) in FairCount::ALL.into_iter().zip(&mut self.0) {
            *sum += u32::from(is_counted(count, one, end));
        }
    }

    fn of(&self, count: FairCount) -> u32 {
        self.0.get(count as usize).copied().unwrap_or_default()
    }
}

/// Groups, those with most seen first.
pub(super) fn groups(
    accounts: &[Fared],
    ends: &HashMap<i64, Ended>,
    by: FairBy,
) -> Vec<FairGroupView> {
    use FairCount::{Decided, Declined, Referred, Returned, Reversed, Seen, Submitted};
    let mut all = Counts::default();
    let mut by_name: BTreeMap<&str, Counts> = BTreeMap::new();
    for one in accounts {
        let end = ends.get(&one.row).copied();
        all.add(one, end);
        by_name.entry(name(one, by)).or_default().add(one, end);
    }
    let rate = |own: &Counts, part: FairCount, whole: FairCount| {
        rate((own.of(part), own.of(whole)), (all.of(part), all.of(whole)))
    };
    let mut views: Vec<FairGroupView> = by_name
        .into_iter()
        .map(|(name, own)| FairGroupView {
            name: name.to_owned(),
            words: if name.is_empty() {
                "not said".to_owned()
            } else {
                name.to_owned()
            },
            seen: own.of(Seen),
            referred: rate(&own, Referred, Seen),
            returned: rate(&own, Returned, Submitted),
            declined: rate(&own, Declined, Decided),
            reversed: rate(&own, Reversed, Referred),
            lexicon: None,
        })
        .collect();
    views.sort_by(|one, other| {
        other
            .seen
            .cmp(&one.seen)
            .then_with(|| one.name.cmp(&other.name))
    });
    views
}

/// A share beside that of all other groups together.
pub(super) fn rate(own: (u32, u32), all: (u32, u32)) -> GroupRateView {
    let share = |(part, whole): (u32, u32)| (whole > 0).then(|| f64::from(part) / f64::from(whole));
    let rest = share((all.0.saturating_sub(own.0), all.1.saturating_sub(own.1)));
    let interval = wilson(own.0, own.1);
    let is_apart = interval
        .zip(rest)
        .is_some_and(|(interval, rest)| rest < interval.low || rest > interval.high);
    GroupRateView {
        part: own.0,
        whole: own.1,
        share: share(own),
        interval,
        rest,
        is_apart,
    }
}

#[cfg(test)]
mod tests {
    use super::rate;

    #[test]
    fn a_group_is_flagged_where_its_interval_excludes_the_rest() {
        let apart = rate((40, 50), (240, 450));
        assert!(apart.is_apart, "{apart:?}");
        assert_eq!(apart.rest, Some(0.5));
        let alike = rate((3, 5), (203, 405));
        assert!(!alike.is_apart, "too few to say: {alike:?}");
        let alone = rate((3, 5), (3, 5));
        assert_eq!((alone.rest, alone.is_apart), (None, false));
    }
}
