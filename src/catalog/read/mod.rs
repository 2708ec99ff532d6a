//! Reading strangers' files: found, parsed, and told about where they are wrong.

mod by_path;
mod causes;
mod comments;
pub mod diagnostic;
mod entries;
pub mod files;
pub mod ids;
mod in_words;
pub mod load;
mod look_alike;
mod repeats;
pub mod schema;
mod swallowed;
mod tags;
mod written_at;
pub mod yaml;
