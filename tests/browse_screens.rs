//! The five screens of `browse`, whole, in a small, a usual and a large terminal.

use snapbox::{assert_data_eq, str};

use crate::played::{DOWN, ENTER, ESC, Played, RIGHT, TAB, UP, ctrl};
use crate::support::{Roles, Scratch};

/// Roles, Walk with a target, Compare, Pay and Me.
fn five(size: (u16, u16)) -> Option<[String; 5]> {
    let scratch = Scratch::new(&format!("browse-{}", size.0));
    scratch.write("me.yaml", "competencies:\n  quality: practitioner\n  people: working\ntools:\n  git: working\n");
    let roles = Roles::miniature().words("browse engineer --goal cto").folder(scratch.path());
    let mut it = Played::browse(roles, size)?;
    let roles = it.screen();
    it.press(RIGHT, "[Engineer]");
    it.press("t", "is to lead to");
    it.press("cto", "> cto");
    let walk = it.press(ENTER, "[Engineer]");
    it.press(ESC, "> engineer");
    it.press(TAB, "1 marked");
    it.press(DOWN, "> engineer");
    it.press(TAB, "2 marked");
    let compare = it.press(&ctrl('o'), "Compare");
    it.press(ESC, "> engineer");
    it.press(UP, "> engineer");
    let pay = it.press(&ctrl('p'), "Pay:");
    it.press(ESC, "> engineer");
    let me = it.press(&ctrl('e'), "goal: ");
    Some([roles, walk, compare, pay, me])
}

