//! What a catalog says of itself: its imprint, and what its salaries have that do not state it.

use crate::catalog::model::Imprint;
use crate::catalog::read::diagnostic::FileOf;
use crate::catalog::read::load::Layer;
use crate::catalog::read::schema;
use crate::catalog::read::schema::{Word, place};
use crate::catalog::resolve::draft::Draft;
use crate::catalog::resolve::faults::Faults;
use crate::catalog::resolve::standards;
use crate::catalog::resolve::standards::language;
use crate::catalog::resolve::texts;

impl<'a> Draft<'a> {
    /// Notes what a layer says of itself; nothing where it has no `catalog.yaml`.
    pub(super) fn lay_about(&mut self, layer: &'a Layer, catalog: u8, faults: &mut Faults) {
        let mut imprint = Imprint::default();
        if let Some(written) = layer.about.first() {
            let file = written.of(catalog);
            let schema::CatalogFile { title, owner, language, pay, .. } = &written.value;
            let mut name = |field, word: &'a Option<Word>| {
                word.as_ref().and_then(|word| faults.keep(texts::name(file, field, word)))
            };
            (imprint.title, imprint.owner) = (name("title", title), name("owner", owner));
            imprint.language = language.as_ref().and_then(|word| faults.keep(self::language(file, word)));
            self.look_at_defaults(file, pay, faults);
            self.pay_defaults.insert(catalog, written);
        }
        imprint.scale = self.own_scales.get(&catalog).copied();
        self.imprints.push(imprint);
    }

    fn look_at_defaults(&self, file: FileOf<'_>, pay: &schema::PayDefaults, faults: &mut Faults) {
        let schema::PayDefaults { region, source, currency, year, .. } = pay;
        region.iter().for_each(|word| _ = faults.keep(self.region(file, word)));
        source.iter().for_each(|word| _ = faults.keep(self.source(file, word)));
        let currency = currency.as_ref().and_then(|word| faults.keep(standards::currency(file, word)));
        let known = year.as_ref().filter(|year| faults.keep(standards::year(file, year)).is_some());
        if let (Some(currency), Some(year)) = (currency, known) {
            faults.keep(standards::still_paid(file, place(year), currency, year.value.0));
        }
    }
}
