//! What a person does, by the class of a word: which functions are nearly the same, and which lead.

use std::rc::Rc;

use crate::catalog::model::{Class, Kinds};
use crate::catalog::titles::words;
use crate::titles::word::Word;

/// The rank from which on a role is asked for as a head, a director or a chief.
pub const DEPARTMENT: u8 = 7;
/// From which likeness on two functions may be one.
const ALIKE: f32 = 0.75;

/// Returns the class of some words, and where the word stands that says it.
pub fn of(words: &[Rc<Word>]) -> Option<(Class, usize)> {
    let functions: Vec<(Option<Class>, Kinds)> = words.iter().map(|word| (word.class, word.kinds)).collect();
    let at = words::function(&functions)?;
    functions[at].0.map(|class| (class, at))
}

/// Whether a function may be another, put freely.
pub fn is_alike(one: Class, other: Class) -> bool {
    one == other || likeness(one, other) >= ALIKE
}

/// Whether a function leads others.
pub fn leads(class: Class) -> bool {
    matches!(class, Class::Manager | Class::Director | Class::Officer)
}

/// How nearly two classes of functions are the same.
pub fn likeness(one: Class, other: Class) -> f32 {
    use Class::{
        Administrator, Analyst, Architect, Consultant, Coordinator, Designer, Director, Engineer, Executive, Lead,
        Manager, Officer, Scientist, Specialist, Support, Technician, Tester,
    };
    match (one.min(other), one.max(other)) {
        (Specialist, Support) => 1.0,
        (Specialist, Technician) | (Support, Technician) => 0.95,
        (Engineer, Specialist)
        | (Analyst, Specialist)
        | (Administrator, Specialist)
        | (Engineer, Support)
        | (Analyst, Support)
        | (Consultant, Specialist)
        | (Engineer, Tester)
        | (Analyst, Tester)
        | (Specialist, Tester)
        | (Officer, Specialist)
        | (Executive, Specialist)
        | (Executive, Support)
        | (Designer, Executive)
        | (Designer, Specialist) => 0.9,
        (Consultant, Engineer)
        | (Lead, Manager)
        | (Manager, Officer)
        | (Analyst, Executive)
        | (Administrator, Executive) => 0.85,
        (Director, Manager) | (Engineer, Executive) | (Architect, Consultant) => 0.8,
        (Administrator, Engineer) | (Engineer, Lead) | (Designer, Engineer) | (Engineer, Technician) => 0.75,
        (Engineer, Scientist) | (Coordinator, Manager) => 0.7,
        _ => 0.5,
    }
}
