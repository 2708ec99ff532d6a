//! The man page for careers in IT: what a role does, asks for, pays and leads to.
//!
//! Data flows one way: arguments become a [`cli::Command`], a query turns it and the catalog into
//! a [`view::View`], and a renderer turns the view into bytes. `ARCHITECTURE.md` draws the map.

pub mod catalog;
pub mod cli;
mod embedded;
mod error;
mod query;
pub mod render;
mod run;
mod terminal;
mod usage;
pub mod view;

pub use run::run;
