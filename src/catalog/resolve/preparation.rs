//! Getting in, and outlook: what sources say of occupations, titles and work roles.

use crate::catalog::model::preparation::{
    Answers, Asked, Certificate, Counting, Degrees, Diploma, Entry, Growth, Outlook, Preparation, PreparationLink,
    Requires, Spread, Subject,
};
use crate::catalog::model::{CertificateIx, Hundredths, PreparationIx, RegionIx, SourceIx};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf};
use crate::catalog::read::load::In;
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Decimal, Spanned, Word, place};
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::pay::hundredths;
use crate::catalog::resolve::standards;
use crate::catalog::resolve::texts;
use crate::catalog::resolve::written::MergedRole;
use crate::text::hint::Hint;
use crate::text::suggest;

const CROOKED: &str = "crooked-preparation";

impl<'a> Draft<'a> {
    pub(super) fn lay_certificate(&mut self, written: &'a In<schema::Certificate>, catalog: u8, faults: &mut Faults) {
        let certificate = &written.value;
        let file = written.of(catalog);
        let entry = self.certificates.entry(file, &certificate.id);
        let title = entry.text("title", &certificate.title, |it| it.title, faults);
        let short = certificate.short.as_ref().and_then(|word| faults.keep(texts::name(file, "short", word)));
        let record = Certificate {
            id: &certificate.id.value,
            title,
            short: entry.field(short, |it| it.short).unwrap_or(title),
            issuer: entry.text("issuer", &certificate.issuer, |it| it.issuer, faults),
            aliases: entry.aliases(&certificate.title, &certificate.aliases, |it| (it.title, &it.aliases), faults),
        };
        self.certificates.lay(record.id, record);
    }

    /// Lays a source's records, each in the place of the one of its code.
    pub(super) fn lay_preparation(
        &mut self,
        written: &'a In<schema::PreparationFile>,
        catalog: u8,
        faults: &mut Faults,
    ) {
        let (file, value) = (written.of(catalog), &written.value);
        let Some(source) = faults.keep(self.source(file, &value.source)) else { return };
        let Some(country) = faults.keep(self.regions.look_up(file, &value.country)) else { return };
        for record in &value.records {
            let mut reader = Reader { draft: self, file, faults, source, country: country.into(), about: value.about };
            let prepared = reader.record(record);
            let next = PreparationIx::from(self.preparations.len());
            let at = *self.prepared.entry((source, prepared.code)).or_insert(next);
            match self.preparations.get_mut(at.at()) {
                Some(beneath) => *beneath = prepared,
                None => self.preparations.push(prepared),
            }
        }
        let beside: Vec<PreparationIx> =
            value.beside.iter().filter_map(|code| faults.keep(self.prepared(file, &value.source, code))).collect();
        for record in &value.records {
            let at = self.prepared[&(source, record.code.value.as_ref())];
            self.preparations[at.at()].beside = beside.iter().copied().filter(|beside| *beside != at).collect();
        }
    }

    /// Finds a record of a source by its code.
    fn prepared(&self, file: FileOf<'_>, source: &Word, code: &Word) -> Result<PreparationIx, Diagnostic> {
        let of = self.source(file, source)?;
        let written: &str = &code.value;
        self.prepared.get(&(of, written)).copied().ok_or_else(|| {
            let codes = self.prepared.keys().filter(|(source, _)| *source == of).map(|(_, code)| *code);
            let nearest = self.sparing.nearest(file.path, written, codes);
            let message = format!("`{}` has no record `{}` of preparation", source.value, written.escape_debug());
            let fault = Diagnostic::at(file, place(code), "unknown-preparation", message);
            Diagnostic { help: suggest::did_you_mean(&nearest).map(Hint::from), ..fault }
        })
    }

    /// Returns the records that stand for a role, in the order of its file.
    pub(super) fn preparation_of(&self, written: &MergedRole<'a>, faults: &mut Faults) -> Vec<PreparationLink> {
        let Some(said) = written.preparation else { return Vec::new() };
        let link = |link: &schema::PreparationLink| {
            let record = self.prepared(said.file, &link.source, &link.record)?;
            Ok(PreparationLink { record, quality: link.quality, origin: said.file.catalog })
        };
        said.value.iter().filter_map(|it| faults.keep(link(it))).collect()
    }
}

