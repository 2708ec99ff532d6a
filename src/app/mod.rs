//! The program around the answers: the command line, the terminal, the shell.

mod ask;
mod bash;
mod broken_off;
mod completion;
mod copied_pay;
mod file_schema;
mod help;
mod manual;
mod new_role;
mod overview;
mod pager;
pub mod readers;
mod role_schema;
mod run;
mod self_assessment;
mod stream;
mod tables;
mod tell;
mod terminal;
mod typed;
mod usage;
mod variables;

pub use run::run;
