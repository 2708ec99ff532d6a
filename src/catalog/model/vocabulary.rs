//! What roles are told in: families, levels, competencies, tools, regions, sources.

use serde::{Deserialize, Serialize};

use crate::catalog::model::{CompetencyIx, OwnScale, Proficiency, RegionIx, ScaleIx, SourceIx, TrackIx};

/// A role's names in one language.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Translation<'a> {
    /// ISO 639-1.
    pub language: &'a str,
    pub source: SourceIx,
    #[serde(borrow)]
    pub names: Vec<&'a str>,
}

#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct Family<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub definition: &'a str,
}

#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct Track<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub definition: &'a str,
}

#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Level<'a> {
    pub rank: u8,
    pub definition: &'a str,
    #[serde(borrow)]
    pub names: Vec<LevelName<'a>>,
}

/// What a rank is called on a track.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct LevelName<'a> {
    pub track: TrackIx,
    pub name: &'a str,
    #[serde(borrow)]
    pub aliases: Vec<&'a str>,
}

/// What a proficiency looks like.
#[derive(Serialize, Deserialize, Clone, Debug, Default)]
pub struct Look<'a> {
    /// Sentences.
    #[serde(borrow)]
    pub says: Vec<&'a str>,
    /// What somebody at it has done, or may do.
    pub examples: Vec<&'a str>,
    /// By what it is seen.
    pub signals: Vec<&'a str>,
}

#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Competency<'a> {
    pub id: &'a str,
    pub title: &'a str,
    /// Other names of it.
    pub aliases: Vec<&'a str>,
    /// The competency of a catalog beneath that it is by another name.
    pub same_as: Option<CompetencyIx>,
    /// Those that it is a part of.
    pub part_of: Vec<CompetencyIx>,
    pub definition: &'a str,
    /// What awareness, working, practitioner and expert look like.
    #[serde(borrow)]
    pub looks: [Look<'a>; 4],
    /// What the trades call it.
    pub terms: Vec<&'a str>,
    /// The scale of a company's own on which its levels stand.
    pub scale: Option<CompetencyScale<'a>>,
}

/// The scale of a competency, where it is none of ours.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct CompetencyScale<'a> {
    pub scale: ScaleIx,
    /// The catalog that gives it the scale.
    pub origin: u8,
    /// What each step looks like, as far as somebody says.
    #[serde(borrow)]
    pub looks: Vec<Look<'a>>,
}

static UNSAID: Look<'static> = Look { says: Vec::new(), examples: Vec::new(), signals: Vec::new() };

/// A step of the scale on which the levels of a competency stand.
pub struct LookedAt<'c, 'a> {
    pub word: &'a str,
    /// The level of ours that it is, or stands for.
    pub means: Option<Proficiency>,
    pub look: &'c Look<'a>,
}

impl<'a> Competency<'a> {
    /// What a step of a scale looks like, the lowest 0: in the company's words, or else in those of the level that it
    /// stands for.
    pub fn look_at(&self, scale: ScaleIx, step: usize, means: Option<Proficiency>) -> &Look<'a> {
        let own = self.scale.as_ref().filter(|own| own.scale == scale).and_then(|own| own.looks.get(step));
        let own = own.filter(|look| !look.says.is_empty());
        own.or(means.map(|means| &self.looks[means as usize])).unwrap_or(&UNSAID)
    }

    /// The steps of its scale, lowest first: of one of a company's own, or of ours.
    pub fn steps(&self, scales: &[OwnScale<'a>]) -> Vec<LookedAt<'_, 'a>> {
        let Some(own) = &self.scale else {
            let ours = |(it, look): (Proficiency, _)| LookedAt { word: it.name(), means: Some(it), look };
            return Proficiency::ALL.into_iter().zip(&self.looks).map(ours).collect();
        };
        let steps = scales.get(own.scale.at()).map_or(&[][..], |scale| &scale.steps).iter().enumerate();
        let step = |(at, step): (usize, &crate::catalog::model::OwnStep<'a>)| LookedAt {
            word: step.word,
            means: step.means,
            look: self.look_at(own.scale, at, step.means),
        };
        steps.map(step).collect()
    }
}

#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Tool<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub group: &'a str,
    #[serde(borrow)]
    pub aliases: Vec<&'a str>,
    pub onet: Vec<&'a str>,
    pub surveys: Vec<&'a str>,
    /// The role that the tool makes of a general title: a `Salesforce Developer` is a CRM developer.
    pub makes: Option<&'a str>,
}

#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Region<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub level: RegionLevel,
    pub parent: Option<RegionIx>,
    /// ISO 4217; none for the world.
    pub currency: Option<&'a str>,
    #[serde(borrow)]
    pub aliases: Vec<&'a str>,
    /// The country of a better known place of the same name: Italy, for Rome in Georgia.
    pub elsewhere: Option<&'a str>,
}

#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum RegionLevel {
    World,
    Country,
    State,
    Metro,
}

impl RegionLevel {
    pub fn name(self) -> &'static str {
        match self {
            Self::World => "world",
            Self::Country => "country",
            Self::State => "state",
            Self::Metro => "metro",
        }
    }
}

#[derive(Serialize, Deserialize, Clone, Copy, Debug)]
pub struct Source<'a> {
    pub id: &'a str,
    /// What tables and lines call it, with its year.
    pub short: &'a str,
    pub url: Option<&'a str>,
    pub kind: SourceKind,
    pub title: &'a str,
    pub publisher: &'a str,
    pub year: Option<u16>,
    pub licence: &'a str,
    /// The line that the license asks to be printed.
    pub credit: &'a str,
    /// Whom it speaks for, and how it is biased.
    pub caveat: Option<&'a str>,
    pub origin: u8,
}

/// The first fields of a family, a track or a competency, which can be decoded without the rest.
#[derive(Deserialize, Clone, Copy, Debug)]
pub struct Name<'a> {
    pub id: &'a str,
    pub title: &'a str,
}

/// The first fields of a [`Competency`]: by what it is found, and to what it corresponds.
#[derive(Deserialize, Clone, Debug)]
pub struct CompetencyHead<'a> {
    pub id: &'a str,
    pub title: &'a str,
    #[serde(borrow)]
    pub aliases: Vec<&'a str>,
    pub same_as: Option<CompetencyIx>,
    pub part_of: Vec<CompetencyIx>,
}

/// The first fields of a [`Tool`].
#[derive(Deserialize, Clone, Copy, Debug)]
pub struct ToolName<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub group: &'a str,
}

/// The first fields of a [`Region`].
#[derive(Deserialize, Clone, Copy, Debug)]
pub struct RegionName<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub level: RegionLevel,
    pub parent: Option<RegionIx>,
}

/// The first fields of a [`Source`].
#[derive(Deserialize, Clone, Copy, Debug)]
pub struct SourceName<'a> {
    pub id: &'a str,
    pub short: &'a str,
    pub url: Option<&'a str>,
    pub kind: SourceKind,
}

/// What a source is, in the order in which pay figures are preferred.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    Official,
    Survey,
    Payroll,
    Advertised,
    Framework,
    Ladder,
    Editorial,
}

impl SourceKind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Survey => "survey",
            Self::Payroll => "payroll",
            Self::Advertised => "advertised",
            Self::Framework => "framework",
            Self::Ladder => "ladder",
            Self::Editorial => "editorial",
        }
    }
}
