//! The man page for careers in IT: what a role does, asks for, pays and leads to.
//!
//! Data flows one way: arguments become a command, a query turns it and the catalog into
//! a [`view::View`], and a renderer turns the view into bytes. `ARCHITECTURE.md` draws the map.

#![cfg_attr(not(test), deny(clippy::unwrap_used))]

#[doc(hidden)]
pub mod app;
#[cfg(feature = "browse")]
mod browse;
pub mod catalog;
mod check;
mod present;
mod query;
pub mod render;
#[doc(hidden)]
pub mod request;
mod store;
mod table;
pub mod text;
mod titles;
pub mod view;

pub use app::{readers, run};
