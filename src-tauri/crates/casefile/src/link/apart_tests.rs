use super::tests::{TEXT, add};
use super::{links, networks};
use crate::Session;
use crate::testing::{case, made};
use breakwater_model::role::{PersonRole, RestsOn};

/// Says what the person behind an account is to the case.
fn is(session: &Session, account: i64, role: PersonRole) {
    let on = (role != PersonRole::Unknown).then_some(RestsOn::Opinion);
    session
        .write(made(), |w| w.set_role(account, role, on, None))
        .unwrap();
}

#[test]
fn victims_children_and_third_parties_are_in_no_network_and_join_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let bio = format!("{TEXT} +44 7700 900001");
    let one = add(&session, "tiktok", "a1", &bio);
    let two = add(&session, "x", "a2", &bio);
    let other = add(&session, "facebook", "a3", &bio);
    let sizes = || -> Vec<u32> {
        let found = networks(&session, &mut |_, _| true).unwrap();
        found.iter().map(|network| network.size).collect()
    };
    assert_eq!(sizes(), [3]);
    for role in [
        PersonRole::Victim,
        PersonRole::Child,
        PersonRole::ThirdParty,
    ] {
        is(&session, other, role);
        assert_eq!(sizes(), [2], "{role:?}");
        let own = links(&session, other).unwrap();
        assert_eq!(own.total, 0);
        assert!(own.why_none.is_some(), "{role:?}");
        let left = links(&session, one).unwrap();
        assert_eq!((left.total, left.why_none), (1, None));
    }
    is(&session, two, PersonRole::Victim);
    assert_eq!(sizes(), [0u32; 0], "one account is no network");
    for role in [
        PersonRole::Suspect,
        PersonRole::Witness,
        PersonRole::Unknown,
    ] {
        is(&session, two, role);
        is(&session, other, role);
        assert_eq!(sizes(), [3], "{role:?}");
    }
}

#[test]
fn the_text_of_a_victim_does_not_bring_others_together() {
    const BEGIN: &str = "Udhëtim me gomone nga Franca në Angli me siguri të plotë, nisje çdo ditë, vëllezër me zbritje \
        të madhe për grupe, familje dhe shokë, pagesa në dorë pas mbërritjes, pyetni për vende të lira këtë javë";
    let own = |first: &str, last: &str| format!("{first} {BEGIN} {last} +44 7700 900001");
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let first = "njoftim i ri sapo u hap rruga e re";
    let last = "shkruani shpejt se vendet po mbarojnë";
    add(&session, "tiktok", "a1", &own(first, ""));
    add(&session, "x", "a2", &own("", last));
    let between = add(&session, "facebook", "a3", &own(first, last));
    let size = || {
        let found = networks(&session, &mut |_, _| true).unwrap();
        found.first().map(|network| network.size)
    };
    let before = size();
    is(&session, between, PersonRole::Victim);
    let after = size();
    assert_eq!(before, Some(3), "the text between is near to both");
    assert_eq!(after, None, "without it the two are not near enough");
}

#[test]
fn a_number_on_accounts_of_people_in_different_roles_joins_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let session = case(folder.path());
    let bio = format!("{TEXT} +44 7700 900001");
    let one = add(&session, "tiktok", "a1", &bio);
    let two = add(&session, "x", "a2", &bio);
    let other = add(&session, "facebook", "a3", "+44 7700 900001");
    let sizes = || -> Vec<u32> {
        let found = networks(&session, &mut |_, _| true).unwrap();
        found.iter().map(|network| network.size).collect()
    };
    is(&session, one, PersonRole::Suspect);
    assert_eq!(sizes(), [2], "one word alone differs from nothing");
    assert!(links(&session, two).unwrap().shared.is_empty());
    is(&session, other, PersonRole::Victim);
    assert_eq!(sizes(), [0u32; 0], "the text alone begins no network");
    let shown = links(&session, two).unwrap();
    assert_eq!(shown.shared[0].value, "+447700900001");
    assert!(shown.shared[0].why.contains("different roles"));
    is(&session, other, PersonRole::Suspect);
    assert_eq!(sizes(), [2]);
    assert!(links(&session, two).unwrap().shared.is_empty());
}
