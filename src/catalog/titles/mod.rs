//! Titles as words: what of a title is noise, what each word stands for, and an index of all names
//! of roles in such words. Names are read when a catalog is baked, titles when they are looked up,
//! by the same code.

pub mod clean;
pub mod index;
pub mod words;
pub mod written;
