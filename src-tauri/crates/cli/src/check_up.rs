//! What a spreadsheet holds. There is no case: what was read is gone when the answer is given.

use crate::args::CheckUp as Call;
use crate::case::Desk;
use crate::output::{Bar, Output};
use breakwater_casework::Result;
use breakwater_casework::check_up::{self, CheckUp};
use breakwater_model::check_up::{CheckUpRowView, CheckUpView, Figure, FigureView, How};
use breakwater_model::platform::Unit;
use serde::ser::{Error as _, SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};
use std::collections::VecDeque;

/// Rows whose cells are opened at a time.
const STEP: u32 = 20_000;

pub fn check_up(desk: &Desk, call: &Call, output: &Output) -> Result<()> {
    check_up::sweep();
    let looked = check_up::look(desk.host(), &call.files, &Bar)?;
    let told = figures(&looked.view()?)?;
    if !output.is_for_programs() {
        return output.one(&told);
    }
    let document = Document {
        told,
        findings: Findings {
            looked: &looked,
            with_cells: call.cells,
        },
    };
    Output::document(&document)
}

/// Everything but the findings.
fn figures(view: &CheckUpView) -> Result<Map<String, Value>> {
    let mut told = Map::new();
    told.insert("rows".into(), view.rows.into());
    told.insert("accounts".into(), view.accounts.into());
    for figure in &view.figures {
        told.insert(figure.figure.field().into(), figure.count.into());
    }
    let mut units = Map::new();
    for one in &view.units {
        units.insert(unit_name(one.unit)?, one.rows.into());
    }
    told.insert("units".into(), units.into());
    let oldest = serde_json::to_value(&view.oldest)?;
    told.insert("oldest_unanswered".into(), oldest);
    told.insert("files".into(), serde_json::to_value(&view.files)?);
    told.insert("remarks".into(), remarks(&view.figures)?.into());
    Ok(told)
}

fn unit_name(unit: Option<Unit>) -> Result<String> {
    let name = unit.map(serde_json::to_value).transpose()?;
    let name = name.as_ref().and_then(Value::as_str);
    Ok(name.unwrap_or("unknown").to_owned())
}

fn remarks(figures: &[FigureView]) -> Result<Map<String, Value>> {
    let mut told = Map::new();
    for figure in figures {
        if let Some(remark) = figure.remark {
            told.insert(figure.figure.field().into(), serde_json::to_value(remark)?);
        }
    }
    Ok(told)
}

/// The answer for programs. Findings are read while they are written: there may be as many as rows.
#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    told: Map<String, Value>,
    findings: Findings<'a>,
}

/// The findings of every figure.
#[derive(Clone, Copy)]
struct Findings<'a> {
    looked: &'a CheckUp,
    with_cells: bool,
}

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(Figure::ALL.len()))?;
        for figure in Figure::ALL {
            let found = Found { of: *self, figure };
            map.serialize_entry(figure.field(), &found)?;
        }
        map.end()
    }
}

/// The findings of one figure.
struct Found<'a> {
    of: Findings<'a>,
    figure: Figure,
}

/// One finding.
#[derive(Serialize)]
struct Finding {
    label: String,
    how: How,
    unit: Option<Unit>,
    rows: Vec<Place>,
}

/// Where a row stands.
#[derive(Serialize)]
struct Place {
    file: String,
    row: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    cells: Option<Map<String, Value>>,
}

impl Place {
    fn of(file: &str, row: u32, with: Option<&CheckUpRowView>) -> Self {
        let cells = with.map(|row| {
            let cells = row.cells.iter();
            cells
                .map(|cell| (cell.header.clone(), cell.text.clone().into()))
                .collect()
        });
        Self {
            file: file.to_owned(),
            row,
            cells,
        }
    }
}

impl Serialize for Found<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let (looked, figure) = (self.of.looked, self.figure);
        let mut labels = looked.labels(figure).map_err(S::Error::custom)?.into_iter();
        let mut findings = serializer.serialize_seq(None)?;
        let mut open: Option<(usize, Finding)> = None;
        let mut cells: VecDeque<CheckUpRowView> = VecDeque::new();
        for at in 0.. {
            let Some((number, file, row)) = looked.place(figure, at) else {
                break;
            };
            if self.of.with_cells && cells.is_empty() {
                let range = at..at.saturating_add(STEP);
                cells.extend(looked.rows_among(figure, range).map_err(S::Error::custom)?);
            }
            let place = Place::of(file, row, cells.pop_front().as_ref());
            match &mut open {
                Some((known, finding)) if *known == number => finding.rows.push(place),
                _ => {
                    let (how, unit) = looked.how(figure, at).unwrap_or((How::Plain, None));
                    let next = Finding {
                        label: labels.next().unwrap_or_default(),
                        how,
                        unit,
                        rows: vec![place],
                    };
                    if let Some((_, whole)) = open.replace((number, next)) {
                        findings.serialize_element(&whole)?;
                    }
                }
            }
        }
        if let Some((_, last)) = open {
            findings.serialize_element(&last)?;
        }
        findings.end()
    }
}
