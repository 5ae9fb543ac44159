//! A network on paper: as `GraphML`, for programs that draw graphs, and as SVG, as the officer sees it.
//!
//! Invariant: the same network, marking and instant give the same bytes; both are well-formed XML whatever people wrote
//! in a name. The marking stands in the file as data and, in the picture, in sight.

use breakwater_model::Instant;
use breakwater_model::network::NetworkDrawing;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

/// A node of the graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its own in the file.
    pub id: String,
    /// `account`, `declaration`, or the kind of what is shared.
    pub kind: String,
    /// What it is called.
    pub label: String,
    /// Further facts, by the names of [`FACTS`].
    pub facts: Vec<(&'static str, String)>,
}

/// An edge of the graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// Where it begins.
    pub source: String,
    /// Where it ends.
    pub target: String,
    /// `bears`, `declared`, `apart` or `came-after`.
    pub kind: &'static str,
}

/// Names of the facts a node may have.
pub const FACTS: [&str; 9] = [
    "platform",
    "handle",
    "platform_id",
    "status",
    "first_seen",
    "last_seen",
    "referred",
    "gone",
    "reason",
];

type Xml = Writer<Vec<u8>>;

/// Text as XML 1.0 can hold it: a character that it forbids stands as the sign for what cannot be shown.
fn clean(text: &str) -> String {
    let is_allowed = |c: char| {
        matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'))
    };
    text.chars()
        .map(|c| if is_allowed(c) { c } else { '\u{fffd}' })
        .collect()
}

fn begin() -> io::Result<Xml> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    Ok(xml)
}

fn data(xml: &mut Xml, key: &str, text: &str) -> io::Result<()> {
    xml.create_element("data")
        .with_attribute(("key", key))
        .write_text_content(BytesText::new(&clean(text)))?;
    Ok(())
}

/// The network as `GraphML`.
///
/// # Errors
/// Never in memory; what the writer says.
pub fn graphml(
    (label, marking, at): (&str, &str, Instant),
    nodes: &[Node],
    edges: &[Edge],
) -> io::Result<Vec<u8>> {
    let mut xml = begin()?;
    xml.create_element("graphml")
        .with_attribute(("xmlns", "http://graphml.graphdrawing.org/xmlns"))
        .write_inner_content(|xml| {
            for (name, on) in [("label", "graph"), ("marking", "graph"), ("made", "graph")] {
                key(xml, on, name)?;
            }
            for name in ["kind", "label"].into_iter().chain(FACTS) {
                key(xml, "node", name)?;
            }
            key(xml, "edge", "kind")?;
            xml.create_element("graph")
                .with_attribute(("id", "network"))
                .with_attribute(("edgedefault", "undirected"))
                .write_inner_content(|xml| {
                    data(xml, "graph-label", label)?;
                    data(xml, "graph-marking", marking)?;
                    data(xml, "graph-made", &at.to_string())?;
                    for node in nodes {
                        write_node(xml, node)?;
                    }
                    for edge in edges {
                        write_edge(xml, edge)?;
                    }
                    Ok(())
                })?;
            Ok(())
        })?;
    Ok(end(xml))
}

fn key(xml: &mut Xml, on: &str, name: &str) -> io::Result<()> {
    xml.create_element("key")
        .with_attribute(("id", format!("{on}-{name}").as_str()))
        .with_attribute(("for", on))
        .with_attribute(("attr.name", name))
        .with_attribute(("attr.type", "string"))
        .write_empty()?;
    Ok(())
}

fn write_node(xml: &mut Xml, node: &Node) -> io::Result<()> {
    xml.create_element("node")
        .with_attribute(("id", clean(&node.id).as_str()))
        .write_inner_content(|xml| {
            data(xml, "node-kind", &node.kind)?;
            data(xml, "node-label", &node.label)?;
            for (name, value) in node.facts.iter().filter(|(_, value)| !value.is_empty()) {
                data(xml, &format!("node-{name}"), value)?;
            }
            Ok(())
        })?;
    Ok(())
}

