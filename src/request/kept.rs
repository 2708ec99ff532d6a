//! The arguments of commands about what the catalog is made of, a catalog of one's own, and the shell.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles why cto\n  roles why cto technology-strategy\n  roles why cto de\n  roles why cto outlook\n  roles why cto principal-engineer"
)]
pub struct Why {
    /// A role, and a competency, region, tool or other role that its page names, `getting-in` or `outlook`
    #[arg(required = true, value_name = "ROLE [WHAT]")]
    pub words: Vec<String>,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles sources\n  roles sources onet\n  roles sources --stale\n  roles sources --format csv --fields id,licence,credit"
)]
pub struct SourceId {
    /// Only this source
    #[arg(value_name = "ID")]
    pub id: Vec<String>,
    /// Only sources that are more than three years older than the newest
    #[arg(long, conflicts_with = "id")]
    pub stale: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  roles competencies\n  roles competencies architecture")]
pub struct CompetencyId {
    /// Only this competency
    #[arg(value_name = "ID")]
    pub id: Vec<String>,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  roles tools\n  roles tools kubernetes\n  roles tools | grep Security")]
pub struct ToolId {
    /// Only this tool
    #[arg(value_name = "ID")]
    pub id: Vec<String>,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles certificates\n  roles certificates Security+\n  roles certificates | grep ISC2"
)]
pub struct CertificateId {
    /// Only this certificate
    #[arg(value_name = "ID")]
    pub id: Vec<String>,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  roles regions\n  roles regions --by state")]
pub struct Regions {
    /// States or metropolitan areas in place of countries
    #[arg(long, value_name = "WHAT", ignore_case = true)]
    pub by: Option<RegionsBy>,
}

/// Which regions are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RegionsBy {
    Country,
    State,
    Metro,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles check my-catalog\n  roles check my-catalog --skip few-tools\n  roles check --list-rules\n  roles check --explain shared-run"
)]
pub struct Check {
    /// The catalog's folder; it is laid over those that --catalog names
    #[arg(value_name = "DIR", required_unless_present_any = ["explain", "list_rules"], value_hint = ValueHint::DirPath)]
    pub folder: Option<PathBuf>,
    /// Do not look for this rule or group of rules; may be given several times
    #[arg(long, value_name = "RULE")]
    pub skip: Vec<String>,
    /// Tell also, as warnings, what breaks a style that the catalog is not held to
    #[arg(long, value_name = "STYLE", requires = "folder")]
    pub style: Option<Style>,
    /// Say what a rule asks for, and why
    #[arg(long, value_name = "RULE", conflicts_with = "folder")]
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
    #[arg(long, value_name = "ROLE")]
    pub from: Option<String>,
    /// Write into this folder
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath)]
    pub dir: PathBuf,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles import ladder.csv --dir ladder\n  roles import jobs.csv --dir jobs --column role=Job --level 3=practitioner\n  roles import matrix.csv --dir matrix --role 'Data Engineer' --grade L3,L4,L5\n\nA row says what one role asks of one competency. Fields of --column: role, grade, competency, expected, text, weight, family, rank, summary, definition; columns that are called so, or nearly, are found.\n\nExit codes: 1 where no row says anything; 2 where a column is missing or a file is there already."
)]
pub struct Import {
    /// The table: CSV, parted by commas, semicolons or tabs, in UTF-8; `-` is standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
    /// Write into this folder
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub dir: PathBuf,
    /// Which column is what: `role=Job`; may be given several times
    #[arg(long, value_name = "FIELD=NAME")]
    pub column: Vec<String>,
    /// What the table calls a level: `3=practitioner`; may be given several times
    #[arg(long, value_name = "WORD=LEVEL")]
    pub level: Vec<String>,
    /// A column whose cells are the levels expected at a grade, where each grade has one: `L3`, or `L3=NAME` where
    /// it is called otherwise; may be given several times, or a list parted by commas
    #[arg(long, value_name = "GRADE[=NAME]", value_delimiter = ',')]
    pub grade: Vec<String>,
    /// The role of all rows, where no column says it
    #[arg(long, value_name = "TITLE")]
    pub role: Option<String>,
    /// The family of roles of which no column says it
    #[arg(long, value_name = "FAMILY")]
    pub family: Option<String>,
    /// The track of the roles
    #[arg(long, hide_short_help = true, value_name = "TRACK")]
    pub track: Option<String>,
    /// Take every skill for a competency, one that is called as a tool of the catalog is too
    #[arg(long, hide_short_help = true)]
    pub no_tools: bool,
    /// Replace files that are there already
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles export --dir ladder > ladder.csv\n  roles export sre devops-engineer --format tsv\n  roles export --tables tables\n\nCSV, or TSV with --format tsv. With --dir, the table that the folder was imported from: its own columns and words, with what the files say by now."
)]
pub struct Export {
    /// Ids, titles or aliases; without one, every role
    #[arg(value_name = "ROLE")]
    pub roles: Vec<String>,
    /// Of this folder's own roles
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub dir: Option<PathBuf>,
    /// Write the whole catalog into this new folder: a CSV a table, and a `datapackage.json` that describes them
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with_all = ["roles", "dir"])]
    pub tables: Option<PathBuf>,
    /// Replace the tables that are there already
    #[arg(long, requires = "tables")]
    pub force: bool,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles schema > role.schema.json\n  roles schema sources\n  roles schema profile\n  roles schema output"
)]
pub struct Schema {
    /// Of a kind of file, for `# yaml-language-server: $schema=`: a role's, `catalog.yaml`, a list of the vocabulary, a
    /// pay source's, a self-assessment; `output` is what `--format json` prints
    #[arg(value_name = "WHAT", default_value = "role", ignore_case = true)]
    pub what: SchemaOf,
}

/// A style that prose and lists are held to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Style {
    /// That of the built-in catalog
    House,
}

/// What a schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    Role,
    Catalog,
    Families,
    Tracks,
    Levels,
    Competencies,
    Elements,
    Tools,
    #[value(alias = "metros")]
    Regions,
    Sources,
    Certificates,
    Titles,
    Scoring,
    Pay,
    Profile,
    Output,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  roles completions bash\n\nIn the file that the shell reads at its start:\n  bash, ~/.bashrc: source <(roles completions bash)\n  zsh, ~/.zshrc, below compinit: source <(roles completions zsh)\n  fish, ~/.config/fish/config.fish: roles completions fish | source\n  elvish, ~/.config/elvish/rc.elv: eval (roles completions elvish | slurp)\n  PowerShell, $PROFILE: roles completions powershell | Out-String | Invoke-Expression"
)]
pub struct Completions {
    /// The shell
    #[arg(value_name = "SHELL", ignore_case = true)]
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
