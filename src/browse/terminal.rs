//! The terminal as a stage: taken at the start, given back on every way out. What ends the program from
//! outside is caught by a thread of its own, for the main one sleeps until a key comes.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use ratatui::crossterm::terminal::{self, EnterAlternateScreen, LeaveAlternateScreen};
use ratatui::crossterm::{cursor, execute};
use ratatui::layout::{Position, Rect};

use crate::browse::input::Input;
use crate::browse::keys::Key;

/// What is drawn on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    Stdout,
    /// The terminal itself, where stdout is a pipe.
    Device,
    Stderr,
}

impl Target {
    /// Finds a terminal to draw on and to take keys from; none where there is none.
    pub fn find() -> Option<Self> {
        match () {
            () if !io::stdin().is_terminal() => None,
            () if io::stdout().is_terminal() => Some(Self::Stdout),
            () if device().is_ok() => Some(Self::Device),
            () if io::stderr().is_terminal() => Some(Self::Stderr),
            () => None,
        }
    }

    fn open(self) -> io::Result<Box<dyn Write + Send>> {
        Ok(match self {
            Self::Stdout => Box::new(io::stdout()),
            Self::Device => Box::new(device()?),
            Self::Stderr => Box::new(io::stderr()),
        })
    }
}

fn device() -> io::Result<File> {
    OpenOptions::new().read(true).write(true).open("/dev/tty")
}

/// What is on stage, for those who must clear it without knowing who plays.
static ON_STAGE: OnceLock<(Target, bool)> = OnceLock::new();
static IS_TAKEN: AtomicBool = AtomicBool::new(false);
/// Whether all of the screen is to be drawn anew.
static IS_STALE: AtomicBool = AtomicBool::new(false);
/// Held while something is drawn: nobody clears the stage in the midst of a frame.
static DRAWING: Mutex<()> = Mutex::new(());

fn drawing() -> MutexGuard<'static, ()> {
    DRAWING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A terminal that is taken, and given back when this is dropped.
pub struct Stage {
    terminal: Terminal<CrosstermBackend<BufWriter<Box<dyn Write + Send>>>>,
    input: Input,
}

impl Stage {
    /// Takes the terminal: no echo, no line that scrolls away, no cursor.
    ///
    /// # Errors
    /// When the terminal does not obey.
    pub fn take(target: Target, has_mouse: bool) -> io::Result<Self> {
        let _ = ON_STAGE.set((target, has_mouse));
        let before = std::panic::take_hook();
        // A release aborts on panic: nothing is dropped, and the hook is all that runs.
        std::panic::set_hook(Box::new(move |info| {
            give_back();
            before(info);
        }));
        signals::watch()?;
        let out: Box<dyn Write + Send> = target.open()?;
        take_again()?;
        let backend = CrosstermBackend::new(BufWriter::with_capacity(1 << 16, out));
        match Terminal::new(backend) {
            Ok(terminal) => Ok(Self { terminal, input: Input::open() }),
            Err(error) => {
                give_back();
                Err(error)
            }
        }
    }

    /// Draws a frame: what changed, in one write.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, draw: impl FnOnce(&mut ratatui::Frame<'_>)) -> io::Result<()> {
        let _drawing = drawing();
        if IS_STALE.swap(false, Ordering::SeqCst) {
            // `clear` would ask the terminal where its cursor is, and take the next keys for the answer.
            let size = self.terminal.size()?;
            self.terminal.resize(Rect::from((Position::ORIGIN, size)))?;
        }
        self.terminal.draw(draw).map(|_| ())
    }

    /// Waits for a key.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn next(&mut self) -> io::Result<Key> {
        self.input.next()
    }

    /// Returns a key that waits already.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn waiting(&mut self) -> io::Result<Option<Key>> {
        self.input.waiting()
    }

    /// Puts a text into the clipboard, where the terminal lets programs do that (OSC 52).
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        let _drawing = drawing();
        let out = self.terminal.backend_mut();
        write!(out, "\x1b]52;c;{}\x07", base64(text.as_bytes()))?;
        out.flush()
    }

    /// Stops the program as Ctrl-Z does, and takes the terminal again when it goes on.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn suspend(&mut self) -> io::Result<()> {
        signals::stop()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _drawing = drawing();
        give_back();
    }
}

fn take_again() -> io::Result<()> {
    let Some((target, has_mouse)) = ON_STAGE.get() else { return Ok(()) };
    terminal::enable_raw_mode()?;
    IS_TAKEN.store(true, Ordering::SeqCst);
    IS_STALE.store(true, Ordering::SeqCst);
    let mut out = target.open()?;
    execute!(out, EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)?;
    if *has_mouse {
        execute!(out, EnableMouseCapture)?;
    }
    Ok(())
}

/// Gives the terminal back as it was. Whatever fails here, there is nobody left to tell.
fn give_back() {
    if !IS_TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let Some((target, has_mouse)) = ON_STAGE.get() else { return };
    if let Ok(mut out) = target.open() {
        if *has_mouse {
            let _ = execute!(out, DisableMouseCapture);
        }
        let _ = execute!(out, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
    }
    let _ = terminal::disable_raw_mode();
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            let is_there = digit <= three.len();
            let value = (bits >> (18 - 6 * digit) & 63) as usize;
            text.push(if is_there { char::from(DIGITS[value]) } else { '=' });
        }
    }
    text
}

#[cfg(unix)]
mod signals {
    use std::io;
    use std::sync::Once;

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGSTOP, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level;

    use super::{IS_TAKEN, Ordering, drawing, give_back, take_again};
    use crate::browse::input;

    /// Gives the terminal back before a signal ends or stops the program, and tells of a window that changes.
    pub fn watch() -> io::Result<()> {
        static ONCE: Once = Once::new();
        let mut failed = None;
        ONCE.call_once(|| match Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH]) {
            Ok(mut signals) => {
                std::thread::spawn(move || signals.forever().for_each(obey));
            }
            Err(error) => failed = Some(error),
        });
        failed.map_or(Ok(()), Err)
    }

    fn obey(signal: i32) {
        match signal {
            SIGWINCH => input::resized(),
            SIGTSTP => {
                let _ = stop();
                input::resized();
            }
            SIGCONT => {
                let _drawing = drawing();
                // A shell has put the terminal back to lines meanwhile.
                if IS_TAKEN.load(Ordering::SeqCst) {
                    let _ = ratatui::crossterm::terminal::disable_raw_mode();
                    let _ = take_again();
                    input::resized();
                }
            }
            _ => {
                let _drawing = drawing();
                give_back();
                // The signal ends the process, from this thread; where the system does not, a shell is told the same.
                let _ = low_level::emulate_default_handler(signal);
                std::process::exit(128 + signal);
            }
        }
    }

    pub fn stop() -> io::Result<()> {
        let _drawing = drawing();
        give_back();
        low_level::raise(SIGSTOP)?;
        take_again()
    }
}

#[cfg(not(unix))]
mod signals {
    pub fn watch() -> std::io::Result<()> {
        Ok(())
    }

    /// There is no job control elsewhere.
    pub fn stop() -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn bytes_are_written_as_base64() {
        for (bytes, text) in [("", ""), ("c", "Yw=="), ("ct", "Y3Q="), ("cto", "Y3Rv"), ("cto\n", "Y3RvCg==")] {
            assert_eq!(super::base64(bytes.as_bytes()), text);
        }
    }
}
