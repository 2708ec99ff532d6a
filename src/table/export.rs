//! `roles export`: what roles ask for, as a table.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use crate::catalog::Catalog;
use crate::catalog::model::{Proficiency, Profile, Rating, RoleIx};
use crate::catalog::read::load::{Layer, RoleFile};
use crate::catalog::read::schema::StatedRating;
use crate::table::columns::Field;
use crate::table::kept::{FILE, Kept, KeptRow};
use crate::table::scale::{Said, Scale, weight};
use crate::table::tools;
use crate::text::harmless::is_formula;
use crate::view::error::{Error, ticked};

/// The columns of a table that nobody has imported.
const COLUMNS: [Field; 7] =
    [Field::Family, Field::Role, Field::Rank, Field::Competency, Field::Expected, Field::Weight, Field::Text];

/// How a table is written.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// None where none is asked for.
    pub separator: Option<u8>,
    /// Whether an apostrophe stands before what a spreadsheet would compute.
    pub for_spreadsheets: bool,
}

impl Form {
    fn written(self, mut rows: Vec<Vec<String>>, usual: u8) -> String {
        if self.for_spreadsheets {
            let cells = rows.iter_mut().flatten().filter(|cell| is_formula(cell));
            cells.for_each(|cell| cell.insert(0, '\''));
        }
        written(&rows, self.separator.unwrap_or(usual))
    }
}

/// The roles of a catalog: each competency that each of them asks for, a row.
pub fn of_catalog(catalog: Catalog<'_>, roles: &[RoleIx], form: Form) -> String {
    let mut rows = vec![COLUMNS.map(|field| field.name().to_owned()).to_vec()];
    for role in roles {
        let (head, asked) = (catalog.head(*role), catalog.profile(*role));
        let row = |rating: &Rating<'_>| {
            vec![
                catalog.family(head.family).title.to_owned(),
                head.title.to_owned(),
                head.level.to_string(),
                catalog.competency_name(rating.competency).title.to_owned(),
                level_said(&catalog, &asked, rating),
                rating.stated_weight().map_or(String::new(), |weight| weight.to_string()),
                asked.expects(rating.competency).join("\n"),
            ]
        };
        rows.extend(asked.ratings.iter().map(row));
    }
    form.written(rows, b',')
}

/// A level in the words in which it is stated: a company's own, or ours.
fn level_said(catalog: &Catalog<'_>, asked: &Profile<'_>, rating: &Rating<'_>) -> String {
    let own = asked.stand(rating.competency).map(|stand| {
        let scale = &catalog.about().scales[stand.scale.at()];
        scale.steps[usize::from(stand.step) - 1].word
    });
    own.unwrap_or(rating.level.map_or("", Proficiency::word)).to_owned()
}

/// The table that a folder was imported from, as its files say it by now.
///
/// # Errors
/// When the folder has no role that was asked for.
pub fn of_folder(
    beneath: Catalog<'_>,
    folder: &Path,
    layer: &Layer,
    roles: &[String],
    form: Form,
) -> Result<String, Error> {
    let kept = std::fs::read_to_string(folder.join(FILE)).ok().and_then(|text| Kept::read(&text));
    let table = Table::new(beneath, layer, roles)?;
    Ok(match &kept {
        Some(kept) => form.written(table.as_kept(kept), kept.separator as u8),
        None => form.written(table.plain(), b','),
    })
}

/// What a role's file asks of a competency or a tool.
struct Asked {
    /// As a row is kept: a competency's id, or a tool's behind its mark.
    key: String,
    title: String,
    /// As the file states it: a word of ours, or of a scale of its own.
    level: Option<String>,
    weight: Option<u8>,
    text: String,
    /// Whether the role beneath has it so.
    is_beneath: bool,
}

struct Table<'t> {
    /// Titles of competencies and tools, as rows are kept.
    titles: HashMap<String, &'t str>,
    roles: Vec<&'t RoleFile>,
    by_id: HashMap<&'t str, &'t RoleFile>,
    is_whole: bool,
    beneath: Catalog<'t>,
}

