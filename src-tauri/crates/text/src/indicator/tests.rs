//! Rules that hold for every text.

use super::*;
use proptest::prelude::*;

fn found(text: &str) -> Vec<Hit> {
    find(text, Lexicons::built_in())
}

/// Pieces that mean something, and signs that make trouble beside them.
const PIECES: &[&str] = &[
    "🚢",
    "🚢🚢",
    "🇬🇧",
    "🇦🇱🇬",
    "👨‍👩‍👧",
    "✈️",
    "ي\u{64b}",
    "مضمون",
    "والقارب",
    "قارب",
    "Angli",
    "tonight",
    "£4,500",
    "۵۰۰۰ پوند",
    "+44 7700 900123",
    "O77OO",
    "@",
    "wa.me/447700900123",
    "Telegram: @a_b1",
    "Calais → Dover",
    " - ",
    "27/7",
    "ë",
    "e\u{301}",
    "\u{200d}",
    "\u{202e}",
    "ﷺ",
    "ǆ",
    "각",
    "GB82 WEST 1234 5698 7654 32",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
    "100% safe",
    "\n",
    "Việt Nam",
    "đi Anh",
    "١٠٠٪",
    "*",
    "_",
    "-",
    "٬",
    "5k",
    "per person",
    "۱۲۳۴",
    "0️⃣7️⃣",
    "ﬁ",
    "ß",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_is_read_without_harm(text in "\\PC{0,120}") {
        check(&text);
    }

    #[test]
    fn any_mixture_of_signs_is_read_without_harm(
        pieces in prop::collection::vec((prop::sample::select(PIECES), "[ .,:a-zA-Z0-9ی]{0,3}"), 0..20)
    ) {
        check(&pieces.iter().flat_map(|(piece, glue)| [*piece, glue.as_str()]).collect::<String>());
    }

    #[test]
    fn answers_only_ever_change_their_own_lines(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..20),
        answers in prop::collection::vec(0..4_u8, 20),
    ) {
        let hits = found(&pieces.join(" "));
        let answers: Vec<_> = answers.iter().cycle().map(|answer| match answer {
            0 => None,
            1 => Some(Answer::Yes),
            2 => Some(Answer::No),
            _ => Some(Answer::Unsure),
        }).take(hits.len()).collect();
        let sum = sum(hits.iter().zip(answers.iter().copied()), Bands::default());
        check_sum(&hits, &sum);
        for (line, answer) in sum.lines.iter().zip(answers) {
            prop_assert_eq!(line.answer, answer);
            prop_assert!(answer != Some(Answer::No) || line.points == Points::ZERO);
        }
    }
}

#[track_caller]
fn check(text: &str) {
    let hits = found(text);
    let points: Vec<char> = text.chars().collect();
    let mut last = 0;
    for hit in &hits {
        assert!(
            hit.start >= last,
            "{text:?}: not in order or overlapping: {hit:?}"
        );
        assert!(
            hit.end > hit.start && hit.end <= points.len(),
            "{text:?}: {hit:?}"
        );
        let quote: String = points[hit.start..hit.end].iter().collect();
        assert_eq!(quote, hit.quote, "{text:?}");
        assert!(
            hit.weight != 0 && !hit.rule.is_empty() && !hit.version.is_empty(),
            "{hit:?}"
        );
        last = hit.end;
    }
    check_sum(&hits, &sum_of(&hits));
    assert_eq!(hits, found(text), "the same text gives the same hits");
}

#[track_caller]
fn check_sum(hits: &[Hit], sum: &Sum) {
    assert_eq!(sum.lines.len(), hits.len(), "one line a hit");
    let total: Points = sum.lines.iter().map(|line| line.points).sum();
    assert_eq!(
        sum.score,
        total.max(Points::ZERO),
        "the score is the sum of its lines"
    );
    for category in Category::ALL {
        let of = |line: &&Line| line.category == category;
        let given: Points = sum.lines.iter().filter(of).map(|line| line.points).sum();
        let cap = Points::whole(category.facts().cap);
        assert!(given <= cap && given >= -cap, "{category:?} gives {given}");
    }
    if sum.band != Band::Low {
        assert!(sum.minimum.is_met(), "a band without the minimum test");
    }
}

/// A hit as a table would give it.
fn hit(category: Category, weight: i32) -> Hit {
    Hit {
        category,
        quote: "x".to_owned(),
        start: 0,
        end: 1,
        weight,
        term: "x".to_owned(),
        language: "mul".to_owned(),
        rule: "lexicon/mul".to_owned(),
        version: "1".to_owned(),
        when: None,
    }
}

#[test]
fn points_count_up_to_the_cap_and_the_line_says_so() {
    let cap = Category::Transport.facts().cap;
    let hits = vec![
        hit(Category::Transport, cap - 1),
        hit(Category::Transport, 5),
        hit(Category::Transport, 2),
    ];
    let sum = sum_of(&hits);
    let points: Vec<_> = sum.lines.iter().map(|line| line.points).collect();
    assert_eq!(
        points,
        [Points::whole(cap - 1), Points::whole(1), Points::ZERO]
    );
    assert_eq!(
        sum.lines
            .iter()
            .map(|line| line.is_capped)
            .collect::<Vec<_>>(),
        [false, true, true]
    );
    assert_eq!(sum.score, Points::whole(cap));
}

