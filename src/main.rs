//! The program: arguments in, exit code out.

fn main() {
    roles::run(std::env::args_os(), end)
}

/// Ends the process. Nothing is freed before: the system takes memory back in one piece.
fn end(code: u8) -> ! {
    std::process::exit(code.into())
}
