//! Two records of one account: what leaves, what stays, what is refused, and that taking back restores.

use crate::bench::{Bench, rule};
use breakwater_casework::account::{declare, links, merge, note, read, undo};
use breakwater_casework::{Error, Quiet, account, referral, register, review};
use breakwater_model::AccountId;
use breakwater_model::account::NoteRequest;
use breakwater_model::assessment::{ActRequest, ActionKind, Decision, SafeguardingKind};
use breakwater_model::list::{AccountRow, AccountScope, ListRequest};
use breakwater_model::merge::{MergeDoneView, MergeRequest, MergedField};
use breakwater_model::network::{DeclarationKind, DeclareRequest};
use breakwater_model::register::{RegisterFileRequest, RegisterList};

const FILE: &str = "platform,handle,id,bio,first seen,notes\n\
    tiktok,gull.one,,Nisje cdo dite,2026-10-01,first\n\
    tiktok,gull.two,6800000000000000001,\"Cdo nate, +44 7700 900417\",2026-09-01,second\n\
    x,gull_three,,\"call +44 7700 900417\",,\n";

fn bench() -> (Bench, AccountId, AccountId) {
    let bench = Bench::new();
    bench.import(FILE);
    let (one, two) = (of(&bench, "gull.one").id, of(&bench, "gull.two").id);
    (bench, one, two)
}

fn of(bench: &Bench, handle: &str) -> AccountRow {
    let mut rows = bench.accounts().into_iter();
    rows.find(|row| row.handle.as_deref() == Some(handle))
        .unwrap()
}

fn request(account: AccountId, into: AccountId) -> MergeRequest {
    MergeRequest {
        into,
        account,
        reason: "Renamed between two lists.".into(),
    }
}

fn merged(bench: &Bench, account: AccountId, into: AccountId) -> MergeDoneView {
    merge::merge(&bench.session, &request(account, into)).unwrap()
}

fn found(bench: &Bench, text: &str) -> Vec<AccountId> {
    bench.session.settle();
    let request = ListRequest {
        scope: AccountScope::All,
        search: text.into(),
        limit: 50,
        ..ListRequest::default()
    };
    let view = account::list::list(&bench.session, &request).unwrap();
    view.rows.into_iter().map(|row| row.id).collect()
}

#[test]
fn a_merged_record_leaves_the_lists_and_stands_whole_under_the_other() {
    let (bench, one, two) = bench();
    let before = read::read(&bench.session, two).unwrap();
    merged(&bench, two, one);
    let rows = bench.accounts();
    assert_eq!(rows.len(), 2);
    assert!(rows.iter().all(|row| row.id != two));
    assert_eq!(rule(read::read(&bench.session, two)), "merged-record");
    let view = read::read(&bench.session, one).unwrap();
    let under = &view.merged[0];
    assert_eq!((under.account, under.label.as_str()), (two, "@gull.two"));
    assert_eq!(under.reason, "Renamed between two lists.");
    assert_eq!(under.notes, before.notes);
    assert_eq!(under.aliases, before.aliases);
    assert_eq!(under.history.len(), before.history.len() + 1);
    assert_eq!(view.history[0].what, "Two records of one account merged");
    let first = |seen: Option<breakwater_model::WorldTime>| seen.map(|seen| seen.at);
    assert_eq!(
        first(of(&bench, "gull.one").first_seen),
        first(before.first_seen)
    );
    assert_eq!(
        found(&bench, "gull.two"),
        [one],
        "its name finds the record that stands"
    );
}

#[test]
fn taking_back_a_merge_restores_both_records_exactly() {
    let (bench, one, two) = bench();
    let before = (bench.accounts(), read::read(&bench.session, two).unwrap());
    let done = merged(&bench, two, one);
    merge::take_back(&bench.session, done.id, "They are two.").unwrap();
    assert_eq!(bench.accounts(), before.0);
    let after = read::read(&bench.session, two).unwrap();
    assert_eq!(
        (&after.notes, &after.aliases),
        (&before.1.notes, &before.1.aliases)
    );
    assert_eq!(found(&bench, "gull.two"), [two]);
    let again = merged(&bench, two, one);
    undo::undo(&bench.session, again.set).unwrap();
    assert_eq!(bench.accounts(), before.0);
    assert_eq!(read::read(&bench.session, one).unwrap().merged, []);
}

#[test]
fn what_comes_in_under_a_merged_handle_or_id_goes_to_the_record_that_stands() {
    let (bench, one, two) = bench();
    merged(&bench, two, one);
    let result =
        bench.import("platform,handle,id,followers\ntiktok,gull.two,6800000000000000001,120\n");
    assert_eq!((result.counts.created, result.counts.updated), (0, 1));
    assert_eq!(
        read::read(&bench.session, one)
            .unwrap()
            .followers
            .as_deref(),
        Some("120")
    );
    let own = format!("breakwater_account,platform,handle,followers\n{two},tiktok,gull.two,130\n");
    assert_eq!(bench.import(&own).counts.created, 0);
    assert_eq!(
        read::read(&bench.session, one)
            .unwrap()
            .followers
            .as_deref(),
        Some("130")
    );
}

#[test]
fn a_field_is_taken_over_by_itself_and_taken_back_by_itself() {
    let (bench, one, two) = bench();
    let done = merged(&bench, two, one);
    let own = read::read(&bench.session, one).unwrap().bio;
    let fields: Vec<MergedField> = read::read(&bench.session, one).unwrap().merged[0]
        .fields
        .iter()
        .map(|field| field.field)
        .collect();
    assert_eq!(fields, [MergedField::Bio]);
    let set = merge::choose(&bench.session, one, done.id, MergedField::Bio).unwrap();
    let view = read::read(&bench.session, one).unwrap();
    assert!(view.bio.unwrap().contains("Cdo nate"));
    assert_eq!(view.merged[0].fields, []);
    assert_eq!(
        merge::choose(&bench.session, one, done.id, MergedField::Bio).unwrap(),
        None
    );
    undo::undo(&bench.session, set.unwrap()).unwrap();
    let view = read::read(&bench.session, one).unwrap();
    assert_eq!(view.bio, own);
    assert_eq!(view.merged.len(), 1, "the merge itself stands");
}

