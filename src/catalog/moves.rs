//! How roles lead to each other, as the catalog gives it out.

use crate::catalog::Catalog;
use crate::catalog::baked::sections::Part;
use crate::catalog::model::{Edge, Ladder, Moves, Related, RoleIx};

impl<'a> Catalog<'a> {
    pub fn moves(&self, role: RoleIx) -> Moves<'a> {
        self.decode(Part::Moves, role.at())
    }

    /// Returns the roles that lead to a role, with nothing of where it leads.
    pub fn prerequisites(&self, role: RoleIx) -> Vec<Edge<'a>> {
        self.first_fields(Part::Moves, role.at())
    }

    /// Returns the first of the roles that lead to a role: their number stands before them.
    pub fn first_prerequisite(&self, role: RoleIx) -> Option<RoleIx> {
        let count: u32 = self.first_fields(Part::Moves, role.at());
        (count > 0).then(|| self.first_fields::<(u32, RoleIx)>(Part::Moves, role.at()).1)
    }

    /// Returns the ladder that a role stands on.
    pub fn ladder(&self, role: RoleIx) -> Option<Ladder<'a>> {
        self.decode(Part::Rungs, role.at())
    }

    pub fn related(&self, role: RoleIx) -> Related<'a> {
        self.decode(Part::Related, role.at())
    }
}
