//! Pay figures: what sources publish, and what roles state of themselves.

use std::collections::HashSet;

use crate::catalog::model::{Match, Money, PayLabel, PayRow, RegionIx, RegionLevel, Seniority, Series, SeriesIx};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf, Place};
use crate::catalog::read::load::In;
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Decimal, Spanned, Whole, Word, place};
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::standards;
use crate::catalog::resolve::written::MergedRole;
use crate::text::harmless::shown;

/// The pay that a role's file states: its own, and that of each of its grades.
#[derive(Default)]
pub struct StatedPay {
    pub own: Vec<PayLabel>,
    pub grades: Vec<Vec<PayLabel>>,
}

/// A row as it is written, in evidence or by a role.
struct Row<'a> {
    region: &'a Word,
    /// Where the region is written.
    region_in: FileOf<'a>,
    year: &'a Spanned<Whole<u16>>,
    /// Where the year is written.
    year_in: FileOf<'a>,
    /// What a fault of the row as a whole points to, in the row's own file.
    at: Place,
    n: Option<Whole<u32>>,
    /// From p10 to p90.
    figures: [&'a Option<Spanned<Decimal>>; 5],
    biased: bool,
    collapsed: bool,
    note: Option<&'a str>,
}

impl<'a> Row<'a> {
    /// The row of a published label.
    fn published(region_in: FileOf<'a>, row: &'a schema::PayRow) -> Self {
        let schema::PayRow { region, year, n, p10, p25, median, p75, p90, biased, collapsed, note } = row;
        let figures = [p10, p25, median, p75, p90];
        let (biased, collapsed, note) = (*biased, *collapsed, note.as_deref());
        let (year_in, at) = (region_in, place(region));
        Self { region, region_in, year, year_in, at, n: *n, figures, biased, collapsed, note }
    }

    /// The row that a role states; none where it lacks what says of where and when it is.
    fn stated(
        file: FileOf<'a>,
        stated: &'a Spanned<schema::StatedSalary>,
        defaults: Option<Defaults<'a>>,
    ) -> Option<Self> {
        let at = schema::StatedSalary::place(stated);
        let schema::StatedSalary { region, year, n, p10, p25, median, p75, p90, note, .. } = &stated.value;
        let (region_in, region) = either(file, region, defaults, |pay| &pay.region)?;
        let (year_in, year) = either(file, year, defaults, |pay| &pay.year)?;
        let figures = [p10, p25, median, p75, p90];
        let (biased, collapsed, note) = (false, false, note.as_deref());
        Some(Self { region, region_in, year, year_in, at, n: *n, figures, biased, collapsed, note })
    }
}

/// What the salaries of a catalog have that do not state it, and the file that says so.
type Defaults<'a> = (FileOf<'a>, &'a schema::PayDefaults);

/// Returns what is stated, or else what the catalog says of all its salaries, and where that is written.
fn either<'a, T>(
    file: FileOf<'a>,
    stated: &'a Option<T>,
    defaults: Option<Defaults<'a>>,
    of: impl Fn(&'a schema::PayDefaults) -> &'a Option<T>,
) -> Option<(FileOf<'a>, &'a T)> {
    let beneath = || defaults.and_then(|(file, pay)| Some((file, of(pay).as_ref()?)));
    stated.as_ref().map(|stated| (file, stated)).or_else(beneath)
}

/// Notes each field that a salary lacks.
fn lacking(
    file: FileOf<'_>,
    stated: &Spanned<schema::StatedSalary>,
    pay: Option<&schema::PayDefaults>,
    faults: &mut Faults,
) {
    let schema::StatedSalary { region, source, currency, per, basis, kind, year, .. } = &stated.value;
    let has = |is_stated: bool, of: fn(&schema::PayDefaults) -> bool| is_stated || pay.is_some_and(of);
    let fields = [
        ("region", has(region.is_some(), |pay| pay.region.is_some())),
        ("source", has(source.is_some(), |pay| pay.source.is_some())),
        ("currency", has(currency.is_some(), |pay| pay.currency.is_some())),
        ("per", has(per.is_some(), |pay| pay.per.is_some())),
        ("basis", has(basis.is_some(), |pay| pay.basis.is_some())),
        ("kind", has(kind.is_some(), |pay| pay.kind.is_some())),
        ("year", has(year.is_some(), |pay| pay.year.is_some())),
    ];
    for (field, _) in fields.into_iter().filter(|(_, is_stated)| !is_stated) {
        let message = format!("the field `{field}` is missing");
        let fault = Diagnostic::at(file, place(stated), "missing-field", message);
        faults.0.push(fault.help(format!("add `{field}:`, or say it once, under `pay:` in catalog.yaml")));
    }
}

