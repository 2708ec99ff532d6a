//! How a benchmark ends.

use std::process::ExitCode;

/// Prints what was measured, or says what failed.
pub fn told(done: Result<String, String>) -> ExitCode {
    match done {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}
