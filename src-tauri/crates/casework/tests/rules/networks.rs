//! A network that is given out, and what is said of accounts that come back.

use crate::bench::{Bench, rule};
use breakwater_casework::account::{declare, links, succession, undo};
use breakwater_casework::exchange::network;
use breakwater_casework::{Error, Quiet};
use breakwater_model::AccountId;
use breakwater_model::network::{
    DeclarationKind, DeclareRequest, DrawnNode, NetworkDrawing, NetworkExportRequest, NetworkFormat,
};
use breakwater_model::succession::{SuccessionRequest, Verdict};
use std::fs;

const FILE: &str =
    "platform,handle,bio\ntiktok,a.one,Nisje\nx,b_two,Makina & <b>\nx,c_three,Shtepi\n";

fn bench() -> (Bench, Vec<AccountId>) {
    let bench = Bench::new();
    bench.import(FILE);
    let ids: Vec<AccountId> = bench.accounts().into_iter().map(|row| row.id).collect();
    let request = DeclareRequest {
        kind: DeclarationKind::Together,
        accounts: ids[..2].to_vec(),
        from: Vec::new(),
        name: Some("Pier <&>".into()),
        reason: "The same voice answers both.".into(),
    };
    declare::declare(&bench.session, &request).unwrap();
    (bench, ids)
}

fn request(head: AccountId, format: NetworkFormat) -> NetworkExportRequest {
    NetworkExportRequest {
        place: String::new(),
        head,
        format,
        drawing: None,
        recipient: "Desk 3".into(),
        purpose: "Analysis".into(),
    }
}

fn drawing(id: AccountId) -> NetworkDrawing {
    NetworkDrawing {
        nodes: vec![DrawnNode {
            id: id.to_string(),
            label: "a.one\nNew".into(),
            letters: "TT".into(),
            is_account: true,
            x: 1.0,
            y: 2.0,
            size: 36.0,
        }],
        edges: Vec::new(),
    }
}

#[test]
fn a_network_that_is_given_out_is_marked_and_its_accounts_stand_in_the_log() {
    let (bench, ids) = bench();
    let out = bench.folder.path().join("network.graphml");
    let asked = request(ids[0], NetworkFormat::Graphml);
    let view = network::export(&bench.session, &asked, &out, &Quiet).unwrap();
    assert_eq!(
        (view.accounts, view.file_name.as_str()),
        (2, "network.graphml")
    );
    let text = fs::read_to_string(&out).unwrap();
    for wanted in [
        "OFFICIAL-SENSITIVE",
        "Pier &lt;&amp;&gt;",
        "b_two",
        "declared",
    ] {
        assert!(text.contains(wanted), "{wanted} in {text}");
    }
    assert!(!text.contains("c_three"), "who is not of it stays");
    let entry = &bench.entries("network-exported")[0];
    assert_eq!((entry.seq, entry.subjects.len()), (view.entry, 2));
}

#[test]
fn a_network_leaves_to_somebody_for_something_and_into_no_case_folder() {
    let (bench, ids) = bench();
    let out = bench.folder.path().join("network.graphml");
    let nobody = NetworkExportRequest {
        recipient: " ".into(),
        ..request(ids[0], NetworkFormat::Graphml)
    };
    assert_eq!(
        rule(network::export(&bench.session, &nobody, &out, &Quiet)),
        "a-disclosure-names-recipient-and-purpose"
    );
    let within = bench.folder.path().join("a.case/network.graphml");
    let asked = request(ids[0], NetworkFormat::Graphml);
    assert!(network::export(&bench.session, &asked, &within, &Quiet).is_err());
    let none = request(ids[2], NetworkFormat::Graphml);
    assert!(matches!(
        network::export(&bench.session, &none, &out, &Quiet),
        Err(Error::NotFound("network"))
    ));
    assert!(!out.exists() && bench.entries("network-exported").is_empty());
}

#[test]
fn a_picture_holds_nobody_who_is_not_of_the_network() {
    let (bench, ids) = bench();
    let out = bench.folder.path().join("network.svg");
    for bad in [None, Some(drawing(ids[2]))] {
        let asked = NetworkExportRequest {
            drawing: bad,
            ..request(ids[0], NetworkFormat::Svg)
        };
        assert!(network::export(&bench.session, &asked, &out, &Quiet).is_err());
    }
    assert!(bench.entries("network-exported").is_empty());
    let asked = NetworkExportRequest {
        drawing: Some(drawing(ids[0])),
        ..request(ids[0], NetworkFormat::Svg)
    };
    network::export(&bench.session, &asked, &out, &Quiet).unwrap();
    let text = fs::read_to_string(&out).unwrap();
    assert!(
        text.contains("OFFICIAL-SENSITIVE") && text.contains("a.one"),
        "{text}"
    );
}

#[test]
fn of_two_accounts_one_word_stands_a_chain_has_no_circle_and_one_account_before_each() {
    let (bench, ids) = bench();
    let say = |account: usize, predecessor: usize, is_confirmed: bool| {
        let request = SuccessionRequest {
            account: ids[account],
            predecessor: ids[predecessor],
            is_confirmed,
            reason: String::new(),
        };
        succession::say(&bench.session, &request)
    };
    assert!(matches!(say(0, 0, true), Err(Error::Invalid(_))));
    say(1, 0, false).unwrap();
    let said = say(1, 0, true).unwrap();
    assert_eq!(rule(say(0, 1, true)), "no-circle");
    assert_eq!(rule(say(1, 2, true)), "one-predecessor");
    let view = links::links(&bench.session, ids[0]).unwrap();
    let verdict = |view: &breakwater_model::link::LinksView| {
        view.links[0].succession.as_ref().map(|one| one.verdict)
    };
    assert_eq!(verdict(&view), Some(Verdict::Confirmed));
    assert_eq!(view.chain.len(), 2);
    undo::undo(&bench.session, said.set).unwrap();
    assert_eq!(links::links(&bench.session, ids[0]).unwrap().chain, []);
    let said = say(1, 0, true).unwrap();
    succession::take_back(&bench.session, said.id).unwrap();
    assert_eq!(
        verdict(&links::links(&bench.session, ids[0]).unwrap()),
        None
    );
}
