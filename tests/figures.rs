//! Which figure stands for a role, over the whole catalog: one mark a row and rank, one source along a ladder, one
//! selection for every command, and true reasons.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::pay::prepared;
use crate::support::{ROLE_VALUES, builtin, is_all, sample};

/// A role of the built-in catalog, as its file says it.
struct Role {
    rank: u64,
    title: String,
    ladder: Option<String>,
}

fn roles() -> BTreeMap<String, Role> {
    let read = |role: &Value, id: &str| {
        let said = |of: &Value| of.as_str().map(str::to_owned);
        let title = said(&role["title"]).expect("a role has a title");
        let rank = role["level"].as_u64().expect("a role has a level");
        (id.to_owned(), Role { rank, title, ladder: said(&role["ladder"]["of"]) })
    };
    let id = |path: &std::path::Path| path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
    ROLE_VALUES.iter().map(|(path, role)| read(role, &id(path))).collect()
}

/// The answer to a line; nothing where there is none.
pub fn answer(line: &str) -> Value {
    serde_json::from_str(&builtin(&format!("{line} --format json")).stdout).unwrap_or(Value::Null)
}

pub fn rows(line: &str) -> Vec<Value> {
    answer(line)["rows"].as_array().cloned().unwrap_or_default()
}

fn ids(roles: &BTreeMap<String, Role>) -> String {
    roles.keys().cloned().collect::<Vec<_>>().join(" ")
}

/// Every figure of every role in the world and in countries, the best of a region first.
pub static ALL: LazyLock<Vec<Value>> = LazyLock::new(|| rows(&format!("salary {} --all-sources", ids(&roles()))));

pub fn is_own(pay: &Value) -> bool {
    pay["all_ranks"] == false && pay["another_rank"] == false
}

/// The published row that a figure is.
fn row(pay: &Value) -> String {
    let source = &pay["source"]["id"];
    format!("{source} {} {} {} {} {}", pay["label"], pay["region"]["id"], pay["currency"], pay["kind"], pay["basis"])
}

/// The rungs of each ladder that has several, by their base; asked once for all tests.
static LADDERS: LazyLock<Vec<(String, Vec<String>)>> = LazyLock::new(|| ladders(&roles()));

fn ladders(roles: &BTreeMap<String, Role>) -> Vec<(String, Vec<String>)> {
    let bases: BTreeSet<&String> = roles.values().filter_map(|role| role.ladder.as_ref()).collect();
    let rungs = |base: &String| {
        let listed = answer(&format!("list --ladder {base}"));
        let id = |role: &Value| role["id"].as_str().map(str::to_owned);
        listed["roles"].as_array().into_iter().flatten().filter_map(id).collect::<Vec<String>>()
    };
    let of = bases.into_iter().map(|base| (base.clone(), rungs(base)));
    of.filter(|(_, rungs)| rungs.len() > 1).collect()
}

/// One published row bears one mark for all roles of a rank, on a ladder or beside it; no half of a quartile is
/// one figure unsaid; no band is exact, or of staff and above. Of states, every role is asked for with `ROLES_ALL`.
#[test]
fn a_row_bears_one_mark_for_a_rank() {
    let roles = roles();
    let (mut marks, mut bands) = (BTreeMap::<(String, u64), BTreeSet<(bool, bool)>>::new(), 0);
    let some = sample(roles.keys().cloned(), 6).collect::<Vec<_>>().join(" ");
    let of_states = rows(&format!("salary {some} --all-sources --by state --region us"));
    for rows in [&*ALL, &of_states] {
        for it in rows {
            let (pay, role) = (&it["pay"], &roles[it["role"]["id"].as_str().expect("a role has an id")]);
            let mark = (pay["all_ranks"] == true, pay["another_rank"] == true);
            // For whom it is a broader group it is of all ranks.
            marks.entry((format!("{} {}", row(pay), pay["match"]), role.rank)).or_default().insert(mark);
            let is_one = |a: &str, b: &str| !pay[a].is_null() && pay[a] == pay[b];
            let is_collapsed = is_one("p25", "median") || is_one("median", "p75");
            assert_eq!(pay["collapsed"] == true, is_collapsed, "{it}");
            assert_eq!(pay["notes"].to_string().contains("one figure is published for"), is_collapsed, "{it}");
            let scale = pay["seniority"]["scale"].as_str();
            if scale.is_some_and(|scale| !["title", "grade"].contains(&scale)) {
                bands += 1;
                assert_ne!(pay["match"], "exact", "{it}");
                let is_of_staff = role.rank >= 5 && !role.title.starts_with("Senior ");
                assert!(!(is_of_staff && is_own(pay)), "{it}");
            }
        }
    }
    let crooked: Vec<_> = marks.iter().filter(|(_, marks)| marks.len() > 1).collect();
    assert!(crooked.is_empty(), "{} rows, as {:?}", crooked.len(), crooked[0]);
    let many = if is_all() { 8_000 } else { 4_000 };
    assert!(marks.len() > many && bands > 500, "{} rows and ranks, {bands} bands", marks.len());
}

