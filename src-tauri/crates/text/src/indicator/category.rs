//! The categories of the catalogue, and what is known of each.

use crate::table::{cell, kept, rows};
use serde::Serialize;
use std::sync::LazyLock;

/// What kind of sign an indicator is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// Means of transport.
    Transport,
    /// Places and the way between them.
    Route,
    /// When it leaves.
    Schedule,
    /// Promises of success or safety.
    Guarantee,
    /// Sums and discounts.
    Price,
    /// How to reach the one who offers.
    Contact,
    /// How money is held and paid.
    Payment,
    /// Papers.
    Documents,
    /// Clips and praise of those who arrived.
    Proof,
    /// Work, housing, loans and stories sold along with the journey.
    Bundle,
    /// Harmless words for the journey.
    Disguise,
    /// How the account behaves.
    Behaviour,
    /// Boats, engines, life jackets for sale.
    Kit,
    /// Words of news, rescue, charities, courts, research, one's own story: they lower the sum.
    Against,
}

impl Category {
    /// Every category, in the order of the catalogue.
    pub const ALL: [Self; 14] = [
        Self::Transport,
        Self::Route,
        Self::Schedule,
        Self::Guarantee,
        Self::Price,
        Self::Contact,
        Self::Payment,
        Self::Documents,
        Self::Proof,
        Self::Bundle,
        Self::Disguise,
        Self::Behaviour,
        Self::Kit,
        Self::Against,
    ];

    /// The code of the tables and of the contract.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Transport => "transport",
            Self::Route => "route",
            Self::Schedule => "schedule",
            Self::Guarantee => "guarantee",
            Self::Price => "price",
            Self::Contact => "contact",
            Self::Payment => "payment",
            Self::Documents => "documents",
            Self::Proof => "proof",
            Self::Bundle => "bundle",
            Self::Disguise => "disguise",
            Self::Behaviour => "behaviour",
            Self::Kit => "kit",
            Self::Against => "against",
        }
    }

    /// The category of a code; `None` for any other word.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// True if it says that something is offered.
    pub const fn is_offer(self) -> bool {
        matches!(
            self,
            Self::Transport
                | Self::Documents
                | Self::Bundle
                | Self::Guarantee
                | Self::Disguise
                | Self::Kit
        )
    }

    /// True if it supports an offer as an advert's signs do: contact, price, schedule, proof or payment.
    pub const fn is_support(self) -> bool {
        matches!(
            self,
            Self::Contact | Self::Price | Self::Schedule | Self::Proof | Self::Payment
        )
    }

    /// What is known of it; the same for as long as the program runs.
    pub fn facts(self) -> &'static CategoryFacts {
        static NONE: CategoryFacts = CategoryFacts {
            letter: "",
            title: "",
            name: "",
            reason: "",
            cap: 0,
        };
        FACTS
            .iter()
            .find(|(category, _)| *category == self)
            .map_or(&NONE, |(_, facts)| facts)
    }
}

/// What is known of a category. Every value comes from `data/indicator_categories.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryFacts {
    /// The letter that marks it on a highlight.
    pub letter: &'static str,
    /// Its name in one word.
    pub title: &'static str,
    /// Its name, with what belongs to it.
    pub name: &'static str,
    /// The one word shown as a reason in lists.
    pub reason: &'static str,
    /// The most points it can give, or take for `against`.
    pub cap: i32,
}

static FACTS: LazyLock<Vec<(Category, CategoryFacts)>> = LazyLock::new(|| {
    rows(include_str!("../../data/indicator_categories.csv"))
        .filter_map(|row| {
            let facts = CategoryFacts {
                letter: kept(&row, 1),
                title: kept(&row, 2),
                name: kept(&row, 3),
                reason: kept(&row, 4),
                cap: cell(&row, 5).parse::<i32>().ok()?.saturating_abs(),
            };
            Some((Category::of_code(cell(&row, 0))?, facts))
        })
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_category_has_facts() {
        for category in Category::ALL {
            assert!(category.facts().cap > 0, "{category:?} has no cap");
            assert!(!category.facts().reason.is_empty(), "{category:?}");
            assert_eq!(category.facts().letter.chars().count(), 1, "{category:?}");
            let alike = Category::ALL
                .iter()
                .filter(|other| other.facts().letter == category.facts().letter);
            assert_eq!(alike.count(), 1, "{category:?} shares its letter");
            assert_eq!(Category::of_code(category.code()), Some(category));
        }
    }
}
