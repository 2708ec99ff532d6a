//! From a command line to an exit code.

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::path::Path;

use clap::error::ErrorKind;

use crate::app::cli::{
    Check, Cli, Command, Explore, ForShell, Format, Global, Man, New, Schema, SchemaOf, Show, When, Write,
};
use crate::app::terminal::{NARROWEST, Terminal, WIDEST};
use crate::app::{completion, manual, new_role, overview, pager, role_schema, usage};
use crate::catalog::Catalog;
use crate::catalog::read::files as read;
use crate::catalog::read::files::SourceFile;
use crate::present::label::Palette;
use crate::query;
use crate::query::Answer;
use crate::render;
use crate::render::Style;
use crate::store::catalogs::Source;
use crate::store::{catalogs, limit};
use crate::view::error::{Error, Exit};
use crate::{check, view};

/// The width of a page where nothing says otherwise.
const WIDTH: usize = 80;

/// Runs a command line, and returns the exit code.
pub fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    completion::answer();
    let terminal = Terminal::of_stdout();
    match answer(args, &terminal) {
        Ok(exit) => exit.code(),
        Err(error) => tell(&error).code(),
    }
}

fn answer(args: impl IntoIterator<Item = OsString>, terminal: &Terminal) -> Result<Exit, Error> {
    let args: Vec<OsString> = args.into_iter().collect();
    let page = pager::name(&args);
    let cli = match Cli::read(args) {
        Ok(cli) => cli,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return write(&error.render().to_string());
        }
        Err(error) => return Err(usage::error(&error)),
    };
    let Cli { global, command } = &cli;
    let desk = Desk { global, style: style(global, terminal)?, terminal, page };
    match command {
        None => write(&overview::text(&desk.style.palette, terminal.height)),
        Some(Command::Explore(Explore::Show(show))) if desk.style.format == Format::Yaml => desk.files(show),
        Some(Command::Explore(Explore::Title(args))) if args.titles == ["-"] => {
            let list = standard_input()?;
            desk.ask(&|source| query::titles(catalog(source, global), &list))
        }
        Some(Command::Explore(command)) => {
            desk.ask(&|source| query::explore(catalog(source, global), command, || source.words()))
        }
        Some(Command::Decide(command)) => desk.ask(&|source| query::decide(catalog(source, global), command, profile)),
        Some(Command::Verify(command)) => desk.ask(&|source| query::verify(catalog(source, global), command)),
        Some(Command::Write(command)) => desk.write(command),
        Some(Command::Shell(command)) => for_shell(command).and_then(|text| write(&text)),
    }
}

/// Returns the catalog that is asked, and how its roles may be named.
fn catalog<'s>(source: &'s Source, global: &Global) -> Catalog<'s> {
    source.catalog().by_exact_names(global.exact)
}

/// A question to whatever catalog is there.
type Question<'q> = &'q dyn for<'a> Fn(&'a Source) -> Result<Answer<'a>, Error>;

/// Where answers are written, and how.
struct Desk<'d> {
    global: &'d Global,
    style: Style,
    terminal: &'d Terminal,
    /// What the pager calls a page: the command that asks for it.
    page: String,
}

impl Desk<'_> {
    fn ask(&self, question: Question<'_>) -> Result<Exit, Error> {
        let source = catalogs::source(self.global)?;
        let Answer { view, notes, warnings, exit } = question(&source)?;
        let text = render::render(&view, &self.style)?;
        say("warning", &warnings);
        say("note", &notes);
        say("note", &self.style.unheeded());
        if text.is_empty() {
            // A listing of nothing is an answer too, and a person should see that it is one.
            say("note", &["none listed yet".to_owned()]);
        }
        self.show(&text)?;
        // The program ends here, and the system takes its memory back in one piece: to free it
        // string by string took a tenth of the run.
        std::mem::forget((view, text));
        Ok(exit)
    }

    /// A page taller than the screen goes through the pager, unless it is not wanted or fails.
    fn show(&self, text: &str) -> Result<Exit, Error> {
        let Self { global, style, terminal, page } = self;
        // The shell's prompt needs a row too: a page as tall as the screen would lose its first.
        let is_tall = terminal.height.is_some_and(|height| text.lines().count() >= height);
        let is_paged = terminal.is_terminal && !terminal.is_dumb && !global.no_pager && style.format == Format::Page;
        if is_paged && is_tall && pager::show(text, page) {
            return Ok(Exit::Answered);
        }
        write(text)
    }

    /// Writes roles as the files that they are; but a terminal obeys nothing of them.
    fn files(&self, show: &Show) -> Result<Exit, Error> {
        let source = catalogs::source(self.global)?;
        let (yaml, notes) = query::files(catalog(&source, self.global), show)?;
        say("note", &notes);
        write(&if self.terminal.is_terminal { render::harmless(yaml) } else { yaml })
    }

    fn write(&self, command: &Write) -> Result<Exit, Error> {
        match command {
            Write::Check(check) => self.check(check),
            Write::New(new) => new_role(new, self.global),
            Write::Schema(Schema { what: SchemaOf::Role }) => {
                write(&role_schema::of(catalogs::source(self.global)?.catalog()))
            }
            Write::Schema(Schema { what: SchemaOf::Output }) => write(view::SCHEMA),
        }
    }

    /// Checks a catalog, laid over those that are named and the built-in one, unless that is left out.
    fn check(&self, args: &Check) -> Result<Exit, Error> {
        let Answer { view, notes, exit, .. } = match &args.folder {
            Some(folder) if args.list_unused => check::unused(folder, self.global)?,
            Some(folder) => check::folder(folder, self.global, args)?,
            None => check::explained(args)?,
        };
        say("note", &notes);
        self.show(&render::render(&view, &self.style)?).map(|_| exit)
    }
}

