//! What a run costs, beside a run of an empty program that is built alike.
//!
//! Most of a short run is the system's: it makes a process, links it and takes it away. So a time
//! is told as a ratio: this program's over that of `fn main() {}`, both run in turns, so that
//! whatever else the machine does falls on both. Instructions hardly depend on the machine and
//! are told beside it. Targets are printed and not enforced: only a build or a run can fail.
//!
//! `ROLES_BENCH_GROWTH=1 cargo bench` also builds the program with catalogs of 30, 1,000 and 10,000
//! roles, and needs three more builds for it.

mod startup {
    pub mod builds;
    pub mod catalogs;
    pub mod outcome;
    pub mod runs;
    pub mod table;
}

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;
use std::{env, fs};

use startup::builds::{Linking, Workshop};
use startup::runs::{self, Cost, ROUNDS, Run};
use startup::table::{self, Row};
use startup::{catalogs, outcome};

/// What is asked, and how many times an empty program it may take. Whatever ranks all roles may take longer.
const ASKED: [(&str, f64); 14] = [
    ("show cto", 1.25),
    ("show Sr.-Backend-Engineer-(m/w/d)", 2.0),
    ("show TypeScript-Developer", 2.0),
    ("show IT-Service-Desk-Specialist", 2.0),
    ("search R", 2.0),
    ("title Senior-Java-Developer,-Payments", 2.0),
    ("list", 1.6),
    ("search kubernetes", 1.6),
    ("path junior-software-engineer cto", 1.6),
    ("salary cto", 2.0),
    ("compare cto vp-engineering", 2.0),
    ("why cto technology-strategy", 2.0),
    ("match --profile me.yaml", 4.0),
    ("salary --region de", 4.0),
];

/// What `show cto` may take when linked statically, over an empty program that is linked dynamically.
const STATIC_SHOW: f64 = 1.0;

/// What a shell asks when TAB is pressed behind these words.
const COMPLETED: [&str; 8] = [
    "show ct",
    "salary --region us-c",
    "list --tool kub",
    "list --competency arch",
    "list --family sec",
    "sources so_",
    "why cto tech",
    "--catalog ladder show ct",
];

/// How long a person may wait behind TAB, in seconds.
const COMPLETION: f64 = 0.020;

/// A catalog to lay over the built-in one: its only file.
const LADDER: (&str, &str) = ("ladder/staff-engineer.yaml", "title: Member of Technical Staff\n");

/// How many titles a list has that is measured, and how many a second are to be answered.
const TITLES: usize = 20_000;
const TITLES_A_SECOND: u64 = 20_000;

/// How large the program may be, in bytes.
const LARGEST: u64 = 14_000_000;

/// The catalogs that growth is measured on, in roles. The first is the ruler of the others.
const SIZES: [usize; 3] = [30, 1_000, 10_000];

/// What `show cto` may take in a large catalog, over a small one.
const GROWTH: f64 = 1.2;

fn main() -> ExitCode {
    // `cargo test --benches` starts this too, and wants no measurement.
    if !env::args().any(|argument| argument == "--bench") {
        println!("`cargo bench` measures what a run costs");
        return ExitCode::SUCCESS;
    }
    outcome::told(measured())
}

fn measured() -> Result<String, String> {
    let workshop = Workshop::new()?;
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let programs = Programs::build(&workshop, package)?;
    let place = desk(&workshop, &programs.roles)?;
    let mut rows = programs.rows(&place)?;
    rows.extend(programs.completions(&place)?);
    rows.push(programs.titles(package, &place)?);
    rows.extend(programs.sizes()?);
    rows.extend(match env::var_os("ROLES_BENCH_GROWTH").is_some_and(|value| value == "1") {
        true => grown(&workshop, package, &place)?,
        false => {
            vec![
                Row::new("growth of the catalog", "")
                    .time("not measured: ROLES_BENCH_GROWTH=1 asks for it, and for three more builds"),
            ]
        }
    });
    Ok(format!("{}\n\n{}", explained(), table::drawn(&rows)))
}

