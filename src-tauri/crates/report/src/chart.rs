//! Charts that can be given out: as SVG, and as PNG drawn from the same SVG with the fonts of the program.
//!
//! Invariant: the same chart gives the same bytes, and nothing of it is reached from outside the file. What it counts, of
//! how many and as at when stands in it, so that it means the same wherever it is pasted. Every series is told from the
//! others by its pattern, its dashes and its words, not by its colour alone: it can be read in grey and by everybody.
//! Colours are those of M. Okabe and K. Ito, Color Universal Design (2008), from the dark end.

mod svg;

use crate::paper::font_files;
use crate::{Error, Result};
use std::sync::{Arc, LazyLock};

/// A row of numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What it is called.
    pub name: String,
    /// Its values, one for each place of the chart; none where nothing is known.
    pub values: Vec<Option<f64>>,
}

/// How it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A bar for each place, side by side for each series.
    Bars,
    /// A line for each series.
    Lines,
}

/// A chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// Unit, denominator, period, moment: a line each, under the title.
    pub facts: Vec<String>,
    /// The marking, above and below.
    pub marking: String,
    /// How it is drawn.
    pub form: Form,
    /// Names of the places, from left to right.
    pub places: Vec<String>,
    /// At most four.
    pub series: Vec<Series>,
    /// True if the values are shares from 0 to 1.
    pub is_share: bool,
}

/// Larger than a screen's pixels, for paper.
const SCALE: f32 = 2.0;

/// The chart as SVG.
///
/// # Errors
/// Never in memory; what the writer says.
pub fn chart_svg(chart: &Chart) -> Result<Vec<u8>> {
    svg::draw(chart).map_err(|source| Error::Io {
        what: "the chart".into(),
        source,
    })
}

static FONTS: LazyLock<Arc<resvg::usvg::fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = resvg::usvg::fontdb::Database::new();
    for file in font_files() {
        fonts.load_font_data(file.to_vec());
    }
    fonts.set_sans_serif_family("Noto Sans");
    Arc::new(fonts)
});

/// The chart as PNG, twice the size of its SVG.
///
/// # Errors
/// [`Error::Typeset`] only by a fault of the program, whatever the words.
pub fn chart_png(chart: &Chart) -> Result<Vec<u8>> {
    let svg = chart_svg(chart)?;
    let options = resvg::usvg::Options {
        fontdb: Arc::clone(&FONTS),
        font_family: "Noto Sans".into(),
        ..resvg::usvg::Options::default()
    };
    let tree = resvg::usvg::Tree::from_data(&svg, &options).map_err(|_| Error::Typeset)?;
    let size = tree
        .size()
        .to_int_size()
        .scale_by(SCALE)
        .ok_or(Error::Typeset)?;
    let mut pixels =
        resvg::tiny_skia::Pixmap::new(size.width(), size.height()).ok_or(Error::Typeset)?;
    let scale = resvg::tiny_skia::Transform::from_scale(SCALE, SCALE);
    resvg::render(&tree, scale, &mut pixels.as_mut());
    pixels.encode_png().map_err(|_| Error::Typeset)
}

/// The numbers of the chart as CSV: a row each place, a column each series; the facts before them as remarks.
pub fn chart_csv(chart: &Chart) -> Vec<u8> {
    let mut all = String::from("\u{feff}");
    for line in std::iter::once(&chart.title)
        .chain(&chart.facts)
        .chain([&chart.marking])
    {
        all.push_str(&quoted(&format!("# {line}")));
        all.push_str("\r\n");
    }
    let mut row = |cells: Vec<String>| {
        all.push_str(
            &cells
                .iter()
                .map(|cell| quoted(cell))
                .collect::<Vec<_>>()
                .join(","),
        );
        all.push_str("\r\n");
    };
    let names = chart
        .series
        .iter()
        .map(|one| crate::csv_guard::guard(&one.name).into_owned());
    row(std::iter::once(String::new()).chain(names).collect());
    for (at, place) in chart.places.iter().enumerate() {
        let values = chart.series.iter().map(|one| {
            let value = one.values.get(at).copied().flatten();
            value.map(|value| value.to_string()).unwrap_or_default()
        });
        row(std::iter::once(crate::csv_guard::guard(place).into_owned())
            .chain(values)
            .collect());
    }
    all.into_bytes()
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(form: Form) -> Chart {
        Chart {
            title: "Taken down by month <b>".into(),
            facts: vec![
                "Accounts, 8,014 of 8,787 referred".into(),
                "As at 1 December 2026".into(),
            ],
            marking: "OFFICIAL".into(),
            form,
            places: (1..=12).map(|month| format!("M{month}")).collect(),
            series: ["This period", "A year before"]
                .iter()
                .enumerate()
                .map(|(row, name)| Series {
                    name: (*name).into(),
                    values: (0..12_u32)
                        .zip(std::iter::repeat(u32::try_from(row).unwrap()))
                        .map(|(at, row)| (at != 3).then(|| f64::from(at * 70 + row)))
                        .collect(),
                })
                .collect(),
            is_share: false,
        }
    }

    #[test]
    fn a_chart_says_what_it_counts_and_tells_its_series_apart_without_colour() {
        for form in [Form::Bars, Form::Lines] {
            let svg = String::from_utf8(chart_svg(&chart(form)).unwrap()).unwrap();
            for words in [
                "&lt;b&gt;",
                "8,014 of 8,787 referred",
                "As at 1 December 2026",
                "OFFICIAL",
                "A year before",
            ] {
                assert!(svg.contains(words), "{words} is not in {svg}");
            }
            let apart = match form {
                Form::Bars => ["url(#p0)", "url(#p1)"],
                Form::Lines => ["stroke-dasharray=\"\"", "stroke-dasharray=\"9 4\""],
            };
            assert!(apart.iter().all(|mark| svg.contains(mark)), "{form:?}");
            assert!(!svg.contains("href") && !svg.contains("script"));
        }
    }

    #[test]
    fn png_and_csv_are_of_the_same_numbers_and_the_same_each_time() {
        let chart = chart(Form::Bars);
        let png = chart_png(&chart).unwrap();
        assert!(png.starts_with(b"\x89PNG") && png == chart_png(&chart).unwrap());
        let csv = String::from_utf8(chart_csv(&chart)).unwrap();
        assert!(
            csv.contains("\r\nM1,0,1\r\n") && csv.contains("\r\nM4,,\r\n"),
            "{csv}"
        );
        assert!(csv.contains("# As at 1 December 2026"));
    }
}
