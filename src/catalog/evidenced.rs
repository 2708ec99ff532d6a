//! The evidence that weights rest on, as the catalog gives it out.

use crate::catalog::Catalog;
use crate::catalog::baked::sections::Part;
use crate::catalog::model::{CompetencyIx, EvidenceRows, Mapped, Mapping, RoleIx, evidence};
use crate::catalog::seldom::Abroad;
use crate::text::packed;

/// What a catalog laid over another refers to of it, and has to lie in memory for that.
#[derive(Default)]
pub struct Unpacked<'a> {
    /// Readings, technologies, usage and stated moves; empty where they are not packed.
    evidence: Vec<u8>,
    /// By role.
    abroad: Vec<Abroad<'a>>,
}

impl<'a> Catalog<'a> {
    /// Returns the evidence that a role's weights are computed from.
    pub(super) fn mapping(&self, role: RoleIx) -> Mapping {
        self.decode(Part::Mappings, role.at())
    }

    pub fn scoring(&self) -> evidence::Scoring {
        self.decode(Part::Scoring, 0)
    }

    /// Returns how the scores of each framework stand on the readers' scale.
    pub fn scales(&self) -> impl Iterator<Item = evidence::Scales> + use<'a> {
        self.all(Part::Scales)
    }

    pub fn frameworks(&self) -> impl Iterator<Item = evidence::Framework<'a>> + use<'a> {
        self.all(Part::Frameworks)
    }

    /// Returns the elements of each source that speak for competencies.
    pub fn elements(&self) -> impl Iterator<Item = evidence::Elements<'a>> + use<'a> {
        self.all(Part::Elements)
    }

    /// Returns what the records of a role say for a competency.
    pub fn said(&self, role: RoleIx, competency: CompetencyIx) -> Vec<EvidenceRows<'a>> {
        let frameworks: Vec<evidence::Framework<'a>> = self.frameworks().collect();
        let elements: Vec<evidence::Elements<'a>> = self.elements().collect();
        let said = |mapped: &Mapped| {
            let record: evidence::Record<'a> = self.record(mapped.record as usize);
            let framework = &frameworks[record.framework as usize];
            let of = elements.iter().filter(|elements| elements.source == framework.name);
            let speaking: Vec<evidence::Element<'a>> =
                of.flat_map(|it| &it.elements).filter(|it| it.competency == competency).copied().collect();
            record.said(framework, mapped.quality, &speaking)
        };
        self.mapping(role).records.iter().map(said).filter(|said| !said.rows.is_empty()).collect()
    }

    /// Returns a record with the names of its elements: they lie apart, since many records have the same.
    fn record(&self, at: usize) -> evidence::Record<'a> {
        let record: evidence::BakedRecord<'a> = self.decode(Part::Records, at);
        let cell = |(element, value): (u32, Option<u16>)| evidence::Cell {
            element: self.reader.text(Part::ElementNames, element as usize),
            value,
        };
        evidence::Record {
            framework: record.framework,
            code: record.code,
            title: record.title,
            cells: record.cells.into_iter().map(cell).collect(),
        }
    }

    /// Unpacks what [`Self::evidence`] refers to.
    pub fn unpacked(&self) -> Unpacked<'a> {
        let evidence = match self.reader.len(Part::PackedEvidence) {
            0 => Vec::new(),
            _ => packed::unpack_bytes(self.reader.record(Part::PackedEvidence, 0))
                .expect("it is read by the version that packed it"),
        };
        Unpacked { evidence, abroad: self.roles().map(|role| self.abroad(role)).collect() }
    }

    /// Returns the evidence that catalogs laid over this one may refer to.
    pub fn evidence(&self, unpacked: &'a Unpacked<'a>) -> evidence::Tables<'a> {
        let evidence::Beneath { readings, technologies, usage, moves } = match unpacked.evidence.as_slice() {
            [] => evidence::Beneath {
                readings: self.all(Part::Readings).collect(),
                technologies: self.all(Part::Technologies).collect(),
                usage: self.all(Part::Usage).collect(),
                moves: self.all(Part::StatedMoves).collect(),
            },
            bytes => postcard::from_bytes(bytes).expect("records are read by the version that wrote them"),
        };
        evidence::Tables {
            frameworks: self.all(Part::Frameworks).collect(),
            records: (0..self.reader.len(Part::Records)).map(|at| self.record(at)).collect(),
            elements: self.all(Part::Elements).collect(),
            readings,
            scales: self.all(Part::Scales).collect(),
            scoring: self.scoring(),
            technologies,
            usage,
            moves,
            titles: self.titles(&unpacked.abroad),
        }
    }

    /// Returns the names that sources give to roles: they lie with the roles.
    fn titles(&self, abroad: &'a [Abroad<'a>]) -> Vec<evidence::Titles<'a>> {
        let editorial = self.about().editorial;
        let mut titles = Vec::new();
        for (role, abroad) in self.roles().zip(abroad) {
            let id = self.id(role);
            let prose = self.prose(role);
            let english = prose.aliases.iter().filter(|alias| alias.source != editorial);
            titles.extend(english.map(|alias| evidence::Titles {
                role: id,
                language: "en",
                source: alias.source,
                names: vec![alias.name],
            }));
            titles.extend(abroad.translations().into_iter().map(|translation| evidence::Titles {
                role: id,
                language: translation.language,
                source: translation.source,
                names: translation.names,
            }));
        }
        titles
    }
}