/// What a role shows in each region, and what each source knows of it.
struct Shown {
    first: BTreeMap<(String, String), Value>,
    sources: BTreeMap<(String, String), BTreeSet<String>>,
    all: BTreeSet<(String, String)>,
}

impl Shown {
    fn new() -> &'static Self {
        static SHOWN: LazyLock<Shown> = LazyLock::new(|| Shown::of(&roles()));
        &SHOWN
    }

    fn of(roles: &BTreeMap<String, Role>) -> Self {
        let end = |it: &Value| {
            let (role, region) = (&it["role"]["id"], &it["pay"]["region"]["id"]);
            (role.as_str().expect("a role").to_owned(), region.as_str().expect("a region").to_owned())
        };
        let first = rows(&format!("salary {}", ids(roles))).into_iter().map(|it| (end(&it), it["pay"].clone()));
        let (mut sources, mut all) = (BTreeMap::<_, BTreeSet<String>>::new(), BTreeSet::new());
        for it in &*ALL {
            let pay = &it["pay"];
            all.insert((end(it).0, row(pay)));
            let is_foreign = pay["notes"].to_string().contains("foreign");
            if is_own(pay)
                && pay["match"] != "proxy"
                && pay["old"] == false
                && pay["top_of_market"] == false
                && !is_foreign
            {
                sources.entry(end(it)).or_default().insert(pay["source"]["id"].as_str().unwrap_or_default().to_owned());
            }
        }
        Self { first: first.collect(), sources, all }
    }
}

/// In a region the rungs of a ladder show the source that knows most of them, but for a nearer label of their own and
/// for one of more people; a rung that shows another's figure says so.
#[test]
fn one_source_speaks_along_a_ladder() {
    let roles = roles();
    let shown = Shown::new();
    let regions: BTreeSet<&String> = shown.first.keys().map(|(_, region)| region).collect();
    let (mut spoken, mut others) = (0, 0);
    for (base, rungs) in &*LADDERS {
        let is_own = |rung: &&String| roles[*rung].ladder.as_deref() == Some(base.as_str());
        let own: Vec<&String> = rungs.iter().filter(is_own).collect();
        for region in &regions {
            let mut known: BTreeMap<&String, usize> = BTreeMap::new();
            let of = |rung: &String| shown.sources.get(&(rung.clone(), (*region).clone()));
            rungs.iter().filter_map(of).flatten().for_each(|source| *known.entry(source).or_default() += 1);
            let most = known.values().copied().max().unwrap_or(0);
            if most < 2 {
                continue;
            }
            let best: Vec<&String> = known.iter().filter(|(_, rungs)| **rungs == most).map(|it| *it.0).collect();
            let [best] = best.as_slice() else { continue };
            // Rungs of a ladder that another joins follow their own.
            for rung in own.iter() {
                let Some(pay) = shown.first.get(&((*rung).clone(), (*region).clone())) else { continue };
                let is_known = of(rung).is_some_and(|known| known.contains(*best));
                let is_best = pay["source"]["id"].as_str() == Some(best.as_str());
                // A nearer label of another source stands before it, and one of more people than a few.
                let is_nearer = pay["match"] == "exact" || pay["n"].as_u64() >= Some(30);
                assert!(is_best || !is_known || is_nearer, "{rung} {region}: {pay}");
                assert_eq!(pay["another_source"], !is_best, "{rung} {region}: {pay}");
                spoken += usize::from(is_known && is_best);
                others += usize::from(!is_best);
            }
        }
    }
    assert!(spoken > 100 && others > 10, "{spoken} rungs spoken of, {others} not");
}

