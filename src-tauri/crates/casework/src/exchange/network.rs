//! A network that is given out: as `GraphML` or as the picture the officer sees, marked, logged as a disclosure.

use crate::case::describe;
use crate::{Error, Progress, Result, Session, account, outfile};
use breakwater_casefile::Action;
use breakwater_model::audit::Operation;
use breakwater_model::link::NetworkView;
use breakwater_model::network::{
    DeclarationKind, NetworkDrawing, NetworkExportRequest, NetworkExportView, NetworkFormat,
};
use breakwater_report::network::{Edge, Node, graphml, svg};
use std::collections::BTreeSet;
use std::path::Path;

/// Most nodes of a picture.
const NODES: usize = 5_000;

/// Writes the network, reads it back and compares; logged as disclosure to the recipient before a byte leaves.
///
/// # Errors
/// The network is not there any more; the picture holds an account that is not of it. Refused by rule
/// `a-disclosure-names-recipient-and-purpose`.
pub fn export(
    session: &Session,
    request: &NetworkExportRequest,
    out: &Path,
    progress: &dyn Progress,
) -> Result<NetworkExportView> {
    let (recipient, purpose) = (request.recipient.trim(), request.purpose.trim());
    if recipient.is_empty() || purpose.is_empty() {
        return Err(Error::Refused {
            rule: "a-disclosure-names-recipient-and-purpose",
            message: "Say who receives the file and what for.".into(),
            missing: vec!["recipient".into(), "purpose".into()],
        });
    }
    outfile::check_place(out)?;
    let mut networks = account::links::networks(session, progress)?.into_iter();
    let network = networks
        .find(|network| network.head == request.head)
        .ok_or(Error::NotFound("network"))?;
    let (marking, _, _) = describe::heading(session)?;
    let head = (
        network.label.as_str(),
        marking.as_str(),
        session.host().now(),
    );
    let written = match request.format {
        NetworkFormat::Graphml => graphml(head, &nodes(&network), &edges(&network)),
        NetworkFormat::Svg => svg(head, checked(&network, request.drawing.as_ref())?),
    };
    let bytes = written.map_err(Error::io("the network"))?;
    let format = match request.format {
        NetworkFormat::Graphml => "GraphML",
        NetworkFormat::Svg => "SVG",
    };
    let action = network.accounts.iter().fold(
        Action::new(Operation::Disclosure, "network-exported", "account")
            .word("recipient", recipient)
            .word("purpose", purpose)
            .word("format", format),
        |action, row| action.on(row.id.uuid()),
    );
    let file_name = out
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let done = session.note(action)?;
    let sha256 = outfile::write_checked(out, |file| {
        file.write_all(&bytes).map_err(Error::io(&file_name))
    })?;
    session.write_head()?;
    Ok(NetworkExportView {
        accounts: u32::try_from(network.accounts.len()).unwrap_or(u32::MAX),
        sha256,
        entry: u32::try_from(done.seq).unwrap_or(u32::MAX),
        file_name,
    })
}

/// The picture, of this network's accounts and of what they share.
fn checked<'a>(
    network: &NetworkView,
    drawing: Option<&'a NetworkDrawing>,
) -> Result<&'a NetworkDrawing> {
    let Some(drawing) = drawing.filter(|drawing| !drawing.nodes.is_empty()) else {
        return Err(Error::Invalid("There is no picture to write.".into()));
    };
    let known: BTreeSet<String> = network
        .accounts
        .iter()
        .map(|row| row.id.to_string())
        .collect();
    let is_strange = |node: &breakwater_model::network::DrawnNode| {
        let is_placed = node.x.is_finite() && node.y.is_finite() && node.size.is_finite();
        !is_placed || (node.is_account && !known.contains(&node.id))
    };
    if drawing.nodes.len() > NODES || drawing.nodes.iter().any(is_strange) {
        return Err(Error::Invalid(
            "The picture is not of this network any more. Look for networks again.".into(),
        ));
    }
    Ok(drawing)
}

fn nodes(network: &NetworkView) -> Vec<Node> {
    let time =
        |at: Option<breakwater_model::Instant>| at.map(|at| at.to_string()).unwrap_or_default();
    let accounts = network.accounts.iter().map(|row| {
        let life = network.timeline.iter().find(|life| life.account == row.id);
        let status = serde_json::to_value(row.status).unwrap_or_default();
        Node {
            id: row.id.to_string(),
            kind: "account".into(),
            label: row.label.clone(),
            facts: vec![
                ("platform", row.platform.to_string()),
                ("handle", row.handle.clone().unwrap_or_default()),
                ("platform_id", row.platform_id.clone().unwrap_or_default()),
                ("status", status.as_str().unwrap_or_default().to_owned()),
                ("first_seen", time(life.and_then(|life| life.first_seen))),
                ("last_seen", time(life.and_then(|life| life.last_seen))),
                ("referred", time(life.and_then(|life| life.referred))),
                ("gone", time(life.and_then(|life| life.gone))),
            ],
        }
    });
    let values = network
        .values
        .iter()
        .enumerate()
        .map(|(number, value)| Node {
            id: format!("value-{number}"),
            kind: breakwater_text::link::facts(value.kind).code.to_owned(),
            label: value.value.clone(),
            facts: Vec::new(),
        });
    let together =
        |one: &&breakwater_model::network::DeclarationView| one.kind == DeclarationKind::Together;
    let said = network.said.iter().filter(together).map(|one| Node {
        id: one.id.to_string(),
        kind: "declaration".into(),
        label: one.name.clone().unwrap_or_default(),
        facts: vec![("reason", one.reason.clone())],
    });
    accounts.chain(values).chain(said).collect()
}

fn edges(network: &NetworkView) -> Vec<Edge> {
    let mut all = Vec::new();
    for (number, value) in network.values.iter().enumerate() {
        all.extend(value.accounts.iter().map(|account| Edge {
            source: account.to_string(),
            target: format!("value-{number}"),
            kind: "bears",
        }));
    }
    let known: BTreeSet<_> = network.accounts.iter().map(|row| row.id).collect();
    for one in &network.said {
        let among = one
            .accounts
            .iter()
            .filter(|account| known.contains(&account.id));
        if one.kind == DeclarationKind::Together {
            all.extend(among.map(|account| Edge {
                source: account.id.to_string(),
                target: one.id.to_string(),
                kind: "declared",
            }));
        }
    }
    for life in &network.timeline {
        all.extend(
            life.after
                .filter(|before| known.contains(before))
                .map(|before| Edge {
                    source: life.account.to_string(),
                    target: before.to_string(),
                    kind: "came-after",
                }),
        );
    }
    all
}
