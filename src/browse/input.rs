//! Keys as they come.

#[cfg(unix)]
pub use of_bytes::{Input, resized};
#[cfg(not(unix))]
pub use of_events::Input;

/// A thread of its own reads the bytes, all that there are: a reader that is told of new ones alone, as crossterm's
/// is, leaves what lies behind its buffer until another key is pressed, and Ctrl-C with it.
#[cfg(unix)]
mod of_bytes {
    use std::collections::VecDeque;
    use std::io::{self, ErrorKind, Read as _};
    use std::sync::OnceLock;
    use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, TryRecvError};
    use std::time::Duration;

    use ratatui::crossterm::terminal;

    use crate::browse::bytes::Bytes;
    use crate::browse::keys::Key;

    enum Arrived {
        Bytes(Vec<u8>),
        Resized,
        /// There is no terminal any more.
        Gone,
    }

    pub struct Input {
        from: Receiver<Arrived>,
        bytes: Bytes,
        keys: VecDeque<Key>,
    }

    /// Where those tell of it who learn that the window has changed, or is to be drawn anew.
    static TOLD: OnceLock<Sender<Arrived>> = OnceLock::new();

    /// Wakes who waits for a key.
    pub fn resized() {
        if let Some(to) = TOLD.get() {
            let _ = to.send(Arrived::Resized);
        }
    }

    impl Input {
        pub fn open() -> Self {
            let (to, from) = mpsc::channel();
            let _ = TOLD.set(to.clone());
            std::thread::spawn(move || read(&to));
            Self { from, bytes: Bytes::default(), keys: VecDeque::new() }
        }

        /// Waits for a key.
        ///
        /// # Errors
        /// When the terminal is gone.
        pub fn next(&mut self) -> io::Result<Key> {
            loop {
                if let Some(key) = self.keys.pop_front() {
                    return Ok(key);
                }
                let arrived = match self.bytes.patience() {
                    None => self.from.recv().map_err(|_| RecvTimeoutError::Disconnected),
                    Some(patience) => self.from.recv_timeout(patience),
                };
                match arrived {
                    Ok(arrived) => self.take(arrived)?,
                    Err(RecvTimeoutError::Timeout) => self.keys.extend(self.bytes.close()),
                    Err(RecvTimeoutError::Disconnected) => return Err(gone()),
                }
            }
        }

        /// Returns a key that waits already.
        ///
        /// # Errors
        /// When the terminal is gone.
        pub fn waiting(&mut self) -> io::Result<Option<Key>> {
            while self.keys.is_empty() {
                match self.from.try_recv() {
                    Ok(arrived) => self.take(arrived)?,
                    Err(TryRecvError::Empty) => return Ok(None),
                    Err(TryRecvError::Disconnected) => return Err(gone()),
                }
            }
            Ok(self.keys.pop_front())
        }

        fn take(&mut self, arrived: Arrived) -> io::Result<()> {
            match arrived {
                Arrived::Bytes(bytes) => self.keys.extend(bytes.into_iter().filter_map(|byte| self.bytes.push(byte))),
                Arrived::Resized => {
                    let (columns, rows) = terminal::size()?;
                    self.keys.push_back(Key::Size(columns, rows));
                }
                Arrived::Gone => return Err(gone()),
            }
            Ok(())
        }
    }

    fn gone() -> io::Error {
        io::Error::new(ErrorKind::UnexpectedEof, "it is gone")
    }

    fn read(to: &Sender<Arrived>) {
        /// How long one waits who shares the terminal with a program that made it not wait.
        const AGAIN: Duration = Duration::from_millis(20);
        let mut piece = [0; 4096];
        loop {
            let arrived = match io::stdin().lock().read(&mut piece) {
                Ok(count @ 1..) => Arrived::Bytes(piece[..count].to_vec()),
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    std::thread::sleep(AGAIN);
                    continue;
                }
                _ => Arrived::Gone,
            };
            let is_last = matches!(arrived, Arrived::Gone);
            if to.send(arrived).is_err() || is_last {
                return;
            }
        }
    }
}

#[cfg(not(unix))]
mod of_events {
    use std::io;
    use std::time::Duration;

    use ratatui::crossterm::event;

    use crate::browse::keys::Key;

    pub struct Input;

    impl Input {
        pub fn open() -> Self {
            Self
        }

        /// Waits for a key.
        ///
        /// # Errors
        /// When the terminal is gone.
        pub fn next(&mut self) -> io::Result<Key> {
            loop {
                if let Some(key) = Key::of(event::read()?) {
                    return Ok(key);
                }
            }
        }

        /// Returns a key that waits already.
        ///
        /// # Errors
        /// When the terminal is gone.
        pub fn waiting(&mut self) -> io::Result<Option<Key>> {
            while event::poll(Duration::ZERO)? {
                if let Some(key) = Key::of(event::read()?) {
                    return Ok(Some(key));
                }
            }
            Ok(None)
        }
    }
}
