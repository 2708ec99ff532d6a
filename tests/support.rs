//! Runs the program. What a test does not state is empty: no environment, no input, and of what is kept nothing but
//! what this very program baked.

use std::ffi::OsString;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::UNIX_EPOCH;

/// The program that is tested.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_roles");

/// Tells whether everything is asked for that can be, however long it takes, and nothing is kept between two runs of
/// the program: `.ci/run` sets `ROLES_ALL`.
pub fn is_all() -> bool {
    static IS_ALL: LazyLock<bool> = LazyLock::new(|| std::env::var_os("ROLES_ALL").is_some());
    *IS_ALL
}

/// Every so manieth of many, the first among them; all of them where everything is asked for.
pub fn sample<T>(many: impl IntoIterator<Item = T>, every: usize) -> impl Iterator<Item = T> {
    many.into_iter().step_by(if is_all() { 1 } else { every })
}

/// So many of what is made up; all that are said where everything is asked for.
pub fn cases(few: u32, all: u32) -> u32 {
    if is_all() { all } else { few }
}

/// Where catalogs are kept between two runs, as long as the program stays the same: to read and bake one takes longer
/// than any answer.
static KEPT: LazyLock<PathBuf> = LazyLock::new(|| {
    let program = std::fs::metadata(PROGRAM).expect("the program is there");
    let changed = program.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    let all = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kept");
    let own = all.join(format!("{}-{}", program.len(), changed.as_nanos()));
    for other in std::fs::read_dir(&all).into_iter().flatten().flatten().filter(|other| other.path() != own) {
        let _ = std::fs::remove_dir_all(other.path());
    }
    own
});

/// The folder of a test of its own in which a path lies.
fn scratch_of(path: &Path) -> Option<OsString> {
    let inside = path.strip_prefix(std::env::temp_dir()).ok()?;
    inside.iter().next().map(ToOwned::to_owned)
}

/// A command line, and what surrounds it.
pub struct Roles {
    args: Vec<OsString>,
    environment: Vec<(OsString, OsString)>,
    input: Vec<u8>,
    folder: Option<PathBuf>,
    /// The folders of the catalogs that lie beneath in the place of the built-in one; of none, that does.
    beneath: &'static [&'static str],
}

/// What the program did: everything a user sees of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub stdout: String,
    pub stderr: String,
    pub code: i32,
}

impl Outcome {
    /// Returns stdout of a command that must have gone well and said nothing beside it.
    #[track_caller]
    pub fn answered(self) -> String {
        assert_eq!((self.code, self.stderr.as_str()), (0, ""), "{}", self.stdout);
        self.stdout
    }
}

impl fmt::Display for Outcome {
    /// Stdout, then stderr and the exit code where there is something to say of them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.stdout)?;
        if !self.stderr.is_empty() {
            write!(f, "------- stderr -------\n{}", self.stderr)?;
        }
        match self.code {
            0 => Ok(()),
            code => writeln!(f, "[exit code: {code}]"),
        }
    }
}

impl Roles {
    /// The built-in catalog.
    pub fn builtin() -> Self {
        Self { args: Vec::new(), environment: Vec::new(), input: Vec::new(), folder: None, beneath: &[] }
    }

    /// The miniature catalog alone.
    pub fn miniature() -> Self {
        Self { beneath: &["tests/miniature"], ..Self::builtin() }
    }

    /// Names of the built-in catalog over the miniature one, for what is told of files in the very words in which it
    /// is told over the built-in one; over that itself where everything is asked for. Where catalogs are laid on top,
    /// hints name these two as well.
    pub fn named() -> Self {
        match is_all() {
            true => Self::builtin(),
            false => Self { beneath: &["tests/miniature", "tests/named"], ..Self::builtin() },
        }
    }

    /// As few words as a role's file can do with, for what is wrong with a file by itself; the built-in catalog where
    /// everything is asked for.
    pub fn bare() -> Self {
        match is_all() {
            true => Self::builtin(),
            false => Self { beneath: &["tests/bare"], ..Self::builtin() },
        }
    }

    pub fn arg(mut self, arg: impl Into<OsString>) -> Self {
        self.args.push(arg.into());
        self
    }

    /// Adds the words of a line; no word of it has a space.
    pub fn words(mut self, line: &str) -> Self {
        self.args.extend(line.split_whitespace().map(OsString::from));
        self
    }

