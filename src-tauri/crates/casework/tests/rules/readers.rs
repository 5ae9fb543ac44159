//! Nobody refers what nobody has read.

use crate::bench::Bench;
use breakwater_casework::{Error, account, case};
use breakwater_model::account::{TranslateRequest, TranslationStatus};
use breakwater_model::assessment::Decision;
use breakwater_model::case::OfficerRequest;

const FILE: &str = "platform,handle,language,bio\ntiktok,one,sq,Nisje\ntiktok,two,sq,Nisje sonte\n\
    tiktok,three,en,Boat\n";

fn reads(bench: &Bench, codes: &[&str]) {
    let request = OfficerRequest {
        reads: Some(codes.iter().map(|code| (*code).to_owned()).collect()),
        ..OfficerRequest::default()
    };
    case::officer::set(&bench.session, &request).unwrap();
}

fn translate(bench: &Bench, account: breakwater_model::AccountId, status: TranslationStatus) {
    let request = TranslateRequest {
        account,
        post: None,
        text: "Departure".into(),
        status,
        by: "linguist 7".into(),
    };
    account::translate::translate(&bench.session, &request).unwrap();
}

#[test]
fn refer_is_shut_until_somebody_reads_it_or_a_checked_translation_stands() {
    let bench = Bench::new();
    bench.import(FILE);
    let accounts = bench.accounts();
    let of = |handle: &str| {
        let found = accounts
            .iter()
            .find(|row| row.handle.as_deref() == Some(handle));
        found.unwrap().id
    };
    let (one, english) = (of("one"), of("three"));
    let needs = |id| {
        account::read::read(&bench.session, id)
            .unwrap()
            .needs_reader
    };
    assert_eq!(needs(one), None, "nobody has said what they read");
    reads(&bench, &["fr"]);
    let told = needs(one).unwrap();
    assert_eq!(
        (told.language.as_str(), told.code.as_str(), told.waiting),
        ("Albanian", "sq", 2)
    );
    assert_eq!(needs(english), None);
    let refused = bench.try_decide(one, Decision::Refer);
    assert!(
        matches!(
            refused,
            Err(Error::Refused {
                rule: "needs-a-reader",
                ..
            })
        ),
        "{refused:?}"
    );
    translate(&bench, one, TranslationStatus::Gist);
    assert!(bench.try_decide(one, Decision::Refer).is_err());
    translate(&bench, one, TranslationStatus::Checked);
    assert_eq!(needs(one), None);
    bench.decide(one, Decision::Refer);
    let two = of("two");
    assert!(
        bench.try_decide(two, Decision::NoAction).is_ok(),
        "only refer is shut"
    );
    reads(&bench, &["sq"]);
    bench.decide(two, Decision::Refer);
}
