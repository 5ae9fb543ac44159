//! What differs between two submissions of a referral, read from their frozen texts.

use crate::Result;
use breakwater_model::referral::VersionChangeView;
use serde_json::{Map, Value};

/// Lines of the whole referral, in the order they are read.
const WHOLE: [&str; 10] = [
    "title",
    "summary",
    "policy",
    "law",
    "law_notes",
    "route",
    "tell_user",
    "from",
    "contact",
    "templates",
];
/// Lines of an item, in the order they are read.
const OF_ITEM: [&str; 9] = [
    "address",
    "place",
    "words",
    "translation",
    "translation_by",
    "why",
    "seen_live",
    "handle_seen",
    "exhibits",
];

/// What the later text says differently: the referral's own lines, then item by item.
pub(super) fn between(before: &str, after: &str) -> Result<Vec<VersionChangeView>> {
    let before: Map<String, Value> = serde_json::from_str(before)?;
    let after: Map<String, Value> = serde_json::from_str(after)?;
    let mut all = Vec::new();
    different(&mut all, None, &WHOLE, &before, &after);
    let (were, are) = (items(&before), items(&after));
    for (id, item) in &are {
        match were.iter().find(|(known, _)| known == id) {
            Some((_, was)) => different(&mut all, Some(&called(item)), &OF_ITEM, was, item),
            None => all.push(whole_item(&called(item), false)),
        }
    }
    for (id, item) in &were {
        if are.iter().all(|(known, _)| known != id) {
            all.push(whole_item(&called(item), true));
        }
    }
    Ok(all)
}

fn different(
    all: &mut Vec<VersionChangeView>,
    item: Option<&str>,
    fields: &[&str],
    before: &Map<String, Value>,
    after: &Map<String, Value>,
) {
    for field in fields {
        let (was, is) = (before.get(*field), after.get(*field));
        if was != is {
            all.push(VersionChangeView {
                item: item.map(str::to_owned),
                field: (*field).to_owned(),
                before: was.and_then(said),
                after: is.and_then(said),
            });
        }
    }
}

fn whole_item(label: &str, is_gone: bool) -> VersionChangeView {
    let label = label.to_owned();
    VersionChangeView {
        item: Some(label.clone()),
        field: "item".into(),
        before: is_gone.then(|| label.clone()),
        after: (!is_gone).then_some(label),
    }
}

fn items(frozen: &Map<String, Value>) -> Vec<(&str, &Map<String, Value>)> {
    frozen
        .get("items")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|item| {
            let item = item.as_object()?;
            Some((item.get("item")?.as_str()?, item))
        })
        .collect()
}

/// By what an item is known to people: its handle, its id, its address.
fn called(item: &Map<String, Value>) -> String {
    let name = |field: &str| item.get(field).and_then(Value::as_str);
    match name("handle") {
        Some(handle) => format!("@{handle}"),
        None => name("platform_id")
            .or_else(|| name("address"))
            .unwrap_or_default()
            .to_owned(),
    }
}

/// A value in words: a list joined by commas, a time or an exhibit by what names it.
fn said(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => (!text.is_empty()).then(|| text.clone()),
        Value::Array(all) => {
            let all: Vec<String> = all.iter().filter_map(said).collect();
            (!all.is_empty()).then(|| all.join(", "))
        }
        Value::Object(of) => {
            let number = of.get("number").filter(|_| of.contains_key("sha256"));
            if let Some(named) = of.get("at").or(number) {
                return said(named);
            }
            let all: Vec<String> = of.values().filter_map(said).collect();
            (!all.is_empty()).then(|| all.join(", "))
        }
        other => Some(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_names_its_line_and_both_sides() {
        let before = r#"{"summary":"Sells.","items":[{"item":"a","handle":"made_up","why":"Price.","exhibits":[]},{"item":"b","handle":"gone"}]}"#;
        let after = r#"{"summary":"Sells.","items":[{"item":"a","handle":"made_up","why":"Price and number.","exhibits":[{"number":"4417/1","sha256":"00"}]},{"item":"c","handle":"new"}]}"#;
        let told: Vec<_> = between(before, after)
            .unwrap()
            .into_iter()
            .map(|one| {
                (
                    one.item.unwrap_or_default(),
                    one.field,
                    one.before,
                    one.after,
                )
            })
            .collect();
        let some = |text: &str| Some(text.to_owned());
        let line = |item: &str, field: &str, before, after| {
            (item.to_owned(), field.to_owned(), before, after)
        };
        assert_eq!(
            told,
            [
                line("@made_up", "why", some("Price."), some("Price and number.")),
                line("@made_up", "exhibits", None, some("4417/1")),
                line("@new", "item", None, some("@new")),
                line("@gone", "item", some("@gone"), None),
            ]
        );
        assert!(between(before, before).unwrap().is_empty());
    }
}
