//! Nothing is erased by itself; what two officers agree to erase is gone, and figures stay what they were.

use crate::bench::rule;
use crate::sent::{HOUR, Sent};
use breakwater_casework::evidence::attach;
use breakwater_casework::outcomes::take;
use breakwater_casework::referral::letter::{approve, discard, give_back, prepare, way};
use breakwater_casework::retention::{certificate, due, erase, hold, print};
use breakwater_casework::statistics::{freeze, rows, stats};
use breakwater_casework::supervision;
use breakwater_casework::{
    Error, Quiet, account, audit, exchange::import, handover, referral, review,
};
use breakwater_model::AccountId;
use breakwater_model::account::{NoteRequest, TranslateRequest, TranslationStatus};
use breakwater_model::assessment::{ActRequest, ActionKind, SafeguardingKind};
use breakwater_model::audit::AuditRequest;
use breakwater_model::erasure::{
    ErasureRow, ErasureState, Ground, ProposeErasureRequest, ReleaseHoldRequest, SetHoldRequest,
};
use breakwater_model::figure_rows::{FigureCount, FigureRowsRequest};
use breakwater_model::import::ImportRequest;
use breakwater_model::letter::{
    EditLetterRequest, LetterKind, LetterSentRequest, PrepareLetterRequest,
};
use breakwater_model::list::ListRequest;
use breakwater_model::outcomes::OutcomesFileRequest;
use breakwater_model::platform::Unit;
use breakwater_model::referral::{
    CheckMethod, CheckRequest, Observed, OutcomeRequest, PlatformDecision, WithdrawRequest,
};
use breakwater_model::search::SavedViewRequest;
use breakwater_model::statistics::{FreezeRequest, StatsRequest};

/// Words that stand in nothing but what is told of the account that is erased.
pub const PLANTED: [&str; 3] = ["made_up_0", "plantedword", "night 0"];

pub fn request(account: AccountId) -> ProposeErasureRequest {
    ProposeErasureRequest {
        account,
        ground: Ground::Request,
        reason: "Asked for in writing.".into(),
    }
}

pub fn propose(sent: &Sent, account: AccountId) -> Result<ErasureRow, Error> {
    erase::propose(sent.desk(), &request(account))
}

pub fn note(sent: &Sent, account: AccountId, text: &str) {
    let request = NoteRequest {
        account,
        text: text.into(),
    };
    account::note::note(sent.desk(), &request).unwrap();
}

fn decide(sent: &Sent, account: AccountId) {
    let request = OutcomeRequest {
        referral: sent.referral,
        account,
        decision: PlatformDecision::Removed,
        at: None,
        reason: "plantedword in the reply".into(),
    };
    referral::after::outcome(sent.desk(), &request).unwrap();
}

/// Words about the first account in as many places as officers can write them.
fn plant(sent: &Sent) {
    let account = sent.accounts[0];
    note(sent, account, "plantedword seen by the quay");
    let translation = TranslateRequest {
        account,
        post: None,
        text: "plantedword in English".into(),
        status: TranslationStatus::Checked,
        by: "plantedword linguist".into(),
    };
    account::translate::translate(sent.desk(), &translation).unwrap();
    let act = ActRequest {
        account,
        action: ActionKind::Preservation,
        kind: SafeguardingKind::Other,
        told: "plantedword desk".into(),
        by: Some("telephone".into()),
        reference: Some("plantedword/1".into()),
        known: None,
        at: None,
        grading: None,
    };
    review::act::act(sent.desk(), &act).unwrap();
    let attached = attach::Attach {
        account,
        files: vec![sent.file("plantedword.txt", "plantedword on a page")],
        source_url: Some("https://www.tiktok.com/@made_up_0".into()),
        captured_at: None,
        method: Some("plantedword phone".into()),
        warnings: vec![],
    };
    attach::attach(sent.desk(), &attached, &Quiet, &mut |_| {}).unwrap();
    let check = CheckRequest {
        account,
        observed: Observed::Live,
        method: CheckMethod::Looked,
        at: None,
    };
    referral::check::check(sent.desk(), &check).unwrap();
    let view = SavedViewRequest {
        name: "plantedword".into(),
        list: ListRequest {
            search: "made_up_0".into(),
            ..ListRequest::default()
        },
    };
    breakwater_casework::view::saved::keep(sent.desk(), vec![view]).unwrap();
    handover::give(sent.desk(), "Mind @made_up_0.").unwrap();
}

