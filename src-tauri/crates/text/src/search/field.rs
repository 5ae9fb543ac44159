//! The filters there are, and what each takes.

use breakwater_model::assessment::AccountStatus;
use breakwater_model::indicator::Band;
use breakwater_model::platform::Unit;
use breakwater_model::role::PersonRole;

/// A kind of text of an account that can be searched alone. Each is a column of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// Profile text, posts and translations.
    Text,
    /// Handles it was seen with.
    Handle,
    /// The platform's ids of it.
    Id,
    /// Names it is shown under.
    Name,
    /// Telephone numbers in any of its texts.
    Phone,
    /// Addresses of it and of its posts.
    Link,
    /// Notes, and reasons of assessments.
    Note,
    /// References of referrals it is in.
    Reference,
    /// Labels and file names of its exhibits.
    Exhibit,
    /// Who or what flagged it.
    Source,
    /// Tags.
    Tag,
    /// Why it was flagged, and columns of the file that mean nothing to the program.
    More,
}

impl Place {
    /// Every place, as the columns of the index stand.
    pub const ALL: [Self; 12] = [
        Self::Text,
        Self::Handle,
        Self::Id,
        Self::Name,
        Self::Phone,
        Self::Link,
        Self::Note,
        Self::Reference,
        Self::Exhibit,
        Self::Source,
        Self::Tag,
        Self::More,
    ];

    /// The name of its column.
    pub const fn column(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Handle => "handle",
            Self::Id => "id",
            Self::Name => "name",
            Self::Phone => "phone",
            Self::Link => "link",
            Self::Note => "note",
            Self::Reference => "reference",
            Self::Exhibit => "exhibit",
            Self::Source => "source",
            Self::Tag => "tag",
            Self::More => "more",
        }
    }

    /// True if letters inside its words are found without reading every text.
    pub const fn is_short(self) -> bool {
        matches!(
            self,
            Self::Handle | Self::Id | Self::Name | Self::Link | Self::Phone
        )
    }
}

/// Something an account may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Has {
    /// An exhibit.
    Exhibit,
    /// A note.
    Note,
    /// A post, story, live or advert.
    Post,
    /// A checked or certified translation of its profile text.
    Translation,
    /// A referral or draft it is in.
    Referral,
    /// A safeguarding act that nobody answered.
    Safeguarding,
    /// A handle.
    Handle,
    /// The platform's own id.
    Id,
    /// A language that is known.
    Language,
    /// The word of a reader of its language that they could not read its profile text.
    CannotRead,
}

impl Has {
    /// Each with the word for it.
    pub const ALL: [(&'static str, Self); 10] = [
        ("exhibit", Self::Exhibit),
        ("note", Self::Note),
        ("post", Self::Post),
        ("translation", Self::Translation),
        ("referral", Self::Referral),
        ("safeguarding", Self::Safeguarding),
        ("handle", Self::Handle),
        ("id", Self::Id),
        ("language", Self::Language),
        ("cannot-read", Self::CannotRead),
    ];
}

/// What a filter narrows by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// A kind of text.
    Text(Place),
    /// The platform.
    Platform,
    /// Where it stands.
    Status,
    /// Account, page, group, channel …
    Unit,
    /// The language of its profile text.
    Language,
    /// When it came in.
    Imported,
    /// It came in before a date.
    Before,
    /// It came in after a date.
    After,
    /// When it was last seen.
    Seen,
    /// What it has.
    Has,
    /// Its band.
    Band,
    /// What the person behind it is to the case.
    Role,
}

/// A filter as it is typed.
#[derive(Debug, Clone, Copy)]
pub struct FieldFacts {
    /// The word before the colon.
    pub name: &'static str,
    /// Other words for it.
    pub also: &'static [&'static str],
    /// What it narrows by.
    pub field: Field,
    /// What it does, in a few words.
    pub what: &'static str,
}

const fn facts(
    name: &'static str,
    also: &'static [&'static str],
    field: Field,
    what: &'static str,
) -> FieldFacts {
    FieldFacts {
        name,
        also,
        field,
        what,
    }
}

