//! Comparisons of `browse` where there is little room.

use snapbox::{assert_data_eq, str};

use crate::played::{DOWN, ENTER, Played, RIGHT, TAB, ctrl};
use crate::support::Roles;

/// Compares the first roles that `engineer` finds.
fn compared(count: usize, size: (u16, u16)) -> Option<Played> {
    let mut it = Played::browse(Roles::miniature().words("browse engineer"), size)?;
    for marked in 1..=count {
        it.press(TAB, &format!("{marked} marked"));
        it.press(DOWN, "> engineer");
    }
    it.press(&ctrl('o'), "Compare");
    Some(it)
}

#[test]
fn three_roles_in_a_small_terminal() {
    let Some(mut it) = compared(3, (40, 10)) else { return };
    assert_data_eq!(
        it.screen(),
        str![[r#"
Compare  competencies  2 so many here
▸○ Engineer  ● ◇
▌ Architecture         ┈┈┈●──◇─○┈┈    52
  People leadership    ┈┈┈○────◇┈┈    52
  Technology strategy  ┈┈┈○──◇┈┈┈┈    37
  Quality              ┈┈┈┈┈┈2┈┈┈┈     0
  Operations and reli… ┈┈┈┈┈○┈┈┈┈┈     –
○ 82  ● 30  ◇ 58
Architecture: 52 apart
tab tools  a add  d differences  esc  F1

"#]]
    );
    assert_data_eq!(
        it.press(RIGHT, "▸"),
        str![[r#"
Compare  competencies  2 so many here
○ ▸● Engineering Intern  ◇
▌ Architecture         ┈┈┈●──◇─○┈┈    52
  People leadership    ┈┈┈○────◇┈┈    52
  Technology strategy  ┈┈┈○──◇┈┈┈┈    37
  Quality              ┈┈┈┈┈┈2┈┈┈┈     0
  Operations and reli… ┈┈┈┈┈○┈┈┈┈┈     –
○ 82  ● 30  ◇ 58
Architecture: 52 apart
tab tools  a add  d differences  esc  F1

"#]]
    );
    assert_data_eq!(
        it.press(TAB, "Compare  tools"),
        str![[r#"
Compare  tools
○ ▸● Engineering Intern  ◇
▌ C++                  ○ 3  –    –
  C                    ○ 1  –    –
  Python               ○ 2  –    –
  Git                  ○ 3  ● 1  ◇ 1


○ practitioner  ● –  ◇ –
tab pay  a add  d differences  esc  F1

"#]]
    );
    assert_data_eq!(
        it.press(TAB, "Compare  pay"),
        str![[r#"
Compare  pay                    1-5 of 7
○ ▸● Engineering Intern  ◇
▌ no figure of one region for all
  engineer → intern: no ladder
  engineer → engineering-manager: 2 ste…
  intern → engineer: 2 steps
  intern → engineering-manager: 4 steps
what each is paid: choose one with left
and right, then p
tab competencies  a add  esc  F1

"#]]
    );
}

#[test]
fn six_roles_in_a_small_terminal() {
    let Some(it) = compared(6, (40, 10)) else { return };
    assert_data_eq!(
        it.screen(),
        str![[r#"
Compare  competencies  2 so many here
▸○ Engineer  ● ◇ ◆ ▲ ■
▌ Architecture         ┈┈┈2──◇─○2┈    67
  People leadership    ┈┈┈2◆───◇┈┈    52
  Quality              ┈┈┈▲──4┈┈┈┈    37
  Operations and reli… ┈┈┈┈┈○◆──■┈    36
  Technology strategy  ┈┈┈3──◇┈┈┈┈    37
○ 82  ● 30  ◇ 58  ◆ 92  ▲ 25  ■ 87
Architecture: 67 apart
tab tools  a add  d differences  esc  F1

"#]]
    );
}

#[test]
fn three_and_six_roles_in_sixty_columns() {
    let Some(mut it) = compared(3, (60, 16)) else { return };
    assert_data_eq!(
        it.screen(),
        str![[r#"
Compare  competencies  2 so many here
▸○ Engineer                    ● Engineering Intern
 ◇ Engineering Manager
▌ Architecture                   ┈┈┈┈┈┈●─────◇───○┈┈┈┈    52
  People leadership              ┈┈┈┈┈○──────────◇┈┈┈┈    52
  Technology strategy            ┈┈┈┈┈○──────◇┈┈┈┈┈┈┈┈    37
  Quality                        ┈┈┈┈┈┈┈┈┈┈┈┈2┈┈┈┈┈┈┈┈     0
  Operations and reliability     ┈┈┈┈┈┈┈┈┈┈○┈┈┈┈┈┈┈┈┈┈     –





○ 82  ● 30  ◇ 58
Architecture: 52 apart
tab tools  a add  d differences  ← → role  esc  F1

"#]]
    );
    assert_data_eq!(
        it.press(TAB, "Compare  tools"),
        str![[r#"
Compare  tools
▸○ Engineer                    ● Engineering Intern
 ◇ Engineering Manager
▌ C++                            ○ ●●●○   –        –
  C                              ○ ●○○○   –        –
  Python                         ○ ●●○○   –        –
  Git                            ○ ●●●○   ● ●○○○   ◇ ●○○○







○ practitioner  ● –  ◇ –
tab pay  a add  d differences  ← → role  x take out  esc  F1

"#]]
    );
    let Some(it) = compared(6, (60, 16)) else { return };
    assert_data_eq!(
        it.screen(),
        str![[r#"
Compare  competencies  2 so many here
▸○ Engineer  ● ◇ ◆ ▲ ■
▌ Architecture                   ┈┈┈┈┈▲●─────◇───○■◆┈┈    67
  People leadership              ┈┈┈┈┈2───◆──────◇┈┈┈┈    52
  Quality                        ┈┈┈┈┈▲──────4┈┈┈┈┈┈┈┈    37
  Operations and reliability     ┈┈┈┈┈┈┈┈┈┈○──◆───■┈┈┈    36
  Technology strategy            ┈┈┈┈┈3──────◇┈┈┈┈┈┈┈┈    37






○ 82  ● 30  ◇ 58  ◆ 92  ▲ 25  ■ 87
Architecture: 67 apart
tab tools  a add  d differences  ← → role  esc  F1

"#]]
    );
}

/// Titles that begin alike are cut where they can be told apart, a mark stands beside its figure, and above the levels
/// stands whose they are.
#[test]
fn six_roles_whose_titles_begin_alike() {
    const MARKS: [char; 6] = ['○', '●', '◇', '◆', '▲', '■'];
    for (size, names) in [
        ((80, 24), ["○ Chief Information Officer ", "● Chief Information Security Officer"]),
        ((120, 40), ["○ Chief Information Officer ", "● Chief Information Security Officer"]),
    ] {
        let Some(mut it) = Played::browse(Roles::builtin().words("browse"), size) else { return };
        for (marked, id) in ["cio", "ciso", "cto", "sre", "sdet", "dba"].into_iter().enumerate() {
            it.press(&ctrl('u'), "F1 help");
            it.press(id, &format!("> {id}"));
            it.press(TAB, &format!("{} marked", marked + 1));
        }
        let shown = it.press(&ctrl('o'), "Compare");
        assert!(names.iter().all(|name| shown.contains(name)), "{shown}");
        let legend = 4;
        assert!(!shown.lines().skip(legend).any(|line| line.ends_with(MARKS)), "{shown}");
        let has_levels = shown.lines().take(legend).any(|line| line.ends_with("○    ●    ◇    ◆    ▲    ■"));
        assert_eq!(has_levels, size.0 >= 100, "{shown}");
    }
}

#[test]
fn names_of_regions_are_whole_beside_ranges() {
    for size in [(80, 24), (100, 30), (120, 30)] {
        let Some(mut it) = Played::browse(Roles::builtin().words("browse head-of-platform"), size) else { return };
        let shown = it.press(&ctrl('p'), "Pay:");
        assert!(shown.contains("United Kingdom ") && shown.contains("United States "), "{shown}");
        assert!(shown.contains('●') && !shown.lines().skip(1).take(12).any(|line| line.contains('…')), "{shown}");
    }
}

/// An amount of an hour is no longer than one of a year: on one scale stand figures of one unit.
#[test]
fn ranges_are_drawn_of_the_unit_that_is_chosen() {
    let Some(mut it) = Played::browse(Roles::builtin().words("browse sre"), (120, 40)) else { return };
    it.press(&ctrl('p'), "Pay:");
    let first = it.press(TAB, "  states");
    it.press("/", "enter here");
    it.press("alberta", "1 found");
    let next = it.press(ENTER, "▌ Alberta");
    let drawn = |shown: &str| -> Vec<String> {
        let lines = shown.lines().skip(1).take_while(|line| !line.contains("; p25")).filter(|line| line.contains('●'));
        let unit = |line: &str| line.split_whitespace().find(|word| word.contains('/')).map(str::to_owned);
        let mut units: Vec<String> = lines.filter_map(unit).collect();
        units.dedup();
        units
    };
    assert!(first.contains("  Alberta ") && drawn(&first) == ["USD/year"], "{first}");
    assert_eq!(drawn(&next), ["CAD/hour"], "{next}");
}

/// The names of arrows are long: in ASCII no key of a screen gives way to them.
#[test]
fn in_ascii_no_key_is_missed_at_the_foot() {
    let Some(mut it) = Played::browse(Roles::miniature().words("browse engineer --ascii"), (80, 24)) else { return };
    let walk = it.press(RIGHT, "left right walk");
    assert!(walk.contains("  w why  "), "{walk}");
    let pay = it.press("p", "Pay:");
    assert!(pay.contains("  enter page  "), "{pay}");
    let me = it.press("e", "left right level");
    assert!(me.contains("  n n/a  "), "{me}");
}

/// The levels stand last in a line: a narrow screen takes from the name and the drawing.
#[test]
fn what_must_grow_is_not_cut_in_sixty_columns() {
    for width in [60, 70, 80] {
        let Some(mut it) = Played::browse(Roles::builtin().words("browse senior-software-engineer"), (width, 24))
        else {
            return;
        };
        let shown = it.press(RIGHT, "Senior Software Engineer → Staff Engineer");
        let grows: Vec<&str> =
            shown.lines().filter(|line| line.contains("  55 → ") || line.contains("  27 → ")).collect();
        assert!(grows.len() == 2 && grows.iter().all(|line| line.ends_with("●●○○→●●●○")), "{shown}");
    }
}

/// Labels of one region have parts that are called alike: a screen tells whose each is.
#[test]
fn no_two_figures_by_seniority_read_alike() {
    for size in [(80, 24), (60, 24)] {
        let roles = Roles::builtin().words("browse senior-software-engineer");
        let Some(mut it) = Played::browse(roles, size) else { return };
        it.press(&ctrl('p'), "Pay:");
        it.press(TAB, "states");
        let mut shown = it.press(TAB, "parts of labels by seniority");
        for order in ["by label", "by median"] {
            for page in 0..5 {
                let names = names_of_figures(&shown);
                assert!(names.len() > 8, "{order}, {page}: {shown}");
                let unlike: std::collections::BTreeSet<&String> = names.iter().collect();
                assert_eq!(unlike.len(), names.len(), "{order}, {page}: {names:?}\n{shown}");
                shown = it.press("\u{1b}[6~", "");
            }
            it.press("\u{1b}[H", "1-");
            shown = it.press("s", "by median");
        }
    }
}

/// Where two figures are called alike, their sources tell them apart, and a wide screen cuts no name.
#[test]
fn figures_that_are_called_alike_say_their_sources() {
    for size in [(80, 24), (160, 50)] {
        let Some(mut it) = Played::browse(Roles::builtin().words("browse software-engineer"), size) else { return };
        it.press(&ctrl('p'), "Pay:");
        it.press(TAB, "states");
        it.press(TAB, "parts of labels by seniority");
        it.press("s", "by seniority, by median");
        let mut shown = it.press("\u{1b}[F", " of ");
        let (mut named, mut cut) = (String::new(), 0);
        for _ in 0..6 {
            let names = names_of_figures(&shown);
            assert!(!names.iter().any(|name| name.contains(" (2)")), "{shown}");
            cut += names.iter().filter(|name| name.contains('…')).count();
            named += &names.join("\n");
            shown = it.press("\u{1b}[5~", "");
        }
        assert!(named.contains("isecjobs.com"), "{named}");
        assert!(size.0 < 160 || cut == 0 && named.contains("United States "), "{named}");
    }
}

/// What each figure of a screen is called, with its heading and its unit.
fn names_of_figures(shown: &str) -> Vec<String> {
    let mut heading = "";
    let mut names = Vec::new();
    for line in shown.lines().skip(1).take_while(|line| !line.contains("; p25")) {
        match line.strip_prefix("  ").or_else(|| line.strip_prefix("▌ ")) {
            Some(row) => {
                let (name, rest) = row.split_once("  ").or_else(|| row.split_once(" ~")).unwrap_or((row, ""));
                let unit = rest.split_whitespace().find(|word| word.contains('/')).unwrap_or("");
                names.push(format!("{heading}: {}, {unit}", name.trim()));
            }
            None => heading = line,
        }
    }
    names
}

/// No name above a comparison is cut where it has room on a line of its own, or where an id has.
#[test]
fn names_of_a_narrow_comparison_are_whole() {
    for (size, ids, names) in [
        ((34, 14), &["cto", "sre"][..], &["○ Chief Technology Officer", "● Site Reliability Engineer"][..]),
        ((34, 10), &["ciso", "sre"], &["▸○ ciso  ●"]),
        ((40, 10), &["cto", "vp-engineering"], &["○ cto", "● vp-engineering"]),
        ((34, 14), &["cio", "ciso"], &["○ Chief Information Officer", "● ciso"]),
        ((34, 14), &["ciso", "cio", "sre"], &["▸○ ciso  ● ◇"]),
        ((60, 20), &["cio", "cto", "sre"], &["○ Chief Information Officer", "● Chief Technology Officer"]),
    ] {
        let Some(mut it) = Played::browse(Roles::builtin().words("browse"), size) else { return };
        for (marked, id) in ids.iter().enumerate() {
            it.press(&ctrl('u'), "F1");
            it.press(id, &format!("> {id}"));
            it.press(TAB, &format!("{} marked", marked + 1));
        }
        let shown = it.press(&ctrl('o'), "Compare");
        assert!(names.iter().all(|name| shown.contains(name)), "{ids:?}: {shown}");
        let legend: Vec<&str> = shown.lines().skip(1).take_while(|line| !line.starts_with('▌')).collect();
        assert!(!legend.concat().contains('…'), "{ids:?}: {shown}");
    }
}