fn write_edge(xml: &mut Xml, edge: &Edge) -> io::Result<()> {
    let directed = if edge.kind == "came-after" {
        "true"
    } else {
        "false"
    };
    xml.create_element("edge")
        .with_attribute(("source", clean(&edge.source).as_str()))
        .with_attribute(("target", clean(&edge.target).as_str()))
        .with_attribute(("directed", directed))
        .write_inner_content(|xml| data(xml, "edge-kind", edge.kind))?;
    Ok(())
}

fn end(xml: Xml) -> Vec<u8> {
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    bytes
}

/// Around the picture, and the height of its first line.
const MARGIN: f64 = 60.0;

/// Half the side of an account.
const HALF: f64 = 18.0;

/// The picture as the officer sees it: black on white, for paper, with the marking above it.
///
/// # Errors
/// Never in memory; what the writer says.
pub fn svg(
    (label, marking, at): (&str, &str, Instant),
    drawing: &NetworkDrawing,
) -> io::Result<Vec<u8>> {
    let places = || drawing.nodes.iter().map(|node| (node.x, node.y));
    let left = places()
        .map(|(x, _)| x)
        .fold(f64::INFINITY, f64::min)
        .min(0.0)
        - MARGIN * 2.0;
    let top = places()
        .map(|(_, y)| y)
        .fold(f64::INFINITY, f64::min)
        .min(0.0)
        - MARGIN * 2.0;
    let right = places().map(|(x, _)| x).fold(0.0, f64::max) + MARGIN * 2.0;
    let bottom = places().map(|(_, y)| y).fold(0.0, f64::max) + MARGIN * 2.0;
    let view = format!("{left:.1} {top:.1} {:.1} {:.1}", right - left, bottom - top);
    let mut xml = begin()?;
    xml.create_element("svg")
        .with_attribute(("xmlns", "http://www.w3.org/2000/svg"))
        .with_attribute(("viewBox", view.as_str()))
        .with_attribute(("font-family", "sans-serif"))
        .write_inner_content(|xml| {
            xml.create_element("title")
                .write_text_content(BytesText::new(&clean(label)))?;
            rect(
                xml,
                (left, top),
                (right - left, bottom - top),
                ("none", 0.0),
            )?;
            let head = format!("{marking} · {label} · {at}");
            text(xml, (left + 12.0, top + 24.0), ("start", 14.0), &head)?;
            for edge in &drawing.edges {
                line(xml, drawing, &edge.from, &edge.to)?;
            }
            for node in &drawing.nodes {
                draw_node(xml, node)?;
            }
            Ok(())
        })?;
    Ok(end(xml))
}

fn number(value: f64) -> String {
    format!("{value:.1}")
}

fn rect(
    xml: &mut Xml,
    at: (f64, f64),
    size: (f64, f64),
    (stroke, width): (&str, f64),
) -> io::Result<()> {
    xml.create_element("rect")
        .with_attribute(("x", number(at.0).as_str()))
        .with_attribute(("y", number(at.1).as_str()))
        .with_attribute(("width", number(size.0).as_str()))
        .with_attribute(("height", number(size.1).as_str()))
        .with_attribute(("fill", "#ffffff"))
        .with_attribute(("stroke", stroke))
        .with_attribute(("stroke-width", number(width).as_str()))
        .write_empty()?;
    Ok(())
}

fn text(xml: &mut Xml, at: (f64, f64), (anchor, size): (&str, f64), words: &str) -> io::Result<()> {
    xml.create_element("text")
        .with_attribute(("x", number(at.0).as_str()))
        .with_attribute(("y", number(at.1).as_str()))
        .with_attribute(("text-anchor", anchor))
        .with_attribute(("font-size", number(size).as_str()))
        .with_attribute(("fill", "#111111"))
        .write_text_content(BytesText::new(&clean(words)))?;
    Ok(())
}

fn line(xml: &mut Xml, drawing: &NetworkDrawing, from: &str, to: &str) -> io::Result<()> {
    let of = |id: &str| drawing.nodes.iter().find(|node| node.id == id);
    let (Some(from), Some(to)) = (of(from), of(to)) else {
        return Ok(());
    };
    xml.create_element("line")
        .with_attribute(("x1", number(from.x).as_str()))
        .with_attribute(("y1", number(from.y).as_str()))
        .with_attribute(("x2", number(to.x).as_str()))
        .with_attribute(("y2", number(to.y).as_str()))
        .with_attribute(("stroke", "#9aa5b1"))
        .write_empty()?;
    Ok(())
}

