//! The rows of the tables of a whole catalog.

use crate::catalog::Catalog;
use crate::catalog::model::{
    Confidence, Edge, FIELDS, Ground, Money, PayRow, Proficiency, Profile, Rating, RoleIx, SeriesIx, SourceIx, Stand,
    ToolUse,
};

type Rows = Vec<Vec<String>>;

/// The roles that are shown, each with its id.
fn shown<'a>(catalog: &Catalog<'a>) -> Vec<(RoleIx, &'a str)> {
    catalog.heads().map(|(role, head)| (role, head.id)).collect()
}

fn row<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}

pub fn whole(number: Option<impl ToString>) -> String {
    number.map_or(String::new(), |number| number.to_string())
}

/// What catalogs are called, by their number.
pub fn catalog_name<'a>(catalog: &Catalog<'a>, origin: u8) -> &'a str {
    catalog.about().origins.get(usize::from(origin)).copied().unwrap_or("")
}

/// The source of what a catalog says itself: the built-in one's is editorial. A company's own word is no source of ours:
/// the column of catalogs names it.
fn own<'a>(catalog: &Catalog<'a>, origin: u8) -> &'a str {
    let about = catalog.about();
    let imprint = about.imprints.get(usize::from(origin)).copied().unwrap_or_default();
    let is_titled = imprint.title.or(imprint.owner).is_some();
    let is_builtin = about.origins.first() == Some(&"built-in");
    let is_ours = origin == 0 && (is_builtin || !is_titled);
    if is_ours { source(catalog, about.editorial) } else { "" }
}

/// The topmost catalog that says a field of a role.
fn sayer(catalog: &Catalog<'_>, role: RoleIx, field: &str) -> u8 {
    let bit = FIELDS.iter().position(|name| *name == field);
    let says = |fields: u32| bit.is_some_and(|bit| fields >> bit & 1 == 1);
    let texts = catalog.texts(role);
    texts.iter().rev().find(|text| says(text.fields)).map_or(0, |text| text.origin)
}

fn source<'a>(catalog: &Catalog<'a>, source: SourceIx) -> &'a str {
    catalog.source_name(source).id
}

pub fn roles(catalog: &Catalog<'_>) -> Rows {
    let origins = catalog.about().origins;
    let levels: Vec<_> = catalog.levels().collect();
    let one = |(role, _): (RoleIx, &str)| {
        let head = catalog.head(role);
        let level = levels.iter().find(|level| level.rank == head.level);
        let name = level.and_then(|level| level.names.iter().find(|name| name.track == head.track));
        let is_set = |at: usize| head.origins & crate::catalog::model::bit(at) != 0;
        let catalogs: Vec<&str> =
            origins.iter().enumerate().filter(|(at, _)| is_set(*at)).map(|(_, name)| *name).collect();
        row([
            head.id,
            head.title,
            catalog.family(head.family).id,
            catalog.track(head.track).id,
            &head.level.to_string(),
            name.map_or("", |name| name.name),
            catalog.prose(role).summary,
            &head.elsewhere.url().unwrap_or_default(),
            &catalogs.join(" "),
        ])
    };
    shown(catalog).into_iter().map(one).collect()
}

pub fn names(catalog: &Catalog<'_>) -> Rows {
    let editorial = catalog.about().editorial;
    let mut rows = Vec::new();
    for (role, id) in shown(catalog) {
        let said = |field: &str| own(catalog, sayer(catalog, role, field));
        rows.push(row([id, catalog.head(role).title, "title", "en", said("title")]));
        let alias = |alias: &crate::catalog::model::Alias<'_>| {
            let is_own = alias.source == editorial;
            row([id, alias.name, "alias", "en", if is_own { said("aliases") } else { source(catalog, alias.source) }])
        };
        rows.extend(catalog.prose(role).aliases.iter().map(alias));
        let abroad = catalog.abroad(role);
        for translation in abroad.translations() {
            let source = source(catalog, translation.source);
            rows.extend(
                translation.names.iter().map(|name| row([id, name, "translation", translation.language, source])),
            );
        }
    }
    rows
}

pub fn families(catalog: &Catalog<'_>) -> Rows {
    catalog.families().map(|it| row([it.id, it.title, it.definition])).collect()
}

pub fn tracks(catalog: &Catalog<'_>) -> Rows {
    catalog.tracks().map(|it| row([it.id, it.title, it.definition])).collect()
}

