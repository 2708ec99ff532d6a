//! What holds of pay over the whole catalog: what is of all says so, the nearest label is shown, a step compares what
//! can be compared, each reason is true, and a label is judged once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde_json::Value;

use crate::figures::{answer, is_own, is_true};
use crate::support::{ROLE_VALUES, builtin, is_all, repository, sample};

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The roles of the built-in catalog by their ids, as their files say them.
fn roles() -> BTreeMap<String, &'static Value> {
    let id = |path: &std::path::Path| path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
    ROLE_VALUES.iter().map(|(path, role)| (id(path), role)).collect()
}

/// Every figure of every role in the world and in countries: role and pay, the best of a region first.
static ALL_FIGURES: LazyLock<Vec<(String, Value)>> =
    LazyLock::new(|| crate::figures::ALL.iter().map(|it| (text(&it["role"]["id"]), it["pay"].clone())).collect());

/// A label that says "all", or groups titles of no rank, is nobody's own.
#[test]
fn what_says_all_is_marked() {
    let says_all = |label: &str| {
        let words: Vec<&str> = label.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let of_other = |at: usize| words.get(at + 1).is_some_and(|next| next.eq_ignore_ascii_case("other"));
        words.iter().enumerate().any(|(at, word)| word.eq_ignore_ascii_case("all") && !of_other(at))
    };
    let mut marked = BTreeSet::new();
    for (role, pay) in &*ALL_FIGURES {
        let label = text(&pay["label"]);
        if pay["seniority"].is_null() && says_all(&label) {
            assert_eq!(pay["all_ranks"], true, "{role}: {pay}");
            marked.insert(label);
        }
    }
    assert!(marked.len() > 12, "{marked:?}");
}

/// What keeps a nearer label from being shown, and is said of it where it is shown.
fn stands_back(pay: &Value) -> bool {
    pay["old"] == true || pay["top_of_market"] == true || pay["notes"].to_string().contains("foreign")
}

/// No region shows a farther match while it has a nearer one, of the role's own or of all ranks.
#[test]
fn the_nearest_label_is_shown() {
    let near = |pay: &Value| ["exact", "close", "proxy"].iter().position(|it| pay["match"] == **it);
    let mut first: BTreeMap<(String, String), &Value> = BTreeMap::new();
    let mut passed_over = Vec::new();
    for (role, pay) in &*ALL_FIGURES {
        let shown = *first.entry((role.clone(), text(&pay["region"]["id"]))).or_insert(pay);
        let is_like = is_own(shown) == is_own(pay) && !stands_back(pay);
        if is_like && near(pay) < near(shown) && !stands_back(shown) {
            passed_over.push(format!("{role}: {} for {}", shown["label"], pay["label"]));
        }
    }
    assert!(passed_over.is_empty(), "{passed_over:#?}");
    assert!(first.len() > 3_000, "{} figures", first.len());
}

/// The steps of the ladders into every role, each once, with the pay of a region.
fn steps(region: &str) -> BTreeMap<(String, String), Value> {
    let mut steps = BTreeMap::new();
    for to in sample(roles().keys(), 9) {
        let found = answer(&format!("path {to} --region {region}"));
        let all = found["paths"].as_array().into_iter().flatten().flat_map(|path| path["steps"].as_array());
        steps.extend(all.flatten().map(|step| ((text(&step["from"]), text(&step["to"]["id"])), step["pay"].clone())));
    }
    steps
}

/// Of each step of the catalog: a share only of two figures that can be compared, else a reason that is true of the
/// two that stand there. The steps into every role are asked for with `ROLES_ALL`.
#[test]
fn steps_compare_what_can_be_compared() {
    let listed: BTreeSet<(String, String)> = ALL_FIGURES
        .iter()
        .filter(|(_, pay)| pay["match"] != "proxy")
        .map(|(role, pay)| (role.clone(), format!("{} {}", pay["source"]["id"], pay["label"])))
        .collect();
    let names = |role: &String, pay: &Value| {
        listed.contains(&(role.clone(), format!("{} {}", pay["source"]["id"], pay["label"])))
    };
    let (mut shares, mut common, mut reasons) = (0, 0, BTreeMap::<String, usize>::new());
    for ((from, to), pay) in steps("us") {
        let figures = [&pay["from"], &pay["to"]];
        match pay["why"].as_str() {
            None => {
                shares += 1;
                common += usize::from(pay["shown_otherwise"].as_array().is_some_and(|roles| !roles.is_empty()));
                assert_eq!(figures[0]["seniority"].is_null(), figures[1]["seniority"].is_null(), "{from} {to}");
                assert_eq!(figures[0]["source"], figures[1]["source"], "{from} {to}");
                assert_ne!(figures[0]["label"], figures[1]["label"], "{from} {to}");
                assert!(figures.iter().all(|pay| is_own(pay) && pay["n"].as_u64() >= Some(30)), "{from} {to}");
                assert!(!names(&from, figures[1]) && !names(&to, figures[0]), "{from} {to}");
            }
            Some("not comparable: the label of one names another of the roles too") => {
                *reasons.entry("names another".to_owned()).or_default() += 1;
                assert!(names(&from, figures[1]) || names(&to, figures[0]), "{from} {to}: {pay}");
            }
            Some(why) => {
                *reasons.entry(why.to_owned()).or_default() += 1;
                assert!(is_true(why, &figures), "{from} {to}: {why}: {pay}");
            }
        }
    }
    let (many, some) = if is_all() { (60, 10) } else { (20, 3) };
    assert!(shares > many && common > some && reasons.len() > 5, "{shares} shares, {common} common, {reasons:#?}");
}