#[test]
fn in_a_small_terminal() {
    let Some([roles, walk, compare, pay, me]) = five((40, 10)) else { return };
    assert_data_eq!(
        roles,
        str![[r#"
> engineer▏                      9 of 12
▌ Engineer                          mid
  Engineering Intern                int
  Engineering Manager               mgr
  Staff Engineer                    stf
  Junior Engineer                   jun
  Senior Engineer                   sen
  Principal Engineer                pri
  Site Reliability Engineer         sen
enter page  → walk  tab mark  esc  F1

"#]]
    );
    assert_data_eq!(
        walk,
        str![[r#"
[Engineer] → …
→ Chief Technology Officer
leads to
▌ Senior Engineer                      ◆
  Site Reliability Engineer            ·
  Systems Operator                    ↔·
────────────────────────────────────────
◆ Ladder 2024
grows: Operations and reliabili … m more
← → walk  enter page  t target  esc  F1

"#]]
    );
    assert_data_eq!(
        compare,
        str![[r#"
Compare  competencies  2 so many here
▸○ Engineer          ● intern
▌ Architecture         ┈┈┈●────○┈┈    52
  Quality              ┈┈┈┈┈┈2┈┈┈┈     0
  Operations and reli… ┈┈┈┈┈○┈┈┈┈┈     –
  People leadership    ┈┈┈○┈┈┈┈┈┈┈     –
  Technology strategy  ┈┈┈○┈┈┈┈┈┈┈     –
○ 82 practitioner  ● 30 none
Architecture: 52 apart
tab tools  a add  d differences  esc  F1

"#]]
    );
    assert_data_eq!(
        pay,
        str![[r#"
Pay: Engineer
world and countries
▌ Germany              ~60,000 EUR/year
  United Kingdom       ~50,000 GBP/year
  United States       ~110,000 USD/year


60,000 EUR/year, n=60, Survey 2025,
exact, all ranks; p25 –, p75 – …
tab states  s by median  w why  esc  F1

"#]]
    );
    assert_data_eq!(
        me,
        str![[r#"
Me  saved  goal: Chief Technology Offic…
  competency  1-3 of 5      you   goal
▌ People leadership         ●●○○  ●●●●
  Technology strategy       –     ●●●○
  Architecture              –     ●●○○
working → practitioner: Leads a team.
fit 39%  ███████████▋┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈
nearest Engineering Manager 42% ·
Engineer 35% · Chief Technology… m more
← → level  s save  g goal  esc  F1

"#]]
    );
}

#[test]
fn in_a_usual_terminal() {
    let Some([roles, walk, compare, pay, me]) = five((80, 24)) else { return };
    assert_data_eq!(
        roles,
        str![[r#"
> engineer▏                                                              9 of 12
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
        walk,
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
    assert_data_eq!(
        compare,
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
    assert_data_eq!(
        pay,
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
    assert_data_eq!(
        me,
        str![[r#"
Me  me.yaml, saved                                goal: Chief Technology Officer
  competency                        you    goal   none  awar. work. prac. expert
▌ People leadership                 ●●○○   ●●●●     ·     ·     ◉     ·     ◇
  Technology strategy               –      ●●●○     ·     ·     ·     ◇     ·
  Architecture                      –      ●●○○     ·     ·     ◇     ·     ·
  Operations and reliability        –      ●○○○     ·     ◇     ·     ·     ·
  Quality                           ●●●○   ●○○○     ·     ◇     ·     ◉     ·











────────────────────────────────────────────────────────────────────────────────
working → practitioner: Leads a team.
fit 39%  ███████▊┈┈┈┈┈┈┈┈┈┈┈┈  not said: 3, counted as none
nearest by likeness (fit): Engineering Manager 42% · Engineer 35% · Chief
Technology Officer 39% · Staff Engineer 27% · Senior Engineer 27% ·… m more
← → level  s save  g goal  tab tools  u undo  x clear  n n/a  esc back  F1 help

"#]]
    );
}

#[test]
fn in_a_large_terminal() {
    let Some([roles, walk, compare, pay, me]) = five((160, 50)) else { return };
    assert_data_eq!(
        roles,
        str![[r#"
> engineer▏                                                                                                                                              9 of 12
▌ Engineer                                  mid │ Engineer                                                                            engineer
  Engineering Intern                        int │ Engineering · mid, individual contributor · also Software Engineer, Developer · from
  Engineering Manager                       mgr │ miniature
  Staff Engineer                            stf │ ladder: junior · mid · senior · no staff · principal engineer
  Junior Engineer                           jun │
  Senior Engineer                           sen │   Builds whole features, from the request to the day they are used.
  Principal Engineer                        pri │
  Site Reliability Engineer                 sen │ Competencies                                            weight 0 to 100 · confidence · level
  Vice President of Engineering             vp  │   Architecture                82  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈  ●●●○  practitioner
                                                │   Quality                     60  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●●●○  practitioner
                                                │   Operations and reliability  51  C  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●○○○  awareness
                                                │   People leadership           26  C  ┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  ●○○○  awareness
                                                │   Technology strategy         25  C  ┈┈┈┈┈┈┈┈┈●┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈        not rated
                                                │
                                                │ Salary by region                     p25, median, p75 and n as published, gross unless noted
                                                │   United States   90,000  110,000  130,000                                                80
                                                │     exact, all ranks USD/yr total pay, Survey 2025, another source than other rungs,
                                                │     “Engineers”
                                                │   Germany              –   60,000        –                                                60
                                                │     exact, all ranks EUR/yr total pay, Survey 2025, “Engineers”
                                                │   United Kingdom       –   50,000        –                                             2,000
                                                │     proxy, all ranks GBP/yr, Bureau 2025, “Computing people”
                                                │
                                                │ Tools                                                 ◆ in demand · proficiency is editorial
                                                │   practitioner   ◆ Git   C++
                                                │   working        Python
                                                │   awareness      C
                                                │
                                                │ Getting in                    what people hold and adverts ask; an occupation is not a grade
                                                │   No public figure.
                                                │
                                                │ Outlook                                                  of the occupation, not of the grade
                                                │   No public figure.
                                                │
                                                │ Career                                                       ◆ a source that states the move
                                                │   from      Junior Engineer            junior-engineer  ◆◆◆ 3 sources
                                                │   to        Senior Engineer            senior-engineer  ◆ Ladder 2024
                                                │             Site Reliability Engineer  sre              editorial
                                                │   sideways  Systems Operator           operator         editorial
                                                │
                                                │ 7 sources. Where a figure comes from: roles why engineer architecture
                                                │ How people get there: roles path engineer
                                                │
                                                │
                                                │
                                                │
                                                │
                                                │
enter page  → walk  tab mark  ^o compare  ^p pay  ^e me  ↑↓ choose  ^y copy id  esc clear  F1 help

"#]]
    );
    assert_data_eq!(
        walk,
        str![[r#"
Walk  [Engineer] → Senior Engineer → Engineering Manager → Vice President of Engineering → Chief Technology Officer  (4 steps to the target)
leads here                                                 you look at                               leads to
  Junior Engineer                    ◆◆◆ Ladder 2024, Run… Engineer                                  ▌ Senior Engineer                             ◆ Ladder 2024
                                                           mid, individual contributor                 Site Reliability Engineer                     · editorial
                                                           United States:                              Systems Operator                             ↔· editorial
                                                           110,000 USD/year, n=80, Survey 2025,
                                                           exact, all ranks

                                                           the best ladder
                                                           ● Engineer
                                                           ├ Senior Engineer ◆
                                                           ├ Engineering Manager ◆
                                                           ├ Vice President of Engineering ◆
                                                           └ Chief Technology Officer ◆◆

























────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Engineer → Senior Engineer
◆ Ladder 2024  2 so many here
Operations and reliability          ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○──────────────●┈┈┈┈┈  51 →  87  ●○○○→●●●○
People leadership                   ┈┈┈┈┈┈┈┈┈┈┈2┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  26 →  26  ●○○○→●●●○
Architecture                        ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○─●┈┈┈┈┈  82 →  87  ●●●○→●●●○
median pay: 110,000 USD/year, total pay, Survey 2025: “Engineers” (exact, all ranks, n=80); 140,000
USD/year, gross, Bureau 2025: “Senior makers” (exact, n=500); not comparable: a figure is of all
ranks
new tools: SQL, Jenkins
← back  → go on  enter page  t target  w why  m more  c compare  p pay  tab mark  / find  y copy id  esc back  F1 help

"#]]
    );
    assert_data_eq!(
        compare,
        str![[r#"
Compare  competencies  2 so many here                                                                  weight 0 to 100, level, how far apart: most by both first
▸○ Engineer                                                              ● Engineering Intern                                                     ○    ●
▌ Architecture                       ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈●─────────────────────────────────────────────────────○┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈   ●●●○ ○○○○   52
  Quality                            ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈2┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈   ●●●○ ●○○○    0
  Operations and reliability         ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈   ●○○○ –       –
  People leadership                  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈   ●○○○ –       –
  Technology strategy                ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈○┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈   –    –       –








































○ 82 practitioner  ● 30 none
Architecture: 52 apart
tab tools  a add  d differences  ← → role  x take out  p pay  enter page  / find  esc back  F1 help

"#]]
    );
    assert_data_eq!(
        pay,
        str![[r#"
Pay: Engineer  world and countries
▌ Germany                                              ~60,000 EUR/year total
  United Kingdom                                       ~50,000 GBP/year
  United States                                       ~110,000 USD/year total











































60,000 EUR/year, n=60, Survey 2025, exact, all ranks; p25 –, p75 –
exact: "Engineers", 2025
tab states  s by median  w why  → walk  c compare  enter page  / find  ↑↓ choose  esc back  F1 help

"#]]
    );
    assert_data_eq!(
        me,
        str![[r#"
Me  me.yaml, saved                                                                                                                goal: Chief Technology Officer
  competency                                       you    goal   none  awar. work. prac. expert
▌ People leadership                                ●●○○   ●●●●     ·     ·     ◉     ·     ◇
  Technology strategy                              –      ●●●○     ·     ·     ·     ◇     ·
  Architecture                                     –      ●●○○     ·     ·     ◇     ·     ·
  Operations and reliability                       –      ●○○○     ·     ◇     ·     ·     ·
  Quality                                          ●●●○   ●○○○     ·     ◇     ·     ◉     ·





































────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
working → practitioner: Leads a team.
fit 39%  ███████████▋┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  not said: 3, counted as none
nearest by likeness (fit): Engineering Manager 42% · Engineer 35% · Chief Technology Officer 39% · Staff Engineer 27% · Senior Engineer 27% · Principal Engineer
29%
← → level  s save  g goal  tab tools  u undo  x clear  n n/a  / find  a all  enter nearest  esc back  F1 help

"#]]
    );
}
