//! The nearest roles: where one says which role is held, it and what follows, and beside them those most alike.

use std::cmp::Reverse;

use crate::text::sorting::Arrange;
use crate::view::Fits;

/// How many there are of each.
const EACH: usize = 3;

/// So many fits are enough to choose from: the role held, its next rungs and four other steps, and those most alike.
pub const ENOUGH: u32 = 16;

/// Keeps the nearest: half of them the role held and what follows, the others by likeness alone.
pub fn keep(fits: &mut Fits<'_>) {
    if fits.from.is_none() {
        return fits.fits.truncate(2 * EACH);
    }
    let mut alike = fits.fits.split_off(ahead(fits));
    // What is outgrown is alike, and leads nowhere.
    alike.arrange_by_key(|fit| (fit.outgrown, Reverse(fit.likeness)));
    fits.fits.extend(alike.into_iter().take(EACH));
}

/// How many of the first are the role held and what follows: none where nobody says that one is.
pub fn ahead(fits: &Fits<'_>) -> usize {
    let Some(held) = &fits.from else { return 0 };
    let is_ahead = |fit: &&crate::view::Fit<'_>| fit.role.id == held.id || fit.next_step;
    fits.fits.iter().take(EACH).take_while(is_ahead).count()
}
