//! Answers in: a carry sheet that was filled in, by sheet and number. Rows in = rows out; the same file again changes
//! nothing.

use super::{record_word, shots};
use crate::exchange::import::source::{Reading, Source};
use crate::{Error, Quiet, Result, Session, outfile};
use breakwater_casefile::table::observed::{self, NewLook};
use breakwater_casefile::table::{account, check_sheet};
use breakwater_casefile::{Action, Reader};
use breakwater_model::audit::Operation;
use breakwater_model::checks::{CheckAnswersView, CheckRefusedView};
use breakwater_model::referral::{CheckMethod, Observed};
use breakwater_model::{AccountId, ExhibitId, Instant, WorldTime};
use breakwater_report::csv_guard::unguard;
use breakwater_text::date;
use csv::StringRecord;
use std::collections::HashMap;
use std::path::Path;

/// Rows that are listed with why they were not taken.
const LISTED: usize = 1_000;
const CLOCKS: i64 = 60_000;

/// What is read of a file of answers.
struct Columns {
    sheet: Option<usize>,
    number: usize,
    observed: usize,
    at: Option<usize>,
    method: Option<usize>,
}

/// A look that a row tells of.
#[derive(Debug, Clone)]
struct Said {
    observed: Observed,
    method: CheckMethod,
    at: WorldTime,
    sheet: (u32, u32),
}

/// A look, and whose it is.
struct Answer {
    account: i64,
    id: AccountId,
    said: Said,
    /// The screenshot that came back under the same number.
    exhibit: Option<ExhibitId>,
}

enum Row {
    Answered(Box<Answer>),
    Known,
    /// An earlier row of the file says the same.
    Same,
    Empty,
    Refused(String),
}

/// What the rows before said: by account, and by sheet and number with their line.
#[derive(Default)]
struct Met {
    by_account: HashMap<i64, Vec<Said>>,
    by_number: HashMap<(u32, u32), (u64, Said)>,
}

impl Met {
    /// What becomes of a row whose number was answered before: the same is one answer, another is none.
    fn again(&self, said: &Said) -> Option<Row> {
        let (line, before) = self.by_number.get(&said.sheet)?;
        let is_same = before.observed == said.observed
            && before.method == said.method
            && before.at.at == said.at.at;
        if is_same {
            return Some(Row::Same);
        }
        let (sheet, number) = said.sheet;
        Some(Row::Refused(format!(
            "number {number} of carry sheet {sheet} is answered otherwise on line {line}; leave one answer in the file"
        )))
    }
}

/// Says what a file of answers does, and unless `is_dry_run` enters the looks in one act.
///
/// # Errors
/// A file that is empty or has no columns `number` and `observed`. A row that cannot be taken is a result.
pub fn take(session: &Session, file: &Path, is_dry_run: bool) -> Result<CheckAnswersView> {
    let source = Source::open_as(file, &Reading::default(), &Quiet)?;
    let mut records = source
        .rows()?
        .into_records()
        .collect::<std::result::Result<Vec<StringRecord>, _>>()
        .map_err(|error| {
            Error::Invalid(format!("{} cannot be read as rows: {error}.", source.name))
        })?;
    if records.is_empty() {
        return Err(Error::Invalid(format!("{} is empty.", source.name)));
    }
    let columns = Columns::of(&source.name, &records.remove(0))?;
    let order = columns.at.map_or_else(date::Order::default, |at| {
        date::order(records.iter().filter_map(|row| row.get(at)))
    });
    let now = session.host().now();
    let judge = |reader: &Reader<'_>| {
        let mut met = Met::default();
        records
            .iter()
            .map(|record| {
                let row = (source.line(record), record);
                columns.judge(reader, row, (order, now), &mut met)
            })
            .collect::<Result<Vec<Row>>>()
    };
    let rows = if is_dry_run {
        session.snapshot(judge)?
    } else {
        let judged = session.snapshot(judge)?;
        if judged.iter().any(|row| matches!(row, Row::Answered(_))) {
            enter(session, &source, &judge)?
        } else {
            judged
        }
    };
    Ok(view(&source, &records, &rows))
}

