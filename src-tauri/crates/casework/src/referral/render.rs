//! A referral as the bytes that leave.

use breakwater_model::Instant;
use breakwater_model::referral::{ReferralFormat, ReferralState, ReferralView};

/// Outputs that are rendered for approval.
pub(super) const SEALED: [ReferralFormat; 2] = [ReferralFormat::Txt, ReferralFormat::Csv];

/// Bytes of a format, and its pages if it has any.
pub(super) struct Rendered {
    pub bytes: Vec<u8>,
    pub pages: Option<u32>,
}

/// A draft: every page says so.
pub(super) fn draft(
    view: &ReferralView,
    format: ReferralFormat,
    marking: &str,
    at: Instant,
) -> Rendered {
    let view = ReferralView {
        state: ReferralState::Draft,
        ..view.clone()
    };
    render(&view, format, marking, at)
}

/// As it is to leave once it is approved.
pub(super) fn approved(
    view: &ReferralView,
    format: ReferralFormat,
    marking: &str,
    at: Instant,
) -> Rendered {
    let view = ReferralView {
        state: ReferralState::Approved,
        ..view.clone()
    };
    render(&view, format, marking, at)
}

fn render(view: &ReferralView, format: ReferralFormat, marking: &str, at: Instant) -> Rendered {
    match format {
        ReferralFormat::Txt => {
            let text = breakwater_report::referral_text(view, marking, at);
            Rendered {
                pages: Some(breakwater_report::page_count(&text)),
                bytes: text.into_bytes(),
            }
        }
        ReferralFormat::Csv => Rendered {
            bytes: breakwater_report::referral_csv(view, marking),
            pages: None,
        },
    }
}

/// What the bytes of a format are.
pub(super) const fn media_type(format: ReferralFormat) -> &'static str {
    match format {
        ReferralFormat::Txt => "text/plain",
        ReferralFormat::Csv => "text/csv",
    }
}
