//! Builds what is measured: with cargo, as a user would.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// How a program comes by the C library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Linking {
    /// When it starts, as cargo builds it by default.
    Dynamic,
    /// When it is built, as for a package.
    Static,
}

/// Where builds are made, and for which platform.
pub struct Workshop {
    root: PathBuf,
    host: String,
}

impl Workshop {
    /// Opens the workshop in cargo's target directory, where later runs find what was built before.
    ///
    /// # Errors
    /// When it cannot be made, or there is no compiler.
    pub fn new() -> Result<Self, String> {
        let workshop = Self { root: Path::new(env!("CARGO_TARGET_TMPDIR")).join("startup"), host: host()? };
        workshop.folder("programs")?;
        Ok(workshop)
    }

    /// Returns a folder of the workshop.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn folder(&self, name: &str) -> Result<PathBuf, String> {
        let folder = self.root.join(name);
        fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
        Ok(folder)
    }

    /// Writes the package of a program that does nothing, with the release profile of this one.
    ///
    /// # Errors
    /// When files cannot be read or written.
    pub fn empty_package(&self, like: &Path) -> Result<PathBuf, String> {
        let manifest = fs::read_to_string(like.join("Cargo.toml")).map_err(|error| format!("Cargo.toml: {error}"))?;
        let profile = table(&manifest, "[profile.release]").ok_or("Cargo.toml has no [profile.release]")?;
        let package = "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n";
        let folder = self.folder("empty")?;
        let source = self.folder("empty/src")?.join("main.rs");
        fs::write(folder.join("Cargo.toml"), format!("{package}\n{profile}"))
            .and_then(|()| fs::write(source, "fn main() {}\n"))
            .map_err(|error| format!("cannot write the empty package: {error}"))?;
        Ok(folder)
    }

    /// Builds a program in release mode, and returns where it is.
    ///
    /// # Errors
    /// When it cannot be built, or this platform has nothing to link in.
    pub fn build(&self, package: &Path, name: &str, linking: Linking) -> Result<PathBuf, String> {
        let kept = match linking {
            Linking::Dynamic => name.to_owned(),
            Linking::Static if self.links_statically()? => format!("{name}-static"),
            Linking::Static => return Err(format!("{} has no C library to link in", self.host)),
        };
        let built = self.cargo(package, name, linking, None)?;
        self.keep(&built, &kept)
    }

    /// Builds this program with another catalog baked in.
    ///
    /// # Errors
    /// When it cannot be built.
    pub fn build_with(&self, package: &Path, catalog: &Path, roles: usize) -> Result<PathBuf, String> {
        let built = self.cargo(package, "roles", Linking::Dynamic, Some(catalog))?;
        self.keep(&built, &format!("roles-of-{roles}"))
    }

    /// Builds apart from what the caller has built: nothing of the caller's is overwritten.
    fn cargo(&self, package: &Path, name: &str, linking: Linking, catalog: Option<&Path>) -> Result<PathBuf, String> {
        let mut target = self.root.join("target");
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--release", "--bin", name]).arg("--target-dir").arg(&target).current_dir(package);
        for name in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_TARGET", "ROLES_BUILTIN"] {
            cargo.env_remove(name);
        }
        if linking == Linking::Static {
            cargo
                .args(["--target", &self.host])
                .env("RUSTFLAGS", "-C target-feature=+crt-static -C relocation-model=static");
            target.push(&self.host);
        }
        if let Some(catalog) = catalog {
            // The script that bakes is slow unoptimized; the program does not change by it.
            cargo.env("ROLES_BUILTIN", catalog).env("CARGO_PROFILE_RELEASE_BUILD_OVERRIDE_OPT_LEVEL", "2");
        }
        let status = cargo.status().map_err(|error| format!("cannot start cargo: {error}"))?;
        match status.success() {
            true => Ok(target.join("release").join(name).with_extension(env::consts::EXE_EXTENSION)),
            false => Err(format!("cargo could not build `{name}` in {}", package.display())),
        }
    }

    /// Copies a program to where the next build does not overwrite it.
    fn keep(&self, built: &Path, name: &str) -> Result<PathBuf, String> {
        let kept = self.root.join("programs").join(name).with_extension(env::consts::EXE_EXTENSION);
        fs::copy(built, &kept).map_err(|error| format!("cannot copy {}: {error}", built.display()))?;
        Ok(kept)
    }

    /// Tells whether the compiler heeds the wish for a static C library on this platform.
    fn links_statically(&self) -> Result<bool, String> {
        let settings = rustc(&["--target", &self.host, "-C", "target-feature=+crt-static", "--print", "cfg"])?;
        Ok(settings.lines().any(|line| line == "target_feature=\"crt-static\""))
    }
}

/// Returns the platform that the compiler runs on.
fn host() -> Result<String, String> {
    let version = rustc(&["-vV"])?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc does not say which platform this is".to_owned())
}

fn rustc(arguments: &[&str]) -> Result<String, String> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output =
        Command::new(rustc).args(arguments).output().map_err(|error| format!("cannot start rustc: {error}"))?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(format!("rustc refuses {}", arguments.join(" "))),
    }
}

/// Returns a table of a TOML file, from its header to the next.
fn table<'a>(text: &'a str, header: &str) -> Option<&'a str> {
    let table = &text[text.find(&format!("\n{header}\n"))? + 1..];
    Some(table.find("\n[").map_or(table, |end| &table[..=end]))
}
