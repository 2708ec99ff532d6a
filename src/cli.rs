//! The command line, as clap reads it. Knows clap and nothing else.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};

/// The man page for careers in IT.
#[derive(Debug, Parser)]
#[command(name = "roles", version, about, disable_help_subcommand = true, max_term_width = 100)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options of every command. Each has an environment variable.
#[derive(Debug, Args)]
#[command(next_help_heading = "Global options")]
pub struct Global {
    /// How the answer is written: a page on a terminal, lines in a pipe, unless said
    #[arg(long, short = 'f', global = true, value_name = "FORMAT", env = "ROLES_FORMAT", hide_env = true, hide_possible_values = true)]
    pub format: Option<Format>,
    /// When to color
    #[arg(long, global = true, value_name = "WHEN", env = "ROLES_COLOR", hide_env = true, default_value = "auto")]
    pub color: When,
    /// Columns of a page, 20 to 500 [default: the terminal's]
    #[arg(long, global = true, value_name = "N", env = "ROLES_WIDTH", hide_env = true)]
    pub width: Option<u32>,
    /// Draw with ASCII characters only
    #[arg(long, global = true, env = "ROLES_ASCII", hide_env = true, value_parser = clap::builder::FalseyValueParser::new())]
    pub ascii: bool,
    /// For screen readers: sentences in reading order, no boxes and no bars
    #[arg(long, global = true, env = "ROLES_PLAIN", hide_env = true, value_parser = clap::builder::FalseyValueParser::new())]
    pub plain: bool,
    /// Never use a pager
    #[arg(long, global = true, env = "ROLES_NO_PAGER", hide_env = true, value_parser = clap::builder::FalseyValueParser::new())]
    pub no_pager: bool,
    /// Lay a catalog of your own over the built-in one; may be given several times
    #[arg(long, global = true, value_name = "DIR", env = "ROLES_CATALOG", hide_env = true, value_delimiter = ':', value_hint = ValueHint::DirPath)]
    pub catalog: Vec<PathBuf>,
    /// Leave the built-in catalog out
    #[arg(long, global = true, env = "ROLES_NO_BUILTIN", hide_env = true, value_parser = clap::builder::FalseyValueParser::new())]
    pub no_builtin: bool,
    /// Read your catalogs anew, and keep nothing
    #[arg(long, global = true, env = "ROLES_NO_CACHE", hide_env = true, value_parser = clap::builder::FalseyValueParser::new())]
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
    Career,
}

/// Everything that can be asked.
// Deferred: the options of a command are only built for the command that was typed.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Command {
    /// List roles
    List(List),
    /// Show one role, or several
    Show(Show),
    /// What leads to a role
    Prereqs(Neighbors),
    /// Where a role leads
    Next(Neighbors),
    /// How to get from one role to another
    Path(Path),
    /// Find roles by word
    Search(Search),
    /// What roles are paid, and where
    Salary(Salary),
    /// Put roles side by side
    Compare(Compare),
    /// Print an empty self-assessment to fill in
    Profile,
    /// What you are missing for a role
    Gap(Gap),
    /// Roles by how well you fit them
    Match(Match),
    /// Where a figure comes from
    Why(Why),
    /// The sources, with their licences and credit lines
    Sources(Vocabulary),
    /// The competencies, or one with what each level looks like
    Competencies(Vocabulary),
    /// The tools, or one with the roles that use it
    Tools(Vocabulary),
    /// The families of roles
    Families,
    /// The levels, and what each track calls them
    Levels,
    /// The regions that figures come from
    Regions(Regions),
    /// Say what is wrong with a catalog, where, and how to mend it
    Check(Check),
    /// Write a role file to fill in
    New(New),
    /// Print a JSON Schema: of role files for editors, or of the JSON answers
    Schema(Schema),
}

#[derive(Debug, Args, Default)]
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
    /// Only roles that use this tool; may be given several times
    #[arg(long, value_name = "TOOL")]
    pub tool: Vec<String>,
    /// Only roles with this competency, at this weight or more; may be given several times
    #[arg(long, value_name = "COMPETENCY[:MIN]")]
    pub competency: Vec<String>,
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
}

