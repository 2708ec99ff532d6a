//! Values as they are written, with their places: words, and numbers that pass through no float.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer};

use crate::catalog::read::diagnostic::Place;

/// A value, and where it was written: a quarter of what the parser's own type takes, of which a
/// large catalog has a million.
#[derive(Debug, Clone)]
pub struct Spanned<T> {
    pub value: T,
    place: Place,
}

/// A text with its place; no room is kept for it to grow.
pub type Word = Spanned<Box<str>>;

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let serde_yaml::Spanned { value, referenced: at, .. } = Deserialize::deserialize(from)?;
        Ok(Self { value, place: place_of(at) })
    }
}

/// A text, or a list of texts.
#[derive(Debug, Clone)]
pub struct OneOrMore(pub Vec<Word>);

impl<'de> Deserialize<'de> for OneOrMore {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let serde_yaml::Spanned { value, referenced, .. } = serde_yaml::Spanned::<Listed>::deserialize(from)?;
        Ok(match value {
            Listed::One(value) => Self(vec![Word::at(value, referenced)]),
            Listed::More(words) => Self(words),
        })
    }
}

impl Word {
    /// A text that stands at a place.
    pub(super) fn at(value: Box<str>, location: serde_yaml::Location) -> Self {
        Self { value, place: place_of(location) }
    }
}

pub(super) enum Listed {
    One(Box<str>),
    More(Vec<Word>),
}

impl Listed {
    pub(super) fn of<'de, A: serde::de::SeqAccess<'de>>(mut list: A) -> Result<Self, A::Error> {
        let mut words = Vec::new();
        while let Some(word) = list.next_element()? {
            words.push(word);
        }
        Ok(Self::More(words))
    }
}

impl<'de> Deserialize<'de> for Listed {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> serde::de::Visitor<'de> for Either {
            type Value = Listed;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Listed, E> {
                Ok(Listed::One(text.into()))
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, list: A) -> Result<Listed, A::Error> {
                Listed::of(list)
            }
        }
        from.deserialize_any(Either)
    }
}

/// A number with at most two decimals, as figures are published. Read from its digits, so that none
/// passes through a float, and what can be read in two ways is kept as it is written.
#[derive(Debug, Clone)]
pub enum Decimal {
    Hundredths(u64),
    /// In a box of a box, for there are many figures, and few that are odd.
    Odd(Box<Box<str>>),
}

impl Decimal {
    /// The largest number is one below 10 to the power of this.
    pub const DIGITS: usize = 12;

    fn read(written: &str) -> Self {
        let (whole, decimals) = written.split_once('.').unwrap_or((written, "0"));
        let is_exact = is_number(whole) && is_digits(decimals) && decimals.len() <= 2;
        let digits = format!("{}{decimals:0<2}", whole.trim_start_matches('0'));
        match digits.parse() {
            Ok(hundredths) if is_exact && digits.len() <= Self::DIGITS + 2 => Self::Hundredths(hundredths),
            _ => Self::Odd(Box::new(written.into())),
        }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Digits;
        impl serde::de::Visitor<'_> for Digits {
            type Value = Decimal;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number")
            }

            fn visit_str<E: serde::de::Error>(self, written: &str) -> Result<Decimal, E> {
                Ok(Decimal::read(written.trim()))
            }
        }
        from.deserialize_str(Digits)
    }
}

/// A whole number, read from its decimal digits alone: `0x7EA`, `2_026`, `02026` and `+2026` are typing errors, and
/// no number is read where another may be meant. In quotes it is the same number: spreadsheets put them there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Whole<T>(pub T);

/// A share or a change, read from its digits as [`Whole`] is.
#[derive(Debug, Clone, Copy)]
pub struct Fraction(pub f64);

impl<'de, T: FromStr> Deserialize<'de> for Whole<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let is_plain = |written: &str| is_number(written.strip_prefix('-').unwrap_or(written));
        from.deserialize_str(Plain(is_plain, PhantomData)).map(Self)
    }
}

impl<'de> Deserialize<'de> for Fraction {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let is_plain = |written: &str| {
            let written = written.strip_prefix('-').unwrap_or(written);
            let (whole, decimals) = written.split_once('.').unwrap_or((written, "0"));
            is_number(whole) && is_digits(decimals)
        };
        from.deserialize_str(Plain(is_plain, PhantomData)).map(Self)
    }
}

/// Tells whether a whole number is written as people write one: zeros in front are typing errors, or octal.
fn is_number(written: &str) -> bool {
    is_digits(written) && (written == "0" || !written.starts_with('0'))
}

fn is_digits(written: &str) -> bool {
    !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit())
}

/// Reads a number that is written plainly.
struct Plain<T, P>(P, PhantomData<T>);

impl<T: FromStr, P: Fn(&str) -> bool> serde::de::Visitor<'_> for Plain<T, P> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::any::type_name::<T>())
    }

    fn visit_str<E: serde::de::Error>(self, written: &str) -> Result<T, E> {
        let written = written.trim();
        let number = if self.0(written) { written.parse().ok() } else { None };
        number.ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(written), &self))
    }
}

/// Returns a place of the parser's as one of ours.
pub fn place_of(at: serde_yaml::Location) -> Place {
    let number = |number: u64| u32::try_from(number).unwrap_or(0);
    Place { line: number(at.line()), column: number(at.column()), width: number(at.span().len()) }
}

/// Returns where a value was written.
pub fn place<T>(value: &Spanned<T>) -> Place {
    value.place
}
