use super::*;
use crate::testing::{PASSPHRASE, case, host, host_after, place};
use crate::{door, verify};
use breakwater_model::audit::VerifyView;

fn guest(number: &str, role: Role) -> Guest<'_> {
    Guest {
        name: "g",
        number,
        role,
        recovery_key: None,
    }
}

fn slots(folder: &Path) -> usize {
    slot::names(&Layout::new(&place(folder)), None)
        .unwrap()
        .len()
}

fn verified(folder: &Path) -> VerifyView {
    let layout = Layout::new(&place(folder));
    verify::closed(&host(), &layout, PASSPHRASE, None, false, &|_, _| true).unwrap()
}

#[test]
fn an_invitation_to_a_number_that_is_taken_leaves_no_slot() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let before = slots(folder.path());
    let refused = invite(&session, &guest("1", Role::Officer));
    assert!(
        matches!(refused, Err(Error::Refused { rule, .. }) if rule == "one-officer-one-number")
    );
    assert_eq!(slots(folder.path()), before);
}

#[test]
fn a_reader_who_invites_leaves_no_slot() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let text = invite(&session, &guest("2", Role::Reader)).unwrap();
    session.lock().unwrap();
    let reader = join(&host(), &place(folder.path()), &text, "q").unwrap();
    let before = slots(folder.path());
    assert!(invite(&reader, &guest("3", Role::Reader)).is_err());
    assert_eq!(slots(folder.path()), before);
}

#[test]
fn whoever_is_refused_at_joining_gets_no_slot() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let first = invite(&session, &guest("2", Role::Officer)).unwrap();
    let second = invite(&session, &guest("2", Role::Officer)).unwrap();
    session.lock().unwrap();
    let place = place(folder.path());
    join(&host(), &place, &first, "q").unwrap().lock().unwrap();
    let before = slots(folder.path());
    assert!(join(&host(), &place, &second, "r").is_err());
    assert_eq!(slots(folder.path()), before);
    let opened = slot::open_by_passphrase(&Layout::new(&place), "r", None);
    assert!(matches!(opened, Err(Error::WrongPassphrase)));
}

#[test]
fn an_expired_invitation_opens_the_case_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let before = slots(folder.path());
    let text = invite(&session, &guest("2", Role::Officer)).unwrap();
    session.lock().unwrap();
    let place = place(folder.path());
    let (_, once) = read(&text).unwrap();
    let within = door::open(&host_after(6), &place, PASSPHRASE, None).unwrap();
    within.lock().unwrap();
    assert!(slot::open_by_identity(&Layout::new(&place), &once).is_ok());
    let later = door::open(&host_after(8), &place, PASSPHRASE, None).unwrap();
    assert_eq!(slots(folder.path()), before);
    let (entries, _) = later
        .read(|reader| crate::audit_log::window(reader.db(), None, 0, 1))
        .unwrap();
    assert_eq!(entries[0].stored.entry.action, "invitation-expired");
    later.lock().unwrap();
    assert!(slot::open_by_identity(&Layout::new(&place), &once).is_err());
    assert!(!verified(folder.path()).is_damaged);
}

#[test]
fn what_a_killed_program_left_is_counted_and_swept_by_whoever_may_write() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let text = invite(&session, &guest("2", Role::Reader)).unwrap();
    session.lock().unwrap();
    let place = place(folder.path());
    join(&host(), &place, &text, "q").unwrap().lock().unwrap();
    let layout = Layout::new(&place);
    let own = slot::names(&layout, None).unwrap().remove(0);
    let left = [
        layout.slots().join("00000000000000000000000000000000.age"),
        layout
            .slots()
            .join("11111111111111111111111111111111.age.part"),
        place.join("case.json.part"),
    ];
    for file in &left {
        std::fs::copy(layout.slots().join(&own), file).unwrap();
    }
    let view = verified(folder.path());
    assert!(!view.is_damaged, "{view:?}");
    let evidence = view.evidence.unwrap();
    assert_eq!((evidence.unreferenced, evidence.temporary), (1, 2));

    let reader = door::open(&host(), &place, "q", None).unwrap();
    reader.lock().unwrap();
    assert!(left.iter().all(|file| file.exists()));

    let officer = door::open(&host(), &place, PASSPHRASE, None).unwrap();
    assert!(left.iter().all(|file| !file.exists()));
    let (entries, _) = officer
        .read(|reader| crate::audit_log::window(reader.db(), None, 0, 1))
        .unwrap();
    assert_eq!(entries[0].stored.entry.action, "left-overs-swept");
}