#[test]
fn a_merge_that_would_lie_is_refused() {
    let (bench, one, two) = bench();
    let three = of(&bench, "gull_three").id;
    bench.import("platform,handle\ntiktok,gull.four\n");
    let four = of(&bench, "gull.four").id;
    let merge = |account, into| merge::merge(&bench.session, &request(account, into));
    assert!(matches!(merge(one, one), Err(Error::Invalid(_))));
    let no_reason = MergeRequest {
        reason: " ".into(),
        ..request(two, one)
    };
    assert!(merge::merge(&bench.session, &no_reason).is_err());
    assert_eq!(rule(merge(three, one)), "one-platform");
    let cut = DeclareRequest {
        kind: DeclarationKind::Apart,
        accounts: vec![one],
        from: vec![two],
        name: None,
        reason: "Two voices.".into(),
    };
    let cut = declare::declare(&bench.session, &cut).unwrap();
    assert_eq!(rule(merge(two, one)), "held-apart");
    declare::take_back(&bench.session, cut.id, "One voice.").unwrap();
    merge(two, one).unwrap();
    assert_eq!(rule(merge(two, four)), "merged-record");
    assert_eq!(rule(merge(four, two)), "merged-record");
    assert_eq!(rule(merge(one, four)), "merges-make-no-chain");
    merge(four, one).unwrap();
    assert_eq!(read::read(&bench.session, one).unwrap().merged.len(), 2);
}

#[test]
fn a_record_in_an_unsent_draft_is_not_merged_and_one_item_stands_for_both() {
    let (bench, one, two) = bench();
    for id in [one, two] {
        bench.decide(id, Decision::Refer);
    }
    let draft = bench.draft(two).unwrap();
    assert_eq!(
        rule(merge::merge(&bench.session, &request(two, one))),
        "in-an-unsent-draft"
    );
    referral::discard::discard(&bench.session, draft.id, "drafted twice").unwrap();
    merged(&bench, two, one);
    assert!(bench.draft(two).is_err());
    bench.draft(one).unwrap();
}

#[test]
fn a_protected_account_does_not_vanish_by_a_merge() {
    let (bench, one, two) = bench();
    let file = bench.file(
        "register.csv",
        "key_or_url,list,owner,contact,expires,note\nhttps://www.tiktok.com/@gull.two,protected,Desk,d@unit.example,,\n",
    );
    let asked = RegisterFileRequest::default();
    let preview = register::take::preview(&bench.session, &file, &asked, &Quiet).unwrap();
    register::take::commit(&bench.session, &preview).unwrap();
    bench.decide(one, Decision::Refer);
    merged(&bench, two, one);
    let view = read::read(&bench.session, one).unwrap();
    assert_eq!(view.registers[0].list, RegisterList::Protected);
    assert_eq!(rule(bench.draft(one)), "protected-register");
}

#[test]
fn a_safeguarding_act_of_a_merged_record_waits_on_with_the_other() {
    let (bench, one, two) = bench();
    let act = ActRequest {
        account: two,
        action: ActionKind::Safeguarding,
        grading: None,
        kind: SafeguardingKind::Missing,
        told: "Duty officer".into(),
        by: None,
        reference: None,
        known: None,
        at: None,
    };
    let act = review::act::act(&bench.session, &act).unwrap();
    merged(&bench, two, one);
    assert!(of(&bench, "gull.one").has_open_action);
    let view = read::read(&bench.session, one).unwrap();
    assert_eq!(view.actions[0].id, act.id);
    assert!(view.actions[0].is_open);
}

#[test]
fn what_a_merged_record_shares_links_the_one_that_stands() {
    let (bench, one, two) = bench();
    let three = of(&bench, "gull_three").id;
    assert_eq!(links::links(&bench.session, one).unwrap().total, 0);
    merged(&bench, two, one);
    let linked = links::links(&bench.session, one).unwrap();
    assert_eq!(linked.links[0].account.id, three);
    let back = links::links(&bench.session, three).unwrap();
    assert_eq!((back.total, back.links[0].account.id), (1, one));
}

#[test]
fn a_merge_does_not_touch_notes_written_since_and_both_histories_stay() {
    let (bench, one, two) = bench();
    let done = merged(&bench, two, one);
    let request = NoteRequest {
        account: one,
        text: "since".into(),
    };
    note::note(&bench.session, &request).unwrap();
    assert_eq!(
        rule(note::note(
            &bench.session,
            &NoteRequest {
                account: two,
                text: "none".into()
            }
        )),
        "merged-record"
    );
    merge::take_back(&bench.session, done.id, "They are two.").unwrap();
    let texts = |id| -> Vec<String> {
        let notes = read::read(&bench.session, id).unwrap().notes;
        notes.into_iter().map(|note| note.text).collect()
    };
    assert_eq!(
        (texts(one), texts(two)),
        (
            vec!["since".to_owned(), "first".into()],
            vec!["second".into()]
        )
    );
    for id in [one, two] {
        let history = read::read(&bench.session, id).unwrap().history;
        let whats: Vec<&str> = history.iter().map(|line| line.what.as_str()).collect();
        assert!(
            whats.contains(&"Two records of one account merged"),
            "{whats:?}"
        );
        assert!(
            whats.contains(&"Merge of two records taken back"),
            "{whats:?}"
        );
    }
}
