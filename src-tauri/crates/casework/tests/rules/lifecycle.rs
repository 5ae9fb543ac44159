//! From the draft to the platform's answer: two pairs of eyes, and no way around them.

use crate::bench::{Bench, rule};
use breakwater_casework::case::{officer, open};
use breakwater_casework::evidence::attach::{self, Attach};
use breakwater_casework::exchange::import;
use breakwater_casework::{Error, Quiet, Session, evidence, lexicon, referral};
use breakwater_model::assessment::{ActRequest, ActionKind, Decision, SafeguardingKind};
use breakwater_model::case::{InviteRequest, OfficerRequest, Role};
use breakwater_model::evidence::{ExhibitView, StopRequest};
use breakwater_model::referral::{
    AskFirstAnswer, AskFirstRequest, CheckMethod, CheckRequest, DraftReferralRequest,
    EditReferralRequest, Observed, OutcomeRequest, PlatformDecision, ReferralFormat, ReferralState,
    ReferralView, SentRequest, TellUser, WithdrawRequest,
};
use breakwater_model::register::RegisterList;
use breakwater_model::{AccountId, ReferralId};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::PathBuf;
use tempfile::TempDir;

const FIRST: &str = "harbour lantern nine quiet gulls";
const SECOND: &str = "seven slate roofs under morning fog";

/// A case with two officers, of whom one is at the desk.
struct Two {
    session: Option<Session>,
    folder: TempDir,
    accounts: Vec<AccountId>,
}

impl Two {
    /// The first officer is at the desk; so many accounts are decided refer.
    fn new(accounts: usize) -> Self {
        let bench = Bench::new();
        let mut text = String::from("platform,handle,bio\n");
        for number in 0..accounts {
            writeln!(text, "tiktok,made_up_{number},gomone every night {number}").unwrap();
        }
        bench.import(&text);
        let accounts: Vec<AccountId> = bench.accounts().iter().map(|row| row.id).collect();
        for account in &accounts {
            bench.decide(*account, Decision::Refer);
        }
        let own = OfficerRequest {
            email: Some("first@unit.example".into()),
            ..OfficerRequest::default()
        };
        officer::set(&bench.session, &own).unwrap();
        let invitation = bench.folder.path().join("invitation");
        let request = InviteRequest {
            name: "Robin Quillfeather".into(),
            number: "NCA-4418".into(),
            role: Role::Officer,
            recovery_key: None,
        };
        officer::invite(&bench.session, &request, &invitation).unwrap();
        let Bench { session, folder } = bench;
        session.lock().unwrap();
        let folders = breakwater_machine::Folders::under(folder.path());
        let host = breakwater_machine::host(&folders);
        let place = folder.path().join("a.case");
        officer::join(&host, &place, &invitation, SECOND)
            .unwrap()
            .lock()
            .unwrap();
        let mut two = Self {
            session: None,
            folder,
            accounts,
        };
        two.sits_down(FIRST);
        two
    }

    fn sits_down(&mut self, passphrase: &str) {
        if let Some(session) = self.session.take() {
            session.lock().unwrap();
        }
        let folders = breakwater_machine::Folders::under(self.folder.path());
        let host = breakwater_machine::host(&folders);
        let place = self.folder.path().join("a.case");
        self.session = Some(open::open(&host, &place, passphrase, None).unwrap());
    }

    fn desk(&self) -> &Session {
        self.session.as_ref().unwrap()
    }

    /// A draft of one account that lacks nothing.
    fn ready(&self, account: AccountId) -> ReferralId {
        self.ready_of(&[account])
    }

    /// A draft of these accounts that lacks nothing.
    fn ready_of(&self, accounts: &[AccountId]) -> ReferralId {
        let request = DraftReferralRequest {
            platform: breakwater_model::platform::Platform("tiktok".into()),
            accounts: accounts.to_vec(),
            policy: None,
            law: None,
            route: None,
            summary: Some("Sells crossings.".into()),
            seen_live: Some(self.desk().host().now()),
        };
        let view = referral::draft::draft(self.desk(), &request).unwrap();
        let mut last = edit(self.desk(), view.id, "good_faith", "yes").unwrap();
        for (number, item) in (1..).zip(&view.items) {
            let field = format!("item.{number}.address");
            let handle = item.handle.as_deref().unwrap();
            let address = format!("https://www.tiktok.com/@{handle}");
            last = edit(self.desk(), view.id, &field, &address).unwrap();
        }
        let missing: Vec<_> = last.requirements.iter().filter(|one| !one.is_met).collect();
        assert!(last.is_ready, "{missing:?}");
        view.id
    }

    fn view(&self, id: ReferralId) -> ReferralView {
        referral::read::read(self.desk(), id).unwrap()
    }

