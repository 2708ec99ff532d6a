//! The labels of published pay: where they stand, and who names them.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use crate::catalog::model::SourceIx;
use crate::catalog::read::diagnostic::{FileOf, Place};
use crate::catalog::read::schema;
use crate::catalog::read::schema::{PayFile, place};

/// Where labels stand, and who names them: by these, one that is not there is told where the mistake is.
#[derive(Default)]
pub struct Labels<'a> {
    /// The files at hand.
    files: Vec<(FileOf<'a>, &'a PayFile)>,
    /// Labels that have a fault of their own, by their source where that is known.
    lost: HashSet<(Option<SourceIx>, &'a str)>,
    /// What the files of roles name.
    asked: Vec<&'a [schema::PayLabel]>,
    /// How many roles name each, by source: counted when one is not there.
    named: OnceLock<HashMap<(&'a str, &'a str), usize>>,
}

impl<'a> Labels<'a> {
    pub fn lay(&mut self, file: FileOf<'a>, written: &'a PayFile) {
        self.files.push((file, written));
    }

    /// Notes a label that a fault keeps from being laid.
    pub fn lose(&mut self, source: Option<SourceIx>, label: &'a str) {
        self.lost.insert((source, label));
    }

    pub fn ask(&mut self, labels: &'a [schema::PayLabel]) {
        self.asked.push(labels);
    }

    pub fn is_lost(&self, source: SourceIx, label: &str) -> bool {
        [Some(source), None].into_iter().any(|source| self.lost.contains(&(source, label)))
    }

    /// How many roles name a label.
    pub fn named(&self, source: &str, label: &str) -> usize {
        let count = || {
            let mut named = HashMap::new();
            for label in self.asked.iter().copied().flatten() {
                *named.entry((label.source.value.as_ref(), label.label.value.as_ref())).or_default() += 1;
            }
            named
        };
        self.named.get_or_init(count).get(&(source, label)).copied().unwrap_or(0)
    }

    /// Where a label stands in the files at hand.
    pub fn place(&self, source: &str, label: &str) -> Option<(FileOf<'a>, Place)> {
        let of_source = self.files.iter().filter(|(_, pay)| *pay.source.value == *source);
        let mut labels = of_source.flat_map(|(file, pay)| pay.labels.iter().map(move |it| (*file, &it.label)));
        labels.find(|(_, known)| *known.value == *label).map(|(file, word)| (file, place(word)))
    }
}
