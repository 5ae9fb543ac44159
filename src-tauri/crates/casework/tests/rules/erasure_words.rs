//! An erasure takes words that hang on an account without naming it, leaves what is of others, and once it is done it
//! does not fail.

use crate::erasure::{leftovers, propose};
use crate::sent::Sent;
use breakwater_casefile::table::declaration;
use breakwater_casework::account::{declare, undo};
use breakwater_casework::retention::erase;
use breakwater_model::AccountId;
use breakwater_model::erasure::ErasureDoneView;
use breakwater_model::network::{DeclarationKind, DeclareRequest};

/// Where the word is left.
fn planted(sent: &Sent) -> Vec<String> {
    let all = leftovers(sent).into_iter();
    all.filter(|one| one.contains("plantedword")).collect()
}

/// Proposed by the first officer and confirmed by the second, who stays.
fn erased(sent: &mut Sent, account: AccountId) -> ErasureDoneView {
    sent.first();
    let row = propose(sent, account).unwrap();
    sent.second();
    erase::confirm(sent.desk(), row.id).unwrap()
}

fn together(sent: &Sent, accounts: &[AccountId]) -> breakwater_model::DeclarationId {
    let request = DeclareRequest {
        kind: DeclarationKind::Together,
        accounts: accounts.to_vec(),
        from: Vec::new(),
        name: None,
        reason: "The same voice answers both.".into(),
    };
    declare::declare(sent.desk(), &request).unwrap().id
}

#[test]
fn undo_brings_no_name_back_of_a_network_that_an_erasure_ended() {
    let mut sent = Sent::of(1);
    let (stays, goes) = (sent.accounts[0], sent.accounts[1]);
    let id = together(&sent, &[stays, goes]);
    let named = declare::rename(sent.desk(), id, Some("plantedword quay")).unwrap();
    let renamed = declare::rename(sent.desk(), id, Some("Pier"))
        .unwrap()
        .unwrap();
    assert!(named.is_some() && !planted(&sent).is_empty());
    erased(&mut sent, goes);
    assert_eq!(planted(&sent), Vec::<String>::new());
    let undone = undo::undo(sent.desk(), renamed).unwrap();
    assert_eq!((undone.restored, undone.kept), (0, 2));
    assert_eq!(planted(&sent), Vec::<String>::new());
}

#[test]
fn a_network_of_others_comes_back_with_its_name_after_a_member_was_erased() {
    let mut sent = Sent::of(2);
    let all = sent.accounts.clone();
    let id = together(&sent, &all);
    declare::rename(sent.desk(), id, Some("Pier")).unwrap();
    let renamed = declare::rename(sent.desk(), id, Some("Quay"))
        .unwrap()
        .unwrap();
    erased(&mut sent, all[2]);
    undo::undo(sent.desk(), renamed).unwrap();
    let standing = |sent: &Sent| {
        sent.desk()
            .read(|reader| declaration::standing(reader))
            .unwrap()
    };
    assert_eq!(standing(&sent)[0].name.as_deref(), Some("Pier"));
}

#[test]
fn a_word_that_was_taken_back_comes_back_for_the_others_after_an_erasure() {
    let mut sent = Sent::of(2);
    let all = sent.accounts.clone();
    let id = together(&sent, &all);
    let taken_back = declare::take_back(sent.desk(), id, "Not the same voice.").unwrap();
    erased(&mut sent, all[2]);
    undo::undo(sent.desk(), taken_back).unwrap();
    let standing = sent
        .desk()
        .read(|reader| declaration::standing(reader))
        .unwrap();
    assert_eq!(standing.len(), 1);
    assert_eq!(standing[0].everybody().count(), 2);
}
