//! A letter of the unit to a platform: on paper, as text, and as a mail. It bears the reference outsiders know and
//! nothing else of the case.

use crate::letter::{Envelope, mail};
use crate::notice::wrapped;
use crate::page::{self, Frame};
use crate::paper::{PagePart, Pages};
use crate::{Attachment, Letter, Pdf, Result, Standing, pages_pdf, visible};
use breakwater_model::Instant;

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutwardLetter {
    /// The marking, head and foot of every page.
    pub marking: String,
    /// The reference outsiders see.
    pub reference: String,
    /// Its subject line.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// Who it is from: unit, officer, e-mail, telephone; each with what it is.
    pub from: Vec<(&'static str, String)>,
    /// The officer's e-mail, if there is one.
    pub email: Option<String>,
    /// The platform's mail address, or where else it goes.
    pub to: Option<String>,
    /// The date it bears.
    pub at: Instant,
}

impl OutwardLetter {
    fn facts(&self) -> Vec<(&'static str, String)> {
        let mut facts = vec![
            ("Our reference", self.reference.clone()),
            ("Date", crate::when::day(self.at)),
        ];
        facts.extend(
            self.from
                .iter()
                .filter(|(_, value)| !value.is_empty())
                .cloned(),
        );
        facts
    }

    /// The letter as PDF on A4.
    ///
    /// # Errors
    /// [`crate::Error::Typeset`] only by a fault of the program, whatever the words.
    pub fn pdf(&self, standing: Standing) -> Result<Pdf> {
        let facts = self.facts();
        let pages = Pages {
            marking: self.marking.clone(),
            standing: standing.words(),
            reference: self.reference.clone(),
            title: self.subject.clone(),
            facts: facts
                .into_iter()
                .map(|(label, value)| (label.to_owned(), value))
                .collect(),
            parts: vec![PagePart {
                words: self.text.clone(),
                ..PagePart::default()
            }],
        };
        pages_pdf(&pages, self.at)
    }

    /// The letter as text in pages.
    pub fn text(&self, standing: Standing) -> String {
        let label =
            |(label, value): (&str, String)| format!("{label}: {}", visible::one_line(&value));
        let mut blocks = vec![
            wrapped(&self.subject, 0),
            self.facts().into_iter().map(label).collect(),
        ];
        blocks.extend(self.text.split("\n\n").map(|part| wrapped(part, 0)));
        blocks.retain(|block| !block.is_empty());
        let frame = Frame {
            marking: &visible::one_line(&self.marking),
            standing: standing.words(),
            reference: &visible::one_line(&self.reference),
        };
        page::pages(&frame, &blocks)
    }

    /// The letter as a mail with its print; mail programs open it as unsent.
    ///
    /// # Errors
    /// As [`OutwardLetter::pdf`].
    pub fn eml(&self, standing: Standing, message_id: &str) -> Result<Vec<u8>> {
        let pdf = self.pdf(standing)?;
        let name = format!("{}-letter.pdf", self.reference);
        let letter = Letter {
            message_id,
            at: self.at,
            attachments: &[Attachment {
                name: &name,
                media: "application/pdf",
                bytes: &pdf.bytes,
            }],
        };
        let unit = self.from.first().map(|(_, unit)| unit.as_str());
        let envelope = Envelope {
            subject: &self.subject,
            from: self.email.as_deref(),
            unit: unit.filter(|unit| !unit.is_empty()),
            to: self.to.as_deref(),
        };
        Ok(mail(&envelope, standing, &self.text(standing), &letter))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> OutwardLetter {
        OutwardLetter {
            marking: "OFFICIAL-SENSITIVE".into(),
            reference: "BW-7F3K".into(),
            subject: "Withdrawal: our notice BW-7F3K".into(),
            text: "To TikTok\n\nWe withdraw it.\n\n@made_up\nhttps://www.tiktok.com/@made_up"
                .into(),
            from: vec![("From", "Unit 7".into()), ("Telephone", String::new())],
            email: Some("first@unit.example".into()),
            to: Some("trust@tiktok.example\r\nBcc: all@unit.example".into()),
            at: Instant(1_764_000_000_000),
        }
    }

    #[test]
    fn a_letter_bears_marking_and_reference_in_every_form_and_is_the_same_twice() {
        let letter = letter();
        let text = letter.text(Standing::Approved);
        assert!(text.contains("OFFICIAL-SENSITIVE") && text.contains("BW-7F3K"));
        assert!(text.contains("We withdraw it."), "{text}");
        assert!(!text.contains("Telephone"), "what is empty is not said");
        let pdf = letter.pdf(Standing::Approved).unwrap();
        assert_eq!(pdf, letter.pdf(Standing::Approved).unwrap());
        let eml = letter.eml(Standing::Approved, "a@b.invalid").unwrap();
        assert_eq!(eml, letter.eml(Standing::Approved, "a@b.invalid").unwrap());
    }

    #[test]
    fn a_mail_goes_nowhere_its_address_does_not_name_and_a_draft_to_nobody() {
        let eml =
            String::from_utf8(letter().eml(Standing::Approved, "a@b.invalid").unwrap()).unwrap();
        assert!(
            !eml.contains("Bcc"),
            "an address cannot begin another header"
        );
        let plain = OutwardLetter {
            to: Some("trust@tiktok.example".into()),
            ..letter()
        };
        let told = |standing| {
            let eml = plain.eml(standing, "a@b.invalid").unwrap();
            String::from_utf8(eml).unwrap().contains("To: ")
        };
        assert!(told(Standing::Approved) && !told(Standing::Draft));
    }
}
