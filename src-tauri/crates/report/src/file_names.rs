//! Names of files that people on other systems will unpack.
//!
//! Invariant: a name made here is one path segment that Windows, macOS and Linux all take, that
//! `sha256sum -c` reads as it is written, and that no other name of the same [`Names`] equals in
//! any case.

use std::collections::BTreeSet;

/// Longest name, in bytes: below the 255 of every file system, with room for the folder around it.
const LONGEST: usize = 120;

/// Devices of Windows; a name may not be one, whatever its ending.
const RESERVED: [&str; 24] = [
    "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
    "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Gives names, each once.
#[derive(Debug, Default)]
pub struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// The name made safe; `-2`, `-3` before the ending if it was given before.
    pub fn give(&mut self, wished: &str) -> String {
        let safe = safe(wished);
        let (stem, ending) = split(&safe);
        let mut name = safe.clone();
        let mut count = 2;
        while !self.taken.insert(name.to_lowercase()) {
            name = format!("{stem}-{count}{ending}");
            count += 1;
        }
        name
    }
}

/// The name as one safe segment; never empty.
pub fn safe(wished: &str) -> String {
    let kept: String = wished.chars().map(replaced).collect();
    let kept = kept.trim_matches(|c: char| c == '.' || c == '-' || c.is_whitespace());
    let (stem, ending) = split(kept);
    let stem = cut(stem, LONGEST - ending.len());
    let device = stem.split('.').next().unwrap_or_default().trim();
    if stem.is_empty() {
        format!("file{ending}")
    } else if RESERVED.contains(&device.to_lowercase().as_str()) {
        format!("_{stem}{ending}")
    } else {
        format!("{stem}{ending}")
    }
}

fn replaced(c: char) -> char {
    let is_unsafe = c.is_control()
        || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{61c}');
    if is_unsafe { '-' } else { c }
}

/// The name and its ending with the dot, if it has a short one.
fn split(name: &str) -> (&str, &str) {
    match name.rfind('.') {
        Some(dot) if dot > 0 && name.len() - dot <= 12 => name.split_at(dot),
        _ => (name, ""),
    }
}

fn cut(text: &str, longest: usize) -> &str {
    let mut end = text.len().min(longest);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let cut = text.get(..end).unwrap_or_default();
    cut.trim_end_matches(|c: char| c == '.' || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_is_one_segment_on_every_system() {
        for (wished, expected) in [
            ("4417/14.png", "4417-14.png"),
            ("..\\..\\evil.exe", "evil.exe"),
            ("C:\\a\nb.txt", "C--a-b.txt"),
            ("NUL.txt", "_NUL.txt"),
            ("com1", "_com1"),
            ("\u{202e}gnp.exe", "gnp.exe"),
            (" . ", "file"),
            ("", "file"),
            ("رحلة.mp4", "رحلة.mp4"),
            ("-rf", "rf"),
        ] {
            assert_eq!(safe(wished), expected, "{wished:?}");
        }
    }

    #[test]
    fn names_that_differ_only_in_case_are_parted() {
        let mut names = Names::default();
        assert_eq!(names.give("a.png"), "a.png");
        assert_eq!(names.give("A.png"), "A-2.png");
        assert_eq!(names.give("a.png"), "a-3.png");
    }

    proptest! {
        #[test]
        fn names_are_safe_and_unique_whatever_is_wished(wished in proptest::collection::vec(any::<String>(), 0..6), dense in proptest::collection::vec("[aA./ -]{0,4}", 0..12)) {
            let mut names = Names::default();
            let mut given = BTreeSet::new();
            for name in wished.iter().chain(&dense) {
                let name = names.give(name);
                prop_assert!(!name.is_empty() && name.len() <= 255);
                prop_assert!(!name.contains(['/', '\\', ':', '\n', '\0']));
                prop_assert!(!name.starts_with(['.', '-']) && !name.ends_with(['.', ' ']));
                prop_assert!(given.insert(name.to_lowercase()));
            }
        }
    }
}
