//! Bakes the built-in catalog from the files under `roles/`, and stops the build on any fault.
//!
//! The very module that the program reads catalogs with is compiled here: no type is written twice.

#![allow(dead_code, unused_imports, reason = "the build script bakes; what reads is for the program")]

mod catalog;

use std::path::{Path, PathBuf};
use std::{env, fs};

use catalog::diagnostic::Diagnostic;

fn main() {
    let root = env::var_os("ROLES_BUILTIN").map_or_else(|| PathBuf::from("roles"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", root.display());
    println!("cargo::rerun-if-changed=src/catalog");
    println!("cargo::rerun-if-env-changed=ROLES_BUILTIN");
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    match baked(&root) {
        Ok(bytes) => fs::write(Path::new(&out).join("catalog.bin"), bytes).expect("OUT_DIR can be written"),
        Err(faults) => faults.iter().for_each(|fault| println!("cargo::error={}/{fault}", root.display())),
    }
}

fn baked(root: &Path) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let unreadable = |error| Diagnostic::of_file("", "unreadable-file", format!("cannot read the catalog: {error}"));
    let (layer, mut faults) = catalog::load::folder(root).map_err(|error| vec![unreadable(error)])?;
    let named = catalog::Named { name: "built-in", layer: &layer };
    match (catalog::bake(&named), faults.is_empty()) {
        (Ok(bytes), true) => Ok(bytes),
        (Ok(_), false) => Err(faults),
        (Err(more), _) => {
            faults.extend(more);
            faults.sort();
            Err(faults)
        }
    }
}
