//! What only a terminal sees, in a pseudo-terminal.

use std::process::Stdio;

use crate::support::{self, Roles, Scratch, miniature, repository};

/// Runs in a terminal of a size, and returns what it shows.
fn in_terminal(roles: Roles, columns: u16, rows: u16) -> Option<String> {
    support::in_terminal(&roles.env("TERM", "xterm-256color").command(), columns, rows)
}

/// Runs in a terminal of ten rows, and types keys once it shows a word. Returns what it shows in all,
/// and the exit code; none where there are no terminals.
fn typing(roles: Roles, awaited: &str, keys: &[&str]) -> Option<(String, Option<i32>)> {
    support::typed_in_terminal(&roles.env("TERM", "xterm-256color").command(), (80, 10), awaited, keys)
}

/// The text without its escapes.
fn visible(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        shown.push_str(before);
        rest = match after.chars().next() {
            Some('[') => after.split_once(|c: char| c.is_ascii_alphabetic()).map_or("", |(_, rest)| rest),
            Some(']') => after.split_once("\u{1b}\\").map_or("", |(_, rest)| rest),
            _ => after,
        };
    }
    shown + rest
}

#[test]
fn a_terminal_gets_a_page_with_colors() {
    let Some(shown) = in_terminal(Roles::miniature().words("show cto --no-pager"), 80, 24) else { return };
    assert!(shown.contains("\u{1b}[1m"), "{shown}");
    assert!(visible(&shown).contains("Competencies"), "{shown}");
    assert!(visible(&shown).lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= 80), "{shown}");
}

/// A page without its day: what is read before one scrolls.
fn without_day(page: &str) -> String {
    let (before, day) = page.split_once("\nDay in the life\n").expect("a role has a day");
    let (_, foot) = day.rsplit_once("\n\n").expect("a page has a foot");
    format!("{before}\n{foot}")
}

#[test]
fn the_page_of_a_chief_fits_a_printed_page_and_begins_with_what_sets_it_apart() {
    let Some(shown) = in_terminal(Roles::builtin().words("show cto --no-pager"), 80, 24) else { return };
    let page = visible(&shown);
    let lines = without_day(&page).lines().count();
    assert!(lines <= 66, "{lines} lines: {page}");
    let first = page.lines().take(24).collect::<Vec<_>>().join("\n");
    for part in
        ["answers for whether", "What sets it apart", "Technology strategy", "least of all", "more: roles show cto"]
    {
        assert!(first.contains(part), "{part}: {first}");
    }
    assert!(page.contains("Getting in") && page.contains("Outlook"), "{page}");
}

#[test]
fn the_principal_engineer_leads_to_the_chief_first() {
    let moves = support::builtin("show cto --section career").answered();
    let first = moves.lines().find(|line| line.starts_with("prerequisite")).unwrap_or_default();
    assert!(first.contains("principal-engineer") && first.contains("founding page"), "{moves}");
    let page = support::builtin("show cto --section career --format page --width 80").answered();
    let from = page.lines().find(|line| line.starts_with("  from")).unwrap_or_default();
    assert!(from.contains("Principal Engineer") && from.contains("◆ founding page"), "{page}");
}

#[test]
fn a_page_on_a_terminal_is_the_page_in_a_pipe() {
    let Some(shown) = in_terminal(Roles::miniature().words("show cto --no-pager"), 100, 24) else { return };
    let piped = Roles::miniature().words("show cto --format page --width 100").run().answered();
    assert_eq!(visible(&shown), piped);
}

#[test]
fn no_color_is_obeyed() {
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "dumb"), ("ROLES_COLOR", "never")] {
        let roles = Roles::miniature().words("show cto --no-pager");
        let Some(shown) = in_terminal_with(roles, name, value) else { return };
        assert!(!shown.contains('\u{1b}'), "{name}: {shown}");
    }
}

fn in_terminal_with(roles: Roles, name: &str, value: &str) -> Option<String> {
    // `in_terminal` names a terminal of its own, which the last word of the environment overrides.
    match name {
        "TERM" => in_terminal(roles.words("--color auto").env("NO_COLOR", "").env("CLICOLOR", "0"), 80, 24),
        _ => in_terminal(roles.env(name, value), 80, 24),
    }
}

