//! What keeps a file from being read is told by what a person wrote, at its place, and with what to write instead.

use snapbox::{assert_data_eq, str};

use crate::support::{Roles, Scratch, checked};

const HEAD: &str = "track: management\nlevel: 4\nsummary: X.\n";

/// What is told of role files, each a title line and more behind a sound role.
fn told(texts: &[&str]) -> String {
    told_over(Roles::bare, texts)
}

fn told_over(beneath: fn() -> Roles, texts: &[&str]) -> String {
    let scratch = Scratch::new("causes");
    let mut lines = String::new();
    for text in texts {
        let has = |field: &str| text.lines().any(|line| line.trim_start().starts_with(field));
        let head = HEAD.split_inclusive('\n').filter(|line| !has(line.split(' ').next().unwrap_or("")));
        let title = if has("title") || has("“title") { "" } else { "title: X\n" };
        scratch.write("security/x.yaml", format!("{title}{}{text}", head.collect::<String>()));
        let told = beneath().words("check .").folder(scratch.path()).run().to_string();
        let told = told.replace("security/x.yaml:", "").replace("\n[exit code: 1]\n", "");
        lines += &format!("{}\n    {}\n", text.trim_end().replace('\n', "⏎"), told.replace('\n', "\n    "));
    }
    lines
}