impl<'t> Table<'t> {
    fn new(beneath: Catalog<'t>, layer: &'t Layer, asked: &[String]) -> Result<Self, Error> {
        let own =
            layer.competencies.iter().filter_map(|it| Some((&*it.value.id.value, &*it.value.title.as_ref()?.value)));
        let own = own.map(|(id, title)| (id.to_owned(), title));
        let named = beneath.competency_names().map(|it| (it.id.to_owned(), it.title));
        let of_tools = beneath.tools().map(|it| (tools::marked(it.id), it.title));
        let titles = named.chain(of_tools).chain(own).collect();
        let is_named = |file: &RoleFile, name: &str| {
            let title = file.role.title.as_ref().map(|title| title.value.trim());
            file.id == name || title.is_some_and(|title| title.eq_ignore_ascii_case(name.trim()))
        };
        if let Some(missing) = asked.iter().find(|name| !layer.roles.iter().any(|file| is_named(file, name))) {
            let ids: Vec<&str> = layer.roles.iter().take(5).map(|file| file.id.as_str()).collect();
            return Err(Error::nothing(format!("the folder has no role {}", ticked(missing)))
                .hint(format!("its roles: {}", ids.join(", "))));
        }
        let roles = layer.roles.iter().filter(|file| asked.is_empty() || asked.iter().any(|name| is_named(file, name)));
        let roles: Vec<&RoleFile> = roles.collect();
        let by_id = roles.iter().map(|file| (file.id.as_str(), *file)).collect();
        Ok(Self { titles, roles, by_id, is_whole: asked.is_empty(), beneath })
    }

    /// What a role's file asks of competencies.
    fn ratings(&self, file: &'t RoleFile) -> impl Iterator<Item = Asked> {
        file.role.competencies.iter().flatten().map(move |rating| {
            let key = rating.competency.value.to_string();
            let title = self.titles.get(&key).map_or_else(|| key.clone(), |title| (*title).to_owned());
            let level = rating.level.as_ref().map(|level| level.value.trim().to_owned());
            let weight = rating.weight.as_ref().map(|weight| weight.value.0);
            Asked { key, title, level, weight, text: expected(rating), is_beneath: false }
        })
    }

    /// What it asks of competencies, then of tools.
    fn asked(&self, file: &'t RoleFile) -> Vec<Asked> {
        let used = file.role.tools.iter().flatten().map(|used| {
            let key = tools::marked(&used.tool.value);
            let title = self.titles.get(&key).map_or_else(|| used.tool.value.to_string(), |title| (*title).to_owned());
            let is_beneath = tools::is_beneath(&self.beneath, &file.id, &used.tool.value, used.proficiency);
            Asked {
                key,
                title,
                level: Some(used.proficiency.name().to_owned()),
                weight: None,
                text: String::new(),
                is_beneath,
            }
        });
        self.ratings(file).chain(used).collect()
    }

    /// What a row says, field by field.
    fn said(&self, file: &RoleFile, asked: &Asked, scale: &Scale, field: Field) -> String {
        let role = &file.role;
        let beneath = || self.beneath.find_id(&file.id).map(|role| self.beneath.head(role));
        let title = || beneath().map_or(file.id.clone(), |head| head.title.to_owned());
        match field {
            Field::Role => role.title.as_ref().map_or_else(title, |title| title.value.trim().to_owned()),
            Field::Competency => asked.title.clone(),
            Field::Expected => asked.level.as_ref().map_or(String::new(), |level| scale.said(level).to_owned()),
            Field::Weight => asked.weight.map_or(String::new(), |weight| weight.to_string()),
            Field::Text => asked.text.clone(),
            Field::Family => {
                let family = beneath().map(|head| self.beneath.family(head.family).title.to_owned());
                role.family.as_ref().map(|it| it.value.to_string()).or(family).unwrap_or_default()
            }
            Field::Rank => {
                let rank = role.level.as_ref().map(|it| it.value.0).or_else(|| beneath().map(|head| head.level));
                rank.map_or(String::new(), |rank| rank.to_string())
            }
            Field::Summary => role.summary.as_ref().map_or(String::new(), |it| it.value.to_string()),
            Field::Grade | Field::Definition => String::new(),
        }
    }