fn enter(
    session: &Session,
    source: &Source,
    judge: &dyn Fn(&Reader<'_>) -> Result<Vec<Row>>,
) -> Result<Vec<Row>> {
    let action = Action::new(Operation::Alteration, "checks-entered", "account")
        .word("file", &source.name)
        .word("sha256", &outfile::hex(&source.sha256));
    let (rows, _) = session.write(action, |w| {
        let rows = w.reading(|reader| judge(reader))?;
        for row in &rows {
            if let Row::Answered(answer) = row {
                w.subject(answer.id.uuid());
                w.add_look(&NewLook {
                    account: answer.account,
                    observed: answer.said.observed,
                    method: answer.said.method,
                    at: &answer.said.at,
                    exhibit: answer.exhibit,
                    sheet: Some(answer.said.sheet),
                })?;
            }
        }
        Ok(rows)
    })?;
    Ok(rows)
}

fn view(source: &Source, records: &[StringRecord], rows: &[Row]) -> CheckAnswersView {
    let count = |is: fn(&Row) -> bool| {
        u32::try_from(rows.iter().filter(|row| is(row)).count()).unwrap_or(u32::MAX)
    };
    let refused = records
        .iter()
        .zip(rows)
        .filter_map(|(record, row)| match row {
            Row::Refused(why) => Some(CheckRefusedView {
                line: u32::try_from(source.line(record)).unwrap_or(u32::MAX),
                number: record.iter().take(3).collect::<Vec<_>>().join(" · "),
                why: why.clone(),
            }),
            _ => None,
        });
    let same = records
        .iter()
        .zip(rows)
        .filter(|(_, row)| matches!(row, Row::Same));
    CheckAnswersView {
        merged: count(|row| matches!(row, Row::Same)),
        merged_lines: same
            .map(|(record, _)| u32::try_from(source.line(record)).unwrap_or(u32::MAX))
            .take(LISTED)
            .collect(),
        read: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        recorded: count(|row| matches!(row, Row::Answered(_))),
        unchanged: count(|row| matches!(row, Row::Known)),
        unanswered: count(|row| matches!(row, Row::Empty)),
        rejected: count(|row| matches!(row, Row::Refused(_))),
        refused: refused.take(LISTED).collect(),
    }
}

impl Columns {
    fn of(name: &str, header: &StringRecord) -> Result<Self> {
        let at = |wanted: &str| {
            header.iter().position(|cell| {
                let cell = cell.trim().trim_start_matches('\u{feff}');
                cell.eq_ignore_ascii_case(wanted)
            })
        };
        match (at("number"), at("observed")) {
            (Some(number), Some(observed)) => Ok(Self {
                sheet: at("sheet"),
                number,
                observed,
                at: at("at"),
                method: at("method"),
            }),
            _ => Err(Error::Invalid(format!(
                "{name} has no columns of answers. Its first row should hold: sheet, number, observed, at, method."
            ))),
        }
    }

    /// What a row says, or what becomes of one that says nothing that can be taken.
    fn read(
        &self,
        record: &StringRecord,
        order: date::Order,
        now: Instant,
    ) -> std::result::Result<Said, Row> {
        let cell = |at: Option<usize>| {
            at.and_then(|at| record.get(at))
                .map(|cell| unguard(cell).trim())
                .unwrap_or_default()
        };
        let refused = |why: String| Err(Row::Refused(why));
        let written = cell(Some(self.observed));
        if written.is_empty() {
            return Err(Row::Empty);
        }
        let Some(observed) = record_word(written) else {
            return refused(format!(
                "{written:?} is nothing that is seen; write one of: {}",
                super::OBSERVED
            ));
        };
        let method = match cell(self.method) {
            "" => Some(CheckMethod::Looked),
            word => record_word(word),
        };
        let Some(method) = method else {
            return refused(format!("{:?} is no way of looking", cell(self.method)));
        };
        let at = match date::read_in(cell(self.at), order) {
            Ok(at) => at,
            Err(error) => return refused(format!("when somebody looked: {error}")),
        };
        if at.begins() > now.plus_ms(CLOCKS) {
            return refused("this time has not come yet".into());
        }
        let number = |at| cell(at).parse::<u32>().ok();
        match (number(self.sheet), number(Some(self.number))) {
            (Some(sheet), Some(line)) => Ok(Said {
                observed,
                method,
                at,
                sheet: (sheet, line),
            }),
            _ => refused("the sheet and the number on it are two whole numbers".into()),
        }
    }

    fn judge(
        &self,
        reader: &Reader<'_>,
        (file_line, record): (u64, &StringRecord),
        (order, now): (date::Order, Instant),
        met: &mut Met,
    ) -> Result<Row> {
        let said = match self.read(record, order, now) {
            Ok(said) => said,
            Err(row) => return Ok(row),
        };
        let (sheet, line) = said.sheet;
        let refused = |why: String| Ok(Row::Refused(why));
        let Some(written) = check_sheet::written_at(reader, sheet)? else {
            return refused(format!("there is no carry sheet {sheet} in this case"));
        };
        let Some(row) = check_sheet::account_of(reader, sheet, line)? else {
            return refused(format!("carry sheet {sheet} has no number {line}"));
        };
        if said.at.at.plus_ms(CLOCKS) < written {
            return refused(format!(
                "carry sheet {sheet} was written after that, on {written}"
            ));
        }
        if let Some(again) = met.again(&said) {
            return Ok(again);
        }
        met.by_number.insert(said.sheet, (file_line, said.clone()));
        let same = |one: Observed, when: &WorldTime| one == said.observed && when.at == said.at.at;
        let known = observed::of_account(reader, row)?;
        if known.iter().any(|look| same(look.observed, &look.at)) {
            return Ok(Row::Known);
        }
        let before = met.by_account.entry(row).or_default();
        if before.iter().any(|other| same(other.observed, &other.at)) {
            return Ok(Row::Same);
        }
        before.push(said.clone());
        let id = account::id(reader, row)?;
        Ok(Row::Answered(Box::new(Answer {
            account: row,
            id,
            exhibit: shots::shown_by(reader, row, said.sheet)?,
            said,
        })))
    }
}
