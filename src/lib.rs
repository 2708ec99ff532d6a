//! The man page for careers in IT: what a role does, asks for, pays and leads to.
//!
//! Data flows one way: arguments become a [`cli::Command`], a query turns it and the catalog into
//! a [`view::View`], and a renderer turns the view into bytes. `ARCHITECTURE.md` draws the map.

mod cache;
pub mod catalog;
mod catalog_faults;
mod catalogs;
mod check;
pub mod cli;
mod completion;
mod embedded;
mod error;
mod manual;
mod new_role;
mod overview;
mod pager;
mod query;
#[doc(hidden)]
pub mod readers;
pub mod render;
mod role_schema;
mod run;
mod terminal;
mod usage;
pub mod view;

pub use run::run;
