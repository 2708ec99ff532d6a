//! What looks like a file or a folder of the catalog, and is not read as one.
//!
//! Passed over without a word is what nobody takes for a role: names that begin with a point, what editors
//! leave beside a file (`cto.yaml~`, `#cto.yaml#`), and JSON in the catalog's own folder, which is of tools.

use crate::catalog::read::diagnostic::Diagnostic;
use crate::text::fold;
use crate::text::suggest;

/// The folders that hold tables.
const TABLES: [&str; 2] = ["vocabulary", "evidence"];

/// The tables, by their paths.
pub(super) const VOCABULARY_FILES: [&str; 11] = [
    "vocabulary/families",
    "vocabulary/tracks",
    "vocabulary/levels",
    "vocabulary/competencies",
    "vocabulary/tools",
    "vocabulary/certificates",
    "vocabulary/regions",
    "vocabulary/metros",
    "vocabulary/sources",
    "vocabulary/titles",
    "vocabulary/scoring",
];
pub(super) const EVIDENCE_FILES: [&str; 1] = ["evidence/onet/technologies"];

/// Says that a file looks like one of the catalog's and is not read: its ending is written in another
/// way, or stands before another that a person or a system has added.
pub fn file(path: &str, is_there: impl Fn(&str) -> bool) -> Option<Diagnostic> {
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    if name.starts_with('#') || name.ends_with('~') {
        return None;
    }
    let stem = before_yaml(name).or_else(|| before_json(name).filter(|_| !folder.is_empty()))?;
    let above = &path[..path.len() - name.len()];
    let fault = Diagnostic::of_file(path, "misnamed-file", "a file of this name is not read");
    let right = format!("{}.yaml", right_name(above, stem));
    // What an editor or a merge leaves behind lies beside the file that it is of.
    Some(fault.help(match is_there(&right) {
        true => format!("take it out of the catalog's folder: `{right}` lies there too"),
        false => format!("call it `{right}`, or take it out of the catalog's folder"),
    }))
}

/// The path without its ending under which a file would be read.
fn right_name(above: &str, stem: &str) -> String {
    let is_of_a_role = !TABLES.iter().any(|table| above.starts_with(&format!("{table}/")));
    if is_of_a_role {
        let id = fold::words(stem).join("-");
        return format!("{above}{}", if id.is_empty() { stem } else { &id });
    }
    let lower = format!("{above}{}", stem.to_lowercase());
    let known = VOCABULARY_FILES.into_iter().chain(EVIDENCE_FILES);
    suggest::nearest(&lower, known, 1).first().map_or(lower.clone(), |known| (*known).to_owned())
}

/// The part of a name before the first ending that is like a role's.
fn before_yaml(name: &str) -> Option<&str> {
    let mut points = name.match_indices('.').filter(|(at, _)| *at > 0);
    points.find(|(at, _)| is_like_yaml(&name[at + 1..])).map(|(at, _)| name[..at].trim())
}

/// Tells whether an ending, up to what follows it, is `yaml` or a typing error of it.
fn is_like_yaml(ending: &str) -> bool {
    let word: String = ending.trim_start().chars().take_while(char::is_ascii_alphanumeric).collect();
    let word = word.to_ascii_lowercase();
    let is_near = |right: &str| strsim::osa_distance(&word, right) <= 1;
    word.starts_with("yaml") || (word.starts_with('y') && word.len() > 1 && ["yaml", "yml"].into_iter().any(is_near))
}

/// The part of a name before `.json`, where that can be an id: YAML reads JSON, and somebody may trust in it.
fn before_json(name: &str) -> Option<&str> {
    let (stem, ending) = name.rsplit_once('.')?;
    let is_id = stem.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (ending.eq_ignore_ascii_case("json") && is_id).then_some(stem)
}

/// Says that a folder looks like one of the two that hold tables, and is none.
pub fn folder(path: &str) -> Option<Diagnostic> {
    let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
    if path.split('/').next().is_some_and(|first| TABLES.contains(&first)) {
        return None;
    }
    let is_meant = |table: &&str| name.eq_ignore_ascii_case(table) || (above.is_empty() && is_like(name, table));
    let meant = TABLES.into_iter().find(is_meant)?;
    let fault = Diagnostic::of_file(path, "misnamed-file", "a folder of this name is not read");
    Some(fault.help(match above {
        "" => format!("call it `{meant}`"),
        _ => format!("`{meant}` lies in the catalog's own folder: move it there, or name the catalog as `{above}`"),
    }))
}

fn is_like(name: &str, table: &str) -> bool {
    const STEM: usize = 5;
    let name = name.to_ascii_lowercase();
    let is_word = name.bytes().all(|byte| byte.is_ascii_alphabetic());
    strsim::osa_distance(&name, table) <= 2 || (is_word && name.starts_with(&table[..STEM]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str) -> Option<Diagnostic> {
        super::file(path, |_| false)
    }

    fn help_of(fault: Option<Diagnostic>) -> Option<String> {
        fault?.help.map(|help| help.to_string())
    }

    #[test]
    fn names_that_look_like_a_roles_are_told() {
        for name in [
            "a.YAML",
            "a.Yml",
            "a.yaml.txt",
            "a.yaml ",
            "a.yam",
            "a.yalm",
            "a.yamll",
            "a.ymal",
            "a. yaml",
            "a.yaml.gz",
            "a.yaml.disabled",
            "a.yml.bak",
            "a.yaml (1)",
            "a.yaml_old",
            "a.yaml.",
        ] {
            let told = help_of(file(name)).unwrap_or_else(|| panic!("{name}"));
            assert!(told.starts_with("call it `a.yaml`, "), "{name}: {told}");
        }
        assert!(help_of(file("security/a.json")).is_some_and(|it| it.contains("`security/a.yaml`")));
        for (name, right) in [
            ("vocabulary/Sources.YAML", "vocabulary/sources"),
            ("vocabulary/sorces.yaml.txt", "vocabulary/sources"),
            ("evidence/pay/BLS.yml.bak", "evidence/pay/bls"),
            ("security/Head of_IT.YAML", "security/head-of-it"),
        ] {
            let told = help_of(file(name)).unwrap_or_else(|| panic!("{name}"));
            assert!(told.starts_with(&format!("call it `{right}.yaml`, ")), "{name}: {told}");
        }
        for name in
            ["a.yaml~", "#a.yaml#", "README.md", "a.toml", "a.xml", "a.json", "security/role.schema.json", "yarn.lock"]
        {
            assert_eq!(file(name), None, "{name}");
        }
    }

    #[test]
    fn folders_that_look_like_those_of_tables_are_told() {
        for (path, meant) in [
            ("vocab", "call it `vocabulary`"),
            ("Vocabulary", "call it `vocabulary`"),
            ("vocabularies", "call it `vocabulary`"),
            ("vocabluary", "call it `vocabulary`"),
            ("evidences", "call it `evidence`"),
            (
                "acme/vocabulary",
                "`vocabulary` lies in the catalog's own folder: move it there, or name the catalog as `acme`",
            ),
        ] {
            assert_eq!(help_of(folder(path)).as_deref(), Some(meant), "{path}");
        }
        for path in ["vocabulary", "evidence", "evidence/pay", "evidence-based-testing", "security", "vocal-training"] {
            assert_eq!(folder(path), None, "{path}");
        }
    }
}
