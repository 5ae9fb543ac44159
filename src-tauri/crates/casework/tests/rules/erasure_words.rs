//! An erasure takes words that hang on an account without naming it, leaves what is of others, and once it is done it
//! does not fail.

use crate::bench::rule;
use crate::erasure::{leftovers, propose, request};
use crate::sent::Sent;
use breakwater_casefile::table::declaration;
use breakwater_casework::account::{declare, undo};
use breakwater_casework::evidence::{attach, export};
use breakwater_casework::exchange::import;
use breakwater_casework::lexicon;
use breakwater_casework::retention::{due, erase};
use breakwater_casework::{Quiet, account, audit, referral, review};
use breakwater_model::AccountId;
use breakwater_model::assessment::{Answer, DecideRequest, Decision, NoActionReason};
use breakwater_model::erasure::{ErasureDoneView, Ground, ProposeErasureRequest};
use breakwater_model::import::ImportRequest;
use breakwater_model::list::{AccountScope, ListRequest};
use breakwater_model::network::{DeclarationKind, DeclareRequest};
use breakwater_model::platform::Platform;
use breakwater_model::referral::{
    AskFirstAnswer, AskFirstRequest, DraftReferralRequest, ReferralView,
};

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

fn take_in(sent: &Sent, name: &str, text: &str) {
    let file = sent.file(name, text);
    let preview = import::preview(sent.desk(), &file, &ImportRequest::default(), &Quiet).unwrap();
    import::commit(sent.desk(), &preview, &Quiet).unwrap();
}

fn id_of(sent: &Sent, label: &str) -> AccountId {
    let asked = ListRequest {
        scope: AccountScope::All,
        limit: 100,
        ..ListRequest::default()
    };
    let rows = account::list::list(sent.desk(), &asked).unwrap().rows;
    rows.iter().find(|row| row.label == label).unwrap().id
}

fn decide(sent: &Sent, account: AccountId, decision: Decision) {
    let lines = review::exclusions::exclusions().into_iter();
    let request = DecideRequest {
        account,
        decision,
        reason: "Offers a crossing for a price.".into(),
        no_action_reason: Some(NoActionReason::News),
        answers: lines.map(|line| (line.name, Answer::No)).collect(),
        review_by: None,
        grading: None,
    };
    review::decide::decide(sent.desk(), &request).unwrap();
}

fn draft(sent: &Sent, accounts: &[AccountId]) -> ReferralView {
    let request = DraftReferralRequest {
        platform: Platform("tiktok".into()),
        accounts: accounts.to_vec(),
        policy: None,
        law: None,
        route: None,
        summary: Some("Sells crossings.".into()),
        seen_live: Some(sent.desk().host().now()),
    };
    referral::draft::draft(sent.desk(), &request).unwrap()
}

/// A desk answers on an item, or on the whole.
fn asked(sent: &Sent, of: &ReferralView, item: Option<usize>, reference: &str) {
    let request = AskFirstRequest {
        referral: of.id,
        item: item.map(|place| of.items[place].id),
        desk: "Desk 3".into(),
        answer: AskFirstAnswer::Go,
        reference: reference.into(),
        at: None,
    };
    referral::ask::ask_first(sent.desk(), &request).unwrap();
}

#[test]
fn no_word_of_the_log_is_left_that_tells_of_its_exhibits_or_of_a_referral_it_is_alone_in() {
    let mut sent = Sent::of(1);
    let free = sent.accounts[1];
    let attached = attach::Attach {
        account: free,
        files: vec![sent.file("page.txt", "a page")],
        source_url: None,
        captured_at: None,
        method: None,
        warnings: vec![],
    };
    let shown = attach::attach(sent.desk(), &attached, &Quiet, &mut |_| {}).unwrap();
    let exhibit = shown[0].exhibit.as_ref().unwrap().id;
    let out = sent.out("page.out");
    let (desk, purpose) = ("plantedword desk", "plantedword's trial");
    export::export(sent.desk(), exhibit, &out, desk, purpose, &Quiet).unwrap();
    let alone = draft(&sent, &[free]);
    asked(&sent, &alone, None, "plantedword/7");
    let why = "plantedword was let go";
    referral::discard::discard(sent.desk(), alone.id, why).unwrap();
    let before = planted(&sent);
    assert!(
        before
            .iter()
            .filter(|one| one.starts_with("audit_text."))
            .count()
            >= 4,
        "{before:?}"
    );
    erased(&mut sent, free);
    assert_eq!(planted(&sent), Vec::<String>::new());
    let view = audit::verify::verify_open(sent.desk(), true, &Quiet).unwrap();
    assert!(!view.is_damaged, "{view:?}");
}

