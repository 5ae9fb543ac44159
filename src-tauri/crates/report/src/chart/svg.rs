//! The chart drawn as SVG.

use super::{Chart, Form, Series};
use crate::figures::grouped;
use quick_xml::Writer;
use quick_xml::events::BytesText;
use std::io;

const WIDE: f64 = 960.0;
const LEFT: f64 = 74.0;
const RIGHT: f64 = 930.0;
const TALL: f64 = 300.0;
const COLOURS: [&str; 4] = ["#0072b2", "#d55e00", "#009e73", "#333333"];
const DASHES: [&str; 4] = ["", "9 4", "2 4", "12 4 2 4"];
type Xml = Writer<Vec<u8>>;
type Attributes<'a> = &'a [(&'a str, String)];

fn clean(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}

fn empty(xml: &mut Xml, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
    let mut element = xml.create_element(name);
    for (key, value) in attributes {
        element = element.with_attribute((*key, value.as_str()));
    }
    element.write_empty()?;
    Ok(())
}

fn text(xml: &mut Xml, at: (f64, f64), anchor: &str, size: f64, words: &str) -> io::Result<()> {
    let weight = if size > 14.0 { "600" } else { "400" };
    xml.create_element("text")
        .with_attribute(("x", format!("{:.1}", at.0).as_str()))
        .with_attribute(("y", format!("{:.1}", at.1).as_str()))
        .with_attribute(("text-anchor", anchor))
        .with_attribute(("font-size", format!("{size}").as_str()))
        .with_attribute(("font-weight", weight))
        .with_attribute(("fill", "#111111"))
        .write_text_content(BytesText::new(&clean(words)))?;
    Ok(())
}

/// Where things stand: the top of the drawing, and the value its height is.
struct Space {
    top: f64,
    most: f64,
    step: f64,
}

impl Space {
    fn of(chart: &Chart) -> Self {
        let values = chart
            .series
            .iter()
            .flat_map(|one| one.values.iter().flatten());
        let most = values.copied().fold(0.0, f64::max);
        let step = if chart.is_share {
            share_step(most)
        } else {
            step(most)
        };
        Self {
            top: 78.0 + 18.0 * count(chart.facts.len()),
            // A share that is a whole number of steps but for its last bit asks for no further one.
            most: (most / step - 1e-9).ceil().max(1.0) * step,
            step,
        }
    }

    fn base(&self) -> f64 {
        self.top + TALL
    }

    fn y(&self, value: f64) -> f64 {
        self.base() - value / self.most * TALL
    }
}

/// Hundredths of which at most four fill the height; quarters where shares are large.
fn share_step(most: f64) -> f64 {
    let steps = [0.01, 0.02, 0.05, 0.1];
    let found = steps.into_iter().find(|step| step * 4.0 >= most);
    found.unwrap_or(0.25)
}

/// The next round number, of which at most five fill the height: 1, 2, 2.5 or 5 times a power of ten, whole.
fn step(most: f64) -> f64 {
    let least = (most / 4.0).max(1.0);
    let ten = 10_f64.powf(least.log10().floor());
    let found = [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|times| times * ten);
    found
        .into_iter()
        .find(|step| *step >= least)
        .unwrap_or(least)
        .ceil()
}

#[allow(clippy::cast_precision_loss, reason = "a few places of a chart")]
const fn count(number: usize) -> f64 {
    number as f64
}

pub fn draw(chart: &Chart) -> io::Result<Vec<u8>> {
    let space = Space::of(chart);
    let tall = space.base() + 84.0 + 20.0 * count(chart.series.len());
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    let size = format!("0 0 {WIDE} {tall}");
    xml.create_element("svg")
        .with_attribute(("xmlns", "http://www.w3.org/2000/svg"))
        .with_attribute(("viewBox", size.as_str()))
        .with_attribute(("width", format!("{WIDE}").as_str()))
        .with_attribute(("height", format!("{tall}").as_str()))
        .with_attribute(("font-family", "Noto Sans, sans-serif"))
        .with_attribute(("role", "img"))
        .write_inner_content(|xml| {
            let title = clean(&chart.title);
            xml.create_element("title")
                .write_text_content(BytesText::new(&title))?;
            xml.create_element("desc")
                .write_text_content(BytesText::new(&clean(&said(chart))))?;
            patterns(xml)?;
            let white = [
                ("width", format!("{WIDE}")),
                ("height", format!("{tall}")),
                ("fill", "#ffffff".into()),
            ];
            empty(xml, "rect", &white)?;
            head(xml, chart, tall)?;
            axis(xml, chart, &space)?;
            match chart.form {
                Form::Bars => bars(xml, chart, &space)?,
                Form::Lines => lines(xml, chart, &space)?,
            }
            key(xml, chart, &space)
        })?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

/// The numbers in words, for whoever cannot see them.
fn said(chart: &Chart) -> String {
    let series = chart.series.iter().map(|one| {
        let values = chart
            .places
            .iter()
            .zip(&one.values)
            .filter_map(|(place, value)| {
                value.map(|value| format!("{place} {}", number(value, chart.is_share)))
            });
        format!("{}: {}", one.name, values.collect::<Vec<_>>().join(", "))
    });
    series.collect::<Vec<_>>().join(". ")
}

fn number(value: f64, is_share: bool) -> String {
    if is_share {
        format!("{:.0} %", value * 100.0)
    } else if value.fract() == 0.0 {
        grouped(whole(value))
    } else {
        format!("{value:.1}")
    }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count; what does not fit is the most there is"
)]
const fn whole(value: f64) -> u32 {
    value as u32
}

/// A pattern for each series, so that bars are told apart in grey.
fn patterns(xml: &mut Xml) -> io::Result<()> {
    xml.create_element("defs").write_inner_content(|xml| {
        for (at, colour) in COLOURS.iter().enumerate() {
            let lines: &[&str] = match at {
                0 => &[],
                1 => &["M0 8L8 0"],
                2 => &["M0 4H8"],
                _ => &["M0 8L8 0", "M0 0L8 8"],
            };
            xml.create_element("pattern")
                .with_attribute(("id", format!("p{at}").as_str()))
                .with_attribute(("width", "8"))
                .with_attribute(("height", "8"))
                .with_attribute(("patternUnits", "userSpaceOnUse"))
                .write_inner_content(|xml| {
                    let ground = [
                        ("width", "8".into()),
                        ("height", "8".into()),
                        ("fill", (*colour).into()),
                    ];
                    empty(xml, "rect", &ground)?;
                    for line in lines {
                        let drawn = [
                            ("d", (*line).into()),
                            ("stroke", "#ffffff".into()),
                            ("stroke-width", "2".into()),
                        ];
                        empty(xml, "path", &drawn)?;
                    }
                    Ok(())
                })?;
        }
        Ok(())
    })?;
    Ok(())
}

fn head(xml: &mut Xml, chart: &Chart, tall: f64) -> io::Result<()> {
    text(xml, (WIDE / 2.0, 20.0), "middle", 11.0, &chart.marking)?;
    text(
        xml,
        (WIDE / 2.0, tall - 8.0),
        "middle",
        11.0,
        &chart.marking,
    )?;
    text(xml, (24.0, 48.0), "start", 18.0, &chart.title)?;
    for (at, fact) in chart.facts.iter().enumerate() {
        text(xml, (24.0, 70.0 + 18.0 * count(at)), "start", 13.0, fact)?;
    }
    Ok(())
}

fn axis(xml: &mut Xml, chart: &Chart, space: &Space) -> io::Result<()> {
    let mut value = 0.0;
    while value <= space.most + space.step / 2.0 {
        let y = space.y(value);
        let line = [
            ("x1", format!("{LEFT}")),
            ("x2", format!("{RIGHT}")),
            ("y1", format!("{y:.1}")),
            ("y2", format!("{y:.1}")),
            ("stroke", "#c8ccd2".into()),
        ];
        empty(xml, "line", &line)?;
        text(
            xml,
            (LEFT - 8.0, y + 4.0),
            "end",
            12.0,
            &number(value, chart.is_share),
        )?;
        value += space.step;
    }
    let room = (RIGHT - LEFT) / count(chart.places.len().max(1));
    let every = (chart.places.len() / 16) + 1;
    for (at, place) in chart
        .places
        .iter()
        .enumerate()
        .filter(|(at, _)| at % every == 0)
    {
        let x = LEFT + room * (count(at) + 0.5);
        text(xml, (x, space.base() + 20.0), "middle", 12.0, place)?;
    }
    Ok(())
}

fn bars(xml: &mut Xml, chart: &Chart, space: &Space) -> io::Result<()> {
    let room = (RIGHT - LEFT) / count(chart.places.len().max(1));
    let wide = (room * 0.72 / count(chart.series.len().max(1))).min(46.0);
    let start = (room - wide * count(chart.series.len())) / 2.0;
    for (row, one) in chart.series.iter().enumerate() {
        for (at, value) in one.values.iter().enumerate() {
            let Some(value) = value else { continue };
            let x = LEFT + room * count(at) + start + wide * count(row);
            let y = space.y(*value);
            let bar = [
                ("x", format!("{x:.1}")),
                ("y", format!("{y:.1}")),
                ("width", format!("{:.1}", wide - 2.0)),
                ("height", format!("{:.1}", (space.base() - y).max(0.0))),
                ("fill", format!("url(#p{})", row % COLOURS.len())),
                ("stroke", colour(row).into()),
            ];
            empty(xml, "rect", &bar)?;
            if wide > 20.0 {
                let words = number(*value, chart.is_share);
                text(xml, (x + wide / 2.0 - 1.0, y - 5.0), "middle", 11.0, &words)?;
            }
        }
    }
    Ok(())
}

fn colour(row: usize) -> &'static str {
    COLOURS
        .get(row % COLOURS.len())
        .copied()
        .unwrap_or("#333333")
}

fn dashes(row: usize) -> &'static str {
    DASHES.get(row % DASHES.len()).copied().unwrap_or_default()
}