/// One figure is cut by seniority and the other is not; one source knows both neighbors, and neither shows it.
#[test]
fn steps_that_were_not_believed() {
    let pay = |from: &str, to: &str| {
        let found = answer(&format!("path {from} {to} --region us"));
        found["paths"][0]["steps"][0]["pay"].clone()
    };
    let cut = pay("junior-software-engineer", "web-developer");
    assert_eq!(cut["why"], "not comparable: one figure is cut by seniority, and the other is not", "{cut}");
    for (from, to, shown) in [("sre", "senior-sre", "sre"), ("senior-software-engineer", "tech-lead", "tech-lead")] {
        let pay = pay(from, to);
        assert_eq!((&pay["comparable"], &pay["shown_otherwise"][0]), (&"yes".into(), &shown.into()), "{pay}");
        assert_eq!(pay["from"]["seniority"].is_null(), pay["to"]["seniority"].is_null(), "{pay}");
    }
}

/// The classification code by which a label of the Bureau of Labor Statistics is known to all of its tables.
fn codes() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(repository("roles/evidence/pay/bls_oews_2025.yaml")).expect("it is there");
    let file: Value = yaml_serde::from_str(&text).expect("evidence is YAML");
    let labels = file["labels"].as_array().into_iter().flatten();
    let code = |label: &Value| label["code"].as_str()?.strip_prefix("SOC ").map(str::to_owned);
    labels.filter_map(|label| Some((label["label"].as_str()?.to_owned(), code(label)?))).collect()
}

/// The name by which tables of one publisher know a label or record.
fn known_as(source: &str, label: &str, codes: &BTreeMap<String, String>) -> String {
    match source {
        _ if source.starts_with("bls_oews") => format!("soc {}", codes.get(label).map_or(label, String::as_str)),
        "bls_ep_2024_34" => format!("soc {label}"),
        "onet_preparation_30" => format!("soc {}", label.strip_suffix(".00").unwrap_or(label)),
        "rome" | "rome_access_v460" => format!("rome {label}"),
        "dcwf" | "us_dod8140_2025" => format!("dcwf {label}"),
        _ if source.starts_with("so_20") => format!("so {label}"),
        _ if source.starts_with("dou_") => format!("dou {label}"),
        _ if source.starts_with("foorilla_") => format!("foorilla {label}"),
        _ => format!("{source} {label}"),
    }
}

/// How well a label names a role is judged once, whatever table it stands in: pay, getting in, frameworks.
#[test]
fn a_label_is_judged_once() {
    let codes = codes();
    let (mut judged, mut twice) = (BTreeMap::<(String, String), BTreeMap<String, String>>::new(), 0);
    for (role, said) in roles() {
        let frameworks = said["occupations"]["frameworks"].as_array().cloned().unwrap_or_default();
        let lists = [("pay", "label"), ("preparation", "record")].map(|(list, field)| (said[list].clone(), field));
        let all =
            lists.iter().flat_map(|(list, field)| list.as_array().into_iter().flatten().map(move |it| (it, *field)));
        for (it, field) in all.chain(frameworks.iter().map(|it| (it, "record"))) {
            let label = it[field].as_str().map_or_else(|| it[field].to_string(), str::to_owned);
            let known = known_as(it["source"].as_str().unwrap_or_default(), &label, &codes);
            let tables = judged.entry((role.clone(), known)).or_default();
            tables.insert(text(&it["source"]), text(&it["match"]));
            twice += usize::from(tables.len() == 2);
        }
    }
    let is_torn = |tables: &BTreeMap<String, String>| tables.values().collect::<BTreeSet<_>>().len() > 1;
    let torn: Vec<_> = judged.iter().filter(|(_, tables)| is_torn(tables)).collect();
    assert!(torn.is_empty(), "{torn:#?}");
    assert!(twice > 300, "{twice} labels stand in several tables");
}

/// A page says years, education and certificates, one line each, as far as there is evidence; years of managers say
/// from when they count.
#[test]
fn getting_in_on_pages() {
    let said = |role: &str| {
        let page = builtin(&format!("show {role} --format page")).stdout;
        let lines = page.lines().skip_while(|line| !line.starts_with("Getting in"));
        lines.take_while(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect::<String>()
    };
    let said = |role: &str| said(role).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said("head-of-engineering").contains("; as a manager"));
    assert!(said("soc-analyst").contains("counts at basic one of "));
    let cto = said("cto");
    assert!(cto.contains("years held 8, half 3 to 14") && cto.contains("diploma bac+5"), "{cto}");
}
