//! What must not stand in a text its user may be shown: the case's own title and reference, officers, whole phrases,
//! numbers and rare words of notes, entries of registers. Each is quoted with where it comes from.

use super::leak_places::{apart, holds, standing};
use super::{ground, leak_sources, leak_words, protected};
use crate::{Result, template};
use breakwater_casefile::Reader;
use breakwater_casefile::table::referral::Referral;
use breakwater_casefile::table::{fact, officer, register_said};
use breakwater_model::Instant;
use breakwater_model::case::OfficerView;
use breakwater_model::referral::{ItemView, RequirementView};
use breakwater_text::fold::{fold, fold_with_offsets};
use std::ops::Range;

/// Words of a note that make a phrase nobody writes twice by chance.
const PHRASE: usize = 4;
/// Fewest letters of such a phrase.
const LETTERS: usize = 18;
/// Fewest signs of a number, a title or a name that is looked for.
const SIGNS: usize = 5;

/// Fewest signs of an officer's number that is looked for.
const NUMBER: usize = 4;
/// Fewest letters and digits of a reference that is looked for however it is set apart: `OCC 2026/7781`.
const CODE: usize = 6;

/// Something secret, folded, and where it comes from.
struct Secret {
    folded: String,
    from: String,
    /// True if only its letters and digits count, whatever stands between them.
    is_code: bool,
}

/// A text the user may be shown: where it stands, which item, what it says.
pub(super) type Shown<'a> = (&'static str, Option<&'a ItemView>, &'a str);

/// One requirement for each thing that stands where it must not, quoted with where it came from.
pub(super) fn requirements(
    reader: &Reader<'_>,
    referral: &Referral,
    items: &[ItemView],
    drafter: &OfficerView,
    now: Instant,
) -> Result<Vec<RequirementView>> {
    let told = ground::tell_user(referral);
    let whole = said_of_whole(referral, &told.reason);
    let of_items: Vec<[Shown<'_>; 4]> = items.iter().map(said_of).collect();
    let templates = template::written(reader)?;
    let templates: Vec<Shown<'_>> = templates
        .iter()
        .map(|text| ("template", None, text.as_str()))
        .collect();
    let texts = || {
        let said = whole.iter().chain(&templates);
        said.chain(of_items.iter().flatten())
    };
    let mut secrets = of_case(reader, drafter)?;
    secrets.extend(as_a_whole(&leak_sources::asked(reader, referral.row)?));
    secrets.extend(of_registers(reader, texts().map(|(_, _, text)| *text))?);
    let platform = referral.platform.as_str();
    let mut all = protected::named(reader, platform, texts(), now)?;
    all.extend(found(&whole, &secrets, &[]));
    all.extend(found(&templates, &secrets, &[]));
    for (item, said) in items.iter().zip(&of_items) {
        let own = own_texts(item);
        let [why, place, ..] = *said;
        let mut shown = vec![why, place];
        shown.extend(whole.iter().filter(|(name, ..)| *name != "from"));
        shown.extend(&templates);
        let of_notes = of_notes(reader, item, &own, &shown)?;
        all.extend(found(said, &secrets, &own));
        all.extend(found(&shown, &of_notes, &own));
    }
    Ok(merged(all))
}

/// What officers wrote of the whole referral that its user may be shown. Who decided about the law leaves in no output.
fn said_of_whole<'a>(referral: &'a Referral, told: &'a str) -> [Shown<'a>; 7] {
    let notes = &referral.law_notes;
    let said = |text: &'a Option<String>| text.as_deref().unwrap_or_default();
    [
        ("title", None, &referral.title),
        ("summary", None, &referral.summary),
        ("tell_user_reason", None, told),
        ("law_elements", None, said(&notes.elements)),
        ("law_reach", None, said(&notes.reach)),
        ("law_defence", None, said(&notes.defence)),
        ("from", None, said(&referral.sender)),
    ]
}

/// What officers wrote of an item that its user may be shown.
fn said_of(item: &ItemView) -> [Shown<'_>; 4] {
    [
        ("why", Some(item), &item.why),
        ("place", Some(item), &item.place),
        (
            "translation",
            Some(item),
            item.translation.as_deref().unwrap_or_default(),
        ),
        (
            "translation_by",
            Some(item),
            item.translation_by.as_deref().unwrap_or_default(),
        ),
    ]
}

