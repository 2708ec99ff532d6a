//! Logarithms and powers by the four operations alone: the same bits on every system, and no C library of
//! mathematics to be found and mapped at each start.

use std::f64::consts::{LN_2, SQRT_2};

const FRACTION: u64 = (1 << 52) - 1;
const BIAS: u64 = 1023;

/// Returns the natural logarithm of a normal number above zero.
pub fn ln(number: f64) -> f64 {
    let bits = number.to_bits();
    let mut exponent = (bits >> 52) as f64 - BIAS as f64;
    // Between 1 and 2, then around 1, where few terms are enough.
    let mut fraction = f64::from_bits(bits & FRACTION | BIAS << 52);
    if fraction > SQRT_2 {
        (fraction, exponent) = (fraction / 2.0, exponent + 1.0);
    }
    let part = (fraction - 1.0) / (fraction + 1.0);
    let square = part * part;
    let sum = (0..=10).rev().fold(0.0, |sum, at| sum * square + 1.0 / f64::from(2 * at + 1));
    2.0 * part * sum + exponent * LN_2
}

/// Returns e to a power between -700 and 700.
fn exp(power: f64) -> f64 {
    let doublings = (power / LN_2) as i64;
    let rest = power - doublings as f64 * LN_2;
    let sum = (1..=13).rev().fold(1.0, |sum, at| 1.0 + sum * rest / f64::from(at));
    sum * f64::from_bits(((doublings + BIAS as i64) as u64) << 52)
}

/// Returns a share above 0 and at most 1 to a power between 0 and 1.
pub fn power(share: f32, exponent: f32) -> f32 {
    exp(ln(f64::from(share)) * f64::from(exponent)) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_those_of_the_system() {
        for at in 1..20_000 {
            let number = f64::from(at) * 0.037;
            let (ours, theirs) = (ln(number), number.ln());
            assert!(
                (ours - theirs).abs() <= 4.0 * f64::EPSILON * theirs.abs().max(0.1),
                "ln {number}: {ours}, {theirs}"
            );
        }
        for at in 1..=20_000 {
            let share = at as f32 / 20_000.0;
            for exponent in [0.45, 0.55] {
                let (ours, theirs) = (power(share, exponent), share.powf(exponent));
                assert!((ours - theirs).abs() <= f32::EPSILON * theirs, "{share} to {exponent}: {ours}, {theirs}");
            }
        }
    }
}
