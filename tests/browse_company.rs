//! `browse` over a company's own ladder: its words, its grades, and what it says of moves.

use snapbox::{assert_data_eq, str};

use crate::played::{DOWN, ENTER, ESC, Played, RIGHT, TAB, ctrl};
use crate::support::{Roles, Scratch, repository};

const SHIFT_TAB: &str = "\u{1b}[Z";

/// A catalog of the tests, laid over the miniature one; its self-assessment lies in a folder of its own.
fn over(catalog: &str, line: &str, scratch: &Scratch) -> Roles {
    let roles = Roles::builtin().words("--no-builtin").arg("--catalog").arg(repository("tests/miniature"));
    let roles = roles.arg("--catalog").arg(repository("tests").join(catalog));
    roles.words(line).folder(scratch.path())
}

/// What counts is shown, in whatever way the file states it; and its list stays on its line.
#[test]
fn levels_of_a_list_on_one_line_are_shown_and_changed() {
    let scratch = Scratch::new("browse-flow");
    let text =
        "competencies: {Grafting: working, climbing: High, architecture: LEARNER} # mine\ntools: {git: expert}\n";
    let me = scratch.write("me.yaml", text);
    let Some(mut it) = Played::browse(over("scales", "browse --goal head-grafter", &scratch), (80, 24)) else { return };
    assert_data_eq!(
        it.press(&ctrl('e'), "goal: Head"),
        str![[r#"
Me  me.yaml, saved                                            goal: Head Grafter
  competency                  you    goal   0     1     2     3     4     5
▌ Grafting                    ●●●○○  ●●●●○    ·     ·     ·     ◉     ◇     ·
  Architecture                ●○○○   ●●○○     ·     ◉     ◇     ·     ·
  Climbing                    ●●●    ●●●      ·     ·     ·     ◉













────────────────────────────────────────────────────────────────────────────────
working → strong: Grafts a row, and sees it grow.
fit 75%  ███████████████┈┈┈┈┈
nearest by likeness (fit): Grafter 100% · Head Grafter 75% · Engineer 16% ·
Staff Engineer 19% · Junior Engineer 50% · Site Reliability Engineer 15%
← → level  s save  g goal  tab tools  u undo  x clear  n n/a  esc back  F1 help

"#]]
    );
    // From where a level of ours stands on that scale.
    it.press(RIGHT, "strong → ");
    it.press(DOWN, "awareness → ");
    it.press(DOWN, "Climbing: high");
    it.press("x", "low: Picks what hangs low.");
    it.press(TAB, "tool ");
    it.press("g", "to be measured");
    it.press("grafter", "> grafter");
    it.press(ENTER, "goal: ");
    it.press("s", "saved: me.yaml");
    let changed = text.replace("working, climbing: High", "strong");
    assert_eq!(std::fs::read_to_string(&me).expect("it is there"), changed);
    it.press("q", "");
    assert_eq!(it.end(), (Some(0), true));
}

/// A list over several lines is shown, but no key changes it; and nobody looks for a fault that they have not made.
#[test]
fn what_keys_cannot_change_is_said_to_be_so() {
    let scratch = Scratch::new("browse-flow-lines");
    let text = "competencies: {\n  people: working,\n  quality: expert }\n";
    let me = scratch.write("me.yaml", text);
    let roles = Roles::miniature().words("browse --goal cto").folder(scratch.path());
    let Some(mut it) = Played::browse(roles, (80, 24)) else { return };
    let shown = it.press(&ctrl('e'), "goal: Chief");
    assert!(shown.contains("▌ People leadership                 ●●○○   ●●●●"), "{shown}");
    it.press("3", "me.yaml does not state this in a place of its own: only an editor can change it");
    it.press("q", "");
    assert_eq!(it.end(), (Some(0), true));
    assert_eq!(std::fs::read_to_string(&me).expect("it is there"), text);
}

#[test]
fn words_of_another_catalog_are_told_with_their_line() {
    let scratch = Scratch::new("browse-words");
    scratch.write("me.yaml", "competencies:\n  architecture: able\n  quality: strong\n");
    let roles = Roles::miniature().words("browse --goal cto").folder(scratch.path());
    let Some(mut it) = Played::browse(roles, (80, 24)) else { return };
    let shown = it.press(&ctrl('e'), "goal: Chief");
    assert!(shown.contains("\nme.yaml:2: no level is called `able` (and 1 more)\n"), "{shown}");
}

#[test]
fn levels_are_compared_in_the_words_of_their_scale() {
    let scratch = Scratch::new("browse-own-words");
    let Some(mut it) = Played::browse(over("scales", "browse grafter", &scratch), (80, 24)) else { return };
    it.press(TAB, "1 marked");
    it.press(DOWN, "> grafter");
    it.press(TAB, "2 marked");
    assert_data_eq!(
        it.press(&ctrl('o'), "Compare"),
        str![[r#"
Compare  competencies         weight 0 to 100, how far apart: most by both first
▸○ Grafter                               ● Head Grafter
▌ Climbing                         ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●───○┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈    10
  Grafting                         ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○─●┈┈┈┈┈┈     5
  Architecture                     ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○───●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈    10
















○ 60 middle  ● 50 high
Climbing: 10 apart
tab tools  a add  d differences  ← → role  x take out  p pay  esc back  F1 help

"#]]
    );
}

#[test]
fn a_move_on_a_companys_word_names_the_company() {
    let scratch = Scratch::new("browse-own-move");
    let told = "No source states this move: it is the word of Harbor ladder.";
    let page = over("company", "why quay-engineer dock-engineer --format page", &scratch).run().answered();
    assert!(page.contains(told), "{page}");
    let Some(mut it) = Played::browse(over("company", "browse dock-engineer", &scratch), (80, 24)) else { return };
    it.press(RIGHT, "Walk");
    it.press("w", told);
    let of_ours = Roles::miniature().words("why cto principal-engineer --format page").run().answered();
    assert!(of_ours.contains("No source states this move: it is the catalog's own judgment."), "{of_ours}");
}

#[test]
fn a_goal_is_measured_at_its_grade() {
    let scratch = Scratch::new("browse-grade");
    scratch.write("me.yaml", "competencies:\n  operations: working\n");
    let browse = |goal: &str| {
        let roles = over("graded", "browse --goal", &scratch).arg(goal);
        let mut it = Played::browse(roles, (80, 24))?;
        let shown = it.press(&ctrl('e'), "goal: ");
        Some((it, shown))
    };
    let Some((mut it, shown)) = browse("Crane Engineer III") else { return };
    let gap = over("graded", "gap crane-engineer --grade L5 --profile me.yaml --format json", &scratch);
    let gap: serde_json::Value = serde_json::from_str(&gap.run().stdout).expect("it is JSON");
    assert!(shown.contains(&format!("\nfit {}% ", gap["fit"])), "{gap}\n{shown}");
    assert_data_eq!(
        shown,
        str![[r#"
Me  me.yaml, saved                                 goal: Crane Engineer III (L5)
  competency                        you    goal   none  awar. work. prac. expert
▌ Operations and reliability        ●●○○   ●●●○     ·     ·     ◉     ◇     ·
  Architecture                      –      ●●○○     ·     ·     ◇     ·     ·














────────────────────────────────────────────────────────────────────────────────
working → practitioner: Writes the runbook.
fit 35%  ███████┈┈┈┈┈┈┈┈┈┈┈┈┈  not said: 2, counted as none
nearest by likeness (fit): Archivist of Tapes 80% · Crane Engineer 53% · Systems
Operator 23% · Site Reliability Engineer 14% · Harbor Master 50% ·… m more
← → level  s save  g goal  tab tools  u undo  x clear  n n/a  esc back  F1 help

"#]]
    );
    // It outlives a catalog that is read again, and comes back with what is undone.
    it.press("r", "goal: Crane Engineer III (L5)");
    it.press("a", "no goal");
    it.press("u", "goal: Crane Engineer III (L5)");
    let Some((_, whole)) = browse("crane-engineer") else { return };
    assert!(whole.contains("goal: Crane Engineer, the whole role\n"), "{whole}");
    let Some((_, plain)) = browse("harbor-master") else { return };
    assert!(plain.contains("goal: Harbor Master\n"), "{plain}");
}

#[test]
fn a_way_says_its_grades_as_a_path_does() {
    let scratch = Scratch::new("browse-graded-way");
    let Some(mut it) = Played::browse(over("graded", "browse engineer", &scratch), (120, 30)) else { return };
    it.press(RIGHT, "Walk");
    it.press("t", "is to lead to");
    it.press("harbor", "> harbor");
    assert_data_eq!(
        it.press(ENTER, "to the target"),
        str![[r#"
Walk  [Engineer] → Crane Engineer I (L3) → Crane Engineer II (L4) → Crane Engineer III (L5) → Harbor Master
      (4 steps to the target)
leads here                                   you look at                   leads to
  Junior Engineer                        ◆◆◆ Engineer                        Senior Engineer                           ◆
                                             mid, individual contributor   ▌ Crane Engineer                            ·
                                             United States:                  Site Reliability Engineer                 ·
                                             110,000 USD/year, Quayside      Systems Operator                         ↔·
                                             bands

                                             the best ladder
                                             ● Engineer
                                             ├ Crane Engineer I (L3) ·
                                             ├ Crane Engineer II (L4) ·
                                             ├ Crane Engineer III (L5) ·
                                             └ Harbor Master ·








────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Engineer → Crane Engineer
· Quayside ladder
Operations and reliability          ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○───────────●┈┈┈┈┈┈┈┈  51 →  80  ●○○○→●●○○
median pay: 110,000 USD/year, gross, Quayside bands, 2026: “Engineer” (exact); no public figure of
the other
← back  → go on  enter page  t target  w why  m more  c compare  p pay  tab mark  / find  y copy id  esc back  F1 help

"#]]
    );
    assert_data_eq!(
        it.press(RIGHT, "from L5"),
        str![[r#"
Walk  Engineer › [Crane Engineer] from L5 → Harbor Master  (1 step to the target)
leads here                                   you look at                   leads to
  Engineer                                 · Crane Engineer                ▌ Harbor Master                             ·
                                             mid, individual contributor
                                             Germany, L3:
                                             54,000 EUR/year, Quayside
                                             bands

                                             the best ladder
                                             ● Crane Engineer III (L5)
                                             └ Harbor Master ·













────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Crane Engineer III (L5) → Harbor Master
· Quayside ladder
Operations and reliability          ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○───●┈┈┈┈  80 →  90  ●●●○→●●●●
median pay: no public figure of either
← back  → go on  enter page  t target  w why  m more  c compare  p pay  tab mark  / find  y copy id  esc back  F1 help

"#]]
    );
    // In the page of the step too.
    it.press("m", "Crane Engineer III (L5)");
    it.press(ESC, "Walk");
    it.press("q", "");
    assert_eq!(it.end(), (Some(0), true));
}

#[test]
fn a_move_from_a_grade_says_which() {
    let scratch = Scratch::new("browse-graded-move");
    let Some(mut it) = Played::browse(over("graded", "browse crane-engineer", &scratch), (180, 30)) else { return };
    it.press(RIGHT, "· from L5; Quayside ladder");
    let shown = it.press(RIGHT, "[Harbor Master]");
    assert!(shown.contains("▌ Crane Engineer III (L5)"), "{shown}");
}

#[test]
fn the_role_in_the_middle_is_marked_too() {
    let Some(mut it) = Played::browse(Roles::miniature().words("browse engineer"), (80, 24)) else { return };
    it.press(RIGHT, "Walk");
    it.press(TAB, "●Senior");
    it.press(DOWN, "");
    it.press(TAB, "●Site");
    it.press(SHIFT_TAB, "● Engineer");
    let shown = it.press("c", "Compare  competencies");
    assert!(["○ Senior Engineer", "● Site Reliability", "◇ Engineer"].iter().all(|it| shown.contains(it)), "{shown}");
    it.press(ESC, "Walk");
    let shown = it.press(SHIFT_TAB, "Walk");
    assert!(!shown.contains("● Engineer"), "{shown}");
}

#[test]
fn a_word_that_is_spelt_otherwise_is_offered() {
    let Some(mut it) = Played::browse(Roles::builtin().words("browse"), (80, 24)) else { return };
    it.press("kubernets", "  did you mean Kubernetes?");
}
