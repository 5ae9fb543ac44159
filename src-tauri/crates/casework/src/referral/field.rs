//! Names of fields, as `missing` gives them and as an edit takes them.

use crate::{Error, Result};

/// What is missing and no field: where it is mended instead.
const ELSEWHERE: [(&str, &str); 8] = [
    ("ask_first", "Enter what the desk answered (ask-first)."),
    (
        "register",
        "An account on the protected register is not referred: take the item out.",
    ),
    (
        "role",
        "What the person is to the case forbids it: take the item out.",
    ),
    (
        "assessed",
        "Assess the account again (assess); a referral cannot say it.",
    ),
    (
        "handle",
        "Its day comes from where the account was seen: import or enter it there.",
    ),
    (
        "template",
        "The unit's own template says it: mend it in Settings, Templates (template-set).",
    ),
    ("most_items", "Take items out, or draft some of them apart."),
    (
        "platform_id",
        "It comes from the account: import or enter it there.",
    ),
];
/// Fields that `missing` names otherwise.
const SAME: [(&str, &str); 3] = [
    ("new_ground", "why"),
    ("officer_phone", "phone"),
    ("officer_badge", "badge"),
];

/// The number of the item, if the name bears one, and the field that is written. A name of `missing` leads to the field
/// that mends it: `leak.item.2.why` to the second item's reason, `item.2.new_ground` too, `channel.item.2.seen_live` to
/// its date.
///
/// # Errors
/// A name that is none, and one of something that is mended elsewhere, with where.
pub(super) fn named(name: &str) -> Result<(Option<usize>, &str)> {
    let bare = ["leak.", "channel."]
        .iter()
        .find_map(|prefix| name.strip_prefix(prefix))
        .unwrap_or(name);
    let (number, field) = match bare.strip_prefix("item.") {
        None => (None, bare),
        Some(rest) => {
            let (number, field) = rest.split_once('.').ok_or_else(|| {
                Error::Invalid(format!("{name:?} is not a field: write item.1.why."))
            })?;
            let number = number
                .parse()
                .map_err(|_| Error::Invalid(format!("{number:?} is not the number of an item.")))?;
            (Some(number), field)
        }
    };
    if let Some((_, how)) = ELSEWHERE.iter().find(|(other, _)| *other == field) {
        return Err(Error::Invalid(format!(
            "{name:?} is no field of a referral. {how}"
        )));
    }
    let same = SAME.iter().find(|(other, _)| *other == field);
    Ok((number, same.map_or(field, |(_, own)| own)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: (Option<usize>, &str)) {
        assert_eq!(named(name).unwrap(), expected);
    }

    #[test]
    fn a_name_of_what_is_missing_leads_to_the_field_that_mends_it() {
        check("summary", (None, "summary"));
        check("why", (None, "why"));
        check("item.2.why", (Some(2), "why"));
        check("item.3.new_ground", (Some(3), "why"));
        check("leak.summary", (None, "summary"));
        check("leak.item.1.why", (Some(1), "why"));
        check("channel.item.4.seen_live", (Some(4), "seen_live"));
        check("channel.officer_badge", (None, "badge"));
        let refused = |name: &str| named(name).unwrap_err().to_string();
        assert!(refused("item.x.why").contains("number of an item"));
        assert!(refused("item.1").contains("item.1.why"));
        assert!(refused("item.1.register").contains("take the item out"));
    }
}
