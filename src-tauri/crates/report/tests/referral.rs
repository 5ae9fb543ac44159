//! A whole referral, word for word: what leaves the case and what never does.
#![allow(
    clippy::unwrap_used,
    reason = "a failed helper of a test is the report"
)]

use breakwater_model::case::{OfficerView, Role};
use breakwater_model::platform::{ChoiceView, Platform, Unit};
use breakwater_model::referral::{ItemExhibitView, ItemView, ReferralState, ReferralView, Route};
use breakwater_model::{Instant, WorldTime};
use breakwater_report::{page_count, referral_csv, referral_text};
use uuid::Uuid;

const MARKING: &str = "OFFICIAL-SENSITIVE";

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn exhibit(number: &str, digit: &str, is_chosen: bool) -> ItemExhibitView {
    ItemExhibitView {
        id: breakwater_model::ExhibitId::from_uuid(Uuid::nil()),
        number: number.to_owned(),
        sha256: Some(digit.repeat(64)),
        is_chosen,
    }
}

fn albanian() -> ItemView {
    let seen = WorldTime::exact(at("2026-11-23T08:55:00Z"));
    ItemView {
        id: breakwater_model::ItemId::from_uuid(Uuid::nil()),
        position: 1,
        account: breakwater_model::AccountId::from_uuid(Uuid::nil()),
        label: "@udhetim_angli.24".to_owned(),
        unit: Unit::Account,
        post: None,
        assessment: breakwater_model::AssessmentId::from_uuid(Uuid::nil()),
        address: some("https://www.tiktok.com/@udhetim_angli.24"),
        platform_id: some("7312004599172264"),
        handle: some("udhetim_angli.24"),
        handle_seen: Some(seen.clone()),
        seen_live: Some(seen),
        place: "profile text".to_owned(),
        words: "nisje çdo ditë … £4,500 … WhatsApp +44 7700 900417".to_owned(),
        translation: some("departure every day … £4,500 …"),
        translation_by: some("linguist 7, checked"),
        why: "Offer of a crossing with price and contact".to_owned(),
        exhibits: vec![
            exhibit("4417/14", "a", true),
            exhibit("4417/16", "b", false),
        ],
        events: Vec::new(),
    }
}

fn arabic() -> ItemView {
    ItemView {
        position: 2,
        label: "قناة الطريق".to_owned(),
        unit: Unit::Channel,
        address: some("https://www.tiktok.com/@angli.express7"),
        platform_id: None,
        handle: some("angli.express7"),
        handle_seen: None,
        seen_live: None,
        place: "video 7340, 0:04 to 0:11".to_owned(),
        words: "=رحلة يومية +44 7700 900417\u{202e}\u{c}".to_owned(),
        translation: None,
        translation_by: None,
        why: "Offer; same number as 1".to_owned(),
        exhibits: vec![ItemExhibitView {
            sha256: None,
            ..exhibit("4417/18", "c", true)
        }],
        ..albanian()
    }
}

fn referral(state: ReferralState, items: Vec<ItemView>) -> ReferralView {
    ReferralView {
        id: breakwater_model::ReferralId::from_uuid(Uuid::nil()),
        label: "R-031".to_owned(),
        outside_reference: "NB-7K2Q-031".to_owned(),
        platform: Platform("tiktok".to_owned()),
        platform_name: "TikTok".to_owned(),
        addressee: some("TikTok Information Technologies UK Ltd"),
        state,
        title: "Referral of accounts offering small-boat crossings for payment".to_owned(),
        policy: Some(ChoiceView {
            code: "tiktok-human-trafficking-and-smuggling-2025-09-13".to_owned(),
            label: "Community Guidelines, Human Trafficking and Smuggling".to_owned(),
            detail: some("no promoting/facilitating"),
            source: None,
            date: some("2025-09-13"),
        }),
        law: None,
        route: Route::Voluntary,
        summary: "Two accounts sell the same crossing.".to_owned(),
        officer: OfficerView {
            id: breakwater_model::OfficerId::from_uuid(Uuid::nil()),
            name: "A. Officer".to_owned(),
            number: "4417".to_owned(),
            role: Role::Officer,
            public_key: String::new(),
            joined_at: at("2026-01-01T00:00:00Z"),
            reads: Vec::new(),
            email: some("referrals@occ.example"),
            phone: some("020 7946 0123"),
            badge: None,
        },
        from: some("Online Communications Centre"),
        good_faith: true,
        created_at: at("2026-11-22T00:00:00Z"),
        items,
        requirements: Vec::new(),
        is_ready: false,
        asked: Vec::new(),
        submission: None,
        can_approve: false,
        policies: Vec::new(),
        laws: Vec::new(),
    }
}

