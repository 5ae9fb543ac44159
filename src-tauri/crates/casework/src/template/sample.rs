//! A made-up referral, to see what a template gives. No handle, number or person is real.

use breakwater_model::case::{OfficerView, Role};
use breakwater_model::platform::{ChoiceView, Platform, Unit};
use breakwater_model::referral::{
    ItemExhibitView, ItemView, LawNotes, ReferralState, ReferralView, Route, SecondView, TellUser,
    TellUserView,
};
use breakwater_model::{
    AccountId, AssessmentId, ExhibitId, Instant, ItemId, OfficerId, ReferralId, WorldTime,
};

/// Words a notice is held against: each stands in it.
pub(super) const ADDRESS: &str = "https://www.tiktok.com/@made_up_pier";
pub(super) const WHY: &str = "Offers a crossing for a price.";
pub(super) const WORDS: &str = "gomone every night";
pub(super) const EMAIL: &str = "referrals@unit.example";
pub(super) const REFERENCE: &str = "MADE-UP-001";
pub(super) const PLATFORM: &str = "TikTok";

/// The day it bears.
pub(super) fn at() -> Instant {
    Instant(1_764_000_000_000)
}

fn whole_item() -> ItemView {
    let seen = WorldTime::exact(at());
    ItemView {
        id: ItemId::from_bytes([0; 16]),
        position: 1,
        account: AccountId::from_bytes([0; 16]),
        label: "@made_up_pier".into(),
        unit: Unit::Account,
        post: None,
        assessment: AssessmentId::from_bytes([0; 16]),
        address: Some(ADDRESS.to_owned()),
        canonical: None,
        platform_id: Some("7312004599170001".to_owned()),
        handle: Some("made_up_pier".to_owned()),
        handle_seen: Some(seen.clone()),
        seen_live: Some(seen),
        place: "profile text".into(),
        words: format!("{WORDS} … WhatsApp +44 7700 900417"),
        translation: Some("dinghy every night …".to_owned()),
        translation_by: Some("linguist 7, checked".to_owned()),
        why: WHY.into(),
        exhibits: vec![ItemExhibitView {
            id: ExhibitId::from_bytes([0; 16]),
            number: "4417/1".into(),
            sha256: Some("a".repeat(64)),
            is_chosen: true,
        }],
        events: Vec::new(),
        seen: None,
        earlier: Vec::new(),
        already_referred: Vec::new(),
    }
}

/// One with everything, and one that lacks what an item may lack.
pub(super) fn referral() -> ReferralView {
    let bare = ItemView {
        position: 2,
        label: "قناة الطريق".into(),
        unit: Unit::Channel,
        platform_id: None,
        handle: None,
        translation: None,
        exhibits: Vec::new(),
        ..whole_item()
    };
    let choice = |label: &str| ChoiceView {
        code: "made-up".into(),
        label: label.into(),
        detail: Some("made up".to_owned()),
        source: None,
        date: Some("2026-01-01".to_owned()),
    };
    ReferralView {
        items: vec![whole_item(), bare],
        policy: Some(choice("A rule")),
        law: Some(choice("A law")),
        law_notes: LawNotes {
            elements: Some("Made and put online to sell crossings.".into()),
            reach: Some("The seller writes from Kent.".into()),
            defence: Some("Journalism, research: neither.".into()),
            decided_by: Some("A. Lawyer".into()),
        },
        good_faith: true,
        summary: "Two accounts sell the same crossing.".into(),
        ..empty()
    }
}

/// One that lacks everything.
pub(super) fn empty() -> ReferralView {
    ReferralView {
        id: ReferralId::from_bytes([0; 16]),
        label: "R-001".into(),
        outside_reference: REFERENCE.into(),
        platform: Platform("tiktok".into()),
        platform_name: PLATFORM.into(),
        addressee: None,
        state: ReferralState::Draft,
        title: "Accounts offering crossings for payment".into(),
        policy: None,
        law: None,
        law_notes: LawNotes::default(),
        route: Route::Voluntary,
        tell_user: TellUserView {
            answer: TellUser::No,
            reason: "Told of it, the user would warn others.".into(),
            is_usual: true,
            source: String::new(),
        },
        summary: String::new(),
        officer: OfficerView {
            id: OfficerId::from_bytes([0; 16]),
            name: "A. Officer".into(),
            number: "4417".into(),
            role: Role::Officer,
            public_key: String::new(),
            joined_at: at(),
            reads: Vec::new(),
            email: Some(EMAIL.to_owned()),
            phone: Some("020 7946 0123".to_owned()),
            badge: None,
            team: None,
        },
        from: Some("A unit".to_owned()),
        good_faith: false,
        created_at: at(),
        items: Vec::new(),
        requirements: Vec::new(),
        is_ready: false,
        asked: Vec::new(),
        submission: None,
        can_approve: false,
        second: SecondView::default(),
        policies: Vec::new(),
        laws: Vec::new(),
    }
}
