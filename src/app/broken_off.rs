//! Ctrl-C while questions are asked: the program ends by it, as any would, and says first what became of the answers.

/// How long Ctrl-C is waited for: from its beginning to its end.
#[cfg(unix)]
pub use on_unix::Watch;

#[cfg(unix)]
mod on_unix {
    use std::io::Read;
    use std::os::unix::net::UnixStream;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;

    use signal_hook::consts::SIGINT;
    use signal_hook::low_level::{emulate_default_handler, pipe};

    use crate::app::tell::{said, say};

    /// What a shell calls the end by Ctrl-C.
    const BROKEN_OFF: i32 = 130;

    pub struct Watch(Arc<AtomicBool>);

    impl Watch {
        /// Where no handler can be had, Ctrl-C ends the program without a word, as it always did.
        pub fn begin() -> Self {
            let is_over = Arc::new(AtomicBool::new(false));
            if let Ok((told, tells)) = UnixStream::pair()
                && pipe::register(SIGINT, tells).is_ok()
            {
                let is_over = Arc::clone(&is_over);
                thread::spawn(move || ends(told, &is_over));
            }
            Self(is_over)
        }
    }

    /// Waits for the signal, and ends the program.
    fn ends(mut told: UnixStream, is_over: &AtomicBool) {
        if told.read_exact(&mut [0]).is_err() {
            return;
        }
        if !is_over.load(Ordering::SeqCst) {
            // The terminal's line has the last question, and `^C`.
            eprintln!();
            say(&said("note", &["broken off: nothing is written".to_owned()]));
        }
        // The signal ends the process, from this thread: the first one waits for an answer, and hears of nothing. Where
        // the system does not end it, a shell is told the same.
        let _ = emulate_default_handler(SIGINT);
        std::process::exit(BROKEN_OFF);
    }

    impl Drop for Watch {
        fn drop(&mut self) {
            self.0.store(true, Ordering::SeqCst);
        }
    }
}

#[cfg(not(unix))]
pub struct Watch;

#[cfg(not(unix))]
impl Watch {
    pub fn begin() -> Self {
        Self
    }
}
