//! Everything that is held of one account, for a complaint or an access request: gathered at once, written as paper or
//! for programs, logged as a disclosure. What is left out is said with its count.

mod gather;
mod paper;

use crate::account::consult;
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::{Action, layout};
use breakwater_model::account_report::{
    AccountReport, AccountReportFormat, AccountReportRequest, AccountReportView,
};
use breakwater_model::audit::Operation;
use breakwater_report::pages_pdf;
use std::path::Path;

/// Writes the report, reads it back and compares; logged as disclosure to the recipient before a byte leaves, and as a
/// look at the account by whoever is here.
///
/// # Errors
/// A place within a case folder; refused by rule `a-disclosure-names-recipient-and-purpose`.
pub fn write(
    session: &Session,
    request: &AccountReportRequest,
    out: &Path,
) -> Result<AccountReportView> {
    let (recipient, purpose) = (request.recipient.trim(), request.purpose.trim());
    if recipient.is_empty() || purpose.is_empty() {
        return Err(Error::Refused {
            rule: "a-disclosure-names-recipient-and-purpose",
            message: "Say who receives the report and what for.".into(),
            missing: vec!["recipient".into(), "purpose".into()],
        });
    }
    outfile::check_place(out)?;
    consult::opened(session, request.account)?;
    let report = gather::everything(session, request.account, (recipient, purpose))?;
    let (bytes, pages) = bytes(&report, request.format)?;
    let done = session.note(
        Action::new(Operation::Disclosure, "account-reported", "account")
            .on(request.account.uuid())
            .word("recipient", recipient)
            .word("purpose", purpose)
            .word("sha256", &outfile::sha256(&bytes)),
    )?;
    let file_name = layout::file_name(out);
    let sha256 = outfile::write_checked(out, |file| {
        file.write_all(&bytes).map_err(Error::io(&file_name))
    })?;
    session.write_head()?;
    Ok(AccountReportView {
        file_name,
        format: request.format,
        sha256,
        pages,
        entry: u32::try_from(done.seq).unwrap_or(u32::MAX),
        left_out: report.left_out,
    })
}

fn bytes(report: &AccountReport, format: AccountReportFormat) -> Result<(Vec<u8>, Option<u32>)> {
    match format {
        AccountReportFormat::Json => {
            let mut text = serde_json::to_vec_pretty(report)?;
            text.push(b'\n');
            Ok((text, None))
        }
        AccountReportFormat::Pdf => {
            let pdf = pages_pdf(&paper::pages(report), report.at)
                .map_err(|error| Error::Internal(error.to_string()))?;
            Ok((pdf.bytes, Some(pdf.pages)))
        }
    }
}
