//! The role of the person behind an account: said apart from what is decided, and what follows from it.

use crate::bench::{Bench, rule};
use breakwater_casework::exchange::{export, import};
use breakwater_casework::{Quiet, account, evidence, paste, referral, review};
use breakwater_model::AccountId;
use breakwater_model::assessment::{
    AccountStatus, ActRequest, ActionKind, Decision, SafeguardingKind,
};
use breakwater_model::bulk::{BulkAct, BulkRequest, CopyCellsRequest};
use breakwater_model::evidence::ExhibitListRequest;
use breakwater_model::exchange::ExportRequest;
use breakwater_model::import::ImportRequest;
use breakwater_model::list::{AccountScope, ListRequest};
use breakwater_model::role::{PersonRole, RestsOn, RoleDoneView, SetRoleRequest};
use breakwater_model::search::SavedViewRequest;

const FILE: &str = "platform,handle,bio\ntiktok,angli.one,Nisje\ntiktok,angli.two,Nisje sonte\n";

fn say(bench: &Bench, account: AccountId, role: PersonRole) -> RoleDoneView {
    let request = SetRoleRequest {
        account,
        role,
        rests_on: Some(RestsOn::Fact),
        words: Some(" told by the coastguard ".into()),
    };
    account::role::set(&bench.session, &request).unwrap()
}

fn attach(bench: &Bench, account: AccountId, file: std::path::PathBuf) {
    let request = evidence::attach::Attach {
        account,
        files: vec![file],
        source_url: None,
        captured_at: None,
        method: None,
        warnings: vec![],
    };
    let done = evidence::attach::attach(&bench.session, &request, &Quiet, &mut |_| {}).unwrap();
    assert!(done[0].exhibit.is_some());
}

/// Two accounts; the first is of a victim.
fn with_victim() -> (Bench, AccountId, AccountId) {
    let bench = Bench::new();
    bench.import(FILE);
    let accounts = bench.accounts();
    let of = |handle: &str| {
        let found = accounts
            .iter()
            .find(|row| row.handle.as_deref() == Some(handle));
        found.unwrap().id
    };
    let (one, two) = (of("angli.one"), of("angli.two"));
    say(&bench, one, PersonRole::Victim);
    (bench, one, two)
}

fn apart(search: &str) -> ListRequest {
    ListRequest {
        scope: AccountScope::KeptApart,
        search: search.into(),
        limit: 50,
        ..ListRequest::default()
    }
}

#[test]
fn a_role_is_unknown_until_an_officer_says_it_and_says_what_it_rests_on() {
    let bench = Bench::new();
    bench.import(FILE);
    let id = bench.one();
    let role = || account::read::read(&bench.session, id).unwrap().role;
    assert_eq!((role().role, role().officer), (PersonRole::Unknown, None));
    bench.decide(id, Decision::NoAction);
    assert_eq!(role().role, PersonRole::Unknown, "a decision says no role");
    say(&bench, id, PersonRole::Witness);
    let said = role();
    assert_eq!(said.role, PersonRole::Witness);
    assert_eq!(said.rests_on, Some(RestsOn::Fact));
    assert_eq!(said.words.as_deref(), Some("told by the coastguard"));
    assert_eq!(said.officer.as_deref(), Some("4417"));
    let view = account::read::read(&bench.session, id).unwrap();
    assert_eq!(
        view.status,
        AccountStatus::NoAction,
        "a role decides nothing"
    );
    assert_eq!(view.assessments.len(), 1);
    let nobody_says = SetRoleRequest {
        account: id,
        role: PersonRole::Suspect,
        rests_on: None,
        words: None,
    };
    account::role::set(&bench.session, &nobody_says).unwrap();
    assert_eq!(role().rests_on, Some(RestsOn::Opinion));
    say(&bench, id, PersonRole::Unknown);
    assert_eq!(role().rests_on, None);
}