/// Points of a series between places where nothing is known.
fn runs(one: &Series, room: f64, space: &Space) -> Vec<Vec<(f64, f64)>> {
    let mut runs = vec![Vec::new()];
    for (at, value) in one.values.iter().enumerate() {
        match (value, runs.last_mut()) {
            (Some(value), Some(run)) => {
                run.push((LEFT + room * (count(at) + 0.5), space.y(*value)));
            }
            _ => runs.push(Vec::new()),
        }
    }
    runs
}

fn lines(xml: &mut Xml, chart: &Chart, space: &Space) -> io::Result<()> {
    let room = (RIGHT - LEFT) / count(chart.places.len().max(1));
    for (row, one) in chart.series.iter().enumerate() {
        let runs = runs(one, room, space);
        for run in runs.iter().filter(|run| run.len() > 1) {
            let drawn: Vec<String> = run.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
            let line = [
                ("points", drawn.join(" ")),
                ("fill", "none".into()),
                ("stroke", colour(row).into()),
                ("stroke-width", "2.5".into()),
                ("stroke-dasharray", dashes(row).into()),
            ];
            empty(xml, "polyline", &line)?;
        }
        let points: Vec<(f64, f64)> = runs.into_iter().flatten().collect();
        let every = points.len() / 12 + 1;
        for (x, y) in points.iter().step_by(every) {
            marker(xml, row, (*x, *y))?;
        }
    }
    Ok(())
}

