//! The page of a role.

use crate::catalog::model::Elsewhere;
use crate::present::career;
use crate::present::document::{Block, Column, Glyphs, Table};
use crate::present::figures::{bar, level, role_name, short_level, stated_by};
use crate::present::label::{Label, labelled, linked};
use crate::present::pay;
use crate::present::records::{Face, Record, Records};
use crate::query::group_order;
use crate::view::{Alias, Competency, Edge, Occupation, RegionName, RoleName, RolePage, RolePages, Rung, Stated, Tool};

/// How many competencies and salaries a page shows, unless it is to be whole.
const COMPETENCIES: usize = 8;
const SALARIES: usize = 12;

/// Adds what every listing says of a role: its id first.
pub fn named<'v>(record: Record<'v>, role: &'v RoleName<'_>) -> Record<'v> {
    let record = record.text("role", role.id).text("title", role.title);
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
    if let Some(summary) = page.summary {
        blocks.extend([Block::Gap, Block::Paragraph(summary.to_owned())]);
    }
    if let Some(day) = page.day.as_ref().filter(|day| !day.is_empty()) {
        self::day(day, blocks);
    }
    if let Some(competencies) = &page.competencies {
        self::competencies(page, competencies, glyphs, blocks);
    }
    if let Some(salary) = &page.salary {
        let more = format!("roles show {} --section salary --all", page.role.id);
        let shown = if page.whole { usize::MAX } else { SALARIES };
        pay::section(salary, regions, &pay::Shown { most: shown, more }, glyphs, blocks);
    }
    if let Some(tools) = page.tools.as_ref().filter(|tools| !tools.is_empty()) {
        self::tools(page, tools, glyphs, blocks);
    }
    if let Some(career) = &page.career {
        career::section(&page.role, career, glyphs, blocks);
    }
    outside(page, blocks);
    foot(page, blocks);
}

fn head(page: &RolePage<'_>, blocks: &mut Vec<Block>) {
    blocks.push(Block::Title { text: role_name(Label::Title, &page.role), id: page.role.id.to_owned() });
    let mut line = vec![page.role.family.title.to_owned(), level(&page.role)];
    let own: Vec<&str> = page.aliases.iter().filter(|alias| alias.own).map(|alias| alias.name).collect();
    if !own.is_empty() {
        line.push(format!("also {}", own.join(", ")));
    }
    if page.role.catalogs.len() > 1 || page.role.catalogs.first() != Some(&"built-in") {
        let first = page.stated.first().map_or(page.role.catalogs[0], |first| first.catalog);
        line.push(format!("from {first}"));
    }
    line.extend(page.stated.iter().skip(1).map(|above| format!("{} from {}", above.fields.join(", "), above.catalog)));
    blocks.push(Block::Line(labelled(Label::Aside, &line.join(" · "))));
    blocks.extend(ladder(&page.ladder));
    // The address of an outside code stands with the code.
    if let Elsewhere::Stated(url) = page.role.elsewhere {
        blocks.push(Block::Line(linked(Label::Aside, url, Some(url))));
    }
}

/// "ladder: junior · mid · senior · no staff · principal", the role's own rung in the weight of a title.
fn ladder(rungs: &[Rung<'_>]) -> Option<Block> {
    let name = |rung: &Rung<'_>| match &rung.role {
        _ if rung.here => labelled(Label::Title, rung.step),
        Some(_) => rung.step.to_owned(),
        None => labelled(Label::Aside, &format!("no {}", rung.step)),
    };
    let rungs: Vec<String> = rungs.iter().map(name).collect();
    (rungs.len() > 1).then(|| Block::Line(format!("{} {}", labelled(Label::Aside, "ladder:"), rungs.join(" · "))))
}

fn day(day: &[&str], blocks: &mut Vec<Block>) {
    blocks.push(Block::heading("Day in the life", ""));
    for (at, paragraph) in day.iter().enumerate() {
        if at > 0 {
            blocks.push(Block::Gap);
        }
        blocks.push(Block::Paragraph((*paragraph).to_owned()));
    }
}

