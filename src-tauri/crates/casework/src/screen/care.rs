//! What an officer opened today that bears a warning, and when a break is due.
//!
//! Invariant: it is screen state of that officer and of nobody else. It is counted as things are opened and never from
//! the log, whose use section 62(4) of the Data Protection Act 2018 limits; no list, export, log or other officer's
//! window reads it. It begins anew each day.

use crate::{Error, Result, Session, limits};
use breakwater_casefile::Action;
use breakwater_casefile::table::{fact, place};
use breakwater_model::Instant;
use breakwater_model::audit::Operation;
use breakwater_model::care::{BreakRule, BreakRuleView, CareView};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The officer's place that holds their day.
const KEY: &str = "care";
/// The fact of the case that holds the unit's rule.
const RULE: &str = "break-rule";
const DAY_MS: i64 = 86_400_000;
const MINUTE_MS: i64 = 60_000;
/// Items told apart in a day; more are counted and not told apart.
const APART: usize = 4_000;
/// Signs of whom to talk to.
const LONGEST: usize = 300;

/// A day, as it is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Day {
    /// Days since 1970.
    #[serde(rename = "day")]
    number: i64,
    /// Items opened, each once.
    items: BTreeSet<String>,
    /// Items opened since the last break.
    run: u32,
    /// When the first of these was opened, in milliseconds.
    began: Option<i64>,
    /// When the last was.
    last: Option<i64>,
}

impl Day {
    /// The day at `now`: an empty one where another has begun.
    fn at(self, now: Instant) -> Self {
        let number = now.0.div_euclid(DAY_MS);
        if self.number == number {
            return self;
        }
        Self {
            number,
            ..Self::default()
        }
    }

    /// The same after an item was opened.
    fn met(mut self, item: &str, now: Instant, rule: &BreakRule) -> Self {
        let pause = i64::from(rule.pause_minutes) * MINUTE_MS;
        if self.last.is_some_and(|last| now.0 - last >= pause) {
            self = self.rested();
        }
        self.last = Some(now.0);
        let is_new = self.items.len() >= APART || self.items.insert(item.to_owned());
        if is_new {
            self.run += 1;
            self.began = self.began.or(Some(now.0));
        }
        self
    }

    /// The same after a break.
    fn rested(self) -> Self {
        Self {
            run: 0,
            began: None,
            last: None,
            ..self
        }
    }

    /// True if the rule asks for a break now.
    fn is_break_due(&self, now: Instant, rule: &BreakRule) -> bool {
        let pause = i64::from(rule.pause_minutes) * MINUTE_MS;
        let is_resting = self.last.is_none_or(|last| now.0 - last >= pause);
        let is_long = self
            .began
            .is_some_and(|began| now.0 - began >= i64::from(rule.minutes) * MINUTE_MS);
        self.run > 0 && !is_resting && (self.run >= u32::from(rule.items) || is_long)
    }
}

fn kept(session: &Session, now: Instant) -> Result<Day> {
    let text = session.read(|reader| place::get(reader, session.officer().row, KEY))?;
    let day: Day = text
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default();
    Ok(day.at(now))
}

fn keep(session: &Session, day: &Day) -> Result<()> {
    let text = serde_json::to_string(day)?;
    session.place(|placer| placer.put(KEY, &text))
}

/// An item that bears a warning was opened.
pub(crate) fn met(session: &Session, item: &str) -> Result<()> {
    let now = session.host().now();
    let rule = rule(session)?.rule;
    keep(session, &kept(session, now)?.met(item, now, &rule))
}

/// This officer's day.
pub fn care(session: &Session) -> Result<CareView> {
    let now = session.host().now();
    let (day, rule) = (kept(session, now)?, rule(session)?);
    Ok(CareView {
        opened_today: u32::try_from(day.items.len()).unwrap_or(u32::MAX),
        since_break: day.run,
        run_began: day.began.map(Instant),
        is_break_due: day.is_break_due(now, &rule.rule),
        rule,
    })
}

/// The officer took a break: what is counted towards the next begins anew.
pub fn rest(session: &Session) -> Result<CareView> {
    let now = session.host().now();
    keep(session, &kept(session, now)?.rested())?;
    care(session)
}