impl<'a> Draft<'a> {
    /// Lays a file of figures. What is wrong with one label or row hides nothing of the others.
    pub(super) fn lay_pay(&mut self, written: &'a In<schema::PayFile>, catalog: u8, faults: &mut Faults) {
        let (file, pay) = (written.of(catalog), &written.value);
        let source = faults.keep(self.source(file, &pay.source));
        self.label_places.lay(file, pay);
        for label in &pay.labels {
            let currency = faults.keep(standards::currency(file, &label.currency));
            let seniority = faults.keep(seniority(file, label));
            let rows = label
                .rows
                .iter()
                .filter_map(|row| self.row(file, &Row::published(file, row), currency, faults))
                .collect();
            let (Some(source), Some(currency), Some(seniority)) = (source, currency, seniority) else {
                self.label_places.lose(source, &label.label.value);
                continue;
            };
            let series = Series {
                source,
                label: &label.label.value,
                code: label.code.as_deref(),
                currency,
                per: label.per,
                basis: label.basis,
                kind: label.kind,
                seniority,
                top_of_market: label.top_of_market,
                note: label.note.as_deref().map(str::trim_end),
                rows: Vec::new(),
            };
            let index = self.lay_series(series);
            self.lay_rows(index, rows);
        }
    }

    /// Reads a row, and notes all that is wrong with it.
    fn row(&self, file: FileOf<'_>, row: &Row<'a>, currency: Option<&str>, faults: &mut Faults) -> Option<PayRow<'a>> {
        let region = faults.keep(self.region(row.region_in, row.region));
        let year = faults.keep(standards::year(row.year_in, row.year));
        if let (Some(currency), Some(_), true) = (currency, year, row.year_in == file) {
            faults.keep(standards::still_paid(file, place(row.year), currency, row.year.value.0));
        }
        let [p10, p25, median, p75, p90] = amounts(file, row, faults)?;
        if row.collapsed && (p25, p75) != (median, p90) {
            let message = "the row says that its figures are one from p25 to p90, and they are not";
            let fault = Diagnostic::at(file, row.at, "crooked-salary", message);
            faults.0.push(fault.help("take `collapsed` out"));
            return None;
        }
        let (n, biased, collapsed, note) = (row.n.map(|n| n.0), row.biased, row.collapsed, row.note);
        Some(PayRow { region: region?.into(), year: year?, n, p10, p25, median, p75, p90, biased, collapsed, note })
    }

    /// Lays a series; rows of a label that several files speak of stand together.
    pub(super) fn lay_series(&mut self, series: Series<'a>) -> SeriesIx {
        let Series { source, label, currency, per, basis, kind, .. } = series;
        let grade = series.seniority.filter(|cut| cut.scale == Seniority::GRADE).map(|cut| (cut.of, cut.word));
        let next = SeriesIx::from(self.series.len());
        let index = *self.same.entry((source, label, currency, per, basis, kind, grade)).or_insert(next);
        if index == next {
            self.labels.entry((source, label)).or_default().push(index);
            self.series.push(series);
        }
        index
    }

    /// Lays rows in the place of those that the series has for the same regions and years.
    fn lay_rows(&mut self, series: SeriesIx, rows: Vec<PayRow<'a>>) {
        let laid: HashSet<(RegionIx, u16)> = rows.iter().map(|row| (row.region, row.year)).collect();
        for beneath in self.tables(series) {
            beneath.retain(|row| !laid.contains(&(row.region, row.year)));
        }
        rows.into_iter().for_each(|row| self.lay_row(series, row));
        self.tables(series).into_iter().for_each(Vec::shrink_to_fit);
    }

    /// Puts a row into the table of its region's level.
    fn lay_row(&mut self, series: SeriesIx, row: PayRow<'a>) {
        match self.regions.records[row.region.at()].level {
            RegionLevel::World | RegionLevel::Country => self.series[series.at()].rows.push(row),
            RegionLevel::State => self.states.entry(series).or_default().push(row),
            RegionLevel::Metro => self.metros.entry(series).or_default().push(row),
        }
    }

    /// The tables of a series: the world and countries, states, metropolitan areas.
    fn tables(&mut self, series: SeriesIx) -> [&mut Vec<PayRow<'a>>; 3] {
        let rows = &mut self.series[series.at()].rows;
        [rows, self.states.entry(series).or_default(), self.metros.entry(series).or_default()]
    }

    /// Returns what the salaries of a file have that do not state it.
    pub fn defaults_of(&self, file: FileOf<'_>) -> Option<&'a schema::PayDefaults> {
        self.pay_defaults.get(&file.catalog).map(|written| &written.value.pay)
    }

    /// Lays the salaries that a role and its grades state: each becomes a row of a series of its own label.
    pub fn lay_stated(&mut self, written: &MergedRole<'a>, faults: &mut Faults) -> StatedPay {
        let label = written.title.map_or(written.id, |title| title.value.value.as_ref());
        written.pay.into_iter().for_each(|said| self.label_places.ask(said.value));
        let own = written.salary.map(|said| self.lay_salaries(said.file, (label, None), said.value, faults));
        let mut grades = Vec::new();
        if let Some(said) = written.grades {
            for grade in said.value {
                let cut = Seniority { of: written.id, scale: Seniority::GRADE, word: grade.id.value.trim() };
                let label = (grade.title.value.trim(), Some(cut));
                grades.push(self.lay_salaries(said.file, label, &grade.salary, faults));
            }
        }
        StatedPay { own: own.unwrap_or_default(), grades }
    }

    fn lay_salaries(
        &mut self,
        file: FileOf<'a>,
        label: (&'a str, Option<Seniority<'a>>),
        salaries: &'a [Spanned<schema::StatedSalary>],
        faults: &mut Faults,
    ) -> Vec<PayLabel> {
        let mut labels: Vec<PayLabel> = Vec::new();
        for stated in salaries {
            let Some(series) = self.lay_salary(file, label, stated, faults) else { continue };
            if labels.iter().all(|label| label.series != series) {
                labels.push(PayLabel { series, quality: Match::Exact, origin: file.catalog, is_stated: true });
            }
        }
        labels
    }

    fn lay_salary(
        &mut self,
        file: FileOf<'a>,
        (label, seniority): (&'a str, Option<Seniority<'a>>),
        stated: &'a Spanned<schema::StatedSalary>,
        faults: &mut Faults,
    ) -> Option<SeriesIx> {
        let pay = self.defaults_of(file);
        if !self.unread_about.contains(&file.catalog) {
            lacking(file, stated, pay, faults);
        }
        let whole = stated;
        let stated = &stated.value;
        let defaults = pay.and_then(|pay| Some((self.pay_defaults.get(&file.catalog)?.of(file.catalog), pay)));
        let source = either(file, &stated.source, defaults, |pay| &pay.source);
        let source = source.and_then(|(file, source)| faults.keep(self.source(file, source)));
        let currency = either(file, &stated.currency, defaults, |pay| &pay.currency);
        let currency = currency.and_then(|(file, code)| faults.keep(standards::currency(file, code)));
        if let (Some(currency), Some(own), Some(year), None) =
            (currency, &stated.currency, pay.and_then(|pay| pay.year.as_ref()), &stated.year)
        {
            // The year is the catalog's, and right there: the currency is what does not go with it.
            faults.keep(standards::still_paid(file, place(own), currency, year.value.0));
        }
        let row = Row::stated(file, whole, defaults).and_then(|row| self.row(file, &row, currency, faults));
        let (source, currency, row) = (source?, currency?, row?);
        let per = *either(file, &stated.per, defaults, |pay| &pay.per)?.1;
        let basis = *either(file, &stated.basis, defaults, |pay| &pay.basis)?.1;
        let kind = *either(file, &stated.kind, defaults, |pay| &pay.kind)?.1;
        let series = Series {
            source,
            label,
            code: None,
            currency,
            per,
            basis,
            kind,
            seniority,
            top_of_market: false,
            note: None,
            rows: Vec::new(),
        };
        let series = self.lay_series(series);
        self.lay_rows(series, vec![row]);
        Some(series)
    }
}

