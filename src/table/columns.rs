//! Which column of a table says what.

use crate::text::sorting::Arrange;
use crate::text::{fold, suggest};
use crate::view::error::{Error, ticked};

/// What a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Role,
    Grade,
    Competency,
    Expected,
    Text,
    Weight,
    Family,
    Rank,
    Summary,
    Definition,
}

impl Field {
    pub const ALL: [Self; 10] = [
        Self::Role,
        Self::Grade,
        Self::Competency,
        Self::Expected,
        Self::Text,
        Self::Weight,
        Self::Family,
        Self::Rank,
        Self::Summary,
        Self::Definition,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Grade => "grade",
            Self::Competency => "competency",
            Self::Expected => "expected",
            Self::Text => "text",
            Self::Weight => "weight",
            Self::Family => "family",
            Self::Rank => "rank",
            Self::Summary => "summary",
            Self::Definition => "definition",
        }
    }

    pub fn called(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name().eq_ignore_ascii_case(name.trim()))
    }

    /// What spreadsheets call the column, folded, the likeliest first.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Role => &["role", "job", "jobtitle", "position", "rolename", "roletitle", "title"],
            Self::Grade => &["grade", "rolelevel", "joblevel", "careerlevel", "band", "rung", "step", "seniority"],
            Self::Competency => {
                &["competency", "competence", "skill", "capability", "axis", "competencyname", "skillname", "dimension"]
            }
            Self::Expected => &[
                "expected",
                "expectedlevel",
                "skilllevel",
                "competencylevel",
                "requiredlevel",
                "targetlevel",
                "proficiency",
                "proficiencylevel",
                "requiredproficiency",
                "expectedproficiency",
                "rating",
                "score",
            ],
            Self::Text => &[
                "text",
                "expectation",
                "expectations",
                "description",
                "behaviour",
                "behavior",
                "behaviours",
                "behaviors",
                "example",
                "examples",
                "whatitlookslike",
            ],
            Self::Weight => &["weight", "importance", "importanceweight"],
            Self::Family => &["family", "rolefamily", "jobfamily", "discipline", "department"],
            Self::Rank => &["rank"],
            Self::Summary => &["summary", "rolesummary"],
            Self::Definition => &["definition", "competencydefinition", "skilldefinition"],
        }
    }
}

/// A name that is called either the grade of a role or the level of a competency.
const EITHER: &str = "level";

/// The columns that are read, by what they say.
#[derive(Debug, Default, Clone)]
pub struct Columns(Vec<(Field, usize)>);

impl Columns {
    /// Finds the columns of a line of names: those that are stated, then those that are called as usual.
    pub fn find(names: &[String], stated: &[(Field, String)]) -> Self {
        let keys: Vec<String> = names.iter().map(|name| fold::key(name)).collect();
        let mut columns = Self::default();
        for (field, name) in stated {
            let at = names.iter().position(|it| it.trim() == name).or_else(|| {
                let key = fold::key(name);
                keys.iter().position(|it| *it == key)
            });
            columns.0.extend(at.map(|at| (*field, at)));
        }
        let is_stated = |field: Field| stated.iter().any(|(it, _)| *it == field);
        for field in Field::ALL.into_iter().filter(|field| !is_stated(*field)) {
            let free = |at: &usize| !columns.has(*at);
            let at = field.names().iter().find_map(|name| keys.iter().position(|key| key == name).filter(free));
            columns.0.extend(at.map(|at| (field, at)));
        }
        if let Some(at) = keys.iter().position(|key| key == EITHER).filter(|at| !columns.has(*at)) {
            let grade = columns.at(Field::Expected).is_some();
            let field = if grade { Field::Grade } else { Field::Expected };
            if columns.at(field).is_none() {
                columns.0.push((field, at));
            }
        }
        columns.0.arrange();
        columns
    }

    pub fn has(&self, column: usize) -> bool {
        self.0.iter().any(|(_, at)| *at == column)
    }

