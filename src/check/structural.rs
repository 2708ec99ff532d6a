//! The structural rules, as `--list-rules` and `--explain` tell them. They are noticed while files
//! are read (`catalog/files.rs`, `catalog/load.rs`) and resolved (`catalog/draft.rs`, `role.rs`,
//! `graph.rs`, `index.rs`); a test compares their names with those that the code uses.

use crate::check::Rule;

const fn rule(name: &'static str, what: &'static str, why: &'static str, mend: &'static str) -> Rule {
    Rule { name, what, why, mend, look: None }
}

pub static RULES: [Rule; 47] = [
    rule(
        "bad-id",
        "a role's file name is its id; ids have small letters, digits and hyphens, those of the vocabulary `_` too",
        "ids are typed in shells and stand in paths",
        "use small letters, digits and hyphens, at most 64: `staff-engineer.yaml`",
    ),
    rule(
        "bad-title-word",
        "a word of titles stands in one group of a kind, for words that stand for themselves, or a rank from 1 to 9",
        "what it means would hang on the order of the groups",
        "take the word out of one of the groups of vocabulary/titles.yaml",
    ),
    rule(
        "bad-url",
        "an address is one of the web",
        "terminals make a link of it, and readers follow it",
        "write `https://` and the whole address, other letters as `%` codes",
    ),
    rule(
        "circular-prerequisites",
        "prerequisites make no circle",
        "a ladder that bites its tail leads nowhere",
        "take one of the prerequisites out, or make the move `lateral:`",
    ),
    rule(
        "crooked-counterpart",
        "a competency is the same as, or a part of, another one",
        "levels are carried from one to the other",
        "name another competency under `same_as:` or `part_of:`, and in one of the two alone",
    ),
    rule(
        "crooked-ladder",
        "a ladder has one base, and one role a rank",
        "titles, pay and moves are looked up along it",
        "let the base say `ladder: {of: ITSELF}` and each rung name it, with a level of its own",
    ),
    rule(
        "crooked-salary",
        "figures rise from p10 to p90, and are amounts above zero with two decimals at most",
        "a median under its quartile is a typing error, and `78.000` is 78 or 78000",
        "compare the row with its source, and write digits alone",
    ),
    rule(
        "crooked-scale",
        "a scale has two to seven steps, each with a word of its own, and what they stand for rises with them",
        "levels are compared by their steps, and across scales by the levels of ours that they stand for",
        "list the steps from the lowest: `scale: [novice, {step: able, as: working}, strong]`",
    ),
    rule(
        "crooked-preparation",
        "shares of one whole make a hundred, and years rise from p10 to p90",
        "what does not is a typing error",
        "compare the record with its source",
    ),
    rule(
        "crooked-weight",
        "a weight lies between 0 and 100",
        "weights are compared over all roles",
        "give a whole number from 0 to 100",
    ),
    rule(
        "duplicate-key",
        "a key stands once in its mapping",
        "the second would silently replace the first",
        "take one of the two out",
    ),
    rule(
        "duplicate-entry",
        "a list has a word once",
        "the second says nothing, or something else",
        "take one of the two out",
    ),
    rule("file-too-long", "a file has at most 8 MiB", "a catalog is read at every start", "split the file"),
    rule("folder-too-deep", "folders nest at most six deep", "nothing in a catalog lies deeper", "move the files up"),
    rule(
        "link-outside",
        "a link out of the catalog's folder ends in a file",
        "a folder would bring in files that nobody named",
        "link the files one by one, or name the folder with a second `--catalog`",
    ),
    rule(
        "linked-folder",
        "folders are not links",
        "a linked folder may contain itself",
        "copy the folder, or name it with a second `--catalog`",
    ),
    rule(
        "missing-field",
        "a role and an entry of the vocabulary have their required fields, and texts say something",
        "a page without a title cannot be found",
        "add the field; roles/README.md explains each",
    ),
    rule(
        "not-a-file",
        "a `.yaml` is a regular file",
        "a pipe or a device may never end",
        "put a plain file in its place",
    ),
    rule(
        "not-utf-8",
        "files and their names are UTF-8",
        "anything else cannot be printed everywhere",
        "save the file as UTF-8",
    ),
    rule(
        "syntax",
        "a file is YAML of the right shape",
        "what cannot be read cannot be shown",
        "mend the place that the message names",
    ),
    rule(
        "too-many-files",
        "a catalog's folder holds fewer than 50,000 files and folders",
        "whoever names a whole disk made a mistake",
        "name the catalog's own folder",
    ),
    rule(
        "two-roles-one-name",
        "a name finds one role",
        "`roles show NAME` must not guess",
        "take the name out of one of the two roles",
    ),
    rule(
        "unknown-certificate",
        "certificates are those of the vocabulary",
        "a certificate is found by one name",
        "use an id that `roles certificates` lists, or add one to vocabulary/certificates.yaml",
    ),
    rule(
        "unknown-competency",
        "competencies are those of the vocabulary",
        "a misspelt one would be lost",
        "use an id that `roles competencies` lists, or add one",
    ),
    rule(
        "unknown-family",
        "a role lies in a family's folder, or states its family",
        "listings group by it",
        "use an id that `roles families` lists, or add one",
    ),
    rule(
        "unknown-field",
        "only known fields are written",
        "a mistyped field is lost data",
        "take it out, or spell it as the message says",
    ),
    rule(
        "unknown-file",
        "only known files lie in vocabulary/ and evidence/",
        "nothing would read it",
        "rename it to one of those that the message names",
    ),
    rule(
        "unknown-level",
        "levels are ranks of the vocabulary; those of a competency are steps of its scale",
        "listings sort by it, and fits are measured by it",
        "use a rank that `roles levels` lists, or a word of the `scale:`",
    ),
    rule(
        "unknown-occupation",
        "outside codes stand in the evidence",
        "weights are computed from them",
        "copy the code or label from evidence/, to the letter",
    ),
    rule(
        "unknown-pay-label",
        "pay labels stand in the evidence",
        "a salary comes from a published row",
        "copy the label from evidence/pay/, to the letter",
    ),
    rule(
        "unknown-preparation",
        "records of getting in and outlook stand in the evidence",
        "a figure comes from a published record",
        "copy the `code:` from evidence/preparation/, to the letter",
    ),
    rule(
        "unknown-region",
        "regions are those of the vocabulary",
        "figures are found by it",
        "use an id that `roles regions` lists, or add one",
    ),
    rule(
        "unknown-role",
        "roles that are named exist",
        "a ladder may not lead into the void",
        "use an id that `roles list` shows",
    ),
    rule(
        "unknown-source",
        "sources are those of the vocabulary",
        "no figure without a source",
        "add the source to vocabulary/sources.yaml",
    ),
    rule(
        "unknown-tool",
        "tools are those of the vocabulary",
        "a tool is found by one name",
        "use an id that `roles tools` lists, or add one",
    ),
    rule(
        "unknown-track",
        "tracks are those of the vocabulary",
        "levels are named by it",
        "use individual-contributor, management or executive",
    ),
    rule(
        "unknown-word",
        "a field takes one of its words",
        "anything else means nothing here",
        "use one of the words that the message names",
    ),
    rule(
        "unreadable-file",
        "files can be read",
        "what cannot be read cannot be shown",
        "check the file's permissions and where it links to",
    ),
    rule(
        "wrong-type",
        "values are of the right kind: numbers are decimal digits, names stand on one line",
        "a number is not a name",
        "write the kind that the message expects",
    ),
    rule(
        "cut-text",
        "a comment stands two spaces or more behind a text",
        "YAML ends a text without quotes at ` #`: of `C # Developer` it reads `C`",
        "put the text into quotes, or two spaces before the comment",
    ),
    rule(
        "crooked-move",
        "a move leads to another role",
        "a step to where one stands is none",
        "take the role out of its own list",
    ),
    rule(
        "crooked-rating",
        "ratings, scores and shares lie on their scales",
        "a share of 45 is one of 45 hundredths, or a typing error",
        "compare the number with its source",
    ),
    rule(
        "crooked-region",
        "a region lies in a larger one: metros in states or countries, states in countries",
        "figures are looked up from the smaller to the larger",
        "name the parent; a country needs none",
    ),
    rule(
        "crooked-year",
        "a year of a figure or a source has four digits, from 1950 to 2035; that of a forecast goes to 2075",
        "figures of different years are compared",
        "write the year that the source speaks of",
    ),
    rule(
        "duplicate-id",
        "an id, a code or a label stands once in a catalog",
        "one of the two would silently stand in the other's place",
        "take one of the two out, or give it a name of its own",
    ),
    rule(
        "misnamed-file",
        "what looks like a file or a folder of the catalog is one",
        "a role whose file is not read is missing without a word",
        "end its name in `.yaml`, in small letters, call the folder `vocabulary` or `evidence`, or take it out",
    ),
    rule(
        "unknown-currency",
        "a currency is its code in ISO 4217, and was in use in the year of the row",
        "amounts are compared only within one",
        "write three capital letters: `EUR`",
    ),
];
