//! What must not stand in a text its user may be shown: the case's own title and reference, officers, whole phrases
//! and numbers of notes, entries of registers.

use crate::Result;
use breakwater_casefile::Reader;
use breakwater_casefile::table::referral::Referral;
use breakwater_casefile::table::{fact, note, officer, register};
use breakwater_model::case::OfficerView;
use breakwater_model::referral::{ItemView, RequirementView};
use breakwater_text::fold::fold;

/// Words of a note that make a phrase nobody writes twice by chance.
const PHRASE: usize = 4;
/// Fewest letters of such a phrase.
const LETTERS: usize = 18;
/// Fewest signs of a number, a title or a name that is looked for.
const SIGNS: usize = 5;

/// Something secret, folded, and where it comes from.
struct Secret {
    folded: String,
    written: String,
    from: String,
}

/// A text the user may be shown: where it stands, which item, what it says.
type Shown<'a> = (&'static str, Option<&'a ItemView>, &'a str);

/// One requirement for each thing that stands where it must not, quoted with where it came from.
pub(super) fn requirements(
    reader: &Reader<'_>,
    referral: &Referral,
    items: &[ItemView],
    drafter: &OfficerView,
) -> Result<Vec<RequirementView>> {
    let mut secrets = of_case(reader, drafter)?;
    for list in register::standing(reader)? {
        for words in [&list.details.owner, &list.details.contact]
            .into_iter()
            .flatten()
        {
            secrets.extend(secret(words, "a register"));
        }
    }
    let mut all = Vec::new();
    let whole: [Shown<'_>; 2] = [
        ("title", None, &referral.title),
        ("summary", None, &referral.summary),
    ];
    all.extend(found(&whole, &secrets, &[]));
    for item in items {
        let own = own_texts(item);
        let of_notes = of_notes(reader, item, &own)?;
        let shown: [Shown<'_>; 2] = [
            ("why", Some(item), &item.why),
            ("summary", None, &referral.summary),
        ];
        let here = shown.get(..1).unwrap_or_default();
        all.extend(found(here, &secrets, &own));
        all.extend(found(&shown, &of_notes, &own));
    }
    all.dedup();
    Ok(all)
}

/// What a letter says that it must not, each quoted with where it came from.
pub(super) fn of_letter(
    reader: &Reader<'_>,
    text: &str,
    drafter: &OfficerView,
) -> Result<Vec<String>> {
    let mut secrets = of_case(reader, drafter)?;
    for list in register::standing(reader)? {
        let told = [&list.details.owner, &list.details.contact];
        for words in told.into_iter().flatten() {
            secrets.extend(secret(words, "a register"));
        }
    }
    let shown: Shown<'_> = ("text", None, text);
    let found = found(&[shown], &secrets, &[]);
    Ok(found.into_iter().map(|one| one.detail).collect())
}

/// Title and reference of the case, names and numbers of officers but the one it is from.
fn of_case(reader: &Reader<'_>, drafter: &OfficerView) -> Result<Vec<Secret>> {
    let mut all: Vec<Secret> = Vec::new();
    all.extend(secret(
        &fact::need(reader, "title")?,
        "the title of the case",
    ));
    all.extend(secret(
        &fact::need(reader, "reference")?,
        "the reference of the case",
    ));
    for officer in officer::all(reader)? {
        if officer.id != drafter.id {
            all.extend(secret(&officer.name, "an officer's name"));
        }
    }
    Ok(all)
}

/// Phrases of four words and numbers of the notes on an account that the item itself does not hold.
fn of_notes(reader: &Reader<'_>, item: &ItemView, own: &[String]) -> Result<Vec<Secret>> {
    let row = breakwater_casefile::table::account::row(reader, item.account)?;
    let mut all = Vec::new();
    for note in note::of_account(reader, row)? {
        let words: Vec<&str> = note.text.split_whitespace().collect();
        let phrases = words.windows(PHRASE).map(|words| words.join(" "));
        let is_long = |phrase: &String| phrase.chars().count() >= LETTERS;
        for phrase in phrases.filter(is_long) {
            all.extend(secret(&phrase, "a note"));
        }
        let is_number = |word: &&&str| word.chars().filter(char::is_ascii_digit).count() >= SIGNS;
        for number in words.iter().filter(is_number) {
            all.extend(secret(number, "a note"));
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
        Some(item.place.as_str()),
    ]
    .into_iter()
    .flatten()
    .map(fold)
    .collect()
}

fn secret(written: &str, from: &str) -> Option<Secret> {
    let folded = fold(written.trim());
    (folded.chars().count() >= SIGNS).then(|| Secret {
        folded,
        written: written.trim().to_owned(),
        from: from.to_owned(),
    })
}

fn found(shown: &[Shown<'_>], secrets: &[Secret], own: &[String]) -> Vec<RequirementView> {
    let mut all = Vec::new();
    for (field, item, text) in shown {
        let folded = fold(text);
        let stands = secrets.iter().find(|secret| {
            holds(&folded, &secret.folded) && own.iter().all(|own| !holds(own, &secret.folded))
        });
        if let Some(secret) = stands {
            let place = item.map_or_else(
                || format!("leak.{field}"),
                |item| format!("leak.item.{}.{field}", item.position),
            );
            all.push(RequirementView {
                name: place,
                label: "Nothing of the case in a text its user may see".into(),
                is_met: false,
                detail: format!(
                    "“{}” comes from {}: take it out",
                    secret.written, secret.from
                ),
                item: item.map(|item| item.id),
                source: "Practice of this workbench; a platform may show its user the text".into(),
            });
        }
    }
    all
}

/// True if the words stand in the text as whole words.
fn holds(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text
            .get(at + words.len()..)
            .and_then(|after| after.chars().next());
        ![before, after]
            .into_iter()
            .flatten()
            .any(char::is_alphanumeric)
    })
}
