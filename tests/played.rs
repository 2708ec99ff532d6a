//! A program that is played key by key in a pseudo-terminal, and what a terminal then shows.

use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::support::{self, PROGRAM, Roles};

pub const UP: &str = "\u{1b}[A";
pub const DOWN: &str = "\u{1b}[B";
pub const RIGHT: &str = "\u{1b}[C";
pub const LEFT: &str = "\u{1b}[D";
pub const ENTER: &str = "\r";
pub const ESC: &str = "\u{1b}";
pub const TAB: &str = "\t";
pub const F1: &str = "\u{1b}OP";

pub fn ctrl(letter: char) -> String {
    char::from(letter as u8 & 0x1f).to_string()
}

/// What a terminal has shown, and when it last changed.
pub struct Shown {
    pub parser: vt100::Parser,
    pub raw: Vec<u8>,
    changed: Instant,
}

impl Shown {
    fn screen(&self) -> String {
        let contents = self.parser.screen().contents();
        contents.lines().map(str::trim_end).collect::<Vec<_>>().join("\n") + "\n"
    }

    /// Takes what the program writes. A terminal never stops reading, or the program would wait for it: should
    /// the parser fail, at half of a wide letter at its edge say, it begins anew.
    fn process(&mut self, bytes: &[u8], (columns, rows): (u16, u16)) {
        const TAKEN: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h";
        let parser = &mut self.parser;
        if catch_unwind(AssertUnwindSafe(|| parser.process(bytes))).is_err() {
            self.parser = vt100::Parser::new(rows, columns, 0);
            self.parser.process(TAKEN);
        }
    }
}

/// A program in a terminal.
pub struct Played {
    pub keys: Arc<pty_process::blocking::Pty>,
    pub shown: Arc<Mutex<Shown>>,
    pub child: Child,
    /// Ends with the last that is written.
    reader: JoinHandle<()>,
    /// The folder in which the system says of the reader what it does.
    of_reader: PathBuf,
    /// Whether the child is the program itself, and no shell around it.
    is_bare: bool,
}

/// How long a busy machine may take for a frame.
pub const PATIENCE: Duration = Duration::from_secs(60);

impl Played {
    /// Starts in a terminal of so many columns and rows; none where there are no terminals.
    pub fn start(plain: &Command, (columns, rows): (u16, u16), stdout: Option<Stdio>) -> Option<Self> {
        let Ok((terminal, side)) = pty_process::blocking::open() else {
            support::skipped("a test in a terminal", "/dev/ptmx");
            return None;
        };
        terminal.resize(pty_process::Size::new(rows, columns)).expect("a terminal has a size");
        let command = support::in_side(plain);
        let command = match stdout {
            Some(stdout) => command.stdout(stdout),
            None => command,
        };
        let child = command.spawn(side).expect("the program starts");
        let keys = Arc::new(terminal);
        let out = Arc::clone(&keys);
        let parser = vt100::Parser::new(rows, columns, 0);
        let shown = Arc::new(Mutex::new(Shown { parser, raw: Vec::new(), changed: Instant::now() }));
        let of_reader = Arc::clone(&shown);
        let (tell, told) = mpsc::channel();
        let reader = std::thread::spawn(move || {
            let _ = tell.send(std::fs::read_link("/proc/thread-self").unwrap_or_default());
            let mut piece = [0; 8192];
            while let Ok(count @ 1..) = (&*out).read(&mut piece) {
                let mut shown = locked(&of_reader);
                shown.process(&piece[..count], (columns, rows));
                shown.raw.extend_from_slice(&piece[..count]);
                shown.changed = Instant::now();
            }
        });
        let of_reader = Path::new("/proc").join(told.recv().expect("the reader has begun"));
        Some(Self { keys, shown, child, reader, of_reader, is_bare: plain.get_program() == PROGRAM })
    }

    pub fn browse(roles: Roles, size: (u16, u16)) -> Option<Self> {
        let command = roles.env("TERM", "xterm-256color").command();
        let mut played = Self::start(&command, size, None)?;
        played.until(|screen| screen.contains("F1"));
        Some(played)
    }

    pub fn screen(&self) -> String {
        locked(&self.shown).screen()
    }

    /// Whether the program waits for a key, and nothing that it wrote is yet to be read; false where that cannot be
    /// known.
    fn is_asleep(&self) -> bool {
        sleeps(&self.of_reader) && all_sleep(self.child.id(), self.is_bare)
    }