/// Every text and every blob of every table of the open case that holds one of the words, in any case.
pub fn leftovers(sent: &Sent) -> Vec<String> {
    sent.desk()
        .read(|reader| {
            let mut tables = reader.prepare(
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
            )?;
            let names: Vec<String> = tables
                .query_map([], |row| row.get(0))?
                .collect::<Result<_, _>>()?;
            assert!(names.len() > 60, "every table is read");
            let mut found = Vec::new();
            for name in names {
                let mut statement = reader.prepare(&format!("SELECT * FROM {name}"))?;
                let titles: Vec<String> = statement.column_names().map(str::to_owned).collect();
                let mut rows = statement.query([])?;
                while let Some(row) = rows.next()? {
                    for (column, title) in titles.iter().enumerate() {
                        let value = row.get_ref(column)?;
                        let bytes = value.as_bytes().unwrap_or_default();
                        let text = String::from_utf8_lossy(bytes).to_lowercase();
                        if let Some(word) = PLANTED.iter().find(|word| text.contains(**word)) {
                            found.push(format!("{name}.{title}: {word} in {text}"));
                        }
                    }
                }
            }
            Ok(found)
        })
        .unwrap()
}

/// A referral of one account that is closed, words planted on it, and its erasure proposed by the first officer; the
/// second sits at the desk.
fn proposed() -> (Sent, ErasureRow) {
    let mut sent = Sent::of(1);
    plant(&sent);
    decide(&sent, sent.accounts[0]);
    let row = propose(&sent, sent.accounts[0]).unwrap();
    assert_eq!(row.state, ErasureState::Proposed);
    sent.second();
    (sent, row)
}

/// The words stand in every table they are looked for in.
#[track_caller]
fn assert_planted(sent: &Sent) {
    let planted = leftovers(sent);
    for table in [
        "account.bio",
        "account_state.",
        "action.",
        "audit_text.",
        "event.",
        "exhibit.",
        "handle.",
        "handover.",
        "note.",
        "place.",
        "referral_item.",
        "referral_version.",
        "sighting.",
        "translation.",
    ] {
        let is_planted = planted.iter().any(|one| one.starts_with(table));
        assert!(is_planted, "{table} holds none of the words");
    }
}

#[test]
fn no_word_of_an_erased_account_is_left_in_the_case() {
    let (sent, row) = proposed();
    assert_planted(&sent);
    let files = || {
        std::fs::read_dir(sent.out("a.case/evidence"))
            .unwrap()
            .flatten()
            .flat_map(|folder| std::fs::read_dir(folder.path()).unwrap().flatten())
            .count()
    };
    let before = files();
    let done = erase::confirm(sent.desk(), row.id).unwrap();
    assert_eq!(leftovers(&sent), Vec::<String>::new());
    assert!(files() < before, "files are gone too");
    let count = |kind: &str| {
        done.counts
            .iter()
            .find(|one| one.kind == kind)
            .map_or(0, |one| one.count)
    };
    for kind in [
        "profile",
        "sightings",
        "handles",
        "notes",
        "translations",
        "acts",
        "events",
        "exhibits",
        "files",
        "items",
        "submissions",
        "sent-files",
        "log-words",
        "old-values",
        "saved-lookups",
        "hand-overs",
        "decisions",
    ] {
        assert!(count(kind) > 0, "{kind}: {:?}", done.counts);
    }
    let asked = ListRequest {
        search: "plantedword".into(),
        limit: 10,
        ..ListRequest::default()
    };
    let listed = account::list::list(sent.desk(), &asked).unwrap();
    assert_eq!(listed.total, 0, "nothing is found");
}

