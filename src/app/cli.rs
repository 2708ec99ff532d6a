//! The command line, as clap reads it: knows clap, and whom to ask for what a shell completes.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{OsStr, Resettable, StringValueParser, TypedValueParser};
use clap::{ArgMatches, Args, FromArgMatches, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::ArgValueCandidates;

use crate::app::completion;

/// The man page for careers in IT.
#[derive(Debug, Parser)]
#[command(name = NAME, version, about, after_help = AFTER_HELP)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

const NAME: &str = "roles";

impl Cli {
    /// Reads a command line.
    ///
    /// # Errors
    /// What clap finds wrong with it, and its help where that is asked for.
    pub fn read(args: impl IntoIterator<Item = OsString>) -> Result<Self, clap::Error> {
        let args = options_behind(args.into_iter().collect());
        match args.get(1).and_then(|word| command_line_of(word.to_str()?)) {
            Some(typed) => Self::of_one(&typed.try_get_matches_from(args)?),
            None => Self::try_parse_from(args),
        }
    }

    /// Takes the global options from where [`command_line_of`] has put them.
    fn of_one(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let (_, typed) = matches.subcommand().expect("a command was typed");
        Ok(Self { global: Global::from_arg_matches(typed)?, command: Some(Command::from_arg_matches(matches)?) })
    }
}

/// Puts options that stand in front of the command behind it. Where some stand in front and some
/// behind, clap forgets those in front.
fn options_behind(mut args: Vec<OsString>) -> Vec<OsString> {
    if args.get(1).is_some_and(|first| first.as_encoded_bytes().starts_with(b"-")) {
        let front = Global::augment_args(clap::Command::new(NAME)).allow_external_subcommands(true);
        let matches = front.try_get_matches_from(&args).ok();
        if let Some((_, rest)) = matches.as_ref().and_then(ArgMatches::subcommand) {
            let behind = rest.get_many::<OsString>("").map_or(0, |rest| rest.len());
            let command = args.len() - 1 - behind;
            args[1..=command].rotate_right(1);
        }
    }
    args
}

/// Returns the command line of one command, with the global options behind it. clap copies these
/// into each command that it knows of: half of a short run would go to commands that nobody typed.
fn command_line_of(command: &str) -> Option<clap::Command> {
    let group = Group::ALL.into_iter().find(|group| (group.has)(command))?;
    let typed = group.commands().find_subcommand(command)?.clone();
    let about = typed.get_about().cloned().unwrap_or_default();
    let typed = Global::augment_args(typed).about(about).next_help_heading(None);
    Some(clap::Command::new(NAME).subcommand(typed))
}

const AFTER_HELP: &str = "\
Examples:
  roles show cto
  roles path junior-software-engineer cto
  roles list | grep -i security

Environment: each global option has a variable (ROLES_FORMAT, ROLES_COLOR, ROLES_WIDTH, ROLES_ASCII,
ROLES_PLAIN, ROLES_NO_PAGER, ROLES_CATALOG, ROLES_NO_BUILTIN, ROLES_NO_CACHE, ROLES_FIELDS,
ROLES_NO_HEADER,
ROLES_SPREADSHEET, ROLES_EXACT), and an empty one counts as unset; ROLES_REGION is the region of `show`,
`path`, `compare` and `salary` where none is typed; ROLES_CATALOG holds several folders parted by `:`;
NO_COLOR and CLICOLOR_FORCE are obeyed; ROLES_PAGER or PAGER names the pager; ROLES_COLORS changes colors by
label, as LS_COLORS does: `heading=1;34:id=90` (labels: title heading id aside name bar mark hit).

Exit codes: 0 answered; 1 nothing found, a gap with --exit-code, a catalog with faults; 2 a wrong
command, an unknown or ambiguous name, a file that cannot be read, a failed write.";

/// The environment variable of an option; none where it is set and empty, which counts as unset.
fn set(name: &'static str) -> Resettable<OsStr> {
    let is_unset = std::env::var_os(name).is_some_and(|value| value.is_empty());
    if is_unset { Resettable::Reset } else { Resettable::Value(name.into()) }
}

/// A value without the blanks around it: in `id, title` they part no words.
fn trimmed() -> impl TypedValueParser<Value = String> {
    StringValueParser::new().map(|value| value.trim().to_owned())
}

/// Options of every command. Each has an environment variable.
#[derive(Debug, Args)]
#[command(next_help_heading = "Global options", disable_help_subcommand = true, max_term_width = 100)]
pub struct Global {
    /// page, lines, tsv, csv, json or md; yaml of `show`; dot or mermaid where there is a graph
    /// [default: page on a terminal, lines in a pipe]
    #[arg(
        long,
        short = 'f',
        global = true,
        value_name = "FORMAT",
        env = set("ROLES_FORMAT"),
        hide_env = true,
        hide_possible_values = true
    )]
    pub format: Option<Format>,
    /// When to color
    #[arg(long, global = true, value_name = "WHEN", env = set("ROLES_COLOR"), hide_env = true, default_value = "auto")]
    pub color: When,
    /// Fields of TSV and CSV, parted by commas [default: all]
    #[arg(long, global = true, value_name = "FIELDS", env = set("ROLES_FIELDS"), hide_env = true, value_delimiter = ',', value_parser = trimmed())]
    pub fields: Vec<String>,
    /// TSV and CSV without the line that names the fields
    #[arg(long, global = true, env = set("ROLES_NO_HEADER"), hide_env = true, value_parser = clap::builder::FalseyValueParser::new())]
    pub no_header: bool,
    /// In TSV and CSV, put an apostrophe before texts that a spreadsheet would compute
    #[arg(long, global = true, env = set("ROLES_SPREADSHEET"), hide_env = true, value_parser = clap::builder::FalseyValueParser::new())]
    pub spreadsheet: bool,
    /// Columns of a page, 20 to 500 [default: the terminal's]
    #[arg(long, global = true, value_name = "N", env = set("ROLES_WIDTH"), hide_env = true)]
    pub width: Option<u32>,
    /// Draw with ASCII characters only
    #[arg(long, global = true, env = set("ROLES_ASCII"), hide_env = true, value_parser = clap::builder::FalseyValueParser::new())]
    pub ascii: bool,
    /// For screen readers: sentences in reading order, no boxes and no bars
    #[arg(long, global = true, env = set("ROLES_PLAIN"), hide_env = true, value_parser = clap::builder::FalseyValueParser::new())]
    pub plain: bool,
    /// Never use a pager
    #[arg(long, global = true, env = set("ROLES_NO_PAGER"), hide_env = true, value_parser = clap::builder::FalseyValueParser::new())]
    pub no_pager: bool,
    /// Find roles by their exact names only: no titles, no beginnings
    #[arg(long, global = true, env = set("ROLES_EXACT"), hide_env = true, value_parser = clap::builder::FalseyValueParser::new())]
    pub exact: bool,
    /// Lay a catalog of your own over the built-in one; may be given several times
    // Its variable holds several, parted by colons: `catalogs::folders` reads it.
    #[arg(long, global = true, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub catalog: Vec<PathBuf>,
    /// Leave the built-in catalog out
    #[arg(long, global = true, env = set("ROLES_NO_BUILTIN"), hide_env = true, value_parser = clap::builder::FalseyValueParser::new())]
    pub no_builtin: bool,
    /// Read your catalogs anew, and keep nothing
    #[arg(long, global = true, env = set("ROLES_NO_CACHE"), hide_env = true, value_parser = clap::builder::FalseyValueParser::new())]
    pub no_cache: bool,
}

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Headings, tables and bars, for a person
    Page,
    /// One fact a line, for grep
    Lines,
    /// The same facts, parted by tabs, with a header
    Tsv,
    /// The same facts, parted by commas, with a header
    Csv,
    /// The whole answer; `roles schema output` describes it
    Json,
    /// The page in Markdown
    Md,
    /// The role's own file; of `show` only
    Yaml,
    /// For Graphviz; where there is a graph
    Dot,
    /// For Mermaid; where there is a graph
    Mermaid,
}

