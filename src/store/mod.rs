//! Where catalogs come from: the built-in one, the user's folders, and what is kept of them. And how files
//! are written.

pub mod above;
pub mod alone;
pub mod beside;
pub mod cache;
pub mod catalogs;
pub mod embedded;
pub mod faults;
pub mod folders;
pub mod limit;
pub mod places;
pub mod quoted;
