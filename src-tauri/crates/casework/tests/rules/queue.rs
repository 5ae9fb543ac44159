//! The queue's order, and what of it an officer has opened.

use crate::bench::Bench;
use breakwater_casework::account;
use breakwater_model::AccountId;
use breakwater_model::assessment::Decision;
use breakwater_model::list::{AccountRow, AccountScope, ListRequest};

fn queue(bench: &Bench, only_unseen: bool) -> Vec<AccountRow> {
    let request = ListRequest {
        scope: AccountScope::ToReview,
        only_unseen,
        limit: 50,
        ..ListRequest::default()
    };
    account::list::list(&bench.session, &request).unwrap().rows
}

fn handles(rows: Vec<AccountRow>) -> Vec<String> {
    rows.into_iter().filter_map(|row| row.handle).collect()
}

fn id(bench: &Bench, handle: &str) -> AccountId {
    let mut rows = bench.accounts().into_iter();
    rows.find(|row| row.handle.as_deref() == Some(handle))
        .unwrap()
        .id
}

#[test]
fn of_one_file_what_is_beside_an_account_acted_on_comes_first() {
    let bench = Bench::new();
    bench.import("platform,handle,bio\ntiktok,one,Call +44 7700 900123\n");
    bench.import(
        "platform,handle,bio\ntiktok,two,Call +44 7700 900201\ntiktok,three,Call +44 7700 900123\n\
         tiktok,four,Call +44 7700 900204\n",
    );
    assert_eq!(
        handles(queue(&bench, false)),
        ["one", "two", "three", "four"]
    );
    bench.decide(id(&bench, "one"), Decision::Refer);
    assert_eq!(handles(queue(&bench, false)), ["three", "two", "four"]);
    bench.import("platform,handle,bio\ntiktok,five,Call +44 7700 900123\n");
    let order = handles(queue(&bench, false));
    assert_eq!(
        order,
        ["three", "two", "four", "five"],
        "age goes before links"
    );
}

#[test]
fn what_an_officer_has_not_opened_is_their_own_list() {
    let bench = Bench::new();
    bench.import("platform,handle\ntiktok,one\ntiktok,two\n");
    let count = || {
        let request = ListRequest {
            scope: AccountScope::ToReview,
            only_unseen: true,
            ..ListRequest::default()
        };
        account::list::list(&bench.session, &request).unwrap().total
    };
    assert_eq!(count(), 2);
    account::consult::opened(&bench.session, id(&bench, "one")).unwrap();
    assert_eq!(count(), 1, "though nothing of the case was written");
    assert_eq!(handles(queue(&bench, true)), ["two"]);
    assert_eq!(queue(&bench, false).len(), 2);
}