/// Returns which part of a label's people the figures are of: all three of its fields, or none.
fn seniority<'a>(file: FileOf<'_>, label: &'a schema::PaySeries) -> Result<Option<Seniority<'a>>, Diagnostic> {
    match (&label.of, &label.scale, &label.seniority) {
        (None, None, None) => Ok(None),
        (Some(of), Some(scale), Some(word)) => {
            Ok(Some(Seniority { of: &of.value, scale: &scale.value, word: &word.value }))
        }
        _ => {
            let message = format!("`{}` is cut by seniority in part", label.label.value.escape_debug());
            Err(Diagnostic::at(file, place(&label.label), "crooked-salary", message)
                .help("state `of`, `seniority` and `scale`, or none of them"))
        }
    }
}

/// Returns the figures of a row, and notes what no row may have.
fn amounts(file: FileOf<'_>, row: &Row<'_>, faults: &mut Faults) -> Option<[Option<Money>; 5]> {
    let mut amounts = [None; 5];
    let mut are_right = true;
    for (amount, figure) in amounts.iter_mut().zip(row.figures) {
        let Some(figure) = figure else { continue };
        *amount = faults.keep(money(file, figure));
        are_right &= amount.is_some();
    }
    let stated: Vec<Money> = amounts.iter().flatten().copied().collect();
    let crooked = match stated.as_slice() {
        _ if !are_right => return None,
        _ if row.n == Some(Whole(0)) => "the row is of nobody: `n` is 0",
        [] => "the row has no figure",
        stated if !stated.is_sorted() => "the figures do not rise from p10 to p90",
        _ => return Some(amounts),
    };
    faults.0.push(Diagnostic::at(file, row.at, "crooked-salary", crooked));
    None
}