#[test]
fn what_a_desk_answered_on_its_item_goes_and_what_it_answered_on_another_stays() {
    let mut sent = Sent::of(1);
    take_in(
        &sent,
        "two.csv",
        "platform,handle,bio\ntiktok,quay_a,gomone\ntiktok,quay_b,gomone\n",
    );
    let pair = ["@quay_a", "@quay_b"].map(|label| id_of(&sent, label));
    for account in pair {
        decide(&sent, account, Decision::Refer);
    }
    let shared = draft(&sent, &pair);
    let own = shared
        .items
        .iter()
        .position(|item| item.account == pair[0])
        .unwrap();
    asked(&sent, &shared, Some(own), "plantedword/8");
    asked(&sent, &shared, Some(1 - own), "others/9");
    asked(&sent, &shared, None, "whole/10");
    assert!(!planted(&sent).is_empty());
    erased(&mut sent, pair[0]);
    assert_eq!(planted(&sent), Vec::<String>::new());
    let view = referral::read::read(sent.desk(), shared.id).unwrap();
    let told: Vec<&str> = view
        .asked
        .iter()
        .map(|one| one.reference.as_str())
        .collect();
    assert!(
        told.contains(&"others/9") && told.contains(&"whole/10"),
        "{told:?}"
    );
}

#[test]
fn the_name_of_a_file_goes_with_the_only_account_it_told_of_and_where_it_names_one() {
    let mut sent = Sent::of(1);
    take_in(
        &sent,
        "plantedword.csv",
        "platform,handle,bio\ntiktok,quay_a,gomone\n",
    );
    take_in(
        &sent,
        "plantedword_quay_a_and_more.csv",
        "platform,handle,bio\ntiktok,quay_a,gomone now\ntiktok,quay_b,gomone\n",
    );
    take_in(
        &sent,
        "others.csv",
        "platform,handle,bio\ntiktok,quay_a,gome\ntiktok,quay_c,gomone\n",
    );
    let files = |sent: &Sent| -> Vec<String> {
        let (all, _) = sent
            .desk()
            .read(|reader| breakwater_casefile::table::batch::window(reader, 0, 3))
            .unwrap();
        all.into_iter().map(|one| one.file_name).collect()
    };
    let account = id_of(&sent, "@quay_a");
    let done = erased(&mut sent, account);
    assert_eq!(files(&sent), ["others.csv", "", ""]);
    assert_eq!(planted(&sent), Vec::<String>::new());
    let names = done.counts.iter().find(|one| one.kind == "file-names");
    assert_eq!(names.unwrap().count, 2);
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

#[test]
fn an_erasure_that_is_done_is_told_as_done_whatever_follows_it() {
    let mut sent = Sent::of(1);
    let row = propose(&sent, sent.accounts[1]).unwrap();
    sent.second();
    let head = sent.out("a.case/audit.head");
    std::fs::remove_file(&head).unwrap();
    std::fs::create_dir_all(head.join("in the way")).unwrap();
    let done = sent.desk().snapshot(|reader| {
        // Somebody reads while it is erased: the log of the database cannot be emptied.
        declaration::standing(reader)?;
        erase::confirm(sent.desk(), row.id)
    });
    let done = done.unwrap();
    assert_eq!(done.row.certificate, Some(1));
    assert!(done.row.label.is_empty(), "{}", done.row.label);
    assert_eq!(done.row, erase::read(sent.desk(), row.id).unwrap());
    assert_eq!(done.warnings.len(), 2, "{:?}", done.warnings);
    assert!(done.warnings[0].contains("log of a database"));
    assert!(done.warnings[1].contains("not signed beside the case"));
    std::fs::remove_dir_all(&head).unwrap();
    sent.desk().write_head().unwrap();
    assert_eq!(
        rule(account::read::read(sent.desk(), sent.accounts[1])),
        "an-erased-account-is-gone"
    );
}

#[test]
fn an_erasure_as_a_rule_leaves_nothing_to_warn_of() {
    let mut sent = Sent::of(1);
    let free = sent.accounts[1];
    assert_eq!(erased(&mut sent, free).warnings, Vec::<String>::new());
}

#[test]
fn a_period_that_does_not_hold_any_more_is_refused_at_the_confirmation() {
    let mut sent = Sent::of(1);
    let free = sent.accounts[1];
    decide(&sent, free, Decision::NoAction);
    let expired = ProposeErasureRequest {
        ground: Ground::Retention,
        ..request(free)
    };
    let early = erase::propose(sent.desk(), &expired);
    assert_eq!(rule(early), "retention-has-not-expired");
    sent.wait(24 * 100);
    assert_eq!(due::due(sent.desk()).unwrap().total, 1);
    let row = erase::propose(sent.desk(), &expired).unwrap();
    lexicon::set_no_action_days(sent.desk(), 365).unwrap();
    sent.second();
    let shown = erase::read(sent.desk(), row.id).unwrap();
    assert!(!shown.can_confirm && shown.stands.len() == 1, "{shown:?}");
    assert_eq!(
        rule(erase::confirm(sent.desk(), row.id)),
        "retention-has-not-expired"
    );
    lexicon::set_no_action_days(sent.desk(), 90).unwrap();
    assert!(erase::confirm(sent.desk(), row.id).is_ok());
}
