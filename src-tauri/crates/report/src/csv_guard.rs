//! The formula guard: a cell that a spreadsheet would run as a formula gets a leading apostrophe,
//! and the own import takes exactly that apostrophe away again.
//!
//! Invariant: `unguard(guard(x)) == x` for every text, and no guarded cell begins a formula.

use std::borrow::Cow;

/// The same cell, safe to open in a spreadsheet. A cell that would begin a formula, also after
/// blanks or quotes or in a full-width form, and a cell that already begins with an apostrophe,
/// gets one apostrophe in front; every other cell is returned as it is.
pub fn guard(cell: &str) -> Cow<'_, str> {
    if needs_guard(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// The cell as it was before [`guard`]. An apostrophe that `guard` would not have put there stays:
/// foreign files begin names with one.
pub fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if needs_guard(rest) => rest,
        _ => cell,
    }
}

/// True if a spreadsheet may run the cell as a formula.
pub fn begins_formula(cell: &str) -> bool {
    cell.trim_start_matches(is_skipped)
        .starts_with(is_formula_start)
}

fn needs_guard(cell: &str) -> bool {
    cell.starts_with('\'') || begins_formula(cell)
}

/// What spreadsheets, or people cleaning a file, drop from the front of a cell: blanks, hidden
/// characters and quotes. Tab and line ends are not skipped: they begin a formula themselves.
fn is_skipped(c: char) -> bool {
    let is_hidden = matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{61c}' | '\u{feff}');
    let is_quote = matches!(
        c,
        '"' | '\'' | '`' | '‘' | '’' | '“' | '”' | '„' | '«' | '»' | '＂' | '＇'
    );
    is_hidden || is_quote || (c.is_whitespace() && !is_formula_start(c))
}

/// `= + - @`, tab and line ends, with the forms that compatibility folding turns into them.
fn is_formula_start(c: char) -> bool {
    matches!(
        c,
        '=' | '+'
            | '-'
            | '@'
            | '\t'
            | '\r'
            | '\n'
            | '＝'
            | '＋'
            | '－'
            | '＠'
            | '﹦'
            | '﹢'
            | '﹣'
            | '﹫'
            | '−'
            | '⁺'
            | '₊'
            | '⁻'
            | '₋'
            | '⁼'
            | '₌'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_get_an_apostrophe_in_every_disguise() {
        for cell in [
            "=1+1",
            "+44 7700 900417",
            "-2",
            "@angli.express7",
            "\t=1",
            "\r=1",
            "\n=1",
            " =1",
            "\"=1",
            "“=cmd",
            "＝1",
            "＋44",
            "－1",
            "＠x",
            "\u{a0}=1",
            "\u{200e}@x",
            "\u{feff}=1",
            "  ' =1",
        ] {
            assert_eq!(guard(cell), format!("'{cell}"), "{cell:?}");
            assert_eq!(unguard(&guard(cell)), cell);
        }
    }

    #[test]
    fn plain_cells_are_left_alone() {
        for cell in [
            "",
            "angli_24h",
            "رحلة يومية",
            "1=1",
            "a@b",
            "£4,500",
            "100% siguri",
            " x",
        ] {
            assert_eq!(guard(cell), cell);
        }
    }

    #[test]
    fn an_apostrophe_of_the_text_itself_survives() {
        for cell in ["'", "''", "'=1", "'tis", "''=1"] {
            assert_eq!(guard(cell), format!("'{cell}"));
            assert_eq!(unguard(&guard(cell)), cell);
        }
    }

    #[test]
    fn a_foreign_apostrophe_before_plain_text_stays() {
        assert_eq!(unguard("'tis"), "'tis");
        assert_eq!(unguard("'"), "'");
        assert_eq!(unguard("'+44 7700 900417"), "+44 7700 900417");
    }

    fn awkward() -> impl Strategy<Value = String> {
        proptest::collection::vec(
            prop_oneof![
                Just('\''),
                Just('"'),
                Just(' '),
                Just('='),
                Just('+'),
                Just('-'),
                Just('@'),
                Just('\t'),
                Just('\r'),
                Just('＝'),
                Just('\u{200e}'),
                any::<char>(),
            ],
            0..8,
        )
        .prop_map(|chars| chars.into_iter().collect())
    }

    proptest! {
        #[test]
        fn unguard_reverses_guard(cell in any::<String>(), short in awkward()) {
            let guarded = guard(&cell);
            prop_assert_eq!(unguard(&guarded), cell.as_str());
            let guarded = guard(&short);
            prop_assert_eq!(unguard(&guarded), short.as_str());
        }

        #[test]
        fn a_guarded_cell_never_begins_with_a_formula_character(cell in any::<String>(), short in awkward()) {
            for text in [cell, short] {
                let guarded = guard(&text);
                prop_assert!(!guarded.starts_with(is_formula_start));
                prop_assert!(guarded.starts_with('\'') || !begins_formula(&guarded));
            }
        }
    }
}
