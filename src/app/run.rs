//! From a command line to an exit code.

use std::borrow::Cow;
use std::ffi::OsString;
use std::io;

use clap::error::ErrorKind;

use crate::app::self_assessment::Ascii;
use crate::app::stream::{catalog, profile, write};
use crate::app::tell::{said, say, tell};
use crate::app::terminal::{NARROWEST, Terminal, WIDEST};
use crate::app::typed::Typed;
use crate::app::{
    completion, file_schema, help, manual, new_role, overview, pager, self_assessment, tables, usage, variables,
};
use crate::catalog::read::files as read;
use crate::check;
use crate::present::choice::Choice;
use crate::present::palette::Palette;
use crate::present::text::Text;
use crate::present::theme::Theme;
use crate::query;
use crate::query::Answer;
use crate::render;
use crate::render::Style;
use crate::request;
use crate::request::{
    Check, Cli, Command, Decide, Explore, ForShell, Format, Global, Man, New, Schema, SchemaOf, Show, When, Write,
};
use crate::store::above;
use crate::store::catalogs;
use crate::store::catalogs::{Changed, Source};
use crate::store::embedded;
use crate::text::harmless::harmless;
use crate::text::hint::{Ask, hint};
use crate::view::error::{Error, Exit};

/// The width of a page where nothing says otherwise.
const WIDTH: usize = 80;

/// Runs a command line, and ends as the program ends, with an exit code. Whoever is called to end while an answer is
/// still held frees none of it, which would be a tenth of a run.
pub fn run(args: impl IntoIterator<Item = OsString>, end: fn(u8) -> !) -> ! {
    completion::answer();
    stops_by(end);
    let terminal = Terminal::of_stdout();
    let args: Vec<OsString> = args.into_iter().collect();
    let typed = Typed::of(&args);
    let exit = answer(args, &typed, &terminal, end).unwrap_or_else(|error| tell(&error, &typed));
    end(exit.code())
}

/// Says in one line, in place of a panic's words, that the files of a catalog were changed in the midst of an answer.
fn stops_by(end: fn(u8) -> !) {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !panic.payload().is::<Changed>() {
            return before(panic);
        }
        let error = Error::failed("the catalog was changed while it was read").hint("ask again");
        eprint!("{error}");
        end(error.exit.code())
    }));
}

fn answer(args: Vec<OsString>, typed: &Typed, terminal: &Terminal, end: fn(u8) -> !) -> Result<Exit, Error> {
    let page = pager::name(&args);
    let (read, left_out) = variables::read(args, typed);
    say(&said("warning", &left_out));
    let cli = match read {
        Ok(cli) => cli,
        Err(error) if error.kind() == ErrorKind::DisplayHelp => {
            return help(&error.render().to_string(), typed, &page, terminal);
        }
        Err(error) if error.kind() == ErrorKind::DisplayVersion => return write(&error.render().to_string()),
        Err(error) => return Err(usage::error(&error, typed)),
    };
    let Cli { global, command } = &cli;
    let style = Style { choice: typed.choice(), ..style(global, terminal)? };
    let session = Session { global, style, typed, terminal, page, end };
    say(&said("note", &formatless(typed, command.as_ref())));
    match command {
        None => write(&overview::text(&session.style.palette, session.style.width, terminal.height)),
        Some(Command::Explore(Explore::Show(show))) if session.style.format == Format::Yaml => session.files(show),
        Some(Command::Explore(Explore::Title(args))) if args.titles.iter().any(|title| title == "-") => {
            let list = titles_of_standard_input(&args.titles)?;
            session.ask(&|source| query::titles(catalog(source, global), &list))
        }
        #[cfg(feature = "browse")]
        Some(Command::Explore(Explore::Browse(args))) => {
            crate::browse::run(args, global, session.style.clone(), terminal.is_dumb)
        }
        Some(Command::Explore(command)) => {
            session.ask(&|source| query::explore(catalog(source, global), command, || source.words()))
        }
        Some(Command::Decide(Decide::Match(args @ request::Match { profiles: Some(profiles), .. }))) => {
            let people = tables::people(profiles)?;
            session.ask(&|source| query::team(catalog(source, global), args, &people))
        }
        Some(Command::Decide(Decide::Profile(args))) if self_assessment::is_asked(args) => {
            let source = catalogs::source(global)?;
            let ascii = Ascii { questions: !session.style.unicode, file: global.ascii };
            let written = self_assessment::write(catalog(&source, global), args, &ascii)?;
            say(&said("note", &written.notes));
            write(&written.text)
        }
        Some(Command::Decide(command)) => {
            session.ask(&|source| query::decide(catalog(source, global), command, profile))
        }
        Some(Command::Verify(command)) => session.ask(&|source| query::verify(catalog(source, global), command)),
        Some(Command::Write(command)) => session.write(command),
        Some(Command::Shell(command)) => for_shell(command).and_then(|text| write(&text)),
    }
}

