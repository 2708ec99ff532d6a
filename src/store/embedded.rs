//! The built-in catalog, baked by the build script, and the schema of answers, packed by it.

use crate::catalog::{Catalog, Words};
use crate::text::packed;

pub static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalog.bin"));
static WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.bin"));

static SCHEMA: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/schema.bin"));

/// What tells this catalog from any other, at no cost to whoever does not ask.
pub const SUM: &str = env!("ROLES_CATALOG_SUM");

/// Opens the built-in catalog; nothing of it is read before it is asked for.
pub fn catalog() -> Catalog<'static> {
    Catalog::open(BYTES).expect("the program and its catalog are built together")
}

/// Opens the index of its words.
pub fn words() -> Words<'static> {
    Words::open(WORDS).expect("the program and its catalog are built together")
}

/// Returns the JSON Schema of every command's JSON: `roles schema output`.
pub fn schema() -> String {
    packed::unpack(SCHEMA).expect("the program and its schema are built together")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_that_of_the_bytes() {
        assert_eq!(SUM, format!("{:016x}", crate::catalog::checksum(BYTES)));
    }
}