/// What a letter says that it must not, each quoted with where it came from.
pub(super) fn of_letter(
    reader: &Reader<'_>,
    text: &str,
    drafter: &OfficerView,
) -> Result<Vec<String>> {
    let mut secrets = of_case(reader, drafter)?;
    secrets.extend(of_registers(reader, std::iter::once(text))?);
    let shown: Shown<'_> = ("text", None, text);
    let found = found(&[shown], &secrets, &[]);
    Ok(found.into_iter().map(|one| one.detail).collect())
}

/// Title and reference of the case, names and numbers of officers but the one it is from.
fn of_case(reader: &Reader<'_>, drafter: &OfficerView) -> Result<Vec<Secret>> {
    let mut all: Vec<Secret> = Vec::new();
    let title = fact::need(reader, "title")?;
    all.extend(secret(&title, "the title of the case"));
    let words = leak_words::of_title(&title).into_iter();
    all.extend(words.filter_map(|word| of_length(word, NUMBER, "the title of the case")));
    let reference = fact::need(reader, "reference")?;
    all.extend(secret(&reference, "the reference of the case"));
    all.extend(code(&reference, "the reference of the case"));
    for officer in officer::all(reader)? {
        if officer.id != drafter.id {
            all.extend(secret(&officer.name, "an officer's name"));
            let family = officer
                .name
                .split_whitespace()
                .next_back()
                .unwrap_or_default();
            if leak_words::is_name(family) {
                all.extend(secret(family, "an officer's name"));
            }
            all.extend(of_length(&officer.number, NUMBER, "an officer's number"));
            all.extend(code(&officer.number, "an officer's number"));
        }
    }
    Ok(all)
}

/// Owners and contacts of registers that the texts may name: looked up by the words the texts hold.
fn of_registers<'a>(
    reader: &Reader<'_>,
    texts: impl Iterator<Item = &'a str>,
) -> Result<Vec<Secret>> {
    let mut words: Vec<String> = texts.flat_map(|text| beginnings(&fold(text))).collect();
    words.sort_unstable();
    words.dedup();
    let mut all = Vec::new();
    for (list, words) in register_said::said(reader, &words)? {
        let list = serde_json::to_value(list)?;
        let list = list.as_str().unwrap_or_default();
        all.extend(secret(&words, &format!("the register {list}")));
    }
    Ok(all)
}

/// What goes on to the next blank from every place where a word begins.
fn beginnings(folded: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut before = ' ';
    for (at, c) in folded.char_indices() {
        if !before.is_alphanumeric() && !c.is_whitespace() {
            let rest = folded.get(at..).unwrap_or_default();
            all.extend(rest.split_whitespace().next().map(str::to_owned));
        }
        before = c;
    }
    all
}

