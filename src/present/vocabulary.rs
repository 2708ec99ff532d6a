//! The vocabulary's listings and pages, but for its sources.

use crate::present::document::{Block, Column, Glyphs, Listing, Table};
use crate::present::figures::{bar, count, level_word, role_name};
use crate::present::label::Label;
use crate::present::records::{Audience, OWN_LEVEL, Records, fields_of, joined};
use crate::present::text::{labelled, row, text};
use crate::text::hint::{Ask, Hint, hint};
use crate::view::error::typeable;
use crate::view::{Competencies, CompetencyPage, Entry, Families, LevelEntry, Levels, Regions, ToolPage, Tools};

/// Shows how one of a listing is asked about: one that many know, where it is there, else the first.
fn one_of<'v>(what: &str, ask: Ask, known: &str, mut names: impl Iterator<Item = &'v str> + Clone) -> Vec<Block> {
    let first = names.clone().next();
    let Some(name) = names.find(|name| *name == known).or(first) else { return Vec::new() };
    vec![Block::Gap, Block::Hint(hint![what, ": ", ask.word(typeable(name))])]
}

pub fn competencies_document(competencies: &Competencies<'_>) -> Vec<Block> {
    let row = |entry: &crate::view::CompetencyEntry<'_>| {
        row![labelled(Label::Id, entry.competency.id), labelled(Label::Name, entry.competency.title), entry.definition,]
    };
    let columns = vec![Column::left("id"), Column::text("title").cut(), Column::prose("definition")];
    let rows = competencies.competencies.iter().map(row).collect();
    let mut blocks = vec![Block::Table(Table { columns, rows, titled: true })];
    blocks.extend(one_of(
        "What each level looks like, and who needs it",
        Ask::of("competencies"),
        "architecture",
        competencies.competencies.iter().map(|entry| entry.competency.id),
    ));
    blocks
}

pub fn competencies_records<'v>(competencies: &'v Competencies<'_>, audience: Audience) -> Records<'v> {
    let records = competencies.competencies.iter().map(|entry| {
        audience
            .record("")
            .text("id", entry.competency.id)
            .text("title", entry.competency.title)
            .text("definition", entry.definition)
    });
    Records { fields: &["id", "title", "definition"], records: records.collect() }
}

pub fn competency_document(page: &CompetencyPage<'_>, glyphs: Glyphs) -> Vec<Block> {
    let entry = &page.competency;
    let title = labelled(Label::Title, entry.competency.title);
    let mut blocks = vec![Block::title(title, entry.competency.id)];
    if !entry.definition.is_empty() {
        blocks.extend([Block::Gap, Block::paragraph(entry.definition)]);
    }
    let others = counterparts(page).map(|(how, other)| {
        let how = if how == "same-as" { "the same as" } else { "a part of" };
        Block::Hint(hint![format!("{how} {}: ", other.title), Ask::of("competencies").word(other.id)])
    });
    blocks.extend(others);
    let said: Vec<_> = page.levels.iter().filter(|look| look.is_told()).collect();
    blocks.extend((!said.is_empty()).then(|| Block::heading("Levels", "what each looks like")));
    for look in said {
        let gap = if look.looks.is_empty() { "" } else { ": " };
        blocks.push(Block::paragraph(text![labelled(Label::Mark, look.proficiency), gap, &*look.looks]));
        for (what, list) in [("examples", &look.examples), ("signals", &look.signals)] {
            let said = text!["  ", labelled(Label::Aside, what), " ", list.join(" · ")];
            blocks.extend((!list.is_empty()).then_some(Block::paragraph(said)));
        }
    }
    if !page.terms.is_empty() {
        blocks.push(Block::heading("Terms", "what the trades call it"));
        blocks.push(Block::paragraph(page.terms.join(", ")));
    }
    blocks.push(Block::heading("Roles", "by weight · level · confidence"));
    let row = |role: &crate::view::RoleWeight<'_>| {
        row![
            role_name(Label::Name, &role.role),
            role.weight.to_string(),
            bar(glyphs, role.weight),
            level_word(role.proficiency, role.own_level.as_ref()),
            role.confidence.to_string(),
        ]
    };
    let columns = vec![
        Column::left("role"),
        Column::right("weight"),
        Column::decoration("bar"),
        Column::left("level"),
        Column::left("confidence"),
    ];
    const SHOWN: usize = 15;
    let rows = page.roles.iter().take(SHOWN).map(row).collect();
    blocks.push(Block::Table(Table { columns, rows, titled: false }));
    if page.roles.len() > SHOWN {
        let id = entry.competency.id;
        let all = Ask::of("list").words(["--competency", id]);
        blocks.push(Block::Hint(hint![format!("{} more: ", page.roles.len() - SHOWN), all]));
    }
    blocks.push(Block::heading("Speaks for it", "elements of the frameworks"));
    for group in page.elements.chunk_by(|a, b| a.framework == b.framework) {
        let elements = group.iter().map(|element| element.name.replacen(':', ": ", 1)).collect::<Vec<_>>().join("; ");
        blocks.push(Block::paragraph(text![
            labelled(Label::Aside, &format!("{}:", group[0].framework)),
            " ",
            elements
        ]));
    }
    blocks
}