pub fn levels(catalog: &Catalog<'_>) -> Rows {
    let mut rows = Vec::new();
    for level in catalog.levels() {
        let rank = level.rank.to_string();
        let named =
            level.names.iter().map(|name| row([&rank, catalog.track(name.track).id, name.name, level.definition]));
        rows.extend(named);
    }
    rows
}

pub fn competencies(catalog: &Catalog<'_>) -> Rows {
    catalog.competencies().map(|it| row([it.id, it.title, it.definition])).collect()
}

pub fn proficiencies(catalog: &Catalog<'_>) -> Rows {
    let mut rows = Vec::new();
    let scales = catalog.about().scales;
    for competency in catalog.competencies() {
        rows.extend(competency.steps(&scales).into_iter().map(|step| {
            let [says, examples, signals] =
                [&step.look.says, &step.look.examples, &step.look.signals].map(|it| it.join(" · "));
            row([competency.id, step.word, &whole(step.means.map(Proficiency::score)), &says, &examples, &signals])
        }));
    }
    rows
}

pub fn weights(catalog: &Catalog<'_>) -> Rows {
    let mut rows = Vec::new();
    for (role, id) in shown(catalog) {
        let asked = catalog.profile(role);
        let one = |it: &Rating<'_>| {
            let expects = asked.expects(it.competency).join(" · ");
            let mut row = weight(catalog, id, it, (level_word(catalog, &asked, it), &expects));
            let stand = asked.stand(it.competency);
            let of_step = |number: fn(Stand) -> u8| stand.map_or(String::new(), |it| number(it).to_string());
            row.extend([of_step(|it| it.step), of_step(|it| it.steps)]);
            row
        };
        rows.extend(asked.ratings.iter().map(one));
    }
    rows
}

/// A level in the words of the competency's scale: of its own, or of ours.
fn level_word<'a>(catalog: &Catalog<'a>, asked: &Profile<'_>, rating: &Rating<'_>) -> &'a str {
    let ours = rating.level.map_or("", Proficiency::word);
    let Some(stand) = asked.stand(rating.competency) else { return ours };
    let own = catalog.competency(rating.competency).scale.filter(|own| own.scale == stand.scale);
    own.map_or(ours, |own| catalog.about().scales[own.scale.at()].steps[usize::from(stand.step) - 1].word)
}

fn weight(catalog: &Catalog<'_>, role: &str, rating: &Rating<'_>, (level, expects): (&str, &str)) -> Vec<String> {
    let readers = || catalog.about().readers.map_or("", |readers| source(catalog, readers));
    // What is stated, or computed of several sources, has none of its own.
    let (rests_on, why, source) = match rating.ground {
        Ground::Read(_) => ("readings", "", readers()),
        Ground::Judged(..) => ("judged", "", readers()),
        Ground::Evidence => ("evidence", "", ""),
        Ground::Stated(why) => ("stated", why, ""),
        Ground::Equal(why) => ("equal", why, ""),
    };
    let confidence = match rating.confidence {
        Confidence::A => "A",
        Confidence::B => "B",
        Confidence::C => "C",
    };
    row([
        role,
        catalog.competency_name(rating.competency).id,
        &rating.stated_weight().map_or(String::new(), |weight| weight.to_string()),
        &whole(rating.level),
        level,
        confidence,
        rests_on,
        why,
        expects,
        catalog_name(catalog, rating.origin),
        source,
    ])
}

pub fn tools(catalog: &Catalog<'_>) -> Rows {
    catalog.tools().map(|it| row([it.id, it.title, it.group])).collect()
}

pub fn role_tools(catalog: &Catalog<'_>) -> Rows {
    let mut rows = Vec::new();
    for (role, id) in shown(catalog) {
        let used = |used: &ToolUse| {
            row([
                id,
                catalog.tool_name(used.tool).id,
                used.proficiency.name(),
                &used.in_demand.to_string(),
                &used.hot.to_string(),
                &whole(used.share.map(|share| share.percent)),
                &whole(used.share.map(|share| share.respondents)),
                used.share.map_or("", |share| source(catalog, share.source)),
            ])
        };
        rows.extend(catalog.profile(role).tools.iter().map(used));
    }
    rows
}