    /// Waits until the screen is as it should be, and still: nobody is at work on the next one.
    #[track_caller]
    pub fn until(&mut self, is_there: impl Fn(&str) -> bool) -> String {
        const STILL: Duration = Duration::from_millis(120);
        const ASLEEP: Duration = Duration::from_millis(15);
        let start = Instant::now();
        loop {
            let is_asleep = self.is_asleep();
            let screen = {
                let shown = locked(&self.shown);
                let still = shown.changed.elapsed();
                (still > STILL || (is_asleep && still > ASLEEP)).then(|| shown.screen())
            };
            if let Some(screen) = screen.filter(|screen| is_there(screen)) {
                return screen;
            }
            assert!(start.elapsed() < PATIENCE, "the screen stays:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(4));
        }
    }

    /// Gives the window another size, and waits until the program has seen it: of one that is as before when it looks,
    /// it would not know that the terminal has cut off what stood there.
    #[track_caller]
    pub fn resize(&mut self, (columns, rows): (u16, u16)) -> String {
        let before = {
            let mut shown = locked(&self.shown);
            shown.parser.screen_mut().set_size(rows, columns);
            shown.raw.len()
        };
        self.keys.resize(pty_process::Size::new(rows, columns)).expect("a terminal has a size");
        let start = Instant::now();
        while locked(&self.shown).raw.len() == before {
            assert!(start.elapsed() < PATIENCE, "nothing is drawn anew:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(2));
        }
        self.until(|_| true)
    }

    /// Presses a key, and waits for what it draws and for a text, which may have been there before. A key that
    /// draws nothing is waited for a second, or for a part of it where the program sleeps.
    #[track_caller]
    pub fn press(&mut self, key: &str, awaited: &str) -> String {
        const ANSWERED: Duration = Duration::from_secs(1);
        const SLEPT: Duration = Duration::from_millis(300);
        let before = locked(&self.shown).raw.len();
        (&*self.keys).write_all(key.as_bytes()).expect("keys can be typed");
        let pressed = Instant::now();
        while locked(&self.shown).raw.len() == before && pressed.elapsed() < ANSWERED {
            if pressed.elapsed() > SLEPT && self.is_asleep() {
                break;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        if key == ESC {
            // A key right behind it would be taken for one with Alt.
            std::thread::sleep(Duration::from_millis(20));
        }
        self.until(|screen| screen.contains(awaited))
    }

    /// The exit code, and whether the terminal is as it was.
    #[track_caller]
    pub fn end(mut self) -> (Option<i32>, bool) {
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("the program can be waited for") {
                break status;
            }
            assert!(start.elapsed() < PATIENCE, "it does not end:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(5));
        };
        // Whoever else holds the terminal keeps the reader.
        let ended = Instant::now();
        while !self.reader.is_finished() && ended.elapsed() < Duration::from_millis(100) {
            std::thread::sleep(Duration::from_millis(2));
        }
        (status.code(), self.is_given_back())
    }

    pub fn is_given_back(&self) -> bool {
        let shown = locked(&self.shown);
        let screen = shown.parser.screen();
        !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
    }
}

impl Drop for Played {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Tells whether a process or a thread is in one of some states.
fn is_in(folder: &Path, states: &[char]) -> bool {
    let stat = std::fs::read_to_string(folder.join("stat")).unwrap_or_default();
    stat.rsplit_once(") ").is_some_and(|(_, rest)| rest.starts_with(states))
}

pub fn is_stopped(process: i32) -> bool {
    is_in(&Path::new("/proc").join(process.to_string()), &['T'])
}

/// Tells of a thread whether it waits for something, or is stopped.
fn sleeps(thread: &Path) -> bool {
    is_in(thread, &['S', 'T'])
}

/// Whether all threads of a process wait for something, and what it has started too.
fn all_sleep(process: u32, is_alone: bool) -> bool {
    let Ok(threads) = std::fs::read_dir(format!("/proc/{process}/task")) else { return false };
    threads.flatten().map(|thread| thread.path()).all(|thread| {
        let children = || match std::fs::read_to_string(thread.join("children")) {
            Ok(children) => children.split_whitespace().all(|child| child.parse().is_ok_and(|id| all_sleep(id, false))),
            Err(_) => is_alone,
        };
        sleeps(&thread) && children()
    })
}

pub fn locked(shown: &Mutex<Shown>) -> MutexGuard<'_, Shown> {
    shown.lock().unwrap_or_else(PoisonError::into_inner)
}