/// What the competency corresponds to, and how.
fn counterparts<'v>(page: &'v CompetencyPage<'_>) -> impl Iterator<Item = (&'static str, &'v Entry<'v>)> {
    let same = page.same_as.iter().map(|other| ("same-as", other));
    same.chain(page.part_of.iter().map(|whole| ("part-of", whole)))
}

pub fn competency_records<'v>(page: &'v CompetencyPage<'_>, audience: Audience) -> Records<'v> {
    let entry = &page.competency;
    let mut records = vec![
        audience
            .record("competency")
            .text("id", entry.competency.id)
            .text("title", entry.competency.title)
            .text("text", entry.definition),
    ];
    for (how, other) in counterparts(page) {
        records.push(audience.record(how).exact("id", other.id).said(other.id).text("title", other.title));
    }
    for look in page.levels.iter().filter(|look| look.is_told()) {
        records.push(audience.record("level").text("proficiency", look.proficiency).text("text", &*look.looks));
        for (kind, list) in [("example", &look.examples), ("signal", &look.signals)] {
            let record =
                |text: &&'v str| audience.record(kind).text("proficiency", look.proficiency).text("text", *text);
            records.extend(list.iter().map(record));
        }
    }
    records.extend(page.terms.iter().map(|term| audience.record("term").text("text", *term)));
    for role in &page.roles {
        let weight = role.weight.to_string();
        records.push(
            audience
                .record("role")
                .text("role", role.role.id)
                .exact("id", role.role.id)
                .text("title", role.role.title)
                .number("weight", weight.clone(), weight)
                .said(level_word(role.proficiency, role.own_level.as_ref()))
                .exact("proficiency", role.proficiency.unwrap_or(""))
                .own_level(role.own_level.as_ref())
                .text("confidence", role.confidence.to_string()),
        );
    }
    for element in &page.elements {
        records.push(audience.record("element").text("framework", element.framework).text("text", element.name));
    }
    const FIELDS: &[&str] =
        &["kind", "role", "id", "title", "weight", "proficiency", "confidence", "framework", "text"];
    Records { fields: fields_of(&records, FIELDS, joined![FIELDS, &[OWN_LEVEL]]), records }
}

pub fn tools_document(tools: &Tools<'_>) -> Vec<Block> {
    let row = |entry: &crate::view::ToolEntry<'_>| {
        row![
            labelled(Label::Id, entry.tool.id),
            labelled(Label::Name, entry.tool.title),
            entry.group,
            labelled(Label::Aside, &entry.roles.to_string()),
        ]
    };
    let columns = vec![Column::left("id"), Column::text("title").cut(), Column::left("group"), Column::right("roles")];
    let rows = tools.tools.iter().map(row).collect();
    let table = Table { columns, rows, titled: true };
    let mut blocks = vec![Block::Listing(Listing { table, group: 2, cut: 1, least: 3, readable: <Listing>::WHOLE })];
    blocks.extend(one_of(
        "Who works with one of them",
        Ask::of("tools"),
        "kubernetes",
        tools.tools.iter().map(|entry| entry.tool.id),
    ));
    blocks
}

