//! From files as written to a catalog that hangs together: laid over each other, looked up, joined.

mod codes;
pub mod draft;
mod entry;
mod evidence;
pub mod graph;
pub mod index;
pub mod ladder;
mod once;
mod pay;
mod region;
pub mod role;
pub mod standards;
pub mod table;
mod texts;
mod vocabulary;
pub mod written;
