//! What each action is called on screen.

/// The action in words.
pub(crate) fn said(action: &str) -> &str {
    match action {
        "case-created" => "Case made",
        "officer-invited" => "Officer invited",
        "officer-joined" => "Officer joined",
        "officer-changed" => "Officer's particulars changed",
        "left-overs-swept" => "Left-over files of an interrupted program removed",
        "import-committed" => "File imported",
        "import-undone" => "Import taken back",
        "undone" => "Change taken back",
        "account-opened" => "Account looked at",
        "accounts-flicked" => "Accounts flicked past",
        "account-assessed" => "Account assessed",
        "translation-added" => "Translation entered",
        "note-added" => "Note written",
        "address-copied" => "Working address copied",
        "action-recorded" => "Action recorded",
        "action-answered" => "Answer to an action entered",
        "evidence-rules-read" => "Rules for evidence read",
        "exhibit-attached" => "Exhibit attached",
        "exhibit-opened" => "Exhibit looked at",
        "exhibit-tagged" => "Warnings of an exhibit set",
        "exhibit-stopped" => "Exhibit stopped as an illegal image",
        "exhibit-released" => "Stop of an exhibit released",
        "exhibit-exported" => "Exhibit given out",
        "referral-drafted" => "Referral drafted",
        "referral-edited" => "Referral changed",
        "referral-item-removed" => "Item taken out of a referral",
        "referral-discarded" => "Referral draft discarded",
        "referral-exported" => "Referral given out as a draft",
        "accounts-exported" => "Accounts given out as CSV",
        "accounts-written" => "File of accounts written and read back",
        "rejected-rows-saved" => "Rejected rows saved",
        other => other,
    }
}
