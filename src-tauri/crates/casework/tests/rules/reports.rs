//! Everything about one account leaves in one step, logged, and what is left out is said.

use crate::sent::Sent;
use breakwater_casework::account::{apart, declare, note, report, role};
use breakwater_casework::audit::entries;
use breakwater_casework::checks::record;
use breakwater_casework::{Error, referral};
use breakwater_model::AccountId;
use breakwater_model::account::NoteRequest;
use breakwater_model::account_report::{
    AccountReportFormat, AccountReportRequest, AccountReportView,
};
use breakwater_model::checks::RecordCheckRequest;
use breakwater_model::network::{DeclarationKind, DeclareRequest};
use breakwater_model::referral::{CheckMethod, Observed, WithdrawRequest};
use breakwater_model::role::{PersonRole, RestsOn, SetRoleRequest};
use serde_json::Value;

fn written(
    sent: &Sent,
    account: AccountId,
    format: AccountReportFormat,
    name: &str,
) -> Result<AccountReportView, Error> {
    let request = AccountReportRequest {
        account,
        format,
        recipient: "Complaints desk".into(),
        purpose: "Complaint 7".into(),
        place: String::new(),
    };
    report::write(sent.desk(), &request, &sent.out(name))
}

fn told(sent: &Sent, account: AccountId) -> Value {
    written(sent, account, AccountReportFormat::Json, "report.json").unwrap();
    let text = std::fs::read_to_string(sent.out("report.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn together(sent: &Sent) {
    let request = DeclareRequest {
        kind: DeclarationKind::Together,
        accounts: sent.accounts[..2].to_vec(),
        from: Vec::new(),
        name: Some("The pier".into()),
        reason: "The same voice answers both.".into(),
    };
    declare::declare(sent.desk(), &request).unwrap();
}

#[test]
fn a_report_holds_every_act_on_the_account_with_who_and_when_and_who_looked() {
    let sent = Sent::of(2);
    let account = sent.accounts[0];
    let request = NoteRequest {
        account,
        text: "A word of mine.".into(),
    };
    note::note(sent.desk(), &request).unwrap();
    let look = RecordCheckRequest {
        account,
        observed: Observed::Live,
        method: CheckMethod::Looked,
        at: None,
        exhibit: None,
    };
    record::record(sent.desk(), &look).unwrap();
    let withdrawal = WithdrawRequest {
        referral: sent.referral,
        account,
        reason: "wrong-account".into(),
        at: None,
    };
    referral::after::withdraw(sent.desk(), &withdrawal).unwrap();
    together(&sent);
    let view = told(&sent, account);
    assert_eq!(view["marking"], "OFFICIAL-SENSITIVE");
    assert_eq!(
        (&view["recipient"], &view["purpose"]),
        (&"Complaints desk".into(), &"Complaint 7".into())
    );
    assert_eq!(view["account"]["notes"][0]["text"], "A word of mine.");
    assert_eq!(view["account"]["assessments"][0]["officer"], "4417");
    assert_eq!(view["sightings"][0]["handle"], "made_up_0");
    assert_eq!(view["checks"][0]["observed"], "live");
    let kinds: Vec<&str> = view["referrals"][0]["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["sent", "withdrawn"]);
    assert!(
        view["referrals"][0]["approved_by"]
            .as_str()
            .unwrap()
            .contains("4418")
    );
    assert_eq!(view["declarations"][0]["others"][0], "@made_up_1 (tiktok)");
    assert!(!view["changes"].as_array().unwrap().is_empty());
    let looks = view["looks"].as_array().unwrap();
    assert!(looks.iter().any(|look| look["officer"] == "4417"));
    let text = view.to_string();
    assert!(
        !text.contains("gomone every night 1"),
        "nothing of another account's texts"
    );
}

#[test]
fn giving_it_out_is_logged_as_disclosure_and_needs_recipient_and_purpose() {
    let sent = Sent::of(1);
    let account = sent.accounts[0];
    let done = written(&sent, account, AccountReportFormat::Pdf, "report.pdf").unwrap();
    assert!(done.pages.unwrap() >= 1);
    assert!(
        std::fs::read(sent.out("report.pdf"))
            .unwrap()
            .starts_with(b"%PDF")
    );
    let mut found = Vec::new();
    entries::since(sent.desk(), done.entry - 1, &mut |entry| {
        found.push((entry.action, entry.operation));
        Ok(())
    })
    .unwrap();
    assert_eq!(found[0].0, "account-reported");
    assert_eq!(found[0].1, breakwater_model::audit::Operation::Disclosure);
    let request = AccountReportRequest {
        account,
        format: AccountReportFormat::Pdf,
        recipient: " ".into(),
        purpose: "Complaint 7".into(),
        place: String::new(),
    };
    let refused = report::write(sent.desk(), &request, &sent.out("none.pdf"));
    assert!(matches!(
        refused,
        Err(Error::Refused {
            rule: "a-disclosure-names-recipient-and-purpose",
            ..
        })
    ));
    assert!(!sent.out("none.pdf").exists());
    let again = told(&sent, account);
    let looks = again["looks"].as_array().unwrap();
    assert!(
        looks
            .iter()
            .any(|look| look["recipient"] == "Complaints desk")
    );
}

#[test]
fn persons_kept_apart_are_counted_and_not_named_until_their_list_is_opened() {
    let sent = Sent::of(2);
    together(&sent);
    let request = SetRoleRequest {
        account: sent.accounts[1],
        role: PersonRole::Victim,
        rests_on: Some(RestsOn::Opinion),
        words: Some("Says so herself.".into()),
    };
    role::set(sent.desk(), &request).unwrap();
    let view = told(&sent, sent.accounts[0]);
    assert!(!view.to_string().contains("made_up_1"));
    let left_out = view["left_out"].as_array().unwrap();
    assert!(
        left_out
            .iter()
            .any(|one| one["count"] == 1 && one["what"].as_str().unwrap().contains("victims"))
    );
    apart::open(sent.desk(), "A complaint about her").unwrap();
    let view = told(&sent, sent.accounts[0]);
    assert_eq!(view["declarations"][0]["others"][0], "@made_up_1 (tiktok)");
    apart::shut(sent.desk());
}
