//! The catalog that samples are read against: small, so that many are read in a second.

use std::path::Path;
use std::sync::LazyLock;

use roles::catalog::read::load;
use roles::catalog::{Catalog, Named, bake};

static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../miniature");
    let (layer, faults) = load::folder(&folder, load::Texts::Keep).expect("the folder is there");
    assert!(faults.is_empty(), "{faults:?}");
    bake(&Named { name: "miniature", layer: &layer }).expect("it has no fault")
});

/// Returns the miniature catalog, baked once.
pub fn catalog() -> Catalog<'static> {
    Catalog::open(&BYTES).expect("it was baked just now")
}
