//! What goes out as CSV comes in again as it was.

use crate::ctl::Desk;
use crate::made_up;
use std::fs;

#[test]
fn an_export_imported_and_exported_again_is_the_same() {
    let desk = Desk::new();
    let first = desk.new_case("first");
    first.import(&made_up::good(25));
    let (one, _) = first.export("one.csv");
    let second = desk.new_case("second");
    let counts = second.run("import", &[&one]).json();
    assert_eq!(counts["created"], 25, "{counts}");
    let (two, _) = second.export("two.csv");
    assert_eq!(
        fs::read_to_string(one).unwrap(),
        fs::read_to_string(two).unwrap()
    );
}

#[test]
fn the_same_export_twice_is_the_same_bytes() {
    let desk = Desk::new();
    let case = desk.new_case("case");
    case.import(&made_up::messy(3, 60));
    let (one, told) = case.export("one.csv");
    let (two, again) = case.export("two.csv");
    assert_eq!(fs::read(one).unwrap(), fs::read(two).unwrap());
    assert_eq!(told["sha256"], again["sha256"]);
}

#[test]
fn no_cell_of_an_export_is_a_formula() {
    let desk = Desk::new();
    let case = desk.new_case("case");
    case.import("platform,handle,display name,bio,Own column\ntiktok,h1,=1+1,@cmd,-2+3\ntiktok,h2,+SUM(A1),\"\t=1\",plain\n");
    let (out, _) = case.export("out.csv");
    let text = fs::read_to_string(out).unwrap();
    for cell in text.trim_start_matches('\u{feff}').split([',', '\n']) {
        let inner = cell.trim_start_matches('"');
        assert!(
            !inner.starts_with(['=', '+', '-', '@', '\t', '\r']) || inner == "\r",
            "{cell:?} in {text}"
        );
    }
}
