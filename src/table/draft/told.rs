//! What an import says of a table that the table does not say itself.

use crate::table::columns::Field;
use crate::table::draft::Reading;
use crate::table::made::Role;
use crate::table::rank::MIDDLE;
use crate::view::error::{ticked, typeable};

/// Weights that are no more than this are hardly of a hundred.
const LIGHT: u8 = 10;

impl Reading<'_, '_> {
    /// Says what was made of the table that it does not say itself.
    pub fn tell(&mut self) {
        let own = self.scale.own();
        let known = own.as_ref().map_or("working", |own| own.steps[own.steps.len() / 2].word);
        for (word, (place, count)) in &self.unknown {
            let rows = if *count == 1 { String::new() } else { format!(" ({count} rows)") };
            self.draft.warnings.push(format!(
                "{place}: no level is called {}{rows}: left without one; `--level {}={}` says what it is",
                ticked(word),
                typeable(word),
                typeable(known)
            ));
        }
        if self.sheet.is_open {
            self.draft
                .warnings
                .push(format!("{}: a quote is opened and not closed: look at its last rows", self.sheet.name));
        }
        let notes = &mut self.draft.notes;
        match self.filled {
            0 => {}
            1 => notes.push("1 blank cell takes what stands above it".to_owned()),
            filled => notes.push(format!("{filled} blank cells take what stands above them")),
        }
        let heaviest = self.draft.roles.iter().flat_map(|role| &role.ratings).filter_map(|rating| rating.weight).max();
        if let Some(heaviest) = heaviest.filter(|heaviest| *heaviest <= LIGHT) {
            notes.push(format!(
                "weights are of 100, and the heaviest is {heaviest}: the table seems to count otherwise"
            ));
        }
        if self.sheet.columns.at(Field::Weight).is_none() {
            notes.push(
                "no column says weights: what is known of a competency stands, the others weigh alike".to_owned(),
            );
        }
        if let Some((first, more)) = self.tools.titles().split_first() {
            let of = several(first, more.len() + 1, "skill");
            notes.push(format!("tools of the catalog beneath, under `tools:` of the roles: {of}; `--no-tools` takes them for competencies"));
        }
        let unranked: Vec<&Role> = self.draft.roles.iter().filter(|role| !role.is_ranked && !role.is_over).collect();
        if let Some(first) = unranked.first() {
            let of = several(&first.title, unranked.len(), "role");
            notes.push(format!(
                "nothing says the rank of {of}: {MIDDLE} is taken; a column of ranks from 1 to 9 says it, or `level:` of the file"
            ));
        }
        let over: Vec<&Role> = self.draft.roles.iter().filter(|role| role.is_over).collect();
        if let Some(first) = over.first() {
            let of = several(&first.id, over.len(), "role");
            notes.push(format!("laid over the catalog beneath, which has the name: {of}"));
        }
    }
}

/// "`a`", or "`a` and 3 more roles".
fn several(first: &str, count: usize, what: &str) -> String {
    match count {
        1 => ticked(first),
        2 => format!("{} and 1 more {what}", ticked(first)),
        count => format!("{} and {} more {what}s", ticked(first), count - 1),
    }
}
