//! Reading strangers' files: found, parsed, and told about where they are wrong.

pub mod diagnostic;
pub mod files;
pub mod load;
pub mod schema;
mod written_at;
pub mod yaml;
