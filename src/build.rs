//! Bakes the built-in catalog from the files under `roles/`, and stops the build on any fault.
//!
//! The very module that the program reads catalogs with is compiled here: no type is written twice.

#![allow(dead_code, unused_imports, reason = "the build script bakes; what reads is for the program")]

mod catalog;
mod text;

use std::path::{Path, PathBuf};
use std::{env, fs};

use catalog::read::diagnostic::Diagnostic;

/// The JSON Schema of answers: one command prints it, and packed it is a ninth.
const SCHEMA: &str = "src/view/output.schema.json";

/// Which functions lie side by side; written by `benches/startup/order.sh`.
const ORDER: &str = "src/order.ld";

fn main() {
    link_for_a_quick_start();
    let root = env::var_os("ROLES_BUILTIN").map_or_else(|| PathBuf::from("roles"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", root.display());
    println!("cargo::rerun-if-changed=src/catalog");
    println!("cargo::rerun-if-changed=src/text");
    println!("cargo::rerun-if-env-changed=ROLES_BUILTIN");
    println!("cargo::rerun-if-changed={SCHEMA}");
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    match baked(&root) {
        Ok(bytes) => {
            println!("cargo::rustc-env=ROLES_CATALOG_SUM={:016x}", catalog::checksum(&bytes));
            let mut words = Vec::new();
            catalog::baked::words::bake(&bytes, &mut words).expect("it was baked just now");
            let write = |name, bytes| fs::write(Path::new(&out).join(name), bytes).expect("OUT_DIR can be written");
            write("catalog.bin", bytes);
            write("words.bin", words);
            write("schema.bin", text::packed::pack(&fs::read_to_string(SCHEMA).expect("it lies in the repository")));
        }
        Err(faults) => faults.iter().for_each(|fault| println!("cargo::error={}/{fault}", root.display())),
    }
}

/// A run of a few milliseconds is spent on what the system does before `main`: on Linux, where it
/// is known how to spare it that, the program is linked for a quick start, the release most of all.
fn link_for_a_quick_start() {
    if !is("CARGO_CFG_TARGET_OS", "linux") || !is("CARGO_CFG_TARGET_ENV", "gnu") {
        return;
    }
    if has_linker_of_its_own() {
        return;
    }
    if is("CARGO_CFG_TARGET_FEATURE", "crt-static") {
        return;
    }
    // Where a program may lie anywhere in memory, two thousand addresses in it are mended at each
    // start, most of them the places that a panic would name. At a fixed address there are none.
    println!("cargo::rustc-link-arg-bins=-no-pie");
    // The suite starts the program ten thousand times; what follows would cost it the traces of its panics.
    if !is("PROFILE", "release") {
        return;
    }
    // By this index a backtrace would be found, and the release has no names to show in one.
    println!("cargo::rustc-link-arg-bins=-Wl,--no-eh-frame-hdr");
    // What a common question runs is a tenth of the program. Spread over it, each of its pieces is mapped on its own,
    // which takes longer than to run it.
    println!("cargo::rerun-if-changed={ORDER}");
    println!("cargo::rustc-link-arg-bins=-Wl,-T,{ORDER}");
    if has_static_unwinder() {
        // What prints a backtrace is the only thing wanted of `libgcc_s.so`: one library less to map.
        println!("cargo::rustc-link-lib=gcc_eh");
    }
}

/// Tells whether a variable that cargo sets holds a value, alone or among others.
fn is(name: &str, value: &str) -> bool {
    env::var(name).is_ok_and(|set| set.split(',').any(|one| one == value))
}

/// Tells whether the user links in a way of their own, to which these options may be unknown.
fn has_linker_of_its_own() -> bool {
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    env::var_os("RUSTC_LINKER").is_some() || ["link-arg", "linker"].iter().any(|word| flags.contains(word))
}

/// Tells whether the compiler that links has the unwinder as an archive: it then prints its path.
fn has_static_unwinder() -> bool {
    let asked = std::process::Command::new("cc").arg("-print-file-name=libgcc_eh.a").output();
    asked.is_ok_and(|answer| Path::new(String::from_utf8_lossy(&answer.stdout).trim()).is_absolute())
}

fn baked(root: &Path) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let unreadable = |error| Diagnostic::of_file("", "unreadable-file", format!("cannot read the catalog: {error}"));
    let (layer, mut faults) =
        catalog::read::load::folder(root, catalog::read::load::Texts::Pack).map_err(|error| vec![unreadable(error)])?;
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
