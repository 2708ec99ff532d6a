//! From files as written to a catalog that hangs together: laid over each other, looked up, joined.

pub mod draft;
pub mod graph;
pub mod index;
pub mod ladder;
pub mod role;
pub mod table;
pub mod written;