#[test]
fn no_counts_nothing_and_unsure_counts_half() {
    let hits = [
        hit(Category::Transport, 5),
        hit(Category::Contact, 3),
        hit(Category::Price, 3),
    ];
    let answers = [Some(Answer::Unsure), Some(Answer::No), None];
    let sum = sum(hits.iter().zip(answers), Bands::default());
    assert_eq!(sum.score, Points::halves(5 + 6));
    assert_eq!(sum.score.to_string(), "5.5");
    assert_eq!(serde_json::to_string(&sum.score).unwrap(), "5.5");
    assert_eq!(serde_json::to_string(&Points::whole(-3)).unwrap(), "-3");
}

#[test]
fn words_against_an_offer_lower_the_sum_but_never_below_nothing() {
    let sum = sum_of(&[hit(Category::Against, -6), hit(Category::Transport, 2)]);
    assert_eq!((sum.score, sum.band), (Points::ZERO, Band::Low));
}

#[test]
fn without_an_offer_or_without_support_the_band_stays_low() {
    let bands = Bands {
        review: 1,
        priority: 2,
        offer: 2,
    };
    let band = |hits: &[Hit]| sum(hits.iter().map(|hit| (hit, None)), bands).band;
    assert_eq!(
        band(&[
            hit(Category::Contact, 4),
            hit(Category::Price, 4),
            hit(Category::Route, 4)
        ]),
        Band::Low
    );
    assert_eq!(
        band(&[hit(Category::Transport, 4), hit(Category::Route, 4)]),
        Band::Low
    );
    assert_eq!(
        band(&[hit(Category::Transport, 4), hit(Category::Proof, 1)]),
        Band::Priority
    );
    let hits = [hit(Category::Transport, 4), hit(Category::Contact, 4)];
    let denied = sum(hits.iter().zip([Some(Answer::No), None]), bands);
    assert_eq!(denied.band, Band::Low, "an offer that was denied is none");
}

/// Words that may stand in one another's place and change no sum: nationalities, languages, names, religions.
const WEIGHTLESS: [&str; 4] = [
    "Albanian;Kurdish;Vietnamese;Afghan;Iraqi;Iranian;Syrian;British;French;Turkish;Eritrean;\
     shqiptar;عراقي;سوري;افغان;ایرانی;کورد;kurd;Türk;người Việt;پښتون",
    "speaks English;speaks Albanian;speaks Arabic;speaks Sorani;speaks Pashto;speaks Vietnamese;\
     nói tiếng Việt;flas shqip;فارسی بلد",
    "Arben Hoxha;Ahmed Hassan;Nguyen Van Nam;Karwan Aziz;John Smith;Mehmet Yilmaz;\
     محمد علي;کاروان;رضا احمدی",
    "Muslim;Christian;Yazidi;Sikh;Hindu;Jewish;atheist;مسلم;مسيحي;مسلمان;ئێزیدی",
];

#[test]
fn nationality_language_name_and_religion_weigh_nothing() {
    let texts = [
        "Ready for journey tonight, lorry from Calais, £4,500, WhatsApp +44 7700 900123. {}",
        "{} brothers, speedboat 100% safe, pay on arrival",
        "I am {} and I love football, follow me",
        "{} restaurant in Leeds, book a table: 07700 900123",
    ];
    for text in texts {
        for group in WEIGHTLESS {
            let mut scores: Vec<_> = group
                .split(';')
                .map(|word| (sum_of(&found(&text.replace("{}", word))).score, word))
                .collect();
            scores.sort();
            assert_eq!(
                scores.first().unwrap().0,
                scores.last().unwrap().0,
                "{text}: {scores:?}"
            );
        }
    }
}

#[test]
fn every_place_weighs_the_same() {
    let score = |text: &str| sum_of(&found(text)).score;
    let places = [
        "Albania",
        "Iraq",
        "Vietnam",
        "Spain",
        "Sweden",
        "العراق",
        "ترکیه",
    ];
    let rules = Lexicons::new(Vec::new()).unwrap();
    for place in places {
        let hits = find(&format!("{place} → Europe"), &rules);
        assert_eq!(sum_of(&hits).score, Points::whole(3), "{place}");
    }
    assert_eq!(score("one"), Points::ZERO);
}

#[test]
fn the_earliest_time_named_is_due() {
    let now = breakwater_model::Instant::parse("2026-11-25T21:30:00Z").unwrap();
    let at = |text: &str| due(&found(text), now).map(|due| due.to_string());
    assert_eq!(
        at("boat 27/11 or tomorrow").as_deref(),
        Some("2026-11-26T23:59:59.999Z")
    );
    assert_eq!(
        at("ready for journey tonight").as_deref(),
        Some("2026-11-25T23:59:59.999Z")
    );
    assert_eq!(at("left 20/11"), None);
    assert_eq!(at("boat"), None);
}
