//! `catalog.yaml`: what a catalog says of itself, once.

use serde::Deserialize;

use crate::catalog::model::{Basis, PayKind, Period};
use crate::catalog::read::schema::{ScaleStep, Spanned, Whole, Word};

/// What a catalog says of itself. Everything may be left out.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CatalogFile {
    /// What the catalog is called.
    pub title: Option<Word>,
    /// Whose it is.
    pub owner: Option<Word>,
    /// ISO 639-1: what its prose is written in.
    pub language: Option<Word>,
    /// The levels of its competencies, lowest first, where they are not ours.
    pub scale: Option<Vec<ScaleStep>>,
    pub style: Option<Style>,
    pub rules: Rules,
    pub pay: PayDefaults,
}

/// What prose and lists are held to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    /// The house style of the built-in catalog.
    House,
}

/// Which rules the catalog is not held to.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rules {
    /// Rules, or groups of them.
    pub skip: Vec<Word>,
}

/// What a salary has that does not state it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PayDefaults {
    pub region: Option<Word>,
    pub source: Option<Word>,
    pub currency: Option<Word>,
    pub per: Option<Period>,
    pub basis: Option<Basis>,
    pub kind: Option<PayKind>,
    pub year: Option<Spanned<Whole<u16>>>,
}
