//! Texts out to a linguist and back in.

use crate::args::{LinguistIn, LinguistOut};
use crate::case::{Desk, word};
use crate::output::{Bar, Output};
use breakwater_casework::Result;
use breakwater_casework::linguist::{out, take};
use breakwater_model::linguist::{LinguistFileRequest, LinguistOutRequest};
use breakwater_model::list::{AccountScope, ListRequest};

pub fn out(desk: &Desk, call: &LinguistOut, output: &Output) -> Result<()> {
    let request = LinguistOutRequest {
        place: String::new(),
        language: call.language.trim().to_lowercase(),
        list: ListRequest {
            scope: if call.search.is_some() {
                AccountScope::All
            } else {
                AccountScope::ToReview
            },
            search: call.search.clone().unwrap_or_default(),
            ..ListRequest::default()
        },
        accounts: Vec::new(),
        except: Vec::new(),
        format: word("format", &call.format)?,
        recipient: call.recipient.clone(),
        purpose: call.purpose.clone(),
    };
    let open = desk.open(&call.case)?;
    let given = out::give(&open.session, &request, &call.out, &Bar)?;
    let told = serde_json::to_value(&given)?;
    open.done(output, told)
}

pub fn back(desk: &Desk, call: &LinguistIn, output: &Output) -> Result<()> {
    let request = LinguistFileRequest {
        encoding: call.encoding.clone(),
        delimiter: call.delimiter.clone(),
        sheet: call.sheet.clone(),
        ..LinguistFileRequest::default()
    };
    let open = desk.open(&call.case)?;
    let preview = take::preview(&open.session, &call.file, &request, &Bar)?;
    if let Some(out) = &call.errors {
        preview.save_rejected(out)?;
    }
    let counts = preview.counts();
    let brings = counts.translated + counts.cannot_read > 0;
    let result = if call.dry_run || !brings {
        preview.result()
    } else {
        take::commit(&open.session, &preview)?
    };
    let told = serde_json::to_value(&result)?;
    open.done(output, told)
}
