//! The program as its users meet it: command lines in, whole output and exit code out.
//!
//! Behaviour is tested on the miniature catalog in `tests/miniature`; the built-in one is tested
//! for truth. One binary, a module a subject, so that the suite links once.

mod support;

mod assess;
mod benchmark;
mod browse;
mod browse_company;
mod browse_me;
mod browse_narrow;
mod browse_screens;
mod by_grade;
mod causes;
mod check;
mod company;
mod compare;
mod completions;
mod docs;
mod errors;
mod evidence;
mod faults;
mod figures;
mod files;
mod formats;
mod former;
mod grades;
mod guide;
mod hints;
mod ladders;
mod list;
mod missing;
mod moves;
mod names;
mod overlay;
mod pay;
mod pay_rules;
mod picture;
mod places;
mod planted;
mod played;
mod preparation;
mod profile;
mod properties;
mod prose;
mod readings;
mod roles;
mod rungs;
mod salary;
mod samples;
mod scales;
mod schema;
mod search;
mod show;
mod silent;
mod tables;
mod team;
mod terminal;
mod title;
mod titles;
mod variables;
mod walls;
mod weights;
mod why;
mod widths;
mod words;
