//! `roles browse`: find, walk, compare and assess oneself, with the arrow keys. What is shown are the answers
//! of the commands, drawn from their views and by their words; what is drawn with is known to `terminal` and
//! `paint` alone. Nothing here runs unless it is asked for.

mod answers;
mod broken;
#[cfg(unix)]
mod bytes;
mod data;
mod find;
mod flow;
mod help;
mod input;
mod keys;
mod over;
mod paint;
mod screens;
mod scroll;
mod sheet;
mod state;
mod terminal;
#[cfg(test)]
mod tests;

use std::fs;
use std::io;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use crate::browse::answers::{Answers, in_a_line};
use crate::browse::broken::Broken;
use crate::browse::data::over::Over;
use crate::browse::keys::Key;
use crate::browse::paint::Canvas;
use crate::browse::sheet::Sheet;
use crate::browse::state::{Carried, Effect, State};
use crate::browse::terminal::{Stage, Target};
use crate::catalog::read::files;
use crate::present::document::Glyphs;
use crate::query;
use crate::render::Style;
use crate::request;
use crate::request::Global;
use crate::store::{beside, catalogs};
use crate::view::error::{Error, Exit, needs_a_terminal, ticked};

/// How browsing ended.
enum End {
    Left(Option<String>),
    /// The catalog is to be read again, with this in hand.
    Again(Box<Carried>),
}

/// Lets a person browse.
///
/// # Errors
/// Where there is no terminal, or the self-assessment or the goal that was named cannot be had.
pub fn run(args: &request::Browse, global: &Global, style: Style, is_dumb: bool) -> Result<Exit, Error> {
    let target = Target::find().filter(|_| !is_dumb && !style.plain).ok_or_else(needs_a_terminal)?;
    let is_choosing = target != Target::Stdout;
    let sheet = Sheet::new(args.profile.clone(), read(&args.profile)?);
    let (goal, grade) = goal(args, global)?.unzip();
    let mut carried = Carried::new(args.role.join(" "), goal, sheet);
    carried.grade = grade.flatten();
    let mut stage = Stage::take(target, args.mouse).map_err(|error| gone(&error))?;
    let chosen = play(&mut stage, args, global, &style, is_choosing, carried).map_err(|error| gone(&error));
    drop(stage);
    match (chosen?, is_choosing) {
        (Some(id), _) => print(&id),
        (None, true) => Ok(Exit::Nothing),
        (None, false) => Ok(Exit::Answered),
    }
}

fn gone(error: &io::Error) -> Error {
    Error::failed(format!("the terminal cannot be drawn on: {error}"))
}

fn print(id: &str) -> Result<Exit, Error> {
    let mut out = io::stdout().lock();
    match writeln!(out, "{id}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Error::failed(format!("cannot write the answer: {error}")))
        }
        _ => Ok(Exit::Answered),
    }
}

/// Finds the goal that was named and the grade that the name says, where the catalog can be read; what is wrong with
/// one is shown later.
fn goal(args: &request::Browse, global: &Global) -> Result<Option<(String, Option<String>)>, Error> {
    let Some(name) = &args.goal else { return Ok(None) };
    let Ok(source) = catalogs::source(global) else { return Ok(None) };
    let catalog = source.catalog();
    let found = query::find(catalog, name)?;
    let grade = found.grade.and_then(|at| catalog.grades(found.role).into_iter().nth(at));
    Ok(Some((catalog.id(found.role).to_owned(), grade.map(|grade| grade.id.to_owned()))))
}

/// Reads the self-assessment; none where there is no such file yet.
fn read(path: &Path) -> Result<Option<String>, Error> {
    let shown = path.display().to_string();
    let cannot = |error: io::Error| Error::failed(format!("cannot read the profile {}: {error}", ticked(&shown)));
    let mut file = match fs::File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(cannot(error)),
    };
    let mut bytes = Vec::new();
    files::limited(&mut file, &mut bytes).map_err(cannot)?;
    match files::text(&shown, &bytes) {
        Ok(text) => Ok(Some(text.to_owned())),
        Err(fault) => Err(query::invalid_profile(&shown, None, vec![fault])),
    }
}

/// Shows the catalog, as often as it is read again; returns the role that was chosen.
fn play(
    stage: &mut Stage,
    args: &request::Browse,
    global: &Global,
    style: &Style,
    is_choosing: bool,
    mut carried: Carried,
) -> io::Result<Option<String>> {
    loop {
        let end = match catalogs::source(global) {
            Ok(source) => {
                let catalog = source.catalog().by_exact_names(global.exact);
                let answers = Answers::new(catalog, style.clone(), args.usual.region.clone());
                let state = State::new(answers, is_choosing, event_size()?, carried);
                browse(stage, style, state)?
            }
            Err(error) => show_fault(stage, style, (&error, is_choosing), carried)?,
        };
        match end {
            End::Left(chosen) => return Ok(chosen),
            End::Again(kept) => carried = with_file(*kept),
        }
    }
}

/// Reads the self-assessment again too, where nothing of it is yet to be saved.
fn with_file(mut carried: Carried) -> Carried {
    let path = carried.sheet.path.clone();
    if !carried.sheet.is_changed()
        && let Ok(text) = read(&path)
    {
        carried.sheet = Sheet::new(path, text);
    }
    carried
}

