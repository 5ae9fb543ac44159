//! Mappings are kept by name, offered again, and say where they no longer fit.

use crate::bench::{Bench, rule};
use breakwater_casework::Quiet;
use breakwater_casework::exchange::import::{self, Mapping, Preview, saved};
use breakwater_model::import::{Field, ImportPreviewView, ImportRequest};
use breakwater_model::mapping::MappingOrigin;

const FILE: &str = "Netz,Wer,Was\ntiktok,angli.express,Nisje\n";

fn preview(bench: &Bench, text: &str, mapping: Option<&str>) -> Preview {
    let file = bench.file("desk3.csv", text);
    let request = ImportRequest {
        mapping: mapping.map(str::to_owned),
        ..ImportRequest::default()
    };
    import::preview(&bench.session, &file, &request, &Quiet).unwrap()
}

fn fields(view: &ImportPreviewView) -> Vec<Field> {
    view.columns.iter().map(|column| column.field).collect()
}

/// Keeps a mapping that no guess would make.
fn keep(bench: &Bench, name: &str) {
    let file = bench.file("desk3.csv", FILE);
    let request = ImportRequest {
        fields: Some(vec![Field::Platform, Field::Handle, Field::Bio]),
        ..ImportRequest::default()
    };
    let preview = import::preview(&bench.session, &file, &request, &Quiet).unwrap();
    saved::save(&bench.session, &preview, name, false).unwrap();
}

#[test]
fn a_kept_mapping_is_used_again_for_the_same_header_in_any_order() {
    let bench = Bench::new();
    assert_eq!(preview(&bench, FILE, None).view().mapping, None);
    keep(&bench, "Desk 3");
    let view = preview(&bench, FILE, None).view();
    assert_eq!(view.mapping.as_ref().unwrap().name, "Desk 3");
    assert_eq!(fields(&view), [Field::Platform, Field::Handle, Field::Bio]);
    let turned = preview(&bench, "was,WER,Netz\nNisje,angli.express,tiktok\n", None).view();
    assert_eq!(
        fields(&turned),
        [Field::Bio, Field::Handle, Field::Platform]
    );
    assert_eq!(turned.counts.created, 1);
    let none = preview(&bench, FILE, Some("")).view();
    assert_eq!(
        (none.mapping, none.offered[0].name.as_str()),
        (None, "Desk 3")
    );
}

#[test]
fn a_mapping_that_no_longer_fits_is_offered_with_what_is_missing_and_what_is_new() {
    let bench = Bench::new();
    keep(&bench, "Desk 3");
    let changed = "Netz,Wer,Wann\ntiktok,angli.express,2026-11-03\n";
    let view = preview(&bench, changed, None).view();
    assert_eq!(view.mapping, None, "nothing is read by it unasked");
    let offered = &view.offered[0];
    assert_eq!(
        (offered.origin, offered.name.as_str()),
        (MappingOrigin::Saved, "Desk 3")
    );
    assert_eq!(
        (offered.missing.join(","), offered.new.join(",")),
        ("Was".into(), "Wann".into())
    );
    let asked = preview(&bench, changed, Some("Desk 3"));
    assert_eq!(fields(&asked.view())[1], Field::Handle);
    let warning = asked.warning().unwrap();
    assert!(
        warning.contains("Was") && warning.contains("Wann"),
        "{warning}"
    );
}

#[test]
fn mappings_are_shared_taken_in_renamed_and_forgotten() {
    let bench = Bench::new();
    keep(&bench, "Desk 3");
    let file = bench.folder.path().join("desk3.mapping");
    saved::share::<Mapping>(&bench.session, "Desk 3", &file).unwrap();
    let text = std::fs::read_to_string(&file).unwrap();
    assert_eq!(
        text,
        "# Breakwater mapping 1\n# name: Desk 3\nNetz=platform\nWer=handle\nWas=bio\n"
    );
    assert_eq!(
        rule(saved::take::<Mapping>(&bench.session, &file, false)),
        "mapping-kept"
    );
    assert_eq!(
        saved::take::<Mapping>(&bench.session, &file, true).unwrap(),
        "Desk 3"
    );
    saved::rename::<Mapping>(&bench.session, "Desk 3", "Desk 4").unwrap();
    let other = Bench::new();
    saved::take::<Mapping>(&other.session, &file, false).unwrap();
    let names = |bench: &Bench| -> Vec<String> {
        let all = saved::list::<Mapping>(&bench.session).unwrap();
        all.into_iter().map(|mapping| mapping.name).collect()
    };
    assert_eq!(
        (names(&bench), names(&other)),
        (vec!["Desk 4".into()], vec!["Desk 3".into()])
    );
    saved::forget::<Mapping>(&bench.session, "Desk 4").unwrap();
    assert_eq!(names(&bench), Vec::<String>::new());
    assert!(saved::rename::<Mapping>(&bench.session, "Desk 4", "x").is_err());
    assert_eq!(preview(&other, FILE, None).view().counts.created, 1);
}
