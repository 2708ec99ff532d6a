//! The competencies on a role's page: what sets it apart from the median role, then what it asks least.

use std::fmt;

use crate::present::document::{Block, Chart, ChartLine, Column, Glyphs, Picture};
use crate::present::figures::{level_word, marks_of, signed};
use crate::present::label::Label;
use crate::present::text::{Text, labelled, row, text};
use crate::text::hint::{Ask, hint};
use crate::text::sorting::Arrange;
use crate::view::{Competency, RolePage};

/// How many competencies a page shows of each kind, unless it is to be whole.
const APART: usize = 6;
const LEAST: usize = 2;
/// As many where there is nothing to compare with.
const HEAVIEST: usize = APART + LEAST;

pub fn section(page: &RolePage<'_>, competencies: &[Competency<'_>], glyphs: Glyphs, blocks: &mut Vec<Block>) {
    let is_compared = competencies.iter().any(|competency| competency.band.is_some());
    let shown = Shown::of(page, competencies, is_compared);
    blocks.push(Block::heading(shown.heading, figures(is_compared, glyphs)));
    if competencies.is_empty() {
        blocks.push(Block::note("no evidence: nobody has read the role, and it maps to nothing that is rated"));
        return;
    }
    let mut lines = Vec::new();
    let mut add = |competency: &&Competency<'_>| {
        lines.push(row(competency, is_compared, glyphs));
        if page.whole {
            lines.push(ChartLine::Beneath(labelled(Label::Aside, &ground(competency))));
        }
    };
    shown.first.iter().for_each(&mut add);
    if !shown.least.is_empty() {
        lines.push(ChartLine::Caption {
            text: labelled(Label::Aside, "least of all"),
            aside: Text::default(),
            scale: Text::default(),
        });
        shown.least.iter().for_each(|competency| lines.push(row(competency, is_compared, glyphs)));
    }
    blocks.push(Block::Chart(Chart {
        columns: columns(is_compared),
        at: if is_compared { 4 } else { 3 },
        lines,
        cuts: true,
        legend: if is_compared && !glyphs.heard { legend(glyphs) } else { Text::default() },
        ..Chart::default()
    }));
    let more = competencies.len() - shown.first.len() - shown.least.len();
    if more > 0 {
        let all = Ask::of("show").words([page.role.id, "--section", "competencies", "--all"]);
        blocks.push(Block::Hint(hint![format!("{more} more: "), all]));
    }
    blocks.extend(weighed_alike(competencies).map(|text| Block::note(&text)));
    expected(competencies, blocks);
}

/// How many competencies weigh alike since nobody says how much they do.
fn weighed_alike(competencies: &[Competency<'_>]) -> Option<String> {
    let equal = competencies.iter().filter(|competency| competency.basis == "equal");
    let weight = equal.clone().next()?.weight;
    Some(match equal.count() {
        1 => format!("no weight is stated of 1 competency: it weighs {weight}"),
        several => format!("no weight is stated of {several} competencies: each weighs {weight}"),
    })
}

/// What the role's file expects of each competency, in its own words.
fn expected(competencies: &[Competency<'_>], blocks: &mut Vec<Block>) {
    let said: Vec<&Competency<'_>> = competencies.iter().filter(|competency| !competency.expects.is_empty()).collect();
    if said.is_empty() {
        return;
    }
    blocks.push(Block::heading("What is expected", ""));
    let paragraph = |competency: &Competency<'_>| {
        let name = labelled(Label::Name, competency.competency.title);
        Block::paragraph(text![name, ": ", competency.expects.join(" · ")])
    };
    blocks.extend(said.into_iter().map(paragraph));
}

/// What the figures of a row are.
fn figures(is_compared: bool, glyphs: Glyphs) -> &'static str {
    match is_compared {
        true if glyphs.heard => "weight 0 to 100 · confidence · difference to the median role · level",
        true => "weight, to the median",
        false => "weight 0 to 100 · confidence · level",
    }
}

/// " · ━ half of all roles · ● this one".
fn legend(glyphs: Glyphs) -> Text {
    let (band, dot) = (glyphs.pick("━", "="), glyphs.pick("●", "o"));
    labelled(Label::Aside, &format!(" · {band} half of all roles · {dot} this one"))
}