pub fn tools_records<'v>(tools: &'v Tools<'_>, audience: Audience) -> Records<'v> {
    let record = |entry: &'v crate::view::ToolEntry<'_>| {
        audience
            .record("")
            .text("id", entry.tool.id)
            .text("title", entry.tool.title)
            .text("group", entry.group)
            .number("roles", entry.roles.to_string(), entry.roles.to_string())
            .said(entry.aliases.join(", "))
            .exact("aliases", entry.aliases.join(", "))
    };
    Records { fields: &["id", "title", "group", "roles", "aliases"], records: tools.tools.iter().map(record).collect() }
}

pub fn tool_document(page: &ToolPage<'_>, glyphs: Glyphs) -> Vec<Block> {
    let entry = &page.tool;
    let mut line = entry.group.to_owned();
    if !entry.aliases.is_empty() {
        line.push_str(&format!(" · also {}", entry.aliases.join(", ")));
    }
    let mut blocks = vec![
        Block::title(labelled(Label::Title, entry.tool.title), entry.tool.id),
        Block::line(labelled(Label::Aside, &line)),
    ];
    if page.used_by.is_empty() {
        blocks.push(Block::paragraph("No role of the catalog asks for it."));
        return blocks;
    }
    let (demand, hot) = (glyphs.pick("◆", "*"), glyphs.pick("●", "+"));
    let is_hot = |user: &crate::view::ToolUser<'_>| user.hot && !user.in_demand;
    let drawn = [
        (page.used_by.iter().any(|user| user.in_demand), format!(" · {demand} in demand")),
        (page.used_by.iter().any(is_hot), format!(" · {hot} widely asked for")),
    ];
    let legend: String = drawn.into_iter().filter(|(is, _)| *is).map(|(_, said)| said).collect();
    blocks.push(Block::heading("Roles", &format!("proficiency expected{legend}")));
    let row = |user: &crate::view::ToolUser<'_>| {
        let mark = if user.in_demand {
            demand
        } else if user.hot {
            hot
        } else {
            ""
        };
        row![
            role_name(Label::Name, &user.role),
            user.proficiency,
            labelled(Label::Mark, mark),
            labelled(Label::Id, user.role.id),
        ]
    };
    let columns =
        vec![Column::text("role"), Column::left("proficiency"), Column::decoration("evidence"), Column::left("id")];
    let table = Table { columns, rows: page.used_by.iter().map(row).collect(), titled: false };
    blocks.push(Block::Listing(Listing { table, group: 1, cut: 0, least: 2, readable: <Listing>::WHOLE }));
    blocks
}

pub fn tool_records<'v>(page: &'v ToolPage<'_>, audience: Audience) -> Records<'v> {
    let yes = |is: bool| if is { "yes" } else { "no" };
    let entry = &page.tool;
    let mut records = vec![
        audience.record("tool").text("id", entry.tool.id).text("title", entry.tool.title).text("group", entry.group),
    ];
    for user in &page.used_by {
        records.push(
            audience
                .record("role")
                .text("role", user.role.id)
                .exact("id", user.role.id)
                .text("title", user.role.title)
                .text("proficiency", user.proficiency)
                .said(if user.in_demand {
                    "in demand"
                } else if user.hot {
                    "hot"
                } else {
                    "editorial"
                })
                .exact("in_demand", yes(user.in_demand))
                .exact("hot", yes(user.hot)),
        );
    }
    Records { fields: &["kind", "role", "id", "title", "group", "proficiency", "in_demand", "hot"], records }
}

pub fn families_document(families: &Families<'_>) -> Vec<Block> {
    let row = |entry: &crate::view::FamilyEntry<'_>| {
        row![
            labelled(Label::Id, entry.family.id),
            labelled(Label::Name, entry.family.title),
            entry.roles.to_string(),
            labelled(Label::Aside, entry.definition),
        ]
    };
    let columns =
        vec![Column::left("id"), Column::text("title").cut(), Column::right("roles"), Column::prose("what belongs")];
    let rows = families.families.iter().map(row).collect();
    let mut blocks = vec![Block::Table(Table { columns, rows, titled: true })];
    blocks.extend(one_of(
        "The roles of one of them",
        Ask::of("list").word("--family"),
        "security",
        families.families.iter().map(|entry| entry.family.id),
    ));
    blocks
}