#[derive(Debug, Args)]
pub struct Show {
    /// Ids, titles or aliases; quotes are not needed
    #[arg(required = true, value_name = "ROLE")]
    pub roles: Vec<String>,
    /// Only this section; may be given several times
    #[arg(long, short, value_name = "SECTION")]
    pub section: Vec<Section>,
    /// Only this region's salary; may be given several times
    #[arg(long, short, value_name = "REGION")]
    pub region: Vec<String>,
    /// Leave nothing out: every competency, tool, alias, state, metro and source
    #[arg(long, short)]
    pub all: bool,
}

#[derive(Debug, Args)]
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
    /// How many ladders [default: 1 between two roles, 5 into one]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub max: Option<u32>,
    /// Say how median pay changes in this region
    #[arg(long, short, value_name = "REGION")]
    pub region: Option<String>,
}

#[derive(Debug, Args)]
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
pub struct Salary {
    /// Ids, titles or aliases; without one, every role that has a figure in the region
    #[arg(value_name = "ROLE")]
    pub roles: Vec<String>,
    /// Only this region; may be given several times
    #[arg(long, short, value_name = "REGION")]
    pub region: Vec<String>,
    /// Break regions down
    #[arg(long, value_name = "WHAT")]
    pub by: Option<By>,
    /// Each source's own figure, side by side; never averaged
    #[arg(long)]
    pub all_sources: bool,
    /// The order; `median` only where all figures share currency, period and basis
    #[arg(long, value_name = "KEY", default_value = "region")]
    pub sort: PaySort,
}

/// How far regions are broken down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
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
pub struct Compare {
    /// Two roles or more; quotes are not needed
    #[arg(required = true, value_name = "ROLE")]
    pub roles: Vec<String>,
    /// Leave out what is equal
    #[arg(long, short)]
    pub differences: bool,
}

#[derive(Debug, Args)]
pub struct Gap {
    /// The role to measure against
    #[arg(required = true, value_name = "ROLE")]
    pub role: Vec<String>,
    /// Your self-assessment; `roles profile` prints an empty one
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub profile: PathBuf,
    /// Exit with 1 where something is missing
    #[arg(long)]
    pub exit_code: bool,
}

#[derive(Debug, Args)]
pub struct Match {
    /// Your self-assessment; `roles profile` prints an empty one
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub profile: PathBuf,
    /// The role you hold: how many steps away each fit is
    #[arg(long, value_name = "ROLE")]
    pub from: Option<String>,
    /// How many roles
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
    pub max: u32,
}

#[derive(Debug, Args)]
pub struct Why {
    /// A role, and a competency, region, tool or other role that its page names
    #[arg(required = true, value_name = "ROLE [WHAT]")]
    pub words: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Vocabulary {
    /// Only this one
    #[arg(value_name = "ID")]
    pub id: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Regions {
    /// States or metropolitan areas in place of countries
    #[arg(long, value_name = "WHAT")]
    pub by: Option<By>,
}

#[derive(Debug, Args)]
pub struct Check {
    /// The catalog's folder
    #[arg(value_name = "DIR", required_unless_present_any = ["explain", "list_rules"], value_hint = ValueHint::DirPath)]
    pub folder: Option<PathBuf>,
    /// Do not look for this; may be given several times
    #[arg(long, value_name = "RULE")]
    pub skip: Vec<String>,
    /// Say what a rule asks for, and why
    #[arg(long, value_name = "RULE", conflicts_with = "folder")]
    pub explain: Option<String>,
    /// List every rule
    #[arg(long, conflicts_with_all = ["folder", "explain"])]
    pub list_rules: bool,
}

#[derive(Debug, Args)]
pub struct New {
    /// The role's id: small letters, digits and hyphens
    #[arg(value_name = "ID")]
    pub id: String,
    /// Start from this role
    #[arg(long, value_name = "ROLE")]
    pub from: Option<String>,
    /// Write into this folder
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath)]
    pub dir: PathBuf,
}

#[derive(Debug, Args)]
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