fn money(file: FileOf<'_>, figure: &Spanned<Decimal>) -> Result<Money, Diagnostic> {
    match hundredths(file, figure, "crooked-salary")? {
        0 => Err(Diagnostic::at(file, place(figure), "crooked-salary", "nobody is paid 0")
            .help("leave the figure out where it is not known")),
        hundredths => Ok(Money(hundredths)),
    }
}

/// Returns a number in hundredths.
///
/// # Errors
/// A diagnostic that shows how the number can be read where that is not plain.
pub fn hundredths(file: FileOf<'_>, number: &Spanned<Decimal>, rule: &'static str) -> Result<u64, Diagnostic> {
    let written = match &number.value {
        Decimal::Hundredths(hundredths) => return Ok(*hundredths),
        Decimal::Odd(written) => written,
    };
    let shown = shown(written);
    let message = match readings(written) {
        _ if has_idle_zero(written) => format!("`{shown}` begins with a zero that says nothing"),
        Some((first, second)) => format!("`{shown}` can be read as {first} and as {second}"),
        None => format!("`{shown}` is no number that can be kept"),
    };
    Err(Diagnostic::at(file, place(number), rule, message)
        .help("write digits alone, below a trillion, and at most two decimals behind a point: `78000`, `25.50`"))
}

/// Tells whether a number begins with a zero before another digit.
fn has_idle_zero(written: &str) -> bool {
    let is_plain = written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_plain && written.strip_prefix('0').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// What a number with signs between its digits may mean: a fraction, or thousands.
fn readings(written: &str) -> Option<(String, String)> {
    let is_sign = |c: char| matches!(c, '.' | ',' | '_' | '\'' | ' ' | '\u{a0}' | '\u{202f}');
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (whole, last) = written.rsplit_once(is_sign)?;
    let is_number = written.chars().all(|c| c.is_ascii_digit() || is_sign(c));
    let fraction = format!("{}.{last}", digits(whole));
    let fraction = fraction.trim_end_matches('0').trim_end_matches('.');
    (is_number && !digits(whole).is_empty() && !last.is_empty()).then(|| (fraction.to_owned(), digits(written)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_can_be_read_in_two_ways_is_told_with_both() {
        let both = |written| readings(written).map(|(first, second)| format!("{first} {second}"));
        assert_eq!(both("78.000").as_deref(), Some("78 78000"));
        assert_eq!(both("25.505").as_deref(), Some("25.505 25505"));
        assert_eq!(both("78,500").as_deref(), Some("78.5 78500"));
        assert_eq!(both("1.234,5").as_deref(), Some("1234.5 12345"));
        for plain in ["1e5", "-5", "abc", ".nan", "", ".5", "5.", "99999999999999999999"] {
            assert_eq!(both(plain), None, "{plain}");
        }
    }
}