/// Returns what a role's file says that one must bring along.
pub fn requires<'a>(written: &MergedRole<'a>) -> Option<Requires<'a>> {
    let said = written.requires?;
    let text = |word: &'a Option<Word>| word.as_ref().map(|word| word.value.trim());
    Some(Requires {
        years: text(&said.value.years),
        education: text(&said.value.education),
        certificates: said.value.certificates.iter().map(|word| word.value.trim()).collect(),
        origin: said.file.catalog,
    })
}

/// Reads the records of one file, and notes what is wrong in them.
struct Reader<'f, 'a> {
    draft: &'f Draft<'a>,
    file: FileOf<'f>,
    faults: &'f mut Faults,
    source: SourceIx,
    country: RegionIx,
    about: Subject,
}

impl<'a> Reader<'_, 'a> {
    fn record(&mut self, written: &'a schema::PreparationRecord) -> Preparation<'a> {
        let code = written.code.value.as_ref();
        let held = written.education_held.as_ref();
        Preparation {
            source: self.source,
            about: self.about,
            country: self.country,
            code,
            title: written.title.as_deref().unwrap_or(code),
            note: written.note.as_deref().map(str::trim_end),
            beside: Vec::new(),
            outlook: self.outlook(written),
            entry: entry(written),
            job_zone: self.job_zone(written),
            education_needed: written.education_needed.as_ref().and_then(|it| {
                let bands = [&it.below_bachelor, &it.bachelor, &it.master_or_more];
                self.answers(&written.code, &bands, it.n.0, &it.date, &it.by)
            }),
            experience_needed: written.experience_needed.as_ref().and_then(|it| {
                let bands = [&it.up_to_1_year, &it.from_1_to_4_years, &it.from_4_to_8_years, &it.over_8_years];
                self.answers(&written.code, &bands, it.n.0, &it.date, &it.by)
            }),
            education_held: held
                .and_then(|it| self.shares(&written.code, [&it.below_bachelor, &it.bachelor, &it.master_or_more], 94)),
            years_held: written
                .years_held
                .as_ref()
                .and_then(|it| self.spread(&written.code, it.n.0, [&it.p10, &it.p25, &it.median, &it.p75, &it.p90])),
            months_asked: written.months_asked.as_ref().and_then(|it| self.asked(&written.code, it)),
            diploma: written.diploma.as_ref().map(|it| Diploma {
                lowest: &it.lowest,
                highest: &it.highest,
                mentions_experience: written.mentions_experience,
            }),
            degrees_held: written.degrees_held.iter().filter_map(|it| self.degrees(it)).collect(),
            certificates: self.counting(written),
        }
    }

    fn outlook(&mut self, written: &'a schema::PreparationRecord) -> Option<Outlook<'a>> {
        let growth = written.growth.as_ref().and_then(|growth| self.growth(growth));
        let outlook = Outlook {
            people: written.people.map(|people| people.0),
            change_a_year: written.change_a_year.map(|change| change.0),
            growth,
            openings_a_year: written.openings_a_year.map(|openings| openings.0),
            reason: written.reason.as_deref().map(str::trim),
        };
        let is_there = outlook.people.is_some() || outlook.growth.is_some() || outlook.openings_a_year.is_some();
        is_there.then_some(outlook)
    }

    fn growth(&mut self, written: &schema::WrittenGrowth) -> Option<Growth> {
        let percent = written.percent.value.0;
        let years = [&written.from, &written.to].map(|year| self.faults.keep(standards::forecast(self.file, year)));
        if !(-100.0..=1000.0).contains(&percent) {
            self.crooked(&written.percent, "the growth does not lie between -100 and 1000 per cent");
            return None;
        }
        let [Some(from), Some(to)] = years else { return None };
        Some(Growth { tenths: (percent * 10.0).round() as i16, from, to })
    }

    fn job_zone(&mut self, written: &schema::PreparationRecord) -> Option<u8> {
        let zone = written.job_zone.as_ref()?;
        if !(1..=5).contains(&zone.value.0) {
            self.crooked(zone, "a job zone lies between 1 and 5");
        }
        Some(zone.value.0)
    }

    fn answers(
        &mut self,
        code: &Word,
        bands: &[&Spanned<Decimal>],
        n: u32,
        date: &'a str,
        by: &'a str,
    ) -> Option<Answers<'a>> {
        let bands: Vec<Hundredths> = bands.iter().filter_map(|band| self.number(band)).collect();
        self.sums(code, &bands, 99);
        Some(Answers { bands, n, date, by })
    }

    fn shares<const N: usize>(
        &mut self,
        code: &Word,
        bands: [&Spanned<Decimal>; N],
        least: u32,
    ) -> Option<[Hundredths; N]> {
        let bands: Vec<Hundredths> = bands.iter().filter_map(|band| self.number(band)).collect();
        self.sums(code, &bands, least);
        bands.try_into().ok()
    }

    /// Bands of one whole make a hundred, but for what nobody stated.
    fn sums(&mut self, code: &Word, bands: &[Hundredths], least: u32) {
        let sum: u32 = bands.iter().map(|band| u32::from(band.0)).sum();
        if !(least * 100..=10_100).contains(&sum) {
            self.crooked(code, "the shares do not make a hundred");
        }
    }

    fn spread(&mut self, code: &Word, n: u32, figures: [&Spanned<Decimal>; 5]) -> Option<Spread> {
        let figures: Vec<Hundredths> = figures.iter().filter_map(|figure| self.number(figure)).collect();
        if !figures.is_sorted() {
            self.crooked(code, "the figures do not rise from p10 to p90");
        }
        Some(Spread { n, quantiles: figures.try_into().ok()? })
    }

    fn asked(&mut self, code: &Word, it: &schema::MonthsAsked) -> Option<Asked> {
        if it.n.0 > it.adverts.0 {
            self.crooked(code, "more adverts ask than there are");
        }
        let months = self.spread(code, it.n.0, [&it.p10, &it.p25, &it.median, &it.p75, &it.p90])?;
        Some(Asked { adverts: it.adverts.0, months })
    }

    fn degrees(&mut self, it: &schema::DegreesHeld) -> Option<Degrees> {
        let region = self.faults.keep(self.draft.regions.look_up(self.file, &it.region))?.into();
        let shares = [&it.no_degree, &it.associate, &it.bachelor, &it.master, &it.doctorate, &it.other];
        Some(Degrees { region, n: it.n.0, shares: self.shares(&it.region, shares, 99)? })
    }

    fn counting(&mut self, written: &'a schema::PreparationRecord) -> Option<Counting<'a>> {
        let (lists, degrees) = (written.certificates.as_ref()?, written.degree_counts.as_ref());
        let lists = [&lists.basic, &lists.intermediate, &lists.advanced];
        let certificates = lists.map(|list| {
            let find = |word: &Word| self.draft.certificates.look_up(self.file, word);
            list.iter().flatten().filter_map(|word| self.faults.keep(find(word))).map(CertificateIx::from).collect()
        });
        let text = |degree: &'a Option<String>| degree.as_deref();
        let degrees = degrees.map(|it| [text(&it.basic), text(&it.intermediate), text(&it.advanced)]);
        Some(Counting { certificates, degrees: degrees.unwrap_or_default() })
    }

    fn number(&mut self, written: &Spanned<Decimal>) -> Option<Hundredths> {
        let value = self.faults.keep(hundredths(self.file, written, CROOKED))?;
        let value = u16::try_from(value).ok().map(Hundredths);
        if value.is_none() {
            self.crooked(written, "the number is above 655");
        }
        value
    }

    fn crooked<T>(&mut self, at: &Spanned<T>, message: &str) {
        let fault = Diagnostic::at(self.file, place(at), CROOKED, message.to_owned());
        self.faults.0.push(fault.help("compare it with its source"));
    }
}

fn entry(written: &schema::PreparationRecord) -> Option<Entry<'_>> {
    let entry = Entry {
        education: written.entry_education.as_deref(),
        experience: written.related_experience.as_deref(),
        training: written.training.as_deref(),
    };
    (entry.education.is_some() || entry.experience.is_some() || entry.training.is_some()).then_some(entry)
}
