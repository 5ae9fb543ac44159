//! Names that look alike: a Cyrillic `а` for a Latin one, `0` for `o`, `rn` for `m`.
//!
//! Invariant: looking alike joins nothing. Two names that look alike are two names; an officer is told, and says whether
//! they are one.

/// What a name looks like: the same text for every name that can be taken for it (the skeleton of Unicode Technical
/// Standard 39), in lower case.
pub fn of(name: &str) -> String {
    let seen: String = unicode_security::skeleton(name).collect();
    seen.to_lowercase()
}

/// What a name looks like as it is written and, where some of its signs are of another script, in capitals: `ВВС` in
/// Cyrillic is taken for the Latin one in capitals alone.
pub fn of_either(name: &str) -> [Option<String>; 2] {
    let capitals = (!name.is_ascii()).then(|| of(&name.to_uppercase()));
    [Some(of(name)), capitals]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_can_be_taken_for_each_other_look_alike_and_others_do_not() {
        for (name, other) in [
            ("arben_news", "аrben_news"),
            ("arben_news", "аrbеn_nеws"),
            ("bbc", "ввс"),
            ("tide_1", "tide_l"),
            ("harbour0", "harbouro"),
            ("morning", "rnorning"),
            ("copac", "сорас"),
            ("tide.tv", "tide.tv"),
        ] {
            let either = of_either(other);
            assert!(
                either.iter().flatten().any(|one| *one == of(name)),
                "{name} {other}"
            );
        }
        for (name, other) in [
            ("arben_news", "arben.news"),
            ("arben_news", "arben_new"),
            ("tide", "tidé"),
            ("дорога", "doroga"),
        ] {
            let either = of_either(other);
            assert!(
                either.iter().flatten().all(|one| *one != of(name)),
                "{name} {other}"
            );
        }
    }
}
