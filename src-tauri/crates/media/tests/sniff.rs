//! Holds that a file is what its bytes say.

use breakwater_media::{Shown, shown_as, sniff};
use proptest::prelude::*;

#[test]
fn bytes_decide_and_the_name_does_not() {
    let cases: [(&[u8], &str, &str); 11] = [
        (b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", "notes.txt", "image/png"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "a", "image/jpeg"),
        (b"GIF89a\x01\0\x01\0\0\0\0", "a.png", "image/gif"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "a.jpg", "image/webp"),
        (
            b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x02\0\0\0",
            "",
            "image/bmp",
        ),
        (b"II*\0\x08\0\0\0\x0b\0\0\x01", "", "image/tiff"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a.jpg", "application/pdf"),
        (b"%PDF-1.4\n1 0 obj\n", "a.txt", "application/pdf"),
        (b"PK\x03\x04\x14\0\0\0\x08\0", "a.png", "application/zip"),
        (
            b"MZ\x90\0\x03\0\0\0",
            "photo.jpg",
            "application/vnd.microsoft.portable-executable",
        ),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "a.png", "video/mp4"),
    ];
    for (head, name, expected) in cases {
        assert_eq!(sniff(head, name), expected, "{name} {head:?}");
    }
}

#[test]
fn unknown_bytes_are_a_stream_of_bytes_whatever_the_name() {
    for name in ["", "a.png", "a.csv", "a.txt", "a.html"] {
        assert_eq!(sniff(b"", name), "application/octet-stream");
        assert_eq!(
            sniff(b"\x01\x02\0\x03\x80\x81", name),
            "application/octet-stream"
        );
        assert_eq!(
            sniff(b"text with a \0 in it", name),
            "application/octet-stream"
        );
    }
}

#[test]
fn words_that_begin_like_a_picture_or_program_are_words() {
    for text in [
        "BMW for sale, \u{a3}900",
        "MZ is a country code",
        "GIF89a is a format",
    ] {
        assert_eq!(sniff(text.as_bytes(), "a.txt"), "text/plain", "{text}");
    }
    assert_eq!(
        sniff(b"BM\x80\xff\0\0\0\0\0\0\0\0\0\0\xff\xff\xff\xff\0", ""),
        sniff(b"\0", "")
    );
}

#[test]
fn text_is_seen_in_every_encoding_it_is_sent_in() {
    let words = "قارب إلى المملكة المتحدة";
    let le: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let be: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let (legacy, _, _) = encoding_rs::WINDOWS_1256.encode(words);
    for head in [
        words.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", words.as_bytes()].concat(),
        words.as_bytes()[..words.len() - 1].to_vec(),
        [&b"\xff\xfe"[..], &le].concat(),
        [&b"\xfe\xff"[..], &be].concat(),
        legacy.repeat(4),
    ] {
        assert_eq!(sniff(&head, "a"), "text/plain", "{head:?}");
    }
}

#[test]
fn kinds_of_text_are_told_by_their_structure() {
    let mail = "Return-Path: <a@example.org>\r\nReceived: from b\r\n\tby c\r\nFrom: a\r\nTo: b\r\n\
                Subject: boat\r\n\r\nHello";
    let table = "handle,platform,note\n@a,tiktok,\"one, two\nthree\"\n@b,x,\n@c,x,y\n";
    for (text, name, expected) in [
        ("<!DOCTYPE html><p>", "a.txt", "text/html"),
        ("\n<!-- saved -->\n<HTML lang=ar>", "", "text/html"),
        ("<header of a list>", "a.html", "text/plain"),
        ("we use <b>bold</b>", "a.html", "text/plain"),
        ("<?xml version='1.0'?><svg/>", "a.png", "image/svg+xml"),
        ("<?xml version='1.0'?><a/>", "", "text/xml"),
        (mail, "a.txt", "message/rfc822"),
        ("To: everyone\n\nmeet at six", "a.eml", "text/plain"),
        ("Price: 900\nDate: Monday\nFrom: Calais\n", "", "text/plain"),
        (table, "export", "text/csv"),
        ("handle;note\n@a;b", "a.csv", "text/csv"),
        ("handle;note\n@a;b", "a.txt", "text/plain"),
        ("a, b, c\nd\ne, f, g\n", "", "text/plain"),
        ("no separator at all", "a.csv", "text/plain"),
        ("{\"a\": 1}", "a.json", "application/json"),
        ("{\"a\": 1}", "a.txt", "text/plain"),
        ("not json", "a.json", "text/plain"),
    ] {
        assert_eq!(sniff(text.as_bytes(), name), expected, "{name}: {text}");
    }
}

#[test]
fn only_six_formats_are_shown_as_pictures_and_a_drawing_as_its_text() {
    for format in ["png", "jpeg", "gif", "webp", "bmp", "tiff"] {
        assert_eq!(shown_as(&format!("image/{format}")), Shown::Picture);
    }
    for text in [
        "text/html",
        "text/csv",
        "image/svg+xml",
        "message/rfc822",
        "application/json",
    ] {
        assert_eq!(shown_as(text), Shown::Text);
    }
    for other in [
        "application/pdf",
        "image/heic",
        "video/mp4",
        "application/octet-stream",
        "",
    ] {
        assert_eq!(shown_as(other), Shown::Nothing);
    }
}

#[test]
fn a_beginning_like_a_script_before_no_text_is_unknown() {
    assert_eq!(sniff(b"#!\0", "a.txt"), "application/octet-stream");
    assert_eq!(sniff(b"<html>\0", "a.html"), "application/octet-stream");
}

proptest! {
    #[test]
    fn any_bytes_under_any_name_have_a_media_type(
        head in prop::collection::vec(any::<u8>(), 0..600),
        name in ".{0,20}",
    ) {
        prop_assert!(sniff(&head, &name).contains('/'));
    }

    #[test]
    fn any_words_are_some_text(text in "[a-zA-Zء-ي ,.;:<>\\n]{1,300}", name in "[a-z.]{0,9}") {
        prop_assert_eq!(shown_as(sniff(text.as_bytes(), &name)), Shown::Text);
    }

    #[test]
    fn bytes_with_a_nul_are_never_text(
        mut head in prop::collection::vec(1..=0x7e_u8, 1..200),
        at in any::<prop::sample::Index>(),
    ) {
        let at = at.index(head.len());
        head[at] = 0;
        prop_assert_ne!(shown_as(sniff(&head, "a.txt")), Shown::Text);
    }
}
