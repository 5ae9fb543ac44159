//! The kept rows of what became of referred items, and the history in memory, against the events themselves.

use crate::sent::Sent;
use breakwater_casefile::history;
use breakwater_casework::account::undo;
use breakwater_casework::checks::record;
use breakwater_casework::exchange::import;
use breakwater_casework::outcomes::take;
use breakwater_casework::retention::erase;
use breakwater_casework::{Error, Quiet, account, audit, referral};
use breakwater_model::audit::ItemFault;
use breakwater_model::checks::RecordCheckRequest;
use breakwater_model::erasure::{Ground, ProposeErasureRequest};
use breakwater_model::import::ImportRequest;
use breakwater_model::merge::MergeRequest;
use breakwater_model::outcomes::OutcomesFileRequest;
use breakwater_model::platform::Platform;
use breakwater_model::referral::{
    CheckMethod, DraftReferralRequest, Observed, OutcomeRequest, PlatformDecision, WithdrawRequest,
};
use breakwater_model::{BatchId, MergeId, SetId, WorldTime};
use proptest::prelude::*;

/// Something an officer does; the numbers choose of whom, and what.
#[derive(Debug, Clone, Copy)]
enum Act {
    See(usize, Observed),
    Decide(usize, PlatformDecision),
    /// The same, dated by day alone.
    DecideToday(usize, PlatformDecision),
    TakeBackDecision(usize),
    Withdraw(usize),
    History(usize, u8),
    Speaks(usize, bool),
    Merge(usize, usize),
    TakeBackMerge(usize),
    UndoImport(usize),
    Undo(usize),
    /// A draft of a referral is made and discarded: its referral and its items are retracted.
    Discard(usize),
    /// A post comes in; taking its file back retracts it.
    Post(usize),
    Erase(usize),
    Wait,
}

/// Accounts in the referral; one more was not sent.
const ITEMS: usize = 3;

fn act() -> impl Strategy<Value = Act> {
    let who = 0..=ITEMS;
    let seen = prop::sample::select(vec![Observed::Live, Observed::Offline, Observed::Renamed]);
    let decided = prop::sample::select(vec![
        PlatformDecision::Removed,
        PlatformDecision::Declined,
        PlatformDecision::MoreAsked,
    ]);
    prop_oneof![
        (who.clone(), seen).prop_map(|(who, what)| Act::See(who, what)),
        (who.clone(), decided.clone()).prop_map(|(who, what)| Act::Decide(who, what)),
        (who.clone(), decided).prop_map(|(who, what)| Act::DecideToday(who, what)),
        who.clone().prop_map(Act::TakeBackDecision),
        who.clone().prop_map(Act::Withdraw),
        (who.clone(), 0..4_u8).prop_map(|(who, what)| Act::History(who, what)),
        (who.clone(), any::<bool>()).prop_map(|(who, what)| Act::Speaks(who, what)),
        (who.clone(), who.clone()).prop_map(|(one, other)| Act::Merge(one, other)),
        any::<usize>().prop_map(Act::TakeBackMerge),
        any::<usize>().prop_map(Act::UndoImport),
        any::<usize>().prop_map(Act::Undo),
        who.clone().prop_map(Act::Discard),
        who.clone().prop_map(Act::Post),
        who.prop_map(Act::Erase),
        Just(Act::Wait),
    ]
}

/// What can be taken back later.
#[derive(Default)]
struct Done {
    sets: Vec<SetId>,
    batches: Vec<BatchId>,
    merges: Vec<MergeId>,
}

fn choose<T: Copy>(all: &[T], which: usize) -> Option<T> {
    all.get(which % all.len().max(1)).copied()
}

/// Does it; what is refused or makes no sense changes nothing.
fn run(sent: &mut Sent, done: &mut Done, act: Act) {
    if let Act::Erase(who) = act {
        let _ = erase_one(sent, who);
        return;
    }
    let sent = &*sent;
    let desk = sent.desk();
    match act {
        Act::See(who, observed) => {
            let request = RecordCheckRequest {
                account: sent.accounts[who],
                observed,
                method: CheckMethod::Looked,
                at: None,
                exhibit: None,
            };
            let seen = record::record(desk, &request);
            done.sets.extend(seen.map(|seen| seen.set));
        }
        Act::History(who, what) => history_file(sent, done, who, what),
        Act::Speaks(who, is_albanian) => {
            let language = if is_albanian { "sq" } else { "fr" };
            let text = format!("platform,handle,language\ntiktok,made_up_{who},{language}\n");
            let file = sent.file("again.csv", &text);
            let preview = import::preview(desk, &file, &ImportRequest::default(), &Quiet).unwrap();
            let result = import::commit(desk, &preview, &Quiet).unwrap();
            done.batches.extend(result.batch);
        }
        Act::Merge(one, other) => {
            let request = MergeRequest {
                account: sent.accounts[one],
                into: sent.accounts[other],
                reason: "One person.".into(),
            };
            let merged = account::merge::merge(desk, &request);
            done.merges.extend(merged.map(|merged| merged.id));
        }
        Act::Discard(who) => {
            let _ = discard_one(sent, who);
        }
        Act::Post(who) => post_file(sent, done, who),
        Act::Wait => sent.wait(24),
        Act::Decide(..) | Act::DecideToday(..) | Act::TakeBackDecision(_) | Act::Withdraw(_) => {
            decide(sent, act);
        }
        _ => take_back(sent, done, act),
    }
}