fn competencies(page: &RolePage<'_>, competencies: &[Competency<'_>], glyphs: Glyphs, blocks: &mut Vec<Block>) {
    blocks.push(Block::heading("Core competencies", "weight 0 to 100 · level · confidence"));
    let shown = if page.whole { competencies.len() } else { COMPETENCIES.min(competencies.len()) };
    let mut columns = vec![
        Column::left("competency"),
        Column::right("weight"),
        Column::decoration("bar"),
        Column::left("level"),
        Column::left("confidence"),
    ];
    if page.whole {
        columns.push(Column::text("sources"));
    }
    let rows = competencies[..shown].iter().map(|competency| competency_row(competency, page.whole, glyphs)).collect();
    blocks.push(Block::Table(Table { columns, rows, titled: false }));
    if competencies.is_empty() {
        blocks.push(Block::note("no evidence: nobody has read the role, and it maps to nothing that is rated"));
    }
    if shown < competencies.len() {
        let more = competencies.len() - shown;
        blocks.push(Block::note(&format!("{more} more: roles show {} --section competencies --all", page.role.id)));
    }
}

fn competency_row(competency: &Competency<'_>, whole: bool, glyphs: Glyphs) -> Vec<String> {
    let mut row = vec![
        labelled(Label::Name, competency.competency.title),
        competency.weight.to_string(),
        bar(glyphs, competency.weight),
        competency.proficiency.map_or_else(|| labelled(Label::Aside, "not rated"), str::to_owned),
        competency.confidence.to_string(),
    ];
    if whole {
        row.push(labelled(Label::Aside, &ground(competency)));
    }
    row
}

/// "readings 95, 90, 95; outside 93", or why the catalog states it.
pub fn ground(competency: &Competency<'_>) -> String {
    if let Some(why) = competency.editorial {
        return if why.is_empty() { "editorial".to_owned() } else { format!("editorial: {why}") };
    }
    if competency.basis == "evidence" {
        return "from evidence, not read".to_owned();
    }
    let mut parts = Vec::new();
    if !competency.readings.is_empty() {
        parts.push(format!("readings {}", comma_separated(&competency.readings, ", ")));
    }
    parts.extend(competency.judged.map(|weight| format!("judged again {weight}")));
    parts.extend(competency.outside.map(|weight| format!("outside {weight}")));
    parts.extend(competency.contested.then(|| "contested".to_owned()));
    parts.join("; ")
}

fn comma_separated(weights: &[u8], comma: &str) -> String {
    weights.iter().map(u8::to_string).collect::<Vec<_>>().join(comma)
}

fn tools(page: &RolePage<'_>, tools: &[Tool<'_>], glyphs: Glyphs, blocks: &mut Vec<Block>) {
    let (demand, hot) = (glyphs.pick("◆", "*"), glyphs.pick("●", "+"));
    blocks.push(Block::heading(
        "Tools",
        &format!("{demand} in demand · {hot} widely asked for · proficiency is editorial"),
    ));
    if page.whole {
        return tool_table(tools, blocks);
    }
    let mut groups: Vec<&str> = tools.iter().map(|tool| tool.group).collect();
    groups.sort_by_key(|group| group_order(group));
    groups.dedup();
    for group in groups {
        let items = tools.iter().filter(|tool| tool.group == group).map(|tool| {
            let mark = if tool.in_demand {
                demand
            } else if tool.hot {
                hot
            } else {
                " "
            };
            {
                let proficiency = labelled(Label::Aside, &format!("{} {}", glyphs.pick("·", "-"), tool.proficiency));
                format!("{} {} {proficiency}", labelled(Label::Mark, mark), labelled(Label::Name, tool.tool.title))
            }
        });
        blocks.push(Block::Group { name: group.to_owned(), items: items.collect() });
    }
}

fn tool_table(tools: &[Tool<'_>], blocks: &mut Vec<Block>) {
    let columns = vec![
        Column::left("tool"),
        Column::left("group"),
        Column::left("proficiency"),
        Column::left("O*NET"),
        Column::text("worked with it"),
    ];
    let row = |tool: &Tool<'_>| {
        vec![
            labelled(Label::Name, tool.tool.title),
            tool.group.to_owned(),
            tool.proficiency.to_owned(),
            flags(tool).to_owned(),
            labelled(Label::Aside, &share(tool)),
        ]
    };
    blocks.push(Block::Table(Table { columns, rows: tools.iter().map(row).collect(), titled: true }));
}