    fn plain(&self) -> Vec<Vec<String>> {
        let scale = Scale::default();
        let mut rows = vec![COLUMNS.map(|field| field.name().to_owned()).to_vec()];
        for file in &self.roles {
            let row = |asked: Asked| COLUMNS.map(|field| self.said(file, &asked, &scale, field)).to_vec();
            rows.extend(self.ratings(file).map(row));
        }
        rows
    }

    /// The rows as they stood; where the files say something else by now, as they say it; then what is new.
    fn as_kept(&self, kept: &Kept) -> Vec<Vec<String>> {
        let scale = kept.scale();
        let mut rows = if self.is_whole { kept.above.clone() } else { Vec::new() };
        rows.push(kept.columns.clone());
        let stood: HashSet<(&str, &str)> =
            kept.rows.iter().flat_map(|row| became(row).into_iter().chain(of_grades(row))).collect();
        let columns: HashMap<&str, usize> =
            kept.rows.iter().flat_map(|row| &row.grades).map(|(column, role, _)| (role.as_str(), *column)).collect();
        let last: HashMap<&str, usize> =
            kept.rows.iter().enumerate().filter_map(|(at, row)| Some((became(row)?.0, at))).collect();
        let new = |file: &'t RoleFile, above: Option<&KeptRow>, rows: &mut Vec<Vec<String>>| {
            let is_new = |it: &Asked| !it.is_beneath && !stood.contains(&(file.id.as_str(), it.key.as_str()));
            let asked = self.asked(file).into_iter().filter(is_new);
            rows.extend(asked.map(|it| self.new_row(file, &it, kept, &scale, above)));
        };
        for (at, row) in kept.rows.iter().enumerate() {
            if !row.grades.is_empty() {
                rows.extend(self.as_matrix(row, &scale));
                continue;
            }
            let Some((role, competency)) = became(row) else {
                rows.extend(self.is_whole.then(|| row.cells.clone()));
                continue;
            };
            let Some(file) = self.by_id.get(role) else { continue };
            if let Some(asked) = self.asked(file).iter().find(|it| it.key == competency) {
                rows.push(self.as_now(file, asked, kept, &scale, row));
            }
            if last.get(role) == Some(&at) {
                new(file, Some(row), &mut rows);
            }
        }
        rows.extend(self.new_in_matrix(kept, &scale, &stood, &columns));
        let is_new =
            |file: &&&RoleFile| !last.contains_key(file.id.as_str()) && !columns.contains_key(file.id.as_str());
        self.roles.iter().filter(is_new).for_each(|file| new(file, None, &mut rows));
        rows
    }

    /// A row as it stood, but for what its role's file says otherwise by now.
    fn as_now(&self, file: &RoleFile, asked: &Asked, kept: &Kept, scale: &Scale, row: &KeptRow) -> Vec<String> {
        let mut cells = row.cells.clone();
        for field in [Field::Expected, Field::Weight, Field::Text] {
            let Some(at) = kept.at(field) else { continue };
            let now = self.said(file, asked, scale, field);
            let stood = cells.get(at).map_or("", |cell| cell.trim());
            let is_same = match field {
                Field::Expected => is_said(scale, stood, asked.level.as_deref()),
                Field::Weight => weight(stood) == asked.weight,
                _ => stood == now.trim(),
            };
            if !is_same {
                cells.resize(cells.len().max(at + 1), String::new());
                cells[at] = now;
            }
        }
        cells
    }

    /// A row with a column a grade, as the files say it by now; none where no role of it is asked for.
    fn as_matrix(&self, row: &KeptRow, scale: &Scale) -> Option<Vec<String>> {
        let mut cells = row.cells.clone();
        let mut is_asked = self.is_whole;
        for (column, role, competency) in &row.grades {
            let file = self.by_id.get(role.as_str());
            is_asked |= file.is_some();
            let asked = file.and_then(|file| self.asked(file).into_iter().find(|it| it.key == *competency));
            let Some(cell) = cells.get_mut(*column) else { continue };
            match asked {
                None => cell.clear(),
                Some(asked) if !is_said(scale, cell, asked.level.as_deref()) => said_of(scale, &asked).clone_into(cell),
                Some(_) => {}
            }
        }
        is_asked.then_some(cells)
    }

    /// Competencies that roles with a column of their own ask for by now: a row each.
    fn new_in_matrix(
        &self,
        kept: &Kept,
        scale: &Scale,
        stood: &HashSet<(&str, &str)>,
        columns: &HashMap<&str, usize>,
    ) -> Vec<Vec<String>> {
        let mut rows: Vec<(String, Vec<String>)> = Vec::new();
        for file in &self.roles {
            let Some(column) = columns.get(file.id.as_str()) else { continue };
            let is_new = |it: &Asked| !it.is_beneath && !stood.contains(&(file.id.as_str(), it.key.as_str()));
            for asked in self.asked(file).into_iter().filter(is_new) {
                let at = rows.iter().position(|(it, _)| *it == asked.key).unwrap_or_else(|| {
                    let mut cells = vec![String::new(); kept.columns.len()];
                    if let Some(cell) = kept.at(Field::Competency).and_then(|at| cells.get_mut(at)) {
                        asked.title.clone_into(cell);
                    }
                    rows.push((asked.key.clone(), cells));
                    rows.len() - 1
                });
                if let Some(cell) = rows[at].1.get_mut(*column) {
                    said_of(scale, &asked).clone_into(cell);
                }
            }
        }
        rows.into_iter().map(|(_, cells)| cells).collect()
    }

    /// A row that the table did not have: of a role that it had, as the row above it says the role.
    fn new_row(
        &self,
        file: &RoleFile,
        asked: &Asked,
        kept: &Kept,
        scale: &Scale,
        above: Option<&KeptRow>,
    ) -> Vec<String> {
        const OF_ROLE: [Field; 5] = [Field::Family, Field::Role, Field::Grade, Field::Rank, Field::Summary];
        let mut cells = vec![String::new(); kept.columns.len()];
        for field in Field::ALL {
            let Some(at) = kept.at(field).filter(|at| *at < cells.len()) else { continue };
            cells[at] = match above.filter(|_| OF_ROLE.contains(&field)) {
                Some(above) => above.cells.get(at).cloned().unwrap_or_default(),
                None => self.said(file, asked, scale, field),
            };
        }
        cells
    }
}

