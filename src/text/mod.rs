//! Text as text: folding, near misses, what is invisible. Nothing else of the program is named here.

pub mod fold;
pub mod harmless;
pub mod suggest;