/// What the platform decides of an item of the referral, and what the unit takes back of it.
fn decide(sent: &Sent, act: Act) {
    let desk = sent.desk();
    match act {
        Act::Decide(who, decision) => {
            let _ = referral::after::outcome(desk, &decided(sent, who, decision));
        }
        Act::DecideToday(who, decision) => {
            let request = decided(sent, who, decision);
            let _ = referral::after::outcome_dated(desk, &request, &today(sent));
        }
        Act::TakeBackDecision(who) => {
            let _ = referral::after::take_back_outcome(desk, sent.referral, sent.accounts[who]);
        }
        Act::Withdraw(who) => {
            let request = WithdrawRequest {
                referral: sent.referral,
                account: sent.accounts[who],
                reason: "duplicate".into(),
                at: None,
            };
            let _ = referral::after::withdraw(desk, &request);
        }
        _ => {}
    }
}

/// A decision on an item, as it is entered.
pub(crate) fn decided(sent: &Sent, who: usize, decision: PlatformDecision) -> OutcomeRequest {
    OutcomeRequest {
        referral: sent.referral,
        account: sent.accounts[who],
        decision,
        at: None,
        reason: String::new(),
    }
}

/// This day, without a time.
pub(crate) fn today(sent: &Sent) -> WorldTime {
    let now = sent.desk().host().now().to_string();
    breakwater_text::date::read(&now[..10]).unwrap()
}

/// Takes something back that was done before.
fn take_back(sent: &Sent, done: &Done, act: Act) {
    let desk = sent.desk();
    match act {
        Act::TakeBackMerge(which) => {
            if let Some(merge) = choose(&done.merges, which) {
                let _ = account::merge::take_back(desk, merge, "They are two.");
            }
        }
        Act::UndoImport(which) => {
            if let Some(batch) = choose(&done.batches, which) {
                let _ = undo::undo_import(desk, batch, "wrong file", &Quiet);
            }
        }
        Act::Undo(which) => {
            if let Some(set) = choose(&done.sets, which) {
                let _ = undo::undo(desk, set);
            }
        }
        _ => {}
    }
}

/// One officer proposes the erasure and another confirms it; the first sits down again.
fn erase_one(sent: &mut Sent, who: usize) -> Result<(), Error> {
    let request = ProposeErasureRequest {
        account: sent.accounts[who],
        ground: Ground::Request,
        reason: "Asked for in writing.".into(),
    };
    let proposed = erase::propose(sent.desk(), &request)?;
    sent.second();
    let done = erase::confirm(sent.desk(), proposed.id).map(drop);
    sent.first();
    done
}

fn discard_one(sent: &Sent, who: usize) -> Result<(), Error> {
    let request = DraftReferralRequest {
        platform: Platform("tiktok".into()),
        accounts: vec![sent.accounts[who]],
        policy: None,
        law: None,
        route: None,
        summary: None,
        seen_live: None,
    };
    let draft = referral::draft::draft(sent.desk(), &request)?;
    referral::discard::discard(sent.desk(), draft.id, "Not now.")
}

fn post_file(sent: &Sent, done: &mut Done, who: usize) {
    let url = format!("https://www.tiktok.com/@made_up_{who}/video/712345678901234567{who}");
    let text =
        format!("platform,handle,post url,post text\ntiktok,made_up_{who},{url},gomone tonight\n");
    let file = sent.file("posts.csv", &text);
    let preview = import::preview(sent.desk(), &file, &ImportRequest::default(), &Quiet).unwrap();
    let result = import::commit(sent.desk(), &preview, &Quiet).unwrap();
    done.batches.extend(result.batch);
}

/// History of a known account, of one nobody knows, of a post, or an answer to what was sent.
fn history_file(sent: &Sent, done: &mut Done, who: usize, what: u8) {
    let row = match what {
        0 => format!("tiktok,made_up_{who},account,2025-03-01,R{who},removed,2025-03-04,"),
        1 => format!("x,made_up_new_{who},account,2025-04-01,N{who},declined,2025-04-02,"),
        2 => format!(
            "tiktok,https://www.tiktok.com/@made_up_{who}/video/712345678901234567{who},post,2025-05-01,P{who},,,"
        ),
        _ => format!("tiktok,made_up_{who},account,,TT-1,removed,2026-11-20,"),
    };
    let text =
        format!("platform,account,unit,referred_at,reference,decision,decided_at,reason\n{row}\n");
    let file = sent.file("outcomes.csv", &text);
    let request = OutcomesFileRequest::default();
    let preview = take::preview(sent.desk(), &file, &request, &Quiet).unwrap();
    if let Ok(result) = take::commit(sent.desk(), &preview, &Quiet) {
        done.batches.extend(result.batch);
    }
}

