//! The program around the answers: the command line, the terminal, the shell.

mod bash;
mod completion;
mod file_schema;
mod manual;
mod new_role;
mod overview;
mod pager;
pub mod readers;
mod role_schema;
mod run;
mod tables;
mod terminal;
mod typed;
mod usage;

pub use run::run;