#[test]
fn a_role_is_audited_told_in_the_history_and_taken_back() {
    let bench = Bench::new();
    bench.import(FILE);
    let id = bench.one();
    let first = say(&bench, id, PersonRole::Suspect);
    let second = say(&bench, id, PersonRole::Victim);
    assert_eq!(
        say(&bench, id, PersonRole::Victim).set,
        None,
        "it is so already"
    );
    assert_eq!(bench.entries("role-set").len(), 2);
    let history = account::read::read(&bench.session, id).unwrap().history;
    let told = history.iter().find(|line| line.new.is_some()).unwrap();
    assert_eq!(told.old.as_deref(), Some("suspect, by fact"));
    assert_eq!(told.new.as_deref(), Some("victim, by fact"));
    assert!(told.what.starts_with("Role of the person"), "{}", told.what);
    let kept = account::undo::undo(&bench.session, first.set.unwrap()).unwrap();
    assert_eq!(kept.removed, 0, "a later word stands on it");
    account::undo::undo(&bench.session, second.set.unwrap()).unwrap();
    let role = account::read::read(&bench.session, id).unwrap().role;
    assert_eq!(role.role, PersonRole::Suspect);
    assert_eq!(bench.accounts().len(), 2, "and it is in the lists again");
}

#[test]
fn the_list_of_those_kept_apart_opens_with_a_purpose_that_is_logged() {
    let (bench, one, two) = with_victim();
    let session = &bench.session;
    let ids: Vec<AccountId> = bench.accounts().iter().map(|row| row.id).collect();
    assert_eq!(ids, [two]);
    let list = || account::list::list(session, &apart(""));
    assert_eq!(rule(list()), "kept-apart-needs-a-purpose");
    assert_eq!(
        rule(account::list::first(session, &apart(""))),
        "kept-apart-needs-a-purpose"
    );
    assert_eq!(
        rule(account::list::index(session, &apart(""), one)),
        "kept-apart-needs-a-purpose"
    );
    let every = ListRequest {
        scope: AccountScope::Every,
        ..apart("")
    };
    assert_eq!(
        rule(account::list::list(session, &every)),
        "kept-apart-needs-a-purpose"
    );
    let bulk = BulkRequest {
        list: apart(""),
        accounts: vec![],
        except: vec![],
        act: BulkAct::Assign { officer: None },
    };
    assert_eq!(
        rule(account::bulk::bulk(session, &bulk, &Quiet)),
        "kept-apart-needs-a-purpose"
    );
    let view = SavedViewRequest {
        name: "Kept apart".into(),
        list: apart(""),
    };
    breakwater_casework::view::saved::keep(session, vec![view]).unwrap();
    let counted = || breakwater_casework::view::saved::all(session).unwrap()[0].count;
    assert_eq!(counted(), None, "not even how many they are");
    assert_eq!(
        rule(account::apart::open(session, "  ")),
        "kept-apart-needs-a-purpose"
    );
    account::apart::open(session, "Family asked after a child").unwrap();
    let ids: Vec<AccountId> = list().unwrap().rows.iter().map(|row| row.id).collect();
    assert_eq!(ids, [one]);
    assert_eq!(counted(), Some(1));
    let entry = &bench.entries("kept-apart-opened")[0];
    assert_eq!(
        entry.operation,
        breakwater_model::audit::Operation::Consultation
    );
    assert_eq!(entry.texts[0].value, "Family asked after a child");
    account::apart::shut(session);
    assert_eq!(rule(list()), "kept-apart-needs-a-purpose");
}

#[test]
fn an_account_kept_apart_is_known_by_id_by_link_and_to_an_import() {
    let (bench, one, _) = with_victim();
    let session = &bench.session;
    assert_eq!(account::read::read(session, one).unwrap().id, one);
    let links = paste::look_up(session, "https://www.tiktok.com/@angli.one").unwrap();
    let known: Vec<_> = links
        .iter()
        .map(|link| (link.known, link.account))
        .collect();
    assert_eq!(known, [(true, Some(one))]);
    let file = bench.file("again.csv", FILE);
    let preview = import::preview(session, &file, &ImportRequest::default(), &Quiet).unwrap();
    let counts = preview.view().counts;
    assert_eq!((counts.created, counts.unchanged), (0, 2), "{counts:?}");
}

#[test]
fn danger_behind_an_account_kept_apart_stays_on_today() {
    let (bench, one, _) = with_victim();
    let request = ActRequest {
        account: one,
        action: ActionKind::Safeguarding,
        kind: SafeguardingKind::Child,
        told: "Coastguard".into(),
        by: Some("telephone".into()),
        reference: None,
        known: None,
        at: None,
        grading: None,
    };
    review::act::act(&bench.session, &request).unwrap();
    let today = review::today::today(&bench.session).unwrap();
    let section = &today.sections[0];
    assert_eq!(section.key, "safeguarding");
    assert_eq!(section.items[0].account, Some(one));
}

