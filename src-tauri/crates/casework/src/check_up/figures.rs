//! The figures, each from the rows alone. See [`Figure`] for how each is counted.

use super::tally::{Line, LineReferral, NONE, Tally};
use breakwater_model::check_up::{Figure, How};
use breakwater_model::platform::Unit;
use std::collections::{BTreeMap, HashMap};

/// Digits of the longest country code (ITU-T E.164).
const COUNTRY_CODE: usize = 3;
/// Fewest digits, without its first 0, of a number dialled at home that is looked for among those of all countries.
const AT_HOME: usize = 9;

/// A finding and where its rows stand in the list.
pub(super) struct Finding {
    pub(super) start: u32,
    pub(super) how: How,
    /// The label where the first row does not give it.
    pub(super) label: Option<String>,
    pub(super) unit: Option<Unit>,
}

/// The findings of a figure with their rows, those of one finding beside each other.
#[derive(Default)]
pub(super) struct Listed {
    pub(super) findings: Vec<Finding>,
    pub(super) rows: Vec<u32>,
}

impl Listed {
    fn put(&mut self, how: How, rows: &[u32]) -> Option<&mut Finding> {
        self.findings.push(Finding {
            start: short(self.rows.len()),
            how,
            label: None,
            unit: None,
        });
        self.rows.extend_from_slice(rows);
        self.findings.last_mut()
    }

    /// The finding a row of the list belongs to: its number from 0, and how many rows it has.
    pub(super) fn at(&self, place: u32) -> Option<(usize, &Finding, u32)> {
        let number = self
            .findings
            .partition_point(|finding| finding.start <= place)
            .checked_sub(1)?;
        let finding = self.findings.get(number)?;
        let end = self
            .findings
            .get(number + 1)
            .map_or(short(self.rows.len()), |next| next.start);
        Some((number, finding, end - finding.start))
    }
}

/// A count as it is told.
pub(super) fn short(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The rows behind a figure. `labels` names the column of a file that shows its units.
pub(super) fn listed(figure: Figure, tally: &Tally, labels: &[String]) -> Listed {
    match figure {
        Figure::KnownTwice => known_twice(tally),
        Figure::TwoNames => two_names(tally),
        Figure::ReferredTwice => referred_twice(tally),
        Figure::NeverAnswered => never_answered(tally),
        Figure::SharedNumbers => shared_numbers(tally),
        Figure::WithoutDate => each(tally, |line| !line.has_date),
        Figure::Units => units(tally, labels),
        Figure::Unreadable => each(tally, |line| !line.is_read),
    }
}

fn each(tally: &Tally, is_found: impl Fn(&Line) -> bool) -> Listed {
    let mut listed = Listed::default();
    for (number, _) in (0..).zip(&tally.lines).filter(|(_, line)| is_found(line)) {
        listed.put(How::Plain, &[number]);
    }
    listed
}

/// Rows by a key, in the order in which the keys were met; rows without one are left out.
fn groups<K: std::hash::Hash + Eq>(
    tally: &Tally,
    key: impl Fn(&Line) -> Option<K>,
) -> Vec<Vec<u32>> {
    let mut places: HashMap<K, usize> = HashMap::new();
    let mut found: Vec<Vec<u32>> = Vec::new();
    for (number, line) in (0..).zip(&tally.lines) {
        let Some(key) = key(line) else { continue };
        let place = *places.entry(key).or_insert(found.len());
        match found.get_mut(place) {
            Some(rows) => rows.push(number),
            None => found.push(vec![number]),
        }
    }
    found
}

fn account(line: &Line) -> Option<u32> {
    (line.account != NONE).then_some(line.account)
}

fn lines<'a>(tally: &'a Tally, rows: &'a [u32]) -> impl Iterator<Item = &'a Line> + Clone {
    rows.iter()
        .filter_map(|number| tally.lines.get(*number as usize))
}

/// True if some of the values, those that are none aside, differ.
fn differ<T: PartialEq>(values: impl IntoIterator<Item = T>) -> bool {
    let mut values = values.into_iter();
    values
        .next()
        .is_some_and(|first| values.any(|value| value != first))
}

fn have_two_names<'a>(lines: impl Iterator<Item = &'a Line>) -> bool {
    differ(lines.map(|line| line.names).filter(|names| *names != 0))
}

