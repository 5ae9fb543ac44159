//! Where one item stands at a moment in the past, from what had happened and was known by then.
//!
//! A platform's last word stands over what was only seen; two looks that found an account gone stand in for a word
//! where the platform gave none, or only asked for more.

use breakwater_model::history::{Event, Item, Mark};

/// A day. Milliseconds.
pub const DAY: i64 = 86_400_000;

/// Where an item can stand. Every referred item stands in exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Bucket {
    TakenDown,
    Limited,
    Declined,
    NotFound,
    MoreAsked,
    NoAnswer,
    Withdrawn,
    Reinstated,
    NotSeenLive,
}

impl Bucket {
    /// How many there are.
    pub const COUNT: usize = 9;

    /// What it is called in the figures.
    pub const fn name(self) -> &'static str {
        match self {
            Self::TakenDown => "taken_down",
            Self::Limited => "limited",
            Self::Declined => "declined",
            Self::NotFound => "not_found",
            Self::MoreAsked => "more_asked",
            Self::NoAnswer => "no_answer",
            Self::Withdrawn => "withdrawn",
            Self::Reinstated => "reinstated",
            Self::NotSeenLive => "not_seen_live",
        }
    }

    /// True if the platform has decided, or the item was seen to be gone.
    pub const fn is_decided(self) -> bool {
        matches!(
            self,
            Self::TakenDown | Self::Limited | Self::Declined | Self::NotFound | Self::Reinstated
        )
    }

    const fn of(mark: Mark) -> Option<Self> {
        Some(match mark {
            Mark::Removed | Mark::Suspended => Self::TakenDown,
            Mark::Limited => Self::Limited,
            Mark::Declined => Self::Declined,
            Mark::NotFound => Self::NotFound,
            Mark::MoreAsked => Self::MoreAsked,
            Mark::Reinstated => Self::Reinstated,
            _ => return None,
        })
    }
}

/// What the last look after the sending found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Look {
    /// Nobody looked.
    None,
    Offline,
    Live,
    /// Renamed, private, behind a login, or not to be told.
    Other,
}

impl Look {
    /// How many there are.
    pub const COUNT: usize = 4;
}

/// As of when an item is asked for.
#[derive(Debug, Clone, Copy)]
pub struct AsAt {
    /// The moment: what happened and was known by then. Milliseconds.
    pub at: i64,
    /// Only events up to this number.
    pub seq: i64,
    /// False leaves history that was brought in out.
    pub with_imported: bool,
}

impl AsAt {
    /// True if an event had happened and was known by then.
    pub const fn has_seen(self, event: &Event) -> bool {
        event.happened <= self.at && self.sees(event)
    }

    const fn sees(self, event: &Event) -> bool {
        event.known <= self.at
            && event.until > self.at
            && event.seq <= self.seq
            && (self.with_imported || !event.is_imported)
    }
}

/// Where an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// When it was first sent.
    pub sent: i64,
    /// Where it stands.
    pub bucket: Bucket,
    /// Since when; when it was sent where nothing was heard.
    pub since: i64,
    /// True if it was seen to be gone and the platform did not say so.
    pub is_inferred: bool,
    /// The platform's first decision, or since when it was seen to be gone.
    pub first_decision: Option<i64>,
    /// When it was withdrawn.
    pub withdrawn: Option<i64>,
    /// What the last look after the sending found.
    pub look: Look,
    /// When a look was last that could tell: found it live, gone, or under another name. Who met a login or a private
    /// page, or did not look, saw nothing.
    pub last_told: Option<i64>,
    /// When it was seen live again after it was taken down.
    pub back: Option<i64>,
}

impl Standing {
    /// When it was taken down, if it stands so.
    pub fn taken_down(&self) -> Option<i64> {
        (self.bucket == Bucket::TakenDown).then_some(self.since)
    }

    /// For how long its platform was waited for until it came to stand so. Milliseconds, never below nought.
    pub fn waited(&self) -> i64 {
        (self.since - self.sent).max(0)
    }
}