fn text(referral: &ReferralView) -> String {
    referral_text(referral, MARKING, at("2026-11-23T10:00:00Z"))
}

const EXPECTED: &str = "                               OFFICIAL-SENSITIVE
                              DRAFT, NOT APPROVED

Notice to TikTok
Referral of accounts offering small-boat crossings for payment

Our reference  NB-7K2Q-031
Date           23 Nov 2026
To             TikTok Information Technologies UK Ltd
From           Online Communications Centre
Officer        4417, referral officer
Contact        referrals@occ.example, 020 7946 0123
Sent under     your own terms; a voluntary referral, not an order
Rule           Community Guidelines, Human Trafficking and Smuggling, in force
               13 Sep 2025: no promoting/facilitating
Asked          Remove the account and the channel

Two accounts sell the same crossing.

1. @udhetim_angli.24 (account)
   Address      https://www.tiktok.com/@udhetim_angli.24
   Platform ID  7312004599172264
   Handle       @udhetim_angli.24, as seen 23 Nov 2026 08:55 UTC
   Seen live    23 Nov 2026 08:55 UTC
   Where        profile text
   Words        nisje çdo ditë … £4,500 … WhatsApp +44 7700 900417
   Translation  departure every day … £4,500 …
                (linguist 7, checked)
   Why          Offer of a crossing with price and contact
   Exhibits     4417/14, SHA-256
                aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa

2. \u{2068}قناة الطريق\u{2069} (channel)
   Address      https://www.tiktok.com/@angli.express7
   Handle       @angli.express7, as seen on a date not known
   Seen live    (not given yet)
   Where        video 7340, 0:04 to 0:11
   Words        \u{2068}=رحلة يومية \u{2066}+44 7700 900417\u{2069}[U+202E][U+000C]\u{2069}
   Why          Offer; same number as 1
   Exhibits     4417/18, withheld

The information is accurate and complete to the best of our knowledge and is
given in good faith.
";

#[test]
fn a_notice_reads_as_set() {
    let text = text(&referral(ReferralState::Draft, vec![albanian(), arabic()]));
    assert!(text.starts_with(EXPECTED), "{text}");
    let foot = "\n                            NB-7K2Q-031, page 1 of 1\n                               OFFICIAL-SENSITIVE\n";
    assert!(text.ends_with(foot), "{text}");
    assert_eq!(text.lines().count(), 60);
    assert_eq!(page_count(&text), 1);
}

#[test]
fn every_page_of_a_draft_says_so_and_an_approved_one_never() {
    let items: Vec<ItemView> = (1..=20)
        .map(|position| ItemView {
            position,
            ..albanian()
        })
        .collect();
    for (state, is_draft) in [
        (ReferralState::Draft, true),
        (ReferralState::Submitted, true),
        (ReferralState::Approved, false),
        (ReferralState::Sent, false),
        (ReferralState::Closed, false),
    ] {
        let referral = referral(state, items.clone());
        let text = text(&referral);
        let pages: Vec<&str> = text.split('\u{c}').collect();
        assert_eq!(pages.len(), page_count(&text) as usize);
        assert!(pages.len() > 4);
        for (index, page) in pages.iter().enumerate() {
            assert_eq!(page.lines().count(), 60);
            assert_eq!(page.matches(MARKING).count(), 2);
            assert_eq!(
                page.matches("DRAFT, NOT APPROVED").count(),
                usize::from(is_draft)
            );
            assert!(page.contains(&format!("page {} of {}", index + 1, pages.len())));
        }
        let csv = String::from_utf8(referral_csv(&referral, MARKING)).unwrap();
        for row in csv.lines().skip(1) {
            assert_eq!(row.starts_with("\"DRAFT, NOT APPROVED\","), is_draft);
            assert!(row.contains(MARKING));
        }
    }
}

