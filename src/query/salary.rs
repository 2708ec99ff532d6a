//! `roles salary`: what roles are paid, and where.

use clap::ValueEnum;

use crate::catalog::Catalog;
use crate::catalog::model::{RegionIx, RegionLevel, RoleIx};
use crate::query::graded;
use crate::query::graded::Graded;
use crate::query::lookup::Found;
use crate::query::namer::Namer;
use crate::query::place::Place;
use crate::query::published::Market;
use crate::query::{Answer, absent, pay, place, seniority, words};
use crate::request;
use crate::request::{By, PaySort};
use crate::text::hint::{Ask, Hint, hint};
use crate::text::sorting::Arrange;
use crate::view::error::{Error, ticked};
use crate::view::{Pay, RolePay, Salaries, View};

/// Returns the pay of roles, or of every role that has a figure in a region.
///
/// # Errors
/// When a role or region is unknown, when there is no figure, or when figures that cannot be
/// compared are to be sorted.
pub fn answer<'a>(catalog: Catalog<'a>, args: &request::Salary) -> Result<Answer<'a>, Error> {
    let found = words::several(&catalog, &args.roles, words::SALARY)?;
    let mut asked_for = match args.by {
        Some(By::Country) => place::Asked { places: place::all(&catalog, &args.region)?, ..place::Asked::default() },
        _ => place::asked(&catalog, &args.region, &args.usual)?,
    };
    if found.is_empty() && asked_for.places.is_empty() && !asked_for.aside.is_empty() {
        // Without a role, the region is the question.
        return Err(asked_for.aside.swap_remove(0).hint("ROLES_REGION names it"));
    }
    let usual: Vec<String> = asked_for.notes().into_iter().chain(left_out(args)).collect();
    let place::Asked { places, .. } = asked_for;
    if found.is_empty() && (places.is_empty() || args.by == Some(By::Seniority)) {
        return Err(nothing_named(&catalog, args, &places));
    }
    let namer = Namer::new(catalog);
    let graded = graded_of(&catalog, &found, args.grade.as_deref())?;
    let named = if found.is_empty() { &[][..] } else { &graded };
    let said = named.iter().map(|graded| graded.said(&catalog)).collect();
    let typed = named.iter().map(|graded| graded.typed(&catalog)).collect();
    let asked = Asked { args, places: &places, said, typed };
    let (view, regions) = salaries(&namer, &graded, &asked);
    if view.rows.is_empty() {
        let error = no_figure(&catalog, &graded, &asked);
        return Err(usual.into_iter().fold(error, Error::hint));
    }
    let view = sorted(view, args.sort)?;
    let notes = usual.into_iter().chain(unsorted(&view, args.sort)).collect();
    let mut answer = Answer::noted(View::Salary(view), notes).told(found);
    let has_figure = |place: &Place<'_>| regions.iter().any(|region| asked.means(&catalog, place, *region));
    place::tell(&mut answer, &places, &asked.of(), has_figure);
    Ok(answer)
}

/// Says that the usual region is not asked for where figures stand by country.
fn left_out(args: &request::Salary) -> Option<String> {
    let usual = args.usual.region.as_deref().is_some_and(|usual| !usual.trim().is_empty());
    let is_idle = usual && args.by == Some(By::Country) && args.region.is_empty();
    is_idle.then(|| "ROLES_REGION is left out with `--by country`".to_owned())
}

/// Shows how a role and a region are named, by some that are there.
fn nothing_named(catalog: &Catalog<'_>, args: &request::Salary, places: &[Place<'_>]) -> Error {
    if args.by == Some(By::Seniority) {
        return no_role(catalog, places);
    }
    let error = Error::failed("neither a role nor a region is named");
    let region = |role| graded::example(catalog, &Graded { role, grade: None }, &catalog.profile(role));
    match catalog.heads().find_map(|(role, head)| Some((head.id, region(role)?))) {
        Some((role, region)) => {
            let region = catalog.region_name(region).id;
            let there = Ask::of("salary").words(["--region", region]);
            error.hint(hint![Ask::of("salary").word(role), ", or ", there, " for every role there"])
        }
        None => error.hint(absent::all_roles(catalog)),
    }
}

