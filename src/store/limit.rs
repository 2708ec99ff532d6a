//! A limit on the length of files (`ulimit -f`), which the system tells by a signal that ends the program.

/// Lets a write beyond the limit fail like one on a full disk: with an error that can be told, and with
/// remains that can be taken away.
#[cfg(unix)]
pub fn fails_a_write() {
    use std::sync::atomic::AtomicBool;
    use std::sync::{Arc, Once};

    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Where no handler can be had, the signal ends the program as it always did.
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::new(AtomicBool::new(false)));
    });
}

#[cfg(not(unix))]
pub fn fails_a_write() {}
