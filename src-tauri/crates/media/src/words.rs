//! The words of an attached text, for searching. They are never shown.

use crate::preview::{decode, encoding_of};
use crate::{Shown, shown_as};
use mail_parser::decoders::html::html_to_text;
use mail_parser::{Address, MessageParser};

/// The most words that are kept of one file, in bytes of UTF-8.
pub const MOST_WORDS: usize = 64 * 1024;

/// The words of a file that begins with `head` and is of `media_type`, as UTF-8 and at most [`MOST_WORDS`] bytes of them;
/// `None` if it is no text or holds no words. Of a page its tags are left out, of a mail all but subject, names,
/// addresses and bodies. Never fails.
pub fn words(head: &[u8], media_type: &str) -> Option<String> {
    if shown_as(media_type) != Shown::Text {
        return None;
    }
    let text = match media_type {
        "message/rfc822" => of_mail(head),
        "text/html" | "image/svg+xml" => html_to_text(&as_text(head)),
        _ => as_text(head),
    };
    let mut end = text.len().min(MOST_WORDS);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let kept = text.get(..end)?.replace('\0', " ");
    (!kept.trim().is_empty()).then_some(kept)
}

fn as_text(head: &[u8]) -> String {
    decode(head, encoding_of(head, false), false)
}

fn of_mail(head: &[u8]) -> String {
    let Some(mail) = MessageParser::default().parse(head) else {
        return as_text(head);
    };
    let mut all: Vec<String> = mail.subject().map(str::to_owned).into_iter().collect();
    for people in [mail.from(), mail.to(), mail.cc()].into_iter().flatten() {
        all.extend(named(people));
    }
    for at in 0..mail.text_body.len() {
        all.extend(mail.body_text(at).map(std::borrow::Cow::into_owned));
    }
    all.join("\n")
}

fn named(people: &Address<'_>) -> Vec<String> {
    let of_one = |one: &mail_parser::Addr<'_>| {
        let parts = [one.name.as_deref(), one.address.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    people.iter().map(of_one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_a_reader_would_see_and_no_more_than_the_bound() {
        let page = b"<html><body class='tagword'><p>Ring <b>me</b> tonight</p><script>var hidden = 1</script></body></html>";
        let page = words(page, "text/html").unwrap();
        assert!(page.contains("Ring me tonight"), "{page}");
        assert!(
            !page.contains("tagword") && !page.contains("hidden"),
            "{page}"
        );
        let mail = b"From: Ana <ana@example.org>\r\nSubject: =?utf-8?q?N=C3=ABse?=\r\nContent-Type: text/html\r\n\
            Content-Transfer-Encoding: base64\r\n\r\nPGI+Tm9uc3RvcDwvYj4gY3Jvc3Npbmc=\r\n";
        let mail = words(mail, "message/rfc822").unwrap();
        for word in ["N\u{eb}se", "ana@example.org", "Nonstop", "crossing"] {
            assert!(mail.contains(word), "{mail}");
        }
        assert_eq!(words(b"\x89PNG", "image/png"), None);
        assert_eq!(words(b" \n", "text/plain"), None);
        let long = "\u{eb}".repeat(MOST_WORDS);
        assert_eq!(
            words(long.as_bytes(), "text/plain").unwrap().len(),
            MOST_WORDS
        );
        assert_eq!(words(b"one,two\n", "text/csv").unwrap(), "one,two\n");
    }
}
