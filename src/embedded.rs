//! The built-in catalog, baked by the build script.

use crate::catalog::Catalog;

pub static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalog.bin"));

/// Opens the built-in catalog; nothing of it is read before it is asked for.
pub fn catalog() -> Catalog<'static> {
    Catalog::open(BYTES).expect("the program and its catalog are built together")
}