/// When to color.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    Auto,
    Always,
    Never,
}

/// A part of a role's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Section {
    Summary,
    Day,
    Competencies,
    Salary,
    Tools,
    GettingIn,
    Outlook,
    Career,
}

/// Everything that can be asked of the program.
#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(flatten)]
    Explore(Explore),
    #[command(flatten)]
    Decide(Decide),
    #[command(flatten)]
    Verify(Verify),
    #[command(flatten)]
    Write(Write),
    #[command(flatten)]
    Shell(ForShell),
}

/// What roles there are, and how they hang together.
// Deferred, here and below: the options of a command are only built for the command that was typed.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Explore {
    /// List roles
    List(List),
    /// Show one role, or several
    Show(Show),
    /// Find roles by word
    Search(Search),
    /// Which role a job title means
    Title(Title),
    /// What leads to a role
    Prereqs(Neighbors),
    /// Where a role leads
    Next(Neighbors),
}

/// What to do next.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Decide {
    /// How to get from one role to another
    Path(Path),
    /// Put roles side by side
    Compare(Compare),
    /// What roles are paid, and where
    Salary(Salary),
    /// Print an empty self-assessment to fill in
    #[command(after_help = "Examples:\n  roles profile > me.yaml")]
    Profile,
    /// What you are missing for a role
    Gap(Gap),
    /// Roles by how well you fit them
    Match(Match),
}

