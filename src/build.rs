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
    if has_linker_of_its_own() {
        return;
    }
    let mut linking = Linking { out, options: Vec::new() };
    // Who asks for the C library to be linked in says too whether the program lies at a fixed address.
    let is_static = is("CARGO_CFG_TARGET_FEATURE", "crt-static");
    if !is_static {
        // Where a program may lie anywhere in memory, two thousand addresses in it are mended at each
        // start, most of them the places that a panic would name. At a fixed address there are none.
        linking.add(&["-no-pie"]);
    }
    // The suite starts the program thousands of times; this would cost it the traces of its panics.
    let is_release = is("PROFILE", "release");
    if is_release {
        // By this index a backtrace would be found, and the release has no names to show in one. What a common
        // question runs is a tenth of the program: spread over it, each of its pieces is mapped on its own, which
        // takes longer than to run it.
        println!("cargo::rerun-if-changed={ORDER}");
        linking.add(&["-Wl,--no-eh-frame-hdr", &format!("-Wl,-T,{ORDER}")]);
        // Functions of the same code are kept once: a fiftieth of the program.
        linking.add(&["-Wl,--icf=all"]);
    }
    // To find, map and bind the C library is a third of a start.
    let archives = || ["libc.a", "libgcc.a", "libgcc_eh.a"].into_iter().map(archive).collect::<Option<Vec<_>>>();
    if !is_static && !archives().is_some_and(|archives| linking.add(&[&means(out, &archives), "-static"])) {
        // What prints a backtrace is the only thing wanted of `libgcc_s.so`: one library less to map.
        if is_release && archive("libgcc_eh.a").is_some() {
            println!("cargo::rustc-link-lib=gcc_eh");
        }
    }
    linking.options.iter().for_each(|option| println!("cargo::rustc-link-arg-bins={option}"));
}

/// Where the linker finds the C library as archives. The compiler asks it for shared libraries, and a package cannot
/// ask for others: they are looked for in a folder of their own first, where their names mean the archives.
fn means(out: &Path, archives: &[PathBuf]) -> String {
    let folder = out.join("archives");
    let paths: Vec<String> = archives.iter().map(|path| format!("\"{}\"", path.display())).collect();
    let meant = format!("GROUP ( {} )\n", paths.join(" "));
    fs::create_dir_all(&folder).expect("OUT_DIR can be written");
    for name in ["libc.so", "libm.so", "libgcc_s.so"] {
        fs::write(folder.join(name), &meant).expect("OUT_DIR can be written");
    }
    format!("-L{}", folder.display())
}

/// The path of an archive, where the compiler that links knows it: it prints the path then, and else the name.
fn archive(name: &str) -> Option<PathBuf> {
    let asked = Command::new("cc").arg(format!("-print-file-name={name}")).output().ok()?;
    let path = PathBuf::from(String::from_utf8_lossy(&asked.stdout).trim());
    path.is_absolute().then_some(path)
}

/// How the program is linked. Not every linker knows every option, and not all go together: each is tried.
struct Linking<'o> {
    out: &'o Path,
    options: Vec<String>,
}

impl Linking<'_> {
    /// Adds options, if a program that prints a word can be linked with them and with those before, and runs.
    fn add(&mut self, more: &[&str]) -> bool {
        let before = self.options.len();
        self.options.extend(more.iter().map(|option| (*option).to_owned()));
        let is_good = env::var("HOST").ok() == env::var("TARGET").ok() && self.links();
        if !is_good {
            self.options.truncate(before);
        }
        is_good
    }

    fn links(&self) -> bool {
        let (source, program) = (self.out.join("probe.rs"), self.out.join("probe"));
        fs::write(&source, "fn main() { println!(\"{}\", std::env::args().count()); }\n").expect("it can be written");
        let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
        let mut compiler = Command::new(env::var_os("RUSTC").expect("cargo sets RUSTC"));
        compiler.arg(&source).arg("-o").arg(&program).args(["--edition", "2024", "-C", "panic=abort"]);
        compiler.args(flags.split('\u{1f}').filter(|flag| !flag.is_empty()));
        compiler.args(self.options.iter().flat_map(|option| ["-C".to_owned(), format!("link-arg={option}")]));
        compiler.output().is_ok_and(|linked| linked.status.success())
            && Command::new(&program).output().is_ok_and(|run| run.status.success() && run.stdout == b"1\n")
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
