//! One act on many accounts.

use crate::bench::{Bench, rule};
use breakwater_casework::account::{bulk, cells, list, tag, undo};
use breakwater_casework::{Error, Progress, Quiet};
use breakwater_model::AccountId;
use breakwater_model::assessment::{AccountStatus, Decision, NoActionReason};
use breakwater_model::bulk::{BulkAct, BulkRequest, BulkView, CopyCellsRequest};
use breakwater_model::list::{AccountOrder, ListRequest};

const FILE: &str = "platform,handle,bio\ntiktok,angli.one,Nisje\ntiktok,angli.two,=1+1 t.me/made_up\n\
    tiktok,angli.three,Nisje\ntiktok,angli.four,Nisje\n";

fn request(act: BulkAct, accounts: &[AccountId]) -> BulkRequest {
    BulkRequest {
        list: by_age(),
        accounts: accounts.to_vec(),
        except: vec![],
        act,
    }
}

fn by_age() -> ListRequest {
    ListRequest {
        order: AccountOrder::Imported,
        ..ListRequest::default()
    }
}

fn tags(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

fn no_action() -> BulkAct {
    BulkAct::NoAction {
        reason: NoActionReason::News,
        note: "seen in a sweep".into(),
    }
}

fn done(bench: &Bench, request: &BulkRequest) -> BulkView {
    let view = bulk::bulk(&bench.session, request, &Quiet).unwrap();
    let left: u32 = view.left.iter().map(|left| left.count).sum();
    assert_eq!(view.asked, view.done + left, "counts in are counts out");
    view
}

#[test]
fn no_action_on_a_view_leaves_what_was_decided_or_drafted_and_says_so() {
    let bench = Bench::new();
    bench.import(FILE);
    let rows = bench.accounts();
    bench.decide(rows[0].id, Decision::Refer);
    bench.draft(rows[0].id).unwrap();
    bench.decide(rows[1].id, Decision::Refer);
    let view = done(&bench, &request(no_action(), &[]));
    assert_eq!((view.asked, view.done), (4, 2));
    let left: Vec<_> = view.left.iter().map(|left| left.reason.as_str()).collect();
    assert_eq!(left, ["drafted", "decided"]);
    assert_eq!(bench.entries("accounts-no-action").len(), 1);
    let undone = undo::undo(&bench.session, view.set.unwrap()).unwrap();
    assert_eq!((undone.removed, undone.kept), (2, 0));
    let standing: Vec<_> = bench.accounts().iter().map(|row| row.status).collect();
    let new = standing
        .iter()
        .filter(|status| **status == AccountStatus::New);
    assert_eq!(new.count(), 2);
}

#[test]
fn an_account_worked_on_since_keeps_what_the_bulk_act_decided() {
    let bench = Bench::new();
    bench.import(FILE);
    let view = done(&bench, &request(no_action(), &[]));
    bench.decide(bench.one(), Decision::Refer);
    let undone = undo::undo(&bench.session, view.set.unwrap()).unwrap();
    assert_eq!((undone.removed, undone.kept), (3, 1));
}

#[test]
fn tags_meet_however_they_are_written_and_are_taken_back_as_one() {
    let bench = Bench::new();
    bench.import(FILE);
    let first = bench.one();
    done(
        &bench,
        &request(
            BulkAct::Tag {
                tags: tags(&["Kent Coast"]),
            },
            &[first],
        ),
    );
    let view = done(
        &bench,
        &request(
            BulkAct::Tag {
                tags: tags(&["kent  coast", "Boats"]),
            },
            &[],
        ),
    );
    assert_eq!(view.done, 4);
    assert!(
        bench
            .accounts()
            .iter()
            .all(|row| row.tags == ["Boats", "Kent Coast"])
    );
    let counts = tag::all(&bench.session).unwrap();
    assert_eq!(
        counts.iter().map(|tag| tag.count).collect::<Vec<_>>(),
        [4, 4]
    );
    let off = done(
        &bench,
        &request(
            BulkAct::Untag {
                tags: tags(&["KENT COAST"]),
            },
            &[],
        ),
    );
    assert_eq!(off.done, 4);
    undo::undo(&bench.session, off.set.unwrap()).unwrap();
    let counts = tag::all(&bench.session).unwrap();
    assert_eq!(counts.len(), 2, "taken back as one");
    // Three were tagged by this act and worked on since: kept. What nobody worked on goes.
    let undone = undo::undo(&bench.session, view.set.unwrap()).unwrap();
    assert_eq!((undone.removed, undone.kept), (4, 3));
    let rows = bench.accounts();
    assert!(rows.iter().all(|row| row.tags == ["Kent Coast"]));
}

#[test]
fn a_list_is_narrowed_to_an_officers_accounts_and_to_tags() {
    let bench = Bench::new();
    bench.import(FILE);
    let officer = bench.session.own().officer;
    let ids: Vec<_> = bench.accounts().into_iter().map(|row| row.id).collect();
    let assign = BulkAct::Assign {
        officer: Some(officer),
    };
    let view = done(&bench, &request(assign.clone(), &ids[..2]));
    assert_eq!(
        done(&bench, &request(assign, &ids[..3])).left[0].reason,
        "already-so"
    );
    done(
        &bench,
        &request(
            BulkAct::Tag {
                tags: tags(&["Boats"]),
            },
            &ids[1..],
        ),
    );
    let narrowed = ListRequest {
        assigned: Some(officer),
        tags: tags(&["boats"]),
        limit: 50,
        ..by_age()
    };
    let rows = list::list(&bench.session, &narrowed).unwrap().rows;
    assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), ids[1..3]);
    assert_eq!(rows[0].assignee.as_deref(), Some("4417"));
    undo::undo(&bench.session, view.set.unwrap()).unwrap();
    let rows = list::list(&bench.session, &narrowed).unwrap().rows;
    assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [ids[2]]);
}