/// Where answers come from, and what they are made of.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Verify {
    /// Where a figure comes from
    Why(Why),
    /// The sources, with their licenses and credit lines
    Sources(SourceId),
    /// The competencies, or one with what each level looks like
    Competencies(CompetencyId),
    /// The tools, or one with the roles that use it
    Tools(ToolId),
    /// The certificates, or one with the roles that it counts for
    Certificates(CertificateId),
    /// The families of roles
    #[command(after_help = "Examples:\n  roles families")]
    Families,
    /// The levels, and what each track calls them
    #[command(after_help = "Examples:\n  roles levels")]
    Levels,
    /// The regions that figures come from
    Regions(Regions),
}

/// A catalog of one's own.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Write {
    /// Write a role file to fill in
    New(New),
    /// Say what is wrong with a catalog, where, and how to mend it
    Check(Check),
    /// Print a JSON Schema: of role files, or of the JSON answers
    Schema(Schema),
}

/// What is needed once, when the program is installed.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum ForShell {
    /// Print the script that makes a shell complete
    Completions(Completions),
    /// Write the manual pages, one a command
    Man(Man),
}

/// Tells whether a word is a command.
pub fn is_command(word: &str) -> bool {
    Group::ALL.iter().any(|group| (group.has)(word))
}

/// Commands that are listed under one heading.
pub struct Group {
    pub title: &'static str,
    /// What one does with its commands.
    pub what: &'static str,
    has: fn(&str) -> bool,
    add_to: fn(clap::Command) -> clap::Command,
}

impl Group {
    pub const ALL: [Self; 5] = [
        Self::of::<Explore>("Explore", "find roles, read their pages, see what leads to them and from them"),
        Self::of::<Decide>("Decide", "get from role to role, put them side by side, measure yourself"),
        Self::of::<Verify>("Verify", "see where a figure comes from, and what the words mean"),
        Self::of::<Write>("Write", "keep a ladder of your own, and have it checked"),
        Self::of::<ForShell>("Shell", "complete what you type; install the manual pages"),
    ];

    const fn of<C: Subcommand>(title: &'static str, what: &'static str) -> Self {
        Self { title, what, has: C::has_subcommand, add_to: C::augment_subcommands }
    }

    /// Returns a command line that has the commands of this group, and nothing else.
    pub fn commands(&self) -> clap::Command {
        (self.add_to)(clap::Command::new(NAME))
    }
}

