//! Templates of the unit: checked before they are taken, versioned, and part of what is approved.

use crate::bench::Bench;
use crate::sent::Sent;
use breakwater_casework::{Error, referral, template};
use breakwater_model::assessment::Decision;
use breakwater_model::referral::ReferralFormat;
use breakwater_model::template::{TemplateRequest, TemplateResultView, TemplateView};
use std::fs;

fn set(bench: &Bench, name: &str, text: &str) -> TemplateResultView {
    let request = TemplateRequest {
        name: name.into(),
        text: text.into(),
    };
    template::set(&bench.session, &request).unwrap()
}

fn view(bench: &Bench, name: &str) -> TemplateView {
    let all = template::all(&bench.session).unwrap();
    all.into_iter().find(|one| one.name == name).unwrap()
}

#[track_caller]
fn check_refused(bench: &Bench, name: &str, text: &str, expected: &[(u32, &str)]) {
    let result = set(bench, name, text);
    assert_eq!(result.version, None);
    assert_eq!(result.faults.len(), expected.len(), "{:?}", result.faults);
    for (fault, (line, why)) in result.faults.iter().zip(expected) {
        assert!(fault.line == *line && fault.why.contains(why), "{fault:?}");
    }
    assert!(!view(bench, name).is_own);
}

#[test]
fn a_template_with_a_fault_is_refused_by_its_line() {
    let bench = Bench::new();
    check_refused(
        &bench,
        "heading",
        "To\n{{ platfrom }}",
        &[(2, "\"platfrom\"")],
    );
    check_refused(&bench, "heading", "To {{ platform", &[(1, "")]);
    check_refused(&bench, "heading", "{% include 'x' %}", &[(1, "")]);
    let never = "{{ platform }}\n{% if not platform %}\n{{ nowhere }}\n{% endif %}";
    check_refused(&bench, "heading", never, &[(3, "\"nowhere\"")]);
    let loops = "{% for a in items %}{{ a.nothing }}{% endfor %}{{ notice }}";
    check_refused(&bench, "letter", loops, &[(1, "nothing stands under")]);
    check_refused(
        &bench,
        "heading",
        "{{ title }}",
        &[(1, "nothing stands under")],
    );
    let endless = "{% for a in counts %}".to_owned()
        + &"{% for b in 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' %}".repeat(6)
        + "x"
        + &"{% endfor %}".repeat(7);
    check_refused(&bench, "heading", &endless, &[(1, "more steps")]);
    check_refused(&bench, "letter", "Good morning", &[(1, "{{ notice }}")]);
    let same = "The information is complete and given in good faith.";
    check_refused(&bench, "statement", same, &[(1, "the same whether")]);
    check_refused(
        &bench,
        "heading",
        "a\u{202e}b {{ platform }}",
        &[(1, "cannot be seen")],
    );
    let shipped = view(&bench, "notice").text;
    let without = shipped.replace("{{ item_field(\"Why\", item.why) }}\n", "");
    check_refused(
        &bench,
        "notice",
        &without,
        &[(1, "why an item is referred")],
    );
}

#[test]
fn a_template_is_a_version_and_the_one_that_came_comes_back() {
    let bench = Bench::new();
    let came = view(&bench, "heading");
    let first = set(&bench, "heading", "A notice to {{ platform }}");
    assert_eq!(first.sample, "A notice to TikTok");
    let own = view(&bench, "heading");
    assert_eq!(Some(own.version.clone()), first.version);
    assert_eq!(own.differences.len(), 2);
    assert_eq!(
        set(&bench, "heading", &own.text).version,
        None,
        "nothing changed"
    );
    let second = set(&bench, "heading", "Notice for {{ platform }}");
    assert_ne!(first.version, second.version);
    assert!(template::reset(&bench.session, "heading").unwrap());
    assert!(!template::reset(&bench.session, "heading").unwrap());
    let back = view(&bench, "heading");
    assert_eq!((back.text, back.version), (came.text, came.version));
    assert_eq!(back.versions.len(), 2);
    assert!(back.versions.iter().all(|one| !one.stands));
}

#[test]
fn a_template_says_what_a_draft_is_rendered_as_and_shows_hidden_signs() {
    let bench = Bench::new();
    bench.import("platform,handle,bio\ntiktok,made_up,gomone every\u{202e} night\n");
    let account = bench.one();
    bench.decide(account, Decision::Refer);
    let draft = bench.draft(account).unwrap();
    let letter = set(&bench, "letter", "Good morning,\n\n{{ notice }}\n\nYours");
    assert_eq!(letter.faults, []);
    let notice = view(&bench, "notice").text;
    let own = notice.replace(
        "{{ item_field(\"Words\", item.words) }}",
        "It says: {{ item.words }}",
    );
    assert_eq!(set(&bench, "notice", &own).faults, []);
    let out = bench.folder.path().join("notice.txt");
    referral::export::export(&bench.session, draft.id, ReferralFormat::Txt, &out).unwrap();
    let text = fs::read_to_string(&out).unwrap();
    assert!(
        text.contains("\nIt says: ") && !text.contains('\u{202e}'),
        "{text}"
    );
    let eml = bench.folder.path().join("notice.eml");
    referral::export::export(&bench.session, draft.id, ReferralFormat::Eml, &eml).unwrap();
    let eml = fs::read_to_string(&eml).unwrap();
    assert!(eml.contains("Good morning,") && eml.contains("Yours"));
}

#[test]
fn what_was_submitted_is_not_rendered_with_another_template() {
    let sent = Sent::of(1);
    let session = sent.desk();
    let request = TemplateRequest {
        name: "heading".into(),
        text: "Another notice to {{ platform }}".into(),
    };
    let before = referral::export::text(session, sent.referral).unwrap();
    template::set(session, &request).unwrap();
    assert_eq!(
        referral::export::text(session, sent.referral).unwrap(),
        before
    );
}

#[test]
fn a_name_that_is_no_template_is_refused() {
    let bench = Bench::new();
    let request = TemplateRequest {
        name: "nothing".into(),
        text: String::new(),
    };
    let error = template::preview(&bench.session, &request).unwrap_err();
    assert!(matches!(error, Error::Invalid(_)), "{error}");
}
