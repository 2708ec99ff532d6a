//! The arguments of commands that ask for roles, and for what to do next.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use crate::request::{Section, set};

#[derive(Debug, Args, Default)]
#[command(
    after_help = "Examples:\n  roles list\n  roles list --family security\n  roles list --level staff --tool kubernetes\n  roles list --competency architecture:80 --sort title\n  roles list --certificate Security+\n  roles list --education bachelor --sort growth"
)]
pub struct List {
    /// Only this family: an id, or a word that names only one
    #[arg(long, value_name = "FAMILY")]
    pub family: Option<String>,
    /// Only this track
    #[arg(long, value_name = "TRACK")]
    pub track: Option<String>,
    /// Only this level: a rank from 1 to 9, or a name such as `staff`
    #[arg(long, value_name = "LEVEL")]
    pub level: Option<String>,
    /// Only the ladder that this role stands on, lowest rung first
    #[arg(long, value_name = "ROLE")]
    pub ladder: Option<String>,
    /// Only roles that use this tool; may be given several times, or a list parted by commas
    #[arg(long, value_name = "TOOL")]
    pub tool: Vec<String>,
    /// Only roles with this competency, at this weight or more; may be given several times, or a list parted
    /// by commas
    #[arg(long, value_name = "COMPETENCY[:MIN]")]
    pub competency: Vec<String>,
    /// Only roles whose occupation asks this on entry: `bachelor`, `master`, `associate`
    #[arg(long, value_name = "DEGREE")]
    pub education: Option<String>,
    /// Only roles that this certificate counts for; may be given several times, or a list parted by commas
    #[arg(long, value_name = "CERTIFICATE")]
    pub certificate: Vec<String>,
    /// The order; `family` is that of the catalog, `growth` that of what occupations are projected to grow by, `weight` that of the first competency that is named
    #[arg(long, value_name = "KEY", default_value = "family", ignore_case = true)]
    pub sort: Sort,
}

/// The order of a list of roles.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Sort {
    // A word with a help of its own would lay the whole help out anew.
    #[default]
    Family,
    Title,
    Level,
    Id,
    Growth,
    Weight,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles show cto\n  roles show principal engineer\n  roles show sre --section tools\n  roles show cto --region us-ca\n  roles show cto --format json"
)]
pub struct Show {
    /// Ids, titles or aliases; quotes are not needed
    #[arg(required = true, value_name = "ROLE")]
    pub roles: Vec<String>,
    /// Only this section; may be given several times
    #[arg(long, short, value_name = "SECTION", ignore_case = true)]
    pub section: Vec<Section>,
    /// Only this region's salary; may be given several times, or a list parted by commas
    #[arg(long, short, value_name = "REGION")]
    pub region: Vec<String>,
    /// At this grade within the role, by its id or name, where the role has grades
    #[arg(long, value_name = "GRADE")]
    pub grade: Option<String>,
    /// Leave nothing out: every competency, tool, alias, state, metro and source
    #[arg(long, short)]
    pub all: bool,
    #[command(flatten)]
    pub usual: Usual,
}

/// Reads a variable that is not UTF-8 too: it names nothing, and is set aside as what names nothing is.
fn lossy() -> impl clap::builder::TypedValueParser<Value = String> {
    use clap::builder::TypedValueParser as _;
    clap::builder::OsStringValueParser::new().map(|value: std::ffi::OsString| value.to_string_lossy().into_owned())
}

