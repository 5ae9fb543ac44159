//! What a referral rests on besides the platform's rule: what was considered about the law, and whether the user is told.

use crate::facts;
use breakwater_casefile::table::referral::Referral;
use breakwater_model::referral::{RequirementView, Route, TellUser, TellUserView};

const NOTES: &str = "Practice of this workbench: a law that carries a request is thought through before it is named";

/// The answer to "Tell the user?": the officer's, else the usual one of the route. A reason goes with the answer it was
/// given for: the usual reason is not one for the other answer.
pub(super) fn tell_user(referral: &Referral) -> TellUserView {
    let usual = facts::usual_answer(referral.route);
    let usually = usual.map_or(TellUser::No, |usual| usual.answer);
    let answer = referral.tell_user.unwrap_or(usually);
    let own = referral.tell_user_reason.clone();
    TellUserView {
        answer,
        is_usual: answer == usually && own.is_none(),
        reason: own
            .or_else(|| {
                usual
                    .filter(|_| answer == usually)
                    .map(|usual| usual.reason.clone())
            })
            .unwrap_or_default(),
        source: usual.map_or_else(String::new, |usual| {
            format!("{} ({})", usual.source, usual.date)
        }),
    }
}

/// What is asked of both. Notes on the law are asked for where a law is named and the route is not the platform's own terms.
pub(super) fn requirements(referral: &Referral) -> Vec<RequirementView> {
    let told = tell_user(referral);
    let answer = match told.answer {
        TellUser::No => "No",
        TellUser::Yes => "Yes",
    };
    let is_met = !told.reason.trim().is_empty();
    let mut all = vec![RequirementView {
        name: "tell_user_reason".into(),
        label: "Tell the user? Answered, with the reason".into(),
        is_met,
        detail: match (is_met, told.is_usual) {
            (false, _) => format!("{answer}: the reason is not given"),
            (true, true) => format!("{answer}: {} (the usual answer)", told.reason),
            (true, false) => format!("{answer}: {}", told.reason),
        },
        item: None,
        source: told.source,
    }];
    if referral.law.is_none() || referral.route == Route::Voluntary {
        return all;
    }
    let notes = &referral.law_notes;
    for (name, label, said) in [
        (
            "law_elements",
            "The law: its elements, and what shows each",
            &notes.elements,
        ),
        (
            "law_reach",
            "The law: why it reaches what was done",
            &notes.reach,
        ),
        (
            "law_defence",
            "The law: defences considered",
            &notes.defence,
        ),
        ("law_decided_by", "The law: who decided", &notes.decided_by),
    ] {
        let said = said.as_deref().unwrap_or_default().trim();
        all.push(RequirementView {
            name: name.into(),
            label: label.into(),
            is_met: !said.is_empty(),
            detail: said.to_owned(),
            item: None,
            source: NOTES.into(),
        });
    }
    all
}