    pub fn env(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    pub fn input(mut self, input: &str) -> Self {
        self.input = input.into();
        self
    }

    pub fn folder(mut self, folder: &Path) -> Self {
        self.folder = Some(folder.to_owned());
        self
    }

    /// Returns the command, with nothing of this process's environment but the way to programs.
    pub fn command(&self) -> Command {
        let mut command = Command::new(PROGRAM);
        let beneath: Vec<PathBuf> = self.beneath.iter().map(|folder| repository(folder)).collect();
        // Hints repeat options and not variables: where no catalog is laid over it, variables name it, and
        // no hint has the path of this repository.
        let is_beneath = self.args.iter().any(|arg| arg == "--catalog");
        if !beneath.is_empty() && is_beneath {
            command.arg("--no-builtin");
            for folder in &beneath {
                command.arg("--catalog").arg(folder);
            }
        }
        command
            .args(&self.args)
            .env_clear()
            .env("LANG", "C.UTF-8")
            .env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("XDG_CONFIG_HOME", repository("tests/no-configuration"));
        match self.kept() {
            Some(kept) => command.env("XDG_CACHE_HOME", kept),
            None => command.env("ROLES_NO_CACHE", "1"),
        };
        if !beneath.is_empty() && !is_beneath {
            let beneath = std::env::join_paths(&beneath).expect("no path has a colon");
            command.env("ROLES_NO_BUILTIN", "1").env("ROLES_CATALOG", beneath);
        }
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        if let Some(folder) = &self.folder {
            command.current_dir(folder);
        }
        command
    }

    /// Where the catalogs of this command are kept: a place for each stack of them, for few are kept at one.
    fn kept(&self) -> Option<PathBuf> {
        let of_option = self.args.windows(2).filter(|pair| pair[0] == "--catalog").map(|pair| &pair[1]);
        let of_variable = self.environment.iter().filter(|(name, _)| name == "ROLES_CATALOG").map(|(_, value)| value);
        let catalogs: Vec<&OsString> = of_option.chain(of_variable).collect();
        if is_all() || (catalogs.is_empty() && self.beneath.is_empty()) {
            return None;
        }
        let paths = catalogs.iter().map(Path::new).chain(self.folder.as_deref());
        let place = paths.clone().find_map(scratch_of).unwrap_or_else(|| {
            let mut hasher = DefaultHasher::new();
            (self.beneath, &catalogs, &self.folder).hash(&mut hasher);
            format!("{:016x}", hasher.finish()).into()
        });
        Some(KEPT.join(place))
    }

    /// Runs the command in a pipe.
    pub fn run(self) -> Outcome {
        let mut command = self.command();
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let mut input = child.stdin.take().expect("stdin is piped");
        // A program that wants no input may be gone already.
        let _ = input.write_all(&self.input);
        drop(input);
        let output = child.wait_with_output().expect("the program ends");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
        Outcome {
            stdout: text(output.stdout),
            stderr: text(output.stderr),
            code: output.status.code().expect("the program is not killed"),
        }
    }
}

/// Runs a command in a terminal of a size, and returns what it shows; none where there are no terminals.
pub fn in_terminal(plain: &Command, columns: u16, rows: u16) -> Option<String> {
    typed_in_terminal(plain, (columns, rows), "", &[]).map(|(shown, _)| shown)
}

/// Runs a command in a terminal of so many columns and rows, and types keys, one after the other, once it
/// shows a word. Returns what it shows in all, and the exit code; none where there are no terminals.
pub fn typed_in_terminal(
    plain: &Command,
    (columns, rows): (u16, u16),
    awaited: &str,
    keys: &[&str],
) -> Option<(String, Option<i32>)> {
    let (mut terminal, side) = match pty_process::blocking::open() {
        Ok(both) => both,
        Err(_) => {
            skipped("a test in a terminal", "/dev/ptmx");
            return None;
        }
    };
    terminal.resize(pty_process::Size::new(rows, columns)).expect("a terminal has a size");
    let mut child = in_side(plain).spawn(side).expect("the program starts");
    let mut keys = keys.iter();
    let mut shown = Vec::new();
    let mut piece = [0; 4096];
    // The terminal is gone when the program is: reading then fails, which is the end.
    while let Ok(count) = terminal.read(&mut piece) {
        if count == 0 {
            break;
        }
        shown.extend_from_slice(&piece[..count]);
        let text = String::from_utf8_lossy(&shown);
        // A prompt ends with a space, and is waited for before each key; else each key is echoed or answered,
        // which is when the next one is typed.
        let is_due = if awaited.ends_with(' ') { text.ends_with(awaited) } else { text.contains(awaited) };
        if is_due && let Some(key) = keys.next() {
            terminal.write_all(key.as_bytes()).expect("keys can be typed");
        }
    }
    let code = child.wait().expect("the program ends").code();
    Some((String::from_utf8_lossy(&shown).replace("\r\n", "\n"), code))
}

/// A command as the terminal's side takes it.
pub fn in_side(plain: &Command) -> pty_process::blocking::Command {
    let mut command = pty_process::blocking::Command::new(plain.get_program());
    command = command.args(plain.get_args()).env_clear();
    if let Some(folder) = plain.get_current_dir() {
        command = command.current_dir(folder);
    }
    for (name, value) in plain.get_envs() {
        if let Some(value) = value {
            command = command.env(name, value);
        }
    }
    command
}

/// Returns the PATH of this process, with the program's folder before it.
pub fn path_with_program() -> String {
    let folder = Path::new(PROGRAM).parent().expect("the program lies in a folder");
    format!("{}:{}", folder.display(), std::env::var("PATH").unwrap_or_default())
}

/// Runs a line on the miniature catalog.
pub fn miniature(line: &str) -> Outcome {
    Roles::miniature().words(line).run()
}

/// Runs a line on the built-in catalog.
pub fn builtin(line: &str) -> Outcome {
    Roles::builtin().words(line).run()
}

/// Runs a line on the built-in catalog, in a folder of a test's own.
pub fn run(scratch: &Scratch, line: &str) -> Outcome {
    Roles::builtin().words(line).folder(scratch.path()).run()
}

/// Runs a line over names of the built-in catalog, in a folder of a test's own.
pub fn run_named(scratch: &Scratch, line: &str) -> Outcome {
    Roles::named().words(line).folder(scratch.path()).run()
}

/// What the check says of the files of the built-in catalog.
pub static BUILTIN_CHECKED: LazyLock<Outcome> = LazyLock::new(|| {
    Roles::builtin().words("check --no-builtin -f tsv --fields rule,message").arg(repository("roles")).run()
});

/// Checks the folder of a test, over as few words as its files can do with.
pub fn checked(scratch: &Scratch) -> Outcome {
    Roles::bare().words("check .").folder(scratch.path()).run()
}

/// Checks it over names of the built-in catalog, with roles that files name.
pub fn checked_over_names(scratch: &Scratch) -> Outcome {
    run_named(scratch, "check .")
}

/// Checks it over the built-in catalog, where its roles, its evidence or the hints that lead to it are in question.
pub fn over_builtin(scratch: &Scratch) -> Outcome {
    run(scratch, "check .")
}

/// Returns a path of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A folder of its own for a test, empty at its start and taken away at its end.
pub struct Scratch(PathBuf);

impl Scratch {
    pub fn new(name: &str) -> Self {
        // Two tests may give one name, and run at the same time.
        static MADE: AtomicUsize = AtomicUsize::new(0);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("roles-{name}-{}-{number}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a temporary folder can be made");
        Self(folder)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file, with the folders above it.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let full = self.0.join(path);
        std::fs::create_dir_all(full.parent().expect("it lies in the folder")).expect("folders can be made");
        std::fs::write(&full, text).expect("the file can be written");
        full
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
        if let Some(place) = scratch_of(&self.0) {
            let _ = std::fs::remove_dir_all(KEPT.join(place));
        }
    }
}

/// Returns every role file of the built-in catalog: path and text.
pub fn role_files() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    for folder in std::fs::read_dir(repository("roles")).expect("roles/ is there").flatten() {
        let name = folder.file_name();
        if !folder.path().is_dir() || name == "vocabulary" || name == "evidence" {
            continue;
        }
        for file in std::fs::read_dir(folder.path()).expect("a family's folder can be read").flatten() {
            if file.path().extension().is_none_or(|extension| extension != "yaml") {
                continue;
            }
            files.push((file.path(), std::fs::read_to_string(file.path()).expect("a role's file is text")));
        }
    }
    files.sort();
    files
}

/// The same as values, by another parser than the program's: read once for all tests.
pub static ROLE_VALUES: LazyLock<Vec<(PathBuf, serde_json::Value)>> = LazyLock::new(|| {
    let value = |text: &str| yaml_serde::from_str(text).expect("a role's file is YAML");
    role_files().into_iter().map(|(path, text)| (path, value(&text))).collect()
});

/// Says that a test was not run for want of a program.
pub fn skipped(test: &str, program: &str) {
    eprintln!("skipped: {test} needs `{program}`");
}

/// Tells whether a program is there.
pub fn has(program: &str) -> bool {
    Command::new("sh")
        .args(["-c", &format!("command -v {program}")])
        .stdout(Stdio::null())
        .status()
        .is_ok_and(|s| s.success())
}