pub fn moves(catalog: &Catalog<'_>) -> Rows {
    let mut rows = Vec::new();
    for (role, id) in shown(catalog) {
        let moves = catalog.moves(role);
        let of = |edge: &Edge<'_>, kind: &str| {
            let from = catalog.head(edge.role);
            // A lateral move that both roles state is one, unless a grade is named.
            let is_back = || catalog.moves(edge.role).lateral.iter().any(|back| back.role == role);
            let is_again = kind == "lateral" && from.id > id && edge.grade.is_none() && is_back();
            let is_shown = !from.hidden && !is_again;
            if is_shown { stated(catalog, (from.id, id), kind, edge) } else { Vec::new() }
        };
        rows.extend(moves.prerequisites.iter().flat_map(|edge| of(edge, "step")));
        rows.extend(moves.lateral.iter().flat_map(|edge| of(edge, "lateral")));
    }
    rows
}

/// A move, a row for each source that states it; one for the catalog's own.
fn stated(catalog: &Catalog<'_>, (from, to): (&str, &str), kind: &str, edge: &Edge<'_>) -> Rows {
    let (origin, grade) = (catalog_name(catalog, edge.origin), edge.grade.unwrap_or(""));
    if edge.statements.is_empty() {
        return vec![row([from, to, kind, "", "", own(catalog, edge.origin), origin, grade])];
    }
    let statement = |it: &crate::catalog::model::Statement<'_>| {
        let people = whole(it.observed.map(|seen| seen.n));
        row([from, to, kind, it.stated, &people, source(catalog, it.source), origin, grade])
    };
    edge.statements.iter().map(statement).collect()
}

pub fn role_pay(catalog: &Catalog<'_>) -> Rows {
    let mut rows = Vec::new();
    for (role, id) in shown(catalog) {
        let mut seen: Vec<SeriesIx> = Vec::new();
        for label in catalog.profile(role).pay {
            if !seen.contains(&label.series) {
                seen.push(label.series);
                rows.push(row([id, &label.series.at().to_string(), label.quality.name()]));
            }
        }
    }
    rows
}

pub fn pay_labels(catalog: &Catalog<'_>) -> Rows {
    let one = |(at, series): (SeriesIx, crate::catalog::model::Series<'_>)| {
        row([
            &at.at().to_string(),
            source(catalog, series.source),
            series.label,
            series.currency,
            series.per.name(),
            series.basis.name(),
            series.kind.name(),
            series.seniority.map_or("", |part| part.word),
            &series.top_of_market.to_string(),
            series.note.unwrap_or(""),
        ])
    };
    catalog.all_series().map(one).collect()
}

pub fn pay(catalog: &Catalog<'_>) -> Rows {
    let mut rows = Vec::new();
    for (at, series) in catalog.all_series() {
        let number = at.at().to_string();
        let source = source(catalog, series.source);
        let figures = series.rows.iter().copied().chain(catalog.state_rows(at)).chain(catalog.metro_rows(at));
        rows.extend(figures.map(|figure| figures_of(catalog, &number, source, &figure)));
    }
    rows
}

fn figures_of(catalog: &Catalog<'_>, label: &str, source: &str, figure: &PayRow<'_>) -> Vec<String> {
    let amount = |amount: Option<Money>| amount.map_or(String::new(), published);
    row([
        label,
        catalog.region_name(figure.region).id,
        &figure.year.to_string(),
        &whole(figure.n),
        &amount(figure.p10),
        &amount(figure.p25),
        &amount(figure.median),
        &amount(figure.p75),
        &amount(figure.p90),
        &figure.biased.to_string(),
        figure.note.unwrap_or(""),
        source,
    ])
}

/// An amount as it was published: no figure passes through a float.
fn published(Money(hundredths): Money) -> String {
    match (hundredths / 100, hundredths % 100) {
        (units, 0) => units.to_string(),
        (units, rest) => format!("{units}.{rest:02}"),
    }
}

pub fn regions(catalog: &Catalog<'_>) -> Rows {
    let one = |it: crate::catalog::model::Region<'_>| {
        let parent = it.parent.map_or("", |parent| catalog.region_name(parent).id);
        row([it.id, it.name, it.level.name(), parent, it.currency.unwrap_or("")])
    };
    catalog.regions().map(one).collect()
}

pub fn sources(catalog: &Catalog<'_>) -> Rows {
    let one = |it: crate::catalog::model::Source<'_>| {
        row([
            it.id,
            it.title,
            it.publisher,
            &whole(it.year),
            it.kind.name(),
            it.url.unwrap_or(""),
            it.licence,
            it.credit,
            it.caveat.unwrap_or(""),
            catalog_name(catalog, it.origin),
        ])
    };
    catalog.sources().map(one).collect()
}
