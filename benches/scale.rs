//! What a large catalog of one's own costs: to read it for the first time, and to ask it afterwards.
//!
//! `cargo bench --bench scale` writes catalogs of 1,000 and of 10,000 roles, measures, and prints the
//! targets beside the figures. The ruler of the first read is the YAML crate alone: the same files,
//! in memory already, parsed on the same number of threads and thrown away. The ruler of the next
//! answers is the built-in catalog. All are run in turns, so that whatever else the machine does
//! falls on all. No target is enforced.
//!
//! `cargo bench --bench scale -- write DIR ROLES` only writes a catalog, for whoever wants to try it.

#[path = "startup/catalogs.rs"]
mod catalogs;
#[path = "startup/outcome.rs"]
mod outcome;
#[allow(dead_code, reason = "the other benchmark runs its programs more often")]
#[path = "startup/runs.rs"]
mod runs;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;
use std::{env, fs, thread};

use roles::catalog::read::{schema, yaml};
use runs::Run;

const SIZES: [usize; 2] = [1_000, 10_000];
/// How often each is measured; the median is told.
const ROUNDS: usize = 7;
/// The first read, over the YAML crate alone.
const FIRST_READ: f64 = 1.3;
/// An answer of a catalog that is kept, over one of the built-in catalog and a look at each file.
const NEXT: f64 = 3.0;
/// The most memory of the first read, over the bytes of YAML.
const MEMORY: f64 = 3.0;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let is_bench = env::args().any(|argument| argument == "--bench");
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    outcome::told(match words.as_slice() {
        ["write", folder, count] => write(Path::new(folder), count),
        [] if is_bench => measured(),
        // `cargo test --benches` starts this too, and wants no measurement.
        _ => Ok("`cargo bench --bench scale` measures; `-- write DIR ROLES` only writes a catalog\n".to_owned()),
    })
}

/// Writes a catalog into a folder that is new or empty.
fn write(folder: &Path, count: &str) -> Result<String, String> {
    let count: usize = count.parse().ok().filter(|count| *count > 6).ok_or("a catalog has seven roles or more")?;
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(format!("{} is not empty, and stays as it is", folder.display()));
    }
    let fault = |error| format!("cannot write {}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(fault)?;
    catalogs::write(&builtin(), folder, count).map_err(fault)?;
    Ok(format!("wrote {count} roles to {}\n", folder.display()))
}

fn builtin() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("roles")
}

fn measured() -> Result<String, String> {
    let mut columns = Vec::new();
    for count in SIZES {
        columns.push(column(count)?);
    }
    let rows = columns[0].iter().enumerate().map(|(at, (what, _, target))| {
        let figures: String = columns.iter().map(|column| format!("{:>12}", column[at].1)).collect();
        format!("{what:<44}{figures}  {target}").trim_end().to_owned() + "\n"
    });
    let header = format!("{:<44}{:>12}{:>12}  at most\n", "roles", "1,000", "10,000");
    let threads = threads();
    Ok(format!(
        "Medians of {ROUNDS} rounds on {threads} threads. No target is enforced.\n\n{header}{}",
        rows.collect::<String>()
    ))
}

