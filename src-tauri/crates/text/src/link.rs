//! What can link two accounts, and what of a hit does.

use crate::fold::fold;
use crate::indicator::{Category, Hit};
use crate::table::{cell, kept, rows};
use breakwater_model::link::TieKind;
use std::sync::LazyLock;

/// What is known of a kind of link. Every value comes from `data/link_kinds.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkFacts {
    /// The kind.
    pub kind: TieKind,
    /// Its code.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What a list says of it.
    pub said: &'static str,
    /// A value on more accounts than this links nobody.
    pub most: u32,
    /// A word that stands in more names than this is common; 0 for kinds that are no names.
    pub words: u32,
}

/// Every kind, strongest first.
pub fn kinds() -> &'static [LinkFacts] {
    static KINDS: LazyLock<Vec<LinkFacts>> = LazyLock::new(|| {
        rows(include_str!("../data/link_kinds.csv"))
            .filter_map(|row| {
                Some(LinkFacts {
                    kind: of_code(cell(&row, 0))?,
                    code: kept(&row, 0),
                    name: kept(&row, 1),
                    said: kept(&row, 2),
                    most: cell(&row, 3).parse().ok()?,
                    words: cell(&row, 4).parse().ok()?,
                })
            })
            .collect()
    });
    &KINDS
}

/// What is known of a kind.
pub fn facts(kind: TieKind) -> &'static LinkFacts {
    static NONE: LinkFacts = LinkFacts {
        kind: TieKind::Naming,
        code: "",
        name: "",
        said: "",
        most: 0,
        words: 0,
    };
    kinds()
        .iter()
        .find(|facts| facts.kind == kind)
        .unwrap_or(&NONE)
}

/// The kind of a code.
pub fn of_code(code: &str) -> Option<TieKind> {
    Some(match code {
        "phone" => TieKind::Phone,
        "contact" => TieKind::Contact,
        "money" => TieKind::Money,
        "picture" => TieKind::Picture,
        "mention" => TieKind::Mention,
        "text" => TieKind::Text,
        "naming" => TieKind::Naming,
        _ => return None,
    })
}

/// What of a hit can be shared with another account: a number, a contact, an account of money.
pub fn tie(hit: &Hit) -> Option<(TieKind, String)> {
    let rule = hit.rule.split('/').next().unwrap_or_default();
    // A number by itself, or what a link to a number names: whatsapp:+447700900417.
    let (before, digits) = hit.term.split_once('+').unwrap_or_default();
    let is_number = before.is_empty() || before.ends_with(':');
    match rule {
        _ if is_number && !digits.is_empty() => Some((TieKind::Phone, format!("+{digits}"))),
        "contact" | "contact-link" => Some((TieKind::Contact, hit.term.clone())),
        "email" => Some((TieKind::Contact, format!("mail:{}", hit.term))),
        "link" if hit.term.contains(":@") => Some((TieKind::Contact, hit.term.clone())),
        "iban" | "crypto" => Some((TieKind::Money, hit.term.clone())),
        _ => None,
    }
}

/// A text without the ways to reach and pay somebody, so that what it says else is a reason of its own.
pub fn without_ties(text: &str, hits: &[&Hit]) -> String {
    let is_tie = |hit: &&&Hit| {
        matches!(hit.category, Category::Contact | Category::Payment) && tie(hit).is_some()
    };
    let mut spans: Vec<(usize, usize)> = hits
        .iter()
        .filter(is_tie)
        .map(|hit| (hit.start, hit.end))
        .collect();
    spans.sort_unstable();
    let mut spans = spans.into_iter().peekable();
    let mut rest = String::with_capacity(text.len());
    for (at, letter) in text.chars().enumerate() {
        while spans.next_if(|(_, end)| *end <= at).is_some() {}
        let is_within = spans.peek().is_some_and(|(start, _)| *start <= at);
        rest.push(if is_within { ' ' } else { letter });
    }
    rest
}

/// Fewest letters of a name that says whose it is.
const FEWEST: usize = 8;

/// The letters of a handle, without what is added when a name is taken: digits and signs. `None` where too little is left.
pub fn naming(handle: &str) -> Option<String> {
    let letters: String = fold(handle).chars().filter(|c| c.is_alphabetic()).collect();
    (letters.chars().count() >= FEWEST).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicator::{Lexicons, find};

    fn ties(text: &str) -> Vec<(TieKind, String)> {
        find(text, Lexicons::built_in())
            .iter()
            .filter_map(tie)
            .collect()
    }

    #[test]
    fn every_kind_has_facts() {
        let codes = [
            "phone", "contact", "money", "picture", "mention", "text", "naming",
        ];
        let read: Vec<&str> = kinds().iter().map(|facts| facts.code).collect();
        assert_eq!(read, codes);
        assert!(kinds().iter().all(|facts| facts.most > 1));
        assert!(facts(TieKind::Naming).words > 1);
    }

    #[test]
    fn numbers_contacts_and_accounts_of_money_tie_however_written() {
        use TieKind::{Contact, Money, Phone};
        let one = ties("wa.me/447700900417 · Telegram: @Xyz_abc · a.b@tide.example");
        let other = ties("WhatsApp +44 7700 900417, https://t.me/xyz_abc A.B@tide.example");
        let wanted = [
            (Phone, "+447700900417"),
            (Contact, "telegram:@xyz_abc"),
            (Contact, "mail:a.b@tide.example"),
        ];
        for (kind, value) in wanted {
            let value = (kind, value.to_owned());
            assert!(one.contains(&value), "{value:?} in {one:?}");
            assert!(other.contains(&value), "{value:?} in {other:?}");
        }
        assert_eq!(
            ties("+44 7700 900001, telegram @boss_line9"),
            [
                (Phone, "+447700900001".to_owned()),
                (Contact, "telegram:@boss_line9".to_owned())
            ]
        );
        assert_eq!(
            ties("IBAN GB33 BUKB 2020 1555 5555 55"),
            [(Money, "GB33BUKB20201555555555".to_owned())]
        );
        assert_eq!(ties("a boat to England tonight £500"), []);
    }

    #[test]
    fn a_text_without_its_number_is_the_same_for_another_number() {
        let rest = |text: &str| {
            let hits = find(text, Lexicons::built_in());
            without_ties(text, &hits.iter().collect::<Vec<_>>())
        };
        let one = rest("Boat tonight, WhatsApp +44 7700 900417 now");
        let other = rest("Boat tonight, WhatsApp +44 7700 900533 now");
        assert_eq!(one, other);
        assert!(one.starts_with("Boat tonight"), "{one}");
    }

    #[test]
    fn a_name_is_its_letters() {
        assert_eq!(naming("udhetim_angli.24").as_deref(), Some("udhetimangli"));
        assert_eq!(naming("Udhëtim.Angli7").as_deref(), Some("udhetimangli"));
        assert_eq!(naming("ali_22"), None);
    }
}