#[derive(Debug, Args, Default)]
#[command(
    after_help = "Examples:\n  roles list\n  roles list --family security\n  roles list --level staff --tool kubernetes\n  roles list --competency architecture:80 --sort title\n  roles list --certificate Security+\n  roles list --education bachelor --sort growth"
)]
pub struct List {
    /// Only this family: an id, or a word that names only one
    #[arg(long, value_name = "FAMILY", add = ArgValueCandidates::new(completion::families))]
    pub family: Option<String>,
    /// Only this track
    #[arg(long, value_name = "TRACK", add = ArgValueCandidates::new(completion::tracks))]
    pub track: Option<String>,
    /// Only this level: a rank from 1 to 9, or a name such as `staff`
    #[arg(long, value_name = "LEVEL", add = ArgValueCandidates::new(completion::levels))]
    pub level: Option<String>,
    /// Only the ladder that this role stands on, lowest rung first
    #[arg(long, value_name = "ROLE", add = ArgValueCandidates::new(completion::roles))]
    pub ladder: Option<String>,
    /// Only roles that use this tool; may be given several times
    #[arg(long, value_name = "TOOL", add = ArgValueCandidates::new(completion::tools))]
    pub tool: Vec<String>,
    /// Only roles with this competency, at this weight or more; may be given several times
    #[arg(long, value_name = "COMPETENCY[:MIN]", add = ArgValueCandidates::new(completion::competencies))]
    pub competency: Vec<String>,
    /// Only roles whose occupation asks this on entry: `bachelor`, `master`, `associate`
    #[arg(long, value_name = "DEGREE")]
    pub education: Option<String>,
    /// Only roles that this certificate counts for; may be given several times
    #[arg(long, value_name = "CERTIFICATE", add = ArgValueCandidates::new(completion::certificates))]
    pub certificate: Vec<String>,
    /// The order
    #[arg(long, value_name = "KEY", default_value = "family")]
    pub sort: Sort,
}

/// The order of a list of roles.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Sort {
    /// As the catalog has them
    #[default]
    Family,
    Title,
    Level,
    Id,
    /// By the projected growth of their occupations
    Growth,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles show cto\n  roles show principal engineer\n  roles show sre --section tools\n  roles show cto --region us-ca\n  roles show cto --format json"
)]
pub struct Show {
    /// Ids, titles or aliases; quotes are not needed
    #[arg(required = true, value_name = "ROLE", add = ArgValueCandidates::new(completion::roles))]
    pub roles: Vec<String>,
    /// Only this section; may be given several times
    #[arg(long, short, value_name = "SECTION")]
    pub section: Vec<Section>,
    /// Only this region's salary; may be given several times
    #[arg(long, short, value_name = "REGION", add = ArgValueCandidates::new(completion::regions))]
    pub region: Vec<String>,
    /// Leave nothing out: every competency, tool, alias, state, metro and source
    #[arg(long, short)]
    pub all: bool,
    #[command(flatten)]
    pub usual: Usual,
}

/// The region of whoever asks, for questions that name none.
#[derive(Debug, Default, Args)]
pub struct Usual {
    /// The region where none is typed
    // Set by its variable: whoever types a region types `--region`.
    #[arg(id = "usual", long = "usual-region", value_name = "REGION", env = set("ROLES_REGION"), hide = true)]
    pub region: Option<String>,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles prereqs cto\n  roles prereqs cto --all\n  roles next software-engineer --depth 2\n  roles next software-engineer --format dot"
)]
pub struct Neighbors {
    /// An id, a title or an alias; quotes are not needed
    #[arg(required = true, value_name = "ROLE", add = ArgValueCandidates::new(completion::roles))]
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
    #[arg(required = true, value_name = "ROLE", add = ArgValueCandidates::new(completion::roles))]
    pub roles: Vec<String>,
    /// Only ladders through this role; may be given several times, in their order
    #[arg(long, value_name = "ROLE", add = ArgValueCandidates::new(completion::roles))]
    pub via: Vec<String>,
    /// No ladder through this role; may be given several times
    #[arg(long, value_name = "ROLE", add = ArgValueCandidates::new(completion::roles))]
    pub avoid: Vec<String>,
    /// Only ladders whose steps between stay on this track
    #[arg(long, value_name = "TRACK", add = ArgValueCandidates::new(completion::tracks))]
    pub track: Option<String>,
    /// How many ladders [default: 1 between two roles, 5 into one]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub max: Option<u32>,
    /// Say how median pay changes in this region
    #[arg(long, short, value_name = "REGION", add = ArgValueCandidates::new(completion::regions))]
    pub region: Option<String>,
    #[command(flatten)]
    pub usual: Usual,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles title 'Senior Java Developer (m/w/d)'\n  roles title 'Sr. SRE II' 'Head of IT'\n  echo 'Sr. SRE II' | roles title - --format csv"
)]
pub struct Title {
    /// Job titles, each in quotes; `-` reads one a line from standard input
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
    #[arg(long, short, value_name = "SECTION")]
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
    after_help = "Examples:\n  roles salary cto\n  roles salary sre --region us --by state\n  roles salary sre --by seniority --region us\n  roles salary --region de\n  roles salary software-engineer --region gb --all-sources"
)]
pub struct Salary {
    /// Ids, titles or aliases; without one, every role that has a figure in the region
    #[arg(value_name = "ROLE", add = ArgValueCandidates::new(completion::roles))]
    pub roles: Vec<String>,
    /// Only this region; may be given several times
    #[arg(long, short, value_name = "REGION", add = ArgValueCandidates::new(completion::regions))]
    pub region: Vec<String>,
    /// Break regions down, or labels by seniority
    #[arg(long, value_name = "WHAT")]
    pub by: Option<By>,
    /// Each source's own figure, side by side; never averaged
    #[arg(long)]
    pub all_sources: bool,
    /// The order; `median` only where all figures share currency, period and basis
    #[arg(long, value_name = "KEY", default_value = "region")]
    pub sort: PaySort,
    #[command(flatten)]
    pub usual: Usual,
}

