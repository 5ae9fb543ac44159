//! What came of it, on the command line.

use clap::{Args as ClapArgs, Subcommand};
use std::path::PathBuf;

/// Commands for figures that can be published.
#[derive(Subcommand)]
pub enum Statistics {
    /// Figures of a unit and a period.
    Stats(Stats),
    /// The items behind one of these numbers, with their referrals and decisions.
    StatsRows(StatsRows),
    /// Writes one row an item for others to add up: pseudonyms, no text.
    Figures(Figures),
    /// Reads such files as one and counts what several tell of once; no case is needed.
    StatsOf(StatsOf),
    /// Two periods side by side, each as long after its end, with the interval of every difference.
    Compare(Compare),
    /// Prices, routes and terms of the texts, by month.
    Trends(Trends),
    /// Whether languages and sources fare alike.
    Fairness(FairnessOf),
    /// The accounts behind one of these numbers.
    FairnessRows(FairnessRows),
    /// Intelligence reports, preservation requests, arrests and convictions of a period.
    Further(Further),
    /// Links an arrest or a conviction with accounts.
    Justice(Justice),
    /// Takes an arrest or a conviction back.
    JusticeTakeBack(JusticeTakeBack),
    /// Writes a report: monthly for the unit, yearly for publication, a card for the press.
    Report(Report),
    /// Writes a chart.
    Chart(Chart),
    /// Writes a chart of prices, routes or terms by month.
    TrendChart(TrendChart),
    /// What was published, beside its figure as it is derived now.
    Published(PublishedOf),
    /// Enters what was published, on the frozen figure it rests on.
    Publish(Publish),
    /// Adds a correction to what was published.
    PublishCorrect(PublishCorrect),
    /// Keeps figures under a name, signed.
    FigureFreeze(FigureFreeze),
    /// Works the kept rows that figures are counted from out anew from the events.
    WorkItemsOut(super::OnCase),
    /// Derives frozen figures again and says what changed.
    FigureCheck(FigureCheck),
}

/// Which figures.
#[derive(ClapArgs)]
pub struct Asked {
    /// account, page, group, channel, post, story, live …: units are never added up.
    #[arg(long, value_name = "UNIT")]
    pub unit: String,
    /// First day, YYYY-MM-DD.
    #[arg(long, value_name = "D")]
    pub from: String,
    /// Last day, inclusive.
    #[arg(long, value_name = "D")]
    pub to: String,
    /// What had happened and was known by then; now where nothing is said.
    #[arg(long, value_name = "T")]
    pub as_at: Option<String>,
}

#[derive(ClapArgs)]
pub struct Stats {
    pub case: PathBuf,
    #[command(flatten)]
    pub asked: Asked,
    /// Leaves history that was brought in out.
    #[arg(long)]
    pub without_imported: bool,
    /// Also by route, policy, law, language, service, refusal or team.
    #[arg(long, value_name = "CUT")]
    pub by: Option<String>,
}

#[derive(ClapArgs)]
pub struct StatsRows {
    pub case: PathBuf,
    #[command(flatten)]
    pub asked: Asked,
    /// Leaves history that was brought in out.
    #[arg(long)]
    pub without_imported: bool,
    /// Which number, by its place in `stats`: `taken_down`, previous, referred, cohort.declined, backlog.open,
    /// `came_back.30`, …
    #[arg(long, value_name = "NAME", default_value = "taken_down")]
    pub count: String,
    /// Of one platform, route, policy, law, language, service, refusal or team: by what it is told apart, with --part.
    #[arg(long, value_name = "CUT", requires = "part")]
    pub by: Option<String>,
    /// The code of that part; empty where none was said.
    #[arg(long, value_name = "CODE", requires = "by")]
    pub part: Option<String>,
    /// Of one month of the period, YYYY-MM.
    #[arg(long, value_name = "M")]
    pub month: Option<String>,
}

#[derive(ClapArgs)]
pub struct Figures {
    pub case: PathBuf,
    /// A file holding the unit's secret; the same for every officer whose files are to be read as one.
    #[arg(long, value_name = "S")]
    pub unit_secret_file: PathBuf,
    #[arg(long, value_name = "F.csv")]
    pub out: PathBuf,
}

#[derive(ClapArgs)]
pub struct StatsOf {
    /// Files written by `figures`.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub asked: Asked,
}

#[derive(ClapArgs)]
pub struct FigureFreeze {
    pub case: PathBuf,
    /// What it is called.
    #[arg(long)]
    pub name: String,
    #[command(flatten)]
    pub asked: Asked,
    /// Leaves history that was brought in out.
    #[arg(long)]
    pub without_imported: bool,
}

#[derive(ClapArgs)]
pub struct FigureCheck {
    pub case: PathBuf,
    /// Its name; all of them where none is given.
    pub name: Option<String>,
}

#[derive(ClapArgs)]
pub struct Compare {
    pub case: PathBuf,
    #[command(flatten)]
    pub asked: Asked,
    /// First day of the other period.
    #[arg(long, value_name = "D")]
    pub other_from: String,
    /// Its last day, inclusive.
    #[arg(long, value_name = "D")]
    pub other_to: String,
    /// Leaves history that was brought in out.
    #[arg(long)]
    pub without_imported: bool,
}

