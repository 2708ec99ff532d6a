//! What a role is paid, in the order in which it is shown.

use std::cmp::Reverse;

use crate::browse::answers::{Answers, At};
use crate::browse::scroll::Scroll;
use crate::request::{By, PaySort};
use crate::view::{Pay, Salaries};

#[derive(Default)]
pub struct PayScreen<'a> {
    pub role: At,
    pub by: Option<By>,
    pub is_sorted: bool,
    pub list: Scroll,
    pub view: Option<Result<Salaries<'a>, String>>,
    /// The places of the figures in the answer, as they are shown.
    pub order: Vec<usize>,
}

impl<'a> PayScreen<'a> {
    pub fn of(answers: &Answers<'a>, role: At) -> Self {
        Self::asked(answers, role, None)
    }

    pub fn asked(answers: &Answers<'a>, role: At, by: Option<By>) -> Self {
        let view = Some(answers.salary(role, by, PaySort::Region));
        let mut screen = Self { role, by, view, ..Self::default() };
        screen.order = (0..screen.all().count()).collect();
        screen
    }

    fn all(&self) -> impl Iterator<Item = &Pay<'a>> {
        let salaries = self.view.iter().flatten();
        salaries.flat_map(|it| it.rows.iter().chain(&it.top_of_market)).map(|row| &row.pay)
    }

    pub fn rows(&self) -> Vec<&Pay<'a>> {
        let all: Vec<&Pay<'a>> = self.all().collect();
        self.order.iter().filter_map(|at| all.get(*at).copied()).collect()
    }

    /// Whether figures stand under the headings of their labels: as parts of them, in the answer's order.
    pub fn is_headed(&self) -> bool {
        self.by == Some(By::Seniority) && !self.is_sorted
    }

    /// Puts the figures in order, and stays at the one that is chosen.
    pub fn sort(&mut self, is_sorted: bool) {
        let chosen = self.order.get(self.list.at).copied();
        let all: Vec<&Pay<'a>> = self.all().collect();
        self.order = if is_sorted { by_median(&all) } else { (0..all.len()).collect() };
        self.is_sorted = is_sorted;
        self.list.at = self.order.iter().position(|at| Some(*at) == chosen).unwrap_or(0);
    }

    /// Whether two medians are of one unit.
    pub fn can_be_sorted(&self) -> bool {
        let all: Vec<&Pay<'a>> = self.all().filter(|pay| pay.median.is_some()).collect();
        all.iter().enumerate().any(|(at, one)| all[..at].iter().any(|other| unit(one) == unit(other)))
    }
}

/// What amounts can stand on one scale by.
pub fn unit<'a>(pay: &Pay<'a>) -> (&'a str, &'a str, &'a str, &'a str) {
    (pay.currency, pay.per, pay.basis, pay.kind)
}

/// The highest median first, each unit by itself, that of most figures first: nothing is converted. The role's own
/// figures stand before those of all ranks.
fn by_median(all: &[&Pay<'_>]) -> Vec<usize> {
    let count = |of: &Pay<'_>| all.iter().filter(|pay| unit(pay) == unit(of)).count();
    let first = |of: &Pay<'_>| all.iter().position(|pay| unit(pay) == unit(of));
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_cached_key(|at| {
        let pay = all[*at];
        (Reverse(count(pay)), first(pay), !pay.is_own(), Reverse(pay.median.map(|it| it.0.0)), *at)
    });
    order
}