/// How far regions are broken down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    Country,
    State,
    Metro,
    /// The parts of a label: entry to executive, years, grades; one block a source
    Seniority,
}

/// Which regions are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RegionsBy {
    Country,
    State,
    Metro,
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
    /// Two roles or more; quotes are not needed
    #[arg(required = true, value_name = "ROLE", add = ArgValueCandidates::new(completion::roles))]
    pub roles: Vec<String>,
    /// Leave out what is equal
    #[arg(long, short)]
    pub differences: bool,
    /// Only this region's salary; may be given several times
    #[arg(long, short, value_name = "REGION", add = ArgValueCandidates::new(completion::regions))]
    pub region: Vec<String>,
    #[command(flatten)]
    pub usual: Usual,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles profile > me.yaml\n  roles gap staff-engineer --profile me.yaml\n  roles gap staff-engineer --profile me.yaml --exit-code"
)]
pub struct Gap {
    /// The role to measure against
    #[arg(required = true, value_name = "ROLE", add = ArgValueCandidates::new(completion::roles))]
    pub role: Vec<String>,
    /// Your self-assessment; `roles profile` prints an empty one
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub profile: PathBuf,
    /// Exit with 1 where something is missing
    #[arg(long)]
    pub exit_code: bool,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles profile > me.yaml\n  roles match --profile me.yaml\n  roles match --profile me.yaml --from software-engineer"
)]
pub struct Match {
    /// Your self-assessment; `roles profile` prints an empty one
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub profile: PathBuf,
    /// The role you hold: how many steps away each fit is
    #[arg(long, value_name = "ROLE", add = ArgValueCandidates::new(completion::roles))]
    pub from: Option<String>,
    /// How many roles
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
    pub max: u32,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles why cto\n  roles why cto technology-strategy\n  roles why cto de\n  roles why cto outlook\n  roles why cto principal-engineer"
)]
pub struct Why {
    /// A role, and a competency, region, tool or other role that its page names, `getting-in` or `outlook`
    #[arg(required = true, value_name = "ROLE [WHAT]", add = ArgValueCandidates::new(completion::roles_and_more))]
    pub words: Vec<String>,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles sources\n  roles sources onet\n  roles sources --stale\n  roles sources --format csv --fields id,licence,credit"
)]
pub struct SourceId {
    /// Only this source
    #[arg(value_name = "ID", add = ArgValueCandidates::new(completion::sources))]
    pub id: Vec<String>,
    /// Only sources that are more than three years older than the newest
    #[arg(long, conflicts_with = "id")]
    pub stale: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  roles competencies\n  roles competencies architecture")]
pub struct CompetencyId {
    /// Only this competency
    #[arg(value_name = "ID", add = ArgValueCandidates::new(completion::competencies))]
    pub id: Vec<String>,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  roles tools\n  roles tools kubernetes\n  roles tools | grep Security")]
pub struct ToolId {
    /// Only this tool
    #[arg(value_name = "ID", add = ArgValueCandidates::new(completion::tools))]
    pub id: Vec<String>,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles certificates\n  roles certificates Security+\n  roles certificates | grep ISC2"
)]
pub struct CertificateId {
    /// Only this certificate
    #[arg(value_name = "ID", add = ArgValueCandidates::new(completion::certificates))]
    pub id: Vec<String>,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  roles regions\n  roles regions --by state")]
pub struct Regions {
    /// States or metropolitan areas in place of countries
    #[arg(long, value_name = "WHAT")]
    pub by: Option<RegionsBy>,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles check my-catalog\n  roles check my-catalog --skip few-tools\n  roles check --list-rules\n  roles check --explain shared-run"
)]
pub struct Check {
    /// The catalog's folder
    #[arg(value_name = "DIR", required_unless_present_any = ["explain", "list_rules"], value_hint = ValueHint::DirPath)]
    pub folder: Option<PathBuf>,
    /// Do not look for this; may be given several times
    #[arg(long, value_name = "RULE", add = ArgValueCandidates::new(completion::rules))]
    pub skip: Vec<String>,
    /// Say what a rule asks for, and why
    #[arg(long, value_name = "RULE", conflicts_with = "folder", add = ArgValueCandidates::new(completion::rules))]
    pub explain: Option<String>,
    /// List every rule
    #[arg(long, conflicts_with_all = ["folder", "explain"])]
    pub list_rules: bool,
    /// List what the catalog's files bring along and nothing uses: tools, labels, codes
    #[arg(long, requires = "folder", conflicts_with = "skip")]
    pub list_unused: bool,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles new acme-architect --dir my-catalog\n  roles new acme-staff --from staff-engineer --dir my-catalog"
)]
pub struct New {
    /// The role's id: small letters, digits and hyphens
    #[arg(value_name = "ID")]
    pub id: String,
    /// Start from this role
    #[arg(long, value_name = "ROLE", add = ArgValueCandidates::new(completion::roles))]
    pub from: Option<String>,
    /// Write into this folder
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath)]
    pub dir: PathBuf,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  roles schema > role.schema.json\n  roles schema output")]