/// Says what the columns are.
fn explained() -> String {
    format!(
        "Whole runs over those of an empty program that is linked dynamically, {ROUNDS} of each in turns.\n\
         Time is the median of the ratios, with their 10th and 90th percentile. No target is enforced.\n\
         TAB is a completion, in milliseconds and on its own: a person waits for the whole of it."
    )
}

/// Makes the folder that programs run in: a home without configuration, a self-assessment to match, and a
/// small catalog.
fn desk(workshop: &Workshop, roles: &Path) -> Result<PathBuf, String> {
    let place = workshop.folder("desk")?;
    let profile = Run { program: roles, arguments: "profile", place: &place, environment: &[] }.output()?;
    fs::write(place.join("me.yaml"), filled(&String::from_utf8_lossy(&profile)))
        .map_err(|error| format!("cannot write the self-assessment: {error}"))?;
    workshop.folder("desk/ladder")?;
    fs::write(place.join(LADDER.0), LADDER.1).map_err(|error| format!("cannot write a catalog: {error}"))?;
    Ok(place)
}

/// A self-assessment in which every competency has a level.
fn filled(profile: &str) -> String {
    let is_open = |line: &str| line.starts_with(' ') && line.ends_with(':') && !line.contains('#');
    profile.lines().map(|line| if is_open(line) { format!("{line} working\n") } else { format!("{line}\n") }).collect()
}

/// The program and the empty one, linked dynamically.
struct Programs {
    empty: PathBuf,
    roles: PathBuf,
    /// The same two linked statically, where this platform can.
    linked_statically: Option<[PathBuf; 2]>,
}

impl Programs {
    fn build(workshop: &Workshop, package: &Path) -> Result<Self, String> {
        let nothing = workshop.empty_package(package)?;
        let empty = workshop.build(&nothing, "empty", Linking::Dynamic)?;
        let roles = workshop.build(package, "roles", Linking::Dynamic)?;
        let linked_statically = match workshop.build(&nothing, "empty", Linking::Static) {
            Ok(empty) => Some([empty, workshop.build(package, "roles", Linking::Static)?]),
            Err(message) => {
                eprintln!("note: nothing is linked statically here: {message}");
                None
            }
        };
        Ok(Self { empty, roles, linked_statically })
    }

    /// Measures every command.
    fn rows(&self, place: &Path) -> Result<Vec<Row>, String> {
        let mut rows = Vec::new();
        for (arguments, target) in ASKED {
            eprintln!("measuring `roles {arguments}`");
            let run = |program| Run { program, arguments, place, environment: &[] };
            let mut taken = vec![run(&self.empty), run(&self.roles)];
            taken.extend(self.linked_statically.iter().flatten().map(|program| run(program)));
            let costs = runs::costs(&taken)?;
            if rows.is_empty() {
                rows.extend(self.empty_rows(&costs));
            }
            rows.push(Row::new(arguments, "dynamic").over(&costs[1], &costs[0]).target(&format!("{target:.2}")));
            rows.push(static_row(arguments, costs.get(3), &costs[0]));
        }
        Ok(rows)
    }

    /// Measures what a shell waits for, in its own units: a person waits for the whole of it.
    fn completions(&self, place: &Path) -> Result<Vec<Row>, String> {
        let row = |words: &&str| {
            eprintln!("measuring TAB behind `roles {words}`");
            let index = words.split_whitespace().count().to_string();
            let asks = [("ROLES_COMPLETE", "bash"), ("_CLAP_COMPLETE_INDEX", index.as_str()), ("_CLAP_IFS", "\n")];
            let arguments = format!("-- roles {words}");
            let run = Run { program: &self.roles, arguments: &arguments, place, environment: &asks };
            let cost = runs::costs(&[run])?.remove(0);
            let target = format!("{:.0} ms", COMPLETION * 1e3);
            Ok(Row::new(&format!("TAB behind {words}"), "dynamic").absolute(&cost).target(&target))
        };
        COMPLETED.iter().map(row).collect()
    }

