//! The bytes of a catalog: written, read where they lie, kept in a file.

pub mod bake;
pub mod blob;
pub mod kept;
pub mod sections;
pub mod sums;
pub mod words;
mod write;
