//! A withdrawal stands at once by one officer; the letter about it takes two.

use crate::sent::Sent;
use breakwater_casework::referral::letter::{self, approve, export, give_back, prepare, way};
use breakwater_casework::review::today;
use breakwater_casework::{Error, referral};
use breakwater_model::letter::{
    EditLetterRequest, LetterAnswerRequest, LetterKind, LetterSentRequest, LetterState, LetterView,
    PrepareLetterRequest,
};
use breakwater_model::referral::{ReferralFormat, WithdrawRequest};

fn withdraw(sent: &Sent, reason: &str) {
    let request = WithdrawRequest {
        referral: sent.referral,
        account: sent.accounts[0],
        reason: reason.into(),
        at: None,
    };
    referral::after::withdraw(sent.desk(), &request).unwrap();
}

fn prepared(sent: &Sent, kind: LetterKind, what: &str) -> Result<LetterView, Error> {
    let request = PrepareLetterRequest {
        referral: sent.referral,
        account: sent.accounts[0],
        kind,
        what: what.into(),
    };
    prepare::prepare(sent.desk(), &request)
}

fn rule<T: std::fmt::Debug>(refused: Result<T, Error>) -> &'static str {
    match refused.unwrap_err() {
        Error::Refused { rule, .. } => rule,
        other => panic!("{other:?}"),
    }
}

fn waits(sent: &Sent) -> Vec<String> {
    let view = today::today(sent.desk()).unwrap();
    let section = view.sections.into_iter().find(|one| one.key == "letters");
    let items = section.map(|one| one.items).unwrap_or_default();
    items.into_iter().map(|item| item.why).collect()
}

#[test]
fn a_withdrawal_stands_at_once_and_today_asks_for_the_letter() {
    let sent = Sent::of(1);
    assert_eq!(
        rule(prepared(&sent, LetterKind::Withdrawal, "")),
        "a-withdrawal-stands-first"
    );
    withdraw(&sent, "wrong-account");
    assert!(
        sent.view().items[0]
            .events
            .iter()
            .any(|one| one.kind == "withdrawn")
    );
    assert!(waits(&sent)[0].contains("no letter yet"));
    let letter = prepared(&sent, LetterKind::Withdrawal, "").unwrap();
    assert_eq!(letter.state, LetterState::Prepared);
    for part in [
        "We withdraw our notice",
        &letter.outside_reference,
        "@made_up_0",
        "https://www.tiktok.com/@made_up_0",
        "TT-1",
    ] {
        assert!(letter.text.contains(part), "{part} in {}", letter.text);
    }
    assert!(!letter.text.contains('{'));
    assert!(waits(&sent).is_empty(), "it waits for another officer");
}

#[test]
fn only_an_officer_who_wrote_nothing_of_it_approves_and_an_edit_makes_a_drafter() {
    let mut sent = Sent::of(1);
    withdraw(&sent, "wrong-account");
    let letter = prepared(&sent, LetterKind::Withdrawal, "").unwrap();
    assert!(!letter.can_approve);
    assert_eq!(
        rule(approve::approve(sent.desk(), letter.id)),
        "drafter-is-not-approver"
    );
    sent.second();
    assert!(waits(&sent)[0].contains("read it and approve it"));
    assert!(letter::read(sent.desk(), letter.id).unwrap().can_approve);
    let edit = EditLetterRequest {
        letter: letter.id,
        text: format!("{}\n\nThank you.", letter.text),
    };
    let edited = prepare::edit(sent.desk(), &edit).unwrap();
    assert_eq!((edited.version, edited.drafters.len()), (2, 2));
    assert_eq!(
        rule(approve::approve(sent.desk(), letter.id)),
        "drafter-is-not-approver"
    );
}

#[test]
fn a_second_officer_returns_a_letter_with_a_reason_and_writing_it_anew_puts_it_forward_again() {
    let mut sent = Sent::of(1);
    withdraw(&sent, "wrong-account");
    let letter = prepared(&sent, LetterKind::Withdrawal, "").unwrap();
    let give_back = |sent: &Sent, why: &str| give_back::give_back(sent.desk(), letter.id, why);
    assert_eq!(
        rule(give_back(&sent, "Shorter.")),
        "drafter-is-not-approver",
        "nobody returns what they wrote"
    );
    sent.second();
    assert!(matches!(give_back(&sent, "  "), Err(Error::Invalid(_))));
    let returned = give_back(&sent, " Say it shorter. ").unwrap();
    assert_eq!(returned.state, LetterState::Returned);
    let why = returned.returned.unwrap();
    assert_eq!(
        (why.reason.as_str(), why.officer.as_str()),
        ("Say it shorter.", "Second officer, 4418")
    );
    assert!(!returned.can_approve && returned.can_edit);
    assert_eq!(
        rule(approve::approve(sent.desk(), letter.id)),
        "only-prepared-letters-are-approved"
    );
    assert_eq!(
        rule(give_back(&sent, "Again.")),
        "only-prepared-letters-are-approved"
    );
    assert!(waits(&sent).is_empty(), "it waits for who wrote it");
    sent.first();
    assert_eq!(waits(&sent), ["letter returned: Say it shorter."]);
    let edit = EditLetterRequest {
        letter: letter.id,
        text: "We withdraw our notice.".into(),
    };
    let again = prepare::edit(sent.desk(), &edit).unwrap();
    assert_eq!((again.state, again.version), (LetterState::Prepared, 2));
    assert_eq!(again.returned, None);
    sent.second();
    assert!(waits(&sent)[0].contains("read it and approve it"));
    let approved = approve::approve(sent.desk(), letter.id).unwrap();
    assert_eq!(approved.state, LetterState::Approved);
}

