use super::derive;
use super::{Lookup, Met, Seen, all_hits};
use crate::door::{self, NewCase};
use crate::table::account::{AccountFacts, AccountField};
use crate::table::batch::NewBatch;
use crate::table::register::{DetailField, Details};
use crate::table::sighting::Sighting;
use crate::{Action, Session, testing};
use breakwater_model::audit::Operation;
use breakwater_model::case::Marking;
use breakwater_model::platform::{Platform, Unit};
use breakwater_model::register::{MatchedBy, RegisterList};
use breakwater_model::{AccountId, BatchId, Instant, PostId, WorldTime};
use breakwater_text::register::subject;

fn case(folder: &std::path::Path) -> Session {
    let new = NewCase {
        title: "t".into(),
        reference: "r".into(),
        marking: Marking::Official,
        officer_name: "n".into(),
        officer_number: "1".into(),
        passphrase: zeroize::Zeroizing::new("p".into()),
        unit_recipients: Vec::new(),
        is_demonstration: false,
    };
    let recovery = door::recovery_identity();
    door::create(&testing::host(), &folder.join("a.case"), &new, &recovery).unwrap()
}

fn act() -> Action {
    Action::new(Operation::Collection, "made", "account")
}

struct Made<'a> {
    platform: &'a str,
    handle: Option<&'a str>,
    id: Option<&'a str>,
    url: Option<&'a str>,
    bio: &'a str,
}

fn add(session: &Session, made: &Made<'_>) -> i64 {
    let write = |w: &mut crate::Writer<'_>| {
        let facts = AccountFacts {
            row: 0,
            id: AccountId::from_uuid(w.uuid()),
            platform: Platform(made.platform.into()),
            unit: Unit::Account,
            display_name: None,
            bio: Some(made.bio.into()),
            language: None,
            followers: None,
            flagged_reason: None,
            source: None,
            extra: Vec::new(),
            imported_at: w.now(),
        };
        let row = w.add_account(&facts, None)?;
        w.add_sighting(row, made.platform, &seen(w.now(), made), None)?;
        Ok(row)
    };
    session.write(act(), write).unwrap().0
}

fn seen(now: Instant, made: &Made<'_>) -> Sighting {
    Sighting {
        written: made.handle.map(str::to_owned),
        folded: made.handle.map(str::to_owned),
        platform_id: made.id.map(str::to_owned),
        url: made.url.map(str::to_owned),
        canonical_url: made.url.map(str::to_owned),
        seen: WorldTime::exact(now),
        is_assumed: false,
        source: "test".into(),
    }
}

fn register(session: &Session, written: &[&str]) -> i64 {
    let entries: Vec<_> = written
        .iter()
        .map(|one| subject(one, "", "").unwrap())
        .collect();
    let write = |w: &mut crate::Writer<'_>| {
        let batch = NewBatch {
            file_name: "register.csv",
            sha256: [0; 32],
            encoding: "utf-8",
            delimiter: ",",
            header: &[],
            extra_columns: &[],
        };
        let id = BatchId::from_uuid(w.uuid());
        let batch = w.add_batch(id, &batch)?;
        w.mark_register_batch(batch)?;
        for (written, subject) in written.iter().zip(&entries) {
            let list = RegisterList::Protected;
            w.add_register_entry(list, written, subject, &Details::default(), Some(batch))?;
        }
        Ok(())
    };
    session.write(act(), write).unwrap().1.seq
}

/// Stored hits are those that all facts give, account by account.
#[track_caller]
fn assert_right(session: &Session) -> std::collections::HashMap<i64, Met> {
    session
        .read(|reader| {
            let stored = all_hits(reader)?;
            let lookup = Lookup::load(reader)?;
            let accounts: Vec<i64> = reader
                .prepare("SELECT id FROM account")?
                .query_map([], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            for account in accounts {
                let given = derive::of_account(reader, &lookup, account)?;
                assert_eq!(
                    stored.get(&account).cloned().unwrap_or_default(),
                    given,
                    "{account}"
                );
            }
            Ok(stored)
        })
        .unwrap()
}

const NEWSROOM: Made<'_> = Made {
    platform: "tiktok",
    handle: Some("tide.news"),
    id: Some("7312004599172456"),
    url: None,
    bio: "News from the coast",
};
const HELPLINE: Made<'_> = Made {
    platform: "instagram",
    handle: Some("sea_help"),
    id: None,
    url: None,
    bio: "Ring +۴۴ ۷۷۰۰ ۹۰۰۲۳۳, or look at https://www.help.tide.example/now?x=1",
};
const SITE: Made<'_> = Made {
    platform: "website",
    handle: None,
    id: None,
    url: Some("https://news.tide.example/about"),
    bio: "",
};
const CALLER: Made<'_> = Made {
    platform: "whatsapp",
    handle: None,
    id: Some("+447700900144"),
    url: None,
    bio: "",
};
const ENTRIES: [&str; 6] = [
    "https://www.tiktok.com/@tide.news",
    "tiktok:#7312004599172456",
    "tide.example",
    "+44 7700 900233",
    "https://wa.me/447700900144",
    "https://www.tiktok.com/@other/video/7312004599172999",
];

