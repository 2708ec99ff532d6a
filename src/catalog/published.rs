//! What is published of pay, of getting in and of the outlook, as the catalog gives it out.

use crate::catalog::Catalog;
use crate::catalog::baked::sections::Part;
use crate::catalog::model::preparation::{Certificate, Preparation};
use crate::catalog::model::{CertificateIx, PayRow, PreparationIx, RoleIx, Series, SeriesIx};
use crate::catalog::standing::Standing;

impl<'a> Catalog<'a> {
    /// Returns what is known of a role's pay once all roles are.
    pub fn standing(&self, role: RoleIx) -> Standing {
        self.decode(Part::Standings, role.at())
    }

    /// Returns a pay label with its rows for the world and for countries.
    pub fn series(&self, series: SeriesIx) -> Series<'a> {
        self.decode(Part::Series, series.at())
    }

    pub fn all_series(&self) -> impl Iterator<Item = (SeriesIx, Series<'a>)> + use<'a> {
        self.all(Part::Series).enumerate().map(|(at, series)| (at.into(), series))
    }

    pub fn state_rows(&self, series: SeriesIx) -> Vec<PayRow<'a>> {
        self.decode(Part::StateRows, series.at())
    }

    pub fn metro_rows(&self, series: SeriesIx) -> Vec<PayRow<'a>> {
        self.decode(Part::MetroRows, series.at())
    }

    /// Returns a record of getting in or outlook.
    pub fn preparation(&self, record: PreparationIx) -> Preparation<'a> {
        self.decode(Part::Preparations, record.at())
    }

    pub fn preparations(&self) -> impl Iterator<Item = Preparation<'a>> + use<'a> {
        self.all(Part::Preparations)
    }

    pub fn certificate(&self, certificate: CertificateIx) -> Certificate<'a> {
        self.decode(Part::Certificates, certificate.at())
    }

    pub fn certificates(&self) -> impl Iterator<Item = Certificate<'a>> + use<'a> {
        self.all(Part::Certificates)
    }
}