/// A step of pay is a share only of two figures that are the roles' own; where there is none, the reason is true.
/// Every ladder is asked for with `ROLES_ALL`.
#[test]
fn no_share_of_a_pooled_figure() {
    let (mut shares, mut reasons) = (0, BTreeMap::<String, usize>::new());
    for (_, rungs) in sample(&*LADDERS, 4) {
        let (from, to) = (&rungs[0], &rungs[rungs.len() - 1]);
        for region in ["us", "tr", "de", "ua"] {
            let found = answer(&format!("path {from} {to} --region {region}"));
            let steps = found["paths"].as_array().into_iter().flatten().flat_map(|path| path["steps"].as_array());
            for step in steps.flatten() {
                let (pay, figures) = (&step["pay"], [&step["pay"]["from"], &step["pay"]["to"]]);
                match pay["why"].as_str() {
                    None => {
                        shares += 1;
                        assert!(figures.iter().all(|pay| is_own(pay) && pay["n"].as_u64() >= Some(30)), "{step}");
                    }
                    Some(why) => {
                        *reasons.entry(why.to_owned()).or_default() += 1;
                        assert!(is_true(why, &figures), "{why}: {step}");
                    }
                }
            }
        }
    }
    let (many, some) = if is_all() { (10, 4) } else { (2, 2) };
    assert!(shares > many && reasons.len() > some, "{shares} shares, {reasons:?}");
}

/// Tells whether what is said to part figures does.
pub fn is_true(why: &str, figures: &[&Value]) -> bool {
    let any = |is: &dyn Fn(&Value) -> bool| figures.iter().any(|pay| is(pay));
    let differ = |of: &dyn Fn(&Value) -> String| figures.iter().any(|pay| of(pay) != of(figures[0]));
    let field = |name: &'static str| move |pay: &Value| pay[name].to_string();
    match why.trim_start_matches("not comparable: ") {
        "one published label stands for both" => !differ(&field("label")),
        "the label of one names another of the roles too" => differ(&field("label")),
        "not parts of one label" => differ(&|pay| pay["seniority"]["of"].to_string()),
        "a figure is of another rank" => any(&|pay| pay["another_rank"] == true),
        "a figure is of all ranks" => any(&|pay| pay["all_ranks"] == true),
        "a broader group of fewer than 20 people" => any(&|pay| pay["n"].as_u64() < Some(20)),
        "a figure is of a broader group" => any(&|pay| pay["match"] == "proxy"),
        "not of one source" => differ(&|pay| pay["source"]["id"].to_string()),
        "not of one year" => differ(&field("year")),
        "not in one currency and period" => differ(&|pay| format!("{} {}", pay["currency"], pay["per"])),
        "pay before tax, after tax or in total" => differ(&field("basis")),
        "not both earned, offered or advertised" => differ(&field("kind")),
        "one figure is cut by seniority, and the other is not" => differ(&|pay| pay["seniority"].is_null().to_string()),
        "not of one scale of seniority" => differ(&|pay| pay["seniority"]["scale"].to_string()),
        "a source does not say of how many people" => any(&|pay| pay["n"].is_null()),
        "fewer than 30 people" => any(&|pay| pay["n"].as_u64().is_some_and(|n| n < 30)),
        "a figure without a median" => any(&|pay| pay["median"].is_null()),
        "a source warns of its figure" => any(&|pay| pay["notes"].as_array().is_some_and(|notes| !notes.is_empty())),
        "no public figure of either" | "no public figure of all of them" | "no public figure of the other" => {
            any(&Value::is_null)
        }
        _ => false,
    }
}