fn flags(tool: &Tool<'_>) -> &'static str {
    match (tool.in_demand, tool.hot) {
        (true, true) => "in demand, hot",
        (true, false) => "in demand",
        (false, true) => "hot",
        (false, false) => "",
    }
}

/// "61% of 173, Stack Overflow Developer Survey 2023".
fn share(tool: &Tool<'_>) -> String {
    tool.share
        .map_or(String::new(), |share| format!("{}% of {}, {}", share.percent, share.respondents, share.source.short))
}

/// Outside codes and names in other languages: a whole page has them.
fn outside(page: &RolePage<'_>, blocks: &mut Vec<Block>) {
    let sourced: Vec<&str> = page.aliases.iter().filter(|alias| !alias.own).map(|alias| alias.name).collect();
    if !sourced.is_empty() {
        blocks.push(Block::heading("Other titles", "from O*NET and ESCO"));
        blocks.push(Block::Paragraph(sourced.join(", ")));
    }
    if !page.translations.is_empty() {
        blocks.push(Block::heading("In other languages", ""));
        for translation in &page.translations {
            blocks.push(Block::Group {
                name: translation.language.to_owned(),
                items: vec![translation.names.join(", ")],
            });
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
        Block::Group { name: occupation.scheme.to_owned(), items: vec![text] }
    })
}

fn foot(page: &RolePage<'_>, blocks: &mut Vec<Block>) {
    if page.sources.is_empty() {
        return;
    }
    let sources: Vec<String> =
        page.sources.iter().map(|source| linked(Label::Aside, source.short, source.url)).collect();
    let first = page.competencies.iter().flatten().next().map(|competency| competency.competency.id);
    let what = first.or_else(|| page.salary.iter().flatten().next().map(|pay| pay.region.id)).unwrap_or("");
    let id = page.role.id;
    blocks.push(Block::Gap);
    let more = format!("Where a figure comes from: roles why {id} {what}");
    let aside = |text: &str| labelled(Label::Aside, text);
    blocks.push(Block::Line(format!("{} {}.", aside("Evidence:"), sources.join(", "))));
    blocks.push(Block::Line(aside(more.trim_end())));
    blocks.push(Block::Line(aside(&format!("How people get there: roles path {id}"))));
}

/// The fields of `show` under a header. `role` is the role that a row speaks of, and `id` what it says
/// of it.
const FIELDS: &[&str] = &[
    "kind",
    "role",
    "id",
    "title",
    "family",
    "level",
    "track",
    "rank",
    "catalogs",
    "text",
    "weight",
    "proficiency",
    "level_score",
    "confidence",
    "basis",
    "readings",
    "judged",
    "outside",
    "contested",
    "region",
    "region_name",
    "p10",
    "p25",
    "median",
    "p75",
    "p90",
    "currency",
    "per",
    "year",
    "n",
    "basis",
    "pay_kind",
    "match",
    "label",
    "source",
    "note",
    "group",
    "in_demand",
    "hot",
    "share",
    "respondents",
    "editorial",
    "language",
];

pub fn records<'v>(pages: &'v RolePages<'_>, face: Face) -> Records<'v> {
    let is_alone = pages.roles.len() == 1;
    let records = pages.roles.iter().flat_map(|page| page_records(page, is_alone, face)).collect();
    Records { fields: FIELDS, records }
}

/// Where an answer holds several roles, the role's id is the second column.
struct OfRole<'p> {
    face: Face,
    id: &'p str,
    is_alone: bool,
}

impl<'p> OfRole<'p> {
    fn record(&self, kind: &'static str) -> Record<'p> {
        match self.is_alone {
            true => self.face.record(kind).exact("role", self.id),
            false => self.face.record(kind).text("role", self.id),
        }
    }
}

fn page_records<'v>(page: &'v RolePage<'_>, is_alone: bool, face: Face) -> Vec<Record<'v>> {
    let of = OfRole { face, id: page.role.id, is_alone };
    let mut records = if page.summary.is_some() { head_records(page, &of) } else { Vec::new() };
    records.extend(page.summary.map(|summary| of.record("summary").text("text", summary)));
    records.extend(page.day.iter().flatten().map(|paragraph| of.record("day").text("text", *paragraph)));
    if let Some(competencies) = &page.competencies {
        records.extend(competencies.iter().map(|competency| competency_record(&of, competency)));
        if competencies.is_empty() {
            records.push(of.record("competency").said("no evidence"));
        }
    }
    if let Some(salary) = &page.salary {
        records.extend(salary.iter().map(|row| pay::record(of.record("salary"), row)));
        if salary.is_empty() {
            records.push(of.record("salary").said("no public figure"));
        }
    }
    records.extend(page.tools.iter().flatten().map(|tool| tool_record(&of, tool)));
    if let Some(career) = &page.career {
        records.extend(edges(&of, "prerequisite", &career.prerequisites));
        records.extend(edges(&of, "next", &career.next));
        if career.next.is_empty() {
            records.push(of.record("next").said("none listed yet"));
        }
        records.extend(edges(&of, "lateral", &career.lateral));
        records.extend(edges(&of, "related", &career.related));
    }
    if page.summary.is_some() {
        records.extend(outside_records(page, &of));
    }
    records
}

/// What the head of a page says. It comes with the summary: who asks for the tools gets the tools.
fn head_records<'v>(page: &'v RolePage<'_>, of: &OfRole<'v>) -> Vec<Record<'v>> {
    let mut records =
        vec![named(of.face.record("role").exact("id", page.role.id), &page.role).exact("rank", page.role.rank)];
    let stated =
        |by: &'v Stated<'_>| of.record("stated").text("catalogs", by.catalog).text("text", by.fields.join(", "));
    records.extend(page.stated.iter().map(stated));
    records.extend(page.url.as_deref().map(|url| of.record("url").text("text", url)));
    let alias = |it: &'v Alias<'_>| of.record("alias").text("title", it.name).exact("source", it.source.id);
    records.extend(page.aliases.iter().map(alias));
    records.extend(page.ladder.iter().map(|rung| rung_record(of, rung)));
    records
}