#[test]
fn those_kept_apart_leave_in_an_export_only_where_it_asks_for_them() {
    let (bench, one, two) = with_victim();
    let session = &bench.session;
    let out = |name: &str, request: &ExportRequest| {
        let file = bench.folder.path().join(name);
        let view = export::export(session, request, &file, &Quiet)?;
        Ok((view, std::fs::read_to_string(file).unwrap()))
    };
    let request = Bench::request();
    let ahead = export::ahead(session, &request).unwrap();
    assert_eq!((ahead.accounts, ahead.kept_apart), (1, 1));
    let (view, text) = out("left-out.csv", &request).unwrap();
    assert_eq!((view.rows, view.kept_apart, view.left_out), (1, 0, 1));
    assert!(!text.contains("angli.one") && text.contains("angli.two"));
    let told = bench.entries("accounts-exported");
    assert!(
        told[0]
            .texts
            .iter()
            .any(|text| text.name == "kept apart, left out" && text.value == "1")
    );
    assert!(!told[0].subjects.contains(&one.to_string()));
    let ticked = ExportRequest {
        accounts: vec![one, two],
        ..Bench::request()
    };
    assert_eq!(out("ticked.csv", &ticked).unwrap().0.left_out, 1);
    let with = ExportRequest {
        with_kept_apart: true,
        columns: vec!["handle".into(), "breakwater_role".into()],
        ..Bench::request()
    };
    let (view, text) = out("with.csv", &with).unwrap();
    assert_eq!((view.rows, view.kept_apart, view.left_out), (2, 1, 0));
    assert!(text.contains("angli.one,victim"), "{text}");
    account::apart::open(session, "to hand over").unwrap();
    let only = ExportRequest {
        list: apart(""),
        ..Bench::request()
    };
    let refused = out("only.csv", &only);
    assert_eq!(rule(refused), "kept-apart-is-asked-for");
    let copied = CopyCellsRequest {
        list: apart(""),
        columns: vec!["handle".into()],
    };
    assert_eq!(
        rule(account::cells::copy(session, &copied)),
        "nobody-kept-apart-is-copied"
    );
}

#[test]
fn exhibits_of_those_kept_apart_are_in_the_list_only_while_it_was_opened() {
    let (bench, one, _) = with_victim();
    let session = &bench.session;
    let file = bench.file("profile.txt", "made up");
    attach(&bench, one, file);
    let request = ExhibitListRequest {
        search: String::new(),
        offset: 0,
        limit: 10,
    };
    let list = || evidence::list::list(session, &request).unwrap();
    assert_eq!((list().total, list().left_out), (0, 1));
    account::apart::open(session, "to check an exhibit").unwrap();
    assert_eq!((list().total, list().left_out), (1, 0));
    let view = account::read::read(session, one).unwrap();
    assert_eq!(
        view.exhibits.len(),
        1,
        "the account itself always shows them"
    );
}

#[test]
fn victims_and_children_are_not_referred() {
    let (bench, one, two) = with_victim();
    assert_eq!(
        rule(bench.try_decide(one, Decision::Refer)),
        "victims-and-children-are-not-referred"
    );
    bench.decide(one, Decision::NoAction);
    bench.decide(two, Decision::Refer);
    say(&bench, two, PersonRole::Child);
    assert_eq!(
        rule(bench.draft(two)),
        "victims-and-children-are-not-referred"
    );
    assert_eq!(
        referral::draft::candidates(&bench.session).unwrap().len(),
        0
    );
    say(&bench, two, PersonRole::ThirdParty);
    assert!(bench.draft(two).is_ok(), "a third party may be");
    say(&bench, one, PersonRole::Suspect);
    bench.decide(one, Decision::Refer);
}

#[test]
fn a_draft_says_of_an_item_that_it_is_of_a_victim_or_a_child() {
    let bench = Bench::new();
    bench.import(FILE);
    let id = bench.one();
    bench.decide(id, Decision::Refer);
    let draft = bench.draft(id).unwrap();
    let named = |view: &breakwater_model::referral::ReferralView| {
        let asked = view.requirements.iter();
        asked
            .filter(|one| one.name == "item.1.role")
            .map(|one| one.is_met)
            .collect::<Vec<_>>()
    };
    assert_eq!(named(&draft), [false; 0]);
    say(&bench, id, PersonRole::Victim);
    let draft = referral::read::read(&bench.session, draft.id).unwrap();
    assert_eq!(named(&draft), [false]);
}