/// `compare` shows the figures that `salary` shows, unless one source knows both: then it says so.
/// Every pair of rungs is compared with `ROLES_ALL`.
#[test]
fn a_comparison_shows_what_salary_shows() {
    let roles = roles();
    let shown = Shown::new();
    let pairs: BTreeSet<(String, String)> = LADDERS
        .iter()
        .flat_map(|(_, rungs)| rungs.windows(2).map(|pair| (pair[0].clone(), pair[1].clone())))
        .chain(roles.keys().zip(roles.keys().skip(40)).step_by(9).map(|(a, b)| (a.clone(), b.clone())))
        .collect();
    let (mut together, mut apart) = (0, 0);
    for (a, b) in sample(pairs, 12) {
        let compared = answer(&format!("compare {a} {b} --region us --region tr"));
        let ends = [&a, &b];
        for row in compared["salary"].as_array().into_iter().flatten() {
            together += 1;
            assert_eq!(row["pay"][0]["source"], row["pay"][1]["source"], "{row}");
            for (role, pay) in ends.iter().zip(row["pay"].as_array().into_iter().flatten()) {
                let is_named =
                    row["shown_otherwise"].as_array().is_some_and(|all| all.contains(&(**role).as_str().into()));
                check(shown, role, pay, is_named);
                assert!(is_own(pay), "{a} {b}: {pay}");
            }
        }
        for it in compared["apart"].as_array().into_iter().flatten() {
            apart += 1;
            let figures: Vec<&Value> = it["pay"].as_array().into_iter().flatten().collect();
            assert!(is_true(it["why"].as_str().expect("a reason"), &figures), "{it}");
            let known = ends.iter().zip(&figures).filter(|(_, pay)| !pay.is_null());
            known.for_each(|(role, pay)| check(shown, role, pay, false));
        }
    }
    let many = if is_all() { 30 } else { 1 };
    assert!(together > many && apart > many, "{together} together, {apart} apart");
}

/// Holds that a figure is the first of a role in its region, or another that `salary` knows where that is said.
fn check(shown: &Shown, role: &str, pay: &Value, is_another: bool) {
    let region = pay["region"]["id"].as_str().expect("a region").to_owned();
    let first = &shown.first[&(role.to_owned(), region)];
    let row = row(pay);
    assert_eq!(self::row(first) == row && first["median"] == pay["median"], !is_another, "{role}: {pay}");
    assert!(shown.all.contains(&(role.to_owned(), row)), "{role}: {pay}");
}

/// What is of several currencies has no order, whosever it is.
#[test]
fn pooled_figures_of_several_currencies_are_not_sorted() {
    assert_data_eq!(
        prepared("salary staff-engineer engineer --region de --region us --sort median").to_string(),
        str![[r#"
------- stderr -------
error: these medians cannot be put in order: EUR a year, USD a year
hint: nothing is converted: name one region, as in `--region us`, or sort by `role`
[exit code: 2]

"#]]
    );
}

/// One source knows both, and `salary` shows another of one of them.
#[test]
fn a_common_source_is_named() {
    let line = "compare sre senior-sre --region us";
    let said: Vec<String> =
        builtin(line).stdout.lines().filter(|line| line.starts_with("salary")).map(str::to_owned).collect();
    assert_data_eq!(
        said.join("\n"),
        str![[
            r#"salary      United States  us  sre 177,244, n=66  senior-sre 186,020, n=144  USD/year  2025  gross advertised  foorilla_aijobs_2025-01  sre close: "Site Reliability Engineer | mid level"  senior-sre close: "Site Reliability Engineer | senior level"  the source that knows all, salary shows another of sre"#
        ]]
    );
    let page = builtin("compare sre senior-sre --region us --format page").stdout;
    let from = page.find("Salary").expect("a section");
    assert_data_eq!(
        page[from..].to_owned(),
        str![[r#"
Salary           regions with a figure of one source for all; gross unless noted
  region         sre                  senior-sre            median
  United States  177,244 close, n=66  186,020 close, n=144  USD/yr 2025
  United States: gross, advertised, aijobs.net 2025: “Site Reliability
  Engineer”, mid level and “Site Reliability Engineer”, senior level; the source
  that knows all, salary shows another of sre

How far apart                                                  fewest promotions
  sre to senior-sre: 1 step
  senior-sre to sre: no ladder

"#]]
    );
}