    /// Measures a list of titles, the best of a few runs: the titles of real adverts, over and over.
    fn titles(&self, package: &Path, place: &Path) -> Result<Row, String> {
        const RUNS: usize = 5;
        eprintln!("measuring a list of titles");
        let file = package.join("tests/benchmark/titles_english.tsv");
        let text = fs::read_to_string(&file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
        let titles = text.lines().filter(|line| !line.starts_with('#')).skip(1);
        let titles: Vec<&str> = titles.filter_map(|line| line.split('\t').next()).collect();
        let list: Vec<&str> = titles.iter().copied().cycle().take(TITLES).collect();
        let list_at = place.join("titles.txt");
        fs::write(&list_at, list.join("\n")).map_err(|error| format!("cannot write the titles: {error}"))?;
        let mut best = f64::INFINITY;
        for _ in 0..RUNS {
            let input = fs::File::open(&list_at).map_err(|error| format!("cannot read the titles: {error}"))?;
            let mut command = Command::new(&self.roles);
            command.args(["title", "-", "--format", "tsv"]).stdin(input).stdout(Stdio::null());
            let start = Instant::now();
            let status = command.status().map_err(|error| format!("`roles title -` does not run: {error}"))?;
            best = best.min(start.elapsed().as_secs_f64());
            if !status.success() {
                return Err("`roles title -` fails".to_owned());
            }
        }
        let rate = |rate: u64| format!("{} a second", table::thousands(rate));
        let row = Row::new(&format!("title - of {} titles", table::thousands(TITLES as u64)), "dynamic");
        Ok(row.time(&rate((TITLES as f64 / best) as u64)).target(&rate(TITLES_A_SECOND)))
    }

    /// The ruler itself, in its own units.
    fn empty_rows(&self, costs: &[Cost]) -> [Row; 2] {
        let ruler = Row::new("an empty program", "dynamic").absolute(&costs[0]);
        [ruler, static_row("an empty program", costs.get(2), &costs[0])]
    }

    fn sizes(&self) -> Result<Vec<Row>, String> {
        let mut programs = vec![("dynamic", &self.roles)];
        programs.extend(self.linked_statically.iter().map(|[_, roles]| ("static", roles)));
        let row = |(linked, path): (&'static str, &PathBuf)| {
            let size = fs::metadata(path).map_err(|error| format!("cannot look at {}: {error}", path.display()))?.len();
            let target = format!("under {}", table::megabytes(LARGEST));
            Ok(Row::new("size of the program", linked).time(&table::megabytes(size)).target(&target))
        };
        programs.into_iter().map(row).collect()
    }
}

fn static_row(what: &str, cost: Option<&Cost>, ruler: &Cost) -> Row {
    let row = Row::new(what, "static");
    match (cost, what) {
        (None, _) => row.time("not possible here"),
        (Some(cost), "show cto") => row.over(cost, ruler).target(&format!("{STATIC_SHOW:.2}")),
        (Some(cost), _) => row.over(cost, ruler),
    }
}

/// Measures `show cto` in catalogs of several sizes: who asks for one role should not pay for the others.
fn grown(workshop: &Workshop, package: &Path, place: &Path) -> Result<Vec<Row>, String> {
    let mut programs = Vec::new();
    for count in SIZES {
        eprintln!("building a catalog of {count} roles");
        let catalog = workshop.folder("catalog")?;
        catalogs::write(&package.join("roles"), &catalog, count)
            .map_err(|error| format!("cannot write a catalog of {count} roles: {error}"))?;
        programs.push(workshop.build_with(package, &catalog, count)?);
        // Baked in, it is of no more use, and the largest takes a hundred megabytes.
        fs::remove_dir_all(&catalog).map_err(|error| format!("cannot remove {}: {error}", catalog.display()))?;
    }
    let taken: Vec<Run<'_>> =
        programs.iter().map(|program| Run { program, arguments: "show cto", place, environment: &[] }).collect();
    let costs = runs::costs(&taken)?;
    let row = |(count, cost): (&usize, &Cost)| {
        let what = format!("show cto of {} roles, over {}", table::thousands(*count as u64), SIZES[0]);
        Row::new(&what, "dynamic").over(cost, &costs[0]).target(&format!("{GROWTH:.2}"))
    };
    Ok(SIZES.iter().zip(&costs).skip(1).map(row).collect())
}