/// Says that a role is to be named, and one that is told apart by seniority there.
fn no_role(catalog: &Catalog<'_>, places: &[Place<'_>]) -> Error {
    let namer = Namer::new(*catalog);
    let error = Error::failed("`--by seniority` takes a role: its labels are shown by their parts");
    let levels: Vec<RegionLevel> = match places {
        [] => vec![RegionLevel::World, RegionLevel::Country],
        places => places.iter().map(Place::level).collect(),
    };
    let is_there = |region| places.is_empty() || places.iter().any(|place| place.at == region);
    let is_cut = |role: RoleIx| !seniority::rows(&namer, role, &levels, is_there).is_empty();
    let regions = places.iter().flat_map(|place| ["--region", place.id()]);
    match catalog.heads().find(|(role, head)| !head.hidden && is_cut(*role)) {
        Some((_, head)) => error.hint(Ask::of("salary").words([head.id, "--by", "seniority"]).words(regions)),
        None if places.is_empty() => error.hint("the catalog has no figures by seniority"),
        None => error
            .hint("there are no figures by seniority in that region")
            .hint(hint![Ask::of("salary").words(["ROLE", "--by", "seniority"]), " shows where there are"]),
    }
}

/// The roles whose pay is asked for: those that were named, or else every role; where a grade is asked for, at it.
fn graded_of<'a>(catalog: &Catalog<'a>, found: &[Found<'a>], grade: Option<&str>) -> Result<Vec<Graded<'a>>, Error> {
    let every = || catalog.heads().map(|(role, _)| role);
    match (found, grade) {
        ([], None) => Ok(every().map(|role| Graded { role, grade: None }).collect()),
        ([], Some(grade)) => {
            let at = |role| {
                let at = graded::position(catalog, role, grade).ok()?;
                Some(Graded { role, grade: catalog.grades(role).into_iter().nth(at) })
            };
            let graded: Vec<Graded<'a>> = every().filter_map(at).collect();
            let none = || Error::failed(format!("no role has the grade {}", ticked(grade)));
            if graded.is_empty() {
                Err(none().hint(hint![Ask::of("show").word("ROLE"), " has the grades of a role"]))
            } else {
                Ok(graded)
            }
        }
        (found, grade) => found.iter().map(|found| Graded::asked(catalog, found, grade)).collect(),
    }
}

/// Which figures were asked for.
struct Asked<'q, 'a> {
    args: &'q request::Salary,
    places: &'q [Place<'a>],
    /// The roles that were named, with their grades; none where every role is asked for.
    said: Vec<String>,
    /// The same as they can be typed.
    typed: Vec<String>,
}

impl Asked<'_, '_> {
    fn levels(&self) -> Vec<RegionLevel> {
        match self.args.by {
            Some(By::Country) => vec![RegionLevel::Country],
            Some(By::State) => vec![RegionLevel::State],
            Some(By::Metro) => vec![RegionLevel::Metro],
            Some(By::Seniority) if self.places.is_empty() => vec![RegionLevel::World, RegionLevel::Country],
            Some(By::Seniority) => self.places.iter().map(Place::level).collect(),
            None if self.places.is_empty() => vec![RegionLevel::World, RegionLevel::Country],
            None => self.places.iter().map(Place::level).collect(),
        }
    }

    /// Tells whether a place asks for a region's figures: broken down, it asks for what lies in it.
    fn means(&self, catalog: &Catalog<'_>, place: &Place<'_>, region: RegionIx) -> bool {
        match self.args.by {
            Some(By::Country | By::State | By::Metro) => place.holds(catalog, region),
            Some(By::Seniority) | None => place.at == region,
        }
    }

    /// "of `sre` by state".
    fn of(&self) -> String {
        let of = match (self.said.as_slice(), &self.args.grade) {
            ([], None) => String::new(),
            ([], Some(grade)) => format!(" of grade {}", ticked(grade)),
            (said, _) => format!(" of {}", ticked(&said.join(" "))),
        };
        let by = self.args.by.and_then(|by| by.to_possible_value());
        by.map_or(of.clone(), |by| format!("{of} by {}", by.get_name()))
    }

    /// The same question without its breaking down.
    fn whole(&self) -> Ask {
        let regions = self.places.iter().flat_map(|place| ["--region", place.id()]);
        Ask::of("salary").words(self.typed.iter().cloned()).words(regions)
    }
}

