//! What is compared, and by what.

use crate::browse::answers::{Answers, At};
use crate::browse::scroll::Scroll;
use crate::view::{ComparedPay, Comparison, Distance, PayApart};

/// What is compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tab {
    #[default]
    Competencies,
    Tools,
    Pay,
}

#[derive(Default)]
pub struct Compare<'a> {
    pub tab: Tab,
    pub differences: bool,
    pub list: Scroll,
    /// The role that keys speak of.
    pub column: usize,
    pub view: Option<Result<Comparison<'a>, String>>,
}

impl<'a> Compare<'a> {
    pub fn of(answers: &Answers<'a>, roles: &[At], differences: bool) -> Self {
        let view = Some(answers.compare(roles, differences));
        Self { view, differences, ..Self::default() }
    }

    pub fn comparison(&self) -> Option<&Comparison<'a>> {
        self.view.as_ref()?.as_ref().ok()
    }

    pub fn len(&self) -> usize {
        self.comparison().map_or(0, |it| match self.tab {
            Tab::Competencies => it.competencies.len(),
            Tab::Tools => it.tools.len(),
            Tab::Pay => pay_rows(it).len(),
        })
    }

    pub fn row_names(&self) -> Vec<String> {
        let Some(it) = self.comparison() else { return Vec::new() };
        match self.tab {
            Tab::Competencies => it.competencies.iter().map(|row| row.competency.title.to_owned()).collect(),
            Tab::Tools => it.tools.iter().map(|row| row.tool.title.to_owned()).collect(),
            Tab::Pay => pay_rows(it).iter().map(PayRow::name).collect(),
        }
    }
}

/// A line of what is known of pay.
pub enum PayRow<'v, 'a> {
    Together(&'v ComparedPay<'a>),
    /// Figures that may not stand beside each other.
    Apart(&'v PayApart<'a>),
    /// No figure stands beside another.
    None,
    Distance(&'v Distance<'a>),
}

impl PayRow<'_, '_> {
    pub fn name(&self) -> String {
        match self {
            Self::Together(row) => row.pay[0].region.name.to_owned(),
            Self::Apart(row) => row.region.name.to_owned(),
            Self::None => String::new(),
            Self::Distance(it) => format!("{} to {}", it.from, it.to),
        }
    }
}

pub fn pay_rows<'v, 'a>(comparison: &'v Comparison<'a>) -> Vec<PayRow<'v, 'a>> {
    let mut rows: Vec<PayRow<'v, 'a>> = comparison.salary.iter().map(PayRow::Together).collect();
    rows.extend(comparison.apart.iter().map(PayRow::Apart));
    if rows.is_empty() {
        rows.push(PayRow::None);
    }
    rows.extend(comparison.distances.iter().map(PayRow::Distance));
    rows
}