/// What is gathered on the way through an item's events.
#[derive(Default)]
struct Gathered {
    sent: Option<i64>,
    is_live_given: bool,
    first_live: Option<i64>,
    last: Option<Bucket>,
    since: i64,
    since_place: i64,
    first_decision: Option<i64>,
    withdrawn: Option<i64>,
    offline: Option<(i64, i64)>,
    is_renamed: bool,
    look: Option<Look>,
    last_told: Option<i64>,
    back: Option<i64>,
}

/// The earlier of two, where there is one already.
fn earliest(known: Option<i64>, at: i64) -> i64 {
    known.map_or(at, |known| known.min(at))
}

impl Gathered {
    fn take(&mut self, event: &Event) {
        match event.mark {
            Mark::Sent if self.sent.is_none_or(|at| event.happened < at) => {
                self.sent = Some(event.happened);
                self.is_live_given = event.is_imported;
            }
            Mark::Sent => {}
            Mark::Withdrawn => {
                self.withdrawn = Some(earliest(self.withdrawn, event.happened));
            }
            Mark::SeenLive | Mark::SeenOffline | Mark::SeenRenamed | Mark::SeenOther => {
                self.see(event);
            }
            decision => {
                if let Some(bucket) = Bucket::of(decision) {
                    self.decide(bucket, event);
                }
            }
        }
    }

    fn decide(&mut self, bucket: Bucket, event: &Event) {
        let at = event.happened;
        if self.last != Some(bucket) {
            self.since = at;
            self.since_place = event.place();
            self.back = None;
        }
        self.last = Some(bucket);
        if bucket.is_decided() {
            self.first_decision = Some(earliest(self.first_decision, at));
        }
    }

    fn see(&mut self, event: &Event) {
        let at = event.happened;
        if event.mark == Mark::SeenLive {
            self.first_live.get_or_insert(at);
            self.offline = None;
            if self.last == Some(Bucket::TakenDown) && event.place() > self.since_place {
                self.back.get_or_insert(at);
            }
        }
        if self.sent.is_none() {
            return;
        }
        let look = match event.mark {
            Mark::SeenLive => Look::Live,
            Mark::SeenOffline => Look::Offline,
            _ => Look::Other,
        };
        self.look = Some(look);
        if event.mark != Mark::SeenOther {
            self.last_told = Some(at);
        }
        self.is_renamed |= event.mark == Mark::SeenRenamed;
        if event.mark == Mark::SeenOffline {
            self.offline = Some((self.offline.map_or(at, |(first, _)| first), at));
        }
    }

    /// Since when it was seen to be gone: in two looks at least a day apart, under no other name, never live since.
    fn gone(&self) -> Option<i64> {
        let (first, last) = self.offline?;
        (!self.is_renamed && last - first >= DAY).then_some(first)
    }

    fn stand(&self, item: &Item) -> Option<Standing> {
        let sent = self.sent?;
        let gone = match self.last {
            None | Some(Bucket::MoreAsked) => self.gone(),
            Some(_) => None,
        };
        let (bucket, since) = match (gone, self.last) {
            (Some(first), _) => (Bucket::TakenDown, first),
            (None, Some(bucket)) => (bucket, self.since),
            (None, None) => (Bucket::NoAnswer, sent),
        };
        let was_live = self.is_live_given
            || item.live.is_some_and(|at| at <= sent)
            || self.first_live.is_some_and(|at| at <= sent);
        let (bucket, since) = match self.withdrawn {
            Some(at) => (Bucket::Withdrawn, at),
            None if !was_live => (Bucket::NotSeenLive, since),
            None => (bucket, since),
        };
        Some(Standing {
            sent,
            bucket,
            since,
            is_inferred: gone.is_some(),
            first_decision: self.first_decision.or(gone),
            withdrawn: self.withdrawn,
            look: self.look.unwrap_or(Look::None),
            last_told: self.last_told,
            back: self.back,
        })
    }
}

/// Where an item stands; `None` if by then it was not known to be sent.
pub fn standing(item: &Item, events: &[Event], as_at: AsAt) -> Option<Standing> {
    let mut gathered = Gathered::default();
    for event in events {
        if event.place() > as_at.at {
            break;
        }
        if as_at.has_seen(event) {
            gathered.take(event);
        }
    }
    gathered.stand(item)
}
