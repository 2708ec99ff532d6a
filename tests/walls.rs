//! The rooms of `src` look only where ARCHITECTURE.md says that they do, and only down; no files look at each
//! other in a circle, and none is long.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::support::repository;

/// The files of `src`, by module: `catalog::read::files`.
type Files = BTreeMap<String, String>;

#[test]
fn rooms_look_where_the_table_says() {
    let (files, table) = (files(), table());
    let imports = imports(&files);
    let rooms: BTreeSet<&str> = files.keys().map(|module| room(module)).collect();
    assert_eq!(rooms, table.keys().map(String::as_str).collect(), "rooms, and lines of ARCHITECTURE.md");
    assert_eq!(outside(), ["build.rs", "lib.rs", "main.rs", "order.ld"], "a file in no room has no walls");
    assert_eq!(over_walls(&imports, &table), Vec::<String>::new());
    // What the table allows and nobody does is no part of the picture.
    let seen = |from: &str, to: &str| imports.iter().any(|(a, b)| room(a) == from && room(b) == to);
    for (from, sees) in &table {
        let idle: Vec<&String> = sees.iter().filter(|to| !seen(from, to)).collect();
        assert!(idle.is_empty(), "`{from}` does not look at {idle:?}");
    }
}

#[test]
fn rooms_only_look_down() {
    let table = table();
    let order: Vec<&String> = table.keys().collect();
    let mut beneath = BTreeSet::new();
    while beneath.len() < order.len() {
        let next =
            order.iter().find(|room| !beneath.contains(**room) && table[**room].iter().all(|it| beneath.contains(it)));
        beneath.insert((*next.expect("each room stands on those that it looks at")).clone());
    }
}

#[test]
fn no_files_look_at_each_other_in_a_circle() {
    assert_eq!(circles(&imports(&files())), Vec::<String>::new());
}

#[test]
fn a_circle_that_is_planted_is_told() {
    let mut files = files();
    files.entry("text::fold".to_owned()).or_default().push_str("\nuse crate::text::suggest::nearest;\n");
    files.entry("text::suggest".to_owned()).or_default().push_str("\nfn f() { super::fold::key(\"\") }\n");
    assert_eq!(circles(&imports(&files)), ["text::fold looks at text::suggest", "text::suggest looks at text::fold"]);
}

#[test]
fn an_import_that_is_planted_is_told() {
    let mut files = files();
    let planted = "\nuse crate::{\n    query::{self, words::Reader},\n};\nfn f() { super::super::render::page() }\n";
    files.entry("text::fold".to_owned()).or_default().push_str(planted);
    let told = over_walls(&imports(&files), &table());
    assert_eq!(
        told,
        ["text::fold looks at query", "text::fold looks at query::words", "text::fold looks at render::page"]
    );
}

/// The most lines of a file.
const MOST: usize = 400;

#[test]
fn no_file_is_long() {
    let mut long = Vec::new();
    let over = |file: &Path| std::fs::read_to_string(file).is_ok_and(|text| text.lines().count() > MOST);
    holding(&repository("src"), &over, &mut long);
    assert!(long.is_empty(), "over {MOST} lines, to be split where one thing ends and another begins: {long:?}");
}

/// A stable sort of the standard library is compiled anew for each type and each comparison, 7 kB each time.
#[test]
fn stable_sorts_are_compiled_once() {
    let mut found = Vec::new();
    let sorts = |file: &Path| {
        let is_apart = ["text/sorting.rs", "build.rs"].iter().any(|apart| file.ends_with(apart));
        let text = std::fs::read_to_string(file).unwrap_or_default();
        !is_apart && [".sort()", ".sort_by(", ".sort_by_key("].iter().any(|call| text.contains(call))
    };
    holding(&repository("src"), &sorts, &mut found);
    assert!(found.is_empty(), "to be sorted by `Arrange` of src/text/sorting.rs: {found:?}");
}

/// The files of a folder for which something holds, by their paths in the repository.
fn holding(folder: &Path, holds: &impl Fn(&Path) -> bool, into: &mut Vec<String>) {
    for path in std::fs::read_dir(folder).expect("the folder can be read").flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            holding(&path, holds, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") && holds(&path) {
            let path = path.strip_prefix(repository("")).expect("it lies in the repository");
            into.push(path.to_string_lossy().into_owned());
        }
    }
}

/// The table of ARCHITECTURE.md: which rooms each looks at.
fn table() -> BTreeMap<String, BTreeSet<String>> {
    let text = std::fs::read_to_string(repository("ARCHITECTURE.md")).expect("the map is there");
    let (_, table) = text.split_once("| room | looks at |\n| --- | --- |\n").expect("the table is there");
    let rows = table.lines().take_while(|line| line.starts_with('|'));
    let ticked = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
        (ticked(cells[0]).concat(), ticked(cells[1]).into_iter().collect())
    };
    rows.map(row).collect()
}

fn room(module: &str) -> &str {
    module.split("::").next().unwrap_or_default()
}

