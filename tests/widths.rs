//! Every command at every width: no line is wider than the page, and above forty columns no table is broken
//! into blocks. By default over the miniature catalog, each command at some widths; with `ROLES_ALL` at all of them,
//! and over the built-in one too.

use unicode_width::UnicodeWidthStr;

use crate::support::{Roles, Scratch, is_all, repository, sample};

const WIDTHS: [usize; 7] = [40, 60, 80, 100, 120, 160, 200];

/// Every command that draws a page, in the miniature catalog. `profile` prints a file, as it is.
const MINIATURE: &[&str] = &[
    "list",
    "list --competency architecture",
    "show cto",
    "show cto sre --all",
    "search system",
    "title sre",
    "prereqs cto",
    "next engineer",
    "path engineer cto",
    "salary cto",
    "salary --region de",
    "salary cto --all-sources",
    "compare cto vp-engineering",
    "compare cto vp-engineering sre engineer",
    "why cto",
    "why cto architecture",
    "sources",
    "competencies",
    "competencies architecture",
    "tools",
    "tools git",
    "families",
    "levels",
    "regions",
];

/// The same, in the built-in catalog.
const BUILTIN: &[&str] = &[
    "list",
    "list --sort growth",
    "list --education bachelor",
    "list --competency architecture --competency coaching",
    "show cto",
    "show cto --all",
    "show senior-software-engineer",
    "show intern-software-engineer",
    "search kubernetes",
    "title senior java developer",
    "prereqs cto --depth 2",
    "next software-engineer",
    "path software-engineer cto --region us",
    "salary cto",
    "salary cto --by state",
    "salary cto --all-sources",
    "salary --region de",
    "salary --region us",
    "salary software-engineer --by seniority",
    "compare cto vp-engineering",
    "compare cto cio vp-engineering staff-engineer",
    "why cto",
    "why cto technology-strategy",
    "why cto us",
    "why cto getting-in",
    "sources",
    "sources so_2025",
    "competencies",
    "competencies architecture",
    "tools",
    "tools kubernetes",
    "certificates",
    "certificates cissp",
    "families",
    "levels",
    "regions",
];

/// What a row of a block would begin with.
const TITLES: [&str; 12] = [
    "id",
    "title",
    "family",
    "level",
    "weight",
    "confidence",
    "group",
    "roles",
    "definition",
    "median",
    "match",
    "year",
];

/// Draws a page, and says which of its lines are wrong.
fn faults(roles: Roles, width: usize) -> Vec<String> {
    let outcome = roles.words("--format page --color never --width").arg(width.to_string()).run();
    assert!(matches!(outcome.code, 0 | 1) && !outcome.stdout.is_empty(), "{outcome}");
    let is_block = |line: &str| {
        let words = line.strip_prefix("    ").filter(|rest| !rest.starts_with(' '));
        width > 40 && words.is_some_and(|rest| TITLES.iter().any(|title| rest.split(' ').next() == Some(*title)))
    };
    let wrong = |line: &&str| line.width() > width || is_block(line);
    outcome.stdout.lines().filter(wrong).map(|line| format!("{width}: {line}")).collect()
}

fn all_faults(make: impl Fn() -> Roles, commands: &[&str]) -> Vec<String> {
    let of = |command| WIDTHS.iter().flat_map(move |width| ["", "--ascii"].map(|option| (command, option, *width)));
    let told = |(command, option, width): (&&str, &str, usize)| {
        let faults = faults(make().words(command).words(option), width);
        faults.into_iter().map(|fault| format!("{command} {option} {fault}")).collect::<Vec<_>>()
    };
    // Every width and both ways to draw come again after 14: with 9 each command has another two of them.
    sample(commands.iter().flat_map(of), 9).flat_map(told).collect()
}

#[test]
fn every_command_at_every_width() {
    // `gap` and `match` have a test of their own.
    let others = ["profile", "gap", "match"];
    let lines = MINIATURE.iter().chain(BUILTIN);
    assert_eq!(crate::formats::unasked(lines, &others), [""; 0], "a line of MINIATURE and of BUILTIN");
    assert_eq!(all_faults(Roles::miniature, MINIATURE), [""; 0]);
    if is_all() {
        assert_eq!(all_faults(Roles::builtin, BUILTIN), [""; 0]);
    }
}

#[test]
fn a_profile_at_every_width() {
    let profile = repository("tests/profiles/senior-backend-engineer.yaml");
    let widths = if is_all() { &WIDTHS[..] } else { &[60, 80] };
    for width in widths {
        for command in ["gap staff-engineer --profile", "match --profile"] {
            let roles = Roles::builtin().words(command).arg(&profile);
            assert_eq!(faults(roles, *width), [""; 0], "{command}");
        }
    }
}

/// What a list is ordered by is never what gives way.
#[test]
fn a_match_keeps_what_it_is_ordered_by() {
    let profile = repository("tests/profiles/senior-backend-engineer.yaml");
    for width in [60, 80, 100, 110, 120, 160] {
        let roles = Roles::builtin().words(&format!("match --format page --width {width} --profile")).arg(&profile);
        let page = roles.run().answered();
        assert!(page.lines().any(|line| line.starts_with("  role ") && line.contains("  like you")), "{width}: {page}");
    }
}

