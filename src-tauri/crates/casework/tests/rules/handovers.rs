//! A hand-over is one frozen page under two signatures of two officers.

use crate::sent::{HOUR, Sent};
use breakwater_casework::audit::entries;
use breakwater_casework::review::{promise, today};
use breakwater_casework::{Error, handover};
use breakwater_model::promise::{PromiseOn, PromiseRequest};

fn promised(sent: &Sent) {
    let due = sent.desk().host().now().plus_ms(10 * 24 * HOUR).to_string();
    let request = PromiseRequest {
        account: sent.accounts[0],
        on: PromiseOn::Referral {
            referral: sent.referral,
        },
        who: "Trust team".into(),
        what: "an answer".into(),
        due: due[..10].to_owned(),
    };
    promise::promise(sent.desk(), &request).unwrap();
}

#[test]
fn a_hand_over_freezes_today_and_the_promises_and_another_officer_signs_the_same_bytes() {
    let mut sent = Sent::of(2);
    promised(&sent);
    sent.wait(60);
    let shown = today::today(sent.desk()).unwrap();
    let given = handover::give(sent.desk(), "Mind the two re-checks.").unwrap();
    assert_eq!(given.row.number, 1);
    assert!(given.row.is_signed && !given.row.can_accept && !given.row.is_accepted);
    let totals: Vec<(String, u32)> = shown
        .sections
        .iter()
        .map(|one| (one.key.clone(), one.total))
        .collect();
    let frozen: Vec<(String, u32)> = given
        .page
        .sections
        .iter()
        .map(|one| (one.key.clone(), one.total))
        .collect();
    assert_eq!(totals, frozen);
    assert_eq!(given.page.promises.len(), 1);
    let refused = handover::accept(sent.desk(), given.row.id);
    assert!(matches!(
        refused,
        Err(Error::Refused {
            rule: "a-hand-over-is-taken-by-another",
            ..
        })
    ));
    sent.second();
    let waits = today::today(sent.desk()).unwrap();
    let section = waits.sections.iter().find(|one| one.key == "handover");
    assert_eq!(section.unwrap().items[0].handover, Some(given.row.id));
    let taken = handover::accept(sent.desk(), given.row.id).unwrap();
    assert!(taken.row.is_signed && taken.row.is_accepted);
    assert_eq!((&taken.page, &taken.sha256), (&given.page, &given.sha256));
    assert!(taken.row.accepted_by.as_ref().unwrap().contains("4418"));
    assert!(handover::accept(sent.desk(), given.row.id).is_err(), "once");
    let again = handover::give(sent.desk(), "").unwrap();
    assert_eq!(again.row.number, 2);
    let all = handover::list(sent.desk()).unwrap();
    let numbers: Vec<u32> = all.iter().map(|one| one.number).collect();
    assert_eq!(numbers, [2, 1]);
}

#[test]
fn giving_taking_and_printing_are_logged_and_the_print_is_marked() {
    let mut sent = Sent::of(1);
    let given = handover::give(sent.desk(), "Quiet night.").unwrap();
    let out = sent.out("handover.pdf");
    let printed = handover::print::print(sent.desk(), given.row.id, &out).unwrap();
    assert!(printed.pages >= 1);
    assert!(std::fs::read(&out).unwrap().starts_with(b"%PDF"));
    sent.second();
    handover::accept(sent.desk(), given.row.id).unwrap();
    let mut log = Vec::new();
    entries::since(sent.desk(), 0, &mut |entry| {
        log.push(entry.action);
        Ok(())
    })
    .unwrap();
    for action in ["handed-over", "hand-over-printed", "hand-over-accepted"] {
        assert!(log.iter().any(|one| one == action), "{action}");
    }
    sent.first();
    let within = sent.out("a.case").join("page.pdf");
    assert!(handover::print::print(sent.desk(), given.row.id, &within).is_err());
}