#[test]
fn hits_are_the_same_whichever_came_first() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (folder.path().join("1"), folder.path().join("2"));
    let (before, after) = (case(&one), case(&other));
    register(&before, &ENTRIES);
    let rows: Vec<i64> = [NEWSROOM, HELPLINE, SITE, CALLER]
        .iter()
        .map(|made| add(&before, made))
        .collect();
    for made in [NEWSROOM, HELPLINE, SITE, CALLER] {
        add(&after, &made);
    }
    register(&after, &ENTRIES);
    let first = assert_right(&before);
    assert_eq!(first, assert_right(&after));
    let by = |at: usize| first[&rows[at]].values().copied().collect::<Vec<_>>();
    assert_eq!(by(0), [MatchedBy::Handle, MatchedBy::Id]);
    assert_eq!(by(1), [MatchedBy::Domain, MatchedBy::Phone]);
    assert_eq!(by(2), [MatchedBy::Domain]);
    assert_eq!(by(3), [MatchedBy::Phone]);
}

#[test]
fn hits_follow_renames_new_words_posts_and_undo() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let seq = register(&session, &ENTRIES);
    let renamed = Made {
        handle: Some("tide_live"),
        ..NEWSROOM
    };
    let account = add(&session, &renamed);
    assert_eq!(assert_right(&session)[&account].len(), 1);
    let alias = Made {
        id: None,
        ..NEWSROOM
    };
    session
        .write(act(), |w| {
            w.add_sighting(account, "tiktok", &seen(Instant(1), &alias), None)
        })
        .unwrap();
    assert_eq!(assert_right(&session)[&account].len(), 2);
    session
        .write(act(), |w| {
            let new = Some("call 0044 7700 900233");
            w.set_account(account, AccountField::Bio, Some(NEWSROOM.bio), new)
        })
        .unwrap();
    assert_eq!(assert_right(&session)[&account].len(), 3);
    let post = crate::table::post::Post {
        id: PostId::from_uuid(session.host().uuid()),
        unit: Unit::Post,
        text: String::new(),
        language: None,
        url: None,
        canonical_url: None,
        key: subject(ENTRIES[5], "", "").unwrap().post,
        posted: None,
        imported_at: Instant(1),
    };
    session
        .write(act(), |w| w.add_post(account, &post, None))
        .unwrap();
    assert_eq!(assert_right(&session)[&account].len(), 4);
    let (undone, _) = session.write(act(), |w| w.undo(seq, &|_, _| true)).unwrap();
    assert_eq!((undone.removed, undone.kept), (6, 0));
    assert!(assert_right(&session).is_empty());
}

#[test]
fn undo_puts_details_back_and_keeps_entries_changed_since() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let seq = register(&session, &ENTRIES[..2]);
    let ((), changed) = session
        .write(act(), |w| {
            w.set_register_entry(1, DetailField::Owner, None, Some("Tide News"))
        })
        .unwrap();
    let (undone, _) = session.write(act(), |w| w.undo(seq, &|_, _| true)).unwrap();
    assert_eq!((undone.removed, undone.kept), (1, 1));
    let (undone, _) = session
        .write(act(), |w| w.undo(changed.seq, &|_, _| true))
        .unwrap();
    assert_eq!(undone.restored, 1);
    session
        .read(|reader| {
            let owner = &crate::table::register::standing(reader)?[0].details.owner;
            assert_eq!(*owner, None);
            Ok(())
        })
        .unwrap();
}

#[test]
fn expired_entries_meet_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let account = add(&session, &NEWSROOM);
    register(&session, &ENTRIES[..1]);
    let expires = serde_json::to_string(&WorldTime::exact(Instant(10))).unwrap();
    session
        .write(act(), |w| {
            w.set_register_entry(1, DetailField::Expires, None, Some(&expires))
        })
        .unwrap();
    session
        .read(|reader| {
            assert_eq!(super::of_account(reader, account, Instant(10))?.len(), 1);
            assert_eq!(super::of_account(reader, account, Instant(11))?.len(), 0);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_site_is_met_by_its_hosts_below_and_only_under_its_path() {
    let mut lookup = Lookup::default();
    let entry = |row: i64, written: &str| crate::table::register::Entry {
        row,
        id: breakwater_model::RegisterEntryId::from_bytes([0; 16]),
        list: RegisterList::Protected,
        written: written.into(),
        subject: subject(written, "", "").unwrap(),
        details: Details::default(),
        is_standing: true,
    };
    lookup.put(entry(1, "tide.example"));
    lookup.put(entry(2, "https://pages.example/tide"));
    for (text, rows) in [
        ("https://tide.example", vec![1]),
        ("http://www.a.b.tide.example:8080/x?y#z", vec![1]),
        ("https://nottide.example", vec![]),
        ("https://pages.example/tide/now", vec![2]),
        ("https://pages.example/tidewater", vec![]),
        ("https://pages.example", vec![]),
    ] {
        let mut met = Met::new();
        lookup.meet(
            &Seen {
                text: Some(text),
                ..Seen::default()
            },
            &mut met,
        );
        assert_eq!(met.keys().copied().collect::<Vec<_>>(), rows, "{text}");
    }
}
