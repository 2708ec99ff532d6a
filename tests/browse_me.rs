//! Me, the screen of `browse` on which one says what one masters.

use snapbox::{assert_data_eq, str};

use crate::played::{DOWN, ENTER, ESC, LEFT, Played, RIGHT, TAB, ctrl};
use crate::support::{Roles, Scratch};

fn answered(roles: Roles) -> serde_json::Value {
    serde_json::from_str(&roles.run().stdout).expect("it is JSON")
}

#[test]
fn what_has_no_bearing_is_left_out() {
    let scratch = Scratch::new("browse-aside");
    let text = "competencies:\n  people: working # mine\n  quality: practitioner\ntools:\n  git: working\n";
    let me = scratch.write("me.yaml", text);
    let roles = || Roles::miniature().words("browse --goal cto").folder(scratch.path());
    let Some(mut it) = Played::browse(roles(), (80, 24)) else { return };
    it.press(&ctrl('e'), "goal: Chief");
    it.press("n", "People leadership: n/a");
    it.press(DOWN, "strategy");
    assert_data_eq!(
        it.press("n", "Technology strategy: n/a"),
        str![[r#"
Me  me.yaml, not saved                            goal: Chief Technology Officer
  competency                        you    goal   none  awar. work. prac. expert
  People leadership                 n/a    ●●●●     ·     ·     ·     ·     ◇
▌ Technology strategy               n/a    ●●●○     ·     ·     ·     ◇     ·
  Architecture                      –      ●●○○     ·     ·     ◇     ·     ·
  Operations and reliability        –      ●○○○     ·     ◇     ·     ·     ·
  Quality                           ●●●○   ●○○○     ·     ◇     ·     ◉     ·











────────────────────────────────────────────────────────────────────────────────
Technology strategy: n/a, no bearing on your work: left out of the measure
fit 38%  ███████▌┈┈┈┈┈┈┈┈┈┈┈┈  not said: 2, counted as none; n/a: 2, left out
nearest by likeness (fit): Engineering Intern 100% · Engineering Manager 100%
· Junior Engineer 50% · Engineer 29% · Chief Technology Officer 38% ·… m more
← → level  s save  g goal  tab tools  u undo  x clear  n n/a  esc back  F1 help

"#]]
    );
    it.press("s", "saved: me.yaml");
    let aside = text.replace("working # mine", "n/a # mine").replace("ioner\n", "ioner\n  strategy: n/a\n");
    assert_eq!(std::fs::read_to_string(&me).expect("it is there"), aside);
    // From there the arrows go on: back to nothing said, and on to the first level.
    it.press(RIGHT, "none → awareness");
    it.press("n", "Technology strategy: n/a");
    it.press(LEFT, "awareness: ");
    it.press("u", "Technology strategy: n/a");
    for _ in 0..4 {
        it.press("u", "");
    }
    it.press("s", "saved: me.yaml");
    assert_eq!(std::fs::read_to_string(&me).expect("it is there"), text);
    it.press(TAB, "tool ");
    it.press("n", "Git: n/a");
    it.press("s", "saved: me.yaml");
    assert_eq!(std::fs::read_to_string(&me).expect("it is there"), text.replace("git: working", "git: n/a"));
    it.press("q", "");
    assert_eq!(it.end(), (Some(0), true));
    let Some(mut it) = Played::browse(roles(), (40, 10)) else { return };
    it.press(&ctrl('e'), "goal: ");
    assert_data_eq!(
        it.press(TAB, "n/a"),
        str![[r#"
Me  saved  goal: Chief Technology Offic…
  tool                      you   goal
▌ Git                       n/a   ●○○○


Git: n/a, no bearing on your work: left
out of the measure
fit 24%  ███████▏┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈
nearest Engineering Intern 100% · …
← → level  s save  g goal  esc  F1

"#]]
    );
}

#[test]
fn the_fit_and_what_it_leaves_out_are_those_of_gap() {
    let scratch = Scratch::new("browse-fit");
    let text = "competencies:\n  people: n/a\n  quality: practitioner\ntools:\n  git: working\n";
    scratch.write("me.yaml", text);
    let words = |line: &str| Roles::miniature().words(line).folder(scratch.path());
    let Some(mut it) = Played::browse(words("browse --goal cto"), (100, 30)) else { return };
    let shown = it.press(&ctrl('e'), "fit ");
    let gap = answered(words("gap cto --profile me.yaml --format json"));
    let line = shown.lines().find(|line| line.starts_with("fit ")).expect("it is shown");
    let (fit, open) = (&gap["fit"], &gap["not_said"]);
    assert!(line.starts_with(&format!("fit {fit}% ")), "{line}\n{gap}");
    let aside = &gap["not_applicable"];
    assert!(line.ends_with(&format!("not said: {open}, counted as none; n/a: {aside}, left out")), "{line}\n{gap}");
}

#[test]
fn the_nearest_roles_are_those_of_match_in_its_order() {
    let scratch = Scratch::new("browse-nearest");
    let profile = "competencies:\n  software-engineering: expert\n  operations: working\ntools:\n  git: practitioner\n";
    scratch.write("me.yaml", profile);
    let words = |line: &str| Roles::builtin().words(line).folder(scratch.path());
    let fits = answered(words("match --profile me.yaml --max 6 --format json"));
    let fits: Vec<String> = fits["fits"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|fit| format!("{} {}%", fit["title"].as_str().expect("a title"), fit["fit"]))
        .collect();
    for (size, most) in [((160, 50), 6), ((80, 24), 4), ((60, 20), 3), ((40, 10), 1)] {
        let Some(mut it) = Played::browse(words("browse"), size) else { return };
        it.press(&ctrl('e'), "no goal");
        let shown = it.until(|screen| screen.contains("%"));
        let (_, told) = shown.split_once("nearest").expect("they are shown");
        let told = told.trim_start_matches(" by likeness (fit):");
        let told: Vec<&str> = told.lines().take_while(|line| !line.contains("level  ")).collect();
        let told = told.join(" ");
        let told: Vec<&str> = told.split(" · ").map(str::trim).filter(|told| told.ends_with('%')).collect();
        assert!(told.len() >= most && fits.iter().map(String::as_str).take(told.len()).eq(told), "{fits:?}\n{shown}");
        let first = fits[0].rsplit_once(' ').expect("a title and its fit").0;
        it.press(ENTER, first);
    }
}

/// Where the file says which role is held, what follows is no measure of likeness: each stands in a line of its own.
#[test]
fn what_follows_the_role_held_stands_apart_from_what_is_most_alike() {
    let scratch = Scratch::new("browse-held");
    let profile = "role: software-engineer\ncompetencies:\n  software-engineering: practitioner\n  \
                   operations: working\n  quality: working\ntools:\n  git: practitioner\n";
    scratch.write("me.yaml", profile);
    let words = |line: &str| Roles::builtin().words(line).folder(scratch.path());
    let fits = answered(words("match --profile me.yaml --max 16 --format json"));
    let mut fits = fits["fits"].as_array().expect("a list").clone();
    let mut alike = fits.split_off(3);
    alike.sort_by_key(|fit| std::cmp::Reverse(fit["likeness"].as_u64()));
    let told = |fits: &[serde_json::Value]| {
        let told = |fit: &serde_json::Value| format!("{} {}%", fit["title"].as_str().expect("a title"), fit["fit"]);
        fits.iter().map(told).collect::<Vec<_>>().join(" · ")
    };
    let Some(mut it) = Played::browse(words("browse"), (160, 50)) else { return };
    it.press(&ctrl('e'), "no goal");
    let shown = it.until(|screen| screen.contains("most alike: "));
    assert!(shown.contains(&format!("your role and what follows: {}", told(&fits))), "{fits:?}\n{shown}");
    assert!(shown.contains(&format!("most alike: {}", told(&alike[..3]))), "{alike:?}\n{shown}");
    assert!(!shown.contains("most alike first"), "{shown}");
    let page = it.press("m", "missing most");
    assert!(page.contains("programmer"), "{page}");
}

#[test]
fn the_role_one_looked_at_is_the_first_goal() {
    let Some(mut it) = Played::browse(Roles::miniature().words("browse sre"), (80, 24)) else { return };
    it.press(RIGHT, "Walk");
    it.press("e", "no goal");
    assert_data_eq!(
        it.press("g", "to be measured against"),
        str![[r#"
> ▏ type a title or a tool
the role to be measured against
  Engineering Intern                                             intern
  Junior Engineer                                                junior
  Engineer                                                       mid
  Senior Engineer                                                senior
  Staff Engineer                                                 staff
  Principal Engineer                                             principal
  Engineering Manager                                            manager
  Vice President of Engineering                                  vice president
  Chief Technology Officer                                       executive
  Archivist of Tapes                                             mid
  Systems Operator                                               mid
▌ Site Reliability Engineer                                      senior









enter take it  ↑↓ choose  esc back

"#]]
    );
    it.press(ENTER, "goal: Site Reliability Engineer");
    it.press("u", "no goal");
    // Back where one came from.
    it.press(ESC, "Walk");
    it.press(ESC, "> sre");
    it.press(&ctrl('c'), "");
    assert_eq!(it.end(), (Some(0), true));
}

/// What no role has says nothing, and a role's first tools say more of it than its last.
#[test]
fn that_kubernetes_job_is_found() {
    let Some(it) = Played::browse(Roles::builtin().words("browse that kubernetes job"), (60, 12)) else { return };
    let shown = it.screen();
    assert!(shown.contains("▌ Platform Engineer ") && shown.contains("  Site Reliability Engineer "), "{shown}");
    assert!(!shown.contains("Tech Lead"), "{shown}");
}

#[test]
fn the_nearest_roles_are_read_whole_and_the_id_of_a_row_is_copied() {
    let scratch = Scratch::new("browse-nearest");
    scratch.write("me.yaml", "motto: mine\ncompetencies:\n  people: working\n");
    let roles = Roles::miniature().words("browse --goal cto").folder(scratch.path());
    let Some(mut it) = Played::browse(roles, (80, 24)) else { return };
    it.press(&ctrl('e'), "goal: Chief");
    it.press("y", "copied: people");
    // A field of one's own is no fault.
    it.press("3", "practitioner → ");
    let page = it.press("m", "missing most");
    assert!(page.contains(" engineering-manager  Engineering Manager             33        67  nearest"), "{page}");
    // A row is chosen with the arrows, and other keys speak of it.
    assert!(page.contains("▌ engineering-manager ") && !page.contains("marked"), "{page}");
    let page = it.press(DOWN, "▌ ");
    assert!(!page.contains("▌ engineering-manager "), "{page}");
    let marked = it.press(TAB, " · ● marked");
    let title = marked.lines().next().and_then(|head| head.split(" · ").next()).expect("it has a head").to_owned();
    let page = it.press(ENTER, &format!("{title} · ● marked"));
    assert!(!page.contains("missing most"), "{page}");
    assert!(!it.press(TAB, &title).contains("marked"));
    it.press(ESC, "goal: Chief");
    it.press("s", "saved: me.yaml");
    let text = std::fs::read_to_string(scratch.path().join("me.yaml")).expect("it is there");
    assert_eq!(text, "motto: mine\ncompetencies:\n  people: practitioner\n");
}
