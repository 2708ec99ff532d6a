//! What a table calls the levels of a competency.

use crate::catalog::model::{OwnScale, OwnStep, Proficiency};
use crate::text::harmless::shown;
use crate::view::error::{Error, ticked};

/// The word for what is not asked for.
const NONE: &str = "none";

/// Words for levels, beside our own.
#[derive(Debug, Default)]
pub struct Scale {
    /// In the order in which they were stated.
    pub words: Vec<(String, Option<Proficiency>)>,
    /// Words that stand for steps of scales of a company's own.
    pub steps: Vec<(String, String)>,
    /// The scale that the folder's catalog states, with what each step stands for.
    pub own: Vec<Step>,
}

/// A step, and the level of ours that it stands for.
pub type Step = (String, Option<Proficiency>);

/// What a cell says of a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    Level(Proficiency),
    /// It is not asked for.
    None,
    Nothing,
    Unknown,
}

impl Scale {
    /// Reads `--level WORD=LEVEL`: a step of the folder's own scale goes before a level of ours, and that before a
    /// step of a catalog beneath.
    ///
    /// # Errors
    /// Where one is no level, or no word stands before it.
    pub fn new(options: &[String], own: Vec<Step>, beneath: &[&str]) -> Result<Self, Error> {
        let mut scale = Self { own, ..Self::default() };
        for option in options {
            let (word, level) = parted(option)?;
            let is_it = |step: &&str| step.to_lowercase() == level.to_lowercase();
            let of_own = scale.own.iter().map(|(step, _)| step.as_str()).find(is_it);
            match (of_own, ours(level)) {
                (None, Some(ours)) => scale.words.push((word.to_owned(), ours)),
                (of_own, _) => {
                    let step = of_own.or_else(|| beneath.iter().copied().find(is_it));
                    let step = step.ok_or_else(|| scale.no_level(level))?.to_owned();
                    scale.steps.push((word.to_owned(), step));
                }
            }
        }
        Ok(scale)
    }

    /// Takes words that were read once, each with its level or step.
    pub fn kept(words: &[(String, String)]) -> Self {
        let mut scale = Self::default();
        for (word, level) in words {
            match ours(level) {
                Some(ours) => scale.words.push((word.clone(), ours)),
                None => scale.steps.push((word.clone(), level.clone())),
            }
        }
        scale
    }

    /// The scale of the folder's catalog, which every level is on that its role files state.
    pub fn own(&self) -> Option<OwnScale<'_>> {
        (!self.own.is_empty()).then(|| OwnScale { steps: self.own.iter().map(borrowed).collect() })
    }

    /// A cell with the step that it stands for in its place, where somebody says so.
    pub fn step<'t>(&'t self, cell: &'t str) -> &'t str {
        let stated = self.steps.iter().find(|(word, _)| is_alike(word, cell.trim()));
        stated.map_or(cell, |(_, step)| step)
    }

    fn no_level(&self, level: &str) -> Error {
        let error = Error::failed(format!("no level is called {}", ticked(level)));
        let steps: Vec<String> = self.own.iter().map(|(step, _)| shown(step)).collect();
        match steps.is_empty() {
            true => error.hint("levels are none, awareness, working, practitioner and expert"),
            false => error.hint(format!("the steps of the catalog's scale: {}", steps.join(", "))),
        }
    }

    pub fn read(&self, cell: &str) -> Said {
        let cell = cell.trim();
        if cell.is_empty() {
            return Said::Nothing;
        }
        let stated = self.words.iter().find(|(word, _)| is_alike(word, cell)).map(|(_, level)| *level);
        match stated.or_else(|| ours(cell)) {
            Some(Some(level)) => Said::Level(level),
            Some(None) => Said::None,
            None => Said::Unknown,
        }
    }

    /// The word for a level that a file states: of ours the first that was stated for it; else as it stands there, on a
    /// scale of the company's own.
    pub fn said<'t>(&'t self, level: &'t str) -> &'t str {
        if let Some((word, _)) = self.steps.iter().find(|(_, step)| step == level) {
            return word;
        }
        let ours = Proficiency::ALL.into_iter().find(|it| it.name() == level);
        ours.map_or(level, |ours| self.word(Some(ours)))
    }

    /// The word for a level: the first that was stated, or ours.
    pub fn word(&self, level: Option<Proficiency>) -> &str {
        let stated = self.words.iter().find(|(_, it)| *it == level).map(|(word, _)| word.as_str());
        stated.unwrap_or(level.map_or(NONE, Proficiency::name))
    }
}

fn ours(word: &str) -> Option<Option<Proficiency>> {
    let level = Proficiency::ALL.into_iter().find(|level| level.name().eq_ignore_ascii_case(word));
    level.map(Some).or_else(|| word.eq_ignore_ascii_case(NONE).then_some(None))
}

/// `3`, `3.0` and `3,0` are one word.
pub fn is_alike(word: &str, cell: &str) -> bool {
    let numbers = (number(word), number(cell));
    word.to_lowercase() == cell.to_lowercase() || matches!(numbers, (Some(a), Some(b)) if (a - b).abs() < 1e-9)
}

/// A number as spreadsheets write it, with a decimal comma too.
pub fn number(cell: &str) -> Option<f64> {
    let cell = cell.trim().trim_end_matches('%').trim_end();
    let is_number = cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-'));
    cell.replace(',', ".").parse().ok().filter(|_| is_number)
}

/// The weight that a cell says; none where it says none from 0 to 100.
pub fn weight(cell: &str) -> Option<u8> {
    number(cell).map(f64::round).filter(|weight| (0.0..=100.0).contains(weight)).map(|weight| weight as u8)
}

fn borrowed((word, means): &Step) -> OwnStep<'_> {
    OwnStep { word, means: *means }
}

fn parted(option: &str) -> Result<(&str, &str), Error> {
    let parts = option.rsplit_once('=').map(|(word, level)| (word.trim(), level.trim()));
    parts.filter(|(word, _)| !word.is_empty()).ok_or_else(|| {
        Error::failed(format!("`--level` takes a word and a level, not {}", ticked(option)))
            .hint("`--level 3=practitioner` says that the table's 3 is our practitioner")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_read_as_a_spreadsheet_writes_it() {
        let scale = Scale::new(&["3=practitioner".to_owned(), "Leads = expert".to_owned()], Vec::new(), &[])
            .expect("both are levels");
        let said = ["3", "3,0", "3.00", "leads", "Working", "none", " ", "4"].map(|cell| scale.read(cell));
        let [practitioner, expert, working] = [Proficiency::Practitioner, Proficiency::Expert, Proficiency::Working];
        let three = Said::Level(practitioner);
        let rest = [Said::Level(expert), Said::Level(working), Said::None, Said::Nothing, Said::Unknown];
        assert_eq!(said, [three, three, three, rest[0], rest[1], rest[2], rest[3], rest[4]]);
        assert_eq!(
            [scale.word(Some(practitioner)), scale.word(Some(working)), scale.word(None)],
            ["3", "working", "none"]
        );
        assert_eq!(["12,5", "80 %", "-", "1e3", ""].map(number), [Some(12.5), Some(80.0), None, None, None]);
    }
}
