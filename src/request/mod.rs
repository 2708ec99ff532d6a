//! The command line, as clap reads it: knows clap, and whom to ask for what a shell completes.

mod asked;
mod kept;
mod line;

pub use asked::*;
pub use kept::*;

use std::path::PathBuf;

use clap::builder::{OsStr, Resettable, StringValueParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};

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

const AFTER_HELP: &str = "\
Examples:
  roles show cto
  roles path junior-software-engineer cto
  roles list | grep -i security

Environment: each global option has a variable (ROLES_FORMAT, ROLES_COLOR, ROLES_FIELDS, \
ROLES_NO_HEADER, ROLES_SPREADSHEET, ROLES_WIDTH, ROLES_ASCII, ROLES_PLAIN, ROLES_NO_PAGER, ROLES_EXACT, \
ROLES_CATALOG, ROLES_NO_BUILTIN, ROLES_NO_CACHE), and an empty one counts as unset; ROLES_REGION is the region \
of `show`, `path`, `compare` and `salary` where none is typed; ROLES_CATALOG holds several folders parted by \
`:`; NO_COLOR and CLICOLOR_FORCE are obeyed; ROLES_PAGER or PAGER names the pager; \
ROLES_THEME is dark, light or none, where the terminal does not say (COLORFGBG); \
ROLES_COLORS changes colors by label, as LS_COLORS does: `heading=1;34:id=90` (labels: title heading id aside \
name bar mark hit).

Exit codes: 0 answered; 1 nothing found, a gap with --exit-code, a catalog with faults; 2 a wrong command, \
an unknown or ambiguous name, a file that cannot be read, a failed write.";

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
        hide_possible_values = true,
        ignore_case = true
    )]
    pub format: Option<Format>,
    /// When to color
    #[arg(long, global = true, value_name = "WHEN", env = set("ROLES_COLOR"), hide_env = true, default_value = "auto", ignore_case = true)]
    pub color: When,
    /// Fields of TSV and CSV, in any case, parted by commas; an unknown one lists them [default: all]
    #[arg(long, global = true, value_name = "FIELDS", env = set("ROLES_FIELDS"), hide_env = true, value_delimiter = ',', value_parser = trimmed())]
    pub fields: Vec<String>,
    /// TSV and CSV without the line that names the fields
    #[arg(long, global = true, env = set("ROLES_NO_HEADER"), hide_env = true, value_parser = clap::builder::FalseyValueParser::new())]
    pub no_header: bool,
    /// In TSV and CSV, put an apostrophe before texts that a spreadsheet would compute
    #[arg(long, global = true, env = set("ROLES_SPREADSHEET"), hide_env = true, value_parser = clap::builder::FalseyValueParser::new())]
    pub spreadsheet: bool,
    /// Columns of a page, 20 to 500 [default: the terminal's]
    #[arg(long, global = true, value_name = "N", env = set("ROLES_WIDTH"), hide_env = true, value_parser = clap::value_parser!(u32).range(20..=500))]
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
    // Its variable holds several, parted by colons: `store::folders` reads it.
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
    #[value(aliases = ["skills", "competences"])]
    Competencies,
    #[value(aliases = ["pay", "salaries"])]
    Salary,
    Grades,
    #[value(aliases = ["tool", "technologies"])]
    Tools,
    GettingIn,
    Outlook,
    #[value(aliases = ["moves", "path", "next", "prereqs", "prerequisites"])]
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
    /// Find, walk, compare and assess yourself, with the arrow keys
    #[cfg(feature = "browse")]
    Browse(Browse),
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
    /// A self-assessment to fill in, or question by question
    Profile(Profile),
    /// What you are missing for a role
    Gap(Gap),
    /// Roles that are most like you, and how well you fit them
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
    /// Write role files from a spreadsheet
    Import(Import),
    /// Write what roles ask for as a table
    Export(Export),
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

/// Tells whether a word is a command whose answer has one form, whatever the format.
pub fn has_one_form(word: &str) -> bool {
    ForShell::has_subcommand(word) || (Write::has_subcommand(word) && !["check", "export"].contains(&word))
}

/// Returns the names of all commands.
pub fn names() -> Vec<String> {
    let names =
        |group: &Group| group.commands().get_subcommands().map(|it| it.get_name().to_owned()).collect::<Vec<_>>();
    Group::ALL.iter().flat_map(names).collect()
}

/// Returns what stands behind a command in the first example of its help.
pub fn example(command: &str) -> Option<String> {
    let group = Group::ALL.into_iter().find(|group| (group.has)(command))?;
    let help = group.commands().find_subcommand_mut(command)?.render_help().to_string();
    let (_, examples) = help.split_once("Examples:\n")?;
    let own = format!("roles {command} ");
    examples.lines().find_map(|line| line.trim().strip_prefix(&own)).map(str::to_owned)
}

/// Tells whether a word is a command that asks a catalog.
pub fn is_question(word: &str) -> bool {
    [Explore::has_subcommand, Decide::has_subcommand, Verify::has_subcommand].iter().any(|has| has(word))
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

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

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
