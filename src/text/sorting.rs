//! Sorting, compiled once for all types.
//!
//! The standard library's sorts are compiled anew for each type and each comparison, some 7 kB each time. More than a
//! hundred of them were a tenth of the program's code and of the time that it takes to build. Here the places are
//! sorted, by one function, and the items are then put into their places.

use std::cmp::Ordering;

/// Sorts a slice like the standard library's methods of like names: stably, so that what compares as equal keeps its
/// order.
pub trait Arrange<T> {
    /// From the least to the greatest.
    fn arrange(&mut self)
    where
        T: Ord;
    /// As `compare` says.
    fn arrange_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);
    /// By what `key` says of each item. It is asked at each comparison.
    fn arrange_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> Arrange<T> for [T] {
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }

    fn arrange_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        if self.len() < 2 {
            return;
        }
        let mut from = places(self.len(), &mut |a, b| compare(&self[a], &self[b]));
        put(&mut from, &mut |a, b| self.swap(a, b));
    }

    fn arrange_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.arrange_by(|a, b| key(a).cmp(&key(b)));
    }
}

/// For each place, in order, the place where the item that belongs there stands.
fn places(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// Swaps until each place has the item that stood at `from[place]`: along each circle of places, once.
fn put(from: &mut [usize], swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..from.len() {
        let mut at = start;
        while from[at] != start {
            let next = std::mem::replace(&mut from[at], at);
            swap(at, next);
            at = next;
        }
        from[at] = at;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_standard_library_sorts(items: Vec<(u8, u16)>) {
            let mut sorted = items.clone();
            sorted.sort_by_key(|(key, _)| std::cmp::Reverse(*key));
            let mut arranged = items.clone();
            arranged.arrange_by_key(|(key, _)| std::cmp::Reverse(*key));
            prop_assert_eq!(arranged, sorted);
            let (mut sorted, mut arranged) = (items.clone(), items);
            sorted.sort();
            arranged.arrange();
            prop_assert_eq!(arranged, sorted);
        }
    }
}