/// Reads every file, without comments and without its tests. The program, the library's list of rooms and
/// the build script stand outside of the rooms.
fn files() -> Files {
    let mut files = Files::new();
    read(&repository("src"), &mut Vec::new(), &mut files);
    files
}

/// The files that lie in no room.
fn outside() -> Vec<String> {
    let files = std::fs::read_dir(repository("src")).expect("the folder can be read").flatten();
    let names = files.filter(|file| file.path().is_file()).map(|file| file.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

fn read(folder: &Path, above: &mut Vec<String>, files: &mut Files) {
    for entry in std::fs::read_dir(folder).expect("the folder can be read").flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if path.is_dir() {
            above.push(name);
            read(&path, above, files);
            above.pop();
        } else if let Some(stem) = name.strip_suffix(".rs").filter(|_| !above.is_empty()) {
            let own = (stem != "mod").then_some(stem.to_owned());
            let module = above.iter().cloned().chain(own).collect::<Vec<_>>().join("::");
            files.insert(module, stripped(&std::fs::read_to_string(&path).expect("a source file is text")));
        }
    }
}

fn stripped(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// Which module names which: by `use`, or by a path in the midst of the code.
fn imports(files: &Files) -> Vec<(String, String)> {
    let mut imports = BTreeSet::new();
    for (module, text) in files {
        for path in paths(text) {
            let to = absolute(module, &path).and_then(|path| module_of(files, &path));
            imports.extend(to.filter(|to| to != module).map(|to| (module.clone(), to)));
        }
    }
    imports.into_iter().collect()
}

/// Every path that begins with `crate`, `super` or `self`, with the braces of a `use` taken apart.
fn paths(text: &str) -> Vec<String> {
    let mut paths = Vec::new();
    let mut rest = text;
    while let Some(at) = ["crate::", "super::", "self::"].iter().filter_map(|root| rest.find(root)).min() {
        let is_whole = !rest[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':' || c == '$');
        let tree = &rest[at..at + length(&rest[at..])];
        if is_whole {
            branches("", tree, &mut paths);
        }
        rest = &rest[at + "self::".len()..];
    }
    paths
}

/// How far a path goes: to the end of its names, and of what it has in braces.
fn length(path: &str) -> usize {
    let mut depth = 0;
    for (at, c) in path.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth <= 1 => return if depth == 1 { at + 1 } else { at },
            '}' => depth -= 1,
            _ if depth > 0 || c.is_alphanumeric() || c == '_' || c == ':' => {}
            _ => return at,
        }
    }
    path.len()
}

/// Takes a tree of paths apart: `a::{b, c::d}`.
fn branches(above: &str, tree: &str, paths: &mut Vec<String>) {
    let Some((before, inner)) = tree.split_once('{') else {
        let name = tree.split(" as ").next().unwrap_or_default().trim();
        return paths.push(format!("{above}{name}"));
    };
    let above = format!("{above}{}", before.trim());
    let inner = inner.trim_end().strip_suffix('}').unwrap_or(inner);
    let (mut depth, mut start) = (0, 0);
    for (at, c) in inner.char_indices().chain([(inner.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let branch = inner[start..at].trim();
                if !branch.is_empty() {
                    branches(&above, branch, paths);
                }
                start = at + 1;
            }
            _ => {}
        }
    }
}

/// The parts of a path from the library's root on.
fn absolute(module: &str, path: &str) -> Option<Vec<String>> {
    let mut names = path.split("::").filter(|name| !name.is_empty()).peekable();
    let mut parts: Vec<String> = match names.next()? {
        "crate" => Vec::new(),
        "self" => module.split("::").map(str::to_owned).collect(),
        _ => module.split("::").map(str::to_owned).collect::<Vec<_>>().split_last()?.1.to_vec(),
    };
    while names.peek() == Some(&"super") {
        names.next();
        parts.pop();
    }
    parts.extend(names.filter(|name| *name != "self").map(str::to_owned));
    Some(parts)
}

/// The file that a path leads into.
fn module_of(files: &Files, path: &[String]) -> Option<String> {
    (1..=path.len()).rev().map(|count| path[..count].join("::")).find(|module| files.contains_key(module))
}

fn over_walls(imports: &[(String, String)], table: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let is_allowed = |from: &str, to: &str| from == to || table.get(from).is_some_and(|sees| sees.contains(to));
    let over = imports.iter().filter(|(from, to)| !is_allowed(room(from), room(to)));
    over.map(|(from, to)| format!("{from} looks at {to}")).collect()
}

/// The imports by which files look at each other in a circle: those that stay when, again and again, each is
/// taken out that leads to a file without imports, or comes from one that no file imports.
fn circles(imports: &[(String, String)]) -> Vec<String> {
    let mut left: Vec<&(String, String)> = imports.iter().collect();
    loop {
        let from: BTreeSet<&String> = left.iter().map(|(from, _)| from).collect();
        let to: BTreeSet<&String> = left.iter().map(|(_, to)| to).collect();
        let count = left.len();
        left.retain(|import| from.contains(&import.1) && to.contains(&import.0));
        if left.len() == count {
            return left.iter().map(|(from, to)| format!("{from} looks at {to}")).collect();
        }
    }
}
