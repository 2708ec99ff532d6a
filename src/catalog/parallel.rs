//! The same work for many things, on as many threads as the machine has. The answers are those of
//! one thread, in the same order.

use crate::text::sorting::Arrange;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, Builder};

/// Fewest things for a thread of its own: below, starting it costs more than it saves.
const FEWEST: usize = 64;
/// Returns how many threads so many things are worth.
pub fn threads(things: usize) -> usize {
    match things / FEWEST {
        0 | 1 => 1,
        most => thread::available_parallelism().map_or(1, NonZero::get).min(most),
    }
}

/// Works on each thing, and returns the answers in order. Each thread begins with a state of its
/// own, and keeps it from thing to thing.
pub fn map<T: Sync, S: Default, R: Send>(
    threads: usize,
    things: &[T],
    work: impl Fn(&mut S, &T) -> R + Sync,
) -> Vec<R> {
    beside(threads, things, work, || ()).0
}

/// Works on each thing as [`map`] does, and on something of its own before this thread helps.
pub fn beside<T: Sync, S: Default, R: Send, O>(
    threads: usize,
    things: &[T],
    work: impl Fn(&mut S, &T) -> R + Sync,
    own: impl FnOnce() -> O,
) -> (Vec<R>, O) {
    if threads < 2 {
        let own = own();
        let mut state = S::default();
        return (things.iter().map(|thing| work(&mut state, thing)).collect(), own);
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let mut state = S::default();
        // Which thread takes which thing is chance; the number puts the answers in order.
        let taken = std::iter::from_fn(|| Some(next.fetch_add(1, Ordering::Relaxed))).map_while(|at| {
            let thing = things.get(at)?;
            Some((at, work(&mut state, thing)))
        });
        taken.collect::<Vec<(usize, R)>>()
    };
    let (mut done, own) = thread::scope(|scope| {
        // A thread that the system does not grant is no fault: the others do its work.
        let others: Vec<_> = (1..threads).filter_map(|_| Builder::new().spawn_scoped(scope, take).ok()).collect();
        let own = own();
        let mut done = take();
        others.into_iter().for_each(|other| done.extend(other.join().expect("no work panics")));
        (done, own)
    });
    done.arrange_by_key(|(at, _)| *at);
    (done.into_iter().map(|(_, answer)| answer).collect(), own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_the_same_on_any_number_of_threads() {
        let things: Vec<usize> = (0..1_000).collect();
        let doubled = |threads| map(threads, &things, |(): &mut (), thing| thing * 2);
        assert_eq!(doubled(1), things.iter().map(|n| n * 2).collect::<Vec<_>>());
        (2..9).for_each(|threads| assert_eq!(doubled(threads), doubled(1), "{threads} threads"));
    }

    #[test]
    fn few_things_are_worth_no_thread() {
        assert_eq!([0, 1, 40, 127].map(threads), [1; 4]);
    }
}
