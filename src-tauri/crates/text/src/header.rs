//! What a column of somebody's file holds, from its header.

use crate::table::{cell, rows};
use crate::{fold, platform};
use breakwater_model::import::Field;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Names of columns, folded to letters and digits. The first row of the table that has a name wins.
static NAMES: LazyLock<HashMap<String, Field>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for row in rows(include_str!("../data/headers.csv")) {
        let Some(field) = field(cell(&row, 0)) else {
            continue;
        };
        for name in cell(&row, 2).split(';') {
            names.entry(squash(name)).or_insert(field);
        }
    }
    names
});

/// Words that may stand beside a name and add nothing.
static FILLERS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    rows(include_str!("../data/headers.csv"))
        .filter(|row| cell(row, 0) == "*")
        .flat_map(|row| cell(&row, 2).split(';').map(fold::fold).collect::<Vec<_>>())
        .collect()
});

/// The field a header stands for; [`Field::Extra`] if it means nothing to us.
///
/// Case, spaces, underscores, signs, `camelCase`, remarks in brackets and the
/// name of a platform before it (`tiktok_username`) do not count.
pub fn recognise(header: &str) -> Field {
    if let Some(field) = NAMES.get(&squash(header)) {
        return *field;
    }
    let outside = header.split(['(', '[', '{']).next().unwrap_or(header);
    if outside.len() < header.len()
        && let Some(field) = NAMES.get(&squash(outside))
    {
        return *field;
    }
    [outside.replace('_', " "), parted(outside)]
        .iter()
        .find_map(|header| NAMES.get(&without_fillers(header)).copied())
        .unwrap_or(Field::Extra)
}

fn without_fillers(header: &str) -> String {
    let folded = fold::fold(header);
    fold::words(&folded)
        .filter(|word| !FILLERS.contains(*word) && platform::code(word).is_none())
        .collect()
}

/// `camelCase` as words.
fn parted(header: &str) -> String {
    let mut parted = String::with_capacity(header.len() + 8);
    let mut was_lower = false;
    for c in header.chars() {
        if was_lower && c.is_uppercase() {
            parted.push(' ');
        }
        was_lower = c.is_lowercase();
        parted.push(if c == '_' { ' ' } else { c });
    }
    parted
}

fn squash(text: &str) -> String {
    let mut folded = fold::fold(text);
    folded.retain(char::is_alphanumeric);
    folded
}

fn field(code: &str) -> Option<Field> {
    Some(match code {
        "platform" => Field::Platform,
        "handle" => Field::Handle,
        "url" => Field::Url,
        "platform-id" => Field::PlatformId,
        "display-name" => Field::DisplayName,
        "bio" => Field::Bio,
        "followers" => Field::Followers,
        "language" => Field::Language,
        "first-seen" => Field::FirstSeen,
        "reason" => Field::Reason,
        "source" => Field::Source,
        "notes" => Field::Notes,
        "post-text" => Field::PostText,
        "post-url" => Field::PostUrl,
        "posted-at" => Field::PostedAt,
        "unit" => Field::Unit,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_as_people_write_them() {
        for (header, expected) in [
            ("Platform", Field::Platform),
            ("SOCIAL_NETWORK", Field::Platform),
            ("handle", Field::Handle),
            ("User Name", Field::Handle),
            ("user_name", Field::Handle),
            ("userName", Field::Handle),
            ("@username", Field::Handle),
            ("TikTok username", Field::Handle),
            ("instagram_handle", Field::Handle),
            ("Screen-name:", Field::Handle),
            ("URL", Field::Url),
            ("Profile Link", Field::Url),
            ("profileUrl", Field::Url),
            ("Link (full)", Field::Url),
            ("ID", Field::PlatformId),
            ("User ID", Field::PlatformId),
            ("uid", Field::PlatformId),
            ("Channel ID", Field::PlatformId),
            ("Display name", Field::DisplayName),
            ("Name", Field::DisplayName),
            ("Bio", Field::Bio),
            ("Profile text", Field::Bio),
            ("Description", Field::Bio),
            ("Followers", Field::Followers),
            ("# of subscribers", Field::Extra),
            ("Number of subscribers", Field::Followers),
            ("follower_count", Field::Followers),
            ("Lang.", Field::Language),
            ("First seen (UTC)", Field::FirstSeen),
            ("Date found", Field::FirstSeen),
            ("Date", Field::FirstSeen),
            ("Why flagged?", Field::Reason),
            ("Flagged by", Field::Source),
            ("Comments", Field::Notes),
            ("Caption", Field::PostText),
            ("post_text", Field::PostText),
            ("Post URL", Field::PostUrl),
            ("Posted at", Field::PostedAt),
            ("Type", Field::Unit),
            ("Nom d’utilisateur", Field::Handle),
            ("Abonnés", Field::Followers),
            ("Benutzername", Field::Handle),
            ("Enlace del perfil", Field::Url),
            ("Gebruikersnaam", Field::Handle),
            ("Nome visualizzato", Field::DisplayName),
            ("Nazwa użytkownika", Field::Handle),
            ("KULLANICI ADI", Field::Handle),
            ("Përshkrimi", Field::Bio),
            ("اسم المستخدم", Field::Handle),
            ("رابط الحساب", Field::Url),
            ("Hull number", Field::Extra),
            ("Country", Field::Extra),
            ("Status", Field::Extra),
            ("Phone", Field::Extra),
            ("", Field::Extra),
            ("TikTok", Field::Extra),
        ] {
            assert_eq!(recognise(header), expected, "{header}");
        }
    }

    #[test]
    fn every_field_of_the_table_is_a_field() {
        for row in rows(include_str!("../data/headers.csv")) {
            assert!(
                cell(&row, 0) == "*" || field(cell(&row, 0)).is_some(),
                "{row:?}"
            );
        }
    }
}