/// Says that a command whose answer has one form heeds no format.
fn formatless(typed: &Typed, command: Option<&Command>) -> Vec<String> {
    let has_one_form = || typed.parted().is_some_and(|(_, command, _)| request::has_one_form(command));
    let note = "`--format` is for answers: what this command writes has one form".to_owned();
    (command.is_some() && typed.has_format() && has_one_form()).then_some(note).into_iter().collect()
}

/// Shows help: through the pager where it is taller than the screen.
fn help(text: &str, typed: &Typed, page: &str, terminal: &Terminal) -> Result<Exit, Error> {
    let is_short = typed.has_option("-h");
    let text = match typed.words().into_iter().find(|word| request::is_command(word)) {
        Some(command) => help::arranged(text, command, is_short, terminal.width),
        None => text.to_owned(),
    };
    let palette = if terminal.color { Palette::of_environment(false) } else { Palette::default() };
    let text = &palette.paint(&help::labelled_text(&text));
    let is_pager_wanted = typed.global().is_some_and(|global| !global.no_pager);
    if is_pager_wanted && is_paged(text, page, terminal) { Ok(Exit::Answered) } else { write(text) }
}

/// Shows a text that is taller than the screen through the pager, where there is one.
fn is_paged(text: &str, page: &str, terminal: &Terminal) -> bool {
    // The shell's prompt needs a row too: a page as tall as the screen would lose its first.
    let is_tall = terminal.height.is_some_and(|height| text.lines().count() >= height);
    terminal.is_terminal && !terminal.is_dumb && is_tall && pager::show(text, page)
}

/// A question to whatever catalog is there.
type Question<'q> = &'q dyn for<'a> Fn(&'a Source) -> Result<Answer<'a>, Error>;

/// Where answers are written, and how.
struct Session<'d> {
    global: &'d Global,
    style: Style,
    typed: &'d Typed,
    terminal: &'d Terminal,
    /// What the pager calls a page: the command that asks for it.
    page: String,
    /// What ends the program.
    end: fn(u8) -> !,
}

impl Session<'_> {
    /// Asks, shows the answer, and ends the program while all that it was made of is still held.
    fn ask(&self, question: Question<'_>) -> Result<Exit, Error> {
        let source = catalogs::source(self.global)?;
        let Answer { view, resolved, notes, warnings, exit } = question(&source)?;
        let warnings: Vec<String> = warnings.iter().map(|warning| self.typed.worded(warning)).collect();
        let mut notes = notes;
        let beside = [warnings.as_slice(), &notes].concat();
        let text = self.straightened(render::render(&view, (&resolved, &beside), &self.style)?);
        notes.extend(self.style.unheeded(|option| self.typed.has_option(option)));
        if text.is_empty() {
            // A listing of nothing is an answer too, and a person should see that it is one.
            notes.push(crate::present::nothing(&view));
        }
        self.show(&[said("warning", &warnings), said("note", &notes)].concat(), &text)?;
        (self.end)(exit.code())
    }

    /// The lines of a pipe as they are asked for: `--ascii` is about quotes there, for names stay as they are.
    fn straightened(&self, text: String) -> String {
        match self.global.ascii && self.style.format == Format::Lines {
            true => render::straight(&text),
            false => text,
        }
    }

    /// Shows an answer, and what is said beside it: on stderr, or as the first lines of a page that goes
    /// through the pager, which would hide what was written before.
    fn show(&self, said: &[Text], text: &str) -> Result<Exit, Error> {
        let Self { global, style, terminal, page, .. } = self;
        if style.format == Format::Page && !global.no_pager {
            let whole = match said {
                [] => Cow::Borrowed(text),
                said => {
                    let said = said.iter().flat_map(|line| render::evenly(line, style.width));
                    let said: String = said.map(|line| style.palette.paint(&line) + "\n").collect();
                    Cow::Owned(format!("{said}\n{text}"))
                }
            };
            if is_paged(&whole, page, terminal) {
                return Ok(Exit::Answered);
            }
        }
        say(said);
        write(text)
    }

    /// Writes roles as the files that they are; but a terminal obeys nothing of them.
    fn files(&self, show: &Show) -> Result<Exit, Error> {
        let source = catalogs::source(self.global)?;
        let (yaml, notes) = query::files(catalog(&source, self.global), show)?;
        let asked =
            [("--section", !show.section.is_empty()), ("--region", !show.region.is_empty()), ("--all", show.all)];
        let unheeded = asked.into_iter().filter(|(_, is_asked)| *is_asked);
        let unheeded =
            unheeded.map(|(option, _)| format!("`{option}` is for pages: `--format yaml` shows whole files"));
        say(&said("note", &notes.into_iter().chain(unheeded).collect::<Vec<_>>()));
        write(&if self.terminal.is_terminal { harmless(yaml) } else { yaml })
    }

    fn write(&self, command: &Write) -> Result<Exit, Error> {
        match command {
            Write::Check(check) => self.check(check),
            Write::New(new) => new_role(new, self.global, self.typed),
            Write::Import(args) => tables::import(args, self.global),
            Write::Export(args) => tables::export(args, self.global, self.typed),
            Write::Schema(Schema { what: SchemaOf::Output }) => write(&embedded::schema()),
            Write::Schema(Schema { what }) => {
                let schema = file_schema::of(catalogs::source(self.global)?.catalog(), *what);
                write(&if self.terminal.is_terminal { harmless(schema) } else { schema })
            }
        }
    }

    /// Checks a catalog, laid over those that are named and the built-in one, unless that is left out.
    fn check(&self, args: &Check) -> Result<Exit, Error> {
        let Answer { view, notes, exit, .. } = match &args.folder {
            Some(folder) if args.list_unused => check::unused(folder, self.global)?,
            Some(folder) => check::folder(folder, self.global, args)?,
            None => check::explained(args)?,
        };
        let text = self.straightened(render::render(&view, (&[], &notes), &self.style)?);
        self.show(&said("note", &notes), &text).map(|_| exit)
    }
}