/// The unit's rule, else the one that comes with the program.
pub fn rule(session: &Session) -> Result<BreakRuleView> {
    let kept = session.read(|reader| fact::get(reader, RULE))?;
    if let Some(text) = kept {
        let rule = serde_json::from_str(&text)
            .map_err(|error| Error::Damaged(format!("the rule for breaks: {error}")))?;
        return Ok(BreakRuleView {
            rule,
            is_of_unit: true,
            source: "The unit".into(),
        });
    }
    let of = |name: &str| u16::try_from(limits::value(name)).unwrap_or(u16::MAX);
    Ok(BreakRuleView {
        rule: BreakRule {
            items: of("break-items"),
            minutes: of("break-minutes"),
            pause_minutes: of("break-pause"),
            contact: String::new(),
        },
        is_of_unit: false,
        source: format!(
            "{}; {}",
            limits::source("break-items"),
            limits::source("break-minutes")
        ),
    })
}

/// Sets the unit's rule.
///
/// # Errors
/// A number out of its range, by name.
pub fn set_rule(session: &Session, rule: &BreakRule) -> Result<BreakRuleView> {
    let bad = |what: &str| Err(Error::Invalid(format!("{what}.")));
    if !(1..=500).contains(&rule.items) {
        return bad("A break is asked for after 1 to 500 items");
    }
    if !(5..=480).contains(&rule.minutes) {
        return bad("A break is asked for after 5 to 480 minutes");
    }
    if !(1..=120).contains(&rule.pause_minutes) {
        return bad("A pause is 1 to 120 minutes");
    }
    let contact = rule.contact.trim().to_owned();
    if contact.chars().count() > LONGEST {
        return bad("Whom to talk to has 300 signs at most");
    }
    let rule = BreakRule {
        contact,
        ..rule.clone()
    };
    let text = serde_json::to_string(&rule)?;
    let action = Action::new(Operation::Alteration, "break-rule-set", "case");
    session.write(action, |w| w.set_fact(RULE, &text))?;
    self::rule(session)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: i64 = 20_000 * DAY_MS + 12 * 60 * MINUTE_MS;

    fn rule() -> BreakRule {
        BreakRule {
            items: 3,
            minutes: 60,
            pause_minutes: 10,
            contact: String::new(),
        }
    }

    fn after(minutes: i64) -> Instant {
        Instant(NOON + minutes * MINUTE_MS)
    }

    fn met(day: Day, item: &str, minutes: i64) -> Day {
        let now = after(minutes);
        day.at(now).met(item, now, &rule())
    }

    #[test]
    fn each_item_counts_once_a_day_and_a_new_day_begins_at_none() {
        let day = met(met(met(Day::default(), "e1", 0), "e1", 1), "e2", 2);
        assert_eq!((day.items.len(), day.run), (2, 2));
        let next = day.at(after(24 * 60));
        assert_eq!((next.items.len(), next.run, next.began), (0, 0, None));
    }

    #[test]
    fn a_break_is_due_after_so_many_items() {
        let two = met(met(Day::default(), "e1", 0), "e2", 1);
        assert!(!two.is_break_due(after(1), &rule()));
        let three = met(two, "e3", 2);
        assert!(three.is_break_due(after(2), &rule()));
        assert!(!three.clone().rested().is_break_due(after(2), &rule()));
        assert_eq!(three.rested().items.len(), 3, "the day's count stays");
    }

    #[test]
    fn a_break_is_due_after_so_many_minutes_without_a_pause() {
        let rule = BreakRule {
            items: 100,
            ..rule()
        };
        let mut day = Day::default();
        for minute in [0, 9, 18, 27, 36, 45, 54, 60] {
            let now = after(minute);
            day = day.at(now).met(&format!("e{minute}"), now, &rule);
            assert_eq!(day.is_break_due(now, &rule), minute >= 60, "{minute}");
        }
    }

    #[test]
    fn a_pause_is_a_break() {
        let three = met(met(met(Day::default(), "e1", 0), "e2", 1), "e3", 2);
        assert!(
            !three.is_break_due(after(12), &rule()),
            "ten minutes without any"
        );
        let next = met(three, "e4", 12);
        assert_eq!((next.run, next.items.len()), (1, 4));
        assert_eq!(next.began, Some(after(12).0));
    }
}