#[test]
fn a_tall_page_goes_through_the_pager() {
    let scratch = Scratch::new("pager");
    let pager = scratch.write("pager", "#!/bin/sh\necho PAGED\ncat >/dev/null\n");
    std::fs::set_permissions(&pager, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("it is ours");
    let with = |rows| in_terminal(Roles::miniature().words("show cto").env("ROLES_PAGER", pager.as_os_str()), 80, rows);
    let Some(tall) = with(10) else { return };
    assert_eq!(tall, "PAGED\n");
    let check = Roles::miniature().words("check").arg(repository("tests/invalid/crooked-weight"));
    let faults = in_terminal(check.env("ROLES_PAGER", pager.as_os_str()), 80, 5).expect("there is a terminal");
    assert_eq!(faults, "PAGED\n");
    let short = with(500).expect("there is a terminal");
    assert!(!short.contains("PAGED") && short.contains("Career"), "{short}");
}

#[test]
fn notes_stand_above_a_page_in_the_pager_and_help_goes_through_it() {
    let scratch = Scratch::new("pager-notes");
    let pager = scratch.write("pager", "#!/bin/sh\nsed 's/^/PAGED /'\n");
    std::fs::set_permissions(&pager, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("it is ours");
    let show =
        |line: &str, rows| in_terminal(Roles::miniature().words(line).env("ROLES_PAGER", pager.as_os_str()), 80, rows);
    let Some(shown) = show("show chief-technology", 10) else { return };
    assert!(visible(&shown).starts_with("PAGED note: `chief-technology` begins a name of `cto`"), "{shown}");
    assert_eq!(visible(&shown).matches("note: ").count(), 1, "{shown}");
    let tall = show("show chief-technology", 500).expect("there is a terminal");
    assert!(visible(&tall).starts_with("note: ") && !tall.contains("PAGED"), "{tall}");
    let help = show("show --help", 10).expect("there is a terminal");
    assert!(help.starts_with("PAGED "), "{help}");
    let help = show("show --help --no-pager", 10).expect("there is a terminal");
    assert!(!help.contains("PAGED"), "{help}");
}

#[test]
fn a_pager_that_is_missing_loses_nothing() {
    let missing = Roles::miniature().words("show cto").env("ROLES_PAGER", "no-such-pager-anywhere");
    let Some(shown) = in_terminal(missing, 80, 10) else { return };
    assert!(visible(&shown).contains("Career"), "{shown}");
    assert!(visible(&shown).contains("note: the pager cannot be started: the page follows"), "{shown}");
    // One that has shown the page and then fails has shown it.
    let shown = paged("PAGER", "cat > /dev/null; echo SHOWN; exit 3").expect("there is a terminal");
    assert_eq!(shown.trim_end(), "SHOWN", "{shown}");
}

#[test]
fn sources_are_links_where_the_terminal_knows_them() {
    let roles = || Roles::builtin().words("sources so_2025 --no-pager");
    let Some(plain) = in_terminal(roles(), 80, 100) else { return };
    assert!(!plain.contains("\u{1b}]8;;"), "{plain}");
    let linked = in_terminal(roles().env("TERM_PROGRAM", "WezTerm"), 80, 100).expect("there is a terminal");
    assert!(linked.contains("\u{1b}]8;;https://survey.stackoverflow.co/2025/"), "{linked}");
    assert_eq!(visible(&linked), visible(&plain));
}

#[test]
fn role_names_lead_to_the_page_that_tells_more() {
    let overlay = repository("tests/overlay");
    let roles =
        || Roles::miniature().arg("--catalog").arg(&overlay).words("prereqs acme-architect --depth 1 --no-pager");
    let Some(plain) = in_terminal(roles(), 100, 50) else { return };
    let linked = in_terminal(roles().env("TERM_PROGRAM", "WezTerm"), 100, 50).expect("there is a terminal");
    // The role's own address, and that of the O*NET occupation of another.
    for url in ["https://acme.example/ladder#architect", "https://www.onetonline.org/link/summary/90-0001.00"] {
        assert!(linked.contains(&format!("\u{1b}]8;;{url}\u{1b}\\")), "{linked}");
    }
    assert_eq!(visible(&linked), visible(&plain));
    assert!(visible(&plain).contains("Acme Architect") && !plain.contains("\u{1b}]8;;"), "{plain}");
}

#[test]
fn color_can_be_had_in_a_pipe_but_links_cannot() {
    let piped = Roles::builtin()
        .words("sources so_2025 --format page --color always")
        .env("TERM_PROGRAM", "WezTerm")
        .run()
        .answered();
    assert!(piped.contains("\u{1b}[1m") && !piped.contains("\u{1b}]8;;"), "{piped}");
}

#[test]
fn colors_change_by_their_variable() {
    let piped = Roles::builtin()
        .words("sources so_2025 --format page --color always")
        .env("ROLES_COLORS", "title=1;35")
        .run()
        .answered();
    assert!(piped.contains("\u{1b}[1;35mStack Overflow"), "{piped}");
}

#[test]
fn colors_are_those_of_the_page_and_weight_where_it_is_not_known() {
    let page = |name: &str, value: &str| {
        let roles = Roles::builtin().words("show cto --section career --format page --color always");
        roles.env("TERM", "xterm-256color").env(name, value).run().answered()
    };
    let heading = |code: &str| format!("\u{1b}[{code}mCareer\u{1b}[0m");
    assert!(page("ROLES_THEME", "dark").contains(&heading("38;5;75;1")), "{}", page("ROLES_THEME", "dark"));
    assert!(page("ROLES_THEME", "light").contains(&heading("38;5;25;1")));
    assert!(page("COLORFGBG", "0;15").contains(&heading("38;5;25;1")));
    let unknown = page("ROLES_THEME", "none");
    assert!(unknown.contains(&heading("1")) && !unknown.contains("38;5;"), "{unknown}");
    assert!(unknown.contains("\u{1b}[2m"), "{unknown}");
}

#[test]
fn nothing_is_asked_of_a_terminal_that_is_not_there() {
    let status = Roles::builtin()
        .words("show cto")
        .command()
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    assert!(status.expect("the program runs").success());
}

/// Runs in a small terminal through a line of the shell as the pager.
fn paged(variable: &str, pager: &str) -> Option<String> {
    in_terminal(Roles::miniature().words("show cto").env(variable, pager), 80, 10)
}

#[test]
fn the_pager_is_a_line_of_the_shell_that_knows_colors() {
    let Some(shown) = paged("PAGER", "cat > /dev/null; echo \"<$LESS> <$LV> <$LESSCHARSET>\"") else { return };
    assert_eq!(shown, "<FRXPs roles show cto?lt, line %lt.?e (end).  (h for help, q to quit)$> <-c> <utf-8>\n");
    let own =
        Roles::miniature().words("show cto").env("PAGER", "cat > /dev/null; echo \"<$LESS> <$LV> <$LESSCHARSET>\"");
    let own = in_terminal(own.env("LESS", "-M").env("LV", ""), 80, 10).expect("there is a terminal");
    assert_eq!(own, "<-M> <-c> <utf-8>\n");
    let empty = Roles::miniature().words("show cto").env("PAGER", "cat > /dev/null; echo \"<$LESS>\"").env("LESS", "");
    let empty = in_terminal(empty, 80, 10).expect("there is a terminal");
    assert!(empty.starts_with("<FRXPs"), "{empty}");
    // What is empty is not set; `ROLES_PAGER` goes first.
    let both = Roles::miniature().words("show cto").env("ROLES_PAGER", "").env("PAGER", "head -n 1 | tr a-z A-Z");
    let both = in_terminal(both.env("NO_COLOR", "1"), 80, 10).expect("there is a terminal");
    assert_eq!(both.trim_end(), format!("{:<77}CTO", "CHIEF TECHNOLOGY OFFICER"));
}

#[test]
fn less_shows_colors_and_the_name_of_the_page() {
    if !support::has("less") {
        return support::skipped("the pager of most systems", "less");
    }
    for pager in [None, Some("less")] {
        let roles = Roles::miniature().words("show cto");
        let roles = if let Some(pager) = pager { roles.env("PAGER", pager) } else { roles };
        let Some((shown, code)) = typing(roles, "(h for help, q to quit)", &["q"]) else { return };
        assert!(shown.contains(" roles show cto, line 1  (h for help, q to quit)"), "{shown}");
        assert!(shown.contains("\u{1b}[1m") && !shown.contains("ESC["), "{shown}");
        assert_eq!(code, Some(0));
    }
}

#[test]
fn a_page_as_tall_as_the_screen_is_paged() {
    let piped = miniature("families --format page").answered();
    let rows = u16::try_from(piped.lines().count()).expect("a few rows");
    let with =
        |rows| in_terminal(Roles::miniature().words("families").env("PAGER", "cat > /dev/null; echo PAGED"), 80, rows);
    let Some(as_tall) = with(rows) else { return };
    assert_eq!(as_tall, "PAGED\n");
    assert!(!with(rows + 1).expect("there is a terminal").contains("PAGED"));
}

#[test]
fn an_interrupt_is_the_pagers() {
    // The pager lives on, and so does the program that waits for it.
    let pager = "cat > /dev/null; exec < /dev/tty; trap 'echo TOLD' INT; echo READY; read line; read line; echo DONE";
    let roles = || Roles::miniature().words("show cto");
    let Some((shown, code)) = typing(roles().env("PAGER", pager), "READY", &["\u{3}", "\n", "\n"]) else { return };
    assert!(shown.contains("TOLD") && shown.contains("DONE"), "{shown}");
    assert_eq!(code, Some(0), "{shown}");
    // Nor is it inherited as ignored: a pager without a handler ends, and the page is not shown again.
    let pager = "cat > /dev/null; kill -INT $$; echo SURVIVED";
    assert_eq!(paged("PAGER", pager).expect("there is a terminal"), "");
}

/// Errors, faults, notes and help take part in the colors of a theme; a pipe and NO_COLOR have none.
#[test]
fn what_is_said_beside_answers_has_colors_too() {
    for (line, colored) in [
        ("show nobody", "\u{1b}[38;5;215;1merror:\u{1b}[0m"),
        ("show nobody", "\u{1b}[1mhint:\u{1b}[0m"),
        ("show sre --section tools --region us", "\u{1b}[1mnote:\u{1b}[0m"),
        ("show --help", "\u{1b}[38;5;75;1mExamples:\u{1b}[0m"),
    ] {
        let themed = Roles::miniature().words(line).env("ROLES_THEME", "dark").env("ROLES_PAGER", "cat");
        let Some(shown) = in_terminal(themed, 80, 24) else { return };
        assert!(shown.contains(colored), "{line}: {shown:?}");
        let plain = in_terminal(Roles::miniature().words(line).env("ROLES_PAGER", "cat").env("NO_COLOR", "1"), 80, 24);
        assert!(!plain.expect("there is a terminal").contains('\u{1b}'), "{line}");
        let piped = Roles::miniature().words(line).env("ROLES_THEME", "dark").run();
        assert!(!piped.to_string().contains('\u{1b}'), "{line}");
    }
    let check = Roles::miniature().words("check").arg(repository("tests/invalid/crooked-weight"));
    let shown = in_terminal(check.env("ROLES_THEME", "light").env("ROLES_PAGER", "cat"), 80, 24).expect("there is one");
    assert!(shown.contains("\u{1b}[38;5;94;1merror[crooked-weight]\u{1b}[0m: "), "{shown:?}");
}

/// `-h` is a screen of 24 lines at 80 columns, with the prompt below; `--help` is all.
#[test]
fn short_help_fits_a_screen() {
    for command in crate::formats::COMMANDS.into_iter().chain(crate::formats::OTHERS) {
        let words = format!("{command} -h");
        let Some(shown) = in_terminal(Roles::miniature().words(&words).env("ROLES_PAGER", "echo PAGED #"), 80, 24)
        else {
            return;
        };
        let shown = visible(&shown);
        assert!(shown.lines().count() < 24 && !shown.contains("PAGED"), "{}: {shown}", shown.lines().count());
        assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
        let examples = shown.find("Examples:").unwrap_or_else(|| panic!("{command} has no examples"));
        assert!(shown.find("Options:").is_none_or(|options| examples < options), "{shown}");
    }
}