fn event_size() -> io::Result<(u16, u16)> {
    ratatui::crossterm::terminal::size()
}

/// Shows what is wrong with a catalog, until it is mended or given up.
fn show_fault(
    stage: &mut Stage,
    style: &Style,
    (error, is_choosing): (&Error, bool),
    mut carried: Carried,
) -> io::Result<End> {
    let mut broken = Broken::new(error, is_choosing);
    loop {
        draw(stage, style, |canvas| broken.draw(canvas, &carried.sheet))?;
        match broken.press(stage.next()?, &carried.sheet) {
            Effect::Leave(_) => return Ok(End::Left(None)),
            Effect::Reread => return Ok(End::Again(Box::new(carried))),
            Effect::Suspend => stage.suspend()?,
            Effect::Load => match read(&carried.sheet.path) {
                Ok(text) => carried.sheet = Sheet::new(carried.sheet.path, text),
                Err(error) => broken.said = Some(in_a_line(&error)),
            },
            Effect::Save { anyway, then_leave } => match keep(&mut carried.sheet, anyway) {
                Kept::Written if then_leave => return Ok(End::Left(None)),
                Kept::Written => broken.said = Some(format!("saved: {}", carried.sheet.shown())),
                Kept::Changed => broken.over = Some(Over::Changed { then_leave }),
                Kept::Not(why) => broken.said = Some(why),
            },
            Effect::None | Effect::Copy(_) => {}
        }
    }
}

fn draw(stage: &mut Stage, style: &Style, draw: impl FnOnce(&mut Canvas<'_>)) -> io::Result<()> {
    let glyphs = Glyphs { unicode: style.unicode, heard: false };
    stage.draw(|frame| draw(&mut Canvas { cells: frame.buffer_mut(), palette: &style.palette, glyphs }))
}

/// Draws, waits for a key, obeys it: between two keys nothing happens.
fn browse(stage: &mut Stage, style: &Style, mut state: State<'_>) -> io::Result<End> {
    loop {
        draw(stage, style, |canvas| state.draw(canvas))?;
        // What the first letter needs is made while somebody looks at the first screen.
        state.answers.prepare();
        let waiting = stage.waiting()?;
        if waiting.is_none() && state.me.settle(&state.answers) {
            continue;
        }
        let mut next = Some(waiting.map_or_else(|| stage.next(), Ok)?);
        // Keys that wait already are taken before the next frame: who holds one down waits for none.
        while let Some(key) = next.take() {
            plant(&key);
            match state.press(key) {
                Effect::None => {}
                Effect::Leave(chosen) => return Ok(End::Left(chosen)),
                Effect::Reread => return Ok(End::Again(Box::new(state.carried()))),
                Effect::Copy(text) => stage.copy(&text)?,
                Effect::Suspend => stage.suspend()?,
                Effect::Load => load(&mut state),
                Effect::Save { anyway, then_leave } => {
                    if save(&mut state, anyway, then_leave) && then_leave {
                        return Ok(End::Left(state.choice.take()));
                    }
                }
            }
            next = stage.waiting()?;
        }
    }
}

/// Panics at Ctrl-G where a test asks for it: the terminal must come back whatever happens.
fn plant(key: &Key) {
    if cfg!(debug_assertions) && *key == Key::Ctrl('g') && std::env::var_os("ROLES_TEST_PANIC").is_some() {
        panic!("planted");
    }
}

/// Reads the self-assessment from its file again.
fn load(state: &mut State<'_>) {
    let path = state.me.sheet.path.clone();
    match read(&path) {
        Ok(text) => {
            state.me.reload(&state.answers, Sheet::new(path, text));
        }
        Err(error) => state.said = Some(in_a_line(&error)),
    }
}

/// What became of a self-assessment that was to be written.
enum Kept {
    Written,
    /// Somebody else has written it meanwhile.
    Changed,
    Not(String),
}

/// Writes the self-assessment, unless somebody else has meanwhile; tells whether it is written.
fn save(state: &mut State<'_>, anyway: bool, then_leave: bool) -> bool {
    let kept = keep(&mut state.me.sheet, anyway);
    let is_written = matches!(kept, Kept::Written);
    match kept {
        Kept::Written => state.said = Some(format!("saved: {}", state.me.sheet.shown())),
        Kept::Changed => state.over = Some(Over::Changed { then_leave }),
        Kept::Not(why) => state.said = Some(why),
    }
    is_written
}

fn keep(sheet: &mut Sheet, anyway: bool) -> Kept {
    let there = match read(&sheet.path) {
        Ok(there) => there,
        Err(error) => return Kept::Not(in_a_line(&error)),
    };
    if !anyway && there.as_deref() != sheet.on_disk() {
        return Kept::Changed;
    }
    let is_there = there.as_deref() == Some(sheet.text.as_str());
    let written = if is_there { Ok(()) } else { write(&sheet.path, &sheet.text) };
    match written {
        Ok(()) => {
            sheet.saved();
            Kept::Written
        }
        Err(error) => Kept::Not(format!("cannot write {}: {error}", sheet.shown())),
    }
}

/// Writes a file whole or not at all, where a link leads to, with the rights that it had.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let rights = fs::metadata(&real).map(|there| there.permissions());
    beside::replace(&real, text.as_bytes())?;
    rights.map_or(Ok(()), |rights| fs::set_permissions(&real, rights))
}
