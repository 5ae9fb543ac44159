//! What an officer may say of who operates accounts, and what is refused.

use crate::bench::{Bench, rule};
use breakwater_casework::account::{declare, read, undo};
use breakwater_casework::{Error, Quiet, account};
use breakwater_model::AccountId;
use breakwater_model::network::{DeclarationKind, DeclareRequest};

const FILE: &str = "platform,handle,bio\ntiktok,a.one,Nisje\nx,b_two,Makina\nx,c_three,Shtepi\n";

fn request(kind: DeclarationKind, accounts: &[AccountId], from: &[AccountId]) -> DeclareRequest {
    DeclareRequest {
        kind,
        accounts: accounts.to_vec(),
        from: from.to_vec(),
        name: (kind == DeclarationKind::Together).then(|| " Pier ".into()),
        reason: "The same voice answers both.".into(),
    }
}

fn bench() -> (Bench, Vec<AccountId>) {
    let bench = Bench::new();
    bench.import(FILE);
    let ids = bench.accounts().into_iter().map(|row| row.id).collect();
    (bench, ids)
}

#[test]
fn a_word_on_who_operates_accounts_needs_a_reason_and_accounts_that_can_bear_it() {
    use DeclarationKind::{Apart, Together};
    let (bench, ids) = bench();
    let say = |request: &DeclareRequest| declare::declare(&bench.session, request);
    let no_reason = DeclareRequest {
        reason: " x ".into(),
        ..request(Together, &ids, &[])
    };
    let long_name = DeclareRequest {
        name: Some("n".repeat(81)),
        ..request(Together, &ids, &[])
    };
    let named_cut = DeclareRequest {
        name: Some("Pier".into()),
        ..request(Apart, &ids[..1], &ids[1..2])
    };
    for bad in [
        no_reason,
        long_name,
        named_cut,
        request(Together, &ids[..1], &[]),
        request(Together, &ids[..2], &ids[2..]),
        request(Apart, &ids[..1], &[]),
        request(Apart, &ids[..2], &ids[1..]),
    ] {
        assert!(matches!(say(&bad), Err(Error::Invalid(_))), "{bad:?}");
    }
    assert!(bench.entries("network-declared").is_empty());
    assert!(bench.entries("network-cut").is_empty());
}

#[test]
fn a_word_stands_in_the_log_and_in_the_history_of_each_and_is_taken_back_as_one() {
    let (bench, ids) = bench();
    let said = declare::declare(
        &bench.session,
        &request(DeclarationKind::Together, &ids[..2], &[]),
    )
    .unwrap();
    let entry = &bench.entries("network-declared")[0];
    assert_eq!(entry.subjects.len(), 2, "{entry:?}");
    for id in &ids[..2] {
        let view = read::read(&bench.session, *id).unwrap();
        assert_eq!(
            view.history[0].what,
            "Accounts said to be operated together"
        );
        assert_eq!(view.history[0].undo, Some(said.set));
    }
    let found = account::links::networks(&bench.session, &Quiet).unwrap();
    assert_eq!((found[0].label.as_str(), found[0].size), ("Pier", 2));
    undo::undo(&bench.session, said.set).unwrap();
    assert_eq!(
        account::links::networks(&bench.session, &Quiet).unwrap(),
        []
    );
}

#[test]
fn the_opposite_of_a_word_that_stands_is_refused_until_that_is_taken_back() {
    use DeclarationKind::{Apart, Together};
    let (bench, ids) = bench();
    let say = |request: &DeclareRequest| declare::declare(&bench.session, request);
    let together = say(&request(Together, &ids[..2], &[])).unwrap();
    let apart = request(Apart, &ids[..1], &ids[1..]);
    assert_eq!(rule(say(&apart)), "declared-together");
    declare::take_back(&bench.session, together.id, "It was a guess.").unwrap();
    let cut = say(&apart).unwrap();
    assert_eq!(rule(say(&request(Together, &ids, &[]))), "held-apart");
    say(&request(Together, &ids[1..], &[])).unwrap();
    assert!(declare::take_back(&bench.session, cut.id, " ").is_err());
    declare::take_back(&bench.session, cut.id, "They share a phone.").unwrap();
    say(&request(Together, &ids, &[])).unwrap();
}

#[test]
fn an_import_that_brought_a_declared_account_is_taken_back_without_it() {
    let bench = Bench::new();
    let batch = bench.batch(FILE);
    let ids: Vec<AccountId> = bench.accounts().into_iter().map(|row| row.id).collect();
    declare::declare(
        &bench.session,
        &request(DeclarationKind::Together, &ids[..2], &[]),
    )
    .unwrap();
    let undone = undo::undo_import(&bench.session, batch, "the wrong file", &Quiet).unwrap();
    assert_eq!(undone.accounts, 2);
    assert!(undone.kept_accounts[0].why.contains("operated together"));
    assert_eq!(bench.accounts().len(), 2);
}