/// A row: what it tells, the figure, and what it should not go over.
type Row = (&'static str, String, String);

/// Measures a catalog of so many roles.
fn column(count: usize) -> Result<Vec<Row>, String> {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scale");
    let _ = fs::remove_dir_all(&place);
    let folder = place.join("catalog");
    eprintln!("writing a catalog of {count} roles");
    write(&folder, &count.to_string())?;
    // What was changed within the last moments is not kept.
    thread::sleep(std::time::Duration::from_millis(100));
    let files = Files::read(&folder)?;
    let program = Path::new(env!("CARGO_BIN_EXE_roles"));
    let asked = Run { program, arguments: "--no-builtin --catalog catalog show cto", place: &place, environment: &[] };
    let search =
        Run { program, arguments: "--no-builtin --catalog catalog search kubernetes", place: &place, environment: &[] };
    let builtin = Run { program, arguments: "show cto", place: &place, environment: &[] };
    let cache = place.join(".cache");
    let mut times = [const { Vec::new() }; 6];
    let mut memory = Vec::new();
    for round in 1..=ROUNDS {
        eprintln!("{count} roles, round {round} of {ROUNDS}");
        times[0].push(files.parsed());
        let _ = fs::remove_dir_all(&cache);
        times[1].push(asked.timed()?);
        times[2].push((0..9).map(|_| asked.timed()).collect::<Result<Vec<_>, _>>().map(median)?);
        times[3].push((0..9).map(|_| builtin.timed()).collect::<Result<Vec<_>, _>>().map(median)?);
        times[4].push(median((0..9).map(|_| files.looked_at()).collect()));
        times[5].push(search.timed()?);
        let _ = fs::remove_dir_all(&cache);
        memory.extend(asked.weighed());
    }
    let times = times.map(median);
    let kilobytes = (!memory.is_empty()).then(|| median(memory));
    Ok(rows(&files, times, kilobytes))
}

fn rows(files: &Files, [parse, first, next, shown, looked, search]: [f64; 6], kilobytes: Option<f64>) -> Vec<Row> {
    let milliseconds = |seconds: f64| format!("{:.1} ms", seconds * 1e3);
    let megabytes = |bytes: f64| format!("{:.1} MB", bytes / 1e6);
    let bytes = files.bytes() as f64;
    let memory = |figure: &dyn Fn(f64) -> String| kilobytes.map_or_else(|| "unknown".into(), |kb| figure(kb * 1024.0));
    let none = String::new;
    vec![
        ("files", files.0.len().to_string(), none()),
        ("YAML", megabytes(bytes), none()),
        ("the YAML crate alone", milliseconds(parse), none()),
        ("first read and `show cto`", milliseconds(first), none()),
        ("  over the YAML crate", format!("{:.2}", first / parse), format!("{FIRST_READ:.2}")),
        ("`show cto` from the cache", milliseconds(next), none()),
        ("`show cto` of the built-in catalog", milliseconds(shown), none()),
        ("a look at each file", milliseconds(looked), none()),
        ("  over built-in and looks", format!("{:.2}", next / (shown + looked)), none()),
        ("  less the looks, over built-in", format!("{:.2}", (next - looked) / shown), format!("{NEXT:.2}")),
        ("the first `search`, which indexes the words", milliseconds(search), none()),
        ("most memory of the first read", memory(&megabytes), none()),
        ("  over the YAML", memory(&|memory| format!("{:.2}", memory / bytes)), format!("{MEMORY:.2}")),
    ]
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

fn threads() -> usize {
    thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// The files of a catalog, with their texts.
struct Files(Vec<(PathBuf, String)>);

impl Files {
    fn read(folder: &Path) -> Result<Self, String> {
        let (found, _) = roles::catalog::read::files::find(folder).map_err(|error| error.to_string())?;
        let read =
            |path: PathBuf| fs::read_to_string(&path).map(|text| (path, text)).map_err(|error| error.to_string());
        found.into_iter().map(|file| read(file.full)).collect::<Result<_, _>>().map(Self)
    }

    fn bytes(&self) -> usize {
        self.0.iter().map(|(_, text)| text.len()).sum()
    }

    /// Parses every file on every thread there is, and returns the seconds.
    fn parsed(&self) -> f64 {
        let next = AtomicUsize::new(0);
        let parse = || {
            while let Some((path, text)) = self.0.get(next.fetch_add(1, Ordering::Relaxed)) {
                parsed(path, text);
            }
        };
        let start = Instant::now();
        thread::scope(|scope| (0..threads()).for_each(|_| drop(scope.spawn(parse))));
        start.elapsed().as_secs_f64()
    }

    /// Asks the system for the length and the time of each file, and returns the seconds.
    fn looked_at(&self) -> f64 {
        let start = Instant::now();
        let lengths: u64 = self.0.iter().filter_map(|(path, _)| fs::metadata(path).ok()).map(|meta| meta.len()).sum();
        assert_eq!(lengths, self.bytes() as u64, "nobody changes the files");
        start.elapsed().as_secs_f64()
    }
}

/// Parses a file as what it is, with the crate's own function and the program's limits.
fn parsed(path: &Path, text: &str) {
    let shown = path.display().to_string();
    let within = |folder: &str| shown.contains(&format!("/catalog/{folder}"));
    let is_right = match () {
        () if within("evidence/pay/") => yaml::parse::<schema::PayFile>(&shown, text, yaml::TABLE).is_ok(),
        () if within("evidence/frameworks/") => yaml::parse::<schema::Framework>(&shown, text, yaml::TABLE).is_ok(),
        () if within("evidence/") => yaml::parse::<serde::de::IgnoredAny>(&shown, text, yaml::TABLE).is_ok(),
        () if within("vocabulary/") => yaml::parse::<serde::de::IgnoredAny>(&shown, text, yaml::TABLE).is_ok(),
        () => yaml::parse::<schema::Role>(&shown, text, yaml::TABLE).is_ok(),
    };
    assert!(is_right, "{shown} is YAML");
}