#[test]
fn items_are_kept_whole_on_a_page() {
    let items: Vec<ItemView> = (1..=20)
        .map(|position| ItemView {
            position,
            ..albanian()
        })
        .collect();
    let text = text(&referral(ReferralState::Draft, items));
    for page in text.split('\u{c}') {
        assert_eq!(
            page.matches("(account)").count(),
            page.matches("SHA-256").count()
        );
    }
}

#[test]
fn no_document_carries_the_cases_own_label_or_an_officers_name_or_an_unchosen_exhibit() {
    let referral = referral(ReferralState::Draft, vec![albanian(), arabic()]);
    let csv = String::from_utf8(referral_csv(&referral, MARKING)).unwrap();
    for document in [text(&referral), csv] {
        for secret in [
            "R-031",
            "A. Officer",
            "4417/16",
            &"b".repeat(64),
            &"c".repeat(64),
        ] {
            assert!(!document.contains(secret), "{secret}");
        }
    }
}

#[test]
fn without_a_unit_the_officers_name_stands_as_sender() {
    let text = text(&ReferralView {
        from: None,
        ..referral(ReferralState::Draft, vec![albanian()])
    });
    assert!(text.contains(
        "From           (not given yet)\nOfficer        A. Officer, 4417, referral officer\n"
    ));
}

#[test]
fn an_empty_draft_names_its_gaps() {
    let mut empty = referral(ReferralState::Draft, Vec::new());
    empty.policy = None;
    empty.good_faith = false;
    empty.title = " ".to_owned();
    let text = text(&empty);
    assert!(text.contains("Rule           (not given yet)\n"));
    assert!(text.contains("Asked          (not given yet)\n"));
    assert!(text.contains("\nNo items.\n"));
    assert!(text.contains("\nGood-faith statement (not given yet)\n"));
}

#[test]
fn the_csv_of_items_reads_as_set_and_runs_no_formula() {
    let csv = referral_csv(
        &referral(ReferralState::Draft, vec![albanian(), arabic()]),
        MARKING,
    );
    let a = "a".repeat(64);
    let rule = "\"Community Guidelines, Human Trafficking and Smuggling, in force 13 Sep 2025: no promoting/facilitating\"";
    let expected = format!(
        "\u{feff}status,marking,reference,item,platform,unit,address,platform_id,handle,handle_seen,seen_live,where,words,translation,translation_by,why,exhibits,sha256,rule,law\r\n\
         \"DRAFT, NOT APPROVED\",OFFICIAL-SENSITIVE,NB-7K2Q-031,1,tiktok,account,https://www.tiktok.com/@udhetim_angli.24,7312004599172264,udhetim_angli.24,2026-11-23T08:55:00Z,2026-11-23T08:55:00Z,profile text,\"nisje çdo ditë … £4,500 … WhatsApp +44 7700 900417\",\"departure every day … £4,500 …\",\"linguist 7, checked\",Offer of a crossing with price and contact,4417/14,{a},{rule},\r\n\
         \"DRAFT, NOT APPROVED\",OFFICIAL-SENSITIVE,NB-7K2Q-031,2,tiktok,channel,https://www.tiktok.com/@angli.express7,,angli.express7,,,\"video 7340, 0:04 to 0:11\",'=رحلة يومية +44 7700 900417\u{202e}\u{c},,,Offer; same number as 1,4417/18,withheld,{rule},\r\n"
    );
    assert_eq!(String::from_utf8(csv).unwrap(), expected);
}

#[test]
fn the_same_referral_gives_the_same_bytes() {
    let referral = referral(ReferralState::Sent, vec![albanian(), arabic()]);
    assert_eq!(text(&referral), text(&referral.clone()));
    assert_eq!(
        referral_csv(&referral, MARKING),
        referral_csv(&referral.clone(), MARKING)
    );
}

#[test]
fn a_csv_reader_gets_back_every_cell() {
    let referral = referral(ReferralState::Draft, vec![albanian(), arabic()]);
    let bytes = referral_csv(&referral, MARKING);
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2);
    for (row, item) in rows.iter().zip(&referral.items) {
        assert_eq!(breakwater_report::csv_guard::unguard(&row[12]), item.words);
    }
}
