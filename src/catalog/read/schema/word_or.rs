//! What is written as a word, or as fields where more is said of it.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

pub(super) enum WordOr<T> {
    Word(Box<str>),
    Fields(T),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for WordOr<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Either<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Either<T> {
            type Value = WordOr<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E: Error>(self, word: &str) -> Result<WordOr<T>, E> {
                Ok(WordOr::Word(word.into()))
            }

            // What YAML takes for a number, a truth or nothing is a word here too.
            fn visit_u64<E: Error>(self, number: u64) -> Result<WordOr<T>, E> {
                self.visit_str(&number.to_string())
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<WordOr<T>, E> {
                self.visit_str(&number.to_string())
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<WordOr<T>, E> {
                self.visit_str(&number.to_string())
            }

            fn visit_bool<E: Error>(self, truth: bool) -> Result<WordOr<T>, E> {
                self.visit_str(if truth { "true" } else { "false" })
            }

            fn visit_unit<E: Error>(self) -> Result<WordOr<T>, E> {
                self.visit_str("")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<WordOr<T>, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(WordOr::Fields)
            }
        }
        from.deserialize_any(Either(PhantomData))
    }
}
