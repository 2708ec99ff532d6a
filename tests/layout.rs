//! How a page is laid out: everything of it ends at one column, nothing is cut that has room, and what is drawn is
//! explained.

use snapbox::{assert_data_eq, str};
use unicode_width::UnicodeWidthStr;

use crate::support::{Roles, Scratch, builtin, in_terminal, repository};

fn at(line: &str, width: usize) -> String {
    builtin(&format!("{line} --format page --color never --width {width}")).answered()
}

/// Until the two columns begin, at 140.
#[test]
fn captions_and_tables_of_a_role_end_at_one_column() {
    for width in [80, 92, 100, 110, 120, 130, 139] {
        for role in ["cto", "data-engineer", "intern-software-engineer"] {
            let page = at(&format!("show {role}"), width);
            let end = width.min(92);
            for line in page.lines() {
                let is_caption = !line.starts_with(' ') && line.contains("   ");
                assert!(line.width() <= end, "{width}: {line}");
                assert!(!is_caption || line.width() == end, "{width}: {line}");
            }
        }
    }
}

/// A table that is wider than prose takes headings and drawings along.
#[test]
fn headings_end_where_the_widest_table_does() {
    for (line, heads) in [("why cto", 3), ("certificates cissp", 2), ("compare cto cio vp-engineering sre", 4)] {
        let page = at(line, 120);
        let is_heading = |line: &&str| !line.starts_with(' ') && line.contains("   ");
        let ends: Vec<usize> = page.lines().filter(is_heading).map(UnicodeWidthStr::width).collect();
        assert!(ends.len() >= heads && ends[0] > 92 && ends.iter().all(|end| *end == ends[0]), "{ends:?}: {page}");
    }
}