fn draw_node(xml: &mut Xml, node: &breakwater_model::network::DrawnNode) -> io::Result<()> {
    let below = if node.is_account {
        rect(
            xml,
            (node.x - HALF, node.y - HALF),
            (HALF * 2.0, HALF * 2.0),
            ("#334155", 2.0),
        )?;
        text(xml, (node.x, node.y + 5.0), ("middle", 13.0), &node.letters)?;
        HALF
    } else {
        let radius = node.size / 2.0;
        xml.create_element("circle")
            .with_attribute(("cx", number(node.x).as_str()))
            .with_attribute(("cy", number(node.y).as_str()))
            .with_attribute(("r", number(radius).as_str()))
            .with_attribute(("fill", "#dbeafe"))
            .with_attribute(("stroke", "#1d4ed8"))
            .write_empty()?;
        radius
    };
    let mut y = node.y + below + 14.0;
    for words in node.label.lines() {
        text(xml, (node.x, y), ("middle", 11.0), words)?;
        y += 14.0;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use breakwater_model::network::{DrawnEdge, DrawnNode};

    const HEAD: (&str, &str, Instant) = ("@a & <b>", "OFFICIAL", Instant(1_795_424_400_000));

    /// Every text and attribute of a file, which must be well-formed.
    fn read(bytes: &[u8]) -> (Vec<String>, Vec<String>) {
        let text = std::str::from_utf8(bytes).unwrap();
        let mut reader = quick_xml::Reader::from_str(text);
        reader.config_mut().check_end_names = true;
        let (mut names, mut words) = (Vec::new(), Vec::new());
        loop {
            match reader.read_event().unwrap() {
                Event::Eof => return (names, words),
                Event::Start(tag) | Event::Empty(tag) => {
                    names.push(tag.name().as_ref().to_owned());
                }
                Event::Text(text) => words.push(format!("{text:?}")),
                _ => {}
            }
        }
    }

    #[test]
    fn a_name_people_made_up_cannot_break_the_file() {
        let evil = "</node><x y=\"\u{0}\u{202e}&amp;'>";
        let node = Node {
            id: "a".into(),
            kind: "account".into(),
            label: evil.into(),
            facts: vec![("handle", evil.into()), ("gone", String::new())],
        };
        let edge = Edge {
            source: "a".into(),
            target: evil.into(),
            kind: "came-after",
        };
        let bytes = graphml(HEAD, &[node], &[edge]).unwrap();
        let (names, _) = read(&bytes);
        assert_eq!(names.iter().filter(|name| *name == "node").count(), 1);
        assert!(!names.contains(&"x".to_owned()));
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains('\u{0}') && text.contains("OFFICIAL"));
        assert!(!text.contains("node-gone\">"), "an empty fact is left out");
    }

    #[test]
    fn a_picture_has_the_marking_every_node_and_only_edges_between_them() {
        let node = |id: &str, x: f64, is_account: bool| DrawnNode {
            id: id.into(),
            label: "<b>\nnew".into(),
            letters: "TT".into(),
            is_account,
            x,
            y: 10.0,
            size: 20.0,
        };
        let edge = |from: &str, to: &str| DrawnEdge {
            from: from.into(),
            to: to.into(),
        };
        let drawing = NetworkDrawing {
            nodes: vec![node("a", -50.0, true), node("v", 90.0, false)],
            edges: vec![edge("a", "v"), edge("a", "gone")],
        };
        let (names, words) = read(&svg(HEAD, &drawing).unwrap());
        let count = |name: &str| names.iter().filter(|known| *known == name).count();
        assert_eq!((count("rect"), count("circle"), count("line")), (2, 1, 1));
        assert!(
            words.iter().any(|text| text.contains("OFFICIAL")),
            "{words:?}"
        );
    }
}