fn known_twice(tally: &Tally) -> Listed {
    let mut listed = Listed::default();
    for rows in groups(tally, account) {
        let lines = lines(tally, &rows);
        let cells = |at: usize| {
            let cells = lines
                .clone()
                .filter_map(move |line| line.spelled.get(at).copied());
            cells.filter(|cell| *cell != 0)
        };
        let has_two_handles = differ(cells(1));
        let how = if have_two_names(lines.clone()) {
            How::TwoNames
        } else if has_two_handles && cells(2).count() > 1 && !differ(cells(2)) {
            How::Id
        } else if has_two_handles || differ(cells(0)) || differ(cells(2)) || are_apart(lines) {
            How::Spelling
        } else {
            continue;
        };
        listed.put(how, &rows);
    }
    listed
}

/// True if two of the rows name the account by nothing that both give. Rows that name only a post do not count.
fn are_apart<'a>(lines: impl Iterator<Item = &'a Line>) -> bool {
    let shapes = lines.fold(0u8, |shapes, line| {
        let bits = line.spelled.iter().enumerate();
        let shape = bits.fold(0u8, |shape, (at, cell)| shape | u8::from(*cell != 0) << at);
        shapes | 1 << shape
    });
    let met = |shape: u8| shapes & 1 << shape != 0;
    (1..8).any(|one| met(one) && (1..8).any(|other| met(other) && one & other == 0))
}

fn two_names(tally: &Tally) -> Listed {
    let mut listed = Listed::default();
    for rows in groups(tally, account) {
        if have_two_names(lines(tally, &rows)) {
            listed.put(How::TwoNames, &rows);
        }
    }
    listed
}

/// What is referred: a post, or an account as a unit.
fn item(line: &Line) -> Option<(u64, u32, Option<Unit>)> {
    if line.post != 0 {
        return Some((line.post, NONE, None));
    }
    account(line).map(|account| (0, account, line.unit))
}

fn referrals<'a>(
    lines: impl Iterator<Item = &'a Line> + Clone,
) -> impl Iterator<Item = LineReferral> + Clone {
    lines.filter_map(|line| line.referral)
}

fn referred_twice(tally: &Tally) -> Listed {
    let mut listed = Listed::default();
    for rows in groups(tally, |line| line.referral.and_then(|_| item(line))) {
        let all = referrals(lines(tally, &rows));
        let references = all.clone().map(|one| one.reference).filter(|one| *one != 0);
        let how = if differ(references) {
            How::References
        } else if differ(all.filter_map(|one| one.day)) {
            How::Days
        } else {
            continue;
        };
        listed.put(how, &rows);
    }
    listed
}

/// True if both may be the same referral: by reference where both have one, else by day; one without either is the same as
/// any of its item.
fn is_same(one: LineReferral, other: LineReferral) -> bool {
    if one.reference != 0 && other.reference != 0 {
        return one.reference == other.reference;
    }
    let is_bare = |one: LineReferral| one.reference == 0 && one.day.is_none();
    one.day == other.day || is_bare(one) || is_bare(other)
}

fn never_answered(tally: &Tally) -> Listed {
    let mut answers: HashMap<_, Vec<LineReferral>> = HashMap::new();
    for line in &tally.lines {
        if let (Some(item), Some(referral)) = (item(line), line.referral)
            && referral.is_decided
        {
            answers.entry(item).or_default().push(referral);
        }
    }
    let mut open: Vec<(i32, u32)> = Vec::new();
    for (number, line) in (0..).zip(&tally.lines) {
        let Some(referral) = line.referral else {
            continue;
        };
        let answers = item(line).and_then(|item| answers.get(&item));
        let is_answered = answers.is_some_and(|all| all.iter().any(|one| is_same(*one, referral)));
        if referral.is_said && !referral.is_decided && !is_answered {
            open.push((referral.day.unwrap_or(i32::MAX), number));
        }
    }
    open.sort_unstable();
    let mut listed = Listed::default();
    for rows in same_referrals(tally, open) {
        listed.put(How::Plain, &rows);
    }
    listed
}