fn check(sent: &Sent) -> history::Told {
    let kept = history::told(sent.desk()).unwrap();
    let events = sent.desk().read(history::from_events).unwrap();
    assert_eq!(*kept, events, "in memory");
    let rows = sent.desk().read(history::from_rows).unwrap();
    assert_eq!(rows, events, "in the case");
    events
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn figures_from_kept_rows_equal_figures_from_events(acts in prop::collection::vec(act(), 30)) {
        let mut sent = Sent::of(ITEMS);
        let mut done = Done::default();
        let mut before = check(&sent);
        prop_assert_eq!(before.subjects.len(), ITEMS);
        let mut changed = 0;
        for act in acts {
            run(&mut sent, &mut done, act);
            let after = check(&sent);
            changed += usize::from(after != before);
            before = after;
        }
        prop_assert!(changed > 0, "nothing that was done told of an item");
    }
}

/// What a random order of acts may not come to: each of these is done, and held against the events.
#[test]
fn an_erasure_and_what_is_retracted_leave_kept_rows_as_the_events_say() {
    let mut sent = Sent::of(ITEMS);
    let mut done = Done::default();
    let sent_items = check(&sent);
    post_file(&sent, &mut done, 1);
    check(&sent);
    let batch = *done.batches.last().unwrap();
    let taken_back = undo::undo_import(sent.desk(), batch, "wrong file", &Quiet).unwrap();
    assert!(taken_back.removed > 0, "the post is retracted");
    assert_eq!(check(&sent).subjects, sent_items.subjects);
    discard_one(&sent, ITEMS).unwrap();
    assert_eq!(check(&sent).subjects, sent_items.subjects);
    for who in 0..ITEMS {
        decide(&sent, Act::Decide(who, PlatformDecision::Removed));
    }
    let before = check(&sent);
    erase_one(&mut sent, 0).unwrap();
    let after = check(&sent);
    assert_eq!(
        after.history.len(),
        before.history.len(),
        "figures keep what they rest on"
    );
    let verified = audit::verify::verify_open(sent.desk(), true, &Quiet).unwrap();
    assert_eq!(verified.items.unwrap().differing, 0);
}

#[test]
#[allow(
    clippy::redundant_closure_for_method_calls,
    reason = "the door takes a deriver of any lifetime"
)]
fn emptied_rows_are_worked_out_again_when_the_case_opens() {
    let mut sent = Sent::of(2);
    history_file(&sent, &mut Done::default(), 2, 1);
    let known = check(&sent);
    sent.desk()
        .derive(|deriver| deriver.empty_item_history())
        .unwrap();
    let found = audit::verify::verify_open(sent.desk(), false, &Quiet).unwrap();
    let items = found.items.unwrap();
    assert!(found.is_damaged);
    assert_eq!((items.checked, items.differing), (3, 3));
    assert!(
        items
            .faults
            .iter()
            .all(|one| one.fault == ItemFault::Missing)
    );
    sent.first();
    assert_eq!(check(&sent), known);
    let found = audit::verify::verify_open(sent.desk(), false, &Quiet).unwrap();
    assert!(!found.is_damaged, "{found:?}");
}

#[test]
#[allow(
    clippy::redundant_closure_for_method_calls,
    reason = "the door takes a deriver of any lifetime"
)]
fn rows_that_are_not_what_the_events_say_are_told_by_item_and_made_again() {
    let sent = Sent::of(ITEMS);
    let known = check(&sent);
    sent.desk()
        .derive(|deriver| deriver.mix_item_history())
        .unwrap();
    let found = audit::verify::verify_open(sent.desk(), false, &Quiet).unwrap();
    let items = found.items.unwrap();
    let told: Vec<_> = items
        .faults
        .iter()
        .map(|one| (one.account, one.item, one.fault))
        .collect();
    let (first, last) = (sent.accounts[0], sent.accounts[ITEMS - 1]);
    let differs = [
        (first, 1, ItemFault::Differs),
        (last, 1, ItemFault::Missing),
    ];
    assert_eq!(told, differs);
    let made = audit::verify::work_items_out(sent.desk(), &Quiet).unwrap();
    assert_eq!(made as usize, ITEMS);
    assert_eq!(check(&sent), known);
}

#[test]
#[allow(
    clippy::redundant_closure_for_method_calls,
    reason = "the door takes a deriver of any lifetime"
)]
fn rows_that_do_not_read_are_read_from_the_events() {
    let sent = Sent::of(1);
    let known = history::told(sent.desk()).unwrap();
    sent.desk()
        .derive(|deriver| deriver.spoil_item_history())
        .unwrap();
    let rows = sent.desk().read(history::from_rows).unwrap();
    assert_eq!(rows, *known);
    let found = audit::verify::verify_open(sent.desk(), false, &Quiet).unwrap();
    let faults = found.items.unwrap().faults;
    assert_eq!(faults[0].fault, ItemFault::Unreadable);
}