struct Stopped;

impl Progress for Stopped {
    fn step(&self, _done: u64, _total: Option<u64>, _unit: &'static str) {}
    fn is_cancelled(&self) -> bool {
        true
    }
}

#[test]
fn a_bulk_act_that_is_stopped_changes_nothing() {
    let bench = Bench::new();
    bench.import(FILE);
    let stopped = bulk::bulk(&bench.session, &request(no_action(), &[]), &Stopped);
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert!(
        bench
            .accounts()
            .iter()
            .all(|row| row.status == AccountStatus::New)
    );
    assert!(bench.entries("accounts-no-action").is_empty());
}

#[test]
fn copied_cells_are_harmless_and_logged() {
    let bench = Bench::new();
    bench.import(FILE);
    let copied = CopyCellsRequest {
        list: ListRequest {
            offset: 1,
            limit: 2,
            ..by_age()
        },
        columns: tags(&["handle", "bio"]),
    };
    let text = cells::copy(&bench.session, &copied).unwrap();
    assert_eq!(text, "angli.two\t'=1+1 t[.]me/made_up\nangli.three\tNisje");
    assert_eq!(bench.entries("cells-copied")[0].subjects.len(), 2);
}

#[test]
fn an_unknown_officer_is_given_nothing() {
    let bench = Bench::new();
    bench.import(FILE);
    let nobody = "0192f0c1-2a5b-7c3d-8e4f-5a6b7c8d9e0f".parse().unwrap();
    let act = BulkAct::Assign {
        officer: Some(nobody),
    };
    let refused = bulk::bulk(&bench.session, &request(act, &[]), &Quiet);
    assert!(matches!(refused, Err(Error::NotFound("officer"))));
    let empty = BulkAct::Tag { tags: tags(&[" "]) };
    assert!(matches!(
        bulk::bulk(&bench.session, &request(empty, &[]), &Quiet),
        Err(Error::Invalid(_))
    ));
    let import = bench.set_of("import-committed");
    assert_eq!(
        rule(undo::undo(&bench.session, import)),
        "only-own-words-are-taken-back"
    );
}

#[test]
fn a_tag_is_found_by_its_filter_however_it_is_written_until_it_is_taken_off() {
    let bench = Bench::new();
    bench.import(FILE);
    let one = bench.one();
    let tagged = BulkAct::Tag {
        tags: tags(&["Përparësi e lartë"]),
    };
    let view = done(&bench, &request(tagged, &[one]));
    let found = |search: &str| {
        let request = ListRequest {
            search: search.into(),
            limit: 50,
            ..by_age()
        };
        let rows = list::list(&bench.session, &request).unwrap().rows;
        rows.iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(found("tag:perparesi"), [one]);
    assert_eq!(found("-tag:perparesi").len(), 3);
    undo::undo(&bench.session, view.set.unwrap()).unwrap();
    assert_eq!(found("tag:perparesi"), []);
}
