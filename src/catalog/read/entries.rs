//! A table of entries, read entry by entry where it cannot be read whole: what is wrong in one hides nothing
//! of the others.

use serde::de::DeserializeOwned;

use crate::catalog::read::causes;
use crate::catalog::read::diagnostic::Diagnostic;
use crate::catalog::read::yaml;

/// The most faults that are told of one file.
const MOST: usize = 20;

/// Returns the entries that can be read, and what is wrong with the others.
pub fn read<T: DeserializeOwned>(path: &str, text: &str) -> (Vec<T>, Vec<Diagnostic>) {
    let (entries, faults) = yaml::parse_on::<Vec<T>>(path, text, yaml::TABLE);
    match entries {
        Some(entries) if faults.is_empty() => (entries, faults),
        // What stands in for a wrong word is no entry.
        _ => apart(path, text).unwrap_or((Vec::new(), faults)),
    }
}

/// Reads each entry by itself; none where the file cannot be taken apart: it is no list of one entry a
/// dash, or one of them stands for others.
fn apart<T: DeserializeOwned>(path: &str, text: &str) -> Option<(Vec<T>, Vec<Diagnostic>)> {
    let (mut entries, mut faults): (Vec<T>, Vec<Diagnostic>) = (Vec::new(), Vec::new());
    for (above, piece) in pieces(text)? {
        // Every place in it is that of the file.
        let placed = "\n".repeat(above) + piece;
        let (read, told) = yaml::parse_on::<Vec<T>>(path, &placed, yaml::TABLE);
        entries.extend(read.filter(|_| told.is_empty()).into_iter().flatten());
        faults.extend(told);
    }
    faults.truncate(MOST);
    (!faults.is_empty()).then_some((entries, faults))
}

/// Parts a text before each dash at the beginning of a line, with the number of lines above each piece.
fn pieces(text: &str) -> Option<Vec<(usize, &str)>> {
    /// So many lines are read in all, those above each piece too: a hostile file has a million pieces.
    const READ: usize = 20_000_000;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if causes::has_merge_marks(text) || (text.contains(['&', '*']) && has_aliases(text)) {
        return None;
    }
    let mut pieces: Vec<(usize, &str)> = Vec::new();
    let (mut start, mut line, mut at) = (None, 0, 0);
    for (number, row) in text.split_inclusive('\n').enumerate() {
        if row.starts_with("- ") || row.trim_end() == "-" {
            pieces.extend(start.map(|start| (line, &text[start..at])));
            (start, line) = (Some(at), number);
        } else if start.is_none() && !row.trim().is_empty() && !row.starts_with(['#', '-', '%']) {
            return None;
        }
        at += row.len();
    }
    pieces.extend(start.map(|start| (line, &text[start..])));
    (pieces.len() > 1 && pieces.len() * line < READ).then_some(pieces)
}

/// Tells whether values may be marked, and stand for each other.
fn has_aliases(text: &str) -> bool {
    let begins = |word: &str| word.len() > 1 && word.starts_with(['&', '*']);
    text.split([' ', '\t', '\n', '[', '{', ',']).any(begins)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::read::schema::{Family, place};

    fn told(text: &str) -> (usize, Vec<u32>) {
        let (entries, faults) = read::<Family>("vocabulary/families.yaml", text);
        (entries.len(), faults.iter().map(|fault| fault.line).collect())
    }

    #[test]
    fn what_is_wrong_in_one_entry_hides_nothing_of_the_others() {
        assert_eq!(told("# All.\n- {id: a}\n- {id: b, no: 1}\n- id: c\n  nope: 2\n\n- {id: d}\n"), (2, vec![3, 5]));
        assert_eq!(told("- {id: a}\n- {id: \"b}\n- {id: c}\n"), (2, vec![2]));
        let (entries, _) = read::<Family>("vocabulary/families.yaml", "- {id: a, no: 1}\n- {id: b}\n");
        assert_eq!(entries.iter().map(|family| place(&family.id).line).collect::<Vec<u32>>(), [2]);
        // What cannot be taken apart is told as far as the parser comes.
        assert_eq!(told("- &a {id: a, no: 1}\n- *a\n- {id: b, no: 1}\n").1.len(), 1);
        assert_eq!(told("id: a\n").1.len(), 1);
    }
}