/// What a file expects of a competency, a sentence a line.
fn expected(rating: &StatedRating) -> String {
    let words = rating.expects.iter().flat_map(|words| &words.0);
    words.map(|word| &*word.value).collect::<Vec<_>>().join("\n")
}

/// Whether a cell says the level that a file says by now.
fn is_said(scale: &Scale, cell: &str, now: Option<&str>) -> bool {
    match scale.read(cell) {
        _ if now.is_some_and(|now| now.to_lowercase() == scale.step(cell).trim().to_lowercase()) => true,
        Said::Level(level) => now == Some(level.name()),
        Said::None | Said::Nothing | Said::Unknown => now.is_none(),
    }
}

/// What the table calls the level that a file says.
fn said_of<'t>(scale: &'t Scale, asked: &'t Asked) -> &'t str {
    asked.level.as_ref().map_or_else(|| scale.word(None), |level| scale.said(level))
}

/// The ids of the roles and competencies that a row with a column a grade became.
fn of_grades(row: &KeptRow) -> impl Iterator<Item = (&str, &str)> {
    row.grades.iter().map(|(_, role, competency)| (role.as_str(), competency.as_str()))
}

/// The ids of the role and of the competency that a row became.
fn became(row: &KeptRow) -> Option<(&str, &str)> {
    Some((row.role.as_deref()?, row.competency.as_deref()?))
}

/// Rows as text, each cell in quotes where it needs them; a row without a cell is a blank line.
pub fn written(rows: &[Vec<String>], separator: u8) -> String {
    let parts = rows.split(|row| row.is_empty()).map(|rows| part(rows, separator));
    parts.collect::<Vec<_>>().join("\n")
}

fn part(rows: &[Vec<String>], separator: u8) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).delimiter(separator).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).expect("memory takes rows of any length");
    }
    let bytes = writer.into_inner().expect("memory is written to at once");
    String::from_utf8(bytes).expect("texts were written")
}
