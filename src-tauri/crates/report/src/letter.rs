//! The letter that carries a referral: an `.eml` that a mail program opens, ready to send.

use crate::file_names::Names;
use crate::template::Texts;
use crate::{DRAFT_WORDS, Result, Standing, hex, referral_text, visible};
use breakwater_model::Instant;
use breakwater_model::referral::ReferralView;
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::date::Date;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::{BodyPart, MimePart};
use sha2::{Digest, Sha256};

/// A file that goes with the letter.
#[derive(Debug, Clone, Copy)]
pub struct Attachment<'a> {
    /// Its name; made safe and unique.
    pub name: &'a str,
    /// Its media type.
    pub media: &'a str,
    /// Its bytes, kept as they are.
    pub bytes: &'a [u8],
}

/// What the letter has that the referral has not.
#[derive(Debug, Clone, Copy)]
pub struct Letter<'a> {
    /// `left@right`, without brackets; must be the letter's own.
    pub message_id: &'a str,
    /// The date it bears, and its text.
    pub at: Instant,
    /// What goes with it, in order.
    pub attachments: &'a [Attachment<'a>],
}

/// The letter: the subject is the outside reference alone, the body what its template says around the notice. It is
/// addressed where the addressee is a mail address, and never for [`Standing::Draft`], so that a
/// draft cannot be sent by one press; from the officer's address if there is one. Mail programs
/// open it as unsent.
///
/// # Errors
/// [`Error::Template`](crate::Error::Template) if a template of `texts` cannot be rendered.
pub fn referral_eml(
    referral: &ReferralView,
    marking: &str,
    standing: Standing,
    letter: &Letter<'_>,
    texts: &Texts,
) -> Result<Vec<u8>> {
    let notice = referral_text(referral, marking, letter.at, standing, texts)?;
    let text = texts.letter_of(referral, letter.at, standing, &notice)?;
    let reference = visible::one_line(&referral.outside_reference);
    let subject = match standing {
        Standing::Draft => format!("{reference} ({DRAFT_WORDS})"),
        Standing::Approved => reference,
    };
    let envelope = Envelope {
        subject: &subject,
        from: referral.officer.email.as_deref(),
        unit: referral.from.as_deref(),
        to: referral.addressee.as_deref(),
    };
    Ok(mail(&envelope, standing, &text, letter))
}

/// What stands on a mail.
pub(crate) struct Envelope<'a> {
    pub subject: &'a str,
    /// The officer's address, if there is one.
    pub from: Option<&'a str>,
    /// Whose it is.
    pub unit: Option<&'a str>,
    /// Where it goes, if that is a mail address.
    pub to: Option<&'a str>,
}

/// A mail of the unit: addressed where that is a mail address, and never for [`Standing::Draft`].
pub(crate) fn mail(
    envelope: &Envelope<'_>,
    standing: Standing,
    text: &str,
    letter: &Letter<'_>,
) -> Vec<u8> {
    let mut message = MessageBuilder::new()
        .date(Date::new(letter.at.utc().timestamp()))
        .message_id(letter.message_id)
        .subject(visible::one_line(envelope.subject))
        .header("X-Unsent", Raw::new("1"));
    if let Some(from) = envelope.from.and_then(mailbox) {
        let unit = envelope.unit.map(visible::one_line);
        message = message.from(Address::new_address(unit, from.to_owned()));
    }
    if let (Standing::Approved, Some(to)) = (standing, envelope.to.and_then(mailbox)) {
        message = message.to(Address::new_address(None::<String>, to.to_owned()));
    }
    let mut bytes = Vec::new();
    message.body(body(text, letter)).serialize(&mut bytes);
    bytes
}

fn body<'a>(text: &'a str, letter: &Letter<'a>) -> MimePart<'a> {
    let mut names = Names::default();
    let mut parts = vec![MimePart::new("text/plain", BodyPart::Text(text.into()))];
    parts.extend(letter.attachments.iter().map(|one| {
        MimePart::new(
            ContentType::new(one.media),
            BodyPart::Binary(one.bytes.into()),
        )
        .attachment(names.give(one.name))
    }));
    let kind = ContentType::new("multipart/mixed").attribute("boundary", boundary(text, letter));
    MimePart::new(kind, parts)
}

/// The same for the same letter, and in no part of it: it is the hash of them all.
fn boundary(text: &str, letter: &Letter<'_>) -> String {
    let mut hasher = Sha256::new();
    hasher.update(letter.message_id);
    hasher.update(text);
    for one in letter.attachments {
        hasher.update(one.name);
        hasher.update((one.bytes.len() as u64).to_le_bytes());
        hasher.update(one.bytes);
    }
    format!("part-{}", hex(&hasher.finalize()))
}

/// The text if it is one plain mail address: what could begin another header is none.
fn mailbox(text: &str) -> Option<&str> {
    let text = text.trim();
    let (left, right) = text.split_once('@')?;
    let is_plain = |part: &str, more: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || more.contains(c))
    };
    let is_address = is_plain(left, ".!#$%&'*+/=?^_`{|}~-") && is_plain(right, ".-");
    is_address.then_some(text)
}
