//! Letters about items that were sent.

use crate::account;
use crate::args::letter::{
    AllLetters, LetterAnswered, LetterEdit, LetterExport, LetterPrepare, LetterReturn, LetterSent,
    OnLetter, Writing,
};
use crate::case::{Desk, time, word};
use crate::output::{Output, tell};
use crate::referral::find;
use breakwater_casework::referral::letter::{
    self, approve, discard, export, give_back, prepare, way,
};
use breakwater_casework::{Error, Result};
use breakwater_model::LetterId;
use breakwater_model::letter::{
    EditLetterRequest, LetterAnswerRequest, LetterSentRequest, LetterView, PrepareLetterRequest,
};
use serde_json::{Value, json};

pub fn run(desk: &Desk, command: &Writing, output: &Output) -> Result<()> {
    match command {
        Writing::LetterPrepare(call) => prepared(desk, call, output),
        Writing::LetterEdit(call) => edit(desk, call, output),
        Writing::Letter(call) => show(desk, call, output),
        Writing::Letters(call) => list(desk, call, output),
        Writing::LetterApprove(call) => approved(desk, call, output),
        Writing::LetterReturn(call) => returned(desk, call, output),
        Writing::LetterDiscard(call) => discarded(desk, call, output),
        Writing::LetterExport(call) => write(desk, call, output),
        Writing::LetterSent(call) => sent(desk, call, output),
        Writing::LetterAnswered(call) => answered(desk, call, output),
    }
}

fn id(text: &str) -> Result<LetterId> {
    text.parse()
        .map_err(|_| Error::Invalid(format!("{text:?} is not the id of a letter.")))
}

fn told(view: &LetterView) -> Value {
    json!({
        "letter": view.id, "referral": view.referral, "account": view.account, "kind": view.kind,
        "state": view.state, "version": view.version, "sha256": view.sha256,
        "approved_by": view.approved_by,
    })
}

fn prepared(desk: &Desk, call: &LetterPrepare, output: &Output) -> Result<()> {
    let (account, kind) = (account::id(&call.account)?, word("kind", &call.kind)?);
    let open = desk.open(&call.case)?;
    let request = PrepareLetterRequest {
        referral: find(&open.session, &call.referral)?,
        account,
        kind,
        what: call.what.clone(),
    };
    let told = told(&prepare::prepare(&open.session, &request)?);
    open.done(output, told)
}

fn edit(desk: &Desk, call: &LetterEdit, output: &Output) -> Result<()> {
    let request = EditLetterRequest {
        letter: id(&call.letter)?,
        text: std::fs::read_to_string(&call.text_file).map_err(Error::io("the text"))?,
    };
    let open = desk.open(&call.case)?;
    let told = told(&prepare::edit(&open.session, &request)?);
    open.done(output, told)
}

fn show(desk: &Desk, call: &OnLetter, output: &Output) -> Result<()> {
    let letter = id(&call.letter)?;
    let open = desk.open(&call.case)?;
    let view = letter::read(&open.session, letter)?;
    open.end()?;
    output.one(&view)
}

fn list(desk: &Desk, call: &AllLetters, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let of = match &call.referral {
        Some(text) => Some(find(&open.session, text)?),
        None => None,
    };
    for view in letter::list(&open.session, of)? {
        output.line(&told(&view))?;
    }
    open.end()
}

/// Shows the text, then approves it.
fn approved(desk: &Desk, call: &OnLetter, output: &Output) -> Result<()> {
    let letter = id(&call.letter)?;
    let open = desk.open(&call.case)?;
    let view = letter::read(&open.session, letter)?;
    tell(&format!("{}\n\n{}", view.subject, view.text));
    let told = told(&approve::approve(&open.session, letter)?);
    open.done(output, told)
}

fn returned(desk: &Desk, call: &LetterReturn, output: &Output) -> Result<()> {
    let letter = id(&call.letter)?;
    let open = desk.open(&call.case)?;
    let told = told(&give_back::give_back(&open.session, letter, &call.reason)?);
    open.done(output, told)
}

fn discarded(desk: &Desk, call: &LetterReturn, output: &Output) -> Result<()> {
    let letter = id(&call.letter)?;
    let open = desk.open(&call.case)?;
    discard::discard(&open.session, letter, &call.reason)?;
    open.done(output, json!({ "discarded": letter }))
}

fn write(desk: &Desk, call: &LetterExport, output: &Output) -> Result<()> {
    let (letter, format) = (id(&call.letter)?, word("format", &call.format)?);
    let open = desk.open(&call.case)?;
    let written = export::export(&open.session, letter, format, &call.out)?;
    let told = serde_json::to_value(&written)?;
    open.done(output, told)
}

fn sent(desk: &Desk, call: &LetterSent, output: &Output) -> Result<()> {
    let request = LetterSentRequest {
        letter: id(&call.letter)?,
        channel: call.channel.clone(),
        at: Some(time(&call.at)?),
    };
    let open = desk.open(&call.case)?;
    let told = told(&way::sent(&open.session, &request)?);
    open.done(output, told)
}

fn answered(desk: &Desk, call: &LetterAnswered, output: &Output) -> Result<()> {
    let request = LetterAnswerRequest {
        letter: id(&call.letter)?,
        answer: call.answer.clone(),
        at: Some(time(&call.at)?),
    };
    let open = desk.open(&call.case)?;
    let told = told(&way::answered(&open.session, &request)?);
    open.done(output, told)
}
