//! What is published under a label that a role names, and what is said of one that its source does not have.

use crate::catalog::model::{SeriesIx, SourceIx};
use crate::catalog::read::diagnostic::{Diagnostic, FileOf};
use crate::catalog::read::schema;
use crate::catalog::read::schema::place;
use crate::catalog::resolve::draft::Draft;
use crate::text::harmless::shown;
use crate::text::hint::Hint;
use crate::text::suggest;

impl Draft<'_> {
    /// Returns what is published under a label of a source; nothing where the label is told to be wrong itself.
    ///
    /// # Errors
    /// A diagnostic with the nearest labels where there is nothing.
    pub(super) fn published(&self, file: FileOf<'_>, wanted: &schema::PayLabel) -> Result<Vec<SeriesIx>, Diagnostic> {
        let source = self.source(file, &wanted.source)?;
        match self.labels.get(&(source, &*wanted.label.value)) {
            Some(series) => Ok(series.clone()),
            None if self.label_places.is_lost(source, &wanted.label.value) => Ok(Vec::new()),
            None => Err(self.missing_label(file, source, wanted)),
        }
    }

    fn missing_label(&self, file: FileOf<'_>, source: SourceIx, wanted: &schema::PayLabel) -> Diagnostic {
        let (of, label) = (&wanted.source.value, &wanted.label.value);
        let labels = self.labels.keys().filter(|(of, _)| *of == source).map(|(_, label)| *label);
        let nearest = self.sparing.nearest(file.path, label, labels);
        if let Some(fault) = nearest.first().and_then(|near| self.mistyped_label(of, near, label)) {
            return fault;
        }
        let message = format!("`{of}` has no pay label `{}`", shown(label));
        let fault = Diagnostic::at(file, place(&wanted.label), "unknown-pay-label", message);
        Diagnostic { help: suggest::did_you_mean(&nearest).map(Hint::from), ..fault }
    }

    /// Says of a label that no role names, where it stands, that several name another which is nearly the same: the
    /// same fault for each of them, which is told once.
    fn mistyped_label(&self, source: &str, label: &str, wanted: &str) -> Option<Diagnostic> {
        let places = &self.label_places;
        let roles = places.named(source, wanted);
        let (file, place) = places.place(source, label).filter(|_| roles > 1 && places.named(source, label) == 0)?;
        let message = format!(
            "no role names `{}`, and {roles} roles name `{}`, which `{source}` does not have",
            shown(label),
            shown(wanted)
        );
        let fault = Diagnostic::at(file, place, "unknown-pay-label", message);
        Some(Diagnostic { help: suggest::did_you_mean(&[wanted]).map(Hint::from), ..fault })
    }
}
