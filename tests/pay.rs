//! Pay that knows seniority: what is of all ranks is marked, one source speaks along a ladder, and nothing is
//! compared that cannot be.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, ROLE_VALUES, Roles, builtin, is_all, repository, sample};

/// The miniature catalog under one that has seniority, education and certificates.
pub fn prepared(line: &str) -> Outcome {
    prepared_roles().words(line).run()
}

/// Hints name the catalogs as they stand in the folder of tests.
pub fn prepared_roles() -> Roles {
    Roles::builtin().words("--no-builtin --catalog miniature --catalog prepared").folder(&repository("tests"))
}

/// A pool stands marked, and only where a rung has nothing of its own.
#[test]
fn rungs_show_their_own() {
    assert_data_eq!(
        prepared("salary junior-engineer engineer senior-engineer staff-engineer").to_string(),
        str![[r#"
junior-engineer  Germany        de  40,000   45,000  200,000  EUR/year  2025  n=90   total          coders  close: "Coders | 0 to 5 years"      (wide: p75 is more than three times p25)
junior-engineer  United States  us       -  100,000        -  USD/year  2025  n=40   gross offered  visas   exact
engineer         Germany        de       -   60,000        -  EUR/year  2025  n=900  total          coders  close, all ranks: "Coders"
engineer         United States  us  90,000  120,000  140,000  USD/year  2025  n=600  gross offered  visas   exact
senior-engineer  Germany        de  75,000   75,000   75,000  EUR/year  2025  n=80   total          coders  close: "Coders | 11 years or more"  (one figure is published for p25 to p90)
senior-engineer  United States  us       -  150,000        -  USD/year  2025  n=200  gross offered  visas   exact
staff-engineer   Germany        de       -   60,000        -  EUR/year  2025  n=900  total          coders  proxy, all ranks: "Coders"
staff-engineer   United States  us       -  110,000        -  EUR/year  2025  n=900  total          coders  proxy, all ranks: "Coders"          (another source than other rungs of the ladder)

"#]]
    );
}

/// Old figures stand behind all that are not, and say so; the best paid are nobody's figure.
#[test]
fn what_is_old_and_what_is_the_top() {
    assert_data_eq!(
        prepared("salary staff-engineer --region us --region us-ca").to_string(),
        str![[r#"
staff-engineer  California     us-ca  -   99,000  -  USD/year  2019  n=50   gross  old-books  exact                       (old)
staff-engineer  United States  us     -  110,000  -  EUR/year  2025  n=900  total  coders     proxy, all ranks: "Coders"  (another source than other rungs of the ladder)

"#]]
    );
    assert_data_eq!(
        prepared("salary cto --region us --format page").to_string(),
        str![[r#"
Chief Technology Officer: salary                                             cto
  region         p25   median  p75                                             n
  United States    –  200,000    –  exact USD/yr offered, Visas 2025          20
  Top of the market, United States: 657,500 USD/yr, n=36, 2025, Books 2019

  As published: nothing is converted or averaged. Where a figure comes from:
  roles --no-builtin --catalog miniature --catalog prepared why cto us

"#]]
    );
    assert_data_eq!(
        prepared("why cto us --format page").to_string(),
        str![[r#"
Chief Technology Officer                                                     cto
executive

United States: Visas 2025                                       the figure shown
  exact: "Chief"
  median 200,000 USD/year, gross, offered, 2025, n=20

United States: Bureau 2025                                           passed over
  proxy, all ranks: "Computing managers"
  median 150,000 USD/year, gross, earned, 2025, n=400

United States: Books 2019                                  the top of the market
  exact, top of the market: "Officers of the largest"
  median 657,500 USD/year, gross, earned, 2025, n=36

Sources
Invented earnings statistics                                              bureau
Invented Bureau · 2025 · official · CC0-1.0
  Official-looking figures, invented for the tests.
  https://example.org/bureau

Invented visa applications                                                 visas
Invented Department · 2025 · advertised · CC0-1.0
  Visas, invented for the tests.

Invented payrolls of long ago                                          old-books
Invented County · 2019 · payroll · CC0-1.0
  Books, invented for the tests.

"#]]
    );
}

#[test]
fn steps_of_pay() {
    assert_data_eq!(prepared("path junior-engineer staff-engineer --region us --format tsv --fields from,to,pay_from,pay_from_n,pay_to,pay_to_n,pay_note").to_string(), str![[r#"
from	to	pay_from	pay_from_n	pay_to	pay_to_n	pay_note
junior-engineer	engineer	100000	40	120000	600	
engineer	senior-engineer	120000	600	150000	200	
senior-engineer	staff-engineer	150000	200	110000	900	not comparable: a figure is of all ranks

"#]]);
    assert_data_eq!(prepared("path engineer staff-engineer --region de --format tsv --fields from,to,pay_from,pay_from_n,pay_to,pay_to_n,pay_note").to_string(), str![[r#"
from	to	pay_from	pay_from_n	pay_to	pay_to_n	pay_note
engineer	senior-engineer	60000	900	75000	80	not comparable: a figure is of all ranks
senior-engineer	staff-engineer	75000	80	60000	900	not comparable: a figure is of all ranks

"#]]);
    assert_data_eq!(
        prepared("compare senior-engineer staff-engineer --format tsv --fields kind,role,region,median").to_string(),
        str![[r#"
kind	role	region	median
role	senior-engineer		
role	staff-engineer		
competency	senior-engineer		
competency	staff-engineer		
competency	senior-engineer		
competency	staff-engineer		
competency	senior-engineer		
competency	staff-engineer		
competency	senior-engineer		
competency	staff-engineer		
competency	senior-engineer		
competency	staff-engineer		
tool	senior-engineer		
tool	staff-engineer		
tool	senior-engineer		
tool	staff-engineer		
tool	senior-engineer		
tool	staff-engineer		
tool	senior-engineer		
tool	staff-engineer		
tool	senior-engineer		
tool	staff-engineer		
distance			
distance			

"#]]
    );
}

#[test]
fn by_seniority() {
    assert_data_eq!(
        prepared("salary engineer --by seniority --format page").to_string(),
        str![[r#"
Engineer: salary by seniority                                           engineer

Visas 2025                             “Engineer”, United States, USD/yr offered
  seniority             p25   median      p75                                  n
  Junior                  –  100,000        –                                 40
  no level in title  90,000  120,000  140,000                   ──────●────  600
  Senior                  –  150,000        –                                200
  lines from 0 to 140,000
  the role's own: no level in title

Coders 2025                                  “Coders”, Germany, EUR/yr total pay
  seniority            p25  median      p75                                    n
  0 to 5 years      40,000  45,000  200,000        ─●──────────────────────   90
  11 years or more  75,000  75,000   75,000             ●                     80
  all                    –  60,000        –                                  900
  lines from 0 to 200,000
  no part is the role's own · wide, p75 more than three times p25: 0 to 5 years
  · one figure for p25 to p90: 11 years or more

  Each block is one source's: nothing is compared across blocks, converted or
  averaged.

"#]]
    );
    assert_data_eq!(
        prepared("salary senior-engineer --by seniority --region de").to_string(),
        str![[r#"
senior-engineer  0 to 5 years      Germany  de  40,000  45,000  200,000  EUR/year  2025  n=90   total  coders  proxy, another rank: "Coders | 0 to 5 years"  (wide: p75 is more than three times p25)
senior-engineer  11 years or more  Germany  de  75,000  75,000   75,000  EUR/year  2025  n=80   total  coders  close: "Coders | 11 years or more"            (one figure is published for p25 to p90)
senior-engineer  all               Germany  de       -  60,000        -  EUR/year  2025  n=900  total  coders  proxy, all ranks: "Coders"

"#]]
    );
    assert_data_eq!(
        prepared("salary engineer --by seniority --region us --format tsv --fields seniority,scale,of,median,n")
            .to_string(),
        str![[r#"
seniority	scale	of	median	n
Junior	title	Engineer	100000	40
no level in title	title	Engineer	120000	600
Senior	title	Engineer	150000	200

"#]]
    );
    assert_data_eq!(
        prepared("salary cto --by seniority --region us").to_string(),
        str![[r#"
------- stderr -------
error: no public figure of `cto` by seniority in `us` (United States)
hint: `roles --no-builtin --catalog miniature --catalog prepared salary cto --region us` has the figure that is not broken down
[exit code: 1]

"#]]
    );
    assert_data_eq!(
        prepared("salary --by seniority --region us").to_string(),
        str![[r#"
------- stderr -------
error: `--by seniority` takes a role: its labels are shown by their parts
hint: `roles --no-builtin --catalog miniature --catalog prepared salary junior-engineer --by seniority --region us`
[exit code: 2]

"#]]
    );
}

/// What `salary` shows of each rung of each ladder, by region; asked once for all tests. Of every third ladder; of
/// all with `ROLES_ALL`.
static SHOWN_BY_LADDER: LazyLock<BTreeMap<String, Vec<Value>>> = LazyLock::new(shown_by_ladder);

fn shown_by_ladder() -> BTreeMap<String, Vec<Value>> {
    let mut ladders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, role) in &*ROLE_VALUES {
        if let Some(of) = role["ladder"]["of"].as_str() {
            let id = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
            ladders.entry(of.to_owned()).or_default().push(id);
        }
    }
    ladders.retain(|_, rungs| rungs.len() > 1);
    let rows = |line: String| match builtin(&line) {
        printed if printed.code == 1 => Vec::new(),
        printed => {
            let answer: Value = serde_json::from_str(&printed.stdout).expect("JSON is printed");
            answer["rows"].as_array().cloned().unwrap_or_default()
        }
    };
    let of = |rungs: Vec<String>| {
        let ids = rungs.join(" ");
        [
            rows(format!("salary {ids} --format json")),
            rows(format!("salary {ids} --by state --region us --format json")),
        ]
        .concat()
    };
    sample(ladders, 3).map(|(base, rungs)| (base, of(rungs))).collect()
}

/// Two rungs of a ladder never show one figure as if it were each one's own.
#[test]
fn no_two_rungs_show_one_figure_unmarked() {
    let is_marked = |pay: &Value| pay["all_ranks"] == true || pay["another_rank"] == true;
    let (mut unmarked, mut own) = (Vec::new(), 0);
    for (ladder, rows) in &*SHOWN_BY_LADDER {
        let mut seen: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for row in rows.iter().filter(|row| !is_marked(&row["pay"])) {
            let pay = &row["pay"];
            let key = format!("{} {} {}", pay["region"]["id"], pay["source"]["id"], pay["label"]);
            seen.entry(key).or_default().push(row["role"]["id"].to_string());
            own += 1;
        }
        unmarked.extend(seen.into_iter().filter(|(_, roles)| roles.len() > 1).map(|it| (ladder.clone(), it)));
    }
    assert_eq!(unmarked, []);
    let many = if is_all() { 250 } else { 50 };
    assert!(own > many, "only {own} figures are a rung's own");
}

/// Words of labels that name a rank, and the ranks of roles that are not of it.
const RANKED: [(&str, std::ops::RangeInclusive<u64>); 6] = [
    ("junior", 3..=9),
    ("entry level", 3..=9),
    ("no level in title", 6..=6),
    ("staff", 1..=4),
    ("principal", 1..=4),
    ("years of coding", 7..=9),
];

/// A label that names another rank than the role's is marked, in every region; no band is a director's own.
#[test]
fn no_label_of_another_rank_stands_unmarked() {
    let mut marked = 0;
    for (ladder, rows) in &*SHOWN_BY_LADDER {
        for row in rows {
            let pay = &row["pay"];
            let label = format!("{} {}", pay["label"], pay["seniority"]["said"]).to_lowercase();
            let is_named = |(word, ranks): &(&str, std::ops::RangeInclusive<u64>)| {
                label.contains(word) && row["role"]["rank"].as_u64().is_some_and(|rank| ranks.contains(&rank))
            };
            let is_senior = row["role"]["title"].as_str().is_some_and(|title| title.starts_with("Senior"));
            let is_of_others = RANKED.iter().any(is_named)
                || (label.contains("senior")
                    && !label.contains("senior executive")
                    && !is_senior
                    && row["role"]["rank"] != 4
                    && !label.contains("staff"));
            let is_own = pay["all_ranks"] == false && pay["another_rank"] == false;
            assert!(!(is_of_others && is_own), "{ladder}: {row}");
            marked += usize::from(pay["another_rank"] == true);
        }
    }
    let many = if is_all() { 5 } else { 0 };
    assert!(marked > many, "only {marked} figures are marked");
}

/// What names another rank is shown with a mark, and stands beside nobody's figure.
#[test]
fn another_rank() {
    assert_data_eq!(
        prepared("salary senior-engineer principal-engineer --region us --sort median").to_string(),
        str![[r#"
senior-engineer     United States  us  -  150,000  -  USD/year  2025  n=200  gross offered  visas  exact
principal-engineer  United States  us  -  150,000  -  USD/year  2025  n=200  gross offered  visas  proxy, another rank: "Senior Engineer"
------- stderr -------
note: nothing is sorted: figures of all ranks, or of another, are not the roles' own

"#]]
    );
    assert_data_eq!(
        prepared("salary principal-engineer --format page").to_string(),
        str![[r#"
Principal Engineer: salary                                    principal-engineer
  region         p25   median  p75                                             n
  United States    –  150,000    –                                           200
    proxy, another rank USD/yr offered, Visas 2025, “Senior Engineer”

  As published: nothing is converted or averaged. proxy: published under the
  label of a broader group. another rank: of a rank that the label names, and
  not the role's own. Where a figure comes from:
  roles --no-builtin --catalog miniature --catalog prepared why
  principal-engineer us

"#]]
    );
    assert_data_eq!(
        prepared("salary principal-engineer --format tsv --fields role,median,match,all_ranks,another_rank")
            .to_string(),
        str![[r#"
role	median	match	all_ranks	another_rank
principal-engineer	150000	proxy	no	yes

"#]]
    );
    assert_data_eq!(
        prepared("why principal-engineer us").to_string(),
        str![[r#"
shown   United States  us  -  150,000  -  USD/year  2025  n=200  gross offered  visas  proxy, another rank: "Senior Engineer"
source  visas  Visas 2025  2025  advertised  CC0-1.0  Visas, invented for the tests.

"#]]
    );
    assert_data_eq!(
        prepared("path senior-engineer principal-engineer --region us --format page").to_string(),
        str![[r#"
Senior Engineer → Principal Engineer                                     2 steps

  Senior Engineer  senior-engineer
  │ editorial
  │ grows:
  │ Architecture                87 to 92   ┈┈┈┈┈┈┈┈2┈  ●●●○ → ●●●●  expert
  │ People leadership           26 to 44   ┈┈○─●┈┈┈┈┈  ●●●○         practitioner
  │ Quality                     61 to 61   ┈┈┈┈┈2┈┈┈┈  ●●●○ → ●●●●  expert
  │ new tools: Terraform
  │ median pay in United States: 150,000 USD/year, gross, offered, Visas 2025:
  │ “Senior Engineer” (exact, n=200); 110,000 EUR/year, total pay, Coders 2025:
  │ “Coders” (proxy, all ranks, n=900); not comparable: a figure is of all ranks
  ▼ Staff Engineer  staff-engineer
  │ Ladder 2024
  │ grows:
  │ Operations and reliability  63 to 100  ┈┈┈┈┈┈○──●  ●●●○         practitioner
  │ Technology strategy         27 to 54   ┈┈○──●┈┈┈┈  ●●○○         working
  │ Quality                     61 to 75   ┈┈┈┈┈○─●┈┈  ●●●●         expert
  │ new tools: Python
  │ median pay in United States: 110,000 EUR/year, total pay, Coders 2025:
  │ “Coders” (proxy, all ranks, n=900); 150,000 USD/year, gross, offered, Visas
  │ 2025: “Senior Engineer” (proxy, another rank, n=200); not comparable: a
  │ figure is of another rank
  ▼ Principal Engineer  principal-engineer

  2 so many here
  More:
  roles --no-builtin --catalog miniature --catalog prepared path senior-engineer
  principal-engineer --max 5

"#]]
    );
    assert_data_eq!(
        prepared("compare senior-engineer principal-engineer --region us -f page").to_string(),
        str![[r#"
Senior Engineer and Principal Engineer

  id                  title               level          family
  senior-engineer     Senior Engineer     senior (4)     Engineering
  principal-engineer  Principal Engineer  principal (6)  Engineering

Competencies                           weight · level · most apart by both first
  competency                                   ○ senior-      ● principal-  diff
                                                 engineer       engineer
  Architecture                ┈┈┈┈┈┈┈┈┈┈●─○┈┈   87 ●●●○        71 ●●●●        16
  Quality                     ┈┈┈┈┈┈┈┈┈○─●┈┈┈   61 ●●●○        75 ●●●●        14
  People leadership           ┈┈┈┈○───●┈┈┈┈┈┈   26 ●●●○        57 ●●●○        31
  Technology strategy         ┈┈┈┈○───●┈┈┈┈┈┈   25 not rated   54 ●●○○        29
  Operations and reliability  ┈┈┈┈┈┈┈┈┈┈┈┈○─●   87 ●●●○       100 ●●●○        13
  ●○○○ awareness  ●●○○ working  ●●●○ practitioner  ●●●● expert

Tools                                          proficiency expected is editorial
  tool  senior-engineer  principal-engineer
  Git   practitioner     expert
  only in senior-engineer
                 C++   SQL   Jenkins
  only in principal-engineer
                 Kubernetes   Python

Salary           regions with a figure of one source for all; gross unless noted
  United States: not comparable: one published label stands for both
  Senior Engineer     150,000 USD/year, gross, offered, Visas 2025: “Senior
                      Engineer” (exact, n=200)
  Principal Engineer  150,000 USD/year, gross, offered, Visas 2025: “Senior
                      Engineer” (proxy, another rank, n=200)

How far apart                                                  fewest promotions
  senior-engineer to principal-engineer: 2 steps
  principal-engineer to senior-engineer: no ladder

"#]]
    );
}

/// The best paid are no role's figure, and a figure of a few of a broader group says so.
#[test]
fn what_may_not_stand_does_not() {
    for rows in SHOWN_BY_LADDER.values() {
        for row in rows {
            let pay = &row["pay"];
            assert_eq!(pay["top_of_market"], false, "{row}");
            let is_few = pay["n"].as_u64().is_some_and(|n| n < 20);
            let says_so = pay["notes"].to_string().contains("few: fewer than 20 people");
            assert_eq!(is_few, says_so, "{row}");
        }
    }
}

/// A pay cut is not invented out of two labels that both ends share.
#[test]
fn a_step_in_germany() {
    let printed =
        builtin("path backend-engineer staff-engineer --region de --format tsv --fields to,pay_from,pay_to,pay_note");
    assert_data_eq!(
        printed.to_string(),
        str![[r#"
to	pay_from	pay_to	pay_note
senior-backend-engineer	69609	86954	
staff-engineer	86954	75410	not comparable: a figure is of all ranks

"#]]
    );
}

#[test]
fn the_ctos_figure() {
    let printed = builtin("salary cto --region us");
    assert_data_eq!(
        printed.to_string(),
        str![[r#"
cto  United States  us  165,000  200,000  232,500  USD/year  2024  n=20  gross offered  us_dol_lca_fy2024  exact  (offered base, visa applications; titles among them: Chief Technology Officer (20); applications of 19 employers)

"#]]
    );
}

/// Roles that the first edition did not have.
const NEW: &str = "\
    automation-engineer configuration-manager data-center-engineer data-engineering-manager \
    data-science-manager design-manager gis-developer growth-engineer head-of-ai head-of-platform \
    information-security-officer integration-architect it-asset-manager it-operations-team-lead \
    localization-engineer machine-learning-manager platform-engineering-manager pmo-manager \
    principal-product-manager quantitative-developer salesforce-administrator security-engineering-manager \
    senior-backend-engineer senior-business-analyst senior-cloud-engineer senior-data-scientist \
    senior-frontend-engineer senior-machine-learning-engineer senior-mobile-engineer senior-network-engineer \
    senior-platform-engineer senior-qa-engineer senior-security-engineer senior-soc-analyst \
    senior-solution-architect senior-sre senior-support-engineer senior-systems-administrator \
    senior-technical-writer senior-ux-designer senior-ux-researcher staff-data-scientist \
    staff-machine-learning-engineer staff-product-designer visual-designer vp-data vp-infrastructure \
    vp-security";

/// In the United States a title is known for most roles, of this edition and the first.
#[test]
fn most_roles_have_their_title_in_the_united_states() {
    let answer: Value = serde_json::from_str(&builtin("salary --region us --format json").answered()).expect("JSON");
    let is_own = |pay: &Value| pay["all_ranks"] == false && pay["another_rank"] == false;
    let is_near = |pay: &Value| pay["match"] != "proxy";
    let near = |row: &&Value| is_near(&row["pay"]) && is_own(&row["pay"]);
    let id = |row: &Value| row["role"]["id"].as_str().expect("a role has an id").to_owned();
    let rows = |list: &str| answer[list].as_array().cloned().unwrap_or_default();
    let known: BTreeSet<String> = rows("rows").iter().filter(near).map(id).collect();
    // Officers who are known as the top of the market alone have a line of that, and a broader group's figure.
    let officers: BTreeSet<String> = rows("top_of_market").iter().map(id).filter(|id| !known.contains(id)).collect();
    assert_data_eq!(
        officers.iter().cloned().collect::<Vec<_>>().join(" "),
        str!["chief-digital-officer chief-product-officer cio"]
    );
    let is_first = |id: &&String| !NEW.split_whitespace().any(|new| new == id.as_str());
    let first = known.union(&officers).filter(is_first).count();
    // An occupation's label beside it is near, and of all ranks where another role is its trade's senior.
    let near: BTreeSet<String> = rows("rows").iter().filter(|row| is_near(&row["pay"])).map(id).collect();
    let first_near = near.union(&officers).filter(is_first).count();
    assert!(first_near >= 171 && first >= 164, "{first_near} of the first 219 roles, {first} by a figure of their own");
    assert!(near.len() >= 196 && known.len() >= 189, "{} roles, {} by a figure of their own", near.len(), known.len());
}

/// Figures that a reader would not have believed: each has a better one before it, says what it is, or is gone.
#[test]
fn figures_that_were_not_believed() {
    let shown = |role: &str, region: &str| {
        let printed = builtin(&format!(
            "salary {role} --region {region} --format tsv --no-header --fields role,region,median,n,year,match,all_ranks,label"
        ));
        printed.stdout.lines().next().map_or(printed.stderr.lines().next().unwrap_or("").to_owned(), str::to_owned)
    };
    let rows = [
        ("data-analyst", "ca"),
        ("research-engineer", "gb"),
        ("research-engineer", "es"),
        ("systems-administrator", "se"),
        ("engineering-fellow", "fr"),
        ("chief-architect", "us"),
        ("service-desk-manager", "us"),
        ("senior-product-manager", "us"),
        ("junior-software-engineer", "us"),
        ("senior-software-engineer", "fi"),
        ("principal-engineer", "gb"),
        ("staff-engineer", "pt"),
    ];
    let all: Vec<String> = rows.iter().map(|(role, region)| shown(role, region)).collect();
    assert_data_eq!(
        all.join("\n") + "\n",
        str![[r#"
data-analyst	ca	65663	11	2025	close	yes	Data or business analyst
research-engineer	gb	86897	60	2023	proxy	yes	Research & Development role
research-engineer	es	55151	20	2023	proxy	yes	Research & Development role
error: no public figure of `systems-administrator` in `se` (Sweden)
error: no public figure of `engineering-fellow` in `fr` (France)
chief-architect	us	180000	313	2025	proxy	yes	Architect, software or solutions
service-desk-manager	us	61860	717190	2025	proxy	yes	Computer User Support Specialists
senior-product-manager	us	169614	230	2024	exact	no	Senior Product Manager
junior-software-engineer	us	129000	342	2024	close	no	Junior / Associate Software Engineer or Developer; Software (Development) Engineer I
senior-software-engineer	fi	84690	16	2025	close	no	Developer, full-stack | 11 to 15 years of coding
principal-engineer	gb	122527	100	2025	proxy	yes	Architect, software or solutions
staff-engineer	pt	46406	67	2025	proxy	yes	Developer, full-stack

"#]]
    );
}

/// One label that stands for both says nothing of either beside the other.
#[test]
fn a_shared_label_is_no_comparison() {
    let printed = builtin(
        "compare sre devops-engineer --region de --region us --format tsv --fields kind,role,region,median,label",
    );
    let salary: Vec<&str> = printed.stdout.lines().filter(|line| line.starts_with("salary")).collect();
    assert_data_eq!(
        salary.join("\n") + "\n" + &printed.stderr,
        str![[r#"
salary	sre	us	118270	Site Reliability Engineer
salary	devops-engineer	us	100069	DevOps Engineer

"#]]
    );
}