/// The mark of a series: a disc, a square, a triangle, a rhomb.
fn marker(xml: &mut Xml, row: usize, (x, y): (f64, f64)) -> io::Result<()> {
    let d = match row % 4 {
        0 => format!("M{:.1} {y:.1}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z", x - 4.0),
        1 => format!("M{:.1} {:.1}h8v8h-8z", x - 4.0, y - 4.0),
        2 => format!("M{x:.1} {:.1}l5 9h-10z", y - 5.0),
        _ => format!("M{x:.1} {:.1}l5 5l-5 5l-5 -5z", y - 5.0),
    };
    empty(xml, "path", &[("d", d), ("fill", colour(row).into())])
}

/// What each series is, in words beside its pattern or its line.
fn key(xml: &mut Xml, chart: &Chart, space: &Space) -> io::Result<()> {
    for (row, one) in chart.series.iter().enumerate() {
        let y = space.base() + 46.0 + 20.0 * count(row);
        match chart.form {
            Form::Bars => {
                let sample = [
                    ("x", format!("{LEFT}")),
                    ("y", format!("{:.1}", y - 10.0)),
                    ("width", "24".into()),
                    ("height", "12".into()),
                    ("fill", format!("url(#p{})", row % COLOURS.len())),
                    ("stroke", colour(row).into()),
                ];
                empty(xml, "rect", &sample)?;
            }
            Form::Lines => {
                let sample = [
                    ("x1", format!("{LEFT}")),
                    ("x2", format!("{}", LEFT + 36.0)),
                    ("y1", format!("{:.1}", y - 4.0)),
                    ("y2", format!("{:.1}", y - 4.0)),
                    ("stroke", colour(row).into()),
                    ("stroke-width", "2.5".into()),
                    ("stroke-dasharray", dashes(row).into()),
                ];
                empty(xml, "line", &sample)?;
                marker(xml, row, (LEFT + 18.0, y - 4.0))?;
            }
        }
        text(xml, (LEFT + 46.0, y), "start", 12.5, &one.name)?;
    }
    Ok(())
}