    pub fn at(&self, field: Field) -> Option<usize> {
        self.0.iter().find(|(it, _)| *it == field).map(|(_, at)| *at)
    }

    pub fn iter(&self) -> impl Iterator<Item = (Field, usize)> + '_ {
        self.0.iter().copied()
    }

    /// Which columns are missing for a row to be read by them: a role asks for a competency.
    pub fn missing(&self, wide: &Wide) -> Vec<Field> {
        let needed = [Field::Role, Field::Competency].into_iter();
        needed.filter(|field| self.at(*field).is_none() && !(*field == Field::Role && wide.role.is_some())).collect()
    }

    /// Says which column is what, and which are not read.
    pub fn told(&self, names: &[String], grades: &[(String, usize)]) -> String {
        let of_grades = grades.iter().map(|(grade, at)| match *grade == names[*at] {
            true => format!("{} (a grade)", ticked(grade)),
            false => format!("{} (the grade {grade})", ticked(&names[*at])),
        });
        let is_grade = |at: usize| grades.iter().any(|(_, it)| *it == at);
        let read = self.iter().map(|(field, at)| match fold::key(&names[at]) == field.name() {
            true => ticked(&names[at]),
            false => format!("{} ({})", ticked(&names[at]), field.name()),
        });
        let mut told = format!("columns read: {}", read.chain(of_grades).collect::<Vec<_>>().join(", "));
        let rest: Vec<String> = names
            .iter()
            .enumerate()
            .filter(|(at, _)| !self.has(*at) && !is_grade(*at))
            .map(|(_, name)| ticked(name))
            .collect();
        if !rest.is_empty() {
            told.push_str(&format!("; kept as they are: {}", rest.join(", ")));
        }
        told
    }
}

/// What a table says otherwise than row by row: a matrix of competencies by grades, all of one role.
#[derive(Debug, Default)]
pub struct Wide {
    pub role: Option<String>,
    /// What each grade is called, and its column.
    pub grades: Vec<(String, String)>,
}

impl Wide {
    /// The places of the columns of grades.
    ///
    /// # Errors
    /// The first that is not there.
    pub fn places(&self, names: &[String]) -> Result<Vec<(String, usize)>, &str> {
        let place = |(grade, column): &'_ (String, String)| {
            let key = fold::key(column);
            let exact = names.iter().position(|name| name.trim() == column);
            let at = exact.or_else(|| names.iter().position(|name| fold::key(name) == key));
            at.map(|at| (grade.clone(), at))
        };
        self.grades.iter().map(|it| place(it).ok_or(it.1.as_str())).collect()
    }
}

/// Reads `--grade GRADE=NAME`.
pub fn grades(options: &[String]) -> Vec<(String, String)> {
    let stated = options.iter().map(|option| option.trim()).filter(|option| !option.is_empty());
    let parted = stated.map(|option| option.split_once('=').unwrap_or((option, option)));
    parted.map(|(grade, name)| (grade.trim().to_owned(), name.trim().to_owned())).collect()
}

/// Reads `--column FIELD=NAME`.
///
/// # Errors
/// Where no field is called so, or no name stands behind it.
pub fn stated(options: &[String]) -> Result<Vec<(Field, String)>, Error> {
    options.iter().map(|option| one(option)).collect()
}

fn one(option: &str) -> Result<(Field, String), Error> {
    let all = || Field::ALL.map(Field::name);
    let Some((field, name)) = option.split_once('=').filter(|(_, name)| !name.trim().is_empty()) else {
        return Err(Error::failed(format!("`--column` takes a field and a column's name, not {}", ticked(option)))
            .hint("`--column role=Job` says that the column `Job` names the role"));
    };
    match Field::called(field) {
        Some(field) => Ok((field, name.trim().to_owned())),
        None => {
            let error = Error::failed(format!("no field of a table is called {}", ticked(field)));
            let near = suggest::did_you_mean(&suggest::nearest(field, all().into_iter(), 1));
            Err(error.hint(near.unwrap_or_else(|| format!("fields are {}", all().join(", ")))))
        }
    }
}