#[test]
fn a_text_that_begins_with_a_sign_of_yaml_stands_in_quotes() {
    assert_data_eq!(
        told(&[
            "title: &foo\n",
            "title: &foo Bar\n",
            "aliases: [A, &foo, B]\n",
            "aliases:\n  - &foo\n",
            "title: !foo\n",
            "title: !foo Bar\n",
            "aliases: [!foo]\n",
            "title: *foo\n",
            "title: @foo\n",
            "aliases: [@foo]\n",
            "title: %foo\n",
            "aliases: [%foo]\n",
            "title: `foo`\n",
            "aliases:\n  - `foo`\n",
            "aliases: [A, `foo`]\n",
            "title: , a\n",
            "title: ? a\n",
            "title: | a\n",
            "summary: > X\n",
            "aliases: [C # Dev, D]\n",
            "aliases: [C # Dev]\n",
            "aliases: [A,, B]\n",
        ]),
        str![[r#"
title: &foo
    4:8: syntax: the mark `&foo` says nothing here (take it out; a text that begins with `&` stands in quotes)
title: &foo Bar
    4:8: syntax: the mark `&foo` says nothing here (take it out; a text that begins with `&` stands in quotes)
aliases: [A, &foo, B]
    5:14: syntax: the mark `&foo` says nothing here (take it out; a text that begins with `&` stands in quotes)
aliases:⏎  - &foo
    6:5: syntax: the mark `&foo` says nothing here (take it out; a text that begins with `&` stands in quotes)
title: !foo
    4:8: syntax: the tag `!foo` says nothing here (take it out; a text that begins with `!` stands in quotes)
title: !foo Bar
    4:8: syntax: the tag `!foo` says nothing here (take it out; a text that begins with `!` stands in quotes)
aliases: [!foo]
    5:11: syntax: the tag `!foo` says nothing here (take it out; a text that begins with `!` stands in quotes)
title: *foo
    4:8: syntax: nothing is marked as `*foo` (a text that begins with `*` stands in quotes)
title: @foo
    4:8: syntax: a text cannot begin with `@` (put the text into quotes)
aliases: [@foo]
    5:11: syntax: a text cannot begin with `@` (put the text into quotes)
title: %foo
    4:8: syntax: a text cannot begin with `%` (put the text into quotes)
aliases: [%foo]
    5:11: syntax: a text cannot begin with `%` (put the text into quotes)
title: `foo`
    4:8: syntax: a text cannot begin with a backtick (put the text into quotes)
aliases:⏎  - `foo`
    6:5: syntax: a text cannot begin with a backtick (put the text into quotes)
aliases: [A, `foo`]
    5:14: syntax: a text cannot begin with a backtick (put the text into quotes)
title: , a
    4:8: syntax: a text cannot begin with `,` (put the text into quotes)
title: ? a
    4:8: syntax: a text cannot begin with `?` (put the text into quotes)
title: | a
    4:8: syntax: a text goes on behind `|`, which says that it begins on the next line (begin it on the next line, or put all of it into quotes)
summary: > X
    4:10: syntax: a text goes on behind `>`, which says that it begins on the next line (begin it on the next line, or put all of it into quotes)
aliases: [C # Dev, D]
    5:13: syntax: a comment begins at ` #`, and takes the end of the brackets along (put the text into quotes)
aliases: [C # Dev]
    5:13: syntax: a comment begins at ` #`, and takes the end of the brackets along (put the text into quotes)
aliases: [A,, B]
    5:13: syntax: nothing stands before this comma (take it out, or write what is missing)

"#]]
    );
}

#[test]
fn a_sign_that_only_looks_like_one_of_yaml_is_named() {
    assert_data_eq!(
        told(&[
            "title:\u{a0}Y\n",
            "\u{a0}url: X\n",
            "aliases:\n\u{a0} - X\n",
            "aliases:\n  -\u{a0}X\n",
            "title： X\n",
            "aliases： [a]\n",
            "aliases: ［a］\n",
            "aliases:\n  – A\n",
            "“title”: X\n",
            "<<<<<<< HEAD\naliases: [A]\n=======\naliases: [B]\n>>>>>>> branch\n",
            "aliases:\n<<<<<<< HEAD\n  - A\n=======\n  - B\n>>>>>>> branch\n",
            "=======\n",
        ]),
        str![[r#"
title: Y
    4:7: syntax: a no-break space stands here: `/u{a0}` (write a plain space in its place)
 url: X
    5:1: syntax: a no-break space stands here: `/u{a0}` (write a plain space in its place)
aliases:⏎  - X
    6:1: syntax: a no-break space stands here: `/u{a0}` (write a plain space in its place)
aliases:⏎  - X
    6:4: syntax: a no-break space stands here: `/u{a0}` (write a plain space in its place)
title： X
    4:6: syntax: a sign that looks like a colon stands here: `：` (write `:` and a space in its place)
aliases： [a]
    5:8: syntax: a sign that looks like a colon stands here: `：` (write `:` and a space in its place)
aliases: ［a］
    5:10: syntax: a sign that looks like a bracket stands here: `［` (write `[` in its place)
aliases:⏎  – A
    6:3: syntax: a sign that looks like a dash stands here: `–` (write `-` in its place)
“title”: X
    4:1: syntax: a typographic quotation mark stands here: `“` (write `"` in its place)
<<<<<<< HEAD⏎aliases: [A]⏎=======⏎aliases: [B]⏎>>>>>>> branch
    5:1: syntax: a merge left its marks here: `<<<<<<<` (keep one of the two sides, and take the marks out)
aliases:⏎<<<<<<< HEAD⏎  - A⏎=======⏎  - B⏎>>>>>>> branch
    6:1: syntax: a merge left its marks here: `<<<<<<<` (keep one of the two sides, and take the marks out)
=======
    5:1: syntax: a merge left its marks here: `=======` (keep one of the two sides, and take the marks out)

"#]]
    );
}

#[test]
fn a_line_that_is_indented_otherwise_than_its_neighbors_is_told() {
    assert_data_eq!(
        told(&[
            " aliases: [A]\n",
            "   aliases: [A]\n",
            "aliases:\n  - A\n - B\n",
            "tools:\n  - tool: git\n   proficiency: working\n",
            "tools:\n  - tool: git\n     proficiency: working\n",
            "tools:\n  - tool: git\n  proficiency: working\n",
            "tools:\n - tool: git\nproficiency: working\n",
            "day:\n  - A.\n  B.\n",
            "aliases:\n\t- A\n",
            "aliases:\n- A\n-B\n",
            "aliases: - A\n",
            "- aliases\n",
            "aliases\n",
            "prerequisites: [cto\nlateral: [cio]\n",
        ]),
        str![[r#"
 aliases: [A]
    5:2: syntax: the line is indented with 1 space, and line 4 beside it with none (begin it at the first column)
   aliases: [A]
    5:4: syntax: the line is indented with 3 spaces, and line 4 beside it with none (begin it at the first column)
aliases:⏎  - A⏎ - B
    7:2: syntax: the line is indented with 1 space, and line 6 beside it with 2 spaces (indent it with 2 spaces)
tools:⏎  - tool: git⏎   proficiency: working
    7:4: syntax: `proficiency` is indented with 3 spaces, and the fields beside it with 4 spaces (indent it with 4 spaces)
tools:⏎  - tool: git⏎     proficiency: working
    7:6: syntax: the line is indented with 5 spaces, and line 6 beside it with 4 spaces (indent it with 4 spaces)
tools:⏎  - tool: git⏎  proficiency: working
    7:3: syntax: `proficiency` is indented with 2 spaces, and the fields beside it with 4 spaces (indent it with 4 spaces)
tools:⏎ - tool: git⏎proficiency: working
    7:1: syntax: `proficiency` is indented with none, and the fields beside it with 3 spaces (indent it with 3 spaces)
day:⏎  - A.⏎  B.
    7:3: syntax: the line is neither a field nor an entry of a list (a field is `name: value`, an entry `- value`; a text that goes on is indented further than its field)
aliases:⏎	- A
    6:2: syntax: a line is indented with a tab (indent with spaces)
aliases:⏎- A⏎-B
    7:1: syntax: a dash needs a space behind it (write `- B`)
aliases: - A
    5:10: syntax: a list begins on the line of its field (write `- value` on a line of its own, or the list in brackets)
- aliases
    5:1: syntax: an entry of a list stands among fields (write its field above it, `name:`, or take the dash out)
aliases
    5:1: syntax: the line is neither a field nor an entry of a list (a field is `name: value`, an entry `- value`; a text that goes on is indented further than its field)
prerequisites: [cto⏎lateral: [cio]
    5:16: syntax: a list in brackets is not closed (part its values by commas, and end it with `]`)

"#]]
    );
}

#[test]
#[ignore = "long, over the built-in catalog"]
fn a_value_of_another_kind_is_told_with_the_right_one() {
    assert_data_eq!(
        told_over(Roles::builtin, &["level: [5]\n", "level: {rank: 5}\n", "level: 5.0\n"]),
        str![[r#"
level: [5]
    4:8: wrong-type: `level` takes a rank from 1 to 9, not a list (`roles levels` lists the ranks and what they are called)
level: {rank: 5}
    4:8: wrong-type: `level` takes a rank from 1 to 9, not fields (`roles levels` lists the ranks and what they are called)
level: 5.0
    4:8: wrong-type: `level` takes a rank from 1 to 9, not `5.0` (`roles levels` lists the ranks and what they are called)

"#]]
    );
    assert_data_eq!(
        told(&[
            "salary: 70000\n",
            "salary: [70000]\n",
            "salary:\n  - {median: [5]}\n",
            "ladder: cto\n",
            "requires: 5\n",
            "occupations: [15-1252.00]\n",
            "tools: git\n",
            "preparation: [bls]\n",
        ]),
        str![[r#"
salary: 70000
    5:9: wrong-type: `salary` takes a list, not `70000` (one entry a line: `- {region: de, source: our-bands, currency: EUR, per: year, basis: gross, kind: offered, year: 2025, median: 70000}`)
salary: [70000]
    5:10: wrong-type: an entry of `salary` takes fields, not `70000` (an entry is `{region: de, source: our-bands, currency: EUR, per: year, basis: gross, kind: offered, year: 2025, median: 70000}`)
salary:⏎  - {median: [5]}
    6:14: wrong-type: `median` takes a number, not a list (write its digits alone, without sign, quotes or unit)
ladder: cto
    5:9: wrong-type: `ladder` takes fields, not `cto` (write `ladder: {of: software-engineer}`)
requires: 5
    5:11: wrong-type: `requires` takes fields, not `5` (write `requires: {years: "5"}`)
occupations: [15-1252.00]
    5:14: wrong-type: `occupations` takes fields, not a list (write `occupations: {onet: ["15-1252.00"]}`)
tools: git
    5:8: wrong-type: `tools` takes a list, not `git` (one entry a line: `- {tool: git, proficiency: working}`)
preparation: [bls]
    5:15: wrong-type: an entry of `preparation` takes fields, not `bls` (an entry is `{source: bls, record: "15-1252", match: close}`)

"#]]
    );
}

#[test]
fn a_table_with_marks_of_a_merge_is_told_once() {
    let scratch = Scratch::new("merge");
    let tools = "- {id: a, title: A, group: Data}\n<<<<<<< HEAD\n- {id: b, title: B, group: Data}\n=======\n\
                 - {id: b, title: C, group: Data}\n>>>>>>> other\n- {id: d, title: D, group: Data}\n";
    scratch.write("vocabulary/tools.yaml", tools);
    assert_data_eq!(
        checked(&scratch).to_string(),
        str![[r#"
vocabulary/tools.yaml:2:1: syntax: a merge left its marks here: `<<<<<<<` (keep one of the two sides, and take the marks out)
[exit code: 1]

"#]]
    );
}

#[test]
fn an_entry_that_is_indented_too_far_is_told() {
    let told = told(&["aliases:\n  - Paymaster\n   - Ledger Boss\n", "day:\n- Pays people.\n  - Counts.\n"]);
    let first = "7:4: syntax: the line goes on the text above: it is indented with 3 spaces, and line 6 with 2 spaces";
    assert!(told.contains(first) && told.contains("(indent it with 2 spaces)"), "{told}");
    assert!(told.contains("7:3: syntax: the line goes on the text above: it is indented with 2 spaces"), "{told}");
}

#[test]
fn entries_in_braces_have_their_own_colons() {
    let told = told(&[
        "tools:\n  - {tool: java, proficiency: working}\n - {tool: git, proficiency: expert}\n",
        "tools:\n  - {tool: java, proficiency: working} {tool: git, proficiency: expert}\n",
        "tools:\n  - {tool: java, proficiency: working}, {tool: git, proficiency: expert}\n",
    ]);
    assert!(
        told.contains("7:2: syntax: the line is indented with 1 space, and line 6 beside it with 2 spaces"),
        "{told}"
    );
    assert_eq!(told.matches("syntax: something stands behind the end of the brackets").count(), 2, "{told}");
    assert!(!told.contains("a text with a colon"), "{told}");
}

#[test]
fn a_comma_before_two_digits_is_as_likely_a_point() {
    let row = |figure| format!("salary:\n- {{region: de, p25: {figure}}}\n");
    let told = told(&[&row("78,50"), &row("78,5"), &row("78,500")]);
    assert!(told.contains("(write the number as `78.50` or `7850`)"), "{told}");
    assert!(told.contains("(write the number as `78.5` or `785`)"), "{told}");
    assert!(told.contains("(write the number without it: `78500`)"), "{told}");
}

#[test]
fn a_certificate_in_two_spellings_stands_twice() {
    let told = told(&["requires: {certificates: [CISSP, cissp]}\n", "requires: {certificates: [CISSP, CISA]}\n"]);
    assert_eq!(told.matches("duplicate-entry: `cissp` stands in this list twice").count(), 1, "{told}");
}