/// Phrases of four words, numbers, and rare names and codes of the notes on an account that the item itself does not
/// hold. Of names and codes only those the shown texts hold are asked about.
fn of_notes(
    reader: &Reader<'_>,
    item: &ItemView,
    own: &[String],
    shown: &[Shown<'_>],
) -> Result<Vec<Secret>> {
    let shown: Vec<String> = shown.iter().map(|(_, _, text)| fold(text)).collect();
    let row = breakwater_casefile::table::account::row(reader, item.account)?;
    let mut all = as_a_whole(&leak_sources::told(reader, row)?);
    for (text, from) in leak_sources::of_account(reader, row)? {
        let words: Vec<&str> = text.split_whitespace().collect();
        let phrases = words.windows(PHRASE).map(|words| words.join(" "));
        let is_long = |phrase: &String| phrase.chars().count() >= LETTERS;
        for phrase in phrases.filter(is_long) {
            all.extend(secret(&phrase, &from));
        }
        let is_number = |word: &&&str| word.chars().filter(char::is_ascii_digit).count() >= SIGNS;
        for number in words.iter().filter(is_number) {
            all.extend(secret(number, &from));
        }
        for name in leak_words::names(&text) {
            let folded = fold(name);
            let is_shown = shown.iter().any(|text| holds(text, &folded));
            if is_shown && leak_words::is_rare(reader, &folded)? {
                all.push(Secret {
                    folded,
                    from: from.clone(),
                    is_code: false,
                });
            }
        }
    }
    all.retain(|secret| own.iter().all(|own| !own.contains(&secret.folded)));
    Ok(all)
}

fn own_texts(item: &ItemView) -> Vec<String> {
    [
        Some(item.words.as_str()),
        item.translation.as_deref(),
        item.handle.as_deref(),
        item.platform_id.as_deref(),
        item.address.as_deref(),
    ]
    .into_iter()
    .flatten()
    .map(fold)
    .collect()
}

/// Each as it is written, and what is a code however it is set apart.
fn as_a_whole(written: &[(String, String)]) -> Vec<Secret> {
    let all = written.iter();
    all.flat_map(|(text, from)| [secret(text, from), code(text, from)])
        .flatten()
        .collect()
}

fn secret(written: &str, from: &str) -> Option<Secret> {
    of_length(written, SIGNS, from)
}

fn of_length(written: &str, least: usize, from: &str) -> Option<Secret> {
    let folded = fold(written.trim());
    (folded.chars().count() >= least).then(|| Secret {
        folded,
        from: from.to_owned(),
        is_code: false,
    })
}

/// A reference by its letters and digits; nothing that could be a word.
fn code(written: &str, from: &str) -> Option<Secret> {
    let folded = fold(written);
    let signs = || folded.chars().filter(|c| c.is_alphanumeric());
    let is_code = signs().count() >= CODE && signs().any(|c| c.is_ascii_digit());
    is_code.then(|| Secret {
        folded: signs().collect(),
        from: from.to_owned(),
        is_code: true,
    })
}

fn found(shown: &[Shown<'_>], secrets: &[Secret], own: &[String]) -> Vec<RequirementView> {
    let mut all = Vec::new();
    for (field, item, text) in shown {
        let hits = hits(text, secrets, own);
        if hits.is_empty() {
            continue;
        }
        all.push(leak(field, *item, hits.join("; ")));
    }
    all
}

/// A text that says what it must not.
pub(super) fn leak(field: &str, item: Option<&ItemView>, detail: String) -> RequirementView {
    RequirementView {
        name: item.map_or_else(
            || format!("leak.{field}"),
            |item| format!("leak.item.{}.{field}", item.position),
        ),
        label: "Nothing of the case in a text its user may see".into(),
        is_met: false,
        detail,
        item: item.map(|item| item.id),
        source: "Practice of this workbench; a platform may show its user the text".into(),
    }
}

/// Every place where something secret stands, as the text writes it, with where it comes from; what overlaps is one.
fn hits(text: &str, secrets: &[Secret], own: &[String]) -> Vec<String> {
    let folded = fold_with_offsets(text);
    let mut places: Vec<(Range<usize>, &str)> = Vec::new();
    for secret in secrets {
        if own.iter().any(|own| holds(own, &secret.folded)) {
            continue;
        }
        let stands = if secret.is_code {
            apart(&folded.text, &secret.folded)
        } else {
            standing(&folded.text, &secret.folded).collect()
        };
        places.extend(
            stands
                .into_iter()
                .map(|range| (range, secret.from.as_str())),
        );
    }
    places.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut joined: Vec<(Range<usize>, &str)> = Vec::new();
    for (range, from) in places {
        match joined.last_mut() {
            Some((last, _)) if range.start < last.end => last.end = last.end.max(range.end),
            _ => joined.push((range, from)),
        }
    }
    joined
        .into_iter()
        .map(|(range, from)| {
            let written = text.get(folded.original(range)).unwrap_or_default();
            format!("“{written}” comes from {from}: take it out")
        })
        .collect()
}

/// One line a place: what several checks found in it stands together.
fn merged(all: Vec<RequirementView>) -> Vec<RequirementView> {
    let mut merged: Vec<RequirementView> = Vec::new();
    for one in all {
        match merged.iter_mut().find(|known| known.name == one.name) {
            Some(known) if known.detail.contains(&one.detail) => {}
            Some(known) => known.detail = format!("{}; {}", known.detail, one.detail),
            None => merged.push(one),
        }
    }
    merged
}
