//! Made-up referrals: no handle, number or person is real.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test takes what it needs, and a failed helper of a test is the report"
)]

use breakwater_model::case::{OfficerView, Role};
use breakwater_model::platform::{ChoiceView, Platform, Unit};
use breakwater_model::referral::{
    ItemExhibitView, ItemView, LawNotes, ReferralState, ReferralView, Route, SecondView, TellUser,
    TellUserView,
};
use breakwater_model::{Instant, WorldTime};
use uuid::Uuid;

/// What stands on every page.
pub const MARKING: &str = "OFFICIAL-SENSITIVE";

/// An instant.
pub fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

/// The text, or none if it is empty.
pub fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// An exhibit of a number, its hash one digit 64 times.
pub fn exhibit(number: &str, digit: &str, is_chosen: bool) -> ItemExhibitView {
    ItemExhibitView {
        id: breakwater_model::ExhibitId::from_uuid(Uuid::nil()),
        number: number.to_owned(),
        sha256: Some(digit.repeat(64)),
        is_chosen,
    }
}

/// An account, nothing missing.
pub fn albanian() -> ItemView {
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
        canonical: None,
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
        seen: None,
        earlier: Vec::new(),
        already_referred: Vec::new(),
    }
}

/// A channel with hostile characters and gaps.
pub fn arabic() -> ItemView {
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

/// A referral of these items.
pub fn referral(state: ReferralState, items: Vec<ItemView>) -> ReferralView {
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
        law_notes: LawNotes::default(),
        route: Route::Voluntary,
        tell_user: TellUserView {
            answer: TellUser::No,
            reason: "Told of it, the user would warn others.".into(),
            is_usual: true,
            source: String::new(),
        },
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
            team: None,
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
        second: SecondView::default(),
        policies: Vec::new(),
        laws: Vec::new(),
    }
}

/// Handle, words and translation of six adverts in five languages.
pub const SIX: [(&str, &str, &str); 6] = [
    (
        "udhetim_angli.24",
        "nisje çdo ditë … 4,500 paund … me gomone, garanci 100% ✅🇬🇧 WhatsApp +44 7700 900417",
        "departure every day … 4,500 pounds … by dinghy, 100% guarantee … WhatsApp +44 7700 900417",
    ),
    (
        "angli.express7",
        "رحلة يومية الى بريطانيا مضمونة ١٠٠٪\nالسعر 1,500 باوند للاستفسار واتساب +44 7700 900418",
        "daily trip to Britain, 100% guaranteed\nprice 1,500 pounds, for questions WhatsApp +44 7700 900418",
    ),
    (
        "rega.uk_kurd",
        "گەشتی ڕۆژانە بۆ بەریتانیا بە بەلەم، پارە لە دوای گەیشتن، ١٥٠٠ پاوەند. پەیوەندی بکە لەگەڵ ئێمە: +44 7700 900419 ئەمشەو دەڕۆین",
        "daily trip to Britain by boat, money after arrival, 1500 pounds. Contact us: +44 7700 900419, we leave tonight",
    ),
    (
        "safar.pashto",
        "هره ورځ برېتانیا ته سفر، ډاډمن او ارزانه، د رسېدو وروسته پیسې. موږ سره اړیکه ونیسئ: +44 7700 900420 ټول پوښتنې",
        "travel to Britain every day, safe and cheap, money after arrival. Contact us: +44 7700 900420, all questions",
    ),
    (
        "rruga.gb",
        "Udhëtim me kamion ose me varkë drejt Anglisë, çmimi 5 000 €, pagesa pas mbërritjes. Shkruani në WhatsApp +44 7700 900421",
        "Travel by lorry or boat to England, price 5,000 €, payment after arrival. Write on WhatsApp +44 7700 900421",
    ),
    (
        "duong_sang_anh",
        "Đường sang Anh an toàn, giá 4.500 bảng, trả tiền sau khi đến nơi. Ưu đãi cho nhóm từ ba người. Liên hệ Zalo +44 7700 900422",
        "Safe road to Britain, price 4,500 pounds, pay after arrival. Discount for groups of three or more. Contact Zalo +44 7700 900422",
    ),
];

/// A long address, as a browser gives it.
pub const LONG_ADDRESS: &str = "https://www.tiktok.com/@rega.uk_kurd/video/7340112233445566778?is_from_webapp=1&sender_device=pc&web_id=7312004599172264111222333444555";

/// Six accounts on TikTok.
pub fn six() -> ReferralView {
    let items = (1..)
        .zip(SIX)
        .map(|(position, (handle, words, translation))| {
            let address = format!("https://www.tiktok.com/@{handle}");
            ItemView {
                position,
                label: if position == 4 {
                    "د سفر لاره".to_owned()
                } else {
                    format!("@{handle}")
                },
                address: some(if position == 3 {
                    LONG_ADDRESS
                } else {
                    &address
                }),
                platform_id: some(&format!("73120045991{:05}", 17_226 + position * 7_919)),
                handle: some(handle),
                place: if position % 2 == 0 {
                    "profile text".to_owned()
                } else {
                    "video 7340112233445566778, 0:04 to 0:11".to_owned()
                },
                words: words.to_owned(),
                translation: some(translation),
                exhibits: vec![
                    exhibit(
                        &format!("4417/{}", position + 13),
                        &position.to_string(),
                        true,
                    ),
                    exhibit("4417/30", "e", position < 3),
                ],
                ..albanian()
            }
        });
    let items = items.collect();
    ReferralView {
        summary: "Six accounts sell the same crossing under six names. They share one price list \
                  and, in three cases, one telephone number.\nThe adverts were seen again on \
                  23 November, one hour before this notice."
            .to_owned(),
        law: Some(ChoiceView {
            code: "ia1971".to_owned(),
            label: "Immigration Act 1971, section 25 (assisting unlawful immigration)".to_owned(),
            detail: None,
            source: None,
            date: None,
        }),
        ..referral(ReferralState::Draft, items)
    }
}
