//! What is published of a role that a company pays by bands of its own: the best figure of the same region, from the
//! role's own labels, or from a role of a catalog beneath that it stands for or whose title it has.

use crate::catalog::model::{Profile, RegionIx, RegionLevel, RoleIx};
use crate::query::namer::Namer;
use crate::query::pay;
use crate::query::pay::{ByRegion, Candidate};
use crate::text::fold;
use crate::view::{Entry, Pay, Published};

/// The figures that bands of a role may stand beside, best role first.
pub struct Market<'a> {
    /// With the role whose they are, where that is another.
    of: Vec<(Option<Entry<'a>>, ByRegion<'a>)>,
}

impl<'a> Market<'a> {
    /// Reads what is published of a role; nothing where no file states a band of it.
    pub fn new(namer: &Namer<'a>, role: RoleIx, profile: &Profile<'a>, levels: &[RegionLevel]) -> Self {
        if !profile.pay.iter().any(|label| label.is_stated) && namer.catalog.grades(role).is_empty() {
            return Self { of: Vec::new() };
        }
        let catalog = namer.catalog;
        let own = (None, pay::of_profile(&catalog, role, profile, levels));
        let other = |other: RoleIx| {
            let head = catalog.head(other);
            (Some(Entry { id: head.id, title: head.title }), pay::candidates(&catalog, other, levels))
        };
        let of = std::iter::once(own).chain(beneath(namer, role).into_iter().map(other));
        Self { of: of.collect() }
    }

    /// Returns what is published in a region, and whose it is where it is of another role.
    fn best(&self, region: RegionIx) -> Option<(Option<Entry<'a>>, &Candidate<'a>)> {
        let is_published = |it: &&Candidate<'a>| !it.label.is_stated && it.stands();
        self.of.iter().find_map(|(of, regions)| Some((*of, regions.get(&region)?.iter().find(is_published)?)))
    }

    /// Returns a figure as answers show it: a band with what is published beside it.
    pub fn view(&self, namer: &Namer<'a>, candidate: &Candidate<'a>) -> Pay<'a> {
        let beside = || {
            let (of, published) = self.best(candidate.row.region)?;
            let (difference, why) = match apart(candidate, published) {
                Some(why) => (None, Some(why)),
                None => (difference(candidate, published), None),
            };
            Some(Box::new(Published { of, pay: published.view(namer), difference, why }))
        };
        let published = if candidate.label.is_stated { beside() } else { None };
        Pay { published, ..candidate.view(namer) }
    }
}

/// The roles of catalogs beneath that a role stands for, and those that have its title.
fn beneath(namer: &Namer<'_>, role: RoleIx) -> Vec<RoleIx> {
    let catalog = namer.catalog;
    let head = catalog.head(role);
    let (title, lowest) = (fold::key(head.title), head.origins.trailing_zeros());
    let replaced = catalog.prose(role).replaces;
    let mut roles: Vec<RoleIx> = replaced.iter().filter_map(|id| catalog.find_id(id)).collect();
    let is_namesake = |other: &RoleIx| {
        let it = catalog.head(*other);
        *other != role && it.origins.trailing_zeros() < lowest && fold::key(it.title) == title
    };
    roles.extend(catalog.roles().filter(is_namesake));
    roles
}

/// Says why a band and a published figure have no difference; nothing where they have one.
fn apart(band: &Candidate<'_>, published: &Candidate<'_>) -> Option<&'static str> {
    let (a, b) = (&band.series, &published.series);
    let alike = [
        (band.row.median.is_some(), "no difference: the band has no median"),
        (published.row.median.is_some(), "no difference: no median is published"),
        (a.currency == b.currency && a.per == b.per, "not comparable: not in one currency and period"),
        (a.basis == b.basis, "not comparable: pay before tax, after tax or in total"),
        (a.kind == b.kind, "not comparable: not both earned, offered or advertised"),
        (published.is_own(), "not comparable: not of the role's rank"),
    ];
    alike.into_iter().find(|(is_alike, _)| !is_alike).map(|(_, why)| why)
}

/// Returns by how much the band's median lies above the published one, in whole percent, rounded half away from zero.
fn difference(band: &Candidate<'_>, published: &Candidate<'_>) -> Option<i64> {
    let [band, published] = [band, published].map(|it| it.row.median.map(|median| i128::from(median.0)));
    let (band, published) = (band?, published?);
    let twice = 200 * (band - published);
    i64::try_from((twice + published * twice.signum()).checked_div(2 * published)?).ok()
}
