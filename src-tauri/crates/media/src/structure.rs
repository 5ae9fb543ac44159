//! What kind of text a text is, by its first lines. Every rule errs towards plain text.

/// True if `text` begins with `ascii`, whatever the case.
pub(crate) fn begins(text: &str, ascii: &str) -> bool {
    text.get(..ascii.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(ascii))
}

/// A document that begins as one, perhaps after comments; an element in the middle of prose
/// makes none.
pub(crate) fn is_html(start: &str) -> bool {
    let start = without_preamble(start);
    ["<!doctype html", "<html", "<head", "<body"]
        .iter()
        .any(|opening| {
            begins(start, opening)
                && start
                    .get(opening.len()..)
                    .and_then(|rest| rest.chars().next())
                    .is_none_or(|next| next.is_whitespace() || matches!(next, '>' | '/'))
        })
}

/// An SVG drawing, perhaps after an XML declaration, a document type and comments.
pub(crate) fn is_svg(start: &str) -> bool {
    let start = without_preamble(start);
    begins(start, "<svg") || begins(start, "<!doctype svg")
}

/// `start` after its XML declaration and comments.
fn without_preamble(mut start: &str) -> &str {
    loop {
        let end = if begins(start, "<?xml") {
            "?>"
        } else if start.starts_with("<!--") {
            "-->"
        } else {
            return start;
        };
        match start.split_once(end) {
            Some((_, rest)) => start = rest.trim_start(),
            None => return start,
        }
    }
}

/// A mail message: its first line is a header line, and three different headers of mail stand
/// before the first empty line (RFC 5322 section 2.2; a leading `From ` line as in mailboxes).
pub(crate) fn is_mail(text: &str) -> bool {
    const OF_MAIL: [&str; 12] = [
        "from",
        "to",
        "cc",
        "subject",
        "date",
        "message-id",
        "received",
        "mime-version",
        "return-path",
        "delivered-to",
        "reply-to",
        "content-type",
    ];
    let mut seen: Vec<&str> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.is_empty() {
            break;
        }
        if index == 0 && line.starts_with("From ") || index > 0 && line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((field, _)) = line
            .split_once(':')
            .filter(|(field, _)| is_field_name(field))
        else {
            break;
        };
        if let Some(known) = OF_MAIL
            .iter()
            .find(|known| known.eq_ignore_ascii_case(field))
            && !seen.contains(known)
        {
            seen.push(known);
        }
    }
    seen.len() >= 3
}

fn is_field_name(field: &str) -> bool {
    !field.is_empty()
        && field
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// A table with one separator (`,` `;` tab): every whole record has as many fields as the first.
///
/// Without a name that says so, three records of three fields are asked for, since prose has
/// commas too.
pub(crate) fn is_table(text: &str, is_called_so: bool) -> bool {
    let (records, separators) = if is_called_so { (1, 1) } else { (3, 2) };
    [',', ';', '\t'].iter().any(|separator| {
        let counts = separators_by_record(text, *separator);
        let Some(first) = counts.first() else {
            return false;
        };
        *first >= separators
            && counts.len() >= records
            && (is_called_so || counts.iter().all(|count| count == first))
    })
}

/// Separators outside quotes in every record; the last one only if it is whole or alone.
fn separators_by_record(text: &str, separator: char) -> Vec<usize> {
    let mut counts = Vec::new();
    let (mut count, mut is_quoted, mut is_empty) = (0_usize, false, true);
    for c in text.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            '\n' if !is_quoted => {
                if !is_empty {
                    counts.push(count);
                }
                (count, is_empty) = (0, true);
                continue;
            }
            '\r' => continue,
            c if c == separator && !is_quoted => count += 1,
            _ => {}
        }
        is_empty = false;
    }
    if counts.is_empty() && !is_empty {
        counts.push(count);
    }
    counts
}