/// A report nobody answered, and a withdrawal with its letter, which the second officer returned before it was sent.
fn reported_and_withdrawn(sent: &mut Sent, account: AccountId) {
    let report = ActRequest {
        account,
        action: ActionKind::Intelligence,
        kind: SafeguardingKind::Other,
        told: "Desk 3".into(),
        by: None,
        reference: None,
        known: Some("plantedword".into()),
        at: None,
        grading: Some("2BP".into()),
    };
    review::act::act(sent.desk(), &report).unwrap();
    decide(sent, account);
    let withdraw = WithdrawRequest {
        referral: sent.referral,
        account,
        reason: "wrong-account".into(),
        at: None,
    };
    referral::after::withdraw(sent.desk(), &withdraw).unwrap();
    let letter = PrepareLetterRequest {
        referral: sent.referral,
        account,
        kind: LetterKind::Withdrawal,
        what: String::new(),
    };
    let mistaken = prepare::prepare(sent.desk(), &letter).unwrap();
    assert_eq!(rule(propose(sent, account)), "an-unsent-letter-is-kept");
    discard::discard(sent.desk(), mistaken.id, "plantedword twice").unwrap();
    assert!(
        erase::dry_run(sent.desk(), account)
            .unwrap()
            .stands
            .is_empty()
    );
    let letter = prepare::prepare(sent.desk(), &letter).unwrap();
    sent.second();
    give_back::give_back(sent.desk(), letter.id, "plantedword is no word of ours").unwrap();
    sent.first();
    assert_eq!(rule(propose(sent, account)), "an-unsent-letter-is-kept");
    let told = erase::dry_run(sent.desk(), account).unwrap();
    assert!(told.stands[0].contains("withdrawal"), "{:?}", told.stands);
    let edit = EditLetterRequest {
        letter: letter.id,
        text: format!("{}\n\nThank you.", letter.text),
    };
    prepare::edit(sent.desk(), &edit).unwrap();
    sent.second();
    approve::approve(sent.desk(), letter.id).unwrap();
    sent.first();
    assert_eq!(rule(propose(sent, account)), "an-unsent-letter-is-kept");
    let on_its_way = LetterSentRequest {
        letter: letter.id,
        channel: "plantedword portal".into(),
        at: None,
    };
    way::sent(sent.desk(), &on_its_way).unwrap();
}

#[test]
fn what_the_unit_looks_at_every_day_stands_after_an_erasure() {
    let mut sent = Sent::of(1);
    let account = sent.accounts[0];
    plant(&sent);
    reported_and_withdrawn(&mut sent, account);
    let row = propose(&sent, account).unwrap();
    sent.second();
    let done = erase::confirm(sent.desk(), row.id).unwrap();
    // The withdrawal entered it in a register, which is a list of its own.
    assert!(
        done.stays
            .iter()
            .any(|kept| kept.kind == "register-entries")
    );
    let mut left = leftovers(&sent);
    left.retain(|one| !one.starts_with("register_entry."));
    assert_eq!(left, Vec::<String>::new());
    let desk = sent.desk();
    let today = review::today::today(desk).unwrap();
    let told = serde_json::to_string(&today).unwrap();
    assert!(!told.contains(&account.to_string()), "{told}");
    supervision::standing(desk).unwrap();
    handover::give(desk, "").unwrap();
    let pages = handover::list(desk).unwrap();
    assert!(pages.iter().all(|page| page.is_signed), "{pages:?}");
    referral::letter::list(desk, Some(sent.referral)).unwrap();
    assert_eq!(sent.view().items.len(), 1);
    let log = AuditRequest {
        operation: None,
        offset: 0,
        limit: 500,
    };
    audit::entries::list(desk, &log).unwrap();
    let every = FigureRowsRequest {
        figures: asked(None),
        count: FigureCount::Withdrawn,
        part: None,
        month: None,
        offset: 0,
        limit: 10,
    };
    assert_eq!(rows::rows(desk, &every).unwrap().rows.len(), 1);
}

#[test]
fn verify_is_green_after_an_erasure() {
    let (mut sent, row) = proposed();
    erase::confirm(sent.desk(), row.id).unwrap();
    let view = audit::verify::verify_open(sent.desk(), true, &Quiet).unwrap();
    assert!(!view.is_damaged, "{view:?}");
    sent.first();
    let view = audit::verify::verify_open(sent.desk(), true, &Quiet).unwrap();
    assert!(!view.is_damaged, "{view:?}");
}

/// Erasures that Today tells whoever sits at the desk.
fn waiting(sent: &Sent) -> u32 {
    let today = review::today::today(sent.desk()).unwrap();
    let sections = today.sections.iter();
    sections
        .filter(|section| section.key == "erasures")
        .map(|section| section.total)
        .sum()
}