#[derive(ClapArgs)]
pub struct Trends {
    pub case: PathBuf,
    /// First day, YYYY-MM-DD.
    #[arg(long, value_name = "D")]
    pub from: String,
    /// Last day, inclusive.
    #[arg(long, value_name = "D")]
    pub to: String,
    /// The accounts behind a number instead: price, route or term, with --name; or heard, anything at all.
    #[arg(long, value_name = "KIND")]
    pub rows: Option<String>,
    /// The currency, the route or the term.
    #[arg(long, value_name = "NAME", requires = "rows")]
    pub name: Option<String>,
    /// Of a term, the language of its lexicon.
    #[arg(long, value_name = "LANG", default_value = "")]
    pub language: String,
    /// Of one month of the period, YYYY-MM.
    #[arg(long, value_name = "M", requires = "rows")]
    pub month: Option<String>,
}

#[derive(ClapArgs)]
pub struct FairnessOf {
    pub case: PathBuf,
}

#[derive(ClapArgs)]
pub struct FairnessRows {
    pub case: PathBuf,
    /// language or source.
    #[arg(long, value_name = "WHAT")]
    pub by: String,
    /// The code of the language, or the source; empty where none is known.
    #[arg(long, value_name = "NAME")]
    pub name: String,
    /// seen, referred, submitted, returned, decided, declined or reversed.
    #[arg(long, value_name = "NAME")]
    pub count: String,
}

#[derive(ClapArgs)]
pub struct Further {
    pub case: PathBuf,
    /// First day, YYYY-MM-DD.
    #[arg(long, value_name = "D")]
    pub from: String,
    /// Last day, inclusive.
    #[arg(long, value_name = "D")]
    pub to: String,
    /// What had happened and was known by then; now where nothing is said.
    #[arg(long, value_name = "T")]
    pub as_at: Option<String>,
}

#[derive(ClapArgs)]
pub struct Justice {
    pub case: PathBuf,
    /// The accounts it is linked with, such as those of a network.
    #[arg(required = true, value_name = "ACCOUNT")]
    pub accounts: Vec<String>,
    /// arrest or conviction.
    #[arg(long)]
    pub kind: String,
    /// The day, YYYY-MM-DD.
    #[arg(long, value_name = "D")]
    pub at: String,
    /// Reference of the force or the court.
    #[arg(long)]
    pub reference: String,
    /// Who or what said so.
    #[arg(long)]
    pub source: String,
    /// In a few words.
    #[arg(long)]
    pub words: Option<String>,
}

#[derive(ClapArgs)]
pub struct JusticeTakeBack {
    pub case: PathBuf,
    /// Its id.
    pub fact: String,
}

#[derive(ClapArgs)]
pub struct Report {
    pub case: PathBuf,
    /// monthly, yearly or press.
    #[arg(long)]
    pub kind: String,
    /// First day, YYYY-MM-DD.
    #[arg(long, value_name = "D")]
    pub from: String,
    /// Last day, inclusive.
    #[arg(long, value_name = "D")]
    pub to: String,
    /// What had happened and was known by then; now where nothing is said.
    #[arg(long, value_name = "T")]
    pub as_at: Option<String>,
    /// Only this unit; every unit apart where none is named, accounts for the press.
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    /// Leaves history that was brought in out.
    #[arg(long)]
    pub without_imported: bool,
    /// A file with the unit's own words: how it keeps its independence, what is to be known.
    #[arg(long, value_name = "F")]
    pub remarks_file: Option<PathBuf>,
    /// pdf, csv or json.
    #[arg(long)]
    pub format: String,
    #[arg(long, value_name = "F")]
    pub out: PathBuf,
}

#[derive(ClapArgs)]
pub struct Chart {
    pub case: PathBuf,
    #[command(flatten)]
    pub asked: Asked,
    /// Leaves history that was brought in out.
    #[arg(long)]
    pub without_imported: bool,
    /// months or curve.
    #[arg(long = "chart", value_name = "CHART")]
    pub which: String,
    /// svg, png or csv.
    #[arg(long)]
    pub format: String,
    #[arg(long, value_name = "F")]
    pub out: PathBuf,
}

#[derive(ClapArgs)]
pub struct TrendChart {
    pub case: PathBuf,
    /// First day, YYYY-MM-DD.
    #[arg(long, value_name = "D")]
    pub from: String,
    /// Last day, inclusive.
    #[arg(long, value_name = "D")]
    pub to: String,
    /// price, route or term.
    #[arg(long)]
    pub kind: String,
    /// Of prices, the currency: they are never converted.
    #[arg(long, value_name = "CODE", default_value = "")]
    pub currency: String,
    /// svg, png or csv.
    #[arg(long)]
    pub format: String,
    #[arg(long, value_name = "F")]
    pub out: PathBuf,
}

#[derive(ClapArgs)]
pub struct PublishedOf {
    pub case: PathBuf,
}

#[derive(ClapArgs)]
pub struct Publish {
    pub case: PathBuf,
    /// The words as they were published.
    #[arg(long)]
    pub said: String,
    /// Where.
    #[arg(long, value_name = "PLACE")]
    pub r#where: String,
    /// Who cleared them.
    #[arg(long, value_name = "WHO")]
    pub cleared_by: String,
    /// The day, YYYY-MM-DD.
    #[arg(long, value_name = "D")]
    pub at: String,
    /// Name of the frozen figure they rest on.
    #[arg(long, value_name = "NAME")]
    pub figure: String,
}

#[derive(ClapArgs)]
pub struct PublishCorrect {
    pub case: PathBuf,
    /// Which, by its id.
    pub published: String,
    /// What is right, and why it was not said so.
    #[arg(long)]
    pub words: String,
    /// The day it was corrected in public, YYYY-MM-DD.
    #[arg(long, value_name = "D")]
    pub at: String,
}