fn salaries<'a>(namer: &Namer<'a>, roles: &[Graded<'a>], asked: &Asked<'_, 'a>) -> (Salaries<'a>, Vec<RegionIx>) {
    let mut view = Salaries {
        regions: asked.places.iter().map(Place::name).collect(),
        rows: Vec::new(),
        top_of_market: Vec::new(),
        without: Vec::new(),
        all_sources: asked.args.all_sources,
        by_seniority: asked.args.by == Some(By::Seniority),
    };
    let mut regions = Vec::new();
    for role in roles {
        let (rows, top) = rows(namer, role, asked, &mut regions);
        view.top_of_market.extend(top.into_iter().map(|pay| RolePay { role: role.name(namer), pay }));
        if rows.is_empty() && !asked.said.is_empty() {
            view.without.push(role.name(namer));
        }
        view.rows.extend(rows.into_iter().map(|pay| RolePay { role: role.name(namer), pay }));
    }
    (view, regions)
}

/// Returns the figures of a role, and those of the top of the market beneath them.
fn rows<'a>(
    namer: &Namer<'a>,
    graded: &Graded<'a>,
    asked: &Asked<'_, 'a>,
    regions: &mut Vec<RegionIx>,
) -> (Vec<Pay<'a>>, Vec<Pay<'a>>) {
    let (catalog, role) = (namer.catalog, graded.role);
    if asked.args.by == Some(By::Seniority) {
        let wants = |region| asked.places.is_empty() || asked.places.iter().any(|place| place.at == region);
        let (known, rows): (Vec<RegionIx>, _) =
            seniority::rows(namer, role, &asked.levels(), wants).into_iter().unzip();
        regions.extend(known);
        return (rows, Vec::new());
    }
    let (mut rows, mut top) = (Vec::new(), Vec::new());
    let profile = graded.profile(&catalog);
    let is_usual = asked.places.is_empty() && asked.args.by.is_none();
    let wants =
        |region| asked.places.is_empty() || asked.places.iter().any(|place| asked.means(&catalog, place, region));
    let (levels, by_region) = match is_usual {
        true => graded::usual(&catalog, graded, &profile),
        false => graded::at_levels(&catalog, graded, &profile, asked.levels(), &wants),
    };
    let market = Market::new(namer, role, &profile, &levels);
    for (region, candidates) in by_region {
        let before = rows.len();
        rows.extend(pay::shown(&candidates, asked.args.all_sources).map(|candidate| market.view(namer, candidate)));
        regions.extend((rows.len() > before).then_some(region));
        let best_paid = pay::top_of_market(&candidates).filter(|_| !asked.args.all_sources);
        top.extend(best_paid.map(|candidate| candidate.view(namer)));
    }
    pay::sorted(&mut rows);
    (rows, top)
}

/// Says that there is no figure, and where there is one.
fn no_figure<'a>(catalog: &Catalog<'a>, roles: &[Graded<'a>], asked: &Asked<'_, '_>) -> Error {
    let places: Vec<String> = asked.places.iter().map(Place::shown).collect();
    let place = if places.is_empty() { String::new() } else { format!(" in {}", places.join(" and ")) };
    let error = Error::nothing(format!("no public figure{}{place}", asked.of()));
    let in_place = |place: &Place<'_>| {
        let at = |region| region == place.at;
        roles.iter().any(|graded| has(catalog, graded, &[place.level()], at))
    };
    if asked.args.by.is_some() && asked.places.iter().any(in_place) {
        return error.hint(hint![asked.whole(), " has the figure that is not broken down"]);
    }
    let error = asked.places.iter().flat_map(Place::namesakes).fold(error, Error::hint);
    match elsewhere(catalog, roles, asked) {
        Some(hint) => error.hint(hint),
        None if asked.said.is_empty() => {
            error.hint(hint![Ask::of("regions"), " says how many roles have a figure where"])
        }
        None => error.hint(hint![Ask::of("show").words(asked.typed.iter().cloned()), " has the rest of what is known"]),
    }
}

/// Tells whether a role has a figure that stands, at some levels of region.
fn has<'a>(
    catalog: &Catalog<'a>,
    graded: &Graded<'a>,
    levels: &[RegionLevel],
    is_meant: impl Fn(RegionIx) -> bool,
) -> bool {
    let rows = graded::by_region(catalog, graded, &graded.profile(catalog), levels, &is_meant);
    rows.iter().any(|(_, rows)| rows[0].stands())
}