// The region of whoever asks, for questions that name none. No comment of documentation: clap would make it
// what each command that takes it says of itself.
#[derive(Debug, Default, Args)]
pub struct Usual {
    /// The region where none is typed
    // Set by its variable: whoever types a region types `--region`.
    #[arg(id = "usual", long = "usual-region", value_name = "REGION", env = set("ROLES_REGION"), hide = true, value_parser = lossy())]
    pub region: Option<String>,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles prereqs cto\n  roles prereqs cto --all\n  roles next software-engineer --depth 2\n  roles next software-engineer --format dot"
)]
pub struct Neighbors {
    /// An id, a title or an alias; quotes are not needed
    #[arg(required = true, value_name = "ROLE")]
    pub role: Vec<String>,
    /// How many steps to follow
    #[arg(long, short, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    pub depth: u32,
    /// Follow to the end
    #[arg(long, short, conflicts_with = "depth")]
    pub all: bool,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles path junior-software-engineer cto\n  roles path help-desk-technician ciso --max 3\n  roles path cto\n  roles path software-engineer cto --via engineering-manager --region us"
)]
pub struct Path {
    /// One role: the ladders into it. Two: the ladders from the first to the second
    #[arg(required = true, value_name = "ROLE")]
    pub roles: Vec<String>,
    /// Only ladders through this role; may be given several times, in their order
    #[arg(long, value_name = "ROLE")]
    pub via: Vec<String>,
    /// No ladder through this role; may be given several times
    #[arg(long, value_name = "ROLE")]
    pub avoid: Vec<String>,
    /// Only ladders whose steps between stay on this track
    #[arg(long, value_name = "TRACK")]
    pub track: Option<String>,
    /// To this grade within the last role, by its id or name, where the role has grades
    #[arg(long, value_name = "GRADE")]
    pub grade: Option<String>,
    /// How many ladders [default: 1 between two roles, 5 into one]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub max: Option<u32>,
    /// Say how median pay changes in this region
    #[arg(long, short, value_name = "REGION")]
    pub region: Option<String>,
    #[command(flatten)]
    pub usual: Usual,
}

#[cfg(feature = "browse")]
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles browse\n  roles browse sre\n  roles browse --profile me.yaml --goal cto\n  roles show $(roles browse)\n\nOn a terminal only. Where stdout is a pipe, Enter prints the id of the role chosen.\n\nKeys: arrows choose, Enter opens, Esc goes back, Ctrl-C leaves. Letters filter the roles; Tab marks one, Ctrl-O compares, Ctrl-P is pay, Ctrl-E is yourself; on the other screens c, p and e are. F1 lists all keys and what the marks stand for.\n\nExit codes: 1 where nothing was chosen for a pipe; 2 without a terminal, or with TERM=dumb or --plain."
)]
pub struct Browse {
    /// What the list of roles is to begin with: an id, or any words
    #[arg(value_name = "ROLE")]
    pub role: Vec<String>,
    /// Your self-assessment; it is written where it is not there yet
    #[arg(long, short, value_name = "FILE", default_value = "me.yaml", value_hint = ValueHint::FilePath)]
    pub profile: PathBuf,
    /// The role to assess yourself against
    #[arg(long, short, value_name = "ROLE")]
    pub goal: Option<String>,
    /// Take the mouse too: the terminal then selects no text with it
    #[arg(long)]
    pub mouse: bool,
    #[command(flatten)]
    pub usual: Usual,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles title 'Senior Java Developer (m/w/d)'\n  roles title 'Sr. SRE II' 'Head of IT'\n  echo 'Sr. SRE II' | roles title - --format csv\n\nExit codes: 2 where the one title may mean several roles, or none; 0 where there are several titles."
)]
pub struct Title {
    /// Job titles, each in quotes; words without quotes are one; `-` reads one a line from standard input
    #[arg(required = true, value_name = "TITLE")]
    pub titles: Vec<String>,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles search kubernetes\n  roles search 'data residency'\n  roles search on-call --section day"
)]
pub struct Search {
    /// Words, or phrases in quotes; a role must have all of them
    #[arg(required = true, value_name = "WORD")]
    pub words: Vec<String>,
    /// Look only in this section; may be given several times
    #[arg(long, short, value_name = "SECTION", ignore_case = true)]
    pub section: Vec<SearchSection>,
}

/// A part of a role that is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SearchSection {
    Title,
    Alias,
    Summary,
    Competencies,
    Tools,
    Day,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles salary cto\n  roles salary sre --region us --by state\n  roles salary sre --by seniority --region us\n  roles salary --region de\n  roles salary software-engineer --region gb --all-sources\n\nEach figure is published under a label of its source. exact: the label is the role's own title; close: a neighboring or slightly wider one; proxy: the broader group that the role belongs to."
)]
pub struct Salary {
    /// Ids, titles or aliases; without one, every role that has a figure in the region
    #[arg(value_name = "ROLE")]
    pub roles: Vec<String>,
    /// Only this region; may be given several times, or a list parted by commas
    #[arg(long, short, value_name = "REGION")]
    pub region: Vec<String>,
    /// At this grade within the role, by its id or name, where the role has grades
    #[arg(long, value_name = "GRADE")]
    pub grade: Option<String>,
    /// Break regions down, or labels by seniority: entry to executive, years, grades
    #[arg(long, value_name = "WHAT", ignore_case = true)]
    pub by: Option<By>,
    /// Each source's own figure, side by side; never averaged
    #[arg(long)]
    pub all_sources: bool,
    /// The order; `median` only where all figures share currency, period and basis
    #[arg(long, value_name = "KEY", default_value = "region", ignore_case = true)]
    pub sort: PaySort,
    #[command(flatten)]
    pub usual: Usual,
}