/// Reads a list from standard input; bytes that are no text are replaced.
fn standard_input() -> Result<String, Error> {
    let mut bytes = Vec::new();
    let read = io::Read::read_to_end(&mut io::stdin().lock(), &mut bytes);
    read.map_err(|error| Error::failed(format!("cannot read standard input: {error}")))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What the shell is given: no catalog is asked for it.
fn for_shell(command: &ForShell) -> Result<String, Error> {
    match command {
        ForShell::Completions(args) => completion::script(args.shell),
        ForShell::Man(Man { dir: None }) => Ok(manual::whereto()),
        ForShell::Man(Man { dir: Some(dir) }) => {
            manual::write(dir).map(|pages| pages.iter().map(|page| format!("wrote {}\n", page.display())).collect())
        }
    }
}

fn new_role(args: &New, global: &Global) -> Result<Exit, Error> {
    let source = catalogs::source(global)?;
    let catalog = catalog(&source, global);
    let from = args.from.as_ref().map(|name| query::find(catalog, name)).transpose()?;
    let path = new_role::write(catalog, args, from)?;
    say("note", &new_role::laid_over(catalog, &args.id).into_iter().collect::<Vec<_>>());
    write(&format!("wrote {}\n", path.display()))
}

/// Reads a self-assessment; `-` is standard input.
fn profile(path: &Path) -> Result<SourceFile, Error> {
    let shown = path.display().to_string();
    let is_stdin = path.as_os_str() == "-";
    let opened = if is_stdin { Ok(Box::new(io::stdin().lock()) as Box<dyn io::Read>) } else { open(path) };
    let mut bytes = Vec::new();
    let read = opened.and_then(|mut from| read::limited(&mut from, &mut bytes));
    read.map_err(|error| {
        Error::failed(format!("cannot read the profile {}: {error}", crate::view::error::ticked(&shown)))
            .hint("`roles profile > me.yaml` writes an empty one")
    })?;
    match read::text(&shown, &bytes) {
        Ok(text) => Ok(SourceFile { path: shown, text: text.to_owned() }),
        Err(fault) => Err(query::invalid_profile(&shown, None, vec![fault])),
    }
}

fn open(path: &Path) -> io::Result<Box<dyn io::Read>> {
    Ok(Box::new(std::fs::File::open(path)?))
}

fn style(global: &Global, terminal: &Terminal) -> Result<Style, Error> {
    let format = global.format.unwrap_or(if terminal.is_terminal { Format::Page } else { Format::Lines });
    let color = match global.color {
        When::Always => true,
        When::Never => false,
        When::Auto => terminal.color,
    };
    let palette = if color { Palette::of_environment(terminal.links) } else { Palette::default() };
    let unicode = terminal.unicode && !global.ascii;
    let width = global.width.map_or_else(|| terminal.width.unwrap_or(WIDTH), |width| width as usize);
    Ok(Style {
        format,
        width: width.clamp(NARROWEST, WIDEST),
        palette,
        unicode,
        plain: global.plain,
        fields: fields(global),
        header: !global.no_header,
        spreadsheet: global.spreadsheet,
    })
}

/// The fields asked for. A comma too many asks for nothing; nothing at all is no list.
fn fields(global: &Global) -> Vec<String> {
    let mut fields = global.fields.clone();
    if fields.iter().any(|field| !field.is_empty()) {
        fields.retain(|field| !field.is_empty());
    }
    fields
}

/// Writes an answer. A reader who has had enough is no error; any other failure is told.
fn write(text: &str) -> Result<Exit, Error> {
    limit::fails_a_write();
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(Exit::Answered),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Exit::Answered),
        Err(error) => Err(Error::failed(format!("cannot write the answer: {error}"))),
    }
}

/// Says beside an answer what the reader should know of it.
fn say(kind: &str, said: &[String]) {
    let mut err = io::stderr().lock();
    for line in said {
        // Where nobody listens on stderr, there is nobody to tell.
        let _ = writeln!(err, "{kind}: {}", render::harmless(line.clone()));
    }
}

fn tell(error: &Error) -> Exit {
    say("warning", &error.warnings);
    let mut err = io::stderr().lock();
    if !error.faults.is_empty() {
        let is_terminal = io::IsTerminal::is_terminal(&io::stderr());
        let _ = writeln!(err, "{}", render::harmless(render::diagnostic::drawn(&error.faults, false, is_terminal)));
    }
    let _ = write!(err, "{}", render::harmless(error.to_string()));
    error.exit
}