fn broken_down(role: String, by: &str) -> Ask {
    Ask::of("salary").word(role).words(["--by", by])
}

/// Says where a role that was named has a figure, if there is one: in other countries, in states, at places in them;
/// or else where the whole role has one.
fn elsewhere<'a>(catalog: &Catalog<'a>, roles: &[Graded<'a>], asked: &Asked<'_, '_>) -> Option<Hint> {
    let named = &roles[..asked.typed.len()];
    let whole: Vec<Graded<'a>> = named.iter().map(|graded| Graded { role: graded.role, grade: None }).collect();
    let by_level = |roles: &[Graded<'a>]| {
        let first = |levels: &[RegionLevel]| roles.iter().find(|graded| has(catalog, graded, levels, |_| true));
        let typed = |graded: &Graded<'a>| graded.typed(catalog);
        let shown = || first(&[RegionLevel::World, RegionLevel::Country]).map(typed);
        let states = || first(&[RegionLevel::State]).map(typed);
        let metros = || first(&[RegionLevel::Metro]).map(typed);
        shown()
            .map(|role| hint![Ask::of("salary").word(role), " shows where there is one"])
            .or_else(|| Some(hint![broken_down(states()?, "state"), " looks at states"]))
            .or_else(|| Some(hint![broken_down(metros()?, "metro"), " looks at metros"]))
    };
    by_level(named).or_else(|| by_level(&whole))
}

/// Medians are put in order only where they can be compared.
fn sorted(mut view: Salaries<'_>, by: PaySort) -> Result<Salaries<'_>, Error> {
    match by {
        PaySort::Region => {}
        PaySort::Role => view.rows.arrange_by_key(|row| (row.role.title, row.pay.region.name)),
        PaySort::Median => {
            comparable(&view.rows)?;
            // What is of all ranks, or of another, is not the role's own: it stands behind, in no order of pay.
            let pay = |row: &RolePay<'_>| row.pay.median.filter(|_| row.pay.is_own());
            view.rows.arrange_by_key(|row| (!row.pay.is_own(), std::cmp::Reverse(pay(row)), row.role.title));
        }
    }
    Ok(view)
}

/// Says which figures were put in no order of pay: those that are not the roles' own.
fn unsorted(view: &Salaries<'_>, by: PaySort) -> Option<String> {
    let own = view.rows.iter().filter(|row| row.pay.is_own()).count();
    match (by, own, view.rows.len()) {
        (PaySort::Median, own, all) if own < all && own < 2 => {
            Some("nothing is sorted: figures of all ranks, or of another, are not the roles' own".to_owned())
        }
        (PaySort::Median, own, all) if own < all => {
            Some("figures of all ranks, or of another, stand behind the roles' own, in no order".to_owned())
        }
        _ => None,
    }
}

/// Figures in several currencies have no order, whosever they are; the roles' own are of one basis and kind too.
fn comparable(rows: &[RolePay<'_>]) -> Result<(), Error> {
    let unit = |row: &RolePay<'_>| format!("{} a {}", row.pay.currency, row.pay.per);
    let own = |row: &RolePay<'_>| format!("{} {} {}", unit(row), row.pay.basis, row.pay.kind);
    let units = distinct(rows.iter().map(unit));
    let kinds = distinct(rows.iter().filter(|row| row.pay.is_own()).map(own));
    let named = match (units.len(), kinds.len()) {
        (_, 2..) => kinds,
        (2.., _) => units,
        _ => return Ok(()),
    };
    let more = if named.len() > 4 { ", and others" } else { "" };
    let error = Error::failed(format!(
        "these medians cannot be put in order: {}",
        named[..named.len().min(4)].join(", ") + more
    ));
    Err(match rows.iter().find(|row| row.pay.region.id != rows[0].pay.region.id) {
        Some(other) => error.hint(format!(
            "nothing is converted: name one region, as in `--region {}`, or sort by `role`",
            other.pay.region.id
        )),
        None => error.hint("nothing is converted: sort by `role`"),
    })
}

fn distinct(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = all.collect();
    all.arrange();
    all.dedup();
    all
}