/// The competencies that a page shows.
pub struct Shown<'p, 'a> {
    pub heading: &'static str,
    pub first: Vec<&'p Competency<'a>>,
    least: Vec<&'p Competency<'a>>,
}

impl<'p, 'a> Shown<'p, 'a> {
    pub fn of(page: &RolePage<'_>, competencies: &'p [Competency<'a>], is_compared: bool) -> Self {
        let whole = || Self { heading: "Competencies", first: competencies.iter().collect(), least: Vec::new() };
        if page.whole || competencies.len() <= HEAVIEST {
            return whole();
        }
        // The heavier first where two stand out as much. What hardly any other role has stands out by its weight.
        let beside = |it: &Competency<'_>| it.difference.unwrap_or(it.weight.into());
        let mut apart: Vec<&Competency<'_>> = competencies.iter().filter(|_| is_compared).collect();
        apart.arrange_by_key(|competency| std::cmp::Reverse(beside(competency)));
        let above = apart.iter().take(APART).filter(|competency| beside(competency) > 0).count();
        if above == 0 {
            return Self { first: competencies.iter().take(HEAVIEST).collect(), ..whole() };
        }
        let beneath = apart[above..].iter().rev().take(LEAST).filter(|competency| beside(competency) < 0);
        let least: Vec<&Competency<'_>> = beneath.copied().collect();
        apart.truncate(above);
        Self { heading: "What sets it apart", first: apart, least: least.into_iter().rev().collect() }
    }
}

fn columns(is_compared: bool) -> Vec<Column> {
    let mut columns = vec![Column::text("competency"), Column::right("weight"), Column::left("confidence")];
    columns.extend(is_compared.then(|| Column::right("difference to the median role")));
    columns.extend([Column::decoration("marks"), Column::left("level")]);
    columns
}

fn row(competency: &Competency<'_>, is_compared: bool, glyphs: Glyphs) -> ChartLine {
    let mut cells = row![
        labelled(Label::Name, competency.competency.title),
        competency.weight.to_string(),
        labelled(Label::Aside, &competency.confidence.to_string()),
    ];
    cells.extend(is_compared.then(|| competency.difference.map(|it| signed(it.into())).unwrap_or_default().into()));
    cells.push(labelled(Label::Bar, &marks_of(competency.level, competency.own_level.as_ref(), glyphs)));
    cells.push(labelled(Label::Aside, level_word(competency.proficiency, competency.own_level.as_ref())));
    let band = competency.band.map(|band| (band.low, band.high));
    let words = band.map_or(String::new(), |(low, high)| format!("half of all roles {low} to {high}"));
    ChartLine::Row { cells, picture: Some(Picture::Dot { at: competency.weight, band }), words: words.into() }
}

/// "readings 95, 90, 95; outside 93", or why the catalog states it.
pub fn ground(competency: &Competency<'_>) -> String {
    if competency.basis == "equal" {
        return "no weight stated: weighs as every other without one".to_owned();
    }
    if let Some(why) = competency.editorial {
        let whose = competency.stated_by.unwrap_or("editorial");
        return if why.is_empty() { whose.to_owned() } else { format!("{whose}: {why}") };
    }
    if competency.basis == "evidence" {
        return "from evidence, not read".to_owned();
    }
    let mut said = Vec::with_capacity(4);
    if !competency.readings.is_empty() {
        said.push(format!("readings {}", Separated(&competency.readings, ", ")));
    }
    said.extend(competency.judged.map(|weight| format!("judged again {weight}")));
    said.extend(competency.outside.map(|weight| format!("outside {weight}")));
    said.extend(competency.contested.then(|| "contested".to_owned()));
    if said.len() == 1 { said.remove(0) } else { said.join("; ") }
}

/// Weights with something between each two of them.
pub struct Separated<W>(pub W, pub &'static str);

impl<W: AsRef<[u8]>> fmt::Display for Separated<W> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_ref().iter().enumerate().try_for_each(|(at, weight)| match at {
            0 => write!(out, "{weight}"),
            _ => write!(out, "{}{weight}", self.1),
        })
    }
}
