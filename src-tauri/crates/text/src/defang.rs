//! Addresses that are shown but cannot be followed by a slip of the mouse.

use std::borrow::Cow;

/// Ways people write a dot, a slash or a colon so that nothing can be followed.
const WRITTEN: &[(&str, &str)] = &[
    ("[.]", "."),
    ("(.)", "."),
    ("{.}", "."),
    ("[dot]", "."),
    ("(dot)", "."),
    ("{dot}", "."),
    ("[:]", ":"),
    ("(:)", ":"),
    ("[://]", "://"),
    ("[/]", "/"),
    ("[@]", "@"),
    ("[at]", "@"),
    ("(at)", "@"),
];

/// Schemes made harmless.
const SCHEMES: &[(&str, &str)] = &[
    ("hxxps", "https"),
    ("hxxp", "http"),
    ("h**ps", "https"),
    ("h**p", "http"),
    ("htxps", "https"),
    ("htxp", "http"),
    ("meows", "https"),
    ("meow", "http"),
];

/// The address with its scheme and the last dot of its host made harmless: `hxxps://www.tiktok[.]com/…`.
///
/// [`undo`] gives the address back.
pub fn show(url: &str) -> String {
    let (scheme, rest) = match url.split_once("://") {
        Some((scheme, rest)) => (Some(scheme), rest),
        None => (None, url),
    };
    let host_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(host_end);
    let host = match host.rsplit_once('.') {
        Some((name, ending)) => format!("{name}[.]{ending}"),
        None => host.to_owned(),
    };
    match scheme {
        None => format!("{host}{path}"),
        Some("https") => format!("hxxps://{host}{path}"),
        Some("http") => format!("hxxp://{host}{path}"),
        Some(other) => format!("{other}[:]//{host}{path}"),
    }
}

/// The address as it was before it was made harmless, in any of the usual ways. Undoing again changes nothing.
pub fn undo(text: &str) -> Cow<'_, str> {
    let mut text: Cow<'_, str> = text.into();
    while let Some(plainer) = undo_once(&text) {
        text = plainer.into();
    }
    text
}

fn undo_once(text: &str) -> Option<String> {
    for (harmless, scheme) in SCHEMES {
        let Some((head, rest)) = text.split_at_checked(harmless.len()) else {
            continue;
        };
        if head.eq_ignore_ascii_case(harmless) && rest.starts_with([':', '[', '(']) {
            return Some(format!("{scheme}{rest}"));
        }
    }
    if !text.contains(['[', '(', '{']) {
        return None;
    }
    let lowered = text.to_ascii_lowercase();
    let (at, (written, plain)) = WRITTEN
        .iter()
        .filter_map(|pair| lowered.find(pair.0).map(|at| (at, pair)))
        .min_by_key(|(at, _)| *at)?;
    let mut before = text.get(..at)?;
    let mut after = text.get(at + written.len()..)?;
    // Some write it with spaces: tiktok [.] com
    if !plain.contains('@') {
        before = before.trim_end_matches(' ');
        after = after.trim_start_matches(' ');
    }
    Some(format!("{before}{plain}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_cannot_be_followed_and_comes_back() {
        for (url, shown) in [
            (
                "https://www.tiktok.com/@udhetim",
                "hxxps://www.tiktok[.]com/@udhetim",
            ),
            ("http://a.b.example", "hxxp://a.b[.]example"),
            ("t.me/x", "t[.]me/x"),
            ("tg://resolve?domain=x", "tg[:]//resolve?domain=x"),
        ] {
            assert_eq!(show(url), shown);
            assert_eq!(undo(shown), url);
        }
    }

    #[test]
    fn every_usual_way_is_undone() {
        for written in [
            "hxxps://t[.]me/x",
            "hXXps[:]//t(.)me/x",
            "h**ps://t{.}me/x",
            "hxxps[://]t[dot]me[/]x",
            "https://t(DOT)me/x",
            "hxxps://t [dot] me/x",
        ] {
            assert_eq!(undo(written), "https://t.me/x");
        }
    }
}
