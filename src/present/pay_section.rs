//! The salary section of a role's page.

use crate::present::document::{Block, Glyphs};
use crate::present::pay::{own, region_name, top_of_market};
use crate::present::pay_chart;
use crate::present::pay_chart::Figure;
use crate::text::hint::{Ask, hint};
use crate::text::sorting::Arrange;
use crate::view::{Pay, RegionName};

/// How many figures a page shows, and the command that shows the others.
pub struct Shown {
    pub most: usize,
    pub more: Ask,
}

/// What the heading says of the columns.
const COLUMNS: &str = "p25, median, p75 and n as published, gross unless noted";

/// The salary section of a role's page, narrowed to regions where some were asked for.
pub fn section(
    rows: &[Pay<'_>],
    top: &[Pay<'_>],
    regions: &[RegionName<'_>],
    Shown { most, more }: &Shown,
    glyphs: Glyphs,
    blocks: &mut Vec<Block>,
) {
    blocks.push(Block::heading("Salary by region", COLUMNS));
    if rows.is_empty() {
        blocks.push(Block::paragraph(format!("No public figure for {}.", places(regions))));
        return blocks.extend(top.iter().map(top_of_market));
    }
    let shown = shortlist(rows, *most);
    let figures: Vec<Figure<'_, '_>> = shown.iter().map(|pay| Figure::named(&region_name(pay), pay)).collect();
    blocks.push(pay_chart::block(&figures, "region", false, glyphs));
    blocks.extend(shown.iter().filter_map(|pay| own(&region_name(pay), pay)));
    blocks.extend(top.iter().map(top_of_market));
    if shown.len() < rows.len() {
        blocks.push(Block::Hint(hint![format!("{} more: ", rows.len() - shown.len()), more.clone()]));
    }
}

/// "Germany or France"; the world and every country where no region was asked for.
fn places(regions: &[RegionName<'_>]) -> String {
    match regions {
        [] => "the world or any country".to_owned(),
        regions => regions.iter().map(|region| region.name).collect::<Vec<_>>().join(" or "),
    }
}

/// How many salaries a page shows, unless it is to be whole.
pub const MOST: usize = 10;

/// The figures of a role's page, in its order.
#[cfg(feature = "browse")]
pub fn of_page<'p, 'a>(rows: &'p [Pay<'a>]) -> Vec<&'p Pay<'a>> {
    pay_chart::in_order(&shortlist(rows, MOST))
}

/// How many figures that stand alone a page shows.
const ALONE: usize = 3;

/// The rows whose labels name the role best, best known first; a page that has all of them keeps their own order.
fn shortlist<'p, 'a>(rows: &'p [Pay<'a>], most: usize) -> Vec<&'p Pay<'a>> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.arrange_by_key(|at| {
        let pay = &rows[*at];
        (
            pay.region.level != "country",
            !pay.is_own(),
            pay.old,
            pay.quality != "exact",
            pay.quality == "proxy",
            std::cmp::Reverse(pay.n.unwrap_or(u32::MAX)),
        )
    });
    let is_cut = most < usize::MAX;
    order.truncate(most);
    // One that says its source, label and unit itself takes lines that the page has for other things.
    let figures: Vec<Figure<'_, '_>> = order.iter().map(|at| Figure::named("", &rows[*at])).collect();
    let alone = pay_chart::alone(&figures);
    let surplus: Vec<usize> = (0..order.len()).filter(|at| alone[*at]).skip(ALONE).map(|at| order[at]).collect();
    order.retain(|at| !is_cut || !surplus.contains(at));
    if !is_cut {
        order.arrange();
    }
    order.into_iter().map(|at| &rows[at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::pay_records::on_pages;

    /// Who adds a column says in the heading whether it is published or reckoned.
    #[test]
    fn the_heading_names_every_column() {
        let unnamed: Vec<&str> = on_pages().map(|(name, _)| name).filter(|name| !COLUMNS.contains(name)).collect();
        assert_eq!(unnamed, [""; 0], "COLUMNS says what each is");
    }
}
