//! `import.json`: how a table said what the role files say, so that it can be written back.
//!
//! It has each row as it stood, and the role and the competency that it became; what the catalog says by now
//! goes before what stands here. No catalog reads JSON in its own folder.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::catalog::model::Proficiency;
use crate::table::columns::Field;
use crate::table::draft::{Became, Draft};
use crate::table::scale::Scale;
use crate::table::sheet::{Row, Sheet};

pub const FILE: &str = "import.json";
const VERSION: u32 = 1;

/// A table, as it stood.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    version: u32,
    /// The file's name.
    pub table: String,
    pub separator: char,
    /// The column of each field, from 0.
    reads: BTreeMap<String, usize>,
    /// Words for levels, each with ours, or with a step of a scale of its own.
    levels: Vec<(String, String)>,
    pub above: Vec<Vec<String>>,
    pub columns: Vec<String>,
    pub rows: Vec<KeptRow>,
}

/// A row as it stood, and what it became.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptRow {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub competency: Option<String>,
    /// Of a row with a column a grade: the column, the role and the competency of each cell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grades: Vec<(usize, String, String)>,
    pub cells: Vec<String>,
}

impl Kept {
    pub fn new(sheet: &Sheet, scale: &Scale, draft: &Draft) -> Self {
        let none = |level: Option<Proficiency>| level.map_or("none", Proficiency::name).to_owned();
        let id = |role: usize| draft.roles[role].id.clone();
        let row = |(row, became): (&Row, &Became)| {
            let whole = became.first().filter(|(_, _, column)| column.is_none());
            let of_grade = |(role, competency, column): &(usize, String, Option<usize>)| {
                column.map(|column| (column, id(*role), competency.clone()))
            };
            KeptRow {
                role: whole.map(|(role, ..)| id(*role)),
                competency: whole.map(|(_, competency, _)| competency.clone()),
                grades: became.iter().filter_map(of_grade).collect(),
                cells: row.cells.clone(),
            }
        };
        Self {
            version: VERSION,
            table: sheet.file().to_owned(),
            separator: sheet.separator,
            reads: sheet.columns.iter().map(|(field, at)| (field.name().to_owned(), at)).collect(),
            levels: {
                let words = scale.words.iter().map(|(word, level)| (word.clone(), none(*level)));
                words.chain(scale.steps.iter().cloned()).collect()
            },
            above: sheet.above.clone(),
            columns: sheet.names.clone(),
            rows: sheet.rows.iter().zip(&draft.became).map(row).collect(),
        }
    }

    /// Reads one; none where it is of another program or version.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str::<Self>(text).ok().filter(|kept| kept.version == VERSION)
    }

    pub fn at(&self, field: Field) -> Option<usize> {
        self.reads.get(field.name()).copied()
    }

    pub fn scale(&self) -> Scale {
        Scale::kept(&self.levels)
    }

    /// A row a line: two versions are compared line by line.
    pub fn text(&self) -> String {
        let rows: Vec<String> = self.rows.iter().map(|row| format!("    {}", line(row))).collect();
        format!(
            "{{\n  \"version\": {},\n  \"table\": {},\n  \"separator\": {},\n  \"reads\": {},\n  \"levels\": {},\n  \
             \"above\": {},\n  \"columns\": {},\n  \"rows\": [\n{}\n  ]\n}}\n",
            self.version,
            line(&self.table),
            line(&self.separator),
            line(&self.reads),
            line(&self.levels),
            line(&self.above),
            line(&self.columns),
            rows.join(",\n")
        )
    }
}

/// A value on one line.
fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("texts, numbers and lists are JSON")
}
