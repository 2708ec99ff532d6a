//! A catalog of one's own, laid over the one beneath: later wins, field by field.

use snapbox::{assert_data_eq, str};

use crate::support::{Outcome, Roles, Scratch, builtin, cases, repository, sample};

fn laid(line: &str) -> Outcome {
    Roles::miniature().arg("--catalog").arg(repository("tests/overlay")).words(line).run()
}

#[test]
fn a_role_takes_what_is_stated_and_keeps_the_rest() {
    assert_data_eq!(
        laid("show staff-engineer").to_string(),
        str![[r#"
role          staff-engineer  Staff Engineer  Engineering  staff
stated        miniature  title, aliases, track, level, day, occupations, pay, tools, prerequisites, lateral
stated        overlay    summary, salary
url           https://www.onetonline.org/link/summary/90-0001.00
alias         Lead Engineer
summary       At Acme, answers for one product line, and for the peace between its teams.
competency    Architecture                92  expert        C  readings 92, 90, 95
competency    Operations and reliability  63  working       C  readings 63, 61, 66
competency    Quality                     59  expert        C  readings 59, 57, 62
competency    People leadership           44  practitioner  C  readings 44, 19, 47
competency    Technology strategy         27  working       C  readings 27, 25, 30
salary        Germany         de        -  7,500.50        -  EUR/month  2026  n=-   gross  acme-bands  exact
salary        United Kingdom  gb        -    85,000        -  GBP/year   2025  n=30  total  survey      exact
salary        United States   us  180,000   200,000  220,000  USD/year   2026  n=-   gross  acme-bands  exact    published: 170,000 USD/year, gross, Bureau 2025: “Staff and principal makers” (close, n=80); the band's median is +18%
tool          Git        Delivery        expert   in demand, hot
tool          Terraform  Infrastructure  working  editorial
getting-in    no public figure
outlook       no public figure
prerequisite  sre              Site Reliability Engineer  Ladder 2024, Rungs 2024
prerequisite  senior-engineer  Senior Engineer            editorial
next          principal-engineer   Principal Engineer   Ladder 2024
next          engineering-manager  Engineering Manager  Rungs 2024
next          acme-architect       Acme Architect       overlay
lateral       engineering-manager  Engineering Manager  Ladder 2024
day           You meet two teams in a café, and they leave with one design.
day           Then you write down what was decided, so that it stays decided.

"#]]
    );
}

#[test]
fn catalogs_in_front_of_the_command_and_behind_it_all_count() {
    let scratch = Scratch::new("both-ends");
    let file = scratch.write(
        "more/engineering/gardener.yaml",
        "title: Gardener\nfamily: engineering\ntrack: individual-contributor\nlevel: 3\nsummary: Grows things.\n",
    );
    let more = file.parent().and_then(std::path::Path::parent).expect("it lies in folders").to_owned();
    let both = Roles::miniature().arg("--catalog").arg(repository("tests/overlay")).words("list --catalog").arg(more);
    let listed = both.run().answered();
    assert!(["acme-architect", "gardener", "principal-engineer"].iter().all(|id| listed.contains(id)), "{listed}");
}

#[test]
fn a_role_is_added_and_one_retired_and_one_renamed() {
    assert_data_eq!(
        laid("list").to_string(),
        str![[r#"
intern               Engineering Intern             Engineering  intern
junior-engineer      Junior Engineer                Engineering  junior
engineer             Engineer                       Engineering  mid
senior-engineer      Senior Engineer                Engineering  senior
staff-engineer       Staff Engineer                 Engineering  staff
acme-architect       Acme Architect                 Engineering  principal
principal-engineer   Principal Engineer             Engineering  principal
engineering-manager  Engineering Manager            Leadership   manager
vp-engineering       Vice President of Engineering  Leadership   vice president
cto                  Chief Technology Officer       Leadership   executive
operator             Night Operator                 Operations   mid
sre                  Site Reliability Engineer      Operations   senior

"#]]
    );
}

#[test]
fn a_retired_role_is_not_found() {
    assert_eq!(laid("show loner").code, 2);
}

#[test]
fn where_a_stated_figure_comes_from() {
    assert_data_eq!(
        laid("why staff-engineer de").to_string(),
        str![[r#"
shown   Germany  de  -  7,500.50  -  EUR/month  2026  n=-  gross  acme-bands  exact
source  acme-bands  Acme bands  2026  payroll  internal  Bands of a company invented for the tests.
caveat  acme-bands  Bands, not what anybody is paid.

"#]]
    );
}

#[test]
fn a_role_without_a_day_or_tools_has_no_empty_heading() {
    let scratch = Scratch::new("bare");
    scratch.write("bare.yaml", "title: Bare\nfamily: security\ntrack: management\nlevel: 4\nsummary: Bare.\n");
    let page = Roles::named().words("show bare --format page --catalog").arg(scratch.path()).run().answered();
    assert!(!page.contains("Day in the life") && !page.contains("Tools"), "{page}");
}

#[test]
fn the_catalogs_of_a_role_are_named() {
    let list = laid("list --format tsv --fields role,catalogs").answered();
    assert!(list.contains("staff-engineer\tminiature overlay\n"), "{list}");
    assert!(list.contains("acme-architect\toverlay\n"), "{list}");
    assert!(list.contains("engineer\tminiature\n"), "{list}");
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn the_environment_and_the_configuration_name_catalogs_too() {
    let scratch = Scratch::new("configured");
    scratch
        .write("roles/catalog/security/mine.yaml", "title: Mine\ntrack: management\nlevel: 4\nsummary: Mine alone.\n");
    let configured =
        Roles::builtin().words("show mine --section summary").env("XDG_CONFIG_HOME", scratch.path()).run().answered();
    assert!(configured.contains("Mine alone."), "{configured}");
    let named = Roles::builtin()
        .words("show mine --section summary")
        .env("ROLES_CATALOG", scratch.path().join("roles/catalog"))
        .run()
        .answered();
    assert_eq!(named, configured);
}

#[test]
fn what_was_read_is_kept_and_noticed_when_it_changes() {
    let scratch = Scratch::new("kept");
    let file =
        scratch.write("ours/engineering/mine.yaml", "title: Mine\ntrack: management\nlevel: 4\nsummary: First.\n");
    let show = || {
        let roles = Roles::miniature().words("show mine --section summary --catalog").arg(scratch.path().join("ours"));
        roles.env("ROLES_NO_CACHE", "").env("XDG_CACHE_HOME", scratch.path().join("cache")).run().answered()
    };
    let settled = || std::thread::sleep(std::time::Duration::from_millis(80));
    settled();
    assert!(show().contains("First."));
    let kept = || {
        std::fs::read_dir(scratch.path().join("cache/roles"))
            .expect("something is kept")
            .flatten()
            .map(|e| e.path())
            .collect::<Vec<_>>()
    };
    assert_eq!(kept().len(), 1);
    assert!(show().contains("First."));
    // What is damaged is ignored, and kept anew.
    std::fs::write(&kept()[0], b"roleskpt and then nothing").expect("it can be damaged");
    assert!(show().contains("First."));
    let whole = std::fs::read(&kept()[0]).expect("it is kept again");
    assert!(whole.len() > 1000);
    // So is what is damaged somewhere behind its table, and what is of another version.
    let place = kept()[0].clone();
    for at in (0..whole.len()).step_by(whole.len() / cases(8, 40) as usize).chain([8, 9, 12, 30]) {
        let mut damaged = whole.clone();
        damaged[at..].iter_mut().take(64).for_each(|byte| *byte ^= 0x55);
        std::fs::write(&place, damaged).expect("it can be damaged");
        assert!(show().contains("First."), "byte {at}");
    }
    std::fs::remove_dir_all(scratch.path().join("cache")).expect("it can be taken away");
    assert!(show().contains("First."));
    assert_eq!(kept().len(), 1);
    std::fs::write(file, "title: Mine\ntrack: management\nlevel: 4\nsummary: Second!\n")
        .expect("the file can be changed");
    settled();
    assert!(show().contains("Second!"));
}

#[test]
fn words_are_indexed_when_somebody_searches() {
    let scratch = Scratch::new("indexed");
    let text = |word: &str| format!("title: Mine\ntrack: management\nlevel: 4\nsummary: A {word} alone.\n");
    let file = scratch.write("ours/engineering/mine.yaml", text("quokka"));
    let ask = |line: &str, cache: &std::path::Path| {
        let roles = Roles::miniature().words(line).arg("--catalog").arg(scratch.path().join("ours"));
        roles.env("ROLES_NO_CACHE", "").env("XDG_CACHE_HOME", cache).run().to_string()
    };
    let cache = scratch.path().join("cache");
    let kept = || {
        let files = std::fs::read_dir(cache.join("roles")).expect("something is kept").flatten();
        files.map(|file| file.path()).collect::<std::collections::BTreeSet<_>>()
    };
    let settled = || std::thread::sleep(std::time::Duration::from_millis(80));
    let found = "mine  summary  A quokka alone.\n";
    settled();
    ask("show mine", &cache);
    let catalog = kept();
    assert_eq!(catalog.len(), 1, "{catalog:?}");
    assert_eq!(ask("search quokka", &cache), found);
    let words = &kept() - &catalog;
    assert_eq!(words.len(), 1, "{words:?}");
    assert_eq!(ask("search quokka", &cache), found);
    for place in words {
        let whole = std::fs::read(&place).expect("it is kept");
        for at in (0..whole.len()).step_by(whole.len() / cases(8, 20) as usize) {
            let mut damaged = whole.clone();
            damaged[at..].iter_mut().take(64).for_each(|byte| *byte ^= 0x55);
            std::fs::write(&place, damaged).expect("it can be damaged");
            assert_eq!(ask("search quokka", &cache), found, "byte {at}");
        }
    }
    std::fs::write(file, text("numbat")).expect("the file can be changed");
    settled();
    assert_eq!(ask("search numbat", &cache), found.replace("quokka", "numbat"));
    // Nothing can be kept below a file.
    assert_eq!(ask("search numbat", std::path::Path::new("/dev/null/nowhere")), found.replace("quokka", "numbat"));
}

#[test]
fn what_is_kept_answers_like_the_files() {
    let scratch = Scratch::new("kept-alike");
    let ask = |line: &str, no_cache: &str| {
        let roles = Roles::miniature().arg("--catalog").arg(repository("tests/overlay")).words(line);
        roles.env("ROLES_NO_CACHE", no_cache).env("XDG_CACHE_HOME", scratch.path()).run().to_string()
    };
    for line in [
        "show staff-engineer --all",
        "show staff-engineer --format yaml",
        "list --format json",
        "search peace",
        "why staff-engineer architecture",
        "path junior-engineer cto",
        "new kept-one --from staff-engineer --dir /dev/null/nowhere",
        "show nobody",
    ] {
        let anew = ask(line, "1");
        assert_eq!([ask(line, ""), ask(line, "")], [anew.clone(), anew], "{line}");
    }
    assert!(scratch.path().join("roles").is_dir(), "something is kept");
}

#[test]
fn roles_of_other_scripts_keep_the_columns_straight() {
    let scratch = Scratch::new("scripts");
    for (id, title) in [
        ("wide", "软件工程师总监"),
        ("marks", "Inge\u{301}nieur"),
        ("emoji", "🦀 Crab 👩‍💻 Lead"),
        ("right", "مهندس برمجيات"),
    ] {
        scratch.write(
            &format!("security/{id}.yaml"),
            format!("title: \"{title}\"\ntrack: management\nlevel: 4\nsummary: x\n"),
        );
    }
    let list = Roles::named()
        .words("list --family security --level 4 --track management --catalog")
        .arg(scratch.path())
        .run()
        .answered();
    let columns: Vec<usize> = list
        .lines()
        .map(|line| {
            unicode_width::UnicodeWidthStr::width(
                &line[..line.find("Security  ").expect("a family stands in each line")],
            )
        })
        .collect();
    assert!(columns.iter().all(|column| *column == columns[0]), "{columns:?}\n{list}");
}

#[test]
fn a_new_role_loads_and_is_explained() {
    let scratch = Scratch::new("new-role");
    let written = Roles::named().words("new acme-architect").folder(scratch.path()).run().answered();
    assert_eq!(written, "wrote ./acme-architect.yaml\n");
    let text = std::fs::read_to_string(scratch.path().join("acme-architect.yaml")).expect("it is written");
    let fields = [
        "title",
        "family",
        "track",
        "level",
        "summary",
        "day",
        "competencies",
        "tools",
        "prerequisites",
        "aliases",
        "salary",
        "lateral",
    ];
    assert!(fields.iter().all(|field| text.contains(&format!("{field}:"))), "{text}");
    let shown = Roles::named().words("--catalog . show acme-architect").folder(scratch.path()).run().answered();
    assert!(shown.contains("Acme Architect"), "{shown}");
}

/// One of four roles, and each of them with `ROLES_ALL`.
#[test]
fn a_role_begun_from_any_other_loads() {
    let scratch = Scratch::new("begun");
    for role in sample(["cto", "sre", "ai-ethicist", "ux-designer"], 4) {
        Roles::builtin().words(&format!("new acme-{role} --from {role}")).folder(scratch.path()).run().answered();
        let shown = Roles::builtin()
            .words(&format!("--catalog . salary acme-{role} --all-sources"))
            .folder(scratch.path())
            .run();
        let original = builtin(&format!("salary {role} --all-sources"));
        // The new role stands on no ladder: nothing of it is told apart from other ranks, and no source speaks first.
        let plain =
            |line: &str| line.replace(", all ranks", "").split_whitespace().skip(1).collect::<Vec<_>>().join(" ");
        let salaries = |outcome: Outcome| {
            let mut lines: Vec<String> = outcome.stdout.lines().map(plain).collect();
            lines.sort();
            lines
        };
        assert_eq!(salaries(shown), salaries(original));
    }
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn broken_catalogs_are_named_as_a_shell_takes_them() {
    let scratch = Scratch::new("broken");
    let whole = "track: management\nlevel: 4\nfamily: security\nsummary: Whole.\n";
    scratch.write("two words/one.yaml", format!("title: One\n{whole}prerequisites: [nobody-here]\n"));
    scratch.write("whole/whole.yaml", format!("title: Whole\n{whole}"));
    scratch.write("alone/two.yaml", format!("titel: Two\n{whole}"));
    let ask = |line: &str| {
        let roles = Roles::builtin().words(line).arg("two words").folder(scratch.path());
        roles.run().to_string()
    };
    assert_data_eq!(
        ask("show whole --catalog whole --catalog"),
        str![[r#"
------- stderr -------
error[unknown-role]: no role is called `nobody-here`
 --> two words/one.yaml:6:17
  |
6 | prerequisites: [nobody-here]
  |                 ^^^^^^^^^^^

error: the catalog `two words` has a fault
hint: `roles check 'two words' --catalog whole` shows all that is wrong with it
[exit code: 2]

"#]]
    );
    let told = ask("show whole --no-builtin --catalog whole --catalog alone --catalog");
    let (_, end) = told.split_once("error: ").expect("something is wrong");
    assert_data_eq!(
        end,
        str![[r#"
the catalogs `whole`, `alone`, `two words` have 8 faults
hint: `roles check 'two words' --catalog whole --catalog alone --no-builtin` shows all of them
[exit code: 2]

"#]]
    );
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn a_fault_is_drawn_in_the_file_that_has_it() {
    let scratch = Scratch::new("namesakes");
    scratch.write("one/cto.yaml", "summary: One.\n");
    scratch.write("two/cto.yaml", "sumary: Two.\n");
    scratch.write("three/cto.yaml", "prerequisites: [nobody-here]\n");
    let ask = |line: &str| Roles::builtin().words(line).folder(scratch.path()).run().to_string();
    assert_data_eq!(
        ask("show cto --catalog one --catalog two"),
        str![[r#"
------- stderr -------
error[unknown-field]: no field is called `sumary`
 --> two/cto.yaml:1:1
  |
1 | sumary: Two.
  | ^^^^^^
  |
  = help: did you mean `summary`?

error: the catalog `two` has a fault
hint: `roles check two --catalog one` shows all that is wrong with it
[exit code: 2]

"#]]
    );
    // Once files are laid over each other, nobody can tell any more: no line is better than a wrong one.
    assert_data_eq!(
        ask("show cto --catalog one --catalog three"),
        str![[r#"
------- stderr -------
error[unknown-role]: no role is called `nobody-here`
 --> three/cto.yaml:1:17
  |
1 | prerequisites: [nobody-here]
  |                 ^^^^^^^^^^^

error: the catalog `three` has a fault
hint: `roles check three --catalog one` shows all that is wrong with it
[exit code: 2]

"#]]
    );
}

/// What says of a role is told by one bit each: more catalogs than bits would name a wrong one.
#[test]
#[ignore = "long, over the built-in catalog"]
fn more_catalogs_than_can_be_told_apart_are_refused() {
    let scratch = Scratch::new("many");
    let many = |count: usize, more: &str| {
        let mut roles = Roles::builtin().words(more).folder(scratch.path());
        for number in 0..count {
            let text = format!("title: Made {number}\ntrack: management\nlevel: 4\nsummary: Made.\n");
            scratch.write(&format!("c{number}/security/made-{number}.yaml"), text);
            roles = roles.arg("--catalog").arg(format!("c{number}"));
        }
        roles.run()
    };
    let last = many(31, "list --family security --format tsv --fields role,catalogs").answered();
    assert!((0..31).all(|number| last.contains(&format!("made-{number}\tc{number}\n"))), "{last}");
    assert_data_eq!(
        many(32, "list").to_string(),
        str![[r#"
------- stderr -------
error: 32 catalogs are too many: at most 31 can be laid over each other
hint: copy the files of some of them into one folder
[exit code: 2]

"#]]
    );
    assert!(
        many(32, "list --no-builtin --family security").stderr.contains("family"),
        "a stand-alone one has a place more"
    );
    assert_eq!(many(300, "show made-299").code, 2);
}
