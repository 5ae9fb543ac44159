//! The directory as a table: read with every fault by line, written as it is read.

use super::facts;
use breakwater_model::directory::{ChannelView, UnitFileFaultView};
use breakwater_report::csv_guard::{guard, unguard};
use breakwater_text::platform;
use chrono::NaiveDate;
use csv::{ReaderBuilder, StringRecord};
use std::collections::BTreeMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../data/channels.csv");

/// The columns, in the order they are written.
pub(super) const COLUMNS: [&str; 20] = [
    "platform",
    "channel",
    "name",
    "address",
    "accepts",
    "required",
    "identifiers",
    "most",
    "formats",
    "attachments",
    "language",
    "user_told",
    "preservation",
    "usual_time",
    "source",
    "date",
    "review_days",
    "needs",
    "most_items",
    "answer_days",
];

/// Columns of whole numbers, and whether they may be empty.
const NUMBERS: [(&str, bool); 3] = [
    ("review_days", false),
    ("most_items", true),
    ("answer_days", true),
];

/// Characters of a cell.
const LONGEST: usize = 1_000;
/// Channels of a directory.
const MOST: usize = 2_000;

static BUILT_IN: LazyLock<Vec<ChannelView>> =
    LazyLock::new(|| read(TABLE, None).unwrap_or_default());

/// The channels that come with the program.
pub(super) fn built_in() -> &'static [ChannelView] {
    &BUILT_IN
}

/// The table that comes with the program: CSV, for a colleague.
pub const fn built_in_text() -> &'static str {
    TABLE
}

/// Its version: the day of its newest row.
pub(super) fn built_in_version() -> String {
    let newest = built_in().iter().map(|view| view.date.as_str()).max();
    newest.unwrap_or_default().to_owned()
}

/// Reads a table. With `today` a date that has not come yet is a fault.
///
/// # Errors
/// Every fault, by line.
pub(super) fn read(
    text: &str,
    today: Option<NaiveDate>,
) -> Result<Vec<ChannelView>, Vec<UnitFileFaultView>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    let headers = match reader.headers() {
        Ok(headers) => headers.clone(),
        Err(error) => return Err(vec![fault(1, error.to_string())]),
    };
    let faults = of_headers(&headers);
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut reading = Reading {
        headers,
        today,
        ..Reading::default()
    };
    for record in reader.records() {
        match record {
            Ok(record) => reading.row(&record),
            Err(error) => {
                let line = error.position().map_or(1, csv::Position::line);
                reading.faults.push(fault(line, error.to_string()));
            }
        }
    }
    reading.end()
}

/// Writes a table; a cell that a spreadsheet would run is guarded.
pub(super) fn write(channels: &[ChannelView]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut put =
        |cells: &[String]| writer.write_record(cells.iter().map(|cell| guard(cell).into_owned()));
    let mut is_whole = put(&COLUMNS.map(str::to_owned)).is_ok();
    for view in channels {
        let cells = cells(view);
        is_whole &=
            put(&COLUMNS.map(|column| cells.get(column).cloned().unwrap_or_default())).is_ok();
    }
    let bytes = writer.into_inner().unwrap_or_default();
    debug_assert!(is_whole, "writing to memory does not fail");
    String::from_utf8(bytes).unwrap_or_default()
}

/// What a channel says, by column.
pub(super) fn cells(view: &ChannelView) -> BTreeMap<String, String> {
    let Ok(serde_json::Value::Object(fields)) = serde_json::to_value(view) else {
        return BTreeMap::new();
    };
    let said = |value: serde_json::Value| match value {
        serde_json::Value::String(text) => text,
        serde_json::Value::Null => String::new(),
        other => other.to_string(),
    };
    fields
        .into_iter()
        .map(|(column, value)| (column, said(value)))
        .collect()
}

fn of_headers(headers: &StringRecord) -> Vec<UnitFileFaultView> {
    let mut faults = Vec::new();
    for column in COLUMNS {
        let times = headers.iter().filter(|name| name.trim() == column).count();
        match times {
            1 => {}
            0 => faults.push(fault(1, format!("there is no column {column:?}"))),
            _ => faults.push(fault(
                1,
                format!("the column {column:?} is there {times} times"),
            )),
        }
    }
    for name in headers
        .iter()
        .filter(|name| !COLUMNS.contains(&name.trim()))
    {
        faults.push(fault(
            1,
            format!(
                "nothing is known of a column {name:?}; the columns are {}",
                COLUMNS.join(", ")
            ),
        ));
    }
    faults
}

#[derive(Default)]
struct Reading {
    headers: StringRecord,
    today: Option<NaiveDate>,
    channels: Vec<ChannelView>,
    lines: BTreeMap<(String, String), u64>,
    faults: Vec<UnitFileFaultView>,
}

