//! What the documents say twice is tested: commands are run, output is compared, files are loaded.

use std::collections::BTreeSet;

use snapbox::{Data, assert_data_eq};

use crate::support::{Roles, Scratch, builtin, repository};

fn text(path: &str) -> String {
    std::fs::read_to_string(repository(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Blocks of a document that stand under a comment with their command: the command, and the block.
fn marked_blocks(document: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut rest = document;
    while let Some((_, after)) = rest.split_once("<!-- roles ") {
        let (command, after) = after.split_once("-->").expect("a comment ends");
        let (_, after) = after.split_once("```").expect("a block follows its command");
        let (_, after) = after.split_once('\n').expect("a block has lines");
        let (block, after) = after.split_once("```").expect("a block ends");
        blocks.push((command.trim().to_owned(), block.to_owned()));
        rest = after;
    }
    blocks
}

#[test]
fn the_readmes_screens_are_what_the_program_prints() {
    let blocks = marked_blocks(&text("README.md"));
    assert!(blocks.len() >= 2, "{} blocks", blocks.len());
    let mut shown = text("README.md");
    for (command, block) in blocks {
        let folder =
            std::path::Path::new(crate::support::PROGRAM).parent().expect("it lies in a folder").display().to_string();
        let path = format!("{folder}:{}", std::env::var("PATH").unwrap_or_default());
        let script = format!("roles {command}");
        let output = std::process::Command::new("sh")
            .args(["-c", &script])
            .env_clear()
            .env("PATH", path)
            .env("LANG", "C.UTF-8")
            .output()
            .expect("a shell runs");
        shown = shown.replace(&block, &String::from_utf8_lossy(&output.stdout));
    }
    // `SNAPSHOTS=overwrite` writes them anew.
    assert_data_eq!(shown, Data::read_from(&repository("README.md"), None).raw());
}

#[test]
fn every_command_of_the_readme_is_one() {
    let overview = Roles::builtin().run().answered();
    let known: BTreeSet<&str> =
        overview.lines().filter_map(|line| line.strip_prefix("  ")).filter_map(|line| line.split(' ').next()).collect();
    let readme = text("README.md");
    let named: Vec<&str> = readme
        .split('`')
        .skip(1)
        .step_by(2)
        .filter_map(|code| code.strip_prefix("roles "))
        .filter_map(|rest| rest.split_whitespace().next())
        .collect();
    assert!(named.len() > 15, "{named:?}");
    for command in roles::request::names() {
        let is_it = |rest: &str| rest.split(|c: char| !c.is_alphabetic()).next() == Some(&command);
        assert!(readme.split("roles ").skip(1).any(is_it), "the README has no `roles {command}`");
    }
    for command in named {
        assert!(known.contains(command) || command.starts_with('-'), "`roles {command}` is no command");
    }
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn the_annotated_role_file_loads_and_breaks_no_rule() {
    let guide = text("roles/README.md");
    let (_, after) = guide.split_once("```yaml\n").expect("the guide has a role file");
    let (role, _) = after.split_once("```").expect("the file ends");
    let id = guide
        .split_once("```yaml")
        .expect("it is there")
        .0
        .rsplit('`')
        .find(|part| part.ends_with(".yaml"))
        .expect("the guide names the file");
    let name = id.rsplit('/').next().expect("a path has an end");
    let scratch = Scratch::new("guide");
    scratch.write(&format!("software-engineering/{name}"), role);
    scratch.write("catalog.yaml", "style: house\n");
    let checked = Roles::builtin().words("check . --skip prose-length").folder(scratch.path()).run();
    assert_eq!(checked.to_string(), "");
    let shown =
        Roles::builtin().words("--catalog . show").arg(name.trim_end_matches(".yaml")).folder(scratch.path()).run();
    assert_eq!((shown.code, shown.stderr.as_str()), (0, ""), "{shown}");
}

/// The samples of the vocabulary's files: the path that the first line says, and the text.
fn samples(guide: &str) -> Vec<(&str, &str)> {
    let blocks = guide.split("```yaml\n").skip(1).filter_map(|rest| Some(rest.split_once("```")?.0));
    let is_sample =
        |block: &&str| ["# catalog.yaml", "# vocabulary/", "# evidence/"].iter().any(|it| block.starts_with(it));
    let named = |block| {
        let (path, _) = str::split_once(block, ".yaml")?;
        Some((&block[2..path.len() + ".yaml".len()], block))
    };
    blocks.filter(is_sample).filter_map(named).collect()
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn the_annotated_vocabulary_is_a_catalog_and_passes_its_schemas() {
    let guide = text("roles/README.md");
    let samples = samples(&guide);
    let scratch = Scratch::new("vocabulary");
    for (path, sample) in &samples {
        scratch.write(path, sample);
        let parts: Vec<&str> = path.trim_end_matches(".yaml").split('/').collect();
        let kind = match parts.as_slice() {
            ["vocabulary", "elements", _] => "elements",
            ["evidence", "pay", _] => "pay",
            parts => parts.last().expect("a path has an end"),
        };
        let schema: serde_json::Value =
            serde_json::from_str(&builtin(&format!("schema {kind}")).answered()).expect("a schema is JSON");
        let validator = jsonschema::Validator::new(&schema).expect("the schema is one");
        let value: serde_json::Value = yaml_serde::from_str(sample).expect("a sample is YAML");
        let faults: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(faults.is_empty(), "{path}: {faults:?}");
    }
    let checked = Roles::builtin().words("check .").folder(scratch.path()).run();
    assert_eq!(checked.to_string(), "");
    // Every file of the vocabulary has a sample, and the guide names each.
    let all = ["families", "tracks", "levels", "competencies", "tools", "regions", "sources", "certificates", "titles"];
    let missing = all.iter().find(|kind| !samples.iter().any(|(path, _)| path.contains(&format!("/{kind}."))));
    assert_eq!(missing, None);
}

/// Every sample of `catalog.yaml`, in the guide to the catalog.
#[test]
fn the_annotated_files_beside_roles_load_and_break_no_rule() {
    let guide = text("roles/README.md");
    let blocks: Vec<&str> = guide.split("```yaml\n# catalog.yaml").skip(1).collect();
    assert!(!blocks.is_empty(), "the guide has no sample of catalog.yaml");
    let scratch = Scratch::new("guide-catalog");
    for block in blocks {
        scratch.write("catalog.yaml", block.split("```").next().expect("a block ends"));
        scratch.write(
            "vocabulary/sources.yaml",
            "- {id: acme-bands, title: Bands, publisher: Acme, licence: internal, kind: payroll, credit: Acme.}\n",
        );
        scratch.write(
            "one.yaml",
            "title: One of Acme\nfamily: security\ntrack: management\nlevel: 4\nsummary: S.\nsalary: [{median: 70000}]\n",
        );
        let checked = Roles::builtin().words("check .").folder(scratch.path()).run();
        assert_eq!(checked.to_string(), "");
    }
}

#[test]
fn the_guide_names_every_licence_of_the_evidence() {
    let guide = text("roles/README.md");
    for folder in ["pay", "preparation", "usage", "moves", "titles", "frameworks"] {
        for file in std::fs::read_dir(repository("roles/evidence").join(folder)).expect("evidence is there").flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            assert!(guide.contains(&name), "{folder}/{name} is not in the table of licenses");
        }
    }
}

#[test]
fn nothing_is_left_to_do() {
    for path in
        ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "roles/README.md", "roles/guide/README.md"]
    {
        let text = text(path);
        for word in ["TODO", "FIXME", "TBD"] {
            assert!(!text.contains(word), "{path} has {word}");
        }
    }
}

#[test]
fn the_environment_variables_of_the_help_are_those_of_the_options() {
    let help = builtin("--help").answered();
    for name in [
        "FORMAT",
        "COLOR",
        "WIDTH",
        "ASCII",
        "PLAIN",
        "NO_PAGER",
        "CATALOG",
        "NO_BUILTIN",
        "NO_CACHE",
        "FIELDS",
        "COLORS",
        "THEME",
        "PAGER",
    ] {
        assert!(help.contains(&format!("ROLES_{name}")), "{name}");
    }
}

#[test]
fn the_readmes_profile_is_one() {
    let readme = text("README.md");
    let (_, after) = readme.split_once("<!-- me.yaml -->\n```yaml\n").expect("the README has a profile");
    let (profile, _) = after.split_once("```").expect("a block ends");
    let outcome = Roles::builtin().words("gap staff-engineer --profile - --exit-code").input(profile).run();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (1, ""), "{outcome}");
}