/// Sentences stand in lines that can be read, and an id is never broken.
#[test]
fn a_row_reads_well_at_every_width() {
    let scratch = Scratch::new("rows");
    let profile = repository("tests/profiles/sre.yaml");
    std::fs::create_dir_all(scratch.path().join("team")).expect("a folder can be made");
    std::fs::copy(profile, scratch.path().join("team/ann.yaml")).expect("a file can be copied");
    for width in [60, 80, 100, 120] {
        let page = |line: &str| {
            let line = format!("{line} --format page --width {width}");
            Roles::builtin().folder(scratch.path()).words(&line).run().answered()
        };
        for command in ["families", "competencies", "levels"] {
            let page = page(command);
            // A definition is longer than most lines: in a narrow column it would take many.
            let words = page.split_whitespace().count();
            assert!(words / page.lines().count() >= 4, "{command} at {width}: {page}");
        }
        let tools = page("tools kubernetes");
        for id in ["senior-platform-engineer", "distinguished-engineer", "observability-engineer", "devsecops-engineer"]
        {
            assert!(tools.lines().any(|line| line.ends_with(&format!(" {id}"))), "{id} at {width}: {tools}");
        }
        let team = page("match --profiles team --role staff-engineer");
        assert!(team.contains("asked for") && team.contains("reach it"), "{width}: {team}");
    }
}

/// From 140 columns a page has two parts beside each other, however wide it is.
#[test]
fn two_parts_of_a_page_stand_beside_each_other_at_any_wide_width() {
    let page = |width: usize| {
        let line = format!("show cto --format page --color never --width {width}");
        Roles::builtin().words(&line).run().answered()
    };
    let lines = page(139).lines().count();
    for width in [140, 160, 200] {
        let page = page(width);
        assert!(page.lines().all(|line| line.width() <= width), "{width}: {page}");
        assert!(page.lines().count() < lines, "{width}: {page}");
        let right = (width - 4) / 2 + 4;
        let halves: Vec<&str> = page
            .lines()
            .skip_while(|line| !line.starts_with("What sets it apart"))
            .take_while(|line| !line.starts_with("Day in the life"))
            .collect();
        let part = |line: &str, from: usize, to: usize| line.chars().take(to).skip(from).collect::<String>();
        assert!(part(halves[0], right, width).starts_with("Tools"), "{width}: {page}");
        assert!(halves.iter().any(|line| part(line, right, width).starts_with("Career")), "{width}: {page}");
        for line in halves {
            assert_eq!(part(line, right - 4, right).trim(), "", "{width}: {line}");
        }
    }
}

/// Where a drawing has no room in its row, it stands beneath it.
#[test]
fn roles_side_by_side_are_drawn_on_a_narrow_page_too() {
    for (line, width) in
        [("sre cto", 60), ("sre cto data-engineer", 80), ("sre cto data-engineer security-analyst", 80)]
    {
        let line = format!("compare {line} --format page --color never --width {width}");
        let page = Roles::builtin().words(&line).run().answered();
        assert!(page.lines().any(|line| line.contains("┈○") || line.contains("○─")), "{page}");
    }
}

/// One title of ninety columns, in signs of two columns each.
#[test]
fn a_long_title_breaks_no_listing() {
    let scratch = Scratch::new("widths");
    let title = "首席技术战略与企业架构负责人".repeat(4);
    let title: String = title.chars().take(45).collect();
    assert_eq!(title.width(), 90);
    scratch.write("engineering/staff-engineer.yaml", format!("title: {title}\n"));
    for command in ["list --level staff", "list", "show staff-engineer", "compare staff-engineer cto", "next engineer"]
    {
        let list = || Roles::miniature().arg("--catalog").arg(scratch.path()).words(command);
        for width in [41, 60, 80, 120] {
            assert_eq!(faults(list(), width), [""; 0], "{command}");
        }
    }
    let list = Roles::miniature().arg("--catalog").arg(scratch.path()).words("list --format page --width 80").run();
    let list = list.answered();
    assert_eq!(list.lines().filter(|line| line.contains("staff-engineer")).count(), 1, "{list}");
}

/// Signs that are drawn say nothing to who hears a page.
#[test]
fn what_is_heard_is_words() {
    let is_said = |c: char| c.is_ascii() || c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c);
    let commands = if is_all() { BUILTIN } else { &BUILTIN[4..6] };
    let heard = |roles: Roles| {
        let outcome = roles.words("--plain --format page").run();
        let is_said = !outcome.stdout.is_empty() || outcome.stderr == "note: none listed yet\n";
        assert!(matches!(outcome.code, 0 | 1) && is_said, "{outcome}");
        outcome.stdout
    };
    let texts = commands.iter().map(|command| (command, heard(Roles::builtin().words(command))));
    let small = MINIATURE.iter().map(|command| (command, heard(Roles::miniature().words(command))));
    for (command, text) in texts.chain(small) {
        let signs: String = text.chars().filter(|c| !is_said(*c)).collect();
        assert_eq!(signs, "", "{command}: {text}");
        assert!(!text.contains("/yr") && !text.contains(",."), "{command}: {text}");
    }
}