/// Every filter, in the order it is offered.
pub const FIELDS: [FieldFacts; 22] = [
    facts(
        "platform",
        &["on"],
        Field::Platform,
        "the platform it is on",
    ),
    facts("status", &[], Field::Status, "where it stands"),
    facts("band", &[], Field::Band, "priority, review or low"),
    facts(
        "role",
        &["person"],
        Field::Role,
        "the person: suspect, witness, unknown …",
    ),
    facts(
        "unit",
        &["kind"],
        Field::Unit,
        "account, page, group, channel …",
    ),
    facts(
        "language",
        &["lang"],
        Field::Language,
        "the language of its profile",
    ),
    facts(
        "handle",
        &["user", "username"],
        Field::Text(Place::Handle),
        "handles it was seen with",
    ),
    facts("id", &[], Field::Text(Place::Id), "the platform's own id"),
    facts("name", &[], Field::Text(Place::Name), "the name it shows"),
    facts(
        "text",
        &["bio", "words"],
        Field::Text(Place::Text),
        "profile, posts, translations",
    ),
    facts(
        "phone",
        &["tel", "number"],
        Field::Text(Place::Phone),
        "a telephone number, however written",
    ),
    facts(
        "link",
        &["url", "address"],
        Field::Text(Place::Link),
        "its addresses",
    ),
    facts(
        "note",
        &["notes"],
        Field::Text(Place::Note),
        "notes and reasons",
    ),
    facts(
        "reference",
        &["referral", "ref"],
        Field::Text(Place::Reference),
        "references of referrals",
    ),
    facts(
        "exhibit",
        &["exhibits", "evidence"],
        Field::Text(Place::Exhibit),
        "labels, file names and words of exhibits",
    ),
    facts(
        "source",
        &["from"],
        Field::Text(Place::Source),
        "who or what flagged it",
    ),
    facts("tag", &["tags"], Field::Text(Place::Tag), "tags"),
    facts(
        "imported",
        &[],
        Field::Imported,
        "when it came in: 2026-01..2026-03, >2026-10-01, 7d",
    ),
    facts("before", &[], Field::Before, "it came in before this date"),
    facts(
        "after",
        &["since"],
        Field::After,
        "it came in after this date",
    ),
    facts("seen", &[], Field::Seen, "when it was last seen"),
    facts("has", &[], Field::Has, "what it has: exhibit, note, post …"),
];

/// The filter of this name, whatever its case.
pub fn named(name: &str) -> Option<&'static FieldFacts> {
    let name = name.to_ascii_lowercase();
    FIELDS
        .iter()
        .find(|facts| facts.name == name || facts.also.contains(&name.as_str()))
}

/// Statuses with the word for each, in the order of the work.
pub const STATUSES: [(&str, AccountStatus); 9] = [
    ("new", AccountStatus::New),
    ("in-review", AccountStatus::InReview),
    ("second-look", AccountStatus::SecondLook),
    ("hold", AccountStatus::Hold),
    ("refer", AccountStatus::Refer),
    ("drafted", AccountStatus::Drafted),
    ("sent", AccountStatus::Sent),
    ("no-action", AccountStatus::NoAction),
    ("closed", AccountStatus::Closed),
];

/// Bands with the word for each, the lowest first.
pub const BANDS: [(&str, Band); 3] = [
    ("low", Band::Low),
    ("review", Band::Review),
    ("priority", Band::Priority),
];

/// Roles of persons with the word for each.
pub const ROLES: [(&str, PersonRole); 6] = [
    ("unknown", PersonRole::Unknown),
    ("suspect", PersonRole::Suspect),
    ("witness", PersonRole::Witness),
    ("victim", PersonRole::Victim),
    ("child", PersonRole::Child),
    ("third-party", PersonRole::ThirdParty),
];

/// Kinds of items with the word for each.
pub const UNITS: [(&str, Unit); 12] = [
    ("account", Unit::Account),
    ("page", Unit::Page),
    ("group", Unit::Group),
    ("channel", Unit::Channel),
    ("post", Unit::Post),
    ("story", Unit::Story),
    ("live", Unit::Live),
    ("ad", Unit::Ad),
    ("invite", Unit::Invite),
    ("phone", Unit::Phone),
    ("website", Unit::Website),
    ("short-link", Unit::ShortLink),
];