pub fn families_records<'v>(families: &'v Families<'_>, audience: Audience) -> Records<'v> {
    let record = |entry: &'v crate::view::FamilyEntry<'_>| {
        audience
            .record("")
            .text("id", entry.family.id)
            .text("title", entry.family.title)
            .number("roles", entry.roles.to_string(), entry.roles.to_string())
            .text("definition", entry.definition)
    };
    Records { fields: &["id", "title", "roles", "definition"], records: families.families.iter().map(record).collect() }
}

pub fn levels_document(levels: &Levels<'_>) -> Vec<Block> {
    let row = |entry: &LevelEntry<'_>| {
        row![
            entry.rank.to_string(),
            labelled(Label::Name, &names(entry)),
            entry.roles.to_string(),
            labelled(Label::Aside, entry.definition),
        ]
    };
    let columns =
        vec![Column::right("rank"), Column::left("names"), Column::right("roles"), Column::prose("answerable for")];
    let rows = levels.levels.iter().map(row).collect();
    let mut blocks = vec![Block::Table(Table { columns, rows, titled: true })];
    blocks.extend(one_of(
        "The roles of one of them",
        Ask::of("list").word("--level"),
        "staff",
        levels.levels.iter().flat_map(|entry| entry.names.iter().map(|name| name.name)),
    ));
    blocks
}

/// "staff, manager": each name once.
fn names(entry: &LevelEntry<'_>) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in &entry.names {
        if !names.contains(&name.name) {
            names.push(name.name);
        }
    }
    names.join(", ")
}

pub fn levels_records<'v>(levels: &'v Levels<'_>, audience: Audience) -> Records<'v> {
    let of_level = |entry: &'v LevelEntry<'_>| {
        let record = |name: &'v crate::view::TrackLevel<'_>| {
            audience
                .record("")
                .number("rank", entry.rank.to_string(), entry.rank.to_string())
                .text("name", name.name)
                .text("track", name.track)
                .said(name.aliases.join(", "))
                .exact("aliases", name.aliases.join(", "))
                .exact("definition", entry.definition)
        };
        entry.names.iter().map(record).collect::<Vec<_>>()
    };
    let records = levels.levels.iter().flat_map(of_level).collect();
    Records { fields: &["rank", "name", "track", "aliases", "definition"], records }
}

pub fn regions_document(regions: &Regions<'_>) -> Vec<Block> {
    let row = |entry: &crate::view::RegionEntry<'_>| {
        row![
            labelled(Label::Id, entry.region.id),
            labelled(Label::Name, entry.region.name),
            entry.currency.unwrap_or(""),
            entry.roles.to_string(),
        ]
    };
    let columns = vec![
        Column::left("id"),
        Column::left("region"),
        Column::left("currency"),
        Column::right("roles with a figure"),
    ];
    let rows = regions.regions.iter().map(row).collect();
    // The one that most is known of.
    let example = regions.regions.iter().filter(|entry| entry.region.level != "world").max_by_key(|entry| entry.roles);
    let example = example
        .map(|entry| hint![" What roles are paid in one: ", Ask::of("salary").words(["--region", entry.region.id])]);
    let counted = Hint::from(format!("{}.", count(regions.regions.len(), "region")));
    vec![
        Block::Table(Table { columns, rows, titled: true }),
        Block::Gap,
        Block::Hint(example.into_iter().fold(counted, Hint::then)),
    ]
}

pub fn regions_records<'v>(regions: &'v Regions<'_>, audience: Audience) -> Records<'v> {
    let record = |entry: &'v crate::view::RegionEntry<'_>| {
        audience
            .record("")
            .text("id", entry.region.id)
            .text("name", entry.region.name)
            .text("level", entry.region.level)
            .text("parent", entry.parent.unwrap_or(""))
            .text("currency", entry.currency.unwrap_or(""))
            .number("roles", entry.roles.to_string(), entry.roles.to_string())
    };
    let fields = &["id", "name", "level", "parent", "currency", "roles"];
    Records { fields, records: regions.regions.iter().map(record).collect() }
}
