//! Tables to role files, and role files to tables: `import` and `export`.
//!
//! A spreadsheet is somebody else's data too: what cannot be read of it is told by row and column, and loses
//! nothing else.

mod belongs;
mod columns;
mod draft;
mod export;
mod files;
mod grade_rows;
mod kept;
mod made;
mod merged;
mod names;
mod package;
mod package_tables;
mod placed;
mod rank;
mod rows;
mod scale;
mod sheet;
mod steps;
mod tools;

pub use export::{Form, of_catalog, of_folder};
pub use files::write;
pub use package::files as package;
pub use scale::Step;
pub use sheet::STANDARD_INPUT;

use crate::catalog::Catalog;
use crate::request;
use crate::view::error::Error;

/// What an import made of a table: the files to write, and what the reader should know.
pub struct Imported {
    /// Paths below the catalog's folder, and texts.
    pub files: Vec<(String, String)>,
    pub roles: usize,
    /// Competencies in all, and those of them that no catalog beneath has.
    pub competencies: (usize, usize),
    /// Tools that roles ask for.
    pub tools: usize,
    pub rows: usize,
    pub notes: Vec<String>,
    pub warnings: Vec<String>,
}

/// Makes role files of a table. The levels that they state are on the scale of their own catalog, where it has one.
///
/// # Errors
/// When an option cannot be read, a column is missing, or no row says anything.
pub fn import(
    catalog: Catalog<'_>,
    args: &request::Import,
    own: Vec<Step>,
    (name, text): (&str, &str),
) -> Result<Imported, Error> {
    let named = columns::stated(&args.column)?;
    let scale = {
        let about = catalog.about();
        let beneath: Vec<&str> = about.scales.iter().flat_map(|scale| scale.words()).collect();
        scale::Scale::new(&args.level, own, &beneath)?
    };
    let wide = columns::Wide { role: args.role.clone(), grades: columns::grades(&args.grade) };
    let sheet = sheet::Sheet::read(name, text, &named, wide)?;
    let draft = draft::Draft::new(catalog, args, &sheet, &scale)?;
    Ok(files::of(&sheet, &scale, draft))
}
