//! What a level looks like, in sentences.

use std::borrow::Cow;

use crate::catalog::model;
use crate::view::Look;

/// Returns what a level looks like, by its word.
pub fn worded<'a>(proficiency: &'a str, look: &model::Look<'a>) -> Look<'a> {
    Look { proficiency, looks: sentences(&look.says), examples: look.examples.clone(), signals: look.signals.clone() }
}

/// Joins sentences of a list, each ended by a point.
pub fn sentences<'a>(says: &[&'a str]) -> Cow<'a, str> {
    match says {
        [one] => Cow::Borrowed(one),
        several => {
            let ended = |says: &&str| {
                if says.ends_with(['.', '!', '?', ':']) { (*says).to_owned() } else { format!("{says}.") }
            };
            Cow::Owned(several.iter().map(ended).collect::<Vec<_>>().join(" "))
        }
    }
}