pub struct Schema {
    /// Which schema
    #[arg(value_name = "WHAT", default_value = "role")]
    pub what: SchemaOf,
}

/// What a schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// A role's file, for `# yaml-language-server: $schema=`
    Role,
    /// What `--format json` prints
    Output,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles completions bash\n\nIn the file that the shell reads at its start:\n  bash, ~/.bashrc: source <(roles completions bash)\n  zsh, ~/.zshrc, below compinit: source <(roles completions zsh)\n  fish, ~/.config/fish/config.fish: roles completions fish | source\n  elvish, ~/.config/elvish/rc.elv: eval (roles completions elvish | slurp)\n  PowerShell, $PROFILE: roles completions powershell | Out-String | Invoke-Expression"
)]
pub struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// A shell that completes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    Bash,
    Zsh,
    Fish,
    Elvish,
    Powershell,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  roles man --dir /tmp/man\n  man /tmp/man/roles.1")]
pub struct Man {
    /// Write into this folder; without one, only say where `man` would look
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub dir: Option<PathBuf>,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The command line of one command understands what the whole one does, and says the same.
    #[test]
    fn one_command_reads_as_all_of_them_do() {
        let lines = [
            "roles show cto --format json --section tools",
            "roles list --help",
            "roles path a b --max 0",
            "roles gap staff-engineer",
            "roles check --explain few-tools dir",
            "roles --format json show cto",
            "roles shwo cto",
            "roles",
        ];
        let told = |read: Result<Cli, clap::Error>| match read {
            Ok(cli) => format!("{cli:?}"),
            Err(error) => error.render().to_string(),
        };
        for line in lines {
            let words = || line.split(' ').map(OsString::from);
            assert_eq!(told(Cli::read(words())), told(Cli::try_parse_from(words())), "{line}");
        }
    }
}
