//! The page of a role.

use std::borrow::Cow;

use crate::catalog::model::Elsewhere;
use crate::present::document::{Block, Column, Glyphs, Table};
use crate::present::figures::{count, graded_id, level, role_name, short_level};
use crate::present::label::Label;
use crate::present::records::Record;
use crate::present::text::{Text, labelled, linked, row, text};
use crate::present::{grades, pay_section, role_career, role_competencies, role_preparation};
use crate::text::hint::{Ask, hint};
use crate::text::sorting::Arrange;
use crate::view::{Occupation, RegionName, RoleName, RolePage, RolePages, Rung, Stated, Tool};

/// Adds what every listing says of a role: its id first.
pub fn named<'v>(record: Record<'v>, role: &'v RoleName<'_>) -> Record<'v> {
    // A line says the grade that is meant; under a header it has a field of its own.
    let record = record.said(graded_id(role)).exact("role", role.id).text("title", role.title);
    let record = record.exact("family", role.family.id).said(role.family.title);
    let record = record.said(short_level(role)).exact("level", role.level).exact("track", role.track);
    record.exact("catalogs", role.catalogs.join(" "))
}

pub fn document(pages: &RolePages<'_>, glyphs: Glyphs) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (at, page) in pages.roles.iter().enumerate() {
        if at > 0 {
            blocks.extend([Block::Gap, Block::Gap]);
        }
        one(page, &pages.regions, glyphs, &mut blocks);
    }
    blocks
}

fn one(page: &RolePage<'_>, regions: &[RegionName<'_>], glyphs: Glyphs, blocks: &mut Vec<Block>) {
    head(page, blocks);
    if let Some(summary) = page.summary.filter(|summary| !summary.is_empty()) {
        blocks.extend([Block::Gap, Block::paragraph(summary)]);
    }
    let (mut left, mut right) = (Vec::new(), Vec::new());
    if let Some(competencies) = &page.competencies {
        role_competencies::section(page, competencies, glyphs, &mut left);
    }
    grades::section(&page.grades, &mut left);
    if let Some(salary) = &page.salary {
        let asked = regions.iter().flat_map(|region| ["--region", region.id]);
        let more = Ask::of("show").words([page.role.id, "--section", "salary", "--all"]).words(asked);
        let shown = if page.whole { usize::MAX } else { pay_section::MOST };
        let shown = pay_section::Shown { most: shown, more };
        pay_section::section(salary, &page.top_of_market, regions, &shown, glyphs, &mut left);
    }
    if let Some(tools) = page.tools.as_ref().filter(|tools| !tools.is_empty()) {
        self::tools(page, tools, glyphs, &mut right);
    }
    page.getting_in.iter().for_each(|section| role_preparation::getting_in(page, section, &mut right));
    page.outlook.iter().for_each(|records| role_preparation::outlook(page, records, &mut right));
    if let Some(career) = &page.career {
        role_career::section(page, career, glyphs, &mut right);
    }
    blocks.push(Block::Halves { left, right });
    outside(page, blocks);
    if let Some(day) = page.day.as_ref().filter(|day| !day.is_empty()) {
        self::day(day, blocks);
    }
    foot(page, blocks);
}

fn head(page: &RolePage<'_>, blocks: &mut Vec<Block>) {
    blocks.push(Block::title(role_name(Label::Title, &page.role), page.role.id));
    let mut line = page.role.grade.map_or(Vec::new(), |_| vec![format!("a grade of {}", page.role.title)]);
    line.extend([page.role.family.title.to_owned(), level(&page.role)]);
    let own: Vec<&str> = page.aliases.iter().filter(|alias| alias.own).map(|alias| alias.name).collect();
    if !own.is_empty() {
        line.push(format!("also {}", own.join(", ")));
    }
    if !page.replaces.is_empty() {
        let titles: Vec<&str> = page.replaces.iter().map(|old| old.title).collect();
        line.push(format!("stands for {}", titles.join(", ")));
    }
    if page.role.catalogs.len() > 1 || page.role.catalogs.first() != Some(&"built-in") {
        let alone = page.catalog_title.unwrap_or(page.role.catalogs[0]);
        line.push(format!("from {}", page.stated.first().map_or(alone, named_by)));
    }
    line.extend(
        page.stated.iter().skip(1).map(|above| format!("{} from {}", above.fields.join(", "), named_by(above))),
    );
    blocks.push(Block::line(labelled(Label::Aside, &line.join(" · "))));
    blocks.extend(ladder(&page.ladder));
    // The address of an outside code stands with the code.
    if let Elsewhere::Stated(url) = page.role.elsewhere {
        blocks.push(Block::line(linked(Label::Aside, url, Some(url))));
    }
}

/// A catalog by its own title, where it states one.
fn named_by<'a>(stated: &Stated<'a>) -> &'a str {
    stated.catalog_title.unwrap_or(stated.catalog)
}

/// "ladder: junior · mid · senior · no staff · principal", the role's own rung in the weight of a title.
fn ladder(rungs: &[Rung<'_>]) -> Option<Block> {
    let name = |rung: &Rung<'_>| match &rung.role {
        _ if rung.here => labelled(Label::Title, rung.step),
        Some(_) => rung.step.into(),
        None => labelled(Label::Aside, &format!("no {}", rung.step)),
    };
    let rungs: Vec<Text> = rungs.iter().map(name).collect();
    (rungs.len() > 1).then(|| Block::line(text![labelled(Label::Aside, "ladder:"), " ", Text::join(rungs, " · ")]))
}

