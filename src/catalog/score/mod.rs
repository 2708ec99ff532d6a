//! From evidence to weight, level and confidence.

pub mod weigh;
