//! What stands in a package and in an answer, byte for byte; docs/formats.md says the same in words.

use breakwater_model::case::OfficerView;
use breakwater_model::package::{PackageItem, PackageOutput, PackagePerson};
use breakwater_model::{CaseId, Instant, ReferralId};
use serde::{Deserialize, Serialize};

/// Version of both forms.
pub(super) const FORM: u32 = 1;

/// The namespace of the sender's signature over the sheet.
pub(super) const NAMESPACE: &str = "breakwater-package-v1";

/// Names of the files that stand in every package.
pub(super) const SHEET: &str = "package.json";
pub(super) const SIGNATURE: &str = "package.json.sig";
pub(super) const FROZEN: &str = "frozen.json";

/// What the sender signs: RFC 8785 JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sheet {
    pub form: u32,
    pub case: CaseId,
    pub referral: ReferralId,
    pub outside_reference: String,
    pub platform_name: String,
    pub title: String,
    pub summary: String,
    pub marking: String,
    /// Which submission.
    pub version: u32,
    /// SHA-256 of `frozen.json`, hex.
    pub sha256: String,
    pub submitted_at: Instant,
    pub outputs: Vec<PackageOutput>,
    pub exhibits: Vec<Exhibit>,
    pub items: Vec<PackageItem>,
    pub drafters: Vec<PackagePerson>,
    pub sender: PackagePerson,
    /// To whom the answer is sealed.
    pub answer_to: String,
}

/// An exhibit in a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Exhibit {
    pub number: String,
    pub sha256: String,
    pub media_type: String,
    /// Its name in the package.
    pub file: String,
}

/// What comes back: RFC 8785 JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answer {
    pub form: u32,
    /// What was signed, as it was signed.
    pub manifest: String,
    /// SSHSIG, PEM, namespace `breakwater-approval-v1`.
    pub signature: String,
    pub approver: PackagePerson,
}

/// An officer as a package names them.
pub(super) fn person(officer: &OfficerView) -> PackagePerson {
    PackagePerson {
        id: officer.id,
        name: officer.name.clone(),
        number: officer.number.clone(),
        key: officer.public_key.clone(),
    }
}

/// The name of an output in a package.
pub(super) fn output_file(output: &PackageOutput) -> String {
    let format = serde_json::to_value(output.format).unwrap_or_default();
    format!("outputs/notice.{}", format.as_str().unwrap_or_default())
}
