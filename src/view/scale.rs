//! Levels on a scale of a company's own.

use serde::Serialize;

/// A level in a company's own words. The level of ours beside it is the one that it stands for, where somebody says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OwnLevel<'a> {
    pub word: &'a str,
    /// The step of the scale that it is, from 1.
    pub step: u8,
    /// How many steps the scale has.
    pub steps: u8,
    /// The words of all of them, lowest first.
    pub scale: Vec<&'a str>,
}
