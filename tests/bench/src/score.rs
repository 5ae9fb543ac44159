//! Scoring: how many texts a second on one core, and how well adverts are told from other texts.

use crate::measure::{Bench, Result, median, say};
use crate::sample;
use crate::table::Row;
use breakwater_casework::text::indicator::{Band, Lexicons, find, sum_of};
use std::collections::BTreeMap;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// A text whose kind is known.
struct Labelled {
    language: String,
    text: String,
    is_advert: bool,
}

/// How often band and kind agree.
#[derive(Default)]
struct Count {
    found: u32,
    missed: u32,
    wrong: u32,
    right: u32,
}

impl Count {
    const fn add(&mut self, is_advert: bool, is_flagged: bool) {
        match (is_advert, is_flagged) {
            (true, true) => self.found += 1,
            (true, false) => self.missed += 1,
            (false, true) => self.wrong += 1,
            (false, false) => self.right += 1,
        }
    }

    fn told(&self) -> String {
        let share = |part: u32, rest: u32| match part + rest {
            0 => "-".to_owned(),
            all => format!("{:.2}", f64::from(part) / f64::from(all)),
        };
        format!(
            "precision {}, recall {} ({} adverts, {} others)",
            share(self.found, self.wrong),
            share(self.found, self.missed),
            self.found + self.missed,
            self.wrong + self.right
        )
    }
}

/// Scores made-up texts for the rate, and the texts of `tests/bench/corpus` for precision and recall.
pub fn score(bench: &mut Bench, rows: u64) -> Result<()> {
    rate(bench, rows);
    let texts = corpus(Path::new("tests/bench/corpus"))?;
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    for one in &texts {
        let hits = find(&one.text, Lexicons::built_in());
        let sum = sum_of(&hits);
        let is_flagged = sum.band != Band::Low;
        for language in [one.language.as_str(), "all"] {
            let count = counts.entry(language).or_default();
            count.add(one.is_advert, is_flagged);
        }
        if one.is_advert != is_flagged {
            let reasons: Vec<_> = hits
                .iter()
                .map(|hit| format!("{} {}", hit.quote, hit.weight))
                .collect();
            say(&format!(
                "   {} {} scores {}: {} [{}]",
                one.language,
                if is_flagged { "no advert" } else { "advert" },
                sum.score,
                one.text.replace('\n', " "),
                reasons.join(", ")
            ));
        }
    }
    for (language, count) in counts {
        bench.row(Row {
            work: format!("Band of known texts: {language}"),
            ours: count.told(),
            goal: "adverts review or priority, others low".to_owned(),
            ..Row::default()
        });
    }
    Ok(())
}

fn rate(bench: &mut Bench, rows: u64) {
    let texts: Vec<String> = (0..rows).map(sample::bio).collect();
    black_box(find("", Lexicons::built_in()));
    let mut times: Vec<f64> = (0..bench.runs())
        .map(|_| {
            let begun = Instant::now();
            for text in &texts {
                black_box(sum_of(&find(text, Lexicons::built_in())));
            }
            begun.elapsed().as_secs_f64()
        })
        .collect();
    let took = median(&mut times);
    #[allow(clippy::cast_precision_loss, reason = "counts of rows are small")]
    let each = took * 1_000_000.0 / rows.max(1) as f64;
    bench.row(Row {
        work: format!("Score {rows} texts of 20 words, one core"),
        ours: format!("{took:.2} s ({each:.1} µs a text)"),
        goal: "1,000,000 in under 10 s".to_owned(),
        ..Row::default()
    });
}

/// The texts of a folder of CSV files, file by file in order.
fn corpus(folder: &Path) -> Result<Vec<Labelled>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<_>>()?;
    files.retain(|path| path.extension().is_some_and(|ending| ending == "csv"));
    files.sort();
    let mut texts = Vec::new();
    for file in files {
        let mut reader = csv::ReaderBuilder::new()
            .comment(Some(b'#'))
            .from_path(&file)?;
        let header = reader.headers()?.clone();
        let place = |name: &str| {
            let found = header.iter().position(|held| held == name);
            found.ok_or_else(|| format!("{} has no column {name}", file.display()))
        };
        let (text, expected) = (place("text")?, place("expected")?);
        let language = file.file_stem().unwrap_or_default().to_string_lossy();
        for row in reader.records() {
            let row = row?;
            let cell = |at: usize| row.get(at).unwrap_or_default();
            texts.push(Labelled {
                language: language.to_string(),
                text: cell(text).to_owned(),
                is_advert: cell(expected) == "flag",
            });
        }
    }
    Ok(texts)
}
