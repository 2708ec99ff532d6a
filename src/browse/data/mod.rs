//! What each screen holds, and how it is asked for: neither the state around it nor a drawing.

pub mod compare;
pub mod me;
pub mod near;
pub mod over;
pub mod pay;
pub mod roles;
pub mod walk;
