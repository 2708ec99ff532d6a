//! From files as written to a catalog that hangs together: laid over each other, looked up, joined.

mod about;
pub mod bands;
mod codes;
pub mod draft;
mod elements;
mod entry;
mod evidence;
pub mod faults;
mod framework;
pub mod graph;
pub mod index;
pub mod ladder;
mod once;
mod pay;
mod preparation;
mod readings;
mod region;
pub mod role;
pub mod standards;
pub mod standing;
pub mod table;
mod texts;
pub mod unread;
mod vocabulary;
pub mod weights;
mod whose;
pub mod written;