impl Reading {
    fn row(&mut self, record: &StringRecord) {
        let line = record.position().map_or(1, csv::Position::line);
        if record.len() != self.headers.len() {
            self.faults.push(fault(
                line,
                format!(
                    "{} cells where {} are wanted",
                    record.len(),
                    self.headers.len()
                ),
            ));
            return;
        }
        let names = self.headers.iter().map(|name| name.trim().to_owned());
        let cells: BTreeMap<String, String> = names
            .zip(record.iter().map(|cell| unguard(cell.trim()).to_owned()))
            .collect();
        let mut whys = wrong_numbers(&cells);
        let read = if whys.is_empty() {
            of_cells(&cells)
        } else {
            None
        };
        if let Some(view) = &read {
            whys.extend(wrong(view, self.today));
            let key = (view.platform.clone(), view.channel.clone());
            if let Some(first) = self.lines.get(&key) {
                whys.push(format!(
                    "{} of {} stands on line {first} already",
                    view.channel, view.platform
                ));
            } else {
                self.lines.insert(key, line);
            }
        }
        self.faults
            .extend(whys.into_iter().map(|why| fault(line, why)));
        self.channels.extend(read);
    }

    fn end(mut self) -> Result<Vec<ChannelView>, Vec<UnitFileFaultView>> {
        if self.channels.is_empty() && self.faults.is_empty() {
            self.faults
                .push(fault(1, "there is no channel in it".into()));
        }
        if self.channels.len() > MOST {
            self.faults
                .push(fault(1, format!("a directory has {MOST} channels at most")));
        }
        if self.faults.is_empty() {
            Ok(self.channels)
        } else {
            Err(self.faults)
        }
    }
}

fn of_cells(cells: &BTreeMap<String, String>) -> Option<ChannelView> {
    let value = |(name, text): (&String, &String)| {
        let is_number = NUMBERS.iter().any(|(column, _)| column == name);
        let said = match text.parse::<u32>() {
            Ok(number) if is_number => serde_json::Value::from(number),
            _ if is_number => serde_json::Value::Null,
            _ => serde_json::Value::from(text.as_str()),
        };
        (name.clone(), said)
    };
    serde_json::from_value(
        cells
            .iter()
            .map(value)
            .collect::<serde_json::Map<_, _>>()
            .into(),
    )
    .ok()
}

fn wrong_numbers(cells: &BTreeMap<String, String>) -> Vec<String> {
    let mut whys = Vec::new();
    for (column, may_be_empty) in NUMBERS {
        let text = cells.get(column).map(String::as_str).unwrap_or_default();
        let is_empty = may_be_empty && text.is_empty();
        if !is_empty
            && !text
                .parse::<u16>()
                .is_ok_and(|number| (1..=3_650).contains(&number))
        {
            let or_empty = if may_be_empty { ", or nothing" } else { "" };
            whys.push(format!(
                "{column} is {text:?}; a whole number from 1 to 3650 is wanted{or_empty}"
            ));
        }
    }
    whys
}

/// What breaks a rule of a channel.
fn wrong(view: &ChannelView, today: Option<NaiveDate>) -> Vec<String> {
    let mut whys = Vec::new();
    if platform::facts(&view.platform).is_none() {
        whys.push(format!("there is no platform {:?}", view.platform));
    }
    let kinds = facts::channel_kinds();
    if !kinds.contains(&view.channel.as_str()) {
        whys.push(format!(
            "there is no channel {:?}; there are {}",
            view.channel,
            kinds.join(", ")
        ));
    }
    for need in needs(view) {
        if !facts::channel_needs()
            .iter()
            .any(|known| known.need == need)
        {
            whys.push(format!("needs names {need:?}, which nothing is known of"));
        }
    }
    match NaiveDate::parse_from_str(&view.date, "%Y-%m-%d") {
        Err(_) => whys.push(format!("date is {:?}; YYYY-MM-DD is wanted", view.date)),
        Ok(date) if today.is_some_and(|today| date > today) => {
            whys.push(format!("the date {} has not come yet", view.date));
        }
        Ok(_) => {}
    }
    for (column, text) in cells(view) {
        let may_be_empty = matches!(
            column.as_str(),
            "address" | "needs" | "most_items" | "answer_days"
        );
        if text.is_empty() && !may_be_empty {
            whys.push(format!(
                "{column} is empty; write \"not published\" where no source says it"
            ));
        }
        if text.chars().count() > LONGEST {
            whys.push(format!("{column} is longer than {LONGEST} characters"));
        }
        if text.chars().any(char::is_control) {
            whys.push(format!("{column} holds a character that cannot be seen"));
        }
    }
    whys
}

/// What a channel asks of a notice, by code.
pub(super) fn needs(view: &ChannelView) -> impl Iterator<Item = &str> {
    view.needs
        .split(';')
        .map(str::trim)
        .filter(|need| !need.is_empty())
}

fn fault(line: u64, why: String) -> UnitFileFaultView {
    UnitFileFaultView {
        line: u32::try_from(line).unwrap_or(u32::MAX),
        why,
    }
}

#[cfg(test)]
#[path = "table_tests.rs"]
mod tests;
