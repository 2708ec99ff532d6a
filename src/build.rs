//! Bakes the built-in catalog from the files under `roles/`, and stops the build on any fault.
//!
//! The very module that the program reads catalogs with is compiled here: no type is written twice.

#![allow(dead_code, unused_imports, reason = "the build script bakes; what reads is for the program")]

mod catalog;
mod text;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use catalog::read::diagnostic::Diagnostic;

/// The JSON Schema of answers: one command prints it, and packed it is a ninth.
const SCHEMA: &str = "src/view/output.schema.json";

/// Which functions lie side by side; written by `benches/startup/order.sh`.
const ORDER: &str = "src/order.ld";

fn main() {
    let root = env::var_os("ROLES_BUILTIN").map_or_else(|| PathBuf::from("roles"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", root.display());
    println!("cargo::rerun-if-changed=src/catalog");
    println!("cargo::rerun-if-changed=src/text");
    println!("cargo::rerun-if-env-changed=ROLES_BUILTIN");
    println!("cargo::rerun-if-changed={SCHEMA}");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    link_for_a_quick_start(&out);
    match baked(&root) {
        Ok(bytes) => {
            println!("cargo::rustc-env=ROLES_CATALOG_SUM={:016x}", catalog::checksum(&bytes));
            let mut words = Vec::new();
            catalog::baked::words::bake(&bytes, &mut words).expect("it was baked just now");
            let write = |name, bytes| fs::write(out.join(name), bytes).expect("OUT_DIR can be written");
            write("catalog.bin", bytes);
            write("words.bin", words);
            write("schema.bin", text::packed::pack(&fs::read_to_string(SCHEMA).expect("it lies in the repository")));
        }
        Err(faults) => faults.iter().for_each(|fault| println!("cargo::error={}/{fault}", root.display())),
    }
}

/// A run of a few milliseconds is spent on what the system does before `main`: on Linux, where it
/// is known how to spare it that, the program is linked for a quick start, the release most of all.
fn link_for_a_quick_start(out: &Path) {
    if !is("CARGO_CFG_TARGET_OS", "linux") || !is("CARGO_CFG_TARGET_ENV", "gnu") {
        return;
    }
    if has_linker_of_its_own() || is("CARGO_CFG_TARGET_FEATURE", "crt-static") {
        return;
    }
    // Where a program may lie anywhere in memory, two thousand addresses in it are mended at each
    // start, most of them the places that a panic would name. At a fixed address there are none.
    let mut options = vec!["-no-pie".to_owned()];
    // The suite starts the program thousands of times; this would cost it the traces of its panics.
    let is_release = is("PROFILE", "release");
    if is_release {
        // By this index a backtrace would be found, and the release has no names to show in one.
        options.push("-Wl,--no-eh-frame-hdr".to_owned());
        // What a common question runs is a tenth of the program. Spread over it, each of its pieces is mapped on its
        // own, which takes longer than to run it.
        println!("cargo::rerun-if-changed={ORDER}");
        options.push(format!("-Wl,-T,{ORDER}"));
    }
    let probe = Probe::new(out);
    // To find, map and bind the C library is a third of a start.
    let archives = probe.archives(&["libc.a", "libgcc.a", "libgcc_eh.a"]).and_then(|archives| {
        let with = [options.as_slice(), &statically(out, &archives)].concat();
        probe.links(&with).then_some(with)
    });
    match archives {
        Some(with) => options = with,
        // What prints a backtrace is the only thing wanted of `libgcc_s.so`: one library less to map.
        None if is_release && probe.archives(&["libgcc_eh.a"]).is_some() => println!("cargo::rustc-link-lib=gcc_eh"),
        None => {}
    }
    // Functions of the same code are kept once: a fiftieth of the program.
    let folded = [options.as_slice(), &["-Wl,--icf=all".to_owned()]].concat();
    if is_release && probe.links(&folded) {
        options = folded;
    }
    options.iter().for_each(|option| println!("cargo::rustc-link-arg-bins={option}"));
}

/// What links the C library into the program. The compiler names shared libraries to the linker, and a package cannot
/// ask it for others: they are looked for in a folder of their own first, where their names mean the archives.
fn statically(out: &Path, archives: &[PathBuf]) -> Vec<String> {
    let folder = out.join("archives");
    let paths: Vec<String> = archives.iter().map(|path| format!("\"{}\"", path.display())).collect();
    let meant = format!("GROUP ( {} )\n", paths.join(" "));
    fs::create_dir_all(&folder).expect("OUT_DIR can be written");
    for name in ["libc.so", "libm.so", "libgcc_s.so"] {
        fs::write(folder.join(name), &meant).expect("OUT_DIR can be written");
    }
    vec![format!("-L{}", folder.display()), "-static".to_owned()]
}

/// Tries out what the linker can: not every one knows every option, and not every system has every archive.
struct Probe<'o> {
    out: &'o Path,
    /// Whether what is linked here runs here.
    is_native: bool,
}

impl<'o> Probe<'o> {
    fn new(out: &'o Path) -> Self {
        Self { out, is_native: env::var("HOST").ok() == env::var("TARGET").ok() }
    }

    /// Tells whether a program that prints a word can be linked with some options, and runs.
    fn links(&self, options: &[String]) -> bool {
        let (source, program) = (self.out.join("probe.rs"), self.out.join("probe"));
        fs::write(&source, "fn main() { println!(\"{}\", std::env::args().count()); }\n")
            .expect("OUT_DIR can be written");
        let mut compiler = Command::new(env::var_os("RUSTC").expect("cargo sets RUSTC"));
        compiler.arg(&source).arg("-o").arg(&program).args(["--edition", "2024", "-C", "panic=abort"]);
        compiler.args(options.iter().flat_map(|option| ["-C".to_owned(), format!("link-arg={option}")]));
        let is_linked = self.is_native && compiler.output().is_ok_and(|linked| linked.status.success());
        is_linked && Command::new(&program).output().is_ok_and(|run| run.status.success() && run.stdout == b"1\n")
    }

    /// The paths of archives that the compiler which links knows; none where one is missing. It prints a path then, and
    /// else the name.
    fn archives(&self, names: &[&str]) -> Option<Vec<PathBuf>> {
        if !self.is_native {
            return None;
        }
        let path = |name: &&str| {
            let asked = Command::new("cc").arg(format!("-print-file-name={name}")).output().ok()?;
            let path = PathBuf::from(String::from_utf8_lossy(&asked.stdout).trim());
            path.is_absolute().then_some(path)
        };
        names.iter().map(path).collect()
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
