//! What each action is called on screen.

/// Actions and their words, in the order a case meets them.
const SAID: &[(&str, &str)] = &[
    ("case-created", "Case made"),
    ("officer-invited", "Officer invited"),
    ("officer-joined", "Officer joined"),
    ("invitation-expired", "Expired invitation removed"),
    (
        "log-cut-back",
        "Log found to be shorter than this machine knew it, or another one",
    ),
    ("officer-changed", "Officer's particulars changed"),
    (
        "left-overs-swept",
        "Left-over files of an interrupted program removed",
    ),
    ("import-committed", "File imported"),
    ("links-added", "Pasted links added"),
    ("links-looked-up", "Pasted links looked up"),
    ("register-imported", "Register imported"),
    ("import-undone", "Import taken back"),
    ("undone", "Change taken back"),
    ("account-opened", "Account looked at"),
    ("accounts-flicked", "Accounts flicked past"),
    ("account-assessed", "Account assessed"),
    ("lexicon-changed", "Lexicon changed"),
    ("lexicon-imported", "Lexicon taken from a file"),
    ("lexicon-exported", "Lexicon written to a file"),
    (
        "lexicon-reset",
        "Lexicon put back to the one that comes with the program",
    ),
    ("bands-set", "Thresholds of the bands set"),
    ("no-action-days-set", "Time until erasure is due set"),
    ("indicator-answered", "Indicator answered"),
    ("accounts-assigned", "Accounts given to an officer"),
    ("accounts-tagged", "Accounts tagged"),
    ("accounts-untagged", "Tags taken off accounts"),
    ("accounts-no-action", "No action decided on accounts"),
    ("cells-copied", "Cells of a list copied"),
    ("translation-added", "Translation entered"),
    ("note-added", "Note written"),
    ("address-copied", "Working address copied"),
    ("action-recorded", "Action recorded"),
    ("action-answered", "Answer to an action entered"),
    ("evidence-rules-read", "Rules for evidence read"),
    ("exhibit-attached", "Exhibit attached"),
    ("exhibit-opened", "Exhibit looked at"),
    ("exhibit-tagged", "Warnings of an exhibit set"),
    ("exhibit-stopped", "Exhibit stopped as an illegal image"),
    ("exhibit-released", "Stop of an exhibit released"),
    ("exhibit-exported", "Exhibit given out"),
    ("referral-drafted", "Referral drafted"),
    ("referral-edited", "Referral changed"),
    ("referral-item-removed", "Item taken out of a referral"),
    ("referral-discarded", "Referral draft discarded"),
    ("referral-submitted", "Referral submitted for approval"),
    (
        "referral-rendered",
        "Outputs of a referral rendered and sealed",
    ),
    (
        "referral-item-opened",
        "Item of a submission opened by a second officer",
    ),
    (
        "referral-item-held-back",
        "Item taken out of a submission by a second officer",
    ),
    (
        "referral-acknowledged",
        "Platform's acknowledgement entered",
    ),
    (
        "outcome-taken-back",
        "Platform's decision taken back, entered by mistake",
    ),
    ("referral-approved", "Referral approved"),
    ("referral-returned", "Referral returned"),
    ("referral-sent", "Referral marked sent"),
    ("referral-withdrawn", "Item of a referral withdrawn"),
    ("outcome-entered", "Platform's decision entered"),
    ("account-checked", "What was seen of an account entered"),
    (
        "ask-first-answered",
        "Answer of a desk that was asked first entered",
    ),
    ("referral-text-copied", "Text of a referral copied"),
    ("referral-exported", "Referral given out"),
    ("accounts-exported", "Accounts given out as CSV"),
    ("accounts-written", "File of accounts written and read back"),
    ("rejected-rows-saved", "Rejected rows saved"),
    ("account-warned", "Warnings of an account set"),
    ("break-rule-set", "Rule for breaks set"),
    ("texts-given-out", "Texts given to a linguist"),
    ("texts-written", "File of texts written and read back"),
    (
        "translations-returned",
        "Translations taken in from a linguist",
    ),
    ("duty-contacts-changed", "Duty contacts changed"),
    ("role-set", "Role of the person said"),
    (
        "kept-apart-opened",
        "List of victims, children and third parties opened",
    ),
    (
        "second-review-opened",
        "Account looked at for a second review",
    ),
    ("second-review-answered", "Second review given"),
    (
        "second-review-settled",
        "Disagreement of a second review settled",
    ),
    (
        "second-review-shares-set",
        "Shares of the second review set",
    ),
    ("accounts-graded", "Accounts graded"),
];

/// The action in words.
pub(crate) fn said(action: &str) -> &str {
    let found = SAID.iter().find(|(code, _)| *code == action);
    found.map_or(action, |(_, words)| words)
}