    fn out(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

fn edit(
    session: &Session,
    id: ReferralId,
    field: &str,
    value: &str,
) -> Result<ReferralView, Error> {
    let request = EditReferralRequest {
        referral: id,
        item: None,
        field: field.into(),
        value: value.into(),
    };
    referral::edit::edit(session, &request)
}

fn attach(two: &Two, account: AccountId) -> ExhibitView {
    let file = two.out("advert.txt");
    std::fs::write(&file, "an advert in words").unwrap();
    let request = Attach {
        account,
        files: vec![file],
        source_url: None,
        captured_at: None,
        method: None,
        warnings: vec![],
    };
    let mut attached = attach::attach(two.desk(), &request, &Quiet, &mut |_| {}).unwrap();
    attached.remove(0).exhibit.unwrap()
}

/// Opens every item, then signs.
fn approve(session: &Session, id: ReferralId) -> Result<ReferralView, Error> {
    for item in referral::read::read(session, id)?.items {
        referral::look::item(session, id, item.id)?;
    }
    referral::approve::approve(session, id)
}

fn sent(session: &Session, id: ReferralId) -> Result<ReferralView, Error> {
    let request = SentRequest {
        referral: id,
        reference: "TT-1".into(),
        channel: "portal".into(),
        at: None,
    };
    referral::after::sent(session, &request)
}

fn outcome(
    session: &Session,
    id: ReferralId,
    account: AccountId,
    decision: PlatformDecision,
) -> Result<ReferralView, Error> {
    let request = OutcomeRequest {
        referral: id,
        account,
        decision,
        at: None,
        reason: String::new(),
    };
    referral::after::outcome(session, &request)
}

#[test]
fn nobody_approves_what_they_drafted_and_a_draft_says_so() {
    let two = Two::new(1);
    let id = two.ready(two.accounts[0]);
    let draft = two.out("draft.txt");
    let told = referral::export::export(two.desk(), id, ReferralFormat::Txt, &draft).unwrap();
    assert!(told.draft);
    assert!(
        std::fs::read_to_string(&draft)
            .unwrap()
            .contains("NOT APPROVED")
    );

    assert_eq!(rule(sent(two.desk(), id)), "only-approved-are-sent");
    assert_eq!(rule(approve(two.desk(), id)), "only-submitted-are-approved");
    let view = referral::submit::submit(two.desk(), id).unwrap();
    assert_eq!(
        (view.state, view.can_approve),
        (ReferralState::Submitted, false)
    );
    assert_eq!(rule(approve(two.desk(), id)), "drafter-is-not-approver");
    assert_eq!(
        rule(referral::export::text(two.desk(), id)),
        "approved-text-only"
    );
}

#[test]
fn what_was_approved_leaves_byte_for_byte() {
    let mut two = Two::new(1);
    let one = two.accounts[0];
    let exhibit = attach(&two, one);
    let id = two.ready(one);
    edit(two.desk(), id, "item.1.exhibits", &exhibit.number).unwrap();
    referral::submit::submit(two.desk(), id).unwrap();
    two.sits_down(SECOND);
    let opened = referral::approve::open(two.desk(), id).unwrap();
    assert!(opened.can_approve);
    let sealed = opened.submission.unwrap().sealed;
    assert!(
        sealed
            .iter()
            .any(|sealed| sealed.format == ReferralFormat::Txt)
    );
    let view = approve(two.desk(), id).unwrap();
    assert_eq!(view.state, ReferralState::Approved);
    assert_eq!(
        view.submission.unwrap().approved_by.as_deref(),
        Some("Robin Quillfeather, NCA-4418")
    );

    two.sits_down(FIRST);
    let out = two.out("approved.txt");
    let told = referral::export::export(two.desk(), id, ReferralFormat::Txt, &out).unwrap();
    let bytes = std::fs::read_to_string(&out).unwrap();
    assert!(!told.draft && !bytes.contains("NOT APPROVED"));
    assert!(sealed.iter().any(|sealed| sealed.sha256 == told.sha256));
    assert_eq!(referral::export::text(two.desk(), id).unwrap(), bytes);
    // The exhibits are in what was signed, and leave as long as none of them is stopped.
    let packed = |name: &str| {
        let out = two.out(name);
        referral::export::export(two.desk(), id, ReferralFormat::Zip, &out)
    };
    let told = packed("approved.zip").unwrap();
    assert!(sealed.iter().any(|sealed| sealed.sha256 == told.sha256));
    let zip = std::fs::File::open(two.out("approved.zip")).unwrap();
    assert_eq!(zip::ZipArchive::new(zip).unwrap().len(), 3);
    let stop = StopRequest {
        exhibit: exhibit.id,
        reason: "Looks illegal.".into(),
    };
    evidence::stop::stop(two.desk(), &stop).unwrap();
    assert_eq!(rule(packed("stopped.zip")), "stopped-illegal-image");
}

#[test]
fn what_was_sent_stays_and_is_decided() {
    let mut two = Two::new(2);
    let (one, other) = (two.accounts[0], two.accounts[1]);
    let id = two.ready(one);
    referral::submit::submit(two.desk(), id).unwrap();
    two.sits_down(SECOND);
    approve(two.desk(), id).unwrap();
    let view = sent(two.desk(), id).unwrap();
    assert_eq!(view.state, ReferralState::Sent);
    assert_eq!(
        rule(edit(two.desk(), id, "summary", "Other.")),
        "sent-stays-as-it-was-sent"
    );
    assert!(matches!(
        outcome(two.desk(), id, other, PlatformDecision::Removed),
        Err(Error::Invalid(_))
    ));
    let view = outcome(two.desk(), id, one, PlatformDecision::MoreAsked).unwrap();
    assert_eq!(view.state, ReferralState::Sent);
    let of_bands = |session: &Session| {
        let bands = lexicon::calibration(session).unwrap().bands;
        let decided = bands.into_iter().map(|one| one.decided);
        decided.fold((0, 0), |(gone, stays), one| {
            (gone + one.gone, stays + one.left_standing)
        })
    };
    assert_eq!(of_bands(two.desk()), (0, 0));
    let view = outcome(two.desk(), id, one, PlatformDecision::Removed).unwrap();
    assert_eq!(of_bands(two.desk()), (1, 0));
    assert_eq!(view.state, ReferralState::Closed);
    let kinds: Vec<_> = view.items[0]
        .events
        .iter()
        .map(|event| event.kind.as_str())
        .collect();
    assert_eq!(kinds, ["sent", "decided", "decided"]);
}

#[test]
fn nobody_signs_what_they_have_not_opened() {
    let mut two = Two::new(1);
    let id = two.ready(two.accounts[0]);
    let item = two.view(id).items[0].id;
    // Whoever drafted it may look, too; that opens nothing.
    assert!(
        !referral::look::item(two.desk(), id, item)
            .unwrap()
            .is_recorded
    );
    referral::submit::submit(two.desk(), id).unwrap();
    assert!(
        !referral::look::item(two.desk(), id, item)
            .unwrap()
            .is_recorded
    );
    two.sits_down(SECOND);
    let unread = referral::approve::approve(two.desk(), id).unwrap_err();
    match unread {
        Error::Refused { rule, missing, .. } => {
            assert_eq!((rule, missing.len()), ("every-item-was-opened", 1));
        }
        other => panic!("{other:?}"),
    }
    let shown = referral::look::item(two.desk(), id, item).unwrap();
    assert!(shown.is_recorded && shown.answers.iter().all(|line| line.answer.is_some()));
    assert_eq!(two.view(id).submission.unwrap().opened, [item]);
    referral::submit::give_back(two.desk(), id, "Quote the price.").unwrap();
    two.sits_down(FIRST);
    edit(two.desk(), id, "item.1.why", "Offer for £3,000.").unwrap();
    referral::submit::submit(two.desk(), id).unwrap();
    two.sits_down(SECOND);
    assert_eq!(
        rule(referral::approve::approve(two.desk(), id)),
        "every-item-was-opened",
        "another version was not opened yet"
    );
    let since = two.view(id).submission.unwrap().since.unwrap();
    assert_eq!(since.reason.as_deref(), Some("Quote the price."));
    let fields: Vec<&str> = since.changes.iter().map(|one| one.field.as_str()).collect();
    assert_eq!(fields, ["why"]);
    approve(two.desk(), id).unwrap();
}

#[test]
fn a_second_officer_holds_one_item_back_and_signs_the_rest() {
    let mut two = Two::new(2);
    let id = two.ready_of(&two.accounts);
    referral::submit::submit(two.desk(), id).unwrap();
    let items: Vec<_> = two.view(id).items.iter().map(|item| item.id).collect();
    assert_eq!(
        rule(referral::take_out::take_out(
            two.desk(),
            id,
            items[1],
            "Doubtful."
        )),
        "drafter-is-not-approver"
    );
    two.sits_down(SECOND);
    assert!(matches!(
        referral::take_out::take_out(two.desk(), id, items[1], " "),
        Err(Error::Invalid(_))
    ));
    referral::look::item(two.desk(), id, items[0]).unwrap();
    let view = referral::take_out::take_out(two.desk(), id, items[1], "Doubtful.").unwrap();
    let submission = view.submission.clone().unwrap();
    assert_eq!(
        (view.state, view.items.len()),
        (ReferralState::Submitted, 1)
    );
    assert_eq!((submission.number, submission.opened), (2, vec![items[0]]));
    assert_eq!(
        rule(referral::take_out::take_out(
            two.desk(),
            id,
            items[0],
            "Doubtful."
        )),
        "a-referral-has-an-item"
    );
    let view = referral::approve::approve(two.desk(), id).unwrap();
    assert_eq!(view.state, ReferralState::Approved);
    assert_eq!(
        referral::read::list(two.desk(), None).unwrap()[0].submitted_by,
        Some("Test officer, 4417".into())
    );
}

#[test]
fn an_acknowledgement_and_a_slip_of_the_hand() {
    let mut two = Two::new(1);
    let account = two.accounts[0];
    let id = two.ready(account);
    referral::submit::submit(two.desk(), id).unwrap();
    two.sits_down(SECOND);
    approve(two.desk(), id).unwrap();
    sent(two.desk(), id).unwrap();
    let received = breakwater_model::referral::AcknowledgeRequest {
        referral: id,
        reference: "TT-2".into(),
        at: None,
    };
    let view = referral::after::acknowledge(two.desk(), &received).unwrap();
    assert_eq!(view.state, ReferralState::Sent);
    let row = || referral::read::list(two.desk(), None).unwrap().remove(0);
    assert_eq!(
        (row().reference.as_deref(), row().answered),
        (Some("TT-2"), 0)
    );
    outcome(two.desk(), id, account, PlatformDecision::Removed).unwrap();
    assert_eq!((row().state, row().answered), (ReferralState::Closed, 1));
    let view = referral::after::take_back_outcome(two.desk(), id, account).unwrap();
    assert_eq!(view.state, ReferralState::Sent);
    assert_eq!(row().answered, 0);
    assert_eq!(
        rule(referral::after::take_back_outcome(two.desk(), id, account)),
        "only-own-words-are-taken-back"
    );
    outcome(two.desk(), id, account, PlatformDecision::Declined).unwrap();
    two.sits_down(FIRST);
    assert_eq!(
        rule(referral::after::take_back_outcome(two.desk(), id, account)),
        "only-own-words-are-taken-back",
        "another officer entered it"
    );
}

#[test]
fn what_was_refused_is_referred_again_with_a_new_ground_and_linked() {
    let mut two = Two::new(1);
    let account = two.accounts[0];
    let id = two.ready(account);
    referral::submit::submit(two.desk(), id).unwrap();
    two.sits_down(SECOND);
    approve(two.desk(), id).unwrap();
    sent(two.desk(), id).unwrap();
    let request = anew(account);
    assert_eq!(
        rule(referral::draft::draft(two.desk(), &request)),
        "in-one-draft-only",
        "no answer yet"
    );
    outcome(two.desk(), id, account, PlatformDecision::Removed).unwrap();
    assert_eq!(
        rule(referral::draft::draft(two.desk(), &request)),
        "in-one-draft-only",
        "it is gone"
    );
    outcome(two.desk(), id, account, PlatformDecision::Declined).unwrap();
    let again = referral::draft::draft(two.desk(), &request).unwrap();
    let earlier = &again.items[0].earlier;
    assert_eq!((earlier.len(), earlier[0].referral), (1, id));
    assert_eq!(
        earlier[0].answer.as_ref().map(|event| event.value.as_str()),
        Some("declined")
    );
    assert_eq!(ground(&again), Some(false));
    let view = edit(two.desk(), again.id, "law", "ia-1971-s25").unwrap();
    assert_eq!(ground(&view), Some(true), "another law is a ground");
    edit(two.desk(), again.id, "law", "").unwrap();
    let view = edit(
        two.desk(),
        again.id,
        "item.1.new_ground",
        "Names a price, too.",
    )
    .unwrap();
    assert_eq!(ground(&view), Some(true));
    assert_eq!(view.items[0].why, "Names a price, too.");
    assert_eq!(ground(&two.view(id)), None, "the first is not asked");
}

fn anew(account: AccountId) -> DraftReferralRequest {
    DraftReferralRequest {
        platform: breakwater_model::platform::Platform("tiktok".into()),
        accounts: vec![account],
        policy: None,
        law: None,
        route: None,
        summary: None,
        seen_live: None,
    }
}

/// True if the first item has a ground not refused before; `None` if nobody asks.
fn ground(view: &ReferralView) -> Option<bool> {
    let mut asked = view.requirements.iter();
    let of_ground = asked.find(|one| one.name == "item.1.new_ground");
    of_ground.map(|one| one.is_met)
}

#[test]
fn what_is_live_again_after_it_was_taken_down_is_referred_again() {
    let mut two = Two::new(1);
    let account = two.accounts[0];
    let id = two.ready(account);
    referral::submit::submit(two.desk(), id).unwrap();
    two.sits_down(SECOND);
    approve(two.desk(), id).unwrap();
    sent(two.desk(), id).unwrap();
    let see_live = || {
        let request = CheckRequest {
            account,
            observed: Observed::Live,
            method: CheckMethod::Looked,
            at: None,
        };
        referral::check::check(two.desk(), &request).unwrap();
    };
    let draft = || referral::draft::draft(two.desk(), &anew(account));
    outcome(two.desk(), id, account, PlatformDecision::MoreAsked).unwrap();
    see_live();
    assert_eq!(rule(draft()), "in-one-draft-only", "it has not answered");
    outcome(two.desk(), id, account, PlatformDecision::Removed).unwrap();
    assert_eq!(rule(draft()), "in-one-draft-only", "seen before that only");
    see_live();
    let list = "key_or_url,list,owner,reference,referred_at,note\nhttps://www.tiktok.com/@made_up_0,already-referred,Desk 4,TT-9,2026-03-03,by mail\n";
    register(&two, list);
    let back = draft().unwrap();
    let [hit] = &back.items[0].already_referred[..] else {
        panic!("{:?}", back.items[0].already_referred);
    };
    assert_eq!(hit.owner.as_deref(), Some("Desk 4"));
    assert_eq!(
        hit.note.as_deref(),
        Some("reference TT-9; referred 2026-03-03; by mail")
    );
    assert!(draft().unwrap_err().to_string().contains("R-002"));
    assert_eq!(back.items[0].earlier[0].referral, id);
    assert_eq!(ground(&back), Some(true));
}

#[test]
fn any_edit_after_approval_voids_it() {
    let mut two = Two::new(1);
    let id = two.ready(two.accounts[0]);
    referral::submit::submit(two.desk(), id).unwrap();
    two.sits_down(SECOND);
    approve(two.desk(), id).unwrap();
    let view = edit(two.desk(), id, "summary", "Sells crossings by night.").unwrap();
    assert_eq!(view.state, ReferralState::Draft);
    assert_eq!(view.submission.unwrap().approved_by, None);
    assert_eq!(rule(sent(two.desk(), id)), "only-approved-are-sent");
    referral::submit::submit(two.desk(), id).unwrap();
    // Who changed it drafted it, too.
    assert_eq!(rule(approve(two.desk(), id)), "drafter-is-not-approver");
}

fn protect(two: &Two) {
    let rows = "key_or_url,list,owner\nhttps://www.tiktok.com/@made_up_0,protected,Newsroom\n";
    register(two, rows);
}

fn register(two: &Two, rows: &str) {
    let file = two.out("register.csv");
    std::fs::write(&file, rows).unwrap();
    let preview = breakwater_casework::register::take::preview(
        two.desk(),
        &file,
        &breakwater_model::register::RegisterFileRequest::default(),
        &breakwater_casework::Quiet,
    )
    .unwrap();
    breakwater_casework::register::take::commit(two.desk(), &preview).unwrap();
}

/// A file says something else of the first account.
fn say_otherwise(two: &Two) {
    let file = two.out("later.csv");
    std::fs::write(
        &file,
        "platform,handle,bio\ntiktok,made_up_0,I report news\n",
    )
    .unwrap();
    let quiet = breakwater_casework::Quiet;
    let request = breakwater_model::import::ImportRequest::default();
    let preview = import::preview(two.desk(), &file, &request, &quiet).unwrap();
    import::commit(two.desk(), &preview, &quiet).unwrap();
}

#[test]
fn what_may_no_longer_be_referred_does_not_leave_once_it_was_approved() {
    let change: [fn(&Two); 2] = [protect, say_otherwise];
    for change in change {
        let mut two = Two::new(1);
        let id = two.ready(two.accounts[0]);
        referral::submit::submit(two.desk(), id).unwrap();
        two.sits_down(SECOND);
        approve(two.desk(), id).unwrap();
        let out = two.out("out.txt");
        let export = || referral::export::export(two.desk(), id, ReferralFormat::Txt, &out);
        export().unwrap();
        std::fs::remove_file(&out).unwrap();
        let logged = two.view(id).requirements.iter().all(|asked| asked.is_met);
        assert!(logged);
        change(&two);
        assert_eq!(rule(export()), "approved-items-may-still-be-referred");
        assert_eq!(
            rule(referral::export::text(two.desk(), id)),
            "approved-items-may-still-be-referred"
        );
        assert!(!out.exists(), "nothing is written");
        // What had gone before is entered all the same, and what was sent can be read again.
        sent(two.desk(), id).unwrap();
        export().unwrap();
    }
}

#[test]
fn an_older_go_does_not_outrank_a_later_hold() {
    let two = Two::new(1);
    let id = two.ready(two.accounts[0]);
    let now = two.desk().host().now();
    let ask = |answer, before: i64| {
        let request = AskFirstRequest {
            referral: id,
            item: None,
            desk: "Investigations".into(),
            answer,
            reference: "D-7".into(),
            at: Some(now.plus_ms(-before)),
        };
        referral::ask::ask_first(two.desk(), &request)
            .unwrap()
            .is_ready
    };
    assert!(!ask(AskFirstAnswer::Hold, 60_000));
    assert!(!ask(AskFirstAnswer::Go, 3_600_000), "it was given before");
    assert!(ask(AskFirstAnswer::Go, 0));
}

#[test]
fn nothing_is_said_of_an_item_before_it_was_sent_and_it_is_withdrawn_once() {
    let mut two = Two::new(1);
    let account = two.accounts[0];
    let id = two.ready(account);
    referral::submit::submit(two.desk(), id).unwrap();
    two.sits_down(SECOND);
    approve(two.desk(), id).unwrap();
    sent(two.desk(), id).unwrap();
    let before = Some(two.desk().host().now().plus_ms(-3_600_000));
    let decided = OutcomeRequest {
        referral: id,
        account,
        decision: PlatformDecision::Removed,
        at: before,
        reason: String::new(),
    };
    assert_eq!(
        rule(referral::after::outcome(two.desk(), &decided)),
        "after-it-was-sent"
    );
    let mut withdrawn = WithdrawRequest {
        referral: id,
        account,
        reason: "not-an-offer".into(),
        at: before,
    };
    assert_eq!(
        rule(referral::after::withdraw(two.desk(), &withdrawn)),
        "after-it-was-sent"
    );
    withdrawn.at = None;
    referral::after::withdraw(two.desk(), &withdrawn).unwrap();
    assert_eq!(
        rule(referral::after::withdraw(two.desk(), &withdrawn)),
        "withdrawn-once"
    );
}

#[test]
fn numbers_in_the_words_equal_the_items_when_one_is_taken_out_too() {
    let mut two = Two::new(2);
    let id = two.ready_of(&two.accounts);
    let said = |words: &str| edit(two.desk(), id, "summary", words).unwrap().is_ready;
    assert!(!said("All three accounts sell crossings."));
    assert!(said(
        "Both of the two accounts sell crossings; one account names a price."
    ));
    referral::submit::submit(two.desk(), id).unwrap();
    let item = two.view(id).items[1].id;
    two.sits_down(SECOND);
    let out = referral::take_out::take_out(two.desk(), id, item, "not seen");
    assert_eq!(rule(out), "numbers-equal-the-items");
    assert_eq!(two.view(id).items.len(), 2, "nothing is half done");
}

#[test]
fn what_came_on_the_protected_register_since_is_not_approved() {
    let mut two = Two::new(1);
    let id = two.ready(two.accounts[0]);
    referral::submit::submit(two.desk(), id).unwrap();
    two.sits_down(SECOND);
    protect(&two);
    assert_eq!(rule(approve(two.desk(), id)), "not-ready");
    referral::discard::discard(two.desk(), id, "protected").unwrap();
    let why = to_draft(&two);
    assert!(why.starts_with("on the protected register"), "{why}");
}

/// Why the one account that is decided refer and in no draft stands on Today.
fn to_draft(two: &Two) -> String {
    let view = breakwater_casework::review::today::today(two.desk()).unwrap();
    let counts = breakwater_casework::case::describe::counts(two.desk()).unwrap();
    let mut sections = view.sections.into_iter();
    let section = sections.find(|one| one.key == "to-draft").unwrap();
    assert_eq!((section.total, counts.to_draft), (1, 1));
    let listed = referral::draft::candidates(two.desk()).unwrap();
    assert_eq!(listed[0].accounts.len(), 1);
    section.items[0].why.clone()
}

#[test]
fn a_desk_that_says_hold_keeps_it_and_go_lets_it_pass() {
    let two = Two::new(1);
    let id = two.ready(two.accounts[0]);
    referral::submit::submit(two.desk(), id).unwrap();
    let ask = |answer| {
        let request = AskFirstRequest {
            referral: id,
            item: None,
            desk: "Investigations".into(),
            answer,
            reference: "D-7".into(),
            at: None,
        };
        referral::ask::ask_first(two.desk(), &request).unwrap()
    };
    let held = ask(AskFirstAnswer::Hold);
    assert_eq!((held.state, held.is_ready), (ReferralState::Draft, false));
    assert_eq!(rule(referral::submit::submit(two.desk(), id)), "not-ready");
    assert!(ask(AskFirstAnswer::Go).is_ready);
    ask(AskFirstAnswer::Refuse);
    referral::discard::discard(two.desk(), id, "refused").unwrap();
    assert!(to_draft(&two).starts_with("Investigations answered refuse, D-7"));
}

#[test]
fn an_address_that_leads_to_somebody_else_is_missing() {
    let two = Two::new(1);
    let id = two.ready(two.accounts[0]);
    let own = two.view(id).items[0].address.clone().unwrap();
    let form = Some("https://www.tiktok.com/@made_up_0".to_owned());
    assert_eq!(two.view(id).items[0].canonical, form);
    let other = "https://m.tiktok.com/@Made_Up_0/";
    let view = edit(two.desk(), id, "item.1.address", other).unwrap();
    assert_eq!(view.items[0].address.as_deref(), Some(other));
    assert!(view.is_ready, "{:?}", view.items[0].canonical);
    let form = view.items[0].canonical.as_deref().unwrap();
    assert!(
        form.eq_ignore_ascii_case("https://www.tiktok.com/@made_up_0"),
        "{form}"
    );
    for other in [
        "https://www.tiktok.com/@somebody.else",
        "https://www.instagram.com/made_up_0",
        "hxxps://www[.]tiktok[.]com/@made_up_0",
    ] {
        let view = edit(two.desk(), id, "item.1.address", other).unwrap();
        let missing: Vec<_> = view.requirements.iter().filter(|one| !one.is_met).collect();
        assert_eq!(missing.len(), 1, "{missing:?}");
        assert_eq!(missing[0].name, "item.1.address");
    }
    assert!(
        edit(two.desk(), id, "item.1.address", &own)
            .unwrap()
            .is_ready
    );
}

#[test]
fn each_owner_a_register_names_answers_for_its_own_entry() {
    let two = Two::new(2);
    let id = two.ready_of(&two.accounts);
    let of = |number: usize, owner: &str| {
        format!("https://www.tiktok.com/@made_up_{number},ask-first,{owner}\n")
    };
    let rows = [of(0, "Heron team"), of(1, "Gull team")].concat();
    register(&two, &format!("key_or_url,list,owner\n{rows}"));
    let ask = |desk: &str| {
        let request = AskFirstRequest {
            referral: id,
            item: None,
            desk: desk.into(),
            answer: AskFirstAnswer::Go,
            reference: "D-7".into(),
            at: None,
        };
        referral::ask::ask_first(two.desk(), &request).unwrap()
    };
    assert!(!two.view(id).is_ready);
    let view = ask("heron Team");
    let asked = view
        .requirements
        .iter()
        .find(|one| one.name == "ask_first")
        .unwrap();
    assert!(
        !asked.is_met && asked.detail.contains("ask Gull team"),
        "{}",
        asked.detail
    );
    assert!(ask("Gull team").is_ready);
}

#[test]
fn a_desk_answers_on_one_item_and_it_counts_for_that_one() {
    let two = Two::new(2);
    let id = two.ready_of(&two.accounts);
    let items: Vec<_> = two.view(id).items.iter().map(|item| item.id).collect();
    let ask = |item, answer| {
        let request = AskFirstRequest {
            referral: id,
            item,
            desk: "Investigations".into(),
            answer,
            reference: "D-7".into(),
            at: None,
        };
        referral::ask::ask_first(two.desk(), &request).unwrap()
    };
    assert!(!ask(Some(items[1]), AskFirstAnswer::Hold).is_ready);
    // Another item's go is not this one's.
    assert!(!ask(Some(items[0]), AskFirstAnswer::Go).is_ready);
    let view = ask(Some(items[1]), AskFirstAnswer::Go);
    assert!(view.is_ready);
    let of: Vec<_> = view.asked.iter().map(|one| one.item).collect();
    assert_eq!(of, [Some(items[0]), Some(items[1])]);
    // An item that is out takes its hold with it.
    assert!(!ask(Some(items[1]), AskFirstAnswer::Hold).is_ready);
    let view = referral::discard::remove_item(two.desk(), id, items[1], "Held.").unwrap();
    assert!(view.is_ready);
}

#[test]
fn what_is_returned_says_why_and_can_be_submitted_again() {
    let mut two = Two::new(1);
    let id = two.ready(two.accounts[0]);
    referral::submit::submit(two.desk(), id).unwrap();
    two.sits_down(SECOND);
    assert!(matches!(
        referral::submit::give_back(two.desk(), id, " "),
        Err(Error::Invalid(_))
    ));
    let view = referral::submit::give_back(two.desk(), id, "The translation is missing.").unwrap();
    assert_eq!(view.state, ReferralState::Draft);
    assert_eq!(
        view.submission.unwrap().return_reason.as_deref(),
        Some("The translation is missing.")
    );
    two.sits_down(FIRST);
    let view = referral::submit::submit(two.desk(), id).unwrap();
    let submission = view.submission.unwrap();
    assert_eq!((submission.number, submission.return_reason), (2, None));
}

#[test]
fn a_wrong_referral_is_withdrawn_and_protected_from_then_on() {
    let mut two = Two::new(1);
    let account = two.accounts[0];
    let id = two.ready(account);
    referral::submit::submit(two.desk(), id).unwrap();
    two.sits_down(SECOND);
    approve(two.desk(), id).unwrap();
    sent(two.desk(), id).unwrap();
    let mut request = WithdrawRequest {
        referral: id,
        account,
        reason: "because".into(),
        at: None,
    };
    assert!(matches!(
        referral::after::withdraw(two.desk(), &request),
        Err(Error::Invalid(_))
    ));
    request.reason = "not-an-offer".into();
    let view = referral::after::withdraw(two.desk(), &request).unwrap();
    assert_eq!(view.state, ReferralState::Closed);
    // Withdrawn outranks whatever is said later.
    let view = outcome(two.desk(), id, account, PlatformDecision::MoreAsked).unwrap();
    assert_eq!(view.state, ReferralState::Closed);
    let hits = breakwater_casework::register::hits::hits(two.desk(), &[account]).unwrap();
    assert!(
        hits[0]
            .hits
            .iter()
            .any(|hit| hit.list == RegisterList::Protected)
    );
}

/// Intelligence was given to a service.
fn told(two: &Two, account: AccountId) {
    let request = ActRequest {
        account,
        action: ActionKind::Intelligence,
        kind: SafeguardingKind::Other,
        told: "Human Trafficking Unit".into(),
        by: None,
        reference: Some("INT-77123".into()),
        known: Some("A van, driven by Kowalczyk from Gravelines.".into()),
        at: None,
        grading: Some("2BP".into()),
    };
    breakwater_casework::review::act::act(two.desk(), &request).unwrap();
}

/// A field, what is written into it, and what is missing for it.
const LEAKS: [(&str, &str, &str); 16] = [
    ("summary", "Found in Test sweep last week.", "leak.summary"),
    (
        "summary",
        "He says he lives above the bakery.",
        "leak.summary",
    ),
    ("summary", "Told by a heron near Dover.", "leak.summary"),
    ("summary", "Quillfeather has seen it.", "leak.summary"),
    ("summary", "Asked for by NCA-4418.", "leak.summary"),
    ("summary", "Asked for by n c a / 4418.", "leak.summary"),
    (
        "summary",
        "Not https://tiktok.com/@Marsh.Gazette",
        "leak.summary",
    ),
    ("from", "Team of Robin Quillfeather", "leak.from"),
    (
        "tell_user_reason",
        "It would end Test sweep.",
        "leak.tell_user_reason",
    ),
    ("law_elements", "As INT 77123 says.", "leak.law_elements"),
    ("summary", "Kowalczyk sells crossings.", "leak.summary"),
    ("summary", "See INT 77123.", "leak.summary"),
    (
        "summary",
        "The Human Trafficking Unit knows.",
        "leak.summary",
    ),
    ("item.1.place", "Test sweep", "leak.item.1.place"),
    (
        "item.1.translation_by",
        "R. Quillfeather",
        "leak.item.1.translation_by",
    ),
    (
        "item.1.why",
        "Reached under 07700900417 as told.",
        "leak.item.1.why",
    ),
];

#[test]
fn nothing_of_the_case_stands_in_what_the_user_may_see() {
    let two = Two::new(1);
    let account = two.accounts[0];
    let rows = "key_or_url,list,owner\nhttps://www.tiktok.com/@marsh.gazette,protected,Newsroom\n";
    register(&two, rows);
    told(&two, account);
    let note = breakwater_model::account::NoteRequest {
        account,
        text: "Source BLUE HERON says he lives above the bakery, call 07700900417".into(),
    };
    breakwater_casework::account::note::note(two.desk(), &note).unwrap();
    let id = two.ready(account);
    for (field, text, place) in LEAKS {
        let view = edit(two.desk(), id, field, text).unwrap();
        let told: Vec<_> = view.requirements.iter().filter(|one| !one.is_met).collect();
        assert!(told.iter().any(|one| one.name == place), "{text}: {told:?}");
        let quoted = |one: &&&breakwater_model::referral::RequirementView| {
            one.name == place && one.detail.starts_with('“') && one.detail.contains("” comes from ")
        };
        assert!(told.iter().any(|one| quoted(&one)), "{told:?}");
        assert_eq!(rule(referral::submit::submit(two.desk(), id)), "not-ready");
        // Words of everybody are none, though a service that was told is called so.
        edit(two.desk(), id, field, "Human trafficking.").unwrap();
    }
    let request = breakwater_model::template::TemplateRequest {
        name: "heading".into(),
        text: "Test sweep, to {{ platform }}".into(),
    };
    breakwater_casework::template::set(two.desk(), &request).unwrap();
    assert_eq!(missing(&two.view(id)), ["leak.template"]);
    breakwater_casework::template::reset(two.desk(), "heading").unwrap();
    referral::submit::submit(two.desk(), id).unwrap();
}

/// Names of what is missing.
fn missing(view: &ReferralView) -> Vec<&str> {
    let open = view.requirements.iter().filter(|one| !one.is_met);
    open.map(|one| one.name.as_str()).collect()
}

#[test]
fn whether_the_user_is_told_is_answered_with_a_reason_and_a_law_is_thought_through() {
    let two = Two::new(1);
    let id = two.ready(two.accounts[0]);
    let set = |field: &str, value: &str| edit(two.desk(), id, field, value).unwrap();
    let view = two.view(id);
    assert_eq!(
        (view.tell_user.answer, view.tell_user.is_usual),
        (TellUser::No, true)
    );
    assert!(!view.tell_user.reason.is_empty() && view.is_ready);

    assert_eq!(missing(&set("tell_user", "yes")), ["tell_user_reason"]);
    assert!(edit(two.desk(), id, "tell_user", "perhaps").is_err());
    assert!(set("tell_user_reason", "The account is a rented one.").is_ready);

    assert!(
        set("law", "bsai-2025-s17").is_ready,
        "one's own terms rest on no law"
    );
    let notes = ["law_elements", "law_reach", "law_defence", "law_decided_by"];
    let legal = set("route", "legal-request");
    let of_law = |view| -> Vec<String> {
        let all = missing(view).into_iter();
        all.filter(|name| name.starts_with("law"))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(of_law(&legal), notes);
    for field in notes {
        set(field, &format!("Said of {field}."));
    }
    assert!(of_law(&two.view(id)).is_empty());
    assert!(set("route", "voluntary").is_ready);
    referral::submit::submit(two.desk(), id).unwrap();

    let text = two.out("notice.txt");
    referral::export::export(two.desk(), id, ReferralFormat::Txt, &text).unwrap();
    let text = std::fs::read_to_string(&text).unwrap();
    for said in [
        "you may. The account is a rented one.",
        "Said of law_elements.",
        "Said of law_defence.",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("law_decided_by"), "who decided stays here");

    // Another route has its own usual answer, once the officer's is taken back.
    set("law", "");
    set("tell_user", "");
    let view = set("tell_user_reason", "");
    assert!(view.tell_user.is_usual && view.state == ReferralState::Draft);
    let view = set("route", "dsa-notice");
    assert_eq!(
        (view.tell_user.answer, view.tell_user.is_usual),
        (TellUser::Yes, true)
    );
}

#[test]
fn a_submission_whose_template_was_changed_is_returned_before_it_is_signed() {
    let mut two = Two::new(1);
    let id = two.ready(two.accounts[0]);
    referral::submit::submit(two.desk(), id).unwrap();
    let request = breakwater_model::template::TemplateRequest {
        name: "heading".into(),
        text: "A notice to {{ platform }}".into(),
    };
    breakwater_casework::template::set(two.desk(), &request).unwrap();
    two.sits_down(SECOND);
    assert_eq!(rule(approve(two.desk(), id)), "changed-since-submitted");
    breakwater_casework::template::reset(two.desk(), "heading").unwrap();
    approve(two.desk(), id).unwrap();
}

/// One act somebody may try.
#[derive(Debug, Clone, Copy)]
enum Act {
    Submit,
    Approve,
    Return,
    Edit,
    Hold,
    Go,
    Sent,
    Decide,
    Withdraw,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        3 => Just(Act::Submit),
        3 => Just(Act::Approve),
        1 => Just(Act::Return),
        1 => Just(Act::Edit),
        1 => Just(Act::Hold),
        1 => Just(Act::Go),
        2 => Just(Act::Sent),
        2 => Just(Act::Decide),
        1 => Just(Act::Withdraw),
    ]
}

fn try_act(two: &Two, id: ReferralId, account: AccountId, act: Act, number: usize) {
    let session = two.desk();
    let ask = |answer| AskFirstRequest {
        referral: id,
        item: None,
        desk: "Desk".into(),
        answer,
        reference: "D".into(),
        at: None,
    };
    let done = match act {
        Act::Submit => referral::submit::submit(session, id),
        Act::Approve => approve(session, id),
        Act::Return => referral::submit::give_back(session, id, "Read it again."),
        Act::Edit => edit(
            session,
            id,
            "summary",
            &format!("Sells crossings, {number}."),
        ),
        Act::Hold => referral::ask::ask_first(session, &ask(AskFirstAnswer::Hold)),
        Act::Go => referral::ask::ask_first(session, &ask(AskFirstAnswer::Go)),
        Act::Sent => sent(session, id),
        Act::Decide => outcome(session, id, account, PlatformDecision::Declined),
        Act::Withdraw => referral::after::withdraw(
            session,
            &WithdrawRequest {
                referral: id,
                account,
                reason: "duplicate".into(),
                at: None,
            },
        ),
    };
    assert!(
        matches!(done, Ok(_) | Err(Error::Refused { .. })),
        "{act:?}: {done:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, ..ProptestConfig::default() })]

    #[test]
    fn no_path_leads_past_the_second_officer(
        paths in prop::collection::vec(prop::collection::vec(prop::collection::vec(act(), 0..5), 3), 5),
    ) {
        let mut two = Two::new(paths.len());
        let drafts: Vec<ReferralId> = two.accounts.iter().map(|account| two.ready(*account)).collect();
        for (turn, who) in [FIRST, SECOND, FIRST].into_iter().enumerate() {
            two.sits_down(who);
            for ((id, account), path) in drafts.iter().zip(&two.accounts).zip(&paths) {
                for (number, act) in path[turn].iter().enumerate() {
                    let before = two.view(*id).state;
                    try_act(&two, *id, *account, *act, turn * 10 + number);
                    let view = two.view(*id);
                    let submission = view.submission.clone();
                    let approved_by = submission.as_ref().and_then(|one| one.approved_by.clone());
                    match view.state {
                        ReferralState::Draft | ReferralState::Submitted => prop_assert_eq!(approved_by, None),
                        // Only the second officer has not drafted it.
                        _ => prop_assert_eq!(approved_by.as_deref(), Some("Robin Quillfeather, NCA-4418")),
                    }
                    let is_step = matches!(
                        (before, view.state),
                        (ReferralState::Draft, ReferralState::Submitted)
                            | (ReferralState::Submitted, ReferralState::Approved | ReferralState::Draft)
                            | (ReferralState::Approved, ReferralState::Sent | ReferralState::Draft)
                            | (ReferralState::Sent, ReferralState::Closed)
                    );
                    prop_assert!(before == view.state || is_step, "{:?} to {:?}", before, view.state);
                    let is_out = matches!(view.state, ReferralState::Sent | ReferralState::Closed);
                    let was_sent = view.items[0].events.iter().any(|event| event.kind == "sent");
                    prop_assert_eq!(is_out, was_sent);
                }
            }
        }
    }
}