fn day(day: &[Cow<'_, str>], blocks: &mut Vec<Block>) {
    blocks.push(Block::heading("Day in the life", ""));
    for (at, paragraph) in day.iter().enumerate() {
        if at > 0 {
            blocks.push(Block::Gap);
        }
        blocks.push(Block::paragraph(paragraph.clone().into_owned()));
    }
}

/// How well tools are to be mastered, best first.
const PROFICIENCIES: [&str; 4] = ["expert", "practitioner", "working", "awareness"];

fn tools(page: &RolePage<'_>, tools: &[Tool<'_>], glyphs: Glyphs, blocks: &mut Vec<Block>) {
    let is_marked = !glyphs.heard && !page.whole && tools.iter().any(|tool| tool.in_demand);
    let mark = if is_marked { format!("{} in demand · ", glyphs.pick("◆", "*")) } else { String::new() };
    blocks.push(Block::heading("Tools", &format!("{mark}proficiency is editorial")));
    if page.whole {
        return tool_table(tools, blocks);
    }
    for proficiency in PROFICIENCIES {
        let mut those: Vec<&Tool<'_>> = tools.iter().filter(|tool| tool.proficiency == proficiency).collect();
        those.arrange_by_key(|tool| !tool.in_demand);
        let items: Vec<Text> = those.into_iter().map(|tool| tool_name(tool, glyphs)).collect();
        blocks.extend((!items.is_empty()).then(|| Block::group(proficiency, items)));
    }
}

/// A tool that is in demand has a mark, and the weight of a title.
fn tool_name(tool: &Tool<'_>, glyphs: Glyphs) -> Text {
    let title = tool.tool.title;
    match tool.in_demand {
        true if glyphs.heard => format!("{title} (in demand)").into(),
        true => text![labelled(Label::Mark, glyphs.pick("◆", "*")), " ", labelled(Label::Title, title)],
        false => labelled(Label::Name, title),
    }
}

fn tool_table(tools: &[Tool<'_>], blocks: &mut Vec<Block>) {
    let columns = vec![
        Column::text("tool").cut(),
        Column::left("group").least(1),
        Column::left("proficiency"),
        Column::left("O*NET"),
        Column::prose("worked with it"),
    ];
    let row = |tool: &Tool<'_>| {
        row![
            labelled(Label::Name, tool.tool.title),
            tool.group,
            tool.proficiency,
            flags(tool),
            labelled(Label::Aside, &share(tool)),
        ]
    };
    blocks.push(Block::Table(Table { columns, rows: tools.iter().map(row).collect(), titled: true }));
}

pub fn flags(tool: &Tool<'_>) -> &'static str {
    match (tool.in_demand, tool.hot) {
        (true, true) => "in demand, hot",
        (true, false) => "in demand",
        (false, true) => "hot",
        (false, false) => "",
    }
}

/// "61% of 173, Stack Overflow Developer Survey 2023".
pub fn share(tool: &Tool<'_>) -> String {
    tool.share
        .map_or(String::new(), |share| format!("{}% of {}, {}", share.percent, share.respondents, share.source.short))
}

/// Outside codes and names in other languages: a whole page has them.
fn outside(page: &RolePage<'_>, blocks: &mut Vec<Block>) {
    let sourced: Vec<&str> = page.aliases.iter().filter(|alias| !alias.own).map(|alias| alias.name).collect();
    if !sourced.is_empty() {
        blocks.push(Block::heading("Other titles", "from O*NET and ESCO"));
        blocks.push(Block::paragraph(sourced.join(", ")));
    }
    if !page.translations.is_empty() {
        blocks.push(Block::heading("In other languages", ""));
        for translation in &page.translations {
            blocks.push(Block::group(&translation.language, row![translation.names.join(", ")]));
        }
    }
    if !page.occupations.is_empty() {
        blocks.push(Block::heading("Outside classifications", ""));
        blocks.extend(occupations(&page.occupations));
    }
}

/// Outside codes with their titles.
pub fn occupations(occupations: &[Occupation<'_>]) -> impl Iterator<Item = Block> {
    occupations.iter().map(|occupation| {
        let text = format!("{} {}", occupation.code, occupation.title);
        let text = linked(Label::Name, text.trim_end(), occupation.elsewhere.url().as_deref());
        Block::group(occupation.scheme, vec![text])
    })
}

/// Where figures come from, and how people get there. A page that is whole names its sources.
fn foot(page: &RolePage<'_>, blocks: &mut Vec<Block>) {
    if page.sources.is_empty() {
        return;
    }
    let aside = |text: &str| labelled(Label::Aside, text);
    blocks.push(Block::Gap);
    let sources = sources(page);
    if page.whole {
        blocks.push(Block::line(text![aside("Evidence:"), " ", Text::join(&sources, ", "), "."]));
    }
    let first = page.competencies.iter().flatten().next().map(|competency| competency.competency.id);
    let what = first.or_else(|| page.salary.iter().flatten().next().map(|pay| pay.region.id));
    let prepared = page.getting_in.as_ref().map(|_| "getting-in").or(page.outlook.as_ref().map(|_| "outlook"));
    let (id, count) = (page.role.id, count(sources.len(), "source"));
    let why = Ask::of("why").word(id).words(what.or(prepared));
    blocks.push(Block::Foot(hint![format!("{count}. Where a figure comes from: "), why]));
    if page.career.as_ref().is_none_or(|career| !career.prerequisites.is_empty()) {
        blocks.push(Block::Foot(hint!["How people get there: ", Ask::of("path").word(id)]));
    }
}

/// Several tables of one publisher bear one name.
fn sources(page: &RolePage<'_>) -> Vec<Text> {
    let is_new = |at: usize| page.sources[..at].iter().all(|before| before.short != page.sources[at].short);
    let new = page.sources.iter().enumerate().filter(|(at, _)| is_new(*at));
    new.map(|(_, source)| linked(Label::Aside, source.short, source.url)).collect()
}