/// A path of forty columns keeps the line at its left, and one of sixty says from which level one grows.
#[test]
fn a_narrow_path_keeps_its_line() {
    let path = |width: usize| {
        let line = format!("path senior-engineer engineering-manager --format page --width {width}");
        Roles::miniature().words(&line).run().to_string()
    };
    assert_data_eq!(
        path(40),
        str![[r#"
Senior Engineer → Engineering Manager
  1 step

  Senior Engineer  senior-engineer
  │ Ladder 2024
  │ grows:
  │ People leadership
  │   weight 26 to 78
  │   from practitioner
  │   level expert
  │ Technology strategy
  │   weight 25 to 62
  │   level working
  ▼ Engineering Manager
  engineering-manager

  More:
  roles path senior-engineer
  engineering-manager --max 5. What it
  pays: --region us

"#]]
    );
    assert_data_eq!(
        path(50),
        str![[r#"
Senior Engineer → Engineering Manager       1 step

  Senior Engineer  senior-engineer
  │ Ladder 2024
  │ grows:
  │ People leadership    26 to 78  expert
  │   from practitioner
  │ Technology strategy  25 to 62  working
  ▼ Engineering Manager  engineering-manager

  More:
  roles path senior-engineer engineering-manager
  --max 5. What it pays: --region us

"#]]
    );
}

#[test]
fn what_grows_stands_in_the_same_columns_at_every_step() {
    for width in [80, 100, 120, 160] {
        let page = at("path software-engineer cto", width);
        let place = |line: &str| line.split_once('→').map(|(before, _)| before.width());
        let places: Vec<usize> =
            page.lines().filter(|line| line.contains("●●") && line.contains('→')).filter_map(place).collect();
        assert!(places.len() == 12 && places.iter().all(|at| *at == places[0]), "{width}: {page}");
    }
}

#[test]
fn a_figure_among_marks_is_explained_where_one_is_drawn() {
    for (line, width, is_told) in [
        ("path software-engineer cto", 80, true),
        ("path software-engineer cto", 120, false),
        ("path software-engineer cto", 40, false),
        ("compare cto cio", 40, false),
        ("compare cto cio", 80, true),
        ("compare cto intern-software-engineer", 200, false),
    ] {
        let page = at(line, width);
        let is_drawn = page.lines().any(|line| line.contains("┈2") || line.contains("─2") || line.contains("2┈"));
        assert_eq!((page.contains("2 so many here"), is_drawn), (is_told, is_told), "{line}, {width}: {page}");
    }
}

#[test]
fn no_title_is_cut_that_has_room() {
    let profile = repository("tests/profiles/senior-backend-engineer.yaml");
    for width in [40, 60, 80, 100, 120, 140, 160, 200] {
        for line in ["show data-engineer", "show software-engineer --section career", "path software-engineer cto"] {
            let page = at(line, width);
            assert!(!page.contains('…'), "{line}, {width}: {page}");
        }
        let fits =
            Roles::builtin().words(&format!("match --format page --width {width} --profile")).arg(&profile).run();
        assert!(!fits.answered().contains('…'), "{width}");
    }
}

/// The excerpt of a long line is cut around what is wrong, and what is said of it is wrapped.
#[test]
fn an_excerpt_is_no_wider_than_its_terminal() {
    let scratch = Scratch::new("layout-excerpt");
    let long =
        "Keeps the books of all that comes in and goes out, and says each evening what is left of it. ".repeat(2);
    scratch
        .write("own/finance/ledger-keeper.yaml", format!("title: Ledger Keeper\nsummary: {long}\nfamily: [{long}\n"));
    let flow = format!("{{title: Book Keeper, summary: '{}', famly: finance, level: 4}}\n", long.trim());
    scratch.write("own/finance-and-everything-that-is-counted/book-keeper-of-the-house.yaml", flow);
    let check = |width: usize| {
        let roles = Roles::miniature().words(&format!("check own --format page --color never --width {width}"));
        roles.folder(scratch.path()).run()
    };
    for width in [40, 60, 80, 120] {
        let outcome = check(width);
        assert!(outcome.stdout.lines().all(|line| line.width() <= width), "{width}: {outcome}");
    }
    assert_data_eq!(
        check(60).to_string(),
        str![[r#"
error[unknown-field]: no field is called `famly`
  ╭▸ …ng-that-is-counted/book-keeper-of-the-house.yaml:1:220
  │
1 │ …g what is left of it.', famly: finance, level: 4}
  │                          ━━━━━
  │
  ╰ help: did you mean `family`?

error[wrong-type]: `family` takes text, not a list
  ╭▸ own/finance/ledger-keeper.yaml:3:9
  │
3 │ family: [Keeps the books of all that comes in and goes …
  │         ━
  │
  ╰ help: write one text, without brackets and dashes

own: 2 roles, 2 faults
  What a rule asks for: roles check --explain unknown-field
[exit code: 1]

"#]]
    );
    // Beside an answer too, on a terminal; a pipe gets all.
    let list = || Roles::miniature().words("--catalog own --no-cache show cto").folder(scratch.path());
    let Some(told) = in_terminal(&list().env("TERM", "xterm").env("NO_COLOR", "1").command(), 60, 24) else { return };
    let told: Vec<&str> = told.lines().map(|line| line.trim_end_matches('\r')).collect();
    let excerpts = told.iter().take_while(|line| !line.starts_with("error: "));
    let widths: Vec<usize> = excerpts.map(|line| line.width()).collect();
    assert!(widths.len() > 9 && widths.iter().all(|width| *width <= 60), "{told:#?}");
    assert!(list().run().stderr.lines().any(|line| line.width() > 100));
}

/// The comments of a template are wrapped on a page, and stand in a file as ever.
#[test]
fn a_template_is_no_wider_than_its_terminal() {
    for width in [40, 60, 80, 120] {
        let page = at("profile sre", width);
        assert!(page.lines().all(|line| line.width() <= width), "{width}: {page}");
        let keys = |text: &str| text.lines().filter(|line| !line.contains('#')).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(keys(&page), keys(&builtin("profile sre").answered()));
    }
    let head: String = at("profile sre", 50).lines().take(14).map(|line| format!("{line}\n")).collect();
    assert_data_eq!(
        head,
        str![[r#"
# A self-assessment, for `roles gap ROLE --profile
# FILE` and `roles match --profile FILE`.
# Put a level behind a name: none, awareness,
# working, practitioner or expert.
# A line may be left out, or stay blank: it says
# nothing. Titles and aliases serve as names too.
# n/a takes a line out of the measure: it has no
# bearing on your work.
# What is asked for by Site Reliability Engineer
# (sre).

# The role you hold now, by its id: `roles match`
# then says how many steps away each role is.
# role: sre

"#]]
    );
}

/// The names of places are long: they go on in a second line before a sign of one is lost, and ranges are drawn in what
/// is left.
#[test]
fn names_of_places_are_whole_beside_ranges() {
    for by in ["metro", "state"] {
        let names = builtin(&format!("salary sre --region us --by {by} -f tsv --fields region_name")).answered();
        for width in [60, 80, 100, 120] {
            let page = at(&format!("salary sre --region us --by {by}"), width);
            assert!(page.lines().all(|line| line.width() <= width) && !page.contains('…'), "{width}: {page}");
            let words = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            // A name that goes on does so behind the figures of its row.
            let begun = |name: &str| page.lines().any(|line| line.trim_start().starts_with(name));
            let whole = words(&page);
            for name in names.lines().skip(1) {
                let last = name.split(' ').next_back().unwrap_or_default();
                assert!(begun(name) || whole.contains(last), "{width}: {name}");
            }
            assert!(width == 60 || page.contains("─●"), "{width}: {page}");
        }
    }
    let page = at("salary sre --region us --by metro", 60);
    let at = |begin: &str| page.lines().skip_while(|line| !line.starts_with(begin)).take(2).collect::<Vec<_>>();
    let area = at("  Alaska nonmetropolitan ");
    assert!(area[0].ends_with(" 60") && area[1] == "    area", "{area:?}");
    let valley = at("  Albany-Schenectady-");
    assert!(valley[0].ends_with(" 3,280") && valley[1] == "    Troy, NY", "{valley:?}");
}

#[test]
fn no_cell_of_a_narrow_table_is_cut_that_can_be_wrapped() {
    for width in [60, 66, 80] {
        for line in ["tools", "tools kubernetes", "tools git", "certificates", "certificates security-plus", "families"]
        {
            let page = at(line, width);
            assert!(!page.contains('…') && page.lines().all(|line| line.width() <= width), "{line}, {width}: {page}");
        }
    }
    let page = at("tools kubernetes", 60);
    assert!(page.contains("  Database Reliability   ◆  dbre\n    Engineer\n"), "{page}");
}

/// A page says first what it answers.
#[test]
fn a_page_begins_with_what_it_answers() {
    let scratch = Scratch::new("answers-first");
    let profile = repository("tests/profiles/sre.yaml");
    std::fs::create_dir_all(scratch.path().join("team")).expect("a folder can be made");
    std::fs::copy(&profile, scratch.path().join("team/ann.yaml")).expect("a file can be copied");
    let first = |roles: Roles| {
        let page = roles.folder(scratch.path()).words("--format page --width 80 --color never").run().stdout;
        page.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(first(Roles::builtin().words("match --profile").arg(&profile)), "The roles that fit you");
    assert_eq!(first(Roles::builtin().words("match --profiles team")), "Who fits what");
    assert_eq!(first(Roles::builtin().words("title sre")), "What “sre” means");
    assert_eq!(first(Roles::builtin().words("title sre --ascii")), "What \"sre\" means");
}

/// A command that has room on a line has one, from its left edge where it is as wide as the page.
#[test]
fn a_command_as_wide_as_the_page_stays_whole() {
    for (line, command) in [
        ("path senior-software-engineer engineering-manager", None),
        ("show senior-software-engineer", Some("roles path senior-software-engineer")),
        ("next database-administrator", None),
    ] {
        let page = at(line, 40);
        assert!(page.lines().all(|line| line.width() <= 40), "{page}");
        if let Some(command) = command {
            assert!(page.lines().any(|line| line == command), "{page}");
        }
    }
    for width in 35..=40 {
        let page = at("show senior-software-engineer --section career", width);
        assert!(page.lines().any(|line| line == "roles path senior-software-engineer"), "{width}: {page}");
    }
    // What is told beside an answer, on a terminal: without its backticks, where it is as wide with them.
    let told = |name: &str, columns: u16| {
        let roles = Roles::builtin()
            .words("path")
            .arg(name)
            .env("ROLES_NO_PAGER", "1")
            .env("TERM", "xterm")
            .env("NO_COLOR", "1");
        in_terminal(&roles.command(), columns, 24)
    };
    let Some(shown) = told("seniorsoftwareenginer", 40) else { return };
    let is_command = |line: &str| line.contains("roles path senior-software-engineer");
    let line = shown.lines().map(str::trim_end).find(|line| is_command(line));
    assert!(line.is_some_and(|line| line.width() <= 40), "{shown}");
}
