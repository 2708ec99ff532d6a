//! The screens of `browse`, key by key in a pseudo-terminal, as a terminal shows them.

use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use snapbox::{assert_data_eq, str};

use crate::played::{DOWN, ENTER, ESC, F1, LEFT, PATIENCE, Played, RIGHT, TAB, UP, ctrl, is_stopped, locked};
use crate::support::{self, Roles, Scratch, builtin, miniature};

#[test]
fn without_a_terminal_it_says_what_answers_the_same() {
    assert_data_eq!(
        miniature("browse").to_string(),
        str![[r#"
------- stderr -------
error: `browse` needs a terminal that it can draw on and take keys from
hint: `roles search WORD`, `roles title 'A TITLE'` and `roles show ROLE` find a role and print its page
hint: `roles next ROLE`, `roles path ROLE ROLE`, `roles compare ROLE ROLE` and `roles salary ROLE` answer the rest
hint: `roles profile ROLE --ask` asks for what you master, and writes `me.yaml`
hint: `roles gap ROLE --profile me.yaml` and `roles match --profile me.yaml` say what fits
[exit code: 2]

"#]]
    );
    for line in ["browse --plain", "browse cto --goal sre", "browse --mouse"] {
        assert_eq!(miniature(line), miniature("browse"), "{line}");
    }
    let dumb = Roles::miniature().words("browse").env("TERM", "dumb").command();
    let Some((shown, code)) = support::typed_in_terminal(&dumb, (200, 24), "", &[]) else { return };
    assert_eq!((shown, code), (miniature("browse").stderr, Some(2)));
}

#[test]
fn roles_are_filtered_as_one_types() {
    let Some(mut it) = Played::browse(Roles::miniature().words("browse"), (80, 24)) else { return };
    assert_data_eq!(
        it.screen(),
        str![[r#"
> ▏ type a title or a tool                                              12 of 12
▌ Engineering Intern        int │ Engineering Intern                      intern
  Junior Engineer           jun │ Engineering · intern, individual contributor
  Engineer                  mid │ Learns the trade beside an engineer who checks
  Senior Engineer           sen │ every change.
  Staff Engineer            stf │ Competencies
  Principal Engineer        pri │ Quality                                60 ●○○○
  Engineering Manager       mgr │ Architecture                           30 ○○○○
  Vice President of Engine… vp  │ Pay                               as published
  Chief Technology Officer  exe │ World                          30,000 USD/year
  Archivist of Tapes        mid │ To
  Systems Operator          mid │ Junior Engineer
  Site Reliability Engineer sen │ Tools
                                │ Git
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
enter page  → walk  tab mark  ^o compare  ^p pay  ^e me  esc leave  F1 help

"#]]
    );
    assert_data_eq!(
        it.press("engi", "> engi"),
        str![[r#"
> engi▏                                                                  9 of 12
▌ Engineer                  mid │ Engineer                              engineer
  Engineering Intern        int │ Engineering · mid, individual contributor
  Engineering Manager       mgr │ Builds whole features, from the request to the
  Staff Engineer            stf │ day they are used.
  Junior Engineer           jun │ Competencies
  Senior Engineer           sen │ Architecture                           82 ●●●○
  Principal Engineer        pri │ Quality                                60 ●●●○
  Site Reliability Engineer sen │ Operations and reliability             51 ●○○○
  Vice President of Engine… vp  │ People leadership                      26 ●○○○
                                │ Technology strategy                    25 –
                                │ Pay                               as published
                                │ United States                ~110,000 USD/year
                                │ Germany                       ~60,000 EUR/year
                                │ United Kingdom                ~50,000 GBP/year
                                │ From
                                │ Junior Engineer
                                │ To
                                │ Senior Engineer, Site Reliability Engineer
                                │ Tools
                                │ Git, C++, C, Python
                                │
                                │
enter page  → walk  tab mark  ^o compare  ^p pay  ^e me  esc clear  F1 help

"#]]
    );
    assert_data_eq!(
        it.press("zzq", "> engizzq"),
        str![[r#"
> engizzq▏                                                               0 of 12
  no role has this: esc clears  │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
enter page  → walk  tab mark  ^o compare  ^p pay  ^e me  esc clear  F1 help

"#]]
    );
    it.press(ESC, "12 of 12");
    it.press(ESC, "");
    assert_eq!(it.end(), (Some(0), true));
}

#[test]
fn a_small_and_a_large_terminal() {
    let Some(mut it) = Played::browse(Roles::miniature().words("browse"), (40, 10)) else { return };
    assert_data_eq!(
        it.screen(),
        str![[r#"
> ▏ type a title or a tool      12 of 12
▌ Engineering Intern                int
  Junior Engineer                   jun
  Engineer                          mid
  Senior Engineer                   sen
  Staff Engineer                    stf
  Principal Engineer                pri
  Engineering Manager               mgr
  Vice President of Engineering     vp
enter page  → walk  tab mark  esc  F1

"#]]
    );
    assert_data_eq!(
        it.press(&format!("{DOWN}{DOWN}{RIGHT}"), "[Engineer]"),
        str![[r#"
[Engineer]
leads to
▌ Senior Engineer                      ◆
  Site Reliability Engineer            ·
  Systems Operator                    ↔·
────────────────────────────────────────
Engineer → Senior Engineer
◆ Ladder 2024
grows: Operations and reliabili … m more
← → walk  enter page  t target  esc  F1

"#]]
    );
    it.press("?", "Keys");
    it.press(ESC, "[Engineer]");
    it.press("q", "");
    assert_eq!(it.end(), (Some(0), true));
    let Some(mut it) = Played::browse(Roles::miniature().words("browse cto"), (160, 50)) else { return };
    assert_data_eq!(
        it.screen(),
        str![[r#"
> cto▏                                                                                                                                                   1 of 12
▌ Chief Technology Officer                  exe │ Chief Technology Officer                                                                 cto
                                                │ Leadership · executive · also CTO, Chief Technical Officer · from miniature
                                                │
                                                │   Sets the technology strategy of the company, and answers for it.
                                                │
                                                │ Competencies                                            weight 0 to 100 · confidence · level
                                                │   People leadership           100  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●  ●●●●  expert
                                                │   Technology strategy          96  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈  ●●●○  practitioner
                                                │   Architecture                 61  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈  ●●○○  working
                                                │   Operations and reliability   25  C  ┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●○○○  awareness
                                                │   Quality                      25  C  ┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●○○○  awareness
                                                │
                                                │ Salary by region                     p25, median, p75 and n as published, gross unless noted
                                                │   World                –  180,000  –  exact USD/yr total pay, Survey 2025                 12
                                                │   United States  150,000  200,000  –  proxy, all ranks USD/yr, Bureau 2025, “Chiefs”     100
                                                │
                                                │ Tools                                                               proficiency is editorial
                                                │   awareness      Git
                                                │
                                                │ Getting in                    what people hold and adverts ask; an occupation is not a grade
                                                │   No public figure.
                                                │
                                                │ Outlook                                                  of the occupation, not of the grade
                                                │   No public figure.
                                                │
                                                │ Career                                                       ◆ a source that states the move
                                                │   from  Vice President of Engineering  vp-engineering      ◆◆ 2 sources
                                                │         Principal Engineer             principal-engineer  editorial
                                                │   to    none listed yet
                                                │
                                                │ 5 sources. Where a figure comes from: roles why cto people
                                                │ How people get there: roles path cto
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
enter page  → walk  tab mark  ^o compare  ^p pay  ^e me  ↑↓ choose  ^y copy id  esc clear  F1 help

"#]]
    );
    let height = it.press(F1, "Keys").lines().count();
    assert!(height <= 50);
}

#[test]
fn one_walks_along_moves_to_a_target() {
    let Some(mut it) = Played::browse(Roles::miniature().words("browse engineer"), (80, 24)) else { return };
    assert_data_eq!(
        it.press(RIGHT, "Walk"),
        str![[r#"
Walk  [Engineer]
leads here               you look at               leads to
  Junior Engineer    ◆◆◆ Engineer                  ▌ Senior Engineer           ◆
                         mid, individual contribu…   Site Reliability Engineer ·
                         United States:              Systems Operator         ↔·
                         110,000 USD/year, n=80,
                         Survey 2025, exact, all
                         ranks





────────────────────────────────────────────────────────────────────────────────
Engineer → Senior Engineer
◆ Ladder 2024  2 so many here
Operations and reliability          ┈┈┈┈┈┈┈┈┈┈┈○──────●┈┈┈  51 →  87  ●○○○→●●●○
People leadership                   ┈┈┈┈┈2┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  26 →  26  ●○○○→●●●○
Architecture                        ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○●┈┈┈  82 →  87  ●●●○→●●●○
median pay: 110,000 USD/year, total pay, Survey 2025: “Engineers” (exact, all
ranks, n=80); 140,000 USD/year, gross, Bureau 2025: “Senior makers” (exact,
n=500); not comparable: a figure is of all ranks
new tools: SQL, Jenkins
← → walk  enter page  tab mark  c compare  t target  w why  esc back  F1 help

"#]]
    );
    it.press("t", "is to lead to");
    it.press("cto", "> cto");
    assert_data_eq!(
        it.press(ENTER, "to the target"),
        str![[r#"
Walk  [Engineer] → Senior Engineer → Engineering Manager
      → Vice President of Engineering → Chief Technology Officer
      (4 steps to the target)
leads here               you look at               leads to
  Junior Engineer    ◆◆◆ Engineer                  ▌ Senior Engineer           ◆
                         mid, individual contribu…   Site Reliability Engineer ·
                         United States:              Systems Operator         ↔·
                         110,000 USD/year, n=80,
                         Survey 2025, exact, all
                         ranks



────────────────────────────────────────────────────────────────────────────────
Engineer → Senior Engineer
◆ Ladder 2024  2 so many here
Operations and reliability          ┈┈┈┈┈┈┈┈┈┈┈○──────●┈┈┈  51 →  87  ●○○○→●●●○
People leadership                   ┈┈┈┈┈2┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  26 →  26  ●○○○→●●●○
Architecture                        ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○●┈┈┈  82 →  87  ●●●○→●●●○
median pay: 110,000 USD/year, total pay, Survey 2025: “Engineers” (exact, all
ranks, n=80); 140,000 USD/year, gross, Bureau 2025: “Senior makers” (exact,
n=500); not comparable: a figure is of all ranks
new tools: SQL, Jenkins
← → walk  enter page  tab mark  c compare  t target  w why  esc back  F1 help

"#]]
    );
    it.press(RIGHT, "you look at");
    it.press(LEFT, "▌ Engineer");
    it.press(LEFT, "you look at");
    it.press("w", "↑↓ scroll");
    it.press(ESC, "you look at");
    it.press("c", "Compare  competencies");
    it.press(&ctrl('c'), "");
    assert_eq!(it.end(), (Some(0), true));
}

#[test]
fn roles_are_compared_and_paid() {
    let Some(mut it) = Played::browse(Roles::miniature().words("browse engineer"), (80, 24)) else { return };
    it.press(TAB, "1 marked");
    it.press(DOWN, "> engineer");
    it.press(TAB, "2 marked");
    assert_data_eq!(
        it.press(&ctrl('o'), "Compare"),
        str![[r#"
Compare  competencies         weight 0 to 100, how far apart: most by both first
▸○ Engineer                              ● Engineering Intern
▌ Architecture                     ┈┈┈┈┈┈┈┈┈┈┈●───────────────────○┈┈┈┈┈┈┈    52
  Quality                          ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈2┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈     0
  Operations and reliability       ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈     –
  People leadership                ┈┈┈┈┈┈┈┈┈┈○┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈     –
  Technology strategy              ┈┈┈┈┈┈┈┈┈┈○┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈     –














○ 82 practitioner  ● 30 none
Architecture: 52 apart
tab tools  a add  d differences  ← → role  x take out  p pay  esc back  F1 help

"#]]
    );
    let tools = it.press(TAB, "Compare  tools");
    assert!(tools.contains("○ practitioner") && tools.contains("tab pay"), "{tools}");
    assert_data_eq!(
        it.press(TAB, "Compare  pay"),
        str![[r#"
Compare  pay              medians of one source for all; distances in promotions
▸○ Engineer                              ● Engineering Intern
▌ no region has figures of one source that tell them apart
  engineer → intern: no ladder
  intern → engineer: 2 steps

















what each is paid: choose one with left and right, then p
tab competencies  a add  d differences  ← → role  x take out  esc back  F1 help

"#]]
    );
    it.press("x", "two roles at least");
    it.press("a", "a role to compare");
    it.press("zzq", "no role has this: ctrl-u clears it");
    it.press(ESC, "Compare  pay");
    it.press(ESC, "F1 help");
    it.press(UP, "F1 help");
    assert_data_eq!(
        it.press(&ctrl('p'), "Pay:"),
        str![[r#"
Pay: Engineer  world and countries
▌ Germany                            ~60,000 EUR/year total
  United Kingdom                     ~50,000 GBP/year
  United States                     ~110,000 USD/year total

















60,000 EUR/year, n=60, Survey 2025, exact, all ranks; p25 –, p75 –
exact: "Engineers", 2025
tab states  s by median  w why  → walk  c compare  enter page  esc back  F1 help

"#]]
    );
    it.press("s", "nothing to sort: no two medians share");
    it.press(TAB, "Pay: Engineer  states");
    it.press(TAB, "parts of labels by seniority");
    it.press("q", "");
    assert_eq!(it.end(), (Some(0), true));
}

#[test]
fn what_one_masters_is_saved_and_nothing_else_is_touched() {
    let scratch = Scratch::new("browse-me");
    let text = "# mine\nrole: engineer\ncompetencies:\n  # what it is\n  quality:   # since 2020\n";
    let me = scratch.write("me.yaml", text);
    let roles = Roles::miniature().words("browse --goal cto").folder(scratch.path());
    let Some(mut it) = Played::browse(roles, (80, 24)) else { return };
    assert_data_eq!(
        it.press(&ctrl('e'), "goal: Chief"),
        str![[r#"
Me  me.yaml, saved                                goal: Chief Technology Officer
  competency                        you    goal   none  awar. work. prac. expert
▌ People leadership                 –      ●●●●     ·     ·     ·     ·     ◇
  Technology strategy               –      ●●●○     ·     ·     ·     ◇     ·
  Architecture                      –      ●●○○     ·     ·     ◇     ·     ·
  Operations and reliability        –      ●○○○     ·     ◇     ·     ·     ·
  Quality                           –      ●○○○     ·     ◇     ·     ·     ·













────────────────────────────────────────────────────────────────────────────────
awareness: Shares what was learned.
the profile `me.yaml` says nothing yet: there is nothing to measure
← → level  s save  g goal  tab tools  u undo  x clear  n n/a  esc back  F1 help

"#]]
    );
    it.press(RIGHT, "none → awareness");
    it.press(RIGHT, "awareness → working");
    let three = it.press("3", "practitioner → expert");
    it.press("u", "awareness → working");
    it.press("3", "practitioner → expert");
    assert!(three.contains("●●●○   ●●●●     ·     ·     ·     ◉     ◇"), "{three}");
    it.press("s", "saved: me.yaml");
    let written = std::fs::read_to_string(&me).expect("it is written");
    assert_data_eq!(
        written.clone(),
        str![[r#"
# mine
role: engineer
competencies:
  # what it is
  quality:   # since 2020
  people: practitioner

"#]]
    );
    // Saved as it was, the bytes are the same.
    it.press("u", "awareness → working");
    it.press("u", "none → awareness");
    it.press("u", "says nothing yet");
    it.press("s", "saved: me.yaml");
    assert_eq!(std::fs::read_to_string(&me).expect("it is there"), text);
    // Somebody else writes meanwhile: nothing is lost without a question.
    let other = format!("{text}  architecture: expert\n");
    std::fs::write(&me, &other).expect("it can be written");
    it.press("2", "not saved");
    it.press("s", "has changed on disk");
    it.press(ESC, "s save");
    assert_eq!(std::fs::read_to_string(&me).expect("it is there"), other);
    it.press("q", "is not saved");
    it.press(ESC, "s save");
    it.press("s", "has changed on disk");
    it.press("l", "me.yaml, saved");
    it.press("q", "");
    assert_eq!(it.end(), (Some(0), true));
}

#[test]
fn a_new_file_begins_as_the_template_does() {
    let scratch = Scratch::new("browse-new");
    let roles = Roles::miniature().words("browse --profile new.yaml").folder(scratch.path());
    let Some(mut it) = Played::browse(roles, (100, 30)) else { return };
    it.press(&ctrl('e'), "no file yet");
    it.press("s", "saved: new.yaml");
    let written = std::fs::read_to_string(scratch.path().join("new.yaml")).expect("it is written");
    assert_eq!(written, miniature("profile").answered());
}

/// The first number behind a text.
fn number_behind(screen: &str, text: &str) -> String {
    let (_, rest) = screen.split_once(text).unwrap_or_else(|| panic!("{text} is not on {screen}"));
    let digits = rest.trim_start_matches(|c: char| !c.is_ascii_digit());
    digits.chars().take_while(|c| c.is_ascii_digit() || *c == ',' || *c == '.').collect()
}

#[test]
fn every_figure_is_that_of_the_commands() {
    let scratch = Scratch::new("browse-figures");
    let profile = "role: software-engineer\ncompetencies:\n  software-engineering: expert\n  operations: working\ntools:\n  git: practitioner\n";
    let me = scratch.write("me.yaml", profile);
    let json = |line: &str| -> serde_json::Value {
        let text = builtin(&format!("{line} --format json")).stdout;
        serde_json::from_str(&text).expect("it is JSON")
    };
    let roles = || Roles::builtin().words("browse sre --goal sre --profile").arg(&me);
    let Some(mut it) = Played::browse(roles(), (100, 40)) else { return };
    let page = json("show sre");
    let shown = it.until(|screen| screen.contains("F1 help"));
    // What sets the role apart is shown, and not what weighs most.
    let mut seen = 0;
    for competency in page["roles"][0]["competencies"].as_array().expect("a list") {
        let title = format!("│ {} ", competency["title"].as_str().expect("a title"));
        if shown.contains(&title) {
            assert_eq!(number_behind(&shown, &title), competency["weight"].to_string(), "{title}\n{shown}");
            seen += 1;
        }
    }
    assert!(seen > 1, "{shown}");
    drop(it);
    let mut it = Played::browse(roles(), (160, 50)).expect("there is a terminal");
    let shown = it.press(&ctrl('e'), "most alike: ");
    let gap = json(&format!("gap sre --profile {}", me.display()));
    assert_eq!(number_behind(&shown, "fit "), gap["fit"].to_string(), "{shown}");
    let fits = json(&format!("match --profile {}", me.display()));
    for fit in fits["fits"].as_array().expect("a list").iter().take(2) {
        let title = fit["title"].as_str().expect("a title");
        let (_, nearest) = shown.split_once("your role and what follows: ").expect("they are shown");
        assert_eq!(number_behind(nearest, title), fit["fit"].to_string(), "{title}\n{shown}");
    }
    it.press(ESC, "F1 help");
    let shown = it.press(&ctrl('p'), "Pay:");
    let salary = json("salary sre");
    for row in salary["rows"].as_array().expect("a list") {
        let name = row["pay"]["region"]["name"].as_str().expect("a name");
        let median = number_behind(&shown, &format!(" {name} ")).replace(',', "");
        assert_eq!(median, row["pay"]["median"].to_string(), "{name}\n{shown}");
    }
    it.press(ESC, "F1 help");
    it.press(TAB, "1 marked");
    it.press(&ctrl('u'), "> ");
    it.press("cto", "> cto");
    let shown = it.press(&ctrl('o'), "Compare");
    let compared = json("compare sre cto");
    for row in compared["competencies"].as_array().expect("a list") {
        let title = row["title"].as_str().expect("a title");
        let start: String = title.chars().take(30).collect();
        let line = shown.lines().find(|line| line.contains(&start)).expect("it is shown");
        let last = line.split_whitespace().last().expect("a figure");
        assert_eq!(last, row["difference"].to_string(), "{shown}");
    }
}

/// A table of the JSON, as a list.
fn list<'v>(value: &'v serde_json::Value, key: &str) -> &'v Vec<serde_json::Value> {
    value[key].as_array().unwrap_or_else(|| panic!("{key} is no list of {value}"))
}

fn text<'v>(value: &'v serde_json::Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} is no text of {value}"))
}

/// The line that begins with a title, or with what of it there is room for.
fn line_of<'s>(screen: &'s str, title: &str) -> &'s str {
    let start: String = title.chars().take(30).collect();
    screen.lines().find(|line| line.contains(&start)).unwrap_or_else(|| panic!("{title} is not on {screen}"))
}

fn answered(line: &str) -> serde_json::Value {
    serde_json::from_str(&builtin(&format!("{line} --format json")).stdout).expect("it is JSON")
}

#[test]
fn every_figure_of_a_move_is_that_of_the_commands() {
    let Some(mut it) = Played::browse(Roles::builtin().words("browse sre"), (160, 50)) else { return };
    let shown = it.press(RIGHT, "you look at");
    for edge in list(&answered("next sre"), "moves") {
        let (title, sources) = (text(edge, "title"), list(edge, "sources").len());
        let line = line_of(&shown, &format!(" {title} "));
        assert_eq!(line.matches('◆').count(), sources.min(5), "{title}\n{shown}");
    }
    let path = answered("path sre senior-sre --region us");
    let step = &path["paths"][0]["steps"][0];
    for growth in list(step, "grows") {
        let weight = |key: &str| growth[key].as_u64().expect("a weight");
        let weights = format!("{:>3} → {:>3}", weight("weight_from"), weight("weight_to"));
        assert!(line_of(&shown, text(growth, "title")).contains(&weights), "{growth}\n{shown}");
    }
    let (_, told) = shown.split_once("new tools: ").expect("they are told");
    list(step, "new_tools").iter().for_each(|tool| assert!(told.contains(text(tool, "title")), "{tool}\n{shown}"));
    for end in ["from", "to"] {
        let median = step["pay"][end]["median"].to_string();
        assert!(shown.replace(',', "").contains(&median), "{median}\n{shown}");
    }
    it.press("t", "is to lead to");
    it.press("cto", "> cto");
    let shown = it.press(ENTER, "to the target");
    let ladder = answered("path sre cto");
    let steps = list(&ladder["paths"][0], "steps");
    assert!(shown.contains(&format!("({} steps to the target)", steps.len())), "{shown}");
    let rungs: Vec<&str> = steps.iter().map(|step| text(&step["to"], "title")).collect();
    let (_, drawn) = shown.split_once("the best ladder").expect("it is drawn");
    for (rung, line) in rungs.iter().zip(drawn.lines().skip(2)) {
        assert!(line.contains(rung), "{rung}\n{shown}");
    }
}

#[test]
fn every_figure_of_tools_and_pay_is_that_of_the_commands() {
    let roles = Roles::builtin().words("browse sre");
    let Some(mut it) = Played::browse(roles, (160, 50)) else { return };
    it.press(TAB, "1 marked");
    it.press(&ctrl('u'), "> ");
    it.press("cto", "> cto");
    it.press(&ctrl('o'), "Compare");
    let compared = answered("compare sre cto");
    let shown = it.press(TAB, "Compare  tools");
    for tool in list(&compared, "tools").iter().take(30) {
        let words = list(tool, "proficiencies").iter().map(|word| word.as_str().unwrap_or("–"));
        let line = line_of(&shown, &format!(" {}  ", text(tool, "title")));
        let told: Vec<&str> = line.split_whitespace().filter(|word| *word == "–" || word.len() > 4).collect();
        assert!(told.ends_with(&words.collect::<Vec<_>>()), "{tool}\n{shown}");
    }
    let shown = it.press(TAB, "Compare  pay").replace(',', "");
    for row in list(&compared, "salary") {
        let line = line_of(&shown, text(&row["pay"][0]["region"], "name"));
        let medians: Vec<String> = list(row, "pay").iter().map(|pay| pay["median"].to_string()).collect();
        assert!(line.contains(&format!("● {}  ◆ {} ", medians[0], medians[1])), "{shown}");
    }
    for distance in list(&compared, "distances") {
        let line = line_of(&shown, &format!("{} → {}:", text(distance, "from"), text(distance, "to")));
        let steps = distance["steps"].as_u64().map_or("no ladder".to_owned(), |steps| format!("{steps} steps"));
        assert!(line.ends_with(&steps), "{shown}");
    }
}

#[test]
fn pay_is_sorted_within_a_unit_alone() {
    let roles = Roles::builtin().words("browse devops-engineer");
    let Some(mut it) = Played::browse(roles, (160, 50)) else { return };
    it.press(&ctrl('p'), "Pay:");
    let shown = it.press("s", "by median within a unit");
    let figure = |line: &str| {
        let rest = line.get(2..)?.trim_start_matches(|c: char| !c.is_ascii_digit());
        let (amount, unit) = rest.split_once(' ')?;
        let amount: f64 = amount.replace(',', "").parse().ok()?;
        let unit =
            format!("{}{}", unit.split("  ").next()?.trim(), if line.contains('~') { ", all ranks" } else { "" });
        unit.contains('/').then_some((unit, amount))
    };
    let figures: Vec<(String, f64)> =
        shown.lines().skip(1).take_while(|line| !line.contains("; p25")).filter_map(figure).collect();
    assert!(figures.len() > 15, "{shown}");
    for pair in figures.windows(2) {
        let units_before = figures.iter().take_while(|it| it.0 != pair[1].0).count();
        let is_new = figures[units_before] == pair[1];
        // A unit begins once, with the role's own figures and then those of all ranks, and falls from there.
        assert!(is_new || pair[0].0 == pair[1].0 && pair[0].1 >= pair[1].1, "{pair:?}\n{shown}");
    }
    it.press("/", "enter here");
    it.press("ukr", "1 found");
    it.press(ENTER, "▌ Ukraine");
    it.press("c", "a role to compare");
    it.press("sre", "> sre");
    it.press(ENTER, "Compare  competencies");
}

#[test]
fn the_mouse_is_left_alone_unless_it_is_asked_for() {
    let has_mouse = |it: &Played| String::from_utf8_lossy(&locked(&it.shown).raw).contains("\u{1b}[?1000h");
    let Some(it) = Played::browse(Roles::miniature().words("browse"), (80, 24)) else { return };
    assert!(!has_mouse(&it));
    drop(it);
    let mut it = Played::browse(Roles::miniature().words("browse --mouse"), (80, 24)).expect("there is a terminal");
    assert!(has_mouse(&it));
    it.press("\u{1b}[<0;5;4M", "▌ Engineer ");
    it.press("\u{1b}[<65;5;4M", "▌ Senior Engineer");
    it.press(&ctrl('c'), "");
    let shown = std::sync::Arc::clone(&it.shown);
    assert_eq!(it.end(), (Some(0), true));
    assert!(String::from_utf8_lossy(&locked(&shown).raw).contains("\u{1b}[?1000l"));
}

/// Keys for playing at random; Esc, which leads out sooner or later, is not among them.
const KEYS: &[&str] = &[
    UP,
    DOWN,
    LEFT,
    RIGHT,
    ENTER,
    TAB,
    F1,
    "\u{1b}[5~",
    "\u{1b}[6~",
    "\u{1b}[H",
    "\u{1b}[F",
    "\u{1b}[Z",
    "\u{7f}",
    "\u{5}",
    "\u{f}",
    "\u{10}",
    "\u{12}",
    "\u{15}",
    "\u{17}",
    "\u{19}",
    "a",
    "c",
    "d",
    "g",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "u",
    "w",
    "x",
    "y",
    "0",
    "3",
    "/",
    "?",
    "\u{8f6f}",
    "\u{5e9}\u{301}",
];

/// Plays so many keys at random, in windows of any size, until the program ends or all are played; then Ctrl-C, and
/// `q` for the question whether to save.
fn play_at_random(name: &str, keys: &[&str], mut left: usize) {
    let scratch = Scratch::new(name);
    let mut chance = 7_u64;
    let mut below = |limit: usize| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) as usize % limit
    };
    while left > 0 {
        let roles = Roles::miniature().words("browse --goal cto --profile me.yaml").folder(scratch.path());
        let Some(mut it) = Played::browse(roles, (80, 24)) else { return };
        while left > 0 && it.child.try_wait().is_ok_and(|ended| ended.is_none()) {
            let size = pty_process::Size::new(1 + below(60) as u16, 1 + below(180) as u16);
            let _ = it.keys.resize(size);
            let pressed: Vec<&str> = (0..40).map(|_| keys[below(keys.len())]).collect();
            let _ = (&*it.keys).write_all(pressed.concat().as_bytes());
            left = left.saturating_sub(40);
            std::thread::sleep(Duration::from_millis(20));
        }
        for key in ["\u{3}", "q"] {
            std::thread::sleep(Duration::from_millis(200));
            let _ = (&*it.keys).write_all(key.as_bytes());
        }
        assert_eq!(it.end(), (Some(0), true));
    }
}

#[test]
fn any_keys_at_any_size_leave_the_terminal_as_it_was() {
    // Many more are pressed in the unit tests, which need no terminal.
    play_at_random("browse-any", &[KEYS, &[ESC]].concat(), 400);
}

#[test]
fn ctrl_c_ends_it_wherever_keys_have_led() {
    // Ten thousand with `ROLES_ALL`.
    play_at_random("browse-deep", KEYS, support::cases(800, 10_000) as usize);
}

#[test]
fn keys_that_pile_up_are_all_taken() {
    let Some(mut it) = Played::browse(Roles::miniature().words("browse"), (80, 24)) else { return };
    // More bytes than a buffer of the terminal holds, in one piece, and nothing behind them to wake anybody.
    let keys = format!("{}{}", DOWN.repeat(1_300), UP.repeat(2));
    it.press(&keys, "▌ Archivist of Tapes");
    (&*it.keys).write_all(DOWN.repeat(1_300).as_bytes()).expect("keys can be typed");
    it.press(&ctrl('c'), "");
    assert_eq!(it.end(), (Some(0), true));
}

#[test]
fn a_sequence_that_is_cut_off_swallows_nothing() {
    for begun in ["\u{1b}[", "\u{1b}[200~pasted", "\u{1b}O", "\u{1b}[1;"] {
        let Some(mut it) = Played::browse(Roles::miniature().words("browse"), (80, 24)) else { return };
        (&*it.keys).write_all(begun.as_bytes()).expect("keys can be typed");
        std::thread::sleep(Duration::from_millis(100));
        it.press(&ctrl('c'), "");
        assert_eq!(it.end(), (Some(0), true), "{begun:?}");
    }
}

#[test]
fn a_pipe_gets_the_id_that_was_chosen_and_nothing_else() {
    let chosen = |keys: &[(&str, &str)]| {
        let command = Roles::miniature().words("browse").env("TERM", "xterm-256color").command();
        let mut it = Played::start(&command, (80, 24), Some(Stdio::piped()))?;
        it.until(|screen| screen.contains("enter choose"));
        keys.iter().for_each(|(key, awaited)| {
            it.press(key, awaited);
        });
        let mut stdout = String::new();
        it.child.stdout.take().expect("it is piped").read_to_string(&mut stdout).expect("it can be read");
        let (code, is_given_back) = it.end();
        Some((stdout, code, is_given_back))
    };
    let Some(sre) = chosen(&[("sre", "> sre"), (ENTER, "")]) else { return };
    assert_eq!(sre, ("sre\n".to_owned(), Some(0), true));
    let none = (String::new(), Some(1), true);
    assert_eq!(chosen(&[(ESC, "")]), Some(none.clone()));
    assert_eq!(chosen(&[("sre", "> sre"), (&ctrl('c'), "")]), Some(none));
}

/// Runs in a shell that says whether the terminal's settings are as before; returns the program's own id.
fn in_shell(roles: Roles) -> Option<(Played, i32)> {
    let plain = roles.env("TERM", "xterm-256color").command();
    let script = r#"before=$(stty -g); "$0" "$@"; [ "$before" = "$(stty -g)" ] && echo RESTORED; sleep 1"#;
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(script).arg(plain.get_program()).args(plain.get_args()).env_clear();
    plain.get_envs().for_each(|(name, value)| {
        shell.envs(value.map(|value| (name, value)));
    });
    let mut it = Played::start(&shell, (80, 24), None)?;
    it.until(|screen| screen.contains("F1 help"));
    let shell = it.child.id();
    let children = std::fs::read_to_string(format!("/proc/{shell}/task/{shell}/children")).ok()?;
    Some((it, children.split_whitespace().next()?.parse().ok()?))
}

#[test]
fn the_terminal_comes_back_whatever_ends_the_program() {
    for signal in ["TERM", "HUP", "INT", "QUIT"] {
        let Some((mut it, program)) = in_shell(Roles::miniature().words("browse")) else { return };
        let killed = Command::new("kill").arg(format!("-{signal}")).arg(program.to_string()).status();
        assert!(killed.is_ok_and(|status| status.success()));
        it.until(|screen| screen.contains("RESTORED"));
        assert!(it.is_given_back(), "{signal}");
    }
    let planted = Roles::miniature().words("browse").env("ROLES_TEST_PANIC", "1");
    let Some((mut it, _)) = in_shell(planted) else { return };
    let shown = it.press(&ctrl('g'), "RESTORED");
    assert!(it.is_given_back() && shown.contains("planted"), "{shown}");
}

#[test]
fn it_stops_and_goes_on() {
    let Some((mut it, program)) = in_shell(Roles::miniature().words("browse engi")) else { return };
    let before = it.screen();
    let signal = |name: &str| {
        let sent = Command::new("kill").arg(format!("-{name}")).arg(program.to_string()).status();
        assert!(sent.is_ok_and(|status| status.success()));
    };
    // The terminal is given back just before the program stops: what lets it go on must not come between the two.
    let wait = |it: &Played| {
        let start = Instant::now();
        while !(it.is_given_back() && is_stopped(program)) {
            assert!(start.elapsed() < PATIENCE);
            std::thread::sleep(Duration::from_millis(5));
        }
    };
    it.press(&ctrl('z'), "");
    wait(&it);
    signal("CONT");
    assert_eq!(it.until(|screen| screen.contains("F1 help")), before);
    signal("TSTP");
    wait(&it);
    signal("CONT");
    assert_eq!(it.until(|screen| screen.contains("F1 help")), before);
    it.press(&ctrl('c'), "RESTORED");
}

#[test]
fn a_broken_catalog_is_shown_and_read_again() {
    let scratch = Scratch::new("browse-broken");
    let role = "title: Own Role\nfamily: engineering\ntrack: ic\nlevel: 3\nsummary: Does things.\nday: [Works.]\n";
    scratch.write("own/own-role.yaml", role.replace("level: 3", "level: [3"));
    let roles = Roles::miniature().arg("--catalog").arg(scratch.path().join("own")).words("browse");
    let command = roles.env("TERM", "xterm-256color").command();
    let Some(mut it) = Played::start(&command, (100, 30), None) else { return };
    let shown = it.until(|screen| screen.contains("r read again"));
    assert!(shown.contains("own-role.yaml:") && shown.contains("level: [3"), "{shown}");
    std::fs::remove_file(scratch.path().join("own/own-role.yaml")).expect("it is there");
    it.press("r", "F1 help");
    it.press("engi", "> engi");
    it.press(DOWN, "> engi");
    let before = it.screen();
    assert_eq!(it.press(&ctrl('r'), "> engi"), before);
    it.press(&ctrl('c'), "");
    assert_eq!(it.end(), (Some(0), true));
}

/// The faults are drawn as `check` draws them, within the screen, and scroll where they are longer than it.
#[test]
fn faults_are_drawn_as_check_draws_them() {
    let scratch = Scratch::new("browse-faults");
    for name in ["first", "second", "third"] {
        scratch.write(&format!("own/{name}.yaml"), "title: One\nlevel: [3\n");
    }
    let roles = Roles::miniature().arg("--catalog").arg("own").words("browse").folder(scratch.path());
    let command = roles.env("TERM", "xterm-256color").env("ROLES_THEME", "dark").command();
    let Some(mut it) = Played::start(&command, (60, 14), None) else { return };
    let shown = it.until(|screen| screen.contains("r read again"));
    assert_data_eq!(
        shown,
        str![[r#"
error: the catalog `own` has 3 faults

error[wrong-type]: `level` takes a rank from 1 to 9, not
  a list
  ╭▸ own/first.yaml:2:8
  │
2 │ level: [3
  ╰╴       ━

error[wrong-type]: `level` takes a rank from 1 to 9, not
  a list
  ╭▸ own/second.yaml:2:8
  │
↑↓ space scroll  r read again  q leave            1-13 of [..]

"#]]
    );
    assert!(String::from_utf8_lossy(&locked(&it.shown).raw).contains("38;5;"));
    it.press("G", "hint:");
    it.press("q", "");
    assert!(it.end().1);
}

/// What was said is not lost with a catalog that breaks meanwhile.
#[test]
fn a_catalog_that_breaks_loses_nothing_that_is_not_saved() {
    let scratch = Scratch::new("browse-breaks");
    let role = "title: Own Role\nfamily: engineering\ntrack: individual-contributor\nlevel: 3\nsummary: Does things.\nday: [Works.]\n";
    scratch.write("own/own-role.yaml", role);
    let browse = || {
        let roles = Roles::miniature().arg("--catalog").arg(scratch.path().join("own"));
        roles.words("browse --goal cto").folder(scratch.path())
    };
    let broken = |size| {
        scratch.write("own/own-role.yaml", role);
        let mut it = Played::browse(browse(), size)?;
        it.press(&ctrl('e'), "goal: Chief");
        it.press("2", "not saved");
        scratch.write("own/own-role.yaml", role.replace("level: 3", "level: [3"));
        it.press("r", "r read again  s save me.yaml  q leave");
        Some(it)
    };
    let me = scratch.path().join("me.yaml");
    for key in [ESC, "q", &ctrl('c')] {
        let Some(mut it) = broken((100, 30)) else { return };
        it.press(key, "me.yaml is not saved: s save and leave  q leave  esc stay");
        it.press(ESC, "r read again");
        it.press(key, "is not saved");
        it.press("q", "");
        assert_eq!((it.end(), me.exists()), ((Some(0), true), false));
    }
    let Some(mut it) = broken((100, 30)) else { return };
    // Mended, it goes on with what was said.
    scratch.write("own/own-role.yaml", role);
    it.press("r", "not saved");
    scratch.write("own/own-role.yaml", role.replace("level: 3", "level: [3"));
    it.press("r", "r read again");
    it.press("s", "saved: me.yaml");
    assert!(std::fs::read_to_string(&me).expect("it is written").contains("\n  people: working\n"));
    it.press("q", "");
    assert_eq!(it.end(), (Some(0), true));
    std::fs::remove_file(&me).expect("it is there");
    let Some(mut it) = broken((60, 12)) else { return };
    scratch.write("me.yaml", "competencies:\n  people: expert\n");
    it.press("q", "is not saved");
    it.press("s", "has changed on disk");
    it.press("o", "");
    assert_eq!(it.end(), (Some(0), true));
    assert!(std::fs::read_to_string(&me).expect("it is written").contains("people: working\n"));
}

/// A shell that waits for a choice does not see the program stop: it would wait for ever.
#[test]
fn a_broken_catalog_does_not_stop_where_a_pipe_waits() {
    let scratch = Scratch::new("browse-pipe");
    scratch.write("own/own-role.yaml", "title: [\n");
    let roles = Roles::miniature().arg("--catalog").arg(scratch.path().join("own")).words("browse");
    let command = roles.env("TERM", "xterm-256color").command();
    let Some(mut it) = Played::start(&command, (100, 30), Some(Stdio::piped())) else { return };
    it.until(|screen| screen.contains("r read again"));
    it.press(&ctrl('z'), "r read again");
    it.press("q", "");
    assert_eq!(it.end(), (Some(1), true));
}

#[test]
fn an_id_is_copied_and_ascii_is_ascii() {
    let roles = Roles::miniature().words("browse sre --ascii").env("NO_COLOR", "1");
    let Some(mut it) = Played::browse(roles, (100, 24)) else { return };
    let shown = it.press(&ctrl('y'), "copied: sre");
    assert!(shown.is_ascii(), "{shown}");
    assert!(String::from_utf8_lossy(&locked(&it.shown).raw).contains("\u{1b}]52;c;c3Jl\u{7}"));
    assert!(!String::from_utf8_lossy(&locked(&it.shown).raw).contains("38;5;"));
    for key in [RIGHT, "c", ESC, "p", ESC] {
        it.press(key, "");
        assert!(it.screen().is_ascii(), "{}", it.screen());
    }
}

#[test]
fn it_is_drawn_anew_in_a_window_of_another_size() {
    let Some(mut it) = Played::browse(Roles::miniature().words("browse engineer"), (80, 24)) else { return };
    it.press(RIGHT, "Walk");
    for size in [(40, 10), (300, 100), (20, 3), (1, 1), (80, 24)] {
        it.resize(size);
    }
    it.until(|screen| screen.contains("you look at") && screen.contains("F1 help"));
    it.press("q", "");
    assert_eq!(it.end(), (Some(0), true));
}