#[test]
fn erasing_needs_a_second_officer() {
    let mut sent = Sent::of(1);
    let free = sent.accounts[1];
    let row = propose(&sent, free).unwrap();
    assert!(!row.can_confirm && row.is_signed);
    assert_eq!(
        rule(erase::confirm(sent.desk(), row.id)),
        "erasing-needs-a-second-officer"
    );
    assert!(propose(&sent, free).is_err(), "once");
    assert_eq!(waiting(&sent), 0, "whoever proposed it waits");
    sent.second();
    assert!(erase::read(sent.desk(), row.id).unwrap().can_confirm);
    assert_eq!(waiting(&sent), 1, "the other is told on Today");
    let done = erase::confirm(sent.desk(), row.id).unwrap();
    assert_eq!(waiting(&sent), 0);
    assert_eq!(
        (done.row.state, done.row.certificate),
        (ErasureState::Erased, Some(1))
    );
    assert!(erase::confirm(sent.desk(), row.id).is_err(), "once");
    assert_eq!(
        rule(account::read::read(sent.desk(), free)),
        "an-erased-account-is-gone"
    );
    assert_eq!(rule(propose(&sent, free)), "an-erased-account-is-gone");
}

#[test]
fn a_proposal_is_void_once_the_account_changed() {
    let mut sent = Sent::of(1);
    let free = sent.accounts[1];
    let row = propose(&sent, free).unwrap();
    note(&sent, free, "Seen again.");
    sent.second();
    assert_eq!(
        erase::read(sent.desk(), row.id).unwrap().state,
        ErasureState::Void
    );
    assert_eq!(
        rule(erase::confirm(sent.desk(), row.id)),
        "a-proposal-is-void-once-it-changed"
    );
    assert_eq!(waiting(&sent), 0, "it is nothing to confirm");
    erase::drop_proposal(sent.desk(), row.id).unwrap();
    let again = propose(&sent, free).unwrap();
    sent.first();
    assert!(erase::confirm(sent.desk(), again.id).is_ok());
}

#[test]
fn a_ground_names_nobody_and_retention_must_have_passed() {
    let sent = Sent::of(1);
    let free = sent.accounts[1];
    let named = ProposeErasureRequest {
        reason: "@made_up_1 asked".into(),
        ..request(free)
    };
    assert_eq!(
        rule(erase::propose(sent.desk(), &named)),
        "a-ground-names-nobody"
    );
    let early = ProposeErasureRequest {
        ground: Ground::Retention,
        ..request(free)
    };
    assert_eq!(
        rule(erase::propose(sent.desk(), &early)),
        "retention-has-not-expired"
    );
    let empty = ProposeErasureRequest {
        reason: " ".into(),
        ..request(free)
    };
    assert!(erase::propose(sent.desk(), &empty).is_err());
}

#[test]
fn an_account_under_hold_cannot_be_erased() {
    let mut sent = Sent::of(1);
    let free = sent.accounts[1];
    let row = propose(&sent, free).unwrap();
    let on = |account| SetHoldRequest {
        account,
        reason: "Trial at the Crown Court".into(),
    };
    let held = hold::set(sent.desk(), &on(Some(free))).unwrap();
    assert_eq!(rule(propose(&sent, free)), "an-account-under-hold-is-kept");
    sent.second();
    assert_eq!(
        rule(erase::confirm(sent.desk(), row.id)),
        "an-account-under-hold-is-kept"
    );
    let release = ReleaseHoldRequest {
        hold: held.id,
        reason: "Trial over".into(),
    };
    let released = hold::release(sent.desk(), &release).unwrap();
    assert!(released.released_by.unwrap().contains("4418"));
    assert!(hold::release(sent.desk(), &release).is_err(), "once");
    let whole = hold::set(sent.desk(), &on(None)).unwrap();
    assert_eq!(
        rule(erase::confirm(sent.desk(), row.id)),
        "an-account-under-hold-is-kept"
    );
    let release = ReleaseHoldRequest {
        hold: whole.id,
        reason: "Trial over".into(),
    };
    hold::release(sent.desk(), &release).unwrap();
    erase::confirm(sent.desk(), row.id).unwrap();
}

#[test]
fn an_open_referral_and_an_unanswered_act_keep_an_account() {
    let sent = Sent::of(1);
    assert_eq!(
        rule(propose(&sent, sent.accounts[0])),
        "an-open-referral-is-kept"
    );
    let act = ActRequest {
        account: sent.accounts[1],
        action: ActionKind::Safeguarding,
        kind: SafeguardingKind::LifeAtSea,
        told: "Coastguard".into(),
        by: None,
        reference: None,
        known: None,
        at: None,
        grading: None,
    };
    review::act::act(sent.desk(), &act).unwrap();
    assert_eq!(
        rule(propose(&sent, sent.accounts[1])),
        "an-unanswered-act-is-kept"
    );
    let told = erase::dry_run(sent.desk(), sent.accounts[1]).unwrap();
    assert_eq!(told.stands.len(), 1);
}

