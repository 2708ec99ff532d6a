//! The rows of the tables of grades within roles.

use crate::catalog::Catalog;
use crate::catalog::model::{CompetencyIx, Grade, OwnScale, Proficiency, SeriesIx};
use crate::table::rows::{catalog_name, whole};

type Rows = Vec<Vec<String>>;

/// What a row is made of: the role's id, the grade, and its place from 1.
type Of<'g, 'a> = (&'a str, &'g Grade<'a>, usize);

/// Makes rows of each grade of the roles that are shown, lowest first.
fn each<'a>(catalog: &Catalog<'a>, rows: impl Fn(Of<'_, 'a>) -> Rows) -> Rows {
    let shown = catalog.graded().filter(|graded| !catalog.head(graded.role).hidden);
    let of = |graded: crate::catalog::model::Graded<'a>| {
        let id = catalog.id(graded.role);
        let grades = graded.grades.iter().enumerate();
        grades.flat_map(|(at, grade)| rows((id, grade, at + 1))).collect::<Vec<_>>()
    };
    shown.flat_map(of).collect()
}

pub fn grades(catalog: &Catalog<'_>) -> Rows {
    each(catalog, |(role, grade, place)| {
        let aliases = grade.aliases.join(" · ");
        let origin = catalog_name(catalog, grade.origin);
        let cells = [role, grade.id, &place.to_string(), grade.title, &aliases, grade.years.unwrap_or(""), origin];
        vec![cells.map(str::to_owned).to_vec()]
    })
}

pub fn levels(catalog: &Catalog<'_>) -> Rows {
    let scales = catalog.about().scales;
    each(catalog, |(role, grade, _)| {
        of_competencies(grade).into_iter().map(|it| level(catalog, &scales, (role, grade), it)).collect()
    })
}

/// The competencies of which a grade says something of its own, in the order of the file.
fn of_competencies(grade: &Grade<'_>) -> Vec<CompetencyIx> {
    let mut of: Vec<CompetencyIx> = grade.levels.iter().map(|(competency, _)| *competency).collect();
    for expected in &grade.expectations {
        if !of.contains(&expected.competency) {
            of.push(expected.competency);
        }
    }
    of
}

fn level(
    catalog: &Catalog<'_>,
    scales: &[OwnScale<'_>],
    (role, grade): (&str, &Grade<'_>),
    of: CompetencyIx,
) -> Vec<String> {
    let ours = grade.levels.iter().find(|(competency, _)| *competency == of).and_then(|(_, level)| *level);
    let stand = grade.placed.iter().find(|placed| placed.competency == of).map(|placed| placed.stand);
    let own = stand.map(|it| scales[it.scale.at()].steps[usize::from(it.step) - 1].word);
    let word = own.or(ours.map(Proficiency::word)).unwrap_or("");
    let expected = grade.expectations.iter().filter(|it| it.competency == of).flat_map(|it| it.says.iter().copied());
    let expects = expected.collect::<Vec<_>>().join(" · ");
    let (step, steps) = (whole(stand.map(|it| it.step)), whole(stand.map(|it| it.steps)));
    let level = whole(ours);
    let competency = catalog.competency_name(of).id;
    [role, grade.id, competency, &level, word, &step, &steps, &expects].map(str::to_owned).to_vec()
}

pub fn pay(catalog: &Catalog<'_>) -> Rows {
    each(catalog, |(role, grade, _)| {
        let mut seen: Vec<SeriesIx> = Vec::new();
        let mut rows = Vec::new();
        for label in &grade.pay {
            if !seen.contains(&label.series) {
                seen.push(label.series);
                let number = label.series.at().to_string();
                rows.push([role, grade.id, &number, label.quality.name()].map(str::to_owned).to_vec());
            }
        }
        rows
    })
}