/// Reads a list of titles from standard input, of which `-` is the name.
fn titles_of_standard_input(titles: &[String]) -> Result<String, Error> {
    if titles.len() > 1 {
        return Err(Error::failed("`-` is standard input, and stands alone").hint(hint![
            Ask::of("title").words(["'Senior Java Developer'", "'Data Ninja'"]),
            " takes titles, ",
            Ask::of("title").word("-"),
            " a list of them"
        ]));
    }
    let mut bytes = Vec::new();
    let read = read::limited(&mut io::stdin().lock(), &mut bytes);
    read.map_err(|error| Error::failed(format!("cannot read standard input: {error}")))?;
    let text = read::text("standard input", &bytes).map_err(|fault| {
        let error = Error::failed(format!("cannot read standard input: {}", fault.message));
        match bytes.len() as u64 > read::LONGEST {
            true => error.hint("give it in parts: `split -l 10000 titles.txt`"),
            false => fault.help.into_iter().fold(error, Error::hint),
        }
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match text.trim().is_empty() {
        true => Err(Error::nothing("no title stands in standard input")
            .hint(hint!["a title a line: ", Ask::of("title").words(["-", "<", "FILE"])])),
        false => Ok(text.to_owned()),
    }
}

/// What the shell is given: no catalog is asked for it.
fn for_shell(command: &ForShell) -> Result<String, Error> {
    match command {
        ForShell::Completions(args) => completion::script(args.shell),
        ForShell::Man(Man { dir: None }) => {
            let (whereto, how) = manual::whereto();
            say(&said("hint", &[how.to_string()]));
            Ok(whereto)
        }
        ForShell::Man(Man { dir: Some(dir) }) => {
            manual::write(dir).map(|pages| pages.iter().map(|page| format!("wrote {}\n", page.display())).collect())
        }
    }
}

fn new_role(args: &New, global: &Global, typed: &Typed) -> Result<Exit, Error> {
    let root = above::root(global, &args.dir);
    new_role::refuse_twice(global, &root, args)?;
    let twin = new_role::twin(global, &root, args);
    let (source, why_not) = above::on_top(global, &root)?;
    let catalog = catalog(&source, global);
    let from = args.from.as_ref().map(|name| query::find(catalog, name)).transpose()?;
    let path = new_role::write(catalog, args, from.as_ref().map(|found| found.role))?;
    let mut notes: Vec<String> = from.and_then(|found| found.note).into_iter().collect();
    notes.extend(new_role::laid_over(catalog, &args.id));
    notes.extend(twin);
    let unheard = why_not.map(|why| typed.worded(&new_role::unheard(&root, &why)));
    say(&said("warning", &unheard.into_iter().collect::<Vec<_>>()));
    say(&said("note", &notes));
    write(&format!("wrote {}\n", path.display()))
}

fn style(global: &Global, terminal: &Terminal) -> Result<Style, Error> {
    let format = global.format.unwrap_or(if terminal.is_terminal { Format::Page } else { Format::Lines });
    let color = match global.color {
        When::Always => true,
        When::Never => false,
        When::Auto => terminal.color,
    };
    let palette = if color { Palette::of_environment(terminal.links) } else { Palette::default() };
    if color {
        let set = |name: &str| std::env::var(name).unwrap_or_default();
        let unread = Palette::unread(&set("ROLES_COLORS")).into_iter().chain(Theme::unread(&set("ROLES_THEME")));
        say(&said("warning", &unread.collect::<Vec<_>>()));
    }
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
        choice: Choice::default(),
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