#[test]
fn a_dry_run_says_what_an_erasure_does_and_does_nothing() {
    let (sent, row) = proposed();
    let before = leftovers(&sent);
    let told = erase::dry_run(sent.desk(), sent.accounts[0]).unwrap();
    assert_eq!(leftovers(&sent), before);
    assert!(told.stands.is_empty());
    let done = erase::confirm(sent.desk(), row.id).unwrap();
    assert_eq!((told.counts, told.stays), (done.counts, done.stays));
}

fn asked(as_at: Option<breakwater_model::Instant>) -> StatsRequest {
    StatsRequest {
        unit: Unit::Account,
        from: "2020-01-01".into(),
        to: "2035-12-31".into(),
        as_at,
        with_imported: true,
        cut: None,
    }
}

#[test]
fn frozen_figures_stay_equal_through_edits_history_its_undo_and_an_erasure() {
    let mut sent = Sent::of(2);
    plant(&sent);
    decide(&sent, sent.accounts[0]);
    sent.wait(3);
    let freeze_request = FreezeRequest {
        name: "Published".into(),
        request: asked(None),
    };
    freeze::freeze(sent.desk(), &freeze_request).unwrap();
    note(&sent, sent.accounts[1], "later");
    let file = sent.file("h.csv", "platform,account,unit,referred_at,reference,decision,decided_at,reason\ntiktok,@made_up_2,account,2026-01-02,H-1,removed,2026-01-05,\n");
    let asked_file = OutcomesFileRequest::default();
    let preview = take::preview(sent.desk(), &file, &asked_file, &Quiet).unwrap();
    let taken = take::commit(sent.desk(), &preview, &Quiet).unwrap();
    assert!(taken.counts.created > 0, "{taken:?}");
    account::undo::undo_import(sent.desk(), taken.batch.unwrap(), "wrong file", &Quiet).unwrap();
    decide(&sent, sent.accounts[1]);
    let now = sent.desk().host().now();
    let moments = [
        now.plus_ms(-2 * HOUR),
        now.plus_ms(-HOUR),
        now,
        now.plus_ms(-24 * HOUR),
    ];
    let all = |sent: &Sent| moments.map(|at| stats::stats(sent.desk(), &asked(Some(at))).unwrap());
    let before = all(&sent);
    let row = propose(&sent, sent.accounts[0]).unwrap();
    sent.second();
    erase::confirm(sent.desk(), row.id).unwrap();
    assert_eq!(all(&sent), before);
    let again = freeze::rederive(sent.desk(), "Published").unwrap();
    assert!(again.is_equal && again.are_rows_equal, "{again:?}");
    let request = FigureRowsRequest {
        figures: asked(None),
        count: FigureCount::Referred,
        part: None,
        month: None,
        offset: 0,
        limit: 10,
    };
    let opened = rows::rows(sent.desk(), &request).unwrap();
    let erased: Vec<bool> = opened.rows.iter().map(|row| row.is_erased).collect();
    assert_eq!(erased, [true, false]);
    assert!(opened.rows[0].label.is_empty() && opened.rows[0].account.is_none());
}

#[test]
fn what_was_sealed_with_others_is_blocked_and_goes_with_the_last() {
    let mut sent = Sent::of(2);
    decide(&sent, sent.accounts[0]);
    decide(&sent, sent.accounts[1]);
    let erase_it = |sent: &mut Sent, account| {
        sent.first();
        let row = propose(sent, account).unwrap();
        sent.second();
        erase::confirm(sent.desk(), row.id).unwrap()
    };
    let (one, other) = (sent.accounts[0], sent.accounts[1]);
    let done = erase_it(&mut sent, one);
    assert!(done.stays.iter().any(|kept| kept.kind == "shared-files"));
    let out = sent.out("a.txt");
    let export = referral::export::export(
        sent.desk(),
        sent.referral,
        breakwater_model::referral::ReferralFormat::Txt,
        &out,
    );
    assert_eq!(rule(export), "what-names-an-erased-account-is-blocked");
    let shown = sent.view();
    assert_eq!(shown.items.len(), 2);
    let done = erase_it(&mut sent, other);
    assert!(done.counts.iter().any(|gone| gone.kind == "sent-files"));
    assert!(
        !audit::verify::verify_open(sent.desk(), true, &Quiet)
            .unwrap()
            .is_damaged
    );
}