/// Outside codes and names in other languages.
fn outside_records<'v>(page: &'v RolePage<'_>, of: &OfRole<'v>) -> Vec<Record<'v>> {
    let mut records = Vec::new();
    for translation in &page.translations {
        let record = |name: &&'v str| {
            let record = of.record("name").text("language", translation.language).text("title", *name);
            record.exact("source", translation.source.id)
        };
        records.extend(translation.names.iter().map(record));
    }
    let occupation = |it: &'v Occupation<'_>| {
        of.record("occupation").text("source", it.scheme).text("id", it.code).text("title", it.title)
    };
    records.extend(page.occupations.iter().map(occupation));
    records
}

fn rung_record<'v>(of: &OfRole<'v>, rung: &'v Rung<'_>) -> Record<'v> {
    let record = of.record("rung").text("level", rung.step).exact("rank", rung.rank);
    match &rung.role {
        Some(role) => record.text("id", role.id).text("title", role.title),
        None => record.said("none in the catalog"),
    }
}

fn competency_record<'v>(of: &OfRole<'v>, competency: &'v Competency<'_>) -> Record<'v> {
    of.record("competency")
        .exact("id", competency.competency.id)
        .text("title", competency.competency.title)
        .number("weight", competency.weight, competency.weight)
        .said(competency.proficiency.unwrap_or("not rated"))
        .exact("proficiency", competency.proficiency.unwrap_or(""))
        .exact_or_none("level_score", competency.level)
        .text("confidence", competency.confidence.to_string())
        .said(ground(competency))
        .exact("basis", competency.basis)
        .exact("readings", comma_separated(&competency.readings, ","))
        .exact_or_none("judged", competency.judged)
        .exact_or_none("outside", competency.outside)
        .exact("contested", if competency.contested { "yes" } else { "no" })
        .exact("note", competency.editorial.unwrap_or(""))
}

fn tool_record<'v>(of: &OfRole<'v>, tool: &'v Tool<'_>) -> Record<'v> {
    let yes = |is: bool| if is { "yes" } else { "no" };
    let evidence: Vec<String> =
        [flags(tool).to_owned(), share(tool)].into_iter().filter(|part| !part.is_empty()).collect();
    of.record("tool")
        .exact("id", tool.tool.id)
        .text("title", tool.tool.title)
        .text("group", tool.group)
        .text("proficiency", tool.proficiency)
        .said(if evidence.is_empty() { "editorial".to_owned() } else { evidence.join("; ") })
        .exact("in_demand", yes(tool.in_demand))
        .exact("hot", yes(tool.hot))
        .exact_or_none("share", tool.share.map(|share| share.percent))
        .exact_or_none("respondents", tool.share.map(|share| share.respondents))
        .exact_or_none("source", tool.share.map(|share| share.source.id))
}

fn edges<'v>(of: &OfRole<'v>, kind: &'static str, edges: &'v [Edge<'_>]) -> Vec<Record<'v>> {
    let record = |edge: &'v Edge<'_>| {
        of.record(kind)
            .text("id", edge.role.id)
            .text("title", edge.role.title)
            .said(stated_by(&edge.support))
            .exact("source", super::figures::source_ids(&edge.support))
            .exact("editorial", if edge.support.editorial { "yes" } else { "no" })
    };
    edges.iter().map(record).collect()
}
