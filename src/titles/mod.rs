//! From any title to its role: `Senior Java Developer (m/w/d)` is the senior software engineer.
//!
//! A title that is no exact name is cleaned, parted and put into the words of the vocabulary, as the
//! names of roles were when they were baked. It is then equal to a name, or refined by its tail, or
//! named by its tool, or weighed against all names; and it is shown, listed or missed.

mod aside;
mod begun;
mod decide;
mod decision;
mod function;
mod general;
mod grammar;
mod known;
pub mod numerals;
mod reading;
mod rungs;
mod score;
mod shares;
mod tries;
mod two;
mod weigh;
mod word;

pub use aside::Aside;
pub use decision::{Decision, How, UNSURE};
pub use known::Titles;
pub use rungs::Step;
