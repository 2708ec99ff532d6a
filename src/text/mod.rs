//! Text as text: folding, names, near misses, what is invisible; and sorting, which every room needs. Nothing else of
//! the program is named here.

pub mod fold;
pub mod harmless;
pub mod hint;
pub mod naming;
pub mod packed;
pub mod sorting;
pub mod suggest;
