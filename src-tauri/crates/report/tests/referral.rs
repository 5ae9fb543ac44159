//! A whole referral, word for word: what leaves the case and what never does.
#![allow(
    clippy::unwrap_used,
    reason = "a failed helper of a test is the report"
)]

mod made_up;

use breakwater_model::referral::{ItemView, ReferralState, ReferralView};
use breakwater_report::template::Texts;
use breakwater_report::{Standing, page_count, referral_csv, referral_text};
use made_up::{MARKING, albanian, arabic, at, referral};

fn text(referral: &ReferralView) -> String {
    referral_text(
        referral,
        MARKING,
        at("2026-11-23T10:00:00Z"),
        Standing::Draft,
        &Texts::default(),
    )
    .unwrap()
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
Tell the user  please do not. Told of it, the user would warn others.

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
    let referral = referral(ReferralState::Submitted, items);
    for (standing, is_draft) in [(Standing::Draft, true), (Standing::Approved, false)] {
        let at = at("2026-11-23T10:00:00Z");
        let text = referral_text(&referral, MARKING, at, standing, &Texts::default()).unwrap();
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
        let csv = String::from_utf8(referral_csv(&referral, MARKING, standing)).unwrap();
        for row in csv.lines().skip(1) {
            assert_eq!(row.starts_with("\"DRAFT, NOT APPROVED\","), is_draft);
            assert_eq!(row.starts_with("approved,"), !is_draft);
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
    let csv = String::from_utf8(referral_csv(&referral, MARKING, Standing::Draft)).unwrap();
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
        "From           A. Officer\nOfficer        A. Officer, 4417, referral officer\n"
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
    let mut two = vec![albanian(), arabic()];
    two[0].canonical = two[0].address.clone();
    two[1].canonical = Some("https://www.tiktok.com/@angli.express7/live".into());
    let csv = referral_csv(
        &referral(ReferralState::Draft, two),
        MARKING,
        Standing::Draft,
    );
    let a = "a".repeat(64);
    let rule = "\"Community Guidelines, Human Trafficking and Smuggling, in force 13 Sep 2025: no promoting/facilitating\"";
    let expected = format!(
        "\u{feff}status,marking,reference,item,platform,unit,address,platform_id,handle,handle_seen,seen_live,where,words,translation,translation_by,why,exhibits,sha256,rule,law,canonical\r\n\
         \"DRAFT, NOT APPROVED\",OFFICIAL-SENSITIVE,NB-7K2Q-031,1,tiktok,account,https://www.tiktok.com/@udhetim_angli.24,7312004599172264,udhetim_angli.24,2026-11-23T08:55:00Z,2026-11-23T08:55:00Z,profile text,\"nisje çdo ditë … £4,500 … WhatsApp +44 7700 900417\",\"departure every day … £4,500 …\",\"linguist 7, checked\",Offer of a crossing with price and contact,4417/14,{a},{rule},,\r\n\
         \"DRAFT, NOT APPROVED\",OFFICIAL-SENSITIVE,NB-7K2Q-031,2,tiktok,channel,https://www.tiktok.com/@angli.express7,,angli.express7,,,\"video 7340, 0:04 to 0:11\",'=رحلة يومية +44 7700 900417\u{202e}\u{c},,,Offer; same number as 1,4417/18,withheld,{rule},,https://www.tiktok.com/@angli.express7/live\r\n"
    );
    assert_eq!(String::from_utf8(csv).unwrap(), expected);
}

#[test]
fn the_same_referral_gives_the_same_bytes() {
    let referral = referral(ReferralState::Sent, vec![albanian(), arabic()]);
    assert_eq!(text(&referral), text(&referral.clone()));
    assert_eq!(
        referral_csv(&referral, MARKING, Standing::Draft),
        referral_csv(&referral.clone(), MARKING, Standing::Draft)
    );
}

#[test]
fn a_csv_reader_gets_back_every_cell() {
    let referral = referral(ReferralState::Draft, vec![albanian(), arabic()]);
    let bytes = referral_csv(&referral, MARKING, Standing::Draft);
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2);
    for (row, item) in rows.iter().zip(&referral.items) {
        assert_eq!(breakwater_report::csv_guard::unguard(&row[12]), item.words);
    }
}
