//! Grades within a role: the steps that a company knows between one promotion of title and the next.

use serde::{Deserialize, Serialize};

use crate::catalog::model::{CompetencyIx, Expectation, PayLabel, Placed, RoleIx};

/// What a role's file says of one grade; what it leaves out is as in the role.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Grade<'a> {
    /// As people write it: `L4`.
    pub id: &'a str,
    pub title: &'a str,
    #[serde(borrow)]
    pub aliases: Vec<&'a str>,
    /// Years of experience that are asked for, in the company's words.
    pub years: Option<&'a str>,
    /// Levels of competencies that are the grade's own, 0 to 100; none where a step of a company's own scale stands
    /// for none of ours.
    pub levels: Vec<(CompetencyIx, Option<u8>)>,
    /// Where they stand on scales of a company's own.
    pub placed: Vec<Placed>,
    pub expectations: Vec<Expectation<'a>>,
    pub pay: Vec<PayLabel>,
    /// The catalog that states it.
    pub origin: u8,
}

/// The grades of a role that has some, lowest first.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub struct Graded<'a> {
    pub role: RoleIx,
    #[serde(borrow)]
    pub grades: Vec<Grade<'a>>,
}
