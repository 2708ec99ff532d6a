//! Faults, as they are found.

use crate::catalog::read::diagnostic::Diagnostic;

/// The faults found so far.
#[derive(Default)]
pub struct Faults(pub Vec<Diagnostic>);

impl Faults {
    /// Keeps what is right, and notes what is wrong.
    pub fn keep<T>(&mut self, result: Result<T, Diagnostic>) -> Option<T> {
        result.map_err(|fault| self.0.push(fault)).ok()
    }
}