/// Rows that may tell of one referral beside each other, in the order of the first of each.
fn same_referrals(tally: &Tally, rows: Vec<(i32, u32)>) -> Vec<Vec<u32>> {
    let mut found: Vec<Vec<u32>> = Vec::new();
    let mut of_item: HashMap<_, Vec<(LineReferral, usize)>> = HashMap::new();
    for (_, number) in rows {
        let line = tally.lines.get(number as usize);
        let told = line.and_then(|line| Some((item(line)?, line.referral?)));
        let Some((item, referral)) = told else {
            found.push(vec![number]);
            continue;
        };
        let known = of_item.entry(item).or_default();
        let same = known.iter().find(|(one, _)| is_same(*one, referral));
        if let Some(rows) = same.and_then(|(_, at)| found.get_mut(*at)) {
            rows.push(number);
        } else {
            known.push((referral, found.len()));
            found.push(vec![number]);
        }
    }
    found
}

fn shared_numbers(tally: &Tally) -> Listed {
    let mut listed = Listed::default();
    for (number, rows, how) in joined_numbers(&tally.numbers) {
        if !differ(lines(tally, &rows).filter_map(account)) {
            continue;
        }
        if let Some(finding) = listed.put(how, &rows) {
            finding.label = Some(number.to_owned());
        }
    }
    listed
}

/// Numbers with their rows. One that is dialled at home goes with the one number that ends like it and says its
/// country, if there is one and no other.
fn joined_numbers(numbers: &[(String, Vec<u32>)]) -> Vec<(&str, Vec<u32>, How)> {
    let mut endings: HashMap<&str, Option<usize>> = HashMap::new();
    for (at, (number, _)) in numbers.iter().enumerate() {
        let Some(digits) = number.strip_prefix('+') else {
            continue;
        };
        let endings_of = (1..=COUNTRY_CODE).filter_map(|code| digits.get(code..));
        for ending in endings_of.filter(|ending| ending.len() >= AT_HOME) {
            let known = endings.entry(ending).or_insert(Some(at));
            *known = known.filter(|known| *known == at);
        }
    }
    let mut found: Vec<(&str, Vec<u32>, How)> = Vec::with_capacity(numbers.len());
    let mut at_home = Vec::new();
    for (number, rows) in numbers {
        let ending = number.strip_prefix('0');
        match ending.and_then(|ending| endings.get(ending).copied().flatten()) {
            Some(whole) => {
                at_home.push((whole, rows));
                found.push((number, Vec::new(), How::CountryUnknown));
            }
            None if number.starts_with('+') => {
                found.push((number, rows.clone(), How::WithCountry));
            }
            None => found.push((number, rows.clone(), How::CountryUnknown)),
        }
    }
    for (whole, rows) in at_home {
        if let Some((_, all, how)) = found.get_mut(whole) {
            all.extend_from_slice(rows);
            all.sort_unstable();
            all.dedup();
            *how = How::CountryUnknown;
        }
    }
    found
}

/// Rows by unit for each file that holds more than one.
fn units(tally: &Tally, labels: &[String]) -> Listed {
    let mut files: BTreeMap<u16, BTreeMap<Unit, Vec<u32>>> = BTreeMap::new();
    for (number, line) in (0..).zip(&tally.lines) {
        if let Some(unit) = line.unit {
            let file = files.entry(line.file).or_default();
            file.entry(unit).or_default().push(number);
        }
    }
    let mut listed = Listed::default();
    for (file, units) in files.into_iter().filter(|(_, units)| units.len() > 1) {
        for (unit, rows) in units {
            if let Some(finding) = listed.put(How::Plain, &rows) {
                finding.label = labels.get(usize::from(file)).cloned();
                finding.unit = Some(unit);
            }
        }
    }
    listed
}