/// How far figures are broken down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    Country,
    State,
    Metro,
    Seniority,
}

/// The order of pay figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PaySort {
    Region,
    Role,
    Median,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles compare cto vp-engineering\n  roles compare backend-engineer frontend-engineer --differences\n  roles compare sre devops-engineer --region us"
)]
pub struct Compare {
    /// Two roles or more; quotes are not needed, and `vs`, `and` or commas may part them
    #[arg(required = true, value_name = "ROLE")]
    pub roles: Vec<String>,
    /// Leave out what is equal
    #[arg(long, short)]
    pub differences: bool,
    /// Only this region's salary; may be given several times, or a list parted by commas
    #[arg(long, short, value_name = "REGION")]
    pub region: Vec<String>,
    #[command(flatten)]
    pub usual: Usual,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles profile > me.yaml\n  roles profile sre platform-engineer > me.yaml\n  roles profile sre --ask\n  roles profile sre --ask --output mine.yaml\n\nWhile it asks, q stops and keeps what was said, Ctrl-D too; Ctrl-C writes nothing.\n\nExit codes: 1 where nothing was said; 130 where Ctrl-C broke it off."
)]
pub struct Profile {
    /// Ask only what these roles ask for: ids, titles or aliases; quotes are not needed
    #[arg(value_name = "ROLE")]
    pub roles: Vec<String>,
    /// Fill in the levels that this grade of the one role asks for, to be corrected; by its id or name
    #[arg(long, value_name = "GRADE")]
    pub grade: Option<String>,
    /// Ask question by question, on the terminal or from standard input
    #[arg(long)]
    pub ask: bool,
    /// Write into this file, which is not there yet [default: stdout; with --ask on a terminal, me.yaml]
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles profile > me.yaml\n  roles gap staff-engineer --profile me.yaml\n  roles gap staff-engineer --profile me.yaml --exit-code"
)]
pub struct Gap {
    /// The role to measure against
    #[arg(required = true, value_name = "ROLE")]
    pub role: Vec<String>,
    /// Your self-assessment; `roles profile` prints an empty one
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub profile: PathBuf,
    /// At this grade within the role, by its id or name, where the role has grades
    #[arg(long, value_name = "GRADE")]
    pub grade: Option<String>,
    /// Exit with 1 where something is missing
    #[arg(long)]
    pub exit_code: bool,
}

#[derive(Debug, Args, Default)]
#[command(
    after_help = "Examples:\n  roles profile > me.yaml\n  roles match --profile me.yaml\n  roles match --profile me.yaml --from software-engineer\n  roles match --profile me.yaml --family security --level senior\n  roles match --profiles team --role staff-engineer\n  roles match --profiles people.tsv --format csv\n\nA team is a folder of self-assessments, each called as the person is (`ann.yaml`), or a table of lines: person, competency or tool, level; `role` in the place of a competency says which role a person holds. Nothing of it leaves this machine.\n\nExit codes: 1 where nothing of a profile can be measured."
)]
pub struct Match {
    /// Your self-assessment; `roles profile` prints an empty one
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath, required_unless_present = "profiles")]
    pub profile: Option<PathBuf>,
    /// A team's: a folder of self-assessments, or a table parted by tabs or commas: who fits which role, and how
    /// many master what
    #[arg(long, value_name = "DIR|FILE", value_hint = ValueHint::AnyPath, conflicts_with_all = ["profile", "from"])]
    pub profiles: Option<PathBuf>,
    /// Of a team: who could step into this role next
    #[arg(long, value_name = "ROLE", requires = "profiles", conflicts_with = "profile")]
    pub role: Option<String>,
    /// The role you hold: how many steps away each fit is, and which roles you have outgrown
    #[arg(long, value_name = "ROLE")]
    pub from: Option<String>,
    /// Only this family: an id, or a word that names only one
    #[arg(long, value_name = "FAMILY")]
    pub family: Option<String>,
    /// Only this level: a rank from 1 to 9, or a name such as `staff`
    #[arg(long, value_name = "LEVEL")]
    pub level: Option<String>,
    /// How many roles; of a team, for each person, or how many people [default: 10; of a team 1, and 10 people]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub max: Option<u32>,
}