#[test]
fn undo_does_not_bring_back_what_was_erased() {
    let mut sent = Sent::of(1);
    let free = sent.accounts[1];
    note(&sent, free, "plantedword");
    let row = propose(&sent, free).unwrap();
    sent.second();
    erase::confirm(sent.desk(), row.id).unwrap();
    let batch = sent
        .desk()
        .read(|reader| breakwater_casefile::table::batch::window(reader, 0, 1))
        .unwrap()
        .0[0]
        .batch;
    let undone = account::undo::undo_import(sent.desk(), batch, "wrong file", &Quiet).unwrap();
    assert!(undone.kept > 0, "{undone:?}");
    let left: Vec<String> = leftovers(&sent)
        .into_iter()
        .filter(|one| one.contains("plantedword"))
        .collect();
    assert_eq!(left, Vec::<String>::new());
    assert_eq!(
        rule(account::read::read(sent.desk(), free)),
        "an-erased-account-is-gone"
    );
}

#[test]
fn an_erased_account_comes_in_again_only_where_the_officer_says_so() {
    let mut sent = Sent::of(1);
    let free = sent.accounts[1];
    let row = propose(&sent, free).unwrap();
    sent.second();
    erase::confirm(sent.desk(), row.id).unwrap();
    let file = sent.file(
        "again.csv",
        "platform,handle,bio\ntiktok,made_up_1,again\ntiktok,made_up_9,new\n",
    );
    let preview = import::preview(sent.desk(), &file, &ImportRequest::default(), &Quiet).unwrap();
    let view = preview.view();
    assert_eq!(
        (view.counts.read, view.counts.created, view.counts.erased),
        (2, 1, 1)
    );
    assert!(
        view.rows
            .iter()
            .any(|row| row.why.contains("certificate 1"))
    );
    let taken = import::commit(sent.desk(), &preview, &Quiet).unwrap();
    assert!(taken.counts.adds_up());
    let again = ImportRequest {
        takes_erased: true,
        ..ImportRequest::default()
    };
    let preview = import::preview(sent.desk(), &file, &again, &Quiet).unwrap();
    let counts = preview.view().counts;
    assert_eq!((counts.created, counts.unchanged, counts.erased), (1, 1, 0));
    import::commit(sent.desk(), &preview, &Quiet).unwrap();
    let known = import::preview(sent.desk(), &file, &ImportRequest::default(), &Quiet).unwrap();
    assert_eq!(known.view().counts.erased, 0, "it is the new record");
    assert_eq!(
        rule(account::read::read(sent.desk(), free)),
        "an-erased-account-is-gone"
    );
}

#[test]
fn a_certificate_is_signed_names_nobody_and_is_written_as_paper_and_json() {
    let (sent, row) = proposed();
    erase::confirm(sent.desk(), row.id).unwrap();
    let view = certificate::read(sent.desk(), row.id).unwrap();
    assert!(view.is_signed);
    assert_eq!(view.certificate.number, 1);
    assert!(
        view.certificate
            .tombstones
            .iter()
            .any(|one| one.of == "handle" && one.hash.len() == 64)
    );
    let json = sent.out("c.json");
    print::write(sent.desk(), row.id, &json).unwrap();
    let text = std::fs::read_to_string(json).unwrap().to_lowercase();
    assert!(PLANTED.iter().all(|word| !text.contains(word)));
    let pdf = sent.out("c.pdf");
    let written = print::write(sent.desk(), row.id, &pdf).unwrap();
    assert!(written.pages.unwrap() >= 1);
    assert!(std::fs::read(pdf).unwrap().starts_with(b"%PDF"));
    assert_eq!(certificate::numbered(sent.desk(), 1).unwrap(), row.id);
}

#[test]
fn an_account_is_due_once_its_period_has_passed_and_nothing_is_erased_by_itself() {
    let sent = Sent::of(1);
    assert_eq!(due::due(sent.desk()).unwrap().total, 0);
    sent.wait(24 * 2_192);
    let list = due::due(sent.desk()).unwrap();
    assert_eq!(list.total, 2, "{list:?}");
    let referred = list
        .rows
        .iter()
        .find(|row| row.account == sent.accounts[0])
        .unwrap();
    assert_eq!(
        (referred.group.as_str(), referred.stands.len()),
        ("referred", 1)
    );
    note(&sent, sent.accounts[1], "seen again");
    assert_eq!(due::due(sent.desk()).unwrap().total, 1, "activity counts");
    assert!(account::read::read(sent.desk(), sent.accounts[0]).is_ok());
}