/// A letter on a withdrawn item that the second officer approved; the first sits at the desk.
fn approved(sent: &mut Sent) -> LetterView {
    withdraw(sent, "not-an-offer");
    let letter = prepared(sent, LetterKind::Withdrawal, "").unwrap();
    sent.second();
    let approved = approve::approve(sent.desk(), letter.id).unwrap();
    assert_eq!(approved.state, LetterState::Approved);
    assert!(approved.approved_by.as_ref().unwrap().contains("4418"));
    sent.first();
    approved
}

fn sending(letter: &LetterView) -> LetterSentRequest {
    LetterSentRequest {
        letter: letter.id,
        channel: "portal".into(),
        at: None,
    }
}

#[test]
fn what_was_approved_is_sealed_leaves_byte_for_byte_and_is_not_edited() {
    let mut sent = Sent::of(1);
    let approved = approved(&mut sent);
    assert_eq!(approved.sealed.len(), 3);
    for (format, name) in [
        (ReferralFormat::Txt, "a.txt"),
        (ReferralFormat::Pdf, "a.pdf"),
        (ReferralFormat::Eml, "a.eml"),
    ] {
        let written = export::export(sent.desk(), approved.id, format, &sent.out(name)).unwrap();
        let sealed = approved.sealed.iter().find(|one| one.format == format);
        assert_eq!(written.sha256, sealed.unwrap().sha256);
    }
    let text = std::fs::read_to_string(sent.out("a.txt")).unwrap();
    assert!(!text.contains("DRAFT") && text.contains("OFFICIAL-SENSITIVE"));
    assert!(!text.contains("Test sweep") && !text.contains("T/1"));
    let edit = EditLetterRequest {
        letter: approved.id,
        text: "Another text".into(),
    };
    assert_eq!(
        rule(prepare::edit(sent.desk(), &edit)),
        "an-approved-letter-stands"
    );
}

#[test]
fn a_letter_is_a_draft_until_approved_then_sent_once_and_its_answer_is_noted() {
    let mut sent = Sent::of(1);
    let draft = sent.out("draft.txt");
    let first = prepared(&sent, LetterKind::Correction, "The id is another.").unwrap();
    export::export(sent.desk(), first.id, ReferralFormat::Txt, &draft).unwrap();
    assert!(std::fs::read_to_string(&draft).unwrap().contains("DRAFT"));
    assert_eq!(
        rule(way::sent(sent.desk(), &sending(&first))),
        "only-approved-letters-are-sent"
    );
    let letter = approved(&mut sent);
    assert!(waits(&sent)[0].contains("send it"));
    let told = way::sent(sent.desk(), &sending(&letter)).unwrap();
    assert_eq!(told.state, LetterState::Sent);
    assert_eq!(
        rule(way::sent(sent.desk(), &sending(&letter))),
        "only-approved-letters-are-sent"
    );
    let answer = LetterAnswerRequest {
        letter: letter.id,
        answer: "Restored on 28 November".into(),
        at: None,
    };
    let told = way::answered(sent.desk(), &answer).unwrap();
    assert_eq!(told.state, LetterState::Answered);
    assert_eq!(told.answer.unwrap().words, "Restored on 28 November");
    let kinds: Vec<String> = sent.view().items[0]
        .events
        .iter()
        .map(|event| event.kind.clone())
        .collect();
    assert!(
        kinds.ends_with(&["letter-sent".into(), "letter-answered".into()]),
        "{kinds:?}"
    );
    assert!(waits(&sent).is_empty());
}

#[test]
fn a_correction_says_what_is_put_right_and_the_item_stands() {
    let sent = Sent::of(1);
    assert!(prepared(&sent, LetterKind::Correction, " ").is_err());
    let what = "The account id is 6800000000000000001.";
    let letter = prepared(&sent, LetterKind::Correction, what).unwrap();
    assert!(letter.text.contains(what) && letter.subject.starts_with("Correction"));
    assert!(
        sent.view().items[0]
            .events
            .iter()
            .all(|one| one.kind != "withdrawn")
    );
    let edit = EditLetterRequest {
        letter: letter.id,
        text: "It belongs to Test sweep.".into(),
    };
    assert_eq!(
        rule(prepare::edit(sent.desk(), &edit)),
        "a-letter-tells-nothing-of-the-case"
    );
}
