//! What can be taken back, and what somebody has built on.

use crate::bench::{Bench, rule};
use breakwater_casework::{account, referral};
use breakwater_model::BatchId;
use breakwater_model::assessment::{AccountStatus, Decision};
use breakwater_model::import::ImportUndoneView;

const FILE: &str = "platform,handle,bio\ntiktok,angli.express,Nisje\ntiktok,angli.other,Nisje\n";

#[test]
fn an_item_taken_out_of_a_draft_does_not_come_back_by_undo() {
    let bench = Bench::new();
    bench.import(FILE);
    let rows = bench.accounts();
    for row in &rows {
        bench.decide(row.id, Decision::Refer);
    }
    let draft = bench.draft(rows[0].id).unwrap();
    referral::discard::discard(&bench.session, draft.id, "drafted twice").unwrap();
    let set = bench.set_of("referral-discarded");
    bench.decide(rows[0].id, Decision::NoAction);
    assert_eq!(
        rule(account::undo::undo(&bench.session, set)),
        "only-own-words-are-taken-back"
    );
    assert_eq!(bench.accounts()[0].status, AccountStatus::NoAction);
}

#[test]
fn acts_that_are_no_officers_own_words_have_no_undo() {
    let bench = Bench::new();
    bench.import(FILE);
    bench.decide(bench.one(), Decision::Refer);
    bench.draft(bench.one()).unwrap();
    for action in ["import-committed", "referral-drafted", "case-created"] {
        let undone = account::undo::undo(&bench.session, bench.set_of(action));
        assert_eq!(rule(undone), "only-own-words-are-taken-back", "{action}");
    }
    assert_eq!(bench.accounts().len(), 2);
}

#[test]
fn an_account_brought_back_and_worked_on_survives_the_undo_of_its_import() {
    let bench = Bench::new();
    let first = bench.batch(FILE);
    account::undo::undo_import(
        &bench.session,
        first,
        "the wrong file",
        &breakwater_casework::Quiet,
    )
    .unwrap();
    assert_eq!(bench.accounts().len(), 0);
    let again = bench.batch(FILE);
    let id = bench.one();
    bench.decide(id, Decision::Refer);
    bench.draft(id).unwrap();
    account::undo::undo_import(
        &bench.session,
        again,
        "the wrong file",
        &breakwater_casework::Quiet,
    )
    .unwrap();
    let left: Vec<_> = bench.accounts().into_iter().map(|row| row.id).collect();
    assert_eq!(left, [id]);
}

#[test]
fn a_post_that_an_item_names_survives_the_undo_of_its_import() {
    let bench = Bench::new();
    bench.import("platform,handle\ntiktok,angli.express\n");
    let id = bench.one();
    let posts = bench.batch("platform,handle,post text\ntiktok,angli.express,Nisje sonte\n");
    bench.decide(id, Decision::Refer);
    let draft = bench.draft(id).unwrap();
    assert_eq!(draft.items[0].words, "Nisje sonte");
    let undone = account::undo::undo_import(
        &bench.session,
        posts,
        "the wrong file",
        &breakwater_casework::Quiet,
    )
    .unwrap();
    assert!(undone.kept > 0, "{undone:?}");
    let view = account::read::read(&bench.session, id).unwrap();
    assert_eq!(view.posts.len(), 1);
    what_an_import_changed_is_kept_once_an_officer_works_on_it(&bench);
    values_of_imports_taken_back_do_not_come_alive_again(&bench);
}

fn what_an_import_changed_is_kept_once_an_officer_works_on_it(bench: &Bench) {
    let columns = "platform,handle,id,bio\n";
    bench.import("platform,handle,bio\ntiktok,worked,old bio\ntiktok,left,old bio\n");
    let second = bench.batch(&format!(
        "{columns}tiktok,worked,6812345678901234567,new bio\ntiktok,left,6812345678901234568,new bio\n"
    ));
    // A later import is no work of an officer's.
    bench.import("platform,handle,followers\ntiktok,worked,12\ntiktok,left,12\n");
    let named = |label: &str| {
        let rows = bench.accounts();
        rows.iter().find(|row| row.label == label).unwrap().id
    };
    let worked = named("@worked");
    bench.decide(worked, Decision::Refer);
    let undone = take_back(bench, second);
    assert_eq!((undone.accounts, undone.kept_accounts.len()), (1, 1));
    assert_eq!(undone.kept_accounts[0].account, worked);
    assert!(undone.kept > 0 && undone.restored > 0, "{undone:?}");
    for (label, bio, id) in [
        ("@worked", "new bio", Some("6812345678901234567")),
        ("@left", "old bio", None),
    ] {
        let view = account::read::read(&bench.session, named(label)).unwrap();
        assert_eq!(
            (view.bio.as_deref(), view.platform_id.as_deref()),
            (Some(bio), id),
            "{label}"
        );
    }
}

fn values_of_imports_taken_back_do_not_come_alive_again(bench: &Bench) {
    let named = |name: &str| {
        bench.batch(&format!(
            "platform,handle,display_name\ntiktok,renamed,{name}\n"
        ))
    };
    let name = || {
        let rows = bench.accounts();
        let id = rows.iter().find(|row| row.label == "@renamed").unwrap().id;
        account::read::read(&bench.session, id)
            .unwrap()
            .display_name
            .unwrap()
    };
    named("one");
    for is_first_first in [true, false] {
        let [two, three] = [named("two"), named("three")];
        let (first, then) = if is_first_first {
            (two, three)
        } else {
            (three, two)
        };
        let undone = take_back(bench, first);
        assert_eq!(undone.kept > 0, is_first_first, "{undone:?}");
        assert_eq!(name(), if is_first_first { "three" } else { "two" });
        take_back(bench, then);
        assert_eq!(name(), "one");
    }
}

fn take_back(bench: &Bench, batch: BatchId) -> ImportUndoneView {
    account::undo::undo_import(
        &bench.session,
        batch,
        "the wrong file",
        &breakwater_casework::Quiet,
    )
    .unwrap()
}
